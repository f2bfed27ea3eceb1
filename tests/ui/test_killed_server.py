"""The program is killed while somebody types: what was typed is there when it runs again."""

from __future__ import annotations

import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import BrowserContext, expect
from review_site import failing
from ui_samples import SCRIPT, loaded, tools
from ui_site import Site, free_port

from annotate.runner import Runner
from annotate.store import Store

ROOT = Path(__file__).parents[2]


@contextmanager
def running(home: Path, port: int) -> Iterator[subprocess.Popen[bytes]]:
    """``python app.py`` from when it answers; the model's name is refused at once, reviewing needs none."""
    # Its output is not read: a full pipe would stop it.
    child = subprocess.Popen(
        [sys.executable, str(ROOT / "app.py"), "--model", "nonsense", "--port", str(port)],
        env=os.environ | {"UMI_HOME": str(home), "UMI_DB_URL": ""},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        until = time.monotonic() + 60
        while not _answers(port):
            assert time.monotonic() < until
            assert child.poll() is None
            time.sleep(0.1)
        yield child
    finally:
        child.kill()
        child.wait()


def _answers(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5):
            return True
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        return False


def test_what_was_typed_survives_a_killed_program_and_a_closed_tab(
    context: BrowserContext, store: Store, umi_home: Path
) -> None:
    port = free_port()
    holder = loaded(SCRIPT)
    runner = Runner(store, holder, tools())
    site = Site(f"http://127.0.0.1:{port}/", store, runner, tools(), holder)
    url = f"{site.url}?review={failing(site).id}"
    field = '#editor-form input[data-field="text"]'
    context.add_init_script("localStorage.setItem('umi.name', 'Ada')")
    with running(umi_home, port) as child:
        page = context.new_page()
        page.goto(url)
        page.locator(field).fill("Os")
        expect(page.locator("#save-button")).to_be_enabled()
        child.kill()
        child.wait()
        page.locator(field).fill("Oslo")
        expect(page.locator("#editor-fault")).to_contain_text("The program does not answer")
        page.close()
    with running(umi_home, port):
        page = context.new_page()
        page.goto(url)
        expect(page.locator(field)).to_have_value("Oslo")
        expect(page.locator("#save-button")).to_be_enabled()
        page.keyboard.press("Control+Enter")
        expect(page.locator("#review-main .fixed")).to_have_text('length(text="Oslo")')
