"""Sums on the way: nights, tickets, shares, tips, discounts, what is left. One calculation each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from training.travel.amounts import COMMON, money, said_number, tidy, whole
from training.travel.desk import Desk, listed
from training.travel.draw import Draw, Slot
from training.travel.expressions import expression
from training.travel.facts import number
from training.travel.family import Family


def calculated(desk: Desk, expression: str, known: str = "") -> float:
    """What the expression comes to."""
    value: float = desk.call("calculate", known, expression=expression)["value"]
    return value


def share(percent: float) -> float:
    """0.15 for 15 percent."""
    return tidy(round(percent / 100, 4))


def finish(desk: Desk, value: float, answer: str) -> None:
    """Answer with a value, which may be rounded to cents; ``answer`` is the whole sentence."""
    desk.finish(f"I know the result, {value}.", answer, number(value))


def _solve_plain(desk: Desk, expression: str) -> None:
    value = calculated(desk, expression)
    finish(desk, value, f"{expression} is {value}.")


def _solve_percent(desk: Desk, percent: float, whole: float) -> None:
    value = calculated(desk, f"{whole}*{share(percent)}")
    finish(desk, value, f"{percent} % of {whole} is {value}.")


def _solve_nights(desk: Desk, nights: int, price: list[Any]) -> None:
    amount, code = price
    value = calculated(desk, f"{nights}*{amount}")
    finish(desk, value, f"{nights} nights at {amount} {code} cost {value} {code}.")


def _solve_each(desk: Desk, count: int, price: list[Any]) -> None:
    amount, code = price
    value = calculated(desk, f"{count}*{amount}")
    finish(desk, value, f"{count} times {amount} {code} is {value} {code}.")


def _solve_split(desk: Desk, bill: list[Any], people: int) -> None:
    amount, code = bill
    value = calculated(desk, f"{amount}/{people}")
    finish(desk, value, f"If {people} people share {amount} {code}, each pays {value} {code}.")


def _solve_per_day(desk: Desk, budget: list[Any], days: int) -> None:
    amount, code = budget
    value = calculated(desk, f"{amount}/{days}")
    finish(desk, value, f"{amount} {code} for {days} days is {value} {code} per day.")


def _solve_tip(desk: Desk, bill: list[Any], percent: float) -> None:
    amount, code = bill
    value = calculated(desk, f"{amount}*{share(percent)}")
    finish(desk, value, f"A tip of {percent} % on {amount} {code} is {value} {code}.")


def _solve_with_tip(desk: Desk, bill: list[Any], percent: float) -> None:
    amount, code = bill
    value = calculated(desk, f"{amount}*(1+{share(percent)})")
    finish(desk, value, f"{amount} {code} plus {percent} % is {value} {code}.")


def _solve_discount(desk: Desk, bill: list[Any], percent: float) -> None:
    amount, code = bill
    value = calculated(desk, f"{amount}*(1-{share(percent)})")
    finish(desk, value, f"{amount} {code} minus {percent} % is {value} {code}.")


def _solve_average(desk: Desk, numbers: list[float]) -> None:
    value = calculated(desk, f"({'+'.join(map(str, numbers))})/{len(numbers)}")
    finish(desk, value, f"The average of {listed([str(one) for one in numbers])} is {value}.")


def _solve_total(desk: Desk, numbers: list[float]) -> None:
    value = calculated(desk, "+".join(map(str, numbers)))
    finish(desk, value, f"The sum of {listed([str(one) for one in numbers])} is {value}.")


def _solve_left(desk: Desk, budget: list[Any], first: list[Any], second: list[Any] | None = None) -> None:
    amount, code = budget
    spent = [str(sum[0]) for sum in (first, second) if sum]
    value = calculated(desk, "-".join([str(amount), *spent]))
    finish(desk, value, f"{amount} {code} minus {' minus '.join(spent)} is {value} {code}.")


PRICED = (*(code for code in COMMON if code != "JPY"), "CAD", "AUD", "SGD", "BRL", "PLN", "MYR")
"""Currencies in which a night costs about a hundred."""


def price(draw: Draw, low: int, high: int, code: str | None = None) -> Slot:
    """A price in one of the common currencies: mostly whole, else with cents."""
    value: float = draw.random.randint(low, high)
    if draw.chance(0.3):
        value = tidy(round(value + draw.one((0.5, 0.9, 0.95, 0.99, 0.25, 0.8, 0.75)), 2))
    return money(draw, code or draw.one(PRICED), value)


def percent(draw: Draw, usual: Sequence[float]) -> Slot:
    """A percentage: a usual one, or any."""
    value = draw.one(usual) if draw.chance(0.75) else draw.random.randint(2, 60)
    return Slot(str(value), value)


def _plain(draw: Draw) -> Mapping[str, Slot]:
    return {"expression": expression(draw)}


def _percent(draw: Draw) -> Mapping[str, Slot]:
    value = draw.random.randint(2, 400) * draw.one((1, 5, 10))
    return {"percent": percent(draw, (5, 10, 12.5, 15, 19, 20, 25, 7.5)), "whole": Slot(str(value), value)}


def _nights(draw: Draw) -> Mapping[str, Slot]:
    return {"nights": whole(draw, 2, 21), "price": price(draw, 18, 420)}


def _each(draw: Draw) -> Mapping[str, Slot]:
    return {"count": whole(draw, 2, 14), "price": price(draw, 2, 150)}


def _split(draw: Draw) -> Mapping[str, Slot]:
    return {"bill": price(draw, 20, 900), "people": whole(draw, 2, 9)}


def _per_day(draw: Draw) -> Mapping[str, Slot]:
    return {"budget": price(draw, 15, 300) if draw.chance(0.2) else _budget(draw), "days": _days(draw)}


def _days(draw: Draw) -> Slot:
    return whole(draw, 2, 21)


def _budget(draw: Draw) -> Slot:
    return money(draw, draw.one(PRICED), draw.random.randint(4, 60) * 50)


def _tip(draw: Draw) -> Mapping[str, Slot]:
    return {"bill": price(draw, 12, 260), "percent": percent(draw, (5, 10, 10, 12, 15, 15, 18, 20, 20))}


def _extra(draw: Draw) -> Mapping[str, Slot]:
    return {"bill": price(draw, 12, 600), "percent": percent(draw, (5, 7, 8, 10, 12.5, 15, 18, 19, 20, 25))}


def _discount(draw: Draw) -> Mapping[str, Slot]:
    return {"bill": price(draw, 12, 900), "percent": percent(draw, (5, 10, 15, 20, 25, 30, 40, 50, 70))}


def _numbers(draw: Draw) -> Mapping[str, Slot]:
    digits = draw.one((0, 0, 1))
    values = [tidy(round(draw.random.uniform(4, 95), digits)) for _ in range(draw.random.randint(3, 5))]
    texts = [str(value) for value in values]
    return {"numbers": Slot(draw.one((listed(texts), ", ".join(texts))), values)}


def _left(draw: Draw) -> Mapping[str, Slot]:
    budget, code = _budget(draw).meant
    parts = [tidy(round(budget * draw.random.uniform(0.1, 0.45), draw.one((0, 0, 2)))) for _ in range(2)]
    first, second = (
        money(draw, code, part) if draw.chance(0.7) else Slot(said_number(draw, part), [part, code])
        for part in parts
    )
    return {"budget": money(draw, code, budget), "first": first, "second": second}


def _change(draw: Draw) -> Mapping[str, Slot]:
    slots = _left(draw)
    return {"budget": slots["budget"], "first": slots["first"]}


FAMILIES = (
    Family("plain_sum", _plain, _solve_plain, weight=1.5),
    Family("percent", _percent, _solve_percent, weight=0.4),
    Family("nights", _nights, _solve_nights, weight=0.7),
    Family("so_many_at", _each, _solve_each, weight=0.7),
    Family("split", _split, _solve_split, weight=0.8),
    Family("per_day", _per_day, _solve_per_day, weight=0.4),
    Family("tip", _tip, _solve_tip, weight=0.5),
    Family("with_tip", _extra, _solve_with_tip, weight=0.5),
    Family("discount", _discount, _solve_discount, weight=0.5),
    Family("average", _numbers, _solve_average, weight=0.4),
    Family("total", _numbers, _solve_total, weight=0.4),
    Family("money_left", _left, _solve_left, weight=0.4),
    Family("change", _change, _solve_left, weight=0.4),
)
