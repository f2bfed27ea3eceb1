"""The queue: order, pages, filters, search, and who has which run."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from review_samples import caller, planner, recorded, summarizer
from sqlalchemy import update

from annotate.people import People
from annotate.queue import Choice, Queue
from annotate.review_tables import ReservationRow
from annotate.reviews import Mark, Reviews, Verdict
from annotate.store import Store
from umi.errors import InputError, StoreError
from umi.schema import Outcome


@pytest.fixture
def queue(store: Store) -> Queue:
    people = People(store.database)
    people.welcome("Ada")
    people.welcome("Bob")
    return Queue(store.database)


def test_what_deserves_a_look_comes_first(store: Store, queue: Queue) -> None:
    sure = recorded(store, "sure", planner(logprob=-0.01))
    unsure = recorded(store, "unsure", planner(logprob=-2.0))
    error = recorded(store, "error", planner(logprob=-0.01), caller(error=True))
    gave_up = recorded(store, "gave up", outcome=Outcome.GAVE_UP)
    failed = recorded(store, "failed", outcome=Outcome.FAILED)
    found = queue.page(Choice(), 10)
    assert [line.id for line in found] == [failed, gave_up, error, unsure, sure]
    assert [line.why for line in found] == ["failed", "gave up", "tool error", "unsure", "finished"]


@pytest.mark.parametrize("sort", ["concern", "newest", "oldest", "confidence", "steps"])
def test_pages_follow_on_one_another_both_ways(store: Store, queue: Queue, sort: str) -> None:
    start = datetime(2026, 1, 1, tzinfo=UTC)
    for number in range(12):
        steps = [planner(logprob=None if number % 5 == 0 else -0.1 * (number % 4))] * 1
        recorded(store, f"q{number}", *steps, created_at=start + timedelta(seconds=number // 2))
    choice = Choice(sort=sort)  # type: ignore[arg-type]
    whole = [line.id for line in queue.page(choice, 100)]
    assert len(whole) == len(set(whole)) == 12
    paged: list[str] = []
    while found := queue.page(choice, 5, paged[-1] if paged else None):
        paged += [line.id for line in found]
    assert paged == whole
    assert [queue.previous(choice, run_id) for run_id in whole] == [None, *whole[:-1]]


def test_filters(store: Store, queue: Queue) -> None:
    right = recorded(store, "right", planner(logprob=-0.1))
    failed = recorded(store, "failed", planner(logprob=-3.0), outcome=Outcome.FAILED)
    reviews = Reviews(store.database)
    reviews.open(right, "Ada")
    reviews.finish(right, "Ada")

    def ids(**fields: object) -> list[str]:
        choice = Choice(**fields)  # type: ignore[arg-type]
        found = [line.id for line in queue.page(choice, 10)]
        assert queue.count(choice) == len(found)
        return found

    assert ids() == [failed]
    assert ids(reviewed=True) == [right]
    assert set(ids(reviewed=None)) == {right, failed}
    assert ids(reviewed=None, outcome=Outcome.FAILED) == [failed]
    assert ids(reviewed=None, verdict=Verdict.RIGHT) == [right]
    assert ids(reviewed=None, verdict=Verdict.WRONG) == []
    assert ids(reviewed=None, annotator="Ada") == [right]
    assert ids(reviewed=None, sure_below=0.5) == [failed]


def test_a_second_opinion_is_of_what_others_reviewed(store: Store, queue: Queue) -> None:
    run_id = recorded(store, "reviewed")
    recorded(store, "new")
    reviews = Reviews(store.database)
    reviews.open(run_id, "Ada")
    reviews.finish(run_id, "Ada")
    of_bob, of_ada = (Choice(reviewed=True, second_for=name) for name in ("Bob", "Ada"))
    assert [queue.count(each) for each in (of_bob, of_ada)] == [1, 0]
    assert queue.next(of_bob, "Bob") == run_id
    # One that was begun blind can be gone on with; one that was seen openly is no second opinion.
    reviews.open(run_id, "Bob", blind=True)
    assert queue.count(of_bob) == 1
    reviews.finish(run_id, "Bob")
    assert queue.count(of_bob) == 0
    People(store.database).welcome("Cleo")
    reviews.open(run_id, "Cleo")
    assert queue.count(Choice(reviewed=True, second_for="Cleo")) == 0


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("oslo", True),
        ("OSLO far", True),
        ("osl", True),
        ("find_airports", True),
        ("think hard", True),
        ("1234", True),
        ("北京", True),
        ("bergen", False),
        ("oslo bergen", False),
        ('"; DROP TABLE runs; --', False),
        ("AND OR NOT * ( ' :", False),
        ("<script>", False),
    ],
)
def test_search(store: Store, queue: Queue, text: str, found: bool) -> None:
    steps = planner(rationale="I think hard. 北京"), caller({"city": "Oslo"}), summarizer("It is 1234 km.")
    run_id = recorded(store, "How far?", *steps)
    recorded(store, "Another one")
    assert [line.id for line in queue.page(Choice(text=text), 10)] == [run_id] * found


def test_a_search_without_words_finds_all(store: Store, queue: Queue) -> None:
    recorded(store, "one")
    assert queue.count(Choice(text=" ?! ")) == 1


def test_a_run_is_found_once_it_has_ended(store: Store, queue: Queue) -> None:
    run_id = recorded(store, "Where is Narvik?", outcome=None)
    assert queue.count(Choice(text="narvik")) == 0
    store.add_step(run_id, planner(rationale="a polar night"))
    store.end_run(run_id, Outcome.FAILED, reason="x")
    assert queue.count(Choice(text="narvik polar")) == 1


def test_two_people_never_get_the_same_run(store: Store, queue: Queue) -> None:
    first, second = recorded(store, "a"), recorded(store, "b")
    mine = queue.next(Choice(), "Ada")
    theirs = queue.next(Choice(), "Bob")
    assert {mine, theirs} == {first, second}
    assert queue.next(Choice(), "Ada") == mine
    assert queue.next(Choice(), "Ada", mine) is None
    assert not queue.reserve(theirs or "", "Ada")
    assert [line.reserved_by for line in queue.page(Choice(), 2)].count("Bob") == 1


def test_a_reservation_ends(store: Store, queue: Queue) -> None:
    run_id = recorded(store, "a")
    assert queue.reserve(run_id, "Ada")
    assert not queue.reserve(run_id, "Bob")
    with store.database.session() as session:
        session.execute(update(ReservationRow).values(expires_at=datetime.now(UTC) - timedelta(seconds=1)))
    assert queue.page(Choice(), 1)[0].reserved_by is None
    assert queue.reserve(run_id, "Bob")
    queue.release(run_id, "Ada")
    assert not queue.reserve(run_id, "Ada")
    queue.release(run_id, "Bob")
    assert queue.reserve(run_id, "Ada")


def test_a_run_that_is_gone_cannot_be_reserved(queue: Queue) -> None:
    with pytest.raises(StoreError, match="no run nothing"):
        queue.reserve("nothing", "Ada")


def test_saved_filters(queue: Queue) -> None:
    choice = Choice(text="oslo", reviewed=None, outcome=Outcome.FAILED, verdict=Verdict.WRONG, sort="newest")
    queue.save_filter("Ada", " failed in Oslo ", choice)
    queue.save_filter("Ada", "all", Choice(reviewed=None))
    assert queue.filters("Ada") == {"all": Choice(reviewed=None), "failed in Oslo": choice}
    queue.save_filter("Ada", "all", Choice())
    queue.drop_filter("Ada", "failed in Oslo")
    assert queue.filters("Ada") == {"all": Choice()}
    assert queue.filters("Bob") == {}
    with pytest.raises(InputError, match="needs a name"):
        queue.save_filter("Ada", "", choice)


def test_a_mark_alone_leaves_a_run_in_the_queue(store: Store, queue: Queue) -> None:
    run_id = recorded(store, "a", step := planner())
    reviews = Reviews(store.database)
    reviews.open(run_id, "Ada")
    reviews.mark(step.id, "Ada", Mark(Verdict.WRONG))
    assert queue.count(Choice()) == 1
    reviews.finish(run_id, "Ada")
    assert queue.count(Choice()) == 0
