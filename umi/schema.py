"""What a run is made of: tools, steps, outcomes. Frozen data with an exact JSON round trip."""

from __future__ import annotations

import math
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, Literal, NamedTuple
from uuid import uuid4

from pydantic import BaseModel, ConfigDict, Field

NEXT = "Next: "
"""Opens the planner's decision on a line of its own: ``Next: caller`` (paper, section 3.1)."""


class Frozen(BaseModel):
    """Immutable record; unknown fields are refused so that a typo in a file is noticed."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Role(StrEnum):
    """Who writes a step (paper, section 3.1)."""

    PLANNER = "planner"
    CALLER = "caller"
    SUMMARIZER = "summarizer"


class Decision(StrEnum):
    """What the planner may decide."""

    CALLER = "caller"
    SUMMARIZER = "summarizer"
    GIVE_UP = "give up"


class Outcome(StrEnum):
    """How a run ended; a run without one is still running."""

    FINISHED = "finished"
    GAVE_UP = "gave_up"
    FAILED = "failed"
    CANCELLED = "cancelled"
    STEP_LIMIT = "step_limit"
    CONTEXT_LIMIT = "context_limit"
    INTERRUPTED = "interrupted"


class ObservationState(StrEnum):
    """Where an observation's content comes from; stale ones never train."""

    EXECUTED = "executed"
    EDITED = "edited by hand"
    STALE = "stale"


class ToolSpec(Frozen):
    """What a model sees of a tool: ``parameters`` is a JSON Schema of type object."""

    name: str
    description: str
    parameters: dict[str, Any]


class ToolCall(Frozen):
    """One call as the caller wrote it."""

    name: str
    arguments: dict[str, Any]


class Observation(Frozen):
    """What a tool returned, as the text that the model reads next.

    ``cut`` is true where the output limit shortened it; ``seconds`` is wall time.
    """

    content: str
    state: ObservationState = ObservationState.EXECUTED
    is_error: bool = False
    cut: bool = False
    seconds: float = 0.0


class Token(Frozen):
    """One generated token.

    ``logprob`` (natural log) is under the distribution the token was chosen from at
    temperature 1: with constrained decoding that is the model's distribution over the
    tokens the grammar allowed, so a forced token has 0.0. ``text`` is empty where the
    token holds only a part of a character; the token that completes it carries it.
    """

    id: int
    text: str
    logprob: float


class Sampling(Frozen):
    """Greedy at ``temperature`` 0; otherwise sampled, and the same seed gives the same run.

    ``constrained`` holds every role to its grammar: one of three decisions, a valid call.
    """

    temperature: float = Field(default=0.0, ge=0.0, le=2.0)
    seed: int = Field(default=0, ge=0, lt=2**31)
    constrained: bool = True


class Limits(Frozen):
    """Where a run stops: steps of all roles together, tokens a turn by role, and what a tool may take."""

    steps: int = Field(default=16, ge=1)
    planner_tokens: int = Field(default=96, ge=8)
    caller_tokens: int = Field(default=640, ge=8)
    summarizer_tokens: int = Field(default=256, ge=8)
    observation_tokens: int = Field(default=400, ge=8)
    tool_seconds: float = Field(default=10.0, gt=0)


class TurnFormat(Frozen):
    """The special strings around a turn, as the tokenizer's own family writes them.

    ``start`` opens the sequence, ``opening`` a turn (``{role}`` stands for who speaks),
    ``closing`` ends one. The default is ChatML. ``voice`` is the one name under which all
    three roles speak, where one model was trained to do everything (the paper's Single-LLM).
    """

    start: str = ""
    opening: str = "<|im_start|>{role}\n"
    closing: str = "<|im_end|>\n"
    voice: str | None = None

    def header(self, speaker: str) -> str:
        """What opens the turn of this speaker; for a role, its invocation."""
        name = self.voice if self.voice and speaker in set(Role) else speaker
        return self.opening.replace("{role}", name)


class ModelSet(Frozen):
    """What wrote a run: the backbone and, by role, the adapter revision (absent: the backbone itself).

    ``backbone_hash`` is the SHA-256 of the adapter folded into the base, if one is. ``turn_format``
    is kept with it, so that the prompt can be shown without the model. ``copying`` holds the texts of
    calls to the words of the question and the planner's last rationale (``umi.models.copying``).
    """

    base: str
    base_hash: str
    backbone_hash: str | None = None
    turn_format: TurnFormat = TurnFormat()
    adapters: dict[Role, str] = Field(default_factory=dict)
    copying: bool = False

    @property
    def trained(self) -> bool:
        """Something was learnt for the roles, so that no worked examples are needed."""
        return self.backbone_hash is not None or bool(self.adapters)

    @property
    def backbone(self) -> str:
        """The backbone's name: that of its adapter where one is folded in, as role adapters are named."""
        return self.base if self.backbone_hash is None else f"backbone__{self.backbone_hash[:8]}"


class Step(Frozen):
    """One role's output at one prefix.

    Planner steps carry ``rationale`` and ``decision``, caller steps ``call`` and the
    ``observation`` it led to, summarizer steps ``answer``. ``prompt_tokens`` counts what
    the role read, ``cached_tokens`` the part of it that did not have to be read again.
    ``seconds`` is the time from asking the model to its last token.
    """

    id: str = Field(default_factory=lambda: uuid4().hex)
    parent_id: str | None = None
    role: Role
    raw: str
    rationale: str | None = None
    decision: Decision | None = None
    call: ToolCall | None = None
    observation: Observation | None = None
    answer: str | None = None
    tokens: tuple[Token, ...] = ()
    prompt_tokens: int = 0
    cached_tokens: int = 0
    seconds: float = 0.0
    started_at: datetime = Field(default_factory=lambda: datetime.now(UTC))

    @property
    def confidence(self) -> float | None:
        """How sure the role was, 0 to 1; None where no log-probabilities were recorded.

        Planner: probability of the decision after its rationale. Caller: probability of
        the whole call. Summarizer: geometric mean per token, as wording is free there.
        """
        logprobs = [token.logprob for token in self.tokens]
        if not logprobs:
            return None
        if self.role is Role.SUMMARIZER:
            return math.exp(sum(logprobs) / len(logprobs))
        if self.role is Role.PLANNER:
            logprobs = logprobs[_decision_start(self.tokens) :]
        return math.exp(sum(logprobs))


def _decision_start(tokens: tuple[Token, ...]) -> int:
    """Index of the first token that says which decision, after the last ``Next: ``; 0 where none does."""
    before, found, _ = "".join(token.text for token in tokens).rpartition(NEXT.strip())
    seen = 0
    for index, token in enumerate(tokens):
        if found and seen >= len(before) + len(found):
            return index
        seen += len(token.text)
    return 0


Speaker = Literal["system", "user", "planner", "caller", "observation", "summarizer"]


class Turn(NamedTuple):
    """One finished turn of the sequence that all roles read."""

    speaker: Speaker
    text: str


class Fork(Frozen):
    """Where a run was resumed from another."""

    run_id: str
    step_id: str


class Run(Frozen):
    """One question's trajectory, with everything the prompt was rendered from.

    ``system`` is the text of the system turn as the model read it, ``examples`` the worked
    examples between it and the question. ``outcome`` is None while the run goes on;
    ``reason`` is the sentence that says why it ended early.
    """

    id: str = Field(default_factory=lambda: uuid4().hex)
    question: str
    system: str
    examples: tuple[Turn, ...] = ()
    tools: tuple[ToolSpec, ...]
    strategy: Literal["react"] = "react"
    models: ModelSet
    sampling: Sampling = Sampling()
    limits: Limits = Limits()
    steps: tuple[Step, ...] = ()
    outcome: Outcome | None = None
    answer: str | None = None
    reason: str | None = None
    parent: Fork | None = None
    created_at: datetime = Field(default_factory=lambda: datetime.now(UTC))
    ended_at: datetime | None = None

    def with_step(self, step: Step) -> Run:
        """The run with one more step at its end."""
        return self.model_copy(update={"steps": (*self.steps, step)})

    def ended(self, outcome: Outcome, answer: str | None = None, reason: str | None = None) -> Run:
        """The run closed now with this outcome."""
        return self.model_copy(
            update={"outcome": outcome, "answer": answer, "reason": reason, "ended_at": datetime.now(UTC)}
        )
