"""Figures of countries worked out: density, ratios, sums, and areas in other units."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from training.travel.comparing import compared
from training.travel.desk import Desk, Unusable
from training.travel.draw import Draw, Slot
from training.travel.facts import number, text
from training.travel.families.countries import country_of
from training.travel.families.country_facts import Info, clause, clauses, start, the
from training.travel.families.country_pairs import LAND, PEOPLE, Size, infos, two_countries
from training.travel.family import Family
from training.travel.measures import counted, unit


def _unit(draw: Draw) -> Mapping[str, Slot]:
    return {"country": draw.country(), "to": unit(draw, draw.one(("mi²", "mi²", "mi²", "ha", "acre")))}


def quotient(desk: Desk, known: str, above: float, below: float) -> float:
    """The ratio; nobody asks for one below a hundredth."""
    found = desk.call("calculate", known, expression=f"{above} / {below}")["value"]
    if found < 0.01:
        raise Unusable("a crumb")
    return float(found) if isinstance(found, float) else int(found)


def density(desk: Desk, info: Info) -> float:
    """Inhabitants for each km²."""
    known = start(f"{clauses(['population', 'area'], info)}.")
    return quotient(desk, known, info["population"], info["area_km2"])


def _solve_density(desk: Desk, country: str) -> None:
    info = desk.call("country_info", country=country)
    found, name = density(desk, info), the(info["country"])
    answer = f"The population density of {name} is {found} inhabitants per km²."
    desk.finish(f"I know the population density of {name}.", answer, number(found, 0.01))


def _solve_denser(desk: Desk, a: str, b: str) -> None:
    first = desk.call("country_info", country=a)
    densities = {the(first["country"]): density(desk, first)}
    second = desk.call("country_info", _told(densities), country=b)
    densities[the(second["country"])] = density(desk, second)
    larger = compared(desk, _told(densities), *densities.values())
    best, other = sorted(densities, key=lambda name: -densities[name])
    told = " and ".join(f"{name} has {found} inhabitants per km²" for name, found in densities.items())
    wins = f"{best} is more densely populated"
    answer = f"{wins} than {other}: {densities[best]} against {densities[other]} inhabitants per km²."
    facts = text(wins, f"{best} is denser", f"{best} has the higher"), number(densities[best], 0.01)
    desk.finish(start(f"{told}, {larger}, so {wins}."), start(answer), *facts)


def _told(densities: Mapping[str, float]) -> str:
    """The sentence on the country that was looked up last."""
    name, found = list(densities.items())[-1]
    return f"The population density of {name} is {found} inhabitants per km²."


def _solve_times(size: Size, desk: Desk, a: str, b: str) -> None:
    first, second = infos(desk, size.aspect, a, b)
    known = start(f"{clause(size.aspect, second)}.")
    found = quotient(desk, known, first[size.field], second[size.field])
    name, rival = the(first["country"]), the(second["country"])
    answer = f"The {size.aspect} of {name} is {found} times the {size.aspect} of {rival}."
    desk.finish(f"I know the ratio of {name} to {rival}.", answer, number(found, 0.01))


def _solve_together(size: Size, desk: Desk, a: str, b: str) -> None:
    first, second = infos(desk, size.aspect, a, b)
    known = start(f"{clause(size.aspect, second)}.")
    found = desk.call("calculate", known, expression=f"{first[size.field]} + {second[size.field]}")["value"]
    names = f"{the(first['country'])} and {the(second['country'])}"
    what = "inhabitants" if size is PEOPLE else "km²"
    desk.finish(
        f"I know the {size.aspect} of {names} together.",
        start(f"{names} together have {found} {what}."),
        number(found),
    )


def _solve_gap(size: Size, desk: Desk, a: str, b: str) -> None:
    found = infos(desk, size.aspect, a, b)
    known = start(f"{clause(size.aspect, found[1])}.")
    less, more = sorted(info[size.field] for info in found)
    gap = desk.call("calculate", known, expression=f"{more} - {less}")["value"]
    names = " and ".join(the(info["country"]) for info in found)
    told = f"the difference in {size.aspect} between {names}"
    answer = f"{told} is {gap} {'inhabitants' if size is PEOPLE else 'km²'}."
    desk.finish(f"I know {told}.", start(answer), number(gap))


def _solve_area(desk: Desk, country: str, to: str) -> None:
    info = desk.call("country_info", country=country)
    known, name = start(f"{clause('area', info)}."), the(info["country"])
    call = {"value": info["area_km2"], "from_unit": "km²", "to_unit": to}
    found = counted(amount := desk.call("convert_units", known, **call)["value"], to)
    desk.finish(f"I know the area of {name} in {to}.", f"The area of {name} is {found}.", number(amount))


FAMILIES = (
    Family("country_density", country_of, _solve_density, weight=0.8),
    Family("denser_country", two_countries, _solve_denser, weight=0.3),
    Family("times_the_people", two_countries, partial(_solve_times, PEOPLE), weight=0.3),
    Family("times_the_area", two_countries, partial(_solve_times, LAND), weight=0.3),
    Family("people_together", two_countries, partial(_solve_together, PEOPLE), weight=0.3),
    Family("area_together", two_countries, partial(_solve_together, LAND), weight=0.2),
    Family("people_gap", two_countries, partial(_solve_gap, PEOPLE), weight=0.3),
    Family("area_gap", two_countries, partial(_solve_gap, LAND), weight=0.2, dev_only=True),
    Family("country_area_in", _unit, _solve_area, weight=0.5),
)
