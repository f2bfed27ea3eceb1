"""Progress on the terminal, on stderr only: one line that moves; in a log, a line per piece of work."""

from __future__ import annotations

import sys

_lines: list[str] = []


def progress(message: str, fraction: float | None) -> None:
    """Show how a longer piece of work goes; see ``umi.models.files.Progress``."""
    share = "" if fraction is None else f" {fraction:.0%}"
    work = message.partition(":")[0]
    if sys.stderr.isatty():
        print(f"\r\x1b[K{message}{share}", end="", file=sys.stderr, flush=True)
    elif work not in _lines[-1:]:
        print(work, file=sys.stderr, flush=True)
    _lines[:] = [work]


def progress_done() -> None:
    """Leave the moving line."""
    if sys.stderr.isatty():
        print(file=sys.stderr)
