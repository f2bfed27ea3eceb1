"""A second opinion is given blind; then both stand side by side, and a reviewer settles what counts."""

from __future__ import annotations

from playwright.sync_api import Page, expect
from review_site import failing, reviewed
from ui_site import Serve

from annotate.agreement import Judge
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


def test_a_reviewer_settles_which_opinion_stands(page: Page, serve: Serve) -> None:
    site = serve()
    run, _ = failing(site), failing(site, "Another one")
    reviewed(site, run, "Ada", wrong=1)
    reviewed(site, run, "Bob", wrong=None)
    page.goto(site.url)
    page.evaluate("localStorage.setItem('umi.name', 'Ada')")
    page.get_by_role("tab", name="Review", exact=True).click()
    page.get_by_label("Reviewed", exact=True).select_option("opinions differ")
    expect(page.locator("#queue-count")).to_have_text("1")
    page.keyboard.press("Escape")
    page.keyboard.press("n")
    ada, bob = (
        page.locator(".opinion", has=page.get_by_role("heading", name=name)) for name in ("Ada", "Bob")
    )
    bob.get_by_role("button", name="Let this stand").click()
    expect(bob.locator(".stands")).to_be_visible()
    expect(page.locator("#queue-count")).to_have_text("0")
    expect(page.locator("#review-main .said.gold")).to_have_text(["accepted"] * 4)
    ada.get_by_role("button", name="Let this stand").click()
    expect(ada.locator(".stands")).to_be_visible()
    labels = ["accepted", "accepted: revision 1", "not accepted", "not accepted"]
    expect(page.locator("#review-main .said.gold")).to_have_text(labels)
    judge = Judge(site.store.database)
    assert judge.standing(run.id) == "Ada"


def test_an_annotator_settles_nothing(page: Page, serve: Serve) -> None:
    site = serve()
    run = failing(site)
    reviewed(site, run, "Ada", wrong=1)
    reviewed(site, run, "Bob", wrong=None)
    page.goto(f"{site.url}?review={run.id}")
    page.get_by_label("Your name", exact=True).fill("Bob")
    page.keyboard.press("Enter")
    expect(page.locator(".opinion")).to_have_count(2)
    expect(page.locator("[data-stands]")).to_have_count(0)
    # A button of one's own making changes nothing.
    page.locator(".opinion").first.evaluate("node => node.innerHTML = '<button data-stands=Bob>x</button>'")
    page.locator("[data-stands]").click()
    expect(page.locator("#review-problem")).to_contain_text("Only reviewers settle")
    assert Judge(site.store.database).standing(run.id) is None


def test_agreement_stands_on_the_data_page(page: Page, serve: Serve) -> None:
    site = serve()
    page.goto(site.url)
    page.get_by_role("tab", name="Data", exact=True).click()
    expect(page.locator("#progress-told")).to_contain_text("No run has two finished opinions yet")
    # Both right 2, both wrong 1, apart 1, as in the test of the figure itself.
    for ada, bob in ((None, None), (None, None), (1, 1), (None, 1)):
        run = failing(site)
        for name, wrong in (("Ada", ada), ("Bob", bob)):
            reviewed(site, run, name, wrong)
    page.locator("#progress-button").click()
    expect(page.locator("#progress-told")).to_contain_text(
        "Cohen's kappa on the verdict: 0.50 (2 annotators, 4 runs)"
    )
    expect(page.locator("#progress-told")).to_contain_text("Opinions differ · 1")
