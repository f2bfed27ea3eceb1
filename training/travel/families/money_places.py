"""Sums in the money of a country, or of the country of a city."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from training.travel.amounts import CODES, codes, currency, money, one_unit, said_number, sum_of, the_currency
from training.travel.desk import Desk, Unusable
from training.travel.draw import Draw, Slot
from training.travel.facts import number
from training.travel.families.country_facts import the
from training.travel.families.money import converted, sum_is
from training.travel.family import Family
from training.travel.places import countries, country_of
from umi.tools.travel.countries import country_info

_OUTDATED = "BGN"
"""Bulgaria has had the euro since 2026, which the tool's table does not know."""


def currency_of(desk: Desk, country: str, known: str = "") -> tuple[str, str]:
    """The country's currency, and the sentence that says so."""
    info = desk.call("country_info", known, country=country)
    code = info["currency"]
    if code is None or code == _OUTDATED:
        raise Unusable(f"{country} has the currency {code}")
    return code, f"The currency of {the(info['country'])} is {code}."


def _in_its_money(desk: Desk, sum: list[Any], country: str, known: str = "") -> None:
    amount, source = sum
    target, learnt = currency_of(desk, country, known)
    name = the(country)
    if source == target:
        told = f"The currency of {name} is {target} too"
        desk.finish(f"{told}.", f"{told}, so it stays {amount} {target}.", number(amount))
    found = converted(desk, amount, source, target, learnt)
    desk.finish(
        f"I know what {sum_is(amount, source)} in {target}.",
        f"{found.told}, the currency of {name}, at the rate of {found.day}.",
        number(found.value),
    )


def _solve_country(desk: Desk, sum: list[Any], country: str) -> None:
    _in_its_money(desk, sum, country)


def _solve_country_rate(desk: Desk, one: str, country: str) -> None:
    _in_its_money(desk, [1, one], country)


def _solve_city(desk: Desk, sum: list[Any], place: dict[str, str]) -> None:
    country = desk.call("city_info", **place)["country"]
    _in_its_money(desk, sum, country, f"{place['city']} is in {the(country)}.")


def _solve_from(desk: Desk, local: float, country: str, to: str) -> None:
    source, learnt = currency_of(desk, country)
    if source == to:
        raise Unusable("nothing to convert")
    _finish(desk, local, source, to, learnt)


def _solve_between(desk: Desk, local: float, a: str, b: str) -> None:
    source, learnt = currency_of(desk, a)
    target, more = currency_of(desk, b, learnt)
    if source == target:
        told = f"{the(a)} and {the(b)} both have {source}"
        told = told[:1].upper() + told[1:]
        desk.finish(f"{told}.", f"{told}, so it stays {local} {source}.", number(local))
    _finish(desk, local, source, target, more)


def _finish(desk: Desk, amount: float, source: str, target: str, known: str) -> None:
    found = converted(desk, amount, source, target, known)
    desk.finish(
        f"I know what {sum_is(amount, source)} in {target}.",
        f"{found.told} at the rate of {found.day}.",
        number(found.value),
    )


def solvable_country(draw: Draw) -> Slot:
    """A country whose money mostly has a rate."""
    return draw.said_country(draw.of_split(_with_rates())) if draw.chance(0.65) else draw.country()


@cache
def _with_rates() -> tuple[str, ...]:
    return tuple(name for name in countries() if country_info(name)["currency"] in CODES)


def solvable_place(draw: Draw) -> Slot:
    """A city in a country whose money mostly has a rate."""
    place = draw.place()
    rated = country_info(country_of(place.meant["city"]))["currency"] in CODES
    return place if rated or draw.chance(0.25) else solvable_place(draw)


def _to_country(draw: Draw) -> Mapping[str, Slot]:
    return {"sum": money(draw, codes(draw, 1)[0]), "country": solvable_country(draw)}


def _rate_to_country(draw: Draw) -> Mapping[str, Slot]:
    code = codes(draw, 1)[0]
    one = one_unit(draw, code) if draw.chance(0.5) else the_currency(draw, code)
    return {"one": one, "country": solvable_country(draw)}


def _to_city(draw: Draw) -> Mapping[str, Slot]:
    return {"sum": money(draw, codes(draw, 1)[0]), "place": solvable_place(draw)}


def _local(draw: Draw, country: str) -> Slot:
    """A number of the country's units."""
    value = sum_of(draw, country_info(country)["currency"])
    return Slot(said_number(draw, value), value)


def _from_country(draw: Draw) -> Mapping[str, Slot]:
    country = solvable_country(draw)
    return {
        "country": country,
        "local": _local(draw, country.meant),
        "to": currency(draw, codes(draw, 1)[0]),
    }


def _between(draw: Draw) -> Mapping[str, Slot]:
    a, b = solvable_country(draw), solvable_country(draw)
    return _between(draw) if a.meant == b.meant else {"a": a, "b": b, "local": _local(draw, a.meant)}


FAMILIES = (
    Family("money_of_country", _to_country, _solve_country, weight=1.2),
    Family("rate_of_country", _rate_to_country, _solve_country_rate, weight=0.5),
    Family("money_from_country", _from_country, _solve_from, weight=0.6),
    Family("money_between_countries", _between, _solve_between, weight=0.6),
    Family("money_of_city", _to_city, _solve_city, weight=1.0),
)
