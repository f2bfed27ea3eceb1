"""A role's figures on steps whose right answers are known: those of the paper that this role can change."""

from __future__ import annotations

from collections.abc import Sequence

from umi.metrics import NONE, Prediction, ScoredStep, rouge_l, score
from umi.prompts import role_step
from umi.schema import Decision, Role, Step
from umi.trajectory import Trajectory


def figures(role: Role, rows: Sequence[Trajectory], texts: Sequence[str | None]) -> dict[str, float | None]:
    """Each 0 to 1; what could not be written counts as nothing said.

    Planner: ``plan_em``, and ``rouge`` of the rationale. Caller, after the reference rationale:
    ``action_em``, ``hallu_rate`` and ``f1``. Summarizer: ``rouge``.
    """
    found = [Step(**role_step(role, text or ""), role=role) for text in texts]
    scores = score(map(_scored, rows, found))
    if role is Role.PLANNER:
        pairs = zip(found, rows, strict=True)
        alike = [rouge_l(step.rationale or NONE, row.steps[-1].rationale or NONE) for step, row in pairs]
        return {"plan_em": scores.plan_em, "rouge": sum(alike) / len(alike) if alike else None}
    if role is Role.CALLER:
        return {"action_em": scores.action_em, "hallu_rate": scores.hallu_rate, "f1": scores.f1}
    return {"rouge": scores.rouge}


_PLANS = {Role.CALLER: Decision.CALLER, Role.SUMMARIZER: Decision.SUMMARIZER}


def _scored(row: Trajectory, found: Step) -> ScoredStep:
    """The two steps as if each stood behind the plan that leads to it."""
    return ScoredStep(
        reference=_prediction(row.steps[-1]),
        predicted=_prediction(found),
        tool_names=frozenset(tool.name for tool in row.tools),
    )


def _prediction(step: Step) -> Prediction:
    plan = [Step(role=Role.PLANNER, raw="", decision=_PLANS[step.role])] if step.role in _PLANS else []
    return Prediction.of_steps([*plan, step])
