"""What is recorded comes back exactly, in order, and never changes once a run has ended."""

import math
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session
from store_samples import HOSTILE, full_run, run, step

from annotate.db import open_engine
from annotate.store import RunSummary, Store
from annotate.tables import PromptRow
from umi.errors import StoreError
from umi.schema import Fork, Outcome, Role


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_run_comes_back_as_it_went_in(store: Store, text: str) -> None:
    origin = run(steps=(step(),))
    given = full_run(text, parent=Fork(run_id=origin.id, step_id=origin.steps[0].id))
    store.start_run(origin)
    store.start_run(given)
    assert store.run(given.id) == given
    assert store.run(given.id).model_dump_json() == given.model_dump_json().replace(
        "1999-12-31T23:59:59.999999-03:30", "2000-01-01T03:29:59.999999Z"
    )


def test_a_run_written_step_by_step_comes_back(store: Store) -> None:
    whole = full_run("北京")
    running = whole.model_copy(
        update={"steps": (), "outcome": None, "answer": None, "reason": None, "ended_at": None}
    )
    store.start_run(running)
    for count, each in enumerate(whole.steps, start=1):
        store.add_step(whole.id, each)
        assert store.run(whole.id) == running.model_copy(update={"steps": whole.steps[:count]})
    store.end_run(whole.id, Outcome.FINISHED, answer="上海", reason=None)
    ended = store.run(whole.id)
    assert (ended.outcome, ended.answer, ended.steps) == (Outcome.FINISHED, "上海", whole.steps)
    assert ended.ended_at.utcoffset() == timedelta(0)
    assert abs(datetime.now(UTC) - ended.ended_at) < timedelta(minutes=1)


def test_times_come_back_in_utc(store: Store) -> None:
    given = full_run("x")
    store.start_run(given)
    found = store.run(given.id)
    assert [found.created_at.tzinfo, found.ended_at.tzinfo, found.steps[1].started_at.tzinfo] == [UTC] * 3


def test_a_time_without_zone_is_refused(store: Store) -> None:
    with pytest.raises(StoreError, match="no time zone"):
        store.start_run(run(created_at=datetime(2026, 1, 1)))


@pytest.mark.parametrize("bad", ["a\0b", "a\ud83db"])
def test_what_no_database_can_keep_becomes_the_replacement_character(store: Store, bad: str) -> None:
    given = full_run(bad)
    store.start_run(given)
    found = store.run(given.id)
    assert {found.question, found.system, found.answer, found.reason, found.tools[1].description} == {
        "a\ufffdb"
    }
    caller = found.steps[1]
    assert {caller.raw, caller.observation.content, caller.tokens[0].text, caller.call.arguments["z"]} == {
        "a\ufffdb"
    }
    assert "a\ufffdb" in caller.call.arguments
    with pytest.raises(StoreError, match="has no run"):
        store.run(bad)


def test_the_order_of_keys_is_kept(store: Store) -> None:
    given = full_run("x")
    store.start_run(given)
    found = store.run(given.id)
    assert list(found.tools[0].parameters["properties"]) == ["z", "a"]
    assert list(found.steps[1].call.arguments) == ["z", "x", "a"]


def test_steps_after_is_the_tail(store: Store) -> None:
    given = full_run("x")
    store.start_run(given)
    assert [store.steps_after(given.id, count) for count in range(5)] == [
        given.steps,
        given.steps[1:],
        given.steps[2:],
        (),
        (),
    ]
    assert store.steps_after("absent", 0) == ()


def test_outcome_is_none_until_the_end(store: Store) -> None:
    given = run()
    store.start_run(given)
    assert store.outcome(given.id) is None
    store.end_run(given.id, Outcome.CANCELLED)
    assert store.outcome(given.id) is Outcome.CANCELLED


def test_an_absent_run_is_said_in_a_sentence(store: Store) -> None:
    for ask in (store.run, store.outcome):
        with pytest.raises(StoreError, match=r"database .* has no run nowhere: choose one"):
            ask("nowhere")
    with pytest.raises(StoreError, match="has no run nowhere"):
        store.add_step("nowhere", step())
    with pytest.raises(StoreError, match="has no run nowhere"):
        store.end_run("nowhere", Outcome.FINISHED)


def test_an_ended_run_never_changes(store: Store) -> None:
    given = full_run("x")
    store.start_run(given)
    with pytest.raises(StoreError, match=r"has ended \(step_limit\) and cannot be changed"):
        store.add_step(given.id, step())
    with pytest.raises(StoreError, match=r"has ended \(step_limit\)"):
        store.end_run(given.id, Outcome.FINISHED, answer="other")
    with pytest.raises(StoreError, match="contradicts what is there already"):
        store.start_run(given.model_copy(update={"answer": "other", "steps": ()}))
    assert store.run(given.id) == given


def test_a_recorded_step_never_changes(store: Store) -> None:
    given, first = run(), step(raw="first")
    store.start_run(given)
    store.add_step(given.id, first)
    with pytest.raises(StoreError, match="contradicts what is there already"):
        store.add_step(given.id, step(id=first.id, raw="second"))
    store.add_step(given.id, step(raw="third"))
    assert [each.raw for each in store.run(given.id).steps] == ["first", "third"]
    assert store.recent(1)[0].steps == 2


def test_parents_must_exist(store: Store) -> None:
    given = run()
    store.start_run(given)
    with pytest.raises(StoreError, match="contradicts"):
        store.add_step(given.id, step(parent_id="absent"))
    with pytest.raises(StoreError, match="contradicts"):
        store.start_run(run(parent=Fork(run_id="absent", step_id="absent")))
    assert store.run(given.id).steps == ()


def test_threads_write_at_once_and_lose_nothing(store: Store) -> None:
    shared, own = run(), [run(question=str(number)) for number in range(8)]
    store.start_run(shared)

    def work(number: int) -> None:
        store.start_run(own[number])
        for turn in range(10):
            store.add_step(own[number].id, step(raw=f"{number} {turn}"))
            store.add_step(shared.id, step(raw=f"{number} {turn}"))
        store.end_run(own[number].id, Outcome.FINISHED)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(work, range(8)))
    for number, each in enumerate(own):
        assert [s.raw for s in store.run(each.id).steps] == [f"{number} {turn}" for turn in range(10)]
    together = [s.raw for s in store.run(shared.id).steps]
    assert sorted(together) == sorted(f"{number} {turn}" for number in range(8) for turn in range(10))
    mine = [raw for raw in together if raw.startswith("3 ")]
    assert mine == [f"3 {turn}" for turn in range(10)]


def test_a_run_has_one_end_among_threads(store: Store) -> None:
    given = run()
    store.start_run(given)

    def end(number: int) -> bool:
        try:
            store.end_run(given.id, Outcome.FINISHED, answer=str(number))
        except StoreError:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        won = list(pool.map(end, range(8)))
    assert won.count(True) == 1
    assert store.run(given.id).answer == str(won.index(True))


def test_a_summary_follows_the_run(store: Store) -> None:
    given = run()
    store.start_run(given)
    for logprob in (math.log(0.9), math.log(0.2), None, math.log(0.5)):
        store.add_step(given.id, step(Role.CALLER, logprob))
    (summary,) = store.recent(10)
    assert summary.lowest_confidence == pytest.approx(0.2)
    assert summary.steps == 4
    assert (summary.outcome, summary.ended_at, summary.created_at) == (None, None, given.created_at)
    store.end_run(given.id, Outcome.GAVE_UP)
    (summary,) = store.recent(10)
    assert summary == RunSummary(
        given.id,
        "How far?",
        Outcome.GAVE_UP,
        4,
        pytest.approx(0.2),
        given.created_at,
        store.run(given.id).ended_at,
    )


def test_a_summary_of_a_whole_run_has_its_lowest_confidence(store: Store) -> None:
    given = full_run("x")
    store.start_run(given)
    expected = min(each.confidence for each in given.steps if each.confidence is not None)
    assert (store.recent(1)[0].lowest_confidence, store.recent(1)[0].steps) == (expected, 3)


def test_pages_of_recent_runs_neither_skip_nor_repeat(store: Store) -> None:
    moment = datetime(2026, 1, 1, tzinfo=UTC)
    # Three runs a moment, so that a page ends among equal times.
    runs = [run(created_at=moment + timedelta(microseconds=number // 3)) for number in range(20)]
    for each in runs:
        store.start_run(each)
    expected = [each.id for each in sorted(runs, key=lambda r: (r.created_at, r.id), reverse=True)]
    seen, page = [], store.recent(4)
    while page and len(seen) <= len(runs):
        seen += [summary.id for summary in page]
        # Newer runs that start while somebody reads do not shift the pages.
        store.start_run(run(created_at=moment + timedelta(days=1)))
        page = store.recent(4, before=page[-1])
    assert seen == expected


def test_a_shared_prompt_is_kept_once(url: str, store: Store) -> None:
    same, other = [run(), run(), run()], run(system="another")
    for each in (*same, other):
        store.start_run(each)
    engine = open_engine(url)
    with Session(engine) as session:
        assert session.scalar(select(func.count()).select_from(PromptRow)) == 2
    engine.dispose()
    assert [store.run(each.id).system for each in (*same, other)] == ["s", "s", "s", "another"]


def test_a_closed_store_opens_again_with_everything(url: str, store: Store) -> None:
    given = full_run("x")
    store.start_run(given)
    store.close()
    again = Store.open(url)
    assert again.run(given.id) == given
    again.close()
