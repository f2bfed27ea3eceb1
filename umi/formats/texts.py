"""Texts of chat dialects: one string or parts of it, with a thought in tags before it."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator

_OPEN, _CLOSE = "<think>", "</think>"


def _joined(value: Any) -> Any:
    if value is None:
        return ""
    return "".join(_part(part) for part in value) if isinstance(value, list) else value


def _part(part: Any) -> str:
    text = part.get("text") if isinstance(part, dict) and part.get("type") == "text" else None
    if not isinstance(text, str):
        kind = part.get("type") if isinstance(part, dict) else part
        raise ValueError(f"a part of type {kind!r}, where only text can be read")
    return text


Text = Annotated[str, BeforeValidator(_joined)]
"""A text as a string, as a list of parts ``{"type": "text", "text": …}``, or null for none."""


def split_thought(text: str) -> tuple[str, str]:
    """The thought that a text begins with, in the tags that Qwen and LLaMA-Factory use, and the rest."""
    stripped = text.lstrip()
    thought, closed, rest = stripped.removeprefix(_OPEN).partition(_CLOSE)
    if not stripped.startswith(_OPEN) or not closed:
        return "", text
    return thought.strip(), rest.strip()


def with_thought(thought: str, text: str) -> str:
    """The text after the thought, set as Qwen's and LLaMA-Factory's templates set it."""
    return f"{_OPEN}\n{thought}\n{_CLOSE}\n\n{text}"


def holds_tags(text: str) -> bool:
    """Whether the text cannot stand as a thought, or begin a turn, without being taken apart."""
    return _OPEN in text or _CLOSE in text
