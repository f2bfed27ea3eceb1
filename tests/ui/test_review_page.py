"""Reviewing without a mouse: find the first wrong step, correct it, resume from there, go on to the next."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect
from review_site import failing, review
from ui_site import Serve

from annotate.corrections import Corrections
from annotate.people import People
from annotate.reviews import Reviews, Verdict

AFTER = ("The observation holds the length.\nNext: summarizer", "Oslo has four letters.")


def test_a_failing_run_is_corrected_and_resumed_by_keyboard(page: Page, serve: Serve) -> None:
    site = serve(outputs=AFTER)
    run = failing(site)
    review(page, site)
    # The least sure step is active already.
    expect(page.locator("#editor-title")).to_have_text("Step 2 · caller")
    page.keyboard.press("2")
    expect(page.locator("#review-main .card.is-wrong .said")).to_have_text("first wrong step: wrong argument")
    expect(page.locator("#review-main .card.after")).to_have_count(3)
    expect(page.locator("#save-button")).to_be_disabled()
    field = page.locator('#editor-form input[data-field="text"]')
    field.fill("Oslo")
    expect(page.locator("#editor-diff del")).to_have_text("Lisbon")
    expect(page.locator("#editor-diff ins")).to_have_text("Oslo")
    expect(page.locator("#save-button")).to_be_enabled()
    page.keyboard.press("Control+Enter")
    expect(page.locator("#review-main .card .fixed")).to_have_text('length(text="Oslo")')
    expect(page.locator("#save-button")).to_be_disabled()
    page.keyboard.press("Escape")
    page.keyboard.press("r")
    child = page.locator("#review-child")
    expect(child.locator(".card").last).to_contain_text("Oslo has four letters.")
    expect(child.locator(".take-child")).to_be_visible()
    page.keyboard.press("f")
    expect(page.locator("#review-notes")).to_have_text("resumed from another run")
    found = Reviews(site.store.database).open(run.id, "Ada")
    assert found.verdict is Verdict.WRONG
    assert found.first_wrong_step_id == run.steps[1].id
    saved = Corrections(site.store.database).revisions([run.steps[1].id])[run.steps[1].id]
    assert [each.content["arguments"] for each in saved] == [{"text": "Oslo"}]
    children = [one for one in site.store.recent(5) if one.id != run.id]
    resumed = site.store.run(children[0].id)
    assert resumed.parent is not None
    assert resumed.parent.step_id == run.steps[1].id
    assert resumed.steps[1].observation is not None
    assert resumed.steps[1].observation.content == "4"


def test_a_draft_survives_a_reload_and_undo_brings_back_what_was(page: Page, serve: Serve) -> None:
    site = serve()
    failing(site)
    review(page, site)
    field = page.locator('#editor-form input[data-field="text"]')
    field.fill("Osl")
    page.wait_for_timeout(700)
    page.reload()
    expect(field).to_have_value("Osl")
    page.keyboard.press("Control+z")
    expect(field).to_have_value("Lisbon")
    field.fill("Oslo")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#review-main .card .fixed")).to_have_text('length(text="Oslo")')
    page.keyboard.press("Escape")
    page.keyboard.press("Control+z")
    expect(field).to_have_value("Lisbon")
    page.keyboard.press("Control+y")
    expect(field).to_have_value("Oslo")


def test_a_wrong_argument_is_said_beside_its_field(page: Page, serve: Serve) -> None:
    site = serve()
    failing(site)
    review(page, site)
    page.locator('#editor-form input[data-field="text"]').fill("")
    expect(page.locator("#editor-fault")).to_contain_text("length needs the argument text")
    expect(page.locator('#editor-form input[data-field="text"]')).to_have_attribute("aria-invalid", "")
    expect(page.locator("#save-button")).to_be_disabled()


def test_who_saves_second_sees_both_and_decides(page: Page, serve: Serve) -> None:
    site = serve()
    run = failing(site)
    review(page, site)
    page.locator('#editor-form input[data-field="text"]').fill("Rome")
    People(site.store.database).welcome("Bob")
    theirs = {"name": "length", "arguments": {"text": "Oslo"}}
    Corrections(site.store.database).save(run, run.steps[1], "Bob", 0, theirs)
    expect(page.locator("#save-button")).to_be_enabled()
    page.keyboard.press("Control+Enter")
    expect(page.locator("#editor-conflict")).to_contain_text("Bob saved revision 1")
    expect(page.locator("#editor-conflict pre")).to_have_text('length(text="Oslo")')
    page.get_by_role("button", name="Save mine on top", exact=True).click()
    expect(page.locator("#review-main .card .fixed")).to_have_text('length(text="Rome")')
    saved = Corrections(site.store.database).revisions([run.steps[1].id])[run.steps[1].id]
    assert [(each.author, each.revision_no) for each in saved] == [("Bob", 1), ("Ada", 2)]


def test_any_two_revisions_are_compared(page: Page, serve: Serve) -> None:
    site = serve()
    run = failing(site)
    corrections = Corrections(site.store.database)
    for base, (name, word) in enumerate((("Bob", "Oslo"), ("Cleo", "Rome"), ("Bob", "Bergen"))):
        People(site.store.database).welcome(name)
        call = {"name": "length", "arguments": {"text": word}}
        corrections.save(run, run.steps[1], name, base, call)
    review(page, site)
    page.get_by_text("Revisions", exact=True).click()
    page.get_by_label("From revision", exact=True).select_option("1 · Bob")
    page.get_by_label("To revision", exact=True).select_option("2 · Cleo")
    change = page.locator("#editor-compare .revision")
    expect(change.locator("del")).to_have_text("Oslo")
    expect(change.locator("ins")).to_have_text("Rome")
    page.get_by_label("From revision", exact=True).select_option("3 · Bob")
    page.get_by_label("To revision", exact=True).select_option("0 · the model")
    expect(change.locator("del")).to_have_text("Bergen")
    expect(change.locator("ins")).to_have_text("Lisbon")


def test_the_minimap_shows_doubt_and_verdicts(page: Page, serve: Serve) -> None:
    site = serve()
    failing(site)
    review(page, site)
    bars = page.locator("#review-main .minimap i:not(.tool)")
    expect(bars.nth(1)).to_have_attribute("title", "Step 2 · caller · 0.22")
    widths = bars.evaluate_all("bars => bars.map(bar => bar.getBoundingClientRect().width)")
    assert widths[1] > 2 * widths[0]
    page.keyboard.press("2")
    expect(page.locator(".minimap .said-wrong")).to_have_attribute(
        "title", "Step 2 · caller · 0.22 · wrong argument"
    )


CONTRAST = """node => {
    const light = (text) => {
        const [r, g, b] = text.match(/[\\d.]+/g).map(Number).map((c) => c / 255)
            .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const pair = [getComputedStyle(node).color, getComputedStyle(node.closest("button")).backgroundColor];
    const [dim, bright] = pair.map(light).sort((a, b) => a - b);
    return (bright + 0.05) / (dim + 0.05);
}"""
"""WCAG 2's contrast of an element's text against its button."""


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_save_button_is_readable_and_selects_have_an_arrow(page: Page, serve: Serve, theme: str) -> None:
    site = serve()
    failing(site)
    page.add_init_script(f"localStorage.setItem('umi.theme', '{theme}')")
    review(page, site)
    page.locator('#editor-form input[data-field="text"]').fill("Oslo")
    save = page.locator("#save-button")
    expect(save).to_be_enabled()
    # WCAG 2 asks for 4.5.
    assert save.evaluate(CONTRAST) > 4.5
    assert save.locator("kbd").evaluate(CONTRAST) > 4.5
    for box in page.locator("#review-page select").all():
        assert "gradient" in box.evaluate("box => getComputedStyle(box).backgroundImage")


@pytest.mark.parametrize("text", ["far", "nothing like it"])
def test_search(page: Page, serve: Serve, text: str) -> None:
    site = serve()
    failing(site, "How far?")
    failing(site, "How long?")
    page.goto(site.url)
    page.get_by_role("tab", name="Review", exact=True).click()
    expect(page.locator("#queue-count")).to_have_text("2")
    page.locator("body").press("/")
    page.keyboard.type(text)
    expect(page.locator("#queue-count")).to_have_text("1" if text == "far" else "0")
    if text == "far":
        expect(page.locator("#queue-rows .question")).to_have_text("How far?")
    else:
        expect(page.locator("#queue-empty")).to_be_visible()
