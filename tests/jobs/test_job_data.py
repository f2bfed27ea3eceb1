"""What a job learns from and is judged by: who may teach, what is kept apart, what contradicts."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from jobs_samples import accepted, corrected, person, run_of

from annotate.adapters import Base
from annotate.contents import content_of
from annotate.corrections import Corrections
from annotate.holdout import hold_out
from annotate.job_data import FEW, JobData, JobSettings, Kind, gather, write_files
from annotate.job_file import job_json, settings_of
from annotate.job_news import news
from annotate.store import Store
from umi.schema import Observation, ObservationState, Role
from umi.trajectory import read_trajectories


def data(store: Store, role: Role = Role.CALLER, **settings: Any) -> JobData:
    return gather(store, role, JobSettings(**settings))


def questions(found: JobData, kind: Kind) -> set[str]:
    return {case.example.trajectory.question for case in found.cases[kind]}


def test_a_correction_is_a_row_with_its_case_and_what_was_rejected(store: Store, tmp_path: Path) -> None:
    run = corrected(store, "How far?")
    found = data(store)
    write_files(found, tmp_path)
    (line,) = (tmp_path / "corrections.jsonl").read_text().splitlines()
    row = json.loads(line)
    assert row["case"] == f"{run.steps[1].id}/1"
    assert (row["id"], row["annotator"]) == (run.id, "Ada")
    assert row["steps"][-1]["call"]["arguments"] == {"city": "Bergen"}
    assert row["rejected"]["call"]["arguments"] == {"city": "Oslo"}
    (read,) = read_trajectories(tmp_path / "corrections.jsonl")
    assert read.target_indexes == (1,)


def test_the_same_record_gives_the_same_files(store: Store, tmp_path: Path) -> None:
    for number in range(4):
        corrected(store, f"How far is {number}?")
        accepted(store, f"Where is {number}?")
    hashes = set()
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        hashes.add(write_files(data(store), tmp_path / name))
    assert len(hashes) == 1
    corrected(store, "One more?")
    (tmp_path / "c").mkdir()
    assert write_files(data(store), tmp_path / "c") not in hashes


def test_no_question_is_both_mixed_in_and_asked(store: Store) -> None:
    for number in range(60):
        accepted(store, f"Where is {number}?")
    corrected(store, "How far?")
    found = data(store)
    own = {kind: questions(found, kind) for kind in ("replay", "accepted")}
    assert not own["replay"] & own["accepted"]
    assert min(map(len, own.values())) >= FEW
    assert not any(case.is_sample for case in found.all)


def test_where_nobody_accepted_anything_the_sample_guards(store: Store) -> None:
    corrected(store, "How far?")
    found = data(store)
    assert found.counts == {"corrected": 1, "replay": FEW, "held_out": 0, "accepted": FEW}
    assert all(case.id.startswith("sample/") for case in found.cases["accepted"])
    assert all(case.example.step.role is Role.CALLER for case in found.all)
    assert not questions(found, "replay") & questions(found, "accepted")


def test_held_out_questions_are_asked_and_never_learnt(store: Store) -> None:
    for number in range(3):
        corrected(store, f"How far is {number}?")
    hold_out(store.database, ["How far is 1?"])
    found = data(store)
    assert questions(found, "held_out") == {"How far is 1?"}
    assert questions(found, "corrected") == {"How far is 0?", "How far is 2?"}


def test_of_many_corrections_a_tenth_is_kept_back_and_stays_so(store: Store) -> None:
    for number in range(40):
        corrected(store, f"How far is {number}?")
    before = data(store)
    assert 1 <= len(before.cases["held_out"]) <= 12
    assert not questions(before, "held_out") & questions(before, "corrected")
    for number in range(40, 50):
        corrected(store, f"How far is {number}?")
    assert questions(before, "held_out") <= questions(data(store), "held_out")


def test_contradicting_corrections_are_shown_and_the_newest_trains(store: Store) -> None:
    older, newer = run_of("How far?"), run_of("How far?")
    for run in (older, newer):
        store.start_run(run)
    corrected(store, "How far?", "Bergen", by="Ada", at=older)
    corrected(store, "How far?", "Tromsø", by="Bob", at=newer)
    found = data(store)
    (row,) = found.cases["corrected"]
    assert row.run_id == newer.id
    (contradiction,) = found.contradictions
    assert contradiction.kept.annotator == "Bob"
    assert [each.run_id for each in contradiction.left_out] == [older.id]


def test_the_same_correction_twice_is_no_contradiction(store: Store) -> None:
    corrected(store, "How far?")
    corrected(store, "How far?", by="Bob")
    found = data(store)
    assert found.contradictions == ()
    assert found.counts["corrected"] == 2


def test_whoever_is_left_out_teaches_nothing(store: Store) -> None:
    corrected(store, "How far?", by="Ada")
    corrected(store, "How near?", by="Bob")
    accepted(store, "Where?", by="Bob")
    found = data(store, without=("Bob",))
    assert questions(found, "corrected") == {"How far?"}
    assert {case.annotator for case in found.all} == {"Ada", ""}


def test_what_follows_a_stale_observation_is_refused_in_a_sentence(store: Store) -> None:
    run = run_of("How far?")
    call = run.steps[1].model_copy(
        update={"observation": Observation(content="?", state=ObservationState.STALE)}
    )
    run = run.model_copy(update={"steps": (run.steps[0], call, *run.steps[2:])})
    store.start_run(run)
    person(store)
    content = {**content_of(run.steps[2]), "rationale": "I still need it."}
    Corrections(store.database).save(run, run.steps[2], "Ada", 0, content)
    found = data(store, Role.PLANNER)
    assert found.counts["corrected"] == 0
    assert any("stale" in sentence for sentence in found.refused)


def test_news_are_what_the_live_adapter_has_not_learnt(store: Store) -> None:
    corrected(store, "How far?", by="Ada")
    corrected(store, "How near?", by="Bob")
    found = news(store.database, Role.CALLER, None)
    assert (found.corrections, found.kinds, found.annotators) == (2, {"wrong argument": 2}, ("Ada", "Bob"))
    assert news(store.database, Role.PLANNER, None).corrections == 0
    hold_out(store.database, ["How far?"])
    assert news(store.database, Role.CALLER, None).annotators == ("Bob",)


def test_settings_come_back_as_they_were() -> None:
    settings = JobSettings(recipe="dpo", epochs=2, rank=4, without=("Ada",))
    assert settings_of(json.loads(json.dumps(asdict(settings)))) == settings


@pytest.mark.parametrize("folder", [None, Path("none"), Path("sets/mine")])
def test_the_job_names_its_set_so_that_it_is_found_from_anywhere(folder: Path | None) -> None:
    told = job_json(Role.CALLER, JobSettings(), Base(None, folder, "0" * 64, None))["set"]
    assert told in (None, "none") or Path(told).is_absolute()
    assert (told is None) == (folder is None)
