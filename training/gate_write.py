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

from umi.errors import TrainingError
from umi.models.base import ContextFullError, TurnRequest
from umi.models.local import LocalModel
from umi.prompts import compact_json, turns
from umi.schema import Limits, Role
from umi.trajectory import Trajectory
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

    def write(self, rows: Sequence[Trajectory], tell: Callable[[int], None]) -> list[Both]:
        """The last step of each row, by both; ``tell`` hears of every turn that was written.

        Raises:
            Cancelled: the gate was stopped; what was written is kept.
            TrainingError: the cache cannot be written.
        """
        found: list[Both] = []
        for start in range(0, len(rows), _AT_ONCE):
            requests = [self._request(row) for row in rows[start : start + _AT_ONCE]]
            texts = [self._written(side, requests) for side in (self.live, self.candidate)]
            found += [Both(*pair) for pair in zip(*texts, strict=True)]
            tell(2 * len(requests))
        return found

    def _request(self, row: Trajectory) -> TurnRequest | None:
        """None where not even the tools fit."""
        before = row.model_copy(update={"steps": row.steps[:-1]})
        try:
            history = fit(tuple(turns(before)), self.model.room(self.role, _LIMITS), self.model)
        except ContextFullError:
            return None
        return TurnRequest(self.role, history, row.tools, limits=_LIMITS)

    def _written(self, side: Side, requests: Sequence[TurnRequest | None]) -> list[str | None]:
        self.point(side)
        known = _Known(self._cache, self.model, side)
        missing = {
            known.key(one): one for one in requests if one is not None and known.key(one) not in known.texts
        }
        keys = list(missing)
        for index, turn in self.model.write_many(list(missing.values()), self._cancel):
            known.texts[keys[index]] = turn.text
        if missing:
            known.save()
        return [None if one is None else known.texts[known.key(one)] for one in requests]


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
        part = self._path.with_suffix(".part")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            part.write_text(compact_json(self.texts), encoding="utf-8")
            part.replace(self._path)
        except OSError as error:
            raise TrainingError(
                f"{self._path} cannot be written ({error.strerror}): make room, and resume the job."
            ) from error


def _read(path: Path) -> dict[str, str]:
    """Nothing where there is no such file, or a damaged one: it is written again."""
    try:
        texts = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return texts if isinstance(texts, dict) else {}


def _sha256(value: object) -> str:
    return hashlib.sha256(compact_json(value).encode()).hexdigest()
