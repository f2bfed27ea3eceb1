"""Whether a run answered its question, and where it can be told, whose fault it was if not."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from umi.answers import missing
from umi.questions import Question
from umi.schema import Frozen, ModelSet, Outcome, Role, Run, Step


class Fault(Frozen):
    """What went wrong; ``role`` is None where the run does not tell."""

    role: Role | None
    what: str


class Result(Question):
    """A question with the run that tried it; ``steps`` come without their tokens, ``seconds`` are wall time.

    ``missing`` has a sentence for each fact that the answer does not say.
    """

    passed: bool
    outcome: Outcome
    answer: str | None = None
    reason: str | None = None
    missing: tuple[str, ...] = ()
    fault: Fault | None = None
    seconds: float
    models: ModelSet
    steps: tuple[Step, ...]


def judged(question: Question, run: Run) -> Result:
    """The verdict on a run that has ended."""
    lacking = _lacking(question, run)
    right = run.outcome is (Outcome.GAVE_UP if question.gives_up else Outcome.FINISHED) and not lacking
    ended = run.ended_at or run.created_at
    return Result(
        **question.model_dump(),
        passed=right,
        outcome=run.outcome or Outcome.INTERRUPTED,
        answer=run.answer,
        reason=run.reason,
        missing=tuple(missing(run.answer or "", lacking, ended)),
        fault=None if right else _fault(question, run, lacking),
        seconds=(ended - run.created_at).total_seconds(),
        models=run.models,
        steps=tuple(step.model_copy(update={"tokens": ()}) for step in run.steps),
    )


def _lacking(question: Question, run: Run) -> list[dict[str, Any]]:
    """The facts that the answer does not say."""
    return [fact for fact in question.facts if missing(run.answer or "", [fact], run.ended_at)]


def _fault(question: Question, run: Run, lacking: list[dict[str, Any]]) -> Fault:
    """Why the run did not pass."""
    last = run.steps[-1] if run.steps else None
    match run.outcome:
        case Outcome.GAVE_UP:
            return Fault(role=Role.PLANNER, what="gave up on what the tools can answer")
        case Outcome.STEP_LIMIT:
            return Fault(role=Role.PLANNER, what="went on to the step limit")
        case Outcome.FAILED if last is not None and last.decision is None and last.call is None:
            return Fault(role=last.role, what="wrote a turn that cannot be followed")
        case Outcome.FINISHED if question.gives_up:
            return Fault(role=Role.PLANNER, what="answered what no tool can answer")
        case Outcome.FINISHED:
            return _fault_of_answer(run, lacking)
    return Fault(role=None, what=f"the run ended as {run.outcome}")


def _fault_of_answer(run: Run, lacking: list[dict[str, Any]]) -> Fault:
    """Who is to blame for an answer without these facts."""
    observations = [step.observation for step in run.steps if step.observation is not None]
    if not observations:
        return Fault(role=Role.PLANNER, what="had it answered without a call")
    if all(observation.is_error for observation in observations):
        return Fault(role=Role.CALLER, what="made no call that worked")
    if _shown([observation.content for observation in observations], lacking, run):
        return Fault(role=Role.SUMMARIZER, what="did not say what the tools had said")
    return Fault(role=None, what="the tools were not asked for it (wrong tool, arguments or too few calls)")


def _shown(observations: Iterable[str], facts: list[dict[str, Any]], run: Run) -> bool:
    """Whether the tools' results say all of these facts."""
    text = "\n".join(observations)
    asked = [fact for fact in facts if "yes" in fact]
    # Only a holiday's check says yes or no; what a comparison comes to stands in no observation.
    told = all(f'"is_holiday":{str(fact["yes"]).lower()}' in text for fact in asked)
    return told and not missing(text, [fact for fact in facts if "yes" not in fact], run.ended_at)
