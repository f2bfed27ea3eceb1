"""Public holidays of countries (holidays)."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from umi.errors import ToolError
from umi.tools.travel.countries import find_country
from umi.tools.travel.dates import check_year, parse_date
from umi.tools.travel.names import normalise

if TYPE_CHECKING:
    from holidays import HolidayBase

# The United Kingdom has few holidays in common, so its parts may be asked for by name.
_PARTS_OF_UK = {"england": "ENG", "wales": "WLS", "scotland": "SCT", "northern ireland": "NIR"}


def public_holidays(country: str, year: int) -> list[dict[str, Any]]:
    """National public holidays of a country in a year.

    In order of date, with English names where the data has them. Regional holidays are
    left out; England, Wales, Scotland and Northern Ireland have their own.

    Args:
        country: Name, ISO-2 or ISO-3 code
        year: Such as 2025
    """
    check_year(year)
    return [{"date": day.isoformat(), "name": name} for day, name in sorted(_holidays(country, year).items())]


def check_holiday(country: str, date: str) -> dict[str, Any]:
    """Whether a day is a national public holiday in a country.

    ``name`` is there only on a holiday.

    Args:
        country: Name, ISO-2 or ISO-3 code
        date: Day as YYYY-MM-DD
    """
    day = parse_date(date)
    name = _holidays(country, day.year).get(day)
    return {"is_holiday": True, "name": name} if name else {"is_holiday": False}


def _holidays(country: str, year: int) -> dict[datetime.date, str]:
    """Day → name, several names joined by "; ".

    Raises:
        ToolError: unknown country, or no data for it in that year.
    """
    found = find_country(country)
    days = _calendar(found["iso"], year, _PARTS_OF_UK.get(normalise(country)))
    if not days:
        raise ToolError(f"No public holidays of {found['name']} are known for {year}; ask for another year.")
    return dict(days.items())


def _calendar(iso: str, year: int, part: str | None) -> HolidayBase:
    """The package's calendar of one year; without a language it would follow the machine's."""
    from holidays import country_holidays

    calendar = country_holidays(iso, subdiv=part, years=year)
    languages = calendar.supported_languages
    english = next((name for name in ("en_US", *languages) if name in languages and name[:2] == "en"), None)
    return country_holidays(
        iso, subdiv=part, years=year, language=english or calendar.default_language, expand=False
    )
