"""Import and export: rows a second of each format, and the memory that importing a large file takes.

Run: ``python benchmarks/review_exchange.py [--runs 1000] [--megabytes 200]``, on SQLite. The runs are
reviewed ones of ten steps, of which the last is corrected and the others accepted: ten rows of a format
of steps, one of a format of whole runs. What was exported is imported into an empty record.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from report import print_table
from review_common import desk_of, flight_run

from annotate.export import FORMATS, export
from annotate.imports import import_file
from annotate.lessons import Lessons, Wanted
from annotate.store import Store
from umi.schema import Decision, Run, Step

WHO = "Ada"
OBSERVATIONS = {"short": 1_000, "long": 500_000}
"""Characters of an observation in the large files; a row has four of them."""
NUMBER = "NUMBER"
"""Stands in the large file's template for what tells its rows apart."""

Json = dict[str, Any]


@contextmanager
def empty_store() -> Iterator[Store]:
    """A new record."""
    with TemporaryDirectory() as folder, closing(Store.open(f"sqlite:///{folder}/umi.db")) as store:
        yield store


def review(store: Store, runs: int) -> None:
    """Record so many runs, correct the answer of each and accept all before it."""
    desk = desk_of(store)
    who = desk.people.welcome(WHO)
    for number in range(runs):
        run = flight_run(number)
        store.start_run(run)
        desk.save(run.id, run.steps[-1].id, who, 0, {"answer": f"{run.answer} Have a good trip!"})
        desk.reviews.finish(run.id, who.name)


def exchanged(store: Store, folder: Path, form: str) -> list[object]:
    """A row of the table: the format exported, and imported where nothing is."""
    path = folder / f"{form}.jsonl"
    # Only a correction has something that it is better than.
    wanted = Wanted(kinds=("corrected",)) if form == "preference" else Wanted()
    started = time.perf_counter()
    rows = export(Lessons(store), wanted, form, path).rows
    return [form, f"{rows / (time.perf_counter() - started):.0f}", *imported(path, rows)]


def imported(path: Path, rows: int) -> list[object]:
    """Rows, their size and how many were imported a second; all of them must come in."""
    with empty_store() as other:
        started = time.perf_counter()
        done = import_file(other, path)
        seconds = time.perf_counter() - started
    if done.bad or not done.new:
        sys.exit(f"{path.name}: {done.new} of {rows} rows were imported ({done.bad[:1]}).")
    return [f"{rows / seconds:.0f}", f"{rows:,}", f"{path.stat().st_size / rows / 1000:.1f}"]


def toolbench_row(run: Run) -> Json:
    """The run as ToolBench has it, for which there is no export."""
    functions = [
        {"name": tool.name, "description": tool.description, "parameters": tool.parameters}
        for tool in run.tools
    ]
    messages = [{"role": "user", "content": run.question}, *_turns(run.steps)]
    return {"id": run.id, "query": run.question, "functions": functions, "messages": messages}


def _turns(steps: tuple[Step, ...]) -> Iterator[Json]:
    for planner, step in zip(steps[::2], steps[1::2], strict=True):
        if planner.decision is Decision.SUMMARIZER:
            given = {"return_type": "give_answer", "final_answer": step.answer}
            yield _turn(planner, "Finish", given)
        elif step.call is not None and step.observation is not None:
            yield _turn(planner, step.call.name, step.call.arguments)
            yield {"role": "function", "name": step.call.name, "content": step.observation.content}


def _turn(planner: Step, name: str, arguments: Json) -> Json:
    call = {"name": name, "arguments": json.dumps(arguments)}
    return {"role": "assistant", "content": planner.rationale, "function_call": call}


def rates(runs: int) -> list[list[object]]:
    """A row for each format."""
    with TemporaryDirectory() as name, empty_store() as store:
        folder = Path(name)
        review(store, runs)
        rows = [exchanged(store, folder, form) for form in FORMATS]
        path = folder / "toolbench.jsonl"
        path.write_text("".join(json.dumps(toolbench_row(flight_run(at))) + "\n" for at in range(runs)))
        return [*rows, ["toolbench", "-", *imported(path, runs)]]


def write_large(path: Path, megabytes: float, row: str) -> None:
    """Copies of the row, each with a number of its own; one JSON array or JSONL by the file's name."""
    opening, between, end = ("[", ",\n", "]") if path.suffix == ".json" else ("", "\n", "\n")
    with path.open("w") as file:
        file.write(opening)
        for number in range(max(2, int(megabytes * 1e6 / len(row)))):
            file.write((between if number else "") + row.replace(NUMBER, str(number)))
        file.write(end)


def row_of(observation: int) -> str:
    """A trajectory with observations of so many characters."""
    run = flight_run(0)
    row = run.model_dump(mode="json", include={"id", "tools", "system", "steps"})
    for step in row["steps"]:
        if step["observation"] is not None:
            step["observation"]["content"] = "word " * (observation // 5)
    return json.dumps(row | {"question": f"How long is the trip {NUMBER}?"})


def memory(megabytes: float) -> list[list[object]]:
    """A row for each large file: a tenth of the size, all of it, as one array, and with longer rows."""
    files = [
        ("JSONL", megabytes / 10, "short", "tenth.jsonl"),
        ("JSONL", megabytes, "short", "all.jsonl"),
        ("one JSON array", megabytes, "short", "array.json"),
        ("JSONL, long rows", megabytes, "long", "long.jsonl"),
    ]
    return [_large(*file) for file in files]


def _large(kind: str, megabytes: float, observations: str, name: str) -> list[object]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        row = row_of(OBSERVATIONS[observations])
        write_large(path, megabytes, row)
        found = in_process(path)
    rate = megabytes / found["seconds"]
    cells = f"{megabytes:.0f}", f"{len(row) / 1000:.0f}", f"{found['rows']:,}", f"{rate:.1f}"
    return [kind, *cells, _mb(found["before"]), _mb(found["peak"])]


def in_process(path: Path) -> Json:
    """Peak memory and time of importing the file, in a process that does nothing else."""
    command = [sys.executable, __file__, "--import", str(path)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    figures: Json = json.loads(done.stdout)
    return figures


def child(path: Path) -> None:
    """Runs in that process."""
    before = _peak()
    with empty_store() as store:
        started = time.perf_counter()
        done = import_file(store, path)
        seconds = time.perf_counter() - started
    print(json.dumps({"rows": done.new, "seconds": seconds, "before": before, "peak": _peak()}))


def _peak() -> int:
    """Bytes resident at most until now."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024


def _mb(size: int) -> str:
    return f"{size / 1e6:.0f}"


def main() -> None:
    """Memory first: a process counts what its parent had taken when it was started."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=1000)
    parser.add_argument("--megabytes", type=float, default=200, help="size of the large files (default: 200)")
    parser.add_argument("--import", type=Path, dest="file", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.file:
        return child(options.file)
    header = ("large files", "MB", "kB a row", "rows", "MB/s", "peak before (MB)", "peak (MB)")
    print_table("Memory of an import", header, memory(options.megabytes))
    columns = ("format", "exported rows/s", "imported rows/s", "rows", "kB a row")
    print_table(f"{options.runs:,} reviewed runs", columns, rates(options.runs))
    return None


if __name__ == "__main__":
    main()
