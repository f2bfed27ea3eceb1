"""Whatever comes in or breaks during a review: a clear sentence, and nothing that was typed is lost."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from review_site import failing, review, reviewed
from ui_samples import HOSTILE
from ui_site import Serve, Site

from annotate.corrections import Corrections
from annotate.people import People
from annotate.queue import Choice, Queue
from annotate.removal import delete_run
from annotate.review_tables import SuggestionRow
from umi.prompts import caller_text
from umi.schema import Decision, ModelSet, Observation, Outcome, Role, Run, Step, ToolCall, ToolSpec

NAME = "<img src=x onerror=window.ran=1>"
"""Short enough for a name."""
TOOL = '#editor-form select[data-field="tool"]'
TEXT = '#editor-form input[data-field="text"]'


def hostile(site: Site) -> Run:
    """A run of which every text is hostile: offered tools, arguments, observation, answer, ending."""
    schema = {"type": "string", "description": HOSTILE}
    parameters = {"type": "object", "properties": {HOSTILE: schema, "JSON": {"enum": [HOSTILE]}}}
    call = ToolCall(name=NAME, arguments={HOSTILE: HOSTILE, "JSON": HOSTILE})
    planner = Step(role=Role.PLANNER, raw=HOSTILE, rationale=HOSTILE, decision=Decision.CALLER)
    caller = Step(
        role=Role.CALLER,
        raw=caller_text(call),
        call=call,
        observation=Observation(content=HOSTILE, is_error=True),
        parent_id=planner.id,
    )
    answer = Step(role=Role.SUMMARIZER, raw=HOSTILE, answer=HOSTILE, parent_id=caller.id)
    run = Run(
        question=HOSTILE,
        system=HOSTILE,
        tools=(ToolSpec(name=NAME, description=HOSTILE, parameters=parameters),),
        models=ModelSet(base=HOSTILE, base_hash="0"),
        steps=(planner, caller, answer),
        outcome=Outcome.FAILED,
        reason=HOSTILE,
    )
    site.store.start_run(run)
    return run


def test_hostile_text_is_text_in_every_field(
    page: Page, serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("UMI_ERROR_KINDS", f"caller: {NAME}")
    site = serve()
    run, database = hostile(site), site.store.database
    call = {"name": NAME, "arguments": {HOSTILE: f"{HOSTILE}!"}}
    People(database).welcome("Ada")
    People(database).welcome(NAME)
    Corrections(database).save(run, run.steps[1], NAME, 0, call)
    reviewed(site, run, NAME, wrong=None)
    reviewed(site, run, "Bob", wrong=None)
    Queue(database).reserve(run.id, NAME)
    Queue(database).save_filter("Ada", NAME, Choice())
    suggestion = {"name": NAME, "arguments": {HOSTILE: "?"}}
    with database.session() as session:
        kept = {"asked_by": NAME, "at": datetime.now(UTC), "logprob": -1.0, "models": {}}
        session.add(SuggestionRow(id="s", step_id=run.steps[1].id, content=suggestion, **kept))
    page.goto(site.url)
    page.evaluate("localStorage.setItem('umi.name', 'Ada')")
    page.get_by_role("tab", name="Review", exact=True).click()
    page.get_by_label("Reviewed", exact=True).select_option("all")
    row = page.locator("#queue-rows .run-row")
    expect(row.locator(".lock")).to_have_text(NAME)
    page.get_by_label("Saved filters", exact=True).focus()
    expect(page.get_by_label("Saved filters", exact=True)).to_contain_text(NAME)
    row.click()
    expect(page.locator("#review-head h1")).to_have_text(HOSTILE)
    expect(page.locator("#review-notes")).to_contain_text(f"{NAME} has this run open")
    expect(page.locator(".opinion").first.get_by_role("heading")).to_have_text(NAME)
    for at in range(3):
        expect(page.locator("#editor-title")).to_contain_text(f"Step {at + 1}")
        expect(page.locator("#editor-original")).to_contain_text("<|im_start|>planner")
        expect(page.locator("#editor-training pre")).to_contain_text("onerror")
        if at == 1:
            _edit_hostile_call(page)
        page.keyboard.press("j")
    page.locator("#delete-button").click()
    expect(page.locator("#delete-told")).to_contain_text(f"{NAME} has it open now.")
    page.keyboard.press("Enter")
    page.get_by_role("tab", name="Data", exact=True).click()
    page.locator("#preview-button").click()
    expect(page.locator("#export-told pre").first).to_contain_text("onerror")
    expect(page.locator("#progress-told")).to_contain_text(NAME)
    assert page.evaluate("window.ran") is None
    assert (
        page.locator("img, #review-page script, #review-page b, #data-page b:not(#progress-told b)").count()
        == 0
    )


def _edit_hostile_call(page: Page) -> None:
    expect(page.locator(".suggestion")).to_contain_text(NAME)
    expect(page.get_by_role("group", name="Verdict")).to_contain_text(NAME)
    page.locator("#editor-kinds").get_by_role("button", name=NAME).click()
    expect(page.locator("#review-main .said.wrong")).to_contain_text(NAME)
    page.get_by_text("Revisions", exact=True).click()
    expect(page.locator("#editor-compare")).to_contain_text("onerror")
    expect(page.get_by_label("To revision", exact=True)).to_contain_text(NAME)
    page.locator("#editor-form input").first.fill(HOSTILE * 2)
    expect(page.locator("#editor-diff")).to_contain_text("onerror")
    expect(page.locator("#save-button")).to_be_enabled()
    page.keyboard.press("Escape")


def test_a_lost_connection_loses_nothing(context: BrowserContext, serve: Serve) -> None:
    site = serve()
    run = failing(site)
    page = context.new_page()  # its console tells of the requests that fail
    review(page, site)
    context.set_offline(True)
    page.locator(TEXT).fill("Oslo")
    expect(page.locator("#editor-fault")).to_contain_text("what you type is kept in this browser")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#save-button")).to_be_disabled()
    page.keyboard.press("Escape")
    page.keyboard.press("a")
    expect(page.locator("#review-problem")).to_contain_text("nothing is lost, try again")
    context.set_offline(False)
    expect(page.locator("#editor-fault")).to_be_empty()
    expect(page.locator(TEXT)).to_have_value("Oslo")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#review-main .fixed")).to_have_text('length(text="Oslo")')
    assert len(Corrections(site.store.database).revisions([run.steps[1].id])[run.steps[1].id]) == 1


def test_two_tabs_of_one_person_keep_what_each_has(context: BrowserContext, serve: Serve) -> None:
    site = serve()
    run = failing(site)
    one, two = context.new_page(), context.new_page()
    review(one, site)
    two.goto(one.url)
    expect(two.locator(TEXT)).to_have_value("Lisbon")
    two.locator(TEXT).fill("Rome")
    expect(two.locator("#save-button")).to_be_enabled()
    one.locator(TEXT).fill("Oslo")
    one.keyboard.press("Control+Enter")
    expect(one.locator("#review-main .fixed")).to_have_text('length(text="Oslo")')
    # What the other tab holds is a draft again, so that closing it loses nothing.
    two.wait_for_timeout(1000)
    two.close()
    three = context.new_page()
    three.goto(one.url)
    expect(three.locator(TEXT)).to_have_value("Rome")
    expect(three.locator("#save-button")).to_be_enabled()
    three.keyboard.press("Control+Enter")
    expect(three.locator("#editor-conflict")).to_contain_text(
        "Ada saved revision 1 of this step in the meantime"
    )
    three.get_by_role("button", name="Save mine on top", exact=True).click()
    expect(three.locator("#review-main .fixed")).to_have_text('length(text="Rome")')
    saved = Corrections(site.store.database).revisions([run.steps[1].id])[run.steps[1].id]
    assert [each.content["arguments"]["text"] for each in saved] == ["Oslo", "Rome"]


def test_ten_megabytes_pasted_into_the_editor(page: Page, serve: Serve) -> None:
    site = serve()
    failing(site)
    review(page, site)
    page.keyboard.press("k")
    box = page.locator('#editor-form textarea[data-field="rationale"]')
    box.fill("I need the length of Oslo.")
    expect(page.locator("#save-button")).to_be_enabled()
    page.wait_for_timeout(600)
    box.focus()
    box.select_text()
    page.evaluate(
        """() => {
            const data = new DataTransfer();
            data.setData("text/plain", "<b>many words </b>".repeat(10 * 2 ** 20 / 18));
            const box = document.activeElement;
            const paste = { clipboardData: data, bubbles: true, cancelable: true };
            if (box.dispatchEvent(new ClipboardEvent("paste", paste))) {
                box.setRangeText(data.getData("text/plain"), 0, box.value.length, "end");
                box.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
            }
        }"""
    )
    expect(page.locator("#editor-fault")).to_contain_text("longer than 100,000 characters: shorten it")
    expect(page.locator("#save-button")).to_be_disabled()
    assert box.evaluate("box => box.value.length") > 10_000_000
    page.keyboard.press("Control+Enter")
    expect(page.locator("#editor-fault")).to_contain_text("shorten it")
    # What was kept before it is still there, and the page is as quick as ever.
    page.reload()
    expect(page.locator("#editor-title")).to_be_visible()
    page.keyboard.press("k")
    expect(box).to_have_value("I need the length of Oslo.")


def test_a_call_of_a_tool_that_was_never_offered(page: Page, serve: Serve) -> None:
    site = serve()
    run = failing(site)
    gone = run.steps[1].model_copy(update={"call": ToolCall(name="teleport", arguments={"text": "x"})})
    _again(site, run, steps=(run.steps[0], gone, *run.steps[2:]))
    review(page, site)
    tool = page.locator(TOOL)
    expect(tool.locator("option:checked")).to_have_text("teleport (gone)")
    expect(page.locator("#editor-fault")).to_have_text(
        "This run was not offered a tool 'teleport': choose one of length."
    )
    tool.select_option("length")
    expect(page.locator("#editor-fault")).to_be_empty()
    page.keyboard.press("Control+Enter")
    expect(page.locator("#review-main .fixed")).to_have_text('length(text="x")')


def test_a_call_of_a_tool_that_is_not_here_any_more(page: Page, serve: Serve) -> None:
    site = serve()
    run = failing(site)
    teleport = ToolSpec(name="teleport", description="Goes there.", parameters={"type": "object"})
    _again(site, run, tools=(*run.tools, teleport))
    review(page, site)
    page.locator(TOOL).select_option("teleport")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#review-main .fixed")).to_contain_text("teleport(")
    page.locator("#resume-button").click()
    expect(page.locator("#review-problem")).to_have_text(
        "This run was offered tools that are not here (teleport): its steps can be corrected, "
        "but it cannot go on."
    )


def _again(site: Site, run: Run, **changes: object) -> None:
    """The run recorded once more with these changes, in place of the first."""
    delete_run(site.store.database, run.id)
    site.store.start_run(run.model_copy(update=changes))
