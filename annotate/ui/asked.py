"""What the Review page's scripts ask, read with care: nothing that a browser sends is trusted."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any, TypeVar

from annotate.people import Person
from annotate.queue import SORTS, Choice, Sort
from annotate.reviews import Verdict
from annotate.ui.feed import Json
from umi.errors import InputError
from umi.schema import Outcome

Result = TypeVar("Result")

_LONGEST_SEARCH = 200


def needed(asked: Json, name: str) -> str:
    """The text under this name.

    Raises:
        InputError: there is none.
    """
    value = text(asked, name)
    if value is None:
        raise InputError(f"No {name} is chosen: choose one.")
    return value


def text(asked: Json, name: str) -> str | None:
    """The text under this name; None where there is none, or an empty one."""
    value = asked.get(name) if isinstance(asked, dict) else None
    return value if isinstance(value, str) and value else None


def content(asked: Json) -> Json:
    """What the editor holds.

    Raises:
        InputError: nothing.
    """
    found = asked.get("content")
    if not isinstance(found, dict):
        raise InputError("The correction is empty: write it.")
    return found


def choice_of(asked: Json, who: Person | None = None) -> Choice:
    """The filter as the page has it; "second" are the runs of which ``who`` can give a second opinion.

    Raises:
        InputError: a part of it is unknown.
    """
    given = asked.get("choice")
    given = given if isinstance(given, dict) else {}
    reviewed = str(given.get("reviewed"))
    try:
        return Choice(
            text=str(given.get("text") or "")[:_LONGEST_SEARCH],
            reviewed={"yes": True, "second": True, "apart": True, "any": None}.get(reviewed, False),
            outcome=Outcome(given["outcome"]) if given.get("outcome") else None,
            verdict=Verdict(given["verdict"]) if given.get("verdict") else None,
            annotator=str(given["annotator"]) if given.get("annotator") else None,
            sort=_sort(given.get("sort") or "concern"),
            second_for=(who.name if who else "") if reviewed == "second" else None,
            apart=reviewed == "apart",
        )
    except ValueError as error:
        raise InputError(f"This filter cannot be used ({error}): choose another.") from error


def _sort(given: Any) -> Sort:
    for sort in SORTS:
        if given == sort:
            return sort
    raise InputError("This order is unknown: choose another.")


def require_reviewer(who: Person, what: str) -> None:
    """Only reviewers do this.

    Raises:
        InputError: this is none.
    """
    if not who.is_reviewer:
        raise InputError(f"Only reviewers {what}: ask one, or be made one.")


async def away(act: Callable[..., Result], *arguments: Any) -> Result:
    """Off the event loop, as the database may take its time."""
    return await asyncio.to_thread(act, *arguments)
