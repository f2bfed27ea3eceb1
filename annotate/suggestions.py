"""What else a role thought of at a step: asked in the background, kept, also those that nobody takes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from threading import Event, Lock, Thread
from typing import Any
from uuid import uuid4

from sqlalchemy import select

from annotate.contents import Content, content_of
from annotate.database import Database
from annotate.review_tables import SuggestionRow
from umi.errors import UmiError
from umi.models.base import Model
from umi.models.holder import ModelHolder
from umi.schema import Run, Step
from umi.suggest import suggest

COUNT = 4
"""Suggestions asked for at a time; at about two seconds each on a CPU nobody waits for more."""
NOTHING_ELSE = "Asked again and again, the model wrote nothing else here that can be used."


@dataclass(frozen=True)
class Alternative:
    """One suggestion as kept; ``logprob`` (natural log) is that of its whole text."""

    id: str
    content: Content
    logprob: float


@dataclass(frozen=True)
class Asked:
    """How asking at a step stands: what there is, whether more is coming, and what went wrong."""

    found: tuple[Alternative, ...]
    is_busy: bool
    problem: str | None


class Suggestions:
    """The suggestions in one database, and those being asked for in this process."""

    def __init__(self, database: Database, holder: ModelHolder[Any]) -> None:
        self._database = database
        self._holder = holder
        self._lock = Lock()
        self._busy: dict[str, Event] = {}
        self._problems: dict[str, str] = {}

    def ask(self, run: Run, step: Step, who: str) -> None:
        """Begin to ask the loaded model at this step; nothing happens where that is going on already."""
        with self._lock:
            if step.id in self._busy:
                return
            cancel = self._busy[step.id] = Event()
            self._problems.pop(step.id, None)
        Thread(target=self._work, args=(run, step, who, cancel), name="suggestions", daemon=True).start()

    def stop(self, step_id: str) -> None:
        """Ask no further."""
        with self._lock:
            if (cancel := self._busy.get(step_id)) is not None:
                cancel.set()

    def at(self, step_id: str) -> Asked:
        """The step's suggestions, likeliest first, and whether more are coming."""
        query = select(SuggestionRow).where(SuggestionRow.step_id == step_id)
        with self._lock:
            busy, problem = step_id in self._busy, self._problems.get(step_id)
        with self._database.session() as session:
            rows: Sequence[SuggestionRow] = session.scalars(
                query.order_by(SuggestionRow.logprob.desc(), SuggestionRow.id)
            ).all()
            found = tuple(Alternative(row.id, row.content, row.logprob) for row in rows)
        return Asked(found, busy, problem)

    def _work(self, run: Run, step: Step, who: str, cancel: Event) -> None:
        try:
            model: Model = self._holder.wait()
            known = [each.content for each in self.at(step.id).found]
            for each in suggest(run, step, model, COUNT, cancel):
                content = content_of(each.step)
                if content not in known:
                    self._keep(step, who, content, each.logprob, model)
                    known.append(content)
            if not known:
                self._problems[step.id] = NOTHING_ELSE
        except UmiError as error:
            self._problems[step.id] = str(error)
        finally:
            with self._lock:
                self._busy.pop(step.id, None)

    def _keep(self, step: Step, who: str, content: Content, logprob: float, model: Model) -> None:
        row = SuggestionRow(
            id=uuid4().hex,
            step_id=step.id,
            asked_by=who,
            at=datetime.now(UTC),
            logprob=logprob,
            models=model.models.model_dump(),
            content=content,
        )
        with self._database.session() as session:
            session.add(row)
