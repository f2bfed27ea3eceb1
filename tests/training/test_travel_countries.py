"""Questions about countries and their holidays: the answers, against sources outside the tools."""

from __future__ import annotations

from typing import Any

import pytest

from training.travel.desk import Desk
from training.travel.expert import FAMILIES, solved
from umi.answers import missing
from umi.schema import Decision

BY_NAME = {family.name: family for family in FAMILIES}


def desk_of(name: str, /, **slots: Any) -> Desk:
    """The desk after the family's expert has worked on these slots."""
    desk = solved(BY_NAME[name], slots)
    assert desk is not None
    return desk


def answer(name: str, /, **slots: Any) -> str:
    """What the expert says, which says all its own facts."""
    desk = desk_of(name, **slots)
    told = desk.steps[-1].answer
    assert told is not None
    assert missing(told, desk.facts) == []
    return told


def calls(desk: Desk) -> list[str]:
    """The tools called, in order."""
    return [step.call.name for step in desk.steps if step.call is not None]


@pytest.mark.parametrize(
    ("name", "country", "told"),
    [
        # ISO 3166 and ISO 4217: Japan's currency is the yen, JPY.
        ("country_currency", "Japan", "The currency of Japan is JPY."),
        # Constitution of the Netherlands, article 32: Amsterdam is the capital.
        ("country_capital", "Netherlands", "The capital of the Netherlands is Amsterdam."),
        # ITU-T E.164: 41 is Switzerland.
        ("country_phone_code", "Switzerland", "The phone code of Switzerland is +41."),
        # Federal Constitution of Switzerland, article 4.
        (
            "country_languages",
            "Switzerland",
            "The languages of Switzerland are German, French, Italian and Romansh.",
        ),
        ("country_languages", "Armenia", "The language of Armenia is Armenian."),
        ("country_main_language", "Switzerland", "The main language of Switzerland is German."),
    ],
)
def test_one_fact(name: str, country: str, told: str) -> None:
    assert answer(name, country=country) == told


def test_several_facts_come_in_the_order_asked() -> None:
    told = answer("country_two_facts", country="Austria", first="currency", second="capital")
    assert told == "The currency of Austria is EUR and its capital is Vienna."


def test_a_mistyped_country_is_put_right() -> None:
    desk = desk_of("country_misspelt", country=["Grmany", "Germany"], first="capital")
    assert [step.call.arguments for step in desk.steps if step.call] == [
        {"country": "Grmany"},
        {"country": "Germany"},
    ]
    assert desk.steps[-1].answer == "The capital of Germany is Berlin."


def test_a_country_of_fiction_is_given_up() -> None:
    assert desk_of("country_unreal", country="Mordor", first="capital").steps[-1].decision is Decision.GIVE_UP


def test_the_larger_country_is_named_with_both_areas() -> None:
    # Any atlas: France is larger than Switzerland.
    for slots in ({"a": "France", "b": "Switzerland"}, {"a": "Switzerland", "b": "France"}):
        desk = desk_of("larger_country", **slots)
        assert (desk.steps[-1].answer or "").startswith("France is larger than Switzerland: ")
        assert missing("Switzerland is larger than France.", desk.facts)


def test_whether_is_answered_with_yes_or_no() -> None:
    # Denmark stayed outside the euro (Edinburgh decision, 1992); Finland is in it.
    assert answer("country_uses_currency", country="Denmark", asked="EUR").startswith("No,")
    assert answer("country_uses_currency", country="Finland", asked="EUR").startswith("Yes,")
    assert answer("same_currency", a="Finland", b="Austria").startswith("Yes,")
    assert answer("same_currency", a="Finland", b="Denmark").startswith("No,")


def test_density_is_left_to_the_calculator() -> None:
    desk = desk_of("country_density", country="Switzerland")
    assert calls(desk) == ["country_info", "calculate"]
    # About 200 people per square kilometre (Federal Statistical Office, 2018: 207).
    assert missing("It has 207 inhabitants per km².", desk.facts) == []


def test_a_city_leads_to_its_country() -> None:
    desk = desk_of("city_country_currency", city="Kraków")
    assert calls(desk) == ["city_info", "country_info"]
    assert desk.steps[-1].answer == "Kraków is in Poland and the currency of Poland is PLN."


@pytest.mark.parametrize(
    ("country", "day", "told"),
    [
        # Austrian Feiertagsruhegesetz 1957: 26 October is the national holiday; 24 December is none.
        ("Austria", "2026-10-26", "Yes, 2026-10-26 is National Day in Austria."),
        ("Austria", "2026-12-24", "No, 2026-12-24 is not a public holiday in Austria."),
        # St Andrew's Day Bank Holiday (Scotland) Act 2007; England has none.
        ("Scotland", "2026-11-30", "Yes, 2026-11-30 is Saint Andrew's Day in Scotland."),
        ("England", "2026-11-30", "No, 2026-11-30 is not a public holiday in England."),
    ],
)
def test_whether_a_day_is_a_holiday(country: str, day: str, told: str) -> None:
    assert answer("check_holiday", country=country, day=day) == told


def test_open_and_closed_shops_are_opposite_answers() -> None:
    slots = {"country": "Germany", "day": "2026-12-25"}
    assert answer("shops_closed", **slots).startswith("Yes, shops are likely closed")
    assert answer("shops_open", **slots).startswith("No, shops are likely closed")


def test_unknown_holidays_are_given_up() -> None:
    last = desk_of("check_holiday", country="Ukraine", day="2026-01-01").steps[-1]
    assert last.decision is Decision.GIVE_UP
    assert last.rationale == "No public holidays of Ukraine are known for 2026."


def test_dates_that_move_come_from_the_list() -> None:
    # Easter Sunday 2027 is 28 March (US Naval Observatory), so Easter Monday is the 29th.
    told = answer("date_of_holiday", country="Austria", year=2027, name="Easter Monday")
    assert told == "Easter Monday in Austria is on 2027-03-29."


def test_holidays_are_counted_one_by_one() -> None:
    desk = desk_of("count_holidays", country="Austria", year=2026)
    # Feiertagsruhegesetz 1957: thirteen days.
    assert desk.steps[-1].answer == "Austria has 13 public holidays in 2026."
    assert "13) 12-26, so there are 13." in (desk.steps[-2].rationale or "")


def test_a_month_without_holidays() -> None:
    slots = {"country": "Germany", "year": 2026, "month": 7}
    assert answer("holidays_in_month", **slots) == "In July 2026 Germany has no public holidays."
    assert answer("any_holiday_in_month", **slots).startswith("No,")


def test_after_the_last_holiday_the_next_year_is_looked_up() -> None:
    desk = desk_of("holiday_after", country="Germany", day="2026-12-28")
    assert calls(desk) == ["public_holidays", "public_holidays"]
    assert "New Year's Day on 2027-01-01" in (desk.steps[-1].answer or "")


def test_today_is_the_day_in_the_capital() -> None:
    # 14:30 UTC on New Year's Eve is 23:30 in Tokyo, 15:30 UTC is New Year's Day there.
    assert answer("holiday_today", country="Japan", now="2026-12-31T15:30").startswith(
        "Yes, today, 2027-01-01,"
    )
    assert "2026-12-31" in answer("holiday_today", country="Japan", now="2026-12-31T14:30")
    assert "tomorrow, 2027-01-01," in answer("holiday_tomorrow", country="Japan", now="2026-12-31T14:30")
