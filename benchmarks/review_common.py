"""What the benchmarks of reviewing share: empty databases, runs of the travel desk, a desk to review at."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from annotate.desk import Desk
from annotate.runner import Runner
from annotate.store import Store
from umi.models.device import Device
from umi.models.holder import ModelHolder
from umi.models.scripted import ScriptedModel
from umi.prompts import compact_json, system_text, written_text
from umi.schema import Decision, ModelSet, Observation, Outcome, Role, Run, Step, Token, ToolCall
from umi.tools.travel import travel_tools

PG_FOLDERS = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
"""Where Debian's packages put what is not on PATH."""
AIRPORTS = ("LIS", "OSL", "FCO", "CDG", "CAI", "LIM", "UIO", "NRT", "DEL", "ACC", "HAN", "JFK")
LEGS = 4
TOKENS = 20
"""Tokens of a step with their probabilities, about as many as a trained role writes."""


class Scripted(ScriptedModel):
    """A scripted model as the holder wants it."""

    device = Device("cpu", "bfloat16")

    def close(self) -> None:
        """Holds nothing."""


def desk_of(store: Store) -> Desk:
    """Everything that reviewing needs, with no model to resume with."""
    holder = ModelHolder[Scripted](lambda _name, _progress: Scripted(()))
    return Desk(store, Runner(store, holder, travel_tools()), holder)


def flight_run(number: int) -> Run:
    """A finished run of ten steps: four calls, each planned, then the decision to answer and the answer.

    Runs of different numbers differ.
    """
    steps = [step for leg in range(LEGS) for step in _leg(number, leg)]
    steps.append(_plan("I know the length of every leg.", Decision.SUMMARIZER))
    answer = f"The round trip {number} has four legs, of 2,738 km each."
    steps.append(_step(Step(role=Role.SUMMARIZER, raw="", answer=answer)))
    specs = tuple(tool.spec for tool in travel_tools())
    return Run(
        question=f"How long is each leg of the round trip {number}?",
        system=system_text(specs),
        tools=specs,
        models=ModelSet(base="scripted", base_hash="scripted"),
        steps=tuple(steps),
        outcome=Outcome.FINISHED,
        answer=answer,
    )


def _leg(number: int, leg: int) -> tuple[Step, Step]:
    origin, destination = (AIRPORTS[(number + at) % len(AIRPORTS)] for at in (leg, leg + 1))
    call = ToolCall(name="flight_distance", arguments={"origin": origin, "destination": destination})
    observation = Observation(content=compact_json({"km": 2738, "miles": 1701, "hours": 3.9}))
    return (
        _plan(f"I need the distance from {origin} to {destination}.", Decision.CALLER),
        _step(Step(role=Role.CALLER, raw="", call=call, observation=observation)),
    )


def _plan(rationale: str, decision: Decision) -> Step:
    return _step(Step(role=Role.PLANNER, raw="", rationale=rationale, decision=decision))


def _step(step: Step) -> Step:
    tokens = tuple(Token(id=at, text=" word", logprob=-0.05) for at in range(TOKENS))
    return step.model_copy(update={"raw": written_text(step), "tokens": tokens})


@contextmanager
def databases() -> Iterator[dict[str, str]]:
    """By name, the addresses of an empty SQLite file and of an empty database of a PostgreSQL server.

    The server is started for it, with the settings it comes with, and gone afterwards. Where PostgreSQL
    is not installed, a sentence says so and SQLite is alone.
    """
    with TemporaryDirectory() as folder:
        urls = {"SQLite": f"sqlite:///{folder}/umi.db"}
        programs = [_pg_program(name) for name in ("initdb", "pg_ctl")]
        if None in programs:
            print("PostgreSQL is not installed here: only SQLite is measured.")
            yield urls
            return
        with _server(*map(str, programs)) as url:
            yield urls | {"PostgreSQL": url}


def _pg_program(name: str) -> str | None:
    return shutil.which(name, path=os.pathsep.join([*map(str, PG_FOLDERS), os.environ["PATH"]]))


@contextmanager
def _server(initdb: str, pg_ctl: str) -> Iterator[str]:
    # Short: a socket's path holds about 100 characters.
    with TemporaryDirectory(prefix="umi-pg-", ignore_cleanup_errors=True) as folder:
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres")
        data = f"{folder}/data"
        _as_server(initdb, "-D", data, "--auth=trust", "--username=umi", "--encoding=UTF8", "--no-locale")
        options = f"-c listen_addresses= -c unix_socket_directories={folder}"
        _as_server(pg_ctl, "-D", data, "-w", "-l", f"{folder}/log", "-o", options, "start")
        try:
            yield f"postgresql://umi@/postgres?host={folder}"
        finally:
            _as_server(pg_ctl, "-D", data, "-m", "immediate", "stop")


def _as_server(*command: str) -> None:
    """Run as a user that PostgreSQL accepts; it refuses root."""
    user = ("runuser", "-u", "postgres", "--") if os.geteuid() == 0 else ()
    subprocess.run([*user, *command], check=True, stdout=subprocess.DEVNULL, cwd="/")


def percentile(values: list[float], share: float) -> float:
    """The value that this share of all do not exceed."""
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]
