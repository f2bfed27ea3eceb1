"""The gate on the real model: two callers, what one breaks and the other mends, and a stop half-way."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from safetensors.torch import load_file, save_file

from training.checkpoint import write_whole
from training.gate import GateFiles, run_gate
from training.gate_write import Side
from training.role_rows import read_rows, write_rows
from umi.errors import Cancelled, TrainingError
from umi.models.adapter_set import SHIPPED
from umi.models.loading import load_model
from umi.models.local import LocalModel
from umi.models.manifest import WEIGHTS
from umi.schema import Limits, Role

pytestmark = pytest.mark.slow

SAMPLE = Path(__file__).parents[2] / "assets" / "sample" / "train.jsonl.gz"
SHIPPED_CALLER, BROKEN, WEAKER = Side("shipped", "a"), Side("broken", "b"), Side("weaker", "c")


def quiet(_message: str, _fraction: float | None) -> None:
    """Progress that nobody reads."""


@pytest.fixture(scope="module")
def model(model_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalModel]:
    """The default model with the caller that comes with it, and two whose update is scaled."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("UMI_HOME", str(model_home))
        loaded = load_model(None, quiet)
    folder = tmp_path_factory.mktemp("callers")
    with closing(loaded) as model:
        for side, scale in ((SHIPPED_CALLER, 1.0), (BROKEN, -20.0), (WEAKER, 0.5)):
            assert side.name is not None
            model.add_adapter(side.name, scaled(folder / side.name, scale))
        yield model


@pytest.fixture(autouse=True)
def short_calls(monkeypatch: pytest.MonkeyPatch) -> None:
    """The broken one writes as long as it may."""
    monkeypatch.setattr("training.gate_write._LIMITS", Limits(caller_tokens=48))


def scaled(folder: Path, scale: float) -> Path:
    """The shipped caller with its update that much stronger."""
    shutil.copytree(SHIPPED / Role.CALLER, folder)
    weights = load_file(folder / WEIGHTS)
    changed = {name: scale * value if "lora_B" in name else value for name, value in weights.items()}
    save_file(changed, folder / WEIGHTS, {"format": "pt"})
    return folder


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What was written for one test is known to the next."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def files(tmp_path: Path, cache: Path) -> GateFiles:
    """Two corrections and two accepted steps: what the sample says that the caller should say."""
    rows = read_rows(SAMPLE, Role.CALLER)
    write_rows(tmp_path / "corrections.jsonl", rows[:2])
    write_rows(tmp_path / "accepted.jsonl", rows[4:6])
    return GateFiles(
        corrected=tmp_path / "corrections.jsonl",
        held_out=tmp_path / "held_out.jsonl",
        accepted=tmp_path / "accepted.jsonl",
        cache=cache,
        dev_steps=2,
    )


def compared(
    model: LocalModel,
    live: Side,
    candidate: Side,
    files: GateFiles,
    cancel: Event | None = None,
    tell: Callable[[str, float | None], None] = quiet,
) -> dict[str, Any]:
    return run_gate(model, Role.CALLER, live, candidate, files, tell, cancel or Event())


def changes(found: dict[str, Any], group: str) -> set[tuple[bool, bool]]:
    return {(case["before"], case["after"]) for case in found["groups"][group]}


def test_what_a_candidate_breaks_is_found_case_by_case(model: LocalModel, files: GateFiles) -> None:
    before = model.models.adapters
    found = compared(model, SHIPPED_CALLER, BROKEN, files)
    assert [len(found["groups"][group]) for group in ("corrected", "held_out", "accepted")] == [2, 0, 2]
    assert changes(found, "accepted") == {(True, False)}
    for case in found["groups"]["accepted"]:
        assert case["live"] == case["wanted"] != case["candidate"]
        assert case["why_before"] == ""
        assert case["why_after"]
    assert found["metrics"]["steps"] == 2
    assert found["metrics"]["live"]["action_em"] == 1.0 > found["metrics"]["candidate"]["action_em"]
    assert (found["live_sha256"], found["candidate_sha256"]) == ("a", "b")
    assert set(found["seconds"]) == {"corrected", "held_out", "accepted", "metrics"}
    assert model.models.adapters == {**before, Role.CALLER: "shipped"}


def test_the_same_two_the_other_way_round_mend_it(model: LocalModel, files: GateFiles) -> None:
    found = compared(model, BROKEN, SHIPPED_CALLER, files)
    assert changes(found, "corrected") == changes(found, "accepted") == {(False, True)}


def test_nothing_is_written_twice(
    model: LocalModel, files: GateFiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A candidate that was promoted is known, and so is what the live adapter wrote."""
    first = compared(model, BROKEN, SHIPPED_CALLER, files)
    writers = set()
    for name in ("write_expected", "write_many"):
        real = getattr(model, name)

        def asked(requests: list[Any], *rest: Any, real: Any = real) -> Any:
            writers.update(model.models.adapters[Role.CALLER] for _ in requests)
            return real(requests, *rest)

        monkeypatch.setattr(model, name, asked)
    second = compared(model, SHIPPED_CALLER, WEAKER, files)
    assert [case["live"] for case in second["groups"]["corrected"]] == [
        case["candidate"] for case in first["groups"]["corrected"]
    ]
    assert writers == {"weaker"}


def test_a_stop_half_way_says_nothing_and_the_same_call_goes_on(
    model: LocalModel, files: GateFiles, tmp_path: Path
) -> None:
    whole = compared(model, SHIPPED_CALLER, BROKEN, files)
    cancel, told = Event(), []
    again = GateFiles(**{**vars(files), "cache": tmp_path / "other"})

    def stop_after_the_first_group(message: str, _fraction: float | None) -> None:
        told.append(message)
        if "accepted" in message:
            cancel.set()

    with pytest.raises(Cancelled):
        compared(model, SHIPPED_CALLER, BROKEN, again, cancel, stop_after_the_first_group)
    kept = sum(len(json.loads(file.read_text())) for file in (tmp_path / "other").iterdir())
    assert kept == 2 * 2
    assert {**compared(model, SHIPPED_CALLER, BROKEN, again), "seconds": None} == {**whole, "seconds": None}
    assert model.models.adapters[Role.CALLER] == "shipped"


def test_progress_goes_from_nothing_to_all(model: LocalModel, files: GateFiles) -> None:
    told: list[float | None] = []
    compared(model, SHIPPED_CALLER, SHIPPED_CALLER, files, tell=lambda _, fraction: told.append(fraction))
    numbers = [fraction for fraction in told if fraction is not None]
    assert (numbers[0], numbers[-1]) == (0.0, 1.0)
    assert numbers == sorted(numbers)


def test_live_questions_are_solved_by_both(model: LocalModel, files: GateFiles, tmp_path: Path) -> None:
    question = {"id": "q1", "question": "What is 12*12?", "facts": [{"number": 144}]}
    (tmp_path / "questions.jsonl").write_text(json.dumps(question) + "\n")
    asked = GateFiles(
        **{**vars(files), "questions": tmp_path / "questions.jsonl", "question_count": 1, "dev_steps": 0}
    )
    found = compared(model, BROKEN, SHIPPED_CALLER, asked)
    [case] = found["questions"]["cases"]
    assert (case["id"], case["before"], case["after"]) == ("q1", False, True)
    assert "144" in case["candidate"]
    assert found["metrics"] is None


def test_what_cannot_be_written_is_told_and_leaves_no_half_result(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(TrainingError, match=r"gate\.json cannot be written .*; all else is kept\."):
        write_whole(tmp_path / "file" / "gate.json", "{}", "all else is kept")
    write_whole(tmp_path / "new" / "gate.json", "{}", "all else is kept")
    assert [file.name for file in (tmp_path / "new").iterdir()] == ["gate.json"]
