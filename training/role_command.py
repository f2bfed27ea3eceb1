"""``python -m training role``: a job folder that another program made, or one made from these options."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from threading import Event

from pydantic import ValidationError

from training.processes import is_first
from training.role_job import JobFolder, RoleJob
from training.role_rows import read_rows, write_rows
from training.role_settings import RoleSettings
from training.stopping import stop_on_signal
from umi.errors import InputError
from umi.options import count
from umi.schema import Role
from umi.terminal import progress, progress_done
from umi.trajectory import first_fault

_DEV_STEPS = 40
"""Steps of the sample on which a candidate's metrics are measured, where nobody says."""


def add_role(command: argparse.ArgumentParser) -> None:
    """The arguments of ``python -m training role``."""
    command.add_argument("role", type=Role, choices=list(Role), metavar="ROLE", help=", ".join(Role))
    command.add_argument("job", nargs="?", type=Path, metavar="JOB", help="a job folder with its job.json")
    command.add_argument(
        "--data", nargs="+", type=Path, metavar="FILE", help="corrected steps, our own JSONL"
    )
    command.add_argument("--out", type=Path, help="folder of the job; the adapter is in its out/ROLE")
    command.add_argument("--replay", type=Path, metavar="FILE", help="accepted steps that may be mixed in")
    command.add_argument("--held-out", type=Path, metavar="FILE", help="corrections to measure on")
    command.add_argument("--accepted", type=Path, metavar="FILE", help="accepted steps that must not break")
    command.add_argument("--adapters", type=Path, metavar="DIR", help="the set to start from")
    command.add_argument("--model", help="hub id, folder or GGUF file (default: the default model)")
    command.add_argument("--recipe", choices=("sft", "dpo"), default="sft")
    command.add_argument("--epochs", type=float, default=RoleSettings().epochs)
    command.add_argument("--learning-rate", type=float, help="default: by the recipe")
    command.add_argument("--rank", type=count, help="default: that of the set's adapter")
    command.add_argument(
        "--replay-share", type=float, help="of all rows; default: as many as corrections, 0.25 above 200"
    )
    command.add_argument("--seed", type=int, default=0)
    command.set_defaults(command=_role)


def _role(options: argparse.Namespace) -> None:
    stop = stop_on_signal(Event())
    folder = JobFolder(options.job) if options.job else _made(options)
    from training.role import retrain

    trained = retrain(folder, options.role, progress, _tell, stop)
    progress_done()
    if is_first():
        from training.report import lines

        print("\n".join(lines([trained])))


def _tell(sentence: str) -> None:
    progress_done()
    print(sentence, file=sys.stderr, flush=True)


def _made(options: argparse.Namespace) -> JobFolder:
    """A job folder from the options; where it was begun before, it goes on.

    Raises:
        InputError: something is missing or cannot be used.
    """
    if options.data is None or options.out is None:
        raise InputError("Name a job folder, or give corrected steps with --data and a folder with --out.")
    folder = JobFolder(options.out)
    folder.write(_job(options))
    rows = [row for file in options.data for row in read_rows(_there(file), options.role)]
    write_rows(folder.corrections, rows)
    for file, to in (
        (options.replay, folder.replay),
        (options.held_out, folder.held_out),
        (options.accepted, folder.accepted),
    ):
        if file is not None:
            write_rows(to, read_rows(_there(file), options.role))
    return folder


def _there(file: Path) -> Path:
    if not file.is_file():
        raise InputError(f"There is no file {file}: name one with a JSON object on each line.")
    return file


def _job(options: argparse.Namespace) -> RoleJob:
    settings = {name: getattr(options, name) for name in RoleSettings.model_fields}
    given = {"role": options.role, "recipe": options.recipe, "model": options.model, "set": options.adapters}
    try:
        return RoleJob.model_validate({**given, "settings": settings, "dev_steps": _DEV_STEPS})
    except ValidationError as error:
        raise InputError(f"These options cannot be used, {first_fault(error)}.") from error
