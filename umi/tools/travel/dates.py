"""Dates and instants as the travel tools take them."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

from umi.errors import ToolError
from umi.tools.travel.names import quote

FIRST_YEAR, LAST_YEAR = 1900, 2100
"""Outside of these years neither holidays nor the rules of time zones are known."""

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def parse_date(text: str) -> date:
    """The day that ``YYYY-MM-DD`` names.

    Raises:
        ToolError: another form, a day that does not exist, or a year that nothing is known about.
    """
    text = text.strip()
    if not _DATE.fullmatch(text):
        raise ToolError(f"{quote(text)} is not a date; write YYYY-MM-DD, such as 2025-03-14.")
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise ToolError(f"The date {text} does not exist; write a real one as YYYY-MM-DD.") from None
    check_year(day.year)
    return day


def parse_instant(text: str) -> datetime:
    """The instant in UTC that ``YYYY-MM-DDTHH:MM`` names; another offset is honoured if it is written.

    Raises:
        ToolError: another form, or a time that does not exist.
    """
    text = text.strip()
    parse_date(text[:10])
    try:
        instant = datetime.fromisoformat(text)
    except ValueError:
        raise ToolError(
            f"{quote(text)} is not a UTC time; write YYYY-MM-DDTHH:MM, as 2025-03-14T09:30."
        ) from None
    return instant.astimezone(UTC) if instant.tzinfo else instant.replace(tzinfo=UTC)


def check_year(year: int) -> None:
    """Raise ToolError for a year that the data knows nothing about."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ToolError(f"The year {str(year)[:12]} is out of range; take {FIRST_YEAR} to {LAST_YEAR}.")
