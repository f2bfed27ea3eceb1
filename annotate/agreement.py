"""Whether annotators agree, and settling it where they do not: gold is what a reviewer decided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import delete, func, select

from annotate.database import Database
from annotate.review_tables import GoldRow, ReviewRow, RevisionRow
from annotate.tables import StepRow
from umi.errors import InputError


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
        found: dict[str, set[tuple[str | None, str | None]]] = {}
        for _, run_id, verdict, step in self._shared():
            found.setdefault(run_id, set()).add((verdict, step))
        with self._database.session() as session:
            settled = set(session.scalars(select(GoldRow.run_id).distinct()))
        return tuple(run_id for run_id, said in found.items() if len(said) > 1 and run_id not in settled)

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
        """The accepted revision of each settled step."""
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
