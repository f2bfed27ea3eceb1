"""Global-to-local progressive fine-tuning, and the paper's other systems as recipes of the same stages.

Paper: "Small LLMs Are Weak Tool Learners" (arXiv 2401.07324), section 3.2 and Table 1. The global
stage learns every role's turns on whole trajectories; as all roles share one append-only sequence,
one pass reads a trajectory once. The local stage learns one adapter per role over that backbone.
"""

from __future__ import annotations

import json
from collections.abc import Sequence as List
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from threading import Event
from typing import Literal

from training.data import encode
from training.settings import AdapterType, Settings
from training.stage import Data, Stage, train_stage
from umi.models.backbone import load_backbone
from umi.models.device import Device
from umi.models.files import ModelFiles, Progress
from umi.models.manifest import MANIFEST
from umi.schema import Role
from umi.trajectory import Trajectory

Recipe = Literal["glpft", "single-llm", "single-llm-multi-task", "multi-llm-one-stage"]
VOICE = "assistant"
"""The name under which the paper's Single-LLM speaks in every role."""


@dataclass(frozen=True)
class Plan:
    """What to train. Systems of one stage train it as long as GLPFT trains both: the budget is the same.

    ``reuse`` lets the local stage learn from the questions of the global one; without it
    each stage has its own half of the questions (paper, section 4.3).
    """

    recipe: Recipe
    reuse: bool
    adapter_type: AdapterType
    backbone: Settings
    roles: Settings

    @property
    def voice(self) -> str | None:
        """One name for all roles where one model learns them undivided."""
        return VOICE if self.recipe == "single-llm" else None

    @property
    def backbone_stage(self) -> Stage | None:
        """The stage on whole trajectories, if the recipe has one."""
        if self.recipe == "multi-llm-one-stage":
            return None
        alone = self.recipe != "glpft"
        epochs = self.backbone.epochs + (self.roles.epochs if alone else 0)
        return Stage("backbone", tuple(Role), "lora", replace(self.backbone, epochs=epochs))

    @property
    def role_stages(self) -> tuple[Stage, ...]:
        """The stages of one role each, if the recipe has them."""
        if self.recipe in ("single-llm", "single-llm-multi-task"):
            return ()
        alone = self.recipe == "multi-llm-one-stage"
        epochs = self.roles.epochs + (self.backbone.epochs if alone else 0)
        return tuple(
            Stage(role.value, (role,), self.adapter_type, replace(self.roles, epochs=epochs)) for role in Role
        )


@dataclass(frozen=True)
class Corpus:
    """Trajectories to learn from and to measure on, and the files (name, SHA-256) they came from."""

    train: List[Trajectory]
    valid: List[Trajectory]
    files: tuple[tuple[str, str], ...]


def glpft(
    plan: Plan, corpus: Corpus, files: ModelFiles, device: Device, out: Path, progress: Progress, stop: Event
) -> None:
    """Train every stage of the plan into ``out``, which ``--adapters`` then loads; finished ones are kept.

    Raises:
        TrainingError: see ``train_stage``.
    """
    first, second = _shares(plan, corpus)
    adapter = None
    if plan.backbone_stage is not None:
        adapter = _train(plan, plan.backbone_stage, first, (files, device, None), out, progress, stop)
    for stage in plan.role_stages:
        _train(plan, stage, second, (files, device, adapter), out, progress, stop)
    about = {"recipe": plan.recipe, "reuse": plan.reuse, "voice": plan.voice}
    (out / MANIFEST).write_text(json.dumps(about, indent=1) + "\n", encoding="utf-8")


def _train(
    plan: Plan,
    stage: Stage,
    corpus: Corpus,
    base: tuple[ModelFiles, Device, Path | None],
    out: Path,
    progress: Progress,
    stop: Event,
) -> Path:
    """One stage on a model of its own: the memory of the one before is free again."""
    progress(f"Loading the model for the stage {stage.name}", None)
    backbone = load_backbone(*base, plan.voice)
    train, valid = (
        [encode(trajectory, backbone.vocabulary) for trajectory in part]
        for part in (corpus.train, corpus.valid)
    )
    return train_stage(stage, Data(train, valid, corpus.files), backbone, out, progress, stop)


def _shares(plan: Plan, corpus: Corpus) -> tuple[Corpus, Corpus]:
    """What the global and the local stage learn from."""
    if plan.reuse or plan.recipe != "glpft":
        return corpus, corpus
    one, other = split_questions(corpus.train, 0.5, plan.backbone.seed)
    return replace(corpus, train=one), replace(corpus, train=other)


def split_questions(
    trajectories: List[Trajectory], share: float, seed: int
) -> tuple[list[Trajectory], list[Trajectory]]:
    """Two parts, the second with about ``share`` of the questions; no question stands in both."""
    questions = list(dict.fromkeys(trajectory.question for trajectory in trajectories))
    chosen = set(Random(seed).sample(questions, round(share * len(questions))))
    first = [trajectory for trajectory in trajectories if trajectory.question not in chosen]
    second = [trajectory for trajectory in trajectories if trajectory.question in chosen]
    return first, second
