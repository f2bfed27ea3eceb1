"""Given predictions beside their references, as a file; and the metrics as people read them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel, Field, ValidationError

from umi.errors import InputError
from umi.metrics import Prediction, ScoredStep, Scores
from umi.trajectory import file_lines, first_fault, parsed


class _Case(BaseModel):
    tool_names: frozenset[str]
    reference: str
    prediction: str

    def scored(self) -> ScoredStep:
        return ScoredStep(
            reference=Prediction.of_text(self.reference),
            predicted=Prediction.of_text(self.prediction),
            tool_names=self.tool_names,
        )


class _Cases(BaseModel):
    cases: list[_Case] = Field(min_length=1)


def read_cases(path: Path) -> list[ScoredStep]:
    """The steps of a file ``{"cases": [{"tool_names": […], "reference": "…", "prediction": "…"}, …]}``.

    The texts are as ``Prediction.of_text`` reads them.

    Raises:
        InputError: the file cannot be read, or a case not used; the message names the field.
    """
    value = parsed(b"".join(file_lines(path)).removeprefix(b"\xef\xbb\xbf"), str(path))
    if not isinstance(value, dict):
        raise InputError(f'{path} is not a JSON object: write {{"cases": […]}} into it.')
    try:
        return [case.scored() for case in _Cases.model_validate(value).cases]
    except ValidationError as error:
        raise InputError(f"{path}, {first_fault(error)}; correct it.") from error


def score_lines(scores: Scores) -> Iterator[str]:
    """The metrics in per cent, one a line, under the paper's names."""
    yield f"{scores.steps} steps, {scores.calls} calls, {scores.conclusions} conclusions"
    yield f"Plan ACC  {_percent(scores.plan_em)}"
    yield f"Act. EM   {_percent(scores.action_em)}"
    yield f"Hallu.    {_percent(scores.hallu_rate)}"
    yield f"Arg. F1   {_percent(scores.f1)}  easy {_percent(scores.easy_f1)}  hard {_percent(scores.hard_f1)}"
    yield f"ROUGE-L   {_percent(scores.rouge)}"


def _percent(value: float | None) -> str:
    return "     -" if value is None else f"{100 * value:6.2f}"
