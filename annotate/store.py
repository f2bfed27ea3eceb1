"""The record of runs: written as they happen, read by pages while they go on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import case, func, literal, select, tuple_, update
from sqlalchemy.orm import Session
from sqlalchemy.sql.dml import ReturningUpdate

from annotate import search
from annotate.concern import concern
from annotate.database import Database
from annotate.processes import Process, this_process
from annotate.tables import PromptRow, RunRow, StepRow
from umi.errors import StoreError
from umi.schema import Outcome, Run, Step

_INTERRUPTED = "The program stopped while this run was going on; the steps up to then are kept."


@dataclass(frozen=True)
class RunSummary:
    """One line of a list of runs. ``lowest_confidence`` (0 to 1) is that of its least sure step."""

    id: str
    question: str
    outcome: Outcome | None
    steps: int
    lowest_confidence: float | None
    created_at: datetime
    ended_at: datetime | None


class Store:
    """Runs and steps in one database; one object serves any number of threads.

    A run belongs to the process that started it, and nothing in it changes but its
    growing and, once, its end. NUL characters and lone surrogates in text are kept as
    U+FFFD. Every method raises `StoreError` where the database does not answer.
    """

    def __init__(self, database: Database) -> None:
        self.database = database

    @classmethod
    def open(cls, url: str) -> Store:
        """Open, bring the tables up to date, and close the runs of processes that are gone.

        Only this machine's processes can be seen: runs of other hosts are left as they are.

        Raises:
            StoreError: the database cannot be opened, is not ours or comes from a newer version.
        """
        store = cls(Database.open(url))
        store._close_abandoned()
        return store

    def close(self) -> None:
        """Let go of the database; the store cannot be used afterwards."""
        self.database.close()

    def start_run(self, run: Run) -> None:
        """Record a run, with whatever steps and ending it already has.

        Raises:
            StoreError: a run or step with such an id is there already, or a parent is not.
        """
        with self.database.session() as session:
            self.add(session, run)

    def add(self, session: Session, run: Run, source: str | None = None, hash: str | None = None) -> None:
        """As ``start_run``, in the caller's transaction; ``source`` and ``hash`` are an imported run's."""
        prompt, process = PromptRow.columns_of(run), this_process()
        self._keep_prompt(session, prompt)
        session.add(
            RunRow.of(
                run,
                **_figures(run),
                prompt_hash=prompt["hash"],
                source=source,
                content_hash=hash,
                host=process.host,
                pid=process.pid,
                process_started=process.started,
            )
        )
        session.flush()
        session.add_all(StepRow.of(step, run.id, at) for at, step in enumerate(run.steps))
        if run.outcome is not None:
            search.index(self.database, session, run)

    def add_step(self, run_id: str, step: Step) -> None:
        """Append a step to a running run, durable when this returns.

        Raises:
            StoreError: the run is absent or has ended, or the step's id or parent does not fit.
        """
        with self.database.session() as session:
            position = session.scalar(_grown(run_id, step))
            if position is None:
                raise self._not_running(session, run_id)
            session.add(StepRow.of(step, run_id, position))

    def end_run(
        self, run_id: str, outcome: Outcome, answer: str | None = None, reason: str | None = None
    ) -> None:
        """Close a running run, once and for all.

        Raises:
            StoreError: the run is absent or has ended already.
        """
        with self.database.session() as session:
            ended = session.scalar(
                update(RunRow)
                .where(RunRow.id == run_id, RunRow.outcome.is_(None))
                .values(outcome=outcome, answer=answer, reason=reason, ended_at=datetime.now(UTC))
                .returning(RunRow.id)
            )
            if ended is None:
                raise self._not_running(session, run_id)
            self._list(session, run_id)

    def run(self, run_id: str) -> Run:
        """The run with all its steps so far.

        Raises:
            StoreError: there is no such run.
        """
        with self.database.session() as session:
            row = self._row(session, run_id)
            return row.run(_steps(session, run_id, 0))

    def steps_after(self, run_id: str, count: int) -> tuple[Step, ...]:
        """The steps behind the first ``count``; empty where there are none (yet)."""
        with self.database.session() as session:
            return _steps(session, run_id, count)

    def outcome(self, run_id: str) -> Outcome | None:
        """How the run ended; None while it goes on.

        Raises:
            StoreError: there is no such run.
        """
        with self.database.session() as session:
            found = session.execute(select(RunRow.outcome).where(RunRow.id == run_id)).first()
            if found is None:
                raise self.database.absent(run_id)
            return None if found.outcome is None else Outcome(found.outcome)

    def recent(self, limit: int, before: RunSummary | None = None) -> tuple[RunSummary, ...]:
        """The newest runs, newest first; ``before``, the last one of a page, asks for the next page."""
        columns = (
            *(RunRow.id, RunRow.question, RunRow.outcome, RunRow.step_count),
            *(RunRow.lowest_confidence, RunRow.created_at, RunRow.ended_at),
        )
        key = tuple_(RunRow.created_at, RunRow.id)
        query = select(*columns).order_by(RunRow.created_at.desc(), RunRow.id.desc()).limit(limit)
        if before is not None:
            created_at = literal(before.created_at, RunRow.created_at.type)
            query = query.where(key < tuple_(created_at, literal(before.id, RunRow.id.type)))
        with self.database.session() as session:
            return tuple(_summary(*row) for row in session.execute(query))

    def _keep_prompt(self, session: Session, columns: dict[str, Any]) -> None:
        session.execute(self.database.insert(PromptRow).values(columns).on_conflict_do_nothing())

    def _close_abandoned(self) -> None:
        host = this_process().host
        query = select(RunRow.id, RunRow.pid, RunRow.process_started)
        with self.database.session() as session:
            running = session.execute(query.where(RunRow.outcome.is_(None), RunRow.host == host)).all()
        for run_id, pid, started in running:
            if not Process(host, pid, started).is_alive:
                self._interrupt(run_id)

    def _interrupt(self, run_id: str) -> None:
        # The last sign of life says when it ended better than the moment somebody looked.
        last_step = select(func.max(StepRow.started_at)).where(StepRow.run_id == run_id).scalar_subquery()
        with self.database.session() as session:
            ended = session.scalar(
                update(RunRow)
                .where(RunRow.id == run_id, RunRow.outcome.is_(None))
                .values(
                    outcome=Outcome.INTERRUPTED,
                    reason=_INTERRUPTED,
                    ended_at=func.coalesce(last_step, RunRow.created_at),
                )
                .returning(RunRow.id)
            )
            if ended is not None:
                self._list(session, run_id)

    def _list(self, session: Session, run_id: str) -> None:
        """The run has ended: it gets its place in the queue and can be searched."""
        row = self._row(session, run_id)
        outcome = Outcome(row.outcome) if row.outcome else None
        row.concern = concern(outcome, row.lowest_confidence, row.errors)
        search.index(self.database, session, row.run(_steps(session, run_id, 0)))

    def _row(self, session: Session, run_id: str) -> RunRow:
        row = session.get(RunRow, run_id)
        if row is None:
            raise self.database.absent(run_id)
        return row

    def _not_running(self, session: Session, run_id: str) -> StoreError:
        row = self._row(session, run_id)
        return StoreError(
            f"The run {run_id} has ended ({row.outcome}) and cannot be changed: start a new one."
        )


def _figures(run: Run) -> dict[str, Any]:
    """What lists show of the run's steps."""
    lowest = min((step.confidence for step in run.steps if step.confidence is not None), default=None)
    errors = sum(step.observation is not None and step.observation.is_error for step in run.steps)
    return {
        "step_count": len(run.steps),
        "lowest_confidence": lowest,
        "errors": errors,
        "concern": concern(run.outcome, lowest, errors),
    }


def _grown(run_id: str, step: Step) -> ReturningUpdate[int]:
    """Counts one more step of a running run and returns its position.

    As the first statement of its transaction it takes the write lock, so that two
    threads never get the same position.
    """
    lowest, confidence = RunRow.lowest_confidence, step.confidence
    sure = lowest if confidence is None else case((lowest < confidence, lowest), else_=confidence)
    failed = step.observation is not None and step.observation.is_error
    return (
        update(RunRow)
        .where(RunRow.id == run_id, RunRow.outcome.is_(None))
        .values(step_count=RunRow.step_count + 1, lowest_confidence=sure, errors=RunRow.errors + int(failed))
        .returning(RunRow.step_count - 1)
    )


def _steps(session: Session, run_id: str, first: int) -> tuple[Step, ...]:
    query = select(StepRow).where(StepRow.run_id == run_id, StepRow.position >= first)
    return tuple(row.step() for row in session.scalars(query.order_by(StepRow.position)))


def _summary(id_: str, question: str, outcome: str | None, *others: Any) -> RunSummary:
    return RunSummary(id_, question, None if outcome is None else Outcome(outcome), *others)
