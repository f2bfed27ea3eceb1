"""Global-to-local progressive fine-tuning, and the paper's other systems as recipes of the same stages.

Paper: "Small LLMs Are Weak Tool Learners" (arXiv 2401.07324), section 3.2 and Table 1. The global
stage learns every role's turns on whole trajectories; as all roles share one append-only sequence,
one pass reads a trajectory once. The local stage learns one adapter per role over that backbone.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Event
from typing import Literal

from training.attention import use_tiled_attention
from training.checkpoint import require_writable, write_whole
from training.copies import only_copies
from training.corpus import Corpus, split_questions
from training.errors import Stopped
from training.fitting import fitted, measure_fit
from training.lora import read_config
from training.memory import enough_memory
from training.processes import is_first
from training.settings import AdapterType, Settings
from training.stage import Data, Stage, require_turns, train_stage
from umi.models.adapter_set import BACKBONE
from umi.models.backbone import Backbone, load_backbone
from umi.models.device import Device
from umi.models.files import ModelFiles, Progress
from umi.models.loading import require_memory, silence_transformers
from umi.models.manifest import MANIFEST
from umi.schema import Role

Recipe = Literal["glpft", "single-llm", "single-llm-multi-task", "multi-llm-one-stage"]
VOICE = "assistant"
"""The name under which the paper's Single-LLM speaks in every role."""


@dataclass(frozen=True)
class Plan:
    """What to train. Systems of one stage train it as long as GLPFT trains both, at the backbone's rate.

    ``reuse`` lets the local stage learn from the questions of the global one; without it
    each stage has its own half of the questions (paper, section 4.3). With ``start``, a set trained
    before, the backbone goes on from its one.
    """

    recipe: Recipe
    reuse: bool
    adapter_type: AdapterType
    backbone: Settings
    roles: Settings
    start: Path | None = None

    @property
    def voice(self) -> str | None:
        """One name for all roles where one model learns them undivided."""
        return VOICE if self.recipe == "single-llm" else None

    @property
    def backbone_stage(self) -> Stage | None:
        """The stage on whole trajectories, if the recipe has one; ``start`` says its rank.

        Raises:
            ModelError: ``start`` has no backbone.
        """
        if self.recipe == "multi-llm-one-stage":
            return None
        alone = self.recipe != "glpft"
        epochs = self.backbone.epochs + (self.roles.epochs if alone else 0)
        settings = replace(self.backbone, epochs=epochs)
        if self.start is None:
            return Stage("backbone", tuple(Role), "lora", settings)
        config = read_config(self.start / BACKBONE)
        settings = replace(settings, rank=config.r, alpha=config.lora_alpha)
        return Stage("backbone", tuple(Role), "lora", settings, self.start / BACKBONE)

    @property
    def role_stages(self) -> tuple[Stage, ...]:
        """The stages of one role each, if the recipe has them."""
        if self.recipe in ("single-llm", "single-llm-multi-task"):
            return ()
        settings = self.roles
        if self.recipe == "multi-llm-one-stage":
            # Its roles start where a backbone does: from nothing, at a backbone's rate.
            epochs, rate = settings.epochs + self.backbone.epochs, self.backbone.learning_rate
            settings = replace(settings, epochs=epochs, learning_rate=rate)
        return tuple(Stage(role.value, (role,), self.adapter_type, settings) for role in Role)


Tell = Callable[[str], None]
"""Called with a sentence that is to stay on the screen."""


def glpft(
    plan: Plan,
    corpus: Corpus,
    base: tuple[ModelFiles, Device],
    out: Path,
    progress: Progress,
    tell: Tell,
    stop: Event,
) -> list[Path]:
    """Train every stage of the plan into ``out``, which ``--adapters`` then loads; finished ones are kept.

    Returns the stages' folders, in their order.

    Raises:
        TrainingError: see ``train_stage``.
        ModelError: the model cannot be loaded.
    """
    require_writable(out)
    first, second = _shares(plan, corpus)
    _require_turns(plan, first, second)
    folders: list[Path] = []
    if plan.backbone_stage is not None:
        folders.append(_train(plan, plan.backbone_stage, first, (*base, None), out, progress, tell, stop))
    backbone = folders[0] if folders else None
    for stage in plan.role_stages:
        folders.append(_train(plan, stage, second, (*base, backbone), out, progress, tell, stop))
    if is_first():
        about = {
            "recipe": plan.recipe,
            "reuse": plan.reuse,
            "voice": plan.voice,
            "copying": only_copies(corpus.train),
        }
        write_whole(out / MANIFEST, json.dumps(about, indent=1) + "\n", "the stages before are kept")
    return folders


def _train(
    plan: Plan,
    stage: Stage,
    corpus: Corpus,
    base: tuple[ModelFiles, Device, Path | None],
    out: Path,
    progress: Progress,
    tell: Tell,
    stop: Event,
) -> Path:
    """One stage on a model of its own: the memory of the one before is free again."""
    if stop.is_set():
        raise Stopped(f"Stopped before the stage {stage.name}: the same command goes on there.")
    progress(f"Loading the model for the stage {stage.name}", None)
    tokens = stage.settings.batch_tokens
    with enough_memory(
        f"Memory ran out with --batch-tokens {tokens}: run the same command with about half of that, it goes "
        "on from its checkpoint, or close other programs."
    ):
        files, device, _ = base
        require_memory(files, device)
        silence_transformers()
        backbone = load_backbone(*base, plan.voice)
        use_tiled_attention(backbone.model)
        data = _encoded(stage, corpus, backbone)
        for sentence in data.fit.sentences() if data.fit else ():
            tell(f"{stage.name}: {sentence}.")
        return train_stage(stage, data, backbone, out, progress, stop)


def _encoded(stage: Stage, corpus: Corpus, backbone: Backbone) -> Data:
    """The corpus as sequences that the model can read and that can be computed at once."""
    context = backbone.model.config.get_text_config().max_position_embeddings
    limit = min(context, stage.settings.batch_tokens)
    train, valid = (
        [fitted(trajectory, backbone.vocabulary, limit) for trajectory in part]
        for part in (corpus.train, corpus.valid)
    )
    learnt, measured = ([one for found in part for one in found.sequences] for part in (train, valid))
    return Data(learnt, measured, corpus.files, measure_fit((*train, *valid), stage.roles, limit))


def _require_turns(plan: Plan, first: Corpus, second: Corpus) -> None:
    """Every stage has something to learn: else the last one would say so after the others' hours."""
    for stage, corpus in ((plan.backbone_stage, first), *((each, second) for each in plan.role_stages)):
        if stage is not None:
            steps = (one.steps[index] for one in corpus.train for index in one.target_indexes)
            require_turns(stage.roles, (step.role for step in steps))


def _shares(plan: Plan, corpus: Corpus) -> tuple[Corpus, Corpus]:
    """What the global and the local stage learn from."""
    if plan.reuse or plan.recipe != "glpft":
        return corpus, corpus
    one, other = split_questions(corpus.train, 0.5, plan.backbone.seed)
    return replace(corpus, train=one), replace(corpus, train=other)
