"""What a right answer must say: facts, and whether an answer says them.

A fact is an object of one of these forms; every fact of a question must be said.

    {"text": ["Lisbon", "Lisboa"]}          one of these, as whole words, whatever case and accents
    {"number": 5571, "within": 0.005}       a number up to this relative difference (0.005 unless given)
    {"date": "2026-04-06"}                  this day in any usual way of writing; another year is wrong
    {"yes": false}                          it affirms, or denies
    {"clock": "Asia/Tokyo"}                 what the clock shows in this time zone, five minutes off at most
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime
from typing import Any

from umi.errors import InputError
from umi.tools.travel.names import normalise
from umi.tools.travel.zones import zone
from umi.written import clock_times, dates, numbers

Fact = Mapping[str, Any]

WITHIN = 0.005
"""Relative difference that a number may have where its fact does not say."""

CLOCK_MINUTES = 5
_DAY_MINUTES = 24 * 60

_YES = re.compile(
    r"\W*(?:(?:well|actually|oh|indeed)\W+)?(?:(?:yes|yep|yeah|yup)\b|(?:correct|true)[,.!])", re.I
)
_NO = re.compile(
    r"\W*(?:(?:well|actually|oh|unfortunately|sadly|sorry)\W+)*(?:no|nope|incorrect|false)\b", re.I
)
_DENIAL = re.compile(
    r"\b(?:not|no|never|neither|nor|none|nothing|cannot|isnt|arent|doesnt|wont|wasnt|false)\b|n['\u2019]t\b",
    re.I,
)
# What follows explains or adds: "It is a holiday, so banks are not open."
_CLAUSE_END = re.compile(
    r"(?<!\b(?:st|mt|dr))(?<!\b(?:jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec))(?<!\.\w)[.!?](?=\s|$)|;"
    r"|,?\s+\b(?:so|but|because|although|though|while|whereas|unlike|which means)\b",
    re.I,
)


def missing(answer: str, facts: Iterable[Fact], now: datetime | None = None) -> list[str]:
    """One short sentence for each fact that the answer does not say.

    ``now`` is when it was given, for clocks; a day may be named without its year, as whoever
    asks for one has said which.

    Raises:
        InputError: a fact is none (see ``check_fact``).
    """
    moment = now or datetime.now(UTC)
    return [f"It does not say {_wanted(fact)}." for fact in facts if not _says(answer, fact, moment)]


def check_fact(fact: Fact) -> None:
    """Check the form of a fact.

    Raises:
        InputError: it has none of the forms above, or a value that cannot be.
    """
    kind = _kind(fact)
    if not _POSSIBLE[kind](fact[kind]):
        raise InputError(f"the fact {kind} cannot be {fact[kind]!r}")
    within = fact.get("within", WITHIN)
    if not _is_number(within) or not 0 <= within < 1:
        raise InputError(f"within must be a number from 0 to 1, not {within!r}")


def _kind(fact: Fact) -> str:
    kinds = [key for key in fact if key in _SAID] if isinstance(fact, Mapping) else []
    if len(kinds) != 1 or set(fact) - {*kinds, *(["within"] if kinds == ["number"] else [])}:
        raise InputError(f"a fact is an object with one of {', '.join(_SAID)}, not {fact!r}")
    return kinds[0]


def _says(answer: str, fact: Fact, now: datetime) -> bool:
    check_fact(fact)
    return _SAID[_kind(fact)](answer, fact, now)


def _text(answer: str, fact: Fact, _now: datetime) -> bool:
    said = f" {_plain(answer)} "
    return any(f" {_plain(way)} " in said for way in fact["text"])


def _plain(text: str) -> str:
    """Words in small letters without accents, a blank between them: ``St. Gallen's`` is ``st gallen``."""
    text = re.sub(r"(?<=\d)T(?=\d\d:)", " ", re.sub(r"['\u2019]s\b", "", text))
    text = normalise(text)
    text = " ".join(re.sub(r"[\W_]+", " ", text).split())
    text = re.sub(r"\b([ap]) m\b", r"\1m", text)
    return re.sub(r"\bsaint\b", "st", re.sub(r"(?<=\d)(?=[ap]m\b)", " ", text))


def _number(answer: str, fact: Fact, _now: datetime) -> bool:
    wanted = float(fact["number"])
    # The last term forgives what binary fractions lose, where nothing else is forgiven.
    allowed = fact.get("within", WITHIN) * abs(wanted) + 1e-9 * max(1.0, abs(wanted))
    return any(abs(number - wanted) <= allowed for number in numbers(answer))


def _date(answer: str, fact: Fact, _now: datetime) -> bool:
    day = date.fromisoformat(fact["date"])
    return any(
        (written.month, written.day) == (day.month, day.day)
        and written.year in (None, day.year, day.year % 100)
        for written in dates(answer)
    )


def _yes(answer: str, fact: Fact, _now: datetime) -> bool:
    return affirms(answer) is fact["yes"]


def affirms(answer: str) -> bool | None:
    """Whether the answer to a yes-no question affirms or denies; None where it says nothing.

    A yes or no at its beginning decides; otherwise a denial in its first clause.
    """
    if not re.search(r"\w", answer):
        return None
    if _YES.match(answer) or _NO.match(answer):
        return _YES.match(answer) is not None
    end = _CLAUSE_END.search(answer)
    return not _DENIAL.search(answer[: end.start()] if end else answer)


def _clock(answer: str, fact: Fact, now: datetime) -> bool:
    local = now.astimezone(zone(fact["clock"]))
    minute = local.hour * 60 + local.minute
    gaps = [(said - minute) % _DAY_MINUTES for said in clock_times(answer)]
    return any(min(gap, _DAY_MINUTES - gap) <= CLOCK_MINUTES for gap in gaps)


_SAID: dict[str, Callable[[str, Fact, datetime], bool]] = {
    "text": _text,
    "number": _number,
    "date": _date,
    "yes": _yes,
    "clock": _clock,
}


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < float("inf")


def _is_texts(value: Any) -> bool:
    return (
        isinstance(value, list)
        and bool(value)
        and all(isinstance(way, str) and bool(_plain(way)) for way in value)
    )


def _is_date(value: Any) -> bool:
    try:
        return bool(date.fromisoformat(value).isoformat() == value)
    except (TypeError, ValueError):
        return False


def _is_zone(value: Any) -> bool:
    try:
        zone(value)
    except (AttributeError, OSError, ValueError):
        return False
    return True


_POSSIBLE: dict[str, Callable[[Any], bool]] = {
    "text": _is_texts,
    "number": _is_number,
    "date": _is_date,
    "yes": lambda value: isinstance(value, bool),
    "clock": _is_zone,
}


def _wanted(fact: Fact) -> str:
    """What the fact asks for, as the end of a sentence."""
    match _kind(fact):
        case "text":
            return " or ".join(fact["text"])
        case "number":
            return f"{fact['number']:,}"
        case "yes":
            return "yes" if fact["yes"] else "no"
        case "clock":
            return f"what time it is in {fact['clock']}"
    return f"the {fact['date']}"
