"""Whole runs on the Review page: held out of every export, and deleted."""

from __future__ import annotations

from playwright.sync_api import Page, expect
from review_site import failing, reviewed
from ui_site import Serve

from annotate.holdout import is_held_out


def test_a_run_is_held_out_and_only_a_reviewer_releases_it(page: Page, serve: Serve) -> None:
    site = serve()
    run = failing(site)
    reviewed(site, run, "Ada", wrong=None)
    database = site.store.database
    page.goto(f"{site.url}?review={run.id}")
    page.get_by_label("Your name", exact=True).fill("Bob")
    page.keyboard.press("Enter")
    expect(page.locator("#review-notes")).to_be_visible()
    page.keyboard.press("h")
    expect(page.locator("#review-notes")).to_contain_text("held out")
    assert is_held_out(database, run.question)
    page.keyboard.press("h")
    expect(page.locator("#review-problem")).to_contain_text("Only reviewers let a held-out run be learnt")
    assert is_held_out(database, run.question)
    page.evaluate("localStorage.setItem('umi.name', 'Ada')")
    page.keyboard.press("h")
    expect(page.locator("#review-notes")).not_to_contain_text("held out")
    assert not is_held_out(database, run.question)
