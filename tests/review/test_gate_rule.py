"""The rule: what is promoted, held and rejected, and that the sentences carry the numbers."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from gate_samples import write_gate

from annotate.gate import read_gate
from annotate.gate_rule import Decision, Rule, decide, rule_from
from umi.errors import InputError

GOOD = "u" * 20


@pytest.fixture
def ruled(tmp_path: Path) -> Any:
    """Decides on groups given as letters, by the defaults unless a rule is given."""

    def decided(*groups: str, rule: Rule | None = None, **more: Any) -> Decision:
        return decide(read_gate(write_gate(tmp_path, *groups, **more)), rule or Rule())

    return decided


def metrics(live: float, candidate: float) -> dict[str, Any]:
    return {"steps": 31, "live": {"action_em": live}, "candidate": {"action_em": candidate}}


def test_fixed_and_nothing_broken_is_promoted_with_its_numbers(ruled: Any) -> None:
    decision = ruled("ffffw", "fu", GOOD, metrics=metrics(0.9, 0.9))
    assert decision.verdict == "promote"
    assert decision.reasons == (
        "Corrected steps right: 4 of 5, 0 before.",
        "Accepted steps newly broken: 0 of 20.",
        "Held-out corrections fixed: 1 of 2, newly broken: 0.",
        "Act. EM on 31 steps of the dev set: 90.0% before, 90.0% after.",
        "Of the steps that were not learnt from, 1 became right and 0 wrong: that may be chance (p = 1).",
    )


@pytest.mark.parametrize(
    ("groups", "said"),
    [
        (("wwwu", "", GOOD), "Nothing is fixed: the corrected steps that were wrong, 3, still are."),
        (("f", "", "bb" + GOOD), "More is newly broken than fixed: 2 against 1."),
        (("ff", "bbb", GOOD), "More is newly broken than fixed: 3 against 2."),
    ],
)
def test_no_use_at_all_is_rejected(ruled: Any, groups: tuple[str, ...], said: str) -> None:
    decision = ruled(*groups)
    assert decision.verdict == "reject"
    assert said in decision.reasons


@pytest.mark.parametrize(
    ("groups", "said"),
    [
        (("fwww", "", GOOD), "Corrected steps right: 1 of 4, 0 before; at least 50% must be."),
        (("ffff", "", "u" * 9), "Accepted steps: 9, too few to see what broke; accept 10 or more."),
        (("ffff", "", ""), "Accepted steps: 0, too few to see what broke; accept 10 or more."),
        (("ffff", "", "bb" + "u" * 28), "Accepted steps newly broken: 2 of 30; at most 1 may be."),
        (("ffff", "", "b" + "u" * 18), "Accepted steps newly broken: 1 of 19; at most 0 may be."),
        (("ffff", "b", GOOD), "Held-out corrections fixed: 0 of 1, newly broken: 1; at most 0 more"),
        (("uuu", "", GOOD), "gets every corrected step right already"),
        (("", "f", GOOD), "There is no corrected step to judge by."),
    ],
)
def test_what_fails_a_check_is_held_for_that_reason_alone(
    ruled: Any, groups: tuple[str, ...], said: str
) -> None:
    decision = ruled(*groups)
    assert decision.verdict == "hold"
    [reason] = decision.reasons
    assert reason.startswith(said) or said in reason


def test_one_of_twenty_accepted_steps_may_break(ruled: Any) -> None:
    assert ruled("ffff", "", "b" + "u" * 19).verdict == "promote"


@pytest.mark.parametrize(("after", "verdict"), [(0.85, "promote"), (0.84, "hold"), (0.95, "promote")])
def test_a_figure_may_lose_five_points(ruled: Any, after: float, verdict: str) -> None:
    assert ruled("ffff", "", GOOD, metrics=metrics(0.9, after)).verdict == verdict


@pytest.mark.parametrize(("outcome", "verdict"), [("fb", "promote"), ("ub", "hold")])
def test_live_questions_must_not_get_fewer(ruled: Any, outcome: str, verdict: str) -> None:
    right = {"f": (False, True), "b": (True, False), "u": (True, True)}
    asked = [
        {"id": str(at), "question": "?", "before": right[one][0], "after": right[one][1]}
        | {"live": "a", "candidate": "b"}
        for at, one in enumerate(outcome)
    ]
    decision = ruled("ffff", "", GOOD, questions={"asked": 2, "cases": asked})
    assert decision.verdict == verdict
    assert any("Live questions answered right: 1 of 2" in reason for reason in decision.reasons)


def test_an_edited_rule_decides_otherwise(ruled: Any) -> None:
    few = "ffff", "", "u" * 3
    assert ruled(*few).verdict == "hold"
    assert ruled(*few, rule=Rule(min_accepted=3)).verdict == "promote"


def test_a_rule_comes_back_from_the_database() -> None:
    rule = Rule(min_corrected_right=0.8, min_accepted=30)
    assert rule_from(asdict(rule)) == rule
    assert rule_from({}) == Rule()


@pytest.mark.parametrize(
    ("values", "said"),
    [
        (
            {"min_corrected_right": 1.5},
            "corrected steps that must be right must be from 0 % to 100 %",
        ),
        ({"max_metric_loss": "5"}, "must be from 0 % to 100 %, not '5'"),
        ({"max_metric_loss": float("nan")}, "not nan"),
        ({"min_accepted": 2.5}, "must be a whole number from 0, not 2.5"),
        ({"min_accepted": True}, "not True"),
        ({"max_held_out_loss": -1}, "number of held-out corrections that may be lost"),
        ({"colour": 1}, "The rule has no colour"),
    ],
)
def test_a_rule_that_cannot_be_is_refused(values: dict[str, Any], said: str) -> None:
    with pytest.raises(InputError, match=said):
        rule_from(values)
