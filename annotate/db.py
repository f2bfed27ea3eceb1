"""Opening a database by its URL: SQLite by default, PostgreSQL for many people."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import SQLAlchemyError

from annotate.upgrade import upgrade_postgres, upgrade_sqlite
from umi.errors import StoreError
from umi.home import home

WRITES = "umi_writes"
"""Execution option of transactions that are going to write."""
_FORMS = "write sqlite:////folder/file.db or postgresql://user:password@host/database"

# Primary result codes of https://www.sqlite.org/rescode.html
_SQLITE_WAY_OUT = {
    5: "another program is holding it; wait for that program or close it, then try again",
    8: "it may only be read; allow writing, or choose another place with UMI_DB_URL",
    10: "the disk fails or is full; check it and try again",
    11: "the file is damaged; move it away or put back one of the .bak copies next to it",
    13: "no room is left; free some space on its disk and try again",
    14: "the file or its folder cannot be written; choose another place with UMI_DB_URL",
    19: "what was to be written contradicts what is there already",
    26: "the file is something else; choose another one with UMI_DB_URL",
}
# Classes of https://www.postgresql.org/docs/15/errcodes-appendix.html
_POSTGRES_WAY_OUT = {
    "23": "what was to be written contradicts what is there already",
    "28": "check the user and the password in UMI_DB_URL",
    "3D": "create that database or correct UMI_DB_URL",
    "42": "the user of UMI_DB_URL may not do this, or the tables were changed by hand",
    "53": "the server has no room left; free some disk space or connections there",
}


def default_url() -> str:
    """``UMI_DB_URL``, else the SQLite file ``umi.db`` in ``UMI_HOME``.

    Raises:
        UmiError: ``UMI_HOME`` cannot be written.
    """
    given = os.environ.get("UMI_DB_URL")
    return given or URL.create("sqlite", database=str(home() / "umi.db")).render_as_string()


def open_engine(url: str) -> Engine:
    """A database with up-to-date tables; call ``dispose()`` when done.

    Raises:
        StoreError: the database cannot be opened, is not ours or comes from a newer version.
    """
    parsed = _parsed(url)
    engine = _sqlite(parsed) if parsed.get_backend_name() == "sqlite" else _postgres(parsed)
    try:
        _upgrade(engine)
    except (SQLAlchemyError, sqlite3.Error, OSError) as error:
        engine.dispose()
        raise explain(error, engine.url) from error
    except StoreError:
        engine.dispose()
        raise
    return engine


def explain(error: Exception, url: URL) -> StoreError:
    """What a driver's error means to people: one sentence, never with the password."""
    cause = getattr(error, "orig", None) or error
    said = getattr(cause, "strerror", None) or str(cause) or type(cause).__name__
    said = " ".join(said.splitlines()[0].split()).rstrip(".")
    return StoreError(f"{named(url)} cannot be used ({said}): {_way_out(cause)}.")


def named(url: URL) -> str:
    """The database as messages call it: the file, or the database and its host."""
    if url.get_backend_name() == "sqlite":
        return f"The database {url.database}"
    return f"The PostgreSQL database {url.database} on {url.host or 'this machine'}"


def _way_out(cause: BaseException) -> str:
    sqlite_code, state = getattr(cause, "sqlite_errorcode", None), getattr(cause, "sqlstate", None)
    if sqlite_code is not None:
        return _SQLITE_WAY_OUT.get(sqlite_code & 0xFF, "nothing was written")
    if state is not None:
        return _POSTGRES_WAY_OUT.get(state[:2], "nothing was written")
    if isinstance(cause, OSError):
        return "choose a place that can be written with UMI_DB_URL or UMI_HOME"
    return "nothing was written; check that it is there and that UMI_DB_URL is right"


def _parsed(url: str) -> URL:
    # No cause is chained and no part of the text is shown: any of it may be the password.
    try:
        parsed = make_url(url)
    except (SQLAlchemyError, ValueError):
        raise StoreError(f"UMI_DB_URL is not the address of a database: {_FORMS}.") from None
    kind = parsed.get_backend_name()
    if kind not in ("sqlite", "postgresql"):
        raise StoreError(f"UMI_DB_URL names neither SQLite nor PostgreSQL: {_FORMS}.")
    if "@" in (parsed.host or ""):
        raise StoreError("The password in UMI_DB_URL holds an @: write %40 instead of it.")
    return _file_url(parsed) if kind == "sqlite" else parsed.set(drivername="postgresql+psycopg")


def _file_url(url: URL) -> URL:
    # A database in memory would be another one for every connection.
    if not url.database or url.database.startswith((":memory:", "file:")):
        raise StoreError(f"UMI_DB_URL names no file: {_FORMS}.")
    return URL.create("sqlite", database=str(Path(url.database).expanduser().absolute()))


def _sqlite(url: URL) -> Engine:
    engine = create_engine(url)
    event.listen(engine, "connect", _set_pragmas)
    event.listen(engine, "begin", _begin)
    return engine


def _postgres(url: URL) -> Engine:
    # Prepared once for all words, the plan of a search would be the wrong one for frequent words.
    settings = {"connect_timeout": 10, "prepare_threshold": None}
    try:
        return create_engine(url, pool_pre_ping=True, connect_args=settings)
    except ModuleNotFoundError as error:
        raise StoreError("PostgreSQL needs its driver: pip install 'umi-studio[postgres]'.") from error


def _upgrade(engine: Engine) -> None:
    if engine.dialect.name == "postgresql":
        upgrade_postgres(engine, named(engine.url))
        return
    path = Path(engine.url.database or "")
    path.parent.mkdir(parents=True, exist_ok=True)
    upgrade_sqlite(engine, path)


def _set_pragmas(connection: Any, _record: object) -> None:
    # Left to itself the driver opens no transaction before CREATE TABLE, so that a
    # migration cut off in the middle would stay half done; see _begin.
    connection.isolation_level = None
    # First of all, so that the switch to WAL waits for others as well. SQLite wakes whoever happens to ask
    # at the right moment: of 20,000 saves by twenty busy processes, three did not get through in 10 s.
    connection.execute("PRAGMA busy_timeout = 60000")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA foreign_keys = ON")


def _begin(connection: Connection) -> None:
    # One that reads before it writes would find itself too late where another wrote in between.
    writes = connection.get_execution_options().get(WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
