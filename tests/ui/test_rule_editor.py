"""The gate's rule on the Train page: saved for all, and the verdict that is shown follows at once."""

from __future__ import annotations

from playwright.sync_api import Page, expect
from train_site import corrected_run, gate_of, open_page, train
from ui_site import Serve

from annotate.kept_rule import kept_rule


def test_a_saved_rule_changes_the_verdict_that_is_shown(page: Page, serve: Serve) -> None:
    site = serve()
    corrected_run(site)
    open_page(page, site)
    train(page, gate=gate_of(corrected="fw", accepted="u" * 12))
    expect(page.locator("#job-gate .verdict.promote")).to_be_visible()
    page.locator("#rule summary").click()
    field = page.get_by_label("Corrected steps that must be right, %")
    expect(field).to_have_value("50")
    field.fill("90")
    page.get_by_role("button", name="Save the rule", exact=True).click()
    expect(page.locator("#job-gate .verdict.hold")).to_contain_text("at least 90% must be")
    expect(page.locator(".job-row .said-hold")).to_have_text("hold")
    assert kept_rule(site.store.database).min_corrected_right == 0.9
    field.fill("900")
    page.get_by_role("button", name="Save the rule", exact=True).click()
    expect(page.locator("#train-problem")).to_contain_text("must be from 0 % to 100 %")
    assert kept_rule(site.store.database).min_corrected_right == 0.9
    page.reload()
    expect(page.locator("#job-gate .verdict.hold")).to_be_visible()


def test_only_reviewers_change_the_rule(page: Page, serve: Serve) -> None:
    site = serve()
    corrected_run(site)
    open_page(page, site, name="Bob")
    page.locator("#rule summary").click()
    page.get_by_label("Accepted steps needed to judge").fill("0")
    page.get_by_role("button", name="Save the rule", exact=True).click()
    expect(page.locator("#train-problem")).to_contain_text("Only reviewers change the rule")
    assert kept_rule(site.store.database).min_accepted == 10
