"""The Models page: what is in memory, loading another, unloading."""

from __future__ import annotations

import html
from collections.abc import Callable
from typing import Any

import gradio as gr

from annotate.ui.feed import sentence
from umi.models.holder import ModelHolder

_INSTALLED = '<h2>Installed on this machine</h2><div id="installed"></div>'
_PANEL = '<h2>In memory</h2><div id="model-state"><p class="empty">…</p></div>'


def models_page(holder: ModelHolder[Any]) -> None:
    """Lays the page out; the header's script keeps ``#model-state`` and ``#installed`` up to date."""
    with gr.Column(elem_id="models-page"):
        gr.HTML(html_template=_PANEL, js_on_load=None, apply_default_css=False)
        name = gr.Textbox(
            label="Load another model",
            info="A hub id (org/name), a folder, or a .gguf file. Empty: the default model.",
            placeholder="HuggingFaceTB/SmolLM2-360M-Instruct",
            max_lines=1,
            elem_id="model-name",
        )
        with gr.Row(elem_id="model-actions"):
            load = gr.Button("Load", variant="primary", elem_id="load-button")
            unload = gr.Button("Unload", elem_id="unload-button")
        problem = gr.HTML(js_on_load=None, apply_default_css=False)
        gr.HTML(html_template=_INSTALLED, js_on_load=None, apply_default_css=False)

    def read(text: str | None) -> str:
        return _tried(holder.load, (text or "").strip() or None)

    quiet: dict[str, Any] = {"queue": False, "show_progress": "hidden", "api_visibility": "private"}
    gr.on([load.click, name.submit], read, name, problem, **quiet)
    unload.click(lambda: _tried(holder.unload), None, problem, **quiet)


def _tried(act: Callable[..., None], *arguments: Any) -> str:
    """Nothing, or what went wrong as a line of HTML."""
    try:
        act(*arguments)
    except Exception as error:
        return f'<p class="problem" role="alert">{html.escape(sentence(error))}</p>'
    return ""
