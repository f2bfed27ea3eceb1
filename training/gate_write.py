"""The steps that the live adapter and the candidate write, and what either has written before.

Both are adapters of one model: the backbone is in memory once, and what both read is read once. A text
is kept with the hash of the adapter that wrote it, so that a stopped gate goes on where it was, and a
candidate that was promoted does not write again what it wrote to become one.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event

from training.checkpoint import write_whole
from training.role_rows import RoleRow
from umi.models.base import ContextFullError, TurnRequest
from umi.models.local import LocalModel
from umi.prompts import compact_json, turns, written_text
from umi.schema import Limits, Role
from umi.truncate import fit

_AT_ONCE = 32
"""Steps written by one adapter before the other writes them: as many as the model keeps the prefixes of."""

_LIMITS = Limits()


@dataclass(frozen=True)
class Side:
    """One adapter of the role; ``name`` is its name in the model, None for the backbone by itself."""

    name: str | None
    sha256: str | None


@dataclass(frozen=True)
class Both:
    """What the two wrote at one step; None where the tools alone fill the context."""

    live: str | None
    candidate: str | None


class BothSides:
    """Two adapters of one role in one model."""

    def __init__(
        self, model: LocalModel, role: Role, live: Side, candidate: Side, cache: Path, cancel: Event
    ) -> None:
        """``cache`` is a folder for what was written; it is made on demand."""
        self.model, self.role, self.live, self.candidate = model, role, live, candidate
        self._others = {other: name for other, name in model.models.adapters.items() if other is not role}
        self._cache, self._cancel = cache, cancel

    def point(self, side: Side) -> None:
        """Let the model write by this adapter from now on; the other roles keep theirs."""
        own = {} if side.name is None else {self.role: side.name}
        self.model.point({**self._others, **own})

    def write(self, rows: Sequence[RoleRow], tell: Callable[[int], None]) -> list[Both]:
        """The last step of each row, by both; ``tell`` hears of every turn that was written.

        Raises:
            Cancelled: the gate was stopped; what was written is kept.
            TrainingError: the cache cannot be written.
        """
        found: list[Both] = []
        for start in range(0, len(rows), _AT_ONCE):
            some = rows[start : start + _AT_ONCE]
            requests = [self._request(row) for row in some]
            wanted = [written_text(row.steps[-1]) for row in some]
            first = [
                row.rejected.raw if row.rejected else text for row, text in zip(some, wanted, strict=True)
            ]
            live = self._written(self.live, requests, [first])
            candidate = self._written(self.candidate, requests, [wanted, [text or "" for text in live]])
            found += map(Both, live, candidate)
            tell(2 * len(requests))
        return found

    def _request(self, row: RoleRow) -> TurnRequest | None:
        """None where not even the tools fit."""
        before = row.model_copy(update={"steps": row.steps[:-1]})
        try:
            history = fit(tuple(turns(before)), self.model.room(self.role, _LIMITS), self.model)
        except ContextFullError:
            return None
        return TurnRequest(self.role, history, row.tools, limits=_LIMITS)

    def _written(
        self, side: Side, requests: Sequence[TurnRequest | None], guesses: Sequence[Sequence[str]]
    ) -> list[str | None]:
        """``guesses`` are tried one after the other, each a text for every request; they only save time."""
        self.point(side)
        known = _Known(self._cache, self.model, side)
        keys = [None if one is None else known.key(one) for one in requests]
        asked = {key: one for key, one in zip(keys, requests, strict=True) if key and one}
        missing = asked.keys() - known.texts.keys()
        for guess in guesses:
            likely = dict(zip(keys, guess, strict=True))
            left = [key for key in asked if key not in known.texts]
            texts = [likely[key] for key in left]
            found = self.model.write_expected([asked[key] for key in left], texts, self._cancel)
            known.texts.update({left[index]: turn.text for index, turn in found})
        left = [key for key in asked if key not in known.texts]
        written = self.model.write_many([asked[key] for key in left], self._cancel)
        known.texts.update({left[index]: turn.text for index, turn in written})
        if missing:
            known.save()
        return [None if key is None else known.texts[key] for key in keys]


class _Known:
    """What one adapter has written, by the hash of what it was asked; a JSON file that may be deleted."""

    def __init__(self, folder: Path, model: LocalModel, side: Side) -> None:
        models = model.models
        writer = (models.base_hash, models.backbone_hash, side.sha256, models.copying, model.device.label)
        self._path = folder / f"{_sha256(writer)}.json"
        self.texts = _read(self._path)

    def key(self, request: TurnRequest) -> str:
        """Everything that decides what is written."""
        tools = [tool.model_dump() for tool in request.tools]
        return _sha256((request.role, request.history, tools, request.limits.model_dump()))

    def save(self) -> None:
        """Whole or not at all."""
        write_whole(self._path, compact_json(self.texts), "what was written before is kept")


def _read(path: Path) -> dict[str, str]:
    """Nothing where there is no such file, or a damaged one: it is written again."""
    try:
        texts = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return texts if isinstance(texts, dict) else {}


def _sha256(value: object) -> str:
    return hashlib.sha256(compact_json(value).encode()).hexdigest()
