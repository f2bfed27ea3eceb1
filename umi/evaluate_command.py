"""The command ``python -m umi evaluate``."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict
from functools import partial
from pathlib import Path
from threading import Event

from umi.cases import score_lines
from umi.errors import InputError
from umi.evaluate import Evaluation, Planned, planned_steps
from umi.evaluate import evaluate as evaluate_steps
from umi.formats import read
from umi.live import Solver, check_writable, evaluate_live, read_results
from umi.live_report import as_json, lines, report
from umi.options import add_model_options, count, load_chosen
from umi.prompts import compact_json
from umi.questions import read_questions
from umi.side_by_side import BothModel, solve_side_by_side
from umi.terminal import progress, progress_done
from umi.tools.travel import travel_tools
from umi.verdict import Result


def add_evaluate(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument(
        "files",
        type=Path,
        nargs="*",
        metavar="FILE",
        help="trajectories whose steps are predicted one by one: our own, ToolBench's or alpha-UMi's",
    )
    parser.add_argument("--free", action="store_true", help="let every role write without its grammar")
    parser.add_argument(
        "--skip-bad", action="store_true", help="leave out rows that cannot be used, and name them"
    )
    parser.add_argument(
        "--live", type=Path, metavar="QUESTIONS", help="JSONL of questions to solve with the real tools"
    )
    parser.add_argument("--out", type=Path, help="JSONL of results, added to as they come; goes on with it")
    parser.add_argument(
        "--at-once",
        type=count,
        default=1,
        metavar="N",
        help="questions on their way at a time: with 12 all are done sooner, each takes longer",
    )
    parser.add_argument("--limit", type=count, metavar="N", help="only the first N trajectories or questions")
    add_model_options(parser)
    parser.add_argument("--json", action="store_true", help="print the figures as one JSON object")
    parser.set_defaults(command=evaluate)


def evaluate(options: argparse.Namespace) -> int:
    """Run the command; returns its exit code."""
    if bool(options.files) == (options.live is not None):
        raise InputError(
            "Name either files of trajectories or questions, as in: python -m umi evaluate FILE.jsonl, "
            "or python -m umi evaluate --live QUESTIONS.jsonl"
        )
    if options.live is None:
        return _evaluate_files(options)
    if options.free or options.skip_bad:
        raise InputError("--free and --skip-bad belong to files of trajectories: leave them out with --live.")
    return _evaluate_live(options)


def _evaluate_files(options: argparse.Namespace) -> int:
    if options.out is not None or options.at_once != 1:
        raise InputError("--out and --at-once belong to --live: leave them out with files of trajectories.")
    steps = _steps(options)
    model = load_chosen(options)
    tell = _step_teller(len(steps))
    try:
        evaluation = evaluate_steps(steps, model, constrained=not options.free, tell=tell)
    finally:
        progress_done()
        model.close()
    print(compact_json(_figures(evaluation)) if options.json else "\n".join(_report(evaluation)))
    return 0


def _steps(options: argparse.Namespace) -> list[Planned]:
    """The steps to predict, known before a model is loaded for them."""
    on_bad = _print_bad if options.skip_bad else None
    trajectories = [trajectory for file in options.files for trajectory in read(file, on_bad)]
    steps = planned_steps(trajectories[: options.limit])
    if not steps:
        raise InputError("There is no step to predict: no planner's step in these files is a target.")
    return steps


def _print_bad(error: InputError) -> None:
    print(f"Left out: {error}", file=sys.stderr)


def _figures(evaluation: Evaluation) -> dict[str, int | float | None]:
    """The published evaluator's names, and what did not fit into the context."""
    return {
        **asdict(evaluation.scores),
        "truncated": evaluation.truncated,
        "too_long": evaluation.too_long,
    }


def _report(evaluation: Evaluation) -> list[str]:
    lines = list(score_lines(evaluation.scores))
    if evaluation.truncated:
        lines.append(f"{evaluation.truncated} turns read a history shortened to the model's context")
    if evaluation.too_long:
        lines.append(f"{evaluation.too_long} turns were not written: their tools alone fill the context")
    return lines


def _evaluate_live(options: argparse.Namespace) -> int:
    questions = read_questions(options.live)[: options.limit]
    if options.out is not None:
        read_results(options.out)
        check_writable(options.out)
    model = load_chosen(options)
    tell, solver = _teller(len(questions)), _solver(model, options.at_once)
    try:
        results = evaluate_live(questions, model, travel_tools(), options.out, tell, solver)
    finally:
        progress_done()
        model.close()
    figures = report(results)
    print(compact_json(as_json(figures)) if options.json else "\n".join(lines(figures)))
    return 0


def _solver(model: BothModel, at_once: int) -> Solver | None:
    """How several questions are solved at a time; None for one after the other."""
    if at_once == 1:
        return None
    return partial(solve_side_by_side, model=model, tools=travel_tools(), at_once=at_once, cancel=Event())


def _step_teller(steps: int) -> Callable[[int, int], None]:
    """Tells how many steps are done; a step is two turns."""
    started = time.monotonic()

    def tell(done: int, total: int) -> None:
        left = _time_left(started, done, total)
        progress(f"{done // 2} of {steps} steps{left}", done / total)

    return tell


def _teller(total: int) -> Callable[[int, Sequence[Result]], None]:
    """Tells how it goes, and how long it will still take at the pace so far."""
    started = time.monotonic()

    def tell(kept: int, results: Sequence[Result]) -> None:
        done = len(results)
        right = sum(result.passed for result in results)
        left = _time_left(started, done - kept, total - kept)
        progress(f"{done} of {total} questions, {right} right{left}", None)

    return tell


def _time_left(started: float, done: int, total: int) -> str:
    """The time that the rest takes at the pace since ``started``, as the end of a sentence."""
    if not done:
        return ""
    seconds = (time.monotonic() - started) / done * (total - done)
    return f", {seconds / 60:.0f} min left" if seconds >= 90 else f", {seconds:.0f} s left"
