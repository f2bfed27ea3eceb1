"""The command line: ``python -m annotate import | export | hold-out | people | stats`` and the trainings'."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from annotate.agreement import Judge
from annotate.db import default_url
from annotate.export import FORMATS, export
from annotate.holdout import hold_out, release
from annotate.imports import import_file, require_files
from annotate.lessons import Lessons, Wanted
from annotate.people import People
from annotate.progress import progress
from annotate.store import Store
from annotate.training_commands import add_training
from umi import terminal
from umi.errors import UmiError
from umi.schema import Role

_TOLD = 5
"""Sentences about rows that an export leaves out; the manifest has them all."""


def main(arguments: list[str] | None = None) -> int:
    """Returns the exit code: 0 done, 1 failed, 2 bad usage, 3 some rows of an import were bad."""
    options = _parser().parse_args(arguments)
    try:
        store = Store.open(default_url())
        try:
            code: int = options.act(store, options)
        finally:
            store.close()
    except UmiError as error:
        print(error, file=sys.stderr)
        return 1
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m annotate", description="The record of runs and reviews.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    _add_import(commands.add_parser("import", help="record the trajectories of files as runs"))
    _add_export(commands.add_parser("export", help="write what reviewing taught for a trainer"))
    _add_hold_out(commands.add_parser("hold-out", help="keep the questions of runs out of every export"))
    _add_people(commands.add_parser("people", help="who reviews, and who settles what counts"))
    add_training(commands)
    stats = commands.add_parser("stats", help="how reviewing goes")
    stats.add_argument("--json", action="store_true", help="one JSON object")
    stats.set_defaults(act=_stats)
    return parser


def _add_import(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="any format that is known here")
    parser.set_defaults(act=_import)


def _add_export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--format", choices=FORMATS, required=True)
    parser.add_argument(
        "--out", type=Path, required=True, metavar="FILE", help="JSONL; a manifest goes beside it"
    )
    parser.add_argument("--role", action="append", choices=list(Role), help="this role alone (repeatable)")
    parser.add_argument("--kind", action="append", choices=("corrected", "accepted"), help="(repeatable)")
    parser.add_argument("--annotator", help="what this person corrected or accepted")
    parser.add_argument("--since", type=_moment, metavar="DATE", help="from this day on (UTC)")
    parser.add_argument("--until", type=_moment, metavar="DATE", help="before this day (UTC)")
    parser.add_argument("--gold", action="store_true", help="only what a reviewer accepted")
    parser.add_argument(
        "--held-out", action="store_true", help="the held-out questions instead of the others"
    )
    parser.set_defaults(act=_export)


def _add_hold_out(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("runs", nargs="+", metavar="RUN", help="id of a run, as in the page's address")
    parser.add_argument("--release", action="store_true", help="let them be exported again")
    parser.set_defaults(act=_hold_out)


def _add_people(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--reviewer", action="append", default=[], metavar="NAME", help="may settle from now on (repeatable)"
    )
    parser.add_argument(
        "--annotator", action="append", default=[], metavar="NAME", help="may not any more (repeatable)"
    )
    parser.set_defaults(act=_people)


def _moment(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text).replace(tzinfo=UTC)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no date: write it as 2026-01-31") from None


def _import(store: Store, options: argparse.Namespace) -> int:
    require_files(options.files)
    any_bad = False
    for path in options.files:
        done = import_file(store, path, partial(_tell, path))
        terminal.progress_done()
        for sentence in done.bad:
            print(sentence, file=sys.stderr)
        known = f", {done.known:,} were there already" if done.known else ""
        print(f"{path}: {done.new:,} new runs{known}{f', {len(done.bad):,} bad rows' if done.bad else ''}")
        any_bad = any_bad or bool(done.bad)
    return 3 if any_bad else 0


def _tell(path: Path, rows: int) -> None:
    terminal.progress(f"{path.name}: {rows:,} rows", None)


def _export(store: Store, options: argparse.Namespace) -> int:
    wanted = Wanted(
        kinds=tuple(options.kind or ("corrected", "accepted")),
        roles=tuple(Role(role) for role in options.role or Role),
        annotator=options.annotator,
        since=options.since,
        until=options.until,
        gold_only=options.gold,
        held_out=options.held_out,
    )
    done = export(Lessons(store), wanted, options.format, options.out)
    for sentence in done.left_out[:_TOLD]:
        print(f"Left out: {sentence}", file=sys.stderr)
    if len(done.left_out) > _TOLD:
        print(f"Left out: {len(done.left_out) - _TOLD:,} more; the manifest names all.", file=sys.stderr)
    roles = ", ".join(f"{count} {role}" for role, count in done.by_role.items() if count)
    print(f"{done.path}: {done.rows:,} rows ({roles}); where they come from: {done.manifest}")
    return 0


def _hold_out(store: Store, options: argparse.Namespace) -> int:
    questions = [store.run(run_id).question for run_id in options.runs]
    (release if options.release else hold_out)(store.database, questions)
    for question in questions:
        print(f"{'Released' if options.release else 'Held out'}: {question}")
    return 0


def _people(store: Store, options: argparse.Namespace) -> int:
    people = People(store.database)
    for name in options.reviewer:
        people.make_reviewer(people.welcome(name).name, True)
    for name in options.annotator:
        people.make_reviewer(name, False)
    for person in people.all():
        print(f"{person.name}: {'reviewer' if person.is_reviewer else 'annotator'}")
    return 0


def _stats(store: Store, options: argparse.Namespace) -> int:
    found = progress(store.database)
    agreement = Judge(store.database).agreement()
    if options.json:
        faults = [{"role": role, "kind": kind, "count": n} for (role, kind), n in found.faults.items()]
        told = asdict(found) | {"faults": faults, "agreement": [asdict(each) for each in agreement]}
        print(json.dumps(told, ensure_ascii=False))
        return 0
    print(f"{found.reviewed:,} of {found.runs:,} runs reviewed")
    for worker in found.workers:
        pace = "" if worker.seconds is None else f", {worker.seconds:.0f} s each"
        print(f"  {worker.name}: {worker.reviews:,} reviews, {worker.corrections:,} corrections{pace}")
    for (role, kind), count in sorted(found.faults.items(), key=lambda item: -item[1]):
        print(f"  {count:,} times {role}: {kind}")
    for each in agreement:
        if each.value is not None:
            print(f"  {each.measure} on the {each.about}: {each.value:.2f} ({each.runs} runs)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
