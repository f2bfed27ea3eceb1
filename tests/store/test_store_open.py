"""Opening: migrations with data, and everything that a path or URL can turn out to be."""

import os
import shutil
import socket
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import event, inspect, text
from sqlalchemy.exc import OperationalError
from store_samples import full_run, run, step

from annotate import upgrade
from annotate.db import default_url, open_engine
from annotate.store import Store
from umi.errors import StoreError, UmiError
from umi.schema import Run

# The user without rights on Linux, by its usual number; permissions do not stop root.
NOBODY = 65534
# Rebuilds the parent table of steps, the dangerous case on SQLite, and changes what is in it.
NEXT_REVISION = """
import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table("notes", sa.Column("id", sa.Integer(), nullable=False))
    rebuild = "always" if op.get_bind().dialect.name == "sqlite" else "never"
    with op.batch_alter_table("runs", recreate=rebuild) as batch:
        batch.add_column(sa.Column("note", sa.Text(), nullable=False, server_default="none"))
    op.execute("UPDATE runs SET answer = 'migrated'")
"""
BROKEN_REVISION = NEXT_REVISION + "    op.execute('SELECT * FROM nowhere')\n"
ORPHANING_REVISION = NEXT_REVISION + "    op.execute('DELETE FROM prompts')\n"


@pytest.fixture
def release(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> "Release":
    return Release(tmp_path / "next%20release", monkeypatch)


class Release:
    """A later version of the program: its migrations are today's and one more."""

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch) -> None:
        self.folder, self.patch = folder, patch

    def install(self, revision: str = NEXT_REVISION) -> None:
        shutil.copytree(upgrade.MIGRATIONS, self.folder)
        (self.folder / "versions" / "r0004_note.py").write_text(revision)
        self.patch.setattr(upgrade, "MIGRATIONS", self.folder)

    def uninstall(self) -> None:
        self.patch.undo()


def record(url: str) -> Run:
    """A database of today with one whole run in it."""
    store, given = Store.open(url), full_run("北京")
    store.start_run(given)
    store.close()
    return given


def revision_of(path: Path) -> str:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT version_num FROM alembic_version").fetchone()[0]


def backups(folder: Path) -> list[Path]:
    return sorted(folder.glob("umi.db.*.bak"))


def refusal(url: str) -> str:
    with pytest.raises(StoreError) as caught:
        Store.open(url)
    message = str(caught.value)
    assert message.endswith(".")
    assert "\n" not in message
    return message


# Migrations


def test_migrations_and_tables_agree(url: str) -> None:
    engine = open_engine(url)
    with engine.connect() as connection:
        # Raises where they differ.
        command.check(upgrade.alembic_config(connection))
    engine.dispose()


def test_the_first_revision_goes_back_to_nothing(url: str) -> None:
    record(url)
    engine = open_engine(url)
    with engine.connect() as connection:
        command.downgrade(upgrade.alembic_config(connection), "base")
    assert inspect(engine).get_table_names() == ["alembic_version"]
    engine.dispose()
    given = record(url)
    store = Store.open(url)
    assert store.run(given.id) == given
    store.close()


def test_an_upgrade_keeps_every_row(url: str, release: Release) -> None:
    given = record(url)
    release.install()
    store = Store.open(url)
    assert store.run(given.id) == given.model_copy(update={"answer": "migrated"})
    # Foreign keys hold again after the migration.
    with pytest.raises(StoreError, match="contradicts"):
        store.start_run(run(steps=(step(parent_id="absent"),)))
    store.close()


@pytest.mark.parametrize("revision", ["0001", "0002"])
def test_a_database_of_an_earlier_version_is_upgraded_with_its_rows(url: str, revision: str) -> None:
    given = record(url)
    engine = open_engine(url)
    with engine.connect() as connection:
        command.downgrade(upgrade.alembic_config(connection), revision)
        assert "jobs" not in inspect(connection).get_table_names()
    engine.dispose()
    store = Store.open(url)
    assert store.run(given.id) == given
    store.close()
    engine = open_engine(url)
    assert {"jobs", "adapters", "adapter_lessons", "promotions", "settings"} <= set(
        inspect(engine).get_table_names()
    )
    engine.dispose()


def test_before_an_upgrade_the_file_is_copied(tmp_path: Path, sqlite_url: str, release: Release) -> None:
    given = record(sqlite_url)
    Store.open(sqlite_url).close()
    assert backups(tmp_path) == []
    release.install()
    Store.open(sqlite_url).close()
    Store.open(sqlite_url).close()
    (backup,) = backups(tmp_path)
    assert backup.name.startswith("umi.db.0003.20")
    assert (revision_of(backup), revision_of(tmp_path / "umi.db")) == ("0003", "0004")
    assert not list(tmp_path.glob("*.part"))
    release.uninstall()
    store = Store.open(f"sqlite:///{backup}")
    assert store.run(given.id) == given
    store.close()


def test_the_copy_holds_what_is_only_in_the_log_yet(
    tmp_path: Path, sqlite_url: str, release: Release
) -> None:
    # Another program keeps the database open, so that nothing has moved from the -wal file to the file.
    still_open, given = Store.open(sqlite_url), full_run("x")
    still_open.start_run(given)
    release.install()
    Store.open(sqlite_url).close()
    still_open.close()
    release.uninstall()
    store = Store.open(f"sqlite:///{backups(tmp_path)[0]}")
    assert store.run(given.id) == given
    store.close()


@pytest.mark.parametrize("revision", [BROKEN_REVISION, ORPHANING_REVISION], ids=["broken", "orphaning"])
def test_a_failed_upgrade_leaves_the_database_as_it_was(url: str, release: Release, revision: str) -> None:
    given = record(url)
    release.install(revision)
    message = refusal(url)
    assert "cannot be used" in message or "would break 1 references" in message
    release.uninstall()
    store = Store.open(url)
    assert store.run(given.id) == given
    store.close()
    # Nothing half done stands in the way of the corrected release.
    shutil.rmtree(release.folder)
    release.install()
    Store.open(url).close()


def test_a_database_of_a_newer_version_is_left_alone(
    tmp_path: Path, sqlite_url: str, release: Release
) -> None:
    record(sqlite_url)
    release.install()
    Store.open(sqlite_url).close()
    release.uninstall()
    path = tmp_path / "umi.db"
    before, copies = path.read_bytes(), backups(tmp_path)
    assert refusal(sqlite_url) == (
        f"The database {path} was written by a newer version of UMi Studio (revision 0004): "
        "update UMi Studio, or choose another database with UMI_DB_URL."
    )
    assert path.read_bytes() == before
    assert backups(tmp_path) == copies


def test_a_server_of_a_newer_version_is_left_alone(postgres_url: str, release: Release) -> None:
    given = record(postgres_url)
    release.install()
    Store.open(postgres_url).close()
    release.uninstall()
    message = refusal(postgres_url)
    assert "newer version of UMi Studio (revision 0004)" in message
    assert "cr" not in message.replace("newer version of UMi Studio", "")
    release.patch.setattr(upgrade, "MIGRATIONS", release.folder)
    store = Store.open(postgres_url)
    assert store.run(given.id).steps == given.steps
    store.close()


def test_an_upgrade_waits_for_another_and_gives_up(
    tmp_path: Path, sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(upgrade, "LOCK_SECONDS", 0.2)
    with upgrade.FileLock(tmp_path / "umi.db.lock"):
        assert "is being upgraded by another program: wait" in refusal(sqlite_url)
    record(sqlite_url)


# Files that are no database of ours, and places that cannot be written


def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path, sqlite_url: str) -> None:
    path = tmp_path / "umi.db"
    path.write_text("Dear diary, " * 500)
    message = refusal(sqlite_url)
    assert message.startswith(f"The database {path} cannot be used (file is not a database): ")
    assert path.read_text() == "Dear diary, " * 500


def test_a_damaged_database_is_left_alone(tmp_path: Path, sqlite_url: str) -> None:
    record(sqlite_url)
    path = tmp_path / "umi.db"
    # The header and the list of tables stay, everything behind the first page is lost.
    damaged = path.read_bytes()[:4096] + b"\xff" * 40_000
    path.write_bytes(damaged)
    assert "the file is damaged; move it away or put back one of the .bak copies" in refusal(sqlite_url)
    assert path.read_bytes() == damaged


def test_the_database_of_another_program_is_left_alone(tmp_path: Path, sqlite_url: str) -> None:
    path = tmp_path / "umi.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE bookmarks (url)")
    before = path.read_bytes()
    assert "belongs to another program" in refusal(sqlite_url)
    assert path.read_bytes() == before


def test_an_empty_file_becomes_a_database(tmp_path: Path, sqlite_url: str) -> None:
    (tmp_path / "umi.db").touch()
    record(sqlite_url)
    assert backups(tmp_path) == []


def test_a_folder_is_no_database(tmp_path: Path) -> None:
    assert f"The database {tmp_path} is a folder: name a file in it" in refusal(f"sqlite:///{tmp_path}")


def test_missing_folders_are_made(tmp_path: Path) -> None:
    record(f"sqlite:///{tmp_path}/a b/ünï%25/umi.db")
    assert (tmp_path / "a b" / "ünï%" / "umi.db").is_file()


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    # Below a file, which stops root as well.
    (tmp_path / "file").touch()
    message = refusal(f"sqlite:///{tmp_path}/file/umi.db")
    assert message.endswith(": choose a place that can be written with UMI_DB_URL or UMI_HOME.")


@pytest.fixture
def read_only() -> Iterator[Path]:
    """A folder with a database, as somebody sees it who may only read there."""
    # Not in tmp_path, which only its owner may enter.
    with tempfile.TemporaryDirectory() as name:
        folder, owner = Path(name), os.geteuid()
        record(f"sqlite:///{folder}/umi.db")
        folder.chmod(0o555)
        if owner == 0:
            os.seteuid(NOBODY)
        yield folder
        os.seteuid(owner)
        folder.chmod(0o755)


def test_a_folder_that_may_only_be_read(read_only: Path) -> None:
    for name in ("umi.db", "new.db"):
        assert refusal(f"sqlite:///{read_only}/{name}") == (
            f"The database {read_only}/{name} cannot be used (Permission denied): "
            "choose a place that can be written with UMI_DB_URL or UMI_HOME."
        )


# A disk that fills up, a database that others hold


def limit_pages(store: Store, pages: int) -> None:
    """SQLite's own limit raises what a full disk raises, SQLITE_FULL: https://www.sqlite.org/pragma.html"""

    def limit(connection: sqlite3.Connection, *_: object) -> None:
        connection.execute(f"PRAGMA max_page_count = {pages}")

    store.database._engine.dispose()
    event.listen(store.database._engine, "connect", limit)


def test_a_full_disk_loses_the_step_being_written_and_nothing_else(sqlite_url: str) -> None:
    store, given = Store.open(sqlite_url), run()
    store.start_run(given)
    store.add_step(given.id, step(raw="kept"))
    limit_pages(store, 40)
    with pytest.raises(StoreError, match=r"database or disk is full\): no room is left; free some space"):
        store.add_step(given.id, step(raw="x" * 1_000_000))
    assert [each.raw for each in store.run(given.id).steps] == ["kept"]
    store.add_step(given.id, step(raw="small"))
    assert [each.raw for each in store.run(given.id).steps] == ["kept", "small"]
    store.close()


def test_without_a_copy_there_is_no_upgrade(tmp_path: Path, release: Release) -> None:
    # The longest name of a file is 255 bytes, see limits.h(0p), NAME_MAX: the copy's is longer.
    path = tmp_path / ("d" * 230 + ".db")
    given = record(f"sqlite:///{path}")
    release.install()
    assert "cannot be used" in refusal(f"sqlite:///{path}")
    assert revision_of(path) == "0003"
    release.uninstall()
    store = Store.open(f"sqlite:///{path}")
    assert store.run(given.id) == given
    store.close()


def test_a_database_held_by_another_program(tmp_path: Path, sqlite_url: str) -> None:
    store, given = Store.open(sqlite_url), run()
    store.start_run(given)
    event.listen(store.database._engine, "begin", lambda c: c.exec_driver_sql("PRAGMA busy_timeout = 100"))
    with closing(sqlite3.connect(tmp_path / "umi.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match=r"database is locked\): another program is holding it"):
            store.add_step(given.id, step())
        # Reading goes on.
        assert store.run(given.id) == given
    store.add_step(given.id, step())
    store.close()


def test_settings_of_sqlite(sqlite_url: str) -> None:
    engine = open_engine(sqlite_url)
    with engine.connect() as connection:
        names = ("journal_mode", "foreign_keys", "busy_timeout", "synchronous")
        values = [connection.execute(text(f"PRAGMA {name}")).scalar() for name in names]
    engine.dispose()
    # synchronous: 1 is NORMAL, https://www.sqlite.org/pragma.html#pragma_synchronous
    assert values == ["wal", 1, 60_000, 1]


def test_a_restarted_server_is_found_again(postgres_url: str) -> None:
    store, given = Store.open(postgres_url), run()
    store.start_run(given)
    engine = open_engine(postgres_url)
    with engine.connect() as connection, pytest.raises(OperationalError):
        # Ends every connection to this database, this one last.
        connection.execute(
            text(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() "
                "ORDER BY pid = pg_backend_pid()"
            )
        )
    engine.dispose()
    store.add_step(given.id, step())
    store.close()


# URLs


def test_the_password_is_never_shown(postgres_url: str) -> None:
    for url in (
        postgres_url.replace("se%2Fcr%3Aet%25s", "hunter2"),
        "postgresql://umi:hunter2@host:notaport/db",
        "postgresql://umi:hunter2",
        "mysql://umi:hunter2@host/db",
        "postgresql://umi:p@hunter2@localhost/db",
        "hunter2",
        f"postgresql://umi:hunter2@127.0.0.1:{free_port()}/db",
        "postgresql://umi@/db?host=/nowhere&password=hunter2",
    ):
        assert "hunter2" not in refusal(url)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


def test_a_wrong_password_says_what_to_check(postgres_url: str) -> None:
    message = refusal(postgres_url.replace("se%2Fcr%3Aet%25s", "wrong"))
    assert "password authentication failed" in message
    assert "UMI_DB_URL is right" in message


def test_an_absent_database_says_so(postgres_url: str) -> None:
    message = refusal(postgres_url.replace("@/t", "@/absent"))
    assert 'database "absent' in message


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///:memory:", "sqlite:///file:x?mode=memory&uri=true"])
def test_a_database_in_memory_is_refused(url: str) -> None:
    assert refusal(url).startswith("UMI_DB_URL names no file: write sqlite:////folder/file.db or postgresql:")


def test_the_default_is_a_file_in_the_home_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "a?b#c%20 d"
    monkeypatch.delenv("UMI_DB_URL", raising=False)
    monkeypatch.setenv("UMI_HOME", str(folder))
    Store.open(default_url()).close()
    assert (folder / "umi.db").is_file()
    monkeypatch.setenv("UMI_DB_URL", "postgresql://umi@host/db")
    assert default_url() == "postgresql://umi@host/db"


def test_a_home_that_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    monkeypatch.delenv("UMI_DB_URL", raising=False)
    monkeypatch.setenv("UMI_HOME", str(tmp_path / "file" / "home"))
    with pytest.raises(UmiError, match=r"^The folder .*home cannot be written .*: set UMI_HOME to one"):
        default_url()
