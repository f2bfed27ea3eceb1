"""The Compare page: one question to two adapter sets, and where what they write differs first."""

from __future__ import annotations

from playwright.sync_api import Page, expect
from train_site import revision
from ui_samples import HOSTILE, SCRIPT, Voices, holding
from ui_site import Serve, Site

from annotate.adapters import adapter_folder
from umi.models.manifest import WEIGHTS
from umi.schema import Role

NEW = "caller__r0001"
BETTER = (SCRIPT[0], '{"name":"length","arguments":{"text":"Oslo"}}', SCRIPT[2], "Oslo has four letters.")


def open_page(page: Page, site: Site) -> None:
    page.goto(site.url)
    page.get_by_role("tab", name="Compare", exact=True).click()
    expect(page.locator("#compare-choice-a")).to_have_value("live")


def ask(page: Page, question: str) -> None:
    page.get_by_label("Question to both").fill(question)
    page.keyboard.press("Control+Enter")


def test_two_adapter_sets_answer_side_by_side_and_the_first_difference_is_marked(
    page: Page, serve: Serve
) -> None:
    site = serve(holder=holding(Voices({None: SCRIPT, NEW: BETTER}, seconds=0.01)))
    revision(site)
    open_page(page, site)
    expect(page.locator("#compare-choice-b")).to_have_value(NEW)
    ask(page, "How long is Oslo?")
    expect(page.locator("#compare-verdict")).to_have_text("They first differ at the caller, step 2.")
    live, new = page.locator("#compare-a"), page.locator("#compare-b")
    expect(live.locator(".card")).to_have_count(5)
    expect(live.locator(".card").last).to_contain_text("Lisbon has six letters.")
    expect(new.locator(".card").last).to_contain_text("Oslo has four letters.")
    for side in (live, new):
        expect(side.locator(".card.differs")).to_have_count(1)
        expect(side.locator(".card").nth(1)).to_contain_class("differs")
        expect(side.locator(".ending")).to_have_text("Finished")
    expect(new.locator(".written-by")).to_contain_text(NEW)
    runs = {each.id: site.store.run(each.id) for each in site.store.recent(5)}
    assert sorted(str(run.models.adapters.get(Role.CALLER)) for run in runs.values()) == ["None", NEW]
    assert {run.question for run in runs.values()} == {"How long is Oslo?"}
    page.reload()
    expect(page.locator("#compare-verdict")).to_have_text("They first differ at the caller, step 2.")
    new.locator(".to-review").click()
    page.get_by_label("Your name", exact=True).fill("Ada")
    page.keyboard.press("Enter")
    expect(page.locator("#review-head h1")).to_have_text("How long is Oslo?")
    expect(page.locator("#review-main .card").nth(1)).to_contain_text('text="Oslo"')


def test_the_sets_own_is_compared_with_what_is_live(page: Page, serve: Serve) -> None:
    model = Voices({None: SCRIPT, NEW: BETTER})
    site = serve(holder=holding(model))
    revision(site)
    model.added.add(NEW)
    model.point({Role.CALLER: NEW})
    open_page(page, site)
    page.locator("#compare-choice-b").select_option("own")
    ask(page, HOSTILE)
    expect(page.locator("#compare-verdict")).to_have_text("They first differ at the caller, step 2.")
    expect(page.locator("#compare-a .card").last).to_contain_text("Oslo has four letters.")
    expect(page.locator("#compare-b .card").last).to_contain_text("Lisbon has six letters.")
    assert page.locator("#compare-head h1").text_content() == HOSTILE
    assert page.evaluate("window.ran") is None


def test_the_same_from_both_is_said_and_a_run_can_be_stopped(page: Page, serve: Serve) -> None:
    site = serve(holder=holding(Voices({None: ("word " * 120 + "\nNext: summarizer", "End.")}, seconds=0.02)))
    open_page(page, site)
    page.locator("#compare-choice-b").select_option("live")
    ask(page, "")
    expect(page.locator("#compare-problem")).to_contain_text("The question is empty")
    ask(page, "Write")
    expect(page.locator("#compare-verdict")).to_have_text("Both wrote the same.")
    ask(page, "Write again")
    expect(page.locator("#compare-head h1")).to_have_text("Write again")
    expect(page.locator("#compare-stop")).to_be_enabled()
    expect(page.locator("#compare-a .ending")).to_be_empty()
    expect(page.locator("#compare-a .card .body").first).to_contain_text("word")
    page.keyboard.press("Escape")
    for side in ("a", "b"):
        expect(page.locator(f"#compare-{side} .ending")).to_contain_text("Cancelled")
    expect(page.locator("#compare-stop")).to_be_disabled()


def test_a_damaged_revision_is_one_sentence_and_nothing_runs(page: Page, serve: Serve) -> None:
    site = serve(holder=holding(Voices({None: SCRIPT})))
    adapter = revision(site)
    (adapter_folder(adapter) / WEIGHTS).write_text("damaged", encoding="utf-8")
    open_page(page, site)
    ask(page, "How long?")
    expect(page.locator("#compare-problem")).to_contain_text("is damaged")
    assert site.store.recent(5) == ()
