"""Runs, steps and the prompts that runs share."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """To this revision."""
    _create_prompts()
    _create_runs()
    _create_steps()


def _create_prompts() -> None:
    op.create_table(
        "prompts",
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("system", sa.Text(), nullable=False),
        sa.Column("examples", sa.Text(), nullable=False),
        sa.Column("tools", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("hash", name="pk_prompts"),
    )


def _create_runs() -> None:
    op.create_table(
        "runs",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True)),
        sa.Column("outcome", sa.Text()),
        sa.Column("step_count", sa.Integer(), nullable=False),
        sa.Column("lowest_confidence", sa.Double()),
        sa.Column("strategy", sa.Text(), nullable=False),
        sa.Column("parent_run_id", sa.Text()),
        sa.Column("parent_step_id", sa.Text()),
        sa.Column("host", sa.Text(), nullable=False),
        sa.Column("pid", sa.Integer(), nullable=False),
        sa.Column("process_started", sa.Double(), nullable=False),
        sa.Column("prompt_hash", sa.Text(), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("answer", sa.Text()),
        sa.Column("reason", sa.Text()),
        sa.Column("models", sa.Text(), nullable=False),
        sa.Column("sampling", sa.Text(), nullable=False),
        sa.Column("limits", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_runs"),
        sa.ForeignKeyConstraint(["parent_run_id"], ["runs.id"], name="fk_runs_parent_run_id"),
        sa.ForeignKeyConstraint(["prompt_hash"], ["prompts.hash"], name="fk_runs_prompt_hash"),
    )
    op.create_index("ix_runs_created_at_id", "runs", ["created_at", "id"])
    running = sa.text("outcome IS NULL")
    op.create_index("ix_runs_running", "runs", ["host"], sqlite_where=running, postgresql_where=running)


def _create_steps() -> None:
    op.create_table(
        "steps",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("run_id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("parent_id", sa.Text()),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("decision", sa.Text()),
        sa.Column("tool", sa.Text()),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seconds", sa.Double(), nullable=False),
        sa.Column("prompt_tokens", sa.Integer(), nullable=False),
        sa.Column("cached_tokens", sa.Integer(), nullable=False),
        sa.Column("raw", sa.Text(), nullable=False),
        sa.Column("rationale", sa.Text()),
        sa.Column("arguments", sa.Text()),
        sa.Column("answer", sa.Text()),
        sa.Column("observation", sa.Text()),
        sa.Column("tokens", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_steps"),
        sa.ForeignKeyConstraint(["run_id"], ["runs.id"], name="fk_steps_run_id"),
        sa.ForeignKeyConstraint(["parent_id"], ["steps.id"], name="fk_steps_parent_id"),
        sa.UniqueConstraint("run_id", "position", name="uq_steps_run_id_position"),
    )


def downgrade() -> None:
    """Back to an empty database."""
    for table in ("steps", "runs", "prompts"):
        op.drop_table(table)
