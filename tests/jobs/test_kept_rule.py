"""The gate's rule in the database: the default until somebody settles another, and then the last one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotate.gate_rule import Rule
from annotate.kept_rule import keep_rule, kept_rule
from annotate.store import Store
from annotate.training_tables import SettingRow
from umi.errors import InputError

STRICT = replace(Rule(), min_corrected_right=0.9, min_accepted=20)


def test_the_rule_that_was_kept_last_holds(store: Store) -> None:
    assert kept_rule(store.database) == Rule()
    keep_rule(store.database, STRICT)
    assert kept_rule(store.database) == STRICT
    keep_rule(store.database, Rule())
    assert kept_rule(store.database) == Rule()


def test_what_a_newer_version_kept_is_refused_with_its_name(store: Store) -> None:
    with store.database.session() as session:
        session.add(SettingRow(name="rule", value={"min_kindness": 1}))
    with pytest.raises(InputError, match="no min_kindness"):
        kept_rule(store.database)
