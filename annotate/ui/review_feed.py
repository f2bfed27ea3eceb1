"""What the Review page asks and tells of the queue and of runs, as JSON; who does it comes along."""

from __future__ import annotations

from dataclasses import asdict
from datetime import UTC, datetime

from annotate.desk import Desk
from annotate.people import Person
from annotate.reviews import Mark, Verdict
from annotate.ui.asked import away, choice_of, needed, require_reviewer, text
from annotate.ui.feed import Json
from annotate.ui.review_json import marks_view, run_view
from annotate.ui.review_views import goes_text, queue_row
from umi.errors import InputError

PAGE = 40
"""Runs in one page of the queue."""


class ReviewFeed:
    """Answers the scripts of the queue and of the run; every id is looked up, none is trusted."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def queue(self, asked: Json, who: Person | None = None) -> Json:
        """A page of the queue behind the run ``after``, and how many runs there are."""
        choice, after = choice_of(asked, who), text(asked, "after")
        found = await away(self._desk.queue.page, choice, PAGE + 1, after)
        blind = await away(self._desk.reviews.blind_runs, who.name) if who else set()
        if choice.second_for is not None:
            blind |= {line.id for line in found}
        now = datetime.now(UTC)
        name = who.name if who else None
        rows = [(line.id, queue_row(line, now, name, blind=line.id in blind)) for line in found[:PAGE]]
        return {
            "items": [{"key": run_id, "html": row} for run_id, row in rows],
            "more": len(found) > PAGE,
            "count": await away(self._desk.queue.count, choice) if after is None else None,
        }

    async def step_to(self, asked: Json, who: Person) -> Json:
        """The id of the next run that is free, or of the one before; None where there is none."""
        choice, run_id = choice_of(asked, who), text(asked, "run")
        if asked.get("back"):
            return {"run": await away(self._desk.queue.previous, choice, run_id) if run_id else None}
        return {"run": await away(self._desk.queue.next, choice, who.name, run_id)}

    async def filters(self, asked: Json, who: Person) -> Json:
        """The saved filters, after one was saved or dropped where that is asked."""
        if (name := text(asked, "save")) is not None:
            await away(self._desk.queue.save_filter, who.name, name, choice_of(asked, who))
        if (name := text(asked, "drop")) is not None:
            await away(self._desk.queue.drop_filter, who.name, name)
        saved = await away(self._desk.queue.filters, who.name)
        return {"filters": {name: asdict(choice) for name, choice in saved.items()}}

    async def open(self, asked: Json, who: Person) -> Json:
        """All of one run.

        Raises:
            StoreError: it is gone.
        """
        blind = bool(asked.get("blind"))
        opened = await away(lambda: self._desk.open(needed(asked, "run"), who, blind=blind))
        return run_view(opened, who)

    async def mark(self, asked: Json, who: Person) -> Json:
        """Say what a step is; without a verdict, take it back.

        Raises:
            InputError: the verdict or kind is unknown, or the step is gone.
        """
        verdict = text(asked, "verdict")
        if verdict is not None and verdict not in set(Verdict):
            raise InputError(f"There is no verdict {verdict!r}: choose one of {', '.join(Verdict)}.")
        mark = None if verdict is None else Mark(Verdict(verdict), text(asked, "kind"))
        review = await away(self._desk.reviews.mark, needed(asked, "step"), who.name, mark)
        return {"marks": marks_view(review)}

    async def finish(self, asked: Json, who: Person) -> Json:
        """The review is done, and the run free for others."""
        run_id = needed(asked, "run")
        review = await away(self._desk.reviews.finish, run_id, who.name)
        await away(self._desk.queue.release, run_id, who.name)
        return {"verdict": review.verdict}

    async def settle(self, asked: Json, who: Person) -> Json:
        """Choose whose opinion of the run stands.

        Raises:
            InputError: only reviewers may, and not before they have given their own second opinion.
        """
        require_reviewer(who, "settle what counts")
        run_id = needed(asked, "run")
        if run_id in await away(self._desk.reviews.blind_runs, who.name):
            raise InputError("Your second opinion is not given yet: finish it, then settle.")
        await away(self._desk.judge.settle, run_id, needed(asked, "annotator"), who.name)
        return run_view(await away(self._desk.open, run_id, who), who)

    async def hold_out(self, asked: Json, who: Person) -> Json:
        """Hold the run's question out, or with ``held`` false release it.

        Raises:
            InputError: only reviewers release.
        """
        held = bool(asked.get("held"))
        if not held:
            require_reviewer(who, "let a held-out run be learnt from again")
        await away(self._desk.hold_out, needed(asked, "run"), held)
        return {"heldOut": held}

    async def what_goes(self, asked: Json, who: Person) -> Json:
        """What deleting the run would take along, as a sentence."""
        run_id = needed(asked, "run")
        goes = await away(self._desk.what_goes, run_id)
        open_by = await away(self._desk.queue.reserved_by, run_id)
        return {"sentence": goes_text(goes, None if open_by == who.name else open_by)}

    async def delete(self, asked: Json, who: Person) -> Json:
        """Delete the run.

        Raises:
            InputError: only reviewers may, and not while it goes on.
        """
        require_reviewer(who, "delete runs")
        await away(self._desk.delete, needed(asked, "run"))
        return {}
