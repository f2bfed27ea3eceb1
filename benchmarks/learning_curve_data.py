"""What the learning curve learns from: a weakened set, and the travel expert's corrections of its runs."""

from __future__ import annotations

import json
import shutil
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from threading import Event
from typing import Any

from safetensors import safe_open
from safetensors.torch import load_file, save_file

from training.travel.annotator import accepted_rows, can_annotate, correction
from training.travel.expert import Solution, solutions
from umi.agent import new_run
from umi.models.adapter_set import BACKBONE, SHIPPED
from umi.models.loading import load_model
from umi.models.local import LocalModel
from umi.models.manifest import MANIFEST, WEIGHTS, read_manifest
from umi.questions import Question
from umi.schema import Limits, Role, Run
from umi.side_by_side import solve_side_by_side
from umi.terminal import progress, progress_done
from umi.tools.travel import travel_tools
from umi.verdict import judged

Json = dict[str, Any]

TRAIN_SEED, HELD_OUT_SEED = 901, 902
MOST_STEPS = 6
"""Steps of the questions' solutions: at most two calls, so that the cores go into many questions."""
A_RUN = 4
"""Corrections of one question at most; an annotator loses patience too."""
AT_ONCE = 24
LIMITS = Limits(steps=10)
"""A run that loops is found out sooner."""


def weakened(out: Path, share: float) -> Path:
    """The shipped set with this share of its backbone's LoRA, without role adapters."""
    folder, shipped = out / BACKBONE, SHIPPED / BACKBONE
    if folder.exists():
        return out
    aside = out.with_name(f"{out.name}.part")
    shutil.rmtree(aside, ignore_errors=True)
    (aside / BACKBONE).mkdir(parents=True)
    tensors = load_file(shipped / WEIGHTS)
    scaled = {name: value * share if "lora_B" in name else value for name, value in tensors.items()}
    with safe_open(shipped / WEIGHTS, framework="pt") as file:
        save_file(scaled, aside / BACKBONE / WEIGHTS, metadata=file.metadata())
    shutil.copy(shipped / "adapter_config.json", aside / BACKBONE)
    about = {"base_sha256": read_manifest(shipped)["base_sha256"], "weakened_to": share}
    (aside / BACKBONE / MANIFEST).write_text(json.dumps(about), encoding="utf-8")
    shutil.copy(SHIPPED / MANIFEST, aside)
    aside.rename(out)
    return out


def held_out(file: Path, count: int) -> Path:
    """Questions to measure on, of phrasings, places and families that no correction has."""
    if not file.exists():
        drawn = islice(asked(solutions(HELD_OUT_SEED, dev=True)), count)
        file.write_text("".join(f"{solution.asked()}\n" for solution in drawn), encoding="utf-8")
    return file


def asked(found: Iterator[Solution]) -> Iterator[Solution]:
    """Those of the drawn questions that are asked: short ones whose right steps do not hang on the hour."""
    return (one for one in found if len(one.steps) <= MOST_STEPS and can_annotate(one))


@dataclass
class _Annotated:
    """A question on its way: what was corrected so far."""

    solution: Solution
    corrections: list[Json]


def gathered(file: Path, adapters: Path, wanted: int) -> list[Json]:
    """Annotated questions with at least ``wanted`` corrections together, in the order they got done.

    Each has its ``corrections``, the steps ``accepted`` as the model wrote them, and
    whether it ``passed`` in the end. They are added to the file as they get done; what it holds is kept.
    """
    found = _read(file)
    missing = wanted - sum(len(one["corrections"]) for one in found)
    if missing > 0:
        model = load_model(None, progress, adapters)
        try:
            _gather(file, model, {one["id"] for one in found}, missing)
        finally:
            progress_done()
            model.close()
    return _read(file)


def _read(file: Path) -> list[Json]:
    """The whole lines of the file: the last may be torn."""
    text = file.read_text(encoding="utf-8") if file.exists() else ""
    whole = text[: text.rfind("\n") + 1]
    if whole != text:
        file.write_text(whole, encoding="utf-8")
    return [json.loads(line) for line in whole.splitlines()]


def _gather(file: Path, model: LocalModel, known: set[str], missing: int) -> None:
    under_way: dict[str, _Annotated] = {}
    again: deque[Run] = deque()
    drawn = (one for one in asked(solutions(TRAIN_SEED)) if one.id not in known)

    def runs() -> Iterator[Run]:
        while True:
            if again:
                yield again.popleft()
            else:
                solution = next(drawn)
                run = new_run(solution.question, model, travel_tools(), limits=LIMITS)
                under_way[run.id] = _Annotated(solution, [])
                yield run

    for run in solve_side_by_side(runs(), model, travel_tools(), AT_ONCE, Event()):
        annotated = under_way.pop(run.id)
        resumed = _annotate(annotated, run, model)
        if resumed is not None:
            under_way[resumed.id] = annotated
            again.append(resumed)
            continue
        passed = _passed(annotated.solution, run)
        missing -= len(annotated.corrections)
        _add(file, annotated, accepted_rows(run) if passed and not annotated.corrections else [], passed)
        progress(f"{missing} corrections to go", None)
        if missing <= 0:
            return


def _annotate(annotated: _Annotated, run: Run, model: LocalModel) -> Run | None:
    """The run that goes on behind a correction; None where there is nothing to correct any more."""
    if _passed(annotated.solution, run) or len(annotated.corrections) == A_RUN:
        return None
    found = correction(run, annotated.solution)
    if found is None:
        return None
    annotated.corrections.append(found.row())
    return found.resumed(model)


def _passed(solution: Solution, run: Run) -> bool:
    return judged(Question.model_validate_json(solution.asked()), run).passed


def _add(file: Path, annotated: _Annotated, accepted: list[Json], passed: bool) -> None:
    solution = annotated.solution
    line = {
        "id": solution.id,
        "corrections": annotated.corrections,
        "accepted": accepted,
        "passed": passed,
    }
    with file.open("a", encoding="utf-8") as stream:
        stream.write(json.dumps(line, ensure_ascii=False) + "\n")


@dataclass(frozen=True)
class Lessons:
    """What the roles learn: lines of ``corrections.jsonl``, and accepted steps to mix in."""

    learnt: list[Json]
    accepted: list[Json]

    @property
    def roles(self) -> list[Role]:
        """Those with a step to learn."""
        found = {row["steps"][index]["role"] for row in self.learnt for index in _targets(row)}
        return [role for role in Role if role in found]


def lessons(way: str, annotated: list[Json], count: int) -> Lessons:
    """The first ``count`` corrections, with what was accepted by then or alone; or as many trajectories."""
    if way == "trajectories":
        drawn = islice(asked(solutions(TRAIN_SEED)), count)
        return Lessons([json.loads(solution.trajectory()) for solution in drawn], [])
    corrections: list[Json] = []
    accepted: list[Json] = []
    for one in annotated:
        if len(corrections) < count:
            corrections += one["corrections"]
            accepted += one["accepted"]
    return Lessons(corrections[:count], [] if way == "corrections" else accepted)


def _targets(row: Json) -> Sequence[int]:
    targets: Sequence[int] = row.get("targets") or range(len(row["steps"]))
    return targets


def write_lines(file: Path, lines: Sequence[Json]) -> None:
    """One JSON object a line."""
    file.write_text("".join(f"{json.dumps(line, ensure_ascii=False)}\n" for line in lines), encoding="utf-8")
