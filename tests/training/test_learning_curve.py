"""The learning curve's table: who passed before and after, question by question."""

from __future__ import annotations

import importlib
import json
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture
def curve(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The benchmark's module; benchmarks import each other by name."""
    monkeypatch.syspath_prepend(str(Path(__file__).parents[2] / "benchmarks"))
    return importlib.import_module("learning_curve_points")


def test_fixed_and_newly_broken_are_counted_apart(curve: ModuleType) -> None:
    before = {"a": True, "b": False, "c": False, "d": True, "e": False}
    after = {"a": True, "b": True, "c": True, "d": False}
    found = curve.point("replay", 50, before, after, seconds=90)
    assert (found.passed, found.fixed, found.broken, found.minutes) == ((3, 4), 2, 1, 1.5)


def test_table_begins_with_the_weakened_set_and_grows_way_by_way(curve: ModuleType) -> None:
    before = {"a": True, "b": False}
    points = [
        curve.point("trajectories", 10, before, {"a": False, "b": False}, 60),
        curve.point("replay", 200, before, {"a": True, "b": True}, 60),
        curve.point("replay", 25, before, before, 60),
    ]
    rows = curve.rows(before, points)
    assert [row[:3] for row in rows] == [
        ("the weakened set", "0", "50%"),
        ("corrections with replay", "25", "50%"),
        ("corrections with replay", "200", "100%"),
        ("whole trajectories", "10", "0%"),
    ]
    assert all(len(row) == len(curve.HEADER) for row in rows)
    assert rows[2][4:6] == ("1", "0")
    assert rows[3][4:6] == ("0", "1")


def test_passes_are_read_from_live_results(curve: ModuleType, tmp_path: Path) -> None:
    file = tmp_path / "results.jsonl"
    file.write_text("".join(json.dumps({"id": one, "passed": one == "a"}) + "\n" for one in "ab"))
    assert curve.passes(file) == {"a": True, "b": False}
