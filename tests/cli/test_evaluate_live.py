"""``python -m umi evaluate --live`` as people and programs call it, the last test with the real model."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
# Near the worked examples, so that the model without adapters comes to an end soon.
QUESTIONS: list[dict[str, Any]] = [
    {"id": "miles", "question": "What is 40 miles in km?", "facts": [{"number": 64.3738}]},
    {"id": "bergen", "question": "How many people live in Bergen?", "facts": [{"number": 294029}]},
]
Done = subprocess.CompletedProcess[str]


def evaluate(*arguments: str, home: Path, seconds: float = 60) -> Done:
    return subprocess.run(
        [sys.executable, "-m", "umi", "evaluate", *arguments],
        cwd=ROOT, env=os.environ | {"UMI_HOME": str(home)},
        capture_output=True, encoding="utf-8", timeout=seconds, check=False,
    )  # fmt: skip


@pytest.fixture
def questions(tmp_path: Path) -> Path:
    file = tmp_path / "questions.jsonl"
    file.write_text("".join(json.dumps(row) + "\n" for row in QUESTIONS), encoding="utf-8")
    return file


def refused(done: Done) -> str:
    """The one sentence on stderr of bad usage."""
    assert (done.returncode, done.stdout) == (2, ""), done.stderr
    assert done.stderr.count("\n") == 1
    return done.stderr.strip()


# The home is empty: were a model asked for before the files are checked, it would be fetched.


def test_nothing_to_evaluate(tmp_path: Path) -> None:
    assert "--live QUESTIONS.jsonl" in refused(evaluate(home=tmp_path / "home", seconds=20))


def test_a_bad_line_is_refused_before_a_model_is_loaded(tmp_path: Path, questions: Path) -> None:
    with questions.open("a", encoding="utf-8") as file:
        file.write('{"id": "x", "question": "Why?", "facts": [{"date": "tomorrow"}]}\n')
    said = refused(evaluate("--live", str(questions), home=tmp_path / "home", seconds=20))
    assert said == (
        f"{questions}, line 3, field facts: the fact date cannot be 'tomorrow'; correct it or leave it out."
    )
    assert not (tmp_path / "home").exists()


@pytest.mark.parametrize("out", ["questions.jsonl", "no/such/folder.jsonl", "."])
def test_results_that_could_not_be_written(tmp_path: Path, questions: Path, out: str) -> None:
    before = questions.read_bytes()
    arguments = ("--live", str(questions), "--out", str(tmp_path / out))
    said = refused(evaluate(*arguments, home=tmp_path / "home", seconds=20))
    assert said.startswith(str(tmp_path / out))
    assert "name another" in said
    assert questions.read_bytes() == before
    assert not (tmp_path / "home").exists()


@pytest.mark.parametrize("limit", ["0", "-1", "some"])
def test_a_limit_that_is_none(tmp_path: Path, questions: Path, limit: str) -> None:
    done = evaluate("--live", str(questions), "--limit", limit, home=tmp_path, seconds=20)
    assert done.returncode == 2
    assert "argument --limit: give a whole number from 1 on" in done.stderr


@pytest.mark.slow
def test_two_questions_on_the_real_model(model_home: Path, tmp_path: Path, questions: Path) -> None:
    out = tmp_path / "results.jsonl"
    done = evaluate("--live", str(questions), "--out", str(out), "--json", home=model_home, seconds=600)
    assert done.returncode == 0, done.stderr
    figures = json.loads(done.stdout)
    rows = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert [row["id"] for row in rows] == ["miles", "bergen"]
    assert (figures["questions"], figures["passed"]["of"], figures["gave_up_rightly"]["of"]) == (2, 2, 0)
    assert figures["passed"]["right"] == sum(row["passed"] for row in rows)
    assert figures["steps_per_run"] == sum(len(row["steps"]) for row in rows) / 2
    assert figures["seconds_per_run"] > 0
    assert "1 of 2 questions, " in done.stderr
    assert " left" in done.stderr
    again = evaluate("--live", str(questions), "--out", str(out), home=model_home, seconds=120)
    assert again.returncode == 0, again.stderr
    assert again.stdout.startswith("passed in all")
    assert len(out.read_text(encoding="utf-8").splitlines()) == 2


@pytest.mark.slow
def test_two_questions_side_by_side_on_the_real_model(
    model_home: Path, tmp_path: Path, questions: Path
) -> None:
    out = tmp_path / "results.jsonl"
    asked = ("--live", str(questions), "--at-once", "2", "--out", str(out))
    done = evaluate(*asked, home=model_home, seconds=600)
    assert done.returncode == 0, done.stderr
    rows = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert {row["id"]: row["passed"] for row in rows} == {"miles": True, "bergen": True}
