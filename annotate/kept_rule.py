"""The gate's rule as the people of one database settled it."""

from __future__ import annotations

from dataclasses import asdict

from annotate.database import Database
from annotate.gate_rule import Rule, rule_from
from annotate.training_tables import SettingRow

_NAME = "rule"


def kept_rule(database: Database) -> Rule:
    """The rule that was kept last; the default one where none was.

    Raises:
        InputError: a newer version kept one that this version does not know.
    """
    with database.session() as session:
        row = session.get(SettingRow, _NAME)
        return Rule() if row is None else rule_from(row.value)


def keep_rule(database: Database, rule: Rule) -> None:
    """Judge every candidate by this rule from now on, those of before included."""
    value = asdict(rule)
    query = database.insert(SettingRow).values(name=_NAME, value=value)
    with database.session() as session:
        session.execute(query.on_conflict_do_update(index_elements=["name"], set_={"value": value}))
