"""How reviewing goes: how much is done, by whom, how fast, and what fails most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from statistics import median

from sqlalchemy import func, select

from annotate.database import Database
from annotate.review_tables import ReviewRow, RevisionRow, VerdictRow
from annotate.reviews import Verdict
from annotate.tables import RunRow, StepRow
from umi.schema import Role

LONGEST = timedelta(minutes=30)
"""A review open for longer was left alone meanwhile, and its time says nothing."""


@dataclass(frozen=True)
class Worker:
    """One annotator's share; ``seconds`` is the median time of a review."""

    name: str
    reviews: int
    corrections: int
    seconds: float | None


@dataclass(frozen=True)
class Progress:
    """The figures of a database; ``faults`` counts wrong steps by role and kind ("-" where none was named).

    ``by_day`` counts finished reviews by ISO date, the last 30 days at most.
    """

    runs: int
    reviewed: int
    verdicts: Mapping[str, int]
    workers: tuple[Worker, ...]
    faults: Mapping[tuple[Role, str], int]
    by_day: Mapping[str, int]


def progress(database: Database) -> Progress:
    """The figures as they are now."""
    with database.session() as session:
        runs = session.scalar(select(func.count()).select_from(RunRow)) or 0
        counted = select(RunRow.verdict, func.count()).where(RunRow.verdict.is_not(None))
        counts = session.execute(counted.group_by(RunRow.verdict))
        verdicts = {str(verdict): count for verdict, count in counts}
        done = select(ReviewRow.annotator, ReviewRow.finished_at, ReviewRow.seconds)
        reviews = session.execute(done.where(ReviewRow.finished_at.is_not(None))).all()
        saved = select(RevisionRow.author, func.count()).group_by(RevisionRow.author)
        corrections = {author: count for author, count in session.execute(saved)}
        wrong = (
            select(StepRow.role, VerdictRow.kind, func.count())
            .join(StepRow, StepRow.id == VerdictRow.step_id)
            .where(VerdictRow.verdict == Verdict.WRONG)
            .group_by(StepRow.role, VerdictRow.kind)
        )
        faults = {(Role(role), kind or "-"): count for role, kind, count in session.execute(wrong)}
    times: dict[str, list[float]] = {}
    for name, _, seconds in reviews:
        times.setdefault(name, []).append(seconds or 0.0)
    names = sorted({*times, *corrections})
    workers = tuple(_worker(name, times.get(name, []), corrections.get(name, 0)) for name in names)
    return Progress(
        runs, sum(verdicts.values()), verdicts, workers, faults, _by_day([at for _, at, _ in reviews])
    )


def _worker(name: str, seconds: list[float], corrections: int) -> Worker:
    awake = [each for each in seconds if each < LONGEST.total_seconds()]
    return Worker(name, len(seconds), corrections, median(awake) if awake else None)


def _by_day(moments: list[datetime | None]) -> dict[str, int]:
    since = datetime.now(UTC) - timedelta(days=30)
    days = Counter(at.date().isoformat() for at in moments if at is not None and at > since)
    return dict(sorted(days.items()))
