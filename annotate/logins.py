"""Who may log in: a file of names and passwords."""

from __future__ import annotations

from pathlib import Path

from annotate.people import LONGEST
from umi.errors import InputError


def read_logins(path: Path) -> list[tuple[str, str]]:
    """Names and passwords of a file with a ``name:password`` on each line; empty lines do not count.

    Raises:
        InputError: the file cannot be read, a line is none, or there is none; passwords are never repeated.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8"
        raise InputError(f"The logins {path} cannot be read ({reason}): name another file.") from error
    found: dict[str, str] = {}
    for number, line in enumerate(lines, 1):
        if line.strip():
            name, password = _login(path, number, line)
            if name in found:
                raise InputError(f"{path}, line {number}: {name} stands there twice: keep one line for each.")
            found[name] = password
    if not found:
        raise InputError(f"{path} has no logins: write a line such as ada:secret for each person.")
    return list(found.items())


def _login(path: Path, number: int, line: str) -> tuple[str, str]:
    name, _, password = line.partition(":")
    name = " ".join(name.split())
    if not 0 < len(name) <= LONGEST or not password.strip():
        raise InputError(
            f"{path}, line {number} is no login: write a name of 1 to {LONGEST} characters, "
            "a colon and a password."
        )
    return name, password
