"""From an adapter to what it learnt from and who said so, and back from a correction to the adapters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from annotate.database import Database
from annotate.tables import RunRow
from annotate.training_tables import AdapterLessonRow, AdapterRow
from umi.errors import InputError

LEARNT = ("corrected", "replay")
"""The kinds of lessons that change an adapter; by the others it is judged only."""


@dataclass(frozen=True)
class Learnt:
    """One step in an adapter's training or gate. ``question`` is None where its run was deleted.

    ``kind`` is one of ``job_data.FILES``; a sample's step has no annotator.
    """

    kind: str
    step_id: str
    revision_no: int
    run_id: str
    annotator: str
    question: str | None


@dataclass(frozen=True)
class Lineage:
    """Where an adapter comes from; ``annotators`` counts by name the corrections it learnt from."""

    adapter_id: str
    job_id: str
    base_hash: str
    backbone_hash: str | None
    data_hash: str
    sha256: str
    settings: Mapping[str, Any]
    lessons: tuple[Learnt, ...]
    annotators: Mapping[str, int]


@dataclass(frozen=True)
class Descendant:
    """An adapter that learnt from revision ``revision_no`` of a step (0: as the model wrote it)."""

    adapter_id: str
    revision_no: int
    kind: str


def lineage(database: Database, adapter_id: str) -> Lineage:
    """All that is on record about the adapter, also one that was deleted.

    Raises:
        InputError: there never was one of this id.
    """
    learnt = (
        select(AdapterLessonRow, RunRow.question)
        .outerjoin(RunRow, RunRow.id == AdapterLessonRow.run_id)
        .where(AdapterLessonRow.adapter_id == adapter_id)
        .order_by(AdapterLessonRow.kind, AdapterLessonRow.run_id, AdapterLessonRow.step_id)
    )
    with database.session() as session:
        row = session.get(AdapterRow, adapter_id)
        if row is None:
            raise InputError(f"There is no adapter {adapter_id}: choose one from the list of adapters.")
        lessons = tuple(
            Learnt(each.kind, each.step_id, each.revision_no, each.run_id, each.annotator, question)
            for each, question in session.execute(learnt)
        )
        return Lineage(
            adapter_id=row.id,
            job_id=row.job_id,
            base_hash=row.base_hash,
            backbone_hash=row.backbone_hash or None,
            data_hash=row.data_hash,
            sha256=row.sha256,
            settings=row.settings,
            lessons=lessons,
            annotators=_annotators(lessons),
        )


def descendants(database: Database, step_ids: Sequence[str]) -> dict[str, tuple[Descendant, ...]]:
    """The adapters that learnt from each of these steps, oldest first; steps without any are left out."""
    query = (
        select(AdapterLessonRow)
        .join(AdapterRow, AdapterRow.id == AdapterLessonRow.adapter_id)
        .where(AdapterLessonRow.step_id.in_(step_ids), AdapterLessonRow.kind.in_(LEARNT))
        .order_by(AdapterRow.created_at, AdapterRow.id)
    )
    found: dict[str, tuple[Descendant, ...]] = {}
    with database.session() as session:
        for row in session.scalars(query):
            one = Descendant(row.adapter_id, row.revision_no, row.kind)
            found[row.step_id] = (*found.get(row.step_id, ()), one)
    return found


def _annotators(lessons: Sequence[Learnt]) -> dict[str, int]:
    counted: dict[str, int] = {}
    for each in lessons:
        if each.kind == "corrected":
            counted[each.annotator] = counted.get(each.annotator, 0) + 1
    return dict(sorted(counted.items(), key=lambda item: (-item[1], item[0])))
