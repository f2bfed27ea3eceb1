"""Looks after the queue of trainings: starts the next one, notices when one ends, finds those of before."""

from __future__ import annotations

import json
import logging
import signal
import subprocess
import threading
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout
from sqlalchemy import CursorResult, func, select, update
from sqlalchemy.exc import IntegrityError

from annotate.adapters import live_folders
from annotate.database import Database
from annotate.job_processes import ended, memory_of, running_for, spawn, stop
from annotate.job_results import job_folder, register
from annotate.job_status import read_status
from annotate.processes import Process, this_process
from annotate.training_tables import JobRow
from umi.errors import StoreError, UmiError
from umi.home import home

_log = logging.getLogger(__name__)
_EVERY = 1.0
"""Seconds between two looks."""
PATIENCE = 20.0
"""Seconds that a training has to write its checkpoint after it was told to stop."""


class Queue:
    """The jobs of one database on this machine; of several programs one looks at a time."""

    def __init__(self, database: Database, command: Sequence[str]) -> None:
        """``command`` trains; the role and the folder of the job are added to it."""
        self._database = database
        self._command = command
        self._home = home()
        (self._home / "jobs").mkdir(exist_ok=True)
        self._children: dict[str, subprocess.Popen[bytes]] = {}
        self._stopping: dict[str, float] = {}
        self._wake, self._closed = threading.Event(), False
        self._thread = threading.Thread(target=self._work, name="jobs", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Look no more; what trains goes on."""
        self._closed = True
        self._wake.set()
        self._thread.join()

    def wake(self) -> None:
        """Look now."""
        self._wake.set()

    def stop(self, job_id: str) -> None:
        """Tell a running job to stop; it is killed where it does not."""
        with self._database.session() as session:
            job = session.get(JobRow, job_id)
            session.expunge_all()
        if job is None or job.state != "running":
            return
        self._stopping.setdefault(job_id, time.monotonic() + PATIENCE)
        stop(_process(job), signal.SIGTERM)

    def _work(self) -> None:
        while not self._closed:
            self._wake.clear()
            try:
                self.look()
            except Exception:
                # The thread must go on: the next look may find the database and the disk well again.
                _log.exception("The queue of trainings could not be looked after")
            self._wake.wait(_EVERY)

    def look(self, patience: float = 0.0) -> None:
        """Bring the record up to date with what runs, then start the next job if none does.

        ``patience`` is the time in seconds to wait for somebody else who is looking.
        """
        try:
            with FileLock(self._home / "jobs" / ".lock", timeout=patience):
                for job in self._jobs("running"):
                    self._look_at(job)
                self._start_next()
        except Timeout:
            return

    def _jobs(self, state: str) -> list[JobRow]:
        """Those of this machine and this ``UMI_HOME``, oldest first."""
        own = JobRow.state == state, JobRow.host == this_process().host
        query = select(JobRow).where(*own).order_by(JobRow.created_at, JobRow.id)
        with self._database.session() as session:
            jobs = list(session.scalars(query))
            session.expunge_all()
        return [job for job in jobs if self._folder(job.id).is_dir()]

    def _look_at(self, job: JobRow) -> None:
        process = _process(job)
        # Still under this program's own number, it was claimed and its start never came on record.
        if process.is_alive and process.pid != this_process().pid:
            self._watch(job, process)
        elif (found := running_for(job.id)) is not None:
            # The program ended between the start of the training and the record of it.
            self._update(job.id, pid=found.pid, process_started=found.started)
        else:
            child = self._children.pop(job.id, None)
            self._end(job, None if child is None else child.wait())
            self._stopping.pop(job.id, None)

    def _watch(self, job: JobRow, process: Process) -> None:
        if time.monotonic() > self._stopping.get(job.id, float("inf")):
            stop(process, signal.SIGKILL)
        used = memory_of(process)
        if used > 1.05 * (job.peak_bytes or 0):
            self._update(job.id, peak_bytes=used)

    def _end(self, job: JobRow, exit_code: int | None) -> None:
        folder = self._folder(job.id)
        status = read_status(folder)
        if status is not None and status.phase == "done":
            try:
                register(self._database, job, folder)
                return
            except StoreError:
                # The next look tries again.
                raise
            except UmiError as error:
                state, problem = "failed", str(error)
            except OSError as error:
                state = "failed"
                problem = f"The adapter cannot be kept ({error}): free some room, then resume."
        else:
            state, problem = ended(status, exit_code, job.id in self._stopping, folder)
        self._update(job.id, state=state, problem=problem, ended_at=datetime.now(UTC))

    def _start_next(self) -> None:
        waiting = self._jobs("queued")
        if waiting and self._claim(waiting[0]):
            self._start(waiting[0])

    def _claim(self, job: JobRow) -> bool:
        """Whether the job is ours to start: no other program took it, and none runs on this machine."""
        me = this_process()
        taken = update(JobRow).where(JobRow.id == job.id, JobRow.state == "queued")
        now = datetime.now(UTC)
        values = {
            "state": "running",
            "pid": me.pid,
            "process_started": me.started,
            "started_at": func.coalesce(JobRow.started_at, now),
            "ended_at": None,
            "problem": None,
        }
        try:
            with self._database.contested() as session:
                result = session.execute(taken.values(values))
                return isinstance(result, CursorResult) and result.rowcount == 1
        except IntegrityError:
            return False

    def _start(self, job: JobRow) -> None:
        folder = self._folder(job.id)
        try:
            _say_what_is_live(folder, live_folders(self._database, job.base_hash, job.backbone_hash))
            child, process = spawn([*self._command, job.role, str(folder)], folder)
        except (OSError, ValueError) as error:
            problem = f"The training cannot be started ({error}): see to it, then resume."
            self._update(job.id, state="failed", problem=problem, ended_at=datetime.now(UTC))
            return
        self._children[job.id] = child
        self._update(job.id, pid=process.pid, process_started=process.started)
        threading.Thread(target=self._wake_after, args=(child,), name="job-ends", daemon=True).start()

    def _wake_after(self, child: subprocess.Popen[bytes]) -> None:
        """Look as soon as it has ended. Waited for, it leaves no dead process behind either."""
        child.wait()
        self._wake.set()

    def _update(self, job_id: str, **values: Any) -> None:
        with self._database.session() as session:
            session.execute(update(JobRow).where(JobRow.id == job_id).values(values))

    def _folder(self, job_id: str) -> Path:
        return job_folder(self._home, job_id)


def _say_what_is_live(folder: Path, live: dict[str, str | None]) -> None:
    """What the candidate is held against is what is live when the job starts, not when it was queued."""
    file, partial = folder / "job.json", folder / ".job.json.part"
    told = json.loads(file.read_text(encoding="utf-8")) | {"live": live}
    partial.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    partial.replace(file)


def _process(job: JobRow) -> Process:
    return Process(job.host, job.pid or 0, job.process_started or 0.0)
