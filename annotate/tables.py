"""The tables: runs, their steps, and the prompts that many runs share."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import Double, ForeignKey, Index, MetaData, UniqueConstraint, text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

from annotate.columns import CleanText, Document, Utc, dumps
from umi.schema import Run, Step

_RUN_FIELDS = {"id", "question", "strategy", "outcome", "answer", "reason", "created_at", "ended_at"}
_STEP_FIELDS = {
    *("id", "parent_id", "role", "raw", "rationale", "decision", "observation", "answer"),
    *("prompt_tokens", "cached_tokens", "seconds", "started_at"),
}
QUEUE_COLUMNS = (
    *("verdict", "concern", "created_at", "id", "outcome"),
    *("lowest_confidence", "step_count", "errors", "annotator"),
)


class Base(DeclarativeBase):
    """Python types → column types; names for constraints, so that migrations can address them."""

    type_annotation_map: ClassVar = {
        str: CleanText,
        float: Double,
        datetime: Utc,
        dict[str, Any]: Document,
        list[Any]: Document,
    }
    metadata = MetaData(
        naming_convention={
            "pk": "pk_%(table_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        }
    )


class PromptRow(Base):
    """System turn, examples and tools, the same for most runs: kept once, under the hash of all three."""

    __tablename__ = "prompts"

    hash: Mapped[str] = mapped_column(primary_key=True)
    system: Mapped[str]
    examples: Mapped[list[Any]]
    tools: Mapped[list[Any]]

    @staticmethod
    def columns_of(run: Run) -> dict[str, Any]:
        """The columns of the prompt that a run was rendered from."""
        tools = [tool.model_dump() for tool in run.tools]
        prompt = {"system": run.system, "examples": [list(turn) for turn in run.examples], "tools": tools}
        return {"hash": hashlib.sha256(dumps(prompt).encode()).hexdigest(), **prompt}


class RunRow(Base):
    """One run. ``step_count``, ``errors`` (observations that are) and ``lowest_confidence`` follow its steps.

    ``concern``, ``verdict`` and ``annotator`` (of the last finished review) order and filter the queue, so
    that it needs no join. ``content_hash`` tells an imported run from one that was imported before.
    ``host``, ``pid`` and ``process_started`` (seconds since the epoch) name the process that records it.
    The parent step has no foreign key: runs and steps would each need the other to exist first.
    """

    __tablename__ = "runs"
    __table_args__ = (
        Index("ix_runs_created_at_id", "created_at", "id"),
        # The queue filters, sorts and counts on these alone, without reading the wide rows.
        Index("ix_runs_queue", *QUEUE_COLUMNS),
        Index("ix_runs_content_hash", "content_hash", unique=True),
        Index("ix_runs_parent_run_id", "parent_run_id"),
        Index(
            "ix_runs_running",
            "host",
            sqlite_where=text("outcome IS NULL"),
            postgresql_where=text("outcome IS NULL"),
        ),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    created_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    outcome: Mapped[str | None]
    step_count: Mapped[int]
    lowest_confidence: Mapped[float | None]
    errors: Mapped[int]
    concern: Mapped[float]
    verdict: Mapped[str | None]
    annotator: Mapped[str | None]
    source: Mapped[str | None]
    content_hash: Mapped[str | None]
    strategy: Mapped[str]
    parent_run_id: Mapped[str | None] = mapped_column(ForeignKey("runs.id"))
    parent_step_id: Mapped[str | None]
    host: Mapped[str]
    pid: Mapped[int]
    process_started: Mapped[float]
    prompt_hash: Mapped[str] = mapped_column(ForeignKey("prompts.hash"))
    question: Mapped[str]
    answer: Mapped[str | None]
    reason: Mapped[str | None]
    models: Mapped[dict[str, Any]]
    sampling: Mapped[dict[str, Any]]
    limits: Mapped[dict[str, Any]]

    prompt: Mapped[PromptRow] = relationship()

    @classmethod
    def of(cls, run: Run, **columns: Any) -> RunRow:
        """The row of a run; ``columns`` are those that the run itself does not say."""
        return cls(
            **run.model_dump(include=_RUN_FIELDS),
            models=run.models.model_dump(),
            sampling=run.sampling.model_dump(),
            limits=run.limits.model_dump(),
            parent_run_id=run.parent and run.parent.run_id,
            parent_step_id=run.parent and run.parent.step_id,
            **columns,
        )

    def run(self, steps: tuple[Step, ...]) -> Run:
        """The run as it was recorded, with these steps."""
        parent = {"run_id": self.parent_run_id, "step_id": self.parent_step_id}
        return Run.model_validate(
            {name: getattr(self, name) for name in _RUN_FIELDS}
            | {"system": self.prompt.system, "examples": self.prompt.examples, "tools": self.prompt.tools}
            | {"models": self.models, "sampling": self.sampling, "limits": self.limits, "steps": steps}
            | {"parent": parent if self.parent_run_id is not None else None}
        )


class StepRow(Base):
    """One step at its ``position`` (from 0) in a run; the bulky columns stand last.

    ``tokens`` is ``[ids, texts, logprobs]``, three lists of one length.
    """

    __tablename__ = "steps"
    __table_args__ = (UniqueConstraint("run_id", "position"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    run_id: Mapped[str] = mapped_column(ForeignKey("runs.id"))
    position: Mapped[int]
    parent_id: Mapped[str | None] = mapped_column(ForeignKey("steps.id"))
    role: Mapped[str]
    decision: Mapped[str | None]
    tool: Mapped[str | None]
    started_at: Mapped[datetime]
    seconds: Mapped[float]
    prompt_tokens: Mapped[int]
    cached_tokens: Mapped[int]
    raw: Mapped[str]
    rationale: Mapped[str | None]
    arguments: Mapped[dict[str, Any] | None]
    answer: Mapped[str | None]
    observation: Mapped[dict[str, Any] | None]
    tokens: Mapped[list[Any]]

    @classmethod
    def of(cls, step: Step, run_id: str, position: int) -> StepRow:
        """The row of a step."""
        return cls(
            **step.model_dump(include=_STEP_FIELDS),
            run_id=run_id,
            position=position,
            tool=step.call and step.call.name,
            arguments=step.call and step.call.arguments,
            tokens=[[getattr(token, name) for token in step.tokens] for name in ("id", "text", "logprob")],
        )

    def step(self) -> Step:
        """The step as it was recorded."""
        tokens = [
            {"id": id_, "text": piece, "logprob": logprob}
            for id_, piece, logprob in zip(*self.tokens, strict=True)
        ]
        call = {"name": self.tool, "arguments": self.arguments}
        return Step.model_validate(
            {name: getattr(self, name) for name in _STEP_FIELDS}
            | {"tokens": tokens, "call": call if self.tool is not None else None}
        )
