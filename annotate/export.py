"""Lessons as a file that a trainer reads, with a manifest that says where every row comes from."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path
from typing import Any

from annotate.lessons import Lesson, Lessons, Wanted
from umi.errors import InputError
from umi.formats.alpha_umi_rows import to_alpha_umi
from umi.formats.atif import to_atif
from umi.formats.example import Example
from umi.formats.openai_chat import to_openai, to_trl_messages
from umi.formats.sharegpt import to_sharegpt
from umi.formats.trl_steps import to_preference, to_prompt_completion
from umi.models.files import sha256_of
from umi.schema import Decision, Role, Step
from umi.trajectory import Trajectory

Row = dict[str, Any]

STEP_FORMATS: Mapping[str, Callable[[Example], Row]] = {
    "umi": lambda example: own_row(example.trajectory),
    "alpha-umi": to_alpha_umi,
    "prompt-completion": to_prompt_completion,
    "preference": to_preference,
}
"""A row for each step."""
WHOLE_FORMATS: Mapping[str, Callable[[Trajectory], Row]] = {
    "trl-messages": to_trl_messages,
    "openai": to_openai,
    "sharegpt": to_sharegpt,
    "atif": to_atif,
}
"""A row for each run, from its question to the last step that is right."""
FORMATS = (*STEP_FORMATS, *WHOLE_FORMATS)


@dataclass(frozen=True)
class Exported:
    """What an export wrote; ``left_out`` are sentences about lessons that this format cannot say."""

    rows: int
    by_role: Mapping[str, int]
    left_out: tuple[str, ...]
    path: Path
    manifest: Path


def export(lessons: Lessons, wanted: Wanted, form: str, path: Path) -> Exported:
    """Write ``path`` (one JSON object a line) and ``path`` + ``.manifest.json``, both or neither.

    Raises:
        InputError: there is nothing to write, the format is unknown, or the file cannot be written.
    """
    left_out: list[str] = []
    rows = list(_rows(lessons.find(wanted, left_out), form, left_out))
    if not rows:
        reason = f" ({left_out[0]})" if left_out else ""
        raise InputError(f"There is nothing to export{reason}: review some runs, or filter less.")
    manifest = path.with_name(f"{path.name}.manifest.json")
    by_role = {role.value: sum(each.role is role for _, some in rows for each in some) for role in Role}
    try:
        _write(path, [row for row, _ in rows])
        _write_manifest(manifest, path, form, wanted, rows, by_role, left_out)
    except OSError as error:
        raise InputError(f"{path} cannot be written ({error.strerror}): name another file.") from error
    return Exported(len(rows), by_role, tuple(left_out), path, manifest)


def preview(lessons: Lessons, wanted: Wanted, form: str, limit: int) -> tuple[list[Row], int, list[str]]:
    """The first ``limit`` rows, how many there are in all, and what is left out.

    Raises:
        InputError: the format is unknown.
    """
    left_out: list[str] = []
    rows = [row for row, _ in _rows(lessons.find(wanted, left_out), form, left_out)]
    return rows[:limit], len(rows), left_out


def _rows(found: Iterator[Lesson], form: str, left_out: list[str]) -> Iterator[tuple[Row, Sequence[Lesson]]]:
    """Each row with the lessons that are in it."""
    if form in STEP_FORMATS:
        for lesson in found:
            yield from _tried(STEP_FORMATS[form], lesson.example, (lesson,), left_out)
    elif form in WHOLE_FORMATS:
        for _, some in groupby(found, lambda lesson: lesson.run_id):
            own = sorted(some, key=lambda lesson: lesson.example.index)
            if (whole := _whole(own, left_out)) is not None:
                yield from _tried(WHOLE_FORMATS[form], whole, own, left_out)
    else:
        raise InputError(f"There is no format {form!r}: choose one of {', '.join(FORMATS)}.")


def _tried(
    write: Callable[[Any], Row], what: Any, lessons: Sequence[Lesson], left_out: list[str]
) -> Iterator[tuple[Row, Sequence[Lesson]]]:
    try:
        yield write(what), lessons
    except InputError as error:
        left_out.append(str(error))


def _whole(lessons: Sequence[Lesson], left_out: list[str]) -> Trajectory | None:
    """The run up to its last lesson, with all of them to learn; None where it would end in mid-turn."""
    last = lessons[-1].example
    if last.step.decision in (Decision.CALLER, Decision.SUMMARIZER):
        left_out.append(
            f"Run {last.trajectory.id} ends with a planner's decision that nobody followed: resume from "
            "there, or export its steps."
        )
        return None
    return last.trajectory.model_copy(update={"targets": tuple(each.example.index for each in lessons)})


def own_row(trajectory: Trajectory) -> Row:
    """A line of the files that ``python -m training`` reads: without the figures of steps."""
    row: Row = trajectory.model_dump(mode="json", exclude={"steps"})
    return row | {"steps": [own_step(step) for step in trajectory.steps]}


def own_step(step: Step) -> Row:
    """What a step says, without its figures."""
    said = {"role", "raw", "rationale", "decision", "call", "observation", "answer"}
    return step.model_dump(mode="json", include=said, exclude_none=True)


def _write(path: Path, rows: Sequence[Row]) -> None:
    """Whole or not at all."""
    partial = path.with_name(f".{path.name}.part")
    try:
        with partial.open("w", encoding="utf-8") as file:
            for row in rows:
                file.write(json.dumps(row, ensure_ascii=False, allow_nan=False) + "\n")
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)


def _write_manifest(
    manifest: Path,
    path: Path,
    form: str,
    wanted: Wanted,
    rows: Sequence[tuple[Row, Sequence[Lesson]]],
    by_role: Mapping[str, int],
    left_out: Sequence[str],
) -> None:
    told = {
        "format": form,
        "file": path.name,
        "sha256": sha256_of(path),
        "exported_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "wanted": {key: value for key, value in asdict(wanted).items() if value is not None},
        "by_role": by_role,
        "left_out": list(left_out),
        "rows": [[_origin(lesson) for lesson in lessons] for _, lessons in rows],
    }
    partial = manifest.with_name(f".{manifest.name}.part")
    partial.write_text(json.dumps(told, ensure_ascii=False, indent=1, default=str) + "\n", encoding="utf-8")
    partial.replace(manifest)


def _origin(lesson: Lesson) -> dict[str, Any]:
    return {
        "kind": lesson.kind,
        "role": lesson.role,
        "run": lesson.run_id,
        "step": lesson.step_id,
        "revision": lesson.revision_no,
        "annotator": lesson.annotator,
        "at": lesson.at.isoformat(),
    }
