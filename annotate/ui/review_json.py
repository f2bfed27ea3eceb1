"""What the Review page gets to know of a run, as JSON."""

from __future__ import annotations

from dataclasses import asdict

from annotate.corrections import Revision
from annotate.desk import Opened
from annotate.kinds import kinds
from annotate.people import Person
from annotate.reviews import Review
from annotate.ui import render, views
from annotate.ui.feed import Json
from annotate.ui.review_views import opinions, step_view
from umi.prompts import Part, parts, path_to, turns, written_text
from umi.schema import Run, Step


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


def training(run: Run, step: Step) -> str:
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
