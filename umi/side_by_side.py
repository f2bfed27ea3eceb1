"""Several runs at a time on one model: whoever waits for a turn gets it in one batch with the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from threading import Event
from typing import Protocol

from umi.agent import AgentEvent, Ended, solve
from umi.errors import Cancelled
from umi.models.base import BatchModel, ContextFullError, Model, TurnRequest, Waiting, Writing, Written
from umi.prompts import turns
from umi.schema import ModelSet, Role, Run
from umi.tools.base import Tool


class BothModel(Model, BatchModel, Protocol):
    """A model that writes single turns and many at once."""


@dataclass
class _Asked:
    request: TurnRequest
    written: Written | None = None


class _Gathering:
    """A model for runs of which none goes on until all have asked; it writes as its model does, greedily."""

    def __init__(self, model: BothModel) -> None:
        self._model = model
        self._asked: list[_Asked] = []

    @property
    def models(self) -> ModelSet:
        """The model's own."""
        return self._model.models

    def cut(self, text: str, limit: int) -> tuple[str, bool]:
        """The model's own."""
        return self._model.cut(text, limit)

    def write(self, run: Run, role: Role, cancel: Event) -> Writing:
        """Ask, and wait until ``write_asked`` was called."""
        constrained = run.sampling.constrained
        request = TurnRequest(role, tuple(turns(run)), run.tools, limits=run.limits, constrained=constrained)
        has, room = self._model.tokens(request.history), self._model.room(role, run.limits)
        if has > room:
            raise ContextFullError(f"The run has {has} tokens, but the {role} reads at most {room}.")
        asked = _Asked(request)
        self._asked.append(asked)
        while asked.written is None:
            if cancel.is_set():
                raise Cancelled("The run was stopped.")
            yield Waiting(0)
        return asked.written

    def write_asked(self, cancel: Event) -> None:
        """Write every turn that was asked for; after a stop, each run sees that for itself."""
        asked, self._asked = self._asked, []
        with suppress(Cancelled):
            for index, written in self._model.write_many([one.request for one in asked], cancel):
                asked[index].written = written


def solve_side_by_side(
    runs: Iterable[Run], model: BothModel, tools: Sequence[Tool], at_once: int, cancel: Event
) -> Iterator[Run]:
    """The runs at their end, as they get there; ``at_once`` of them are on their way at a time.

    They are written greedily. A batch's sums are rounded in another order than a single turn's, so that
    in bf16 a token may differ where two are nearly as likely.
    """
    waiting = iter(runs)
    gathering = _Gathering(model)
    under_way: list[Iterator[AgentEvent]] = []
    while True:
        while len(under_way) < at_once and (run := next(waiting, None)) is not None:
            under_way.append(solve(run, gathering, tools, cancel))
        if not under_way:
            return
        for events in list(under_way):
            ended = _until_it_asks(events)
            if ended is not None:
                under_way.remove(events)
                yield ended
        gathering.write_asked(cancel)


def _until_it_asks(events: Iterator[AgentEvent]) -> Run | None:
    """Let a run go on until it waits for a turn; the run if it ended instead."""
    for event in events:
        if isinstance(event, Ended):
            return event.run
        if isinstance(event, Waiting):
            return None
    raise AssertionError("a run ends with an event that says so")
