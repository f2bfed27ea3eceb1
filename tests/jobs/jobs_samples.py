"""Corrected and accepted runs, a model whose adapters are switched, and jobs whose training is a stand-in."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from annotate.adapters import Adapter, Adapters
from annotate.corrections import Corrections
from annotate.job_data import JobSettings
from annotate.jobs import Jobs
from annotate.people import People, Person
from annotate.reviews import Mark, Reviews, Verdict
from annotate.store import Store
from annotate.training_tables import AdapterRow
from umi.home import home
from umi.models.device import Device
from umi.models.files import sha256_of
from umi.models.holder import ModelHolder
from umi.models.manifest import WEIGHTS, require_base
from umi.prompts import caller_text, planner_text
from umi.schema import Decision, ModelSet, Observation, Outcome, Role, Run, Step, ToolCall, ToolSpec

TOOL = ToolSpec(
    name="find_airports",
    description="Airports of a city.",
    parameters={"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]},
)
MODELS = ModelSet(base="org/base", base_hash="0" * 64, backbone_hash="1" * 64)
OWN = {Role.CALLER: "caller__own"}
TRAINER = (sys.executable, str(Path(__file__).with_name("trainer.py")))


class Switched:
    """A model of which only the adapters matter: those it was given, and which it points at."""

    device = Device("cpu", "bfloat16")
    set_folder = None

    def __init__(self, models: ModelSet = MODELS) -> None:
        self.own: Mapping[Role, str] = dict(OWN)
        self.models = models.model_copy(update={"adapters": dict(OWN)})
        self.added: dict[str, Path] = {}

    def has_adapter(self, name: str) -> bool:
        return name in self.added

    def add_adapter(self, name: str, folder: Path) -> None:
        require_base(folder, self.models.base_hash, self.models.backbone_hash)
        self.added[name] = folder

    def point(self, adapters: Mapping[Role, str]) -> None:
        self.models = self.models.model_copy(update={"adapters": dict(adapters)})

    def close(self) -> None:
        """Holds nothing."""


def holding(model: Switched) -> ModelHolder[Switched]:
    holder = ModelHolder(lambda _name, _progress: model)
    holder.load("org/base")
    holder.wait()
    return holder


def adapters_of(store: Store, model: Switched | None = None) -> Adapters:
    return Adapters(store, holding(model or Switched()))


def jobs_of(store: Store, adapters: Adapters | None = None) -> Jobs:
    return Jobs(store, adapters or adapters_of(store), TRAINER)


def behave(**behaviour: Any) -> None:
    """What trainings that start from now on do."""
    folder = home() / "jobs"
    folder.mkdir(exist_ok=True)
    (folder / "behaviour.json").write_text(json.dumps(behaviour))


def person(store: Store, name: str = "Ada") -> Person:
    return People(store.database).welcome(name)


def run_of(question: str) -> Run:
    call = ToolCall(name="find_airports", arguments={"city": "Oslo"})
    steps = (
        Step(
            role=Role.PLANNER,
            raw=planner_text("I need the airports.", Decision.CALLER),
            rationale="I need the airports.",
            decision=Decision.CALLER,
        ),
        Step(role=Role.CALLER, raw=caller_text(call), call=call, observation=Observation(content='["OSL"]')),
        Step(
            role=Role.PLANNER,
            raw=planner_text("I know it.", Decision.SUMMARIZER),
            rationale="I know it.",
            decision=Decision.SUMMARIZER,
        ),
        Step(role=Role.SUMMARIZER, raw="It is OSL.", answer="It is OSL."),
    )
    return Run(
        question=question,
        system="s",
        tools=(TOOL,),
        models=MODELS,
        steps=steps,
        outcome=Outcome.FINISHED,
        answer="It is OSL.",
    )


def corrected(
    store: Store, question: str, city: str = "Bergen", by: str = "Ada", at: Run | None = None
) -> Run:
    """A run whose call was corrected to ask for ``city``."""
    person(store, by)
    run = at or run_of(question)
    if at is None:
        store.start_run(run)
    content = {"name": "find_airports", "arguments": {"city": city}}
    reviews = Reviews(store.database)
    reviews.open(run.id, by)
    reviews.mark(run.steps[1].id, by, Mark(Verdict.WRONG, "wrong argument"))
    Corrections(store.database).save(run, run.steps[1], by, 0, content)
    reviews.finish(run.id, by)
    return run


def accepted(store: Store, question: str, by: str = "Ada") -> Run:
    """A run that somebody found right."""
    person(store, by)
    run = run_of(question)
    store.start_run(run)
    reviews = Reviews(store.database)
    reviews.open(run.id, by)
    reviews.finish(run.id, by)
    return run


def until(is_so: Callable[[], bool], seconds: float = 20.0) -> None:
    """Wait until it is so, or fail."""
    end = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.05)


def trained(jobs: Jobs, store: Store, **settings: Any) -> Adapter:
    """The adapter of a job of the caller, which is waited for."""
    job_id = jobs.start(Role.CALLER, JobSettings(**settings), person(store))
    until(lambda: jobs.job(job_id).state == "done")
    name = jobs.job(job_id).adapter
    assert name is not None
    return adapters_of(store).adapter(name)


def registered(store: Store, role: Role, number: int, folder: Path, base: str, backbone: str) -> None:
    """The adapter in ``folder`` as one that a job has made; its name is the folder's."""
    row = AdapterRow(
        id=folder.name,
        role=role.value,
        number=number,
        sha256=sha256_of(folder / WEIGHTS),
        base_hash=base,
        backbone_hash=backbone,
        data_hash="d",
        settings={},
        job_id="j",
        created_at=datetime.now(UTC),
        created_by="Ada",
    )
    with store.database.session() as session:
        session.add(row)
