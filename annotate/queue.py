"""The queue of runs to review: filtered, searched, sorted, a page at a time, reserved by whoever has one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Literal

from sqlalchemy import ColumnElement, Select, delete, func, or_, select, tuple_
from sqlalchemy.orm import Session

from annotate import search
from annotate.agreement import apart
from annotate.concern import reason
from annotate.database import Database
from annotate.review_tables import FilterRow, ReservationRow, ReviewRow
from annotate.reviews import Verdict
from annotate.tables import RunRow
from umi.errors import InputError
from umi.schema import Outcome

Sort = Literal["concern", "newest", "oldest", "confidence", "steps"]

RESERVED = timedelta(minutes=10)
"""How long a run is kept for whoever opened it; every action renews it."""

_NONE = 2.0
"""Stands for a confidence that nobody recorded: behind all others."""

SORTS: dict[Sort, tuple[ColumnElement[Any], bool]] = {
    "concern": (RunRow.concern.expression, True),
    "newest": (RunRow.created_at.expression, True),
    "oldest": (RunRow.created_at.expression, False),
    "confidence": (func.coalesce(RunRow.lowest_confidence, _NONE), False),
    "steps": (RunRow.step_count.expression, True),
}
"""What is sorted by, and whether the largest comes first; among equals the newest, or the oldest, does."""


@dataclass(frozen=True)
class Choice:
    """Which runs, in which order. ``reviewed`` None: both; ``text``: words that all must be in the run.

    ``second_for``: those of which this annotator can give a second opinion; ``apart``: those of which
    finished opinions differ and nobody has settled which one stands.
    """

    text: str = ""
    reviewed: bool | None = False
    outcome: Outcome | None = None
    verdict: Verdict | None = None
    annotator: str | None = None
    sure_below: float | None = None
    sort: Sort = "concern"
    second_for: str | None = None
    apart: bool = False


@dataclass(frozen=True)
class Waiting:
    """One line of the queue; ``why`` says what put it there, ``reserved_by`` who has it open."""

    id: str
    question: str
    outcome: Outcome | None
    steps: int
    lowest_confidence: float | None
    verdict: Verdict | None
    annotator: str | None
    created_at: datetime
    why: str
    reserved_by: str | None


class Queue:
    """The queue of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def page(self, choice: Choice, limit: int, after: str | None = None) -> tuple[Waiting, ...]:
        """Up to ``limit`` runs, from behind the run ``after`` on."""
        with self._database.session() as session:
            return _lines(session, session.scalars(self._ordered(choice, after).limit(limit)).all())

    def count(self, choice: Choice) -> int:
        """How many runs the choice has."""
        query = select(func.count()).select_from(RunRow).where(*self._conditions(choice))
        with self._database.session() as session:
            return session.scalar(query) or 0

    def next(self, choice: Choice, annotator: str, after: str | None = None) -> str | None:
        """The first run behind ``after`` that nobody else has open, now the annotator's; None: no more."""
        while (run_id := self._free(choice, annotator, after)) is not None:
            if self.reserve(run_id, annotator):
                return run_id
            after = run_id
        return None

    def previous(self, choice: Choice, before: str) -> str | None:
        """The run that stands before this one, whoever has it."""
        with self._database.session() as session:
            behind = _behind(choice.sort, before, backwards=True)
            query = select(RunRow.id).where(*self._conditions(choice), behind)
            return session.scalar(query.order_by(*_order(choice.sort, backwards=True)).limit(1))

    def reserve(self, run_id: str, annotator: str) -> bool:
        """Keep the run for the annotator for a while; False where somebody else has it.

        Raises:
            StoreError: the run is gone.
        """
        now = datetime.now(UTC)
        values = {"annotator": annotator, "expires_at": now + RESERVED}
        insert = self._database.insert(ReservationRow).values({"run_id": run_id} | values)
        free = or_(ReservationRow.annotator == annotator, ReservationRow.expires_at < now)
        taken = insert.on_conflict_do_update(index_elements=["run_id"], set_=values, where=free)
        with self._database.change() as session:
            if session.get(RunRow, run_id) is None:
                raise self._database.absent(run_id)
            return session.scalar(taken.returning(ReservationRow.run_id)) is not None

    def reserved_by(self, run_id: str) -> str | None:
        """Who has the run open now."""
        open_now = ReservationRow.run_id == run_id, ReservationRow.expires_at > datetime.now(UTC)
        with self._database.session() as session:
            return session.scalar(select(ReservationRow.annotator).where(*open_now))

    def release(self, run_id: str, annotator: str) -> None:
        """Let others have it."""
        own = ReservationRow.run_id == run_id, ReservationRow.annotator == annotator
        with self._database.session() as session:
            session.execute(delete(ReservationRow).where(*own))

    def save_filter(self, owner: str, name: str, choice: Choice) -> None:
        """Keep a choice under a name; one of that name is replaced.

        Raises:
            InputError: the name is empty or longer than 60 characters.
        """
        if not 0 < len(name.strip()) <= 60:
            raise InputError("The filter needs a name of up to 60 characters: give it one.")
        values = {"choice": asdict(choice)}
        insert = self._database.insert(FilterRow).values({"owner": owner, "name": name.strip()} | values)
        with self._database.session() as session:
            session.execute(insert.on_conflict_do_update(index_elements=["owner", "name"], set_=values))

    def drop_filter(self, owner: str, name: str) -> None:
        """Forget it."""
        with self._database.session() as session:
            session.execute(delete(FilterRow).where(FilterRow.owner == owner, FilterRow.name == name))

    def filters(self, owner: str) -> dict[str, Choice]:
        """The owner's saved choices by name."""
        query = select(FilterRow.name, FilterRow.choice).where(FilterRow.owner == owner)
        with self._database.session() as session:
            return {name: Choice(**kept) for name, kept in session.execute(query.order_by(FilterRow.name))}

    def _free(self, choice: Choice, annotator: str, after: str | None) -> str | None:
        others = (
            select(ReservationRow.run_id)
            .where(ReservationRow.annotator != annotator, ReservationRow.expires_at > datetime.now(UTC))
            .scalar_subquery()
        )
        with self._database.session() as session:
            query = self._ordered(choice, after).where(RunRow.id.not_in(others))
            return session.scalar(query.limit(1))

    def _ordered(self, choice: Choice, after: str | None) -> Select[str]:
        query = select(RunRow.id).where(*self._conditions(choice)).order_by(*_order(choice.sort))
        return query if after is None else query.where(_behind(choice.sort, after))

    def _conditions(self, choice: Choice) -> list[ColumnElement[bool]]:
        found: list[ColumnElement[bool] | None] = [
            {None: None, True: RunRow.verdict.is_not(None), False: RunRow.verdict.is_(None)}[choice.reviewed],
            None if choice.outcome is None else RunRow.outcome == choice.outcome,
            None if choice.verdict is None else RunRow.verdict == choice.verdict,
            None if choice.annotator is None else RunRow.annotator == choice.annotator,
            None if choice.sure_below is None else RunRow.lowest_confidence < choice.sure_below,
            None if choice.second_for is None else RunRow.id.not_in(_seen_by(choice.second_for)),
            apart() if choice.apart else None,
            search.matches(self._database, choice.text),
        ]
        return [condition for condition in found if condition is not None]


def _seen_by(annotator: str) -> Any:
    """Runs that the annotator has opened with what others said of them, or is done with."""
    seen = or_(~ReviewRow.is_blind, ReviewRow.finished_at.is_not(None))
    return select(ReviewRow.run_id).where(ReviewRow.annotator == annotator, seen)


def _order(sort: Sort, *, backwards: bool = False) -> tuple[Any, ...]:
    key, falling = SORTS[sort]
    columns = (key, RunRow.created_at, RunRow.id)
    return tuple(column.desc() if falling != backwards else column.asc() for column in columns)


def _behind(sort: Sort, run_id: str, *, backwards: bool = False) -> ColumnElement[bool]:
    """Behind this run in the order; nothing is, where it is gone."""
    key, falling = SORTS[sort]
    own = select(key, RunRow.created_at, RunRow.id).where(RunRow.id == run_id).subquery()
    mine = tuple_(key, RunRow.created_at, RunRow.id)
    its = select(*own.columns).scalar_subquery()
    return mine < its if falling != backwards else mine > its


def _lines(session: Session, ids: Sequence[str]) -> tuple[Waiting, ...]:
    """The runs in this order, with whoever has them open now."""
    columns = (
        *(RunRow.id, RunRow.question, RunRow.outcome, RunRow.step_count, RunRow.lowest_confidence),
        *(RunRow.verdict, RunRow.annotator, RunRow.created_at, RunRow.errors),
    )
    found = {row.id: row for row in session.execute(select(*columns).where(RunRow.id.in_(ids)))}
    query = select(ReservationRow.run_id, ReservationRow.annotator).where(
        ReservationRow.run_id.in_(ids), ReservationRow.expires_at > datetime.now(UTC)
    )
    reserved = {run_id: annotator for run_id, annotator in session.execute(query)}
    return tuple(_line(found[run_id], reserved.get(run_id)) for run_id in ids)


def _line(row: Any, reserved_by: str | None) -> Waiting:
    outcome = Outcome(row.outcome) if row.outcome else None
    return Waiting(
        id=row.id,
        question=row.question,
        outcome=outcome,
        steps=row.step_count,
        lowest_confidence=row.lowest_confidence,
        verdict=Verdict(row.verdict) if row.verdict else None,
        annotator=row.annotator,
        created_at=row.created_at,
        why=reason(outcome, row.lowest_confidence, row.errors),
        reserved_by=reserved_by,
    )
