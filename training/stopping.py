"""A polite end: signals that ask a training to stop after its step."""

from __future__ import annotations

import signal
from threading import Event


def stop_on_signal() -> Event:
    """Set by Ctrl+C or a polite kill: training stops after its step, with a checkpoint; a second kills."""
    stop = Event()

    def ask(kind: int, _frame: object) -> None:
        stop.set()
        signal.signal(kind, signal.default_int_handler)

    for kind in (signal.SIGINT, signal.SIGTERM):
        signal.signal(kind, ask)
    return stop
