"""What the Compare page asks: which adapters there are, and one question to two choices of them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from annotate.adapters import Adapter, Adapters
from annotate.runner import Runner
from annotate.ui.asked import away, needed, text
from annotate.ui.feed import Feed, Json
from annotate.ui.views import age
from umi.schema import Role

LIVE = "live"
OWN = "own"
"""The two choices that are no revision: what is live for every role, and what came with the set."""
SIDES = ("a", "b")


class CompareFeed:
    """Answers the script of the page; runs that it starts are recorded like any others."""

    def __init__(self, runner: Runner, adapters: Adapters, feed: Feed) -> None:
        self._runner = runner
        self._adapters = adapters
        self._feed = feed

    async def choices(self, _: Json) -> Json:
        """What can be asked: each with its value and how people call it."""
        return {"choices": await away(self._choices)}

    async def ask(self, asked: Json) -> Json:
        """Ask both sides the question; returns the id of each side's run.

        Raises:
            InputError: the question is empty or too long, or an adapter is not there.
            ModelError: an adapter does not fit the loaded model, or none is loaded.
        """
        chosen = [await away(self._written_by, needed(asked, side)) for side in SIDES]
        question = text(asked, "question") or ""
        return {
            side: self._runner.start(question, adapters=adapters)
            for side, adapters in zip(SIDES, chosen, strict=True)
        }

    async def watch(self, asked: Json) -> Json:
        """One of the two runs, as it is written; see ``Feed.watch``."""
        return await self._feed.watch(needed(asked, "run"), int(asked["have"]), str(asked["mark"]))

    async def stop(self, asked: Json) -> Json:
        """Stop one of the two runs."""
        self._runner.cancel(needed(asked, "run"))
        return {}

    def _choices(self) -> list[dict[str, str]]:
        now = datetime.now(UTC)
        fixed = [
            {"value": LIVE, "label": "what is live"},
            {"value": OWN, "label": "the set's own adapters"},
        ]
        return fixed + [{"value": each.id, "label": _label(each, now)} for each in self._adapters.all()]

    def _written_by(self, chosen: str) -> Mapping[Role, str | None] | None:
        """The roles that are not written by what is live; a revision stands in for its role alone."""
        if chosen == LIVE:
            return None
        if chosen == OWN:
            return dict.fromkeys(Role)
        adapter = self._adapters.adapter(chosen)
        return {adapter.role: self._adapters.load(adapter.id)}


def _label(adapter: Adapter, now: datetime) -> str:
    since = age((now - adapter.created_at).total_seconds())
    return f"{adapter.role} r{adapter.number} · {since} · {adapter.created_by}"
