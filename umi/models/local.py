"""A model in this process: one backbone, an adapter per role, one reading of the shared prefix."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from threading import Event, Lock
from typing import Self

import torch
from transformers import PreTrainedModel

from umi.errors import Cancelled, ModelError
from umi.models.adapters import Adapters
from umi.models.backbone import load_backbone
from umi.models.base import ContextFullError, TurnRequest, Writing, Written
from umi.models.batch import BatchWriter, batches
from umi.models.copying import copied_from, spans
from umi.models.decode import Chooser, Constraint, TurnWriter, decode
from umi.models.device import Device
from umi.models.expected import ExpectedReader
from umi.models.files import ModelFiles
from umi.models.grammar import role_grammar
from umi.models.histories import Histories
from umi.models.manifest import read_manifest, require_base
from umi.models.prefix import Line, PrefixCache
from umi.models.request import Request, token_limit
from umi.models.vocabulary import Vocabulary
from umi.models.worker import Emit, GenerationWorker
from umi.prompts import parts, turns
from umi.schema import Limits, ModelSet, Role, Run, Turn, TurnFormat

_CHUNK = 512
"""Tokens read at once: between two chunks a stop is noticed, about half a second on a small CPU."""
_GUESSES = 8
"""Guesses read at once; after each so many a stop is noticed."""


class LocalModel:
    """A causal LM from transformers with its role adapters; any thread may call any public method.

    ``own`` are the adapters of the set that it was loaded with, by role, and ``set_folder`` is what
    ``load_model`` was told of that set.
    """

    def __init__(
        self,
        backbone: PreTrainedModel,
        vocabulary: Vocabulary,
        models: ModelSet,
        device: Device,
        *,
        share: bool = True,
    ) -> None:
        """``share=False`` reads the whole prompt again for every turn, the yardstick of benchmarks."""
        self.device = device
        self._backbone = backbone
        self._vocabulary = vocabulary
        self._models = models
        self._copying = models.copying
        self._own_copying: dict[str, bool] = {}
        self._share = share
        self._adapters = Adapters(backbone)
        config = backbone.config.get_text_config()
        self._prefixes = PrefixCache(config.num_hidden_layers)
        histories = Histories(backbone, self._adapters, self._prefixes, self._read)
        self._batches = BatchWriter(backbone, vocabulary, histories)
        self._expected = ExpectedReader(backbone, vocabulary, histories)
        self._worker = GenerationWorker()
        self._pointer = Lock()
        self.own: Mapping[Role, str] = {}
        self.set_folder: Path | None = None
        self.context: int = config.max_position_embeddings

    @classmethod
    def load(
        cls,
        files: ModelFiles,
        device: Device,
        adapter: Path | None = None,
        voice: str | None = None,
        *,
        copying: bool = False,
        share: bool = True,
    ) -> Self:
        """Read the model onto the device; see ``load_backbone`` for ``adapter`` and ``voice``.

        ``copying``: calls copy what they say (``ModelSet``).

        Raises:
            ModelError: its files are not a causal LM with a fast tokenizer, or the adapter does not fit.
        """
        backbone = load_backbone(files, device, adapter, voice)
        models = ModelSet(
            base=files.name,
            base_hash=files.sha256,
            backbone_hash=backbone.adapter_sha256,
            turn_format=backbone.vocabulary.turn_format,
            copying=copying,
        )
        return cls(backbone.model, backbone.vocabulary, models, device, share=share)

    @property
    def models(self) -> ModelSet:
        """What a run that starts now is written by."""
        with self._pointer:
            return self._models

    def add_adapter(self, name: str, folder: Path) -> None:
        """Load an adapter under a unique name beside those in use, between two generations.

        Raises:
            ModelError: the folder is no adapter for this backbone, was trained on another one, or the
                name is taken.
        """
        require_base(folder, self.models.base_hash, self.models.backbone_hash)
        own = read_manifest(folder).get("copying")
        # Short, and not behind all turns that twenty runs wait for.
        for _ in self._worker.submit(lambda _emit: self._adapters.load(name, folder), first=True):
            pass
        if own is not None:
            self._own_copying[name] = bool(own)

    def has_adapter(self, name: str) -> bool:
        """Whether an adapter of this name was added."""
        return self._adapters.has(name)

    def point(self, adapters: Mapping[Role, str]) -> None:
        """Let runs that start from now on use these adapters; running ones keep theirs."""
        models = self.written_by(adapters)
        with self._pointer:
            self._models = models

    def written_by(self, adapters: Mapping[Role, str]) -> ModelSet:
        """What a run is written by that has these adapters, all of which were added.

        Calls copy what they say where the caller's manifest says so, and where it is silent, the set's.
        """
        caller = adapters.get(Role.CALLER)
        copying = self._copying if caller is None else self._own_copying.get(caller, self._copying)
        return self.models.model_copy(update={"adapters": dict(adapters), "copying": copying})

    def cut(self, text: str, limit: int) -> tuple[str, bool]:
        """The text within ``limit`` tokens, and whether it had to be shortened."""
        return self._vocabulary.cut(text, limit)

    def close(self) -> None:
        """Refuse what waits, stop what runs, and end the worker."""
        self._worker.close()

    def write(self, run: Run, role: Role, cancel: Event) -> Writing:
        """The next turn of the run by this role (see ``Model.write``)."""
        wanted = TurnRequest(
            role, tuple(turns(run)), run.tools, limits=run.limits, constrained=run.sampling.constrained
        )
        # A seed of its own for every step, so that a resumed run repeats from where it forked.
        chooser = Chooser(run.sampling.temperature, run.sampling.seed + 7919 * len(run.steps))
        request = self._request(wanted, run.models, chooser, cancel)
        return (yield from self._worker.submit(lambda emit: self._generate(request, emit)))

    def write_many(self, requests: Sequence[TurnRequest], cancel: Event) -> Iterator[tuple[int, Written]]:
        """Each turn with the index of its request, batch by batch (see ``BatchModel.write_many``)."""
        models, greedy = self.models, Chooser(temperature=0, seed=0)
        rows = [self._request(wanted, models, greedy, cancel) for wanted in requests]
        for batch in batches(rows):
            yield from zip(batch, self._written([rows[index] for index in batch]), strict=True)

    def write_expected(
        self, requests: Sequence[TurnRequest], guesses: Sequence[str], cancel: Event
    ) -> Iterator[tuple[int, Written]]:
        """Those turns that come out as guessed, each with the index of its request, as ``write_many`` does.

        Raises:
            Cancelled: ``cancel`` was set.
            ContextFullError: a history is longer than ``room``.
        """
        models, greedy = self.models, Chooser(temperature=0, seed=0)
        rows = [self._request(wanted, models, greedy, cancel) for wanted in requests]
        for batch in batches(rows):
            for first in range(0, len(batch), _GUESSES):
                if cancel.is_set():
                    raise Cancelled("The run was stopped.")
                some = batch[first : first + _GUESSES]
                found = self._checked([rows[index] for index in some], [guesses[index] for index in some])
                yield from ((index, turn) for index, turn in zip(some, found, strict=True) if turn)

    def room(self, role: Role, limits: Limits) -> int:
        """Tokens that the history of a turn of this role may have."""
        return self.context - len(self._vocabulary.invocation(role)) - token_limit(role, limits)

    def tokens(self, turns: Sequence[Turn]) -> int:
        """Tokens of these turns as a history."""
        return len(self._history(turns, self.models.turn_format))

    def _history(self, turns: Iterable[Turn], turn_format: TurnFormat) -> list[int]:
        return self._vocabulary.ids(parts(turns, turn_format))

    def _request(self, wanted: TurnRequest, models: ModelSet, chooser: Chooser, cancel: Event) -> Request:
        role, limits = wanted.role, wanted.limits
        history = self._history((*wanted.history, *wanted.own), models.turn_format)
        if len(history) > self.room(role, limits):
            raise ContextFullError(
                f"The run has {len(history)} tokens and the {role} may write {token_limit(role, limits)} "
                f"more, but the model reads at most {self.context}."
            )
        return Request(
            history=history,
            shared=len(self._history(wanted.history, models.turn_format)) if wanted.own else len(history),
            invocation=self._vocabulary.invocation(role),
            adapter=models.adapters.get(role),
            grammar=_grammar(wanted, models.copying) if wanted.constrained else None,
            chooser=chooser,
            limit=token_limit(role, limits),
            cancel=cancel,
        )

    def _written(self, rows: list[Request]) -> list[Written]:
        written: list[Written] = []
        for _ in self._worker.submit(lambda emit: written.extend(self._batches.write(rows, emit))):
            pass
        return written

    def _checked(self, rows: list[Request], guesses: list[str]) -> list[Written | None]:
        found: list[Written | None] = []
        for _ in self._worker.submit(lambda _emit: found.extend(self._expected.check(rows, guesses))):
            pass
        return found

    @torch.inference_mode()
    def _generate(self, request: Request, emit: Emit) -> Written:
        started = time.perf_counter()
        reader = self._adapters.reader(request.adapter)
        line = self._prefixes.take(reader, request.prompt) if self._share else self._prefixes.new(reader)
        if reader != request.adapter:
            line.keep(len(request.history))
        cached = len(line.ids)
        try:
            turn = self._decode(request, line, emit)
        except (MemoryError, torch.OutOfMemoryError) as error:
            raise ModelError(
                f"Memory ran out at a prompt of {len(request.prompt)} tokens on {self.device.label}: "
                "ask something shorter or load a smaller model."
            ) from error
        finally:
            self._put_back(line, request)
        return turn.written(len(request.prompt), cached, time.perf_counter() - started)

    def _decode(self, request: Request, line: Line, emit: Emit) -> TurnWriter:
        reader = self._adapters.reader(request.adapter)
        if reader != request.adapter:
            # Activated LoRA: what stands before the invocation is the backbone's, whoever reads it.
            self._adapters.use(reader)
            self._read(request.history, line, request.cancel)
        self._adapters.use(request.adapter)
        unread = self._read(request.prompt, line, request.cancel, leave=len(request.invocation))
        constraint = Constraint(self._vocabulary, request.grammar)
        turn = TurnWriter(unread, self._vocabulary, constraint, request.chooser, request.limit, emit)
        decode(turn, lambda ids: self._forward(ids, line), request.cancel)
        return turn

    def _read(self, ids: list[int], line: Line, cancel: Event, leave: int = 0) -> list[int]:
        """Extend the line to ``ids`` but for the last ``leave`` tokens; returns those that are left."""
        while (missing := len(ids) - leave - len(line.ids)) > 0:
            if cancel.is_set():
                raise Cancelled("The run was stopped.")
            start = len(line.ids)
            self._forward(ids[start : start + min(missing, _CHUNK)], line)
        return ids[len(line.ids) :]

    def _forward(self, ids: list[int], line: Line) -> torch.Tensor:
        """Logits (vocabulary,) after ``ids``, which join the line."""
        device = self._backbone.device
        output = self._backbone(
            input_ids=torch.tensor([ids], device=device),
            past_key_values=line.cache,
            use_cache=True,
            # Not 1: its slice has strides for which torch copies the whole output matrix (40 ms on a CPU).
            logits_to_keep=torch.tensor([len(ids) - 1], device=device),
        )
        line.ids.extend(ids)
        logits: torch.Tensor = output.logits[0, -1]
        return logits

    def _put_back(self, line: Line, request: Request) -> None:
        if not self._share or not line.ids:
            return
        # A forward that failed half-way has filled some layers only.
        line.cache.keep(len(line.ids))
        if self._adapters.reader(request.adapter) != request.adapter:
            # From the invocation on, the key-values are the adapter's own.
            line.keep(len(request.history))
        self._prefixes.give_back(line)


def _grammar(wanted: TurnRequest, copying: bool) -> str:
    copied = spans(copied_from((*wanted.history, *wanted.own))) if copying else None
    return role_grammar(wanted.role, wanted.tools, wanted.limits, copied)
