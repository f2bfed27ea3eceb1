"""What the Train page shows of jobs: the list, how one stands, what its adapter comes from."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from html import escape
from typing import Any

from annotate.job_status import Status
from annotate.jobs import GOING, RESUMABLE, Job
from annotate.lineage import Learnt, Lineage
from annotate.ui.train_words import counted, lasting, moment, revision
from annotate.ui.views import Tone, age

_TONES: Mapping[str, Tone] = {
    "queued": "idle",
    "running": "live",
    "done": "ok",
    "failed": "bad",
    "cancelled": "idle",
    "interrupted": "warn",
}
_RUNS = 30
"""Runs that are named one by one."""
_SETTINGS = {
    "recipe": "recipe",
    "epochs": "epochs",
    "learning_rate": "learning rate",
    "rank": "rank",
    "replay_share": "share of replay",
    "seed": "seed",
    "without": "without",
}


def job_row(job: Job, now: datetime, *, verdict: str | None, is_live: bool) -> str:
    """One line of the list."""
    made = f" {revision(job.adapter).rpartition(' ')[2]}" if job.adapter else ""
    words = [_state(job)]
    if job.state == "running" and job.status and job.status.fraction is not None:
        words.append(f"{job.status.fraction:.0%}")
    words += [age((now - job.created_at).total_seconds()), escape(job.author)]
    said = f'<span class="said-{verdict}">{verdict}</span>' if verdict else ""
    live = '<span class="live-now">live</span>' if is_live else ""
    return (
        f'<button type="button" class="run-row job-row" data-job="{escape(job.id)}"><span class="question">'
        f'<i class="role-mark {job.role}"></i>{job.role.capitalize()}{made} {said}{live}</span>'
        f'<small><i class="dot {_TONES[job.state]}"></i>{" · ".join(words)}</small></button>'
    )


def job_head(job: Job) -> str:
    """What the job is."""
    corrections = counted(job.counts.get("corrected", 0), "correction")
    made = f": {revision(job.adapter)}" if job.adapter else ""
    recipe = {"sft": "SFT", "dpo": "DPO"}.get(job.recipe, job.recipe)
    return (
        f'<h1><i class="role-mark {job.role}"></i>{job.role.capitalize()} on {corrections}'
        f"{escape(made)}</h1><p>{escape(recipe)} · started by {escape(job.author)} · "
        f"{moment(job.created_at)}</p>"
    )


def job_status(job: Job, now: datetime) -> str:
    """How it stands: phase, progress, figures; where it failed, why."""
    problem = f'<p class="problem" role="alert">{escape(job.problem)}</p>' if job.problem else ""
    # Shares of what is not over yet would mislead.
    phases = "" if job.state == "running" else _phases(job.status)
    return f"{problem}{_progress(job, now)}{_figures(job.status)}{phases}{_buttons(job)}"


def lineage_html(found: Lineage) -> str:
    """What an adapter learnt from and who said so, with the way to learn it again without one of them."""
    corrected = [each for each in found.lessons if each.kind == "corrected"]
    replay = sum(each.kind == "replay" for each in found.lessons)
    people = "".join(_annotator(*each) for each in found.annotators.items())
    hashes = {"data": found.data_hash, "base": found.base_hash, "weights": found.sha256}
    if found.backbone_hash:
        hashes["backbone"] = found.backbone_hash
    listed = {**_chosen(found.settings), **{f"{name} sha256": each[:16] for name, each in hashes.items()}}
    pairs = "".join(f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in listed.items())
    learnt = counted(len(corrected), "correction")
    return (
        f"<p>Learnt from {learnt}; {counted(replay, 'accepted step')} were mixed in.</p>"
        f'<ul class="annotators">{people}</ul>{_runs(corrected)}<dl class="rows">{pairs}</dl>'
    )


def _state(job: Job) -> str:
    if (
        job.state == "running"
        and job.status is not None
        and job.status.phase in ("loading", "training", "gate")
    ):
        return job.status.phase
    return job.state


def _progress(job: Job, now: datetime) -> str:
    if job.state == "queued":
        return "<p>Waiting: one job trains at a time.</p>"
    if job.state != "running":
        return ""
    fraction = None if job.status is None else job.status.fraction
    value = "" if fraction is None else f' value="{fraction:.3f}"'
    return (
        f'<progress max="1"{value} aria-label="Progress of the job"></progress>'
        f'<p role="status"><b>{_state(job).capitalize()}</b>{_doing(job.status)}{_time(job, now)}</p>'
    )


def _doing(status: Status | None) -> str:
    """What the process says it does, but where the figures below say the same."""
    if status is not None and status.phase == "training" and status.step is not None:
        return ""
    return f" · {escape(status.message)}" if status and status.message else ""


def _time(job: Job, now: datetime) -> str:
    since = "" if job.started_at is None else f" · {lasting((now - job.started_at).total_seconds())} so far"
    left = None if job.status is None else job.status.seconds_left
    return since if left is None else f"{since}, about {lasting(left)} left"


def _figures(status: Status | None) -> str:
    if status is None or status.step is None:
        return ""
    figures = {
        "step": f"{status.step:,} of {status.steps:,}" if status.steps else f"{status.step:,}",
        "loss": "" if status.loss is None else f"{status.loss:.3f}",
        "held-out loss": "" if status.valid_loss is None else f"{status.valid_loss:.3f}",
        "tokens/s": "" if status.tokens_per_second is None else f"{status.tokens_per_second:,.0f}",
    }
    told = "".join(f"<span>{name} <b>{value}</b></span>" for name, value in figures.items() if value)
    return f'<p class="figures-line">{told}</p>'


def _phases(status: Status | None) -> str:
    """The seconds of each phase, drawn to scale."""
    spent = {} if status is None else {name: each for name, each in status.phases.items() if each > 0}
    total = sum(spent.values())
    if not total:
        return ""
    bars = "".join(
        f'<i class="phase-{escape(name)}" style="width:{100 * each / total:.1f}%"></i>'
        for name, each in spent.items()
    )
    told = "".join(
        f'<span><i class="phase-{escape(name)}"></i>{escape(name)} {lasting(each)} '
        f"({each / total:.0%})</span>"
        for name, each in spent.items()
    )
    told += f"<span>in all {lasting(total)}</span>"
    return f'<div class="phases">{bars}</div><p class="figures-line">{told}</p>'


def _buttons(job: Job) -> str:
    acts = []
    if job.state in GOING:
        acts.append(_button("cancel", "Cancel <kbd>c</kbd>"))
    if job.state in RESUMABLE:
        acts.append(_button("resume", "Resume"))
    if job.state not in GOING:
        acts += [_button("retry", "Retry"), _button("delete", "Delete…")]
    return f'<div class="acts">{"".join(acts)}</div>'


def _button(act: str, label: str) -> str:
    return f'<button type="button" class="studio-button" data-act="{act}">{label}</button>'


def _annotator(name: str, count: int) -> str:
    return (
        f'<li><b dir="auto">{escape(name)}</b> {counted(count, "correction")} <button type="button" '
        f'class="studio-button" data-without="{escape(name)}">Retrain without {escape(name)}</button></li>'
    )


def _runs(lessons: list[Learnt]) -> str:
    by_run = {each.run_id: each for each in lessons}
    items = "".join(_run(each) for each in list(by_run.values())[:_RUNS])
    more = f"<li>and {len(by_run) - _RUNS:,} more</li>" if len(by_run) > _RUNS else ""
    return f'<ul class="runs">{items}{more}</ul>'


def _run(lesson: Learnt) -> str:
    if lesson.question is None:
        return '<li class="empty">a run that was deleted since</li>'
    question = escape(lesson.question)
    return f'<li><a href="?review={escape(lesson.run_id)}" dir="auto">{question}</a></li>'


def _chosen(settings: Mapping[str, Any]) -> dict[str, str]:
    """The settings that somebody chose, by name; what was left to the program is not listed."""
    found = {}
    for key, name in _SETTINGS.items():
        value = settings.get(key)
        if value not in (None, [], ()):
            found[name] = ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
    return found
