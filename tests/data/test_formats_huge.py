"""Files that are huge, packed, broken or no text: little memory, one clear sentence, good rows kept."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from data_samples import CALL, PLAN, row, write

from umi.errors import InputError
from umi.formats import read, stream
from umi.sources import MAX_ROW
from umi.trajectory import read_trajectories

MEGABYTE = 2**20
TEXT = Random(0).randbytes(50_000).hex()
LINE = json.dumps(row(steps=[PLAN, CALL | {"observation": {"content": TEXT}}])).encode()
"""A row of 0.1 MB, which packs to half of it."""

PEAK = """
import resource, sys
from pathlib import Path
from umi.errors import InputError
from umi.formats import stream

def peak(): return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024  # from KB (man getrusage)

def refused(path):
    try:
        return sum(0 for _ in stream(path))
    except InputError:
        return 1

small, large = (Path(name) for name in sys.argv[1:])
sum(1 for _ in stream(small))
before = peak()
print(sum(1 for _ in stream(large)), peak() - before)
"""


def rows_of(size: int, kind: str) -> list[bytes]:
    """A file's content of about so many bytes, in pieces."""
    count = size // len(LINE)
    if kind == "lines":
        return [LINE + b"\n"] * count
    return [b"[", *[LINE + b",\n"] * (count - 1), LINE, b"]"]


def made(path: Path, size: int, kind: str) -> Path:
    with gzip.open(path, "wb", 1) if path.suffix == ".gz" else path.open("wb") as file:
        file.writelines(rows_of(size, kind))
    return path


def ran(code: str, *paths: Path) -> tuple[int, int]:
    """What it counted, and by how many MB the memory of its process grew."""
    command = [sys.executable, "-c", code, *map(str, paths)]
    count, grown = subprocess.run(command, capture_output=True, check=True, text=True).stdout.split()
    return int(count), int(grown)


@pytest.mark.parametrize("name", ["lines.jsonl", "array.json", "lines.jsonl.gz", "array.json.gz"])
def test_memory_is_flat(name: str, tmp_path: Path) -> None:
    """128 MB of rows need no more than two need, but for what is not given back: 8 MB are plenty."""
    kind = name.partition(".")[0]
    small, large = (made(tmp_path / f"{size}-{name}", size, kind) for size in (MEGABYTE, 128 * MEGABYTE))
    command = [sys.executable, "-c", PEAK, str(small), str(large)]
    count, grown = map(
        int, subprocess.run(command, capture_output=True, check=True, text=True).stdout.split()
    )
    assert count == 128 * MEGABYTE // len(LINE)
    assert grown < 8


# Bombs and other data


def bomb(path: Path, *pieces: tuple[bytes, int]) -> Path:
    """Each piece so many times over."""
    with gzip.open(path, "wb", 1) if path.suffix == ".gz" else path.open("wb") as file:
        for piece, times in pieces:
            file.writelines([piece * 1024] * (times // 1024) + [piece * (times % 1024)])
    return path


LONG_LINE = "has a line of more than 32 MB, which is no trajectory: name a file with one trajectory a line or"
LONG_ROW = (
    "has a row of more than 32 MB, which is no trajectory: name a file with one trajectory a line or in an"
)
PACKED = "unpacks to more than 100 times its size, as no trajectories do: name another file, or unpack it"
DEEP = "is nested too deeply for trajectories: name another file."
BOMBS = [
    (
        "zeros.gz",
        [(b"\0", 200 * MEGABYTE)],
        "is not text: name a JSON or JSONL file, plain or packed as .gz.",
    ),
    ("line.gz", [(b"x", 200 * MEGABYTE)], PACKED),
    ("line", [(b"x", 40 * MEGABYTE)], LONG_LINE),
    ("blank-lines.gz", [(b"\n", 100 * MEGABYTE)], PACKED),
    ("text.gz", [(b'[{"steps": "', 1), (b"x", 200 * MEGABYTE)], PACKED),
    ("text", [(b'[{"steps": "', 1), (b"x", 40 * MEGABYTE)], LONG_ROW),
    ("blanks", [(b"[", 1), (b" ", 40 * MEGABYTE)], LONG_ROW),
    ("lists", [(b"[", 20 * MEGABYTE)], DEEP),
    ("lists.gz", [(b"[", 200 * MEGABYTE)], DEEP),
    ("objects", [(b"[", 1), (b'{"a":', 6 * MEGABYTE)], DEEP),
]


@pytest.mark.parametrize(("name", "pieces", "said"), BOMBS, ids=[name for name, _, _ in BOMBS])
def test_bombs(name: str, pieces: list[tuple[bytes, int]], said: str, tmp_path: Path) -> None:
    path = bomb(tmp_path / name, *pieces)
    with pytest.raises(InputError) as caught:
        read(path, lambda _error: None)
    assert f"{path} {said}" in str(caught.value)


def test_a_bomb_of_one_row_takes_little_memory(tmp_path: Path) -> None:
    """As the largest row there may be: not what the file would unpack to."""
    path = bomb(tmp_path / "bomb.gz", (b'[{"steps": "', 1), (b"x", 400 * MEGABYTE))
    code = PEAK.replace("sum(1 for _ in stream(large))", "refused(large)")
    small = made(tmp_path / "small.jsonl", MEGABYTE, "lines")
    said, grown = ran(code, small, path)
    assert said == 1
    assert grown < 2 * MAX_ROW // MEGABYTE


def test_many_well_packed_rows_are_no_bomb(tmp_path: Path) -> None:
    """Alike rows of up to 16 MB are let through, however small they were packed."""
    path = bomb(tmp_path / "rows.jsonl.gz", (json.dumps(row()).encode() + b"\n", 1024))
    assert len(read(path)) == 1024


def zip_file(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("rows.jsonl", json.dumps(row()))


@pytest.mark.parametrize("reader", [read, lambda path: list(read_trajectories(path))])
@pytest.mark.parametrize("kind", ["zip", "program", "utf-16", "image"])
def test_other_data(kind: str, reader: Callable[[Path], object], tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    if kind == "zip":
        zip_file(path)
    elif kind == "utf-16":
        path.write_text(json.dumps(row()), encoding="utf-16")
    else:
        # The signature of PNG, section 5.2 of its specification.
        path.write_bytes(
            Path(sys.executable).read_bytes() if kind == "program" else b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
        )
    with pytest.raises(InputError, match=r"rows\.jsonl is not text: name a JSON or JSONL file"):
        reader(path)


# Broken files


def test_ten_thousand_broken_lines(tmp_path: Path) -> None:
    broken = [b"{oops"] * 5000 + [b'{"messages": 1}'] * 5000
    path = write(tmp_path / "rows.jsonl", row(id="a"), *broken, row(id="b"))
    told: list[InputError] = []
    assert [found.id for found in stream(path, told.append)] == ["a", "b"]
    assert len(told) == 10_000
    assert str(told[0]).startswith(f"{path}, line 2 is not JSON (")
    assert str(told[-1]).startswith(f"{path}, line 10001, field messages: Input should be a valid list")


def test_errors_are_told_as_they_are_met(tmp_path: Path) -> None:
    path = write(tmp_path / "rows.jsonl", row(), b"{oops", b"{oops")

    def stop(error: InputError) -> None:
        raise error

    with pytest.raises(InputError, match="line 2 is not JSON"):
        list(stream(path, stop))


@pytest.mark.parametrize(
    ("rest", "said"),
    [
        (
            b', {"steps": oops}]',
            "is not JSON after row 2 (lexical error: invalid char in json text): correct it",
        ),
        (b', {"steps": [', "is not JSON after row 2 (parse error: premature EOF): correct it there."),
        (b"", "is not JSON after row 2 (parse error: premature EOF): correct it there."),
        (
            b', {"id": "\xff"}]',
            "is not JSON after row 2 (lexical error: invalid bytes in UTF8 string): correct",
        ),
        (b"] []", "is not JSON after row 2 (parse error: trailing garbage): correct it there."),
    ],
)
def test_an_array_that_breaks_off(tmp_path: Path, rest: bytes, said: str) -> None:
    content = b"[" + b",".join(json.dumps(row(id=name)).encode() for name in "ab") + rest
    (path := tmp_path / "rows.json").write_bytes(content)
    told: list[InputError] = []
    assert [found.id for found in stream(path, told.append)] == ["a", "b"]
    assert [str(error).startswith(f"{path} {said}") for error in told] == [True]
    with pytest.raises(InputError, match="is not JSON after row 2"):
        read(path)


def test_an_array_that_is_none(tmp_path: Path) -> None:
    (path := tmp_path / "rows.json").write_bytes(b"[oops")
    with pytest.raises(InputError, match="is not JSON after row 0"):
        read(path, lambda _error: None)


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        (b'{"steps": 1e999}', "Out of range float values"),
        (b'{"steps": ' + b"[" * 5000 + b"]" * 5000 + b"}", "maximum recursion depth exceeded"),
    ],
)
def test_rows_of_an_array_that_json_cannot_say_again(tmp_path: Path, bad: bytes, said: str) -> None:
    good = json.dumps(row()).encode()
    (path := tmp_path / "rows.json").write_bytes(b"[" + b",".join([good, bad, good]) + b"]")
    told: list[InputError] = []
    assert len(read(path, told.append)) == 2
    assert [str(error).startswith(f"{path}, row 2 is not JSON ({said}") for error in told] == [True]


@pytest.mark.parametrize("before", [b"\xef\xbb\xbf", b"\n\n  ", b"\xef\xbb\xbf\r\n"])
def test_arrays_after_marks_and_blanks(tmp_path: Path, before: bytes) -> None:
    (path := tmp_path / "rows.json").write_bytes(before + json.dumps([row(), row()]).encode())
    assert [found.id for found in read(path)] == ["t1", "t1"]


def test_lines_after_a_broken_first_one(tmp_path: Path) -> None:
    """More than one row may have: it is not taken for one object."""
    lines = [LINE] * (MAX_ROW // len(LINE) + 1)
    told: list[InputError] = []
    assert sum(1 for _ in stream(write(tmp_path / "rows.jsonl", b"{oops", *lines), told.append)) == len(lines)
    assert len(told) == 1


def test_numbers_of_an_array_stay_numbers(tmp_path: Path) -> None:
    arguments = {"a": 1, "b": 1.5, "c": 10**30, "d": -0.0, "e": 1e-7, "f": [True, None]}
    step = CALL | {"call": {"name": "f", "arguments": arguments}}
    (path := tmp_path / "rows.json").write_text(json.dumps([row(steps=[PLAN, step])]))
    call = read(path)[0].steps[1].call
    assert call is not None
    assert repr(call.arguments) == repr(arguments)
