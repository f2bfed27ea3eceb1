"""The step metrics: every rule of the published evaluator by a small case.

What it printed for 79 steps at once is checked in test_score_cli.py.
"""

from __future__ import annotations

import subprocess
import sys

import pytest
from data_samples import ANSWER, CALL, END, PLAN, row

from umi.metrics import NONE, Prediction, ScoredStep, argument_f1, rouge_l, scorable, score, scored
from umi.schema import Decision, Role, Step, ToolCall
from umi.trajectory import Trajectory

TOOLS = frozenset({"f", "g"})


def call(name: str = "f", arguments: str = "{}") -> Prediction:
    return Prediction(Decision.CALLER, name, arguments)


def answer(text: str) -> Prediction:
    return Prediction(Decision.SUMMARIZER, answer=text)


GIVE_UP = Prediction(Decision.GIVE_UP)


def step(reference: Prediction, predicted: Prediction) -> ScoredStep:
    return ScoredStep(reference, predicted, TOOLS)


# Reading texts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("T. Next: caller.</s>caller: Action: f\nAction Input: {}</s>", call()),
        ('Next: caller.</s>caller: Action: f\nAction Input: {"a": 1}', call("f", '{"a": 1}')),
        # Giving up is looked for first, then a conclusion, wherever they stand.
        ("Next: caller. Next: conclusion.</s>conclusion: x Next: give up", GIVE_UP),
        ("Next: conclusion.</s>Next: caller. Action: f conclusion: x", answer("x")),
        ("Next: conclusion.</s>conclusion: It is 2.</s>", answer("It is 2.")),
        ("Next: conclusion.</s>conclusion: a conclusion: b", answer("b")),
        ("Next: conclusion.</s>conclusion: ", answer("")),
        ("conclusion: It is 2. Next: conclusion.", answer("It is 2. Next: conclusion.")),
        ("Next: conclusion.", answer(NONE)),
        # Everything else is a call, garbage included.
        ("", call(NONE)),
        ("conclusion: It is 2.", call(NONE)),
        ("Next: nonsense.", call(NONE)),
        ("next: give up", call(NONE)),
        ("Next: caller.</s>caller: none", call(NONE)),
        ("Action: f", call("f")),
        ("Action: f\nAction Input: ", call("f", "")),
        ("Action: f Action Input: {} Action: g", call("g", "{} Action: g")),
        ("Action: f Action: g\nAction Input: 1 Action Input: 2", call("g", "2")),
        ("Action Input: {}", call(NONE)),
    ],
)
def test_texts_are_read_in_the_evaluators_order(text: str, expected: Prediction) -> None:
    assert Prediction.of_text(text) == expected


# Plan ACC, Act. EM, Hallu.


def test_plan_accuracy_is_over_all_steps() -> None:
    steps = [
        step(call(), call("g")),
        step(answer("x"), call()),
        step(GIVE_UP, GIVE_UP),
        step(GIVE_UP, answer("x")),
    ]
    assert score(steps).plan_em == 0.5


def test_action_accuracy_is_over_calls_and_a_wrong_plan_has_no_action() -> None:
    predictions = [call(), call("g"), Prediction(Decision.GIVE_UP, "f"), call("F")]
    steps = [step(call(), predicted) for predicted in predictions]
    assert score([*steps, step(answer("x"), call())]).action_em == 0.25


def test_hallucinations_are_over_all_steps() -> None:
    steps = [
        step(call(), call("h")),
        step(answer("x"), call("h")),
        step(call(), call("g")),
        step(call(), call(NONE)),  # Nothing was called, so nothing was made up.
        step(call(), Prediction(Decision.GIVE_UP, "h")),
    ]
    assert score(steps).hallu_rate == 0.4


# Arg. F1


@pytest.mark.parametrize(
    ("reference", "predicted", "expected"),
    [
        ("{}", "{}", 1.0),
        ("{ }", "{\n}", 1.0),
        ("{}", '{"a": 1}', 0.0),
        ("{}", "", 0.0),
        ("{}", "[]", 0.0),
        ('{"a": 1}', '{"a": 1}', 1.0),
        ('{"a": 1}', '{"a": 2}', 0.5),
        ('{"a": 1}', '{"b": 1}', 0.0),
        ('{"a": 1}', "{}", 0.0),
        ('{"a": 1}', '{"a": 1, "b": 2}', 2 / 3),  # P 1/2, R 1
        ('{"a": 1, "b": 2}', '{"a": 1}', 2 / 3),  # P 1, R 1/2
        ('{"a": 1, "b": 2}', '{"a": 1, "b": 3, "c": 4}', 0.6),  # P 1.5/3, R 1.5/2
        # Equal is what Python's == calls so.
        ('{"a": 1}', '{"a": 1.0}', 1.0),
        ('{"a": 1}', '{"a": true}', 1.0),
        ('{"a": 1}', '{"a": "1"}', 0.5),
        ('{"a": {"x": [1, 2], "y": null}}', '{"a": {"y": null, "x": [1, 2]}}', 1.0),
        ('{"a": "x"}', '{"a": "X"}', 0.5),
        # The prediction is no JSON object.
        ('{"a": 1}', '{"a": 1', 0.0),
        ('{"a": 1}', '["a"]', 0.0),
        ('{"a": 1}', '"a"', 0.0),
        ('{"a": 1}', '{"a": 1} and more', 0.0),
        ('{"a": 1}', "{'a': 1}", 0.0),
        ('{"a": 1}', "[" * 100_000, 0.0),
        # The reference is none: the step is left out.
        ("{oops", "{oops", None),
        ("", "{}", None),
        ("[]", "[]", None),
    ],
)
def test_argument_f1(reference: str, predicted: str, expected: float | None) -> None:
    assert argument_f1(reference, predicted) == (
        None if expected is None else pytest.approx(expected, abs=1e-12)
    )


def test_another_action_counts_nothing_whatever_its_arguments() -> None:
    assert score([step(call(), call()), step(call("f"), call("g"))]).f1 == 0.5
    assert score([step(call("f", "{oops"), call("g")), step(call(), call())]).f1 == 0.5


def test_an_unreadable_reference_is_left_out() -> None:
    scores = score([step(call("f", "{oops"), call("f", "{}")), step(call(), call())])
    assert (scores.f1, scores.easy_f1, scores.hard_f1, scores.action_em) == (1.0, 1.0, None, 1.0)


def test_another_action_counts_as_easy_and_as_hard() -> None:
    steps = [
        step(call(), call()),
        step(call("f", '{"a": 1}'), call("f", '{"a": 2}')),
        step(call(), call("g")),
    ]
    scores = score(steps)
    assert (scores.f1, scores.easy_f1, scores.hard_f1) == (0.5, 0.5, 0.25)


# ROUGE-L


@pytest.mark.parametrize(
    ("predicted", "reference", "expected"),
    [
        ("it is two", "it is two", 1.0),
        ("two is it", "it is two", 1 / 3),
        # Words are a set: "a a a" is one word.
        ("a a a", "a", 1.0),
        ("a b", "a b c d", 2 * (1 / 2) / (1 + 1 / 2)),
        # A union over sentences: each sentence of the reference takes what it shares with any predicted one.
        ("b. a", "a. b", 1.0),
        ("", "", 1.0),
        ("", "none", 1.0),
        ("...", " . ", 1.0),
        ("x", "", 0.0),
    ],
)
def test_rouge_l(predicted: str, reference: str, expected: float) -> None:
    # The package adds 1e-8 to the denominator.
    assert rouge_l(predicted, reference) == pytest.approx(expected, abs=1e-7)


def test_rouge_l_of_long_sentences_needs_no_deeper_stack() -> None:
    limit = sys.getrecursionlimit()
    assert rouge_l(" ".join(map(str, range(800))), " ".join(map(str, range(700)))) == pytest.approx(
        2 * (7 / 8) / (1 + 7 / 8), abs=1e-7
    )
    assert sys.getrecursionlimit() == limit


def test_rouge_is_over_conclusions_and_a_wrong_plan_says_none() -> None:
    steps = [
        step(answer("it is two"), answer("it is two")),
        step(answer("it is two"), Prediction(Decision.GIVE_UP, answer="it is two")),
        step(answer(""), call("f")),  # An empty reference is the text "none" as well.
        step(call(), answer("it is two")),
    ]
    assert score(steps).rouge == pytest.approx(2 / 3, abs=1e-7)


# All together


def test_means_over_nothing_are_none() -> None:
    scores = score([step(GIVE_UP, call("h"))])
    assert (scores.steps, scores.calls, scores.conclusions) == (1, 0, 0)
    assert (scores.plan_em, scores.hallu_rate) == (0.0, 1.0)
    assert {scores.action_em, scores.f1, scores.easy_f1, scores.hard_f1, scores.rouge} == {None}
    assert score([]).plan_em is None


def test_nothing_heavy_is_imported_for_it() -> None:
    code = "import sys, umi.metrics, umi.formats, umi.cases; print({'torch', 'rouge'} & sys.modules.keys())"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


# Our own steps


def trajectory(**changes: object) -> Trajectory:
    return Trajectory.model_validate(row(**changes))


def test_own_steps_score_full_marks_against_themselves() -> None:
    own = trajectory()
    scores = score(scored(own, index, own.steps[index : index + 2]) for index in scorable(own))
    assert (scores.steps, scores.calls, scores.conclusions) == (2, 1, 1)
    assert (scores.plan_em, scores.action_em, scores.hallu_rate, scores.f1) == (1.0, 1.0, 0.0, 1.0)
    assert scores.rouge == pytest.approx(1.0, abs=1e-7)


def test_own_steps_and_texts_count_the_same() -> None:
    own = trajectory()
    texts = {
        0: 'T.\n Next: caller.</s>caller: Action: f\nAction Input: {"a":1}</s>',
        2: "T.\n Next: conclusion.</s>conclusion: It is 2.</s>",
    }
    for index, text in texts.items():
        assert scored(own, index, text) == scored(own, index, own.steps[index : index + 2])


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ([Step(role=Role.PLANNER, raw="?", rationale="?")], call(NONE)),
        ([Step(role=Role.PLANNER, raw="", decision=Decision.GIVE_UP)], GIVE_UP),
        ([Step(role=Role.PLANNER, raw="", decision=Decision.SUMMARIZER)], answer(NONE)),
        (
            [
                Step(role=Role.PLANNER, raw="", decision=Decision.CALLER),
                Step(role=Role.CALLER, raw="{oops", call=None),
            ],
            call(NONE),
        ),
        (
            [
                Step(role=Role.PLANNER, raw="", decision=Decision.CALLER),
                Step(role=Role.CALLER, raw="", call=ToolCall(name="h", arguments={"a": "é"})),
            ],
            call("h", '{"a":"é"}'),
        ),
        ([], call(NONE)),
    ],
)
def test_predicted_steps(steps: list[Step], expected: Prediction) -> None:
    result = scored(trajectory(), 0, steps)
    assert result.predicted == expected
    assert result.reference == call("f", '{"a":1}')
    assert result.tool_names == {"f"}


def test_a_planner_that_gives_up_has_no_follower() -> None:
    give_up = {"role": "planner", "rationale": "No.", "decision": "give up"}
    assert scored(trajectory(steps=[give_up, PLAN, CALL]), 0, []).reference == GIVE_UP


def test_what_can_be_scored() -> None:
    give_up = {"role": "planner", "rationale": "No.", "decision": "give up"}
    stray = {"role": "caller", "call": {"name": "invented", "arguments": {}}}
    steps = [PLAN, CALL, PLAN, stray, END, ANSWER, give_up, PLAN]
    # The second call is of no offered tool, and nothing follows the last plan.
    assert scorable(trajectory(steps=steps)) == (0, 4, 6)
    assert scorable(trajectory(steps=steps, targets=[1, 4, 5])) == (4,)
