"""Many annotators saving corrections at once: whether each one is kept, once, and how many a second.

Run: ``python benchmarks/review_saves.py [--people 20] [--saves 1000]``, on SQLite and PostgreSQL, by
processes with a store each and by threads that share one, as a web server's do. Every step is corrected by
several people, who start from what the model wrote: whoever comes second is shown the other's revision and
saves on top, as the page offers. Exits with 1 where a correction is lost, doubled or out of order.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from multiprocessing import get_context
from operator import itemgetter
from random import Random

from report import print_table
from review_common import databases, desk_of, flight_run, percentile
from sqlalchemy import select

from annotate.corrections import ORIGINAL, Conflict
from annotate.desk import Desk
from annotate.people import People, Person
from annotate.review_tables import RevisionRow
from annotate.store import Store
from umi.errors import StoreError
from umi.schema import Decision, Role

SHARED_BY = 4
"""People who correct the same step, on average."""
AHEAD = 3.0
"""Seconds until all begin, so that the last one is ready too."""

Place = tuple[str, str]
"""A run and one of its steps."""


@dataclass(frozen=True)
class Work:
    """What one annotator is to do, from the moment ``begin`` (of ``time.time``) on."""

    name: str
    places: tuple[Place, ...]
    begin: float


@dataclass(frozen=True)
class Done:
    """What came of it: seconds of each save with its conflicts, and what the database refused."""

    seconds: tuple[float, ...]
    conflicts: int
    refused: tuple[str, ...]
    ended: float


def annotate(store: Store, work: Work) -> Done:
    """Correct each place once."""
    desk = desk_of(store)
    seconds: list[float] = []
    refused: list[str] = []
    conflicts = 0
    time.sleep(max(0.0, work.begin - time.time()))
    for number, place in enumerate(work.places):
        started = time.perf_counter()
        try:
            conflicts += save(desk, work.name, place, rationale(work.name, number))
        except StoreError as error:
            refused.append(str(error))
        seconds.append(time.perf_counter() - started)
    return Done(tuple(seconds), conflicts, tuple(refused), time.time())


def save(desk: Desk, name: str, place: Place, text: str) -> int:
    """Save on top of whatever is there by then; returns how often somebody was faster."""
    content, base, conflicts = {"rationale": text, "decision": Decision.CALLER.value}, ORIGINAL, 0
    while True:
        try:
            desk.save(*place, Person(name, is_reviewer=False), base, content)
        except Conflict as conflict:
            base, conflicts = conflict.theirs.revision_no, conflicts + 1
        else:
            return conflicts


def rationale(name: str, number: int) -> str:
    """What nobody else writes."""
    return f"{name} says {number}."


def alone(url: str, work: Work) -> Done:
    """In a process of one's own."""
    with closing(Store.open(url)) as store:
        return annotate(store, work)


def prepared(store: Store, people: int, saves: int) -> list[Work]:
    """Record runs to correct and share their planner's steps out among the people."""
    places: list[Place] = []
    while len(places) < max(saves, people * saves // SHARED_BY):
        run = flight_run(len(places))
        store.start_run(run)
        places += [(run.id, step.id) for step in run.steps if step.role is Role.PLANNER]
    names = [f"annotator {number}" for number in range(people)]
    for name in names:
        People(store.database).welcome(name)
    begin = time.time() + AHEAD
    return [Work(name, tuple(Random(name).sample(places, saves)), begin) for name in names]


def faults(store: Store, works: Sequence[Work]) -> list[str]:
    """What is wrong with the revisions that are there now."""
    columns = RevisionRow.step_id, RevisionRow.revision_no, RevisionRow.parent_no, RevisionRow.content
    with store.database.session() as session:
        rows = session.execute(select(*columns).order_by(*columns[:2])).all()
    found = Counter((row.step_id, row.content["rationale"]) for row in rows)
    wanted = Counter(
        (step_id, rationale(work.name, number))
        for work in works
        for number, (_, step_id) in enumerate(work.places)
    )
    links = groupby(((row.step_id, row.parent_no, row.revision_no) for row in rows), itemgetter(0))
    disorder = sum(_is_disordered([link[1:] for link in some]) for _, some in links)
    counts = {"lost": wanted - found, "doubled or foreign": found - wanted}
    said = [f"{each.total():,} corrections {what}" for what, each in counts.items() if each]
    return said + ([f"revisions of {disorder:,} steps out of order"] if disorder else [])


def _is_disordered(links: Sequence[tuple[int, ...]]) -> bool:
    """Whether they are not numbered from 1, each made from the one before."""
    return list(links) != [(number, number + 1) for number in range(len(links))]


def measured(kind: str, url: str, people: int, saves: int) -> tuple[list[object], list[str]]:
    """A row of the table, and what went wrong."""
    with closing(Store.open(url)) as store:
        works = prepared(store, people, saves)
        if kind == "threads":
            dones = together(ThreadPoolExecutor(people), partial(annotate, store), works)
    if kind == "processes":
        dones = together(ProcessPoolExecutor(people, get_context("fork")), partial(alone, url), works)
    with closing(Store.open(url)) as store:
        wrong = faults(store, works)
    wrong += sorted({sentence for done in dones for sentence in done.refused})
    return _row(works, dones, wrong), wrong


def together(executor: Executor, act: Callable[[Work], Done], works: Sequence[Work]) -> list[Done]:
    """All at once."""
    with executor:
        return list(executor.map(act, works))


def _row(works: Sequence[Work], dones: Sequence[Done], wrong: Sequence[str]) -> list[object]:
    seconds = [each for done in dones for each in done.seconds]
    took = max(done.ended for done in dones) - works[0].begin
    return [
        f"{len(seconds):,}",
        f"{sum(done.conflicts for done in dones):,}",
        "no" if wrong else "yes",
        f"{len(seconds) / took:.0f}",
        f"{percentile(seconds, 0.5) * 1000:.0f}",
        f"{percentile(seconds, 0.95) * 1000:.0f}",
    ]


def main() -> int:
    """A fresh pair of databases for each kind; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=20)
    parser.add_argument("--saves", type=int, default=1000, help="corrections of each (default: 1000)")
    options = parser.parse_args()
    rows, wrong = [], []
    for kind in ("processes", "threads"):
        with databases() as urls:
            for name, url in urls.items():
                row, found = measured(kind, url, options.people, options.saves)
                rows.append([f"{name}, {kind}", *row])
                print(*rows[-1], sep="  ", file=sys.stderr, flush=True)
                wrong += [f"{name}, {kind}: {sentence}" for sentence in found]
    header = ("", "saves", "conflicts", "each kept, once", "saves a second", "p50 (ms)", "p95 (ms)")
    print_table(f"{options.people} annotators at once", header, rows)
    for sentence in wrong:
        print(sentence, file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
