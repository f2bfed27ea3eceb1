"""What the gate found of a candidate, read from its ``gate.json``: the table, and what is said of chance.

A case is one step (or question) that both adapters were asked: the live one before, the candidate after.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import comb
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from umi.errors import InputError
from umi.live_report import Rate
from umi.schema import Role
from umi.trajectory import first_fault, parsed

Outcome = Literal["fixed", "still wrong", "newly broken", "unchanged"]
OUTCOMES: tuple[Outcome, ...] = ("fixed", "still wrong", "newly broken", "unchanged")

Group = Literal["corrected", "held_out", "accepted"]
GROUPS: Mapping[Group, str] = {
    "corrected": "corrected steps",
    "held_out": "held-out corrections",
    "accepted": "accepted steps",
}
"""The groups of steps and how people call them: learnt from, never learnt from, and right before."""

LOWER_IS_BETTER = "hallu_rate"
METRICS: Mapping[str, str] = {
    "plan_em": "Plan ACC",
    "action_em": "Act. EM",
    LOWER_IS_BETTER: "Hallu.",
    "f1": "Arg. F1",
    "rouge": "ROUGE-L",
}
"""The figures of ``Metrics`` and their names in the paper."""


class _Read(BaseModel):
    """Part of the file; fields that a later version adds are ignored."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class _Asked(_Read):
    """What both adapters wrote, and whether that was right."""

    question: str
    before: bool
    after: bool
    live: str
    candidate: str

    @property
    def outcome(self) -> Outcome:
        """What the candidate changed."""
        if self.before:
            return "unchanged" if self.after else "newly broken"
        return "fixed" if self.after else "still wrong"


class Case(_Asked):
    """One step, on the history it was corrected or accepted at.

    ``case`` is its step and revision, ``run`` the run it comes from. ``wanted`` is what people found right,
    ``rejected`` what stood there before; ``why_before`` and ``why_after`` say in a few words what is wrong.
    """

    case: str
    run: str
    wanted: str
    rejected: str | None = None
    why_before: str = ""
    why_after: str = ""


class Asked(_Asked):
    """One question, solved whole with the real tools: the answers, and whether they were right."""

    id: str


class Questions(_Read):
    """The live questions."""

    asked: int
    cases: tuple[Asked, ...]


class Metrics(_Read):
    """The role's figures on ``steps`` steps of the dev set, each 0 to 1, by the names of ``METRICS``."""

    steps: int
    live: dict[str, float | None]
    candidate: dict[str, float | None]


class Gate(_Read):
    """Everything that was found; ``seconds`` is how long each part took."""

    version: Literal[1]
    role: Role
    candidate_sha256: str
    live_sha256: str | None
    base_sha256: str
    backbone_sha256: str | None
    groups: dict[Group, tuple[Case, ...]]
    metrics: Metrics | None = None
    questions: Questions | None = None
    seconds: dict[str, float] = {}

    def cases(self, group: Group) -> tuple[Case, ...]:
        """The cases of one group, none where there was nothing to ask."""
        return self.groups.get(group, ())


def read_gate(path: Path) -> Gate:
    """The result in a ``gate.json``.

    Raises:
        InputError: the file cannot be read or is damaged.
    """
    try:
        return Gate.model_validate(parsed(path.read_bytes(), str(path)))
    except OSError as error:
        raise InputError(f"{path} cannot be read ({error.strerror}): run the job again.") from error
    except ValidationError as error:
        fault = first_fault(error)
        raise InputError(f"{path} is no result of a gate ({fault}): run the job again.") from error


@dataclass(frozen=True)
class Table:
    """One line of the table: how many cases of a group are what, each with its share and interval."""

    cases: int
    right_before: Rate
    right_after: Rate
    rates: Mapping[Outcome, Rate]

    def count(self, outcome: Outcome) -> int:
        """Cases of this outcome."""
        return self.rates[outcome].right


def table(cases: Iterable[_Asked]) -> Table:
    """The line of these cases."""
    every = list(cases)
    rates: dict[Outcome, Rate] = {
        outcome: Rate(sum(case.outcome == outcome for case in every), len(every)) for outcome in OUTCOMES
    }
    before, after = (sum(case.before for case in every), sum(case.after for case in every))
    return Table(len(every), Rate(before, len(every)), Rate(after, len(every)), rates)


def tables(gate: Gate) -> dict[Group, Table]:
    """A line for each group, in the order of ``GROUPS``."""
    return {group: table(gate.cases(group)) for group in GROUPS}


@dataclass(frozen=True)
class SignTest:
    """Whether what changed on steps that were not learnt from may be chance.

    ``p`` is the probability that as many or more of the changed steps change the same way where both ways
    are equally likely (exact, two-sided).
    """

    fixed: int
    broken: int
    p: float

    @property
    def words(self) -> str:
        """The same as a sentence."""
        if not self.fixed + self.broken:
            return "No step that was not learnt from changed."
        found = f"Of the steps that were not learnt from, {self.fixed} became right and {self.broken} wrong"
        if self.p < 0.05:
            way = "better" if self.fixed > self.broken else "worse"
            return f"{found}: the candidate is {way} there, chance alone would do this with p = {self.p:.2g}."
        return f"{found}: that may be chance (p = {self.p:.2g})."


def sign_test(gate: Gate) -> SignTest:
    """Over held-out corrections and accepted steps; what was learnt itself would prove nothing."""
    unseen = table([*gate.cases("held_out"), *gate.cases("accepted")])
    fixed, broken = unseen.count("fixed"), unseen.count("newly broken")
    changed = fixed + broken
    tail = sum(comb(changed, some) for some in range(min(fixed, broken) + 1)) / 2**changed
    return SignTest(fixed, broken, min(1.0, 2 * tail))


@dataclass(frozen=True)
class Difference:
    """A figure of the dev set before and after, 0 to 1; ``gain`` is positive where it got better."""

    name: str
    live: float
    candidate: float
    gain: float


def differences(metrics: Metrics) -> tuple[Difference, ...]:
    """Every figure that both have, in the order of ``METRICS``."""
    return tuple(_differences(metrics))


def _differences(metrics: Metrics) -> Iterable[Difference]:
    for key, name in METRICS.items():
        live, candidate = metrics.live.get(key), metrics.candidate.get(key)
        if live is not None and candidate is not None:
            change = candidate - live
            yield Difference(name, live, candidate, -change if key == LOWER_IS_BETTER else change)
