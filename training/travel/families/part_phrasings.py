"""How people ask the small questions of ``parts``: in the middle of a sentence, and by a noun."""

from __future__ import annotations

PEOPLE_ASKED = (
    "how many people live in {city}",
    "how many inhabitants does {city} have",
    "what is the population of {city}",
    "how populous is {city}",
    "what's the number of inhabitants of {city}",
    "how many residents has {city}",
    "how many folks are there in {city}",
    "how big is the population of {city}",
    "how many souls does {city} count",
)

PEOPLE_NAMED = (
    "the population of {city}",
    "the number of people in {city}",
    "the number of inhabitants of {city}",
    "the headcount of {city}",
    "the population figure for {city}",
)

TIME_ASKED = (
    "what time is it in {city}",
    "what time is it now in {city}",
    "what's the local time in {city}",
    "what does the clock show in {city} right now",
    "how late is it in {city}",
    "what hour is it in {city} now",
    "what's on the clock in {city} just now",
    "which time do people in {city} have now",
)

TIME_NAMED = (
    "the local time in {city}",
    "the current time in {city}",
    "the time in {city}",
    "the present hour in {city}",
    "the clock time in {city}",
)

COUNTRY_ASKED = (
    "what is the {aspect} of {country}",
    "what's the {aspect} of {country}",
    "do you know the {aspect} of {country}",
    "which {aspect} does {country} have",
    "the {aspect} of {country} is what",
    "what do you have as the {aspect} of {country}",
)

COUNTRY_NAMED = (
    "the {aspect} of {country}",
    "the {aspect} that {country} has",
)

SUM_ASKED = (
    "how much is {sum} in {to}",
    "what is {sum} in {to}",
    "how many {to} is {sum}",
    "what would {sum} be in {to}",
    "how many {to} do I get for {sum}",
    "{sum} makes how many {to}",
    "what do I have in {to} if I change {sum}",
    "{sum} would be worth how many {to}",
)

SUM_NAMED = (
    "the value of {sum} in {to}",
    "{sum} in {to}",
    "{sum} converted to {to}",
    "the amount of {to} that {sum} makes",
    "the equivalent of {sum} in {to}",
)

VALUE_ASKED = (
    "what is {value} in {to}",
    "how much is {value} in {to}",
    "what's {value} converted to {to}",
    "{value} makes what in {to}",
    "what does {value} come to in {to}",
)

VALUE_NAMED = (
    "{value} in {to}",
    "{value} converted to {to}",
    "the value of {value} in {to}",
    "the equivalent of {value} in {to}",
)

SUNRISE_ASKED = (
    "when does the sun rise in {city} on {day}",
    "what time is sunrise in {city} on {day}",
    "at what time does the sun come up in {city} on {day}",
    "when is sunrise in {city} on {day}",
    "when can I see the sun rise in {city} on {day}",
    "from when on is the sun up in {city} on {day}",
)

SUNRISE_NAMED = (
    "the time of sunrise in {city} on {day}",
    "the sunrise in {city} on {day}",
    "the hour when the sun rises in {city} on {day}",
)

SUNSET_ASKED = (
    "when does the sun set in {city} on {day}",
    "what time is sunset in {city} on {day}",
    "at what time does the sun go down in {city} on {day}",
    "when is sunset in {city} on {day}",
    "when can I see the sun set in {city} on {day}",
    "until when is the sun up in {city} on {day}",
)

SUNSET_NAMED = (
    "the time of sunset in {city} on {day}",
    "the sunset in {city} on {day}",
    "the hour when the sun sets in {city} on {day}",
)

AIRPORT_ASKED = (
    "what is the airport code of {city}",
    "which code does the main airport of {city} have",
    "what's the IATA code of {city}",
    "which three letters stand for the airport of {city}",
    "which airport code do I enter for {city}",
)

AIRPORT_NAMED = (
    "the airport code of {city}",
    "the IATA code of {city}",
    "the three-letter code of the airport of {city}",
    "the code of {city}'s main airport",
)
