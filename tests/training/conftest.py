"""What trainings by the real command begin with."""

from __future__ import annotations

from pathlib import Path

import pytest
from training_cli import sample_files, tiny_model

from umi.models.files import ModelFiles


@pytest.fixture
def data(tmp_path: Path, default_model: ModelFiles) -> tuple[str, ...]:
    """Files and model of a training that takes seconds, as arguments."""
    return (*sample_files(tmp_path), "--model", str(tiny_model(tmp_path / "model", default_model)))
