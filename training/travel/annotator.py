"""The travel expert as an annotator: the first wrong step of a failed run, and what is right in its place.

It corrects what a step leads to, not how it is worded: a planner's need that led to the right call is
right, and so is a call that brought what the expert's brings.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from training.travel.expert import Solution
from umi.agent import resumed
from umi.answers import missing
from umi.models.base import Model
from umi.schema import Decision, Role, Run, Step
from umi.trajectory import Trajectory, is_read

_NEED = "I need "
"""How the expert's need of a call begins (``training.travel.need``); it ends the rationale."""

_SAID = {"role", "raw", "rationale", "decision", "call", "observation", "answer"}
"""What a file keeps of a step."""


@dataclass(frozen=True)
class Correction:
    """``step`` is right at ``index`` of the run, where what stands there is the first that is wrong."""

    run: Run
    index: int
    step: Step

    @property
    def role(self) -> Role:
        """Whose step it is."""
        return self.step.role

    def resumed(self, model: Model) -> Run:
        """The run that goes on behind the correction; a corrected call is made anew."""
        corrected = self.step.model_copy(update={"observation": None})
        return resumed(self.run, self.run.steps[self.index], corrected, model)

    def row(self) -> dict[str, Any]:
        """A line of ``corrections.jsonl``: the trajectory up to the right step, which alone is learnt."""
        wrong = self.run.steps[self.index]
        learnt = self.step.model_copy(update={"observation": None})
        row = _row(self.run, (*self.run.steps[: self.index], learnt), f"{wrong.id}/1")
        return row | {"rejected": _said(wrong)}


def can_annotate(solution: Solution) -> bool:
    """Whether the expert's steps stay right: what a clock shows now is another time when the run is made."""
    asks_clock = any(
        step.call is not None and step.call.name == "local_time" and "at" not in step.call.arguments
        for step in solution.steps
    )
    return not asks_clock and not any("clock" in fact for fact in solution.facts)


def correction(run: Run, solution: Solution) -> Correction | None:
    """Of a run that did not pass; None where no step of it differs in what matters."""
    index = first_wrong(run.steps, solution)
    return None if index is None else Correction(run, index, solution.steps[index])


def first_wrong(steps: Sequence[Step], solution: Solution) -> int | None:
    """Index of the first step that departs from the solution; those before it have the same effect."""
    both = range(min(len(steps), len(solution.steps)))
    return next((index for index in both if not _is_right(steps, index, solution)), None)


def accepted_rows(run: Run) -> list[dict[str, Any]]:
    """Each step of a run that passed as a line of ``replay.jsonl``."""
    steps = run.steps
    return [
        _row(run, steps[: index + 1], f"{step.id}/0") for index, step in enumerate(steps) if is_read(step)
    ]


def _is_right(steps: Sequence[Step], index: int, solution: Solution) -> bool:
    mine, right = steps[index], solution.steps[index]
    if mine.role is not right.role:
        return False
    match mine.role:
        case Role.PLANNER:
            return mine.decision is right.decision and (
                _says(mine, right) or _followed_rightly(steps, index, solution)
            )
        case Role.CALLER:
            return _brings_the_same(mine, right)
        case Role.SUMMARIZER:
            return not missing(mine.answer or "", solution.facts)


def _says(mine: Step, right: Step) -> bool:
    """The planner said what the next role goes by: what it needs, or what is known at the end."""
    if right.decision is Decision.GIVE_UP:
        return True
    wanted, found = right.rationale or "", mine.rationale or ""
    if right.decision is Decision.SUMMARIZER:
        return found.casefold() == wanted.casefold()
    return wanted[wanted.rindex(_NEED) :].casefold() in found.casefold()


def _followed_rightly(steps: Sequence[Step], index: int, solution: Solution) -> bool:
    return index + 1 < len(steps) and _is_right(steps, index + 1, solution)


def _brings_the_same(mine: Step, right: Step) -> bool:
    if mine.call == right.call:
        return True
    brought, wanted = mine.observation, right.observation
    return brought is not None and wanted is not None and brought.content == wanted.content


def _row(run: Run, steps: Sequence[Step], case: str) -> dict[str, Any]:
    """A line of our own form whose last step alone is learnt."""
    trajectory = Trajectory(
        id=case,
        question=run.question,
        tools=run.tools,
        system=run.system,
        examples=run.examples,
        steps=tuple(steps),
        targets=(len(steps) - 1,),
    )
    row: dict[str, Any] = trajectory.model_dump(mode="json", exclude={"steps"})
    return row | {"steps": [_said(step) for step in steps], "case": case}


def _said(step: Step) -> dict[str, Any]:
    return step.model_dump(mode="json", include=_SAID, exclude_none=True)
