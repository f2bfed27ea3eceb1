"""A run that fails at its second step, and somebody who opens it on the Review page."""

from __future__ import annotations

from playwright.sync_api import Page, expect
from ui_site import Site

from annotate.corrections import Corrections, newest_no
from annotate.people import People
from annotate.reviews import Mark, Reviews, Verdict
from umi.prompts import caller_text
from umi.schema import Decision, ModelSet, Observation, Outcome, Role, Run, Step, Token, ToolCall


def failing(site: Site, question: str = "How long is Oslo?", outcome: Outcome = Outcome.FINISHED) -> Run:
    """A run whose second step calls with the wrong word."""
    call = ToolCall(name="length", arguments={"text": "Lisbon"})
    planner = Step(
        role=Role.PLANNER,
        raw="I need the length.\nNext: caller",
        rationale="I need the length.",
        decision=Decision.CALLER,
    )
    caller = Step(
        role=Role.CALLER,
        raw=caller_text(call),
        call=call,
        observation=Observation(content="6"),
        parent_id=planner.id,
        tokens=(Token(id=1, text=caller_text(call), logprob=-1.5),),
    )
    last = Step(
        role=Role.PLANNER,
        raw="I know it.\nNext: summarizer",
        rationale="I know it.",
        decision=Decision.SUMMARIZER,
        parent_id=caller.id,
    )
    answer = Step(
        role=Role.SUMMARIZER, raw="It has six letters.", answer="It has six letters.", parent_id=last.id
    )
    tools = tuple(tool.spec for tool in site.tools)
    run = Run(
        question=question,
        system="s",
        tools=tools,
        models=ModelSet(base="scripted", base_hash="scripted"),
        steps=(planner, caller, last, answer),
        outcome=outcome,
        answer="It has six letters.",
    )
    site.store.start_run(run)
    return run


def review(page: Page, site: Site, name: str = "Ada") -> None:
    """Open the page and say who one is."""
    page.goto(site.url)
    page.get_by_role("tab", name="Review", exact=True).click()
    expect(page.locator("#queue-rows .run-row").first).to_be_visible()
    page.keyboard.press("n")
    page.get_by_label("Your name", exact=True).fill(name)
    page.keyboard.press("Enter")
    expect(page.locator("#review-head h1")).to_be_visible()


def reviewed(site: Site, run: Run, name: str, wrong: int | None) -> None:
    """Somebody's finished review, with a correction of the step that they found wrong."""
    database = site.store.database
    People(database).welcome(name)
    reviews = Reviews(database)
    reviews.open(run.id, name)
    if wrong is not None:
        reviews.mark(run.steps[wrong].id, name, Mark(Verdict.WRONG))
        base = newest_no(database, run.steps[wrong].id)
        text = {"text": f"Oslo{base or ''}"}
        Corrections(database).save(run, run.steps[wrong], name, base, {"name": "length", "arguments": text})
    reviews.finish(run.id, name)
