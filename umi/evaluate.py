"""Static evaluation: every planner's step of given trajectories is predicted on the reference history.

As the published evaluator of alpha-UMi does it: the planner writes after the reference history, then
the role it chose writes after that history and the planner's own predicted turn. All greedily.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from threading import Event

from umi.metrics import ScoredStep, Scores, scorable, score, scored
from umi.models.base import BatchModel, ContextFullError, TurnRequest
from umi.prompts import role_step, step_turns, turns
from umi.schema import Decision, Limits, Role, Step, Turn
from umi.trajectory import Trajectory
from umi.truncate import fit

_AT_ONCE = 32
"""Steps predicted together: about ten trajectories, as many as the model keeps the prefixes of."""

_FOLLOWERS = {Decision.CALLER: Role.CALLER, Decision.SUMMARIZER: Role.SUMMARIZER}
_LIMITS = Limits()

Tell = Callable[[int, int], None]
"""Called with the turns that are done and all turns, two for each step."""


@dataclass(frozen=True, eq=False)
class Planned:
    """A planner's step to predict: its index in a trajectory."""

    trajectory: Trajectory
    index: int

    @property
    def history(self) -> tuple[Turn, ...]:
        """The reference history before it."""
        before = self.trajectory.steps[: self.index]
        return tuple(turns(self.trajectory.model_copy(update={"steps": before})))


@dataclass(frozen=True)
class Judged:
    """What was predicted at a step: the planner's step and the one it led to."""

    trajectory_id: str
    index: int
    predicted: tuple[Step, ...]
    scored: ScoredStep


@dataclass(frozen=True)
class Evaluation:
    """All steps, how many turns read a shortened history, and how many could not be written at all.

    A turn whose tools alone fill the context is not written, and its step is scored without it.
    """

    steps: tuple[Judged, ...]
    truncated: int
    too_long: int

    @property
    def scores(self) -> Scores:
        """The paper's metrics."""
        return score(step.scored for step in self.steps)


def planned_steps(trajectories: Iterable[Trajectory]) -> list[Planned]:
    """Every step that can be scored."""
    return [Planned(trajectory, index) for trajectory in trajectories for index in scorable(trajectory)]


def evaluate(
    steps: Sequence[Planned],
    model: BatchModel,
    *,
    constrained: bool = True,
    cancel: Event | None = None,
    tell: Tell = lambda _done, _total: None,
) -> Evaluation:
    """Predict and score these steps, ``constrained`` with each role held to its grammar.

    Raises:
        Cancelled: ``cancel`` was set.
    """
    predictor = _Predictor(model, constrained, cancel or Event(), lambda done: tell(done, 2 * len(steps)))
    judged: list[Judged] = []
    for start in range(0, len(steps), _AT_ONCE):
        judged += predictor.judge(steps[start : start + _AT_ONCE])
        predictor.done(2 * len(judged))
    return Evaluation(tuple(judged), predictor.truncated, predictor.too_long)


class _Predictor:
    """Asks the model for turns, and counts those that read too much."""

    def __init__(
        self, model: BatchModel, constrained: bool, cancel: Event, tell: Callable[[int], None]
    ) -> None:
        self.truncated = 0
        self.too_long = 0
        self._model = model
        self._constrained = constrained
        self._cancel = cancel
        self._tell = tell
        self._turns = 0

    def done(self, turns: int) -> None:
        """So many turns are done, those included that nobody had to write."""
        self._turns = turns
        self._tell(turns)

    def judge(self, steps: Sequence[Planned]) -> Iterator[Judged]:
        """Predict and score some steps together."""
        plans = self._write({step: (Role.PLANNER, ()) for step in steps})
        led_to = self._write(
            {
                step: (_FOLLOWERS[plan.decision], tuple(step_turns(plan)))
                for step in steps
                if (plan := plans.get(step)) is not None and plan.decision in _FOLLOWERS
            }
        )
        for step in steps:
            predicted = tuple(found[step] for found in (plans, led_to) if step in found)
            verdict = scored(step.trajectory, step.index, predicted)
            yield Judged(step.trajectory.id, step.index, predicted, verdict)

    def _write(self, wanted: dict[Planned, tuple[Role, tuple[Turn, ...]]]) -> dict[Planned, Step]:
        """The turn of each step by this role, after the reference history and these turns of its own."""
        requests = {step: self._request(step, *how) for step, how in wanted.items()}
        asked = [(step, request) for step, request in requests.items() if request is not None]
        written = {}
        for index, turn in self._model.write_many([request for _, request in asked], self._cancel):
            step, request = asked[index]
            written[step] = Step(**role_step(request.role, turn.text), role=request.role)
            self.done(self._turns + 1)
        return written

    def _request(self, step: Planned, role: Role, own: tuple[Turn, ...]) -> TurnRequest | None:
        """None where not even the tools fit."""
        whole = (*step.history, *own)
        try:
            fitted = fit(whole, self._model.room(role, _LIMITS), self._model)
        except ContextFullError:
            self.too_long += 1
            return None
        self.truncated += fitted != whole
        shared = len(fitted) - len(own)
        tools = step.trajectory.tools
        return TurnRequest(role, fitted[:shared], tools, fitted[shared:], _LIMITS, self._constrained)
