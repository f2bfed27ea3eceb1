"""How a chat's turns become a chain: what an assistant says and calls, and the results that come back.

An assistant's turn with calls is a planner's step and a caller's for each of them; the text is the first
one's rationale, and where it has none, a turn of text alone just before it is. The last turn, of text
alone, is the answer: a planner's step that decides for it and a summarizer's. Two kinds of turns are of
one role alone: those that say so, and texts that end in the planner's ``Next: …``.
"""

from __future__ import annotations

from dataclasses import dataclass

from umi.errors import InputError
from umi.formats.chain import Chain
from umi.formats.openai_tools import Tools
from umi.prompts import parse_planner, system_text, tool_line
from umi.schema import Decision, Observation, Role
from umi.trajectory import Trajectory


@dataclass(frozen=True)
class Called:
    """A call: its arguments are JSON text, which may be broken."""

    name: str
    arguments: str
    id: str | None = None


@dataclass(frozen=True)
class Said:
    """An assistant's turn. ``learnt``: what the file says of it, if anything; ``role``: whose alone it is."""

    text: str = ""
    thought: str = ""
    calls: tuple[Called, ...] = ()
    learnt: bool | None = None
    role: Role | None = None


@dataclass(frozen=True)
class _Waiting:
    """The call of a step that has no result yet, and which turn it was made in."""

    call: Called
    index: int
    turn: int


class Dialogue:
    """A chat on its way to a trajectory, fed turn by turn; ``at`` is the field to name in an error."""

    def __init__(self, tools: Tools, system: str = "") -> None:
        self._chain = Chain(tool.spec() for tool in tools)
        self._system = system
        self._question = ""
        self._waiting: list[_Waiting] = []
        self._turn = 0
        self._pending: Said | None = None

    def instruct(self, text: str, at: str) -> None:
        """A system's turn.

        Raises:
            InputError: it is not at the beginning.
        """
        if self._chain.steps or self._pending:
            raise InputError(f"field {at}: a system's turn in the middle, which no role reads")
        self._system = f"{self._system}\n\n{text}" if self._system else text

    def ask(self, text: str, at: str) -> None:
        """The user's question.

        Raises:
            InputError: it is a second one.
        """
        self._chain.ask(text, at)
        self._question = self._question or text

    def say(self, said: Said) -> None:
        """An assistant's turn."""
        before = len(self._chain.steps)
        self._turn += 1
        if _is_alone(said):
            self._settle()
            self._say_alone(said)
        elif said.calls:
            self._say_calls(said)
        else:
            self._say_text(said)
        self._weigh(said, before)

    def hear(
        self, observation: Observation, at: str, call_id: str | None = None, name: str | None = None
    ) -> None:
        """What came back from a call: the one of this id; else the last turn's first of this name, or first.

        Raises:
            InputError: no call waits for it.
        """
        waiting = self._waiting_for(call_id, name)
        if waiting is None:
            raise InputError(f"field {at}: an observation that follows no call")
        self._waiting.remove(waiting)
        self._chain.observe(observation, at, waiting.index)

    def trajectory(self, name: str, field: str) -> Trajectory | None:
        """The finished trajectory; None where it offers no tool and calls none.

        Raises:
            InputError: nobody asks, or a tool is called where none is offered; ``field`` holds the turns.
        """
        self._finish()
        if not self._chain.tools:
            if any(step.role is Role.CALLER for step in self._chain.steps):
                raise InputError(f"field {field}: a tool is called where none is offered")
            return None
        if not self._question.strip():
            raise InputError(f"field {field}: no question is asked")
        return self._chain.trajectory(name, self._question, system=self._system_text())

    def _say_alone(self, said: Said) -> None:
        if said.role is Role.SUMMARIZER:
            self._chain.conclude(said.text)
        elif said.role is Role.PLANNER:
            self._plan_or_muse(said.text)
        elif said.text:
            self._chain.call_badly(said.text)
            self._await(said.calls[0] if said.calls else Called("", ""))
        else:
            self._call(said.calls[0])

    def _plan_or_muse(self, text: str) -> None:
        rationale, decision = parse_planner(text)
        if decision is None:
            self._chain.muse(text)
        else:
            self._chain.plan(rationale, decision)

    def _say_calls(self, said: Said) -> None:
        thought = _whole(said)
        if self._pending is not None and not thought:
            thought, self._pending = _whole(self._pending), None
        self._settle()
        decided = self._chain.decision is Decision.CALLER and not thought
        for number, call in enumerate(said.calls):
            if number or not decided:
                self._chain.plan("" if number else thought, Decision.CALLER)
            self._call(call)

    def _say_text(self, said: Said) -> None:
        self._settle()
        if self._chain.decision is Decision.SUMMARIZER and not said.thought:
            self._chain.conclude(said.text)
        elif not said.thought and parse_planner(said.text)[1] is not None:
            self._plan_or_muse(said.text)
        else:
            self._pending = said

    def _call(self, call: Called) -> None:
        self._chain.call(call.name, call.arguments)
        self._await(call)

    def _await(self, call: Called) -> None:
        self._waiting.append(_Waiting(call, len(self._chain.steps) - 1, self._turn))

    def _waiting_for(self, call_id: str | None, name: str | None) -> _Waiting | None:
        if call_id is not None:
            return next((one for one in self._waiting if one.call.id == call_id), None)
        latest = [one for one in self._waiting if one.turn == self._turn]
        return next((one for one in latest if one.call.name == name), latest[0] if latest else None)

    def _settle(self) -> None:
        """A text that something else follows decided nothing."""
        if self._pending is not None and (text := _whole(self._pending)):
            self._chain.muse(text)
        self._pending = None

    def _finish(self) -> None:
        """A text that nothing follows is the answer."""
        said, before = self._pending, len(self._chain.steps)
        if said is None or not said.text.strip():
            self._settle()
            return
        self._chain.plan(said.thought, Decision.SUMMARIZER)
        self._chain.conclude(said.text)
        self._weigh(said, before)

    def _weigh(self, said: Said, before: int) -> None:
        """What the file says of a turn counts; that it is to be learnt, only of a role's own."""
        if said.learnt is False:
            self._chain.forget(before)
        elif said.learnt and _is_alone(said):
            self._chain.learn(before)

    def _system_text(self) -> str | None:
        """What is said there, and after it how our roles work with the tools, unless that is said as well."""
        if not self._system or all(tool_line(tool) in self._system for tool in self._chain.tools):
            return self._system or None
        return f"{self._system}\n\n{system_text(self._chain.tools)}"


def _is_alone(said: Said) -> bool:
    """Whether the turn is one role's, and of a form that this role's turn can have."""
    if said.role is Role.CALLER:
        return len(said.calls) == 1 or (not said.calls and bool(said.text))
    return said.role is not None and not said.calls and (said.role is Role.SUMMARIZER or bool(said.text))


def _whole(said: Said) -> str:
    return "\n".join(text for text in (said.thought.strip(), said.text.strip()) if text)
