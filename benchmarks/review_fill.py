"""A large record, filled in bulk: recording so many runs one by one would take an hour."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import accumulate, islice
from random import Random
from typing import Any
from uuid import uuid4

from review_common import flight_run
from sqlalchemy import create_engine, insert, make_url, select, text

from annotate import search
from annotate.concern import concern
from annotate.people import People
from annotate.reviews import Verdict
from annotate.store import Store
from annotate.tables import RunRow, StepRow
from umi import terminal
from umi.prompts import written_text
from umi.schema import Outcome, Run, Step

AT_ONCE = 1000
"""Runs in one transaction."""
PEOPLE = tuple(f"annotator {number}" for number in range(20))
AGE = timedelta(days=90)
"""The runs were recorded over that time, one after the other."""
OUTCOMES = {
    Outcome.FINISHED: 70,
    Outcome.FAILED: 12,
    Outcome.GAVE_UP: 8,
    Outcome.STEP_LIMIT: 5,
    Outcome.CANCELLED: 3,
    Outcome.INTERRUPTED: 2,
}
"""Runs of a hundred that end so."""
REVIEWED = 0.1
VOCABULARY = 20_000
"""Words; the n-th is used in proportion to 1 / n, about as in any language."""
WORDS = 8
"""Words of a question and of each rationale, besides those that all runs have."""

Columns = dict[str, Any]


def fill(store: Store, url: str, runs: int) -> None:
    """Record so many runs of ten steps, no two alike, a tenth of them reviewed."""
    for name in PEOPLE:
        People(store.database).welcome(name)
    template = flight_run(0)
    store.start_run(template)
    made, done = _varied(store, template, runs - 1), 0
    while batch := list(islice(made, AT_ONCE)):
        _insert(store, batch)
        done += len(batch)
        terminal.progress(f"{done:,} runs", done / runs)
    terminal.progress_done()
    _tidy(store, url)


def word(rank: int) -> str:
    """The word of this rank: the first is in nearly every run, the last in hardly any."""
    return f"w{rank}"


def _insert(store: Store, batch: Sequence[tuple[Run, Columns, list[Columns]]]) -> None:
    with store.database.session() as session:
        session.execute(insert(RunRow), [columns for _, columns, _ in batch])
        session.execute(insert(StepRow), [step for _, _, steps in batch for step in steps])
        for run, _, _ in batch:
            search.index(store.database, session, run)


def _tidy(store: Store, url: str) -> None:
    """What a PostgreSQL server does by itself within a minute after so many rows came in."""
    if not store.database.is_sqlite:
        address = make_url(url).set(drivername="postgresql+psycopg")
        engine = create_engine(address, isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.execute(text("VACUUM ANALYZE"))
        engine.dispose()


def _varied(store: Store, template: Run, count: int) -> Iterator[tuple[Run, Columns, list[Columns]]]:
    """Runs like the template with their rows: other words, endings and figures."""
    with store.database.session() as session:
        row = dict(session.execute(select(*RunRow.__table__.columns)).mappings().one())
        ordered = select(*StepRow.__table__.columns).order_by(StepRow.position)
        steps = [dict(step) for step in session.execute(ordered).mappings()]
    random, start = Random(0), datetime.now(UTC) - AGE
    for number in range(1, count + 1):
        at = start + AGE * number / count
        run = _reworded(template, number, random)
        columns = row | {"id": run.id, "question": run.question, "created_at": at, "ended_at": at}
        yield run, columns | _figures(random), list(_step_columns(run, steps))


def _reworded(template: Run, number: int, random: Random) -> Run:
    steps: list[Step] = []
    for step in template.steps:
        said = step.rationale and f"{step.rationale} {_words(random)}"
        own = {"id": uuid4().hex, "parent_id": steps[-1].id if steps else None, "rationale": said}
        steps.append(step.model_copy(update=own))
    question = f"Trip {number}: {_words(random)}?"
    return template.model_copy(update={"id": uuid4().hex, "question": question, "steps": tuple(steps)})


def _words(random: Random) -> str:
    ranks = random.choices(range(1, VOCABULARY + 1), cum_weights=_weights(), k=WORDS)
    return " ".join(map(word, ranks))


@cache
def _weights() -> list[float]:
    return list(accumulate(1 / rank for rank in range(1, VOCABULARY + 1)))


def _figures(random: Random) -> Columns:
    """What the queue filters and sorts by."""
    (outcome,) = random.choices(list(OUTCOMES), list(OUTCOMES.values()))
    lowest = None if random.random() < 0.05 else random.random()
    errors = int(random.random() < 0.15)
    reviewed = random.random() < REVIEWED
    return {
        "outcome": outcome,
        "lowest_confidence": lowest,
        "errors": errors,
        "concern": concern(outcome, lowest, errors),
        "verdict": random.choice(list(Verdict)) if reviewed else None,
        "annotator": random.choice(PEOPLE) if reviewed else None,
    }


def _step_columns(run: Run, template: Sequence[Columns]) -> Iterator[Columns]:
    for columns, step in zip(template, run.steps, strict=True):
        own = {"id": step.id, "parent_id": step.parent_id, "run_id": run.id}
        yield columns | own | {"rationale": step.rationale, "raw": written_text(step)}
