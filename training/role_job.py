"""The folder of one role's retraining: what it holds, and where everything in it lies.

Whoever starts a training writes ``job.json`` and the rows; the training writes the rest.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from training.role_settings import Recipe, RoleSettings
from umi.errors import InputError, TrainingError
from umi.schema import Role
from umi.trajectory import first_fault


class RoleJob(BaseModel):
    """``job.json``: which role, on which base and set, with which settings, and what the gate asks.

    ``backbone_sha256`` is of the set's backbone adapter; ``set_folder`` None means the set that comes
    with the project where it fits. ``live`` names the adapter folders in use now, by role; a role that
    is missing or None uses the set's own. ``dev`` None means the sample that comes with the project.
    """

    model_config = ConfigDict(frozen=True, extra="ignore", populate_by_name=True)

    role: Role
    recipe: Recipe = "sft"
    model: str | None = None
    base_sha256: str | None = None
    backbone_sha256: str | None = None
    set_folder: Path | None = Field(default=None, alias="set")
    live: dict[Role, Path | None] = {}
    settings: RoleSettings = RoleSettings()
    dev: Path | None = None
    dev_steps: int = 0
    live_questions: Path | None = None
    live_count: int = 0


@dataclass(frozen=True)
class JobFolder:
    """Where the parts of a job lie."""

    path: Path

    @property
    def job(self) -> Path:
        """What is to be done."""
        return self.path / "job.json"

    @property
    def corrections(self) -> Path:
        """Rows to learn."""
        return self.path / "corrections.jsonl"

    @property
    def replay(self) -> Path:
        """Accepted rows that may be mixed in."""
        return self.path / "replay.jsonl"

    @property
    def held_out(self) -> Path:
        """Corrections that are measured on and not learnt."""
        return self.path / "held_out.jsonl"

    @property
    def accepted(self) -> Path:
        """Accepted steps that must not break."""
        return self.path / "accepted.jsonl"

    @property
    def status(self) -> Path:
        """Where the work stands."""
        return self.path / "status.json"

    @property
    def out(self) -> Path:
        """The adapter's folder appears in here."""
        return self.path / "out"

    @property
    def gate(self) -> Path:
        """What the gate found."""
        return self.path / "gate.json"

    def read(self) -> RoleJob:
        """What is to be done.

        Raises:
            TrainingError: ``job.json`` is missing or says something that cannot be used.
        """
        try:
            return RoleJob.model_validate_json(self.job.read_bytes())
        except OSError as error:
            raise TrainingError(
                f"{self.job} cannot be read ({error.strerror}): name a folder that holds a job."
            ) from error
        except ValidationError as error:
            raise TrainingError(f"{self.job}, {first_fault(error)}; make the job again.") from error

    def write(self, job: RoleJob) -> None:
        """Make the folder with its ``job.json``.

        Raises:
            InputError: it cannot be written.
        """
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            self.job.write_text(job.model_dump_json(by_alias=True, indent=1) + "\n", encoding="utf-8")
        except OSError as error:
            raise InputError(
                f"{self.path} cannot be written ({error.strerror}): choose another --out."
            ) from error
