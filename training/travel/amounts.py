"""Numbers and sums of money, as users write them and as the tools take them."""

from __future__ import annotations

from collections.abc import Sequence

from training.travel.draw import Draw, Slot

# Code | singular | names after a number, the commoner ones repeated | with a sign, # being the number.
_TABLE = """
EUR|euro|euros, euros, euro, Euros|€#, €#, #€, # €
USD|US dollar|dollars, dollars, US dollars, American dollars, bucks, U.S. dollars, USD|$#, $#, US$#, #$
GBP|British pound|pounds, pounds, British pounds, quid, pounds sterling, UK pounds|£#, £#, #£
JPY|Japanese yen|yen, yen, Japanese yen, JPY|¥#, #¥
CHF|Swiss franc|Swiss francs, Swiss francs, francs, CHF|CHF #, # CHF, Fr. #
AUD|Australian dollar|Australian dollars, Aussie dollars, AUD|A$#, AU$#
CAD|Canadian dollar|Canadian dollars, CAD|C$#, CA$#
NZD|New Zealand dollar|New Zealand dollars, NZ dollars, Kiwi dollars, NZD|NZ$#
HKD|Hong Kong dollar|Hong Kong dollars, HKD|HK$#
SGD|Singapore dollar|Singapore dollars, Singaporean dollars, SGD|S$#
CNY|Chinese yuan|yuan, Chinese yuan, renminbi, RMB|# RMB, CN¥#
INR|Indian rupee|Indian rupees, rupees, INR|₹#
KRW|South Korean won|won, Korean won, South Korean won|₩#
THB|Thai baht|baht, Thai baht|฿#
TRY|Turkish lira|Turkish lira, lira, liras, Turkish liras|₺#
ILS|Israeli shekel|shekels, Israeli shekels|₪#
PLN|Polish zloty|zloty, zlotys, złoty, Polish zloty|# zł, #zł
CZK|Czech crown|Czech crowns, Czech koruna, koruna|# Kč
HUF|Hungarian forint|forint, forints, Hungarian forints|# Ft
RON|Romanian leu|Romanian lei, lei|# lei
SEK|Swedish krona|Swedish kronor, kronor, Swedish crowns|# SEK
NOK|Norwegian krone|Norwegian kroner, Norwegian crowns|# NOK
DKK|Danish krone|Danish kroner, Danish crowns|# DKK
ISK|Icelandic krona|Icelandic kronur, Icelandic krona|# ISK
MXN|Mexican peso|Mexican pesos, MXN|MX$#
BRL|Brazilian real|Brazilian reais, reais, Brazilian real|R$#, R$ #
ZAR|South African rand|rand, South African rand|R#
IDR|Indonesian rupiah|rupiah, Indonesian rupiah|Rp#, Rp #
MYR|Malaysian ringgit|ringgit, Malaysian ringgit|RM#, RM #
PHP|Philippine peso|Philippine pesos, Filipino pesos|₱#
"""

COMMON = ("EUR", "EUR", "EUR", "USD", "USD", "USD", "GBP", "GBP", "JPY", "CHF")
"""What most questions are about."""

_WORTH_LITTLE = {
    "JPY": 100,
    "HUF": 100,
    "KRW": 1000,
    "ISK": 100,
    "IDR": 10000,
    "INR": 10,
    "THB": 10,
    "CZK": 10,
}
_WORTH_LITTLE |= {"PHP": 10, "TRY": 10, "MXN": 10, "ZAR": 10, "SEK": 10, "NOK": 10, "DKK": 10}

_WORDS = {
    5: "five", 10: "ten", 20: "twenty", 30: "thirty", 50: "fifty", 100: "a hundred", 200: "two hundred",
    300: "three hundred", 500: "five hundred", 1000: "a thousand", 2000: "two thousand",
    5000: "five thousand", 10000: "ten thousand", 1_000_000: "a million",
}  # fmt: skip


def _rows() -> dict[str, tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Code → singular, names after a number, ways with a sign."""
    rows = (line.split("|") for line in _TABLE.strip().splitlines())
    return {code: (one, tuple(many.split(", ")), tuple(signs.split(", "))) for code, one, many, signs in rows}


_CURRENCIES = _rows()

CODES = tuple(_CURRENCIES)
"""The currencies for which the ECB publishes rates today."""


def codes(draw: Draw, count: int) -> list[str]:
    """Different currencies, mostly common ones."""
    found: dict[str, None] = {}
    while len(found) < count:
        found[draw.one(COMMON if draw.chance(0.55) else CODES)] = None
    return list(found)


def currency(draw: Draw, code: str) -> Slot:
    """The currency as one says it after "in" or "how many": a name in the plural or the code."""
    if draw.chance(0.3):
        return Slot(code, code)
    return Slot(draw.one(_CURRENCIES[code][1]), code)


def one_unit(draw: Draw, code: str) -> Slot:
    """``1 euro``, ``one US dollar``, ``a pound``, ``1 EUR``."""
    name = _CURRENCIES[code][0]
    article = "an" if name[0] in "AEIO" else "a"
    signs = [sign.replace("#", "1") for sign in _CURRENCIES[code][2]]
    return Slot(draw.one((f"1 {name}", f"one {name}", f"{article} {name}", f"1 {code}", *signs[:1])), code)


def the_currency(draw: Draw, code: str) -> Slot:
    """``the euro``, or now and then ``EUR``."""
    return Slot(code if draw.chance(0.15) else f"the {_CURRENCIES[code][0]}", code)


def money(draw: Draw, code: str, value: float | None = None) -> Slot:
    """A sum in this currency; meant as [number, code]."""
    value = sum_of(draw, code) if value is None else value
    return Slot(said_money(draw, value, code), [value, code])


def sum_of(draw: Draw, code: str) -> float:
    """A sum as travellers have it: mostly round, now and then with cents."""
    worth = _WORTH_LITTLE.get(code, 1)
    if worth == 1 and draw.chance(0.2):
        return tidy(draw.random.randrange(105, 99999) / 100)
    steps = ((1, 2, 99), (5, 1, 60), (10, 1, 99), (50, 1, 40), (100, 1, 50), (1000, 1, 20))
    step, low, high = draw.one(steps)
    return step * draw.random.randint(low, high) * worth


def said_money(draw: Draw, value: float, code: str) -> str:
    """The sum in one of the usual ways."""
    _, names, signs = _CURRENCIES[code]
    way = draw.random.random()
    number = said_number(draw, value, money=True)
    if way < 0.45 or not number[0].isdigit():
        return f"{number} {draw.one(names)}"
    if way < 0.7:
        return draw.one(signs).replace("#", number)
    return f"{number} {code}" if way < 0.92 else f"{code} {number}"


def said_number(draw: Draw, value: float, *, money: bool = False) -> str:
    """``1200``, ``1,200`` or ``a thousand``; cents with two digits where it is money."""
    if value in _WORDS and draw.chance(0.12):
        return _WORDS[int(value)]
    if isinstance(value, float) and money and draw.chance(0.8):
        return f"{value:,.2f}" if draw.chance(0.5) else f"{value:.2f}"
    return f"{value:,}" if draw.chance(0.4) else str(value)


def tidy(value: float) -> float:
    """A whole number as int, so that it is written without a point."""
    return int(value) if float(value).is_integer() else value


def whole(draw: Draw, low: int, high: int, words: bool = True) -> Slot:
    """A count of people, nights or days; small ones now and then in words."""
    value = draw.random.randint(low, high)
    said = SMALL[value] if words and value < len(SMALL) and draw.chance(0.35) else str(value)
    return Slot(said, value)


SMALL: Sequence[str] = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip
