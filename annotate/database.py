"""One database and its short transactions; what the parts of the record have in common."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Engine
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import IntegrityError, SQLAlchemyError
from sqlalchemy.orm import Session

from annotate.db import WRITES, explain, named, open_engine
from umi.errors import StoreError


class Gone(StoreError):
    """There is no such run, or not any more."""


class Database:
    """An open database; one object serves any number of threads."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._writer = engine.execution_options(**{WRITES: True})

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
        """One short transaction that reads, or begins with what it writes; committed at the end.

        Raises:
            StoreError: the database does not answer, or refuses.
        """
        with self._transaction(self._engine) as session:
            yield session

    @contextmanager
    def change(self) -> Iterator[Session]:
        """As ``session``, for reading first and then writing: nobody else writes in between on SQLite.

        Raises:
            StoreError: the database does not answer, or refuses.
        """
        with self._transaction(self._writer) as session:
            yield session

    @contextmanager
    def contested(self) -> Iterator[Session]:
        """As ``change``, where a key or what it points to may not be what it was.

        Raises:
            IntegrityError: it is not.
            StoreError: see ``change``.
        """
        try:
            with Session(self._writer) as session, session.begin():
                yield session
        except IntegrityError:
            raise
        except SQLAlchemyError as error:
            raise explain(error, self._engine.url) from error

    @contextmanager
    def _transaction(self, engine: Engine) -> Iterator[Session]:
        try:
            with Session(engine) as session, session.begin():
                yield session
        except SQLAlchemyError as error:
            raise explain(error, self._engine.url) from error

    def insert(self, table: Any) -> sqlite.Insert | postgresql.Insert:
        """An ``INSERT`` of this database's dialect, which can say what happens to a key that is there."""
        return sqlite.insert(table) if self.is_sqlite else postgresql.insert(table)

    def absent(self, run_id: str) -> Gone:
        """There is no such run."""
        return Gone(f"{self.name} has no run {run_id}: choose one from the list of runs.")
