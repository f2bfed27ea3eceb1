"""Keystrokes and seconds from opening a failing run to a saved correction and to the resumed run's end.

Run: ``python benchmarks/review_keystrokes.py [--runs 10]``. A real browser on the real app with the travel
desk's tools. The model is scripted and writes at once, and the keys come as fast as the page takes them: the
seconds are the program's and the browser's own, without anybody's thinking. Each run calls a tool with a
wrong airport, reads an error and gives up. By keyboard alone it is opened, the call found, marked and
corrected, the correction saved, and the run resumed, which calls the tool again and answers.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from itertools import chain
from operator import attrgetter
from tempfile import TemporaryDirectory
from typing import NamedTuple

from playwright.sync_api import Page, sync_playwright
from report import print_table
from review_common import Scripted

from annotate.adapters import Adapters
from annotate.jobs import Jobs
from annotate.runner import Runner
from annotate.store import Store
from annotate.ui.build import build
from annotate.ui.theme import page_options
from umi.models.holder import ModelHolder
from umi.schema import Outcome
from umi.tools.travel import travel_tools

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"]
AIRPORTS = {
    **{"Oslo": "OSL", "Rome": "FCO", "Paris": "CDG", "Cairo": "CAI", "Lima": "LIM"},
    **{"Quito": "UIO", "Tokyo": "HND", "Delhi": "DEL", "Accra": "ACC", "Hanoi": "HAN"},
}
GOES_ON = ("The observation holds the distance.\nNext: summarizer", "The tool told the distance.")
FIND = ("j", "j", "j", "2")
"""Down to the fourth step, the call; its key says "wrong argument"."""
EDIT = ("e", "Tab", "Tab")
"""Into the form, past the tool and the first argument: the second is selected and typing replaces it."""
SAVE = "Control+Enter"
RESUME = ("Escape", "r")


class Reviewed(NamedTuple):
    """Keys pressed, a chord being one, and seconds since the first."""

    keys: int
    opened: float
    saved: float
    resumed: float


def fails(city: str) -> tuple[str, ...]:
    """What the model writes of the run that fails."""
    return (
        "I need the airports of Lisbon.\nNext: caller",
        '{"name":"find_airports","arguments":{"city":"Lisbon"}}',
        f"I need the distance from LIS to {city}.\nNext: caller",
        f'{{"name":"flight_distance","arguments":{{"origin":"LIS","destination":"{city.upper()}"}}}}',
        "No tool knows that airport.\nNext: give up",
    )


def question(city: str) -> str:
    """What is asked."""
    return f"How far is {city} from Lisbon?"


@contextmanager
def site(cities: Sequence[str]) -> Iterator[tuple[str, Store]]:
    """The app's address and its record, in which a run about each city has failed."""
    script = chain(chain.from_iterable(map(fails, cities)), GOES_ON * len(cities))
    holder = ModelHolder[Scripted](lambda _name, _progress: Scripted(script))
    holder.load("scripted")
    with TemporaryDirectory() as folder, closing(Store.open(f"sqlite:///{folder}/umi.db")) as store:
        runner = Runner(store, holder, travel_tools())
        for city in cities:
            finish(runner, runner.start(question(city)))
        adapters = Adapters(store, holder)
        app = build(runner, holder, store, adapters, Jobs(store, adapters))
        _, url, _ = app.launch(prevent_thread_lock=True, quiet=True, **page_options())
        yield url, store
        app.close(verbose=False)


def finish(runner: Runner, run_id: str) -> None:
    """Returns when the run has ended."""
    while (live := runner.live(run_id)) is not None and live.problem is None:
        time.sleep(0.01)


@contextmanager
def review_page(url: str) -> Iterator[Page]:
    """The Review page in Chromium, of somebody who said before who they are."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.add_init_script('localStorage.setItem("umi.name", "Ada")')
        page.goto(url)
        page.get_by_role("tab", name="Review", exact=True).click()
        page.locator("#queue-rows .run-row").first.wait_for()
        yield page
        browser.close()


def review(page: Page, opening: str, city: str) -> Reviewed:
    """Open the run by its key, correct it and let it go on."""
    started = time.perf_counter()
    page.keyboard.press(opening)
    page.locator("#review-head h1", has_text=question(city)).wait_for()
    opened = time.perf_counter()
    press(page, *FIND, *EDIT, *AIRPORTS[city], SAVE)
    page.locator("#review-main .card .fixed").wait_for()
    saved = time.perf_counter()
    press(page, *RESUME)
    page.locator("#review-child .take-child").wait_for()
    ended = time.perf_counter()
    keys = 1 + len(FIND + EDIT + RESUME) + len(AIRPORTS[city]) + 1
    return Reviewed(keys, opened - started, saved - started, ended - started)


def press(page: Page, *keys: str) -> None:
    """One key after the other."""
    for key in keys:
        page.keyboard.press(key)


def require_done(store: Store, cities: Sequence[str]) -> None:
    """Ends with a sentence where the browser showed what the record does not hold."""
    runs = [store.run(line.id) for line in store.recent(3 * len(cities))]
    calls = [run.steps[3].call for run in runs if run.parent and run.outcome is Outcome.FINISHED]
    found = sorted(str(call.arguments["destination"]) for call in calls if call is not None)
    if found != sorted(AIRPORTS[city] for city in cities):
        sys.exit(f"The record holds other resumed runs than expected: {found}.")


def main() -> None:
    """All runs in one sitting; those after the first are opened by finishing the one before."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=10, choices=range(1, len(AIRPORTS) + 1), metavar="N")
    options = parser.parse_args()
    cities = list(AIRPORTS)[: options.runs]
    with site(cities) as (url, store):
        with review_page(url) as page:
            # Of equals, the queue has the newest first.
            found = [review(page, "f" if at else "n", city) for at, city in enumerate(reversed(cities))]
        require_done(store, cities)
    rows = [("first run", *cells(found[0]))]
    if later := sorted(found[1:], key=attrgetter("resumed")):
        rows += [("later runs, median", *cells(later[len(later) // 2]))]
        rows += [("later runs, slowest", *cells(later[-1]))]
    header = ("", "keystrokes", "seconds to open", "to the saved correction", "to the resumed run's end")
    print_table(f"{options.runs} failing runs, reviewed by keyboard", header, rows)


def cells(reviewed: Reviewed) -> tuple[str, ...]:
    """For the table."""
    keys, *seconds = reviewed
    return (f"{keys:.0f}", *(f"{each:.2f}" for each in seconds))


if __name__ == "__main__":
    main()
