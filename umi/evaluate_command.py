"""The command ``python -m umi evaluate``."""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from umi.errors import InputError
from umi.live import check_writable, evaluate_live, read_results
from umi.live_report import as_json, lines, report
from umi.prompts import compact_json
from umi.questions import read_questions
from umi.terminal import progress, progress_done
from umi.tools.travel import travel_tools
from umi.verdict import Result

if TYPE_CHECKING:
    from umi.models.local import LocalModel


def add_evaluate(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument(
        "--live", type=Path, metavar="QUESTIONS", help="JSONL of questions to solve with the real tools"
    )
    parser.add_argument("--out", type=Path, help="JSONL of results, added to as they come; goes on with it")
    parser.add_argument("--limit", type=_count, metavar="N", help="only the first N")
    parser.add_argument("--model", help="hub id, folder or GGUF file (default: the default model)")
    parser.add_argument(
        "--adapters", type=Path, help="folder with an adapter folder per role: planner, caller, summarizer"
    )
    parser.add_argument("--json", action="store_true", help="print the figures as one JSON object")
    parser.set_defaults(command=evaluate)


def evaluate(options: argparse.Namespace) -> int:
    """Run the command; returns its exit code."""
    if options.live is None:
        raise InputError("Name what to evaluate, as in: python -m umi evaluate --live QUESTIONS.jsonl")
    return _evaluate_live(options)


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"give a whole number from 1 on, not {text}")
    return int(text)


def _evaluate_live(options: argparse.Namespace) -> int:
    questions = read_questions(options.live)[: options.limit]
    if options.out is not None:
        read_results(options.out)
        check_writable(options.out)
    model = _model(options)
    try:
        results = evaluate_live(questions, model, travel_tools(), options.out, _teller(len(questions)))
    finally:
        progress_done()
        model.close()
    figures = report(results)
    print(compact_json(as_json(figures)) if options.json else "\n".join(lines(figures)))
    return 0


def _model(options: argparse.Namespace) -> LocalModel:
    from umi.models.loading import load_with_adapters

    try:
        return load_with_adapters(options.model, options.adapters, progress)
    finally:
        progress_done()


def _teller(total: int) -> Callable[[int, Sequence[Result]], None]:
    """Tells how it goes, and how long it will still take at the pace so far."""
    started = time.monotonic()

    def tell(kept: int, results: Sequence[Result]) -> None:
        done = len(results)
        right = sum(result.passed for result in results)
        left = ""
        if done > kept:
            seconds = (time.monotonic() - started) / (done - kept) * (total - done)
            left = f", {seconds / 60:.0f} min left" if seconds >= 90 else f", {seconds:.0f} s left"
        progress(f"{done} of {total} questions, {right} right{left}", None)

    return tell
