"""Countries against each other: which has more people or land, whether they share a currency."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, partial
from typing import NamedTuple

from training.travel.comparing import compared, verdict
from training.travel.desk import Desk, Fact, Unusable, listed
from training.travel.draw import Draw, Slot, held_out
from training.travel.facts import number, text, yes
from training.travel.families.country_facts import Info, clause, facts_of, start, the
from training.travel.family import Family
from training.travel.places import countries
from umi.tools.travel.countries import country_info


class Size(NamedTuple):
    """A way of comparing countries; ``field`` of the tool, and how the expert says the result."""

    field: str
    aspect: str
    has: str
    most: tuple[str, str]
    more: tuple[str, str]
    others: tuple[tuple[str, ...], tuple[str, ...]]


PEOPLE = Size(
    field="population",
    aspect="population",
    has="{} inhabitants",
    most=("has the most inhabitants", "has the fewest inhabitants"),
    more=("has more inhabitants", "has fewer inhabitants"),
    others=(("has more people", "has a larger population"), ("has fewer people", "has a smaller population")),
)
LAND = Size(
    field="area_km2",
    aspect="area",
    has="an area of {} km²",
    most=("is the largest", "is the smallest"),
    more=("is larger", "is smaller"),
    others=(("is bigger", "has a larger area"), ("has a smaller area", "is the smaller")),
)


def two_countries(draw: Draw) -> Mapping[str, Slot]:
    """Two different countries."""
    a = b = draw.country()
    while b.meant == a.meant:
        b = draw.country()
    return {"a": a, "b": b}


def _three(draw: Draw) -> Mapping[str, Slot]:
    slots = dict(two_countries(draw))
    while (c := draw.country()).meant in (slots["a"].meant, slots["b"].meant):
        pass
    return {**slots, "c": c}


@cache
def _using(dev: bool) -> dict[str, list[str]]:
    """Currency → the countries of the split that use it, where they are several."""
    found: dict[str, list[str]] = {}
    for country in countries():
        if held_out(country) == dev:
            found.setdefault(country_info(country)["currency"], []).append(country)
    return {code: names for code, names in found.items() if len(names) > 1}


def _maybe_same_money(draw: Draw) -> Mapping[str, Slot]:
    """Two countries, in half of all draws with one currency where there are such."""
    if not _using(draw.dev) or draw.chance(0.5):
        return two_countries(draw)
    a, b = draw.random.sample(draw.one(list(_using(draw.dev).values())), 2)
    return {"a": draw.said_country(a), "b": draw.said_country(b)}


def infos(desk: Desk, aspect: str, *countries: str) -> list[Info]:
    """What the tool says of the countries; what is learnt of each comes before the next call."""
    found: list[Info] = []
    for country in countries:
        known = start(f"{clause(aspect, found[-1])}.") if found else ""
        found.append(desk.call("country_info", known, country=country))
    return found


def winner_fact(size: Size, name: str, smaller: bool) -> Fact:
    """The answer says that this country has more (or less)."""
    ways = (size.more[smaller], size.most[smaller], *size.others[smaller])
    return text(*(f"{name.removeprefix('the ')} {way}" for way in ways))


def _solve_which(size: Size, smaller: bool, desk: Desk, **named: str) -> None:
    found = infos(desk, size.aspect, *named.values())
    sizes = {the(info["country"]): info[size.field] for info in found}
    best = (min if smaller else max)(sizes, key=lambda name: sizes[name])
    if len(set(sizes.values())) < len(sizes):
        raise Unusable("two are equal")
    extreme = compared(desk, start(f"{clause(size.aspect, found[-1])}."), *sizes.values(), least=smaller)
    told = listed([f"{name} has {size.has.format(amount)}" for name, amount in sizes.items()])
    wins = f"{best} {(size.more if len(found) == 2 else size.most)[smaller]}"
    numbers = listed([str(amount) for name, amount in sizes.items() if name != best])
    than = f" than {next(name for name in sizes if name != best)}" if len(found) == 2 else ""
    answer = f"{wins}{than}: {sizes[best]} against {numbers}{' km²' if size is LAND else ''}."
    facts = winner_fact(size, best, smaller), number(sizes[best])
    desk.finish(start(f"{told}, {extreme}, so {wins}."), start(answer), *facts)


def _solve_whether(size: Size, smaller: bool, desk: Desk, a: str, b: str) -> None:
    first, second = infos(desk, size.aspect, a, b)
    mine, other = first[size.field], second[size.field]
    if mine == other:
        raise Unusable("they are equal")
    right = (mine < other) is smaller
    larger = compared(desk, start(f"{clause(size.aspect, second)}."), mine, other)
    name, rival = the(first["country"]), the(second["country"])
    told = f"{name} has {size.has.format(mine)} and {rival} has {size.has.format(other)}"
    found = f"{name} {size.more[mine < other]}"
    answer = f"{'Yes' if right else 'No'}, {found} than {rival}: {mine} against {other}"
    unit = " km²" if size is LAND else ""
    judged = verdict(f"it {size.more[mine < other]}", f"it {size.more[smaller]}")
    desk.finish(f"{start(told)}, {larger}, so {found}. {judged}", f"{answer}{unit}.", yes(right))


def _solve_same_money(desk: Desk, a: str, b: str) -> None:
    first, second = infos(desk, "currency", a, b)
    codes = [info["currency"] for info in (first, second)]
    if None in codes:
        raise Unusable("no currency")
    same = codes[0] == codes[1]
    told = f"{clause('currency', first)} and {clause('currency', second)}"
    known = start(f"{told}, so they {'are the same' if same else 'differ'}.")
    desk.finish(known, f"{'Yes' if same else 'No'}, {told}.", yes(same))


def _solve_both(aspect: str, desk: Desk, a: str, b: str) -> None:
    first, second = infos(desk, aspect, a, b)
    told = f"{clause(aspect, first)} and {clause(aspect, second)}"
    names = f"{the(first['country'])} and of {the(second['country'])}"
    facts = [fact for info in (first, second) for fact in facts_of(aspect, info)]
    desk.finish(f"I know the {aspect} of {names}.", start(f"{told}."), *facts)


FAMILIES = (
    Family("more_people", two_countries, partial(_solve_which, PEOPLE, False), weight=0.8),
    Family("fewer_people", two_countries, partial(_solve_which, PEOPLE, True), weight=0.3),
    Family("larger_country", two_countries, partial(_solve_which, LAND, False), weight=0.7),
    Family("smaller_country", two_countries, partial(_solve_which, LAND, True), weight=0.3),
    Family("most_people", _three, partial(_solve_which, PEOPLE, False), weight=0.3),
    Family("largest_country", _three, partial(_solve_which, LAND, False), weight=0.3),
    Family("smallest_country", _three, partial(_solve_which, LAND, True), weight=0.2),
    Family(
        "whether_more_people",
        two_countries,
        partial(_solve_whether, PEOPLE, False),
        weight=0.3,
        asks="whether more people",
    ),
    Family("whether_larger", two_countries, partial(_solve_whether, LAND, False), weight=0.3),
    Family("same_currency", _maybe_same_money, _solve_same_money, weight=0.5),
    Family("two_capitals", two_countries, partial(_solve_both, "capital"), weight=0.4),
    Family("two_currencies", two_countries, partial(_solve_both, "currency"), weight=0.4),
    Family("two_populations", two_countries, partial(_solve_both, "population"), weight=0.3),
    Family("two_phone_codes", two_countries, partial(_solve_both, "phone code"), weight=0.3),
)
