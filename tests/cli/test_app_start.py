"""``python app.py`` as people start it: what stops it is one sentence, and foreign host names are refused."""

from __future__ import annotations

import os
import socket
import sqlite3
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from queue import Queue
from threading import Thread

from annotate.store import Store

ROOT = Path(__file__).parents[2]
# Refused at once, so that no test waits for a model.
NO_MODEL = ("--model", "nonsense")


def command(*arguments: str) -> list[str]:
    return [sys.executable, str(ROOT / "app.py"), *NO_MODEL, *arguments]


def environment(home: Path) -> dict[str, str]:
    return os.environ | {"UMI_HOME": str(home), "UMI_DB_URL": ""}


def refusal(home: Path, *arguments: str) -> str:
    """The one sentence with which the app does not start."""
    done = subprocess.run(
        command(*arguments), env=environment(home), capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stdout) == (1, ""), done.stderr
    assert done.stderr.count("\n") == 1, done.stderr
    assert done.stderr.endswith(".\n")
    return done.stderr


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


@contextmanager
def serving(home: Path, *arguments: str) -> Iterator[str]:
    """The app in a process of its own, from the moment it says where it is."""
    child = subprocess.Popen(
        command(*arguments),
        env=environment(home),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert child.stdout is not None
    lines: Queue[str] = Queue()
    reader = Thread(target=lambda: [lines.put(line) for line in child.stdout], daemon=True)
    reader.start()
    try:
        said = ""
        while " is at " not in said:
            said = lines.get(timeout=60)
        yield said.partition(" is at ")[2].split()[0]
    finally:
        child.kill()
        child.wait()
        reader.join(5)
        child.stdout.close()


def status(url: str, host: str) -> int:
    """Of the page, asked under this host name."""
    request = urllib.request.Request(url, headers={"Host": host})
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        with error:
            return error.code


def test_a_port_that_is_taken(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        said = refusal(tmp_path / "home", "--port", str(port))
    assert said.startswith(f"Port {port} on 127.0.0.1 cannot be used (")
    assert "Address already in use" in said
    assert said.endswith("choose another with --host or --port.\n")
    assert not (tmp_path / "home").exists()


def test_an_address_that_is_not_this_machines(tmp_path: Path) -> None:
    # Kept for documentation, so that no machine has it: RFC 5737.
    assert refusal(tmp_path, "--host", "192.0.2.1").startswith("The address 192.0.2.1 cannot be used (")


def test_a_database_from_a_newer_version(tmp_path: Path) -> None:
    path = tmp_path / "umi.db"
    Store.open(f"sqlite:///{path}").close()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    before = path.read_bytes()
    said = refusal(tmp_path)
    assert said.startswith(f"The database {path} was written by a newer version of UMi Studio")
    assert path.read_bytes() == before


def test_a_home_that_cannot_be_written(tmp_path: Path) -> None:
    # Below a file, which stops root as well.
    (tmp_path / "file").touch()
    said = refusal(tmp_path / "file" / "home")
    assert said.startswith(f"The folder {tmp_path / 'file' / 'home'} cannot be written (Not a directory)")


def test_logins_that_cannot_be_read(tmp_path: Path) -> None:
    said = refusal(tmp_path / "home", "--auth", str(tmp_path / "none"))
    assert (
        said
        == f"The logins {tmp_path / 'none'} cannot be read (No such file or directory): name another file.\n"
    )
    assert not (tmp_path / "home").exists()


def test_whoever_has_not_logged_in_gets_nothing_but_the_door(tmp_path: Path) -> None:
    (tmp_path / "logins").write_text("ada:secret\n")
    port = free_port()
    with serving(tmp_path, "--port", str(port), "--auth", str(tmp_path / "logins")) as url:
        host = f"127.0.0.1:{port}"
        assert status(url, host) == 200
        assert status(f"{url}config", host) == 401
        assert status(f"{url}gradio_api/info", host) == 401


def test_only_this_machines_names_are_answered(tmp_path: Path) -> None:
    port = free_port()
    with serving(tmp_path, "--port", str(port)) as url:
        assert url == f"http://127.0.0.1:{port}/"
        for host in (f"127.0.0.1:{port}", f"localhost:{port}", "localhost"):
            assert status(url, host) == 200, host
        # A page elsewhere whose name was made to point here would reach it under that name.
        for host in ("evil.example", f"evil.example:{port}", "localhost.evil.example", "192.0.2.1"):
            assert status(url, host) == 400, host
        assert status(f"{url}config", "evil.example") == 400
        # The record is made where UMI_HOME says, and nothing of it is served.
        assert (tmp_path / "umi.db").is_file()
        assert status(f"{url}gradio_api/file={tmp_path / 'umi.db'}", f"127.0.0.1:{port}") == 403
