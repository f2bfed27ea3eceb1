"""Which process records a run, and whether it still lives."""

from __future__ import annotations

import socket
from dataclasses import dataclass

import psutil

# The start is counted from the boot, whose time the system knows to a second and slews with the clock.
_TOLERANCE = 5.0


@dataclass(frozen=True)
class Process:
    """``started`` (seconds since the epoch) tells a process from a later one with the same ``pid``."""

    host: str
    pid: int
    started: float

    @property
    def is_alive(self) -> bool:
        """Whether it runs, asked on its host; a killed process nobody has waited for counts as gone."""
        try:
            process = psutil.Process(self.pid)
            same = abs(process.create_time() - self.started) < _TOLERANCE
            return same and process.status() != psutil.STATUS_ZOMBIE
        except psutil.NoSuchProcess:
            return False
        except psutil.AccessDenied:
            return True


def this_process() -> Process:
    """The running process."""
    process = psutil.Process()
    return Process(socket.gethostname(), process.pid, process.create_time())
