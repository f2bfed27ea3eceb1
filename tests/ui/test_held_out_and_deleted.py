"""Whole runs on the Review page: held out of every export, and deleted."""

from __future__ import annotations

from playwright.sync_api import Page, expect
from review_site import failing, review, reviewed
from ui_site import Serve

from annotate.holdout import is_held_out
from annotate.removal import delete_run


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


def test_deleting_a_run_says_what_goes_with_it_and_asks(page: Page, serve: Serve) -> None:
    site = serve()
    run, other = failing(site), failing(site, "Another one")
    reviewed(site, run, "Ada", wrong=1)
    page.goto(f"{site.url}?review={run.id}")
    page.get_by_label("Your name", exact=True).fill("Ada")
    page.keyboard.press("Enter")
    page.locator("#delete-button").click()
    told = page.locator("#delete-told")
    expect(told).to_have_text("With it go 4 steps, 1 correction, 1 review, for good.")
    page.keyboard.press("Enter")
    expect(page.locator("#delete-run")).to_be_hidden()
    assert site.store.run(run.id)
    page.locator("#delete-button").click()
    page.get_by_role("button", name="Delete it", exact=True).click()
    expect(page.locator("#review-empty")).to_be_visible()
    expect(page.locator("#editor-empty")).to_be_visible()
    assert [each.id for each in site.store.recent(9)] == [other.id]
    page.keyboard.press("n")
    expect(page.locator("#review-head h1")).to_have_text("Another one")


def test_what_was_typed_stays_when_the_run_is_deleted_meanwhile(page: Page, serve: Serve) -> None:
    site = serve()
    run = failing(site)
    review(page, site)
    field = page.locator('#editor-form input[data-field="text"]')
    field.fill("Os")
    expect(page.locator("#save-button")).to_be_enabled()
    delete_run(site.store.database, run.id)
    page.keyboard.press("Control+Enter")
    expect(page.locator("#review-problem")).to_contain_text("This run was deleted in the meantime")
    expect(field).to_have_value("Os")
    field.fill("Oslo")
    expect(page.locator("#editor-fault")).to_contain_text("This run was deleted in the meantime")
    page.wait_for_timeout(600)
    expect(field).to_have_value("Oslo")
    kept = page.evaluate(
        "Object.entries(localStorage).filter(([key]) => key.includes('draft')).map(([, v]) => v)"
    )
    assert any("Oslo" in each for each in kept)
