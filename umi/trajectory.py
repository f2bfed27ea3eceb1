"""Trajectories: the form in which data is trained on and evaluated, and the JSONL files that hold them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Annotated, Any, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    model_validator,
)
from pydantic_core import from_json

from umi.errors import InputError
from umi.prompts import compact_json, system_text, written_text
from umi.schema import Role, Step, ToolSpec, Turn
from umi.sources import opened

_FIELDS = {
    Role.PLANNER: ("rationale", "decision"),
    Role.CALLER: ("call",),
    Role.SUMMARIZER: ("answer",),
}
"""What a step of each role must carry, and what a step of another role must not."""


def _with_raw(value: Any) -> Any:
    return {"raw": "", **value} if isinstance(value, dict) else value


def _fitting(step: Step) -> Step:
    """The step with its raw text.

    Raises:
        ValueError: a field of another role is set, or there is neither raw text nor what its role writes.
    """
    foreign = {name for role, names in _FIELDS.items() if role is not step.role for name in names}
    if step.role is not Role.CALLER:
        foreign.add("observation")
    for name in sorted(foreign):
        if getattr(step, name) is not None:
            raise ValueError(f"a {step.role} step has no {name}")
    if step.raw:
        return step
    missing = [name for name in _FIELDS[step.role] if getattr(step, name) is None]
    if missing:
        raise ValueError(f"a {step.role} step needs {' and '.join(missing)}")
    return step.model_copy(update={"raw": written_text(step)})


def is_read(step: Step) -> bool:
    """Whether the step says what its role has to say; a step kept by its raw text alone does not."""
    return all(getattr(step, name) is not None for name in _FIELDS[step.role])


FileStep = Annotated[Step, BeforeValidator(_with_raw), AfterValidator(_fitting)]
"""A step that may leave out ``raw`` where its fields say it."""


class Trajectory(BaseModel):
    """One question with its finished steps, and which of them are trained or scored.

    A line of ``python -m umi run --json`` is one: fields it has beyond these are ignored.
    ``system`` may be left out, and is then rendered from the tools. ``examples`` are finished
    turns between the system turn and the question. ``targets`` are indexes of steps; None means
    every step that can be one. A step can be one where it could be read (``is_read``) and, for a
    caller, calls an offered tool; the others stand in the history only, as their raw text.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: str = Field(min_length=1)
    question: str = Field(min_length=1)
    tools: tuple[ToolSpec, ...] = Field(min_length=1)
    system: str = Field(default_factory=lambda known: system_text(known["tools"]))
    examples: tuple[Turn, ...] = ()
    steps: tuple[FileStep, ...]
    targets: tuple[int, ...] | None = None

    @model_validator(mode="after")
    def _targets_fit(self) -> Self:
        possible = set(self.possible_targets)
        for index in self.targets or ():
            if not 0 <= index < len(self.steps):
                raise ValueError(f"target {index} is none of its {len(self.steps)} steps")
            if index not in possible:
                raise ValueError(f"target {index} is a step that could not be read or calls no offered tool")
        if self.targets is not None and len(set(self.targets)) != len(self.targets):
            raise ValueError("a target is named twice")
        return self

    @property
    def possible_targets(self) -> tuple[int, ...]:
        """Indexes of the steps that can be trained or scored, whatever ``targets`` says."""
        offered = {tool.name for tool in self.tools}
        return tuple(
            index
            for index, step in enumerate(self.steps)
            if is_read(step) and (step.call is None or step.call.name in offered)
        )

    @property
    def target_indexes(self) -> tuple[int, ...]:
        """Indexes of the steps that are trained or scored, in order."""
        return self.possible_targets if self.targets is None else tuple(sorted(self.targets))


def read_trajectories(path: Path, on_bad: Callable[[InputError], None] | None = None) -> Iterator[Trajectory]:
    """The trajectories of a ``.jsonl`` or ``.jsonl.gz`` file, one JSON object a line; blank ones are skipped.

    ``on_bad`` is told of each line that cannot be used, and reading goes on; without it, the first raises.

    Raises:
        InputError: the file cannot be read, holds no usable trajectory or is one JSON array; or,
            without ``on_bad``, a line cannot be used. The message names file, line and field.
    """
    found = False
    for number, line in numbered_lines(file_lines(path)):
        if not found and line.startswith(b"["):
            raise InputError(f"{path} is one JSON array: write each of its objects on a line of its own.")
        try:
            trajectory = _trajectory(line, f"{path}, line {number}")
        except InputError as error:
            if on_bad is None:
                raise
            on_bad(error)
            continue
        found = True
        yield trajectory
    if not found:
        raise nothing_usable(path)


def nothing_usable(path: Path) -> InputError:
    """What is said of a file without a single trajectory."""
    return InputError(f"{path} holds no usable trajectory: name a file with one JSON object on each line.")


def numbered_lines(lines: Iterable[bytes]) -> Iterator[tuple[int, bytes]]:
    """The lines that hold anything, counted from 1, without blanks around them."""
    for number, raw in enumerate(lines, 1):
        line = raw.strip()
        if line:
            yield number, line


def file_lines(path: Path) -> Iterator[bytes]:
    """The lines of a file, unpacked where its name ends in ``.gz``, without a byte order mark.

    Raises:
        InputError: it cannot be read or unpacked, is no text, or has a line that is too long.
    """
    with opened(path) as source:
        yield from source.lines()


def parsed(text: bytes, where: str) -> Any:
    """The JSON value, which holds no number that JSON cannot say again.

    Raises:
        InputError: it is no JSON in UTF-8; the message begins with ``where``.
    """
    try:
        value = from_json(text, allow_inf_nan=False)
        compact_json(value)
    except ValueError as error:
        reason = str(error).replace("at line 1 column", "at column")
        raise InputError(f"{where} is not JSON ({reason}): correct it or leave it out.") from error
    return value


def first_fault(error: ValidationError) -> str:
    """The first thing wrong, with its field, as a part of a sentence."""
    fault = error.errors(include_url=False, include_context=False, include_input=False)[0]
    reason = fault["msg"].removeprefix("Value error, ")
    field = ".".join(str(part) for part in fault["loc"])
    return f"field {field}: {reason}" if field else reason


def _trajectory(line: bytes, where: str) -> Trajectory:
    value = parsed(line, where)
    if not isinstance(value, dict):
        raise InputError(f"{where} is not a JSON object: write a trajectory there or leave it out.")
    try:
        return Trajectory.model_validate(value)
    except ValidationError as error:
        raise InputError(f"{where}, {first_fault(error)}; correct it or leave it out.") from error
