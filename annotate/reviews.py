"""What annotators say of runs, step by step, and of each run as a whole once they are done with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import delete, or_, select, update
from sqlalchemy.orm import Session

from annotate.database import Database
from annotate.kinds import kinds
from annotate.review_tables import GoldRow, ReviewRow, VerdictRow
from annotate.tables import RunRow, StepRow
from umi.errors import InputError
from umi.schema import Role


class Verdict(StrEnum):
    """What a step, or a run, is."""

    RIGHT = "right"
    WRONG = "wrong"
    UNSURE = "unsure"


@dataclass(frozen=True)
class Mark:
    """What one annotator says of one step; ``kind`` is the error of a wrong one, where it was named."""

    verdict: Verdict
    kind: str | None = None


@dataclass(frozen=True)
class Review:
    """One annotator's view of one run; ``marks`` by step id. ``verdict`` is None until it is finished."""

    run_id: str
    annotator: str
    is_blind: bool
    opened_at: datetime
    finished_at: datetime | None = None
    verdict: Verdict | None = None
    first_wrong_step_id: str | None = None
    marks: Mapping[str, Mark] = field(default_factory=dict)

    @property
    def hides_others(self) -> bool:
        """A second opinion that is not given yet: nobody else's is seen."""
        return self.is_blind and self.finished_at is None

    @property
    def is_closed(self) -> bool:
        """A second opinion that was given; it stays so, as its annotator has seen the others' since."""
        return self.is_blind and self.finished_at is not None


class Reviews:
    """The reviews in one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def open(self, run_id: str, annotator: str, *, blind: bool = False) -> Review:
        """The annotator's review of the run, begun now if it was not before.

        A ``blind`` one is a second opinion: its annotator sees nobody else's until it is finished.

        Raises:
            StoreError: the run is gone.
        """
        values = {"run_id": run_id, "annotator": annotator, "is_blind": blind, "opened_at": datetime.now(UTC)}
        with self._database.change() as session:
            if session.get(RunRow, run_id) is None:
                raise self._database.absent(run_id)
            session.execute(self._database.insert(ReviewRow).values(values).on_conflict_do_nothing())
            return self._own(session, run_id, annotator)

    def mark(self, step_id: str, annotator: str, mark: Mark | None) -> Review:
        """Say what a step is, or with None take it back; returns the review as it is then.

        The first wrong step is the one that counts: marking a step wrong takes back what was said of
        later steps, which are its consequences, and another wrong one before it stays the first.

        Raises:
            InputError: the kind is none of this role's, there is no such step, or the review is a second
                opinion that was given.
        """
        with self._database.change() as session:
            step = session.get(StepRow, step_id)
            if step is None:
                raise InputError("This step is gone: its run was deleted.")
            _require_kind(Role(step.role), mark)
            _require_open(session, step.run_id, annotator)
            later = select(StepRow.id).where(StepRow.run_id == step.run_id, StepRow.position > step.position)
            own = VerdictRow.annotator == annotator
            if mark is not None and mark.verdict is Verdict.WRONG:
                session.execute(delete(VerdictRow).where(own, VerdictRow.step_id.in_(later)))
            session.execute(delete(VerdictRow).where(own, VerdictRow.step_id == step_id))
            if mark is not None:
                session.add(_verdict_row(step, annotator, mark))
            session.flush()
            return self._own(session, step.run_id, annotator)

    def finish(self, run_id: str, annotator: str) -> Review:
        """The annotator is done: the run is wrong if a step is, else unsure if one is, else right.

        Raises:
            InputError: the annotator has not opened it.
        """
        now = datetime.now(UTC)
        with self._database.change() as session:
            review = self._own(session, run_id, annotator)
            if review.is_closed:
                return review
            verdict = _overall(review.marks)
            wrong = [step for step, mark in review.marks.items() if mark.verdict is Verdict.WRONG]
            session.execute(
                update(ReviewRow)
                .where(ReviewRow.run_id == run_id, ReviewRow.annotator == annotator)
                .values(
                    finished_at=now,
                    seconds=(now - review.opened_at).total_seconds(),
                    verdict=verdict,
                    first_wrong_step_id=wrong[0] if wrong else None,
                )
            )
            # What a reviewer settled stays so, unless whoever it stands by changes their mind.
            unsettled = RunRow.id.not_in(select(GoldRow.run_id))
            free = or_(unsettled, RunRow.annotator.is_(None), RunRow.annotator == annotator)
            session.execute(
                update(RunRow).where(RunRow.id == run_id, free).values(verdict=verdict, annotator=annotator)
            )
            return self._own(session, run_id, annotator)

    def visible(self, run_id: str, annotator: str) -> tuple[Review, ...]:
        """All reviews that the annotator may see, by name: while an own blind one goes on, that alone."""
        with self._database.session() as session:
            rows = session.scalars(
                select(ReviewRow).where(ReviewRow.run_id == run_id).order_by(ReviewRow.annotator)
            )
            found = tuple(_review(row, _marks(session, run_id, row.annotator)) for row in rows)
        own = [review for review in found if review.annotator == annotator]
        return tuple(own) if any(each.hides_others for each in own) else found

    def blind_runs(self, annotator: str) -> set[str]:
        """Ids of the runs of which the annotator may not see yet what others say."""
        going_on = ReviewRow.is_blind, ReviewRow.finished_at.is_(None)
        query = select(ReviewRow.run_id).where(ReviewRow.annotator == annotator, *going_on)
        with self._database.session() as session:
            return set(session.scalars(query))

    def _own(self, session: Session, run_id: str, annotator: str) -> Review:
        query = select(ReviewRow).where(ReviewRow.run_id == run_id, ReviewRow.annotator == annotator)
        row = session.scalar(query)
        if row is None:
            raise InputError("This run is not open for review: open it first.")
        return _review(row, _marks(session, run_id, annotator))


def _require_kind(role: Role, mark: Mark | None) -> None:
    if mark is None or mark.kind is None:
        return
    if mark.verdict is not Verdict.WRONG or mark.kind not in kinds()[role]:
        raise InputError(f"{mark.kind!r} is no kind of error of a {role}: choose one of its list.")


def _require_open(session: Session, run_id: str, annotator: str) -> None:
    own = ReviewRow.run_id == run_id, ReviewRow.annotator == annotator
    if session.scalar(
        select(ReviewRow.id).where(*own, ReviewRow.is_blind, ReviewRow.finished_at.is_not(None))
    ):
        raise InputError("A second opinion stays as it was given: a reviewer settles what counts.")


def _verdict_row(step: StepRow, annotator: str, mark: Mark) -> VerdictRow:
    return VerdictRow(
        run_id=step.run_id,
        step_id=step.id,
        annotator=annotator,
        verdict=mark.verdict,
        kind=mark.kind,
        at=datetime.now(UTC),
    )


def _marks(session: Session, run_id: str, annotator: str) -> dict[str, Mark]:
    """By step id, in the order of the steps."""
    query = (
        select(VerdictRow.step_id, VerdictRow.verdict, VerdictRow.kind)
        .join(StepRow, StepRow.id == VerdictRow.step_id)
        .where(VerdictRow.run_id == run_id, VerdictRow.annotator == annotator)
        .order_by(StepRow.position)
    )
    return {step: Mark(Verdict(verdict), kind) for step, verdict, kind in session.execute(query)}


def _overall(marks: Mapping[str, Mark]) -> Verdict:
    found = {mark.verdict for mark in marks.values()}
    return next((each for each in (Verdict.WRONG, Verdict.UNSURE) if each in found), Verdict.RIGHT)


def _review(row: ReviewRow, marks: dict[str, Mark]) -> Review:
    fields: dict[str, Any] = {
        name: getattr(row, name)
        for name in ("run_id", "annotator", "is_blind", "opened_at", "finished_at", "first_wrong_step_id")
    }
    return Review(**fields, verdict=Verdict(row.verdict) if row.verdict else None, marks=marks)
