"""Too long histories: what goes, in which order, and what never does. A word is a token here."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from umi.models.base import ContextFullError
from umi.schema import Turn
from umi.truncate import fit

OPENING = 1
"""Tokens before the first turn."""
MARKERS = 2
"""Tokens around every turn."""


class Words:
    """Counts words, as a tokenizer that has one for each."""

    def tokens(self, turns: Sequence[Turn]) -> int:
        return OPENING + sum(MARKERS + len(turn.text.split()) for turn in turns)

    def cut(self, text: str, limit: int) -> tuple[str, bool]:
        words = text.split()
        return " ".join(words[:limit]), len(words) > limit


def words(name: str, count: int) -> str:
    return " ".join(f"{name}{number}" for number in range(count))


SYSTEM = Turn("system", words("s", 10))
EXAMPLE = (Turn("user", words("eu", 5)), Turn("summarizer", words("es", 5)))
QUESTION = Turn("user", words("q", 6))
STEPS = (
    Turn("planner", words("p", 4)),
    Turn("caller", words("c", 4)),
    Turn("observation", words("o", 20)),
    Turn("planner", words("pp", 4)),
    Turn("caller", words("cc", 4)),
    Turn("observation", words("oo", 30)),
)
HISTORY = (SYSTEM, *EXAMPLE, QUESTION, *STEPS)


def lost(room: int, history: tuple[Turn, ...] = HISTORY) -> list[Turn]:
    """What is missing in the history that fits, after checking that it does."""
    kept = fit(history, room, Words())
    assert Words().tokens(kept) <= room
    assert kept[0] == history[0]
    return [turn for turn in history if turn not in kept]


def test_what_fits_stays_as_it_is() -> None:
    assert fit(HISTORY, Words().tokens(HISTORY), Words()) == HISTORY


@pytest.mark.parametrize(
    ("too_much", "count"),
    [(1, 1), (7, 1), (8, 2), (14, 2), (15, 3), (20, 3), (21, 4), (26, 4), (27, 5), (48, 5), (49, 6)],
)
def test_the_oldest_turns_go_first_and_whole(too_much: int, count: int) -> None:
    # Examples have 7 tokens, planner and caller 6, the first observation 22; the question stays.
    assert lost(Words().tokens(HISTORY) - too_much) == [*EXAMPLE, *STEPS][:count]


def test_then_the_longest_observation_is_cut() -> None:
    kept = fit(HISTORY, OPENING + 12 + 8 + MARKERS + 9, Words())
    assert kept == (SYSTEM, QUESTION, Turn("observation", words("oo", 9)))


def test_the_question_goes_last() -> None:
    kept = fit(HISTORY, OPENING + 12 + MARKERS + 3, Words())
    assert kept == (SYSTEM, Turn("observation", words("oo", 3)))


def test_a_plan_of_its_own_stays_where_it_is_the_newest() -> None:
    plan = Turn("planner", words("own", 7))
    kept = fit((*HISTORY, plan), OPENING + 12 + 8 + 9, Words())
    assert kept == (SYSTEM, QUESTION, plan)
    assert fit((*HISTORY, plan), OPENING + 12 + 9, Words()) == (SYSTEM, plan)


def test_a_question_alone_stays() -> None:
    history = (SYSTEM, *EXAMPLE, QUESTION)
    assert fit(history, OPENING + 12 + 8, Words()) == (SYSTEM, QUESTION)


@pytest.mark.parametrize("history", [(SYSTEM,), (SYSTEM, QUESTION), HISTORY])
def test_tools_are_never_cut(history: tuple[Turn, ...]) -> None:
    with pytest.raises(ContextFullError, match="offer fewer tools"):
        fit(history, OPENING + 11, Words())


def test_a_text_that_becomes_longer_when_cut_still_fits() -> None:
    class Growing(Words):
        """Leaves one token more than it should, as long as there are more than five."""

        def cut(self, text: str, limit: int) -> tuple[str, bool]:
            return super().cut(text, limit + (limit > 5))

    kept = fit(HISTORY, OPENING + 12 + 8 + MARKERS + 9, Growing())
    assert Words().tokens(kept) <= OPENING + 12 + 8 + MARKERS + 9
