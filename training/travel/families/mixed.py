"""Prices that are worked out and converted: stays, shares, tips, sums in two currencies."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from training.travel.amounts import codes, currency, money, the_currency, whole
from training.travel.desk import Desk, Unusable
from training.travel.draw import LAST_RATE, Draw, Slot
from training.travel.facts import number, text
from training.travel.families.arithmetic import PRICED, calculated, finish, percent, price, share
from training.travel.families.country_facts import the
from training.travel.families.money import FIRST_RATE, converted, sum_is
from training.travel.families.money_compare import refuse_close, two_sums
from training.travel.families.money_places import currency_of, solvable_country, solvable_place
from training.travel.family import Family


def _in(desk: Desk, value: float, told: str, source: str, target: str, known: str = "") -> None:
    """Convert what was calculated and answer; ``told`` is what it is the value of."""
    if source == target:
        raise Unusable("nothing to convert")
    found = converted(desk, value, source, target, known or f"{told} {value} {source}.")
    desk.finish(
        f"I know what {sum_is(value, source)} in {target}.",
        f"{told} {value} {source}, which is {found.value} {target} at the rate of {found.day}.",
        number(found.value),
    )


def _times(desk: Desk, count: int, price: list[Any]) -> tuple[float, str]:
    value = calculated(desk, f"{count}*{price[0]}")
    return value, f"{count} times {price[0]} {price[1]} is"


def _solve_stay(desk: Desk, count: int, price: list[Any], to: str) -> None:
    value, told = _times(desk, count, price)
    _in(desk, value, told, price[1], to)


def _solve_tip(desk: Desk, bill: list[Any], percent: float, to: str) -> None:
    amount, code = bill
    value = calculated(desk, f"{amount}*{share(percent)}")
    _in(desk, value, f"A tip of {percent} % on {amount} {code} is", code, to)


def _solve_discount(desk: Desk, bill: list[Any], percent: float, to: str) -> None:
    amount, code = bill
    value = calculated(desk, f"{amount}*(1-{share(percent)})")
    _in(desk, value, f"{amount} {code} minus {percent} % is", code, to)


def _shared(desk: Desk, bill: list[Any], people: int, to: str, known: str = "") -> float:
    """One share in the other currency: converted first, so that the tool gets a short number."""
    amount, source = bill
    if source == to:
        raise Unusable("nothing to convert")
    found = converted(desk, amount, source, to, known)
    return calculated(desk, f"{found.value}/{people}", f"{found.told}.")


def _solve_split(desk: Desk, bill: list[Any], people: int, to: str, known: str = "") -> None:
    value = _shared(desk, bill, people, to, known)
    finish(desk, value, f"If {people} people share {bill[0]} {bill[1]}, each pays {value} {to}.")


def _solve_per_night(desk: Desk, bill: list[Any], nights: int, to: str) -> None:
    value = _shared(desk, bill, nights, to)
    finish(desk, value, f"{bill[0]} {bill[1]} divided by {nights} is {value} {to}.")


def _solve_sum(desk: Desk, first: list[Any], second: list[Any], to: str) -> None:
    learnt, parts = "", []
    for amount, code in (first, second):
        if code == to:
            parts.append(amount)
        else:
            found = converted(desk, amount, code, to, learnt)
            learnt, parts = f"{found.told}.", [*parts, found.value]
    value = calculated(desk, f"{parts[0]}+{parts[1]}", learnt)
    told = f"{first[0]} {first[1]} and {second[0]} {second[1]}"
    finish(desk, value, f"{told} are {value} {to} together.")


def _solve_left(desk: Desk, budget: list[Any], price: list[Any], have: str) -> None:
    amount, cost = budget[0], converted(desk, price[0], price[1], have)
    if cost.value >= amount:
        raise Unusable("nothing is left")
    value = calculated(desk, f"{amount}-{cost.value}", f"{cost.told}.")
    finish(desk, value, f"{amount} {have} minus {price[0]} {price[1]} is {value} {have}.")


def _solve_difference(desk: Desk, a: list[Any], b: list[Any], unit: str) -> None:
    found = converted(desk, a[0], a[1], unit)
    refuse_close(found.value, b[0])
    if found.value < b[0]:
        raise Unusable("the question takes the first to be more")
    value = calculated(desk, f"{found.value}-{b[0]}", f"{found.told}.")
    told = f"{a[0]} {a[1]} and {b[0]} {b[1]}"
    finish(desk, value, f"The difference between {told} is {value} {unit}.")


def _solve_country_stay(desk: Desk, nights: int, price: list[Any], country: str) -> None:
    value, told = _times(desk, nights, price)
    target, learnt = currency_of(desk, country, f"{told} {value} {price[1]}.")
    _in(desk, value, told, price[1], target, learnt)


def _solve_country_split(desk: Desk, bill: list[Any], people: int, country: str) -> None:
    target, learnt = currency_of(desk, country)
    _solve_split(desk, bill, people, target, learnt)


def _solve_city_stay(desk: Desk, nights: int, price: list[Any], city: dict[str, str]) -> None:
    value, told = _times(desk, nights, price)
    country = desk.call("city_info", f"{told} {value} {price[1]}.", **city)["country"]
    target, learnt = currency_of(desk, country, f"{city['city']} is in {the(country)}.")
    _in(desk, value, told, price[1], target, learnt)


def _solve_changed(desk: Desk, one: str, to: str, day: str) -> None:
    now = converted(desk, 1, one, to)
    then = converted(desk, 1, one, to, f"{now.told} now.", date=day)
    refuse_close(now.value, then.value)
    known = f"1 {one} was {then.value} {to} on {day}."
    value = calculated(desk, f"({now.value}-{then.value})/{then.value}*100", known)
    word, ways = ("gained", _GAINED) if value > 0 else ("lost", _LOST)
    desk.finish(
        f"{one} {word} {abs(value)} % against {to}.",
        f"{one} has {word} {abs(value)} % against {to} since {day}.",
        number(abs(value)),
        text(*ways),
    )


_GAINED = ("gained", "gain", "risen", "rose", "up", "increased", "stronger", "higher", "more")
_LOST = ("lost", "loss", "fallen", "fell", "down", "decreased", "weaker", "lower", "less", "dropped")


def _stay(draw: Draw) -> Mapping[str, Slot]:
    source, to = _from_to(draw)
    return {"count": whole(draw, 2, 14), "price": price(draw, 18, 320, source), "to": currency(draw, to)}


def _from_to(draw: Draw) -> tuple[str, str]:
    source = draw.one(PRICED)
    return source, next(code for code in codes(draw, 2) if code != source)


def _tickets(draw: Draw) -> Mapping[str, Slot]:
    source, to = _from_to(draw)
    return {"count": whole(draw, 2, 12), "price": price(draw, 3, 140, source), "to": currency(draw, to)}


def _bill(draw: Draw, low: int, high: int) -> dict[str, Slot]:
    source, to = _from_to(draw)
    return {"bill": price(draw, low, high, source), "to": currency(draw, to)}


def _split(draw: Draw) -> Mapping[str, Slot]:
    return {**_bill(draw, 20, 900), "people": whole(draw, 2, 9)}


def _per_night(draw: Draw) -> Mapping[str, Slot]:
    return {**_bill(draw, 150, 2500), "nights": whole(draw, 2, 14)}


def _tip(draw: Draw) -> Mapping[str, Slot]:
    return {**_bill(draw, 12, 250), "percent": percent(draw, (5, 10, 10, 12, 15, 15, 18, 20))}


def _discount(draw: Draw) -> Mapping[str, Slot]:
    return {**_bill(draw, 20, 900), "percent": percent(draw, (5, 10, 15, 20, 25, 30, 40, 50))}


def _sum(draw: Draw) -> Mapping[str, Slot]:
    first, second, other = codes(draw, 3)
    to = draw.one((first, second, other, other))
    return {"first": money(draw, first), "second": money(draw, second), "to": currency(draw, to)}


def _left(draw: Draw) -> Mapping[str, Slot]:
    cost, budget = two_sums(draw)
    value, code = budget.meant
    return {"budget": money(draw, code, value * 2), "price": cost, "have": currency(draw, code)}


def _difference(draw: Draw) -> Mapping[str, Slot]:
    a, b = two_sums(draw)
    return {"a": a, "b": b, "unit": currency(draw, b.meant[1])}


def _country_stay(draw: Draw) -> Mapping[str, Slot]:
    nights = {"nights": whole(draw, 2, 14), "price": price(draw, 18, 320)}
    return {**nights, "country": solvable_country(draw)}


def _country_split(draw: Draw) -> Mapping[str, Slot]:
    bill = {"bill": price(draw, 20, 900), "people": whole(draw, 2, 9)}
    return {**bill, "country": solvable_country(draw)}


def _city_stay(draw: Draw) -> Mapping[str, Slot]:
    nights = {"nights": whole(draw, 2, 14), "price": price(draw, 18, 320)}
    return {**nights, "city": solvable_place(draw)}


def _changed(draw: Draw) -> Mapping[str, Slot]:
    a, b = codes(draw, 2)
    return {"one": the_currency(draw, a), "to": the_currency(draw, b), "day": draw.day(FIRST_RATE, LAST_RATE)}


FAMILIES = (
    Family("stay_in", _stay, _solve_stay, weight=0.7),
    Family("tickets_in", _tickets, _solve_stay, weight=0.5),
    Family("split_in", _split, _solve_split, weight=0.5),
    Family("per_night_in", _per_night, _solve_per_night, weight=0.4),
    Family("tip_in", _tip, _solve_tip, weight=0.4),
    Family("discount_in", _discount, _solve_discount, weight=0.4, dev_only=True),
    Family("sum_in", _sum, _solve_sum, weight=0.6),
    Family("left_in", _left, _solve_left, weight=0.8, asks="left of {budget[0]} {have}"),
    Family("difference_in", _difference, _solve_difference, weight=0.4),
    Family("country_stay", _country_stay, _solve_country_stay, weight=0.5),
    Family("country_split", _country_split, _solve_country_split, weight=0.4, dev_only=True),
    Family("city_stay", _city_stay, _solve_city_stay, weight=0.4),
    Family("rate_changed", _changed, _solve_changed, weight=0.3),
)
