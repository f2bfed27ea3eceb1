"""The tables of what people say about runs: verdicts, corrections, drafts, reservations, gold."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from annotate.tables import Base


class AnnotatorRow(Base):
    """Somebody who reviews, by the name that they gave or logged in with."""

    __tablename__ = "annotators"

    name: Mapped[str] = mapped_column(primary_key=True)
    is_reviewer: Mapped[bool]
    created_at: Mapped[datetime]


class ReviewRow(Base):
    """One annotator's review of one run; ``seconds`` is the time between opening and finishing it."""

    __tablename__ = "reviews"
    __table_args__ = (
        UniqueConstraint("run_id", "annotator"),
        Index("ix_reviews_annotator_finished_at", "annotator", "finished_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    run_id: Mapped[str] = mapped_column(ForeignKey("runs.id"))
    annotator: Mapped[str] = mapped_column(ForeignKey("annotators.name"))
    is_blind: Mapped[bool]
    opened_at: Mapped[datetime]
    finished_at: Mapped[datetime | None]
    seconds: Mapped[float | None]
    verdict: Mapped[str | None]
    first_wrong_step_id: Mapped[str | None] = mapped_column(ForeignKey("steps.id"))


class VerdictRow(Base):
    """What one annotator says of one step; ``kind`` names the error of a wrong one."""

    __tablename__ = "verdicts"
    __table_args__ = (
        UniqueConstraint("step_id", "annotator"),
        Index("ix_verdicts_run_id", "run_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    run_id: Mapped[str] = mapped_column(ForeignKey("runs.id"))
    step_id: Mapped[str] = mapped_column(ForeignKey("steps.id"))
    annotator: Mapped[str] = mapped_column(ForeignKey("annotators.name"))
    verdict: Mapped[str]
    kind: Mapped[str | None]
    at: Mapped[datetime]


class RevisionRow(Base):
    """One saved correction of a step; never changed. ``parent_no`` 0 is the step as the model wrote it."""

    __tablename__ = "revisions"
    __table_args__ = (
        UniqueConstraint("step_id", "revision_no"),
        Index("ix_revisions_run_id", "run_id"),
        Index("ix_revisions_created_at", "created_at"),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    run_id: Mapped[str] = mapped_column(ForeignKey("runs.id"))
    step_id: Mapped[str] = mapped_column(ForeignKey("steps.id"))
    revision_no: Mapped[int]
    parent_no: Mapped[int]
    author: Mapped[str] = mapped_column(ForeignKey("annotators.name"))
    created_at: Mapped[datetime]
    reason: Mapped[str | None]
    content_hash: Mapped[str]
    content: Mapped[dict[str, Any]]
    suggestion_id: Mapped[str | None] = mapped_column(ForeignKey("suggestions.id"))


class DraftRow(Base):
    """What somebody typed and has not saved; one per step and author."""

    __tablename__ = "drafts"

    step_id: Mapped[str] = mapped_column(ForeignKey("steps.id"), primary_key=True)
    author: Mapped[str] = mapped_column(ForeignKey("annotators.name"), primary_key=True)
    base_no: Mapped[int]
    at: Mapped[datetime]
    content: Mapped[dict[str, Any]]


class SuggestionRow(Base):
    """Another output that the role thought of at a step; ``logprob`` is that of its text as a whole."""

    __tablename__ = "suggestions"
    __table_args__ = (Index("ix_suggestions_step_id", "step_id"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    step_id: Mapped[str] = mapped_column(ForeignKey("steps.id"))
    asked_by: Mapped[str] = mapped_column(ForeignKey("annotators.name"))
    at: Mapped[datetime]
    logprob: Mapped[float]
    models: Mapped[dict[str, Any]]
    content: Mapped[dict[str, Any]]


class ReservationRow(Base):
    """Whose run it is to review until ``expires_at``."""

    __tablename__ = "reservations"

    run_id: Mapped[str] = mapped_column(ForeignKey("runs.id"), primary_key=True)
    annotator: Mapped[str] = mapped_column(ForeignKey("annotators.name"))
    expires_at: Mapped[datetime]


class GoldRow(Base):
    """What a reviewer accepted of a step: a revision, or 0 for the step as the model wrote it."""

    __tablename__ = "golds"
    __table_args__ = (Index("ix_golds_run_id", "run_id"),)

    step_id: Mapped[str] = mapped_column(ForeignKey("steps.id"), primary_key=True)
    run_id: Mapped[str] = mapped_column(ForeignKey("runs.id"))
    revision_no: Mapped[int]
    reviewer: Mapped[str] = mapped_column(ForeignKey("annotators.name"))
    at: Mapped[datetime]


class FilterRow(Base):
    """A filter of the queue that somebody saved under a name."""

    __tablename__ = "filters"

    owner: Mapped[str] = mapped_column(ForeignKey("annotators.name"), primary_key=True)
    name: Mapped[str] = mapped_column(primary_key=True)
    choice: Mapped[dict[str, Any]]


class HeldOutRow(Base):
    """A question that no export for training may hold, by the hash of its text."""

    __tablename__ = "held_out"

    question_hash: Mapped[str] = mapped_column(primary_key=True)
    at: Mapped[datetime]
