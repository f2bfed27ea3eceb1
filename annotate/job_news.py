"""What was corrected since a role's live adapter was trained, counted without reading whole runs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select

from annotate.database import Database
from annotate.holdout import held_out_hashes, question_hash
from annotate.review_tables import GoldRow, RevisionRow, VerdictRow
from annotate.reviews import Verdict
from annotate.tables import RunRow, StepRow
from annotate.training_tables import AdapterLessonRow
from umi.schema import Role


@dataclass(frozen=True)
class Since:
    """Corrections of a role that its live adapter did not learn from; ``kinds`` are their errors."""

    corrections: int
    kinds: Mapping[str, int]
    annotators: tuple[str, ...]


def news(database: Database, role: Role, adapter_id: str | None) -> Since:
    """Corrected steps of the role neither learnt by this adapter (None: the set's own) nor asked of it."""
    held_out = held_out_hashes(database)
    learnt = select(AdapterLessonRow.step_id, AdapterLessonRow.revision_no).where(
        AdapterLessonRow.adapter_id == adapter_id, AdapterLessonRow.kind.in_(("corrected", "held_out"))
    )
    saved = (
        select(RevisionRow.step_id, RevisionRow.revision_no, RevisionRow.author, RunRow.question)
        .join(StepRow, StepRow.id == RevisionRow.step_id)
        .join(RunRow, RunRow.id == RevisionRow.run_id)
        .where(StepRow.role == role.value)
        .order_by(RevisionRow.revision_no)
    )
    wrong = select(VerdictRow.step_id, VerdictRow.kind).where(VerdictRow.verdict == Verdict.WRONG)
    with database.session() as session:
        known = {tuple(row) for row in session.execute(learnt)}
        golds = session.execute(select(GoldRow.step_id, GoldRow.revision_no))
        gold = {step_id: number for step_id, number in golds}
        newest = {
            row.step_id: row
            for row in session.execute(saved)
            if gold.get(row.step_id, row.revision_no) == row.revision_no
            and question_hash(row.question) not in held_out
        }
        fresh = {
            step_id: row.author for step_id, row in newest.items() if (step_id, row.revision_no) not in known
        }
        kinds = Counter(
            kind or "no kind named" for step_id, kind in session.execute(wrong) if step_id in fresh
        )
    return Since(len(fresh), dict(kinds.most_common()), tuple(sorted(set(fresh.values()))))
