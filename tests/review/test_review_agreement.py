"""Agreement, disagreements, progress, and deleting a run with all that was said of it."""

from __future__ import annotations

import math

import pytest
from review_samples import caller, made, planner, recorded, summarizer

from annotate.__main__ import main
from annotate.agreement import NOTHING, Judge
from annotate.corrections import Corrections
from annotate.database import Gone
from annotate.lessons import Lessons, Wanted
from annotate.people import People
from annotate.progress import progress
from annotate.queue import Choice, Queue
from annotate.removal import Goes, delete_run, what_goes
from annotate.reviews import Mark, Reviews, Verdict
from annotate.store import Store
from umi.errors import InputError, StoreError
from umi.schema import Fork, Role, Run


@pytest.fixture
def reviews(store: Store) -> Reviews:
    for name in ("Ada", "Bob", "Cleo"):
        People(store.database).welcome(name)
    return Reviews(store.database)


def four(store: Store, **fields: object) -> Run:
    run = made("How far?", planner(), caller(), planner(), summarizer(), **fields)  # type: ignore[arg-type]
    store.start_run(run)
    return run


def say(reviews: Reviews, run: Run, by: str, wrong: int | None) -> None:
    reviews.open(run.id, by, blind=True)
    if wrong is not None:
        reviews.mark(run.steps[wrong].id, by, Mark(Verdict.WRONG))
    reviews.finish(run.id, by)


def test_two_people_agree_as_cohen_counts(store: Store, reviews: Reviews) -> None:
    # Both right 2, both wrong 1, apart 1: (0.75 - 0.5) / (1 - 0.5) with shares 3/4 and 2/4 for "right".
    said = [(None, None), (None, None), (1, 1), (None, 3)]
    for ada, bob in said:
        run = four(store)
        say(reviews, run, "Ada", ada)
        say(reviews, run, "Bob", bob)
    verdict, first = Judge(store.database).agreement()
    assert (verdict.annotators, verdict.runs, verdict.measure) == (2, 4, "Cohen's kappa")
    assert verdict.value is not None
    assert math.isclose(verdict.value, 0.5)
    assert first.about == "first wrong step"


def test_three_people_get_krippendorffs_alpha(store: Store, reviews: Reviews) -> None:
    for wrong in (None, 1):
        run = four(store)
        for name in ("Ada", "Bob", "Cleo"):
            say(reviews, run, name, wrong)
    verdict, _ = Judge(store.database).agreement()
    assert (verdict.measure, verdict.value) == ("Krippendorff's alpha", 1.0)


def test_where_all_say_the_same_there_is_no_figure(store: Store, reviews: Reviews) -> None:
    run = four(store)
    say(reviews, run, "Ada", None)
    say(reviews, run, "Bob", None)
    assert [each.value for each in Judge(store.database).agreement()] == [None, None]


def test_disagreements_wait_until_they_are_settled(store: Store, reviews: Reviews) -> None:
    judge = Judge(store.database)
    run, same = four(store), four(store)
    for each, bob in ((run, 3), (same, 1)):
        say(reviews, each, "Ada", 1)
        say(reviews, each, "Bob", bob)
    assert judge.disagreements() == (run.id,)
    judge.accept(run.steps[1].id, 0, "Ada")
    assert judge.disagreements() == ()
    assert judge.gold(run.id) == {run.steps[1].id: 0}
    judge.reopen(run.id)
    assert judge.disagreements() == (run.id,)


def corrected(store: Store, run: Run, at: int, by: str, answer: str, base: int = 0) -> None:
    Corrections(store.database).save(run, run.steps[at], by, base, {"answer": answer})


def learnt(store: Store, **wanted: object) -> list[tuple[str, int, int]]:
    """Kind, step and revision of every lesson."""
    lessons = Lessons(store).find(Wanted(**wanted), [])  # type: ignore[arg-type]
    return [(lesson.kind, lesson.example.index, lesson.revision_no) for lesson in lessons]


def test_whose_opinion_stands_is_what_is_learnt(store: Store, reviews: Reviews) -> None:
    judge, queue, run = Judge(store.database), Queue(store.database), four(store)
    say(reviews, run, "Ada", 3)
    corrected(store, run, 3, "Ada", "BGO.")
    say(reviews, run, "Bob", None)
    assert queue.count(Choice(reviewed=None, apart=True)) == 1
    assert judge.standing(run.id) is None
    judge.settle(run.id, "Ada", "Cleo")
    assert judge.standing(run.id) == "Ada"
    assert judge.gold(run.id) == {step.id: int(step is run.steps[3]) for step in run.steps}
    assert queue.count(Choice(reviewed=None, apart=True)) == 0
    adas = [("corrected", 3, 1), ("accepted", 0, 0), ("accepted", 1, 0), ("accepted", 2, 0)]
    assert learnt(store) == learnt(store, gold_only=True) == adas
    judge.settle(run.id, "Bob", "Cleo")
    assert queue.page(Choice(reviewed=None), 1)[0].verdict is Verdict.RIGHT
    assert learnt(store) == learnt(store, gold_only=True) == [("accepted", at, 0) for at in range(4)]


def test_of_a_step_that_was_found_wrong_and_not_corrected_nothing_is_learnt(
    store: Store, reviews: Reviews
) -> None:
    judge, run = Judge(store.database), four(store)
    say(reviews, run, "Ada", 1)
    say(reviews, run, "Bob", 3)
    corrected(store, run, 3, "Bob", "BGO.")
    judge.settle(run.id, "Ada", "Ada")
    assert [judge.gold(run.id)[step.id] for step in run.steps] == [0, NOTHING, NOTHING, NOTHING]
    assert learnt(store) == learnt(store, gold_only=True) == [("accepted", 0, 0)]


def test_what_was_settled_stays_when_somebody_else_finishes(store: Store, reviews: Reviews) -> None:
    judge, queue, run = Judge(store.database), Queue(store.database), four(store)
    say(reviews, run, "Ada", 1)
    with pytest.raises(InputError, match="Bob has not finished this run"):
        judge.settle(run.id, "Bob", "Ada")
    judge.settle(run.id, "Ada", "Ada")
    say(reviews, run, "Bob", None)
    line = queue.page(Choice(reviewed=True), 1)[0]
    assert (line.annotator, line.verdict) == ("Ada", Verdict.WRONG)
    assert judge.disagreements() == ()


def test_a_copied_step_that_was_accepted_comes_once(store: Store, reviews: Reviews) -> None:
    judge, run = Judge(store.database), four(store)
    child = four(store, parent=Fork(run_id=run.id, step_id=run.steps[1].id))
    say(reviews, child, "Ada", None)
    judge.settle(child.id, "Ada", "Ada")
    assert learnt(store, gold_only=True) == [("accepted", 2, 0), ("accepted", 3, 0)]


@pytest.mark.usefixtures("reviews")
def test_reviewers_are_made_by_command(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    url: str,
) -> None:
    monkeypatch.setenv("UMI_DB_URL", url)
    assert main(["people", "--reviewer", "Dora", "--annotator", "Ada"]) == 0
    assert capsys.readouterr().out == "Ada: annotator\nBob: annotator\nCleo: annotator\nDora: reviewer\n"
    assert main(["people", "--annotator", "Dora"]) == 1
    assert "Somebody has to be a reviewer" in capsys.readouterr().err


def test_progress(store: Store, reviews: Reviews) -> None:
    run, other = four(store), four(store)
    recorded(store, "untouched")
    reviews.open(run.id, "Ada")
    reviews.mark(run.steps[1].id, "Ada", Mark(Verdict.WRONG, "wrong argument"))
    reviews.finish(run.id, "Ada")
    say(reviews, other, "Bob", 0)
    Corrections(store.database).save(run, run.steps[3], "Ada", 0, {"answer": "BGO."})
    found = progress(store.database)
    assert (found.runs, found.reviewed, dict(found.verdicts)) == (3, 2, {"wrong": 2})
    assert [(each.name, each.reviews, each.corrections) for each in found.workers] == [
        ("Ada", 1, 1),
        ("Bob", 1, 0),
    ]
    assert found.faults == {(Role.CALLER, "wrong argument"): 1, (Role.PLANNER, "-"): 1}
    assert sum(found.by_day.values()) == 2


def test_a_deleted_run_leaves_nothing_but_its_children(store: Store, reviews: Reviews) -> None:
    run = four(store)
    child = four(store, parent=Fork(run_id=run.id, step_id=run.steps[1].id))
    corrections, queue = Corrections(store.database), Queue(store.database)
    say(reviews, run, "Ada", 1)
    corrections.save(run, run.steps[1], "Ada", 0, {"name": "find_airports", "arguments": {"city": "Rome"}})
    corrections.keep_draft(run.steps[3].id, "Ada", 0, {"answer": "x"})
    Judge(store.database).accept(run.steps[1].id, 1, "Ada")
    queue.reserve(run.id, "Ada")
    goes = what_goes(store.database, run.id)
    assert goes == Goes(steps=4, corrections=1, reviews=1, drafts=1, accepted=1, resumed=1)
    delete_run(store.database, run.id)
    assert [line.id for line in queue.page(Choice(reviewed=None, text="far"), 9)] == [child.id]
    assert store.run(child.id).parent is None
    with pytest.raises(StoreError, match="has no run"):
        store.run(run.id)
    with pytest.raises(StoreError, match="has no run"):
        corrections.save(run, run.steps[3], "Ada", 0, {"answer": "too late"})
    with pytest.raises(Gone, match="its run was deleted"):
        corrections.keep_draft(run.steps[3].id, "Ada", 0, {"answer": "too late"})
    with pytest.raises(StoreError, match="has no run"):
        delete_run(store.database, run.id)
    with pytest.raises(StoreError, match="has no run"):
        what_goes(store.database, run.id)


def test_a_running_run_is_not_deleted(store: Store) -> None:
    run_id = recorded(store, "going on", outcome=None)
    with pytest.raises(InputError, match="still going on: stop it first"):
        delete_run(store.database, run_id)
