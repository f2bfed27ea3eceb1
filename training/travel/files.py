"""The expert's questions as files: to learn from, to measure the loss on, and to ask live."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import chain, islice
from pathlib import Path

from training.travel.expert import Solution, solutions
from umi.errors import InputError
from umi.models.files import Progress


def write_files(
    out: Path, train: int, openings: int, valid: int, questions: int, seed: int, progress: Progress
) -> None:
    """``train.jsonl`` and ``valid.jsonl`` (trajectories), ``heldout.jsonl`` (live questions).

    Valid and held-out ones have phrasings and places that no training question has. Behind the
    ``train`` whole trajectories come ``openings``, of which the first planner's and caller's step
    are kept: understanding the question and spelling its names are the hardest part, and cost less
    than half of a whole trajectory to learn.

    Raises:
        InputError: the folder cannot be written.
    """
    learnt, held_out = solutions(seed), solutions(seed, dev=True)
    try:
        out.mkdir(parents=True, exist_ok=True)
        whole, cut = islice(learnt, train), map(Solution.opening, islice(learnt, openings))
        _write(out / "train.jsonl", chain(whole, cut), Solution.trajectory, train + openings, progress)
        _write(out / "valid.jsonl", islice(held_out, valid), Solution.trajectory, valid, progress)
        _write(out / "heldout.jsonl", islice(held_out, questions), Solution.asked, questions, progress)
    except OSError as error:
        raise InputError(
            f"The folder {out} cannot be written ({error.strerror}): name another one."
        ) from error


def _write(
    file: Path, found: Iterable[Solution], line: Callable[[Solution], str], count: int, progress: Progress
) -> None:
    with file.open("w", encoding="utf-8") as stream:
        for number, solution in enumerate(found, 1):
            stream.write(line(solution) + "\n")
            progress(f"Solving questions for {file.name}", number / count)
