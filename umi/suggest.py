"""What else a role might have written at a step: sampled, each once, the likeliest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from threading import Event

from umi.models.base import Model, Written
from umi.prompts import path_to, role_step, written_text
from umi.schema import Run, Sampling, Step
from umi.trajectory import is_read

TRIES = 3
"""Turns sampled at most for each suggestion wanted, as a sure role keeps writing the same."""


@dataclass(frozen=True)
class Suggestion:
    """Another output; ``logprob`` (natural log) is that of its whole text under the role's grammar."""

    step: Step
    logprob: float


def suggest(run: Run, step: Step, model: Model, count: int, cancel: Event) -> Iterator[Suggestion]:
    """Up to ``count`` outputs other than the step's own, as they come: the greedy one, then samples.

    Outputs that could not be read are left out.

    Raises:
        Cancelled: ``cancel`` was set.
        ContextFullError: the run has grown too long for the model.
    """
    before = run.model_copy(update={"steps": path_to(run.steps, step), "models": model.models})
    seen = {written_text(step)}
    for seed in range(count * TRIES):
        sampling = Sampling(temperature=1.0 if seed else 0.0, seed=seed)
        written = _written(before.model_copy(update={"sampling": sampling}), step, model, cancel)
        found = Step(**role_step(step.role, written.text), role=step.role, parent_id=step.parent_id)
        if not is_read(found) or written_text(found) in seen:
            continue
        seen.add(written_text(found))
        yield Suggestion(found, sum(token.logprob for token in written.tokens))
        if len(seen) > count:
            return


def _written(run: Run, step: Step, model: Model, cancel: Event) -> Written:
    writing = model.write(run, step.role, cancel)
    while True:
        try:
            next(writing)
        except StopIteration as end:
            written: Written = end.value
            return written
