"""Live evaluation with scripted turns: verdicts and faults, going on after a kill, and the figures."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from umi.errors import InputError
from umi.live import evaluate_live, read_results
from umi.live_report import Rate, as_json, lines, report
from umi.models.scripted import ScriptedModel
from umi.questions import Question, read_questions
from umi.schema import Outcome, Role
from umi.tools.travel import travel_tools
from umi.verdict import Result

CALL, ANSWER, GIVE_UP = "I look.\nNext: caller", "I know.\nNext: summarizer", "No tool.\nNext: give up"
MALI = '{"name":"city_info","arguments":{"city":"Timbuktu"}}'
NOWHERE = '{"name":"city_info","arguments":{"city":"Nowhereville-upon-Nothing"}}'
UNITY = '{"name":"check_holiday","arguments":{"country":"DE","date":"2026-10-03"}}'

WHERE = Question(id="where", question="Where is Timbuktu?", facts=({"text": ["Mali"]},))
UNITED = Question(id="united", question="Is 3 October 2026 a holiday in Germany?", facts=({"yes": True},))
WEATHER = Question(id="weather", question="Will it rain?", gives_up=True)


def ask(question: Question, *turns: str) -> Result:
    return evaluate_live([question], ScriptedModel(turns), travel_tools())[0]


# verdicts


def test_a_right_answer_passes_with_its_steps_and_without_their_tokens() -> None:
    result = ask(WHERE, CALL, MALI, ANSWER, "It is in Mali.")
    assert (result.passed, result.outcome, result.answer) == (True, Outcome.FINISHED, "It is in Mali.")
    assert (result.missing, result.fault) == ((), None)
    assert (result.id, result.question, result.facts) == (WHERE.id, WHERE.question, WHERE.facts)
    assert [step.role for step in result.steps] == [Role.PLANNER, Role.CALLER, Role.PLANNER, Role.SUMMARIZER]
    assert all(step.tokens == () for step in result.steps)
    assert 0 < result.seconds < 60


def test_a_right_give_up_passes() -> None:
    result = ask(WEATHER, GIVE_UP)
    assert (result.passed, result.outcome, result.reason) == (True, Outcome.GAVE_UP, "No tool.")


@pytest.mark.parametrize(
    ("question", "turns", "role", "what"),
    [
        (WHERE, [GIVE_UP], Role.PLANNER, "gave up on what the tools can answer"),
        (WHERE, ["I dream."], Role.PLANNER, "wrote a turn that cannot be followed"),
        (WHERE, [CALL, "city_info?"], Role.CALLER, "wrote a turn that cannot be followed"),
        (WHERE, [CALL, MALI] * 9, Role.PLANNER, "went on to the step limit"),
        (WHERE, [ANSWER, "In Peru."], Role.PLANNER, "had it answered without a call"),
        (WHERE, [CALL, NOWHERE, ANSWER, "In Peru."], Role.CALLER, "made no call that worked"),
        (WHERE, [CALL, MALI, ANSWER, "In Peru."], Role.SUMMARIZER, "did not say what the tools had said"),
        (UNITED, [CALL, UNITY, ANSWER, "No."], Role.SUMMARIZER, "did not say what the tools had said"),
        (WHERE, [CALL, UNITY, ANSWER, "In Peru."], None, "the tools were not asked for it"),
        (UNITED, [CALL, MALI, ANSWER, "No."], None, "the tools were not asked for it"),
        (WEATHER, [ANSWER, "It will rain."], Role.PLANNER, "answered what no tool can answer"),
        (WHERE, [CALL], None, "the run ended as failed"),
    ],
)
def test_whose_fault_it_was(question: Question, turns: list[str], role: Role | None, what: str) -> None:
    result = ask(question, *turns)
    assert not result.passed
    assert result.fault is not None
    assert (result.fault.role, result.fault.what[: len(what)]) == (role, what)


def test_a_wrong_answer_says_what_is_missing() -> None:
    assert ask(WHERE, CALL, MALI, ANSWER, "In Peru.").missing == ("It does not say Mali.",)


# results that stay


TURNS = [CALL, MALI, ANSWER, "In Mali.", CALL, UNITY, ANSWER, "Yes.", GIVE_UP]
ALL = [WHERE, UNITED, WEATHER]


def evaluated(out: Path, turns: Sequence[str], questions: Sequence[Question] = ALL) -> list[Result]:
    return evaluate_live(questions, ScriptedModel(turns), travel_tools(), out)


def test_each_result_is_one_line_that_reads_back(tmp_path: Path) -> None:
    out = tmp_path / "results.jsonl"
    results = evaluated(out, TURNS)
    assert read_results(out) == results
    rows = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert [row["id"] for row in rows] == ["where", "united", "weather"]
    assert rows[0]["question"] == "Where is Timbuktu?"
    assert rows[0]["steps"][1]["call"]["arguments"] == {"city": "Timbuktu"}
    assert "tokens" not in rows[0]["steps"][1]


def test_arguments_that_are_null_stay(tmp_path: Path) -> None:
    call = '{"name":"city_info","arguments":{"city":"Timbuktu","country":null}}'
    results = evaluated(tmp_path / "results.jsonl", [CALL, call, GIVE_UP], [WHERE])
    assert read_results(tmp_path / "results.jsonl") == results


def test_a_restart_goes_on_after_the_finished_ones(tmp_path: Path) -> None:
    out = tmp_path / "results.jsonl"
    whole = evaluated(out, TURNS)
    lines = out.read_bytes().splitlines(keepends=True)
    # Killed while the second line was being written.
    out.write_bytes(lines[0] + lines[1][:200])
    assert [(r.id, r.passed) for r in evaluated(out, TURNS[4:])] == [(r.id, r.passed) for r in whole]
    assert [result.id for result in read_results(out)] == ["where", "united", "weather"]
    assert evaluated(out, []) == read_results(out)


def test_a_question_that_was_changed_is_asked_again(tmp_path: Path) -> None:
    out = tmp_path / "results.jsonl"
    evaluated(out, TURNS)
    stricter = WHERE.model_copy(update={"facts": ({"text": ["Malawi"]},)})
    results = evaluated(out, TURNS, [stricter, UNITED, WEATHER])
    assert [result.passed for result in results] == [False, True, True]
    assert [result.id for result in read_results(out)] == ["where", "united", "weather", "where"]
    assert evaluated(out, [], [stricter, UNITED, WEATHER]) == results


def test_what_is_told_on_the_way(tmp_path: Path) -> None:
    out = tmp_path / "results.jsonl"
    evaluated(out, TURNS, ALL[:1])
    told: list[tuple[int, int]] = []
    evaluate_live(
        ALL,
        ScriptedModel(TURNS[4:]),
        travel_tools(),
        out,
        lambda kept, results: told.append((kept, len(results))),
    )
    assert told == [(1, 1), (1, 2), (1, 3)]


def test_results_of_another_model_are_not_mixed_in(tmp_path: Path) -> None:
    out = tmp_path / "results.jsonl"
    evaluated(out, TURNS)
    other = ScriptedModel(TURNS)
    other.models = other.models.model_copy(update={"adapters": {Role.CALLER: "caller__1"}})
    with pytest.raises(InputError, match="holds results of another model or other adapters: name another"):
        evaluate_live(ALL, other, travel_tools(), out)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b'{"id":"a"}\n', "line 1 is no result (field question: Field required): name another file."),
        (b"notes\n", "line 1 is not JSON"),
        (b"my notes", " is no file of results: name another one."),
    ],
)
def test_another_file_is_left_as_it_is(tmp_path: Path, content: bytes, said: str) -> None:
    out = tmp_path / "notes"
    out.write_bytes(content)
    with pytest.raises(InputError) as caught:
        evaluated(out, TURNS)
    assert said in str(caught.value)
    assert out.read_bytes() == content


# figures


@pytest.mark.parametrize(
    ("right", "of", "low", "high"),
    [
        # R. G. Newcombe, Two-sided confidence intervals for the single proportion, Statistics in Medicine 17
        # (1998) 857-872, table I, method 3 (the score interval).
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0000, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_the_interval_of_a_rate(right: int, of: int, low: float, high: float) -> None:
    assert Rate(right, of).interval == pytest.approx((low, high), abs=5e-5)
    assert Rate(of - right, of).interval == pytest.approx((1 - high, 1 - low), abs=5e-5)


def test_the_figures_of_an_evaluation() -> None:
    questions = [*ALL, *(WHERE.model_copy(update={"id": name}) for name in ("lazy", "lost"))]
    turns = [*TURNS, GIVE_UP, CALL, NOWHERE, CALL, MALI, ANSWER, "In Peru."]
    figures = as_json(report(evaluate_live(questions, ScriptedModel(turns), travel_tools())))
    rates = {
        name: (value["right"], value["of"]) for name, value in figures.items() if isinstance(value, dict)
    }
    assert rates == {
        "passed": (3, 5),
        "answered": (2, 4),
        "gave_up_rightly": (1, 1),
        "gave_up_wrongly": (1, 4),
        "calls_valid": (3, 4),
    }
    assert figures["questions"] == 5
    assert figures["passed"]["rate"] == 0.6
    assert figures["steps_per_run"] == (4 + 4 + 1 + 1 + 6) / 5
    assert figures["failures"] == [
        {"role": "planner", "what": "gave up on what the tools can answer", "questions": ["lazy"]},
        {"role": "summarizer", "what": "did not say what the tools had said", "questions": ["lost"]},
    ]


def test_the_figures_as_people_read_them() -> None:
    questions = [WHERE.model_copy(update={"id": f"q{number}"}) for number in range(10)]
    figures = report(evaluate_live(questions, ScriptedModel([GIVE_UP] * 10), travel_tools()))
    text = list(lines(figures))
    assert text[0] == "passed in all     0.0%  (0.0% to 27.8%)  0 of 10"
    assert text[2] == "gave up rightly      -"
    assert text[5].split() == ["steps", "a", "run", "1.0"]
    assert text[-1] == (
        "  10  planner    gave up on what the tools can answer: q0, q1, q2, q3, q4, q5, q6, q7 and 2 more"
    )


# files of questions


def written(tmp_path: Path, *rows: Any) -> Path:
    file = tmp_path / "questions.jsonl"
    file.write_text("\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows))
    return file


GOOD: dict[str, Any] = {"id": "a", "question": "Where is Bern?", "facts": [{"text": ["Switzerland"]}]}


def test_questions_are_read_with_what_else_stands_beside_them(tmp_path: Path) -> None:
    file = written(tmp_path, GOOD | {"family": "cities", "slots": {"city": "Bern"}}, "", WEATHER.model_dump())
    assert read_questions(file) == [Question(**GOOD), WEATHER]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("{", "line 2 is not JSON"),
        ("7", "line 2, "),
        ({"question": "Where?", "gives_up": True}, "line 2, field id: Field required;"),
        (GOOD, "line 2, field id: a is there already; give it an id of its own."),
        (GOOD | {"id": "b", "question": " "}, "line 2, field question: The question is empty"),
        (GOOD | {"id": "b", "facts": []}, "line 2, it needs either facts or gives_up, and not both;"),
        (GOOD | {"id": "b", "gives_up": True}, "line 2, it needs either facts or gives_up, and not both;"),
        (GOOD | {"id": "b", "facts": [{"txt": "x"}]}, "line 2, field facts: a fact is an object with one of"),
        (GOOD | {"id": "b", "facts": "Bern"}, "line 2, field facts: "),
        (GOOD | {"id": "b", "facts": ["Bern"]}, "line 2, field facts.0: "),
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, row: Any, said: str) -> None:
    file = written(tmp_path, GOOD, row)
    with pytest.raises(InputError) as caught:
        read_questions(file)
    assert str(caught.value).startswith(f"{file}, {said}")


def test_a_file_without_questions(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="holds no question: write one JSON object on each line"):
        read_questions(written(tmp_path, "", " "))
    with pytest.raises(InputError, match="cannot be read"):
        read_questions(tmp_path / "absent.jsonl")
