"""The bar above all pages: brand, the model in memory, help, light or dark."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any

import gradio as gr

from annotate.ui import render
from annotate.ui.feed import Json, answering
from annotate.ui.model_view import model_view
from annotate.ui.theme import script
from umi.models.holder import ModelHolder
from umi.models.install import installed

_KEYS = (
    ("Ctrl ↵", "run the question"),
    ("Esc", "stop the run; leave the question box"),
    ("q", "go to the question box"),
    ("n", "start over with a new question"),
    ("j  k", "next, previous step"),
    ("r", "raw view of the step"),
    ("?", "this help"),
)
_REVIEW_KEYS = (
    ("n  p", "next, previous run of the queue"),
    ("j  k", "next, previous step"),
    ("1 … 9", "wrong: the kind of error with this number"),
    ("a  u", "right; unsure"),
    ("e", "edit the step"),
    ("Ctrl ↵", "save, also inside a field"),
    ("r", "save and resume from here"),
    ("s", "ask the model what else it thought of"),
    ("⇧1 … ⇧9", "take this suggestion"),
    ("Ctrl Z  Y", "undo, redo, also what was saved"),
    ("f", "done with this run, take the next"),
    ("o", "second opinion: review what others have, blind"),
    ("h", "hold the run out of every export"),
    ("/", "search the queue"),
    ("Esc", "leave the field"),
)
_TRAIN_KEYS = (
    ("1  2  3", "planner, caller, summarizer: what it would learn from"),
    ("t", "train this role"),
    ("j  k", "next, previous job"),
    ("Enter", "open the job"),
    ("p", "promote the open job's adapter (asks first)"),
    ("c", "cancel the open job"),
)
_COMPARE_KEYS = (
    ("Ctrl ↵", "ask both"),
    ("Esc", "stop both; leave the question box"),
    ("q", "go to the question box"),
)

_BAR = """<div class="brand">UMi Studio</div><div class="gap"></div>
<button type="button" class="chip" id="model-chip" title="The model in memory"><span>…</span></button>
<button type="button" class="icon" id="theme-button" aria-label="Light or dark">◐</button>
<button type="button" class="icon" id="help-button" aria-label="Help">?</button>
<button type="button" class="chip" id="who-chip" hidden></button>
<dialog id="who" aria-label="Who are you?"><form method="dialog"><h2>Who are you?</h2>
<p>Your name stands beside what you save.</p><input maxlength="60" required aria-label="Your name">
<button>Go on</button></form></dialog>
<dialog id="help" aria-label="Help">%s
<p>A <mark>marked</mark> word is one the model gave less than 0.5. The number beside a step is how sure its
role was of it, from 0 to 1.</p><form method="dialog"><button>Close</button></form></dialog>"""


def header(holder: ModelHolder[Any]) -> gr.HTML:
    """The bar; its script keeps the model's state on all pages up to date."""

    @answering
    async def status(_: None) -> Json:
        view = model_view(await asyncio.to_thread(holder.status))
        models = render.installed(await asyncio.to_thread(installed))
        chip, model = render.chip(view), render.model(view)
        return {"chip": chip, "model": model, "installed": models, "word": view.word}

    pages = {"Run": _KEYS, "Review": _REVIEW_KEYS, "Train": _TRAIN_KEYS, "Compare": _COMPARE_KEYS}
    keys = "".join(_section(*each) for each in pages.items())
    return gr.HTML(
        html_template=_BAR % f'<div class="keys">{keys}</div>',
        js_on_load=script("header.js"),
        apply_default_css=False,
        server_functions=[status],
        elem_id="header",
    )


def _section(page: str, keys: Sequence[tuple[str, str]]) -> str:
    return f"<section><h2>Keys · {page}</h2><dl>{_rows(keys)}</dl></section>"


def _rows(keys: Sequence[tuple[str, str]]) -> str:
    return "".join(f"<dt><kbd>{key}</kbd></dt><dd>{text}</dd>" for key, text in keys)
