"""``python -m umi evaluate FILE`` as people and programs call it; one test on the real model and data."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from umi.__main__ import main
from umi.evaluate import planned_steps
from umi.formats import read

DATA = Path(__file__).parents[3] / "shared" / "data" / "toolbench" / "dev.jsonl.gz"
GOOD = {
    "id": "t1",
    "question": "What is f?",
    "tools": [{"name": "f", "description": "Does f.", "parameters": {"type": "object"}}],
    "steps": [{"role": "planner", "rationale": "Nothing helps.", "decision": "give up"}],
}


def refused(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> str:
    assert main(["evaluate", *map(str, arguments)]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    return printed.err


def test_files_or_questions_are_named(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert "python -m umi evaluate FILE.jsonl" in refused(capsys)
    assert "python -m umi evaluate FILE.jsonl" in refused(capsys, tmp_path / "a", "--live", tmp_path / "b")


@pytest.mark.parametrize("option", ["--free", "--skip-bad"])
def test_options_of_files_are_refused_with_questions(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, option: str
) -> None:
    assert "belong to files of trajectories" in refused(capsys, "--live", tmp_path / "q.jsonl", option)


@pytest.mark.parametrize(("option", "value"), [("--out", "r.jsonl"), ("--at-once", "2")])
def test_options_of_questions_are_refused_with_files(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, option: str, value: str
) -> None:
    told = refused(capsys, tmp_path / "t.jsonl", option, value)
    assert "--out and --at-once belong to --live" in told


def test_a_bad_row_is_named_and_can_be_skipped(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = tmp_path / "t.jsonl"
    file.write_text(json.dumps(GOOD | {"targets": []}) + "\n" + json.dumps(GOOD | {"question": ""}) + "\n")
    assert f"{file}, line 2" in refused(capsys, file)
    told = refused(capsys, file, "--skip-bad")
    assert f"Left out: {file}, line 2" in told
    assert "There is no step to predict" in told


def test_a_limit_is_a_number_of_trajectories(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = tmp_path / "t.jsonl"
    file.write_text(json.dumps(GOOD | {"targets": []}) + "\n" + json.dumps(GOOD) + "\n")
    assert "There is no step to predict" in refused(capsys, file, "--limit", "1")


@pytest.mark.slow
@pytest.mark.skipif(not DATA.is_file(), reason=f"the real data is not at {DATA}")
def test_three_real_trajectories(
    capsys: pytest.CaptureFixture[str], model_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("UMI_HOME", str(model_home))
    assert main(["evaluate", str(DATA), "--limit", "3", "--json"]) == 0
    printed = capsys.readouterr()
    figures = json.loads(printed.out)
    steps = planned_steps(read(DATA)[:3])
    assert figures["steps"] == len(steps)
    assert f"{len(steps)} of {len(steps)} steps" in printed.err
    # Under its grammar a caller can name offered tools only.
    assert figures["hallu_rate"] == 0
    assert 0 <= figures["plan_em"] <= 1
    assert (figures["truncated"], figures["too_long"]) == (0, 0)
