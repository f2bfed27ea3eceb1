"""Each test gets an empty database of its own: a SQLite file, then a real PostgreSQL."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest

from annotate.store import Store

# Where Debian's packages of PostgreSQL 15 and later put what is not on PATH.
PG_FOLDERS = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
PG_PASSWORD = "se/cr:et%s"


def pg_program(name: str) -> str:
    path = shutil.which(name, path=os.pathsep.join([*map(str, PG_FOLDERS), os.environ["PATH"]]))
    if path is None:
        pytest.skip(f"PostgreSQL's {name} is not installed")
    return path


def as_server(*command: str) -> None:
    """Run as a user that PostgreSQL accepts; it refuses root."""
    user = ("runuser", "-u", "postgres", "--") if os.geteuid() == 0 else ()
    subprocess.run([*user, *command], check=True, stdout=subprocess.DEVNULL, cwd="/")


@pytest.fixture(scope="session")
def cluster() -> Iterator[Path]:
    """Folder of a throw-away server's socket and data; reachable with the password only."""
    initdb, pg_ctl = pg_program("initdb"), pg_program("pg_ctl")
    # Short: a socket's path holds about 100 characters.
    with tempfile.TemporaryDirectory(prefix="umi-pg-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        (folder / "password").write_text(PG_PASSWORD)
        if os.geteuid() == 0:
            for path in (folder, folder / "password"):
                shutil.chown(path, "postgres")
        data = str(folder / "data")
        auth = ("--auth=scram-sha-256", f"--pwfile={folder / 'password'}", "--username=umi")
        as_server(initdb, "-D", data, *auth, "--encoding=UTF8", "--no-locale", "--no-sync")
        options = f"-c listen_addresses= -c unix_socket_directories={folder} -c fsync=off"
        as_server(pg_ctl, "-D", data, "-w", "-l", str(folder / "log"), "-o", options, "start")
        try:
            yield folder
        finally:
            as_server(pg_ctl, "-D", data, "-m", "immediate", "stop")


@pytest.fixture
def postgres_url(cluster: Path) -> str:
    name = f"t{uuid4().hex[:12]}"
    # In Germany's zone, so that a test notices a time that comes back in the session's zone.
    with psycopg.connect(
        host=str(cluster), user="umi", password=PG_PASSWORD, dbname="postgres", autocommit=True
    ) as connection:
        connection.execute(f"CREATE DATABASE {name}")
        connection.execute(f"ALTER DATABASE {name} SET timezone = 'Europe/Berlin'")
    return f"postgresql://umi:se%2Fcr%3Aet%25s@/{name}?host={cluster}"


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'umi.db'}"


@pytest.fixture(params=["sqlite", "postgres"])
def url(request: pytest.FixtureRequest) -> str:
    return request.getfixturevalue(f"{request.param}_url")


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    opened = Store.open(url)
    yield opened
    opened.close()
