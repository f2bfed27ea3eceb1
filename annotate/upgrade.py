"""Bringing the tables of a database up to date: lock, look, back up, migrate."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from filelock import FileLock, Timeout
from sqlalchemy import Connection, Engine

from umi.errors import StoreError

MIGRATIONS = Path(__file__).parent / "migrations"
LOCK_SECONDS = 60


def alembic_config(connection: Connection) -> Config:
    """What Alembic's commands need to work on this connection."""
    config = Config(attributes={"connection": connection})
    # Config reads % as the start of a reference.
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("file_template", "r%%(rev)s_%%(slug)s")
    return config


def upgrade_sqlite(engine: Engine, path: Path) -> None:
    """Migrate the file behind ``engine`` if needed, after a copy; one process at a time.

    Raises:
        StoreError: the file is not ours or comes from a newer version; it is left as it was.
        sqlite3.Error, DBAPIError, OSError: it cannot be read or written.
    """
    try:
        with FileLock(f"{path}.lock", timeout=LOCK_SECONDS):
            revision = _sqlite_revision(path)
            if _pending(revision, f"The database {path}"):
                if revision is not None:
                    _back_up(path, revision)
                _migrate(engine)
    except Timeout as error:
        raise StoreError(
            f"The database {path} is being upgraded by another program: wait for it, then try again."
        ) from error


def upgrade_postgres(engine: Engine, name: str) -> None:
    """Migrate if needed; the migration itself lets one process in at a time. Backups are the server's.

    Raises:
        StoreError: the database comes from a newer version.
        DBAPIError: it cannot be reached or written.
    """
    with engine.connect() as connection:
        revision = MigrationContext.configure(connection).get_current_revision()
    if _pending(revision, name):
        _migrate(engine)


def _sqlite_revision(path: Path) -> str | None:
    """Read-only, so that a file that is not ours stays as it is; None where nothing is in it yet."""
    if path.is_dir():
        raise StoreError(f"The database {path} is a folder: name a file in it with UMI_DB_URL.")
    if not path.exists():
        return None
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
        if not tables:
            return None
        if "alembic_version" not in tables:
            raise StoreError(
                f"The database {path} belongs to another program: choose another file with UMI_DB_URL."
            )
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return None if row is None else str(row[0])


def _pending(revision: str | None, name: str) -> bool:
    script = ScriptDirectory(str(MIGRATIONS))
    known = {entry.revision for entry in script.walk_revisions()}
    if revision is not None and revision not in known:
        raise StoreError(
            f"{name} was written by a newer version of UMi Studio (revision {revision}): "
            "update UMi Studio, or choose another database with UMI_DB_URL."
        )
    return revision != script.get_current_head()


def _back_up(path: Path, revision: str) -> Path:
    """A complete copy next to the file, named ``umi.db.REVISION.TIME.bak``; a partial one is removed."""
    moment = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    backup = path.with_name(f"{path.name}.{revision}.{moment}.bak")
    partial = backup.with_suffix(".part")
    try:
        with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(partial)) as target:
            source.backup(target)
        return partial.replace(backup)
    finally:
        partial.unlink(missing_ok=True)


def _migrate(engine: Engine) -> None:
    with engine.connect() as connection:
        command.upgrade(alembic_config(connection), "head")
