"""The kinds of error that a wrong step can have, by role; the only table of them.

``UMI_ERROR_KINDS`` adds more: ``caller: wrong unit, wrong year; planner: too many steps``.
"""

from __future__ import annotations

import os

from umi.errors import InputError
from umi.schema import Role

_KINDS = {
    Role.PLANNER: ("wrong decision", "wrong rationale", "gave up too early", "should give up", "misread"),
    Role.CALLER: ("wrong tool", "wrong argument", "missing argument", "needless argument"),
    Role.SUMMARIZER: ("not grounded", "incomplete", "wrong value", "badly worded"),
}
_MOST = 9
"""Kinds of a role, as each has a key from 1 to 9."""


def kinds() -> dict[Role, tuple[str, ...]]:
    """All kinds, ours first.

    Raises:
        InputError: ``UMI_ERROR_KINDS`` cannot be read.
    """
    more = _more(os.environ.get("UMI_ERROR_KINDS", ""))
    return {role: tuple(dict.fromkeys((*own, *more.get(role, ()))))[:_MOST] for role, own in _KINDS.items()}


def _more(text: str) -> dict[Role, tuple[str, ...]]:
    found: dict[Role, tuple[str, ...]] = {}
    for part in filter(str.strip, text.split(";")):
        name, colon, listed = part.partition(":")
        if not colon or name.strip() not in set(Role):
            raise InputError(
                f"UMI_ERROR_KINDS has {part.strip()!r}: "
                "write a role, a colon and its kinds, as in 'caller: wrong unit, wrong year'."
            )
        found[Role(name.strip())] = tuple(kind.strip() for kind in listed.split(",") if kind.strip())
    return found
