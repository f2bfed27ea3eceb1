"""Resuming from a corrected step: a new run, linked to its parent, that goes on live."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from runner_samples import CALL, QUESTION, SCRIPT, Held, holder_of, tools

from annotate.contents import corrected
from annotate.runner import Runner
from annotate.store import Store
from umi.errors import InputError
from umi.schema import Outcome, Run, Step, ToolSpec

AFTER = ("I know it.\nNext: summarizer", "It has four letters.")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(Store.open(f"sqlite:///{tmp_path / 'umi.db'}")) as opened:
        yield opened


def ended(runner: Runner, store: Store, run_id: str) -> Run:
    while runner.live(run_id) is not None:
        pass
    return store.run(run_id)


def solved(store: Store) -> Run:
    runner = Runner(store, holder_of(Held({QUESTION: SCRIPT})), tools())
    return ended(runner, store, runner.start(QUESTION))


def call(step: Step, text: str) -> Step:
    return corrected(step, {"name": "length", "arguments": {"text": text}})


def test_a_corrected_call_is_made_and_the_run_goes_on(store: Store) -> None:
    run = solved(store)
    runner = Runner(store, holder_of(Held({QUESTION: AFTER})), tools())
    resumed = ended(runner, store, runner.resume(run, run.steps[1], call(run.steps[1], "Oslo")))
    assert resumed.parent is not None
    assert (resumed.parent.run_id, resumed.parent.step_id) == (run.id, run.steps[1].id)
    assert (resumed.outcome, resumed.answer) == (Outcome.FINISHED, "It has four letters.")
    first, second, *rest = resumed.steps
    assert first.raw == run.steps[0].raw
    assert first.id != run.steps[0].id
    assert second.observation is not None
    assert second.observation.content == "4"
    assert [step.raw for step in rest] == list(AFTER)
    assert [step.parent_id for step in resumed.steps] == [None, *(step.id for step in resumed.steps[:-1])]
    assert store.run(run.id) == run


def test_a_resumed_run_can_be_resumed(store: Store) -> None:
    run = solved(store)
    runner = Runner(store, holder_of(Held({QUESTION: (*AFTER, *AFTER)})), tools())
    second = ended(runner, store, runner.resume(run, run.steps[1], call(run.steps[1], "Oslo")))
    third = ended(runner, store, runner.resume(second, second.steps[1], call(second.steps[1], "Rome")))
    assert third.parent is not None
    assert third.parent.run_id == second.id
    assert third.steps[1].call != second.steps[1].call


def test_a_corrected_decision_goes_on(store: Store) -> None:
    run = solved(store)
    runner = Runner(store, holder_of(Held({QUESTION: ("I cannot know.",)})), tools())
    fixed = corrected(run.steps[0], {"rationale": "No need.", "decision": "summarizer"})
    resumed = ended(runner, store, runner.resume(run, run.steps[0], fixed))
    assert [step.raw for step in resumed.steps] == ["No need.\nNext: summarizer", "I cannot know."]


def test_a_corrected_answer_ends_the_run(store: Store) -> None:
    run = solved(store)
    runner = Runner(store, holder_of(Held({QUESTION: ()})), tools())
    fixed = corrected(run.steps[3], {"answer": "Six."})
    resumed = ended(runner, store, runner.resume(run, run.steps[3], fixed))
    assert (resumed.outcome, resumed.answer, len(resumed.steps)) == (Outcome.FINISHED, "Six.", 4)


def test_tools_that_are_not_here_are_named(store: Store) -> None:
    run = solved(store)
    foreign = ToolSpec(name="teleport", description="", parameters={"type": "object"})
    run = run.model_copy(update={"tools": (*run.tools, foreign)})
    runner = Runner(store, holder_of(Held({QUESTION: ()})), tools())
    with pytest.raises(InputError, match=r"tools that are not here \(teleport\)"):
        runner.resume(run, run.steps[1], call(run.steps[1], "Oslo"))


def test_a_stop_before_the_call_keeps_the_steps_before_it(store: Store) -> None:
    run = solved(store)
    runner = Runner(store, holder_of(Held({QUESTION: (CALL,)}, seconds=5)), tools())
    run_id = runner.resume(run, run.steps[1], call(run.steps[1], "Oslo"))
    while store.recent(5)[0].id != run_id or len(store.run(run_id).steps) < 2:
        pass
    runner.cancel(run_id)
    stopped = ended(runner, store, run_id)
    assert stopped.outcome is Outcome.CANCELLED
    assert len(stopped.steps) == 2
