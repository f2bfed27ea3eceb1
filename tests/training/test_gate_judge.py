"""When a step says what people found right, and what is said of it where it does not."""

from __future__ import annotations

from typing import Any

import pytest
from training_samples import TOOL

from training.gate_judge import rejected, same_json, wanted, wrong
from training.role_rows import RoleRow


def row(step: dict[str, Any], rejected: dict[str, Any] | None = None) -> RoleRow:
    """A row whose last step is this one."""
    return RoleRow.model_validate(
        {"id": "run", "question": "How large is Oslo?", "tools": [TOOL.model_dump()]}
        | {"steps": [step], "rejected": rejected, "case": "s/1"}
    )


def planner(rationale: str, decision: str = "caller") -> dict[str, Any]:
    return {"role": "planner", "rationale": rationale, "decision": decision}


def caller(**arguments: Any) -> dict[str, Any]:
    return {"role": "caller", "call": {"name": "city_info", "arguments": arguments}}


def summarizer(answer: str) -> dict[str, Any]:
    return {"role": "summarizer", "answer": answer}


@pytest.mark.parametrize(
    ("rationale", "text", "said"),
    [
        ("I need the airports of Naples.", "I need the airports of Naples.\nNext: caller", ""),
        ("I need the airports of Naples.", "First I need the airports of Naples.\nNext: caller", ""),
        ("I need the airports of Naples.", "I need the airports of Napoli.\nNext: caller", "not say Naples"),
        (
            "I need the airports of Naples.",
            "I need the airports of Naples.\nNext: give up",
            "decides give up instead of caller",
        ),
        ("I need the airports of Naples.", "No tool knows this.\nNext: caller", "something else (ROUGE-L 0"),
        ("I need the airports of Naples.", "airports of Naples", "decides nothing we know"),
        (
            "I need to calculate 5*28+2*22.8.",
            "I need to calculate 5*28+2*22.9.\nNext: caller",
            "not say 5*28",
        ),
        ("I need it on 2026-09-01.", "I need it on 2026-09-02.\nNext: caller", "not say 2026-09-01"),
    ],
)
def test_a_planner_says_the_same_with_the_same_decision(rationale: str, text: str, said: str) -> None:
    found = wrong(row(planner(rationale)), text)
    assert said in found
    assert bool(said) == bool(found)


def test_what_is_closer_to_the_rejected_than_to_the_wanted_is_wrong() -> None:
    better, worse = "I need the flight time from here to there.", "I need the train time from here to there."
    said = f"{worse}\nNext: caller"
    assert wrong(row(planner(better)), said) == ""
    assert wrong(row(planner(better), planner(worse)), said) == "closer to what was rejected"
    assert wrong(row(planner(better), planner(worse)), f"{better}\nNext: caller") == ""


@pytest.mark.parametrize(
    ("arguments", "text", "said"),
    [
        ({"city": "Oslo"}, '{"name":"city_info","arguments":{"city":"Oslo"}}', ""),
        ({"city": "Oslo", "most": 3}, '{"name":"city_info","arguments":{"most":3.0,"city":"Oslo"}}', ""),
        ({"city": "Oslo"}, '{"name":"local_time","arguments":{"city":"Oslo"}}', "local_time instead of city"),
        (
            {"city": "Oslo"},
            '{"name":"city_info","arguments":{"city":"oslo"}}',
            'city is "oslo" instead of "Oslo"',
        ),
        ({"city": "Oslo", "most": 3}, '{"name":"city_info","arguments":{"city":"Oslo"}}', "no most"),
        ({"city": "Oslo"}, '{"name":"city_info","arguments":{"city":"Oslo","at":1}}', "at is too much"),
        ({"city": "Oslo", "most": 1}, '{"name":"city_info","arguments":{"city":"Oslo","most":true}}', "most"),
        ({"city": "Oslo"}, '{"name":"city_info","argu', "is no call"),
    ],
)
def test_a_caller_makes_the_same_call(arguments: dict[str, Any], text: str, said: str) -> None:
    found = wrong(row(caller(**arguments)), text)
    assert said in found
    assert bool(said) == bool(found)


@pytest.mark.parametrize(
    ("answer", "text", "said"),
    [
        ("Oslo has 5,000 inhabitants.", "Oslo has 5000 inhabitants.", ""),
        ("Oslo has 5,000 inhabitants.", "Oslo has 6000 inhabitants.", "does not say 5,000"),
        ("Winnipeg is in Canada.", "Winnipeg is in China.", "does not say Canada"),
        ("No, it takes 16.9 hours.", "Yes, it takes 16.9 hours.", "affirms what was to be denied"),
        ("Yes, it takes 16.9 hours.", "No, it takes 16.9 hours.", "denies what was to be affirmed"),
        ("The sun rises at 06:19.", "The sun rises at 06:20.", "does not say 06:19"),
        ("Oslo has 5,000 inhabitants.", "", "something else"),
    ],
)
def test_a_summarizer_says_every_number_and_name(answer: str, text: str, said: str) -> None:
    found = wrong(row(summarizer(answer)), text)
    assert said in found
    assert bool(said) == bool(found)


def test_what_could_not_be_written_is_wrong() -> None:
    assert "the tools alone fill the context" in wrong(row(caller(city="Oslo")), None)


def test_what_people_wanted_and_rejected_is_shown_as_it_would_be_written() -> None:
    one = row(caller(city="Oslo"), caller(city="Bergen"))
    assert wanted(one) == '{"name":"city_info","arguments":{"city":"Oslo"}}'
    assert rejected(one) == '{"name":"city_info","arguments":{"city":"Bergen"}}'
    assert rejected(row(caller(city="Oslo"))) is None


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (1, 1.0, True),
        (1, True, False),
        (0, False, False),
        ("1", 1, False),
        ([1, {"a": None}], [1.0, {"a": None}], True),
        ([1, 2], [2, 1], False),
        ({"a": [True]}, {"a": [1]}, False),
        (None, False, False),
    ],
)
def test_values_are_compared_as_json(one: Any, other: Any, same: bool) -> None:
    assert same_json(one, other) is same
    assert same_json(other, one) is same
