"""What a live evaluation says: rates with their confidence intervals, means, and failures by role."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from umi.schema import Outcome
from umi.verdict import Fault, Result

Z = 1.959964
"""Quantile of the normal distribution for a two-sided interval of 95 %."""

_IDS = 8
"""Ids that a line of failures names at most."""


class Rate(NamedTuple):
    """``right`` of ``of`` cases."""

    right: int
    of: int

    @property
    def value(self) -> float | None:
        """The share, None of nothing."""
        return self.right / self.of if self.of else None

    @property
    def interval(self) -> tuple[float, float]:
        """Wilson's score interval at 95 %.

        E. B. Wilson, Probable inference, the law of succession, and statistical inference, Journal of the
        American Statistical Association 22 (1927) 209-212. It stays within 0 and 1 and holds for few cases
        and for shares near 0 or 1, where the usual approximation does not.
        """
        if self.of == 0:
            return 0.0, 1.0
        share, spread = self.right / self.of, Z * Z / self.of
        middle = (share + spread / 2) / (1 + spread)
        half = Z / (1 + spread) * math.sqrt(share * (1 - share) / self.of + spread / (4 * self.of))
        return max(0.0, middle - half), min(1.0, middle + half)


class Report(NamedTuple):
    """The figures of one evaluation.

    ``passed`` are right answers and right give-ups of all questions; ``answered`` and ``gave_up_wrongly`` are
    of the questions that tools can answer, ``gave_up_rightly`` of the others, ``calls_valid`` of all calls.
    Calls of one run depend on each other, so the interval of ``calls_valid`` is somewhat too narrow.
    """

    passed: Rate
    answered: Rate
    gave_up_rightly: Rate
    gave_up_wrongly: Rate
    calls_valid: Rate
    steps_per_run: float
    seconds_per_run: float
    failures: dict[Fault, list[str]]


_NAMES = {
    "passed": "passed in all",
    "answered": "answered right",
    "gave_up_rightly": "gave up rightly",
    "gave_up_wrongly": "gave up wrongly",
    "calls_valid": "calls valid",
}


def report(results: Sequence[Result]) -> Report:
    """The figures of at least one result."""
    answerable = [result for result in results if not result.gives_up]
    others = [result for result in results if result.gives_up]
    calls = [step.observation for result in results for step in result.steps if step.observation is not None]
    return Report(
        passed=_rate(results, lambda result: result.passed),
        answered=_rate(answerable, lambda result: result.passed),
        gave_up_rightly=_rate(others, lambda result: result.passed),
        gave_up_wrongly=_rate(answerable, lambda result: result.outcome is Outcome.GAVE_UP),
        calls_valid=Rate(sum(not observation.is_error for observation in calls), len(calls)),
        steps_per_run=sum(len(result.steps) for result in results) / len(results),
        seconds_per_run=sum(result.seconds for result in results) / len(results),
        failures=_failures(results),
    )


def _rate(results: Sequence[Result], holds: Callable[[Result], bool]) -> Rate:
    return Rate(sum(map(holds, results)), len(results))


def _failures(results: Sequence[Result]) -> dict[Fault, list[str]]:
    """Ids of the failed questions by what went wrong, the most frequent first."""
    failures: dict[Fault, list[str]] = {}
    for result in results:
        if result.fault is not None:
            failures.setdefault(result.fault, []).append(result.id)
    return dict(sorted(failures.items(), key=lambda item: -len(item[1])))


def as_json(figures: Report) -> dict[str, Any]:
    """The report as a JSON object; each rate with ``right``, ``of``, ``rate``, ``low`` and ``high``."""
    rates = {name: _rate_json(getattr(figures, name)) for name in _NAMES}
    failures = [{**fault.model_dump(), "questions": ids} for fault, ids in figures.failures.items()]
    return {
        "questions": figures.passed.of,
        **rates,
        "steps_per_run": figures.steps_per_run,
        "seconds_per_run": figures.seconds_per_run,
        "failures": failures,
    }


def _rate_json(rate: Rate) -> dict[str, Any]:
    low, high = rate.interval
    return {"right": rate.right, "of": rate.of, "rate": rate.value, "low": low, "high": high}


def lines(figures: Report) -> Iterator[str]:
    """The report for people."""
    for name, words in _NAMES.items():
        yield f"{words:<16}{_rate_line(getattr(figures, name))}"
    yield f"{'steps a run':<16}{figures.steps_per_run:6.1f}"
    yield f"{'seconds a run':<16}{figures.seconds_per_run:6.1f}"
    if figures.failures:
        yield "\nFailures by role"
    for fault, ids in figures.failures.items():
        more = f" and {len(ids) - _IDS} more" if len(ids) > _IDS else ""
        yield f"{len(ids):4}  {fault.role or 'not told':<11}{fault.what}: {', '.join(ids[:_IDS])}{more}"


def _rate_line(rate: Rate) -> str:
    if rate.value is None:
        return "     -"
    low, high = rate.interval
    return f"{rate.value:6.1%}  ({low:.1%} to {high:.1%})  {rate.right} of {rate.of}"
