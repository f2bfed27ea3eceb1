"""The Run page in a real browser: asking, watching, stopping, coming back."""

from __future__ import annotations

import re
import time

from playwright.sync_api import Browser, Page, expect
from ui_samples import SCRIPT, planner, run_of, summarizer
from ui_site import Serve, Site

from umi.schema import Outcome

LONG = ("word " * 400 + "\nNext: summarizer", "The end.")


def open_page(page: Page, site: Site, query: str = "") -> None:
    page.goto(site.url + query)
    expect(page.locator("#model-chip")).to_contain_text("scripted · CPU bf16 · ")


def ask(page: Page, question: str) -> None:
    page.get_by_label("Question", exact=True).fill(question)
    page.keyboard.press("Control+Enter")


def test_a_question_becomes_cards_and_an_answer(page: Page, serve: Serve) -> None:
    open_page(page, serve())
    ask(page, "How long is Lisbon?")
    cards = page.locator("#cards .card")
    expect(cards).to_have_count(5)
    expect(cards.nth(0)).to_contain_text("Planner")
    expect(cards.nth(0)).to_contain_text("Next: caller")
    expect(cards.nth(1).locator(".body")).to_have_text('length(text="Lisbon")')
    expect(cards.nth(2)).to_contain_text("executed")
    expect(cards.nth(2).locator(".body")).to_have_text("6")
    expect(cards.nth(4).locator(".body")).to_have_text("Lisbon has six letters.")
    expect(page.locator("#ending")).to_have_text("Finished")
    expect(page.locator("#runs .run-row")).to_contain_text("finished")


def test_words_appear_while_they_are_written_and_the_first_within_a_second(page: Page, serve: Serve) -> None:
    open_page(page, serve(LONG * 5, seconds=0.05))
    body = page.locator("#cards .card .body")
    # The machine may have had other things to do, but not five times.
    for _ in range(5):
        page.get_by_label("Question", exact=True).fill("Write")
        started = time.monotonic()
        page.get_by_role("button", name="Run", exact=True).click()
        expect(body).to_contain_text("word")
        seconds = time.monotonic() - started
        if seconds < 1:
            break
        page.keyboard.press("Escape")
        expect(page.locator("#ending")).to_contain_text("Cancelled")
    assert seconds < 1
    before = len(body.inner_text())
    expect(page.locator("#cards .writing")).to_have_text("writing")
    page.wait_for_function(
        "n => document.querySelector('#cards .body').textContent.length > n + 20", arg=before
    )
    page.keyboard.press("Escape")


def test_escape_stops_and_says_so(page: Page, serve: Serve) -> None:
    open_page(page, serve(LONG, seconds=0.05))
    expect(page.get_by_role("button", name="Stop", exact=True)).to_be_disabled()
    ask(page, "Write")
    expect(page.locator("#cards .body")).to_contain_text("word")
    page.keyboard.press("Escape")
    expect(page.locator("#ending")).to_contain_text("Cancelled")
    expect(page.locator("#cards .card")).to_have_count(0)
    expect(page.get_by_role("button", name="Stop", exact=True)).to_be_disabled()
    expect(page.get_by_role("button", name="Run", exact=True)).to_be_enabled()


def test_a_selection_survives_what_is_written_after_it(page: Page, serve: Serve) -> None:
    open_page(page, serve((*SCRIPT[:2], *LONG), seconds=0.05))
    ask(page, "Write")
    expect(page.locator("#cards .card")).to_have_count(4)
    page.evaluate("getSelection().selectAllChildren(document.querySelector('#cards .card .body'))")
    page.locator('#cards [data-fold="json"]').click()
    length = "document.querySelector('#cards .card:last-child .body').textContent.length"
    page.wait_for_function(f"{length} > 60")
    assert page.evaluate("getSelection().toString().trim()") == "I need the length of the word."
    expect(page.locator("#cards .json")).to_be_visible()
    page.keyboard.press("Escape")


def test_reload_and_a_second_tab_show_the_running_run(page: Page, serve: Serve) -> None:
    site = serve(LONG, seconds=0.05)
    open_page(page, site)
    ask(page, "Write")
    expect(page.locator("#cards .body")).to_contain_text("word")
    page.reload()
    expect(page.locator("#question-heading")).to_have_text("Write")
    expect(page.locator("#cards .body")).to_contain_text("word")
    second = page.context.new_page()
    open_page(second, site)
    expect(second.locator("#question-heading")).to_have_text("Write")
    expect(second.locator("#cards .writing")).to_be_visible()
    page.close()
    time.sleep(0.5)
    second.get_by_role("button", name="Stop", exact=True).click()
    expect(second.locator("#ending")).to_contain_text("Cancelled")


def test_two_people_see_their_own_run(browser: Browser, page: Page, serve: Serve) -> None:
    site = serve(("first " * 200 + "\nNext: give up", "second " * 200 + "\nNext: give up"), seconds=0.05)
    other = browser.new_context().new_page()
    open_page(page, site)
    open_page(other, site)
    ask(page, "Mine")
    expect(page.locator("#cards .body")).to_contain_text("first")
    ask(other, "Theirs")
    expect(other.locator("#cards .body")).to_contain_text("second")
    expect(page.locator("#question-heading")).to_have_text("Mine")
    assert "second" not in page.locator("#cards").inner_text()
    for tab in (page, other):
        tab.keyboard.press("Escape")
        expect(tab.locator("#ending")).to_contain_text("Cancelled")
    other.context.close()


def test_an_empty_question_is_refused_in_one_sentence_and_nothing_is_lost(page: Page, serve: Serve) -> None:
    open_page(page, serve())
    ask(page, "   ")
    expect(page.locator("#problem")).to_contain_text("The question is empty")
    ask(page, "x" * 20_000)
    expect(page.locator("#problem")).to_contain_text("20,000")
    expect(page.get_by_label("Question", exact=True)).to_have_value("x" * 20_000)
    expect(page.locator("#no-runs")).to_be_visible()


def test_an_unknown_run_is_one_sentence(page: Page, serve: Serve) -> None:
    open_page(page, serve(), "?run=<b>nothing</b>")
    expect(page.locator("#problem")).to_contain_text("has no run <b>nothing</b>")
    expect(page.locator("#examples")).to_be_visible()


def test_an_example_fills_the_box(page: Page, serve: Serve) -> None:
    open_page(page, serve())
    example = page.locator(".example").first
    example.click()
    expect(page.get_by_label("Question", exact=True)).to_have_value(example.inner_text())
    page.keyboard.press("Control+Enter")
    expect(page.locator("#question-heading")).to_have_text(example.text_content() or "")


def test_history_opens_runs_goes_back_and_grows(page: Page, serve: Serve) -> None:
    site = serve()
    for number in range(35):
        run = run_of(f"Question {number}", planner("Think."), summarizer(f"Answer {number}"))
        site.store.start_run(run.ended(Outcome.FINISHED, answer=f"Answer {number}"))
    open_page(page, site)
    rows = page.locator("#runs .run-row")
    expect(rows).to_have_count(30)
    expect(rows.first).to_contain_text("Question 34")
    rows.nth(0).click()
    expect(page.locator("#cards")).to_contain_text("Answer 34")
    rows.nth(1).click()
    expect(page.locator("#cards")).to_contain_text("Answer 33")
    page.go_back()
    expect(page.locator("#cards")).to_contain_text("Answer 34")
    page.get_by_role("button", name="Older…", exact=True).click()
    expect(rows).to_have_count(35)
    expect(rows.last).to_contain_text("Question 0")
    expect(page.get_by_role("button", name="Older…", exact=True)).to_be_hidden()


def test_figures_marks_and_the_raw_view(page: Page, serve: Serve) -> None:
    site = serve()
    run = run_of("How far?", planner("I ask for Quito first.", unsure="Quito"), summarizer("Far."))
    site.store.start_run(run.ended(Outcome.GAVE_UP, reason="No tool can help."))
    open_page(page, site, f"?run={run.id}")
    card = page.locator("#cards .card").first
    expect(card.locator("mark")).to_have_text("Quito")
    expect(card.locator("mark")).to_have_attribute("title", "Probability 0.25")
    expect(card.locator(".figures")).to_have_text(
        re.compile(r"1,204 in \(1,180 cached\) · \d+ out0\.\d\d0\.8 s")
    )
    expect(page.locator("#ending")).to_have_text("Gave up: No tool can help.")
    expect(card.locator(".raw")).to_be_hidden()
    card.get_by_role("button", name="raw", exact=True).click()
    expect(card.locator(".raw .marker").first).to_have_text("<|im_start|>system")
    expect(card.locator(".raw .written")).to_have_text("I ask for Quito first. Next: caller")


def test_keys_are_left_alone_while_typing(page: Page, serve: Serve) -> None:
    open_page(page, serve())
    question = page.get_by_label("Question", exact=True)
    question.press_sequentially("n? jk")
    expect(question).to_have_value("n? jk")
    expect(page.get_by_role("dialog")).to_be_hidden()
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Help", exact=True)).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    page.keyboard.press("q")
    expect(question).to_be_focused()


def test_nothing_is_asked_of_the_outside(page: Page, serve: Serve) -> None:
    site = serve()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    open_page(page, site)
    ask(page, "How long is Lisbon?")
    expect(page.locator("#ending")).to_have_text("Finished")
    assert [url for url in asked if not url.startswith((site.url, "data:", "blob:"))] == []


def test_a_narrow_page_is_one_column_without_sideways_scrolling(page: Page, serve: Serve) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    open_page(page, serve())
    expect(page.locator("#runs")).to_be_hidden()
    ask(page, "How long is " + "W" * 300)
    expect(page.locator("#ending")).to_have_text("Finished")
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_the_page_follows_the_end_only_while_the_reader_is_there(page: Page, serve: Serve) -> None:
    page.set_viewport_size({"width": 1440, "height": 500})
    open_page(page, serve(("word " * 2000 + "\nNext: give up",), seconds=0.003))
    ask(page, "Write")
    column = "document.getElementById('timeline')"
    below = f"{column}.scrollHeight - {column}.scrollTop - {column}.clientHeight"
    page.wait_for_function(f"{column}.scrollTop > 150 && {below} < 5")
    page.evaluate(f"{column}.scrollTop = 0")
    height = page.evaluate(f"{column}.scrollHeight")
    page.wait_for_function(f"{column}.scrollHeight > {height} + 60")
    assert page.evaluate(f"{column}.scrollTop") == 0


def test_light_and_dark_follow_the_system_until_chosen(browser: Browser, serve: Serve) -> None:
    site = serve()
    page = browser.new_context(color_scheme="dark").new_page()
    open_page(page, site)
    expect(page.locator("body")).to_have_class(re.compile("dark"))
    page.get_by_role("button", name="Light or dark", exact=True).click()
    page.reload()
    expect(page.locator("#model-chip")).to_contain_text("scripted")
    expect(page.locator("body")).not_to_have_class(re.compile("dark"))
    page.context.close()


def test_a_lost_connection_is_said_and_the_page_goes_on_when_it_is_back(
    browser: Browser, serve: Serve
) -> None:
    page = browser.new_context().new_page()  # the browser itself logs the lost requests as errors
    open_page(page, serve(LONG, seconds=0.05))
    ask(page, "Write")
    expect(page.locator("#cards .body")).to_contain_text("word")
    page.route("**/component_server/", lambda route: route.abort())
    expect(page.locator("#problem")).to_contain_text("does not answer; trying again")
    page.unroute("**/component_server/")
    expect(page.locator("#problem")).to_be_hidden()
    page.keyboard.press("Escape")
    expect(page.locator("#ending")).to_contain_text("Cancelled")
    page.context.close()


def test_a_run_that_cannot_be_recorded_ends_with_the_reason(page: Page, serve: Serve) -> None:
    site = serve(LONG, seconds=0.05)
    open_page(page, site)
    ask(page, "Write")
    expect(page.locator("#cards .body")).to_contain_text("word")
    # Somebody else ends the run, so that its next step is refused by the real store.
    site.store.end_run(page.url.partition("run=")[2], Outcome.INTERRUPTED)
    page.reload()
    expect(page.locator("#ending")).to_contain_text("Interrupted")
    expect(page.get_by_role("button", name="Run", exact=True)).to_be_enabled()
