"""From a click on Run to the first written character in a real browser, on a warm app."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from playwright.sync_api import Page, sync_playwright
from report import print_table

APP = Path(__file__).parent.parent / "app.py"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"]
CITIES = ("Lima", "Oslo", "Quito", "Cairo", "Tokyo", "Paris", "Delhi", "Accra", "Hanoi")
NOTE_TIMES = """() => {
  addEventListener("pointerdown", () => { window.clicked = performance.now(); window.first = null; }, true);
  new MutationObserver(() => {
    const body = document.querySelector("#cards .card .body");
    if (!window.first && body?.textContent.trim() && body.checkVisibility())
      requestAnimationFrame(() => { window.first ??= performance.now(); });
  }).observe(document.body, {subtree: true, childList: true, characterData: true});
}"""
"""Both times are taken in the page, so that what the test driver costs is in neither."""


@contextmanager
def app() -> Iterator[str]:
    """The address of the real app with the default model; its record goes to a folder of its own."""
    port = free_port()
    with TemporaryDirectory() as folder:
        environment = {**os.environ, "UMI_DB_URL": f"sqlite:///{folder}/umi.db"}
        command = [sys.executable, str(APP), "--port", str(port)]
        process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
        try:
            wait_until_it_listens(process, port)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait()


def free_port() -> int:
    """A port that nobody has now."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


def wait_until_it_listens(process: subprocess.Popen[bytes], port: int) -> None:
    """Returns once the app answers; an app that ended ends the benchmark."""
    while process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            continue
        return
    sys.exit("The app ended before it served its page: start it by hand to see why.")


@contextmanager
def tab(url: str) -> Iterator[Page]:
    """The page in Chromium, its model loaded, noting times."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        page = browser.new_page()
        page.goto(url)
        page.locator("#model-chip", has_text=re.compile("CPU|CUDA|MPS")).wait_for(timeout=600_000)
        page.evaluate(NOTE_TIMES)
        yield page
        browser.close()


def first_token(page: Page, question: str) -> float:
    """Milliseconds from the click to the first character; the run is stopped then."""
    page.locator("#question textarea").fill(question)
    page.get_by_role("button", name="Run", exact=True).click()
    page.wait_for_function("window.first", timeout=120_000)
    milliseconds = float(page.evaluate("window.first - window.clicked"))
    page.get_by_role("button", name="Stop", exact=True).click()
    page.locator("#ending", has_text=".").wait_for()
    page.locator("body:not(.umi-running)").wait_for()
    page.locator("#new-run").click()
    return milliseconds


def main() -> None:
    """The first question of all, then the warm ones."""
    with app() as url, tab(url) as page:
        cold, *warm = [first_token(page, f"How many people live in {city}?") for city in CITIES]
    rows = [("first question after loading", f"{cold:.0f}", "", "")]
    rows.append(("later questions", f"{median(warm):.0f}", f"{min(warm):.0f}", f"{max(warm):.0f}"))
    print_table("Click to first character", ("milliseconds", "median", "fastest", "slowest"), rows)


if __name__ == "__main__":
    main()
