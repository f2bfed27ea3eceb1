"""Distances, routes, airports and cities: what the expert answers to single questions."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import Any

import pytest

from training.travel.desk import Desk
from training.travel.draw import Draw
from training.travel.expert import FAMILIES, solved
from training.travel.families import airports, cities, city_pairs, distances, routes
from training.travel.families.flights import draw_ends
from training.travel.families.namesakes import IN_COUNTRIES, IN_STATES
from umi.answers import missing
from umi.schema import Decision, Limits
from umi.tools.travel.cities import find_city

BY_NAME = {family.name: family for family in FAMILIES}
OWN = [
    family.name for module in (airports, cities, city_pairs, distances, routes) for family in module.FAMILIES
]


def solve(name: str, **meant: Any) -> Desk:
    desk = solved(BY_NAME[name], meant)
    assert desk is not None
    return desk


def answer(desk: Desk) -> str:
    assert desk.steps[-1].answer is not None
    return desk.steps[-1].answer


def calls(desk: Desk) -> list[str]:
    return [step.call.name for step in desk.steps if step.call]


def rationales(desk: Desk) -> Sequence[str]:
    return [step.rationale for step in desk.steps if step.rationale]


def city(name: str, **more: str) -> dict[str, str]:
    return {"city": name, **more}


@pytest.mark.parametrize(
    ("origin", "destination", "km"),
    # Great Circle Mapper, gcmap.com: JFK-LHR 5554 km, LHR-SYD 17016 km, to the nearest 0.2 %.
    [("JFK", "LHR", 5554), ("LHR", "SYD", 17016)],
)
def test_two_codes_need_one_call(origin: str, destination: str, km: int) -> None:
    desk = solve("distance_codes", a={"iata": origin}, b={"iata": destination})
    assert calls(desk) == ["flight_distance"]
    assert desk.facts[0]["number"] == pytest.approx(km, rel=0.002)
    assert f"{desk.facts[0]['number']} km" in answer(desk)


def test_a_city_and_a_code_need_the_airports_of_the_city_only() -> None:
    desk = solve("distance", a={"iata": "JFK"}, b=city("Lisbon"))
    assert calls(desk) == ["find_airports", "flight_distance"]
    assert answer(desk).startswith("The distance from JFK to Lisbon is ")


def test_the_nearest_airport_stands_in_for_a_city_without_one() -> None:
    desk = solve("flight_time", a=city("Nizhny Tagil"), b=city("Moscow"))
    assert "The airport nearest to Nizhny Tagil is SVX." in rationales(desk)[1]
    assert desk.steps[-2].decision is Decision.SUMMARIZER


def test_no_airport_within_reach_is_an_honest_end() -> None:
    # The tool looks in the country only, and Monaco has none.
    desk = solve("distance", a=city("Monaco"), b=city("Lisbon"))
    assert desk.steps[-1].decision is Decision.GIVE_UP
    assert not desk.facts


def test_a_mistyped_city_is_corrected() -> None:
    desk = solve("distance", a={"city": "Suarbaya", "truth": "Surabaya"}, b=city("Lisbon"))
    assert "There is no city Suarbaya, but Surabaya." in rationales(desk)[1]
    assert "from Surabaya to Lisbon" in answer(desk)


def test_what_is_mistyped_must_be_no_place() -> None:
    assert solved(BY_NAME["distance"], {"a": {"city": "Paris", "truth": "Parys"}, "b": city("Rome")}) is None


def test_the_closer_one_is_chosen_from_the_numbers() -> None:
    desk = solve("closer", a=city("Madrid"), b=city("Helsinki"), c=city("Lisbon"))
    assert calls(desk)[-1] == "calculate"
    assert answer(desk).startswith("Lisbon is closer to Madrid than Helsinki: ")
    assert rationales(desk)[-1].endswith("so Lisbon is closer.")
    assert not missing("Of these Lisbon is closest.", desk.facts)
    assert missing("Helsinki is closer to Madrid than Lisbon.", desk.facts)


def test_whether_closer_is_denied_with_the_closer_one() -> None:
    desk = solve("is_closer", a=city("Madrid"), b=city("Helsinki"), c=city("Lisbon"))
    assert answer(desk).startswith("No, Lisbon is closer to Madrid than Helsinki: ")


def test_a_limit_is_compared_with_the_tool_s_number() -> None:
    desk = solve("distance_limit", a={"iata": "JFK"}, b={"iata": "LHR"}, than="less", limit=5000)
    assert answer(desk).startswith("No, ")
    assert answer(desk).endswith("which is more than 5000 km.")


def test_the_way_back_and_stops_are_calculated() -> None:
    one_way = solve("distance_codes", a={"iata": "JFK"}, b={"iata": "LHR"}).facts[0]["number"]
    desk = solve("round_trip", a={"iata": "JFK"}, b={"iata": "LHR"})
    assert calls(desk)[-1] == "calculate"
    assert desk.facts[0]["number"] == 2 * one_way
    desk = solve("stop", a={"iata": "JFK"}, b={"iata": "LHR"}, c={"iata": "JFK"})
    assert desk.facts[0]["number"] == 2 * one_way


def test_a_way_that_leads_nowhere_is_no_example() -> None:
    assert solved(BY_NAME["distance"], {"a": {"iata": "LHR"}, "b": {"iata": "LHR"}}) is None


@pytest.mark.parametrize(
    ("name", "code"),
    # IATA's airline and location code search.
    [
        ("Lisbon", "LIS"),
        ("Tokyo", "HND"),
        ("Portland, Maine", "PWM"),
        ("Heathrow", "LHR"),
        ("Santorini", "JTR"),
    ],
)
def test_airport_codes(name: str, code: str) -> None:
    assert answer(solve("airport_code", city=city(name))) == f"The airport of {name} is {code}."


def test_airports_are_counted_and_listed() -> None:
    # Milan's airports: Malpensa, Linate and Bergamo (IATA's city code MIL).
    desk = solve("airport_count", city=city("Milan"))
    assert answer(desk) == "Milan has 3 airports: MXP, LIN and BGY."
    listed = solve("airport_list", city=city("Milan", country="Italy"))
    assert not missing("MXP, LIN, BGY", listed.facts)
    assert missing("MXP and LIN", listed.facts)


def test_a_city_without_an_airport_is_told_so() -> None:
    desk = solve("has_airport", city=city("Nizhny Tagil"))
    assert answer(desk).startswith("No, there is no airport in Nizhny Tagil; the nearest one is SVX, ")
    assert "SVX" in answer(solve("nearest_airport", city=city("Nizhny Tagil")))


def test_a_code_the_tools_do_not_tell_ends_honestly() -> None:
    assert solve("airport_of_code", code={"iata": "LHR"}).steps[-1].decision is Decision.GIVE_UP
    assert answer(solve("airport_of_code", code={"iata": "SEA"})).startswith("SEA is Seattle-Tacoma ")


def test_namesakes_are_other_cities_than_the_name_alone() -> None:
    for entry in IN_COUNTRIES.strip().replace("\n", "").split("|"):
        name, _, country = entry.partition(", ")
        assert find_city(name, country)["geonameid"] != find_city(name)["geonameid"], entry
    for entry in IN_STATES.strip().replace("\n", "").split("|"):
        assert find_city(entry)["countrycode"] == "US", entry


def test_facts_of_a_namesake() -> None:
    desk = solve("two_city_facts", city=city("London", country="Canada"), x="country", y="timezone")
    assert answer(desk) == "London, Canada is in Canada and is in the time zone America/Toronto."


def test_hemisphere_and_direction() -> None:
    assert "southern" in answer(solve("hemisphere", city=city("Nairobi")))
    desk = solve("farther_south", a=city("Sydney"), b=city("Oslo"))
    assert answer(desk).startswith("Sydney is farther south than Oslo: ")
    desk = solve("farther_west", a=city("Lisbon"), b=city("Madrid"))
    assert answer(desk).startswith("Lisbon is farther west than Madrid: ")


def test_populations_are_compared_both_ways() -> None:
    # Tokyo has more people than Bern by any count.
    for a, b in (("Tokyo", "Bern"), ("Bern", "Tokyo")):
        assert answer(solve("larger_city", a=city(a), b=city(b))).startswith(
            "Tokyo has more inhabitants than Bern: "
        )
        assert answer(solve("smaller_city", a=city(a), b=city(b))).startswith(
            "Bern has fewer inhabitants than Tokyo"
        )
        assert answer(solve("whether_larger_city", a=city(a), b=city(b))).startswith(
            "Yes" if a == "Tokyo" else "No"
        )
    desk = solve("largest_city", a=city("Bern"), b=city("Tokyo"), c=city("Lyon"))
    assert answer(desk).startswith("Tokyo has the most inhabitants: ")


def test_whether_in_a_country() -> None:
    assert answer(solve("in_country", city="Lyon", country="France")) == "Yes, Lyon is in France."
    assert answer(solve("in_country", city="Lyon", country="Spain")) == "No, Lyon is in France."


@pytest.mark.parametrize("dev", [False, True])
@pytest.mark.parametrize("name", OWN)
def test_no_question_takes_more_steps_than_a_run_has(name: str, dev: bool) -> None:
    family, draw = BY_NAME[name], Draw(Random(name), dev=dev)
    desks = [solved(family, {key: slot.meant for key, slot in family.draw(draw).items()}) for _ in range(3)]
    assert all(len(desk.steps) <= Limits().steps for desk in desks if desk)


def test_ends_are_different_and_none_of_three_is_mistyped() -> None:
    draw = Draw(Random(3))
    for _ in range(60):
        slots = draw_ends(draw, "abc")
        assert len({str(slot.meant) for slot in slots.values()}) == 3
        assert not any("truth" in slot.meant for slot in slots.values())
