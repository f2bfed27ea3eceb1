"""With logins, who reviews is who logged in, whatever the page says."""

from __future__ import annotations

from playwright.sync_api import Browser, expect
from ui_samples import planner, run_of, summarizer
from ui_site import Serve

from annotate.people import People
from annotate.reviews import Reviews
from umi.schema import Decision, Outcome


def test_the_login_is_who_reviews(browser: Browser, serve: Serve) -> None:
    site = serve(auth=[("Ada", "secret"), ("Bob", "hidden")])
    run = run_of("How far?", planner("Easy.", Decision.SUMMARIZER), summarizer("Far."))
    site.store.start_run(run.ended(Outcome.FINISHED))
    # A context of its own: a refused login is an error in the browser's console.
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(site.url)
        page.get_by_label("Username").fill("Ada")
        page.get_by_label("Password").fill("guessed")
        page.get_by_role("button", name="Login").click()
        expect(page.get_by_text("Incorrect Credentials")).to_be_visible()
        expect(page.get_by_label("Username")).to_be_empty()
        page.get_by_label("Username").fill("Ada")
        page.get_by_label("Password").fill("secret")
        page.get_by_role("button", name="Login").click()
        expect(page.locator("#who-chip")).to_have_text("Ada")
        expect(page.locator("#who-chip")).to_be_disabled()
        page.get_by_role("tab", name="Review", exact=True).click()
        page.evaluate("() => { umi.who = () => 'Bob'; umi.remember('name', 'Bob') }")
        page.locator("#queue-rows .run-row").click()
        expect(page.locator("#editor-title")).to_be_visible()
        page.keyboard.press("a")
        expect(page.locator("#review-main .said.right")).to_have_count(1)
    assert [person.name for person in People(site.store.database).all()] == ["Ada"]
    assert len(Reviews(site.store.database).open(run.id, "Ada").marks) == 1
