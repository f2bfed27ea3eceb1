"""Figures of training as people read them."""

from __future__ import annotations

from datetime import datetime

from umi.live_report import Rate
from umi.schema import Role

OWN = "the set's own"


def lasting(seconds: float) -> str:
    """A time span: ``48 s``, ``3 min 20 s``, ``1 h 5 min``."""
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60} s" if whole % 60 else f"{whole // 60} min"
    return f"{whole // 3600} h {whole % 3600 // 60} min"


def revision(adapter_id: str | None) -> str:
    """``caller__r0003`` as ``caller r3``; None is the set's own."""
    if adapter_id is None:
        return OWN
    role, _, number = adapter_id.partition("__r")
    return f"{role} r{int(number)}" if number.isdecimal() and role in set(Role) else adapter_id


def counted(count: int, one: str, many: str | None = None) -> str:
    """``1 correction``, ``12 corrections``."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def share(rate: Rate) -> str:
    """A share with its interval; nothing of nothing."""
    if rate.value is None:
        return ""
    low, high = rate.interval
    return f"{rate.value:.0%} ({100 * low:.0f}-{100 * high:.0f})"


def moment(at: datetime) -> str:
    """Local date and time."""
    return f"{at.astimezone():%Y-%m-%d %H:%M}"
