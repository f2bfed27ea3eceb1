"""One role again: its adapter trained anew on all corrections, from the one that the set began with.

Each training begins with the set's own adapter rather than with the revision in use: corrections are
few and training them takes seconds, while adapters stacked on adapters would forget and drift.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable
from pathlib import Path
from threading import Event

from training.attention import use_tiled_attention
from training.checkpoint import require_writable
from training.errors import Stopped
from training.gate_job import gate_job
from training.lora import read_config
from training.memory import enough_memory
from training.processes import is_first
from training.role_data import encoded, job_rows
from training.role_job import JobFolder, RoleJob
from training.role_status import Status
from training.settings import AdapterType
from training.stage import Stage, train_stage
from umi.errors import Cancelled, TrainingError, UmiError
from umi.models.adapter_set import AdapterSet, adapters_for
from umi.models.backbone import Backbone, load_backbone
from umi.models.catalog import resolve
from umi.models.device import best_device
from umi.models.files import Progress
from umi.models.loading import require_memory, silence_transformers
from umi.schema import Role

_RANK = 16
"""Of a role that has no adapter yet."""


def retrain(
    folder: JobFolder, role: Role, progress: Progress, tell: Callable[[str], None], stop: Event
) -> Path:
    """Do the job of the folder, or what is left of it; returns the adapter's folder.

    ``status.json`` tells how it goes and how it ended. ``tell`` gets sentences that are to stay on the
    screen.

    Raises:
        Stopped: ``stop`` was set; the same call goes on.
        TrainingError: the job cannot be done; the sentence stands in ``status.json`` as well.
        ModelError: its model or its adapters cannot be had.
    """
    require_writable(folder.out)
    status = Status(folder.status)
    try:
        trained = _Retraining(folder, role, status, progress, tell, stop).run()
    except (Stopped, Cancelled, KeyboardInterrupt) as error:
        status.cancelled(str(error) or "Stopped at once: the same command goes on from what it kept.")
        raise
    except UmiError as error:
        status.failed(str(error))
        raise
    except Exception as error:
        traceback.print_exc()
        sentence = f"Training broke over a fault of its own ({type(error).__name__}: {error}): see its log."
        status.failed(sentence)
        raise TrainingError(sentence) from error
    status.done()
    return trained


class _Retraining:
    """The phases of one job."""

    def __init__(
        self,
        folder: JobFolder,
        role: Role,
        status: Status,
        progress: Progress,
        tell: Callable[[str], None],
        stop: Event,
    ) -> None:
        self._folder, self._status, self._stop = folder, status, stop
        self._show, self._tell = progress, tell
        self._job = folder.read()
        if self._job.role is not role:
            raise TrainingError(f"{folder.job} is a job of the {self._job.role}, not of the {role}.")

    def run(self) -> Path:
        """See ``retrain``."""
        with enough_memory(
            f"Memory ran out while the {self._job.role} was trained: close other programs, or take a smaller "
            "model; the same command goes on from its checkpoint."
        ):
            trained = self._train()
            if is_first():
                self._compare(trained)
            return trained

    def _train(self) -> Path:
        with self._status.phase("loading", "Loading the model"):
            rows = job_rows(self._folder, self._job, self._tell)
            adapters, backbone = self._loaded()
            stage = _stage(self._job, adapters, len(rows.corrections) + len(rows.replay))
            context = backbone.model.config.get_text_config().max_position_embeddings
            limit = min(context, stage.settings.batch_tokens)
            data = encoded(rows, self._folder, self._job, backbone.vocabulary, limit, self._tell)
            self._require_going()
        with self._status.phase("training", f"Reading what stands before {len(data.train)} steps"):
            given = (stage, data, backbone, self._folder.out)
            return train_stage(*given, self._progress, self._stop, self._status.measured)

    def _compare(self, trained: Path) -> None:
        with self._status.phase("gate", "Comparing with the live adapter"):
            gate_job(self._folder, self._job, trained, self._progress, self._stop)

    def _loaded(self) -> tuple[AdapterSet | None, Backbone]:
        """The set and the backbone that the job names, if they are still what it means."""
        files = resolve(self._job.model, self._progress)
        _require("base model", self._job.base_sha256, files.sha256)
        adapters = adapters_for(files, self._job.set_folder)
        device = best_device()
        require_memory(files, device)
        silence_transformers()
        self._require_going()
        backbone = load_backbone(files, device, *((adapters.backbone, adapters.voice) if adapters else ()))
        if self._job.base_sha256 is not None:
            _require("backbone adapter", self._job.backbone_sha256, backbone.adapter_sha256)
        use_tiled_attention(backbone.model)
        return adapters, backbone

    def _require_going(self) -> None:
        if self._stop.is_set():
            raise Stopped("Stopped before the first step: the same command begins it.")

    def _progress(self, message: str, fraction: float | None) -> None:
        self._status.progress(message, fraction)
        self._show(message, fraction)


def _stage(job: RoleJob, adapters: AdapterSet | None, rows: int) -> Stage:
    """From the set's own adapter of the role where that has the wanted rank, otherwise from a new one."""
    start = adapters.roles.get(job.role) if adapters else None
    config = read_config(start) if start else None
    rank = job.settings.rank or (config.r if config else _RANK)
    if config is None or config.r != rank:
        start, alpha = None, 2 * rank
    else:
        alpha = config.lora_alpha
    plain = config is not None and config.alora_invocation_tokens is None
    settings = job.settings.training(job.recipe, rank, alpha, rows)
    kind: AdapterType = "lora" if plain else "alora"
    return Stage(job.role.value, (job.role,), kind, settings, start, job.recipe == "dpo")


def _require(what: str, wanted: str | None, here: str | None) -> None:
    """Refuse another base than the one the corrections were made on; None for a base: any will do."""
    if wanted is not None and wanted != here:
        raise TrainingError(
            f"The job is for the {what} sha256 {wanted[:16]}…, and here is "
            f"{f'sha256 {here[:16]}…' if here else 'none'}: train it with the {what} it was made for."
        )
