"""``python -m annotate train | jobs | promote | bundle``: the loop without its pages."""

from __future__ import annotations

import argparse
import json
import time
from dataclasses import fields
from pathlib import Path
from typing import Any

from annotate.adapters import Adapters
from annotate.bundle import bundle
from annotate.job_data import JobSettings
from annotate.jobs import GOING, Job, Jobs
from annotate.people import People
from annotate.store import Store
from annotate.unloaded import Unloaded
from umi import terminal
from umi.models.holder import ModelHolder
from umi.options import add_model_options, count
from umi.schema import Role

_OWN = "own"
"""What ``promote`` takes for the adapter of the set that the model is loaded with."""


def add_training(commands: Any) -> None:
    """Add the commands to a parser's ``add_subparsers``."""
    _add_train(commands.add_parser("train", help="train one role on its corrections"))
    jobs = commands.add_parser("jobs", help="the trainings and how they stand")
    jobs.add_argument("--json", action="store_true", help="one JSON array")
    jobs.set_defaults(act=_jobs)
    _add_promote(commands.add_parser("promote", help="let runs use an adapter from now on, or go back"))
    pack = commands.add_parser("bundle", help="one adapter with all it came from, as a zip")
    pack.add_argument("adapter", metavar="ADAPTER", help="as in caller__r0001")
    pack.add_argument("--out", type=Path, required=True, metavar="FILE")
    pack.set_defaults(act=_bundle)


def _add_train(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("role", type=Role, choices=list(Role), metavar="ROLE", help=", ".join(Role))
    parser.add_argument("--recipe", choices=("sft", "dpo"), default="sft")
    parser.add_argument("--epochs", type=float, default=JobSettings.epochs)
    parser.add_argument("--learning-rate", type=float, help="default: by the recipe")
    parser.add_argument("--rank", type=count, help="default: that of the set's adapter")
    parser.add_argument("--replay-share", type=float, help="of all rows; default: 1:1, 0.25 above 200")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument(
        "--dev-steps", type=int, default=JobSettings.dev_steps, help="of the role, for its figures; 0: none"
    )
    parser.add_argument(
        "--without", action="append", default=[], metavar="NAME", help="leave out an annotator (repeatable)"
    )
    parser.add_argument("--by", default="command line", metavar="NAME", help="who trains")
    parser.add_argument("--wait", action="store_true", help="until it has ended")
    add_model_options(parser)
    parser.set_defaults(act=_train)


def _add_promote(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("role", type=Role, choices=list(Role), metavar="ROLE", help=", ".join(Role))
    parser.add_argument("adapter", metavar="ADAPTER", help=f"as in caller__r0001; {_OWN}: the set's own")
    parser.add_argument("--by", required=True, metavar="NAME", help="who promotes")
    parser.add_argument("--why", required=True, metavar="TEXT")
    add_model_options(parser)
    parser.set_defaults(act=_promote)


def _adapters(store: Store, options: argparse.Namespace) -> Adapters:
    """For the model of these arguments.

    Raises:
        ModelError: there is no such model.
    """
    holder = ModelHolder(lambda name, progress: Unloaded.find(name, options.adapters, progress))
    holder.load(options.model)
    holder.wait()
    return Adapters(store, holder)


def _nothing_loaded() -> ModelHolder[Unloaded]:
    return ModelHolder(lambda name, progress: Unloaded.find(name, None, progress))


def _train(store: Store, options: argparse.Namespace) -> int:
    chosen = {each.name: getattr(options, each.name, each.default) for each in fields(JobSettings)}
    settings = JobSettings(**chosen | {"without": tuple(options.without)})
    jobs = Jobs(store, _adapters(store, options))
    try:
        job_id = jobs.start(options.role, settings, People(store.database).welcome(options.by))
        jobs.look()
        print(f"Job {job_id}", flush=True)
        return _wait(jobs, job_id) if options.wait else 0
    finally:
        jobs.close()


def _wait(jobs: Jobs, job_id: str) -> int:
    """Until the job has ended; what stops this command does not stop the job."""
    while (job := jobs.job(job_id)).state in GOING:
        status = job.status
        terminal.progress(status.message if status else job.state, status.fraction if status else None)
        time.sleep(0.5)
    terminal.progress_done()
    print(_line(job))
    return 0 if job.state == "done" else 1


def _jobs(store: Store, options: argparse.Namespace) -> int:
    jobs = Jobs(store, Adapters(store, _nothing_loaded()))
    try:
        jobs.look()
        found = jobs.all()
    finally:
        jobs.close()
    if options.json:
        print(json.dumps([_told(job) for job in found], ensure_ascii=False))
        return 0
    for job in found:
        print(_line(job))
    return 0


def _told(job: Job) -> dict[str, Any]:
    status = None if job.status is None else job.status.model_dump(mode="json")
    moments = {name: getattr(job, name) for name in ("created_at", "started_at", "ended_at")}
    return {
        **{name: getattr(job, name) for name in ("id", "role", "recipe", "state", "author", "adapter")},
        **{name: moment and moment.isoformat() for name, moment in moments.items()},
        "settings": dict(job.settings),
        "counts": dict(job.counts),
        "problem": job.problem,
        "status": status,
    }


def _line(job: Job) -> str:
    made = f" → {job.adapter}" if job.adapter else ""
    problem = f": {job.problem}" if job.problem else ""
    rows = job.counts.get("corrected", 0)
    return f"{job.id}  {job.role}, {rows} corrections, {job.state}{made}{problem}"


def _promote(store: Store, options: argparse.Namespace) -> int:
    adapters = _adapters(store, options)
    history = adapters.history(options.role)
    seen = history[0].number if history else 0
    chosen = None if options.adapter == _OWN else options.adapter
    who = People(store.database).welcome(options.by)
    done = adapters.promote(options.role, chosen, seen, who, options.why, None)
    now, before = (each or "the set's own" for each in (done.adapter, done.previous))
    print(f"{options.role}: {now} is live, {before} was.")
    return 0


def _bundle(store: Store, options: argparse.Namespace) -> int:
    adapter = Adapters(store, _nothing_loaded()).adapter(options.adapter)
    bundle(store.database, adapter, options.out)
    print(f"{options.out}: {adapter.id} ({options.out.stat().st_size / 1e6:.1f} MB)")
    return 0
