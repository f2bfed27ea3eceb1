"""A second opinion is given blind; then both stand side by side, and a reviewer settles what counts."""

from __future__ import annotations

from playwright.sync_api import Page, expect
from review_site import failing, reviewed
from ui_site import Serve

from annotate.reviews import Reviews, Verdict


def test_a_second_opinion_is_blind_until_it_is_given(page: Page, serve: Serve) -> None:
    site = serve()
    run = failing(site)
    reviewed(site, run, "Ada", wrong=1)
    page.goto(site.url)
    page.get_by_role("tab", name="Review", exact=True).click()
    expect(page.locator("#queue-empty")).to_be_visible()
    page.keyboard.press("o")
    page.get_by_label("Your name", exact=True).fill("Bob")
    page.keyboard.press("Enter")
    expect(page.locator("#review-head h1")).to_be_visible()
    expect(page.locator("#review-notes")).to_contain_text("second opinion")
    row = page.locator("#queue-rows .run-row")
    expect(row).to_have_count(1)
    # Neither her name nor what she found, nor her correction, is anywhere on the page.
    for hidden in ("Ada", "wrong step", 'length(text="Oslo")'):
        assert hidden not in page.locator("#review-page").inner_text()
    page.reload()
    expect(page.locator("#review-notes")).to_contain_text("second opinion")
    expect(page.locator("#review-main .said")).to_have_count(0)
    page.keyboard.press("a")
    expect(page.locator("#review-main .said")).to_have_text("right")
    page.keyboard.press("f")
    opinions = page.locator(".opinion")
    expect(opinions).to_have_count(2)
    expect(opinions.nth(0)).to_contain_text("Bobright")
    expect(opinions.nth(1)).to_contain_text("Adawrong")
    expect(opinions.nth(1).locator(".fixed")).to_have_text('length(text="Oslo")')
    expect(page.locator("#review-main .said.theirs")).to_have_text("Ada: wrong")
    given = Reviews(site.store.database).open(run.id, "Bob")
    assert (given.is_blind, given.verdict) == (True, Verdict.RIGHT)
