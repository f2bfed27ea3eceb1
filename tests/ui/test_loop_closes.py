"""The whole loop from a fresh install, in a browser, on the real model, until the answer is right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from real_app import App, started

QUESTION = "my rucksack weighs 38 lb and my wife's 27 lb. both together in kg?"
WRONG = "38 kg and 27 kg are 65 kg. I need to convert 65 kg to kg."
RIGHT = "38 lb and 27 lb are 65 lb. I need to convert 65 lb to kg."
ANSWER = "29.48"
"""65 lb at 0.45359237 kg (the international pound, 1959)."""

pytestmark = pytest.mark.slow


@pytest.fixture
def app(model_home: Path, tmp_path: Path) -> Iterator[App]:
    """On a home of its own: what is trained here is nobody else's."""
    home = tmp_path / "home"
    home.mkdir()
    (home / "models").symlink_to(model_home / "models")
    with started(home, f"sqlite:///{tmp_path / 'umi.db'}") as running:
        yield running


def ask(page: Page) -> None:
    """Ask on the Run page, and wait for the end."""
    page.get_by_role("tab", name="Run", exact=True).click()
    page.get_by_label("Question", exact=True).fill(QUESTION)
    page.keyboard.press("Control+Enter")
    page.wait_for_url(re.compile(r"run=\w+"))
    expect(page.locator("#question-heading")).to_have_text(QUESTION)
    expect(page.locator("#ending")).to_have_text("Finished", timeout=240_000)


def correct(page: Page) -> None:
    """Mark the planner's second step wrong, say what is right, and let the agent go on."""
    page.keyboard.press("Escape")
    while "Step 3 ·" not in (page.locator("#editor-title").text_content() or ""):
        before = page.locator("#editor-title").text_content()
        number = int(re.findall(r"\d+", before or "0")[0])
        page.keyboard.press("j" if number < 3 else "k")
        expect(page.locator("#editor-title")).not_to_have_text(before or "")
    page.keyboard.press("2")
    field = page.locator('#editor-form textarea[data-field="rationale"]')
    expect(field).to_have_value(WRONG)
    field.fill(RIGHT)
    page.keyboard.press("Control+Enter")
    expect(page.locator("#review-main .card .fixed")).to_contain_text("38 lb")
    page.keyboard.press("Escape")
    page.keyboard.press("r")
    child = page.locator("#review-child")
    expect(child.locator(".take-child")).to_be_visible(timeout=240_000)
    expect(child.locator(".card").last).to_contain_text(ANSWER)


def test_a_correction_is_trained_promoted_and_changes_the_next_run(page: Page, app: App) -> None:
    page.goto(app.url)
    expect(page.locator("#model-chip")).to_contain_text("SmolLM2-135M-Instruct · CPU", timeout=90_000)
    page.evaluate("localStorage.setItem('umi.name', 'Ada')")
    ask(page)
    first = page.url.partition("run=")[2]
    expect(page.locator("#cards .card").last).not_to_contain_text(ANSWER)
    page.goto(f"{app.url}?review={first}")
    expect(page.locator("#review-main .card").first).to_be_visible()
    correct(page)
    page.get_by_role("tab", name="Train", exact=True).click()
    expect(page.locator(".role-card.planner")).to_contain_text("1 correction")
    page.keyboard.press("1")
    expect(page.locator("#plan-title")).to_have_text("Planner")
    # Of the dev set none: the 40 that are set take a minute more.
    page.locator("#settings-fold summary").click()
    page.get_by_label("Dev steps").fill("0")
    page.locator("#plan-title").click()
    page.keyboard.press("t")
    expect(page.locator("#job-gate .verdict.promote")).to_be_visible(timeout=240_000)
    fixed = page.locator('[data-group="corrected"][data-outcome="fixed"]')
    expect(fixed).to_have_text("1")
    fixed.click()
    expect(page.locator("#job-cases .case .live")).to_contain_text("38 kg")
    page.keyboard.press("p")
    page.locator("#promote-sure").click()
    expect(page.locator(".role-card.planner .live-now")).to_have_text("planner r1")
    page.goto(app.url)
    ask(page)
    assert page.url.partition("run=")[2] != first
    expect(page.locator("#cards .card").last).to_contain_text(ANSWER)
    expect(page.locator("#run-facts")).to_contain_text("planner__r0001")
