"""What the Train page writes and reads, without a browser: figures, the curve, settings as typed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from annotate.job_data import JobSettings
from annotate.job_status import Status
from annotate.jobs import Job
from annotate.people import Person
from annotate.ui.train_asked import require_owner, role_of, rule_in, settings_in
from annotate.ui.train_curve import curve_svg
from annotate.ui.train_job_views import job_status
from annotate.ui.train_words import lasting, revision
from umi.errors import InputError
from umi.schema import Role


@pytest.mark.parametrize(
    ("seconds", "told"),
    [(0.4, "0 s"), (59.4, "59 s"), (59.6, "1 min"), (200, "3 min 20 s"), (3900, "1 h 5 min")],
)
def test_time_spans(seconds: float, told: str) -> None:
    assert lasting(seconds) == told


def test_revisions_have_short_names() -> None:
    assert revision("caller__r0012") == "caller r12"
    assert revision(None) == "the set's own"
    assert revision("<b>__rx") == "<b>__rx"


def test_the_curve_has_a_line_for_each_loss_and_leaves_out_what_is_no_number() -> None:
    lines: list[dict[str, Any]] = [
        {"step": 1, "loss": 0.9},
        {"step": 2, "loss": 0.5, "valid_loss": 0.7},
        {"step": 3, "loss": float("nan")},
        {"step": 4, "loss": "<script>"},
        {"step": 4, "valid_loss": 0.6},
    ]
    svg = curve_svg(lines)
    assert svg.count("<polyline") == 2
    assert svg.count("<circle") == 2
    assert "training 0.500" in svg
    assert "held-out 0.600" in svg
    assert "nan" not in svg
    assert "script" not in svg
    assert curve_svg(lines[:1]) == ""


def test_settings_as_typed_and_empty_fields() -> None:
    assert settings_in({}) == JobSettings()
    typed = {"recipe": "dpo", "epochs": "2.5", "rank": "", "replay_share": "25", "without": ["Bob"]}
    found = settings_in({"settings": typed | {"dev_steps": "0", "live_count": "3"}})
    wanted = JobSettings("dpo", 2.5, None, None, 0.25, 0, ("Bob",), 0, 3)
    assert found == wanted


@pytest.mark.parametrize(
    "typed",
    [{"epochs": "many"}, {"rank": "1.5"}, {"epochs": "nan"}, {"rank": "inf"}, {"replay_share": "100"}],
)
def test_settings_that_cannot_be_are_one_sentence(typed: dict[str, str]) -> None:
    with pytest.raises(InputError, match="These settings cannot be used"):
        settings_in({"settings": typed})


def test_a_rule_needs_all_its_numbers() -> None:
    with pytest.raises(InputError, match="A number of the rule is missing"):
        rule_in({"rule": {"min_corrected_right": "50"}})
    with pytest.raises(InputError, match="no role 'nobody'"):
        role_of({"role": "nobody"})


def test_a_job_is_its_authors_and_the_reviewers() -> None:
    now = datetime.now(UTC)
    job = Job("id", Role.CALLER, "sft", "running", "Bob", now, now, None, {}, {}, None, None, None)
    require_owner(Person("Bob", False), job)
    require_owner(Person("Ada", True), job)
    with pytest.raises(InputError, match="Bob started this job"):
        require_owner(Person("Eve", False), job)


def test_a_running_job_says_how_far_it_is_and_how_long_it_takes() -> None:
    now = datetime(2026, 11, 22, 12, 2, tzinfo=UTC)
    status = Status(phase="training", message="step 6 of 24", step=6, steps=24, loss=1.5, seconds_left=80)
    begun = now - timedelta(seconds=65)
    job = Job("id", Role.CALLER, "sft", "running", "Bob", begun, begun, None, {}, {}, status, None, None)
    html = job_status(job, now)
    assert "<b>Training</b> · 1 min 5 s so far, about 1 min 20 s left" in html
    assert "step <b>6 of 24</b>" in html
    assert "step 6 of 24" not in html
    loading = replace(job, status=Status(phase="loading", message="Loading <the> model"))
    assert "<b>Loading</b> · Loading &lt;the&gt; model · 1 min 5 s so far<" in job_status(loading, now)
    shares = {"loading": 10.0, "training": 30.0}
    done = replace(job, state="done", status=Status(phase="done", phases=shares))
    assert "training 30 s (75%)" in job_status(done, now)
