"""What the writers share: steps put together into turns, and what no row may hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from umi.errors import InputError
from umi.formats.texts import holds_tags
from umi.prompts import compact_json, parse_planner
from umi.schema import Decision, ObservationState, Role, Step
from umi.trajectory import Trajectory


@dataclass(frozen=True)
class Turned:
    """An assistant's turn: a planner's step with what it led to, or one step alone.

    ``index`` is the first step's; ``learnt`` says whether the steps are targets.
    """

    index: int
    steps: tuple[Step, ...]
    learnt: bool

    @property
    def planner(self) -> Step | None:
        """The planner's step, where another stands with it."""
        return self.steps[0] if len(self.steps) == 2 else None

    @property
    def last(self) -> Step:
        """The caller's or summarizer's step; the one there is, where it stands alone."""
        return self.steps[-1]


def turned(trajectory: Trajectory, with_answer: bool = False) -> Iterator[Turned]:
    """The steps as assistant's turns, which read again are the same steps.

    A planner's step and the call it led to are one turn, and ``with_answer`` its last and the answer.
    """
    targets, index = set(trajectory.target_indexes), 0
    while index < len(trajectory.steps):
        together = 2 if _belong(trajectory, targets, index, with_answer) else 1
        yield Turned(index, trajectory.steps[index : index + together], index in targets)
        index += together


def _belong(trajectory: Trajectory, targets: set[int], index: int, with_answer: bool) -> bool:
    """Whether this step and the next are one turn; only where that cannot be read as something else."""
    before, pair = trajectory.steps[:index][-1:], trajectory.steps[index : index + 2]
    if len(pair) < 2 or any(step.role is Role.PLANNER for step in before):
        return False
    planner, other = pair
    if planner.rationale is None or holds_tags(planner.rationale):
        return False
    if (index in targets) is not (index + 1 in targets):
        return False
    if planner.decision is Decision.CALLER:
        return other.call is not None
    last = index + 2 == len(trajectory.steps)
    return with_answer and last and planner.decision is Decision.SUMMARIZER and _is_plain(other)


def _is_plain(step: Step) -> bool:
    """Whether it is an answer that nobody takes for a planner's turn."""
    return bool(step.answer) and parse_planner(step.answer or "")[1] is None


def writable(trajectory: Trajectory) -> None:
    """Refuse a trajectory that no dialect may hold as a whole.

    Raises:
        InputError: an observation is stale, or JSON cannot say a call.
    """
    fresh(trajectory, trajectory.steps)
    sayable(trajectory, trajectory.steps)


def fresh(trajectory: Trajectory, steps: Iterable[Step]) -> None:
    """Refuse steps with an observation of a call that was changed since.

    Raises:
        InputError: there is one.
    """
    for number, step in enumerate(steps, 1):
        if step.observation is not None and step.observation.state is ObservationState.STALE:
            raise InputError(
                f"Trajectory {trajectory.id}: the observation of step {number} is stale, as its call or one "
                "before it was changed: resume the run from there, or run the tool again."
            )


def all_learnt(trajectory: Trajectory, dialect: str) -> None:
    """Refuse a trajectory of which some steps are not to be learnt, where a dialect teaches all.

    Raises:
        InputError: there is such a step.
    """
    steps, targets = trajectory.steps, set(trajectory.target_indexes)
    missing = [index for index, step in enumerate(steps) if index not in targets or step.answer == ""]
    if missing:
        raise InputError(
            f"Trajectory {trajectory.id}: step {missing[0] + 1} is not to be learnt, which {dialect} "
            "cannot say: write its other steps one by one, or take OpenAI's format."
        )


def sayable(trajectory: Trajectory, steps: Iterable[Step]) -> None:
    """Refuse tools and calls that JSON in UTF-8 cannot say; other texts were checked when they were read.

    Raises:
        InputError: one holds NaN, an infinite number or half a character.
    """
    values: list[Any] = [tool.parameters for tool in trajectory.tools]
    values += [step.call.arguments for step in steps if step.call is not None]
    try:
        compact_json(values).encode()
    except ValueError as error:
        raise InputError(
            f"Trajectory {trajectory.id} holds what JSON cannot say ({error}): correct the call it is in."
        ) from error
