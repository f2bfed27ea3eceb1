"""Memory of a backbone with three role adapters, against one plain model and against three of them."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import psutil
from common import QUESTIONS, default_adapters, default_files, load, question_run, write
from report import print_table

from umi.models.files import ModelFiles
from umi.models.local import LocalModel
from umi.schema import Role

RANKS = (32, 16, 8)
Figures = dict[str, int]


def measured(adapters: Mapping[Role, Path], copies: int) -> Figures:
    """Bytes in a fresh process: of all parameters, and resident after one turn was written."""
    command = [sys.executable, __file__, json.dumps({role: str(path) for role, path in adapters.items()})]
    done = subprocess.run([*command, str(copies)], check=True, capture_output=True, text=True)
    figures: Figures = json.loads(done.stdout.splitlines()[-1])
    return figures


def child(adapters: Mapping[Role, Path], copies: int) -> None:
    """Runs in the fresh process: load, write a turn with each model, print the figures."""
    files = default_files()
    before = _resident()
    models = [load(files, adapters) for _ in range(copies)]
    for model in models:
        write(model, question_run(model, QUESTIONS[0]), Role.PLANNER)
    figures = {
        "parameters": sum(map(parameter_bytes, models)),
        "resident": _resident(),
        "grown": _resident() - before,
    }
    print(json.dumps(figures))


def _resident() -> int:
    return int(psutil.Process().memory_info().rss)


def parameter_bytes(model: LocalModel) -> int:
    """Bytes of the weights, each tensor counted once."""
    return sum(parameter.nbytes for parameter in model._backbone.parameters())


def report(title: str, sides: Mapping[str, Figures]) -> None:
    """Each side in megabytes and as a multiple of the first."""
    base = next(iter(sides.values()))
    keys = ("parameters", "resident", "grown")
    header = ("", *(cell for key in keys for cell in (f"{key} (MB)", "ratio")))
    rows = [
        (name, *(cell for key in keys for cell in (f"{own[key] / 1e6:.0f}", f"{own[key] / base[key]:.3f}")))
        for name, own in sides.items()
    ]
    print_table(title, header, rows)


def main() -> None:
    """One fresh process after the other."""
    files: ModelFiles = default_files()
    sides = {"one plain model": measured({}, 1)}
    for rank in RANKS:
        with default_adapters(files, rank) as adapters:
            sides[f"backbone, three adapters of rank {rank}"] = measured(adapters, 1)
    sides["three plain models"] = measured({}, 3)
    report(f"Memory of {files.name}; grown: resident since before loading", sides)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        child({Role(role): Path(path) for role, path in json.loads(sys.argv[1]).items()}, int(sys.argv[2]))
    else:
        main()
