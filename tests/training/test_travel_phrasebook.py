"""The phrasings' texts: what is read from them, and which mistakes in them are told where."""

from __future__ import annotations

from pathlib import Path
from random import Random
from string import Formatter

import pytest

from training.travel.draw import Draw
from training.travel.expert import FAMILIES
from training.travel.families.parts import HEADINGS, PARTS, heading
from training.travel.phrasebook import FOLDER, check_headings, phrasings, read
from umi.errors import InputError

KNOWN = {*HEADINGS, *(family.name for family in FAMILIES)}


def text(folder: Path, content: str, name: str = "way.txt") -> Path:
    """A folder with this text in it."""
    (folder / name).write_text(content, encoding="utf-8")
    return folder


def test_lines_are_meant_as_they_stand(tmp_path: Path) -> None:
    content = (
        "# Said\n\n[way]\nhow far?\n  \"{a}\" isn't 'near' {b}\t\n\n# rare\n{a} → {b} #km [mi]\n[time]\nx\n"
    )
    sections = read(text(tmp_path, content))
    assert sections["way"].phrasings == ["how far?", "\"{a}\" isn't 'near' {b}", "{a} → {b} #km [mi]"]
    assert sections["time"].phrasings == ["x"]


def test_a_text_saved_on_windows_is_read_alike(tmp_path: Path) -> None:
    (tmp_path / "way.txt").write_bytes("\ufeff[way]\r\nhow far?\r\n".encode())
    assert read(tmp_path)["way"].phrasings == ["how far?"]


def test_two_families_can_share_a_heading(tmp_path: Path) -> None:
    sections = read(text(tmp_path, "[one, other]\nwell?\n"))
    assert sections["one"].phrasings == sections["other"].phrasings == ["well?"]


@pytest.mark.parametrize(
    ("content", "line", "wrong"),
    [
        ("# Way\nhow far?\n[way]\nx\n", 2, "no heading stands above this phrasing"),
        ("[way]\nx\ny\n\nx\n", 5, "this phrasing stands twice below its heading"),
        ("[way]\n\n[time]\nx\n", 1, "nothing stands below this heading"),
        ("[way]\nx\n[time]\n# none yet\n", 3, "nothing stands below this heading"),
        ("[way]\nx\n[time]\ny\n[way]\nz\n", 5, "way is a heading twice"),
        ("[way, way]\nx\n", 1, "way is a heading twice"),
    ],
)
def test_a_mistake_is_told_with_file_and_line(tmp_path: Path, content: str, line: int, wrong: str) -> None:
    with pytest.raises(InputError) as caught:
        read(text(tmp_path, content))
    assert str(caught.value).startswith(f"{tmp_path / 'way.txt'}, line {line}: {wrong}")


def test_a_heading_in_two_files_is_told_with_both(tmp_path: Path) -> None:
    text(tmp_path, "\n[way]\nx\n", "far.txt")
    with pytest.raises(InputError) as caught:
        read(text(tmp_path, "[way]\ny\n"))
    assert str(caught.value) == (
        f"{tmp_path / 'way.txt'}, line 1: way is a heading twice, "
        f"first at {tmp_path / 'far.txt'}, line 2; join the two."
    )


def test_another_encoding_is_refused(tmp_path: Path) -> None:
    (tmp_path / "way.txt").write_bytes("[way]\nZürich?\n".encode("latin-1"))
    with pytest.raises(InputError, match=r"way\.txt is no UTF-8 text"):
        read(tmp_path)


def test_what_cannot_be_read_is_refused(tmp_path: Path) -> None:
    (tmp_path / "way.txt").mkdir()
    with pytest.raises(InputError, match=r"way\.txt cannot be read \(Is a directory\)"):
        read(tmp_path)


def test_a_family_without_phrasings_is_told() -> None:
    with pytest.raises(InputError, match=r"phrasings for no_such: write them below a line \[no_such\]\."):
        phrasings("no_such")


def test_a_heading_of_no_family_is_told_with_file_and_line() -> None:
    lines = (FOLDER / "money_compare.txt").read_text(encoding="utf-8").splitlines()
    place = f"{FOLDER / 'money_compare.txt'}, line {lines.index('[money_more]') + 1}: "
    with pytest.raises(InputError) as caught:
        check_headings(KNOWN - {"money_more"})
    assert str(caught.value).startswith(f"{place}no family is called money_more;")


def test_every_heading_is_asked_for() -> None:
    # Raises where one is not.
    check_headings(KNOWN)


@pytest.mark.parametrize("by_name", [False, True])
@pytest.mark.parametrize("kind", PARTS)
def test_the_parts_phrasings_fit_their_slots(kind: str, by_name: bool) -> None:
    slots = PARTS[kind].draw(Draw(Random(1)))
    for phrasing in phrasings(heading(kind, by_name=by_name)):
        assert {name for _, name, _, _ in Formatter().parse(phrasing) if name} <= set(slots), phrasing
