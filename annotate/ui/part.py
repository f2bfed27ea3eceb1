"""A part of a page that a script of its own fills and that asks the server as the person at the browser."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import gradio as gr

from annotate.people import People
from annotate.ui.feed import Json
from annotate.ui.theme import script
from annotate.ui.who import served


def page_part(
    name: str, html: str, file: str, people: People, *functions: Callable[..., Awaitable[Json]]
) -> None:
    """Lay ``html`` out as the element ``name``; the script in ``file`` may call the functions."""
    gr.HTML(
        html_template=html,
        js_on_load=script(file),
        apply_default_css=False,
        server_functions=[served(function, people) for function in functions],
        elem_id=name,
    )
