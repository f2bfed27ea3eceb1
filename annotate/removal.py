"""Deleting a run with everything that was said about it."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import delete, func, select, update

from annotate import search
from annotate.database import Database
from annotate.lineage import LEARNT
from annotate.review_tables import (
    DraftRow,
    GoldRow,
    ReservationRow,
    ReviewRow,
    RevisionRow,
    SuggestionRow,
    VerdictRow,
)
from annotate.tables import RunRow, StepRow
from annotate.training_tables import AdapterLessonRow
from umi.errors import InputError


@dataclass(frozen=True)
class Goes:
    """What goes with a run; ``resumed`` counts the runs that stay without it as their parent.

    ``learnt_by`` names the adapters that learnt from it, which keep what they learnt.
    """

    steps: int
    corrections: int
    reviews: int
    drafts: int
    accepted: int
    resumed: int
    learnt_by: tuple[str, ...] = ()


def what_goes(database: Database, run_id: str) -> Goes:
    """What ``delete_run`` would take along.

    Raises:
        StoreError: there is no such run.
    """
    steps = select(StepRow.id).where(StepRow.run_id == run_id)
    counted = {
        "steps": StepRow.run_id == run_id,
        "corrections": RevisionRow.run_id == run_id,
        "reviews": ReviewRow.run_id == run_id,
        "drafts": DraftRow.step_id.in_(steps),
        "accepted": (GoldRow.run_id == run_id) & (GoldRow.revision_no >= 0),
        "resumed": RunRow.parent_run_id == run_id,
    }
    with database.session() as session:
        if session.get(RunRow, run_id) is None:
            raise database.absent(run_id)
        queries = {name: select(func.count()).where(condition) for name, condition in counted.items()}
        counts = {name: session.scalar(query) or 0 for name, query in queries.items()}
        learnt = select(AdapterLessonRow.adapter_id).where(
            AdapterLessonRow.run_id == run_id, AdapterLessonRow.kind.in_(LEARNT)
        )
        learnt_by = tuple(session.scalars(learnt.distinct().order_by(AdapterLessonRow.adapter_id)))
    return Goes(**counts, learnt_by=learnt_by)


def delete_run(database: Database, run_id: str) -> None:
    """Delete a run that has ended; runs that were resumed from it stay, without their parent.

    Raises:
        InputError: it is still going on.
        StoreError: there is no such run.
    """
    with database.change() as session:
        row = session.get(RunRow, run_id)
        if row is None:
            raise database.absent(run_id)
        if row.outcome is None:
            raise InputError("This run is still going on: stop it first.")
        session.expunge(row)
        steps = select(StepRow.id).where(StepRow.run_id == run_id)
        for table in (GoldRow, RevisionRow, VerdictRow, ReviewRow, ReservationRow):
            session.execute(delete(table).where(table.run_id == run_id))
        for by_step in (DraftRow, SuggestionRow):
            session.execute(delete(by_step).where(by_step.step_id.in_(steps)))
        orphans = update(RunRow).where(RunRow.parent_run_id == run_id)
        session.execute(orphans.values(parent_run_id=None, parent_step_id=None))
        session.execute(update(StepRow).where(StepRow.run_id == run_id).values(parent_id=None))
        session.execute(delete(StepRow).where(StepRow.run_id == run_id))
        search.forget(database, session, run_id)
        session.execute(delete(RunRow).where(RunRow.id == run_id))
