"""What a job learns from and is judged by: which steps, how they are split, and the files that hold them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from annotate.contradictions import Contradiction, settled
from annotate.export import Row, own_row, own_step
from annotate.holdout import question_hash
from annotate.lessons import Lesson, Lessons, Wanted
from annotate.store import Store
from umi.errors import InputError
from umi.formats.example import Example
from umi.schema import Role
from umi.trajectory import read_trajectories

Kind = Literal["corrected", "replay", "held_out", "accepted"]
FILES: Mapping[Kind, str] = {
    "corrected": "corrections.jsonl",
    "replay": "replay.jsonl",
    "held_out": "held_out.jsonl",
    "accepted": "accepted.jsonl",
}
"""Learnt from, mixed in; then what is only judged by: corrections never learnt from, steps right before."""

SAMPLE = Path(__file__).parents[1] / "assets" / "sample" / "train.jsonl.gz"
MOST_ACCEPTED = 100
"""Accepted steps that a gate asks for; more would cost minutes and narrow the interval little."""
MOST_REPLAY = 2000
FEW = 20
"""Below so many accepted steps of a kind, the sample's are added: what nobody accepted would go unguarded."""
FEWEST_HELD_OUT = 3
ENOUGH_TO_HOLD_OUT = 10


@dataclass(frozen=True)
class JobSettings:
    """What somebody may choose of a training; None leaves a choice to the trainer's own rule.

    ``replay_share`` is that of the accepted steps among all rows, ``without`` are annotators whose
    corrections and acceptances play no part, ``dev_steps`` how many steps of the dev set the role's figures
    are taken of, ``live_count`` how many questions are asked whole.

    Raises:
        InputError: a value is out of its range.
    """

    recipe: Literal["sft", "dpo"] = "sft"
    epochs: float = 3.0
    learning_rate: float | None = None
    rank: int | None = None
    replay_share: float | None = None
    seed: int = 0
    without: tuple[str, ...] = ()
    dev_steps: int = 40
    live_count: int = 0

    def __post_init__(self) -> None:
        """Refuse what no training could use."""
        share = 0.0 if self.replay_share is None else self.replay_share
        rate = 1e-4 if self.learning_rate is None else self.learning_rate
        rank = 1 if self.rank is None else self.rank
        ranges = {
            "the epochs must be above 0 and at most 100": 0 < self.epochs <= 100,
            "the learning rate must be above 0 and at most 1": 0 < rate <= 1,
            "the rank must be 1 to 512": 1 <= rank <= 512,
            "the share of replay must be 0 or more and below 1": 0 <= share < 1,
            "the steps of the dev set must be 0 to 10,000": 0 <= self.dev_steps <= 10_000,
            "the live questions must be 0 to 10,000": 0 <= self.live_count <= 10_000,
        }
        for sentence, is_met in ranges.items():
            if not is_met:
                raise InputError(f"These settings cannot be used: {sentence}.")


@dataclass(frozen=True)
class Case:
    """One row of a job. ``run_id`` names the trajectory, and ``annotator`` is empty, for a sample's step."""

    kind: Kind
    step_id: str
    revision_no: int
    run_id: str
    annotator: str
    example: Example

    @property
    def id(self) -> str:
        """What the gate calls it."""
        return f"{self.step_id}/{self.revision_no}"

    @property
    def is_sample(self) -> bool:
        """Whether it comes with the project, and nobody here accepted it."""
        return not self.annotator

    def row(self) -> Row:
        """A line of the job's files: a trajectory that ends with the step, and where it comes from."""
        row = own_row(self.example.trajectory) | {"case": self.id, "annotator": self.annotator}
        if self.example.rejected is not None:
            row["rejected"] = own_step(self.example.rejected)
        return row


@dataclass(frozen=True)
class JobData:
    """All rows of a job by kind, and sentences about corrections that are not among them."""

    cases: Mapping[Kind, tuple[Case, ...]]
    contradictions: tuple[Contradiction, ...]
    refused: tuple[str, ...]

    @property
    def counts(self) -> dict[str, int]:
        """Rows of each kind."""
        return {kind: len(cases) for kind, cases in self.cases.items()}

    @property
    def all(self) -> Iterable[Case]:
        """Every row."""
        return (case for cases in self.cases.values() for case in cases)


def gather(store: Store, role: Role, settings: JobSettings) -> JobData:
    """What a job of the role would learn from now.

    The same record gives the same split: a question is learnt from or judged by, by its hash.
    """
    refused: list[str] = []
    found = Lessons(store)

    def lessons(kind: Literal["corrected", "accepted"], held_out: bool = False) -> list[Lesson]:
        wanted = Wanted((kind,), (role,), held_out=held_out)
        return [each for each in found.find(wanted, refused) if each.annotator not in settings.without]

    corrected, contradictions = settled(lessons("corrected"))
    held_out, _ = settled(lessons("corrected", held_out=True))
    if len(held_out) < FEWEST_HELD_OUT and len(corrected) >= ENOUGH_TO_HOLD_OUT:
        corrected, kept_back = _a_tenth_apart(corrected)
        held_out = (*held_out, *kept_back)
    replay, accepted = _split(lessons("accepted"), role)
    cases: dict[Kind, tuple[Case, ...]] = {
        "corrected": tuple(_case("corrected", each) for each in corrected),
        "replay": replay,
        "held_out": tuple(_case("held_out", each) for each in held_out),
        "accepted": accepted,
    }
    return JobData(cases, contradictions, tuple(refused))


def _case(kind: Kind, lesson: Lesson) -> Case:
    return Case(kind, lesson.step_id, lesson.revision_no, lesson.run_id, lesson.annotator, lesson.example)


def _a_tenth_apart(lessons: Sequence[Lesson]) -> tuple[tuple[Lesson, ...], tuple[Lesson, ...]]:
    """The lessons without a tenth of their questions, and that tenth; whole questions go together."""
    hashes = sorted({_hash(each) for each in lessons})
    apart = {each for each in hashes if int(each, 16) % 10 == 0} or set(hashes[:1])
    if len(apart) == len(hashes):
        return tuple(lessons), ()
    return (
        tuple(each for each in lessons if _hash(each) not in apart),
        tuple(each for each in lessons if _hash(each) in apart),
    )


def _hash(lesson: Lesson) -> str:
    return question_hash(lesson.example.trajectory.question)


def _split(lessons: Sequence[Lesson], role: Role) -> tuple[tuple[Case, ...], tuple[Case, ...]]:
    """Accepted steps to mix in, and accepted steps to judge by: no question is in both."""
    parts: dict[Kind, list[Case]] = {"replay": [], "accepted": []}
    for lesson in sorted(lessons, key=lambda each: (_hash(each), each.step_id)):
        kind = _half(_hash(lesson))
        parts[kind].append(_case(kind, lesson))
    asked = {question_hash(each.example.trajectory.question) for each in lessons}
    if min(map(len, parts.values())) < FEW:
        for case in _sample(role, asked):
            if len(parts[case.kind]) < FEW:
                parts[case.kind].append(case)
    return tuple(parts["replay"][:MOST_REPLAY]), tuple(parts["accepted"][:MOST_ACCEPTED])


def _half(hash: str) -> Literal["replay", "accepted"]:
    return "replay" if int(hash, 16) % 2 else "accepted"


def _sample(role: Role, asked: set[str]) -> Iterable[Case]:
    """The role's steps in the sample that comes with the project, of questions that nobody asked here."""
    for trajectory in read_trajectories(SAMPLE):
        hashed = question_hash(trajectory.question)
        for index in trajectory.target_indexes if hashed not in asked else ():
            if trajectory.steps[index].role is role:
                kind, until = _half(hashed), trajectory.steps[: index + 1]
                alone = trajectory.model_copy(update={"steps": until, "targets": (index,)})
                yield Case(kind, f"sample/{trajectory.id}", index, trajectory.id, "", Example(alone, index))


def write_files(data: JobData, folder: Path) -> str:
    """Write the rows into the folder of a job; returns the SHA-256 of them all.

    Raises:
        OSError: the disk is full or cannot be written.
    """
    digest = hashlib.sha256()
    for kind, cases in data.cases.items():
        lines = [json.dumps(case.row(), ensure_ascii=False, allow_nan=False) + "\n" for case in cases]
        digest.update(f"{kind} {len(lines)}\n".encode())
        if lines:
            content = "".join(lines).encode()
            digest.update(content)
            (folder / FILES[kind]).write_bytes(content)
    return digest.hexdigest()
