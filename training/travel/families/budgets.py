"""Travel budgets: sums in three currencies, shares per day, fares per km in other money; overweight."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from training.travel.amounts import codes, currency, money, whole
from training.travel.desk import Desk, Unusable
from training.travel.draw import Draw, Slot
from training.travel.facts import number
from training.travel.families.arithmetic import PRICED, calculated, finish, price
from training.travel.families.country_facts import the
from training.travel.families.money import converted
from training.travel.families.money_places import currency_of, solvable_country
from training.travel.families.stops import flown
from training.travel.families.units import in_unit
from training.travel.family import Family
from training.travel.measures import counted, is_are, measure


def _three(draw: Draw) -> Mapping[str, Slot]:
    """Three sums of different money, now and then one of them in the one that is asked for."""
    *sources, to = codes(draw, 4)
    if draw.chance(0.3):
        sources[draw.random.randrange(3)] = to
    sums = (money(draw, code) for code in sources)
    return {**dict(zip(("first", "second", "third"), sums, strict=True)), "to": currency(draw, to)}


def _solve_three(desk: Desk, first: list[Any], second: list[Any], third: list[Any], to: str) -> None:
    known, parts = "", list[str]()
    for amount, code in (first, second, third):
        if code == to:
            parts.append(str(amount))
        else:
            found = converted(desk, amount, code, to, known)
            known, parts = f"{found.told}.", [*parts, str(found.value)]
    value = calculated(desk, "+".join(parts), known)
    said = [f"{amount} {code}" for amount, code in (first, second, third)]
    finish(desk, value, f"{said[0]}, {said[1]} and {said[2]} are {value} {to} together.")


def _days(draw: Draw) -> dict[str, Slot]:
    return {"bill": price(draw, 200, 4000), "days": whole(draw, 3, 21)}


def _each(draw: Draw) -> Mapping[str, Slot]:
    slots = _days(draw)
    to = next(code for code in codes(draw, 2) if code != slots["bill"].meant[1])
    return {**slots, "people": whole(draw, 2, 9), "to": currency(draw, to)}


def _solve_each(desk: Desk, bill: list[Any], days: int, people: int, to: str) -> None:
    amount, source = bill
    found = converted(desk, amount, source, to)
    value = calculated(desk, f"{found.value}/({people}*{days})", f"{found.told}.")
    start = f"{amount} {source} for {people} people and {days} days"
    finish(desk, value, f"{start} is {value} {to} per person and day.")


def _abroad(draw: Draw) -> Mapping[str, Slot]:
    return {**_days(draw), "country": solvable_country(draw)}


def _solve_abroad(desk: Desk, bill: list[Any], days: int, country: str) -> None:
    amount, source = bill
    target, known = currency_of(desk, country)
    if source == target:
        raise Unusable(f"{source} is the money of {country}")
    found = converted(desk, amount, source, target, known)
    value = calculated(desk, f"{found.value}/{days}", f"{found.told}.")
    start = f"{amount} {source} for {days} days in {the(country)}"
    finish(desk, value, f"{start} is {value} {target} per day.")


def _fare(draw: Draw) -> Mapping[str, Slot]:
    a, b = draw.cities(2)
    source = draw.one(PRICED)
    to = next(code for code in codes(draw, 2) if code != source)
    return {"a": a, "b": b, "price": price(draw, 30, 900, source), "to": currency(draw, to)}


def _solve_fare(desk: Desk, a: str, b: str, price: list[Any], to: str) -> None:
    fare = converted(desk, price[0], price[1], to)
    way, known = flown(desk, a, b, f"{fare.told}.")
    value = calculated(desk, f"{fare.value}/{way['km']}", known)
    answer = f"The flight from {a} to {b} costs {value} {to} per km."
    desk.finish("I know the price per km.", answer, number(value, 0.02))


def _bag(draw: Draw) -> Mapping[str, Slot]:
    limit = draw.one((8, 10, 15, 20, 20, 23, 23, 25, 30, 32))
    pounds = draw.random.randint(int(limit * 2.2046) + 2, int(limit * 2.2046) + 34)
    return {"bag": measure(draw, "lb", pounds), "limit": measure(draw, "kg", limit)}


def _solve_bag(desk: Desk, bag: list[Any], limit: list[Any]) -> None:
    found = in_unit(desk, bag[0], "lb", "kg")
    known = f"{is_are(bag[0], 'lb')} {counted(found, 'kg')}."
    value = calculated(desk, f"{found}-{limit[0]}", known)
    answer = f"{counted(bag[0], 'lb')} is {counted(value, 'kg')} more than {counted(limit[0], 'kg')}."
    desk.finish(f"I know the result, {value}.", answer, number(value, 0.02))


FAMILIES = (
    Family("three_sums_in", _three, _solve_three, weight=0.5, asks="sum of three in {to}"),
    Family("each_per_day_in", _each, _solve_each, weight=0.4, asks="price per person and day in {to}"),
    Family(
        "per_day_abroad", _abroad, _solve_abroad, weight=0.4, asks="price per day in a country's currency"
    ),
    Family("fare_per_km_in", _fare, _solve_fare, weight=0.4, asks="price per km in {to}"),
    Family("overweight", _bag, _solve_bag, weight=0.3, asks="kg over a limit"),
)
