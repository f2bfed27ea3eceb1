"""Ends of a flight, as users say them and as the tools find them: cities, airports' names, IATA codes."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any

from training.travel.desk import Desk, ToolFailed, Unusable
from training.travel.draw import Draw, Slot, named
from training.travel.families.namesakes import namesake
from umi.tools.travel.airports import MOST

End = dict[str, str]
"""``iata``; or ``city``, ``country`` where it is said, ``truth`` where the city is mistyped."""

CODES = """AMS ARN ATH ATL AUH AYT BCN BER BGO BKK BLQ BLR BNE BOG BOM BOS BRU BUD CAI CAN CCU CDG CGK CGN
CHC CLT CMB CMN CPH CPT CTA CTS CUN CVG DAC DAR DEL DEN DFW DME DMK DOH DPS DRS DTW DUB DUS DXB EDI EVN EWR
EZE FCO FLR FNC FRA FUK GDN GIG GLA GOT GRU GVA GYD HAJ HAM HAN HEL HKG HKT HND HNL IAD IAH IBZ ICN IKA INN
IST ITM JED JFK JNB JRO KEF KIX KRK KTM KUL LAS LAX LCY LED LGA LGW LHR LIM LIN LIS LOS LPA LTN LUX LYS MAA
MAD MAN MCO MDW MEL MEX MIA MLA MNL MRS MSP MSY MUC MXP NAP NBO NCE NRT OKA OPO ORD ORY OSL OTP PDX PEK PER
PHL PHX PMI PMO PRG PTY PUJ PVG RAK RIX RUH SAN SCL SEA SFO SGN SIN SJU SKG SLC SOF STN STR STL SVO SYD SZG
TAS TBS TFS TIA TLL TLS TLV TPE TRN TUN VCE VIE VLC VNO WAW WLG XIY YEG YOW YUL YVR YYC YYZ ZAG ZNZ ZQN
ZRH"""

AIRPORT_NAMES = """Heathrow|Gatwick|Stansted|Schiphol|Charles de Gaulle|Fiumicino|Malpensa|Linate|Barajas|
Kastrup|Arlanda|Changi|Narita|Incheon|Suvarnabhumi|Don Mueang|Sheremetyevo|Ben Gurion|Dulles|O'Hare|
LaGuardia|Ezeiza|Galeão"""

ISLANDS_AND_RESORTS = """Santorini|Mallorca|Ibiza|Menorca|Tenerife|Lanzarote|Fuerteventura|Gran Canaria|
Madeira|Corfu|Rhodes|Mykonos|Zakynthos|Kos|Zanzibar|Seychelles|Martinique|Bora Bora|Punta Cana|Los Cabos|
Cozumel|Jeju|Okinawa|Phuket|Langkawi|Koh Samui|Phu Quoc|Key West|Aspen|Jackson Hole|Kona|Hilo|Pisa|Guernsey|
Jersey|Isle of Man|Longyearbyen"""

_NEAREST = re.compile(r"the nearest is (\w+), (\d+) km away")


def draw_end(draw: Draw) -> Slot:
    """Mostly a city; sometimes a code, an airport's or island's name, a mistyped or ambiguous city."""
    share = draw.random.random()
    if share < 0.12:
        return draw_code(draw)
    if share < 0.19:
        slot = draw.one((draw_airport_name, draw_island))(draw)
        return Slot(slot.said, {"city": slot.meant})
    if share < 0.23:
        return mistyped(draw)
    return namesake(draw) if share < 0.27 else draw.place()


def draw_airport_name(draw: Draw) -> Slot:
    """An airport by what people call it."""
    name = draw.of_split([name.strip() for name in AIRPORT_NAMES.split("|")])
    return Slot(name, name)


def draw_island(draw: Draw) -> Slot:
    """An island or a resort whose airport has its name."""
    name = draw.of_split([name.strip() for name in ISLANDS_AND_RESORTS.split("|")])
    return Slot(name, name)


def mistyped(draw: Draw) -> Slot:
    """A city with a slip in its name, and what is meant."""
    truth = draw.city().meant
    wrong = draw.misspelt(truth)
    return Slot(wrong, {"city": wrong, "truth": truth})


def draw_code(draw: Draw) -> Slot:
    """An IATA code, mostly a well-known one."""
    code = draw.of_split(CODES.split() if draw.chance(0.7) else international_codes())
    return Slot(code, {"iata": code})


@cache
def international_codes() -> list[str]:
    """Codes of all airports that call themselves international."""
    import airportsdata

    airports = airportsdata.load("IATA").items()
    return [code for code, airport in airports if "International" in airport["name"]]


def draw_ends(draw: Draw, names: str, *, codes: bool | None = None) -> dict[str, Slot]:
    """Different ends under these one-letter names; ``codes`` forces or forbids that all are codes."""
    if codes is None:
        codes = draw.chance(0.08)
    found: dict[str, Slot] = {}
    while len(found) < len(names):
        slot = draw_code(draw) if codes else draw_end(draw)
        # Three mistyped cities would take more steps than a run has.
        if len(names) == 2 or "truth" not in slot.meant:
            found[json.dumps(slot.meant)] = slot
    return dict(zip(names, found.values(), strict=True))


def said(end: End) -> str:
    """The end as answers name it."""
    return end.get("iata") or end.get("truth") or named(end)


def names(end: End, other: End) -> tuple[str, ...]:
    """What a right answer may call the end; without country or state where that means no other end."""
    short = end.get("city", "").partition(",")[0]
    plain = short and "truth" not in end and short != other.get("city", "").partition(",")[0]
    return tuple(dict.fromkeys((said(end), short))) if plain else (said(end),)


def main_airports(desk: Desk, *ends: End) -> tuple[str, ...]:
    """The ends' IATA codes, and last what the planner has just learnt, as a sentence or nothing.

    An airport that the tool names as the nearest stands in for a city without one; gives up
    where there is none.
    """
    codes, known = [], ""
    for end in ends:
        code = end.get("iata")
        if code is None:
            code, known = main_airport(desk, end, known)
        codes.append(code)
    return (*codes, known)


def main_airport(desk: Desk, end: End, known: str) -> tuple[str, str]:
    """The IATA code of one end that is no code, and the sentence that says so; else as ``main_airports``."""
    name = said(end)
    try:
        iata = str(airports(desk, end, known)[0]["iata"])
    except ToolFailed as error:
        near = nearest(error)
        if near is None:
            desk.give_up(f"There is no airport in {name}.")
        return near[0], f"The airport nearest to {name} is {near[0]}."
    return iata, f"The airport of {name} is {iata}."


def airports(desk: Desk, end: End, known: str = "") -> list[dict[str, Any]]:
    """What ``find_airports`` tells; a mistyped name is corrected as the tool suggests.

    Raises:
        ToolFailed: the city has none.
        Unusable: the mistyped name is another place's.
    """
    if "truth" not in end:
        return list(desk.call("find_airports", known, **end))
    steps = len(desk.steps)
    found = desk.call_right("find_airports", "city", end["truth"], known, city=end["city"])
    if len(desk.steps) == steps + 2:
        raise Unusable(f"{end['city']} is a place too")
    return list(found)


def all_airports(desk: Desk, city: End, known: str = "") -> list[dict[str, Any]]:
    """The city's airports.

    Raises:
        ToolFailed: it has none.
        Unusable: the tool may have left some out.
    """
    found = airports(desk, city, known)
    if len(found) >= MOST:
        raise Unusable("perhaps not all")
    return found


def nearest(error: ToolFailed) -> tuple[str, int] | None:
    """Code and distance in km of the airport that the tool names instead; None where it names none."""
    found = _NEAREST.search(str(error))
    return (found[1], int(found[2])) if found else None


def fly(desk: Desk, known: str, origin: str, destination: str) -> dict[str, Any]:
    """``km``, ``miles`` and ``hours`` from airport to airport.

    Raises:
        Unusable: both are the same airport.
    """
    if origin == destination:
        raise Unusable(f"both at {origin}")
    return dict(desk.call("flight_distance", known, origin=origin, destination=destination))


def amount(value: float, unit: str) -> str:
    """``2.5 hours`` but ``1 hour``."""
    return f"{value} {unit.removesuffix('s') if value == 1 else unit}"
