"""Settings that all people of a database share."""

from __future__ import annotations

from annotate.agreed import GATE_RULE, agree, agreed
from annotate.store import Store


def test_the_last_word_counts(store: Store) -> None:
    assert agreed(store.database, GATE_RULE) is None
    agree(store.database, GATE_RULE, {"fixed": 0.5})
    agree(store.database, GATE_RULE, {"fixed": 0.25, "broken": None})
    assert agreed(store.database, GATE_RULE) == {"fixed": 0.25, "broken": None}
    assert agreed(store.database, "other") is None
