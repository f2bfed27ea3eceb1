"""The rows of a file, JSONL or JSON, one at a time: memory does not grow with the file."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

import ijson
from pydantic_core import from_json

from umi.errors import InputError
from umi.sources import MAX_ROW, Source, opened
from umi.trajectory import file_lines, numbered_lines, parsed

_MAX_DEPTH = 10_000
"""Brackets of a row that may be open at a time; ones inside texts count, as only their number is watched.
What is nested deeper takes ijson hours and a hundred times its bytes in memory."""

_REASON = re.compile(r"\w+ error: [^.\n\\]+")
"""What yajl says is wrong, before it shows where."""


class Row(NamedTuple):
    """Where a row stands, a name for it, and its JSON: a line's still as bytes."""

    where: str
    name: str
    content: Any

    def value(self) -> Any:
        """What it says.

        Raises:
            InputError: it is no JSON, or holds a number that JSON cannot say again.
        """
        if isinstance(self.content, bytes):
            return parsed(self.content, self.where)
        try:
            return from_json(_json_of(self.content))
        except (ValueError, RecursionError) as error:
            raise InputError(f"{self.where} is not JSON ({error}): correct it or leave it out.") from error


def rows(path: Path) -> Iterator[Row]:
    """Every row: of a JSON array, of JSONL, or the one object that the file is.

    Raises:
        InputError: the file cannot be read, or not from some place on.
    """
    stem = path.name.partition(".")[0]
    with opened(path) as source:
        if source.opening == b"[":
            yield from _array(path, stem, source)
            return
    whole = None if _is_jsonl(path) else _one_object(path)
    if whole is not None:
        yield Row(str(path), stem, whole)
        return
    for number, line in numbered_lines(file_lines(path)):
        yield Row(f"{path}, line {number}", f"{stem}-{number}", line)


def _json_of(value: Any) -> str:
    """Once more as text: ijson has decimals, as its own floats and integers overflow."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, default=float)


def _array(path: Path, stem: str, source: Source) -> Iterator[Row]:
    watched = _Watched(path, source)
    number = 0
    try:
        for value in ijson.items(watched, "item"):
            number += 1
            watched.begin_row()
            yield Row(f"{path}, row {number}", f"{stem}-{number}", value)
    except ijson.JSONError as error:
        reason = _REASON.search(str(error))
        why = f" ({reason[0]})" if reason else ""
        raise InputError(f"{path} is not JSON after row {number}{why}: correct it there.") from error


class _Watched:
    """What ijson reads an array from: no row may be too long or too deep, for both fill the memory."""

    def __init__(self, path: Path, source: Source) -> None:
        self._path, self._source = path, source
        self.begin_row()

    def begin_row(self) -> None:
        self._length = self._open = 0

    def read(self, size: int) -> bytes:
        """The next bytes of the array."""
        data = self._source.read(size)
        self._length += len(data)
        self._open += data.count(b"[") + data.count(b"{") - data.count(b"]") - data.count(b"}")
        if self._length > MAX_ROW:
            raise self._source.too_long("row")
        if self._open > _MAX_DEPTH:
            raise InputError(f"{self._path} is nested too deeply for trajectories: name another file.")
        return data


def _is_jsonl(path: Path) -> bool:
    """Whether its first line is an object by itself and more lines follow."""
    first_two = [line for _, line in islice(numbered_lines(file_lines(path)), 2)]
    return len(first_two) == 2 and first_two[0].startswith(b"{") and _parsed_or_none(first_two[0]) is not None


def _one_object(path: Path) -> Any:
    """The object that the file is as a whole; None where it may be one on each line, or is too long."""
    with opened(path) as source:
        text = source.read(MAX_ROW + 1)
    return _parsed_or_none(text) if len(text) <= MAX_ROW else None


def _parsed_or_none(text: bytes) -> Any:
    try:
        return parsed(text, "")
    except InputError:
        return None
