"""Corrections that say different things of the same prefix: shown to people, never averaged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from annotate.lessons import Lesson
from umi.prompts import turns, written_text
from umi.schema import Role, Turn


@dataclass(frozen=True)
class Contradiction:
    """Several corrections after one prefix: ``kept`` is the newest and trains, not ``left_out``."""

    question: str
    kept: Lesson
    left_out: tuple[Lesson, ...]


def settled(lessons: Sequence[Lesson]) -> tuple[tuple[Lesson, ...], tuple[Contradiction, ...]]:
    """The lessons without those that a newer one contradicts, in their order, and what was contradicted."""
    by_prefix: dict[tuple[Role, tuple[Turn, ...]], list[Lesson]] = {}
    for lesson in lessons:
        by_prefix.setdefault((lesson.role, prefix(lesson)), []).append(lesson)
    found = []
    for same in by_prefix.values():
        newest = max(same, key=lambda lesson: lesson.at)
        others = tuple(each for each in same if _says(each) != _says(newest))
        if others:
            found.append(Contradiction(newest.example.trajectory.question, newest, others))
    dropped = {id(lesson) for each in found for lesson in each.left_out}
    return tuple(lesson for lesson in lessons if id(lesson) not in dropped), tuple(found)


def prefix(lesson: Lesson) -> tuple[Turn, ...]:
    """All that the role read before the step."""
    before = {"steps": lesson.example.history, "targets": None}
    return tuple(turns(lesson.example.trajectory.model_copy(update=before)))


def _says(lesson: Lesson) -> str:
    return written_text(lesson.example.step)
