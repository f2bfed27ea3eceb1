"""One database and its short transactions; what the parts of the record have in common."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Engine
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import IntegrityError, SQLAlchemyError
from sqlalchemy.orm import Session

from annotate.db import explain, named, open_engine
from umi.errors import StoreError


class Database:
    """An open database; one object serves any number of threads."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @classmethod
    def open(cls, url: str) -> Database:
        """The database with up-to-date tables.

        Raises:
            StoreError: it cannot be opened, is not ours or comes from a newer version.
        """
        return cls(open_engine(url))

    @property
    def is_sqlite(self) -> bool:
        """SQLite, and not PostgreSQL."""
        return self._engine.dialect.name == "sqlite"

    @property
    def name(self) -> str:
        """What messages call it."""
        return named(self._engine.url)

    def close(self) -> None:
        """Let go of it; nothing can be read or written afterwards."""
        self._engine.dispose()

    @contextmanager
    def session(self) -> Iterator[Session]:
        """One short transaction, committed at the end.

        Raises:
            StoreError: the database does not answer, or refuses.
        """
        try:
            with Session(self._engine) as session, session.begin():
                yield session
        except SQLAlchemyError as error:
            raise explain(error, self._engine.url) from error

    @contextmanager
    def contested(self) -> Iterator[Session]:
        """As ``session``, where somebody else may have written the same key a moment before.

        Raises:
            IntegrityError: somebody has.
            StoreError: see ``session``.
        """
        try:
            with Session(self._engine) as session, session.begin():
                yield session
        except IntegrityError:
            raise
        except SQLAlchemyError as error:
            raise explain(error, self._engine.url) from error

    def insert(self, table: Any) -> sqlite.Insert | postgresql.Insert:
        """An ``INSERT`` of this database's dialect, which can say what happens to a key that is there."""
        return sqlite.insert(table) if self.is_sqlite else postgresql.insert(table)

    def absent(self, run_id: str) -> StoreError:
        """There is no such run."""
        return StoreError(f"{self.name} has no run {run_id}: choose one from the list of runs.")
