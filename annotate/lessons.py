"""What reviewing taught: corrected steps and accepted ones, each at its prefix, as rows to learn from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from annotate.contents import Content, corrected
from annotate.database import Database
from annotate.holdout import held_out_hashes, question_hash
from annotate.review_tables import GoldRow, ReviewRow, RevisionRow, VerdictRow
from annotate.reviews import Verdict
from annotate.store import Store
from annotate.tables import RunRow, StepRow
from umi.errors import InputError
from umi.formats.example import Example
from umi.schema import Role, Run, Step
from umi.trajectory import Trajectory

Kind = Literal["corrected", "accepted"]


@dataclass(frozen=True)
class Wanted:
    """Which lessons: of these kinds and roles, by this annotator, between these moments, gold alone."""

    kinds: tuple[Kind, ...] = ("corrected", "accepted")
    roles: tuple[Role, ...] = tuple(Role)
    annotator: str | None = None
    since: datetime | None = None
    until: datetime | None = None
    gold_only: bool = False
    held_out: bool = False


@dataclass(frozen=True)
class Lesson:
    """One step to learn at its prefix, and where it comes from; ``revision_no`` 0: as the model wrote it."""

    kind: Kind
    run_id: str
    step_id: str
    revision_no: int
    annotator: str
    at: datetime
    example: Example

    @property
    def role(self) -> Role:
        """Whose it is."""
        return self.example.step.role


@dataclass(frozen=True)
class _Found:
    kind: Kind
    step_id: str
    revision_no: int
    annotator: str
    at: datetime
    content: Content | None = None


class Lessons:
    """The lessons in one database."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._database: Database = store.database

    def find(self, wanted: Wanted, refused: list[str]) -> Iterator[Lesson]:
        """The lessons, run by run; ``refused`` gets a sentence for each that cannot be learnt from.

        Held-out questions never come, but for ``wanted.held_out``, where they alone do.
        """
        for run_id in self._runs(wanted):
            run = self._store.run(run_id)
            with self._database.session() as session:
                found = [*_corrected(session, run, wanted), *_accepted(session, run, wanted)]
            for each in found:
                if _is_wanted(each, run, wanted):
                    yield from _lesson(each, run, refused)

    def _runs(self, wanted: Wanted) -> list[str]:
        """Runs about which anybody has said or corrected anything, oldest first, by their split."""
        finished = select(ReviewRow.run_id).where(ReviewRow.finished_at.is_not(None))
        touched = finished.union(select(RevisionRow.run_id), select(GoldRow.run_id))
        query = select(RunRow.id, RunRow.question).where(RunRow.id.in_(touched.subquery().select()))
        with self._database.session() as session:
            rows = session.execute(query.order_by(RunRow.created_at, RunRow.id)).all()
        held_out = held_out_hashes(self._database)
        return [row.id for row in rows if (question_hash(row.question) in held_out) == wanted.held_out]


def _corrected(session: Session, run: Run, wanted: Wanted) -> Iterator[_Found]:
    """The newest revision of each step, or the one that counts as gold."""
    gold = _golds(session, run.id)
    newest: dict[str, RevisionRow] = {}
    query = select(RevisionRow).where(RevisionRow.run_id == run.id).order_by(RevisionRow.revision_no)
    for row in session.scalars(query):
        number = gold.get(row.step_id)
        if number is None or number == row.revision_no:
            newest[row.step_id] = row
    for step_id, row in newest.items():
        settled = gold.get(step_id) == row.revision_no
        if settled or not (wanted.gold_only or gold.get(step_id) == 0):
            yield _Found("corrected", step_id, row.revision_no, row.author, row.created_at, row.content)


def _accepted(session: Session, run: Run, wanted: Wanted) -> Iterator[_Found]:
    """Steps that somebody found right: marked so, before the first wrong one, or in a run that is right."""
    copied = _copied_steps(session, run)
    gold = _golds(session, run.id)
    if wanted.gold_only:
        query = select(GoldRow).where(GoldRow.run_id == run.id, GoldRow.revision_no == 0)
        rows = {row.step_id: row for row in session.scalars(query)}
        own = [rows[step.id] for step in run.steps[copied:] if step.id in rows]
        yield from (_Found("accepted", row.step_id, 0, row.reviewer, row.at) for row in own)
        return
    review = session.scalar(_review_that_counts(run.id))
    if review is None or review.finished_at is None:
        return
    for step in run.steps[copied : _right_until(session, run, review)]:
        if gold.get(step.id, 0) == 0:
            yield _Found("accepted", step.id, 0, review.annotator, review.finished_at)


def _right_until(session: Session, run: Run, review: ReviewRow) -> int:
    """How many steps of the run the review found right, from its start."""
    query = select(VerdictRow.step_id).where(
        VerdictRow.run_id == run.id,
        VerdictRow.annotator == review.annotator,
        VerdictRow.verdict != Verdict.RIGHT,
    )
    doubted = set(session.scalars(query))
    return next((at for at, step in enumerate(run.steps) if step.id in doubted), len(run.steps))


def _copied_steps(session: Session, run: Run) -> int:
    """How many of a resumed run's steps are its parent's, the corrected one included."""
    if run.parent is None:
        return 0
    position = session.scalar(select(StepRow.position).where(StepRow.id == run.parent.step_id))
    return 0 if position is None else position + 1


def _golds(session: Session, run_id: str) -> dict[str, int]:
    query = select(GoldRow.step_id, GoldRow.revision_no).where(GoldRow.run_id == run_id)
    return {step_id: number for step_id, number in session.execute(query)}


def _review_that_counts(run_id: str) -> Select[ReviewRow]:
    """The one that stands where it was settled, else the last one that was finished."""
    own = ReviewRow.run_id == run_id, ReviewRow.finished_at.is_not(None)
    stands = (RunRow.id == ReviewRow.run_id) & (RunRow.annotator == ReviewRow.annotator)
    return select(ReviewRow).join(RunRow, stands).where(*own)


def _is_wanted(found: _Found, run: Run, wanted: Wanted) -> bool:
    roles: Mapping[str, Role] = {step.id: step.role for step in run.steps}
    return (
        found.kind in wanted.kinds
        and roles[found.step_id] in wanted.roles
        and wanted.annotator in (None, found.annotator)
        and (wanted.since is None or found.at >= wanted.since)
        and (wanted.until is None or found.at < wanted.until)
    )


def _lesson(found: _Found, run: Run, refused: list[str]) -> Iterator[Lesson]:
    step = next(step for step in run.steps if step.id == found.step_id)
    try:
        example = _example(run, step, found.content)
    except InputError as error:
        refused.append(str(error))
        return
    yield Lesson(found.kind, run.id, step.id, found.revision_no, found.annotator, found.at, example)


def _example(run: Run, step: Step, content: Content | None) -> Example:
    learnt = step if content is None else corrected(step, content)
    index = run.steps.index(step)
    trajectory = Trajectory(
        id=run.id,
        question=run.question,
        tools=run.tools,
        system=run.system,
        examples=run.examples,
        steps=(*run.steps[:index], learnt),
        targets=(index,),
    )
    return Example(trajectory, index, None if content is None else step)
