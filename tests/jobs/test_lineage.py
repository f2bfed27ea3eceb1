"""From an adapter to its corrections and back, and as a bundle that says all of it."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from huggingface_hub import ModelCard
from jobs_samples import accepted, corrected, person, trained

from annotate.bundle import bundle
from annotate.jobs import Jobs
from annotate.lineage import Descendant, descendants, lineage
from annotate.removal import delete_run, what_goes
from annotate.store import Store
from annotate.ui.review_views import goes_text
from umi.errors import InputError
from umi.home import home
from umi.schema import Role

HOSTILE = "Bob <b>| `x`"


def test_an_adapter_names_its_lessons_and_a_lesson_its_adapters(jobs: Jobs, store: Store) -> None:
    run, other = corrected(store, "How far?"), corrected(store, "How near?", by="Bob")
    right = accepted(store, "Where?")
    first = trained(jobs, store)
    second = trained(jobs, store, without=("Bob",))
    found = lineage(store.database, first.id)
    assert found.annotators == {"Ada": 1, "Bob": 1}
    assert found.sha256 == first.sha256
    assert len(found.data_hash) == 64
    learnt = {(each.kind, each.run_id, each.question) for each in found.lessons}
    assert ("corrected", run.id, "How far?") in learnt
    # The stand-in says that it mixed in five of the accepted steps.
    assert sum(each.kind == "replay" for each in found.lessons) == 5
    assert lineage(store.database, second.id).annotators == {"Ada": 1}
    step, his = run.steps[1].id, other.steps[1].id
    back = descendants(store.database, [step, his, right.steps[0].id])
    assert back == {
        step: (Descendant(first.id, 1, "corrected"), Descendant(second.id, 1, "corrected")),
        his: (Descendant(first.id, 1, "corrected"),),
    }


def test_what_was_learnt_stays_on_record_when_the_run_is_deleted(jobs: Jobs, store: Store) -> None:
    run = corrected(store, "How far?")
    adapter = trained(jobs, store)
    goes = what_goes(store.database, run.id)
    assert goes.learnt_by == (adapter.id,)
    assert "What caller__r0001 learnt from it stays learnt." in goes_text(goes, None)
    delete_run(store.database, run.id)
    (lesson,) = [each for each in lineage(store.database, adapter.id).lessons if each.kind == "corrected"]
    assert (lesson.run_id, lesson.question, lesson.annotator) == (run.id, None, "Ada")


def test_what_is_promoted_is_not_new_any_more_and_stays(jobs: Jobs, store: Store) -> None:
    corrected(store, "How far?")
    adapter = trained(jobs, store)
    jobs._adapters.promote(Role.CALLER, adapter.id, 0, person(store), "", None)
    assert jobs.since(Role.CALLER).corrections == 0
    corrected(store, "How near?")
    assert jobs.since(Role.CALLER).corrections == 1
    with pytest.raises(InputError, match="was promoted once"):
        jobs.delete(adapter.job_id)
    assert adapter.folder.is_dir()


def test_a_bundle_holds_everything_and_its_card_is_read_by_the_hub(
    jobs: Jobs, store: Store, tmp_path: Path
) -> None:
    corrected(store, "How far?", by=HOSTILE)
    adapter = trained(jobs, store)
    bundle(store.database, adapter, tmp_path / "b.zip")
    with zipfile.ZipFile(tmp_path / "b.zip") as file:
        file.extractall(tmp_path)
    folder = tmp_path / adapter.id
    assert {each.name for each in (folder / "job").iterdir()} == {
        *("job.json", "gate.json", "corrections.jsonl", "replay.jsonl", "accepted.jsonl")
    }
    told = json.loads((folder / "job" / "job.json").read_text())
    assert (told["set"], told["live"], told["role"]) == (None, {}, "caller")
    assert str(home()) not in (folder / "job" / "job.json").read_text()
    card = ModelCard.load(folder / "README.md")
    assert card.data.library_name == "peft"
    assert "caller" in card.data.tags
    assert card.data.to_dict()["base_model"] == "org/base"
    assert "<b>" not in card.text
    assert adapter.sha256 in card.text
    assert adapter.sha256 in (folder / "REPRODUCE.md").read_text()
    assert not list(tmp_path.glob(".*.part"))


def test_a_bundle_without_its_job_or_its_weights_is_refused(jobs: Jobs, store: Store, tmp_path: Path) -> None:
    corrected(store, "How far?")
    adapter = trained(jobs, store)
    with pytest.raises(InputError, match="cannot be written"):
        bundle(store.database, adapter, tmp_path / "absent" / "b.zip")
    (home() / "jobs" / adapter.job_id / "job.json").unlink()
    with pytest.raises(InputError, match="only where it was trained"):
        bundle(store.database, adapter, tmp_path / "b.zip")
    assert not list(tmp_path.glob("*.zip"))
