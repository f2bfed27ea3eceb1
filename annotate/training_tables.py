"""The tables of training: jobs, the adapters they made, what those learnt from, and which of them is live."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from annotate.tables import Base


class JobRow(Base):
    """One training of one role; its files are in the folder ``jobs/<id>`` of ``host``.

    ``pid`` and ``process_started`` (seconds since the epoch) name the process that trains, while it does.
    ``number`` is the adapter's, kept from the moment before its folder is moved. ``peak_bytes`` is the most
    memory that was seen. ``backbone_hash`` is empty where nothing is folded into the base.
    """

    __tablename__ = "jobs"
    __table_args__ = (
        UniqueConstraint("role", "number"),
        Index("ix_jobs_created_at", "created_at"),
        # The database itself lets one job run on a machine at a time, however many servers look.
        Index(
            "ix_jobs_running",
            "host",
            unique=True,
            sqlite_where=text("state = 'running'"),
            postgresql_where=text("state = 'running'"),
        ),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    role: Mapped[str]
    recipe: Mapped[str]
    state: Mapped[str]
    author: Mapped[str] = mapped_column(ForeignKey("annotators.name"))
    created_at: Mapped[datetime]
    started_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    base_hash: Mapped[str]
    backbone_hash: Mapped[str]
    data_hash: Mapped[str]
    settings: Mapped[dict[str, Any]]
    counts: Mapped[dict[str, Any]]
    problem: Mapped[str | None]
    number: Mapped[int | None]
    peak_bytes: Mapped[int | None] = mapped_column(BigInteger)
    host: Mapped[str]
    pid: Mapped[int | None]
    process_started: Mapped[float | None]


class AdapterRow(Base):
    """One adapter revision, for ever; ``deleted_at`` where its folder was given up. See ``JobRow``."""

    __tablename__ = "adapters"
    __table_args__ = (UniqueConstraint("role", "number"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    role: Mapped[str]
    number: Mapped[int]
    sha256: Mapped[str]
    base_hash: Mapped[str]
    backbone_hash: Mapped[str]
    data_hash: Mapped[str]
    settings: Mapped[dict[str, Any]]
    job_id: Mapped[str]
    created_at: Mapped[datetime]
    created_by: Mapped[str] = mapped_column(ForeignKey("annotators.name"))
    deleted_at: Mapped[datetime | None]


class AdapterLessonRow(Base):
    """One step an adapter learnt from (``corrected``, ``replay``) or was judged by (the other kinds).

    Steps and runs have no foreign key: what was learnt stays learnt when the run is deleted. A step of
    the sample that comes with the project has ``sample/<trajectory>`` as its id and its index as number.
    """

    __tablename__ = "adapter_lessons"
    __table_args__ = (
        Index("ix_adapter_lessons_step_id", "step_id"),
        Index("ix_adapter_lessons_run_id", "run_id"),
    )

    adapter_id: Mapped[str] = mapped_column(ForeignKey("adapters.id"), primary_key=True)
    kind: Mapped[str] = mapped_column(primary_key=True)
    step_id: Mapped[str] = mapped_column(primary_key=True)
    revision_no: Mapped[int] = mapped_column(primary_key=True)
    run_id: Mapped[str]
    annotator: Mapped[str]


class PromotionRow(Base):
    """Which adapter a role has from ``at`` on; None is the set's own. Never changed, only followed.

    ``number`` counts from 1 for each role on each backbone: of two people who follow the same one, the
    database takes the first.
    """

    __tablename__ = "promotions"
    __table_args__ = (UniqueConstraint("base_hash", "backbone_hash", "role", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    base_hash: Mapped[str]
    backbone_hash: Mapped[str]
    role: Mapped[str]
    number: Mapped[int]
    adapter: Mapped[str | None] = mapped_column(ForeignKey("adapters.id"))
    previous: Mapped[str | None]
    who: Mapped[str] = mapped_column(ForeignKey("annotators.name"))
    why: Mapped[str]
    verdict: Mapped[str | None]
    at: Mapped[datetime]


class SettingRow(Base):
    """What the people of this database settled between them, as the rule of the gate."""

    __tablename__ = "settings"

    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[dict[str, Any]]
