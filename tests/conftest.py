"""What several test files need: the real default model, fetched once by the product's own code."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest

from umi.models.catalog import resolve
from umi.models.files import ModelFiles

pytest_plugins = ["databases"]


def pytest_configure() -> None:
    """Side by side on few cores, processes with a thread each are faster than with one for each core."""
    if "PYTEST_XDIST_WORKER" in os.environ:
        os.environ["OMP_NUM_THREADS"] = "1"


@pytest.fixture(scope="session")
def model_home() -> Path:
    """A UMI_HOME with the default model, kept between test runs: ``UMI_TEST_CACHE`` or a temporary folder."""
    folder = Path(os.environ.get("UMI_TEST_CACHE") or Path(tempfile.gettempdir(), "umi-test-cache"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("UMI_HOME", str(folder))
        resolve(None, lambda _message, _fraction: None)
    return folder


@pytest.fixture(scope="session")
def default_model(model_home: Path) -> ModelFiles:
    """The default model, converted and verified; tests only read it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("UMI_HOME", str(model_home))
        return resolve(None, lambda _message, _fraction: None)


@pytest.fixture
def umi_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty UMI_HOME of the test's own."""
    folder = tmp_path / "home"
    monkeypatch.setenv("UMI_HOME", str(folder))
    return folder
