"""Command line of training: glpft, role, travel. Progress goes to stderr, results to a folder."""

from __future__ import annotations

import argparse
import math
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from training.errors import Stopped
from training.processes import is_first
from training.role_command import add_role
from training.stopping import noted_interrupt, stop_on_signal
from umi.errors import InputError, UmiError
from umi.options import count
from umi.terminal import progress, progress_done

if TYPE_CHECKING:
    from training.settings import Settings

_BAD_USAGE, _STOPPED = 2, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; returns its exit code: 0 done, 1 failed, 2 bad usage, 130 stopped and resumable."""
    options = _parser().parse_args(arguments)
    try:
        options.command(options)
    except Stopped as error:
        print(error, file=sys.stderr)
        return _STOPPED
    except KeyboardInterrupt:
        print("Stopped at once: the same command goes on from what it kept.", file=sys.stderr)
        return _STOPPED
    except InputError as error:
        print(error, file=sys.stderr)
        return _BAD_USAGE
    except UmiError as error:
        print(error, file=sys.stderr)
        return 1
    finally:
        progress_done()
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m training", description="Fine-tune the backbone and the roles."
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    glpft = commands.add_parser("glpft", help="the backbone, then one adapter per role")
    _add_data(glpft)
    recipes = ("glpft", "single-llm", "single-llm-multi-task", "multi-llm-one-stage")
    glpft.add_argument("--recipe", choices=recipes, default="glpft", help="one of the paper's systems")
    glpft.add_argument(
        "--reuse",
        action=argparse.BooleanOptionalAction,
        default=True,
        help="both stages learn from the same questions",
    )
    glpft.add_argument(
        "--from", dest="start", type=Path, metavar="DIR", help="a set whose backbone the new one goes on from"
    )
    glpft.add_argument("--adapter-type", choices=("alora", "lora"), default="alora", help="of the roles")
    _add_settings(glpft)
    glpft.set_defaults(command=_glpft)
    add_role(commands.add_parser("role", help="one role again, on corrected steps"))
    _add_travel(commands.add_parser("travel", help="write solved travel questions to learn from"))
    return parser


def _add_travel(travel: argparse.ArgumentParser) -> None:
    travel.add_argument("--out", type=Path, required=True, help="folder for the files")
    travel.add_argument("--train", type=count, default=4000, help="trajectories to learn from")
    travel.add_argument(
        "--openings", type=count, default=0, help="more questions, with the first plan and call alone"
    )
    travel.add_argument("--valid", type=count, default=100, help="trajectories to measure the loss on")
    travel.add_argument("--questions", type=count, default=200, help="held-out questions for live evaluation")
    travel.add_argument("--seed", type=int, default=0)
    travel.set_defaults(command=_travel)


def _travel(options: argparse.Namespace) -> None:
    from training.travel.files import write_files

    counts = options.train, options.openings, options.valid, options.questions
    write_files(options.out, *counts, options.seed, progress)


def _add_data(command: argparse.ArgumentParser) -> None:
    command.add_argument("data", nargs="+", type=Path, help="trajectories, JSONL or an imported format")
    command.add_argument("--out", type=Path, required=True, help="folder for the adapters")
    command.add_argument(
        "--valid", type=Path, help="held-out trajectories (default: a twentieth of the data)"
    )
    command.add_argument("--model", help="hub id, folder or GGUF file (default: the default model)")
    command.add_argument("--skip-bad", action="store_true", help="leave out lines that cannot be used")


def _add_settings(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--epochs", type=_epochs, default=2, help="over whole trajectories, for the backbone"
    )
    command.add_argument(
        "--role-epochs", type=_epochs, default=1, help="over each role's turns; 0.25: a quarter"
    )
    command.add_argument("--rank", type=count, default=16, help="of the backbone's LoRA")
    command.add_argument("--role-rank", type=count, default=8, help="of the roles' LoRA")
    command.add_argument("--learning-rate", type=_rate, default=1e-3, help="of a first stage")
    command.add_argument("--role-learning-rate", type=_rate, default=6e-5, help="of roles over a backbone")
    command.add_argument(
        "--batch", type=count, default=4, help="trajectories a step on average; roles: twice as many rows"
    )
    command.add_argument(
        "--batch-tokens",
        type=count,
        default=4096,
        help="tokens computed at once, and the longest history; lower it when memory runs out",
    )
    command.add_argument("--seed", type=int, default=0)


def _epochs(text: str) -> float:
    epochs = _positive(text, "0.5")
    return int(epochs) if epochs.is_integer() else epochs


def _rate(text: str) -> float:
    return _positive(text, "2e-4")


def _positive(text: str, such_as: str) -> float:
    try:
        number = float(text)
    except ValueError:
        number = math.nan
    # What the optimizer can still compute with.
    if not 0 < number < 1e30:
        raise argparse.ArgumentTypeError(f"give a number above 0, such as {such_as}, not {text}")
    return number


def _glpft(options: argparse.Namespace) -> None:
    from training.corpus import read_corpus

    stop = noted_interrupt()
    if options.start and options.recipe == "multi-llm-one-stage":
        raise InputError(
            "--from gives a backbone to go on from, and multi-llm-one-stage has none: leave it out."
        )
    corpus = read_corpus(options.data, options.valid, options.seed, options.skip_bad, _tell)
    from training.glpft import Plan, glpft
    from training.report import lines
    from umi.models.catalog import resolve
    from umi.models.device import best_device

    plan = Plan(options.recipe, options.reuse, options.adapter_type, *_settings(options), options.start)
    base = resolve(options.model, _progress), best_device()
    folders = glpft(plan, corpus, base, options.out, _progress, _tell, stop_on_signal(stop))
    progress_done()
    if is_first():
        print("\n".join(lines(folders)))


def _progress(message: str, fraction: float | None) -> None:
    if is_first():
        progress(message, fraction)


def _tell(sentence: str) -> None:
    """A line that stays above the moving one."""
    if is_first():
        progress_done()
        print(sentence, file=sys.stderr, flush=True)


def _settings(options: argparse.Namespace) -> tuple[Settings, Settings]:
    """Of the backbone and of the roles; LoRA's alpha is twice its rank."""
    from training.settings import Settings

    common = {"seed": options.seed, "batch_tokens": options.batch_tokens}
    backbone = Settings(
        rank=options.rank,
        alpha=2 * options.rank,
        learning_rate=options.learning_rate,
        epochs=options.epochs,
        batch=options.batch,
        **common,
    )
    roles = Settings(
        rank=options.role_rank,
        alpha=2 * options.role_rank,
        learning_rate=options.role_learning_rate,
        epochs=options.role_epochs,
        batch=2 * options.batch,
        **common,
    )
    return backbone, roles


if __name__ == "__main__":
    sys.exit(main())
