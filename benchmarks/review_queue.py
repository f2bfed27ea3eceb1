"""The queue of a large record: milliseconds to open, filter, search and step on, on SQLite and PostgreSQL.

Run: ``python benchmarks/review_queue.py [--runs 100000]``; each run has ten steps. What is timed is all
that the program does to answer the page, the rows' HTML included; the browser's own work is not.
"""

from __future__ import annotations

import argparse
import asyncio
import time
from collections.abc import Callable, Coroutine, Mapping
from contextlib import closing
from random import Random
from typing import Any

from report import print_table
from review_common import databases, desk_of, percentile
from review_fill import PEOPLE, VOCABULARY, fill, word
from sqlalchemy import func, select

from annotate.people import Person
from annotate.queue import Choice
from annotate.store import Store
from annotate.tables import RunRow
from annotate.ui.review_feed import ReviewFeed

WHO = Person(PEOPLE[0], is_reviewer=True)
Act = Callable[[], Coroutine[Any, Any, Any]]


class Page:
    """The page as its server sees it, asked for something a little different each time."""

    def __init__(self, store: Store) -> None:
        self._random = Random(1)
        desk = desk_of(store)
        self._feed = ReviewFeed(desk)
        with store.database.session() as session:
            chosen = select(RunRow.id).where(RunRow.verdict.is_(None)).order_by(func.substr(RunRow.id, 9))
            self._ids = list(session.scalars(chosen.limit(1000)))
        for name, line in zip(PEOPLE[1:], desk.queue.page(Choice(), len(PEOPLE) - 1), strict=False):
            desk.queue.reserve(line.id, name)

    def acts(self) -> Mapping[str, Act]:
        """What people do with the queue, by name."""
        return {
            "open": self._queue,
            "open, the page behind any run": lambda: self._queue(self._any()),
            "filter: failed (12 %)": lambda: self._queue(outcome="failed"),
            "filter: interrupted (2 %)": lambda: self._queue(outcome="interrupted"),
            "filter: reviewed (10 %)": lambda: self._queue(reviewed="yes"),
            "filter: reviewed or not": lambda: self._queue(reviewed="any"),
            "sort: newest first": lambda: self._queue(sort="newest"),
            "sort: least sure first": lambda: self._queue(sort="confidence"),
            "sort: longest first": lambda: self._queue(sort="steps"),
            "search: a rare word": lambda: self._queue(text=self._word(1000, VOCABULARY)),
            "search: a frequent word": lambda: self._queue(text=self._word(2, 9)),
            "search: two words": lambda: self._queue(text=f"{self._word(2, 9)} {self._word(10, 99)}"),
            "search: the first letters of many": lambda: self._queue(text="w1"),
            "next": self._step,
            "next, behind any run": lambda: self._step(self._any()),
            "next in a search": lambda: self._step(self._any(), text=self._word(2, 9)),
            "previous": lambda: self._step(self._any(), back=True),
            "open a run": lambda: self._feed.open({"run": self._any()}, WHO),
        }

    def _any(self) -> str:
        return self._random.choice(self._ids)

    def _word(self, first: int, last: int) -> str:
        # With a blank behind it would still be found as a beginning: w2 finds w20 as well.
        return word(self._random.randint(first, last))

    def _queue(self, after: str | None = None, **choice: str) -> Coroutine[Any, Any, Any]:
        return self._feed.queue({"choice": choice, "after": after})

    def _step(self, run: str | None = None, back: bool = False, **choice: str) -> Coroutine[Any, Any, Any]:
        return self._feed.step_to({"choice": choice, "run": run, "back": back}, WHO)


def measured(url: str, runs: int, times: int) -> dict[str, tuple[float, float]]:
    """Milliseconds of each act, at p50 and p95."""
    with closing(Store.open(url)) as store:
        fill(store, url, runs)
        with asyncio.Runner() as loop:
            return {name: _spread(loop, act, times) for name, act in Page(store).acts().items()}


def _spread(loop: asyncio.Runner, act: Act, times: int) -> tuple[float, float]:
    found = []
    for _ in range(times):
        started = time.perf_counter()
        loop.run(act())
        found.append((time.perf_counter() - started) * 1000)
    return percentile(found, 0.5), percentile(found, 0.95)


def main() -> None:
    """One database after the other."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=100_000)
    parser.add_argument("--times", type=int, default=50, help="how often each is done (default: 50)")
    options = parser.parse_args()
    with databases() as urls:
        found = {name: measured(url, options.runs, options.times) for name, url in urls.items()}
    names = list(next(iter(found.values())))
    header = ("milliseconds", *(f"{name} {share}" for name in found for share in ("p50", "p95")))
    rows = [(name, *(f"{value:.1f}" for each in found.values() for value in each[name])) for name in names]
    print_table(f"The queue with {options.runs:,} runs and {10 * options.runs:,} steps", header, rows)


if __name__ == "__main__":
    main()
