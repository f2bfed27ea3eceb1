"""Promotion while runs go on: none may fail, none may be written by another adapter than it says.

    python benchmarks/promotion.py [--runs 20]

Twenty runs are started at once on the default model, then the caller is promoted to one revision, to
another and back, while they go on and others start. At the end each call is written once more under the
adapter that its run names, and under the others: had a promotion reached into a run, its calls would not
be those of the adapter that it names.
"""

from __future__ import annotations

import argparse
import os
import shutil
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from threading import Event

from report import print_table
from safetensors.torch import load_file, save_file

from annotate.adapters import Adapters
from annotate.people import People, Person
from annotate.runner import Runner
from annotate.store import Store
from annotate.training_tables import AdapterRow
from umi.models.adapter_set import SHIPPED
from umi.models.files import sha256_of
from umi.models.holder import ModelHolder
from umi.models.loading import load_model
from umi.models.local import LocalModel
from umi.models.manifest import WEIGHTS, read_manifest
from umi.schema import Outcome, Role, Run, Step
from umi.tools.travel import travel_tools
from umi.trajectory import read_trajectories

SAMPLE = Path(__file__).parents[1] / "assets" / "sample" / "train.jsonl.gz"
REVISIONS = {"caller__r0001": -1.0, "caller__r0002": 0.0}
"""By what the second half of the shipped caller is multiplied: two that write otherwise than it does."""


@dataclass(frozen=True)
class Site:
    """Everything that serves runs, on a record of its own."""

    store: Store
    model: LocalModel
    adapters: Adapters
    runner: Runner
    who: Person


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=20, help="at once, at the start (default: 20)")
    options = parser.parse_args()
    home = os.environ.get("UMI_HOME")
    with TemporaryDirectory() as folder:
        os.environ["UMI_HOME"] = str(_home_beside(Path(folder), home))
        site = _site(Path(folder))
        try:
            seconds, runs = _promote_while(site, options.runs)
            _report(site, seconds, runs)
        finally:
            site.model.close()
            site.store.close()


def _home_beside(folder: Path, home: str | None) -> Path:
    """A UMI_HOME of its own with the models of the real one."""
    own = folder / "home"
    own.mkdir()
    if home and (Path(home) / "models").is_dir():
        (own / "models").symlink_to((Path(home) / "models").absolute())
    return own


def _site(folder: Path) -> Site:
    store = Store.open(f"sqlite:///{folder / 'umi.db'}")
    holder = ModelHolder(load_model)
    holder.load()
    model, adapters = holder.wait(), Adapters(store, holder)
    who = People(store.database).welcome("benchmark")
    for number, (name, factor) in enumerate(REVISIONS.items(), 1):
        _add_revision(store, name, number, factor, folder / "home" / "adapters" / name)
    runner = Runner(store, holder, travel_tools(), adapters.sync)
    return Site(store, model, adapters, runner, who)


def _add_revision(store: Store, name: str, number: int, factor: float, folder: Path) -> None:
    """As a finished training leaves one: a folder and its row."""
    shutil.copytree(SHIPPED / Role.CALLER, folder)
    weights = load_file(folder / WEIGHTS)
    save_file(
        {key: value * (factor if "lora_B" in key else 1) for key, value in weights.items()}, folder / WEIGHTS
    )
    manifest = read_manifest(folder)
    row = AdapterRow(
        id=name,
        role=Role.CALLER.value,
        number=number,
        sha256=sha256_of(folder / WEIGHTS),
        base_hash=manifest["base_sha256"],
        backbone_hash=manifest["backbone_sha256"],
        data_hash="",
        settings={},
        job_id="",
        created_at=datetime.now(UTC),
        created_by="benchmark",
    )
    with store.database.session() as session:
        session.add(row)


def _promote_while(site: Site, count: int) -> tuple[list[float], list[Run]]:
    """Seconds that each promotion took, and all runs at their end."""
    # Of one call each, so that all of them go on side by side until the last promotion.
    questions = [one.question for one in read_trajectories(SAMPLE) if len(one.steps) == 4]
    ids = [site.runner.start(questions[at % len(questions)]) for at in range(count)]
    seconds = []
    for seen, adapter in enumerate((*REVISIONS, None)):
        _until_steps(site, ids, (seen + 1) * count)
        started = time.perf_counter()
        site.adapters.promote(Role.CALLER, adapter, seen, site.who, "benchmark", None)
        seconds.append(time.perf_counter() - started)
        # The next run must be written by it already.
        ids.append(site.runner.start(questions[(count + seen) % len(questions)]))
    while any(site.runner.live(run_id) is not None for run_id in ids):
        time.sleep(0.2)
    return seconds, [site.store.run(run_id) for run_id in ids]


def _until_steps(site: Site, ids: list[str], steps: int) -> None:
    """Wait until the runs have so many steps together, or have ended."""
    while sum(_recorded(site, run_id) for run_id in ids) < steps:
        if all(site.runner.live(run_id) is None for run_id in ids):
            return
        time.sleep(0.05)


def _recorded(site: Site, run_id: str) -> int:
    return len(site.store.steps_after(run_id, 0))


def _report(site: Site, seconds: list[float], runs: list[Run]) -> None:
    outcomes = Counter(run.outcome for run in runs)
    said = Counter(run.models.adapters[Role.CALLER] for run in runs)
    own, others = _written_again(site, runs)
    failed = outcomes[Outcome.FAILED] + outcomes[Outcome.INTERRUPTED]
    print_table(
        f"{len(runs)} runs, {len(seconds)} promotions among them",
        ("what", "figure"),
        (
            ("seconds of a promotion, each", ", ".join(f"{each:.2f}" for each in seconds)),
            ("seconds of a promotion, median", f"{median(seconds):.2f}"),
            ("runs of each caller", ", ".join(f"{name}: {count}" for name, count in said.items())),
            ("outcomes", ", ".join(f"{outcome}: {count}" for outcome, count in outcomes.items())),
            ("runs that failed or were cut off", failed),
            ("calls that their own adapter writes again", f"{own[True]} of {own.total()}"),
            ("calls that another one writes too", f"{others[True]} of {others.total()}"),
        ),
    )


def _written_again(site: Site, runs: list[Run]) -> tuple[Counter[bool], Counter[bool]]:
    """Whether each call is written again by the adapter that its run names, and by the other ones."""
    own: Counter[bool] = Counter()
    others: Counter[bool] = Counter()
    names = (*REVISIONS, site.model.own[Role.CALLER])
    for run, step in _calls(runs):
        for name in names:
            same = _write(site.model, run, step, name) == step.raw
            (own if name == run.models.adapters[Role.CALLER] else others)[same] += 1
    return own, others


def _calls(runs: list[Run]) -> Iterator[tuple[Run, Step]]:
    """Each call with its run as it stood before."""
    for run in runs:
        for index, step in enumerate(run.steps):
            if step.role is Role.CALLER:
                yield run.model_copy(update={"steps": run.steps[:index]}), step


def _write(model: LocalModel, run: Run, step: Step, name: str) -> str:
    models = run.models.model_copy(update={"adapters": {**run.models.adapters, Role.CALLER: name}})
    writing = model.write(run.model_copy(update={"models": models}), step.role, Event())
    while True:
        try:
            next(writing)
        except StopIteration as end:
            text: str = end.value.text
            return text


if __name__ == "__main__":
    main()
