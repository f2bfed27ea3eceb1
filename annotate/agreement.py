"""Whether annotators agree, and settling it where they do not: gold is what a reviewer decided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import ColumnElement, delete, func, or_, select, update
from sqlalchemy.orm import Session

from annotate.database import Database
from annotate.review_tables import GoldRow, ReviewRow, RevisionRow, VerdictRow
from annotate.reviews import Verdict
from annotate.tables import RunRow, StepRow
from umi.errors import InputError

NOTHING = -1
"""Stands for the number of the accepted revision where a step is settled, and nothing of it accepted."""


@dataclass(frozen=True)
class Agreement:
    """Over runs that several people finished: Cohen's kappa for two of them, Krippendorff's alpha for more.

    1 is perfect, 0 what chance would give; None where all said the same of everything, or too little.
    ``about`` is "verdict" or "first wrong step".
    """

    about: str
    annotators: int
    runs: int
    measure: str
    value: float | None


class Judge:
    """Agreement, disagreements and gold in one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def agreement(self) -> tuple[Agreement, ...]:
        """On the verdict of whole runs, and on which step was the first wrong one."""
        said = self._shared()
        verdicts = [(person, run, verdict) for person, run, verdict, _ in said]
        steps = [(person, run, step or "none") for person, run, _, step in said]
        return _agreement("verdict", verdicts), _agreement("first wrong step", steps)

    def disagreements(self) -> tuple[str, ...]:
        """Ids of runs of which finished reviews say different things, and that nobody has settled."""
        query = select(RunRow.id).where(apart()).order_by(RunRow.created_at.desc(), RunRow.id)
        with self._database.session() as session:
            return tuple(session.scalars(query))

    def settle(self, run_id: str, annotator: str, reviewer: str) -> None:
        """This annotator's opinion stands: their verdict is the run's, and its steps count as they left them.

        Of a step that they corrected their newest revision is accepted, of those before the first that
        they found wrong or unsure the original, of the others nothing.

        Raises:
            InputError: the annotator has not finished a review of this run.
        """
        mine = ReviewRow.run_id == run_id, ReviewRow.annotator == annotator
        with self._database.change() as session:
            review = session.scalar(select(ReviewRow).where(*mine, ReviewRow.finished_at.is_not(None)))
            if review is None:
                raise InputError(f"{annotator} has not finished this run: choose somebody who has.")
            given = {"run_id": run_id, "reviewer": reviewer, "at": datetime.now(UTC)}
            gold = _gold_of(session, run_id, annotator)
            session.execute(delete(GoldRow).where(GoldRow.run_id == run_id))
            session.add_all(GoldRow(step_id=step, revision_no=number, **given) for step, number in gold)
            stands = {"verdict": review.verdict, "annotator": annotator}
            session.execute(update(RunRow).where(RunRow.id == run_id).values(stands))

    def standing(self, run_id: str) -> str | None:
        """Whose opinion stands; None until it is settled."""
        settled = RunRow.id.in_(select(GoldRow.run_id))
        with self._database.session() as session:
            return session.scalar(select(RunRow.annotator).where(RunRow.id == run_id, settled))

    def accept(self, step_id: str, revision_no: int, reviewer: str) -> None:
        """Make this revision of the step, or with 0 the step as it was written, the one that counts.

        Raises:
            InputError: there is no such step or revision.
        """
        values = {"revision_no": revision_no, "reviewer": reviewer, "at": datetime.now(UTC)}
        with self._database.change() as session:
            step = session.get(StepRow, step_id)
            known = select(RevisionRow.id).where(
                RevisionRow.step_id == step_id, RevisionRow.revision_no == revision_no
            )
            if step is None or (revision_no and session.scalar(known) is None):
                raise InputError(f"There is no revision {revision_no} of this step: open the run again.")
            insert = self._database.insert(GoldRow).values(
                {"step_id": step_id, "run_id": step.run_id} | values
            )
            session.execute(insert.on_conflict_do_update(index_elements=["step_id"], set_=values))

    def reopen(self, run_id: str) -> None:
        """Nothing of the run counts as settled any more."""
        with self._database.session() as session:
            session.execute(delete(GoldRow).where(GoldRow.run_id == run_id))

    def gold(self, run_id: str) -> dict[str, int]:
        """The accepted revision of each settled step: 0 the original, ``NOTHING`` none."""
        query = select(GoldRow.step_id, GoldRow.revision_no).where(GoldRow.run_id == run_id)
        with self._database.session() as session:
            return {step_id: number for step_id, number in session.execute(query)}

    def _shared(self) -> Sequence[tuple[str, str, str | None, str | None]]:
        """Annotator, run, verdict and first wrong step of finished reviews, where a run has several."""
        finished = ReviewRow.finished_at.is_not(None)
        several = select(ReviewRow.run_id).where(finished).group_by(ReviewRow.run_id).having(func.count() > 1)
        columns = ReviewRow.annotator, ReviewRow.run_id, ReviewRow.verdict, ReviewRow.first_wrong_step_id
        query = select(*columns).where(finished, ReviewRow.run_id.in_(several))
        with self._database.session() as session:
            rows = session.execute(query.order_by(*columns[1::-1]))
            return [(person, run, verdict, step) for person, run, verdict, step in rows]


def apart() -> ColumnElement[bool]:
    """Runs of which finished reviews say different things, and that nobody has settled."""
    verdict, first = ReviewRow.verdict, func.coalesce(ReviewRow.first_wrong_step_id, "")
    differ = or_(func.min(verdict) != func.max(verdict), func.min(first) != func.max(first))
    finished = select(ReviewRow.run_id).where(ReviewRow.finished_at.is_not(None))
    found = RunRow.id.in_(finished.group_by(ReviewRow.run_id).having(differ))
    return found & RunRow.id.not_in(select(GoldRow.run_id))


def _gold_of(session: Session, run_id: str, annotator: str) -> list[tuple[str, int]]:
    """What this annotator leaves of each step, see ``Judge.settle``."""
    steps = session.scalars(select(StepRow.id).where(StepRow.run_id == run_id).order_by(StepRow.position))
    newest = select(RevisionRow.step_id, func.max(RevisionRow.revision_no)).where(
        RevisionRow.run_id == run_id, RevisionRow.author == annotator
    )
    corrected = {step: number for step, number in session.execute(newest.group_by(RevisionRow.step_id))}
    doubts = VerdictRow.annotator == annotator, VerdictRow.verdict != Verdict.RIGHT
    query = select(VerdictRow.step_id).where(VerdictRow.run_id == run_id, *doubts)
    doubted = set(session.scalars(query))
    found: list[tuple[str, int]] = []
    untouched = 0
    for step in steps:
        untouched = NOTHING if step in doubted else untouched
        found.append((step, corrected.get(step, untouched)))
    return found


def _agreement(about: str, said: Sequence[tuple[str, str, str | None]]) -> Agreement:
    people = {person for person, _, _ in said}
    measure = "Cohen's kappa" if len(people) <= 2 else "Krippendorff's alpha"
    return Agreement(about, len(people), len({run for _, run, _ in said}), measure, _value(said, len(people)))


def _value(said: Sequence[tuple[str, str, str | None]], people: int) -> float | None:
    if people < 2 or len({label for _, _, label in said}) < 2:
        return None
    from nltk.metrics.agreement import AnnotationTask

    task = AnnotationTask(data=[(person, run, label) for person, run, label in said])
    return float(task.kappa() if people == 2 else task.alpha())
