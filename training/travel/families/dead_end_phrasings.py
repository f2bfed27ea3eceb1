"""Rarer ways of asking what ``dead_ends`` cannot answer."""

from __future__ import annotations

NO_PEOPLE = (
    "{city} pop",
    "My aunt moved to {city}. How many neighbours does she have in all, the whole town counted?",
    "Headcount of {city}?",
    "On which side of which border is {city}, I mean its country?",
    "Booking form wants latitude and longitude of {city}. What are they?",
    "{city}: residents, please.",
    "Kindly name the country in which {city} is situated.",
)

NO_TIME = (
    "clock {city}",
    "Grandma's flight has just landed in {city}. What's on the clock there?",
    "{city} hour now pls",
    "My boss is in {city}; is he awake? Tell me his local time.",
    "Which time do I set my watch to on arriving in {city} this minute?",
)

NO_AIRPORT = (
    "{city} iata?",
    "Booking form wants the three-letter code for {city}.",
    "My boss wants me in {city} on Monday; which airport do I pick?",
    "Where do planes touch down for {city}?",
    "Kindly state the airports that serve {city}.",
)

NO_SUN = (
    "sunup {city} {day}",
    "{city}, {day}: first and last sun?",
    "We propose a toast as the sun goes under in {city} on {day}. At what time?",
    "Kindly state the duration of daylight at {city} on {day}.",
    "when sun is coming up on {day} at {city}?",
)

NO_WAY = (
    "{city} {to} air miles how many",
    "As the crow flies, what lies between {city} and {to} in kilometres?",
    "I board in {city} and get off in {to}. How long am I in the air?",
    "how much kilometers is by plane {city} to {to}",
    "Grandma takes off in {city} for {to}. How many hours does she sit on the plane?",
)

ELSEWHERE = (
    "{city} ({country}) pop",
    "My aunt lives in {city}, the one in {country}. How many residents has it?",
    "Not the famous one, the {city} over in {country}: how many people are at home there?",
    "Form: city {city}, country {country}, number of inhabitants?",
    "Kindly state the headcount of {city} in {country}.",
)

NO_DAY_HOLIDAY = (
    "{country} {day} bank holiday?",
    "My boss wants me in {country} on {day}; is it a public holiday there?",
    "Do workers in {country} get {day} off because of a public holiday?",
    "Are the shops in {country} shut on {day} because of a public holiday?",
    "Somebody told me {day} is a public holiday in {country}. True?",
)

NO_DAY_SUN = (
    "{city} sunup {day}",
    "My drone must be on the ground in {city} by sunset on {day}. Which time is that?",
    "We're camping at {city}. On {day}, when will the sun come over the horizon?",
    "{city} daylight {day}?",
    "Kindly advise the hour of sunset at {city} on {day}.",
)

YEAR = (
    "{country} {year} bank holidays",
    "Print me a holiday calendar of {country} for {year}.",
    "My school project is about {country} in {year}. Which days were official holidays?",
    "On which dates of {year} was nobody in {country} at work because of a public holiday?",
    "{year}, {country}: days off by law?",
)

ZERO = (
    "{value}÷0",
    "Share {value} sweets among 0 children. How many each?",
    "If 0 people split a bill of {value}, what does each one pay?",
    "my son asks how much {value} over zero makes",
    "{value} by 0, the quotient?",
)
