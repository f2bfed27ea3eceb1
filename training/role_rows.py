"""The rows that retrain a role: one step each, behind the run that led to it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from umi.errors import InputError
from umi.schema import Role
from umi.trajectory import FileStep, Trajectory, file_lines, first_fault, numbered_lines, parsed


class RoleRow(Trajectory):
    """A trajectory that ends with its only target.

    ``case`` names the step and its revision, for the gate and the manifest; ``rejected`` is the step as
    the model wrote it at first, where that is known.
    """

    case: str = ""
    rejected: FileStep | None = None


def read_rows(path: Path, role: Role) -> list[RoleRow]:
    """The role's rows of a JSONL file; none where there is no such file.

    A trajectory with several targets of the role becomes as many rows.

    Raises:
        InputError: the file cannot be read, or a line not used; the message names file, line and field.
    """
    if not path.exists():
        return []
    return [row for line in numbered_lines(file_lines(path)) for row in _rows(*line, path, role)]


def write_rows(path: Path, rows: list[RoleRow]) -> None:
    """One JSON object a line, as ``read_rows`` reads them."""
    lines = (row.model_dump_json(exclude_none=True) + "\n" for row in rows)
    path.write_text("".join(lines), encoding="utf-8")


def _rows(number: int, line: bytes, path: Path, role: Role) -> Iterator[RoleRow]:
    where = f"{path}, line {number}"
    whole = _parsed(parsed(line, where), where)
    for index in whole.target_indexes:
        if whole.steps[index].role is role:
            # What the call brought is not learnt, and must not make the row longer.
            last = whole.steps[index].model_copy(update={"observation": None})
            steps = (*whole.steps[:index], last)
            case = whole.case or f"{whole.id}#{index}"
            yield whole.model_copy(update={"steps": steps, "targets": (index,), "case": case})


def _parsed(value: Any, where: str) -> RoleRow:
    try:
        return RoleRow.model_validate(value)
    except ValidationError as error:
        raise InputError(f"{where}, {first_fault(error)}; correct it or leave it out.") from error
