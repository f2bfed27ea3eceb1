"""Adapter revisions in the record, with folders that hold what a job would have left there."""

from __future__ import annotations

from datetime import UTC, datetime

from ui_site import Site

from annotate.adapters import adapter_folder
from annotate.people import People
from annotate.training_tables import AdapterRow
from umi.models.files import sha256_of
from umi.models.manifest import WEIGHTS
from umi.schema import Role


def revision(site: Site, role: Role = Role.CALLER, number: int = 1, job_id: str = "job") -> str:
    """An adapter of the role for the scripted model; returns its id."""
    database = site.store.database
    People(database).welcome("Ada")
    adapter_id = f"{role}__r{number:04d}"
    folder = adapter_folder(adapter_id)
    folder.mkdir(parents=True)
    (folder / WEIGHTS).write_text(adapter_id, encoding="utf-8")
    row = AdapterRow(
        id=adapter_id,
        role=role.value,
        number=number,
        sha256=sha256_of(folder / WEIGHTS),
        base_hash="scripted",
        backbone_hash="",
        data_hash="d" * 64,
        settings={},
        job_id=job_id,
        created_at=datetime.now(UTC),
        created_by="Ada",
    )
    with database.session() as session:
        session.add(row)
    return adapter_id
