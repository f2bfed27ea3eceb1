"""How people ask what ``slips`` and ``dead_ends`` solve."""

from __future__ import annotations

from training.travel.families import slip_rare_phrasings as rare

PEOPLE = (
    *rare.PEOPLE,
    "How many people live in {city}?",
    "What is the population of {city}?",
    "population {city}",
    "How many inhabitants does {city} have?",
    "Tell me how many people there are in {city}.",
    "How big is {city} by population?",
    "I need the number of inhabitants of {city}.",
    "{city} population?",
    "Can you look up the population of {city}?",
    "How populous is {city}?",
    "We will move to {city}. How many people live there?",
    "number of residents of {city}",
    "I'd like to know how many inhabitants {city} has.",
)

SUN = (
    *rare.SUN,
    "When do sunrise and sunset take place in {city} on {day}?",
    "sunrise and sunset {city} {day}",
    "When does the sun rise and set in {city} on {day}?",
    "Tell me the times of sunrise and sunset in {city} on {day}.",
    "I'm in {city} on {day}. When does the sun come up and go down?",
    "On {day}, at what times does the sun rise and set in {city}?",
    "What are the times of sunrise and sunset in {city} on {day}?",
    "For my photos in {city} on {day} I need sunrise and sunset.",
    "From when to when is the sun up in {city} on {day}?",
    "Give me sunrise and sunset for {city}, {day}.",
    "sun up and sun down in {city} on {day}?",
)

DISTANCE = (
    *rare.DISTANCE,
    "How far is it from {a} to {b}?",
    "What is the distance between {a} and {b}?",
    "distance {a} {b}",
    "How many kilometres is it from {a} to {b}?",
    "{a} to {b}, how far?",
    "Tell me the flight distance from {a} to {b}.",
    "How far away is {b} from {a}?",
    "I fly from {a} to {b}. How many km is that?",
    "km from {a} to {b}",
    "What's the distance in km from {a} to {b}?",
    "Please find out how far {a} is from {b}.",
    "How far would I fly from {a} to {b}?",
    "I wonder how far apart {a} and {b} are.",
)

HOLIDAY = (
    *rare.HOLIDAY,
    "Is {day} a public holiday in {country}?",
    "Is {day} a holiday in {country}?",
    "Do they have a public holiday in {country} on {day}?",
    "holiday {country} {day}?",
    "Will {day} be a public holiday in {country}?",
    "Check whether {day} is a holiday in {country}.",
    "I am in {country} on {day}. Is that a public holiday?",
    "Is there a public holiday on {day} in {country}?",
    "Does {country} celebrate a public holiday on {day}?",
    "We want to meet clients in {country} on {day}: is it a holiday?",
    "public holiday in {country} on {day}, yes or no?",
)

NO_PEOPLE = (
    *rare.NO_PEOPLE,
    "How many people live in {city}?",
    "What is the population of {city}?",
    "population of {city}",
    "How many inhabitants does {city} have?",
    "In which country is {city}?",
    "What are the coordinates of {city}?",
    "Tell me the population of {city}.",
    "How large is {city}, I mean by inhabitants?",
    "Which time zone is {city} in?",
    "Where is {city}?",
    "number of inhabitants {city}",
    "I'm spending a week in {city}. How many people live there?",
    "What country does {city} belong to?",
)

NO_TIME = (
    *rare.NO_TIME,
    "What time is it in {city}?",
    "local time {city}",
    "What's the time in {city} now?",
    "Tell me the current time in {city}.",
    "How late is it in {city} at the moment?",
    "What time do they have in {city}?",
    "I want to call someone in {city}. What time is it there?",
    "What does the clock say in {city} right now?",
    "current time in {city}?",
    "Could you tell me what time it is in {city}?",
)

NO_AIRPORT = (
    *rare.NO_AIRPORT,
    "Which airports are there in {city}?",
    "What is the airport of {city}?",
    "airport code {city}",
    "What is the IATA code of {city}?",
    "Does {city} have an airport?",
    "Which airport is closest to {city}?",
    "I want to fly to {city}. Which airport do I need?",
    "Tell me the airport code for {city}.",
    "airports near {city}",
    "Where do I land if I fly to {city}?",
)

NO_SUN = (
    *rare.NO_SUN,
    "When does the sun rise in {city} on {day}?",
    "When is sunset in {city} on {day}?",
    "sunrise {city} {day}",
    "How long is the day in {city} on {day}?",
    "Tell me when the sun sets in {city} on {day}.",
    "What time is sunrise in {city} on {day}?",
    "At what time does it get light in {city} on {day}, I mean sunrise?",
    "sunset in {city}, {day}",
    "I'm in {city} on {day}. When does the sun go down?",
    "How many hours of daylight are there in {city} on {day}?",
)

NO_WAY = (
    *rare.NO_WAY,
    "How far is it from {city} to {to}?",
    "What is the distance between {city} and {to}?",
    "distance {city} {to}",
    "How long is the flight from {city} to {to}?",
    "How many kilometres is {to} from {city}?",
    "I live in {city} and want to fly to {to}. How far is that?",
    "How many hours does it take to fly from {city} to {to}?",
    "flight time from {city} to {to}",
    "Tell me how far {to} is from {city} by plane.",
    "{city} to {to} in km?",
    "How many miles are there between {city} and {to}?",
)

ELSEWHERE = (
    *rare.ELSEWHERE,
    "How many people live in {city} in {country}?",
    "What is the population of {city}, {country}?",
    "population of {city} ({country})",
    "How many inhabitants does {city} in {country} have?",
    "Tell me the population of {city} in {country}.",
    "What are the coordinates of {city} in {country}?",
    "Which time zone does {city} in {country} lie in?",
    "I mean the {city} that is in {country}. How many people live there?",
    "number of inhabitants of {city} in {country}",
    "We're driving through {country} to {city}. How many people live in {city}, {country}?",
    "How populous is {city}, {country}?",
)

NO_DAY_HOLIDAY = (
    *rare.NO_DAY_HOLIDAY,
    "Is {day} a public holiday in {country}?",
    "Is {day} a holiday in {country}?",
    "Will {day} be a public holiday in {country}?",
    "holiday {country} {day}?",
    "Do people work in {country} on {day}, or is it a public holiday?",
    "Check whether {day} is a holiday in {country}.",
    "I'm travelling to {country} on {day}. Is that a public holiday?",
    "Is there a bank holiday in {country} on {day}?",
    "Tell me if {day} is a public holiday in {country}.",
    "public holiday on {day} in {country}?",
    "Does {day} count as a holiday in {country}?",
)

NO_DAY_SUN = (
    *rare.NO_DAY_SUN,
    "When does the sun rise in {city} on {day}?",
    "When is sunset in {city} on {day}?",
    "sunrise in {city} on {day}",
    "How long is the day in {city} on {day}?",
    "Tell me when the sun sets in {city} on {day}.",
    "I'm in {city} on {day}. When does the sun come up?",
    "What time is sunset on {day} in {city}?",
    "sunset {city} {day}",
    "How many hours of daylight does {city} have on {day}?",
    "At what time will the sun rise on {day} in {city}?",
    "I need sunrise and sunset for {city} on {day}.",
)

YEAR = (
    *rare.YEAR,
    "Which public holidays were there in {country} in {year}?",
    "public holidays {country} {year}",
    "List the holidays of {country} for {year}.",
    "What are the public holidays in {country} in the year {year}?",
    "Tell me all public holidays of {country} in {year}.",
    "How many public holidays does {country} have in {year}?",
    "When are the public holidays of {year} in {country}?",
    "I want to know the holidays that {country} had in {year}.",
    "Give me {country}'s public holidays for {year}.",
    "holidays in {country}, year {year}",
)

CODES = (
    *rare.CODES,
    "How far is it from {a} to {b}?",
    "distance {a} {b}",
    "{a} to {b}, how many km?",
    "What is the flight distance from {a} to {b}?",
    "How many kilometres do I fly from {a} to {b}?",
    "km {a}-{b}",
    "I fly {a} to {b}: how far is that?",
    "What's the distance between {a} and {b}?",
    "Tell me how far {b} is from {a}.",
    "My ticket says {a} to {b}. How many km is it?",
    "flight distance {a} - {b} in km?",
)

ZERO = (
    *rare.ZERO,
    "What is {value} divided by 0?",
    "Divide {value} by zero.",
    "{value} / 0",
    "calculate {value}/0",
    "How much is {value} divided by zero?",
    "{value} : 0 = ?",
    "Can you work out {value} divided by 0 for me?",
    "What do I get if I divide {value} by 0?",
)
