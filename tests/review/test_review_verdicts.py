"""What annotators say of steps: the first wrong one counts, and a second opinion is blind."""

from __future__ import annotations

import pytest
from review_samples import caller, planner, recorded, summarizer

from annotate.kinds import kinds
from annotate.people import People
from annotate.reviews import Mark, Reviews, Verdict
from annotate.store import Store
from umi.errors import InputError, StoreError
from umi.schema import Role, Step

WRONG = Mark(Verdict.WRONG)


@pytest.fixture
def people(store: Store) -> People:
    people = People(store.database)
    people.welcome("Ada")
    people.welcome("Bob")
    return people


@pytest.fixture
def reviews(people: People, store: Store) -> Reviews:
    assert len(people.all()) == 2
    return Reviews(store.database)


@pytest.fixture
def steps() -> tuple[Step, ...]:
    return planner(), caller(), planner(), summarizer()


@pytest.fixture
def run_id(store: Store, steps: tuple[Step, ...]) -> str:
    return recorded(store, "How far?", *steps)


def test_a_step_marked_wrong_is_the_first_wrong_one(
    reviews: Reviews, run_id: str, steps: tuple[Step, ...]
) -> None:
    reviews.open(run_id, "Ada")
    reviews.mark(steps[0].id, "Ada", Mark(Verdict.RIGHT))
    reviews.mark(steps[3].id, "Ada", Mark(Verdict.WRONG, "not grounded"))
    found = reviews.mark(steps[1].id, "Ada", Mark(Verdict.WRONG, "wrong argument"))
    assert found.marks == {
        steps[0].id: Mark(Verdict.RIGHT),
        steps[1].id: Mark(Verdict.WRONG, "wrong argument"),
    }
    done = reviews.finish(run_id, "Ada")
    assert (done.verdict, done.first_wrong_step_id) == (Verdict.WRONG, steps[1].id)


def test_a_mark_can_be_changed_and_taken_back(reviews: Reviews, run_id: str, steps: tuple[Step, ...]) -> None:
    reviews.open(run_id, "Ada")
    reviews.mark(steps[1].id, "Ada", WRONG)
    assert reviews.mark(steps[1].id, "Ada", Mark(Verdict.UNSURE)).marks == {steps[1].id: Mark(Verdict.UNSURE)}
    assert reviews.finish(run_id, "Ada").verdict is Verdict.UNSURE
    assert reviews.mark(steps[1].id, "Ada", None).marks == {}
    done = reviews.finish(run_id, "Ada")
    assert (done.verdict, done.first_wrong_step_id) == (Verdict.RIGHT, None)


def test_opening_again_keeps_what_was_said(reviews: Reviews, run_id: str, steps: tuple[Step, ...]) -> None:
    first = reviews.open(run_id, "Ada")
    reviews.mark(steps[1].id, "Ada", WRONG)
    again = reviews.open(run_id, "Ada")
    assert again.opened_at == first.opened_at
    assert again.marks == {steps[1].id: WRONG}


def test_a_second_opinion_sees_nothing_until_it_is_finished(
    reviews: Reviews, run_id: str, steps: tuple[Step, ...]
) -> None:
    reviews.open(run_id, "Ada")
    reviews.mark(steps[1].id, "Ada", WRONG)
    reviews.finish(run_id, "Ada")
    reviews.open(run_id, "Bob", blind=True)
    assert [each.annotator for each in reviews.visible(run_id, "Bob")] == ["Bob"]
    assert [each.annotator for each in reviews.visible(run_id, "Ada")] == ["Ada", "Bob"]
    reviews.finish(run_id, "Bob")
    both = reviews.visible(run_id, "Bob")
    assert [(each.annotator, each.verdict) for each in both] == [
        ("Ada", Verdict.WRONG),
        ("Bob", Verdict.RIGHT),
    ]


def test_a_second_opinion_stays_as_it_was_given(
    reviews: Reviews, run_id: str, steps: tuple[Step, ...]
) -> None:
    reviews.open(run_id, "Bob", blind=True)
    reviews.mark(steps[1].id, "Bob", WRONG)
    assert reviews.blind_runs("Bob") == {run_id}
    given = reviews.finish(run_id, "Bob")
    assert reviews.blind_runs("Bob") == set()
    with pytest.raises(InputError, match="stays as it was given"):
        reviews.mark(steps[1].id, "Bob", None)
    assert reviews.finish(run_id, "Bob") == given


def test_a_kind_of_another_role_is_refused(reviews: Reviews, run_id: str, steps: tuple[Step, ...]) -> None:
    reviews.open(run_id, "Ada")
    with pytest.raises(InputError, match="'wrong argument' is no kind of error of a planner"):
        reviews.mark(steps[0].id, "Ada", Mark(Verdict.WRONG, "wrong argument"))
    assert reviews.open(run_id, "Ada").marks == {}


def test_what_is_gone_or_not_open_is_said(reviews: Reviews, run_id: str) -> None:
    with pytest.raises(StoreError, match="no run nothing"):
        reviews.open("nothing", "Ada")
    with pytest.raises(InputError, match="step is gone"):
        reviews.mark("nothing", "Ada", WRONG)
    with pytest.raises(InputError, match="not open for review"):
        reviews.finish(run_id, "Ada")


def test_more_kinds_by_a_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UMI_ERROR_KINDS", "caller: wrong unit , wrong tool; planner: too many steps;")
    assert kinds()[Role.CALLER][-1] == "wrong unit"
    assert kinds()[Role.CALLER].count("wrong tool") == 1
    assert kinds()[Role.PLANNER][-1] == "too many steps"
    monkeypatch.setenv("UMI_ERROR_KINDS", "driver: fell asleep")
    with pytest.raises(InputError, match="UMI_ERROR_KINDS has 'driver: fell asleep'"):
        kinds()


def test_the_first_to_come_is_a_reviewer_and_one_always_is(people: People) -> None:
    assert [(each.name, each.is_reviewer) for each in people.all()] == [("Ada", True), ("Bob", False)]
    assert people.welcome("  Ada ").is_reviewer
    with pytest.raises(InputError, match="Somebody has to be a reviewer"):
        people.make_reviewer("Ada", False)
    people.make_reviewer("Bob", True)
    people.make_reviewer("Ada", False)
    assert [each.is_reviewer for each in people.all()] == [False, True]
    with pytest.raises(InputError, match="Nobody here is called Eve"):
        people.make_reviewer("Eve", True)


@pytest.mark.parametrize("name", ["", "   ", "x" * 61])
def test_a_name_is_needed(people: People, name: str) -> None:
    with pytest.raises(InputError, match="1 to 60 characters"):
        people.welcome(name)
