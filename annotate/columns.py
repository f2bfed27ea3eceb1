"""Column types that keep text, JSON and moments the same on SQLite and PostgreSQL."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import DateTime, Dialect, Text
from sqlalchemy.types import TypeDecorator
from typing_extensions import override

_UNSTORABLE = re.compile("[\0\ud800-\udfff]")


def clean(value: Any) -> Any:
    """The same data with U+FFFD for each NUL (PostgreSQL refuses it) and lone surrogate (UTF-8 has none)."""
    if isinstance(value, str):
        return _UNSTORABLE.sub("\ufffd", value)
    if isinstance(value, dict):
        return {clean(key): clean(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [clean(item) for item in value]
    return value


def dumps(value: Any) -> str:
    """Compact JSON of cleaned data, keys in the order given."""
    return json.dumps(clean(value), ensure_ascii=False, separators=(",", ":"))


class CleanText(TypeDecorator[str]):
    """Text that both databases accept, see `clean`; queries by such a column are cleaned alike."""

    impl = Text
    cache_ok = True

    @override
    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        return None if value is None else str(clean(value))


class Document(TypeDecorator[Any]):
    """JSON kept as text.

    PostgreSQL's ``json`` refuses the infinity that a model's ``1e999`` becomes, and its
    ``jsonb`` loses the order of keys, which the prompt shows.
    """

    impl = Text
    cache_ok = True

    @override
    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        return None if value is None else dumps(value)

    @override
    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        return None if value is None else json.loads(value)


class Utc(TypeDecorator[datetime]):
    """A moment; comes back in UTC. SQLite keeps no time zone, so there it is kept in UTC."""

    impl = DateTime(timezone=True)
    cache_ok = True

    @override
    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"the time {value} has no time zone")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    @override
    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)
