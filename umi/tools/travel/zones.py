"""Time zones from the pinned tzdata package, not the machine's own, so that answers agree everywhere."""

from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo


@cache
def zone(name: str) -> ZoneInfo:
    """The IANA time zone of this name, such as ``Europe/Paris``."""
    with files("tzdata").joinpath("zoneinfo", *name.split("/")).open("rb") as file:
        return ZoneInfo.from_file(file, key=name)
