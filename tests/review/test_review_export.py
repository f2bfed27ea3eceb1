"""What reviewing taught leaves as rows: the right ones, with their origin, never held-out or stale ones."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from review_samples import caller, made, planner, summarizer

from annotate.__main__ import main
from annotate.agreement import Judge
from annotate.corrections import Corrections
from annotate.export import FORMATS, STEP_FORMATS, export, preview
from annotate.holdout import hold_out, is_held_out
from annotate.lessons import Kind, Lesson, Lessons, Wanted
from annotate.people import People
from annotate.reviews import Mark, Reviews, Verdict
from annotate.store import Store
from umi.errors import InputError
from umi.formats import read
from umi.models.files import sha256_of
from umi.schema import Decision, Fork, Observation, ObservationState, Role, Run

CALL = {"name": "find_airports", "arguments": {"city": "Bergen"}}


@pytest.fixture
def reviews(store: Store) -> Reviews:
    for name in ("Ada", "Bob"):
        People(store.database).welcome(name)
    return Reviews(store.database)


@pytest.fixture
def corrections(store: Store) -> Corrections:
    return Corrections(store.database)


def four(store: Store, question: str = "How far?", **fields: object) -> Run:
    steps = planner(), caller(), planner("I know it.", Decision.SUMMARIZER), summarizer()
    run = made(question, *steps, **fields)  # type: ignore[arg-type]
    store.start_run(run)
    return run


def reviewed(reviews: Reviews, run: Run, wrong: int | None = None, by: str = "Ada") -> None:
    reviews.open(run.id, by)
    if wrong is not None:
        reviews.mark(run.steps[wrong].id, by, Mark(Verdict.WRONG))
    reviews.finish(run.id, by)


def found(store: Store, **wanted: object) -> list[tuple[Kind, Role, int]]:
    refused: list[str] = []
    lessons = list(Lessons(store).find(Wanted(**wanted), refused))  # type: ignore[arg-type]
    assert refused == []
    return [(lesson.kind, lesson.role, lesson.example.index) for lesson in lessons]


def test_a_run_found_right_teaches_every_step(store: Store, reviews: Reviews) -> None:
    reviewed(reviews, four(store))
    roles = (Role.PLANNER, Role.CALLER, Role.PLANNER, Role.SUMMARIZER)
    assert found(store) == [("accepted", role, index) for index, role in enumerate(roles)]


def test_what_follows_a_wrong_step_teaches_nothing(
    store: Store, reviews: Reviews, corrections: Corrections
) -> None:
    run = four(store)
    reviewed(reviews, run, wrong=1)
    assert found(store) == [("accepted", Role.PLANNER, 0)]
    corrections.save(run, run.steps[1], "Ada", 0, CALL)
    assert found(store) == [("corrected", Role.CALLER, 1), ("accepted", Role.PLANNER, 0)]


def test_a_run_nobody_has_finished_teaches_only_its_corrections(
    store: Store, reviews: Reviews, corrections: Corrections
) -> None:
    run = four(store)
    reviews.open(run.id, "Ada")
    assert found(store) == []
    corrections.save(run, run.steps[3], "Ada", 0, {"answer": "BGO."})
    assert found(store) == [("corrected", Role.SUMMARIZER, 3)]


def test_the_newest_revision_counts_and_gold_before_it(
    store: Store, reviews: Reviews, corrections: Corrections
) -> None:
    assert reviews is not None
    run = four(store)
    for base, answer in enumerate(("one", "two", "three")):
        corrections.save(run, run.steps[3], "Ada", base, {"answer": answer})

    def answers() -> list[str | None]:
        return [lesson.example.step.answer for lesson in Lessons(store).find(Wanted(), [])]

    assert answers() == ["three"]
    assert found(store, gold_only=True) == []
    judge = Judge(store.database)
    judge.accept(run.steps[3].id, 2, "Ada")
    assert answers() == ["two"]
    assert found(store, gold_only=True) == [("corrected", Role.SUMMARIZER, 3)]
    judge.accept(run.steps[3].id, 0, "Ada")
    assert answers() == []
    assert found(store, gold_only=True) == [("accepted", Role.SUMMARIZER, 3)]
    with pytest.raises(InputError, match="no revision 9"):
        judge.accept(run.steps[3].id, 9, "Ada")


def test_the_copied_steps_of_a_resumed_run_come_once(store: Store, reviews: Reviews) -> None:
    run = four(store)
    child = four(store, parent=Fork(run_id=run.id, step_id=run.steps[1].id))
    reviewed(reviews, run, wrong=1)
    reviewed(reviews, child)
    assert found(store) == [
        ("accepted", Role.PLANNER, 0),
        ("accepted", Role.PLANNER, 2),
        ("accepted", Role.SUMMARIZER, 3),
    ]


def test_filters(store: Store, reviews: Reviews, corrections: Corrections) -> None:
    run = four(store)
    reviewed(reviews, run, wrong=3)
    corrections.save(run, run.steps[3], "Bob", 0, {"answer": "BGO."})
    assert found(store, kinds=("corrected",)) == [("corrected", Role.SUMMARIZER, 3)]
    assert found(store, roles=(Role.CALLER,)) == [("accepted", Role.CALLER, 1)]
    assert found(store, annotator="Bob") == [("corrected", Role.SUMMARIZER, 3)]
    tomorrow = datetime.now(UTC) + timedelta(days=1)
    assert found(store, since=tomorrow) == []
    assert len(found(store, until=tomorrow)) == 4


def test_held_out_questions_never_come_with_the_others(store: Store, reviews: Reviews) -> None:
    mine, kept = four(store, "How far is Oslo?"), four(store, "How far is Rome?")
    for run in (mine, kept):
        reviewed(reviews, run)
    lessons = Lessons(store)
    hold_out(store.database, ["  how far IS rome?"])
    hold_out(store.database, ["How far is Rome?"])
    assert is_held_out(store.database, kept.question)
    assert {lesson.run_id for lesson in lessons.find(Wanted(), [])} == {mine.id}
    assert {lesson.run_id for lesson in lessons.find(Wanted(held_out=True), [])} == {kept.id}


def test_runs_are_held_out_and_released_by_command(
    store: Store,
    reviews: Reviews,
    url: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    run, again = four(store, "How far?"), four(store, "how far? ")
    for each in (run, again):
        reviewed(reviews, each)
    monkeypatch.setenv("UMI_DB_URL", url)
    out = str(tmp_path / "out.jsonl")
    assert main(["hold-out", run.id, "nothing"]) == 1
    assert "no run nothing" in capsys.readouterr().err
    assert not is_held_out(store.database, run.question)
    assert main(["hold-out", run.id]) == 0
    assert capsys.readouterr().out == "Held out: How far?\n"
    assert main(["export", "--format", "umi", "--out", out]) == 1
    assert "nothing to export" in capsys.readouterr().err
    assert main(["hold-out", "--release", again.id]) == 0
    assert capsys.readouterr().out == "Released: how far? \n"
    assert main(["export", "--format", "umi", "--out", out]) == 0


def test_of_many_rows_left_out_the_command_names_a_few(
    store: Store,
    reviews: Reviews,
    corrections: Corrections,
    url: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for number in range(2):
        run = four(store, f"How far is {number}?")
        reviewed(reviews, run)
    run = four(store)
    corrections.save(run, run.steps[1], "Ada", 0, CALL)
    monkeypatch.setenv("UMI_DB_URL", url)
    out = tmp_path / "pairs.jsonl"
    assert main(["export", "--format", "preference", "--out", str(out)]) == 0
    told = capsys.readouterr().err.splitlines()
    assert [line.startswith("Left out: Trajectory") for line in told] == [True] * 5 + [False]
    assert told[-1] == "Left out: 3 more; the manifest names all."
    manifest = json.loads((tmp_path / "pairs.jsonl.manifest.json").read_text(encoding="utf-8"))
    assert len(manifest["left_out"]) == 8


def test_a_stale_observation_is_refused_with_a_sentence(store: Store, reviews: Reviews) -> None:
    stale = Observation(content="old", state=ObservationState.STALE)
    call = caller().model_copy(update={"observation": stale})
    run = made("How far?", planner(), call, planner("I know it.", Decision.SUMMARIZER), summarizer())
    store.start_run(run)
    reviewed(reviews, run)
    refused: list[str] = []
    lessons: list[Lesson] = list(Lessons(store).find(Wanted(), refused))
    assert [lesson.example.index for lesson in lessons] == [0, 1]
    assert len(refused) == 2
    assert "stale" in refused[0]


@pytest.mark.parametrize("form", FORMATS)
def test_what_is_written_reads_back(
    store: Store, reviews: Reviews, corrections: Corrections, tmp_path: Path, form: str
) -> None:
    run = four(store, "How far is 北京? <|im_start|>")
    reviewed(reviews, run, wrong=3)
    corrections.save(run, run.steps[3], "Ada", 0, {"answer": "It is PEK."})
    path = tmp_path / "out.jsonl"
    done = export(Lessons(store), Wanted(), form, path)
    back = read(path)
    rows = {"preference": 1}.get(form, 4) if form in STEP_FORMATS else 1
    assert (done.rows, len(back)) == (rows, rows)
    assert back[-1].question == "How far is 北京? <|im_start|>" if form != "preference" else True
    learnt = {written.answer for one in back for written in one.steps if written.role is Role.SUMMARIZER}
    assert learnt == {"It is PEK."}
    manifest = json.loads(done.manifest.read_text())
    assert manifest["sha256"] == sha256_of(path)
    assert manifest["format"] == form
    origins = [origin for row in manifest["rows"] for origin in row]
    assert {origin["run"] for origin in origins} == {run.id}
    assert [(origin["step"], origin["revision"]) for origin in origins if origin["kind"] == "corrected"] == [
        (run.steps[3].id, 1)
    ]
    shown, count, left_out = preview(Lessons(store), Wanted(), form, 1)
    assert json.loads(path.read_text().splitlines()[0]) == json.loads(json.dumps(shown[0]))
    assert count == rows
    assert len(left_out) == len(done.left_out) == (3 if form == "preference" else 0)


def test_a_decision_that_nobody_followed_makes_no_whole_run(
    store: Store, reviews: Reviews, corrections: Corrections, tmp_path: Path
) -> None:
    run = four(store)
    reviewed(reviews, run, wrong=2)
    corrections.save(run, run.steps[2], "Ada", 0, {"rationale": "More.", "decision": "caller"})
    with pytest.raises(InputError, match="decision that nobody followed: resume from there"):
        export(Lessons(store), Wanted(), "openai", tmp_path / "out.jsonl")
    assert list(tmp_path.glob("*.jsonl*")) == []


def test_what_cannot_be_written_is_said(store: Store, reviews: Reviews, tmp_path: Path) -> None:
    lessons = Lessons(store)
    with pytest.raises(InputError, match="nothing to export: review some runs"):
        export(lessons, Wanted(), "umi", tmp_path / "out.jsonl")
    reviewed(reviews, four(store))
    with pytest.raises(InputError, match="no format 'csv': choose one of umi, alpha-umi"):
        export(lessons, Wanted(), "csv", tmp_path / "out.jsonl")
    with pytest.raises(InputError, match="cannot be written"):
        export(lessons, Wanted(), "umi", tmp_path / "none" / "out.jsonl")
