"""The expert as annotator: exactly the first wrong step of a run is corrected, and what goes on is right."""

from __future__ import annotations

from threading import Event
from typing import Any

import pytest

from training.travel.annotator import accepted_rows, can_annotate, correction
from training.travel.expert import Solution, solutions
from umi.agent import Ended, new_run, solve
from umi.models.scripted import ScriptedModel
from umi.prompts import caller_text, planner_text
from umi.questions import Question
from umi.schema import Decision, Role, Run, ToolCall
from umi.tools.travel import travel_tools
from umi.trajectory import Trajectory
from umi.verdict import judged


def drawn(family: str) -> Solution:
    """A question of this family, the same every time."""
    return next(solutions(5, only=family))


def lived(run: Run, *outputs: str) -> Run:
    """The run at its end, where the model writes these turns."""
    events = solve(run, ScriptedModel(outputs), travel_tools(), Event())
    return next(event.run for event in events if isinstance(event, Ended))


def asked(solution: Solution, *outputs: str) -> Run:
    """The question's run with these turns."""
    return lived(new_run(solution.question, ScriptedModel([]), travel_tools()), *outputs)


def raws(solution: Solution) -> list[str]:
    """What the expert writes."""
    return [step.raw for step in solution.steps]


def passes(run: Run, solution: Solution) -> bool:
    """Whether the run answered the question."""
    return judged(Question.model_validate_json(solution.asked()), run).passed


def call(name: str, **arguments: Any) -> str:
    """A caller's turn."""
    return caller_text(ToolCall(name=name, arguments=arguments))


def test_wrong_call_alone_is_corrected_and_what_goes_on_from_it_passes() -> None:
    solution = drawn("distance_limit")
    right = raws(solution)
    run = asked(solution, *right[:5], call("flight_distance", origin="LIS", destination="OPO"), *right[8:])
    found = correction(run, solution)
    assert found is not None
    assert (found.index, found.role, found.step) == (5, Role.CALLER, solution.steps[5])
    ended = lived(found.resumed(ScriptedModel([])), *right[6:])
    made, wanted = ended.steps[5].observation, solution.steps[5].observation
    assert made is not None
    assert wanted is not None
    assert made.content == wanted.content, "the call was made anew"
    assert passes(ended, solution)
    assert correction(ended, solution) is None


def test_row_learns_the_right_step_behind_what_the_model_read_and_keeps_the_wrong_one() -> None:
    solution = drawn("country_currency")
    right, wrong = raws(solution), call("country_info", country="Spain")
    run = asked(solution, right[0], wrong, *right[2:])
    found = correction(run, solution)
    assert found is not None
    row = found.row()
    learnt = Trajectory.model_validate(row)
    assert [step.raw for step in learnt.steps] == right[:2]
    assert learnt.target_indexes == (1,)
    assert learnt.steps[1].observation is None
    assert learnt.system == run.system
    assert row["case"] == f"{run.steps[1].id}/1"
    assert row["rejected"]["raw"] == wrong


def test_planner_is_blamed_where_its_need_led_to_the_wrong_call() -> None:
    solution = drawn("country_currency")
    _, _, *rest = raws(solution)
    need = planner_text("I need the facts about the city Paris.", Decision.CALLER)
    run = asked(solution, need, call("city_info", city="Paris"), *rest)
    found = correction(run, solution)
    assert found is not None
    assert (found.index, found.role) == (0, Role.PLANNER)


@pytest.mark.parametrize(
    "first",
    ["Well, France. I NEED the facts about the country france.", "Perhaps the country info?"],
)
def test_planner_that_leads_to_the_right_call_in_other_words_is_right(first: str) -> None:
    """The first says what the expert needs, so a wrong call is the caller's; the second does not."""
    solution = drawn("country_currency")
    _, called, known, answer = raws(solution)
    said = planner_text(first, Decision.CALLER)
    wrong_end = planner_text("No tool tells it.", Decision.GIVE_UP)
    found = correction(asked(solution, said, called, wrong_end), solution)
    assert found is not None
    assert (found.index, found.step.raw) == (2, known)
    misread = correction(
        asked(solution, said, call("country_info", country="Spain"), known, answer), solution
    )
    assert misread is not None
    assert misread.role is (Role.CALLER if "NEED" in first else Role.PLANNER)


def test_call_that_brings_the_same_is_right() -> None:
    solution = drawn("country_currency")
    first, _, known, _ = raws(solution)
    run = asked(solution, first, call("country_info", country="FR"), known, "The currency is the franc.")
    found = correction(run, solution)
    assert found is not None
    assert (found.index, found.role) == (3, Role.SUMMARIZER)


def test_what_is_known_is_corrected_before_the_answer_that_repeats_it() -> None:
    solution = drawn("distance_limit")
    *before, known, _ = raws(solution)
    run = asked(solution, *before, known.replace("so yes", "so no"), "No, it is less than 1000 km.")
    found = correction(run, solution)
    assert found is not None
    assert (found.index, found.step.raw) == (len(before), known)


def test_steps_of_a_run_that_passed_are_rows_to_replay() -> None:
    solution = drawn("country_currency")
    run = asked(solution, *raws(solution))
    rows = [Trajectory.model_validate(row) for row in accepted_rows(run)]
    assert [row.steps[-1].raw for row in rows] == raws(solution)
    assert [row.target_indexes for row in rows] == [(0,), (1,), (2,), (3,)]
    assert rows[2].steps[1].observation is not None


def test_what_the_clock_shows_now_is_nothing_to_annotate() -> None:
    assert not can_annotate(drawn("local_times_now"))
    assert can_annotate(drawn("country_currency"))
