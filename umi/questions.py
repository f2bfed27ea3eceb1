"""Questions with what a right answer must say, and the JSONL files that hold them."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from umi.agent import checked_question
from umi.answers import check_fact
from umi.errors import InputError
from umi.trajectory import file_lines, first_fault, numbered_lines, parsed


class Question(BaseModel):
    """A question and either the facts of a right answer (see ``umi.answers``) or that it must be given up.

    Other fields of a line (``family``, ``slots``) are ignored.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: str = Field(min_length=1)
    question: str
    facts: tuple[dict[str, Any], ...] = ()
    gives_up: bool = False

    @field_validator("question")
    @classmethod
    def _can_be_asked(cls, question: str) -> str:
        try:
            return checked_question(question)
        except InputError as error:
            raise ValueError(str(error).rstrip(".")) from error

    @field_validator("facts")
    @classmethod
    def _are_facts(cls, facts: tuple[dict[str, Any], ...]) -> tuple[dict[str, Any], ...]:
        for fact in facts:
            try:
                check_fact(fact)
            except InputError as error:
                raise ValueError(str(error)) from error
        return facts

    @model_validator(mode="after")
    def _is_one_kind(self) -> Self:
        if self.gives_up == bool(self.facts):
            raise ValueError("it needs either facts or gives_up, and not both")
        return self


def read_questions(path: Path) -> list[Question]:
    """The questions of a ``.jsonl`` or ``.jsonl.gz`` file, one JSON object a line; blank lines are skipped.

    Raises:
        InputError: the file cannot be read or holds none, a line is no question (file, line and field are
            named), or an id stands twice.
    """
    questions: dict[str, Question] = {}
    for number, line in numbered_lines(file_lines(path)):
        where = f"{path}, line {number}"
        question = _question(parsed(line, where), where)
        if question.id in questions:
            raise InputError(f"{where}, field id: {question.id} is there already; give it an id of its own.")
        questions[question.id] = question
    if not questions:
        raise InputError(f"{path} holds no question: write one JSON object on each line.")
    return list(questions.values())


def _question(value: Any, where: str) -> Question:
    try:
        return Question.model_validate(value)
    except ValidationError as error:
        raise InputError(f"{where}, {first_fault(error)}; correct it or leave it out.") from error
