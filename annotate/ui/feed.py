"""What the pages ask the server for again and again, as JSON; nothing here changes anything."""

from __future__ import annotations

import asyncio
import functools
import logging
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Any

from annotate.runner import Live, Runner
from annotate.store import RunSummary, Store
from annotate.ui import render, views
from umi.errors import InputError, StoreError, UmiError
from umi.prompts import raw_parts
from umi.schema import Run

Json = dict[str, Any]

HOLD = 10.0
"""Seconds that ``watch`` waits for news before it answers that there are none."""
LOOK = 0.05
"""Seconds between two looks at a run."""
PAGE = 30
"""Runs in one page of the list."""
_UNRECORDED = "unrecorded/"
"""Opens the mark of a run that was accepted, but whose record begins once the model is there."""


class Feed:
    """Reads the record and what is being written now; every id is looked up, none is trusted."""

    def __init__(self, runner: Runner, store: Store) -> None:
        self._runner = runner
        self._store = store

    async def watch(self, run_id: str, have: int, mark: str) -> Json:
        """The run behind its first ``have`` steps, as soon as it differs from what ``mark`` stands for.

        ``items`` are the cards from there on, the one being written last; ``mark`` is for the next call.

        Raises:
            StoreError: there is no such run.
        """
        until = time.monotonic() + HOLD
        while True:
            page = await asyncio.to_thread(self._page, run_id, have, mark)
            if page is not None:
                return page
            if time.monotonic() > until:
                return {"mark": mark}
            await asyncio.sleep(LOOK)

    async def raw(self, run_id: str, index: int) -> Json:
        """What the model read for a step and wrote.

        Raises:
            InputError: the run has no such step.
            StoreError: there is no such run.
        """
        run = await asyncio.to_thread(self._store.run, run_id)
        if not 0 <= index < len(run.steps):
            raise InputError(f"The run has no step {index + 1}: it has {len(run.steps)}.")
        return {"html": render.raw(raw_parts(run, index))}

    async def recent(self, before: str | None) -> Json:
        """A page of the list of runs, newest first; ``before`` is the last run of the page before it.

        Raises:
            StoreError: there is no run ``before``.
        """
        found = await asyncio.to_thread(self._summaries, before)
        now = datetime.now(UTC)
        rows = [views.history_row(summary, now) for summary in found[:PAGE]]
        return {"items": render.history(rows), "more": len(found) > PAGE}

    def _summaries(self, before: str | None) -> tuple[RunSummary, ...]:
        last = _summary(self._store.run(before)) if before else None
        return self._store.recent(PAGE + 1, last)

    def _page(self, run_id: str, have: int, mark: str) -> Json | None:
        """None where nothing changed."""
        live = self._runner.live(run_id)
        recorded = bool(mark) and not mark.startswith(_UNRECORDED)
        if live is not None and recorded and not self._store.steps_after(run_id, have):
            page = _progress(live, have, "")
        else:
            page = self._whole(run_id, live, have)
        return None if page["mark"] == mark else page

    def _whole(self, run_id: str, live: Live | None, have: int) -> Json:
        """With what stands around the cards: heading, figures, ending."""
        try:
            return _answer(self._store.run(run_id), live, have)
        except StoreError:
            if live is None:
                raise
            return _progress(live, have, _UNRECORDED)


def _progress(live: Live, have: int, prefix: str) -> Json:
    """What is being written; the record has not grown."""
    return {
        "mark": prefix + _mark(live, have),
        "have": have,
        "from": have,
        "items": [render.card(card) for card in views.live_cards(live, have)],
        "waiting": views.waiting(live),
        **_end(views.problem(live)),
    }


def _answer(run: Run, live: Live | None, have: int) -> Json:
    found = list(views.cards(run.steps[have:], have))
    going = live if run.outcome is None else None
    if going is not None and not _is_last(going, run):
        found += views.live_cards(going, len(run.steps))
    return {
        "mark": "ended" if run.outcome else _mark(live, len(run.steps)),
        "have": len(run.steps),
        "from": have,
        "items": [render.card(card) for card in found],
        "head": render.heading(run.question),
        "facts": render.facts(views.facts(run)),
        "waiting": views.waiting(going) if going else "",
        **_end(views.problem(going) if going else views.ending(run) if run.outcome else None),
    }


def _end(ending: views.Ending | None) -> Json:
    return {"ending": render.ending(ending) if ending else "", "ended": ending is not None}


def _is_last(live: Live, run: Run) -> bool:
    """Whether what is being written has just become the last step of the record."""
    return bool(run.steps and live.tokens) and live.tokens == run.steps[-1].tokens


def _mark(live: Live | None, steps: int) -> str:
    if live is None:
        return str(steps)
    state = (live.place, live.note, live.role, len(live.tokens), live.call is not None, live.problem)
    return "/".join(map(str, (steps, *state)))


def _summary(run: Run) -> RunSummary:
    """The place of a run in the list; its figures play no part in the order."""
    return RunSummary(run.id, run.question, run.outcome, 0, None, run.created_at, run.ended_at)


def sentence(error: Exception) -> str:
    """What people read about an error; one that nobody foresaw goes to the log in full."""
    if isinstance(error, UmiError):
        return str(error)
    logging.getLogger(__name__).error("A page failed", exc_info=error)
    return "Something went wrong here; the details are in the terminal that runs the program."


def answering(function: Callable[..., Awaitable[Json]]) -> Callable[..., Awaitable[Json]]:
    """The function with any error turned into ``{"problem": sentence}``."""

    @functools.wraps(function)
    async def answer(*arguments: Any) -> Json:
        try:
            return await function(*arguments)
        except Exception as error:
            return {"problem": sentence(error)}

    return answer
