"""Training jobs: a queue of subprocesses that outlive page, tab and server, and what becomes of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from annotate.adapters import Adapters
from annotate.gate import Gate
from annotate.job_data import JobData, JobSettings
from annotate.job_status import Status
from annotate.people import Person
from annotate.store import Store
from umi.schema import Role

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
class Estimate:
    """What a job would take; ``measured`` says whether earlier jobs here were looked at."""

    seconds: float
    memory_bytes: int
    measured: bool


@dataclass(frozen=True)
class Plan:
    """What a job would do; ``problem`` says why it cannot start, where it cannot."""

    role: Role
    settings: JobSettings
    data: JobData
    estimate: Estimate
    problem: str | None


@dataclass(frozen=True)
class Since:
    """Corrections of a role that its live adapter did not learn from; ``kinds`` are their errors."""

    corrections: int
    kinds: Mapping[str, int]
    annotators: tuple[str, ...]


class Jobs:
    """The jobs in one database and this machine's ``UMI_HOME``; any thread may call any method."""

    def __init__(self, store: Store, adapters: Adapters) -> None:
        """Finds the jobs of before again, and begins to look after the queue."""
        raise NotImplementedError

    def since(self, role: Role) -> Since:
        """What there is to learn since the live adapter."""
        raise NotImplementedError

    def plan(self, role: Role, settings: JobSettings) -> Plan:
        """What a job with these settings would do now."""
        raise NotImplementedError

    def start(self, role: Role, settings: JobSettings, who: Person) -> str:
        """Queue a job; returns its id."""
        raise NotImplementedError

    def all(self, limit: int = 50) -> tuple[Job, ...]:
        """The newest jobs, newest first."""
        raise NotImplementedError

    def job(self, job_id: str) -> Job:
        """One job."""
        raise NotImplementedError

    def cancel(self, job_id: str) -> None:
        """Stop a job; it can be resumed."""
        raise NotImplementedError

    def resume(self, job_id: str) -> None:
        """Queue a job that stopped again; it goes on where it was."""
        raise NotImplementedError

    def retry(self, job_id: str, who: Person) -> str:
        """Queue a new job with the same settings and what the record holds now; returns its id."""
        raise NotImplementedError

    def delete(self, job_id: str) -> None:
        """Delete a job with its files and its adapter, unless that was ever promoted."""
        raise NotImplementedError

    def log(self, job_id: str) -> str:
        """What the training printed."""
        raise NotImplementedError

    def curve(self, job_id: str) -> list[dict[str, Any]]:
        """The losses so far."""
        raise NotImplementedError

    def gate(self, job_id: str) -> Gate | None:
        """What the gate found; None where it has not ended."""
        raise NotImplementedError

    def close(self) -> None:
        """Stop looking after the queue; the training goes on."""
        raise NotImplementedError
