"""The gate of one job: its model with the live adapters and the candidate, and ``gate.json``."""

from __future__ import annotations

import json
from pathlib import Path
from threading import Event

from training.checkpoint import write_whole
from training.gate import DEV, GateFiles, run_gate
from training.gate_write import Side
from training.role_job import JobFolder, RoleJob
from umi.home import home
from umi.models.adapter_set import adapters_for
from umi.models.catalog import resolve
from umi.models.files import Progress, sha256_of
from umi.models.loading import load_model
from umi.models.local import LocalModel
from umi.models.manifest import WEIGHTS

_CANDIDATE = "candidate"


def gate_job(folder: JobFolder, job: RoleJob, trained: Path, progress: Progress, cancel: Event) -> None:
    """Compare the adapter ``trained`` with the live one, and write ``gate.json``, whole or not at all.

    Raises:
        Cancelled: ``cancel`` was set; the same call goes on where it was.
        ModelError: the model or an adapter cannot be loaded.
        InputError: a file of the job cannot be used.
        TrainingError: the result cannot be written.
    """
    model = load_model(job.model, progress, job.set_folder)
    try:
        live = _live(model, job, progress)
        model.add_adapter(_CANDIDATE, trained)
        candidate = Side(_CANDIDATE, sha256_of(trained / WEIGHTS))
        found = run_gate(model, job.role, live, candidate, _files(folder, job), progress, cancel)
    finally:
        model.close()
    text = json.dumps(found, ensure_ascii=False, allow_nan=False, indent=1)
    write_whole(folder.gate, text, "the adapter and what both wrote are kept")


def _live(model: LocalModel, job: RoleJob, progress: Progress) -> Side:
    """Point the model at the live adapters of all roles; returns the one of the job's role."""
    chosen = dict(model.models.adapters)
    own = adapters_for(resolve(job.model, progress), job.set_folder)
    folders = dict(own.roles) if own else {}
    for role, live in job.live.items():
        if live is not None:
            chosen[role], folders[role] = f"{role}__live", live
            model.add_adapter(chosen[role], live)
    model.point(chosen)
    folder = folders.get(job.role)
    return Side(chosen.get(job.role), sha256_of(folder / WEIGHTS) if folder else None)


def _files(folder: JobFolder, job: RoleJob) -> GateFiles:
    return GateFiles(
        corrected=folder.corrections,
        held_out=folder.held_out,
        accepted=folder.accepted,
        cache=home() / "gate-cache",
        dev=job.dev or DEV,
        dev_steps=job.dev_steps,
        questions=job.live_questions,
        question_count=job.live_count,
    )
