"""Which pieces of a text are marked as unsure."""

import math

from annotate.ui.spans import Span, marked, plain_signature, signature
from umi.prompts import compact_json
from umi.schema import Token, ToolCall


def tokens(*pieces: tuple[str, float]) -> tuple[Token, ...]:
    return tuple(
        Token(id=index, text=text, logprob=math.log(probability))
        for index, (text, probability) in enumerate(pieces)
    )


def test_an_unsure_token_stands_alone_and_its_blank_outside() -> None:
    spans = marked(
        "I ask Quito.", tokens(("I ask", 0.9), (" Quito", 0.3), (".", 0.99), ("\nNext: caller", 0.4))
    )
    assert [span.text for span in spans] == ["I ask ", "Quito", "."]
    assert [round(span.probability or 0, 2) for span in spans] == [0, 0.3, 0]


def test_a_probability_of_one_half_is_not_marked() -> None:
    assert marked("a b", tokens(("a", 0.5), (" b", 0.51))) == (Span("a b"),)


def test_a_character_of_several_tokens_is_as_sure_as_its_least_sure_token() -> None:
    (span,) = marked("你", tokens(("", 0.2), ("你", 0.9)))
    assert round(span.probability or 0, 2) == 0.2


def test_text_that_the_tokens_do_not_spell_is_shown_unmarked() -> None:
    assert marked("edited", tokens(("other", 0.1))) == (Span("edited"),)


def test_a_signature_marks_the_unsure_value() -> None:
    call = ToolCall(name="convert_units", arguments={"value": 4916, "from_unit": "km"})
    opening = (('{"name":"', 1.0), ("convert_units", 0.9), ('","arguments":{"value":', 1.0))
    rest = (("49", 0.4), ("16", 0.9), (',"from_unit":"', 1.0), ("km", 0.8), ('"}}', 1.0))
    written = tokens(*opening, *rest)
    spans = signature(call, written)
    assert "".join(span.text for span in spans) == 'convert_units(value=4916, from_unit="km")'
    assert [span.text for span in spans if span.probability is not None] == ["49"]


def test_a_signature_shows_strings_that_look_like_json_and_no_arguments() -> None:
    hard = ToolCall(name="calculate", arguments={"expression": '"},{"a":[1,2]}', "deep": {"a": [1, "}"]}})
    for call in (hard, ToolCall(name="now", arguments={})):
        text = compact_json({"name": call.name, "arguments": call.arguments})
        shown = "".join(span.text for span in signature(call, tokens((text, 0.9))))
        assert shown.replace(" ", "") == plain_signature(call).replace(" ", "")


def test_half_a_call_is_shown_from_what_is_known() -> None:
    call = ToolCall(name="now", arguments={"city": "Ōsaka"})
    assert signature(call, tokens(('{"name":"no', 0.9))) == (Span('now(city="Ōsaka")'),)
