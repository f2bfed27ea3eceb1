"""View models and their HTML, without a browser."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from ui_samples import caller, loaded, planner, run_of, tokens, tools

from annotate.queue import Waiting
from annotate.runner import Live, Runner
from annotate.store import RunSummary, Store
from annotate.ui import render, views
from annotate.ui.feed import Feed
from annotate.ui.review_views import queue_row
from annotate.ui.run_page import sampling
from umi.errors import InputError, StoreError
from umi.schema import Decision, Observation, ObservationState, Outcome, Role, Step, ToolCall

CALL = ToolCall(name="length", arguments={"text": "Ōsaka"})


@pytest.mark.parametrize("state", list(ObservationState))
def test_an_observation_says_where_it_comes_from(state: ObservationState) -> None:
    seen = Observation(content="5", state=state, is_error=True, cut=True, seconds=0.0021)
    html = str(render.card(list(views.cards([caller(CALL, seen)], 0))[1])["html"])
    assert f"<small>{state}</small>" in html
    assert ">error<" in html
    assert ">cut<" in html
    assert ">2 ms<" in html
    assert ("stale" in html.partition("<header>")[0]) == (state is ObservationState.STALE)


def test_what_was_imported_has_no_figures() -> None:
    step = Step(role=Role.CALLER, raw="", call=CALL, observation=Observation(content="5"))
    for card in views.cards([step], 0):
        assert "figures" not in str(render.card(card)["html"]).replace('<small class="figures"></small>', "")


def test_a_decision_does_not_flash_by_as_text() -> None:
    for written in ("Think.\nNex", "Think.\nNext:", "Think.\nNext: call"):
        (card,) = views.live_cards(Live(role=Role.PLANNER, tokens=tokens(written)), 0)
        assert isinstance(card, views.StepCard)
        assert "".join(span.text for span in card.body).strip() == "Think."
        assert card.decision is None


def test_a_decision_becomes_a_chip_once_it_is_written() -> None:
    live = Live(role=Role.PLANNER, tokens=tokens("Think.\nNext: give up"))
    (card,) = views.live_cards(live, 0)
    assert isinstance(card, views.StepCard)
    assert card.decision is Decision.GIVE_UP


def test_a_running_tool_is_a_card() -> None:
    live = Live(role=Role.CALLER, tokens=tokens('{"name":"length"'), call=CALL)
    _, tool = views.live_cards(live, 1)
    assert tool == views.ToolCard(1, "length", None)
    assert ">running<" in str(render.card(tool)["html"])


def test_the_place_in_the_queue_is_said() -> None:
    assert views.waiting(Live(place=1)) == "Waiting: 1 request ahead in the queue"
    assert views.waiting(Live(place=3)) == "Waiting: 3 requests ahead in the queue"
    assert views.waiting(Live(place=0, role=Role.PLANNER)) == "The planner reads"


@pytest.mark.parametrize(
    ("seconds", "age"), [(0, "now"), (59, "now"), (60, "1 min"), (7199, "1 h"), (200_000, "2 d")]
)
def test_ages(seconds: int, age: str) -> None:
    now = datetime(2026, 11, 21, tzinfo=UTC)
    summary = RunSummary("id", "q", Outcome.FINISHED, 1, 0.5, now - timedelta(seconds=seconds), now)
    assert views.history_row(summary, now).age == age


def test_every_outcome_has_a_tone() -> None:
    now = datetime.now(UTC)
    for outcome in (None, *Outcome):
        assert views.ending(RunSummary("id", "q", outcome, 0, None, now, None)).word


def test_settings_out_of_range_are_refused_in_words() -> None:
    assert sampling(None, None).temperature == 0
    for temperature, seed in ((2.1, 0), (0, -1), (0, 2**63), (float("nan"), 0)):
        with pytest.raises(InputError, match="Temperature goes from 0 to 2"):
            sampling(temperature, seed)


def answer(asking: Coroutine[Any, Any, Any]) -> Any:
    """In a thread of its own: after a browser test, playwright's loop still runs in this one."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, asking).result()


def test_the_feed_refuses_what_is_not_there(store: Store) -> None:
    run = run_of("How far?", planner("Think."))
    store.start_run(run)
    feed = Feed(Runner(store, loaded(()), tools()), store)
    with pytest.raises(InputError, match="has no step 2"):
        answer(feed.raw(run.id, 1))
    with pytest.raises(InputError, match="has no step 0"):
        answer(feed.raw(run.id, -1))
    for ask in (feed.raw("nothing", 0), feed.watch("nothing", 0, ""), feed.recent("nothing")):
        with pytest.raises(StoreError, match="no run nothing"):
            answer(ask)


def test_a_reservation_is_shown_to_everybody_else() -> None:
    now = datetime.now(UTC)
    line = Waiting("id", "How far?", Outcome.FINISHED, 4, 0.9, None, None, now, "finished", "Ada")
    assert "Ada" not in queue_row(line, now, "Ada")
    assert "Ada" in queue_row(line, now, "Bob")
    assert "Ada" in queue_row(line, now)
