"""One run on one annotator's desk: everything that reviewing it needs, read at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from annotate.agreement import Judge
from annotate.contents import Content, content_of, corrected
from annotate.corrections import ORIGINAL, Corrections, Draft, Revision
from annotate.holdout import hold_out, is_held_out, release
from annotate.lineage import Descendant, descendants
from annotate.people import People, Person
from annotate.queue import Queue
from annotate.removal import Goes, delete_run, what_goes
from annotate.reviews import Mark, Review, Reviews, Verdict
from annotate.runner import Runner
from annotate.store import Store
from annotate.suggestions import Suggestions
from annotate.tables import RunRow
from umi.errors import InputError
from umi.models.holder import ModelHolder
from umi.schema import Outcome, Run, Step


@dataclass(frozen=True)
class Child:
    """A run that was resumed from a step of this one."""

    id: str
    step_id: str
    outcome: Outcome | None


@dataclass(frozen=True)
class Opened:
    """A run under review, as this annotator may see it.

    ``revisions``, ``drafts``, ``gold`` and ``learnt`` are by step id; ``others`` are the reviews of others;
    ``stands`` names
    whose opinion was settled on, ``reserved_by`` who else has the run open; of a ``held_out`` one
    the question is never exported to learn from. ``learnt`` are the adapters that learnt from its steps.
    """

    run: Run
    review: Review
    others: tuple[Review, ...]
    revisions: Mapping[str, tuple[Revision, ...]]
    drafts: Mapping[str, Draft]
    gold: Mapping[str, int]
    learnt: Mapping[str, tuple[Descendant, ...]]
    stands: str | None
    held_out: bool
    children: tuple[Child, ...]
    reserved_by: str | None

    def first_wrong(self) -> int | None:
        """The position of the step that this annotator marked wrong."""
        wrong = [step for step, mark in self.review.marks.items() if mark.verdict is Verdict.WRONG]
        return next((at for at, step in enumerate(self.run.steps) if step.id in wrong), None)

    def opinions(self) -> tuple[Review, ...]:
        """Everybody's finished reviews that this annotator may see, the own first."""
        return tuple(each for each in (self.review, *self.others) if each.finished_at is not None)

    def newest(self, step: Step) -> tuple[int, Content]:
        """The newest revision of a step that this annotator may see, and what it says."""
        found = self.revisions.get(step.id, ())
        return (found[-1].revision_no, found[-1].content) if found else (ORIGINAL, content_of(step))


class Desk:
    """What the Review page does, with who does it."""

    def __init__(self, store: Store, runner: Runner, holder: ModelHolder[Any]) -> None:
        self._store = store
        self._runner = runner
        self.people = People(store.database)
        self.queue = Queue(store.database)
        self.reviews = Reviews(store.database)
        self.corrections = Corrections(store.database)
        self.suggestions = Suggestions(store.database, holder)
        self.judge = Judge(store.database)

    def open(self, run_id: str, who: Person, *, blind: bool = False) -> Opened:
        """The run, reserved for ``who`` if nobody else has it.

        Raises:
            StoreError: the run is gone.
        """
        run = self._store.run(run_id)
        mine = self.queue.reserve(run_id, who.name)
        review = self.reviews.open(run_id, who.name, blind=blind)
        hidden = review.hides_others
        ids = [step.id for step in run.steps]
        revisions = self.corrections.revisions(ids)
        if hidden:
            revisions = {
                step: tuple(each for each in found if each.author == who.name)
                for step, found in revisions.items()
            }
        others = tuple(each for each in self.reviews.visible(run_id, who.name) if each.annotator != who.name)
        return Opened(
            run=run,
            review=review,
            others=others,
            revisions=revisions,
            drafts=self.corrections.drafts(ids, who.name),
            gold={} if hidden else self.judge.gold(run_id),
            learnt={} if hidden else descendants(self._store.database, ids),
            stands=None if hidden else self.judge.standing(run_id),
            held_out=is_held_out(self._store.database, run.question),
            children=() if hidden else self._children(run_id),
            reserved_by=None if mine else self.queue.reserved_by(run_id),
        )

    def save(
        self,
        run_id: str,
        step_id: str,
        who: Person,
        base_no: int,
        content: Content,
        suggestion_id: str | None = None,
    ) -> Revision:
        """Save a correction; a step that is corrected is wrong, unless its verdict says otherwise.

        Raises:
            Conflict, InputError, StoreError: see ``Corrections.save``.
        """
        run = self._store.run(run_id)
        step = _step(run, step_id)
        review = self.reviews.open(run_id, who.name)
        if review.hides_others:
            base_no = self._blind_base(step_id, who.name, base_no)
        saved = self.corrections.save(run, step, who.name, base_no, content, suggestion_id=suggestion_id)
        if step_id not in review.marks and not review.is_closed:
            self.reviews.mark(step_id, who.name, Mark(Verdict.WRONG))
        return saved

    def hold_out(self, run_id: str, is_held: bool) -> None:
        """Keep the run's question out of every export, or let it be learnt from again.

        Raises:
            StoreError: the run is gone.
        """
        question = self._store.run(run_id).question
        (hold_out if is_held else release)(self._store.database, [question])

    def what_goes(self, run_id: str) -> Goes:
        """What deleting the run would take along.

        Raises:
            StoreError: the run is gone.
        """
        return what_goes(self._store.database, run_id)

    def delete(self, run_id: str) -> None:
        """Delete the run with all that was said of it.

        Raises:
            InputError: it is still going on.
            StoreError: it is gone.
        """
        delete_run(self._store.database, run_id)

    def resume(self, run_id: str, step_id: str, who: Person) -> str:
        """Go on from the newest revision of this step as a new run; returns its id.

        Raises:
            InputError: the step was not corrected, or the run's tools are not here.
        """
        opened = self.open(run_id, who)
        step = _step(opened.run, step_id)
        number, content = opened.newest(step)
        if number == ORIGINAL:
            raise InputError("This step has no correction to go on from: correct and save it first.")
        return self._runner.resume(opened.run, step, corrected(step, content))

    def _blind_base(self, step_id: str, who: str, base_no: int) -> int:
        """A second opinion is written beside what it may not see: on top of it in number alone."""
        found = self.corrections.revisions([step_id]).get(step_id, ())
        mine = [each.revision_no for each in found if each.author == who]
        seen = mine[-1] if mine else ORIGINAL
        return found[-1].revision_no if found and base_no == seen else base_no

    def _children(self, run_id: str) -> tuple[Child, ...]:
        query = select(RunRow.id, RunRow.parent_step_id, RunRow.outcome).where(RunRow.parent_run_id == run_id)
        with self._store.database.session() as session:
            rows = session.execute(query.order_by(RunRow.created_at)).all()
        return tuple(
            Child(row.id, row.parent_step_id or "", Outcome(row.outcome) if row.outcome else None)
            for row in rows
        )


def _step(run: Run, step_id: str) -> Step:
    found = next((step for step in run.steps if step.id == step_id), None)
    if found is None:
        raise InputError("This step is none of the run's: open the run again.")
    return found
