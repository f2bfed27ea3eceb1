"""What a role learns in a retraining: corrections, the replay that goes with them, and what is held out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from random import Random
from typing import Any

from training.data import Sequence
from training.fitting import Fitted, fitted, measure_fit
from training.role_job import JobFolder, RoleJob
from training.role_rows import RoleRow, read_rows
from training.stage import Data
from umi.errors import InputError, TrainingError
from umi.models.files import sha256_of
from umi.models.vocabulary import Vocabulary


@dataclass(frozen=True)
class RoleRows:
    """The rows of a job: ``replay`` is the part that is mixed in."""

    corrections: list[RoleRow]
    replay: list[RoleRow]
    held_out: list[RoleRow]

    @property
    def cases(self) -> dict[str, list[str]]:
        """The names of the rows, for the manifest."""
        return {name: [row.case for row in rows] for name, rows in vars(self).items()}


def job_rows(folder: JobFolder, job: RoleJob) -> RoleRows:
    """The rows that this job learns from and measures on.

    Raises:
        TrainingError: there is no correction of the role, or a file cannot be used.
    """
    try:
        corrections = read_rows(folder.corrections, job.role)
        replay, held_out = read_rows(folder.replay, job.role), read_rows(folder.held_out, job.role)
    except InputError as error:
        raise TrainingError(str(error)) from error
    if not corrections:
        raise TrainingError(
            f"{folder.corrections} holds no correction of the {job.role}: correct a step of it first."
        )
    wanted = min(len(replay), job.settings.replay(len(corrections)))
    chosen = Random(job.settings.seed).sample(range(len(replay)), wanted)
    return RoleRows(corrections, [replay[index] for index in sorted(chosen)], held_out)


def encoded(
    rows: RoleRows,
    folder: JobFolder,
    job: RoleJob,
    vocabulary: Vocabulary,
    limit: int,
    tell: Callable[[str], None],
) -> Data:
    """The rows as sequences of at most ``limit`` tokens; ``tell`` hears what had to be shortened.

    Raises:
        TrainingError: none of the corrections fits.
    """
    train = _fitted([*rows.corrections, *rows.replay], vocabulary, limit)
    valid = _fitted(rows.held_out, vocabulary, limit)
    fit = measure_fit((*train, *valid), (job.role,), limit)
    for sentence in fit.sentences():
        tell(f"{job.role}: {sentence}.")
    files = [file for file in (folder.corrections, folder.replay, folder.held_out) if file.exists()]
    named = tuple((file.name, sha256_of(file)) for file in files)
    return Data(_sequences(train), _sequences(valid), named, fit, _about(rows, job))


def _about(rows: RoleRows, job: RoleJob) -> dict[str, Any]:
    """For the manifest: what the adapter was asked to be."""
    asked = job.model_dump(mode="json", by_alias=True, include={"recipe", "set_folder"})
    return {**asked, "asked": job.settings.model_dump(mode="json"), "cases": rows.cases}


def _fitted(rows: Iterable[RoleRow], vocabulary: Vocabulary, limit: int) -> list[Fitted]:
    return [fitted(row, vocabulary, limit) for row in rows]


def _sequences(found: Iterable[Fitted]) -> list[Sequence]:
    return [sequence for one in found for sequence in one.sequences]
