"""The written free questions: every line can be asked and judged, and they are as varied as they say."""

from __future__ import annotations

from pathlib import Path

from umi.agent import checked_question
from umi.answers import missing
from umi.questions import read_questions

FILE = Path(__file__).parents[2] / "assets" / "questions" / "free.jsonl"


def test_every_line_can_be_asked_and_judged() -> None:
    questions = read_questions(FILE)
    assert len(questions) == 150
    assert len({question.question.casefold() for question in questions}) == 150
    assert all(checked_question(question.question) == question.question for question in questions)
    assert sum(question.gives_up for question in questions) == 15


def test_an_answer_that_says_nothing_is_never_right() -> None:
    for question in read_questions(FILE):
        for answer in ("", "I do not know.", "Yes and no?"):
            wrong = missing(answer, question.facts)
            assert question.gives_up or wrong or question.facts in (({"yes": False},), ({"yes": True},))


def test_repeating_the_question_says_no_figure() -> None:
    for question in read_questions(FILE):
        figures = [fact for fact in question.facts if "yes" not in fact]
        # This one offers two figures to choose from.
        assert not figures or missing(question.question, figures) or "always mix this up" in question.question
