"""What a role learns in a retraining: corrections, the replay that goes with them, and what is held out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from random import Random
from typing import Any

from training.copies import only_copy
from training.data import Sequence, turn_ids
from training.fitting import Fitted, fitted, measure_fit
from training.role_job import JobFolder, RoleJob
from training.role_rows import RoleRow, read_rows
from training.stage import Data
from umi.errors import InputError, TrainingError
from umi.models.files import sha256_of
from umi.models.vocabulary import Vocabulary
from umi.prompts import written_text

_ENOUGH = 5
"""Held-out rows whose loss may end a training early: of fewer it is chance, and the gate alone asks them."""


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


def job_rows(folder: JobFolder, job: RoleJob, tell: Callable[[str], None]) -> RoleRows:
    """The rows that this job learns from and measures on; ``tell`` hears what is left out of them.

    Raises:
        TrainingError: there is no correction of the role that this recipe can learn from, or a file cannot
            be used.
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
    if job.recipe == "dpo":
        return _preferring(corrections, held_out, job, tell)
    wanted = min(len(replay), job.settings.replay(len(corrections)))
    chosen = Random(job.settings.seed).sample(range(len(replay)), wanted)
    return RoleRows(corrections, [replay[index] for index in sorted(chosen)], held_out)


def _preferring(
    corrections: list[RoleRow], held_out: list[RoleRow], job: RoleJob, tell: Callable[[str], None]
) -> RoleRows:
    """Those that say what was there before; an accepted step has nothing that it is better than."""
    pairs, held_out = list(filter(_is_pair, corrections)), list(filter(_is_pair, held_out))
    if not pairs:
        raise TrainingError(
            f"None of the corrections of the {job.role} knows what the model wrote before, which dpo learns "
            "from: train with the recipe sft."
        )
    if left_out := len(corrections) - len(pairs):
        tell(f"{left_out} of {len(corrections)} corrections were left out: nothing tells what they replaced.")
    return RoleRows(pairs, [], held_out)


def _is_pair(row: RoleRow) -> bool:
    return row.rejected is not None and written_text(row.rejected) != written_text(row.steps[-1])


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
    pairs = job.recipe == "dpo"
    train = _fitted([*rows.corrections, *rows.replay], vocabulary, limit, pairs)
    measured = rows.held_out if len(rows.held_out) >= _ENOUGH else []
    valid = _fitted(measured, vocabulary, limit, pairs)
    fit = measure_fit((*train, *valid), (job.role,), limit)
    for sentence in fit.sentences():
        tell(f"{job.role}: {sentence}.")
    files = [file for file in (folder.corrections, folder.replay, folder.held_out) if file.exists()]
    named = tuple((file.name, sha256_of(file)) for file in files)
    return Data(_sequences(train), _sequences(valid), named, fit, _about(rows, job))


def _about(rows: RoleRows, job: RoleJob) -> dict[str, Any]:
    """For the manifest: what the adapter was asked to be."""
    asked = job.model_dump(mode="json", by_alias=True, include={"recipe", "set_folder"})
    # A caller that learnt to say more must be allowed to: its manifest wins over the set's.
    free = {} if only_copy([*rows.corrections, *rows.replay]) else {"copying": False}
    return {**asked, "asked": job.settings.model_dump(mode="json"), "cases": rows.cases, **free}


def _fitted(rows: Iterable[RoleRow], vocabulary: Vocabulary, limit: int, pairs: bool) -> list[Fitted]:
    found = [fitted(row, vocabulary, limit) for row in rows]
    if not pairs:
        return found
    turns = [turn_ids(row.rejected, vocabulary) if row.rejected else () for row in rows]
    return [_paired(one, turn) for one, turn in zip(found, turns, strict=True)]


def _paired(found: Fitted, rejected: tuple[int, ...]) -> Fitted:
    sequences = tuple(replace(sequence, rejected=rejected) for sequence in found.sequences)
    return replace(found, sequences=sequences)


def _sequences(found: Iterable[Fitted]) -> list[Sequence]:
    return [sequence for one in found for sequence in one.sequences]
