"""Training jobs: a queue of subprocesses that outlive page, tab and server, and what becomes of each."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal, cast
from uuid import uuid4

from sqlalchemy import delete, select, update

from annotate.adapters import Adapters, adapter_folder
from annotate.gate import Gate, read_gate
from annotate.job_data import JobData, JobSettings, gather, write_files
from annotate.job_estimate import Estimate, estimate
from annotate.job_file import job_json, settings_of
from annotate.job_news import Since, news
from annotate.job_queue import Queue
from annotate.job_results import adapter_name, job_folder
from annotate.job_status import Status, read_curve, read_log, read_status
from annotate.people import Person
from annotate.processes import this_process
from annotate.store import Store
from annotate.training_tables import AdapterRow, JobRow, PromotionRow
from umi.errors import InputError, ModelError
from umi.home import home
from umi.schema import Role

COMMAND = (sys.executable, "-m", "training", "role")
"""Trains one role; the role and the folder of the job follow."""
GOING = ("queued", "running")
RESUMABLE = ("failed", "cancelled", "interrupted")
State = Literal["queued", "running", "done", "failed", "cancelled", "interrupted"]


@dataclass(frozen=True)
class Job:
    """One job as it stands. ``problem`` is a sentence where it did not end well, ``adapter`` what it made.

    ``settings`` are those of ``JobSettings``, ``counts`` the rows of each kind (``job_data.FILES``).
    """

    id: str
    role: Role
    recipe: str
    state: State
    author: str
    created_at: datetime
    started_at: datetime | None
    ended_at: datetime | None
    settings: Mapping[str, Any]
    counts: Mapping[str, int]
    status: Status | None
    problem: str | None
    adapter: str | None


@dataclass(frozen=True)
class Plan:
    """What a job would do; ``problem`` says why it cannot start, where it cannot."""

    role: Role
    settings: JobSettings
    data: JobData
    estimate: Estimate
    problem: str | None


class Jobs:
    """The jobs in one database and this machine's ``UMI_HOME``; any thread may call any method."""

    def __init__(self, store: Store, adapters: Adapters, command: Sequence[str] = COMMAND) -> None:
        """Finds the jobs of before again, and looks after the queue from now on; ``command`` trains."""
        self._store = store
        self._database = store.database
        self._adapters = adapters
        self._home = home()
        self._queue = Queue(store.database, command)

    def close(self) -> None:
        """Look after the queue no more; what trains goes on."""
        self._queue.close()

    def look(self) -> None:
        """See to the queue now, and not only within the next second."""
        self._queue.look(patience=10)

    def since(self, role: Role) -> Since:
        """What there is to learn since the live adapter.

        Raises:
            ModelError: no model is loaded.
        """
        live = self._adapters.live(role)
        return news(self._database, role, None if live is None else live.id)

    def plan(self, role: Role, settings: JobSettings) -> Plan:
        """What a job with these settings would do now."""
        data = gather(self._store, role, settings)
        problem = _problem(role, settings, data)
        if problem is None:
            try:
                self._adapters.base()
            except ModelError as error:
                problem = str(error)
        return Plan(
            role, settings, data, estimate(self._database, role, settings.epochs, data.counts), problem
        )

    def start(self, role: Role, settings: JobSettings, who: Person) -> str:
        """Queue a job that learns from what the record holds now; returns its id.

        Raises:
            InputError: there is nothing to learn from, or no room for the job's files.
            ModelError: no model is loaded.
        """
        base = self._adapters.base()
        data = gather(self._store, role, settings)
        if (problem := _problem(role, settings, data)) is not None:
            raise InputError(problem)
        job_id = uuid4().hex
        folder = job_folder(self._home, job_id)
        data_hash = self._write_folder(folder, data, job_json(role, settings, base))
        row = JobRow(
            id=job_id,
            role=role.value,
            recipe=settings.recipe,
            state="queued",
            author=who.name,
            created_at=datetime.now(UTC),
            base_hash=base.base_hash,
            backbone_hash=base.backbone_hash or "",
            data_hash=data_hash,
            settings=asdict(settings),
            counts=data.counts,
            host=this_process().host,
        )
        with self._database.session() as session:
            session.add(row)
        self._queue.wake()
        return job_id

    def all(self, limit: int = 50) -> tuple[Job, ...]:
        """The newest jobs, newest first."""
        query = select(JobRow).order_by(JobRow.created_at.desc(), JobRow.id).limit(limit)
        with self._database.session() as session:
            return tuple(self._job(row) for row in session.scalars(query))

    def job(self, job_id: str) -> Job:
        """One job.

        Raises:
            InputError: there is none of this id.
        """
        return self._job(self._row(job_id))

    def cancel(self, job_id: str) -> None:
        """Stop a job: one that waits at once, one that trains behind its next step; it can be resumed.

        Raises:
            InputError: it has ended.
        """
        values = {"state": "cancelled", "problem": "It was taken from the queue."}
        if not self._change(job_id, ("queued",), {**values, "ended_at": datetime.now(UTC)}):
            if self._row(job_id).state != "running":
                raise InputError("This job has ended already.")
            self._queue.stop(job_id)

    def resume(self, job_id: str) -> None:
        """Queue a job that stopped again; it goes on where it was.

        Raises:
            InputError: it does not stand still, or its files are gone.
        """
        if not self._folder(self._row(job_id).id).is_dir():
            raise InputError("The files of this job are not here: retry it instead.")
        if not self._change(job_id, RESUMABLE, {"state": "queued", "ended_at": None}):
            raise InputError("Only a job that was stopped or failed can be resumed.")
        self._queue.wake()

    def retry(self, job_id: str, who: Person) -> str:
        """Queue a new job with the same settings and what the record holds now; returns its id.

        Raises:
            InputError: see ``start``.
            ModelError: no model is loaded.
        """
        row = self._row(job_id)
        return self.start(Role(row.role), settings_of(row.settings), who)

    def delete(self, job_id: str) -> None:
        """Delete a job with its files and its adapter; what that learnt from stays on record.

        Raises:
            InputError: it waits or trains, or its adapter was promoted once.
        """
        row = self._row(job_id)
        if row.state in GOING:
            raise InputError("This job has not ended: cancel it first.")
        with self._database.change() as session:
            adapter = session.scalar(select(AdapterRow).where(AdapterRow.job_id == job_id))
            if adapter is not None:
                promoted = select(PromotionRow.id).where(PromotionRow.adapter == adapter.id)
                if session.scalar(promoted.limit(1)) is not None:
                    raise InputError(f"{adapter.id} was promoted once and belongs to the history: it stays.")
                adapter.deleted_at = datetime.now(UTC)
            session.execute(delete(JobRow).where(JobRow.id == job_id))
        shutil.rmtree(self._folder(job_id), ignore_errors=True)
        if row.number is not None:
            shutil.rmtree(adapter_folder(adapter_name(row.role, row.number)), ignore_errors=True)

    def log(self, job_id: str) -> str:
        """What the training printed, its end where that is long.

        Raises:
            InputError: there is no such job.
        """
        return read_log(self._folder(self._row(job_id).id))

    def curve(self, job_id: str) -> list[dict[str, Any]]:
        """The losses so far, oldest first; each line has ``step`` and ``loss`` or ``valid_loss``.

        Raises:
            InputError: there is no such job.
        """
        row = self._row(job_id)
        adapter = None if row.number is None else adapter_folder(adapter_name(row.role, row.number))
        return read_curve(self._folder(job_id), row.role, adapter)

    def gate(self, job_id: str) -> Gate | None:
        """What the gate found; None where it has not ended.

        Raises:
            InputError: there is no such job, or the file is damaged.
        """
        file = self._folder(self._row(job_id).id) / "gate.json"
        return read_gate(file) if file.is_file() else None

    def _write_folder(self, folder: Path, data: JobData, told: Mapping[str, Any]) -> str:
        """Whole or not at all; returns the hash of the rows."""
        try:
            folder.mkdir()
            data_hash = write_files(data, folder)
            content = json.dumps(told, ensure_ascii=False, indent=1) + "\n"
            (folder / "job.json").write_text(content, encoding="utf-8")
        except OSError as error:
            shutil.rmtree(folder, ignore_errors=True)
            raise InputError(
                f"The job cannot be written to {folder} ({error.strerror}): free some room there."
            ) from error
        return data_hash

    def _row(self, job_id: str) -> JobRow:
        with self._database.session() as session:
            row = session.get(JobRow, job_id)
            session.expunge_all()
        if row is None:
            raise InputError(f"There is no job {job_id}: choose one from the list of jobs.")
        return row

    def _change(self, job_id: str, states: Sequence[str], values: Mapping[str, Any]) -> bool:
        """Whether the job was in one of these states, and is changed now."""
        query = update(JobRow).where(JobRow.id == job_id, JobRow.state.in_(states)).values(values)
        with self._database.session() as session:
            return session.scalar(query.returning(JobRow.id)) is not None

    def _job(self, row: JobRow) -> Job:
        made = row.state == "done" and row.number is not None
        return Job(
            id=row.id,
            role=Role(row.role),
            recipe=row.recipe,
            state=cast("State", row.state),
            author=row.author,
            created_at=row.created_at,
            started_at=row.started_at,
            ended_at=row.ended_at,
            settings=row.settings,
            counts=row.counts,
            status=read_status(self._folder(row.id)),
            problem=row.problem,
            adapter=adapter_name(row.role, row.number) if made and row.number is not None else None,
        )

    def _folder(self, job_id: str) -> Path:
        """Of a job that is on record: any other id may be a path to somewhere else."""
        return job_folder(self._home, job_id)


def _problem(role: Role, settings: JobSettings, data: JobData) -> str | None:
    """Why there is nothing to train, if so."""
    corrected = data.cases["corrected"]
    if not corrected:
        reason = f" ({data.refused[0]})" if data.refused else ""
        return f"There is no correction of the {role} to learn from{reason}: correct some of its steps first."
    if settings.recipe == "dpo" and not any(case.example.rejected for case in corrected):
        return "No correction has a step of the model to prefer it to: choose the recipe SFT."
    return None
