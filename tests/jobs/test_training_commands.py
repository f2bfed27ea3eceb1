"""``python -m annotate train | jobs | promote | bundle``: what people may get wrong, and one real loop."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from jobs_samples import Switched, corrected, person

from annotate.__main__ import main
from annotate.adapters import Adapters
from annotate.corrections import Corrections
from annotate.db import default_url
from annotate.lineage import lineage
from annotate.reviews import Mark, Reviews, Verdict
from annotate.store import Store
from umi.models.files import sha256_of
from umi.models.holder import ModelHolder
from umi.models.loading import load_model
from umi.models.manifest import WEIGHTS
from umi.prompts import caller_text
from umi.schema import ModelSet, Outcome, Role, Run, Step, ToolCall
from umi.trajectory import Trajectory, read_trajectories

SAMPLE = Path(__file__).parents[2] / "assets" / "sample" / "train.jsonl.gz"
PEFT_ALONE = """
import sys
from peft import PeftModel
from transformers import AutoModelForCausalLM
base, folder = sys.argv[1:]
model = AutoModelForCausalLM.from_pretrained(base, dtype="float32")
model = PeftModel.from_pretrained(model, folder + "/set/backbone").merge_and_unload()
model = PeftModel.from_pretrained(model, folder)
assert model.active_adapters == ["default"], model.active_adapters
assert any("lora_B" in name and weight.abs().sum() > 0 for name, weight in model.named_parameters())
assert not any(name.startswith(("umi.", "annotate", "training")) for name in sys.modules)
"""


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A UMI_HOME of the test's own with the database where it is by default."""
    folder = tmp_path / "home"
    monkeypatch.setenv("UMI_HOME", str(folder))
    monkeypatch.delenv("UMI_DB_URL", raising=False)
    return folder


@pytest.fixture
def home_with_model(home: Path, model_home: Path) -> Path:
    home.mkdir()
    (home / "models").symlink_to(model_home / "models")
    return home


@pytest.fixture
def own_store(home_with_model: Path) -> Iterator[Store]:  # noqa: ARG001
    store = Store.open(default_url())
    yield store
    store.close()


def test_there_are_no_jobs_at_first(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["jobs", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == []
    assert main(["bundle", "caller__r0001", "--out", str(home / "b.zip")]) == 1
    assert "There is no adapter caller__r0001" in capsys.readouterr().err


def test_nothing_to_learn_is_told(own_store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["train", "caller"]) == 1
    assert "There is no correction of the caller to learn from" in capsys.readouterr().err
    corrected(own_store, "How far?")
    assert main(["train", "caller", "--epochs", "0"]) == 1
    assert "the epochs must be above 0" in capsys.readouterr().err
    assert main(["promote", "caller", "caller__r0001", "--by", "Ada", "--why", "x"]) == 1
    assert "There is no adapter caller__r0001" in capsys.readouterr().err


@pytest.mark.slow
def test_corrections_become_an_adapter_that_writes_and_can_be_made_again_elsewhere(
    own_store: Store, home_with_model: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    for trajectory in list(read_trajectories(SAMPLE))[:3]:
        wrong_call_corrected(own_store, trajectory)
    asked = ("--epochs", "1", "--dev-steps", "0", "--by", "Ada", "--wait")
    assert main(["train", "caller", *asked]) == 0, capfd.readouterr().out
    (job,) = jobs_told(capfd)
    assert (job["state"], job["adapter"], job["counts"]["corrected"]) == ("done", "caller__r0001", 3)
    adapter = nothing_loaded(own_store).adapter("caller__r0001")
    assert lineage(own_store.database, adapter.id).annotators == {"Ada": 3}

    assert main(["promote", "caller", "caller__r0001", "--by", "Ada", "--why", "three calls"]) == 0
    with_live_adapter(own_store)

    assert main(["bundle", "caller__r0001", "--out", str(tmp_path / "b.zip")]) == 0
    with zipfile.ZipFile(tmp_path / "b.zip") as file:
        file.extractall(tmp_path)
    folder = tmp_path / "caller__r0001"
    loads_in_peft_alone(folder, home_with_model)
    assert trained_again(folder) == adapter.sha256


def wrong_call_corrected(store: Store, trajectory: Trajectory) -> None:
    """A run whose first call asked for something else, corrected to what the trajectory says."""
    steps = list(trajectory.steps)
    at = next(index for index, step in enumerate(steps) if step.call is not None)
    right = steps[at].call
    call = ToolCall(name=right.name, arguments={**right.arguments, "country": "Nowhere"})
    wrong = Step(role=Role.CALLER, raw=caller_text(call), call=call, observation=steps[at].observation)
    run = Run(
        question=trajectory.question,
        system=trajectory.system,
        tools=trajectory.tools,
        models=ModelSet(base="b", base_hash="0" * 64),
        steps=(*steps[:at], wrong),
        outcome=Outcome.CANCELLED,
    )
    store.start_run(run)
    person(store)
    reviews = Reviews(store.database)
    reviews.open(run.id, "Ada")
    reviews.mark(wrong.id, "Ada", Mark(Verdict.WRONG, "wrong argument"))
    content = {"name": right.name, "arguments": right.arguments}
    Corrections(store.database).save(run, wrong, "Ada", 0, content)
    reviews.finish(run.id, "Ada")


def jobs_told(capfd: pytest.CaptureFixture[str]) -> list[dict]:
    capfd.readouterr()
    assert main(["jobs", "--json"]) == 0
    return json.loads(capfd.readouterr().out)


def nothing_loaded(store: Store) -> Adapters:
    return Adapters(store, ModelHolder(lambda _name, _progress: Switched()))


def with_live_adapter(store: Store) -> None:
    """The real model is pointed at what is live."""
    model = load_model(None, lambda _message, _fraction: None)
    try:
        nothing_loaded(store).sync(model)
        assert model.models.adapters[Role.CALLER] == "caller__r0001"
        assert model.models.adapters[Role.PLANNER] == model.own[Role.PLANNER]
    finally:
        model.close()


def loads_in_peft_alone(folder: Path, home: Path) -> None:
    """Where nothing of this project is imported."""
    (base,) = {file.parent for file in (home / "models").glob("**/config.json")}
    done = subprocess.run(
        [sys.executable, "-c", PEFT_ALONE, str(base), str(folder)],
        cwd=folder,
        env={key: value for key, value in os.environ.items() if key != "PYTHONPATH"},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def trained_again(folder: Path) -> str:
    """By the line in REPRODUCE.md, in a folder that knows nothing of the record."""
    assert "python -m training role caller job" in (folder / "REPRODUCE.md").read_text()
    done = subprocess.run(
        [sys.executable, "-m", "training", "role", "caller", "job"],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        text=True,
        timeout=500,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return sha256_of(folder / "job" / "out" / "caller" / WEIGHTS)
