"""What constrained decoding costs a token against free decoding, and where the time goes."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from statistics import median
from typing import Any
from unittest.mock import patch

import torch
from common import QUESTIONS, default_files, fixed_steps, load, question_run, write
from report import print_table

from umi.models import local
from umi.models.decode import Constraint
from umi.models.prefix import Line
from umi.schema import Role, Run

REPEATS = 7
CLOCK: defaultdict[str, list[float]] = defaultdict(list)
"""Seconds of every forward, every mask, and everything else in the grammar, of one turn."""


@contextmanager
def noted(what: str) -> Iterator[None]:
    """Notes how long the block took."""
    started = time.perf_counter()
    yield
    CLOCK[what].append(time.perf_counter() - started)


class TimedModel(local.LocalModel):
    """Notes what every forward takes."""

    def _forward(self, ids: list[int], line: Line) -> torch.Tensor:
        with noted("forward"):
            logits = super()._forward(ids, line)
            float(logits[0])  # a GPU is done only when a number is asked for
        return logits


class TimedConstraint(Constraint):
    """Notes what the grammar takes."""

    def __init__(self, *arguments: Any) -> None:
        with noted("opening"):
            super().__init__(*arguments)

    def apply(self, logits: torch.Tensor) -> torch.Tensor:
        with noted("mask"):
            return super().apply(logits)

    def forced(self) -> list[int]:
        with noted("grammar"):
            return super().forced()

    def consume(self, token: int) -> None:
        with noted("grammar"):
            super().consume(token)


@dataclass(frozen=True)
class Turn:
    """Tokens written and forwards made; seconds of the turn, of its forwards and of its grammar."""

    tokens: int
    forwards: int
    seconds: float
    reading: float
    grammar: float
    opening: float


def turn(model: local.LocalModel, run: Run, role: Role) -> Turn:
    """Write one turn of a run whose history has been read already."""
    CLOCK.clear()
    written = write(model, run, role)
    grammar = sum(CLOCK["mask"]) + sum(CLOCK["grammar"])
    return Turn(
        len(written.tokens),
        len(CLOCK["forward"]),
        written.seconds,
        sum(CLOCK["forward"]),
        grammar,
        sum(CLOCK["opening"]),
    )


def main() -> None:
    """Free and constrained in turn, on the same prompts, so that the machine's load falls on both."""
    turns: defaultdict[tuple[Role, bool], list[Turn]] = defaultdict(list)
    timed = patch.object(local, "Constraint", TimedConstraint)
    with timed, closing(load(default_files(), {}, kind=TimedModel)) as model:
        for repeat in range(REPEATS + 1):
            for role, constrained in ((role, constrained) for role in Role for constrained in (False, True)):
                one = turn(model, prompt(model, role, constrained), role)
                if repeat:  # the first reads the history
                    turns[role, constrained].append(one)
    report(turns)


def prompt(model: local.LocalModel, role: Role, constrained: bool) -> Run:
    """The run up to where this role goes on for the last time."""
    steps = fixed_steps()
    last = max(index for index, step in enumerate(steps) if step.role is role)
    run = question_run(model, QUESTIONS[0], constrained=constrained)
    return run.model_copy(update={"steps": steps[:last]})


def report(turns: dict[tuple[Role, bool], list[Turn]]) -> None:
    """One line for each role and way."""
    rows = []
    for (role, constrained), own in turns.items():
        free = per_token(turns[role, False])
        rows.append((f"{role}, {'constrained' if constrained else 'free'}", *cells(own, free)))
    header = ("", "tokens", "forwards", "ms a token", "of free", "ms a forward")
    grammar = ("ms in the grammar a forward", "of the forward", "ms to open the grammar")
    print_table("Constrained against free", (*header, *grammar), rows)


def per_token(turns: list[Turn]) -> float:
    """Milliseconds of a written token, median over the turns."""
    return median(turn.seconds / turn.tokens for turn in turns) * 1e3


def cells(turns: list[Turn], free: float) -> tuple[str, ...]:
    """The figures of one line."""
    forward = median(turn.reading / turn.forwards for turn in turns) * 1e3
    grammar = median(turn.grammar / turn.forwards for turn in turns) * 1e3
    opening = median(turn.opening for turn in turns) * 1e3
    return (
        f"{turns[0].tokens}",
        f"{turns[0].forwards}",
        f"{per_token(turns):.1f}",
        f"{per_token(turns) / free:.2f}",
        f"{forward:.1f}",
        f"{grammar:.3f}",
        f"{grammar / forward:.2%}",
        f"{opening:.1f}",
    )


if __name__ == "__main__":
    main()
