"""How users ask: the phrasings of every family, read from the texts in ``phrasings``.

A text has a heading for each family, ``[distance]`` (or ``[check_holiday, unknown_holidays]`` where
two ask alike), and below it one phrasing a line. Empty lines and lines that begin with ``#`` are
left out, as are blanks around a line; all else is meant as it stands, quotes too.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from umi.errors import InputError

FOLDER = Path(__file__).with_name("phrasings")


@dataclass(frozen=True)
class Section:
    """A heading, the file and line where it stands, and the phrasings below it."""

    place: str
    names: tuple[str, ...]
    phrasings: list[str]


@cache
def phrasings(name: str) -> tuple[str, ...]:
    """How users ask for the family (or part) of this name, in the order of its text.

    Raises:
        InputError: there are none, or the texts cannot be used.
    """
    sections = read(FOLDER)
    if name not in sections:
        raise InputError(f"No text in {FOLDER} has phrasings for {name}: write them below a line [{name}].")
    return tuple(sections[name].phrasings)


def check_headings(known: Collection[str]) -> None:
    """Finds phrasings that nobody would ever ask.

    Raises:
        InputError: a heading names none of ``known``.
    """
    for name, section in read(FOLDER).items():
        if name not in known:
            raise InputError(
                f"{section.place}: no family is called {name}; take the name of one that there is."
            )


@cache
def read(folder: Path) -> Mapping[str, Section]:
    """Name in a heading → its section, from all texts of the folder.

    Raises:
        InputError: a text cannot be read; a heading occurs twice or has nothing below it; a
            phrasing stands above the first heading or twice below one.
    """
    found: dict[str, Section] = {}
    for section in (section for file in sorted(folder.glob("*.txt")) for section in _sections(file)):
        if not section.phrasings:
            raise InputError(f"{section.place}: nothing stands below this heading; write a phrasing there.")
        for name in section.names:
            if name in found:
                first = found[name].place
                raise InputError(
                    f"{section.place}: {name} is a heading twice, first at {first}; join the two."
                )
            found[name] = section
    return found


def _sections(file: Path) -> list[Section]:
    found: list[Section] = []
    for place, line in _lines(file):
        if line.startswith("["):
            found.append(Section(place, tuple(line.strip("[]").split(", ")), []))
        else:
            _add(found, place, line)
    return found


def _add(sections: list[Section], place: str, phrasing: str) -> None:
    """Puts the phrasing below the last heading."""
    if not sections:
        raise InputError(f"{place}: no heading stands above this phrasing; write one, such as [distance].")
    if phrasing in sections[-1].phrasings:
        raise InputError(f"{place}: this phrasing stands twice below its heading; take one of them out.")
    sections[-1].phrasings.append(phrasing)


def _lines(file: Path) -> Iterator[tuple[str, str]]:
    """Where each line stands, and the line; without comments and empty ones."""
    for number, line in enumerate(map(str.strip, _text(file).split("\n")), 1):
        if line and not line.startswith("#"):
            yield f"{file}, line {number}", line


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise InputError(f"{file} cannot be read ({error.strerror}): let it be a readable text.") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{file} is no UTF-8 text: save it with this encoding.") from error
