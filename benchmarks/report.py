"""How the benchmarks show their figures; without torch, which not all of them need."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence


def print_table(title: str, header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """A Markdown table, with the load that other programs put on the machine."""
    print(f"\n**{title}** (load average of the last minute: {os.getloadavg()[0]:.1f})\n")
    print("| " + " | ".join(header) + " |")
    print("|---" + "|---:" * (len(header) - 1) + "|")
    for row in rows:
        print("| " + " | ".join(map(str, row)) + " |", flush=True)
