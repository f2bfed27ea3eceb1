"""One stage of a recipe: an adapter from data, written whole or not at all, with its manifest."""

from __future__ import annotations

import hashlib
import json
import os
import platform
import shutil
from collections.abc import Collection, Iterable, Iterator, Mapping
from collections.abc import Sequence as List
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from functools import partial
from importlib.metadata import version
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any

import torch

from training.checkpoint import METRICS, Listener, WorkFolder
from training.data import Sequence, of_roles
from training.finetune import Finetuning
from training.fitting import Fit
from training.folding import train_folded
from training.lora import Lora
from training.losses import Loss, ReadTurns, TurnsBehindPrefixes, WholeSequences, read_whole
from training.preferences import BETA, Preferences
from training.prefixes import Prefixes
from training.ranks import Ranks
from training.settings import AdapterType, Settings
from umi.errors import TrainingError
from umi.models.backbone import Backbone
from umi.models.files import Progress, sha256_of
from umi.models.manifest import MANIFEST, WEIGHTS, read_manifest, require_base
from umi.schema import Role

if TYPE_CHECKING:
    from training.trl_stage import TrlFinetuning


@dataclass(frozen=True)
class Stage:
    """What one adapter learns: the turns of these roles, as a plain or an activated LoRA.

    ``start`` is an adapter's folder to go on from. With ``preferences`` it learns which of two turns is the
    better one (``training.preferences``).
    """

    name: str
    roles: tuple[Role, ...]
    adapter_type: AdapterType
    settings: Settings
    start: Path | None = None
    preferences: bool = False


@dataclass(frozen=True)
class Data:
    """Encoded trajectories, the files they came from (name and SHA-256), and what did not fit.

    ``about`` joins the manifest: where this data came from, beyond its files.
    """

    train: List[Sequence]
    valid: List[Sequence]
    files: tuple[tuple[str, str], ...]
    fit: Fit | None = None
    about: Mapping[str, Any] = field(default_factory=dict)

    @property
    def fingerprint(self) -> str:
        """SHA-256 over everything that is learnt and measured on, in its order."""
        digest = hashlib.sha256()
        for sequence in (*self.train, None, *self.valid):
            digest.update(repr(sequence and (sequence.id, sequence.ids, sequence.targets)).encode())
            if sequence and sequence.rejected:
                digest.update(repr(sequence.rejected).encode())
        return digest.hexdigest()


def train_stage(
    stage: Stage,
    data: Data,
    backbone: Backbone,
    out: Path,
    progress: Progress,
    stop: Event,
    listener: Listener | None = None,
) -> Path:
    """The folder of the stage's adapter, trained now unless it was before.

    ``listener`` hears of every measurement.

    Raises:
        TrainingError: the training cannot go on (see ``Finetuning.run``), or ``out`` holds
            another training's adapter under this name.
    """
    folder = out / stage.name
    if stage.start:
        require_base(stage.start, backbone.files.sha256, backbone.adapter_sha256)
    mine = replace(data, train=of_roles(data.train, stage.roles), valid=of_roles(data.valid, stage.roles))
    require_turns(stage.roles, (target.role for sequence in mine.train for target in sequence.targets))
    facts = _identity(stage, mine, backbone)
    if folder.is_dir():
        require_base(folder, backbone.files.sha256, backbone.adapter_sha256)
        _require_same(folder, facts["fingerprint"])
        # Left by a kill between the adapter's taking its name and this very removal.
        shutil.rmtree(out / f"{stage.name}.training", ignore_errors=True)
        return folder
    work = WorkFolder(out / f"{stage.name}.training", facts["fingerprint"], listener)
    ranks = Ranks(backbone.model.device)
    lora = Lora(backbone.model, stage.settings.rank, stage.settings.alpha, stage.settings.seed, stage.start)
    result = _finetuning(stage, backbone, lora, mine, work, ranks).run(progress, stop)
    if ranks.first:
        invocation = backbone.vocabulary.invocation(stage.roles[0]) if stage.adapter_type == "alora" else None
        _write(folder, work, lora, invocation, {**facts, **result, **_origin(stage, mine, backbone)})
    ranks.wait()
    lora.remove()
    return folder


def _finetuning(
    stage: Stage, backbone: Backbone, lora: Lora, data: Data, work: WorkFolder, ranks: Ranks
) -> Finetuning | TrlFinetuning:
    """TRL trains a single role's plain LoRA: rows have nothing in common there that could be read once."""
    given = (data.train, data.valid, stage.settings, work, ranks)
    if stage.adapter_type == "lora" and len(stage.roles) == 1 and not stage.preferences:
        from training.trl_stage import TrlFinetuning

        return TrlFinetuning(lora, backbone, *given)
    return Finetuning(lora, _loss(stage, lora, data), *given)


def _loss(stage: Stage, lora: Lora, data: Data) -> Loss[Any]:
    if stage.preferences:
        sequences = (*data.train, *data.valid)
        return Preferences(_read_turns(stage, lora), sequences, stage.settings.batch_tokens)
    if stage.adapter_type == "alora":
        return _behind_prefixes(stage, lora)
    train_folded(lora.model)
    return WholeSequences(lora.model)


def _read_turns(stage: Stage, lora: Lora) -> ReadTurns:
    if stage.adapter_type == "alora":
        return _behind_prefixes(stage, lora).read
    train_folded(lora.model)
    return partial(read_whole, lora.model)


def _behind_prefixes(stage: Stage, lora: Lora) -> TurnsBehindPrefixes:
    return TurnsBehindPrefixes(lora.model, Prefixes(lora.model, stage.settings.cache_bytes), lora.off)


def require_turns(roles: Collection[Role], learnt: Iterable[Role]) -> None:
    """Checks that one of the roles is among those whose turns are learnt.

    Raises:
        TrainingError: none is.
    """
    if not {*roles} & {*learnt}:
        raise TrainingError(
            f"No trajectory of the data has a turn of the {' or '.join(roles)} to learn: add some."
        )


def _identity(stage: Stage, data: Data, backbone: Backbone) -> dict[str, Any]:
    """What decides the weights; ``fingerprint`` is the hash of it all."""
    facts = {
        "roles": list(stage.roles),
        "adapter_type": stage.adapter_type,
        "base": backbone.files.name,
        "base_sha256": backbone.files.sha256,
        "backbone_sha256": backbone.adapter_sha256,
        "turn_format": backbone.vocabulary.turn_format.model_dump(),
        "data_sha256": data.fingerprint,
        "settings": stage.settings.deciding(),
        **({"preferences": BETA} if stage.preferences else {}),
        **({"start_sha256": sha256_of(stage.start / WEIGHTS)} if stage.start else {}),
    }
    return {**facts, "fingerprint": hashlib.sha256(json.dumps(facts, sort_keys=True).encode()).hexdigest()}


def _origin(stage: Stage, data: Data, backbone: Backbone) -> dict[str, Any]:
    """Where the weights came from, for people and for tracing."""
    packages = ("torch", "transformers", "peft", "accelerate", "trl", "umi-studio")
    return {
        **data.about,
        "settings": stage.settings.as_json(),
        "data": [{"file": name, "sha256": sha256} for name, sha256 in data.files],
        "fit": asdict(data.fit) if data.fit else None,
        "train_ids": [sequence.id for sequence in data.train],
        "valid_ids": [sequence.id for sequence in data.valid],
        "device": backbone.device.label,
        "threads": torch.get_num_threads(),
        "machine": platform.machine(),
        "versions": {"python": platform.python_version(), **{name: _version(name) for name in packages}},
        "finished_at": datetime.now(UTC).isoformat(timespec="seconds"),
    }


def _version(package: str) -> str:
    try:
        return version(package)
    except ModuleNotFoundError:
        return "unknown"


def _require_same(folder: Path, fingerprint: str) -> None:
    if read_manifest(folder).get("fingerprint") != fingerprint:
        raise TrainingError(
            f"{folder} holds an adapter of other data or settings: choose another --out or move it away."
        )


def _write(
    folder: Path, work: WorkFolder, lora: Lora, invocation: list[int] | None, manifest: dict[str, Any]
) -> None:
    """Everything into a folder aside, which then takes its name in one step."""
    with work.disk(), _aside(folder) as aside:
        lora.save(aside, invocation, manifest["base"])
        shutil.copyfile(work.path / METRICS, aside / METRICS)
        text = json.dumps({**manifest, "sha256": sha256_of(aside / WEIGHTS)}, indent=1, ensure_ascii=False)
        with (aside / MANIFEST).open("w", encoding="utf-8") as file:
            file.write(text + "\n")
            file.flush()
            os.fsync(file.fileno())
    shutil.rmtree(work.path, ignore_errors=True)


@contextmanager
def _aside(folder: Path) -> Iterator[Path]:
    """A new folder that becomes ``folder`` once it is filled, and is gone if that fails."""
    aside = folder.with_name(f"{folder.name}.part")
    shutil.rmtree(aside, ignore_errors=True)
    try:
        aside.mkdir(parents=True)
        yield aside
        aside.rename(folder)
    except BaseException:
        shutil.rmtree(aside, ignore_errors=True)
        raise
