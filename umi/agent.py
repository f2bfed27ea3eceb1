"""The ReACT loop: planner, caller, tool, planner … summarizer, as a stream of events (paper, section 3.1)."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from threading import Event
from uuid import uuid4

from umi.errors import Cancelled, InputError, UmiError
from umi.examples import worked_examples
from umi.models.base import ContextFullError, Model, Waiting, Written
from umi.prompts import path_to, role_step, system_text
from umi.schema import Decision, Fork, Limits, ModelSet, Outcome, Role, Run, Sampling, Step, Token, ToolCall
from umi.tools.base import Tool
from umi.tools.execute import execute

MAX_QUESTION = 10_000
"""Characters; a longer text is a document, not a question."""


@dataclass(frozen=True)
class Writes:
    """A role begins its turn."""

    role: Role


@dataclass(frozen=True)
class Calls:
    """A tool begins to run."""

    call: ToolCall


@dataclass(frozen=True)
class Stepped:
    """A step is finished."""

    step: Step


@dataclass(frozen=True)
class Ended:
    """The run is over; it carries its outcome."""

    run: Run


AgentEvent = Waiting | Writes | Token | Calls | Stepped | Ended


def new_run(
    question: str,
    model: Model,
    tools: Sequence[Tool],
    sampling: Sampling = Sampling(),
    limits: Limits = Limits(),
    models: ModelSet | None = None,
) -> Run:
    """A run that has not begun; ``models`` is what writes it where that is not what the model has live.

    Raises:
        InputError: the question is empty or too long.
    """
    specs = tuple(tool.spec for tool in tools)
    models = models or model.models
    return Run(
        question=checked_question(question),
        system=system_text(specs),
        examples=() if models.trained else worked_examples({spec.name for spec in specs}),
        tools=specs,
        models=models,
        sampling=sampling,
        limits=limits,
    )


def checked_question(question: str) -> str:
    """The question without blanks around it, and with what no database and no tokenizer takes replaced.

    Raises:
        InputError: it is empty or too long.
    """
    text = question.strip().replace("\0", "\ufffd").encode("utf-8", "replace").decode()
    if not text:
        raise InputError("The question is empty: type what you want to know.")
    if len(text) > MAX_QUESTION:
        raise InputError(
            f"The question has {len(text):,} characters and at most {MAX_QUESTION:,} are allowed: shorten it."
        )
    return text


def read_ahead(model: Model, tools: Sequence[Tool]) -> None:
    """Let the model read what every run with these tools begins with: the first one then starts at once."""
    writing = model.write(new_run("?", model, tools), Role.PLANNER, Event())
    next(writing)
    writing.close()


def solve(run: Run, model: Model, tools: Sequence[Tool], cancel: Event) -> Iterator[AgentEvent]:
    """Go on from the run's last step to its end. Whatever goes wrong is an outcome, and no step is lost.

    A last step whose call has no observation yet is called first, and told of as a step that is finished.
    """
    loop = _Loop(run, model, tools, cancel)
    try:
        ended = yield from loop.steps()
    except Cancelled:
        ended = loop.run.ended(Outcome.CANCELLED, reason="The run was stopped.")
    except ContextFullError as error:
        ended = loop.run.ended(Outcome.CONTEXT_LIMIT, reason=str(error))
    except UmiError as error:
        ended = loop.run.ended(Outcome.FAILED, reason=str(error))
    yield Ended(ended)


class _Loop:
    """One run on its way; ``run`` always holds every finished step."""

    def __init__(self, run: Run, model: Model, tools: Sequence[Tool], cancel: Event) -> None:
        self.run = run
        self._model = model
        self._tools = {tool.spec.name: tool for tool in tools}
        self._cancel = cancel

    def steps(self) -> Generator[AgentEvent, None, Run]:
        """Write step after step; returns the ended run."""
        yield from self._answer_pending()
        role: Role | None = next_role(self.run)
        while role is not None:
            if len(self.run.steps) >= self.run.limits.steps:
                reason = f"The run reached its limit of {self.run.limits.steps} steps without an answer."
                return self.run.ended(Outcome.STEP_LIMIT, reason=reason)
            step = yield from self._step(role)
            self.run = self.run.with_step(step)
            yield Stepped(step)
            role = next_role(self.run)
        return closed(self.run)

    def _answer_pending(self) -> Generator[AgentEvent]:
        pending = pending_call(self.run)
        if pending is None or pending.call is None:
            return
        self.run = self.run.model_copy(update={"steps": self.run.steps[:-1]})
        step = yield from self._observe(pending, pending.call)
        self.run = self.run.with_step(step)
        yield Stepped(step)

    def _step(self, role: Role) -> Generator[AgentEvent, None, Step]:
        started = datetime.now(UTC)
        yield Writes(role)
        written: Written = yield from self._model.write(self.run, role, self._cancel)
        step = Step(
            **role_step(role, written.text),
            role=role,
            parent_id=self.run.steps[-1].id if self.run.steps else None,
            tokens=written.tokens,
            prompt_tokens=written.prompt_tokens,
            cached_tokens=written.cached_tokens,
            seconds=written.seconds,
            started_at=started,
        )
        return step if step.call is None else (yield from self._observe(step, step.call))

    def _observe(self, step: Step, call: ToolCall) -> Generator[AgentEvent, None, Step]:
        yield Calls(call)
        limits = self.run.limits
        observation = execute(
            self._tools,
            call,
            seconds=limits.tool_seconds,
            cut=lambda text: self._model.cut(text, limits.observation_tokens),
        )
        return step.model_copy(update={"observation": observation})


def pending_call(run: Run) -> Step | None:
    """The last step, where it is a call that no tool has answered."""
    last = run.steps[-1] if run.steps else None
    return last if last is not None and last.call is not None and last.observation is None else None


def resumed(run: Run, step: Step, corrected: Step, model: Model) -> Run:
    """A new run of the same question that goes on behind ``corrected``, which stands for ``step``.

    The steps before it are copied; prompt, tools, limits and sampling are those of the run, and what
    goes on is written by ``model``.
    """
    copies: list[Step] = []
    for each in (*path_to(run.steps, step), corrected):
        parent = copies[-1].id if copies else None
        copies.append(each.model_copy(update={"id": uuid4().hex, "parent_id": parent}))
    return Run(
        question=run.question,
        system=run.system,
        examples=run.examples,
        tools=run.tools,
        models=model.models,
        sampling=run.sampling,
        limits=run.limits,
        steps=tuple(copies),
        parent=Fork(run_id=run.id, step_id=step.id),
    )


def next_role(run: Run) -> Role | None:
    """Who goes on after the run's last step; None where nobody does."""
    if not run.steps:
        return Role.PLANNER
    last = run.steps[-1]
    if last.decision is Decision.CALLER:
        return Role.CALLER
    if last.decision is Decision.SUMMARIZER:
        return Role.SUMMARIZER
    return Role.PLANNER if last.call is not None else None


def closed(run: Run) -> Run:
    """The run with the outcome that its last step means."""
    last = run.steps[-1]
    if last.role is Role.SUMMARIZER:
        return run.ended(Outcome.FINISHED, answer=last.answer)
    if last.decision is Decision.GIVE_UP:
        return run.ended(Outcome.GAVE_UP, reason=last.rationale)
    what = (
        "decided nothing that can be followed"
        if last.role is Role.PLANNER
        else "wrote no call that can be read"
    )
    return run.ended(Outcome.FAILED, reason=f"The {last.role} {what} in step {len(run.steps)}.")
