"""Live evaluation: whole questions with the real tools, each result written down as it is finished."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from threading import Event

from pydantic import ValidationError

from umi.agent import Ended, new_run, solve
from umi.errors import InputError
from umi.models.base import Model
from umi.questions import Question
from umi.schema import ModelSet, Run
from umi.tools.base import Tool
from umi.trajectory import file_lines, first_fault, numbered_lines, parsed
from umi.verdict import Result, judged

_TORN = b'{"id":'
"""How a line of results begins, and so one that a killed evaluation left unfinished."""

Solver = Callable[[Iterable[Run]], Iterator[Run]]
"""Takes runs that have not begun, when it needs one; gives them back as they end."""


def evaluate_live(
    questions: Sequence[Question],
    model: Model,
    tools: Sequence[Tool],
    out: Path | None = None,
    tell: Callable[[int, Sequence[Result]], None] = lambda _kept, _results: None,
    solver: Solver | None = None,
) -> list[Result]:
    """Ask every question, greedily; results in the order of the questions.

    Without a ``solver`` they are asked one after the other.

    Those whose results stand in ``out`` already are not asked again; each new one is added to it at once.
    ``tell`` is given how many were kept, and all results so far, after each.

    Raises:
        InputError: ``out`` is no file of results, comes from another model, or cannot be written.
    """
    known = {} if out is None else _finished(read_results(out), out, questions, model.models)
    results = list(known.values())
    tell(len(known), results)
    asked: dict[str, Question] = {}

    def runs() -> Iterator[Run]:
        for question in questions:
            if question.id not in known:
                run = new_run(question.question, model, tools)
                asked[run.id] = question
                yield run

    for run in solver(runs()) if solver else _one_by_one(runs(), model, tools):
        results.append(judged(asked[run.id], run))
        if out is not None:
            _append(out, results[-1])
        tell(len(known), results)
    by_id = {result.id: result for result in results}
    return [by_id[question.id] for question in questions]


def _one_by_one(runs: Iterable[Run], model: Model, tools: Sequence[Tool]) -> Iterator[Run]:
    for run in runs:
        for event in solve(run, model, tools, Event()):
            if isinstance(event, Ended):
                yield event.run


def _finished(
    results: Sequence[Result], out: Path, questions: Sequence[Question], models: ModelSet
) -> dict[str, Result]:
    """The results of these very questions, by id; the last one counts."""
    for result in results:
        if result.models != models:
            raise InputError(f"{out} holds results of another model or other adapters: name another file.")
    by_id = {question.id: question for question in questions}
    return {result.id: result for result in results if by_id.get(result.id) == _asked(result)}


def _asked(result: Result) -> Question:
    return Question.model_validate(result.model_dump(include=set(Question.model_fields)))


def read_results(path: Path) -> list[Result]:
    """The results in a file, none where there is no file; an unfinished last line is cut off the file.

    Raises:
        InputError: the file cannot be read or written, or holds something else.
    """
    if not path.exists():
        return []
    lines = list(file_lines(path))
    torn = b"" if not lines or lines[-1].endswith(b"\n") else lines.pop()
    results = [_result(line, f"{path}, line {number}") for number, line in numbered_lines(lines)]
    if torn and not torn.startswith(_TORN[: len(torn)]):
        raise InputError(f"{path} is no file of results: name another one.")
    if torn:
        _cut(path, sum(map(len, lines)))
    return results


def _result(line: bytes, where: str) -> Result:
    try:
        return Result.model_validate(parsed(line, where))
    except ValidationError as error:
        raise InputError(f"{where} is no result ({first_fault(error)}): name another file.") from error


def _cut(path: Path, size: int) -> None:
    try:
        with path.open("r+b") as file:
            file.truncate(size)
    except OSError as error:
        raise _unwritable(path, error) from error


def _append(path: Path, result: Result) -> None:
    line = result.model_dump_json(exclude={"steps": {"__all__": {"tokens"}}})
    try:
        with path.open("ab") as file:
            file.write(line.encode() + b"\n")
    except OSError as error:
        raise _unwritable(path, error) from error


def check_writable(path: Path) -> None:
    """Raise InputError where no result could be written, before hours are spent on them."""
    try:
        path.open("ab").close()
    except OSError as error:
        raise _unwritable(path, error) from error


def _unwritable(path: Path, error: OSError) -> InputError:
    return InputError(f"{path} cannot be written ({error.strerror}): name another file or make room.")
