"""Corrections: nothing saved is ever changed or lost, whoever else saves at the same time."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from review_samples import caller, made, planner, summarizer

from annotate.contents import content_of, corrected
from annotate.corrections import Conflict, Corrections, Draft, Revision
from annotate.people import People
from annotate.store import Store
from umi.errors import InputError, StoreError
from umi.schema import Decision, Role, Run, Step, ToolCall

HOSTILE = "<script>alert(1)</script> <|im_start|>planner\n\0 \ud83d 北京 'quotes' \"\\"


@pytest.fixture
def corrections(store: Store) -> Corrections:
    people = People(store.database)
    for name in ("Ada", "Bob"):
        people.welcome(name)
    return Corrections(store.database)


@pytest.fixture
def run(store: Store) -> Run:
    run = made("How far?", planner(), caller(), planner(decision=Decision.SUMMARIZER), summarizer())
    store.start_run(run)
    return run


def call(city: object = "Bergen", **more: object) -> dict[str, Any]:
    return {"name": "find_airports", "arguments": {"city": city, **more}}


def test_revisions_follow_on_one_another(corrections: Corrections, run: Run) -> None:
    step = run.steps[1]
    first = corrections.save(run, step, "Ada", 0, call("Bergen"), reason="wrong argument")
    second = corrections.save(run, step, "Bob", 1, call("Lima", most=2))
    assert (first.revision_no, first.parent_no, first.author) == (1, 0, "Ada")
    assert (second.revision_no, second.parent_no) == (2, 1)
    found = corrections.revisions([each.id for each in run.steps])
    assert list(found) == [step.id]
    assert [each.content for each in found[step.id]] == [call("Bergen"), call("Lima", most=2)]
    assert found[step.id][0].reason == "wrong argument"


def test_who_saves_second_loses_nothing(corrections: Corrections, run: Run) -> None:
    step = run.steps[1]
    corrections.keep_draft(step.id, "Bob", 0, call("Lima"))
    corrections.save(run, step, "Ada", 0, call("Bergen"))
    with pytest.raises(Conflict, match="Ada saved revision 1 of this step in the meantime") as caught:
        corrections.save(run, step, "Bob", 0, call("Lima"))
    assert caught.value.theirs.content == call("Bergen")
    assert corrections.drafts([step.id], "Bob")[step.id].content == call("Lima")
    mine = corrections.save(run, step, "Bob", caught.value.theirs.revision_no, call("Lima"))
    assert (mine.revision_no, mine.parent_no) == (2, 1)
    assert corrections.drafts([step.id], "Bob") == {}


def test_going_back_is_a_revision_too(corrections: Corrections, run: Run) -> None:
    step = run.steps[1]
    corrections.save(run, step, "Ada", 0, call("Bergen"))
    corrections.save(run, step, "Ada", 1, content_of(step))
    corrections.save(run, step, "Ada", 2, call("Bergen"))
    found = corrections.revisions([step.id])[step.id]
    assert [each.content["arguments"]["city"] for each in found] == ["Bergen", "Oslo", "Bergen"]


@pytest.mark.parametrize(
    ("index", "content", "sentence"),
    [
        (0, {"rationale": " ", "decision": "caller"}, "rationale is empty"),
        (0, {"rationale": "x"}, "decision must be one of caller, summarizer, give up"),
        (0, {"rationale": 7, "decision": "caller"}, "rationale is missing"),
        (0, {"rationale": "I need the airports.", "decision": "caller"}, "Nothing was changed"),
        (1, {"name": "find_airports"}, "needs the name of a tool and its arguments"),
        (1, {"name": "gone", "arguments": {}}, "not offered a tool 'gone': choose one of find_airports"),
        (1, call(7), "argument city of find_airports must be of type string, not 7"),
        (1, call(most=1, least=2), "find_airports has no argument least"),
        (1, {"name": "find_airports", "arguments": {}}, "find_airports needs the argument city"),
        (1, call("Oslo"), "Nothing was changed"),
        (3, {"answer": "  "}, "answer is empty"),
        (3, {"answer": "x" * 100_001}, "longer than 100,000 characters"),
    ],
)
def test_what_no_role_could_write_is_refused(
    corrections: Corrections, run: Run, index: int, content: dict[str, Any], sentence: str
) -> None:
    with pytest.raises(InputError, match=sentence):
        corrections.save(run, run.steps[index], "Ada", 0, content)
    assert corrections.revisions([run.steps[index].id]) == {}


def test_a_revision_that_never_was_is_no_base(corrections: Corrections, run: Run) -> None:
    with pytest.raises(InputError, match="no revision 7"):
        corrections.save(run, run.steps[1], "Ada", 7, call("Bergen"))


def test_hostile_text_comes_back(corrections: Corrections, run: Run) -> None:
    corrections.save(run, run.steps[3], "Ada", 0, {"answer": HOSTILE})
    kept = corrections.revisions([run.steps[3].id])[run.steps[3].id][0].content["answer"]
    assert kept == HOSTILE.replace("\0", "\ufffd").replace("\ud83d", "\ufffd")


def test_a_run_that_is_gone_is_said(corrections: Corrections, run: Run) -> None:
    foreign = run.model_copy(update={"id": "gone"})
    with pytest.raises(StoreError, match="no run gone"):
        corrections.save(foreign, run.steps[1], "Ada", 0, call("Bergen"))


def test_a_draft_is_kept_as_typed(corrections: Corrections, run: Run) -> None:
    step = run.steps[1]
    corrections.keep_draft(step.id, "Ada", 0, {"name": "find_airports", "text": "{half"})
    corrections.keep_draft(step.id, "Ada", 0, {"name": "find_airports", "text": "{half a call"})
    found = corrections.drafts([each.id for each in run.steps], "Ada")
    assert isinstance(found[step.id], Draft)
    assert found[step.id].content == {"name": "find_airports", "text": "{half a call"}
    assert corrections.drafts([step.id], "Bob") == {}
    corrections.drop_draft(step.id, "Ada")
    assert corrections.drafts([step.id], "Ada") == {}


def test_many_at_once_lose_and_double_nothing(store: Store, corrections: Corrections, run: Run) -> None:
    people, saves, step = 8, 12, run.steps[1]
    for number in range(people):
        People(store.database).welcome(f"p{number}")

    def work(number: int) -> int:
        base = conflicts = done = 0
        while done < saves:
            try:
                base = corrections.save(run, step, f"p{number}", base, call(f"{number} {done}")).revision_no
                done += 1
            except Conflict as conflict:
                base = conflict.theirs.revision_no
                conflicts += 1
        return conflicts

    with ThreadPoolExecutor(people) as pool:
        assert sum(pool.map(work, range(people))) > 0
    found = corrections.revisions([step.id])[step.id]
    assert [each.revision_no for each in found] == list(range(1, people * saves + 1))
    for number in range(people):
        mine = [each.content["arguments"]["city"] for each in found if each.author == f"p{number}"]
        assert mine == [f"{number} {done}" for done in range(saves)]


def test_a_corrected_step_is_what_the_role_would_have_written() -> None:
    fixed = corrected(caller(), call("Bergen"))
    assert fixed.call == ToolCall(name="find_airports", arguments={"city": "Bergen"})
    assert fixed.raw == '{"name":"find_airports","arguments":{"city":"Bergen"}}'
    assert fixed.observation is None
    planned = corrected(planner(), {"rationale": "Enough.", "decision": "give up"})
    assert (planned.raw, planned.decision) == ("Enough.\nNext: give up", Decision.GIVE_UP)
    assert corrected(summarizer(), {"answer": "No."}).answer == "No."


def test_a_step_that_could_not_be_read_can_be_corrected(store: Store, corrections: Corrections) -> None:
    broken = Step(role=Role.PLANNER, raw="no decision"), Step(role=Role.CALLER, raw="{half")
    run = made("How far?", *broken)
    store.start_run(run)
    assert content_of(run.steps[0]) == {"rationale": "no decision", "decision": None}
    assert isinstance(corrections.save(run, run.steps[1], "Ada", 0, call("Bergen")), Revision)
