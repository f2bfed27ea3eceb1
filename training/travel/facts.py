"""What a right answer must say, in the form that ``umi.answers`` checks."""

from __future__ import annotations

from training.travel.desk import Fact


def text(*ways: str) -> Fact:
    """One of these texts stands in the answer, whatever its case and accents."""
    return {"text": list(ways)}


def number(value: float, within: float = 0.005) -> Fact:
    """A number of the answer is this one, up to a relative difference of ``within``."""
    return {"number": value, "within": within}


def day(iso: str) -> Fact:
    """The answer names this day, in any usual way of writing it."""
    return {"date": iso}


def yes(value: bool) -> Fact:
    """The answer affirms or denies."""
    return {"yes": value}


def clock(timezone: str) -> Fact:
    """The answer says what the clock shows now in this time zone (a few minutes off are right)."""
    return {"clock": timezone}
