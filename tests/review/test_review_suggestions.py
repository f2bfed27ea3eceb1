"""Suggestions as kept: each once, whoever asks again, and a word where there are none."""

from __future__ import annotations

import time
from collections.abc import Sequence

from review_samples import made, planner

from annotate.people import People
from annotate.store import Store
from annotate.suggestions import COUNT, NOTHING_ELSE, Asked, Suggestions
from umi.models.device import Device
from umi.models.holder import ModelHolder
from umi.models.scripted import ScriptedModel
from umi.schema import Run
from umi.suggest import TRIES

SAME = "I need the airports.\nNext: caller"
OTHER = "I need the airports of Rome.\nNext: caller"
ENOUGH = "Enough.\nNext: give up"


class Loaded(ScriptedModel):
    """One that a holder can hold."""

    device = Device("cpu", "bfloat16")

    def close(self) -> None:
        """Nothing to free."""


def asking(store: Store, outputs: Sequence[str]) -> tuple[Suggestions, Run]:
    """A run of one step, and who asks about it a model that writes these turns."""
    People(store.database).welcome("Ada")
    run = made("How far?", planner())
    store.start_run(run)
    holder = ModelHolder(lambda _name, _progress: Loaded(outputs))
    holder.load("org/scripted")
    return Suggestions(store.database, holder), run


def asked(suggestions: Suggestions, run: Run) -> Asked:
    """How it stands once the model has been asked."""
    suggestions.ask(run, run.steps[0], "Ada")
    until = time.monotonic() + 30
    while (found := suggestions.at(run.steps[0].id)).is_busy:
        assert time.monotonic() < until
        time.sleep(0.01)
    return found


def test_what_is_suggested_twice_is_kept_once(store: Store) -> None:
    tries = COUNT * TRIES
    once = [OTHER, *[SAME] * (tries - 1)]
    suggestions, run = asking(store, [*once, *once[:-1], ENOUGH])
    first = asked(suggestions, run)
    assert [each.content["rationale"] for each in first.found] == ["I need the airports of Rome."]
    again = asked(suggestions, run)
    assert sorted(each.content["rationale"] for each in again.found) == [
        "Enough.",
        "I need the airports of Rome.",
    ]
    assert again.problem is None


def test_a_model_that_writes_nothing_else_is_said_to(store: Store) -> None:
    suggestions, run = asking(store, [SAME] * COUNT * TRIES)
    assert asked(suggestions, run) == Asked((), False, NOTHING_ELSE)


def test_a_model_that_fails_says_why_and_what_came_before_stays(store: Store) -> None:
    suggestions, run = asking(store, [OTHER])
    found = asked(suggestions, run)
    assert len(found.found) == 1
    assert found.problem == "The script has no turn left for the planner at step 1."
