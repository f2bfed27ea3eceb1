"""What ``country_info`` tells, aspect by aspect: how it is said, and what an answer must say."""

from __future__ import annotations

from typing import Any

from training.travel.desk import Fact, Unusable, listed
from training.travel.facts import number, text

Info = dict[str, Any]
"""What ``country_info`` returns."""

FIELDS = {
    "capital": "capital",
    "currency": "currency",
    "languages": "languages",
    "main language": "languages",
    "population": "population",
    "area": "area_km2",
    "continent": "continent",
    "phone code": "phone_code",
}
"""Aspect → field of the tool."""

NOUNS = {
    "capital": ("capital", "capital city", "name of the capital"),
    "currency": ("currency", "local currency", "currency code", "money"),
    "languages": ("languages", "spoken languages"),
    "main language": ("main language", "most spoken language"),
    "population": ("population", "number of inhabitants", "population figure"),
    "area": ("area", "area in km²", "area in square kilometres", "size in square kilometers"),
    "continent": ("continent",),
    "phone code": ("phone code", "dialling code", "country calling code", "telephone code"),
}
"""Aspect → nouns that users have for it, to stand after "the"."""

_WITH_ARTICLE = [
    "Bahamas",
    "Central African Republic",
    "Cook Islands",
    "Democratic Republic of the Congo",
    "Dominican Republic",
    "Maldives",
    "Netherlands",
    "Philippines",
    "Republic of the Congo",
    "Solomon Islands",
    "United Arab Emirates",
    "United Kingdom",
    "United States",
]

_MONEY = """EUR euro; USD dollar; GBP pound; JPY yen; CHF franc; CNY yuan, renminbi; INR rupee; THB baht
TRY lira; PLN zloty, złoty; CZK koruna, crown; SEK krona, crown; NOK krone, crown; DKK krone, crown
HUF forint; KRW won; AUD dollar; CAD dollar; NZD dollar; MXN peso; ZAR rand; BRL real; ISK krona, króna
VND dong; RUB ruble, rouble"""

MONEY = {
    entry.split()[0]: tuple(name.strip() for name in entry.strip()[3:].split(","))
    for entry in _MONEY.replace("\n", ";").split(";")
}
"""ISO 4217 code → what people call the currency."""


def the(country: str) -> str:
    """The country's name inside a sentence: "the United States", "Japan"."""
    name = country.removeprefix("The ")
    return f"the {name}" if name in _WITH_ARTICLE else name


def start(sentence: str) -> str:
    """The sentence with a capital letter first."""
    return sentence[:1].upper() + sentence[1:]


def value(aspect: str, info: Info) -> Any:
    """What the tool says of the aspect.

    Raises:
        Unusable: nothing.
    """
    found = info[FIELDS[aspect]]
    if not found:
        raise Unusable(f"{info['country']} has no {aspect}")
    return found[0] if aspect == "main language" else found


def noun(aspect: str, info: Info) -> str:
    """The expert's word: the aspect, in the singular where there is one language."""
    return "language" if aspect == "languages" and len(value(aspect, info)) == 1 else aspect


def clause(aspect: str, info: Info, *, its: bool = False) -> str:
    """``the capital of Japan is Tokyo`` or ``its capital is Tokyo``."""
    word, found = noun(aspect, info), value(aspect, info)
    whose = f"its {word}" if its else f"the {word} of {the(info['country'])}"
    return f"{whose} {'are' if word == 'languages' else 'is'} {_said(aspect, found)}"


def clauses(aspects: list[str], info: Info) -> str:
    """``the capital of Japan is Tokyo, its currency is JPY and its population is …``."""
    return listed([clause(aspect, info, its=place > 0) for place, aspect in enumerate(aspects)])


def facts_of(aspect: str, info: Info) -> list[Fact]:
    """What an answer about the aspect must say."""
    found = value(aspect, info)
    if aspect in ("population", "area"):
        return [number(found)]
    if aspect == "currency":
        return [text(found, *MONEY.get(found, ()))]
    if aspect == "phone code":
        digits = found.removeprefix("+").split(" ")[0]
        return [text(f"+{digits}", f"00{digits}")]
    return [text(one) for one in (found if isinstance(found, list) else [found])]


def _said(aspect: str, found: Any) -> str:
    if aspect == "area":
        return f"{found} km²"
    return listed(found) if isinstance(found, list) else str(found)
