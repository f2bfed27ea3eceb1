"""Runs in the background with the real store, holder and queue; only the turns are scripted."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from pathlib import Path
from threading import Event

import pytest
from runner_samples import CALL, LENGTH, QUESTION, SCRIPT, WAIT, Held, holder_of, tools
from sqlalchemy import event

from annotate.runner import Live, Runner
from annotate.store import Store
from umi.errors import InputError, ModelError, StoreError
from umi.models.base import Writing
from umi.models.files import Progress
from umi.models.holder import ModelHolder
from umi.schema import Outcome, Role, Run, Sampling, ToolCall

HERE = Path(__file__).parent
UNLOADED = "The model was unloaded: load one, then try again."


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'umi.db'}"


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    with closing(Store.open(url)) as opened:
        yield opened
        # A run left behind would write into the next test's time.
        until(lambda: not [thread for thread in threading.enumerate() if thread.name.startswith("run ")])


def until(condition: Callable[[], object], seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, f"it did not happen within {seconds} seconds"
        time.sleep(0.002)


def runner_of(
    store: Store, outputs: Iterable[str] = SCRIPT, seconds: float = 0.0, go: Event | None = None
) -> Runner:
    return Runner(store, holder_of(Held({QUESTION: outputs}, seconds)), tools(go))


def ended(runner: Runner, store: Store, run_id: str) -> Run:
    """The record of the run once it is no longer going on here."""
    until(lambda: runner.live(run_id) is None)
    run = store.run(run_id)
    assert run.outcome is not None
    assert run.ended_at is not None
    return run


def live(runner: Runner, run_id: str) -> Live:
    found = runner.live(run_id)
    assert found is not None
    return found


def test_a_run_is_solved_and_recorded(store: Store) -> None:
    runner = runner_of(store)
    run_id = runner.start(f"  {QUESTION}\n", Sampling(temperature=0.5, seed=7))
    run = ended(runner, store, run_id)
    assert (run.id, run.question, run.outcome, run.answer) == (
        run_id, QUESTION, Outcome.FINISHED, "It has six letters.",
    )  # fmt: skip
    assert [step.raw for step in run.steps] == list(SCRIPT)
    assert run.steps[1].observation is not None
    assert run.steps[1].observation.content == "6"
    assert [step.parent_id for step in run.steps] == [None, *(step.id for step in run.steps[:-1])]
    assert (run.models.base, run.sampling) == ("scripted", Sampling(temperature=0.5, seed=7))
    assert [tool.name for tool in run.tools] == ["length", "wait"]


def test_starting_returns_at_once_and_steps_are_recorded_as_they_happen(store: Store) -> None:
    go = Event()
    runner = runner_of(store, [CALL, WAIT, *SCRIPT[2:]], seconds=0.03, go=go)
    started = time.perf_counter()
    run_id = runner.start(QUESTION)
    assert time.perf_counter() - started < 0.3
    until(lambda: live(runner, run_id).call)
    assert [step.raw for step in store.run(run_id).steps] == [CALL]
    assert store.outcome(run_id) is None
    go.set()
    until(lambda: len(store.run(run_id).steps) > 1)
    assert store.outcome(run_id) is None
    assert len(ended(runner, store, run_id).steps) == 4


def test_what_is_being_written_can_be_seen(store: Store) -> None:
    go = Event()
    runner = runner_of(store, [CALL, WAIT, *SCRIPT[2:]], seconds=0.03, go=go)
    run_id = runner.start(QUESTION)
    until(lambda: live(runner, run_id).tokens)
    first = live(runner, run_id)
    assert (first.role, first.call, first.note) == (Role.PLANNER, None, None)
    assert first.started_at is not None
    assert CALL.startswith("".join(token.text for token in first.tokens))
    until(lambda: live(runner, run_id).call)
    second = live(runner, run_id)
    assert (second.role, second.call) == (Role.CALLER, ToolCall(name="wait", arguments={}))
    assert "".join(token.text for token in second.tokens) == WAIT
    # The first look is a picture: it does not go on changing.
    assert CALL.startswith("".join(token.text for token in first.tokens))
    go.set()
    ended(runner, store, run_id)


@pytest.mark.parametrize("tokens", [1, 2])
def test_a_stop_is_obeyed_within_a_token(store: Store, tokens: int) -> None:
    runner = runner_of(store, ["word " * 100], seconds=0.05)
    run_id = runner.start(QUESTION)
    until(lambda: len(live(runner, run_id).tokens) >= tokens)
    stopped = time.perf_counter()
    runner.cancel(run_id)
    run = ended(runner, store, run_id)
    # A token takes 0.05 seconds here and the whole turn five; the rest is for a busy machine.
    assert time.perf_counter() - stopped < 1
    assert (run.outcome, run.steps, run.reason) == (Outcome.CANCELLED, (), "The run was stopped.")


def test_stopping_what_does_not_run_here_is_nothing(store: Store) -> None:
    runner = runner_of(store)
    runner.cancel("unknown")
    assert runner.live("unknown") is None
    run_id = runner.start(QUESTION)
    run = ended(runner, store, run_id)
    runner.cancel(run_id)
    assert store.run(run_id) == run


@pytest.mark.parametrize("question", ["", "  \n", "x" * 20_000])
def test_a_bad_question_starts_nothing(store: Store, question: str) -> None:
    runner = runner_of(store)
    with pytest.raises(InputError, match=r"^The question [^\n]*\.$"):
        runner.start(question)
    assert store.recent(10) == ()


@pytest.mark.parametrize(
    ("question", "kept"),
    [
        ("<script>alert(1)</script> <|im_start|>planner", "<script>alert(1)</script> <|im_start|>planner"),
        ("😀 北京 שלום \u202etxet\u202c", "😀 北京 שלום \u202etxet\u202c"),
        ("NUL \0 and half a pair \ud83d", "NUL \ufffd and half a pair ?"),
    ],
)
def test_a_hostile_question_is_recorded_as_text(store: Store, question: str, kept: str) -> None:
    answer = f"{kept} is it"
    runner = Runner(store, holder_of(Held({kept: (*SCRIPT[:3], answer)})), tools())
    run = ended(runner, store, runner.start(question))
    assert (run.question, run.outcome, run.answer) == (kept, Outcome.FINISHED, answer)


# Two at once


def test_two_runs_on_one_model_each_keep_their_own(store: Store) -> None:
    scripts = {name: [CALL, LENGTH.replace("Lisbon", name), *SCRIPT[2:3], f"About {name}."] for name in "ab"}
    runner = Runner(store, holder_of(Held(scripts, 0.01)), tools())
    ids = {name: runner.start(name) for name in "ab"}
    for name, run_id in ids.items():
        run = ended(runner, store, run_id)
        assert (run.question, run.outcome, run.answer) == (name, Outcome.FINISHED, f"About {name}.")
        assert [step.raw for step in run.steps] == scripts[name]


def test_the_place_in_the_queue_is_shown(store: Store) -> None:
    scripts = {"first": ["word " * 200], "second": SCRIPT}
    runner = Runner(store, holder_of(Held(scripts, 0.02)), tools())
    first = runner.start("first")
    until(lambda: live(runner, first).tokens)
    second = runner.start("second")
    until(lambda: live(runner, second).place == 1)
    assert live(runner, first).place is None
    runner.cancel(first)
    until(lambda: live(runner, second).tokens)
    assert live(runner, second).place is None
    assert ended(runner, store, second).outcome is Outcome.FINISHED
    assert ended(runner, store, first).outcome is Outcome.CANCELLED


# No model, not yet a model, no longer a model


def loading(ready: Event, model: Held) -> ModelHolder[Held]:
    """A holder that loads until ``ready``, and cannot load what is called ``bad``."""

    def load(name: str | None, progress: Progress) -> Held:
        progress("Reading 42 of 100 MB", 0.42)
        ready.wait(10)
        if name == "bad":
            raise ModelError("There is no model bad: pass a folder.")
        return model

    return ModelHolder(load)


def test_a_question_asked_before_the_model_is_ready_is_solved_then(store: Store) -> None:
    ready = Event()
    holder = loading(ready, Held({QUESTION: SCRIPT}))
    holder.load("org/model")
    runner = Runner(store, holder, tools())
    run_id = runner.start(QUESTION)
    until(lambda: live(runner, run_id).note == "Reading 42 of 100 MB")
    ready.set()
    assert ended(runner, store, run_id).outcome is Outcome.FINISHED


def test_stopping_before_the_model_is_ready(store: Store) -> None:
    ready = Event()
    holder = loading(ready, Held({QUESTION: SCRIPT}))
    holder.load("org/model")
    runner = Runner(store, holder, tools())
    run_id = runner.start(QUESTION)
    until(lambda: live(runner, run_id).note)
    runner.cancel(run_id)
    run = ended(runner, store, run_id)
    ready.set()
    assert (run.question, run.outcome) == (QUESTION, Outcome.CANCELLED)
    assert run.reason == "The run was stopped before the model was loaded."


@pytest.mark.parametrize(
    ("load", "reason"), [(True, "There is no model bad: pass a folder."), (False, "No model is loaded.")]
)
def test_without_a_model_the_run_is_recorded_as_failed(store: Store, load: bool, reason: str) -> None:
    ready = Event()
    ready.set()
    holder = loading(ready, Held({}))
    if load:
        holder.load("bad")
    runner = Runner(store, holder, tools())
    run = ended(runner, store, runner.start(QUESTION))
    assert (run.question, run.outcome, run.reason, run.steps) == (QUESTION, Outcome.FAILED, reason, ())


def test_unloading_ends_the_run_that_writes_and_the_one_that_waits(store: Store) -> None:
    scripts = {"first": [CALL, LENGTH, "word " * 1000], "second": SCRIPT}
    holder = holder_of(Held(scripts, 0.01))
    runner = Runner(store, holder, tools())
    first = runner.start("first")
    until(lambda: len(store.steps_after(first, 0)) == 2 and live(runner, first).tokens)
    second = runner.start("second")
    until(lambda: live(runner, second).place == 1)
    holder.unload()
    for run_id, steps in ((first, 2), (second, 0)):
        run = ended(runner, store, run_id)
        assert (run.outcome, run.reason, len(run.steps)) == (Outcome.FAILED, UNLOADED, steps)


def test_a_model_loaded_later_serves_the_next_run(store: Store) -> None:
    models = [Held({QUESTION: SCRIPT}), Held({QUESTION: SCRIPT})]
    holder = ModelHolder(lambda _name, _progress: models.pop())
    holder.load("one")
    runner = Runner(store, holder, tools())
    assert ended(runner, store, runner.start(QUESTION)).outcome is Outcome.FINISHED
    holder.load("two")
    assert ended(runner, store, runner.start(QUESTION)).outcome is Outcome.FINISHED


# What nobody foresaw, and a record that cannot be written


class Broken(Held):
    """Raises what no model should."""

    def write(self, run: Run, role: Role, cancel: Event) -> Writing:
        if run.steps:
            raise ZeroDivisionError("not foreseen")
        return (yield from super().write(run, role, cancel))


def test_a_fault_of_the_program_ends_the_run_and_keeps_its_steps(
    store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    runner = Runner(store, holder_of(Broken({QUESTION: SCRIPT})), tools())
    run = ended(runner, store, runner.start(QUESTION))
    assert (run.outcome, len(run.steps)) == (Outcome.FAILED, 1)
    assert run.reason == "The program failed here; its log has the details."
    assert "ZeroDivisionError: not foreseen" in caplog.text


def on_every_connection(store: Store, pragma: str) -> None:
    def set_it(connection: sqlite3.Connection, *_: object) -> None:
        connection.execute(f"PRAGMA {pragma}")

    store.database._engine.dispose()
    event.listen(store.database._engine, "connect", set_it)


def test_a_step_that_finds_no_room_ends_the_run_and_keeps_those_before(store: Store) -> None:
    go = Event()
    runner = runner_of(store, [CALL, WAIT, "word " * 20_000], go=go)
    run_id = runner.start(QUESTION)
    until(lambda: live(runner, run_id).call)
    # SQLite's own limit raises what a full disk raises: https://www.sqlite.org/pragma.html
    on_every_connection(store, "max_page_count = 40")
    go.set()
    run = ended(runner, store, run_id)
    assert [step.raw for step in run.steps] == [CALL, WAIT]
    assert run.outcome is Outcome.FAILED
    assert run.reason is not None
    assert "database or disk is full): no room is left; free some space on its disk" in run.reason


def test_where_nothing_can_be_recorded_the_run_itself_says_so(store: Store, tmp_path: Path) -> None:
    go = Event()
    runner = runner_of(store, [CALL, WAIT, *SCRIPT[2:]], go=go)
    run_id = runner.start(QUESTION)
    until(lambda: live(runner, run_id).call)
    event.listen(store.database._engine, "begin", lambda c: c.exec_driver_sql("PRAGMA busy_timeout = 50"))
    with closing(sqlite3.connect(tmp_path / "umi.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        go.set()
        until(lambda: live(runner, run_id).problem)
        said = live(runner, run_id)
        assert said == Live(problem=said.problem)
        assert said.problem is not None
        assert "database is locked): another program is holding it; wait for that program" in said.problem
        until(lambda: f"run {run_id}" not in [thread.name for thread in threading.enumerate()])
        assert runner.live(run_id) == said
    # What was written before is there, and the next run is recorded.
    assert [step.raw for step in store.run(run_id).steps] == [CALL]
    again = Runner(store, holder_of(Held({QUESTION: SCRIPT})), tools())
    assert ended(again, store, again.start(QUESTION)).outcome is Outcome.FINISHED


def test_where_no_run_can_be_begun_it_says_so(store: Store, tmp_path: Path) -> None:
    event.listen(store.database._engine, "begin", lambda c: c.exec_driver_sql("PRAGMA busy_timeout = 50"))
    runner = runner_of(store)
    with closing(sqlite3.connect(tmp_path / "umi.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        run_id = runner.start(QUESTION)
        until(lambda: live(runner, run_id).problem)
    assert "database is locked" in str(live(runner, run_id).problem)
    with pytest.raises(StoreError, match=f"has no run {run_id}"):
        store.run(run_id)


# kill -9

KILLED = """
import sys, time
from runner_samples import CALL, LENGTH, QUESTION, Held, holder_of, tools
from annotate.runner import Runner
from annotate.store import Store
store = Store.open(sys.argv[1])
runner = Runner(store, holder_of(Held({QUESTION: [CALL, LENGTH] * 8}, 0.03)), tools())
run_id = runner.start(QUESTION)
print(run_id, flush=True)
seen = 0
while True:
    if store.recent(1) and (steps := store.recent(1)[0].steps) > seen:
        seen = steps
        print(seen, flush=True)
    time.sleep(0.002)
"""


def test_a_killed_program_leaves_an_interrupted_run_with_its_steps(url: str) -> None:
    setup = f"import sys; sys.path[:0] = {[str(HERE), str(HERE.parents[1])]!r}\n"
    command = [sys.executable, "-W", "error", "-c", setup + KILLED, url]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        assert child.stdout is not None
        run_id = child.stdout.readline().strip()
        said = 0
        while said < 3:
            said = int(child.stdout.readline())
        child.send_signal(signal.SIGKILL)
        rest = child.stdout.read().split()
    finally:
        child.kill()
        child.communicate()
    assert child.returncode == -signal.SIGKILL
    with closing(Store.open(url)) as store:
        run = store.run(run_id)
        assert run.outcome is Outcome.INTERRUPTED
        assert run.reason == (
            "The program stopped while this run was going on; the steps up to then are kept."
        )
        assert len(run.steps) >= max(said, *map(int, rest), 0)
        assert [step.raw for step in run.steps] == ([CALL, LENGTH] * 8)[: len(run.steps)]
        assert [step.parent_id for step in run.steps] == [None, *(step.id for step in run.steps[:-1])]
        assert all(step.observation for step in run.steps[1::2])
        # The next program's runner knows nothing of it, and can run.
        runner = Runner(store, holder_of(Held({QUESTION: SCRIPT})), tools())
        assert runner.live(run_id) is None
        assert ended(runner, store, runner.start(QUESTION)).outcome is Outcome.FINISHED
