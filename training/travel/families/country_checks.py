"""Whether a country has some currency, language or continent: yes or no."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from training.travel.desk import Desk
from training.travel.draw import Draw, Slot
from training.travel.facts import yes
from training.travel.families.country_facts import clause, start, value
from training.travel.family import Family
from umi.tools.travel.countries import country_info

COINS = {
    "EUR": ("euros", "the euro"),
    "USD": ("US dollars", "the US dollar", "American dollars"),
    "GBP": ("pounds sterling", "the British pound", "British pounds"),
    "CHF": ("Swiss francs", "the Swiss franc"),
    "JPY": ("Japanese yen", "the yen"),
    "SEK": ("Swedish kronor", "the Swedish krona"),
    "NOK": ("Norwegian kroner", "the Norwegian krone"),
    "DKK": ("Danish kroner", "the Danish krone"),
    "PLN": ("Polish zloty", "the zloty"),
    "CZK": ("Czech crowns", "the Czech koruna"),
    "HUF": ("Hungarian forints", "the forint"),
    "TRY": ("Turkish lira", "the lira"),
    "AUD": ("Australian dollars", "the Australian dollar"),
    "CAD": ("Canadian dollars", "the Canadian dollar"),
    "XOF": ("West African CFA francs", "XOF"),
    "INR": ("Indian rupees", "the Indian rupee"),
    "CNY": ("Chinese yuan", "the yuan"),
    "BRL": ("Brazilian reais", "the real"),
    "MXN": ("Mexican pesos", "the Mexican peso"),
    "ZAR": ("South African rand", "the rand"),
    "THB": ("Thai baht", "the baht"),
}
"""ISO 4217 code → what users say, to stand after "use"."""

LANGUAGES = (
    *(
        "English",
        "Spanish",
        "French",
        "German",
        "Portuguese",
        "Italian",
        "Russian",
        "Arabic",
        "Dutch",
        "Chinese",
    ),
    *("Turkish", "Swedish", "Swahili", "Hindi", "Japanese", "Korean", "Polish", "Greek", "Persian", "Malay"),
)

CONTINENTS = ("Europe", "Asia", "Africa", "North America", "South America", "Oceania")


def _half_right(draw: Draw, own: Sequence[str], others: Sequence[str]) -> str:
    """One of the country's own in half of all draws, otherwise any."""
    usable = [name for name in own if name in others]
    return draw.one(usable if usable and draw.chance(0.5) else others)


def _money(draw: Draw) -> Mapping[str, Slot]:
    country = draw.country()
    code = _half_right(draw, [country_info(country.meant)["currency"]], tuple(COINS))
    return {"country": country, "asked": Slot(draw.one(COINS[code]), code)}


def _language(draw: Draw) -> Mapping[str, Slot]:
    country = draw.country()
    language = _half_right(draw, country_info(country.meant)["languages"], LANGUAGES)
    return {"country": country, "asked": Slot(language, language)}


def _continent(draw: Draw) -> Mapping[str, Slot]:
    country = draw.country()
    continent = _half_right(draw, [country_info(country.meant)["continent"]], CONTINENTS)
    return {"country": country, "asked": Slot(continent, continent)}


def _decide(desk: Desk, aspect: str, country: str, asked: str) -> None:
    info = desk.call("country_info", country=country)
    found = value(aspect, info)
    right = asked in found if isinstance(found, list) else asked == found
    told, word = clause(aspect, info), "yes" if right else "no"
    desk.finish(start(f"{told}, so for {asked} it is {word}."), f"{start(word)}, {told}.", yes(right))


def _solve_money(desk: Desk, country: str, asked: str) -> None:
    _decide(desk, "currency", country, asked)


def _solve_language(desk: Desk, country: str, asked: str) -> None:
    _decide(desk, "languages", country, asked)


def _solve_continent(desk: Desk, country: str, asked: str) -> None:
    _decide(desk, "continent", country, asked)


FAMILIES = (
    Family(name="country_uses_currency", draw=_money, solve=_solve_money, weight=0.6),
    Family(name="country_speaks_language", draw=_language, solve=_solve_language, weight=0.6),
    Family(name="country_in_continent", draw=_continent, solve=_solve_continent, weight=0.5),
)
