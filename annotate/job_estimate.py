"""What a training would take, from what earlier ones took; a guess before there are any."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from statistics import median

from sqlalchemy import select

from annotate.database import Database
from annotate.training_tables import JobRow
from umi.schema import Role

_SECONDS_TO_START = 30.0
"""Starting, loading, and the dev set's steps."""
_SECONDS_A_ROW = 0.3
"""``benchmarks/corrections.py`` on two cores: 50 corrections of the caller in 180 s."""
_MEMORY = 4_000_000_000
"""Seen there: 3.8 GB, the gate included."""
_LOOKED_AT = 5


@dataclass(frozen=True)
class Estimate:
    """What a job would take; ``measured`` says that earlier jobs here were looked at."""

    seconds: float
    memory_bytes: int
    measured: bool


def estimate(database: Database, role: Role, epochs: float, counts: Mapping[str, int]) -> Estimate:
    """From the last jobs of the role that ended well, by the rows that they read."""
    query = select(JobRow).where(JobRow.state == "done", JobRow.role == role.value)
    with database.session() as session:
        done = list(session.scalars(query.order_by(JobRow.created_at.desc()).limit(_LOOKED_AT)))
        session.expunge_all()
    paces = [pace for job in done if (pace := _pace(job)) is not None]
    pace = median(paces) if paces else _SECONDS_A_ROW
    memory = max((job.peak_bytes for job in done if job.peak_bytes), default=_MEMORY)
    return Estimate(_SECONDS_TO_START + pace * _passes(counts, epochs), memory, bool(paces))


def _pace(job: JobRow) -> float | None:
    """Seconds a row and pass."""
    if job.ended_at is None or job.started_at is None:
        return None
    seconds = (job.ended_at - job.started_at).total_seconds() - _SECONDS_TO_START
    return max(seconds, 0.0) / max(_passes(job.counts, job.settings["epochs"]), 1)


def _passes(counts: Mapping[str, int], epochs: float) -> float:
    """How often a row is read: learnt from in each epoch, then asked of both adapters.

    Replay is no more than the corrections by the trainer's own rule.
    """
    corrected, replay = counts["corrected"], min(counts["replay"], counts["corrected"])
    return epochs * (corrected + replay) + 2 * (corrected + counts["held_out"] + counts["accepted"])
