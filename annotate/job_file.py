"""What a training process is told in ``job.json``, beside the rows."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from annotate.adapters import Base
from annotate.job_data import JobSettings
from umi.models.adapter_set import NO_ADAPTERS
from umi.schema import Role

QUESTIONS = Path(__file__).parents[1] / "assets" / "questions" / "free.jsonl"
"""Asked whole where somebody wants that: written by people, with answers that can be checked."""


def job_json(role: Role, settings: JobSettings, base: Base) -> dict[str, Any]:
    """All that stands in it but ``live``, which is added when the job starts."""
    return {
        "role": role.value,
        "recipe": settings.recipe,
        "model": _absolute(base.name),
        "base_sha256": base.base_hash,
        "backbone_sha256": base.backbone_hash,
        "set": _set(base.set_folder),
        "settings": {
            "epochs": settings.epochs,
            "learning_rate": settings.learning_rate,
            "rank": settings.rank,
            "replay_share": settings.replay_share,
            "seed": settings.seed,
        },
        "dev": None,
        "dev_steps": settings.dev_steps,
        "live_questions": str(QUESTIONS) if settings.live_count else None,
        "live_count": settings.live_count,
    }


def settings_of(kept: Mapping[str, Any]) -> JobSettings:
    """The settings as they were kept."""
    return JobSettings(**{**kept, "without": tuple(kept.get("without", ()))})


def _absolute(name: str | None) -> str | None:
    """A hub id stays what it is; a path is found from any working folder."""
    return str(Path(name).expanduser().absolute()) if name and Path(name).expanduser().exists() else name


def _set(folder: Path | None) -> str | None:
    if folder is None:
        return None
    return str(folder if folder == NO_ADAPTERS else folder.absolute())
