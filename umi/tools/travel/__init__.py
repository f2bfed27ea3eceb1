"""The travel desk: twelve tools on real data, offline. Loading the data waits for the first call."""

from functools import cache

from umi.tools.base import Tool
from umi.tools.python import python_tool
from umi.tools.travel.airports import find_airports, flight_distance
from umi.tools.travel.arithmetic import calculate
from umi.tools.travel.cities import city_info
from umi.tools.travel.countries import country_info
from umi.tools.travel.currency import convert_currency
from umi.tools.travel.holidays import check_holiday, public_holidays
from umi.tools.travel.times import local_time, sun_times, time_difference
from umi.tools.travel.units import convert_units


@cache
def travel_tools() -> tuple[Tool, ...]:
    """The twelve tools, always in this order."""
    functions = (
        find_airports,
        flight_distance,
        city_info,
        country_info,
        local_time,
        time_difference,
        public_holidays,
        check_holiday,
        sun_times,
        convert_currency,
        convert_units,
        calculate,
    )
    return tuple(python_tool(function) for function in functions)
