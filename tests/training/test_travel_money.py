"""Travel questions about money: what the expert answers, calls and gives up on."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest

from training.travel.amounts import CODES, codes, money
from training.travel.desk import Desk
from training.travel.draw import Draw
from training.travel.expert import solved
from training.travel.families import mixed, money_compare, money_places
from training.travel.families import money as conversions
from training.travel.families.money import NO_RATES
from umi.answers import missing
from umi.errors import ToolError
from umi.schema import Decision
from umi.tools.travel.currency import convert_currency

FAMILIES = (*conversions.FAMILIES, *money_places.FAMILIES, *money_compare.FAMILIES, *mixed.FAMILIES)


def desk_of(name: str, **meant: Any) -> Desk:
    """The desk after the family's expert has solved this question."""
    desk = solved(next(family for family in FAMILIES if family.name == name), meant)
    assert desk is not None
    return desk


def answer(desk: Desk) -> str:
    assert not missing(desk.steps[-1].answer or "", desk.facts)
    return desk.steps[-1].answer or ""


def called(desk: Desk) -> list[str]:
    return [step.call.name for step in desk.steps if step.call]


def test_sunday_has_the_rate_of_friday() -> None:
    # ECB reference rate of Friday, 3 May 2024: 1 EUR = 1.0744 USD.
    desk = desk_of("convert_money_on", sum=[100, "EUR"], to="USD", day="2024-05-05")
    assert answer(desk) == "100 EUR are 107.44 USD at the rate of 2024-05-03."


def test_one_unit_is_told_at_the_rate() -> None:
    # ECB reference rate of 3 May 2024: 1 EUR = 164.62 JPY; two decimals of a yen in euros would be 0.01.
    desk = desk_of("exchange_rate_on", one="JPY", to="EUR", day="2024-05-03")
    value = desk.facts[0]["number"]
    assert value == pytest.approx(1 / 164.62, rel=1e-4)
    assert str(value) in answer(desk)


def test_currency_without_rate_is_given_up() -> None:
    desk = desk_of("convert_money", sum=[50, "EUR"], to="ARS")
    assert desk.steps[-1].decision is Decision.GIVE_UP
    assert "ARS" in (desk.steps[-1].rationale or "")
    assert called(desk) == ["convert_currency"]


def test_country_with_the_same_currency_needs_no_conversion() -> None:
    desk = desk_of("money_of_country", sum=[50, "EUR"], country="Germany")
    assert called(desk) == ["country_info"]
    assert answer(desk).endswith("so it stays 50 EUR.")


def test_bulgaria_is_left_out() -> None:
    """The tool still says lev, but Bulgaria has had the euro since 1 January 2026 (ECB)."""
    family = next(family for family in FAMILIES if family.name == "money_of_country")
    assert solved(family, {"sum": [50, "EUR"], "country": "Bulgaria"}) is None


def test_city_leads_to_its_country_and_its_money() -> None:
    desk = desk_of("money_of_city", sum=[50, "EUR"], place={"city": "Osaka"})
    assert called(desk) == ["city_info", "country_info", "convert_currency"]
    assert "JPY, the currency of Japan" in answer(desk)


@pytest.mark.parametrize(("amount", "right"), [(1, False), (1_000_000, True)])
def test_comparison_says_yes_or_no(amount: int, right: bool) -> None:
    desk = desk_of("money_more", a=[amount, "EUR"], b=[1000, "USD"])
    assert answer(desk).startswith("Yes" if right else "No")
    desk = desk_of("money_less", a=[amount, "EUR"], b=[1000, "USD"])
    assert answer(desk).startswith("No" if right else "Yes")


def test_wrong_choice_does_not_pass() -> None:
    desk = desk_of("money_which", a=[1_000_000, "JPY"], b=[1, "EUR"])
    assert "1000000 JPY are more than 1 EUR" in answer(desk)
    assert missing("1 EUR is more than 1000000 JPY.", desk.facts)


def test_two_parts_are_added_in_one_currency() -> None:
    desk = desk_of("sum_in", first=[10, "EUR"], second=[20, "USD"], to="EUR")
    assert called(desk) == ["convert_currency", "calculate"]
    worth = convert_currency(20, "USD", "EUR")["amount"]
    assert desk.facts[0]["number"] == pytest.approx(10 + worth)


def test_change_since_a_day_has_a_direction() -> None:
    # ECB: 1 EUR was 1.1789 USD on 4 January 1999, the first day of the euro, and 0.8252 on 26 October 2000.
    desk = desk_of("rate_changed", one="EUR", to="USD", day="2000-10-26")
    assert "EUR has gained" in answer(desk)
    assert missing(answer(desk).replace("gained", "lost"), desk.facts)


def test_currencies_have_rates_today_and_the_others_none() -> None:
    last = convert_currency(1, "EUR", "USD")["date"]
    assert all(convert_currency(1, code, "EUR")["date"] == last for code in CODES if code != "EUR")
    for entry in NO_RATES:
        with pytest.raises(ToolError, match="no rate"):
            convert_currency(1, "EUR", entry.split(", ")[0])


def test_said_sums_hold_their_number() -> None:
    draw = Draw(Random(7))
    for _ in range(500):
        slot = money(draw, codes(draw, 1)[0])
        value, code = slot.meant
        digits = "".join(mark for mark in slot.said.replace(",", "") if mark.isdigit() or mark == ".")
        assert not digits.strip(".") or float(digits.strip(".")) == value, slot
        assert code in CODES
