"""Corrected runs to train from, jobs that a stand-in trains, and adapter revisions with their folders."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

from playwright.sync_api import Page, expect
from review_site import failing, reviewed
from ui_site import Site

from annotate.adapters import adapter_folder
from annotate.people import People
from annotate.training_tables import AdapterRow
from umi.home import home
from umi.models.files import sha256_of
from umi.models.manifest import WEIGHTS
from umi.schema import Role, Run


def revision(site: Site, role: Role = Role.CALLER, number: int = 1, job_id: str = "job") -> str:
    """An adapter of the role for the scripted model; returns its id."""
    database = site.store.database
    People(database).welcome("Ada")
    adapter_id = f"{role}__r{number:04d}"
    folder = adapter_folder(adapter_id)
    folder.mkdir(parents=True)
    (folder / WEIGHTS).write_text(adapter_id, encoding="utf-8")
    row = AdapterRow(
        id=adapter_id,
        role=role.value,
        number=number,
        sha256=sha256_of(folder / WEIGHTS),
        base_hash="scripted",
        backbone_hash="",
        data_hash="d" * 64,
        settings={},
        job_id=job_id,
        created_at=datetime.now(UTC),
        created_by="Ada",
    )
    with database.session() as session:
        session.add(row)
    return adapter_id


def behave(**behaviour: Any) -> None:
    """What the next trainings do; see ``tests/jobs/trainer.py``."""
    folder = home() / "jobs"
    folder.mkdir(exist_ok=True)
    (folder / "behaviour.json").write_text(json.dumps(behaviour), encoding="utf-8")


def gate_of(corrected: str, accepted: str = "", text: str = "Bergen") -> dict[str, Any]:
    """What a gate found; a letter a case: fixed, still wrong (w), newly broken, unchanged."""
    groups = {"corrected": _cases(corrected, text), "held_out": [], "accepted": _cases(accepted, text)}
    metrics = {"action_em": 0.8, "hallu_rate": 0.1, "f1": 0.75}
    return {
        "groups": groups,
        "metrics": {"steps": 40, "live": metrics, "candidate": metrics | {"f1": 0.8}},
        "seconds": {"corrected": 3.2, "accepted": 4.1, "metrics": 11.0},
    }


def _cases(letters: str, text: str) -> list[dict[str, Any]]:
    return [_case(number, letter, text) for number, letter in enumerate(letters)]


def _case(number: int, letter: str, text: str) -> dict[str, Any]:
    before, after = letter in "bu", letter in "fu"
    return {
        "case": f"sample/{number}",
        "run": "run",
        "question": f"How many letters? {text}",
        "before": before,
        "after": after,
        "live": "length Oslo" if before else f"length {text}",
        "candidate": "length Oslo" if after else f"length {text}",
        "wanted": "length Oslo",
        "why_before": "" if before else "other arguments",
        "why_after": "" if after else "other arguments",
    }


FIXED = gate_of(corrected="ff", accepted="u" * 20)


def corrected_run(site: Site, question: str = "How long is Oslo?", by: str = "Ada") -> Run:
    run = failing(site, question)
    reviewed(site, run, by, wrong=1)
    return run


def open_page(page: Page, site: Site, name: str = "Ada") -> None:
    page.add_init_script(f"localStorage.setItem('umi.name', {json.dumps(name)})")
    page.goto(site.url)
    page.get_by_role("tab", name="Train", exact=True).click()
    expect(page.locator(".role-card")).to_have_count(3)


def train(page: Page, **behaviour: Any) -> None:
    """The caller, by the button on its card."""
    behave(**({"gate": FIXED} | behaviour))
    page.locator('[data-train="caller"]').click()
    expect(page.locator("#job-head h1")).to_contain_text("Caller on")
