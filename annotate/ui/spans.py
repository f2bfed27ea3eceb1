"""Which pieces of a written text the model was unsure of."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from umi.schema import Token, ToolCall

UNSURE = 0.5
"""A token chosen with a smaller probability is marked."""

_NAME = re.compile(r'\s*\{\s*"name"\s*:\s*')
_ARGUMENTS = re.compile(r'\s*,\s*"arguments"\s*:\s*\{\s*')
_BETWEEN = re.compile(r"\s*[:,]?\s*")


@dataclass(frozen=True)
class Span:
    """A piece of text; ``probability`` only where the model was unsure of it."""

    text: str
    probability: float | None = None


def written(tokens: Sequence[Token]) -> str:
    """The text the tokens spell."""
    return "".join(token.text for token in tokens)


def marked(text: str, tokens: Sequence[Token]) -> tuple[Span, ...]:
    """``text``, a part of what the tokens spell, with its unsure tokens marked."""
    start = written(tokens).find(text)
    if not text or start < 0:
        return (Span(text),)
    return tuple(_cut(tokens, start, start + len(text)))


def signature(call: ToolCall, tokens: Sequence[Token]) -> tuple[Span, ...]:
    """``name(argument=value, …)`` with the unsure tokens of name and values marked."""
    text = written(tokens)
    try:
        places = list(_places(text))
    except ValueError:
        return (Span(plain_signature(call)),)
    (name_start, name_end), *arguments = places
    spans = [*_cut(tokens, name_start + 1, name_end - 1), Span("(")]
    for index, ((key_start, key_end), (start, end)) in enumerate(
        zip(arguments[::2], arguments[1::2], strict=True)
    ):
        key = json.loads(text[key_start:key_end])
        spans += [Span(f"{', ' if index else ''}{key}="), *_cut(tokens, start, end)]
    return tuple(_joined([*spans, Span(")")]))


def plain_signature(call: ToolCall) -> str:
    """``name(argument=value, …)``, values as JSON."""
    values = (f"{name}={json.dumps(value, ensure_ascii=False)}" for name, value in call.arguments.items())
    return f"{call.name}({', '.join(values)})"


def _places(text: str) -> Iterator[tuple[int, int]]:
    """Where a call's name, then each argument's key and value, stand in its JSON.

    Raises:
        ValueError: the text is no call.
    """
    at = _skip(_NAME, text, 0)
    end = json.JSONDecoder().raw_decode(text, at)[1]
    yield at, end
    at = _skip(_ARGUMENTS, text, end)
    while not text.startswith("}", at):
        end = json.JSONDecoder().raw_decode(text, at)[1]
        yield at, end
        at = _skip(_BETWEEN, text, end)


def _skip(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.match(text, at)
    if found is None:
        raise ValueError(f"no {pattern.pattern} at {at}")
    return found.end()


def _cut(tokens: Sequence[Token], start: int, end: int) -> Iterator[Span]:
    """The characters from ``start`` to ``end`` of what the tokens spell."""
    return _joined(_pieces(tokens, start, end))


def _pieces(tokens: Sequence[Token], start: int, end: int) -> Iterator[Span]:
    at = 0
    pending = 1.0
    for token in tokens:
        # Tokens that hold a part of a character have no text: the one that completes it answers for all.
        pending = min(pending, math.exp(token.logprob))
        if not token.text:
            continue
        text = token.text[max(start - at, 0) : max(end - at, 0)]
        yield from _piece(text, pending)
        at += len(token.text)
        pending = 1.0


def _piece(text: str, probability: float) -> Iterator[Span]:
    word = text.lstrip()
    yield Span(text[: len(text) - len(word)])
    yield Span(word, probability if word and probability < UNSURE else None)


def _joined(spans: Sequence[Span] | Iterator[Span]) -> Iterator[Span]:
    """The same text with neighbouring sure pieces as one."""
    sure = ""
    for span in spans:
        if span.probability is None:
            sure += span.text
            continue
        if sure:
            yield Span(sure)
        sure = ""
        yield span
    if sure:
        yield Span(sure)
