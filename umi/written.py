"""Reading numbers, dates and times of day out of English text, in the usual ways of writing them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple


class WrittenDate(NamedTuple):
    """A day as somebody wrote it; ``year`` is None where it was left out, below 100 where it was short."""

    year: int | None
    month: int
    day: int


_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH = (
    r"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAY = r"\d{1,2}(?!\d)(?:st\b|nd\b|rd\b|th\b|\.)?"
_JOINT = r"\s*(?:and|or|to|until|&|-|\N{EN DASH})\s*"
_DAY_MONTH = re.compile(
    rf"(?<![\w.,:])({_DAY}(?:(?:,\s*|,?{_JOINT}){_DAY})*)[\s-]*(?:of\s+)?{_MONTH}(?:[\s,-]*(\d{{4}})\b)?",
    re.I,
)
# No comma between days here: in "May 1, 12 hours" the 12 is no day.
_MONTH_DAY = re.compile(rf"\b{_MONTH}\s*(?:the\s+)?({_DAY}(?:{_JOINT}{_DAY})*)(?:,?\s*(\d{{4}})\b)?", re.I)
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
_YEAR_LAST = re.compile(r"(?<![\d.])(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?!\d)")

_HALF_DAY = r"([ap])\.?\s?m\b\.?|in the (morning|afternoon|evening)\b|at (night)\b"
_CLOCK = re.compile(
    r"(?<![\d:+.\N{MINUS SIGN}-])([01]?\d|2[0-4])(?:[:.h]([0-5]\d)(?::[0-5]\d)?)?(?![\d:])"
    rf"\s?(?:{_HALF_DAY})?",
    re.I,
)
_COLON_TIME = re.compile(rf"[+-]?\b\d{{1,2}}:\d{{2}}(?::\d{{2}})?(?:\s?(?:{_HALF_DAY}))?", re.I)
_HOUR_TIME = re.compile(rf"\b\d{{1,2}}(?:\.\d\d)?\s?(?:{_HALF_DAY}|o'clock)", re.I)

_WORDS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
]
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "1/2": 0.5, "1/4": 0.25, "3/4": 0.75, "half": 0.5}
_SCALES = {
    "k": 1e3, "thousand": 1e3, "m": 1e6, "mn": 1e6, "mio": 1e6, "mln": 1e6, "million": 1e6,
    "bn": 1e9, "billion": 1e9, "trillion": 1e12,
}  # fmt: skip
_BLANKS = r" \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}"
_MARK = rf"(?P<mark>[,.'\N{{RIGHT SINGLE QUOTATION MARK}}{_BLANKS}])"
_GROUPED = rf"[1-9]\d{{0,2}}{_MARK}\d{{3}}(?:(?P=mark)\d{{3}})*(?!\d)(?:[.,]\d+)?"
_NUMBER = re.compile(
    # Neither A320, A-380 nor UTC+9 is a number that somebody gives as an answer.
    r"(?<!\w)(?<![A-Za-z][-+])(?P<sign>[-\N{MINUS SIGN}]|(?:minus|negative)\s+)?"
    rf"(?:(?P<digits>{_GROUPED}|\d+(?:[.,]\d+)?(?:e[+-]?\d+)?)(?!\d|(?:st|nd|rd|th)\b)"
    rf"|(?P<word>{'|'.join(_WORDS)})\b)"
    r"(?:\s?(?P<fraction>½|¼|¾|1/2|1/4|3/4)|\s+and\s+a\s+(?P<half>half)\b)?"
    r"(?:\s?(?P<scale>thousand|million|billion|trillion|mio|mln|mn|bn)s?\b|(?P<letter>[kKmM])\b)?",
    re.I,
)
_OPPOSITE = re.compile(
    r"\s?(?:h|hrs?|hours?)\s(?:behind|earlier)\b"
    r"|\s?(?:°|degrees?)?\s?(?:[CF]\s)?(?:below|south|west)\b|\s?°?\s?(?-i:[SW])\b",
    re.I,
)
_NO_COUNT = re.compile(r"\b(?:no|the|this|that|which|every|each|any|some)\s+one\b|\bone\s+of\b", re.I)
_SPOKEN = (
    (re.compile(r"\ban hour and a half\b", re.I), 1.5),
    (re.compile(r"(?<!half )\ban hour\b(?! and a half)", re.I), 1.0),
    (re.compile(r"\bhalf an hour\b", re.I), 0.5),
)
_DURATION = re.compile(
    r"(?<![\w.,:])(\d{1,3})(?:\s*(?:h|hrs?|hours?),?\s*(?:and\s*)?(\d{1,2})\s*(?:m|mins?|minutes?)\b"
    r"|h(\d{2})\b|:(\d{2})\s*(?:h|hrs?|hours?)\b)",
    re.I,
)


def numbers(text: str) -> list[float]:
    """Every number that the text gives; those inside dates, times of day and codes are left out.

    Thousands may be set apart by comma, point, apostrophe or blank, and decimals by point or
    comma: where both readings are possible ("1,234"), both are given. Scales ("1.4 million"),
    a minus in front, words up to twelve, halves and quarters, and hours with minutes count;
    "54.8° S" and "5 hours behind" may be meant as negative, so they are given with both signs.
    """
    found = [value for pattern, value in _SPOKEN if pattern.search(text)]
    found += [int(hit[1]) + int(hit[2] or hit[3] or hit[4]) / 60 for hit in _DURATION.finditer(text)]
    for hit in _NUMBER.finditer(text := _without_dates_and_times(text)):
        found += _readings(hit)
        if _OPPOSITE.match(text, hit.end()):
            found += [-value for value in _readings(hit)]
    return found


def _without_dates_and_times(text: str) -> str:
    for pattern in (_YEAR_FIRST, _YEAR_LAST, _DAY_MONTH, _MONTH_DAY, _COLON_TIME, _HOUR_TIME, _NO_COUNT):
        text = pattern.sub(" ; ", text)
    return text


def _readings(hit: re.Match[str]) -> Iterator[float]:
    """The values one written number may have."""
    sign = -1 if hit["sign"] else 1
    more = _FRACTIONS.get(hit["fraction"] or hit["half"] or "", 0.0)
    letter = (hit["letter"] or "").lower()
    scale = _SCALES[(hit["scale"] or letter).lower()] if hit["scale"] or letter else 1.0
    for value in [_WORDS.index(hit["word"].lower())] if hit["word"] else _digits(hit["digits"], hit["mark"]):
        yield sign * (value + more) * scale
        if letter == "m":  # "8m" may be metres as well.
            yield sign * value


def _digits(written: str, mark: str | None) -> Iterator[float]:
    """``1,234.5`` by its marks; both readings of a single group of three after a comma or a point."""
    if mark is None or not re.search(rf"{re.escape(mark)}\d{{3}}", written):
        yield float(written.replace(",", "."))
        return
    yield float(written.replace(mark, "").replace(",", "."))
    if mark in ",." and re.fullmatch(r"\d{1,3}[,.]\d{3}", written):
        yield float(written.replace(",", "."))


def dates(text: str) -> set[WrittenDate]:
    """Every day that the text names; ``06/04/2026`` is read both ways, months are English."""
    found = {WrittenDate(int(hit[1]), int(hit[3]), int(hit[4])) for hit in _YEAR_FIRST.finditer(text)}
    for hit in _YEAR_LAST.finditer(text):
        first, second, year = int(hit[1]), int(hit[3]), int(hit[4])
        found |= {WrittenDate(year, second, first), WrittenDate(year, first, second)}
    for hit in _DAY_MONTH.finditer(text):
        found |= set(_days(hit[1], hit[2], hit[3]))
    for hit in _MONTH_DAY.finditer(text):
        found |= set(_days(hit[2], hit[1], hit[3]))
    return found


def _days(days: str, month: str, year: str | None) -> Iterator[WrittenDate]:
    for day in re.findall(r"\d+", days):
        yield WrittenDate(int(year) if year else None, _MONTHS.index(month[:3].lower()) + 1, int(day))


def clock_times(text: str) -> set[int]:
    """Every time of day that the text may name, in minutes since midnight: 14:05, 2:05 pm, 2 p.m., noon."""
    found = {_minutes(hit) for hit in _CLOCK.finditer(_YEAR_FIRST.sub("", text)) if _is_time(hit)}
    if re.search(r"\b(?:noon|midday)\b", text, re.I):
        found.add(12 * 60)
    if re.search(r"\bmidnight\b", text, re.I):
        found.add(0)
    return found


def _is_time(hit: re.Match[str]) -> bool:
    return hit[2] is not None or any(hit.groups()[2:])


def _minutes(hit: re.Match[str]) -> int:
    hour, minute = int(hit[1]), int(hit[2] or 0)
    half = (hit[3] or hit[4] or hit[5] or "").lower()
    if half in ("a", "morning") and hour == 12:
        hour = 0
    late = half in ("p", "afternoon", "evening") or (half == "night" and hour >= 6)
    if late and hour < 12:
        hour += 12
    return (hour * 60 + minute) % (24 * 60)
