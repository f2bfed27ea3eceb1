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
        "head": f"<script>{script('shared.js')}{script('diff.js')}</script>",
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
    return theme.set(**_shades())


def _shades() -> dict[str, str]:
    """Gradio's variables in the colours of style.css."""
    page, panel, ink = ("#fafaf9", "#141312"), ("#fff", "#1c1b1a"), ("#1c1917", "#f0eeec")
    mute, line, accent = ("#6b6560", "#a8a29e"), ("#e7e5e4", "#33302e"), ("#0072b2", "#5cb3ea")
    shades = {
        "body_background_fill": page,
        "body_text_color": ink,
        "body_text_color_subdued": mute,
        "block_background_fill": panel,
        "block_border_color": line,
        "block_info_text_color": mute,
        "block_title_text_color": ink,
        "border_color_primary": line,
        "input_background_fill": page,
        "input_placeholder_color": mute,
        "slider_color": accent,
    }
    light = {name: pair[0] for name, pair in shades.items()}
    return light | {f"{name}_dark": pair[1] for name, pair in shades.items()}


def _fonts(names: tuple[str, ...]) -> list[gr.themes.Font]:
    return [gr.themes.Font(name) for name in names]
