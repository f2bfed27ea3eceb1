"""What a caller that only copies may write: the words of the question and of the planner's last rationale.

A small model loses names that it has not been trained on: taught "Naples" by a rationale, it writes
"Napoli". A caller that learnt from calls whose texts all stood in the rationale before is held to that.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from umi.schema import Role, Turn

_WORDS = 8
"""The longest text to copy; the longest name of a place that travel questions know has five words."""
_END = ".,;:!?"
_AROUND = _END + "\"'()"


def copied_from(turns: Sequence[Turn]) -> tuple[str, ...]:
    """The texts that a call at the end of these turns may copy from: the last question and rationale."""
    last = {turn.speaker: turn.text for turn in turns if turn.speaker in ("user", Role.PLANNER)}
    return tuple(last.values())


def spans(texts: Iterable[str]) -> list[str]:
    """Every run of up to eight words, as it stands and without the punctuation around it."""
    return list(dict.fromkeys(span for text in texts for span in _spans(text)))


def _spans(text: str) -> Iterable[str]:
    words = [word.span() for word in re.finditer(r"\S+", text)]
    for index, (start, _) in enumerate(words):
        for _, end in words[index : index + _WORDS]:
            raw = text[start:end]
            yield from filter(None, (raw, raw.rstrip(_END), raw.strip(_AROUND)))
