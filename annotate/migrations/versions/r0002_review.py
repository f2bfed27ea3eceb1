"""What people say about runs: reviews, verdicts, corrections, and the search over texts."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_TABLES = (
    *("held_out", "filters", "golds", "reservations", "drafts", "revisions", "suggestions"),
    *("verdicts", "reviews", "annotators"),
)
_QUEUE = (
    *("verdict", "concern", "created_at", "id", "outcome"),
    *("lowest_confidence", "step_count", "errors", "annotator"),
)
# As annotate.concern counts it; written out, as a migration does not change with the program.
_CONCERN = """UPDATE runs SET concern = CASE
    WHEN outcome IS NULL THEN -3
    ELSE CASE outcome
        WHEN 'failed' THEN 3 WHEN 'step_limit' THEN 3 WHEN 'context_limit' THEN 3
        WHEN 'gave_up' THEN 2 WHEN 'finished' THEN 0 ELSE -2 END
        + CASE WHEN errors > 0 THEN 1 ELSE 0 END + 1 - COALESCE(lowest_confidence, 0.5) END"""
_ERRORS = """UPDATE runs SET errors = (SELECT COUNT(*) FROM steps
    WHERE steps.run_id = runs.id AND steps.observation LIKE '%"is_error"\\:true%')"""
_WORDS = """runs.question || ' ' || COALESCE(runs.answer, '') || ' ' || COALESCE((
    SELECT {join}(COALESCE(steps.rationale, '') || ' ' || COALESCE(steps.tool, '')
        || ' ' || COALESCE(steps.arguments, ''), ' ')
    FROM steps WHERE steps.run_id = runs.id), '')"""


def upgrade() -> None:
    """To this revision."""
    _add_to_runs()
    op.execute(_ERRORS)
    op.execute(_CONCERN)
    op.create_index("ix_runs_queue", "runs", list(_QUEUE))
    _create_annotators()
    _create_reviews()
    _create_verdicts()
    _create_suggestions()
    _create_revisions()
    _create_drafts()
    _create_reservations()
    _create_golds()
    _create_filters()
    _create_search()


def _add_to_runs() -> None:
    op.add_column("runs", sa.Column("errors", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("runs", sa.Column("concern", sa.Double(), nullable=False, server_default="0"))
    for name in ("verdict", "annotator", "source", "content_hash"):
        op.add_column("runs", sa.Column(name, sa.Text()))
    op.create_index("ix_runs_content_hash", "runs", ["content_hash"], unique=True)
    op.create_index("ix_runs_parent_run_id", "runs", ["parent_run_id"])


def _create_annotators() -> None:
    op.create_table(
        "annotators",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("is_reviewer", sa.Boolean(), nullable=False),
        _moment("created_at"),
        sa.PrimaryKeyConstraint("name", name="pk_annotators"),
    )


def _create_reviews() -> None:
    op.create_table(
        "reviews",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("run_id", sa.Text(), nullable=False),
        sa.Column("annotator", sa.Text(), nullable=False),
        sa.Column("is_blind", sa.Boolean(), nullable=False),
        _moment("opened_at"),
        sa.Column("finished_at", sa.DateTime(timezone=True)),
        sa.Column("seconds", sa.Double()),
        sa.Column("verdict", sa.Text()),
        sa.Column("first_wrong_step_id", sa.Text()),
        sa.PrimaryKeyConstraint("id", name="pk_reviews"),
        sa.UniqueConstraint("run_id", "annotator", name="uq_reviews_run_id_annotator"),
        _to("reviews", "run_id", "runs.id"),
        _to("reviews", "annotator", "annotators.name"),
        _to("reviews", "first_wrong_step_id", "steps.id"),
    )
    op.create_index("ix_reviews_annotator_finished_at", "reviews", ["annotator", "finished_at"])


def _create_verdicts() -> None:
    op.create_table(
        "verdicts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("run_id", sa.Text(), nullable=False),
        sa.Column("step_id", sa.Text(), nullable=False),
        sa.Column("annotator", sa.Text(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text()),
        _moment("at"),
        sa.PrimaryKeyConstraint("id", name="pk_verdicts"),
        sa.UniqueConstraint("step_id", "annotator", name="uq_verdicts_step_id_annotator"),
        _to("verdicts", "run_id", "runs.id"),
        _to("verdicts", "step_id", "steps.id"),
        _to("verdicts", "annotator", "annotators.name"),
    )
    op.create_index("ix_verdicts_run_id", "verdicts", ["run_id"])


def _create_suggestions() -> None:
    op.create_table(
        "suggestions",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("step_id", sa.Text(), nullable=False),
        sa.Column("asked_by", sa.Text(), nullable=False),
        _moment("at"),
        sa.Column("logprob", sa.Double(), nullable=False),
        sa.Column("models", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_suggestions"),
        _to("suggestions", "step_id", "steps.id"),
        _to("suggestions", "asked_by", "annotators.name"),
    )
    op.create_index("ix_suggestions_step_id", "suggestions", ["step_id"])


def _create_revisions() -> None:
    op.create_table(
        "revisions",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("run_id", sa.Text(), nullable=False),
        sa.Column("step_id", sa.Text(), nullable=False),
        sa.Column("revision_no", sa.Integer(), nullable=False),
        sa.Column("parent_no", sa.Integer(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        _moment("created_at"),
        sa.Column("reason", sa.Text()),
        sa.Column("content_hash", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("suggestion_id", sa.Text()),
        sa.PrimaryKeyConstraint("id", name="pk_revisions"),
        sa.UniqueConstraint("step_id", "revision_no", name="uq_revisions_step_id_revision_no"),
        _to("revisions", "run_id", "runs.id"),
        _to("revisions", "step_id", "steps.id"),
        _to("revisions", "author", "annotators.name"),
        _to("revisions", "suggestion_id", "suggestions.id"),
    )
    op.create_index("ix_revisions_run_id", "revisions", ["run_id"])
    op.create_index("ix_revisions_created_at", "revisions", ["created_at"])


def _create_drafts() -> None:
    op.create_table(
        "drafts",
        sa.Column("step_id", sa.Text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("base_no", sa.Integer(), nullable=False),
        _moment("at"),
        sa.Column("content", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("step_id", "author", name="pk_drafts"),
        _to("drafts", "step_id", "steps.id"),
        _to("drafts", "author", "annotators.name"),
    )


def _create_reservations() -> None:
    op.create_table(
        "reservations",
        sa.Column("run_id", sa.Text(), nullable=False),
        sa.Column("annotator", sa.Text(), nullable=False),
        _moment("expires_at"),
        sa.PrimaryKeyConstraint("run_id", name="pk_reservations"),
        _to("reservations", "run_id", "runs.id"),
        _to("reservations", "annotator", "annotators.name"),
    )


def _create_golds() -> None:
    op.create_table(
        "golds",
        sa.Column("step_id", sa.Text(), nullable=False),
        sa.Column("run_id", sa.Text(), nullable=False),
        sa.Column("revision_no", sa.Integer(), nullable=False),
        sa.Column("reviewer", sa.Text(), nullable=False),
        _moment("at"),
        sa.PrimaryKeyConstraint("step_id", name="pk_golds"),
        _to("golds", "step_id", "steps.id"),
        _to("golds", "run_id", "runs.id"),
        _to("golds", "reviewer", "annotators.name"),
    )
    op.create_index("ix_golds_run_id", "golds", ["run_id"])


def _create_filters() -> None:
    op.create_table(
        "filters",
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("choice", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("owner", "name", name="pk_filters"),
        _to("filters", "owner", "annotators.name"),
    )
    op.create_table(
        "held_out",
        sa.Column("question_hash", sa.Text(), nullable=False),
        _moment("at"),
        sa.PrimaryKeyConstraint("question_hash", name="pk_held_out"),
    )


def _create_search() -> None:
    """SQLite's FTS5 numbers its rows, PostgreSQL keeps a vector of each run's words."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute("CREATE TABLE run_numbers (number INTEGER PRIMARY KEY, run_id TEXT NOT NULL UNIQUE)")
        # Beginnings have an index of their own: the last word of a search is one, mostly a short one.
        op.execute(
            "CREATE VIRTUAL TABLE run_search USING"
            " fts5(words, tokenize='unicode61 remove_diacritics 2', prefix='1 2 3')"
        )
        op.execute("INSERT INTO run_numbers (run_id) SELECT id FROM runs WHERE outcome IS NOT NULL")
        op.execute(
            "INSERT INTO run_search (rowid, words) SELECT number, "
            + _WORDS.format(join="group_concat")
            + " FROM run_numbers JOIN runs ON runs.id = run_numbers.run_id"
        )
        return
    op.execute("CREATE TABLE run_search (run_id TEXT PRIMARY KEY, words TSVECTOR NOT NULL)")
    op.execute(
        "INSERT INTO run_search SELECT id, to_tsvector('simple', "
        + _WORDS.format(join="string_agg")
        + ") FROM runs WHERE outcome IS NOT NULL"
    )
    op.execute("CREATE INDEX ix_run_search_words ON run_search USING gin (words)")


def _moment(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=False)


def _to(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [target], name=f"fk_{table}_{column}")


def downgrade() -> None:
    """Back to runs and steps alone."""
    op.execute("DROP TABLE run_search")
    op.execute("DROP TABLE IF EXISTS run_numbers")
    for table in _TABLES:
        op.drop_table(table)
    for index in ("ix_runs_queue", "ix_runs_content_hash", "ix_runs_parent_run_id"):
        op.drop_index(index, "runs")
    for name in ("errors", "concern", "verdict", "annotator", "source", "content_hash"):
        op.drop_column("runs", name)
