"""How people ask what ``visits`` solves."""

from __future__ import annotations

TIME = (
    "What time is it in the capital of {country}?",
    "What's the local time in {country}'s capital?",
    "time in the capital of {country}",
    "What time do they have now in the capital city of {country}?",
    "Tell me what time it is right now in the capital of {country}.",
    "How late is it in the capital of {country}?",
    "I want to call a friend in the capital of {country}. What time is it there?",
    "What does the clock show in the capital of {country} at the moment?",
    "current time, capital of {country}",
    "Is it too late to phone the capital of {country}? I mean, what time is it there?",
    "My colleague works in the capital of {country}; what is her local time now?",
    "Give me the present time in {country}'s capital city.",
    "I wonder what time it is in the capital of {country}.",
)

PEOPLE = (
    "How many people live in the capital of {country}?",
    "What is the population of the capital of {country}?",
    "How many inhabitants does the capital of {country} have?",
    "population of {country}'s capital",
    "How big is the population of {country}'s capital city?",
    "capital of {country}, population?",
    "Tell me how many people live in the capital city of {country}.",
    "What's the number of inhabitants of the capital of {country}?",
    "I'd like to know how populous the capital of {country} is.",
    "Not the whole country, just the capital of {country}: how many people live there?",
    "How many residents are there in {country}'s capital?",
    "We're visiting the capital of {country} soon. How many people live in it?",
    "Give me the population figure for the capital of {country}.",
    "For a quiz I need the population of the capital of {country}.",
)

AIRPORT = (
    "What is the main airport of the capital of {country}?",
    "Which airport serves the capital of {country}?",
    "airport code of the capital of {country}",
    "What is the IATA code for the capital of {country}?",
    "I'm flying to the capital of {country}. Which airport code do I look for?",
    "Tell me the code of the airport in {country}'s capital.",
    "Which code does the main airport of {country}'s capital have?",
    "IATA code, capital of {country}?",
    "What code does the airport of the capital city of {country} have?",
    "Give me the three letters of the main airport in the capital of {country}.",
    "At which airport do I land when I fly to the capital of {country}?",
    "I need the airport code for {country}'s capital city.",
)

MORE_PEOPLE = (
    "Which capital is larger, that of {a} or that of {b}?",
    "Which has more people, the capital of {a} or the capital of {b}?",
    "Do more people live in the capital of {a} or in the capital of {b}?",
    "Compare the populations of the capitals of {a} and {b}.",
    "capital of {a} or capital of {b}, which has more inhabitants?",
    "Which of the two capitals is bigger by population: {a}'s or {b}'s?",
    "What is the more populous capital, {a}'s or {b}'s?",
    "Tell me which capital has the larger population, the one of {a} or the one of {b}.",
    "We have a bet: does the capital of {a} or the capital of {b} have more inhabitants?",
    "Whose capital has more people, {a} or {b}?",
    "bigger capital by inhabitants: {a} or {b}?",
    "I wonder whether more people live in the capital of {a} or in that of {b}.",
    "Of the capitals of {a} and {b}, which one has more residents?",
)

SUNSET = (
    "When does the sun set in the capital of {country} on {day}?",
    "What time is sunset in {country}'s capital on {day}?",
    "sunset in the capital of {country} on {day}",
    "I'll be in the capital of {country} on {day}. When is sunset?",
    "Tell me when the sun goes down in the capital of {country} on {day}.",
    "On {day}, at what time does the sun set in the capital city of {country}?",
    "Until when is the sun up in {country}'s capital on {day}?",
    "I need the time of sunset on {day} for the capital of {country}.",
)

CLOCKS = (
    "What is the time difference between the capitals of {a} and {b}?",
    "How many hours apart are the capitals of {a} and {b}?",
    "time difference capital of {a} and capital of {b}",
    "By how many hours do the clocks in the capital of {a} and the capital of {b} differ?",
    "I fly from the capital of {a} to the capital of {b}. What is the time difference?",
    "Tell me the time difference between {a}'s capital and {b}'s capital.",
    "What's the difference in time between the capital city of {a} and that of {b}?",
    "How many hours ahead or behind is the capital of {b} compared with the capital of {a}?",
)

SHARE = (
    "What share of its country's population lives in {city}?",
    "What percentage of the country's people live in {city}?",
    "How many percent of the inhabitants of its country live in {city}?",
    "share of the national population living in {city}",
    "Which part of the country's population, in percent, is in {city}?",
    "I wonder what percentage of its country {city} makes up, by population.",
    "Work out how many percent of all people of the country live in {city}.",
    "As a percentage, how much of the population of its country does {city} have?",
    "population of {city} as percentage of its country",
    "Tell me the percentage of the country's inhabitants that call {city} home.",
    "Compared with its whole country, how many percent of the people live in {city}?",
    "Of all people in the country where {city} is, what percentage lives in {city}?",
)

ASPECT = (
    "How many people live in {city} and what is the {aspect} of its country?",
    "What is the population of {city}, and what is the {aspect} of the country it is in?",
    "population of {city} and {aspect} of its country",
    "Tell me the population of {city} and the {aspect} of its country.",
    "I need two things about {city}: how many inhabitants it has, and the {aspect} of its country.",
    "How many inhabitants does {city} have? And tell me the {aspect} of the country, please.",
    "Give me the number of people in {city} together with the {aspect} of its country.",
    "We're going to {city}. How many people live there, and what about the {aspect} of the country?",
    "How populous is {city}, and can you also give me the {aspect} of the country it belongs to?",
    "Look up the population of {city} as well as the {aspect} of its country.",
    "For my travel blog I need the population of {city} and the {aspect} of the country it lies in.",
    "{city}: population, and {aspect} of the country?",
    "I'd like to know how many people {city} has and the {aspect} of the country around it.",
)

HOLIDAY = (
    "Is {day} a public holiday in {city}, and when does the sun rise there?",
    "Will {day} be a holiday in {city}? And at what time is sunrise?",
    "holiday on {day} in {city}? sunrise time?",
    "I'm in {city} on {day}. Is it a public holiday, and when is sunrise?",
    "Check whether {day} is a holiday in {city} and tell me when the sun comes up.",
    "Is it a bank holiday in {city} on {day}, and when does the sun come up that day?",
    "We want to hike near {city} on {day}: is it a public holiday, and what time is sunrise?",
    "Do they have a holiday in {city} on {day}, and when is the sunrise?",
    "For {day} in {city}: public holiday or not, and sunrise at what time?",
    "Does {day} fall on a public holiday in {city}, and when will the sun rise?",
    "Find out if {day} is a holiday in {city}, as well as the time of sunrise.",
    "My photo tour in {city} is on {day}. Is that a holiday, and when does the sun rise?",
)

CLOCK_MONEY = (
    "I'm flying from {a} to {b}. What is the time difference and which currency do they use there?",
    "What's the time difference from {a} to {b}, and what currency do I need in {b}?",
    "time difference {a} {b} and currency in {b}",
    "Tell me the time difference between {a} and {b} and the currency used in {b}.",
    "I live in {a} and will work in {b}. How do the clocks differ, and in what currency will I be paid?",
    "How many hours apart are {a} and {b}, and which money is used in {b}?",
    "Before I leave {a} for {b}: what is the time difference, and which currency do they have?",
    "Give me the time difference from {a} to {b} as well as the currency of {b}.",
    "By how many hours must I change my watch from {a} to {b}, and what do they pay with there?",
    "We go from {a} to {b}. What are the time difference and the local currency?",
)
