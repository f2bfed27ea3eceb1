"""The real app on a free port, with the real store, runner and holder; only the model is scripted."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from ui_samples import SCRIPT, Loaded, loaded, tools
from ui_site import Serve, Site, free_port

from annotate.adapters import Adapters
from annotate.jobs import Jobs
from annotate.runner import Runner
from annotate.store import Store
from annotate.ui.build import build
from annotate.ui.theme import page_options
from umi.models.holder import ModelHolder

TRAINER = (sys.executable, str(Path(__file__).parents[1] / "jobs" / "trainer.py"))
"""Trains nothing, and leaves what a training leaves; see there."""
FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)
# A busy machine is late, not wrong: five seconds, as is the default, have not always been enough.
expect.set_options(timeout=30_000)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("chromium is not installed")
    return {**browser_type_launch_args, "executable_path": chromium, "args": FLAGS.split()}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    return {**browser_context_args, "viewport": {"width": 1440, "height": 900}}


@pytest.fixture(scope="session")
def base_url() -> str:
    """Stands in for pytest-base-url's own, whose definition pytest 9 warns of."""
    return ""


@pytest.fixture
def store(umi_home: Path) -> Iterator[Store]:
    umi_home.mkdir()
    with closing(Store.open(f"sqlite:///{umi_home / 'umi.db'}")) as opened:
        yield opened


@pytest.fixture
def serve(store: Store) -> Iterator[Serve]:
    """Serves the app with a model that writes the given turns, a word each ``seconds``."""
    apps = []
    closing_down: list[Jobs] = []

    def start(
        outputs: tuple[str, ...] = SCRIPT,
        seconds: float = 0.0,
        holder: ModelHolder[Loaded] | None = None,
        auth: list[tuple[str, str]] | None = None,
    ) -> Site:
        holder = holder or loaded(outputs, seconds)
        runner = Runner(store, holder, tools())
        adapters = Adapters(store, holder)
        jobs = Jobs(store, adapters, TRAINER)
        closing_down.append(jobs)
        app = build(runner, holder, store, adapters, jobs)
        # Named, as Gradio would look for one at the same time as other tests' processes.
        own = {"server_port": free_port(), "auth": auth}
        _, url, _ = app.launch(prevent_thread_lock=True, quiet=True, **own, **page_options())
        apps.append(app)
        return Site(url, store, runner, tools(), holder)

    yield start
    for app in apps:
        app.close(verbose=False)
    for jobs in closing_down:
        jobs.close()


@pytest.fixture
def page(page: Page) -> Iterator[Page]:
    """A tab that must stay free of script errors."""
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    yield page
    assert errors == []
