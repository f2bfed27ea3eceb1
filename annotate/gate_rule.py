"""The rule that says of a candidate whether to promote it, and the sentences that say why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from math import floor, inf
from typing import Any, Literal, NamedTuple

from annotate.gate import Gate, Metrics, Questions, Table, differences, sign_test, table, tables
from umi.errors import InputError

Verdict = Literal["promote", "hold", "reject"]

_HAIR = 1e-9
"""What binary fractions lose."""

_SHARES: Mapping[str, str] = {
    "min_corrected_right": "The share of corrected steps that must be right",
    "max_accepted_broken": "The share of accepted steps that may break",
    "max_metric_loss": "The loss of a figure on the dev set",
}
_COUNTS: Mapping[str, str] = {
    "max_held_out_loss": "The number of held-out corrections that may be lost",
    "min_accepted": "The number of accepted steps that are needed",
}


@dataclass(frozen=True)
class Rule:
    """What a candidate must reach to be promoted; shares are 0 to 1.

    Attributes:
        min_corrected_right: share of the corrected steps that are right afterwards.
        max_accepted_broken: share of the accepted steps that may be newly broken, rounded down to whole
            steps: at 0.05 none of fewer than 20.
        max_held_out_loss: held-out corrections that may be newly broken beyond those that are fixed.
        max_metric_loss: what a figure of the dev set may lose (0.05: five points).
        min_accepted: with fewer accepted steps nobody can see what broke.
    """

    min_corrected_right: float = 0.5
    max_accepted_broken: float = 0.05
    max_held_out_loss: int = 0
    max_metric_loss: float = 0.05
    min_accepted: int = 10

    def __post_init__(self) -> None:
        """Raises InputError where a value cannot be; the sentence names it."""
        for name, what in _SHARES.items():
            value = getattr(self, name)
            if not _is_number(value) or not 0 <= value <= 1:
                raise InputError(f"{what} must be from 0 % to 100 %, not {value!r}: type a share.")
        for name, what in _COUNTS.items():
            value = getattr(self, name)
            if not _is_number(value) or not 0 <= value < inf or value % 1:
                raise InputError(f"{what} must be a whole number from 0, not {value!r}: type one.")


def rule_from(values: Mapping[str, Any]) -> Rule:
    """The rule that ``dataclasses.asdict`` took apart; what is missing has its default.

    Raises:
        InputError: a value cannot be, or a name is none of the rule's.
    """
    unknown = set(values) - {field.name for field in fields(Rule)}
    if unknown:
        raise InputError(f"The rule has no {', '.join(sorted(unknown))}: leave it out.")
    return Rule(**values)


@dataclass(frozen=True)
class Decision:
    """What the rule says, and the sentences with the numbers that made it say so."""

    verdict: Verdict
    reasons: tuple[str, ...]


class _Check(NamedTuple):
    """One thing that the rule looks at."""

    holds: bool
    sentence: str


def decide(gate: Gate, rule: Rule) -> Decision:
    """Reject what fixes nothing or breaks more than it fixes; hold what fails a check; promote the rest."""
    lines = tables(gate)
    against = list(_against(lines["corrected"], lines["held_out"], lines["accepted"]))
    if against:
        return Decision("reject", tuple(against))
    checks = list(_checks(gate, rule))
    failed = tuple(check.sentence for check in checks if not check.holds)
    if failed:
        return Decision("hold", failed)
    return Decision("promote", tuple(check.sentence for check in checks))


def _against(corrected: Table, held_out: Table, accepted: Table) -> Iterator[str]:
    """Why the candidate is no use at all."""
    wrong_before = corrected.cases - corrected.right_before.right
    fixed, broken = (
        sum(line.count(outcome) for line in (corrected, held_out, accepted))
        for outcome in ("fixed", "newly broken")
    )
    if wrong_before and not corrected.count("fixed") + held_out.count("fixed"):
        yield f"Nothing is fixed: the corrected steps that were wrong, {wrong_before}, still are."
    if broken > fixed:
        yield f"More is newly broken than fixed: {broken} against {fixed}."


def _checks(gate: Gate, rule: Rule) -> Iterator[_Check]:
    lines = tables(gate)
    yield from _corrected(lines["corrected"], rule)
    yield _accepted(lines["accepted"], rule)
    if lines["held_out"].cases:
        yield _held_out(lines["held_out"], rule)
    if gate.metrics is not None:
        yield from _figures(gate.metrics, rule)
    if gate.questions is not None and gate.questions.cases:
        yield _questions(gate.questions)
    yield _Check(True, sign_test(gate).words)


def _corrected(line: Table, rule: Rule) -> Iterator[_Check]:
    if not line.cases:
        yield _Check(False, "There is no corrected step to judge by.")
        return
    before, after = line.right_before.right, line.right_after.right
    if before == line.cases:
        yield _Check(False, "The live adapter gets every corrected step right already.")
    holds = after >= rule.min_corrected_right * line.cases - _HAIR
    limit = "" if holds else f"; at least {rule.min_corrected_right:.0%} must be"
    yield _Check(holds, f"Corrected steps right: {_of(after, line.cases)}, {before} before{limit}.")


def _accepted(line: Table, rule: Rule) -> _Check:
    if line.cases < rule.min_accepted:
        few = f"Accepted steps: {line.cases}, too few to see what broke"
        return _Check(False, f"{few}; accept {rule.min_accepted} or more.")
    broken = line.count("newly broken")
    allowed = floor(rule.max_accepted_broken * line.cases + _HAIR)
    limit = "" if broken <= allowed else f"; at most {allowed} may be"
    return _Check(broken <= allowed, f"Accepted steps newly broken: {_of(broken, line.cases)}{limit}.")


def _held_out(line: Table, rule: Rule) -> _Check:
    fixed, broken = line.count("fixed"), line.count("newly broken")
    holds = broken - fixed <= rule.max_held_out_loss
    limit = "" if holds else f"; at most {rule.max_held_out_loss} more may break than are fixed"
    found = f"Held-out corrections fixed: {_of(fixed, line.cases)}, newly broken: {broken}"
    return _Check(holds, f"{found}{limit}.")


def _figures(metrics: Metrics, rule: Rule) -> Iterator[_Check]:
    for figure in differences(metrics):
        holds = -figure.gain <= rule.max_metric_loss + _HAIR
        limit = "" if holds else f"; it may lose {100 * rule.max_metric_loss:.0f} points"
        found = f"{figure.live:.1%} before, {figure.candidate:.1%} after"
        where = f"{figure.name} on {metrics.steps} steps of the dev set"
        yield _Check(holds, f"{where}: {found}{limit}.")


def _questions(questions: Questions) -> _Check:
    line = table(questions.cases)
    before, after = line.right_before.right, line.right_after.right
    return _Check(
        after >= before, f"Live questions answered right: {_of(after, line.cases)}, {before} before."
    )


def _of(some: int, every: int) -> str:
    return f"all {every}" if some == every else f"{some} of {every}"


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
