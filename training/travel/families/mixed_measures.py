"""Measures that are converted and calculated with: fuel for miles, prices per gallon, luggage together."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from training.travel.amounts import currency, money, tidy, whole
from training.travel.desk import Desk, Unusable
from training.travel.draw import Draw, Slot
from training.travel.facts import number
from training.travel.families.arithmetic import calculated, finish
from training.travel.families.journeys import consumption, fuel_price, number_of
from training.travel.families.money import converted
from training.travel.families.units import in_unit
from training.travel.family import Family


def _kilometers(desk: Desk, miles: float) -> tuple[float, str]:
    """The miles in kilometres, and the sentence that says so."""
    km = in_unit(desk, miles, "mi", "km")
    return km, f"{miles} mi are {km} km."


def _solve_fuel(desk: Desk, miles: float, use: float) -> None:
    km, known = _kilometers(desk, miles)
    value = calculated(desk, f"{km}*{use}/100", known)
    finish(desk, value, f"{miles} mi at {use} L per 100 km take {value} L.")


def _solve_fuel_cost(desk: Desk, miles: float, use: float, price: list[Any]) -> None:
    km, known = _kilometers(desk, miles)
    value = calculated(desk, f"{km}*{use}/100*{price[0]}", known)
    finish(desk, value, f"The fuel for {miles} mi costs {value} {price[1]}.")


def _solve_gallon(desk: Desk, price: list[Any], to: str) -> None:
    amount, source = price
    if source == to:
        raise Unusable("nothing to convert")
    litres = in_unit(desk, 1, "gal", "L")
    found = converted(desk, amount, source, to, f"1 gal is {litres} L.")
    value = calculated(desk, f"{found.value}/{litres}", f"{found.told}.")
    finish(desk, value, f"{amount} {source} per gallon is {value} {to} per litre.")


def _solve_hours(desk: Desk, miles: float, speed: float) -> None:
    km, known = _kilometers(desk, miles)
    value = calculated(desk, f"{km}/{speed}", known)
    finish(desk, value, f"{miles} mi at {speed} km/h take {value} hours.")


def _solve_together(desk: Desk, first: float, second: float, source: str, target: str) -> None:
    value = calculated(desk, f"{first}+{second}")
    told = f"{first} {source} and {second} {source} are {value} {source}"
    found = in_unit(desk, value, source, target, f"{told}.")
    desk.finish(
        f"I know what {value} {source} are in {target}.",
        f"{told}, which is {found} {target}.",
        number(found),
    )


def _solve_bags(desk: Desk, first: float, second: float) -> None:
    _solve_together(desk, first, second, "kg", "lb")


def _solve_stages(desk: Desk, first: float, second: float) -> None:
    _solve_together(desk, first, second, "km", "mi")


def _solve_per_day(desk: Desk, miles: float, days: int) -> None:
    km, known = _kilometers(desk, miles)
    value = calculated(desk, f"{km}/{days}", known)
    finish(desk, value, f"{miles} mi in {days} days is {value} km per day.")


def _solve_per_hundred(desk: Desk, mpg: float) -> None:
    """100 km in gallons of so many miles: km per litre is what the tool knows."""
    per_litre = in_unit(desk, mpg, "mpg", "km/L")
    value = calculated(desk, f"100/{per_litre}", f"{mpg} mpg are {per_litre} km/L.")
    finish(desk, value, f"{mpg} mpg is {value} L per 100 km.")


def _miles(draw: Draw) -> Slot:
    return number_of(draw, 25, 1600, draw.one((1, 5, 10)))


def _fuel(draw: Draw) -> Mapping[str, Slot]:
    return {"miles": _miles(draw), "use": consumption(draw)}


def _fuel_cost(draw: Draw) -> Mapping[str, Slot]:
    return {**_fuel(draw), "price": fuel_price(draw)}


def _gallon(draw: Draw) -> Mapping[str, Slot]:
    value = tidy(round(draw.random.uniform(2.6, 6.2), draw.one((1, 2, 2))))
    to = draw.one(("EUR", "EUR", "GBP", "CHF", "CAD", "AUD", "PLN", "SEK", "NOK", "DKK"))
    return {"price": money(draw, "USD", value), "to": currency(draw, to)}


def _hours(draw: Draw) -> Mapping[str, Slot]:
    speed = draw.one((15, 20, 50, 60, 70, 80, 90, 100, 110, 120, 130, 160, 200, 250))
    return {"miles": number_of(draw, speed // 2, speed * 5), "speed": Slot(str(speed), speed)}


def _two(draw: Draw) -> Mapping[str, Slot]:
    values = [tidy(round(draw.random.uniform(4, 45), draw.one((0, 1)))) for _ in range(2)]
    first, second = (Slot(str(value), value) for value in values)
    return {"first": first, "second": second}


def _per_day(draw: Draw) -> Mapping[str, Slot]:
    return {"miles": _miles(draw), "days": whole(draw, 2, 21)}


def _mpg(draw: Draw) -> Mapping[str, Slot]:
    return {"mpg": number_of(draw, 12, 60)}


FAMILIES = (
    Family("fuel_for_miles", _fuel, _solve_fuel, weight=0.4),
    Family("fuel_cost_for_miles", _fuel_cost, _solve_fuel_cost, weight=0.4),
    Family("price_per_litre", _gallon, _solve_gallon, weight=0.3),
    Family("hours_for_miles", _hours, _solve_hours, weight=0.4),
    Family("bags_together", _two, _solve_bags, weight=0.3),
    Family("stages_together", _two, _solve_stages, weight=0.3),
    Family("kilometers_per_day", _per_day, _solve_per_day, 0.4, dev_only=True),
    Family("litres_per_hundred", _mpg, _solve_per_hundred, weight=0.3),
)
