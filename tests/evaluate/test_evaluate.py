"""What is asked of a model, with which history, and how its turns are counted; with a scripted model."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from threading import Event

import pytest

from umi.evaluate import Evaluation, evaluate, planned_steps
from umi.models.base import TurnRequest, Written
from umi.prompts import caller_text, planner_text, turns
from umi.schema import Decision, Limits, Observation, Role, Step, ToolCall, ToolSpec, Turn
from umi.trajectory import Trajectory

F = ToolSpec(name="f", description="Does f.", parameters={"type": "object"})
LOOK, END = planner_text("F is needed.", Decision.CALLER), planner_text("Done.", Decision.SUMMARIZER)
GIVE_UP = planner_text("Nothing helps.", Decision.GIVE_UP)
CALL = '{"name":"f","arguments":{"a":1}}'


class Script:
    """Writes what ``answer`` says to a request, in one batch in the reverse order; remembers all requests."""

    def __init__(self, answer: Callable[[TurnRequest], str], room: int = 10_000) -> None:
        self.batches: list[list[TurnRequest]] = []
        self._answer = answer
        self._room = room

    @property
    def requests(self) -> list[TurnRequest]:
        return [request for batch in self.batches for request in batch]

    def write_many(self, requests: Sequence[TurnRequest], cancel: Event) -> Iterator[tuple[int, Written]]:
        assert not cancel.is_set()
        self.batches.append(list(requests))
        for index in reversed(range(len(requests))):
            yield index, Written(self._answer(requests[index]), (), 0, 0, 0.0, complete=True)

    def room(self, role: Role, limits: Limits) -> int:
        assert (role, limits) in {(role, Limits()) for role in Role}
        return self._room

    def tokens(self, turns: Sequence[Turn]) -> int:
        return sum(len(turn.text) for turn in turns)

    def cut(self, text: str, limit: int) -> tuple[str, bool]:
        return text[:limit], len(text) > limit


def planner(rationale: str, decision: Decision) -> Step:
    raw = planner_text(rationale, decision)
    return Step(role=Role.PLANNER, raw=raw, rationale=rationale, decision=decision)


def caller(arguments: dict[str, object], observation: str) -> Step:
    call = ToolCall(name="f", arguments=arguments)
    return Step(
        role=Role.CALLER, raw=caller_text(call), call=call, observation=Observation(content=observation)
    )


def a_trajectory(name: str = "t", observation: str = "2") -> Trajectory:
    """A call of f with a = 1, and the answer "It is two."."""
    return Trajectory(
        id=name,
        question="What is f?",
        tools=(F,),
        system="You have f.",
        examples=(Turn("user", "What was f?"), Turn("summarizer", "Nothing.")),
        steps=(
            planner("F is needed.", Decision.CALLER),
            caller({"a": 1}, observation),
            planner("Done.", Decision.SUMMARIZER),
            Step(role=Role.SUMMARIZER, raw="It is two.", answer="It is two."),
        ),
    )


def by_role(planner: str, caller: str = CALL, summarizer: str = "It is two.") -> Callable[[TurnRequest], str]:
    return lambda request: {"planner": planner, "caller": caller, "summarizer": summarizer}[request.role]


def right(request: TurnRequest) -> str:
    """The reference's own turn."""
    called = any(turn.speaker == "observation" for turn in request.history)
    return by_role(END if called else LOOK)(request)


def of(model: Script, *trajectories: Trajectory, constrained: bool = True) -> Evaluation:
    return evaluate(planned_steps(trajectories or (a_trajectory(),)), model, constrained=constrained)


def test_the_reference_itself_scores_full_marks() -> None:
    scores = of(Script(right), a_trajectory("a"), a_trajectory("b")).scores
    assert (scores.steps, scores.calls, scores.conclusions) == (4, 2, 2)
    assert (scores.plan_em, scores.action_em, scores.f1, scores.hallu_rate) == (1, 1, 1, 0)
    # The rouge package's F of equal texts is 0.999999995.
    assert scores.rouge == pytest.approx(1, abs=1e-6)


def test_every_planner_reads_the_reference_history_and_never_a_prediction() -> None:
    model = Script(by_role(GIVE_UP))
    trajectory = a_trajectory()
    of(model)
    for request, before in zip(model.requests, (0, 2), strict=True):
        steps = trajectory.steps[:before]
        assert request.history == tuple(turns(trajectory.model_copy(update={"steps": steps})))
        assert (request.role, request.own, request.tools) == (Role.PLANNER, (), (F,))


def test_whom_the_planner_chose_reads_the_planners_own_prediction() -> None:
    model = Script(by_role(planner_text("Another thought.", Decision.SUMMARIZER)))
    of(model)
    plans, answers = model.batches
    assert [request.role for request in answers] == [Role.SUMMARIZER] * 2
    assert [request.history for request in answers] == [request.history for request in plans]
    assert {request.own for request in answers} == {
        (Turn("planner", "Another thought.\nNext: summarizer"),),
    }


def test_a_wrong_plan_loses_the_call_and_a_wrong_call_the_arguments() -> None:
    evaluation = of(Script(by_role(LOOK, caller='{"name":"g","arguments":{"a":1}}')))
    scores = evaluation.scores
    # The call step planned rightly and called g instead of f; the conclusion was planned as a call of g.
    assert (scores.plan_em, scores.action_em, scores.hallu_rate, scores.f1) == (0.5, 0, 1, 0)
    assert scores.rouge == 0


def test_a_value_of_the_arguments_that_differs_counts_half() -> None:
    scores = of(Script(by_role(LOOK, caller='{"name":"f","arguments":{"a":2}}'))).scores
    assert (scores.action_em, scores.f1) == (1, 0.5)


@pytest.mark.parametrize("text", [GIVE_UP, "Nobody knows.", ""])
def test_nobody_follows_a_planner_that_gives_up_or_decides_nothing(text: str) -> None:
    model = Script(by_role(text))
    evaluation = of(model)
    assert {request.role for request in model.requests} == {Role.PLANNER}
    assert [len(step.predicted) for step in evaluation.steps] == [1, 1]
    # What decides nothing counts as a call of nothing (data/README of the published evaluator).
    assert evaluation.scores.plan_em == (0 if text == GIVE_UP else 0.5)
    assert (evaluation.scores.action_em, evaluation.scores.hallu_rate) == (0, 0)


def test_a_call_that_cannot_be_read_is_none() -> None:
    scores = of(Script(by_role(LOOK, caller="f(1)"))).scores
    assert (scores.plan_em, scores.action_em, scores.hallu_rate) == (0.5, 0, 0)


def test_steps_keep_their_order_and_their_place() -> None:
    evaluation = of(Script(right), a_trajectory("a"), a_trajectory("b"))
    assert [(step.trajectory_id, step.index) for step in evaluation.steps] == [
        ("a", 0), ("a", 2), ("b", 0), ("b", 2),
    ]  # fmt: skip
    assert [[step.role for step in judged.predicted] for judged in evaluation.steps] == [
        [Role.PLANNER, Role.CALLER], [Role.PLANNER, Role.SUMMARIZER],
    ] * 2  # fmt: skip


def test_only_targets_are_predicted() -> None:
    trajectory = a_trajectory().model_copy(update={"targets": (2, 3)})
    assert [step.index for step in of(Script(right), trajectory).steps] == [2]


@pytest.mark.parametrize("constrained", [True, False])
def test_the_grammar_is_asked_for_or_not(constrained: bool) -> None:
    model = Script(right)
    of(model, constrained=constrained)
    assert {request.constrained for request in model.requests} == {constrained}


def test_many_steps_are_asked_for_in_portions_and_counted_as_they_come() -> None:
    model, told = Script(right), []
    steps = planned_steps(a_trajectory(str(number)) for number in range(40))
    evaluation = evaluate(steps, model, tell=lambda done, total: told.append((done, total)))
    assert len(evaluation.steps) == 80
    assert max(len(batch) for batch in model.batches) <= 32
    assert {total for _, total in told} == {160}
    assert sorted(told) == told
    assert told[-1] == (160, 160)


def test_turns_that_nobody_writes_are_done_as_well() -> None:
    told: list[int] = []
    evaluate(
        planned_steps([a_trajectory()]), Script(by_role(GIVE_UP)), tell=lambda done, _: told.append(done)
    )
    assert told[-1] == 4


def test_a_long_history_is_shortened_and_counted() -> None:
    model = Script(right, room=150)
    evaluation = of(model, a_trajectory(observation="2" * 500))
    # The planner's second turn and the summarizer's read the observation.
    assert evaluation.truncated == 2
    assert evaluation.too_long == 0
    assert all(model.tokens([*request.history, *request.own]) <= 150 for request in model.requests)
    assert all(request.history[0] == Turn("system", "You have f.") for request in model.requests)
    assert model.requests[-1].own == (Turn("planner", END),)


def test_tools_that_fill_the_context_leave_the_turn_unwritten_and_counted() -> None:
    model = Script(right, room=len("You have f."))
    evaluation = of(model)
    assert model.requests == []
    assert (evaluation.too_long, evaluation.truncated, len(evaluation.steps)) == (2, 0, 2)
    assert evaluation.scores.action_em == 0


def test_no_steps_have_no_scores() -> None:
    assert evaluate([], Script(right)).scores.plan_em is None
