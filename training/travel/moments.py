"""Times of the day as users write them, and a clock that can be set for training."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta, tzinfo
from unittest.mock import patch

from training.travel.desk import Fact
from training.travel.draw import Draw, Slot
from training.travel.facts import text
from umi.tools.travel import times

_FIRST_NOW = datetime(2024, 1, 1, tzinfo=UTC)
_NOW_MINUTES = 7 * 365 * 24 * 60


def now(draw: Draw) -> Slot:
    """When the question is asked, never said: any time in seven years; in dev the real clock (None).

    All training data is drawn within minutes. With the real clock the model would learn that
    day by heart instead of reading it from the tool.
    """
    drawn = _FIRST_NOW + timedelta(minutes=draw.random.randrange(_NOW_MINUTES))
    return Slot("", None if draw.dev else drawn.strftime("%Y-%m-%dT%H:%M"))


@contextmanager
def clock_at(instant: str | None) -> Iterator[None]:
    """Within, the travel tools take this UTC time (ISO) for now; None leaves the real clock."""
    if instant is None:
        yield
        return
    shown = datetime.fromisoformat(instant).replace(tzinfo=UTC)

    class Stopped(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Stopped:
            return cls.combine(shown.date(), shown.time(), UTC).astimezone(tz)

    with patch.object(times, "datetime", Stopped):
        yield


def time_of_day(draw: Draw, step: int = 5) -> Slot:
    """A time on a multiple of ``step`` minutes, mostly a full or a half hour; meant as HH:MM."""
    hour = draw.random.randrange(24)
    minute = draw.one((0, 0, 0, 30, draw.random.randrange(0, 60, step)))
    return Slot(_said_time(draw, hour, minute), f"{hour:02}:{minute:02}")


def _said_time(draw: Draw, hour: int, minute: int) -> str:
    full = f"{hour:02}:{minute:02}"
    half = "am" if hour < 12 else "pm"
    twelve = f"{(hour - 1) % 12 + 1}" + (f":{minute:02}" if minute else "")
    ways = [full, full, full, f"{twelve} {half}", f"{twelve}{half}", f"{twelve} {half[0]}.m."]
    if hour > 9:
        ways.append(f"{hour}h{minute:02}")
    if (hour, minute) in ((0, 0), (12, 0)):
        ways += ["noon" if hour else "midnight"] * 3
    return draw.one(ways)


def shown(time: str) -> Fact:
    """The answer says this time (HH:MM), on a clock of 24 or of 12 hours."""
    hour, minute = int(time[:2]), time[3:]
    twelve, half = (hour - 1) % 12 + 1, "am" if hour < 12 else "pm"
    halves = (f" {half}", half, f" {half[0]}.m.")
    short = [f"{twelve} {half}", f"{twelve}{half}"] if minute == "00" else []
    return text(time, f"{hour}:{minute}", *(f"{twelve}:{minute}{way}" for way in halves), *short)


def split(local_time: str) -> tuple[str, str]:
    """Day and time of ``2025-03-05T14:30``."""
    day, _, time = local_time.partition("T")
    return day, time
