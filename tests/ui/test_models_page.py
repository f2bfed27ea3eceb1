"""The Models page: what is in memory, loading and unloading."""

from __future__ import annotations

from conftest import Serve
from playwright.sync_api import Page, expect


def test_unload_and_load(page: Page, serve: Serve) -> None:
    page.goto(serve().url)
    page.get_by_role("tab", name="Models", exact=True).click()
    state = page.locator("#model-state")
    expect(state).to_contain_text("org/scripted")
    expect(state).to_contain_text("CPU bf16")
    page.get_by_role("button", name="Unload", exact=True).click()
    expect(state).to_contain_text("No model is loaded.")
    expect(page.locator("#model-chip")).to_have_text("No model")
    page.get_by_label("Load another model").fill("org/<b>other</b>")
    page.get_by_role("button", name="Load", exact=True).click()
    expect(state).to_contain_text("org/<b>other</b>")
    expect(state).to_contain_text("ready")
    expect(state.locator("b")).to_have_count(0)


def test_a_run_without_a_model_says_what_to_do(page: Page, serve: Serve) -> None:
    page.goto(serve().url)
    page.get_by_role("tab", name="Models", exact=True).click()
    page.get_by_role("button", name="Unload", exact=True).click()
    expect(page.locator("#model-chip")).to_have_text("No model")
    page.get_by_role("tab", name="Run", exact=True).click()
    page.get_by_label("Question", exact=True).fill("How far?")
    page.get_by_role("button", name="Run", exact=True).click()
    expect(page.locator("#timeline")).to_contain_text("No model is loaded")
    expect(page.get_by_label("Question", exact=True)).to_have_value("How far?")
