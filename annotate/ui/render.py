"""View models as HTML; every text from outside goes through ``escape``."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from html import escape

from annotate.ui.model_view import ModelView
from annotate.ui.spans import Span
from annotate.ui.views import (
    Card,
    Ending,
    Facts,
    Figures,
    HistoryRow,
    StepCard,
    ToolCard,
)
from umi.models.files import ModelFiles
from umi.prompts import Part
from umi.schema import Observation, ObservationState

_DOUBTFUL = 0.5
"""A confidence below it is shown in the colour of trouble."""


def card(view: Card) -> dict[str, str | int]:
    """What the page needs to place one card: its key, role, weight in the minimap, and HTML."""
    if isinstance(view, ToolCard):
        weight = 1 + len(view.observation.content) // 40 if view.observation else 1
        return {"key": f"{view.index}-tool", "role": "tool", "weight": min(weight, 6), "html": _tool(view)}
    weight = 2 + sum(len(span.text) for span in view.body) // 40
    return {"key": str(view.index), "role": view.role, "weight": min(weight, 8), "html": _step(view)}


def heading(question: str) -> str:
    """The question above its timeline."""
    return f'<h1 dir="auto">{escape(question)}</h1>'


def ending(view: Ending) -> str:
    """The last line of a run's timeline."""
    return f'{_dot(view.tone)}<span class="{view.tone}" dir="auto">{escape(view.sentence)}</span>'


def facts(view: Facts) -> str:
    """The column beside a timeline."""
    tools = "".join(
        f"<li><code>{escape(name)}</code><span>{escape(text)}</span></li>" for name, text in view.tools
    )
    return (
        f"<h2>This run</h2>{_rows(view.rows)}"
        f"<h2>Tools offered · {len(view.tools)}</h2><ul class='tools'>{tools}</ul>"
    )


def history(rows: Sequence[HistoryRow]) -> list[dict[str, str]]:
    """The list of runs, one item each."""
    return [{"key": row.id, "html": _history_row(row)} for row in rows]


def chip(view: ModelView) -> str:
    """The model in the header."""
    text = " · ".join(escape(part) for part in view.short)
    return f'{_dot(view.tone)}<span title="{escape(view.message)}">{text}</span>'


def model(view: ModelView) -> str:
    """The model on its own page."""
    message = "" if view.word == "ready" else f'<p class="message {view.tone}">{escape(view.message)}</p>'
    return f"{_rows(view.rows)}{_progress(view)}{message}"


def installed(models: Iterable[ModelFiles]) -> str:
    """The models that lie ready on this machine; a click takes one."""
    rows = "".join(map(_installed_row, models))
    return (
        f"<ul>{rows}</ul>"
        if rows
        else '<p class="empty">None yet. Load one: it is kept for the next time.</p>'
    )


def raw(parts: Iterable[Part]) -> str:
    """What the model read and wrote; the format's markers look unlike any text."""
    return "".join(f'<span class="{part.kind}">{escape(part.text)}</span>' for part in parts)


def _step(view: StepCard) -> str:
    tag = "pre" if view.role == "caller" else "p"
    body = f'<{tag} class="body" dir="auto">{_spans(view.body)}</{tag}>'
    return _article(
        view.role, _step_header(view), body + _json(view) + _raw_place(view), view.figures is None
    )


def _step_header(view: StepCard) -> str:
    decision = f'<span class="decision">Next: {escape(view.decision)}</span>' if view.decision else ""
    figures = '<span class="writing">writing</span>' if view.figures is None else _figures(view.figures)
    buttons = "" if view.figures is None else _buttons(view)
    return (
        f'<span class="role">{view.role.capitalize()}</span><small>{view.index + 1}</small>'
        f'<span class="gap"></span>{decision}{figures}{buttons}'
    )


def _buttons(view: StepCard) -> str:
    call = '<button type="button" data-fold="json" aria-expanded="false">JSON</button>' if view.call else ""
    return (
        f'<span class="folds">{call}<button type="button" data-fold="raw" data-step="{view.index}" '
        f'aria-expanded="false" title="What the model read and wrote">raw</button></span>'
    )


def _figures(view: Figures) -> str:
    if not (view.prompt or view.written):
        return ""  # Imported, or written by a person: nothing was measured here.
    confidence = "-" if view.confidence is None else f"{view.confidence:.2f}"
    doubt = " doubt" if view.confidence is not None and view.confidence < _DOUBTFUL else ""
    tokens = f"{view.prompt:,} tokens read, {view.cached:,} of them from the cache; {view.written:,} written"
    return (
        f'<small class="figures"><span class="tokens" title="{tokens}">{view.prompt:,} in '
        f"<i>({view.cached:,} cached)</i> · {view.written:,} out</span>"
        f'<span class="confidence{doubt}" title="Confidence">{confidence}</span>'
        f'<span class="time" title="Time">{_seconds(view.seconds)}</span></small>'
    )


def _json(view: StepCard) -> str:
    if view.call is None or view.figures is None:
        return ""
    text = json.dumps(view.call.model_dump(), indent=2, ensure_ascii=False)
    return f'<pre class="json" dir="auto" data-folded="json" hidden>{escape(text)}</pre>'


def _raw_place(view: StepCard) -> str:
    return "" if view.figures is None else '<pre class="raw" dir="auto" data-folded="raw" hidden></pre>'


def _tool(view: ToolCard) -> str:
    header = (
        f'<span class="role">Tool</span><small><code>{escape(view.name)}</code></small>'
        f"{_tool_figures(view.observation)}"
    )
    if view.observation is None:
        return _article("tool", header, "", True)
    content = escape(view.observation.content) or "<i>nothing</i>"
    body = f'<pre class="body observation" dir="auto">{content}</pre>'
    more = '<button type="button" class="more" hidden>Show all</button>'
    stale = " stale" if view.observation.state is ObservationState.STALE else ""
    return _article("tool" + stale, header, body + more, False)


def _tool_figures(seen: Observation | None) -> str:
    if seen is None:
        return '<span class="gap"></span><span class="writing">running</span>'
    time = f'<span class="time" title="Time">{_seconds(seen.seconds)}</span>' if seen.seconds else ""
    figures = f'<small class="figures">{time}</small><span class="folds"></span>'
    return f'{_badges(seen)}<span class="gap"></span>{figures}'


def _badges(seen: Observation) -> str:
    state = f"<small>{escape(seen.state)}</small>"
    error = '<span class="badge bad">error</span>' if seen.is_error else ""
    cut = '<span class="badge" title="The output limit shortened it">cut</span>' if seen.cut else ""
    return state + error + cut


def _article(classes: str, header: str, body: str, live: bool) -> str:
    return (
        f'<article class="card {classes}{" live" if live else ""}"><header>{header}</header>{body}</article>'
    )


def _spans(spans: Iterable[Span]) -> str:
    return "".join(map(_span, spans))


def _span(span: Span) -> str:
    if span.probability is None:
        return escape(span.text)
    return f'<mark title="Probability {span.probability:.2f}">{escape(span.text)}</mark>'


def _history_row(row: HistoryRow) -> str:
    sure = "" if row.confidence is None else f" · {row.confidence:.2f}"
    return (
        f'<button type="button" class="run-row" data-run="{escape(row.id)}" title="{escape(row.question)}">'
        f'<span class="question" dir="auto">{escape(row.question)}</span>'
        f"<small>{_dot(row.ending.tone)}{escape(row.ending.word)}{sure} · {row.age}</small></button>"
    )


def _installed_row(files: ModelFiles) -> str:
    path = escape(str(files.path))
    return (
        f'<li><button type="button" class="installed" data-model="{path}"><b>{escape(files.name)}</b>'
        f"<small>{path} · sha256 {files.sha256[:12]}</small></button></li>"
    )


def _progress(view: ModelView) -> str:
    if view.word != "loading":
        return ""
    value = "" if view.fraction is None else f' value="{view.fraction:.3f}"'
    return f'<progress max="1"{value} aria-label="Loading the model"></progress>'


def _rows(rows: Iterable[tuple[str, str]]) -> str:
    pairs = "".join(f"<dt>{escape(label)}</dt><dd>{escape(value)}</dd>" for label, value in rows)
    return f'<dl class="rows">{pairs}</dl>'


def _dot(tone: str) -> str:
    return f'<i class="dot {tone}"></i>'


def _seconds(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms" if seconds < 0.1 else f"{seconds:.1f} s"
