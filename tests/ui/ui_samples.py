"""Runs to show, and a scripted model in a holder: for the logic of the pages."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from pathlib import Path
from threading import Event

from umi.errors import ModelError
from umi.models.base import Writing
from umi.models.device import Device
from umi.models.files import Progress
from umi.models.holder import ModelHolder
from umi.models.scripted import ScriptedModel
from umi.schema import (
    Decision,
    ModelSet,
    Observation,
    Role,
    Run,
    Step,
    Token,
    ToolCall,
    ToolSpec,
)
from umi.tools.base import Tool
from umi.tools.python import python_tool

HOSTILE = (
    '<script>window.ran = 1</script><img src=x onerror="window.ran = 1"><b>fat</b> ${window.ran = 1} '
    "{{7*7}} <|im_start|>planner **bold** &amp; 😀 北京 שלום 'q' \"q\""
)
"""What must be shown as it is, and never run."""

SCRIPT = (
    "I need the length of the word.\nNext: caller",
    '{"name":"length","arguments":{"text":"Lisbon"}}',
    "The observation holds the length.\nNext: summarizer",
    "Lisbon has six letters.",
)
"""A run of four steps with one tool call."""


def length(text: str) -> int:
    """Number of characters.

    Args:
        text: What to measure.
    """
    return len(text)


def tools() -> list[Tool]:
    """One harmless tool."""
    return [python_tool(length)]


class Loaded(ScriptedModel):
    """A scripted model as the holder wants it."""

    device = Device("cpu", "bfloat16")

    def __init__(self, outputs: Iterable[str], seconds: float = 0.0) -> None:
        super().__init__(outputs, seconds)
        self.own: Mapping[Role, str] = {}
        self.set_folder: Path | None = None
        self.added: set[str] = set()

    def has_adapter(self, name: str) -> bool:
        """Whether it was added."""
        return name in self.added

    def add_adapter(self, name: str, _folder: Path) -> None:
        """Takes any folder for an adapter."""
        self.added.add(name)

    def written_by(self, adapters: Mapping[Role, str]) -> ModelSet:
        """Says which adapters write."""
        return self.models.model_copy(update={"adapters": dict(adapters)})

    def point(self, adapters: Mapping[Role, str]) -> None:
        """Writes with these from now on."""
        self.models = self.written_by(adapters)

    def close(self) -> None:
        """Holds nothing."""


class Voices(Loaded):
    """Writes the turns that belong to the caller's adapter (None: to none), whichever run asks."""

    def __init__(self, scripts: Mapping[str | None, tuple[str, ...]], seconds: float = 0.0) -> None:
        super().__init__((), seconds)
        self._scripts = scripts

    def write(self, run: Run, role: Role, cancel: Event) -> Writing:
        """The turn at the run's next step."""
        self._outputs = iter(self._scripts[run.models.adapters.get(Role.CALLER)][len(run.steps) :])
        return super().write(run, role, cancel)


def loaded(outputs: Iterable[str], seconds: float = 0.0) -> ModelHolder[Loaded]:
    """A holder that has loaded a model which writes these turns, a word each ``seconds``."""
    return holding(Loaded(outputs, seconds))


def holding(model: Loaded) -> ModelHolder[Loaded]:
    """A holder that has loaded this model."""
    holder = ModelHolder(lambda _name, _progress: model)
    holder.load("org/scripted")
    holder.wait()
    return holder


def loading(ready: Event, outputs: Iterable[str] = SCRIPT) -> ModelHolder[Loaded]:
    """A holder that loads until ``ready`` is set, and knows no model called ``bad``."""
    model = Loaded(outputs)

    def load(name: str | None, progress: Progress) -> Loaded:
        progress("Reading 42 of 100 MB", 0.42)
        ready.wait(20)
        if name == "bad":
            raise ModelError("There is no model <b>bad</b>: pass a folder.")
        return model

    holder = ModelHolder(load)
    holder.load("org/scripted")
    return holder


def tokens(text: str, unsure: str = "") -> tuple[Token, ...]:
    """A token a word, the one named ``unsure`` with probability 0.25."""
    words = text.split(" ")
    pieces = [*(word + " " for word in words[:-1]), words[-1]]
    return tuple(
        Token(id=index, text=piece, logprob=math.log(0.25 if piece.strip() == unsure else 0.9))
        for index, piece in enumerate(pieces)
    )


def planner(rationale: str, decision: Decision = Decision.CALLER, unsure: str = "") -> Step:
    raw = f"{rationale}\nNext: {decision}"
    return Step(
        role=Role.PLANNER, raw=raw, rationale=rationale, decision=decision, tokens=tokens(raw, unsure),
        prompt_tokens=1204, cached_tokens=1180, seconds=0.84,
    )  # fmt: skip


def caller(call: ToolCall, observation: Observation) -> Step:
    raw = call.model_dump_json()
    return Step(
        role=Role.CALLER, raw=raw, call=call, observation=observation, tokens=tokens(raw), seconds=0.5
    )


def summarizer(answer: str) -> Step:
    return Step(role=Role.SUMMARIZER, raw=answer, answer=answer, tokens=tokens(answer), seconds=1.1)


def run_of(question: str, *steps: Step) -> Run:
    """A run with these steps, each the child of the one before."""
    run = Run(
        question=question,
        system="Tools: length(text)",
        tools=(ToolSpec(name="length", description="Number of characters.", parameters={"type": "object"}),),
        models=ModelSet(base="scripted", base_hash="scripted"),
    )
    for step in steps:
        parent = run.steps[-1].id if run.steps else None
        run = run.with_step(step.model_copy(update={"parent_id": parent}))
    return run
