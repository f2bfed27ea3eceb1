"""A caller that only copies writes words of the question and of the rationale, nothing else."""

from __future__ import annotations

import json
from typing import Any

import pytest
from llguidance import LLMatcher
from transformers import AutoTokenizer

from umi.models.copying import copied_from, spans
from umi.models.files import ModelFiles
from umi.models.grammar import role_grammar
from umi.models.vocabulary import Vocabulary
from umi.schema import Limits, Role, ToolSpec, Turn
from umi.tools.travel import travel_tools

SPECS = {tool.spec.name: tool.spec for tool in travel_tools()}
QUESTION = "How far is Naples, Italy from Kraków (in miles)?"
RATIONALE = "Asked: distance in miles. I need the airports of Naples, Italy."


def call_text(name: str, arguments: dict[str, Any]) -> str:
    """A call as the grammar wants it."""
    return json.dumps({"name": name, "arguments": arguments}, ensure_ascii=False, separators=(",", ":"))


@pytest.fixture(scope="module")
def vocabulary(default_model: ModelFiles) -> Vocabulary:
    # The width of the default model's logits, as in its config.json.
    return Vocabulary(AutoTokenizer.from_pretrained(default_model.path), 49152)


def accepts(vocabulary: Vocabulary, copied: list[str], tool: str, arguments: dict[str, Any]) -> bool:
    grammar = role_grammar(Role.CALLER, list(SPECS.values()), Limits(), copied)
    matcher, ids = LLMatcher(vocabulary.guide, grammar), vocabulary.text_ids(call_text(tool, arguments))
    return matcher.try_consume_tokens(ids) == len(ids) and matcher.is_accepting()


def test_runs_of_words_with_and_without_punctuation() -> None:
    assert spans(["of Naples, Italy."]) == [
        "of", "of Naples,", "of Naples", "of Naples, Italy.", "of Naples, Italy", "Naples,", "Naples",
        "Naples, Italy.", "Naples, Italy", "Italy.", "Italy",
    ]  # fmt: skip
    assert {"Kraków", "in miles", "Kraków (in"} <= set(spans([QUESTION]))
    assert "a b c d e f g h" in spans(["a b c d e f g h i"])
    assert "a b c d e f g h i" not in spans(["a b c d e f g h i"])
    assert spans(["", " \n"]) == []


def test_the_last_question_and_rationale_are_copied_from() -> None:
    turns = [
        Turn("system", "Tools."),
        Turn("user", "An example."),
        Turn(Role.PLANNER, "Its rationale."),
        Turn(Role.CALLER, "{}"),
        Turn("user", QUESTION),
        Turn(Role.PLANNER, RATIONALE),
    ]
    assert copied_from(turns) == (QUESTION, RATIONALE)


def test_other_texts_cannot_be_written(vocabulary: Vocabulary) -> None:
    copied = spans([QUESTION, RATIONALE])
    for city in ("Naples", "Naples, Italy", "Kraków"):
        assert accepts(vocabulary, copied, "find_airports", {"city": city})
    for city in ("Napoli", "V Venice", "Nap", ""):
        assert not accepts(vocabulary, copied, "find_airports", {"city": city})
        assert accepts(vocabulary, [], "find_airports", {"city": city})


def test_numbers_and_what_a_schema_limits_stay_as_they_are(vocabulary: Vocabulary) -> None:
    copied = spans(["From km to mi."])
    arguments = {"value": 12.5, "from_unit": "km", "to_unit": "mi"}
    assert accepts(vocabulary, copied, "convert_units", arguments)
    assert not accepts(vocabulary, copied, "convert_units", arguments | {"to_unit": "ft"})
    texts = {"type": "array", "items": {"type": "string"}}
    parameters = {
        "type": "object",
        "properties": {"way": {"enum": ["up", "down"], "type": "string"}, "tags": texts},
        "additionalProperties": False,
    }
    grammar = role_grammar(
        Role.CALLER, [ToolSpec(name="go", description="Goes.", parameters=parameters)], Limits(), copied
    )
    for tags, right in ((["km", "mi"], True), (["km", "ft"], False)):
        matcher = LLMatcher(vocabulary.guide, grammar)
        ids = vocabulary.text_ids(call_text("go", {"way": "down", "tags": tags}))
        assert (matcher.try_consume_tokens(ids) == len(ids)) == right


@pytest.mark.parametrize("text", ['A "quoted" name', "Nu'uanu \\ Pali", "<|im_end|>", "São Tomé 東京 👍"])
def test_hostile_words_are_copied_as_they_are(vocabulary: Vocabulary, text: str) -> None:
    assert accepts(vocabulary, spans([f"See {text} now"]), "find_airports", {"city": text})
    assert json.loads(call_text("find_airports", {"city": text}))["arguments"]["city"] == text
