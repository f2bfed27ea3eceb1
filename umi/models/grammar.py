"""The grammar of each role's turn, for constrained decoding with llguidance.

With it a decision is one of three and a call is one of the offered tools with arguments
valid against its schema: a hallucinated tool cannot be written.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from llguidance import LLMatcher

from umi.schema import NEXT, Decision, Limits, Role, ToolSpec

if TYPE_CHECKING:
    from llguidance._lib import JsonCompileOptions

# No free whitespace between JSON tokens: a small model can lose itself in blanks for ever.
_JSON_LAYOUT: JsonCompileOptions = {"whitespace_flexible": False, "item_separator": ",", "key_separator": ":"}
_MAX_CHARACTERS = 180
"""What the strings of a call share: at three tokens a character it fits into ``Limits.caller_tokens``."""
_MAX_NUMBER = 1e15
_HELD = frozenset(("enum", "const", "pattern", "format", "minLength", "maxLength"))
"""What a string's schema can say of it; one that says nothing is free."""


def role_grammar(
    role: Role, tools: Sequence[ToolSpec], limits: Limits, copied: Sequence[str] | None = None
) -> str:
    """The grammar of a turn of this role, as llguidance reads it.

    With ``copied``, a call's free strings are among these texts.
    """
    if role is Role.PLANNER:
        return _planner_grammar(limits.planner_tokens)
    if role is Role.CALLER:
        return _caller_grammar(tools, copied)
    return LLMatcher.grammar_from_lark(r"start: /\S(.|\n)*/")


def _planner_grammar(rationale_tokens: int) -> str:
    """One line of rationale, cut off at its token limit, then the decision on the next line."""
    decisions = " | ".join(json.dumps(decision.value) for decision in Decision)
    return LLMatcher.grammar_from_lark(
        rf"""start: rationale "\n{NEXT}" decision
rationale[max_tokens={rationale_tokens}]: /\S[^\n]*/
decision: {decisions}
"""
    )


def _caller_grammar(tools: Sequence[ToolSpec], copied: Sequence[str] | None) -> str:
    texts = [text for text in copied or () if len(text) <= _MAX_CHARACTERS]
    schema: dict[str, Any] = {"anyOf": [call_schema(tool, copying=bool(texts)) for tool in tools]}
    if texts:
        schema["$defs"] = {"copied": {"enum": texts}}
    return LLMatcher.grammar_from_json_schema(schema, overrides=_JSON_LAYOUT)


def call_schema(tool: ToolSpec, *, copying: bool) -> dict[str, Any]:
    """The JSON Schema of a call of this tool: its name, then its arguments."""
    length = _MAX_CHARACTERS // max(1, len(tool.parameters.get("properties", {})))
    return {
        "type": "object",
        "properties": {"name": {"const": tool.name}, "arguments": bounded(tool.parameters, length, copying)},
        "required": ["name", "arguments"],
        "additionalProperties": False,
    }


def bounded(schema: dict[str, Any], length: int, copying: bool) -> dict[str, Any]:
    """The schema with a bound on every free number, and of ``length`` characters on every free string.

    With ``copying``, a free string is one of the definition ``copied`` instead.

    Without one, greedy decoding of an untrained model repeats digits or words until the
    token limit cuts the call in the middle.
    """
    bound: dict[str, Any] = {}
    if schema.get("type") == "string" and not _HELD & schema.keys():
        bound = {"$ref": "#/$defs/copied"} if copying else {"maxLength": length}
    if schema.get("type") in ("number", "integer"):
        bound = {"minimum": -_MAX_NUMBER, "maximum": _MAX_NUMBER}
    if schema.get("type") == "number":
        bound["multipleOf"] = 1e-6
    inner = {key: _bounded_inside(key, value, length, copying) for key, value in schema.items()}
    return bound | inner


def _bounded_inside(key: str, value: Any, length: int, copying: bool) -> Any:
    if key == "properties":
        return {name: bounded(part, length, copying) for name, part in value.items()}
    if key == "items" and isinstance(value, dict):
        return bounded(value, length, copying)
    if key in ("anyOf", "oneOf", "allOf"):
        return [bounded(part, length, copying) for part in value]
    return value
