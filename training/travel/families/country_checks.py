"""Whether a country has some currency, language or continent: yes or no."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from training.travel.desk import Desk
from training.travel.draw import Draw, Slot
from training.travel.facts import yes
from training.travel.families.country_facts import clause, start, value
from training.travel.families.country_words import lines
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
    Family(
        name="country_uses_currency",
        phrasings=lines("""
            Do they use {asked} in {country}?
            Does {country} use {asked}?
            Is {country} a country that uses {asked}?
            Can I pay with {asked} in {country}, I mean is that the currency there?
            I still have {asked} from my last trip. Is that what {country} uses?
            Will I need {asked} in {country}?
            Is it right that people in {country} use {asked}?
            {country}, do they have {asked} there?
            Is the currency of {country} {asked}?
            Are prices in {country} in {asked}?
            Someone told me that {country} uses {asked}. True?
            Has {country} got {asked} as its currency?
            I wonder whether {country} uses {asked}.
            My nephew bets that they pay with {asked} in {country}. Does he win?
            {asked} in {country}, is that the currency?
            My wallet is full of {asked}. Is that the currency of {country}?
            Kindly confirm whether {country} has {asked} as its official currency.
            At the exchange desk, would I ask for {asked} if I go to {country}?
            Do cash machines in {country} give out {asked}, the currency there?
            is it {asked} what they pay with in {country}
            A shop in {country} wants {asked}; is that really their currency?
        """),
        draw=_money,
        solve=_solve_money,
        weight=0.6,
    ),
    Family(
        name="country_speaks_language",
        phrasings=lines("""
            Do they speak {asked} in {country}?
            Is {asked} spoken in {country}?
            Do people in {country} speak {asked}?
            Is {asked} one of the languages of {country}?
            I only know {asked}. Is that a language of {country}?
            Can I use my {asked} in {country}, is it spoken there?
            {country}: is {asked} a language there?
            Does {country} have {asked} among its languages?
            I learnt some {asked} at school. Do they speak it in {country}?
            I wonder if {asked} is spoken in {country}.
            Are there {asked} speakers in {country}, going by its list of languages?
            Is {asked} a language that people speak in {country}?
            My nephew bets that people speak {asked} in {country}. Does he win?
            {asked} in {country}, spoken there?
            Somebody told me {asked} is among the languages of {country}. True?
            Kindly confirm whether {asked} is one of the languages spoken in {country}.
            Would a phrase book of {asked} be of use in {country}, do they speak it?
            Should our leaflet for {country} come in {asked}, is that a language there?
            is {asked} a thing in {country}, i mean as a language
            My pen friend is from {country}. Might {asked} be one of the languages there?
        """),
        draw=_language,
        solve=_solve_language,
        weight=0.6,
    ),
    Family(
        name="country_in_continent",
        phrasings=lines("""
            Is {country} in {asked}?
            Does {country} belong to {asked}?
            Is {country} part of {asked}?
            {country} is in {asked}, right?
            Does {country} lie in {asked}?
            Is {asked} the continent of {country}?
            My roaming plan covers {asked}. Is {country} in {asked}?
            I wonder if {country} counts as {asked}.
            Is {country} a country in {asked}?
            Am I right that {country} is in {asked}?
            My nephew bets that {country} is in {asked}. Does he win?
            {country} in {asked}, yes or no?
            Somebody told me that {country} lies in {asked}. True?
            Kindly confirm whether {country} is situated in {asked}.
            My stamp album is sorted by continent. Does {country} go under {asked}?
            When I land in {country}, am I in {asked}?
        """),
        draw=_continent,
        solve=_solve_continent,
        weight=0.5,
    ),
)
