"""What the people of a database settled for all of them, by name: kept as a JSON object."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from annotate.database import Database
from annotate.training_tables import SettingRow

GATE_RULE = "gate rule"
"""The name of the rule that says promote, hold or reject."""


def agreed(database: Database, name: str) -> dict[str, Any] | None:
    """What was settled under this name; None where nothing was."""
    with database.session() as session:
        row = session.get(SettingRow, name)
        return None if row is None else dict(row.value)


def agree(database: Database, name: str, value: Mapping[str, Any]) -> None:
    """Settle it, in the place of what was settled before."""
    values = {"value": dict(value)}
    insert = database.insert(SettingRow).values({"name": name} | values)
    with database.session() as session:
        session.execute(insert.on_conflict_do_update(index_elements=["name"], set_=values))
