"""Money in another currency, and exchange rates: one call each."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from training.travel.amounts import codes, currency, money, one_unit, the_currency
from training.travel.desk import Desk, ToolFailed, Unusable
from training.travel.draw import LAST_RATE, Draw, Slot
from training.travel.facts import number
from training.travel.family import Family

FIRST_RATE = date(2012, 1, 2)
"""A day from which on there are rates for all current currencies."""

SMALLEST_RATE = 1e-4
"""Below it Python writes 5.8e-05, which nobody asks for."""

NO_RATES = (
    """
ARS, Argentine pesos; CLP, Chilean pesos; COP, Colombian pesos; PEN, Peruvian soles; UYU, Uruguayan pesos
AED, UAE dirhams, dirhams of the Emirates; SAR, Saudi riyals; QAR, Qatari riyals; OMR, Omani rials
KWD, Kuwaiti dinars; JOD, Jordanian dinars; EGP, Egyptian pounds; MAD, Moroccan dirhams; TND, Tunisian dinars
VND, Vietnamese dong; TWD, Taiwan dollars, Taiwanese dollars; KHR, Cambodian riel; LKR, Sri Lankan rupees
NPR, Nepalese rupees; PKR, Pakistani rupees; BDT, Bangladeshi taka; UAH, Ukrainian hryvnia; GEL, Georgian lari
AMD, Armenian dram; AZN, Azerbaijani manat; KZT, Kazakh tenge; UZS, Uzbek som; RSD, Serbian dinars
ALL, Albanian lek; MKD, Macedonian denars; MDL, Moldovan lei; KES, Kenyan shillings; TZS, Tanzanian shillings
UGX, Ugandan shillings; NGN, Nigerian naira; GHS, Ghanaian cedis; ETB, Ethiopian birr; NAD, Namibian dollars
CRC, Costa Rican colones; DOP, Dominican pesos; JMD, Jamaican dollars; CUP, Cuban pesos; FJD, Fijian dollars
""".strip()
    .replace("\n", "; ")
    .split("; ")
)
"""Currencies without ECB rates: code and names."""


class Converted(NamedTuple):
    """What the tool says of a sum: ``told`` is "100 EUR are 111.72 USD", ``day`` that of the rate."""

    value: float
    told: str
    day: str


def converted(desk: Desk, amount: float, source: str, target: str, known: str = "", **on: Any) -> Converted:
    """The sum in another currency; one unit at the rate itself, which is more exact than two decimals.

    Gives up where the ECB has no rate.

    Raises:
        Unusable: the sum is worth less than a coin, so its two decimals say nothing.
    """
    arguments = {"amount": amount, "from_currency": source, "to_currency": target, **on}
    try:
        result = desk.call("convert_currency", known, **arguments)
    except ToolFailed as error:
        desk.give_up(no_rate(source, target, error))
    value = result["rate"] if amount == 1 else result["amount"]
    if value < (SMALLEST_RATE if amount == 1 else 0.05):
        raise Unusable(f"{amount} {source} are {value} {target}")
    return Converted(value, f"{sum_is(amount, source)} {value} {target}", result["date"])


def no_rate(source: str, target: str, error: ToolFailed) -> str:
    """Why there is no answer, from the tool's sentence."""
    missing = next((code for code in (source, target) if f'no rate for "{code}"' in str(error)), None)
    if missing is None:
        raise Unusable(str(error)) from error
    return f"The European Central Bank has no rate for {missing}, so this cannot be converted."


def sum_is(amount: float, code: str) -> str:
    """``1 EUR is`` or ``100 EUR are``."""
    return f"{amount} {code} {'is' if amount == 1 else 'are'}"


def _solve(desk: Desk, sum: list[Any], to: str, day: str | None = None) -> None:
    amount, source = sum
    found = converted(desk, amount, source, to, date=day)
    desk.finish(
        f"I know what {sum_is(amount, source)} in {to}.",
        f"{found.told} at the rate of {found.day}.",
        number(found.value),
    )


def _solve_rate(desk: Desk, one: str, to: str, day: str | None = None, **_: str) -> None:
    _solve(desk, [1, one], to, day)


def _solve_needed(desk: Desk, goal: list[Any], have: str) -> None:
    _solve(desk, goal, have)


def _sum(draw: Draw) -> Mapping[str, Slot]:
    source, target = codes(draw, 2)
    return {"sum": money(draw, source), "to": currency(draw, target)}


def _sum_on(draw: Draw) -> Mapping[str, Slot]:
    return {**_sum(draw), "day": draw.day(FIRST_RATE, LAST_RATE)}


def _needed(draw: Draw) -> Mapping[str, Slot]:
    source, target = codes(draw, 2)
    return {"goal": money(draw, source), "have": currency(draw, target)}


def _rate(draw: Draw) -> Mapping[str, Slot]:
    source, target = codes(draw, 2)
    return {"one": one_unit(draw, source), "to": currency(draw, target)}


def _rate_names(draw: Draw) -> Mapping[str, Slot]:
    source, target = codes(draw, 2)
    return {"one": the_currency(draw, source), "to": the_currency(draw, target)}


def _rate_pair(draw: Draw) -> Mapping[str, Slot]:
    source, target = codes(draw, 2)
    return {"one": Slot(source, source), "to": Slot(target, target)}


def _with_day(slots: Mapping[str, Slot], draw: Draw) -> Mapping[str, Slot]:
    return {**slots, "day": draw.day(FIRST_RATE, LAST_RATE)}


def _no_rate(draw: Draw) -> Mapping[str, Slot]:
    code, *names = draw.one(NO_RATES).split(", ")
    unknown = Slot(draw.one((*names * 2, code)), code)
    known = codes(draw, 1)[0]
    if draw.chance(0.75):
        return {"sum": money(draw, known), "to": unknown}
    value = draw.one((1, 2, 5, 10, 20, 25)) * draw.one((10, 100))
    return {"sum": Slot(f"{value} {unknown.said}", [value, code]), "to": currency(draw, known)}


FAMILIES = (
    Family("convert_money", _sum, _solve, weight=3.5),
    Family("convert_money_on", _sum_on, _solve, weight=1.2),
    Family("money_needed", _needed, _solve_needed, weight=0.6),
    Family("exchange_rate", _rate, _solve_rate, weight=0.8),
    Family("exchange_rate_names", _rate_names, _solve_rate, weight=0.8, asks="exchange rate"),
    Family("exchange_rate_pair", _rate_pair, _solve_rate, weight=0.5, asks="exchange rate"),
    Family("exchange_rate_on", lambda draw: _with_day(_rate_names(draw), draw), _solve_rate, weight=0.6),
    Family("no_exchange_rate", _no_rate, _solve, weight=0.8, asks="convert money"),
)
