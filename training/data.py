"""Trajectories as token ids, with the places where a role's turn is to be learnt."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from umi.models.vocabulary import Vocabulary
from umi.prompts import parts, step_turns
from umi.schema import Role, Step, Turn
from umi.trajectory import Trajectory


@dataclass(frozen=True)
class Target:
    """One role's turn in a sequence: ``ids[start:begin]`` is its invocation, ``ids[begin:end]`` is learnt.

    What is learnt ends with the token that closes a turn.
    """

    role: Role
    start: int
    begin: int
    end: int


@dataclass(frozen=True, eq=False)
class Sequence:
    """One trajectory as ids. The first ``shared`` tokens are the system turn, alike for equal tools.

    ``shortened``: older turns were left out to fit the context. ``rejected`` is a worse turn in place of
    the only target, from its invocation to its end, where preferences are learnt.
    """

    id: str
    ids: list[int]
    shared: int
    targets: tuple[Target, ...]
    shortened: bool = False
    rejected: tuple[int, ...] = ()


def encode(trajectory: Trajectory, vocabulary: Vocabulary) -> Sequence:
    """The whole trajectory, rendered as the agent renders it; turns are tokenised one by one and joined."""
    turn_format = vocabulary.turn_format
    system = vocabulary.ids(parts([Turn("system", trajectory.system)], turn_format))
    opening = [*trajectory.examples, Turn("user", trajectory.question)]
    ids = system + _turns(opening, vocabulary)
    wanted = set(trajectory.target_indexes)
    targets: list[Target] = []
    for index, step in enumerate(trajectory.steps):
        own, *observation = step_turns(step)
        start = len(ids)
        begin = start + len(vocabulary.invocation(step.role))
        ids += _turns([own], vocabulary)
        if index in wanted:
            targets.append(Target(step.role, start, begin, _turn_end(ids, begin, vocabulary.end)))
        ids += _turns(observation, vocabulary)
    return Sequence(trajectory.id, ids, len(system), tuple(targets))


def turn_ids(step: Step, vocabulary: Vocabulary) -> tuple[int, ...]:
    """One step's turn, from its invocation to the token that closes it."""
    own = next(iter(step_turns(step)))
    ids = _turns([own], vocabulary)
    return tuple(ids[: _turn_end(ids, len(vocabulary.invocation(step.role)), vocabulary.end)])


def _turns(turns: Iterable[Turn], vocabulary: Vocabulary) -> list[int]:
    """Finished turns without the token that opens a sequence."""
    turn_format = vocabulary.turn_format
    found = list(parts(turns, turn_format))
    return vocabulary.ids(found[1:] if turn_format.start else found)


def _turn_end(ids: list[int], begin: int, end_token: int) -> int:
    """One past the closing token; blanks of the format after it are not the role's to write."""
    return ids.index(end_token, begin) + 1


def of_roles(sequences: Iterable[Sequence], roles: Collection[Role]) -> list[Sequence]:
    """The sequences with targets of these roles only; those without any are left out."""
    kept = []
    for sequence in sequences:
        targets = tuple(target for target in sequence.targets if target.role in roles)
        if targets:
            kept.append(replace(sequence, ids=sequence.ids[: targets[-1].end], targets=targets))
    return kept
