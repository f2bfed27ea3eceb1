"""Travel questions about units and sums: what the expert answers, calls and gives up on."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest

from training.travel.desk import Desk
from training.travel.draw import Draw
from training.travel.expert import solved
from training.travel.expressions import expression
from training.travel.families import arithmetic, journeys, mixed_measures, units, units_steps
from training.travel.measures import PAIRS, TEMPERATURES, UNITS
from umi.answers import missing
from umi.schema import Decision
from umi.tools.travel.arithmetic import calculate
from umi.tools.travel.units import convert_units

MODULES = (arithmetic, journeys, mixed_measures, units, units_steps)
FAMILIES = {family.name: family for module in MODULES for family in module.FAMILIES}


def desk_of(name: str, **meant: Any) -> Desk:
    """The desk after the family's expert has solved this question."""
    desk = solved(FAMILIES[name], meant)
    assert desk is not None
    return desk


def answer(desk: Desk) -> str:
    assert not missing(desk.steps[-1].answer or "", desk.facts)
    return desk.steps[-1].answer or ""


# Exact by the international yard and pound agreement of 1959 and the definition of the scales.
@pytest.mark.parametrize(
    ("value", "to", "says"),
    [
        ([10, "mi"], "km", "10 mi are 16.0934 km."),
        ([1, "nautical mile"], "km", "1 nautical mile is 1.852 km."),
        ([50, "lb"], "kg", "50 lb are 22.6796 kg."),
        ([-40, "°C"], "°F", "-40 °C are -40 °F."),
        ([2, "week"], "day", "2 weeks are 14 days."),
        ([5, "inch"], "cm", "5 inches are 12.7 cm."),
    ],
)
def test_value_in_another_unit(value: list[Any], to: str, says: str) -> None:
    assert answer(desk_of("convert_units", value=value, to=to)) == says


def test_feet_and_inches_go_through_inches() -> None:
    desk = desk_of("height", feet=[5, 10], to="cm")
    assert answer(desk) == "5 ft 10 in are 177.8 cm."
    assert [step.call.name for step in desk.steps if step.call] == ["calculate", "convert_units"]


def test_units_of_different_kinds_are_given_up() -> None:
    desk = desk_of("incompatible_units", value=[10, "mi"], to="kg")
    assert desk.steps[-1].decision is Decision.GIVE_UP
    assert desk.steps[-1].rationale == "mi and kg measure different things, so this cannot be converted."


@pytest.mark.parametrize(("bag", "over"), [([23, "kg"], True), ([22, "kg"], False)])
def test_luggage_against_a_limit(bag: list[Any], over: bool) -> None:
    limit = [50, "lb"]  # 22.68 kg
    assert answer(desk_of("luggage_over", a=bag, b=limit)).startswith("Yes" if over else "No")
    assert answer(desk_of("luggage_within", a=bag, b=limit)).startswith("No" if over else "Yes")


def test_equal_measures_are_no_question() -> None:
    assert solved(FAMILIES["measure_more"], {"a": [1, "km"], "b": [1000, "m"]}) is None


def test_all_units_are_known_to_the_tool() -> None:
    for source, target in (*PAIRS, *TEMPERATURES):
        assert convert_units(1, source, target)["value"]
    for unit in UNITS.values():
        # What is a word for users is one for the tool too, where it takes words at all.
        assert convert_units(1, unit.one, unit.code)["value"] == pytest.approx(1), unit.code


@pytest.mark.parametrize(
    ("family", "meant", "value"),
    [
        ("nights", {"nights": 3, "price": [120, "EUR"]}, 360),
        ("split", {"bill": [85.5, "EUR"], "people": 4}, 21.375),
        ("tip", {"bill": [240, "USD"], "percent": 15}, 36),
        ("with_tip", {"bill": [200, "USD"], "percent": 12.5}, 225),
        ("discount", {"bill": [80, "GBP"], "percent": 7}, 74.4),
        ("average", {"numbers": [1, 2, 6]}, 3),
        ("money_left", {"budget": [1000, "EUR"], "first": [350, "EUR"], "second": [120, "EUR"]}, 530),
        ("fuel_cost", {"km": 450, "use": 6, "price": [2, "EUR"]}, 54),
        ("afford", {"budget": [500, "EUR"], "price": [120, "EUR"]}, 4),
        ("shared_stay", {"nights": 4, "price": [90, "EUR"], "people": 3}, 120),
        ("bags_together", {"first": 20, "second": 25}, 99.208),  # 45 kg at 0.45359237 kg a pound
        ("litres_per_hundred", {"mpg": 30}, 7.84),  # 235.215 / mpg, as the US EPA has it
        ("fuel_for_miles", {"miles": 100, "use": 5}, 8.04672),
    ],
)
def test_results(family: str, meant: dict[str, Any], value: float) -> None:
    desk = desk_of(family, **meant)
    assert desk.facts[0]["number"] == pytest.approx(value, rel=1e-4)
    assert answer(desk)


def test_typed_expressions_mean_what_they_say() -> None:
    """The tool reads most signs itself, so what was typed must come to the same."""
    draw = Draw(Random(3))
    checked = 0
    for _ in range(300):
        slot = expression(draw)
        typed = slot.said.replace(" x ", "*").replace(":", "/")
        if not any(mark.isalpha() for mark in typed):
            checked += 1
            assert calculate(typed) == calculate(slot.meant), slot
    assert checked > 100
