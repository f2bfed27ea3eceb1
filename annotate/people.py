"""Who reviews: names as given or logged in with, and who may decide for all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import select, update

from annotate.database import Database
from annotate.review_tables import AnnotatorRow
from umi.errors import InputError

LONGEST = 60
"""Characters of a name."""


@dataclass(frozen=True)
class Person:
    """An annotator; a reviewer also settles disagreements and accepts."""

    name: str
    is_reviewer: bool


class People:
    """The annotators of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def welcome(self, name: str) -> Person:
        """The person of this name, who is made known if need be; the first of all is a reviewer.

        Raises:
            InputError: the name is empty or too long.
        """
        name = " ".join(name.split())
        if not 0 < len(name) <= LONGEST:
            raise InputError(f"The name must have 1 to {LONGEST} characters: give another one.")
        with self._database.session() as session:
            if (known := session.get(AnnotatorRow, name)) is not None:
                return Person(name, known.is_reviewer)
        row = {"name": name, "created_at": datetime.now(UTC)}
        with self._database.change() as session:
            nobody = session.scalar(select(AnnotatorRow.name).limit(1)) is None
            session.execute(
                self._database.insert(AnnotatorRow)
                .values(row | {"is_reviewer": nobody})
                .on_conflict_do_nothing()
            )
            is_reviewer = session.scalar(select(AnnotatorRow.is_reviewer).where(AnnotatorRow.name == name))
        return Person(name, bool(is_reviewer))

    def all(self) -> tuple[Person, ...]:
        """Everybody, by name."""
        query = select(AnnotatorRow.name, AnnotatorRow.is_reviewer).order_by(AnnotatorRow.name)
        with self._database.session() as session:
            return tuple(Person(*row) for row in session.execute(query))

    def make_reviewer(self, name: str, is_reviewer: bool) -> None:
        """Let somebody decide for all, or no longer.

        Raises:
            InputError: nobody has that name, or no reviewer would be left.
        """
        with self._database.change() as session:
            others = select(AnnotatorRow.name).where(AnnotatorRow.is_reviewer, AnnotatorRow.name != name)
            if not is_reviewer and session.scalar(others.limit(1)) is None:
                raise InputError("Somebody has to be a reviewer: make somebody else one first.")
            changed = session.execute(
                update(AnnotatorRow)
                .where(AnnotatorRow.name == name)
                .values(is_reviewer=is_reviewer)
                .returning(AnnotatorRow.name)
            )
            if changed.first() is None:
                raise InputError(f"Nobody here is called {name}: choose a name of the list.")
