"""Units of measurement, as users write them and as the expert gives them to the tool."""

from __future__ import annotations

from typing import NamedTuple

from training.travel.amounts import said_number, tidy
from training.travel.draw import Draw, Slot


class Unit(NamedTuple):
    """A unit by the one name the tool gets; ``ways`` follow a number, "~" where no space does."""

    code: str
    kind: str
    low: float
    high: float
    one: str
    ways: tuple[str, ...]


# Kind, code, smallest and largest usual value | a single one | ways to write it after a number
_TABLE = """
distance km 1 900|kilometer|km, km, ~km, kilometers, kilometres, kms
distance mi 1 600|mile|miles, miles, mi, miles
length m 1 900|meter|m, ~m, meters, metres
length ft 3 900|foot|feet, ft, ~ft, feet
length cm 5 250|centimeter|cm, ~cm, centimeters, centimetres
length inch 2 80|inch|inches, inches
length yd 5 500|yard|yards, yd, yards
length mm 5 900|millimeter|mm, ~mm, millimeters, millimetres
sea nautical mile 2 400|nautical mile|nautical miles, nmi, sea miles
mass kg 1 120|kilogram|kg, kg, ~kg, kilos, kilograms, kgs
mass lb 1 250|pound|pounds, lbs, lb, ~lbs, pounds
mass g 20 950|gram|g, ~g, grams
mass oz 1 40|ounce|ounces, oz, ~oz
mass stone 5 18|stone|stone, stones
mass tonne 1 40|tonne|tonnes, metric tons, t
temperature °C -25 42|degree Celsius|°C, ~°C, degrees Celsius, degrees C, ~C, Celsius, degrees centigrade
temperature °F 5 110|degree Fahrenheit|°F, ~°F, degrees Fahrenheit, degrees F, ~F, Fahrenheit
temperature K 200 320|kelvin|K, kelvin
volume L 1 90|liter|liters, litres, L, l, ~l, litres
volume gal 1 40|gallon|gallons, gallons, gal, US gallons
volume ml 10 900|milliliter|ml, ~ml, milliliters, millilitres, mL
volume fl oz 1 40|fluid ounce|fl oz, fluid ounces, fl. oz.
volume pint 1 20|pint|pints, US pints
volume cup 1 12|cup|cups, cups, US cups
volume imperial gallon 1 30|imperial gallon|imperial gallons, UK gallons, British gallons
volume imperial pint 1 20|imperial pint|imperial pints, UK pints, British pints
volume quart 1 20|quart|quarts
volume cl 5 90|centiliter|cl, ~cl, centiliters, centilitres
area km² 1 9000|square kilometer|km², km2, sq km, square kilometers, square kilometres
area mi² 1 5000|square mile|square miles, sq mi, sq miles, mi²
area m² 10 900|square meter|m², m2, square meters, square metres, sq m, sqm
area ft² 100 5000|square foot|square feet, sq ft, sqft, ft²
area ha 1 900|hectare|hectares, ha
area acre 1 900|acre|acres
speed km/h 20 300|kilometer per hour|km/h, ~km/h, kmh, kph, kilometers per hour, km per hour
speed mph 5 200|mile per hour|mph, ~mph, miles per hour, miles an hour
speed knot 5 60|knot|knots, kn, knots
speed m/s 2 60|meter per second|m/s, meters per second, metres per second
time h 1 72|hour|hours, hours, h, hrs
time min 10 900|minute|minutes, min, mins
time s 60 9000|second|seconds, s, sec
time day 1 60|day|days
time week 1 20|week|weeks
pressure bar 1 4|bar|bar, bars
pressure psi 15 60|psi|psi, PSI
pressure kPa 100 300|kilopascal|kPa, kilopascals
data GB 1 60|gigabyte|GB, ~GB, gigabytes, gigs
data MB 50 9000|megabyte|MB, ~MB, megabytes
energy kcal 50 2500|kilocalorie|kcal, kilocalories
energy kJ 200 9000|kilojoule|kJ, kilojoules
power kW 40 300|kilowatt|kW, kilowatts
power hp 50 400|horsepower|hp, horsepower
"""

# What people convert into what, the usual pairs first and more often.
_PAIRS = """
km mi,km mi,km mi,mi km,mi km,mi km,mi m,km m,m km
m ft,m ft,ft m,ft m,cm inch,cm inch,inch cm,inch cm
m yd,yd m,ft cm,cm ft,mm inch,inch mm,cm m,inch ft,yd ft,km ft,m mi
nautical mile km,nautical mile km,nautical mile mi,km nautical mile,mi nautical mile
kg lb,kg lb,kg lb,lb kg,lb kg,lb kg
oz g,g oz,stone kg,kg stone,stone lb,lb oz,oz lb,g lb,lb g,tonne lb,kg oz,tonne kg
L gal,L gal,gal L,gal L,ml fl oz,fl oz ml,pint L,L pint,cup ml,ml cup,imperial gallon L,L imperial gallon
imperial pint ml,imperial pint L,gal imperial gallon,imperial gallon gal,quart L,L quart,cl fl oz,L fl oz,L ml
km² mi²,km² mi²,mi² km²,mi² km²,m² ft²,m² ft²,ft² m²,ft² m²,ha acre,acre ha,acre m²,ha km²,km² ha,acre km²
km/h mph,km/h mph,km/h mph,mph km/h,mph km/h,mph km/h
knot km/h,knot mph,km/h knot,mph knot,m/s km/h,m/s mph,km/h m/s
h min,min h,day h,h day,week day,day week,week h,min s,s min,h s,day min
bar psi,psi bar,psi kPa,kPa psi,GB MB,MB GB,kcal kJ,kJ kcal,kW hp,hp kW
"""

TEMPERATURES = (("°C", "°F"), ("°F", "°C"), ("°C", "°F"), ("°F", "°C"), ("°C", "K"), ("K", "°C"), ("°F", "K"))


def _units() -> dict[str, Unit]:
    found = {}
    for line in _TABLE.strip().splitlines():
        head, one, ways = line.split("|")
        kind, *code, low, high = head.split()
        name = " ".join(code)
        found[name] = Unit(name, kind, float(low), float(high), one, tuple(ways.split(", ")))
    return found


UNITS = _units()
"""By the name that the tool gets."""


def _pairs() -> tuple[tuple[str, str], ...]:
    """Pairs of codes; a code may hold spaces, so the split is where both halves are units."""
    found = []
    for pair in _PAIRS.strip().replace("\n", ",").split(","):
        words = pair.split()
        halves = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words))]
        found.append(next((a, b) for a, b in halves if a in UNITS and b in UNITS))
    return tuple(found)


PAIRS = _pairs()
"""From and to, the usual ones more than once."""


def measure(draw: Draw, code: str, value: float | None = None) -> Slot:
    """A value in this unit; meant as [number, code]."""
    value = value_of(draw, UNITS[code]) if value is None else value
    return Slot(said_measure(draw, value, code), [value, code])


def said_measure(draw: Draw, value: float, code: str) -> str:
    """``5 km``, ``5km`` or ``five kilometers``."""
    way = draw.one(UNITS[code].ways)
    number = said_number(draw, value)
    if way.startswith("~"):
        return f"{number if number[-1].isdigit() else value}{way[1:]}"
    return f"{number} {UNITS[code].one if value == 1 and _is_plural(way) else way}"


def unit(draw: Draw, code: str) -> Slot:
    """The unit as one says it after "in" or "how many"."""
    return Slot(draw.one([way for way in UNITS[code].ways if way[0] != "~"]), code)


def one_unit(draw: Draw, code: str) -> Slot:
    """``a mile`` or ``one mile``."""
    one = UNITS[code].one
    article = "an" if one[0] in "aeio" or one == "hour" else "a"
    return Slot(f"{draw.one((article, article, 'one', '1'))} {one}", code)


def value_of(draw: Draw, unit: Unit) -> float:
    """A usual value: mostly whole, now and then with decimals or ten times as much."""
    value = draw.random.uniform(unit.low, unit.high)
    if unit.kind != "temperature" and draw.chance(0.08):
        value *= 10
    if draw.chance(0.3):
        return tidy(round(value, draw.one((1, 1, 2))))
    rounded = max(1, round(value)) if unit.kind != "temperature" else round(value)
    return rounded if rounded < 100 or draw.chance(0.4) else round(rounded, -1)


def counted(value: float, code: str) -> str:
    """``5 km``, ``1 acre``, ``5 acres``: symbols stay as they are."""
    return f"{value} {code if value == 1 else _PLURALS.get(code, code)}"


def is_are(value: float, code: str) -> str:
    """``1 km is``, ``5 km are``."""
    return f"{counted(value, code)} {'is' if value == 1 else 'are'}"


_WORDS = (
    "nautical mile",
    "tonne",
    "pint",
    "cup",
    "imperial gallon",
    "imperial pint",
    "quart",
    "acre",
    "knot",
)
_PLURALS = {code: f"{code}s" for code in (*_WORDS, "day", "week")} | {"inch": "inches"}
"""Units that the expert calls by a word."""


def _is_plural(way: str) -> bool:
    return way == "feet" or (way.endswith("s") and len(way) > 2 and "/" not in way)
