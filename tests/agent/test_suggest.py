"""Suggestions: other outputs of the role at a step, each once."""

from __future__ import annotations

from threading import Event

import pytest

from umi.agent import new_run
from umi.models.device import Device
from umi.models.files import ModelFiles
from umi.models.local import LocalModel
from umi.models.scripted import ScriptedModel
from umi.prompts import written_text
from umi.schema import Decision, Role, Run, Step
from umi.suggest import TRIES, suggest
from umi.tools.travel import travel_tools

FIRST = "I need the airports of Oslo.\nNext: caller"


def planned(model: object) -> Run:
    run = new_run("How far is Oslo from Rome?", model, travel_tools())  # type: ignore[arg-type]
    step = Step(
        role=Role.PLANNER, raw=FIRST, rationale="I need the airports of Oslo.", decision=Decision.CALLER
    )
    return run.with_step(step)


def test_the_same_and_the_unreadable_are_left_out() -> None:
    other = "I need the airports of Rome.\nNext: caller"
    model = ScriptedModel([FIRST, other, "no decision", other, "Enough.\nNext: give up"])
    run = planned(model)
    found = list(suggest(run, run.steps[0], model, 2, Event()))
    assert [written_text(each.step) for each in found] == [other, "Enough.\nNext: give up"]
    assert {each.step.parent_id for each in found} == {None}


def test_a_role_that_is_sure_is_not_asked_for_ever() -> None:
    model = ScriptedModel([FIRST] * 2 * TRIES)
    run = planned(model)
    assert list(suggest(run, run.steps[0], model, 2, Event())) == []


@pytest.mark.slow
def test_the_default_model_suggests_calls(default_model: ModelFiles) -> None:
    model = LocalModel.load(default_model, Device("cpu", "bfloat16"))
    run = planned(model)
    call = Step(
        role=Role.CALLER,
        raw='{"name":"calculate","arguments":{"expression":"1"}}',
        call={"name": "calculate", "arguments": {"expression": "1"}},
        parent_id=run.steps[0].id,
    )
    run = run.with_step(call)
    found = list(suggest(run, call, model, 2, Event()))
    model.close()
    assert 1 <= len(found) <= 2
    assert len({written_text(each.step) for each in found}) == len(found)
    for each in found:
        assert each.step.call is not None
        assert each.step.call.name in {tool.name for tool in run.tools}
        assert each.logprob < 0
