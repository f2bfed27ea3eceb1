"""Questions that are held out: no export to learn from holds them, so they can measure what was learnt."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime

from sqlalchemy import delete, select

from annotate.database import Database
from annotate.review_tables import HeldOutRow


def question_hash(question: str) -> str:
    """SHA-256 of the question without regard to case and blanks."""
    return hashlib.sha256(" ".join(question.casefold().split()).encode()).hexdigest()


def hold_out(database: Database, questions: Sequence[str]) -> None:
    """Keep these questions, and with them every run of theirs, out of what is learnt from."""
    rows = [{"question_hash": each, "at": datetime.now(UTC)} for each in map(question_hash, questions)]
    if rows:
        with database.session() as session:
            session.execute(database.insert(HeldOutRow).values(rows).on_conflict_do_nothing())


def release(database: Database, questions: Sequence[str]) -> None:
    """Let them be learnt from again."""
    hashes = [question_hash(each) for each in questions]
    with database.session() as session:
        session.execute(delete(HeldOutRow).where(HeldOutRow.question_hash.in_(hashes)))


def held_out_hashes(database: Database) -> set[str]:
    """The hashes of all questions that are held out."""
    with database.session() as session:
        return set(session.scalars(select(HeldOutRow.question_hash)))


def is_held_out(database: Database, question: str) -> bool:
    """Whether this one is."""
    with database.session() as session:
        return session.get(HeldOutRow, question_hash(question)) is not None
