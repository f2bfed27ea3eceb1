"""One backbone with shared prefix and three adapters, against three models that each read everything."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from common import QUESTIONS, default_adapters, default_files, fixed_steps, load, question_run, write
from report import print_table

from umi.models.files import ModelFiles
from umi.models.local import LocalModel
from umi.schema import Role

REPEATS = 3
Models = Mapping[Role, LocalModel]


@dataclass(frozen=True)
class Pass:
    """One run of five steps: tokens read by the model, seconds in all, and the ids that were written."""

    read: int
    seconds: float
    written: tuple[tuple[int, ...], ...]


def follow(models: Models, question: str) -> Pass:
    """Let each role write its turn after the fixed steps before it."""
    run = question_run(models[Role.PLANNER], question)
    run = run.model_copy(update={"models": run.models.model_copy(update={"adapters": NAMES})})
    turns = []
    started = time.perf_counter()
    for step in fixed_steps():
        turns.append(write(models[step.role], run, step.role))
        run = run.with_step(step)
    return Pass(
        read=sum(turn.prompt_tokens - turn.cached_tokens for turn in turns),
        seconds=time.perf_counter() - started,
        written=tuple(tuple(token.id for token in turn.tokens) for turn in turns),
    )


NAMES = {role: role.value for role in Role}


@contextmanager
def one_backbone(files: ModelFiles, adapters: Mapping[Role, Path]) -> Iterator[Models]:
    """The product: every role on the same model."""
    with closing(load(files, adapters)) as model:
        yield dict.fromkeys(Role, model)


@contextmanager
def three_models(
    files: ModelFiles, adapters: Mapping[Role, Path], *, share: bool = False
) -> Iterator[Models]:
    """A model of its own for every role; with ``share`` each keeps what it has read itself."""
    models = {role: load(files, {role: adapters[role]}, share=share) for role in Role}
    yield models
    for model in models.values():
        model.close()


def first_and_second(models: Models) -> tuple[Pass, Pass]:
    """A cold run, then one of another question on the same models."""
    return follow(models, QUESTIONS[0]), follow(models, QUESTIONS[1])


def main() -> None:
    """Measure all sides in turn, so that the machine's load falls on all of them."""
    files = default_files()
    with default_adapters(files) as adapters:
        sides: dict[str, Callable[[], AbstractContextManager[Models]]] = {
            "three models, each reads everything": lambda: three_models(files, adapters),
            "three models, each keeps its own prefix": lambda: three_models(files, adapters, share=True),
            "one backbone, shared prefix, three adapters": lambda: one_backbone(files, adapters),
        }
        with three_models(files, adapters) as models:
            follow(models, QUESTIONS[0])  # the first forwards of a process are slower
        passes: dict[str, list[tuple[Pass, Pass]]] = {name: [] for name in sides}
        for _ in range(REPEATS):
            for name, side in sides.items():
                with side() as models:
                    passes[name].append(first_and_second(models))
    report(passes)


def report(passes: Mapping[str, list[tuple[Pass, Pass]]]) -> None:
    """One table for the cold run, one for the run after it."""
    for index, title in enumerate(("First run, cold", "Second run, another question")):
        runs = {name: [pair[index] for pair in pairs] for name, pairs in passes.items()}
        base = next(iter(runs.values()))
        rows = [row(name, own, base) for name, own in runs.items()]
        header = ("five steps", "tokens read", "of the first", "seconds", "of the first", "same output")
        print_table(title, header, rows)


def row(name: str, own: list[Pass], base: list[Pass]) -> tuple[object, ...]:
    """Tokens read and the median of the seconds, and what they are of the first side's."""
    seconds, whole = median(one.seconds for one in own), median(one.seconds for one in base)
    same = all(one.written == base[0].written for one in own)
    return (
        name,
        own[0].read,
        f"{own[0].read / base[0].read:.3f}",
        f"{seconds:.1f}",
        f"{seconds / whole:.2f}",
        "yes" if same else "no",
    )


if __name__ == "__main__":
    main()
