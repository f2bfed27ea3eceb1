"""Runs from files of other programs into the record: every good row once, every bad one told."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import select

from annotate.columns import dumps
from annotate.database import Database
from annotate.store import Store
from annotate.tables import RunRow
from umi.errors import InputError
from umi.formats import stream
from umi.schema import Decision, ModelSet, Outcome, Role, Run, Step
from umi.trajectory import Trajectory

_AT_ONCE = 200
"""Runs in one transaction: enough to be quick, few enough to let others write in between."""
_LENGTH_AT_ONCE = 4_000_000
"""Characters of steps in one transaction, as a file's rows may have millions each."""

Tell = Callable[[int], None]
"""Hears how many rows are done."""


@dataclass(frozen=True)
class Imported:
    """What became of a file's rows; ``known`` were in the record before, ``bad`` are sentences."""

    new: int
    known: int
    bad: tuple[str, ...]


def import_file(store: Store, path: Path, tell: Tell = lambda _rows: None) -> Imported:
    """Record the file's trajectories as runs; those that are there already are left alone.

    What is recorded before something goes wrong stays, and importing again goes on from there.

    Raises:
        InputError: the file as a whole cannot be read, or holds nothing that can be used.
    """
    bad: list[str] = []
    new = seen = 0
    for some in _batches(stream(path, lambda error: bad.append(str(error)))):
        new += _record(store, some, path.name)
        seen += len(some)
        tell(seen + len(bad))
    return Imported(new, seen - new, tuple(bad))


def _batches(trajectories: Iterable[Trajectory]) -> Iterator[dict[str, Trajectory]]:
    """By content hash, so that a row that a file holds twice counts once."""
    found: dict[str, Trajectory] = {}
    length = 0
    for trajectory in trajectories:
        found[hash_of(trajectory)] = trajectory
        length += _length(trajectory)
        if len(found) == _AT_ONCE or length > _LENGTH_AT_ONCE:
            yield found
            found, length = {}, 0
    if found:
        yield found


def _length(trajectory: Trajectory) -> int:
    """Characters of its steps."""
    observations = (step.observation.content for step in trajectory.steps if step.observation)
    return sum(len(step.raw) for step in trajectory.steps) + sum(map(len, observations))


def _record(store: Store, trajectories: dict[str, Trajectory], source: str) -> int:
    """How many of them were new."""
    database: Database = store.database
    with database.change() as session:
        query = select(RunRow.content_hash).where(RunRow.content_hash.in_(list(trajectories)))
        known = set(session.scalars(query))
        new = {key: one for key, one in trajectories.items() if key not in known}
        for key, trajectory in new.items():
            store.add(session, as_run(trajectory, source), source=source, hash=key)
    return len(new)


def hash_of(trajectory: Trajectory) -> str:
    """SHA-256 over question, prompt and what was written and returned; names and times play no part."""
    steps = [
        [step.role, step.raw, step.observation.content if step.observation else None]
        for step in trajectory.steps
    ]
    tools = [tool.model_dump() for tool in trajectory.tools]
    told = dumps(
        [trajectory.question, trajectory.system, [list(turn) for turn in trajectory.examples], tools, steps]
    )
    return hashlib.sha256(told.encode()).hexdigest()


def as_run(trajectory: Trajectory, source: str) -> Run:
    """The trajectory as a finished run, its steps linked one to the next."""
    steps: list[Step] = []
    for step in trajectory.steps:
        parent = steps[-1].id if steps else None
        steps.append(step.model_copy(update={"id": Step(role=step.role, raw="").id, "parent_id": parent}))
    outcome, answer = _ending(steps)
    now = datetime.now(UTC)
    return Run(
        question=trajectory.question,
        system=trajectory.system,
        examples=trajectory.examples,
        tools=trajectory.tools,
        models=ModelSet(base=f"imported from {source}", base_hash=""),
        steps=tuple(steps),
        outcome=outcome,
        answer=answer,
        reason=None if outcome is not Outcome.INTERRUPTED else "The imported trajectory ends here.",
        created_at=now,
        ended_at=now,
    )


def _ending(steps: list[Step]) -> tuple[Outcome, str | None]:
    last = steps[-1] if steps else None
    if last is not None and last.role is Role.SUMMARIZER:
        return Outcome.FINISHED, last.answer
    if last is not None and last.decision is Decision.GIVE_UP:
        return Outcome.GAVE_UP, None
    return Outcome.INTERRUPTED, None


def require_files(paths: Iterable[Path]) -> None:
    """Say at once which of several files is not there.

    Raises:
        InputError: one is not.
    """
    for path in paths:
        if not path.is_file():
            raise InputError(f"{path} is no file: name one to import.")
