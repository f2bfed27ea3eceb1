"""What the editor of the Review page asks and tells, as JSON; who does it comes along."""

from __future__ import annotations

from dataclasses import asdict

from annotate.contents import checked, corrected
from annotate.corrections import Conflict
from annotate.database import Gone
from annotate.desk import Desk
from annotate.people import Person
from annotate.store import Store
from annotate.ui.asked import away, content, needed, require_reviewer, text
from annotate.ui.feed import Json
from annotate.ui.review_json import revision_view, run_view, training
from umi.errors import InputError
from umi.schema import Run, Step

_DELETED = (
    "This run was deleted in the meantime, so nothing can be saved: "
    "what you wrote is still in the editor, copy it before you go on."
)


class EditorFeed:
    """Answers the script of the editor; every id is looked up, none is trusted."""

    def __init__(self, desk: Desk, store: Store) -> None:
        self._desk = desk
        self._store = store

    async def check(self, asked: Json) -> Json:
        """Whether a content could be saved; a sentence where it could not."""
        run, step = await self._step(asked)
        try:
            found = checked(run, step.role, content(asked))
        except InputError as error:
            return {"fault": str(error)}
        return {"fault": "", "training": training(run, corrected(step, found))}

    async def draft(self, asked: Json, who: Person) -> Json:
        """Keep what was typed, or with no content forget it."""
        step_id = needed(asked, "step")
        if asked.get("content") is None:
            await away(self._desk.corrections.drop_draft, step_id, who.name)
            return {}
        kept = step_id, who.name, int(asked.get("base") or 0), content(asked)
        try:
            await away(self._desk.corrections.keep_draft, *kept)
        except Gone:
            return {"gone": True}
        return {}

    async def save(self, asked: Json, who: Person) -> Json:
        """Save a correction; where somebody was faster, theirs comes back and nothing is written.

        Raises:
            InputError, StoreError: it cannot be saved.
        """
        given = needed(asked, "run"), needed(asked, "step"), who, int(asked.get("base") or 0)
        try:
            saved = await away(self._desk.save, *given, content(asked), text(asked, "suggestion"))
        except Conflict as conflict:
            return {"conflict": str(conflict), "theirs": revision_view(conflict.theirs)}
        except Gone:
            raise InputError(_DELETED) from None
        opened = await away(self._desk.open, given[0], who)
        return {"saved": revision_view(saved), **run_view(opened, who)}

    async def resume(self, asked: Json, who: Person) -> Json:
        """Go on from a corrected step; the new run's id."""
        run_id = await away(self._desk.resume, needed(asked, "run"), needed(asked, "step"), who)
        return {"run": run_id}

    async def accept(self, asked: Json, who: Person) -> Json:
        """Make a revision gold.

        Raises:
            InputError: only reviewers may.
        """
        require_reviewer(who, "settle what counts")
        await away(self._desk.judge.accept, needed(asked, "step"), int(asked.get("revision") or 0), who.name)
        return {"gold": await away(self._desk.judge.gold, needed(asked, "run"))}

    async def suggest(self, asked: Json, who: Person) -> Json:
        """Begin to ask the model what else it thought of at a step."""
        run, step = await self._step(asked)
        await away(self._desk.suggestions.ask, run, step, who.name)
        return {}

    async def suggestions(self, asked: Json) -> Json:
        """What it thought of so far."""
        found = await away(self._desk.suggestions.at, needed(asked, "step"))
        return {
            "items": [asdict(each) for each in found.found],
            "busy": found.is_busy,
            "fault": found.problem or "",
        }

    async def _step(self, asked: Json) -> tuple[Run, Step]:
        try:
            run = await away(self._store.run, needed(asked, "run"))
        except Gone:
            raise InputError(_DELETED) from None
        wanted = needed(asked, "step")
        found = next((step for step in run.steps if step.id == wanted), None)
        if found is None:
            raise InputError("This step is none of the run's: open the run again.")
        return run, found
