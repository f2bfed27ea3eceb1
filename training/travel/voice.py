"""How different people type the same question: polite, in a hurry, in lower case, with slips."""

from __future__ import annotations

from random import Random

_OPENINGS = """Hi, |Hello, |Hey, |Hi there, |Good morning, |Quick question: |Please tell me: |Hi! |Ok, |So, |
I have a question: |Can you help me? |One more thing: |Sorry to bother you, """.replace("\n", "").split("|")
_CLOSINGS = """ Thanks!| Thank you.| Thanks in advance.| Please.| Cheers| I am in a hurry.| Many thanks!|
 It is for my trip.| I'm planning a trip.| please| thx""".replace("\n", "").split("|")
_QUESTION_WORDS = """how what what's when where which who is are do does did can could would will please tell
give find convert calculate show the in on if my a list compute need at from has was were name check should i
i'm"""


def spoken(question: str, random: Random) -> str:
    """The question as one of many people would type it; half of them type it just so."""
    if random.random() < 0.16:
        opening = random.choice(_OPENINGS)
        question = opening + (
            question if opening[-2] in "!?" or _starts_with_name(question) else _lower_first(question)
        )
    if random.random() < 0.12:
        question = question + random.choice(_CLOSINGS)
    if random.random() < 0.12:
        question = question.replace("?", "")
    if random.random() < 0.10:
        question = question.lower()
    return _slip(question, random) if random.random() < 0.06 else question


def _starts_with_name(question: str) -> bool:
    """The first word is capitalised for its own sake, as far as one can tell."""
    first = question.split(maxsplit=1)[0]
    return first.casefold() not in _QUESTION_WORDS.split()


def _lower_first(question: str) -> str:
    return question[:1].lower() + question[1:]


def _slip(question: str, random: Random) -> str:
    """One small slip in a word of lower case, so that no name and no number changes."""
    words = question.split(" ")
    places = [
        place for place, word in enumerate(words) if word.isalpha() and word.islower() and len(word) > 3
    ]
    if not places:
        return question
    place = random.choice(places)
    word, at = words[place], random.randrange(1, len(words[place]) - 1)
    words[place] = random.choice((word[:at] + word[at + 1 :], word[:at] + word[at] + word[at:]))
    return " ".join(words)
