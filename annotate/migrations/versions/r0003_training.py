"""Training: jobs, adapters, what they learnt from, promotions and settings."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """To this revision."""
    _create_jobs()
    _create_adapters()
    _create_adapter_lessons()
    _create_promotions()
    op.create_table(
        "settings",
        _text("name"),
        _text("value"),
        sa.PrimaryKeyConstraint("name", name="pk_settings"),
    )


def _create_jobs() -> None:
    op.create_table(
        "jobs",
        *map(_text, ("id", "role", "recipe", "state", "author")),
        _moment("created_at"),
        _moment("started_at", nullable=True),
        _moment("ended_at", nullable=True),
        *map(_text, ("base_hash", "backbone_hash", "data_hash", "settings", "counts")),
        sa.Column("problem", sa.Text()),
        sa.Column("number", sa.Integer()),
        sa.Column("peak_bytes", sa.BigInteger()),
        _text("host"),
        sa.Column("pid", sa.Integer()),
        sa.Column("process_started", sa.Double()),
        sa.PrimaryKeyConstraint("id", name="pk_jobs"),
        sa.UniqueConstraint("role", "number", name="uq_jobs_role_number"),
        _to("jobs", "author", "annotators.name"),
    )
    op.create_index("ix_jobs_created_at", "jobs", ["created_at"])
    running = sa.text("state = 'running'")
    op.create_index(
        "ix_jobs_running", "jobs", ["host"], unique=True, sqlite_where=running, postgresql_where=running
    )


def _create_adapters() -> None:
    op.create_table(
        "adapters",
        *map(_text, ("id", "role")),
        sa.Column("number", sa.Integer(), nullable=False),
        *map(_text, ("sha256", "base_hash", "backbone_hash", "data_hash", "settings", "job_id")),
        _moment("created_at"),
        _text("created_by"),
        _moment("deleted_at", nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_adapters"),
        sa.UniqueConstraint("role", "number", name="uq_adapters_role_number"),
        _to("adapters", "created_by", "annotators.name"),
    )


def _create_adapter_lessons() -> None:
    op.create_table(
        "adapter_lessons",
        *map(_text, ("adapter_id", "kind", "step_id")),
        sa.Column("revision_no", sa.Integer(), nullable=False),
        *map(_text, ("run_id", "annotator")),
        sa.PrimaryKeyConstraint("adapter_id", "kind", "step_id", "revision_no", name="pk_adapter_lessons"),
        _to("adapter_lessons", "adapter_id", "adapters.id"),
    )
    op.create_index("ix_adapter_lessons_step_id", "adapter_lessons", ["step_id"])
    op.create_index("ix_adapter_lessons_run_id", "adapter_lessons", ["run_id"])


def _create_promotions() -> None:
    op.create_table(
        "promotions",
        sa.Column("id", sa.Integer(), nullable=False),
        *map(_text, ("base_hash", "backbone_hash", "role")),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("adapter", sa.Text()),
        sa.Column("previous", sa.Text()),
        *map(_text, ("who", "why")),
        sa.Column("verdict", sa.Text()),
        _moment("at"),
        sa.PrimaryKeyConstraint("id", name="pk_promotions"),
        sa.UniqueConstraint(
            *("base_hash", "backbone_hash", "role", "number"),
            name="uq_promotions_base_hash_backbone_hash_role_number",
        ),
        _to("promotions", "adapter", "adapters.id"),
        _to("promotions", "who", "annotators.name"),
    )


def _text(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.Text(), nullable=False)


def _moment(name: str, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _to(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [target], name=f"fk_{table}_{column}")


def downgrade() -> None:
    """Back to runs and reviews."""
    for table in ("settings", "promotions", "adapter_lessons", "adapters", "jobs"):
        op.drop_table(table)
