"""Files that may be huge, packed or hostile: read a piece at a time, refused in one sentence."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from umi.errors import InputError

MAX_ROW = 32 * 2**20
"""Bytes of a line or of a row of an array. The longest trajectories have a few million; what is read
takes about ten times its bytes in memory, and a list of empty lists twenty times."""
_HEAD = 4096
"""Bytes at the start of a file that tell text from other data, and an array from lines."""
_PIECE = 2**20
"""Bytes that are read at a time."""
_UNPACKED_FREELY = 16 * 2**20
"""Bytes that any packed file may hold, however well it is packed."""
_MAX_RATIO = 100
"""Unpacked bytes for each packed one beyond that. Trajectories have 5 to 30; gzip can do 200 to 1,030."""
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


class Source:
    """The bytes of an open file, from its first that is no byte order mark.

    ``opening`` is the first byte that is no blank, empty where the file begins with thousands of blanks.
    """

    def __init__(self, path: Path, packed: IO[bytes], unpacked: io.BufferedReader | gzip.GzipFile) -> None:
        self._path, self._packed, self._file = path, packed, unpacked
        self._is_packed = packed is not unpacked
        self._read = 0
        head = unpacked.peek(_HEAD)[:_HEAD]
        if b"\0" in head:
            raise InputError(f"{path} is not text: name a JSON or JSONL file, plain or packed as .gz.")
        self.opening = head.removeprefix(_BYTE_ORDER_MARK).lstrip()[:1]
        if head.startswith(_BYTE_ORDER_MARK):
            unpacked.read(len(_BYTE_ORDER_MARK))

    def lines(self) -> Iterator[bytes]:
        """The lines, split a piece at a time: a file of a billion empty ones must be refused quickly too.

        Raises:
            InputError: one is too long, or the file unpacks to too much.
        """
        begun = b""
        while piece := self.read(_PIECE):
            *whole, begun = (begun + piece).split(b"\n")
            yield from (line + b"\n" for line in whole)
            if len(begun) > MAX_ROW:
                raise self.too_long("line")
        if begun:
            yield begun

    def read(self, size: int) -> bytes:
        """At most so many bytes; empty at the end of the file.

        Raises:
            InputError: the file unpacks to too much.
        """
        data = self._file.read(size)
        self._read += len(data)
        if self._is_packed and self._read > max(_UNPACKED_FREELY, _MAX_RATIO * self._packed.tell()):
            raise InputError(
                f"{self._path} unpacks to more than {_MAX_RATIO} times its size, as no trajectories do: "
                "name another file, or unpack it yourself."
            )
        return data

    def too_long(self, what: str) -> InputError:
        """What is said of a line or row that no trajectory can have."""
        return InputError(
            f"{self._path} has a {what} of more than {MAX_ROW // 2**20} MB, which is no trajectory: "
            "name a file with one trajectory a line or in an array."
        )


@contextmanager
def opened(path: Path) -> Iterator[Source]:
    """The file, unpacked where its name ends in ``.gz``.

    Raises:
        InputError: it cannot be read or unpacked, or is no text.
    """
    try:
        with path.open("rb") as packed:
            if path.suffix == ".gz":
                with gzip.GzipFile(fileobj=packed) as unpacked:
                    yield Source(path, packed, unpacked)
            else:
                yield Source(path, packed, packed)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise InputError(f"{path} is not a whole gzip file ({error}): make or fetch it again.") from error
    except OSError as error:
        raise InputError(f"{path} cannot be read ({error.strerror}): name another file.") from error
