"""How every page looks, and the scripts that all of them share."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import gradio as gr

_HERE = Path(__file__).parent
_SANS = ("system-ui", "Segoe UI", "sans-serif")
_MONO = ("ui-monospace", "JetBrains Mono", "monospace")


def script(name: str) -> str:
    """The text of a script beside this module."""
    return (_HERE / name).read_text(encoding="utf-8")


def page_options() -> dict[str, Any]:
    """For ``Blocks.launch``: theme, styles and scripts of the pages, and no request to the outside."""
    return {
        "theme": _theme(),
        "css_paths": _HERE / "style.css",
        "head": f"<script>{script('shared.js')}</script>",
        "footer_links": [],
        "run_history": False,
        "show_error": False,
        "ssr_mode": False,
        "enable_monitoring": False,
    }


def _theme() -> gr.themes.Base:
    """Gradio's plainest theme in our colours, with fonts that are on the reader's machine."""
    theme = gr.themes.Base(
        primary_hue="stone", neutral_hue="stone", font=_fonts(_SANS), font_mono=_fonts(_MONO), text_size="sm"
    )
    return theme.set(
        body_background_fill="#fafaf9",
        body_background_fill_dark="#141312",
        body_text_color="#1c1917",
        body_text_color_dark="#f0eeec",
    )


def _fonts(names: tuple[str, ...]) -> list[gr.themes.Font]:
    return [gr.themes.Font(name) for name in names]
