"""A model in this process: one backbone, an adapter per role, one reading of the shared prefix."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Lock
from typing import Self

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer, PreTrainedModel

from umi.errors import Cancelled, ModelError
from umi.models.adapters import Adapters
from umi.models.base import ContextFullError, Writing, Written
from umi.models.decode import Chooser, Constraint, decode
from umi.models.device import Device
from umi.models.files import ModelFiles
from umi.models.grammar import role_grammar
from umi.models.prefix import Line, PrefixCache
from umi.models.vocabulary import Vocabulary
from umi.models.worker import Emit, GenerationWorker
from umi.prompts import parts, turns
from umi.schema import Limits, ModelSet, Role, Run, Token

_CHUNK = 512
"""Tokens read at once: between two chunks a stop is noticed, about half a second on a small CPU."""
_DECISION_TOKENS = 8
"""Enough for a newline, ``Next: summarizer`` however it is split, and the end of the turn."""


@dataclass(frozen=True)
class Request:
    """One turn to write: the finished trajectory's ids, the role's invocation, and how to choose tokens."""

    history: list[int]
    invocation: list[int]
    adapter: str | None
    grammar: str | None
    chooser: Chooser
    limit: int
    cancel: Event

    @property
    def prompt(self) -> list[int]:
        """Everything the role reads."""
        return self.history + self.invocation


class LocalModel:
    """A causal LM from transformers with its role adapters; any thread may call any public method."""

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
        self._share = share
        self._adapters = Adapters(backbone)
        config = backbone.config.get_text_config()
        self._prefixes = PrefixCache(config.num_hidden_layers)
        self._worker = GenerationWorker()
        self._pointer = Lock()
        self.context: int = config.max_position_embeddings

    @classmethod
    def load(cls, files: ModelFiles, device: Device, *, share: bool = True) -> Self:
        """Read the model's files onto the device.

        Raises:
            ModelError: its files are not a causal LM with a fast tokenizer.
        """
        try:
            tokenizer = AutoTokenizer.from_pretrained(files.path, local_files_only=True)
            backbone = AutoModelForCausalLM.from_pretrained(
                files.path,
                dtype=getattr(torch, device.dtype),
                device_map=device.kind,
                local_files_only=True,
            )
        except (OSError, ValueError, KeyError, RuntimeError) as error:
            reason = str(error).splitlines()[0]
            raise ModelError(f"The model in {files.path} cannot be loaded: {reason}") from error
        backbone.eval().requires_grad_(False)
        vocabulary = Vocabulary(tokenizer, backbone.config.get_text_config().vocab_size)
        models = ModelSet(base=files.name, base_hash=files.sha256, turn_format=vocabulary.turn_format)
        return cls(backbone, vocabulary, models, device, share=share)

    @property
    def models(self) -> ModelSet:
        """What a run that starts now is written by."""
        with self._pointer:
            return self._models

    def add_adapter(self, name: str, folder: Path) -> None:
        """Load an adapter under a unique name beside those in use, between two generations.

        Raises:
            ModelError: the folder is no adapter for this backbone, or the name is taken.
        """
        for _ in self._worker.submit(lambda _emit: self._adapters.load(name, folder)):
            pass

    def point(self, adapters: Mapping[Role, str]) -> None:
        """Let runs that start from now on use these adapters; running ones keep theirs."""
        with self._pointer:
            self._models = self._models.model_copy(update={"adapters": dict(adapters)})

    def cut(self, text: str, limit: int) -> tuple[str, bool]:
        """The text within ``limit`` tokens, and whether it had to be shortened."""
        return self._vocabulary.cut(text, limit)

    def close(self) -> None:
        """Refuse what waits, stop what runs, and end the worker."""
        self._worker.close()

    def write(self, run: Run, role: Role, cancel: Event) -> Writing:
        """The next turn of the run by this role (see ``Model.write``)."""
        request = self._request(run, role, cancel)
        if len(request.prompt) + request.limit > self.context:
            raise ContextFullError(
                f"The run has {len(request.prompt)} tokens and the {role} may write {request.limit} more, "
                f"but the model reads at most {self.context}."
            )
        return (yield from self._worker.submit(lambda emit: self._generate(request, emit)))

    def _request(self, run: Run, role: Role, cancel: Event) -> Request:
        sampling = run.sampling
        return Request(
            history=self._vocabulary.ids(parts(turns(run), run.models.turn_format)),
            invocation=self._vocabulary.invocation(role),
            adapter=run.models.adapters.get(role),
            grammar=role_grammar(role, run.tools, run.limits) if sampling.constrained else None,
            # A seed of its own for every step, so that a resumed run repeats from where it forked.
            chooser=Chooser(sampling.temperature, sampling.seed + 7919 * len(run.steps)),
            limit=token_limit(role, run.limits),
            cancel=cancel,
        )

    @torch.inference_mode()
    def _generate(self, request: Request, emit: Emit) -> Written:
        started = time.perf_counter()
        reader = self._adapters.reader(request.adapter)
        line = self._prefixes.take(reader, request.prompt) if self._share else self._prefixes.new(reader)
        if reader != request.adapter:
            line.keep(len(request.history))
        cached = len(line.ids)
        try:
            tokens, complete = self._decode(request, line, emit)
        except (MemoryError, torch.OutOfMemoryError) as error:
            raise ModelError(
                f"Memory ran out at a prompt of {len(request.prompt)} tokens on {self.device.label}: "
                "ask something shorter or load a smaller model."
            ) from error
        finally:
            self._put_back(line, request)
        return Written(
            text="".join(token.text for token in tokens),
            tokens=tuple(tokens),
            prompt_tokens=len(request.prompt),
            cached_tokens=cached,
            seconds=time.perf_counter() - started,
            complete=complete,
        )

    def _decode(self, request: Request, line: Line, emit: Emit) -> tuple[list[Token], bool]:
        reader = self._adapters.reader(request.adapter)
        if reader != request.adapter:
            # Activated LoRA: what stands before the invocation is the backbone's, whoever reads it.
            self._adapters.use(reader)
            self._read(request.history, line, request.cancel)
        self._adapters.use(request.adapter)
        unread = self._read(request.prompt, line, request.cancel, leave=len(request.invocation))
        return decode(
            unread,
            lambda ids: self._forward(ids, line),
            self._vocabulary,
            Constraint(self._vocabulary, request.grammar),
            request.chooser,
            limit=request.limit,
            cancel=request.cancel,
            emit=emit,
        )

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


def token_limit(role: Role, limits: Limits) -> int:
    """Tokens a turn may have; the planner's decision comes on top of its rationale."""
    if role is Role.PLANNER:
        return limits.planner_tokens + _DECISION_TOKENS
    return limits.caller_tokens if role is Role.CALLER else limits.summarizer_tokens
