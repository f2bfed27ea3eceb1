"""Runs in the background: each has a thread that writes the record; pages look on and come and go."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from threading import Event, Lock, Thread
from typing import Any
from uuid import uuid4

from annotate.adapters import Switchable
from annotate.store import Store
from umi.agent import (
    Calls,
    Ended,
    Stepped,
    Writes,
    checked_question,
    new_run,
    pending_call,
    resumed,
    solve,
)
from umi.errors import Cancelled, InputError, ModelError, StoreError
from umi.models.base import Model, Waiting
from umi.models.holder import ModelHolder
from umi.prompts import system_text
from umi.schema import ModelSet, Outcome, Role, Run, Sampling, Step, Token, ToolCall
from umi.tools.base import Tool

_log = logging.getLogger(__name__)
_LOOK = 0.2
"""Seconds between two looks at a model that is still being loaded."""


@dataclass(frozen=True)
class Live:
    """What a run is doing now and the record does not say yet.

    ``place`` is the number of requests ahead in the generation queue, ``note`` what is
    being waited for, ``tokens`` what ``role`` has written of its turn, ``call`` the call
    whose tool is running. ``problem`` ends a run that can no longer be recorded.
    """

    place: int | None = None
    note: str | None = None
    role: Role | None = None
    tokens: tuple[Token, ...] = ()
    call: ToolCall | None = None
    started_at: datetime | None = None
    problem: str | None = None


class _Going:
    """One run on its way: written by its thread, read by any."""

    def __init__(self) -> None:
        self.cancel = Event()
        self._lock = Lock()
        self._live = Live()
        self._tokens: list[Token] = []

    def shows(self, live: Live) -> None:
        """What the run does from now on; its tokens start anew."""
        with self._lock:
            self._live = live
            self._tokens = []

    def waits(self, place: int) -> None:
        """Its place in the queue."""
        with self._lock:
            self._live = replace(self._live, place=place)

    def calls(self, call: ToolCall) -> None:
        """The turn is written; its tool runs."""
        with self._lock:
            self._live = replace(self._live, call=call)

    def adds(self, token: Token) -> None:
        """One token more of the turn."""
        with self._lock:
            self._tokens.append(token)
            self._live = replace(self._live, place=None)

    def snapshot(self) -> Live:
        """What it does now."""
        with self._lock:
            return replace(self._live, tokens=tuple(self._tokens))


class Runner:
    """Starts and stops runs on the held model, with these tools, into this store.

    ``prepare`` is called with the model before each run starts, so that it starts with the live adapters.
    """

    def __init__(
        self,
        store: Store,
        holder: ModelHolder[Any],
        tools: Sequence[Tool],
        prepare: Callable[[Any], None] = lambda _model: None,
    ) -> None:
        self._store = store
        self._holder = holder
        self._tools = tools
        self._prepare = prepare
        self._going: dict[str, _Going] = {}

    def start(
        self,
        question: str,
        sampling: Sampling = Sampling(),
        adapters: Mapping[Role, str | None] | None = None,
    ) -> str:
        """Begin a run in the background; returns its id.

        ``adapters`` are those of its roles that are not written by what is live: loaded ones by name, None
        for the set's own.

        Raises:
            InputError: the question is empty or too long.
        """
        question = checked_question(question)
        return self._start(
            lambda model: new_run(
                question, model, self._tools, sampling, models=_with(model, adapters) if adapters else None
            ),
            lambda: self._stillborn(question, sampling),
        )

    def resume(self, run: Run, step: Step, corrected: Step) -> str:
        """Go on behind ``corrected``, which stands for ``step``, as a new run; returns its id.

        A corrected call is made first.

        Raises:
            InputError: the run's tools are not those of this program.
        """
        missing = {tool.name for tool in run.tools} - {tool.spec.name for tool in self._tools}
        if missing:
            raise InputError(
                f"This run was offered tools that are not here ({', '.join(sorted(missing))}): "
                "its steps can be corrected, but it cannot go on."
            )
        return self._start(
            lambda model: resumed(run, step, corrected, model),
            lambda: self._stillborn(run.question, run.sampling),
        )

    def _start(self, make: Callable[[Any], Run], stillborn: Callable[[], Run]) -> str:
        """``make`` gives the run once there is a model, ``stillborn`` what is recorded without one."""
        run_id = uuid4().hex
        going = self._going[run_id] = _Going()
        arguments = (run_id, make, stillborn, going)
        Thread(target=self._work, args=arguments, name=f"run {run_id}", daemon=True).start()
        return run_id

    def cancel(self, run_id: str) -> None:
        """Stop a run before its next token; nothing happens where it is not running here."""
        going = self._going.get(run_id)
        if going is not None:
            going.cancel.set()

    def live(self, run_id: str) -> Live | None:
        """What the run is doing now; None where this process is not running it."""
        going = self._going.get(run_id)
        return None if going is None else going.snapshot()

    def _work(
        self, run_id: str, make: Callable[[Any], Run], stillborn: Callable[[], Run], going: _Going
    ) -> None:
        try:
            run = self._begin(run_id, make, stillborn, going)
            if run is not None:
                self._follow(*run, going)
        except Exception as error:
            if not self._failed(run_id, going, error):
                return
        del self._going[run_id]

    def _failed(self, run_id: str, going: _Going, error: Exception) -> bool:
        """Whether the record says so now; where it cannot, the sentence stays here for whoever looks."""
        if isinstance(error, StoreError):
            reason = str(error)
            _log.error("The run %s cannot be recorded: %s", run_id, reason)
        else:
            reason = "The program failed here; its log has the details."
            _log.error("The run %s failed", run_id, exc_info=error)
        going.shows(Live(problem=reason))
        try:
            self._store.end_run(run_id, Outcome.FAILED, reason=reason)
        except StoreError:
            return False
        return True

    def _begin(
        self, run_id: str, make: Callable[[Any], Run], stillborn: Callable[[], Run], going: _Going
    ) -> tuple[Run, Model] | None:
        """The recorded run and its model; None where there is no model, which is recorded too."""
        try:
            model = self._model(going)
        except ModelError as error:
            outcome = Outcome.CANCELLED if isinstance(error, Cancelled) else Outcome.FAILED
            run = stillborn().model_copy(update={"id": run_id})
            self._store.start_run(run.ended(outcome, reason=str(error)))
            return None
        run = make(model).model_copy(update={"id": run_id})
        # A call that is still to be made is recorded with what it leads to.
        done = run.steps[:-1] if pending_call(run) else run.steps
        self._store.start_run(run.model_copy(update={"steps": done}))
        return run, model

    def _model(self, going: _Going) -> Model:
        while (status := self._holder.status()).phase == "loading":
            going.shows(Live(note=status.message))
            if going.cancel.wait(_LOOK):
                raise Cancelled("The run was stopped before the model was loaded.")
        model: Model = self._holder.wait()
        self._prepare(model)
        return model

    def _stillborn(self, question: str, sampling: Sampling) -> Run:
        specs = tuple(tool.spec for tool in self._tools)
        name = self._holder.status().name or "default"
        models = ModelSet(base=name, base_hash="")
        system = system_text(specs)
        return Run(question=question, system=system, tools=specs, models=models, sampling=sampling)

    def _follow(self, run: Run, model: Model, going: _Going) -> None:
        for event in solve(run, model, self._tools, going.cancel):
            match event:
                case Waiting(place):
                    going.waits(place)
                case Writes(role):
                    going.shows(Live(role=role, started_at=datetime.now(UTC)))
                case Token():
                    going.adds(event)
                case Calls(call):
                    going.calls(call)
                case Stepped(step):
                    self._store.add_step(run.id, step)
                    going.shows(Live())
                case Ended(ended) if ended.outcome is not None:
                    self._store.end_run(run.id, ended.outcome, ended.answer, ended.reason)


def _with(model: Switchable, adapters: Mapping[Role, str | None]) -> ModelSet:
    """What is live, with these adapters in the place of their roles'."""
    wanted = {role: name for role, name in model.models.adapters.items() if role not in adapters}
    for role, name in adapters.items():
        chosen = model.own.get(role) if name is None else name
        if chosen is not None:
            wanted[role] = chosen
    return model.written_by(wanted)
