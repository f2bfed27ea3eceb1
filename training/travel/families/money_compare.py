"""Which of two sums is more, whether a sum is enough, and rates then and now."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from training.travel.amounts import codes, currency, money, one_unit, the_currency
from training.travel.comparing import compared, verdict
from training.travel.desk import Desk, Unusable
from training.travel.draw import LAST_RATE, Draw, Slot
from training.travel.facts import number, text, yes
from training.travel.families.money import FIRST_RATE, converted
from training.travel.family import Family
from umi.tools.travel.currency import convert_currency

CLOSE = 0.01
"""Sums nearer to each other than this make no good question."""


def refuse_close(one: float, other: float) -> None:
    """Skip comparisons that tomorrow's rate or a rounding would turn."""
    if abs(one - other) <= CLOSE * max(abs(one), abs(other)):
        raise Unusable(f"{one} and {other} are too close")


def _which(desk: Desk, a: list[Any], b: list[Any]) -> tuple[bool, str, str]:
    """Whether the first sum is more, what it is in the other's currency, and the larger number."""
    found = converted(desk, *_pair(a), b[1])
    refuse_close(found.value, b[0])
    return found.value > b[0], found.told, compared(desk, f"{found.told}.", found.value, b[0])


def _pair(sum: list[Any]) -> tuple[float, str]:
    return sum[0], sum[1]


def _solve_more(desk: Desk, a: list[Any], b: list[Any], wanted: str = "more") -> None:
    more, told, extreme = _which(desk, a, b)
    word = "more" if more else "less"
    right = word == wanted
    one, other = f"{a[0]} {a[1]}", f"{b[0]} {b[1]}"
    start = "Yes" if right else "No"
    desk.finish(
        f"{told}, {extreme}, which is {word} than {other}. {verdict(word, wanted)}",
        f"{start}, {one} {_are(a)} {word} than {other}: {told}.",
        yes(right),
    )


def _solve_less(desk: Desk, a: list[Any], b: list[Any]) -> None:
    _solve_more(desk, a, b, "less")


def _are(sum: list[Any]) -> str:
    return "is" if sum[0] == 1 else "are"


def _solve_which(desk: Desk, a: list[Any], b: list[Any]) -> None:
    more, told, extreme = _which(desk, a, b)
    larger, smaller = (a, b) if more else (b, a)
    conclusion = f"{larger[0]} {larger[1]} {_are(larger)} more than {smaller[0]} {smaller[1]}"
    desk.finish(
        f"{told}, {extreme}, so {conclusion}.",
        f"{conclusion}: {told}.",
        text(conclusion, *(f"{larger[0]} {larger[1]} {are} worth more" for are in ("is", "are"))),
    )


def _solve_coin(desk: Desk, one: str, other: str) -> None:
    _solve_which(desk, [1, one], [1, other])


def _solve_enough(desk: Desk, have: list[Any], price: list[Any]) -> None:
    enough, told, extreme = _which(desk, have, price)
    word, start = ("enough", "Yes") if enough else ("not enough", "No")
    asked = f"{price[0]} {price[1]}"
    desk.finish(
        f"{told}, {extreme}, which is {'more' if enough else 'less'} than {asked}. {verdict(word, 'enough')}",
        f"{start}, {have[0]} {have[1]} {_are(have)} {word} for {asked}: {told}.",
        yes(enough),
    )


def _solve_then(desk: Desk, one: str, to: str, day: str, wanted: str = "more") -> None:
    now = converted(desk, 1, one, to)
    then = converted(desk, 1, one, to, f"{now.told} now.", date=day)
    refuse_close(now.value, then.value)
    word = "more" if now.value > then.value else "less"
    start = "Yes" if word == wanted else "No"
    told = f"{now.told} now and was {then.value} {to} on {day}"
    larger = compared(desk, f"1 {one} was {then.value} {to} on {day}.", now.value, then.value)
    desk.finish(
        f"{told}, {larger}, so it is worth {word} now.",
        f"{start}, {one} is worth {word} now: {told}.",
        yes(word == wanted),
    )


def _solve_two_days(desk: Desk, one: str, to: str, day: str, other: str) -> None:
    first = converted(desk, 1, one, to, date=day)
    second = converted(desk, 1, one, to, f"1 {one} was {first.value} {to} on {day}.", date=other)
    refuse_close(first.value, second.value)
    more = first.value > second.value
    told = f"1 {one} was {first.value} {to} on {day} and {second.value} {to} on {other}"
    larger = compared(desk, f"1 {one} was {second.value} {to} on {other}.", first.value, second.value)
    desk.finish(
        f"{told}, {larger}, so it was worth {'more' if more else 'less'} on {day}.",
        f"{'Yes' if more else 'No'}, {one} was worth {'more' if more else 'less'} on {day}: {told}.",
        yes(more),
    )


def _solve_targets(desk: Desk, sum: list[Any], to: str, other: str) -> None:
    amount, source = sum
    first = converted(desk, amount, source, to)
    second = converted(desk, amount, source, other, f"{first.told}.")
    if first.day != second.day:
        raise Unusable("rates of two days")
    desk.finish(
        f"I know what {amount} {source} {_are(sum)} in {to} and in {other}.",
        f"{first.told} and {second.value} {other} at the rate of {first.day}.",
        number(first.value),
        number(second.value),
    )


def two_sums(draw: Draw) -> tuple[Slot, Slot]:
    """Sums in two currencies that are worth nearly as much."""
    source, target = codes(draw, 2)
    a = money(draw, source)
    worth = convert_currency(a.meant[0], source, target)["amount"] * draw.random.uniform(0.6, 1.5)
    digits = 2 - len(str(int(worth)))
    value = max(1, round(worth, digits if digits < 0 else 0))
    return a, money(draw, target, int(value))


def _a_b(draw: Draw) -> Mapping[str, Slot]:
    a, b = two_sums(draw)
    return {"a": a, "b": b}


def _have_price(draw: Draw) -> Mapping[str, Slot]:
    have, price = two_sums(draw)
    return {"have": have, "price": price}


def _coins(draw: Draw) -> Mapping[str, Slot]:
    a, b = codes(draw, 2)
    return {"one": one_unit(draw, a), "other": one_unit(draw, b)}


def _then(draw: Draw) -> Mapping[str, Slot]:
    a, b = codes(draw, 2)
    return {"one": the_currency(draw, a), "to": the_currency(draw, b), "day": draw.day(FIRST_RATE, LAST_RATE)}


def _two_days(draw: Draw) -> Mapping[str, Slot]:
    return {**_then(draw), "other": draw.day(FIRST_RATE, LAST_RATE)}


def _targets(draw: Draw) -> Mapping[str, Slot]:
    source, to, other = codes(draw, 3)
    return {"sum": money(draw, source), "to": currency(draw, to), "other": currency(draw, other)}


FAMILIES = (
    Family("money_more", _a_b, _solve_more, weight=0.6, asks="whether more"),
    Family("money_less", _a_b, _solve_less, weight=0.3, asks="whether less"),
    Family("money_which", _a_b, _solve_which, weight=0.6),
    Family("coin_which", _coins, _solve_coin, weight=0.3),
    Family("money_enough", _have_price, _solve_enough, weight=0.8, asks="whether enough"),
    Family("rate_then_and_now", _then, _solve_then, weight=0.4),
    Family("rate_on_two_days", _two_days, _solve_two_days, weight=0.3),
    Family("money_two_targets", _targets, _solve_targets, weight=0.6),
)
