"""Whether a step says what people found right, and in a few words what is wrong with it if not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from training.role_rows import RoleRow
from umi.answers import affirms
from umi.metrics import rouge_l
from umi.prompts import compact_json, parse_caller, parse_planner, written_text
from umi.schema import Decision, Role, ToolCall
from umi.written import numbers

ALIKE = 0.6
"""ROUGE-L from which two texts say much the same; their names and numbers are compared one by one."""

_AROUND = ".,;:!?\"'()[]"
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_NUMBER = re.compile(r"[-\N{MINUS SIGN}]?\d[\d.,']*")


def wrong(row: RoleRow, text: str | None) -> str:
    """What is wrong with the text as the last step of the row; empty where it is right.

    Planner: the same decision, and a rationale that says the same. Caller: the same tool with equal
    arguments. Summarizer: an answer that says the same. A text says the same where it is alike (``ALIKE``),
    has every name and number of the wanted one, and is not closer to what people rejected. None stands for
    a step that could not be written.
    """
    if text is None:
        return "not written: the tools alone fill the context"
    step = row.steps[-1]
    if step.role is Role.CALLER:
        return _wrong_call(step.call, text)
    if step.role is Role.PLANNER:
        rationale, decision = parse_planner(text)
        return _wrong_decision(step.decision, decision) or _wrong_text(
            step.rationale or "", rationale, row.rejected.rationale if row.rejected else None
        )
    answer, found = step.answer or "", text.strip()
    rejected = row.rejected.answer if row.rejected else None
    return _wrong_text(answer, found, rejected) or _wrong_yes(answer, found)


def wanted(row: RoleRow) -> str:
    """The step that people found right, as the model would write it."""
    return written_text(row.steps[-1])


def rejected(row: RoleRow) -> str | None:
    """What stood there before, where that is known."""
    return written_text(row.rejected) if row.rejected else None


def _wrong_decision(wanted: Decision | None, found: Decision | None) -> str:
    if found is wanted:
        return ""
    return f"decides {found or 'nothing we know'} instead of {wanted}"


def _wrong_text(wanted: str, found: str, rejected: str | None) -> str:
    alike = rouge_l(found, wanted)
    if alike < ALIKE:
        return f"says something else (ROUGE-L {alike:.2f})"
    missing = [word for word in _facts(wanted) if not _says(found, word)]
    if missing:
        return f"does not say {', '.join(missing[:3])}"
    if found != wanted and rejected is not None and rouge_l(found, rejected) > alike:
        return "closer to what was rejected"
    return ""


def _wrong_yes(wanted: str, found: str) -> str:
    if affirms(wanted) is affirms(found):
        return ""
    return "affirms what was to be denied" if affirms(found) else "denies what was to be affirmed"


def _facts(text: str) -> list[str]:
    """Words with a digit, and words with a capital letter that do not open a sentence."""
    found = []
    for sentence in _SENTENCE.split(text):
        for index, word in enumerate(_words(sentence)):
            named = index > 0 and word != "I" and any(letter.isupper() for letter in word)
            if named or any(letter.isdigit() for letter in word):
                found.append(word)
    return found


def _says(text: str, word: str) -> bool:
    """The text has the word, whatever its case, or a number of the same value."""
    if word.casefold() in {other.casefold() for other in _words(text)}:
        return True
    return bool(_NUMBER.fullmatch(word)) and bool(set(numbers(word)) & set(numbers(text)))


def _words(text: str) -> list[str]:
    return [stripped for word in text.split() if (stripped := word.strip(_AROUND))]


def _wrong_call(wanted: ToolCall | None, text: str) -> str:
    found = parse_caller(text)
    if found is None or wanted is None:
        return "is no call"
    if found.name != wanted.name:
        return f"calls {found.name} instead of {wanted.name}"
    return "; ".join(_differences(wanted.arguments, found.arguments))


def _differences(wanted: dict[str, Any], found: dict[str, Any]) -> Iterator[str]:
    for name in dict.fromkeys((*wanted, *found)):
        if name not in found:
            yield f"no {name}"
        elif name not in wanted:
            yield f"{name} is too much"
        elif not same_json(wanted[name], found[name]):
            yield f"{name} is {compact_json(found[name])} instead of {compact_json(wanted[name])}"


def same_json(one: Any, other: Any) -> bool:
    """Equal as JSON: numbers by value, and true is no number."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same_json(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same_json, one, other))
    return isinstance(one, bool) == isinstance(other, bool) and bool(one == other)
