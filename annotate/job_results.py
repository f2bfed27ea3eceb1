"""A finished training becomes an adapter revision: checked, moved to its place, recorded with its lessons.

Each part can be done again after a crash: first a number is kept for the adapter, then the folder is moved,
then one transaction writes everything else.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import func, select, update
from sqlalchemy.exc import IntegrityError

from annotate.adapters import adapter_folder
from annotate.database import Database
from annotate.gate import read_gate
from annotate.job_data import FILES, Kind
from annotate.training_tables import AdapterLessonRow, AdapterRow, JobRow
from umi.errors import InputError
from umi.models.files import sha256_of
from umi.models.manifest import WEIGHTS, read_manifest, require_base


def job_folder(home: Path, job_id: str) -> Path:
    """Where a job's files are."""
    return home / "jobs" / job_id


def adapter_name(role: str, number: int) -> str:
    """What an adapter revision is called everywhere."""
    return f"{role}__r{number:04d}"


def register(database: Database, job: JobRow, folder: Path) -> None:
    """Make the finished job's adapter one of the revisions, and the job done.

    Raises:
        InputError: what the training left is incomplete or does not fit the job.
        ModelError: the adapter was trained on another base.
        OSError: the folder cannot be moved.
    """
    name = adapter_name(job.role, _keep_number(database, job))
    source, target = folder / "out" / job.role, adapter_folder(name)
    if source.is_dir():
        _check(job, folder, source)
        target.parent.mkdir(exist_ok=True)
        # From an earlier end of this job that never came on record.
        shutil.rmtree(target, ignore_errors=True)
        source.rename(target)
    if not (target / WEIGHTS).is_file():
        raise InputError("The training ended without an adapter: retry it.")
    now = datetime.now(UTC)
    row = AdapterRow(
        id=name,
        role=job.role,
        number=int(name.rpartition("r")[2]),
        sha256=sha256_of(target / WEIGHTS),
        base_hash=job.base_hash,
        backbone_hash=job.backbone_hash,
        data_hash=job.data_hash,
        settings=job.settings,
        job_id=job.id,
        created_at=now,
        created_by=job.author,
    )
    done = update(JobRow).where(JobRow.id == job.id)
    with database.change() as session:
        session.add(row)
        session.flush()
        session.add_all(_lessons(name, folder))
        session.execute(done.values(state="done", ended_at=now, problem=None))


def _check(job: JobRow, folder: Path, source: Path) -> None:
    """Refuse an adapter that is not the one that the gate judged, or is for another base."""
    require_base(source, job.base_hash, job.backbone_hash or None)
    gate = read_gate(folder / "gate.json")
    if gate.role != job.role or gate.candidate_sha256 != sha256_of(source / WEIGHTS):
        raise InputError("The gate judged another adapter than the one that was trained: retry the job.")


def _keep_number(database: Database, job: JobRow) -> int:
    """The number of the job's adapter; the next one that no adapter ever had, the first time."""
    if job.number is not None:
        return job.number
    used = [
        select(func.max(table.number)).where(table.role == job.role).scalar_subquery()
        for table in (AdapterRow, JobRow)
    ]
    while True:
        with database.session() as session:
            newest = session.execute(select(*used)).one()
        number = max(each or 0 for each in newest) + 1
        # Another database may have the same UMI_HOME.
        while adapter_folder(adapter_name(job.role, number)).exists():
            number += 1
        try:
            with database.contested() as session:
                session.execute(update(JobRow).where(JobRow.id == job.id).values(number=number))
            return number
        except IntegrityError:
            continue


def _lessons(adapter_id: str, folder: Path) -> Iterator[AdapterLessonRow]:
    mixed_in = read_manifest(adapter_folder(adapter_id)).get("cases", {}).get("replay", [])
    for kind, file in FILES.items():
        for row in _lessons_of(adapter_id, kind, folder / file):
            # Of the accepted steps that might be mixed in, the training took some.
            if kind != "replay" or f"{row.step_id}/{row.revision_no}" in mixed_in:
                yield row


def _lessons_of(adapter_id: str, kind: Kind, file: Path) -> Iterator[AdapterLessonRow]:
    if not file.is_file():
        return
    with file.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            step_id, _, number = row["case"].rpartition("/")
            yield AdapterLessonRow(
                adapter_id=adapter_id,
                kind=kind,
                step_id=step_id,
                revision_no=int(number),
                run_id=row["id"],
                annotator=row["annotator"],
            )
