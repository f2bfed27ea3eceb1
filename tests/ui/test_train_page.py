"""The Train page: what there is to learn, a job until its gate, what becomes live and what comes back."""

from __future__ import annotations

from threading import Event

import pytest
from playwright.sync_api import Page, expect
from review_site import failing, reviewed
from train_site import FIXED, behave, corrected_run, gate_of, open_page, revision, train
from ui_samples import HOSTILE, loading
from ui_site import Serve

from annotate.adapters import Adapters
from annotate.corrections import Corrections
from annotate.people import People, Person
from umi.home import home
from umi.schema import Role


def test_a_role_is_trained_promoted_and_brought_back_by_keyboard(page: Page, serve: Serve) -> None:
    site = serve()
    for question in ("How long is Oslo?", "How long is Rome?"):
        corrected_run(site, question)
    behave(gate=FIXED, steps=6, seconds=0.4)
    open_page(page, site)
    caller = page.locator(".role-card.caller")
    expect(caller).to_contain_text("2 corrections since")
    expect(caller).to_contain_text("no kind named 2")
    expect(page.locator(".role-card.planner")).to_contain_text("Nothing new")
    page.keyboard.press("2")
    expect(page.locator("#plan-title")).to_have_text("Caller")
    expect(page.locator("#estimate")).to_contain_text("a guess before the first job")
    expect(page.locator(".train-row")).to_have_count(2)
    page.locator(".train-row summary").first.click()
    expect(page.locator(".train-row .written").first).to_contain_text('"text":"Oslo')
    page.keyboard.press("t")
    expect(page.locator("#job-status progress")).to_be_visible()
    expect(page.locator("#job-status")).to_contain_text("of 6")
    expect(page.locator("#job-gate .verdict.promote")).to_be_visible()
    expect(page.locator("#job-gate")).to_contain_text("Corrected steps right: all 2, 0 before.")
    expect(page.locator("#job-curve polyline")).to_have_count(1)
    page.locator('[data-group="corrected"][data-outcome="fixed"]').click()
    expect(page.locator("#job-cases .case")).to_have_count(2)
    expect(page.locator("#job-cases .live del").first).to_have_text("Bergen")
    page.keyboard.press("p")
    expect(page.locator("#promote-title")).to_have_text("Make caller r1 live?")
    why = page.locator("#promote-why")
    expect(why).to_have_value("fixes 2 of 2 corrected steps, breaks 0 of 20 accepted steps")
    why.fill("It reads cities")
    page.locator("#promote-sure").click()
    expect(page.locator("#train-told")).to_have_text("caller r1 is live for the caller from the next run on.")
    expect(caller.locator(".live-now")).to_have_text("caller r1")
    expect(caller).to_contain_text("Nothing new")
    expect(page.locator(".job-row .live-now")).to_have_text("live")
    expect(page.locator("#promote-button")).to_be_hidden()
    page.keyboard.press("2")
    expect(page.locator(".promotions li")).to_contain_text("Ada promoteliveIt reads cities")
    page.locator('[data-back=""]').click()
    expect(page.locator("#promote-why")).to_have_value("back from caller r1")
    page.locator("#promote-sure").click()
    expect(caller.locator(".live-now")).to_have_text("the set's own")
    expect(page.locator(".promotions li")).to_have_count(2)


def test_whoever_promotes_second_is_told_who_was_faster(page: Page, serve: Serve) -> None:
    site = serve()
    corrected_run(site)
    open_page(page, site)
    train(page)
    expect(page.locator("#job-gate .verdict")).to_be_visible()
    other = revision(site, number=7)
    adapters = Adapters(site.store, site.holder)
    People(site.store.database).welcome("Bob")
    adapters.promote(Role.CALLER, other, 0, Person("Bob", True), "mine", None)
    page.keyboard.press("p")
    page.locator("#promote-sure").click()
    problem = page.locator("#train-problem")
    expect(problem).to_contain_text("Bob made caller__r0007 live for the caller in the meantime")
    expect(page.locator(".role-card.caller .live-now")).to_have_text("caller r7")
    expect(page.locator("#job-gate p.warn")).to_contain_text("caller r7 is live by now")
    roles_read_again(page)
    expect(problem).to_contain_text("in the meantime")
    page.keyboard.press("p")
    page.locator("#promote-sure").click()
    expect(page.locator(".role-card.caller .live-now")).to_have_text("caller r1")
    expect(problem).to_be_hidden()


def roles_read_again(page: Page) -> None:
    """As every five seconds: what the page says of an act must not go with it."""
    with page.expect_response(lambda answer: '"roles"' in (answer.request.post_data or "")) as response:
        page.evaluate("umi.say('train:changed')")
    response.value.finished()
    page.evaluate("new Promise((done) => setTimeout(done, 100))")


def test_a_job_is_chosen_by_keyboard_and_compared_with_what_is_live(page: Page, serve: Serve) -> None:
    site = serve()
    corrected_run(site)
    open_page(page, site)
    for number in (1, 2):
        train(page)
        expect(page.locator("#job-head h1")).to_have_text(f"Caller on 1 correction: caller r{number}")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(page.locator("#job-head h1")).to_have_text("Caller on 1 correction: caller r1")
    page.keyboard.press("k")
    page.keyboard.press("Enter")
    expect(page.locator("#job-head h1")).to_have_text("Caller on 1 correction: caller r2")
    page.locator("#compare-button").click()
    expect(page.locator("#compare-choice-a")).to_have_value("live")
    expect(page.locator("#compare-choice-b")).to_have_value("caller__r0002")
    expect(page.get_by_label("Question to both")).to_be_focused()


def test_only_reviewers_promote(page: Page, serve: Serve) -> None:
    site = serve()
    corrected_run(site)
    open_page(page, site, name="Bob")
    train(page)
    expect(page.locator("#job-gate .verdict")).to_be_visible()
    page.keyboard.press("p")
    page.locator("#promote-sure").click()
    roles_read_again(page)
    expect(page.locator("#train-problem")).to_contain_text("Only reviewers decide what is live")
    page.set_viewport_size({"width": 390, "height": 844})
    page.locator("#job-curve").scroll_into_view_if_needed()
    expect(page.locator("#train-problem")).not_to_be_in_viewport()
    page.keyboard.press("p")
    page.locator("#promote-sure").click()
    expect(page.locator("#train-problem")).to_be_in_viewport()
    page.locator('[data-plan="caller"]').click()
    expect(page.locator("#plan-title")).to_be_visible()
    expect(page.locator("#train-problem")).to_be_hidden()
    assert Adapters(site.store, site.holder).history() == ()


def test_a_job_is_cancelled_resumed_and_deleted(page: Page, serve: Serve) -> None:
    site = serve()
    corrected_run(site)
    open_page(page, site)
    train(page, steps=200, seconds=0.1)
    expect(page.locator("#job-status")).to_contain_text("of 200")
    page.reload()
    expect(page.locator("#job-status")).to_contain_text("of 200")
    page.keyboard.press("c")
    expect(page.locator('[data-act="resume"]')).to_be_visible()
    behave(gate=FIXED)
    page.locator('[data-act="resume"]').click()
    expect(page.locator("#job-gate .verdict")).to_be_visible()
    page.locator("#job-log summary").click()
    expect(page.locator("#job-log pre")).to_contain_text("training caller")
    page.locator('[data-act="delete"]').click()
    page.locator("#delete-job-sure").click()
    expect(page.locator("#train-empty")).to_be_visible()
    expect(page.locator(".job-row")).to_have_count(0)
    assert list((home() / "adapters").iterdir()) == []


def test_a_failure_is_told_and_hostile_text_is_text(page: Page, serve: Serve) -> None:
    site = serve()
    run = failing(site, HOSTILE)
    reviewed(site, run, "Ada", wrong=None)
    Corrections(site.store.database).save(
        run, run.steps[1], "Ada", 0, {"name": "length", "arguments": {"text": HOSTILE}}
    )
    open_page(page, site)
    train(page, fail=f"The loss is no number {HOSTILE}")
    expect(page.locator("#job-status .problem")).to_contain_text("The loss is no number")
    assert HOSTILE in (page.locator("#job-status .problem").text_content() or "")
    page.keyboard.press("2")
    assert HOSTILE in (page.locator(".train-row summary").text_content() or "")
    behave(gate=gate_of(corrected="fb", text=HOSTILE))
    page.keyboard.press("t")
    expect(page.locator("#job-gate .verdict.hold, #job-gate .verdict.reject")).to_be_visible()
    page.locator('[data-outcome="newly broken"]').click()
    assert page.locator("#job-cases .case pre.candidate").text_content() == f"length {HOSTILE}"
    assert page.evaluate("window.ran") is None


def test_nothing_to_learn_and_no_model_say_what_to_do(page: Page, serve: Serve) -> None:
    open_page(page, serve())
    page.locator('[data-train="planner"]').click()
    expect(page.locator("#train-problem")).to_contain_text(
        "There is no correction of the planner to learn from"
    )
    expect(page.locator("#no-jobs")).to_be_visible()


def test_without_a_model_nothing_trains(page: Page, serve: Serve) -> None:
    there = Event()
    site = serve(holder=loading(there))
    open_page(page, site)
    card = page.locator(".role-card.planner")
    expect(card).to_contain_text("The model is still loading")
    expect(card.locator(".live-now")).to_have_count(0)
    expect(page.locator('[data-train="planner"]')).to_be_disabled()
    page.locator('[data-plan="planner"]').click()
    expect(page.locator("#plan-live")).to_have_text("known when a model is loaded")
    there.set()
    expect(card).to_contain_text("Nothing new")
    expect(page.locator("#plan-live")).to_have_text("the set's own")
    site.holder.unload()
    expect(card).to_contain_text("No model is loaded")


def test_contradictions_and_settings_are_shown_before_training(page: Page, serve: Serve) -> None:
    site = serve()
    first, second = corrected_run(site), failing(site)
    Corrections(site.store.database).save(
        second, second.steps[1], "Ada", 0, {"name": "length", "arguments": {"text": "Ozlo"}}
    )
    assert first.question == second.question
    open_page(page, site)
    page.locator('[data-plan="caller"]').click()
    expect(page.locator("#plan-body")).to_contain_text("Contradicting corrections · 1")
    expect(page.locator(".contradictions")).to_contain_text('trains: length(text="Ozlo")')
    expect(page.locator(".contradictions")).to_contain_text('left out: length(text="Oslo")')
    page.locator("#settings-fold summary").click()
    page.get_by_label("Epochs").fill("-1")
    expect(page.locator("#train-problem")).to_contain_text("the epochs must be above 0")
    roles_read_again(page)
    expect(page.locator("#train-problem")).to_contain_text("the epochs must be above 0")
    page.get_by_label("Epochs").fill("5")
    expect(page.locator("#train-problem")).to_be_hidden()
    page.locator('#without input[value="Ada"]').check()
    expect(page.locator("#plan-body .problem")).to_contain_text("There is no correction of the caller")


def test_an_adapters_lineage_leads_to_runs_and_to_a_retraining_without_somebody(
    page: Page, serve: Serve
) -> None:
    site = serve()
    runs = [
        corrected_run(site, f"How long is town {number}?", by) for number, by in enumerate(("Ada", "Bob"))
    ]
    open_page(page, site)
    train(page)
    expect(page.locator("#job-gate .verdict")).to_be_visible()
    page.locator("#job-lineage summary").click()
    expect(page.locator("#job-lineage")).to_contain_text("Learnt from 2 corrections")
    links = page.locator("#job-lineage .runs a")
    expect(links).to_have_count(2)
    assert {(each.get_attribute("href") or "").removeprefix("?review=") for each in links.all()} == {
        run.id for run in runs
    }
    page.get_by_role("button", name="Retrain without Bob", exact=True).click()
    expect(page.locator("#job-head h1")).to_have_text("Caller on 1 correction: caller r2")
    expect(page.locator("#job-lineage .rows")).to_contain_text("without")
    expect(page.locator("#job-lineage .runs a")).to_have_text(["How long is town 0?"])
    page.locator("#job-lineage .runs a").click()
    expect(page.locator("#review-head h1")).to_have_text("How long is town 0?")
    expect(page.locator("#editor-learnt")).to_have_text(
        "Learnt by caller r1 (revision 1), caller r2 (revision 1)"
    )
    page.locator("#editor-learnt a").last.click()
    expect(page.locator("#job-head h1")).to_have_text("Caller on 1 correction: caller r2")
    page.locator("#bundle-button").click()
    link = page.locator('#train-bundle a[download="caller__r0002.zip"]')
    expect(link.or_(page.locator("#train-bundle .problem:not(:empty)"))).to_be_visible()


@pytest.mark.parametrize("dark", [False, True])
def test_nothing_is_wider_than_a_phone(page: Page, serve: Serve, dark: bool) -> None:
    site = serve()
    corrected_run(site, "How long is the longest word of all the words that there are in this question?")
    page.set_viewport_size({"width": 390, "height": 844})
    if dark:
        page.add_init_script("localStorage.setItem('umi.theme', 'dark')")
    page.add_init_script("localStorage.setItem('umi.name', 'Ada')")
    page.goto(site.url)
    page.wait_for_function("window.umi?.goTo && document.querySelectorAll('[role=tab]').length > 5")
    page.evaluate("umi.goTo('Train')")
    behave(gate=FIXED)
    page.locator('[data-plan="caller"]').click()
    expect(page.locator(".train-row")).to_have_count(1)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.locator('[data-train="caller"]').click()
    expect(page.locator("#job-gate .verdict")).to_be_visible()
    page.locator('[data-group="corrected"][data-outcome="fixed"]').click()
    expect(page.locator("#job-cases .case").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
