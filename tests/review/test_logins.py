"""The file of logins: every bad line is named, and no password is ever told."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotate.logins import read_logins
from umi.errors import InputError


def test_names_and_passwords(tmp_path: Path) -> None:
    path = tmp_path / "logins"
    path.write_text("ada:se:cret \n\n  Bob Ross :ö\r\n", encoding="utf-8")
    assert read_logins(path) == [("ada", "se:cret "), ("Bob Ross", "ö")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (b"", "has no logins: write a line such as ada:secret for each person."),
        (b"\n \n", "has no logins"),
        (
            b"ada:x\ntopsecret\n",
            "line 2 is no login: write a name of 1 to 60 characters, a colon and a password.",
        ),
        (b":topsecret", "line 1 is no login"),
        (b"ada:", "line 1 is no login"),
        (b"ada: ", "line 1 is no login"),
        (b"a" * 61 + b":topsecret", "line 1 is no login"),
        (b"ada:topsecret\nada:other", "line 2: ada stands there twice: keep one line for each."),
        (b"\xff\xfe:topsecret", "cannot be read (it is not UTF-8): name another file."),
    ],
)
def test_a_bad_file_is_said_without_its_passwords(tmp_path: Path, text: bytes, said: str) -> None:
    path = tmp_path / "logins"
    path.write_bytes(text)
    with pytest.raises(InputError) as refused:
        read_logins(path)
    assert said in str(refused.value)
    assert str(path) in str(refused.value)
    assert "topsecret" not in str(refused.value)
