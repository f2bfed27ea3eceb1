"""The Data page: what reviewing taught is written as files, and held-out runs never are."""

from __future__ import annotations

import json
from pathlib import Path

from playwright.sync_api import Page, expect
from review_site import failing, reviewed
from ui_site import Serve

from annotate.holdout import hold_out


def test_an_export_leaves_out_what_is_held_out(page: Page, serve: Serve, tmp_path: Path) -> None:
    site = serve()
    kept, held = failing(site, "How long is Oslo?"), failing(site, "How long is Rome?")
    for run in (kept, held):
        reviewed(site, run, "Ada", wrong=1)
    hold_out(site.store.database, [held.question])
    page.goto(site.url)
    page.get_by_role("tab", name="Data", exact=True).click()
    page.locator("#export-button").click()
    expect(page.locator("#export-told")).to_contain_text("2 rows: 1 planner, 1 caller.")
    link = page.locator('#export-files a[download="umi.jsonl"]')
    with page.expect_download() as download:
        link.click()
    path = tmp_path / "rows.jsonl"
    download.value.save_as(path)
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert {row["question"] for row in rows} == {kept.question}
