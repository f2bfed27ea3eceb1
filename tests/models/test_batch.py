"""Turns written side by side are, token for token, those written one by one; on real weights."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import product
from pathlib import Path
from threading import Event

import pytest

from umi.agent import new_run
from umi.errors import Cancelled
from umi.models import batch
from umi.models.base import ContextFullError, TurnRequest, Written
from umi.models.device import Device
from umi.models.files import ModelFiles
from umi.models.local import LocalModel
from umi.prompts import caller_text, planner_text, turns
from umi.schema import Decision, Limits, Observation, Role, Run, Sampling, Step, ToolCall, Turn
from umi.tools.travel import travel_tools

# Float32, because identity of tokens is the claim: in bf16 the order of additions can tip a near tie.
EXACT = Device("cpu", "float32")
SHORT = Limits(planner_tokens=10, caller_tokens=32, summarizer_tokens=12)
QUESTIONS = (
    "Is 6 December 2025 a holiday in Finland?",
    "How many people live in Lima, what is the currency there, and how far is it from Quito by plane? "
    "Please give the distance in miles as well, since my father asks for it every single time.",
)
TOOLS = [tool for tool in travel_tools() if tool.spec.name in ("check_holiday", "country_info")]

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def model(default_model: ModelFiles, adapter_folders: dict[str, Path]) -> Iterator[LocalModel]:
    with closing(LocalModel.load(default_model, EXACT)) as loaded:
        for name, folder in adapter_folders.items():
            loaded.add_adapter(name, folder)
        yield loaded


@pytest.fixture(autouse=True)
def no_adapters(model: LocalModel) -> Iterator[None]:
    yield
    model.point({})


def runs(model: LocalModel) -> list[Run]:
    """Beginnings of runs: a question, a plan for it, a call with its observation; and a longer question."""
    first, other = (new_run(question, model, TOOLS, limits=SHORT) for question in QUESTIONS)
    plan, call = one_call()
    return [first, first.with_step(plan), first.with_step(plan).with_step(call), other]


def one_call() -> tuple[Step, Step]:
    call = ToolCall(name="check_holiday", arguments={"country": "Finland", "date": "2025-12-06"})
    plan = planner_text("I need the holiday.", Decision.CALLER)
    return (
        Step(role=Role.PLANNER, raw=plan, rationale="I need the holiday.", decision=Decision.CALLER),
        Step(
            role=Role.CALLER,
            raw=caller_text(call),
            call=call,
            observation=Observation(content='{"is_holiday":true,"name":"Independence Day"}'),
        ),
    )


def alone(model: LocalModel, run: Run, role: Role, constrained: bool) -> Written:
    writing = model.write(
        run.model_copy(update={"sampling": Sampling(constrained=constrained), "models": model.models}),
        role,
        Event(),
    )
    while True:
        try:
            next(writing)
        except StopIteration as stop:
            return stop.value


def request(run: Run, role: Role, constrained: bool) -> TurnRequest:
    return TurnRequest(role, tuple(turns(run)), run.tools, limits=run.limits, constrained=constrained)


def together(model: LocalModel, requests: Sequence[TurnRequest]) -> list[Written]:
    written = dict(model.write_many(requests, Event()))
    return [written[index] for index in range(len(requests))]


def assert_same(beside: Written, alone: Written) -> None:
    assert [token.id for token in beside.tokens] == [token.id for token in alone.tokens]
    assert (beside.text, beside.complete) == (alone.text, alone.complete)
    assert beside.prompt_tokens == alone.prompt_tokens
    logprobs = [token.logprob for token in alone.tokens]
    assert [token.logprob for token in beside.tokens] == pytest.approx(logprobs, abs=2e-3)


@pytest.mark.parametrize("kind", ["alora", "lora", None])
def test_side_by_side_is_one_by_one(model: LocalModel, kind: str | None) -> None:
    """Every role after every beginning; free rows among the constrained where no adapter has its say."""
    if kind is not None:
        model.point({role: f"{kind}_{role}" for role in Role})
    wanted = [
        (run, role, kind is not None or index % 2 == 0)
        for index, (run, role) in enumerate(product(runs(model), Role))
    ]
    beside = together(model, [request(*row) for row in wanted])
    assert len({written.prompt_tokens for written in beside}) > 4
    assert len({len(written.tokens) for written in beside}) > 2
    for row, written in zip(wanted, beside, strict=True):
        assert_same(written, alone(model, *row))


@pytest.mark.parametrize("kind", ["alora", "lora", None])
def test_a_guess_is_taken_where_the_model_writes_it(model: LocalModel, kind: str | None) -> None:
    """Token for token what is written without it; another guess brings nothing and spoils nothing."""
    if kind is not None:
        model.point({role: f"{kind}_{role}" for role in Role})
    requests = [
        request(run, role, constrained)
        for run in runs(model)[:2]
        for role in (Role.PLANNER, Role.CALLER)
        for constrained in (True, False)
    ]
    written = together(model, requests)
    right = dict(model.write_expected(requests, [turn.text for turn in written], Event()))
    # Not all: these adapters are random, and what they write is not always tokenised as it was written.
    assert len(right) >= len(requests) // 4
    for index, turn in right.items():
        assert_same(turn, written[index])
    others = [f"Something else {number}." for number in range(len(requests))]
    assert dict(model.write_expected(requests, others, Event())) == {}
    for turn, again in zip(together(model, requests), written, strict=True):
        assert_same(turn, again)


def test_a_stop_ends_the_guesses(model: LocalModel) -> None:
    cancel = Event()
    cancel.set()
    with pytest.raises(Cancelled):
        list(model.write_expected([request(runs(model)[0], Role.PLANNER, True)], ["I know."], cancel))


def test_own_turns_are_read_and_not_kept(model: LocalModel) -> None:
    question, planned = (
        run.model_copy(update={"question": "Is today a holiday in Peru?"}) for run in runs(model)[:2]
    )
    own = tuple(turns(planned))[-1:]
    rows = [TurnRequest(Role.CALLER, tuple(turns(question)), question.tools, own=own, limits=SHORT)] * 2
    beside = together(model, rows)
    ids = model._history(turns(planned), model.models.turn_format)
    assert not any(line.ids[: len(ids)] == ids for line in model._prefixes._lines)
    for written in beside:
        assert_same(written, alone(model, planned, Role.CALLER, True))


def test_a_trajectory_is_read_once(model: LocalModel) -> None:
    long = runs(model)[2]
    steps = long.steps * 4
    longer = [long.model_copy(update={"steps": steps[:count]}) for count in range(len(steps) + 1)]
    unseen = [run.model_copy(update={"question": "Where is the harbour of Antwerp?"}) for run in longer]
    beside = together(model, [request(run, Role.PLANNER, True) for run in unseen])
    read = sum(written.prompt_tokens - written.cached_tokens for written in beside)
    invocations = len(unseen) * len(model._vocabulary.invocation(Role.PLANNER))
    assert read - invocations <= max(written.prompt_tokens for written in beside)


def test_new_questions_are_read_side_by_side(model: LocalModel) -> None:
    """In one pass, of different lengths as they are, behind the system turn that is known."""
    countries = ("Chile", "Papua New Guinea", "the Netherlands", "Laos", "Trinidad and Tobago")
    asked = [new_run(f"Who lives in {country}?", model, TOOLS, limits=SHORT) for country in countries]
    requests = [request(run, Role.PLANNER, True) for run in asked]
    known = new_run("What is Ghana?", model, TOOLS, limits=SHORT)
    together(model, [request(known, Role.PLANNER, True)])
    rows: list[int] = []
    hook = model._backbone.base_model.register_forward_pre_hook(
        lambda _module, _args, given: rows.append(len(given["input_ids"])), with_kwargs=True
    )
    beside = together(model, requests)
    hook.remove()
    assert set(rows[:2]) == {len(requests)}
    assert len({written.prompt_tokens for written in beside}) > 2
    for run, written in zip(asked, beside, strict=True):
        assert_same(written, alone(model, run, Role.PLANNER, True))


def test_small_batches_write_the_same(model: LocalModel, monkeypatch: pytest.MonkeyPatch) -> None:
    model.point({Role.PLANNER: "alora_planner"})
    requests = [request(run, role, True) for run in runs(model) for role in (Role.SUMMARIZER, Role.PLANNER)]
    expected = together(model, requests)
    monkeypatch.setattr(batch, "BATCH_TOKENS", 2000)
    for written, other in zip(together(model, requests), expected, strict=True):
        assert_same(written, other)


def test_a_batch_has_one_adapter_and_a_bounded_size(
    model: LocalModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch, "BATCH_TOKENS", 3000)
    model.point({Role.CALLER: "alora_caller"})
    requests = [
        model._request(request(run, role, True), model.models, None, Event())
        for run in runs(model) * 10
        for role in (Role.CALLER, Role.PLANNER)
    ]
    found = list(batch.batches(requests))
    assert sorted(index for rows in found for index in rows) == list(range(len(requests)))
    assert len(found) > 4
    for rows in found:
        assert len({requests[index].adapter for index in rows}) == 1
        longest = max(len(requests[index].prompt) + requests[index].limit for index in rows)
        assert len(rows) * longest <= batch.BATCH_TOKENS


def test_a_stop_ends_the_batch_and_spoils_nothing(model: LocalModel) -> None:
    requests = [request(run, Role.PLANNER, False) for run in runs(model)]
    expected = together(model, requests)
    cancel = Event()
    cancel.set()
    with pytest.raises(Cancelled):
        list(model.write_many(requests, cancel))
    for written, other in zip(together(model, requests), expected, strict=True):
        assert_same(written, other)


def test_history_beyond_the_room_is_refused(model: LocalModel) -> None:
    run = runs(model)[0]
    long = TurnRequest(Role.PLANNER, (*turns(run), Turn("observation", "word " * 8200)), run.tools)
    with pytest.raises(ContextFullError, match="the model reads at most 8192"):
        list(model.write_many([long], Event()))


def test_room_and_tokens_make_up_the_context(model: LocalModel) -> None:
    run = runs(model)[2]
    [(_, written)] = model.write_many([request(run, Role.PLANNER, True)], Event())
    invocation = len(model._vocabulary.invocation(Role.PLANNER))
    assert model.tokens(tuple(turns(run))) == written.prompt_tokens - invocation
    # A planner's turn may have its rationale and eight tokens for the decision.
    assert model.room(Role.PLANNER, SHORT) == model.context - invocation - SHORT.planner_tokens - 8
