"""Scripted models behind the real queue and in the real holder, and tools for their calls."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from threading import Event

from umi.models.base import Writing, Written
from umi.models.device import Device
from umi.models.files import Progress
from umi.models.holder import ModelHolder
from umi.models.scripted import ScriptedModel
from umi.models.worker import Emit, GenerationWorker
from umi.schema import Role, Run
from umi.tools.base import Tool
from umi.tools.python import python_tool

CALL = "I look it up.\nNext: caller"
LENGTH = '{"name":"length","arguments":{"text":"Lisbon"}}'
WAIT = '{"name":"wait","arguments":{}}'
SCRIPT = (CALL, LENGTH, "I know it.\nNext: summarizer", "It has six letters.")
QUESTION = "How long is Lisbon?"


class Held(ScriptedModel):
    """Writes by a script for each question, one run after the other as a loaded model does."""

    device = Device("cpu", "bfloat16")

    def __init__(self, scripts: Mapping[str, Iterable[str]], seconds: float = 0.0) -> None:
        super().__init__(())
        self._scripts = {question: ScriptedModel(outputs, seconds) for question, outputs in scripts.items()}
        self._worker = GenerationWorker()

    def write(self, run: Run, role: Role, cancel: Event) -> Writing:
        writing = self._scripts[run.question].write(run, role, cancel)

        def work(emit: Emit) -> Written:
            while True:
                try:
                    token = next(writing)
                except StopIteration as end:
                    return end.value
                emit(token)

        return (yield from self._worker.submit(work))

    def close(self) -> None:
        self._worker.close()


def holder_of(model: Held) -> ModelHolder[Held]:
    """A holder that has loaded this model."""

    def load(_name: str | None, _progress: Progress) -> Held:
        return model

    holder = ModelHolder(load)
    holder.load("org/scripted")
    holder.wait()
    return holder


def length(text: str) -> int:
    """Number of characters."""
    return len(text)


def tools(go: Event | None = None) -> list[Tool]:
    """One tool that measures, and one that waits until it may go on."""

    def wait() -> str:
        """Wait."""
        return "went on" if go is None or go.wait(9) else "waited in vain"

    return [python_tool(length), python_tool(wait)]
