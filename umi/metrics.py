"""The paper's step metrics, as its published evaluator counts them (alpha-UMi, arXiv 2401.07324, section 4).

One step is a planner's turn and what it led to, judged on the reference history. N are all steps, C those
whose reference is a call, S those whose reference is a conclusion.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from umi.prompts import compact_json
from umi.schema import Decision, Role, Step
from umi.trajectory import Trajectory

NONE = "none"
"""Stands for an action or an answer that is not there."""


@dataclass(frozen=True)
class Prediction:
    """What was planned at one step, and the action with its input or the answer; ``input`` is JSON text."""

    plan: Decision
    action: str = NONE
    input: str = "{}"
    answer: str = NONE

    @classmethod
    def of_text(cls, text: str) -> Prediction:
        """Read as the published evaluator does: ``planner's turn</s>caller's or conclusion's turn``.

        Whatever is neither giving up nor a conclusion is a call, garbage included.
        """
        text = text.replace("</s>", "\n")
        if "Next: give up" in text:
            return cls(Decision.GIVE_UP)
        if "Next: conclusion" in text:
            answer = text.rpartition("conclusion: ")[2] if "conclusion: " in text else NONE
            return cls(Decision.SUMMARIZER, answer=answer.strip())
        action = text.rpartition("Action:")[2] if "Action:" in text else NONE
        arguments = text.rpartition("Action Input:")[2] if "Action Input:" in text else "{}"
        return cls(Decision.CALLER, action.partition("Action Input:")[0].strip(), arguments.strip())

    @classmethod
    def of_steps(cls, steps: Iterable[Step]) -> Prediction:
        """The planner's step and the one it led to, where there is one.

        A planner that decided nothing we know counts as a call, and a call that cannot be read as none.
        """
        plan, action, arguments, answer = Decision.CALLER, NONE, "{}", NONE
        for step in steps:
            plan = step.decision or plan
            answer = step.answer or answer
            if step.call is not None:
                action, arguments = step.call.name, compact_json(step.call.arguments)
        return cls(plan, action, arguments, answer)


@dataclass(frozen=True)
class ScoredStep:
    """One step: what stands in the data, what was predicted, and the tools that were offered."""

    reference: Prediction
    predicted: Prediction
    tool_names: frozenset[str]

    @property
    def planned(self) -> bool:
        """Whether the predicted plan is the reference's."""
        return self.reference.plan is self.predicted.plan

    @property
    def acted(self) -> bool:
        """Whether the predicted action is the reference's."""
        return self._predicted_action == self.reference.action

    @property
    def hallucinated(self) -> bool:
        """Whether the predicted action is none of the tools."""
        return self._predicted_action not in self.tool_names | {NONE}

    @property
    def argument_f1(self) -> float | None:
        """How well the arguments match, 0 to 1; None where the reference has none that can be read."""
        return argument_f1(self.reference.input, self.predicted.input) if self.acted else 0.0

    @property
    def _predicted_action(self) -> str:
        return self.predicted.action if self.predicted.plan is Decision.CALLER else NONE


@dataclass(frozen=True)
class Scores:
    """Means from 0 to 1 over ``steps`` (N), ``calls`` (C) and ``conclusions`` (S); None where there are none.

    The names are the published evaluator's. ``easy_f1`` is over references without arguments,
    ``hard_f1`` over those with some, and a wrong action counts in both.
    """

    steps: int
    calls: int
    conclusions: int
    plan_em: float | None
    action_em: float | None
    hallu_rate: float | None
    f1: float | None
    easy_f1: float | None
    hard_f1: float | None
    rouge: float | None


def score(steps: Iterable[ScoredStep]) -> Scores:
    """The metrics over these steps."""
    every = list(steps)
    calls = [step for step in every if step.reference.plan is Decision.CALLER]
    conclusions = [step for step in every if step.reference.plan is Decision.SUMMARIZER]
    return Scores(
        steps=len(every),
        calls=len(calls),
        conclusions=len(conclusions),
        plan_em=_mean(step.planned for step in every),
        action_em=_mean(step.acted for step in calls),
        hallu_rate=_mean(step.hallucinated for step in every),
        f1=_mean(step.argument_f1 for step in calls),
        easy_f1=_mean(step.argument_f1 for step in calls if not step.acted or _is_easy(step)),
        hard_f1=_mean(step.argument_f1 for step in calls if not step.acted or not _is_easy(step)),
        rouge=_mean(rouge_l(_predicted_answer(step), step.reference.answer) for step in conclusions),
    )


def argument_f1(reference: str, predicted: str) -> float | None:
    """F1 over the arguments of two JSON objects, a key with another value counting half.

    Values are equal where Python's ``==`` says so: ``1``, ``1.0`` and ``true`` are, ``"1"`` is not.
    None where the reference is no JSON object; 0 where the prediction is none.
    """
    wanted, given = _json_object(reference), _json_object(predicted)
    if wanted is None:
        return None
    if not wanted:
        return float(given == {})
    matched = sum(_match(given, key, value) for key, value in wanted.items()) if given else 0.0
    if not given or not matched:
        return 0.0
    precision, recall = matched / len(given), matched / len(wanted)
    return 2 * precision * recall / (precision + recall)


def rouge_l(predicted: str, reference: str) -> float:
    """ROUGE-L F of two texts, with PyPI ``rouge``: union of longest common subsequences over word sets."""
    from rouge import Rouge

    texts = _worded(predicted), _worded(reference)
    with _recursion_for(sum(len(text.split()) for text in texts)):
        return float(Rouge(metrics=["rouge-l"], stats=["f"]).get_scores(*texts)[0]["rouge-l"]["f"])


def scored(trajectory: Trajectory, index: int, predicted: Sequence[Step] | str) -> ScoredStep:
    """The planner's step ``index`` of a trajectory against what was predicted at it.

    ``predicted`` is the planner's step and the one it led to, or a text as ``Prediction.of_text`` reads it.
    """
    return ScoredStep(
        reference=Prediction.of_steps(_with_follower(trajectory, index)),
        predicted=Prediction.of_text(predicted)
        if isinstance(predicted, str)
        else Prediction.of_steps(predicted),
        tool_names=frozenset(tool.name for tool in trajectory.tools),
    )


def scorable(trajectory: Trajectory) -> tuple[int, ...]:
    """Indexes of the planner's steps that can be scored: they and what they led to are targets."""
    targets = set(trajectory.target_indexes)
    return tuple(
        index
        for index in sorted(targets)
        if trajectory.steps[index].role is Role.PLANNER
        and (trajectory.steps[index].decision is Decision.GIVE_UP or index + 1 in targets)
    )


def _with_follower(trajectory: Trajectory, index: int) -> Iterator[Step]:
    yield trajectory.steps[index]
    yield from (step for step in trajectory.steps[index + 1 : index + 2] if step.role is not Role.PLANNER)


def _predicted_answer(step: ScoredStep) -> str:
    return step.predicted.answer if step.planned else NONE


def _is_easy(step: ScoredStep) -> bool:
    return _json_object(step.reference.input) == {}


def _json_object(text: str) -> dict[str, Any] | None:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def _match(given: dict[str, Any], key: str, value: Any) -> float:
    if key not in given:
        return 0.0
    return 1.0 if given[key] == value else 0.5


def _worded(text: str) -> str:
    """The text, or ``none`` where nothing is left between its full stops, which ``rouge`` cannot read."""
    return text if text.replace(".", "").strip() else NONE


@contextmanager
def _recursion_for(words: int) -> Iterator[None]:
    """``rouge`` walks its table recursively, one call for each word of a pair of sentences."""
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(limit + words)
    try:
        yield
    finally:
        sys.setrecursionlimit(limit)


def _mean(values: Iterable[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if known else None
