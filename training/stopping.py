"""A polite end: signals that ask a training to stop after its step."""

from __future__ import annotations

import signal
from threading import Event
from types import FrameType


def noted_interrupt() -> Event:
    """Set by Ctrl+C, which stops at once as ever; where an import swallows that, the event still tells."""
    stop = Event()

    def note(kind: int, frame: FrameType | None) -> None:
        stop.set()
        signal.default_int_handler(kind, frame)

    signal.signal(signal.SIGINT, note)
    return stop


def stop_on_signal(stop: Event) -> Event:
    """Set by Ctrl+C or a polite kill: training stops after its step, with a checkpoint; a second kills."""

    def ask(kind: int, _frame: FrameType | None) -> None:
        stop.set()
        signal.signal(kind, signal.default_int_handler)

    for kind in (signal.SIGINT, signal.SIGTERM):
        signal.signal(kind, ask)
    return stop
