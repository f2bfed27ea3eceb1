"""Runs that are solved side by side end as they do one after the other; on real weights."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from threading import Event

import pytest

from umi.agent import Ended, new_run, solve
from umi.models.device import Device
from umi.models.files import ModelFiles
from umi.models.local import LocalModel
from umi.schema import Limits, Outcome, Run
from umi.side_by_side import solve_side_by_side
from umi.tools.travel import travel_tools

# Float32, because identity of tokens is the claim: in bf16 the order of additions can tip a near tie.
EXACT = Device("cpu", "float32")
SHORT = Limits(steps=3, planner_tokens=10, caller_tokens=48, summarizer_tokens=10)
TOOLS = [tool for tool in travel_tools() if tool.spec.name in ("check_holiday", "convert_units")]
QUESTIONS = (
    "Is 6 December 2025 a holiday in Finland?",
    "What is 40 miles in km?",
    "Will the weather be fine in Lima, where my father lives and where I go in May?",
    "Is 1 May 2026 a holiday in Peru?",
)

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def model(default_model: ModelFiles) -> Iterator[LocalModel]:
    with closing(LocalModel.load(default_model, EXACT)) as loaded:
        yield loaded


def runs(model: LocalModel) -> list[Run]:
    return [new_run(question, model, TOOLS, limits=SHORT) for question in QUESTIONS]


def alone(model: LocalModel, run: Run) -> Run:
    return next(event.run for event in solve(run, model, TOOLS, Event()) if isinstance(event, Ended))


def test_each_run_ends_as_it_does_alone(model: LocalModel) -> None:
    asked = runs(model)[:3]
    beside = {run.id: run for run in solve_side_by_side(asked, model, TOOLS, 2, Event())}
    assert beside.keys() == {run.id for run in asked}
    for run in asked:
        expected, found = alone(model, run), beside[run.id]
        assert (found.outcome, found.answer) == (expected.outcome, expected.answer)
        assert [step.raw for step in found.steps] == [step.raw for step in expected.steps]
        assert [step.prompt_tokens for step in found.steps] == [step.prompt_tokens for step in expected.steps]


def test_a_run_begins_only_when_there_is_room_for_it(model: LocalModel) -> None:
    begun: list[str] = []

    def asked() -> Iterator[Run]:
        for run in runs(model):
            begun.append(run.id)
            yield run

    solved = solve_side_by_side(asked(), model, TOOLS, 2, Event())
    next(solved)
    assert len(begun) == 2
    solved.close()


def test_a_run_that_is_too_long_ends_and_the_others_go_on(model: LocalModel) -> None:
    fine, other = runs(model)[:2]
    long = other.model_copy(update={"question": "word " * 9000})
    found = {run.id: run for run in solve_side_by_side([long, fine], model, TOOLS, 2, Event())}
    assert found[long.id].outcome is Outcome.CONTEXT_LIMIT
    assert found[fine.id].outcome is not Outcome.CONTEXT_LIMIT
    assert found[fine.id].steps


def test_a_stop_ends_all(model: LocalModel) -> None:
    cancel = Event()
    cancel.set()
    ended = list(solve_side_by_side(runs(model), model, TOOLS, 4, cancel))
    assert [run.outcome for run in ended] == [Outcome.CANCELLED] * 4
