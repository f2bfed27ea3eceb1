"""What is read from a gate's file: outcomes, counts with intervals, chance, and figures."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from gate_samples import cases, gate_json, write_gate

from annotate.gate import Gate, differences, read_gate, sign_test, table, tables
from umi.errors import InputError


def test_a_case_is_one_of_four_things() -> None:
    gate = Gate.model_validate(gate_json(corrected="fwbu"))
    assert [case.outcome for case in gate.cases("corrected")] == [
        "fixed",
        "still wrong",
        "newly broken",
        "unchanged",
    ]


def test_each_group_is_counted_by_itself(tmp_path: Path) -> None:
    lines = tables(read_gate(write_gate(tmp_path, "fffwu", "fb", "uuuuuuuuub")))
    assert {group: line.cases for group, line in lines.items()} == {
        "corrected": 5,
        "held_out": 2,
        "accepted": 10,
    }
    assert lines["corrected"].count("fixed") == 3
    assert (lines["corrected"].right_before.right, lines["corrected"].right_after.right) == (1, 4)
    low, high = lines["accepted"].rates["newly broken"].interval
    # Wilson's interval of 1 of 10, as his formula gives it.
    assert (low, high) == pytest.approx((0.0179, 0.4042), abs=1e-4)


def test_a_group_without_cases_has_no_share() -> None:
    line = table(())
    assert line.cases == 0
    assert line.rates["fixed"].value is None


def test_a_file_of_a_group_that_was_never_asked_has_no_cases(tmp_path: Path) -> None:
    whole = gate_json("f")
    del whole["groups"]["held_out"]
    (tmp_path / "gate.json").write_text(json.dumps(whole))
    assert read_gate(tmp_path / "gate.json").cases("held_out") == ()


@pytest.mark.parametrize(
    ("changed", "p"),
    [
        # Twice the tail of Binomial(n, 1/2), counted by hand.
        ("fffff", 2 / 32),
        ("ffffffb", 2 * 8 / 128),
        ("fb", 1.0),
        ("bbbbbb", 2 / 64),
        ("uw", 1.0),
    ],
)
def test_chance_is_counted_exactly(changed: str, p: float) -> None:
    half = len(changed) // 2
    gate = Gate.model_validate(gate_json("ffff", changed[:half], changed[half:]))
    assert sign_test(gate).p == pytest.approx(p)


@pytest.mark.parametrize(
    ("held_out", "said"),
    [
        ("ffffff", "6 became right and 0 wrong: the candidate is better there"),
        ("bbbbbb", "0 became right and 6 wrong: the candidate is worse there"),
        ("ffb", "may be chance"),
        ("uu", "No step that was not learnt from changed"),
    ],
)
def test_chance_is_said_in_words(held_out: str, said: str) -> None:
    assert said in sign_test(Gate.model_validate(gate_json("f", held_out))).words


def test_a_figure_gains_where_it_gets_better() -> None:
    metrics = {
        "steps": 20,
        "live": {"action_em": 0.5, "hallu_rate": 0.2, "f1": None},
        "candidate": {"action_em": 0.75, "hallu_rate": 0.3, "f1": 0.5},
    }
    found = differences(Gate.model_validate(gate_json("f", metrics=metrics)).metrics)  # type: ignore[arg-type]
    assert [(figure.name, round(figure.gain, 6)) for figure in found] == [("Act. EM", 0.25), ("Hallu.", -0.1)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "is not JSON"),
        ("[]", "is no result of a gate"),
        (json.dumps(gate_json() | {"version": 2}), "field version"),
        (json.dumps(gate_json() | {"groups": {"corrected": [{"case": "a/1"}]}}), r"groups\.corrected\.0"),
    ],
)
def test_a_damaged_file_is_refused_by_its_name(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "gate.json"
    path.write_text(text)
    with pytest.raises(InputError, match=said) as refused:
        read_gate(path)
    assert str(path) in str(refused.value)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"gate\.json cannot be read .*: run the job again"):
        read_gate(tmp_path / "gate.json")


def test_what_a_later_version_adds_is_ignored() -> None:
    more = [case | {"tokens": 7} for case in cases("f")]
    gate = Gate.model_validate(gate_json() | {"groups": {"corrected": more}, "notes": "new"})
    assert gate.cases("corrected")[0].outcome == "fixed"
