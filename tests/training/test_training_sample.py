"""The bundled sample improves every role of the default model, by the command of its README."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from training_cli import ROOT, STAGES, run
from training_samples import records

from umi.formats import read
from umi.schema import Role

SAMPLE = ROOT / "assets" / "sample"


def test_the_sample_is_what_its_readme_says() -> None:
    train, valid = (read(SAMPLE / f"{name}.jsonl.gz") for name in ("train", "valid"))
    assert (len(train), len(valid)) == (80, 20)
    assert not {one.question for one in train} & {one.question for one in valid}
    assert sum(file.stat().st_size for file in SAMPLE.iterdir()) < 100_000


@pytest.mark.slow
def test_a_part_of_the_sample_improves_every_role(
    model_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("UMI_HOME", str(model_home))
    files = []
    for name, count in (("train", 8), ("valid", 3)):
        # Short ones in which every role has its turn: the whole sample takes minutes.
        whole = (
            one for one in read(SAMPLE / f"{name}.jsonl.gz") if {step.role for step in one.steps} == {*Role}
        )
        short = sorted(whole, key=lambda one: len(one.steps))
        lines = [one.model_dump_json(exclude_none=True) + "\n" for one in short[:count]]
        files.append(tmp_path / f"{name}.jsonl")
        files[-1].write_text("".join(lines), encoding="utf-8")
    settings = ("--role-epochs", "2", "--out", tmp_path / "out")
    code, out, said = run(files[0], "--valid", files[1], *settings, threads=None, timeout=900)
    assert code == 0, said
    for stage, line in zip(STAGES, out.splitlines()[1:], strict=True):
        found = records(tmp_path / "out" / stage / "metrics.jsonl")
        valid = [record["valid_loss"] for record in found if "valid_loss" in record]
        assert found[0]["step"] == 0
        assert min(valid[1:]) < valid[0], stage
        manifest = json.loads((tmp_path / "out" / stage / "manifest.json").read_text())
        assert manifest["valid_loss"] == pytest.approx(min(valid), rel=1e-4)
        assert manifest["best_step"] > 0
        assert line.startswith(stage)
