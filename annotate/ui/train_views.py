"""What the Train page shows of roles, of what a job would learn from, and of what was live when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from annotate.adapters import Adapter, Promotion
from annotate.contents import content_of
from annotate.contradictions import Contradiction
from annotate.job_data import Case, JobData, Kind
from annotate.job_news import Since
from annotate.jobs import Plan
from annotate.lessons import Lesson
from annotate.ui.data_views import example_html
from annotate.ui.review_views import shown
from annotate.ui.train_words import OWN, counted, lasting, moment, revision
from umi.formats.example import Example
from umi.schema import Role

_ROWS = 30
"""Rows, contradictions and refusals that are told one by one; the rest are counted."""


@dataclass(frozen=True)
class RoleNews:
    """One role as its card shows it; ``since`` is None where no model is loaded, ``problem`` says so."""

    role: Role
    live: Adapter | None
    since: Since | None
    problem: str | None


def role_card(news: RoleNews, number: int) -> str:
    """The role, what is live, what there is to learn, and the button."""
    role = news.role.value
    live = escape(revision(news.live.id) if news.live else OWN)
    badge = f'<span class="live-now" title="Live">{live}</span>' if news.since else ""
    fresh = bool(news.since and news.since.corrections)
    button = (
        f'<button type="button" class="studio-button{" primary" if fresh else ""}" data-train="{role}"'
        f"{'' if news.since else ' disabled'}>Train this role <kbd>t</kbd></button>"
    )
    return (
        f'<article class="role-card {role}" data-role="{role}" tabindex="-1"><header><span class="role">'
        f'{role.capitalize()}</span><kbd>{number}</kbd><span class="gap"></span>{badge}</header>'
        f'{_news(news)}<footer>{button}<button type="button" class="studio-button" data-plan="{role}">'
        "Rows, settings</button></footer></article>"
    )


def _news(news: RoleNews) -> str:
    problem = escape(news.problem or "")
    if news.since is None:
        return f"<p>{problem}</p>"
    trouble = f'<p class="bad">{problem}</p>' if problem else ""
    return f"<p>{_since(news.role, news.since)}</p>{trouble}"


def _since(role: Role, since: Since) -> str:
    if not since.corrections:
        return f'<span class="empty">Nothing new: correct steps of the {role} on the Review page.</span>'
    kinds = " · ".join(f"{escape(kind)} {count}" for kind, count in since.kinds.items())
    new = counted(since.corrections, "correction")
    return f"<b>{new}</b> since{f'<br><small>{kinds}</small>' if kinds else ''}"


def plan_html(plan: Plan) -> str:
    """What a job would take and learn from, and what it would not."""
    data, guess = plan.data, plan.estimate
    problem = f'<p class="problem" role="alert">{escape(plan.problem)}</p>' if plan.problem else ""
    basis = "as earlier jobs took" if guess.measured else "a guess before the first job"
    memory = f"{guess.memory_bytes / 1e9:.1f} GB of memory"
    took = f'<p id="estimate">About <b>{lasting(guess.seconds)}</b> and {memory}, {basis}.</p>'
    return (
        f"{problem}{took}{_counts(data)}{_contradictions(data.contradictions)}"
        f"{_refused(data.refused)}{_rows(data.cases['corrected'])}"
    )


def history_html(found: Sequence[Promotion], live: str | None) -> str:
    """Who made what live, newest first; each but the live one can come back."""
    if not found:
        return '<p class="empty">Nothing was promoted yet: the set\'s own adapter is live.</p>'
    rows = "".join(_promotion(each, live) for each in found)
    return f'<ol class="promotions">{rows}</ol>'


def _promotion(each: Promotion, live: str | None) -> str:
    verdict = (
        f'<span class="said-{escape(each.verdict)}">{escape(each.verdict)}</span>' if each.verdict else ""
    )
    current = '<span class="live-now">live</span>' if each.adapter == live else _back(each.role, each.adapter)
    return (
        f"<li><b>{escape(revision(each.adapter))}</b> <small>after {escape(revision(each.previous))} · "
        f'{moment(each.at)} · {escape(each.who)}</small> {verdict}<span class="gap"></span>{current}'
        f'<p dir="auto">{escape(each.why)}</p></li>'
    )


def _back(role: Role, adapter: str | None) -> str:
    return (
        f'<button type="button" class="studio-button" data-back="{escape(adapter or "")}" '
        f'data-role="{role}">Bring back</button>'
    )


def own_back(role: Role, live: str | None) -> str:
    """The way back to the set's own adapter, which no promotion had to bring."""
    return "" if live is None else f"<p>The adapter of the set: {_back(role, None)}</p>"


def _counts(data: JobData) -> str:
    told: Mapping[Kind, tuple[str, str]] = {
        "corrected": ("learnt", "corrected steps"),
        "replay": ("mixed in as the settings say", "accepted steps"),
        "held_out": ("judged by, never learnt", "held-out corrections"),
        "accepted": ("judged by, never learnt", "accepted steps"),
    }
    rows = "".join(
        f'<tr><td>{what}</td><td class="figure">{len(data.cases[kind]):,}</td>'
        f"<td>{use}{_sample(data.cases[kind])}</td></tr>"
        for kind, (use, what) in told.items()
    )
    return f'<table class="plan">{rows}</table>'


def _sample(cases: Sequence[Case]) -> str:
    sample = sum(case.is_sample for case in cases)
    return f"; {sample:,} of them from the sample that comes with the program" if sample else ""


def _contradictions(found: Sequence[Contradiction]) -> str:
    if not found:
        return ""
    items = "".join(_contradiction(each) for each in found[:_ROWS])
    return (
        f"<h3>Contradicting corrections · {len(found)}</h3><p>After the same prefix people wrote different "
        f'steps. The newest trains, the others are left out.</p><ul class="contradictions">{items}</ul>'
    )


def _contradiction(found: Contradiction) -> str:
    others = "".join(f"<li>left out: {_lesson(each)}</li>" for each in found.left_out)
    question = escape(found.question)
    return (
        f'<li><span dir="auto">{question}</span><ul><li>trains: {_lesson(found.kept)}</li>{others}</ul></li>'
    )


def _lesson(lesson: Lesson) -> str:
    said = escape(_said(lesson.example))
    return f"<code>{said}</code> <small>{escape(lesson.annotator)}</small> {_link(lesson.run_id)}"


def _refused(found: Sequence[str]) -> str:
    if not found:
        return ""
    more = f"<li>and {len(found) - _ROWS:,} more</li>" if len(found) > _ROWS else ""
    items = "".join(f"<li>{escape(each)}</li>" for each in found[:_ROWS])
    return f"<h3>Left out · {len(found)}</h3><ul>{items}{more}</ul>"


def _rows(cases: Sequence[Case]) -> str:
    if not cases:
        return ""
    rows = "".join(_row(case) for case in cases[:_ROWS])
    more = f'<p class="empty">and {len(cases) - _ROWS:,} more</p>' if len(cases) > _ROWS else ""
    return f"<h3>Rows that train · {len(cases):,}</h3>{rows}{more}"


def _row(case: Case) -> str:
    """One row; opened, what the model reads of it, and in colour what it learns."""
    return (
        f'<details class="train-row"><summary><code>{escape(_said(case.example))}</code>'
        f'<small dir="auto">{escape(case.example.trajectory.question)} · {escape(case.annotator)}</small>'
        f"</summary>{_link(case.run_id)}{example_html(case.example)}</details>"
    )


def _said(example: Example) -> str:
    return shown(example.step.role, content_of(example.step))


def _link(run_id: str) -> str:
    return f'<a href="?review={escape(run_id)}">Review</a>'
