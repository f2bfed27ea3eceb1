"""Runs migrations in one transaction on the connection that `annotate.upgrade` hands over."""

from alembic import context
from sqlalchemy import Connection, text

# Imported for the tables that they add to Base.
from annotate import review_tables, training_tables  # noqa: F401
from annotate.tables import Base
from umi.errors import StoreError

_LOCK = 0x756D69
"""Number of the advisory lock ("umi"): only one process at a time migrates a PostgreSQL database."""


def migrate(connection: Connection) -> None:
    """Bring the database to the revision asked for, or leave it as it was."""
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        transactional_ddl=True,
        render_as_batch=True,
        include_name=_is_mapped,
    )
    with context.begin_transaction():
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": _LOCK})
        context.run_migrations()
        if connection.dialect.name == "sqlite":
            _check_foreign_keys(connection)


def _is_mapped(name: str | None, kind: str, _parents: object) -> bool:
    """Tables of the search are each database's own, and no classes (``annotate.search``)."""
    return kind != "table" or not (name or "").startswith(("run_search", "run_numbers"))


def _set_foreign_keys(connection: Connection, state: str) -> None:
    # Past SQLAlchemy, which would open a transaction, in which this pragma does nothing.
    cursor = connection.connection.cursor()
    cursor.execute(f"PRAGMA foreign_keys = {state}")
    cursor.close()


def _check_foreign_keys(connection: Connection) -> None:
    broken = connection.execute(text("PRAGMA foreign_key_check")).all()
    if broken:
        raise StoreError(
            f"The upgrade of the database would break {len(broken)} references, as {tuple(broken[0])}, "
            "and was undone: go back to the version used before and report this."
        )


def main(connection: Connection) -> None:
    """Migrate; on SQLite with foreign keys off.

    Alembic rebuilds a SQLite table by dropping the old one, and with foreign keys on that
    refuses, or deletes the rows that point to it: https://www.sqlite.org/lang_altertable.html, section 7.
    """
    if connection.dialect.name != "sqlite":
        migrate(connection)
        return
    _set_foreign_keys(connection, "OFF")
    try:
        migrate(connection)
    finally:
        _set_foreign_keys(connection, "ON")


main(context.config.attributes["connection"])
