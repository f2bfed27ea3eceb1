"""Corrections of steps: append-only revisions, drafts, and what happens when two people save."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import delete, func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from annotate.columns import dumps
from annotate.contents import LONGEST, Content, checked, content_of, hash_of
from annotate.database import Database, Gone
from annotate.review_tables import DraftRow, RevisionRow
from annotate.tables import RunRow, StepRow
from umi.errors import InputError, StoreError
from umi.schema import Run, Step

ORIGINAL = 0
"""The number of what the model itself wrote."""


@dataclass(frozen=True)
class Revision:
    """One saved correction; ``parent_no`` is what it was made from, 0 the model's own."""

    step_id: str
    revision_no: int
    parent_no: int
    author: str
    created_at: datetime
    reason: str | None
    content: Content
    suggestion_id: str | None = None


@dataclass(frozen=True)
class Draft:
    """What was typed and not saved, from revision ``base_no`` on."""

    base_no: int
    at: datetime
    content: Content


class Conflict(StoreError):
    """Somebody saved this step in between; ``theirs`` is the newest revision, and nothing was written."""

    def __init__(self, theirs: Revision) -> None:
        super().__init__(
            f"{theirs.author} saved revision {theirs.revision_no} of this step in the meantime: "
            "compare both, then keep theirs or save yours on top."
        )
        self.theirs = theirs


class Corrections:
    """The corrections in one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def save(
        self,
        run: Run,
        step: Step,
        author: str,
        base_no: int,
        content: Content,
        reason: str | None = None,
        suggestion_id: str | None = None,
    ) -> Revision:
        """Add a revision made from ``base_no``, and drop the author's draft of the step.

        Raises:
            Conflict: ``base_no`` is no longer the newest revision.
            InputError: the content does not fit the role, or changes nothing.
            StoreError: the run is gone.
        """
        content = checked(run, step.role, content)
        row: dict[str, Any] = {
            "id": uuid4().hex,
            "run_id": run.id,
            "step_id": step.id,
            "revision_no": base_no + 1,
            "parent_no": base_no,
            "author": author,
            "created_at": datetime.now(UTC),
            "reason": reason,
            "content_hash": hash_of(content),
            "content": content,
            "suggestion_id": suggestion_id,
        }
        try:
            with self._database.contested() as session:
                self._require_change(session, step, base_no, row["content_hash"])
                session.add(RevisionRow(**row))
                session.execute(_drafts(step.id, author))
        except IntegrityError:
            raise self._refusal(run.id, step.id) from None
        return _revision(RevisionRow(**row))

    def revisions(self, step_ids: Sequence[str]) -> dict[str, tuple[Revision, ...]]:
        """Each step's revisions, oldest first; steps without one are left out."""
        query = select(RevisionRow).where(RevisionRow.step_id.in_(step_ids))
        found: dict[str, tuple[Revision, ...]] = {}
        with self._database.session() as session:
            for row in session.scalars(query.order_by(RevisionRow.step_id, RevisionRow.revision_no)):
                found[row.step_id] = (*found.get(row.step_id, ()), _revision(row))
        return found

    def keep_draft(self, step_id: str, author: str, base_no: int, content: Content) -> None:
        """Remember what was typed, so that neither a closed tab nor a killed server loses it.

        Raises:
            Gone: the step is.
            InputError: it is longer than any correction may be.
        """
        if len(dumps(content)) > LONGEST:
            raise InputError(f"What is longer than {LONGEST:,} characters is not kept: shorten it.")
        values = {"base_no": base_no, "at": datetime.now(UTC), "content": content}
        insert = self._database.insert(DraftRow).values({"step_id": step_id, "author": author} | values)
        try:
            with self._database.contested() as session:
                session.execute(
                    insert.on_conflict_do_update(index_elements=["step_id", "author"], set_=values)
                )
        except IntegrityError:
            raise Gone("This step is gone: its run was deleted.") from None

    def drop_draft(self, step_id: str, author: str) -> None:
        """Forget what was typed."""
        with self._database.session() as session:
            session.execute(_drafts(step_id, author))

    def drafts(self, step_ids: Sequence[str], author: str) -> dict[str, Draft]:
        """The author's drafts of these steps."""
        query = select(DraftRow).where(DraftRow.step_id.in_(step_ids), DraftRow.author == author)
        with self._database.session() as session:
            return {row.step_id: Draft(row.base_no, row.at, row.content) for row in session.scalars(query)}

    def _require_change(self, session: Session, step: Step, base_no: int, new_hash: str) -> None:
        base = hash_of(content_of(step))
        if base_no != ORIGINAL:
            query = select(RevisionRow.content_hash)
            known = RevisionRow.step_id == step.id, RevisionRow.revision_no == base_no
            base = session.scalar(query.where(*known)) or ""
            if not base:
                raise InputError(f"The step has no revision {base_no}: open it again.")
        if new_hash == base:
            raise InputError("Nothing was changed: there is nothing to save.")

    def _refusal(self, run_id: str, step_id: str) -> StoreError:
        """Why the database would not take a revision."""
        with self._database.session() as session:
            newest = session.scalar(
                select(RevisionRow)
                .where(RevisionRow.step_id == step_id)
                .order_by(RevisionRow.revision_no.desc())
                .limit(1)
            )
            if newest is None or session.get(RunRow, run_id) is None or session.get(StepRow, step_id) is None:
                return self._database.absent(run_id)
            return Conflict(_revision(newest))


def newest_no(database: Database, step_id: str) -> int:
    """The number of the step's newest revision; 0 where there is none."""
    query = select(func.max(RevisionRow.revision_no)).where(RevisionRow.step_id == step_id)
    with database.session() as session:
        return session.scalar(query) or ORIGINAL


def _drafts(step_id: str, author: str) -> Any:
    return delete(DraftRow).where(DraftRow.step_id == step_id, DraftRow.author == author)


def _revision(row: RevisionRow) -> Revision:
    return Revision(
        step_id=row.step_id,
        revision_no=row.revision_no,
        parent_no=row.parent_no,
        author=row.author,
        created_at=row.created_at,
        reason=row.reason,
        content=row.content,
        suggestion_id=row.suggestion_id,
    )
