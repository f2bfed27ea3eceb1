"""What the Train page's scripts ask, read with care: settings and rules as they were typed."""

from __future__ import annotations

from typing import Any

from annotate.gate_rule import Rule
from annotate.job_data import JobSettings
from annotate.jobs import Job
from annotate.people import Person
from annotate.ui.asked import needed
from annotate.ui.feed import Json
from umi.errors import InputError
from umi.schema import Role

SHARES = ("min_corrected_right", "max_accepted_broken", "max_metric_loss")
"""Values of the rule that people type in per cent."""
_COUNTS = ("max_held_out_loss", "min_accepted")


def role_of(asked: Json) -> Role:
    """The role that is meant.

    Raises:
        InputError: none, or there is no such role.
    """
    name = needed(asked, "role")
    if name not in set(Role):
        raise InputError(f"There is no role {name!r}: choose one of {', '.join(Role)}.")
    return Role(name)


def settings_in(asked: Json) -> JobSettings:
    """The settings as typed; an empty field leaves the choice to the program.

    Raises:
        InputError: one is no number, or out of its range.
    """
    given = asked.get("settings")
    if not isinstance(given, dict):
        return JobSettings()
    without = given.get("without")
    rank = _number(given, "rank", "the rank")
    share = _number(given, "replay_share", "the share of replay")
    return JobSettings(
        recipe="dpo" if given.get("recipe") == "dpo" else "sft",
        epochs=_number(given, "epochs", "the epochs") or JobSettings.epochs,
        learning_rate=_number(given, "learning_rate", "the learning rate"),
        rank=None if rank is None else _whole(rank, "the rank"),
        replay_share=None if share is None else share / 100,
        without=tuple(map(str, without)) if isinstance(without, list) else (),
        dev_steps=_whole(_number(given, "dev_steps", "the steps of the dev set") or 0, "the steps"),
        live_count=_whole(_number(given, "live_count", "the live questions") or 0, "the live questions"),
    )


def rule_in(asked: Json) -> Rule:
    """The rule as typed, its shares in per cent.

    Raises:
        InputError: a value is no number, or cannot be.
    """
    given = asked.get("rule")
    if not isinstance(given, dict):
        raise InputError("The rule is empty: type its numbers.")
    values: dict[str, Any] = {name: _typed(given, name) / 100 for name in SHARES}
    return Rule(**values | {name: _whole(_typed(given, name), "a count of the rule") for name in _COUNTS})


def require_owner(who: Person, job: Job) -> None:
    """Only who started a job, and reviewers, stop or delete it.

    Raises:
        InputError: this is neither.
    """
    if not who.is_reviewer and who.name != job.author:
        raise InputError(f"{job.author} started this job: only they or a reviewer can change it.")


def _typed(given: Json, name: str) -> float:
    value = _number(given, name, "each value of the rule")
    if value is None:
        raise InputError("A number of the rule is missing: type it.")
    return value


def _number(given: Json, name: str, what: str) -> float | None:
    """The number under this name; None where the field is empty."""
    value = given.get(name)
    if value is None or value == "":
        return None
    try:
        return float(value)
    except (TypeError, ValueError) as error:
        raise InputError(f"These settings cannot be used: {what} must be a number.") from error


def _whole(value: float, what: str) -> int:
    if value % 1 or abs(value) == float("inf"):
        raise InputError(f"These settings cannot be used: {what} must be whole.")
    return int(value)
