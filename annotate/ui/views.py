"""What the pages show, as plain frozen data: made from runs, live writing and summaries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from annotate.runner import Live
from annotate.store import RunSummary
from annotate.ui.spans import Span, marked, signature, written
from umi.prompts import parse_planner
from umi.schema import NEXT, Decision, ModelSet, Observation, Outcome, Role, Run, Step, Token, ToolCall

Tone = Literal["ok", "warn", "bad", "idle", "live"]

TONES: dict[Outcome | None, Tone] = {
    None: "live",
    Outcome.FINISHED: "ok",
    Outcome.GAVE_UP: "warn",
    Outcome.STEP_LIMIT: "warn",
    Outcome.CONTEXT_LIMIT: "warn",
    Outcome.FAILED: "bad",
    Outcome.CANCELLED: "idle",
    Outcome.INTERRUPTED: "idle",
}


@dataclass(frozen=True)
class Figures:
    """What a step took. Tokens: ``prompt`` in all, ``cached`` of them not read again, ``written``."""

    prompt: int
    cached: int
    written: int
    confidence: float | None
    seconds: float


@dataclass(frozen=True)
class StepCard:
    """One role's output; ``figures`` is None while it is being written."""

    index: int
    role: Role
    body: tuple[Span, ...]
    decision: Decision | None = None
    call: ToolCall | None = None
    figures: Figures | None = None


@dataclass(frozen=True)
class ToolCard:
    """What came back from a call; ``observation`` is None while the tool runs."""

    index: int
    name: str
    observation: Observation | None


Card = StepCard | ToolCard


@dataclass(frozen=True)
class Ending:
    """How a run stands, in a word, a tone and a sentence."""

    word: str
    tone: Tone
    sentence: str


@dataclass(frozen=True)
class Facts:
    """The figures beside a timeline: label and value, and the tools by name and description."""

    rows: tuple[tuple[str, str], ...]
    tools: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class HistoryRow:
    """One run in the list."""

    id: str
    question: str
    ending: Ending
    age: str
    confidence: float | None


def cards(steps: Sequence[Step], start: int) -> Iterator[Card]:
    """The cards of finished steps, of which ``start`` went before."""
    for index, step in enumerate(steps, start):
        yield _step_card(step, index)
        if step.call is not None and step.observation is not None:
            yield ToolCard(index, step.call.name, step.observation)


def live_cards(live: Live, index: int) -> Iterator[Card]:
    """The cards of step ``index`` while it is being written and its tool runs."""
    if live.role is None or not (live.tokens or live.call):
        return
    yield _live_card(live.role, live.tokens, live.call, index)
    if live.call is not None:
        yield ToolCard(index, live.call.name, None)


def ending(run: Run | RunSummary) -> Ending:
    """How the run stands; for one that ended early, why."""
    word = (run.outcome or "running").replace("_", " ")
    reason = run.reason if isinstance(run, Run) else None
    sentence = word.capitalize() + (f": {reason}" if reason else "")
    return Ending(word, TONES[run.outcome], sentence)


def problem(live: Live) -> Ending | None:
    """The end of a run that can no longer be recorded."""
    return None if live.problem is None else Ending("not recorded", "bad", f"Not recorded: {live.problem}")


def waiting(live: Live) -> str:
    """What the run does while nothing is being written; empty otherwise."""
    if live.note:
        return live.note[0].upper() + live.note[1:]
    if live.place:
        return f"Waiting: {live.place} request{'s' if live.place > 1 else ''} ahead in the queue"
    if live.tokens or live.call or live.problem:
        return ""
    return f"The {live.role} reads" if live.role else "Starting"


def facts(run: Run) -> Facts:
    """Where the run came from and what it took so far."""
    confidences = [step.confidence for step in run.steps if step.confidence is not None]
    rows = [
        ("Model", run.models.base),
        *adapter_rows(run.models),
        ("Sampling", _sampling(run)),
        ("Started", f"{run.created_at.astimezone():%Y-%m-%d %H:%M:%S}"),
        ("Took", _took(run)),
        ("Steps", str(len(run.steps))),
        ("Tokens in", f"{sum(step.prompt_tokens for step in run.steps):,}"),
        ("of them cached", f"{sum(step.cached_tokens for step in run.steps):,}"),
        ("Tokens out", f"{sum(len(step.tokens) for step in run.steps):,}"),
        ("Least sure", f"{min(confidences):.2f}" if confidences else "-"),
    ]
    return Facts(tuple(rows), tuple((tool.name, tool.description) for tool in run.tools))


def adapter_rows(models: ModelSet) -> tuple[tuple[str, str], ...]:
    """Which revision of the backbone and of each role writes; the backbone itself where a role has none."""
    roles = ((role.capitalize(), models.adapters.get(role, "backbone")) for role in Role)
    return (("Backbone", models.backbone), *roles)


def history_row(summary: RunSummary, now: datetime) -> HistoryRow:
    """One line of the list; ``now`` is what the age is counted from."""
    since = age((now - summary.created_at).total_seconds())
    return HistoryRow(summary.id, summary.question, ending(summary), since, summary.lowest_confidence)


def _step_card(step: Step, index: int) -> StepCard:
    return StepCard(
        index=index,
        role=step.role,
        body=_body(step),
        decision=step.decision,
        call=step.call,
        figures=Figures(
            step.prompt_tokens, step.cached_tokens, len(step.tokens), step.confidence, step.seconds
        ),
    )


def _body(step: Step) -> tuple[Span, ...]:
    """What the role wrote, as people read it; its raw text where that could not be parsed."""
    if step.call is not None:
        return signature(step.call, step.tokens)
    if step.role is Role.PLANNER and step.rationale is not None and step.decision is not None:
        return marked(step.rationale, step.tokens)
    return marked(step.raw if step.answer is None else step.answer, step.tokens)


def _live_card(role: Role, tokens: tuple[Token, ...], call: ToolCall | None, index: int) -> StepCard:
    if call is not None:
        return StepCard(index, role, signature(call, tokens), call=call)
    text = written(tokens)
    if role is not Role.PLANNER:
        return StepCard(index, role, marked(text, tokens))
    rationale, decision = parse_planner(_without_half_decision(text))
    return StepCard(index, role, marked(rationale, tokens), decision)


def _without_half_decision(text: str) -> str:
    """Hides a last line that begins to say ``Next: ``, so that it does not flash by."""
    head, newline, last = text.rpartition("\n")
    return head if newline and NEXT.startswith(last) else text


def _sampling(run: Run) -> str:
    if run.sampling.temperature == 0:
        return "greedy"
    return f"temperature {run.sampling.temperature:g}, seed {run.sampling.seed}"


def _took(run: Run) -> str:
    end = run.ended_at or datetime.now(UTC)
    return f"{(end - run.created_at).total_seconds():.1f} s"


def age(seconds: float) -> str:
    for size, unit in ((86400, "d"), (3600, "h"), (60, "min")):
        if seconds >= size:
            return f"{seconds // size:.0f} {unit}"
    return "now"
