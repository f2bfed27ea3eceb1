"""Outside dialects, one small file each: ``stream`` tells by a file's content which one it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from umi.errors import InputError
from umi.formats import alpha_umi, atif, openai_chat, sharegpt, toolbench, trl_steps
from umi.formats.rows import Row, rows
from umi.trajectory import Trajectory, first_fault, nothing_usable


def _with_steps(row: dict[str, Any], name: str) -> Trajectory | None:
    return atif.from_row(row, name) if "schema_version" in row else Trajectory.model_validate(row)


def _with_messages(row: dict[str, Any], name: str) -> Trajectory | None:
    of_toolbench = "query" in row or "functions" in row
    return toolbench.from_row(row, name) if of_toolbench else openai_chat.from_row(row, name)


def _with_conversations(row: dict[str, Any], name: str) -> Trajectory | None:
    return alpha_umi.from_stage_2(row, name) if alpha_umi.is_stage_2(row) else sharegpt.from_row(row, name)


_DIALECTS: dict[str, Callable[[dict[str, Any], str], Trajectory | None]] = {
    "steps": _with_steps,
    "messages": _with_messages,
    "answer_generation": toolbench.from_answer_file,
    "chains": alpha_umi.from_stage_1,
    "conversations": _with_conversations,
    "history": alpha_umi.from_role_row,
    "tool_specs": trl_steps.from_row,
}
"""The field that only rows of this dialect have (or of two, told apart by another), and what reads them."""


def read(path: Path, on_bad: Callable[[InputError], None] | None = None) -> list[Trajectory]:
    """All trajectories of a file; see ``stream``."""
    return list(stream(path, on_bad))


def stream(path: Path, on_bad: Callable[[InputError], None] | None = None) -> Iterator[Trajectory]:
    """The trajectories of a file: our own or of a dialect known here; JSON or JSONL, also ``.gz``.

    Rows that offer no tool, and answer files of searches that ended without a chain, hold nothing
    to learn or to score and are left out. ``on_bad`` is told of each row that cannot be used, and
    reading goes on; without it, the first one raises. Files of any size are read row by row.

    Raises:
        InputError: the file cannot be read or holds no row that can; or, without ``on_bad``, a row
            cannot be used. The message names file, row and field.
    """
    usable = False
    for row in _readable(path, on_bad):
        try:
            trajectory = _trajectory(row)
        except InputError as error:
            if on_bad is None:
                raise
            on_bad(error)
            continue
        usable = True
        if trajectory is not None:
            yield trajectory
    if not usable:
        raise nothing_usable(path)


def _readable(path: Path, on_bad: Callable[[InputError], None] | None) -> Iterator[Row]:
    """The rows up to where the file cannot be read any more, of which ``on_bad`` is told."""
    found = False
    try:
        for row in rows(path):
            found = True
            yield row
    except InputError as error:
        if on_bad is None or not found:
            raise
        on_bad(error)


def _trajectory(row: Row) -> Trajectory | None:
    value = row.value()
    fields = value.keys() if isinstance(value, dict) else ()
    dialect = next((read_row for field, read_row in _DIALECTS.items() if field in fields), None)
    if dialect is None:
        known = ", ".join(_DIALECTS)
        raise InputError(f"{row.where} is none of the formats known here: it has none of {known}.")
    try:
        return dialect(value, row.name)
    except ValidationError as error:
        raise InputError(f"{row.where}, {first_fault(error)}; correct it or leave it out.") from error
    except InputError as error:
        raise InputError(f"{row.where}, {error}; correct it or leave it out.") from error
