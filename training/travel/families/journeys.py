"""Fuel, driving times, speeds, stays and tickets: one calculation of several steps."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from training.travel.amounts import money, said_number, tidy, whole
from training.travel.desk import Desk
from training.travel.draw import Draw, Slot
from training.travel.families.arithmetic import PRICED, calculated, finish, price
from training.travel.family import Family


def _solve_litres(desk: Desk, km: float, use: float) -> None:
    value = calculated(desk, f"{km}*{use}/100")
    finish(desk, value, f"{km} km at {use} L per 100 km take {value} L.")


def _solve_fuel(desk: Desk, km: float, use: float, price: list[Any]) -> None:
    amount, code = price
    value = calculated(desk, f"{km}*{use}/100*{amount}")
    finish(desk, value, f"The fuel for {km} km costs {value} {code}.")


def _solve_hours(desk: Desk, km: float, speed: float) -> None:
    value = calculated(desk, f"{km}/{speed}")
    finish(desk, value, f"{km} km at {speed} km/h take {value} hours.")


def _solve_speed(desk: Desk, km: float, hours: float) -> None:
    value = calculated(desk, f"{km}/{hours}")
    finish(desk, value, f"{km} km in {hours} hours is {value} km/h.")


def _solve_afford(desk: Desk, budget: list[Any], price: list[Any]) -> None:
    value = calculated(desk, f"floor({budget[0]}/{price[0]})")
    finish(desk, value, f"{budget[0]} {budget[1]} is enough for {value} times {price[0]} {price[1]}.")


def _solve_party(desk: Desk, adults: int, first: list[Any], children: int, second: list[Any]) -> None:
    value = calculated(desk, f"{adults}*{first[0]}+{children}*{second[0]}")
    finish(desk, value, f"{adults} adults and {children} children pay {value} {first[1]}.")


def _solve_stay(desk: Desk, nights: int, price: list[Any], fee: list[Any]) -> None:
    amount, code = price
    value = calculated(desk, f"{nights}*{amount}+{fee[0]}")
    finish(desk, value, f"{nights} times {amount} {code} plus {fee[0]} {code} is {value} {code}.")


def _solve_shared(desk: Desk, nights: int, price: list[Any], people: int) -> None:
    amount, code = price
    value = calculated(desk, f"{nights}*{amount}/{people}")
    start = f"If {people} people share {nights} times {amount} {code}"
    finish(desk, value, f"{start}, each pays {value} {code}.")


def _solve_given_rate(desk: Desk, amount: float, rate: float) -> None:
    value = calculated(desk, f"{amount}*{rate}")
    finish(desk, value, f"At that rate {amount} EUR are {value} USD.")


def _solve_minutes(desk: Desk, hours: int, minutes: int) -> None:
    value = calculated(desk, f"{hours}*60+{minutes}")
    finish(desk, value, f"{hours} hours and {minutes} minutes are {value} minutes.")


def number_of(draw: Draw, low: int, high: int, step: int = 1) -> Slot:
    """A whole number in digits."""
    value = draw.random.randrange(low, high, step)
    return Slot(said_number(draw, value) if value >= 1000 else str(value), value)


def consumption(draw: Draw) -> Slot:
    """Litres per 100 km."""
    value = tidy(round(draw.random.uniform(4, 13), draw.one((0, 1, 1))))
    return Slot(str(value), value)


def fuel_price(draw: Draw) -> Slot:
    """What a litre costs."""
    value = round(draw.random.uniform(1.2, 2.3), draw.one((1, 2, 2)))
    return money(draw, draw.one(PRICED), tidy(value))


def _litres(draw: Draw) -> Mapping[str, Slot]:
    return {"km": number_of(draw, 40, 2500, draw.one((1, 5, 10))), "use": consumption(draw)}


def _fuel(draw: Draw) -> Mapping[str, Slot]:
    return {**_litres(draw), "price": fuel_price(draw)}


def _hours(draw: Draw) -> Mapping[str, Slot]:
    speed = draw.one((4, 5, 15, 18, 20, 25, 30, 50, 60, 80, 90, 100, 110, 120, 130, 160, 200, 250))
    return {"km": number_of(draw, speed, speed * 9), "speed": Slot(str(speed), speed)}


def _speed(draw: Draw) -> Mapping[str, Slot]:
    hours = draw.one((2, 2.5, 3, 3.5, 4, 4.5, 5, 6, 7, 8))
    kilometers = number_of(draw, int(hours * 12), int(hours * 140))
    return {"km": kilometers, "hours": Slot(str(hours), hours)}


def _afford(draw: Draw) -> Mapping[str, Slot]:
    code = draw.one(PRICED)
    one = price(draw, 8, 160, code)
    budget = int(one.meant[0] * draw.random.uniform(2.2, 14) / 10 + 1) * 10
    return {"budget": money(draw, code, budget), "price": one}


def _party(draw: Draw) -> Mapping[str, Slot]:
    code = draw.one(PRICED)
    one = {"adults": whole(draw, 2, 8), "children": whole(draw, 2, 8)}
    return {**one, "first": price(draw, 9, 60, code), "second": price(draw, 2, 25, code)}


def _stay(draw: Draw) -> Mapping[str, Slot]:
    code = draw.one(PRICED)
    nights = {"nights": whole(draw, 2, 14), "price": price(draw, 25, 320, code)}
    return {**nights, "fee": price(draw, 20, 480, code)}


def _shared(draw: Draw) -> Mapping[str, Slot]:
    stay = {"nights": whole(draw, 2, 14), "price": price(draw, 40, 480)}
    return {**stay, "people": whole(draw, 2, 9)}


def _given_rate(draw: Draw) -> Mapping[str, Slot]:
    rate = tidy(round(draw.random.uniform(0.98, 1.35), draw.one((2, 2, 3))))
    return {"amount": number_of(draw, 20, 3000, 10), "rate": Slot(str(rate), rate)}


def _minutes(draw: Draw) -> Mapping[str, Slot]:
    return {"hours": whole(draw, 2, 12), "minutes": number_of(draw, 2, 59)}


FAMILIES = (
    Family("fuel_litres", _litres, _solve_litres, weight=0.4),
    Family("fuel_cost", _fuel, _solve_fuel, weight=0.6),
    Family("driving_hours", _hours, _solve_hours, weight=0.5),
    Family("average_speed", _speed, _solve_speed, weight=0.3),
    Family("afford", _afford, _solve_afford, weight=0.3),
    Family("party", _party, _solve_party, weight=0.4),
    Family("stay_with_fee", _stay, _solve_stay, weight=0.4),
    Family("shared_stay", _shared, _solve_shared, weight=0.4),
    Family("given_rate", _given_rate, _solve_given_rate, weight=0.2),
    Family("minutes", _minutes, _solve_minutes, weight=0.3),
)
