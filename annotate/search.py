"""Full-text search over runs: their questions, rationales, calls and answers.

SQLite has FTS5, PostgreSQL a vector of words for each run. Both take words as they are, without
endings being cut off, and ignore case; accents only count on PostgreSQL.
"""

from __future__ import annotations

import re
from typing import Any

from sqlalchemy import ColumnElement, TextClause, text
from sqlalchemy.orm import Session

from annotate.columns import clean, dumps
from annotate.database import Database
from annotate.tables import RunRow
from umi.schema import Run

_WORD = re.compile(r"\w+")
_LONGEST = 500_000
"""Characters of a run that are searched; PostgreSQL takes a megabyte of words at most."""


def words_of(run: Run) -> str:
    """What of the run is searched."""
    texts = [run.question, run.answer or ""]
    for step in run.steps:
        call = step.call and f"{step.call.name} {dumps(step.call.arguments)}"
        texts += [step.rationale or "", call or ""]
    return str(clean(" ".join(filter(None, texts))))[:_LONGEST]


def index(database: Database, session: Session, run: Run) -> None:
    """Let the ended run be found from now on."""
    given = {"run": run.id, "words": words_of(run)}
    if not database.is_sqlite:
        session.execute(text("INSERT INTO run_search VALUES (:run, to_tsvector('simple', :words))"), given)
        return
    session.execute(text("INSERT INTO run_numbers (run_id) VALUES (:run)"), given)
    session.execute(
        text(
            "INSERT INTO run_search (rowid, words) SELECT number, :words FROM run_numbers WHERE run_id = :run"
        ),
        given,
    )


def forget(database: Database, session: Session, run_id: str) -> None:
    """The run is found no longer."""
    if database.is_sqlite:
        numbers = "SELECT number FROM run_numbers WHERE run_id = :run"
        session.execute(text(f"DELETE FROM run_search WHERE rowid IN ({numbers})"), {"run": run_id})
        session.execute(text("DELETE FROM run_numbers WHERE run_id = :run"), {"run": run_id})
    else:
        session.execute(text("DELETE FROM run_search WHERE run_id = :run"), {"run": run_id})


def matches(database: Database, query: str) -> ColumnElement[bool] | None:
    """Runs that hold every word of the query, the last one as a beginning; None where it has no word."""
    words = _WORD.findall(str(clean(query)).casefold())
    if not words:
        return None
    return RunRow.id.in_(_found(database, words))


def _found(database: Database, words: list[str]) -> Any:
    if database.is_sqlite:
        asked = " ".join(f'"{word}"' for word in words) + "*"
        return _bound(
            "SELECT run_id FROM run_numbers WHERE number IN"
            " (SELECT rowid FROM run_search WHERE run_search MATCH :asked)",
            asked,
        )
    asked = " & ".join(f"'{word}'" for word in words) + ":*"
    return _bound("SELECT run_id FROM run_search WHERE words @@ to_tsquery('simple', :asked)", asked)


def _bound(statement: str, asked: str) -> TextClause:
    return text(statement).bindparams(asked=asked)
