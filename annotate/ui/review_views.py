"""What the Review page shows of runs and steps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from datetime import datetime
from html import escape
from typing import Any

from annotate.contents import content_of
from annotate.desk import Opened
from annotate.people import Person
from annotate.queue import Waiting
from annotate.removal import Goes
from annotate.reviews import Review
from annotate.ui.spans import plain_signature
from annotate.ui.train_words import revision
from annotate.ui.views import TONES, age
from umi.schema import Role, Step, ToolCall


def queue_row(line: Waiting, now: datetime, who: str | None = None, *, blind: bool = False) -> str:
    """One line of the queue as ``who`` sees it; ``blind``: without what was said of the run."""
    sure = "" if line.lowest_confidence is None else f" · {line.lowest_confidence:.2f}"
    verdict = f" · {line.verdict} ({escape(line.annotator or '')})" if line.verdict and not blind else ""
    holder = line.reserved_by if line.reserved_by != who else None
    lock = f' · <span class="lock">{escape(holder)}</span>' if holder else ""
    since = age((now - line.created_at).total_seconds())
    return (
        f'<button type="button" class="run-row" data-run="{escape(line.id)}" title="{escape(line.question)}">'
        f'<span class="question" dir="auto">{escape(line.question)}</span>'
        f'<small><i class="dot {TONES[line.outcome]}"></i>{escape(line.why)}{sure} · {line.steps} steps · '
        f"{since}{verdict}{lock}</small></button>"
    )


def goes_text(goes: Goes, open_by: str | None) -> str:
    """What a deleted run takes along, for whoever is about to delete it."""
    counts = asdict(goes)
    resumed, learnt_by = counts.pop("resumed"), counts.pop("learnt_by")
    counts["accepted steps"] = counts.pop("accepted")
    listed = [
        f"{count:,} {name if count > 1 else name.replace('steps', 'step').removesuffix('s')}"
        for name, count in counts.items()
        if count
    ]
    told = f"With it go {', '.join(listed)}, for good." if listed else "Nothing was said of it."
    if resumed:
        told += f" {resumed:,} resumed from it {'stay' if resumed > 1 else 'stays'}, without a parent."
    if learnt_by:
        told += f" What {', '.join(learnt_by)} learnt from it stays learnt."
    return told + (f" {open_by} has it open now." if open_by else "")


def opinions(opened: Opened, who: Person) -> str:
    """What several people found, side by side; nothing where it is not several. A reviewer can choose."""
    found = opened.opinions()
    return "".join(_opinion(opened, review, who) for review in found) if len(found) > 1 else ""


def _opinion(opened: Opened, review: Review, who: Person) -> str:
    verdict, steps = review.verdict or "", enumerate(opened.run.steps, 1)
    texts = [text for number, step in steps for text in _said(opened, review, step, number)]
    listed = "".join(f"<li>{text}</li>" for text in texts)
    return (
        f'<section class="opinion"><h3 dir="auto">{escape(review.annotator)}</h3>'
        f'<span class="said {verdict}">{verdict}</span>{_standing(opened, review, who)}'
        f"<ul>{listed}</ul></section>"
    )


def _standing(opened: Opened, review: Review, who: Person) -> str:
    if opened.stands == review.annotator:
        return '<span class="stands">stands</span>'
    if not who.is_reviewer:
        return ""
    return f'<button type="button" data-stands="{escape(review.annotator)}">Let this stand</button>'


def _said(opened: Opened, review: Review, step: Step, number: int) -> Iterator[str]:
    """What one annotator says of one step, and the newest correction of theirs."""
    mark = review.marks.get(step.id)
    if mark is not None:
        yield f"Step {number}: {escape(mark.kind or mark.verdict)}"
    mine = [each for each in opened.revisions.get(step.id, ()) if each.author == review.annotator]
    if mine:
        text = escape(shown(step.role, mine[-1].content))
        yield f'Step {number} corrected: <pre class="fixed">{text}</pre>'


def step_view(opened: Opened, step: Step) -> dict[str, Any]:
    """A step as the editor needs it: the model's own content, and the newest one that may be seen."""
    number, content = opened.newest(step)
    draft = opened.drafts.get(step.id)
    return {
        "id": step.id,
        "role": step.role.value,
        "original": content_of(step),
        "content": content,
        "base": number,
        "shown": shown(step.role, content) if number else "",
        "revisions": [
            {
                "no": each.revision_no,
                "parent": each.parent_no,
                "author": each.author,
                "at": each.created_at.isoformat(timespec="seconds"),
                "content": each.content,
            }
            for each in opened.revisions.get(step.id, ())
        ],
        "learnt": [
            {"no": each.revision_no, "adapter": each.adapter_id, "name": revision(each.adapter_id)}
            for each in opened.learnt.get(step.id, ())
        ],
        "draft": draft and {"base": draft.base_no, "content": draft.content},
        "observation": step.observation and step.observation.content,
        "confidence": step.confidence,
    }


def shown(role: Role, content: dict[str, Any]) -> str:
    """A content in one line or two, as people read it."""
    if role is Role.CALLER:
        return plain_signature(ToolCall(name=content["name"], arguments=content["arguments"]))
    if role is Role.PLANNER:
        return f"{content['rationale']}\nNext: {content['decision']}"
    return str(content["answer"])
