"""``python -m umi score``: the published evaluator's figures, and what it says of files it cannot use."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from data_samples import DATA, needs_data, write

from umi.__main__ import main

ROOT = Path(__file__).parents[2]
VECTORS = DATA / "alpha_umi" / "metric_vectors.json"
CASE = {
    "tool_names": ["f"],
    "reference": "Next: caller.</s>caller: Action: f\nAction Input: {}</s>",
    "prediction": "Next: caller.</s>caller: Action: g\nAction Input: {}</s>",
}


@needs_data
def test_the_published_evaluators_figures(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["score", str(VECTORS), "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    expected = json.loads(VECTORS.read_text())["expected"]
    assert len(expected) == 7
    assert {name: figures[name] for name in expected} == pytest.approx(expected, abs=1e-9)
    assert (figures["steps"], figures["calls"], figures["conclusions"]) == (79, 59, 14)


def test_as_people_read_it(tmp_path: Path) -> None:
    path = write(tmp_path / "cases.json", {"cases": [CASE, CASE | {"prediction": CASE["reference"]}]})
    done = subprocess.run(
        [sys.executable, "-W", "error", "-m", "umi", "score", str(path)],
        cwd=ROOT, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "2 steps, 2 calls, 0 conclusions",
        "Plan ACC  100.00",
        "Act. EM    50.00",
        "Hallu.     50.00",
        "Arg. F1    50.00  easy  50.00  hard   0.00",
        "ROUGE-L        -",
    ]


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (b"{oops", "is not JSON (key must be a string at column 2): correct it or leave it out."),
        ([CASE], 'is not a JSON object: write {"cases": […]} into it.'),
        ({"about": "x"}, ", field cases: Field required; correct it."),
        (
            {"cases": []},
            ", field cases: List should have at least 1 item after validation, not 0; correct it.",
        ),
        (
            {"cases": [CASE, CASE | {"prediction": None}]},
            ", field cases.1.prediction: Input should be a valid string; correct it.",
        ),
    ],
)
def test_files_that_cannot_be_used(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], value: Any, said: str
) -> None:
    path = write(tmp_path / "cases.json", value)
    assert main(["score", str(path)]) == 2
    output = capsys.readouterr()
    assert output.out == ""
    assert output.err.removeprefix(str(path)).strip() == said


def test_a_missing_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["score", "missing.json"]) == 2
    said = "missing.json cannot be read (No such file or directory): name another file.\n"
    assert capsys.readouterr().err == said
