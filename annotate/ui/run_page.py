"""The Run page: a question, its timeline as it is written, and the runs before it."""

from __future__ import annotations

import time
from typing import Any

import gradio as gr

from annotate.runner import Runner
from annotate.ui.feed import Feed, Json, answering, sentence
from annotate.ui.theme import script
from umi.errors import InputError
from umi.schema import Sampling

EXAMPLES = (
    "How far is Lisbon from Oslo in kilometres?",
    "Which of Quito and Bogota has more inhabitants?",
    "Is 6 December 2026 a public holiday in Finland?",
    "What time is it in Tokyo when it is noon UTC?",
    "How much is 250 Swiss francs in Japanese yen?",
    "When does the sun rise in Nairobi on 23 September 2026?",
)

_HISTORY = """<details open><summary><h2>Runs</h2></summary>
<button type="button" id="new-run">New question <kbd>n</kbd></button>
<div id="runs"></div><p class="empty" id="no-runs" hidden>No runs yet. Ask a question to start the first.</p>
<button type="button" id="older" hidden>Older…</button></details>"""

_FACTS = """<div id="run-facts"></div>
<p class="empty">What a run was made with, and what it took, stands here.</p>"""

_TIMELINE = """<p class="problem" id="problem" role="alert" dir="auto" hidden></p>
<div id="empty"><h2>Ask a travel question, or take one of these</h2><div id="examples">%s</div>
<p>The planner decides, the caller calls a tool, the summarizer answers: you see it token by token.</p></div>
<div id="run" hidden><div id="question-heading"></div>
<div id="steps"><nav id="minimap" aria-hidden="true"></nav><div id="cards"></div></div>
<p id="waiting" hidden></p><p id="ending" role="status" aria-live="polite"></p></div>"""


def run_page(runner: Runner, feed: Feed) -> None:
    """Lays the page out and wires its three actions: run, stop, and the reading scripts."""
    with gr.Row(elem_id="run-page"):
        _history(feed)
        with gr.Column(elem_id="work"):
            with gr.Column(elem_id="composer"):
                question, run, stop, temperature, seed = _composer()
            timeline = _timeline(feed)
        gr.HTML(html_template=_FACTS, js_on_load=None, apply_default_css=False, elem_id="facts")

    def start(text: str, heat: float | None, number: float | None) -> Json:
        try:
            return _news(run=runner.start(text or "", sampling(heat, number)))
        except Exception as error:
            return _news(problem=sentence(error))

    def cancel(shown: Any) -> Json:
        try:
            runner.cancel(_run_id(shown))
        except Exception as error:
            return _news(problem=sentence(error))
        return _news()

    quiet: dict[str, Any] = {"queue": False, "show_progress": "hidden", "api_visibility": "private"}
    run.click(start, [question, temperature, seed], timeline, **quiet)
    stop.click(cancel, timeline, timeline, js="() => ({run: umi.shown})", **quiet)


def sampling(temperature: float | None, seed: float | None) -> Sampling:
    """The settings as typed; an empty field is 0.

    Raises:
        InputError: one of them is out of range.
    """
    try:
        return Sampling(temperature=temperature or 0.0, seed=seed or 0)
    except ValueError as error:
        raise InputError(
            "Temperature goes from 0 to 2, the seed is a whole number from 0: change them."
        ) from error


def _composer() -> tuple[gr.Textbox, gr.Button, gr.Button, gr.Slider, gr.Number]:
    question = gr.Textbox(
        label="Question",
        show_label=False,
        container=False,
        lines=2,
        max_lines=8,
        placeholder="Ask a travel question: distances, cities, holidays, times, currencies, units",
        elem_id="question",
    )
    with gr.Row(elem_id="actions"):
        run = gr.Button("Run", variant="primary", elem_id="run-button")
        stop = gr.Button("Stop", interactive=False, elem_id="stop-button")
        with gr.Accordion("Settings", open=False, elem_id="settings"), gr.Row():
            temperature = gr.Slider(0, 2, 0, step=0.1, label="Temperature (0: greedy)")
            seed = gr.Number(0, precision=0, minimum=0, label="Seed")
    return question, run, stop, temperature, seed


def _history(feed: Feed) -> None:
    @answering
    async def recent(before: str | None) -> Json:
        return await feed.recent(before)

    gr.HTML(
        html_template=_HISTORY,
        js_on_load=script("history.js"),
        apply_default_css=False,
        server_functions=[recent],
        elem_id="history",
    )


def _timeline(feed: Feed) -> gr.HTML:
    @answering
    async def watch(asked: Json) -> Json:
        return await feed.watch(_run_id(asked), int(asked["have"]), str(asked["mark"]))

    @answering
    async def raw(asked: Json) -> Json:
        return await feed.raw(_run_id(asked), int(asked["step"]))

    examples = "".join(f'<button type="button" class="example">{text}</button>' for text in EXAMPLES)
    return gr.HTML(
        value={},
        html_template=_TIMELINE % examples,
        js_on_load=script("timeline.js"),
        apply_default_css=False,
        server_functions=[watch, raw],
        elem_id="timeline",
    )


def _run_id(asked: Any) -> str:
    """The run a page asks about.

    Raises:
        InputError: it names none.
    """
    run_id = asked.get("run") if isinstance(asked, dict) else None
    if not isinstance(run_id, str) or not run_id:
        raise InputError("No run is shown: choose one from the list of runs.")
    return run_id


def _news(**news: str) -> Json:
    """A value for the timeline; the time makes the same news news again."""
    return {"at": str(time.time_ns()), **news}
