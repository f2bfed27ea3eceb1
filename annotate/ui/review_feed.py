"""What the Review page asks and tells, as JSON; who does it comes with every request."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any, TypeVar

from annotate.contents import checked, corrected
from annotate.corrections import Conflict, Revision
from annotate.desk import Desk, Opened
from annotate.kinds import kinds
from annotate.people import Person
from annotate.queue import Choice
from annotate.reviews import Mark, Review, Verdict
from annotate.store import Store
from annotate.ui import render, views
from annotate.ui.feed import Json
from annotate.ui.review_views import opinions, queue_row, step_view
from umi.errors import InputError
from umi.prompts import Part, parts, path_to, turns, written_text
from umi.schema import Outcome, Run, Step

Result = TypeVar("Result")

PAGE = 40
"""Runs in one page of the queue."""
_LONGEST_SEARCH = 200


class ReviewFeed:
    """Answers the scripts of the Review page; every id is looked up, none is trusted."""

    def __init__(self, desk: Desk, store: Store) -> None:
        self._desk = desk
        self._store = store

    async def queue(self, asked: Json, who: Person | None = None) -> Json:
        """A page of the queue behind the run ``after``, and how many runs there are."""
        choice, after = choice_of(asked, who), _text(asked, "after")
        found = await _away(self._desk.queue.page, choice, PAGE + 1, after)
        blind = await _away(self._desk.reviews.blind_runs, who.name) if who else set()
        if choice.second_for is not None:
            blind |= {line.id for line in found}
        now = datetime.now(UTC)
        rows = [(line.id, queue_row(line, now, blind=line.id in blind)) for line in found[:PAGE]]
        return {
            "items": [{"key": run_id, "html": row} for run_id, row in rows],
            "more": len(found) > PAGE,
            "count": await _away(self._desk.queue.count, choice) if after is None else None,
        }

    async def step_to(self, asked: Json, who: Person) -> Json:
        """The id of the next run that is free, or of the one before; None where there is none."""
        choice, run_id = choice_of(asked, who), _text(asked, "run")
        if asked.get("back"):
            return {"run": await _away(self._desk.queue.previous, choice, run_id) if run_id else None}
        return {"run": await _away(self._desk.queue.next, choice, who.name, run_id)}

    async def open(self, asked: Json, who: Person) -> Json:
        """All of one run.

        Raises:
            StoreError: it is gone.
        """
        blind = bool(asked.get("blind"))
        opened = await _away(lambda: self._desk.open(_needed(asked, "run"), who, blind=blind))
        return run_view(opened, who)

    async def mark(self, asked: Json, who: Person) -> Json:
        """Say what a step is; without a verdict, take it back.

        Raises:
            InputError: the verdict or kind is unknown, or the step is gone.
        """
        verdict = _text(asked, "verdict")
        if verdict is not None and verdict not in set(Verdict):
            raise InputError(f"There is no verdict {verdict!r}: choose one of {', '.join(Verdict)}.")
        mark = None if verdict is None else Mark(Verdict(verdict), _text(asked, "kind"))
        review = await _away(self._desk.reviews.mark, _needed(asked, "step"), who.name, mark)
        return {"marks": marks_view(review)}

    async def finish(self, asked: Json, who: Person) -> Json:
        """The review is done, and the run free for others."""
        run_id = _needed(asked, "run")
        review = await _away(self._desk.reviews.finish, run_id, who.name)
        await _away(self._desk.queue.release, run_id, who.name)
        return {"verdict": review.verdict}

    async def check(self, asked: Json) -> Json:
        """Whether a content could be saved; a sentence where it could not."""
        run, step = await self._step(asked)
        try:
            content = checked(run, step.role, _content(asked))
        except InputError as error:
            return {"fault": str(error)}
        return {"fault": "", "training": _training(run, corrected(step, content))}

    async def draft(self, asked: Json, who: Person) -> Json:
        """Keep what was typed, or with no content forget it."""
        step_id, content = _needed(asked, "step"), asked.get("content")
        if content is None:
            await _away(self._desk.corrections.drop_draft, step_id, who.name)
        else:
            base_no = int(asked.get("base") or 0)
            await _away(self._desk.corrections.keep_draft, step_id, who.name, base_no, _content(asked))
        return {}

    async def save(self, asked: Json, who: Person) -> Json:
        """Save a correction; where somebody was faster, theirs comes back and nothing is written.

        Raises:
            InputError, StoreError: it cannot be saved.
        """
        given = _needed(asked, "run"), _needed(asked, "step"), who, int(asked.get("base") or 0)
        try:
            saved = await _away(self._desk.save, *given, _content(asked), _text(asked, "suggestion"))
        except Conflict as conflict:
            return {"conflict": str(conflict), "theirs": revision_view(conflict.theirs)}
        opened = await _away(self._desk.open, given[0], who)
        return {"saved": revision_view(saved), **run_view(opened, who)}

    async def resume(self, asked: Json, who: Person) -> Json:
        """Go on from a corrected step; the new run's id."""
        run_id = await _away(self._desk.resume, _needed(asked, "run"), _needed(asked, "step"), who)
        return {"run": run_id}

    async def suggest(self, asked: Json, who: Person) -> Json:
        """Begin to ask the model what else it thought of at a step."""
        run, step = await self._step(asked)
        await _away(self._desk.suggestions.ask, run, step, who.name)
        return {}

    async def suggestions(self, asked: Json) -> Json:
        """What it thought of so far."""
        found = await _away(self._desk.suggestions.at, _needed(asked, "step"))
        return {
            "items": [asdict(each) for each in found.found],
            "busy": found.is_busy,
            "fault": found.problem or "",
        }

    async def settle(self, asked: Json, who: Person) -> Json:
        """Choose whose opinion of the run stands.

        Raises:
            InputError: only reviewers may, and not before they have given their own second opinion.
        """
        _require_reviewer(who)
        run_id = _needed(asked, "run")
        if run_id in await _away(self._desk.reviews.blind_runs, who.name):
            raise InputError("Your second opinion is not given yet: finish it, then settle.")
        await _away(self._desk.judge.settle, run_id, _needed(asked, "annotator"), who.name)
        return run_view(await _away(self._desk.open, run_id, who), who)

    async def hold_out(self, asked: Json, who: Person) -> Json:
        """Hold the run's question out, or with ``held`` false release it.

        Raises:
            InputError: only reviewers release.
        """
        held = bool(asked.get("held"))
        if not held and not who.is_reviewer:
            raise InputError("Only reviewers let a held-out run be learnt from again: ask one.")
        await _away(self._desk.hold_out, _needed(asked, "run"), held)
        return {"heldOut": held}

    async def accept(self, asked: Json, who: Person) -> Json:
        """Make a revision gold.

        Raises:
            InputError: only reviewers may.
        """
        _require_reviewer(who)
        await _away(
            self._desk.judge.accept, _needed(asked, "step"), int(asked.get("revision") or 0), who.name
        )
        return {"gold": await _away(self._desk.judge.gold, _needed(asked, "run"))}

    async def filters(self, asked: Json, who: Person) -> Json:
        """The saved filters, after one was saved or dropped where that is asked."""
        if (name := _text(asked, "save")) is not None:
            await _away(self._desk.queue.save_filter, who.name, name, choice_of(asked, who))
        if (name := _text(asked, "drop")) is not None:
            await _away(self._desk.queue.drop_filter, who.name, name)
        saved = await _away(self._desk.queue.filters, who.name)
        return {"filters": {name: asdict(choice) for name, choice in saved.items()}}

    async def _step(self, asked: Json) -> tuple[Run, Step]:
        run = await _away(self._store.run, _needed(asked, "run"))
        wanted = _needed(asked, "step")
        found = next((step for step in run.steps if step.id == wanted), None)
        if found is None:
            raise InputError("This step is none of the run's: open the run again.")
        return run, found


def run_view(opened: Opened, who: Person) -> Json:
    """Everything that the page shows of a run under review."""
    run, first_wrong = opened.run, opened.first_wrong()
    others = [_other(review, run) for review in opened.others]
    return {
        "run": run.id,
        "head": render.heading(run.question),
        "ending": render.ending(views.ending(run)),
        "facts": render.facts(views.facts(run)),
        "cards": [render.card(card) for card in views.cards(run.steps, 0)],
        "steps": [step_view(opened, step) for step in run.steps],
        "marks": marks_view(opened.review),
        "firstWrong": first_wrong,
        "blind": opened.review.hides_others,
        "opinions": opinions(opened, who),
        "finished": opened.review.finished_at is not None,
        "others": others,
        "gold": dict(opened.gold),
        "heldOut": opened.held_out,
        "children": [asdict(child) for child in opened.children],
        "parent": run.parent and run.parent.model_dump(),
        "reservedBy": opened.reserved_by,
        "tools": [tool.model_dump() for tool in run.tools],
        "kinds": {role.value: list(names) for role, names in kinds().items()},
        "isReviewer": who.is_reviewer,
    }


def marks_view(review: Review) -> Json:
    """Verdict and kind by step id."""
    return {step: {"verdict": mark.verdict, "kind": mark.kind} for step, mark in review.marks.items()}


def revision_view(revision: Revision) -> Json:
    """One revision for the page."""
    return {
        "no": revision.revision_no,
        "parent": revision.parent_no,
        "author": revision.author,
        "at": revision.created_at.isoformat(timespec="seconds"),
        "content": revision.content,
    }


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
            sort=given.get("sort") or "concern",
            second_for=(who.name if who else "") if reviewed == "second" else None,
            apart=reviewed == "apart",
        )
    except ValueError as error:
        raise InputError(f"This filter cannot be used ({error}): choose another.") from error


def _training(run: Run, step: Step) -> str:
    """The training string of a step: what is read, grey, and what is learnt."""
    before = run.model_copy(update={"steps": path_to(run.steps, step)})
    turn_format = run.models.turn_format
    learnt = Part("written", written_text(step) + turn_format.closing.rstrip("\n"))
    invocation = Part("marker", turn_format.header(step.role))
    return render.raw((*parts(turns(before), turn_format), invocation, learnt))


def _other(review: Review, run: Run) -> Json:
    wrong = [at for at, step in enumerate(run.steps) if step.id == review.first_wrong_step_id]
    return {
        "annotator": review.annotator,
        "verdict": review.verdict,
        "wrong": wrong[0] + 1 if wrong else None,
        "marks": marks_view(review),
    }


def _require_reviewer(who: Person) -> None:
    if not who.is_reviewer:
        raise InputError("Only reviewers settle what counts: ask one, or be made one.")


def _content(asked: Json) -> Json:
    content = asked.get("content")
    if not isinstance(content, dict):
        raise InputError("The correction is empty: write it.")
    return content


def _needed(asked: Json, name: str) -> str:
    value = _text(asked, name)
    if value is None:
        raise InputError(f"No {name} is chosen: choose one.")
    return value


def _text(asked: Json, name: str) -> str | None:
    value = asked.get(name) if isinstance(asked, dict) else None
    return value if isinstance(value, str) and value else None


async def _away(act: Callable[..., Result], *arguments: Any) -> Result:
    """Off the event loop, as the database may take its time."""
    return await asyncio.to_thread(act, *arguments)
