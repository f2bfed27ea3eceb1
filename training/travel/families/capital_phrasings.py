"""How people ask what ``capitals`` solves."""

from __future__ import annotations

SUNRISE = (
    "When does the sun rise in the capital of {country} on {day}?",
    "I will photograph the parliament in the capital of {country} at dawn on {day}. When is sunrise?",
    "sunrise capital of {country} {day}",
    "What time does the sun come up in {country}'s capital on {day}?",
    "We have a dawn tour booked in the capital of {country} for {day}; at what time does the sun rise there?",
    "Kindly advise the time of sunrise in the capital of {country} for {day}.",
    "My sister swears nobody sees the sun in the capital of {country} before nine. When is it up on {day}?",
    "on {day}, capital of {country}: sunrise?",
    "I don't even know what the capital of {country} is called, but I want its sunrise time on {day}.",
    "Take the capital city of {country}. At what hour is sunrise there on {day}?",
    "For a jog at first light in {country}'s capital on {day}, when does the sun come over the horizon?",
    "Schedule entry needed: sunrise on {day}, location the capital of {country}.",
    "hey whats sunrise like on {day} in the capital of {country}, i mean the time",
    "Give me the hour and minute of sunrise on {day} for the city that is capital of {country}.",
)

DAY_LENGTH = (
    "How long is the day in the capital of {country} on {day}?",
    "How many hours of daylight does {country}'s capital get on {day}?",
    "day length capital {country} {day}",
    "From sunrise to sunset, how long does it stay light on {day} in the capital of {country}?",
    "We want to sightsee while it is light in the capital of {country} on {day}. How long is the day?",
    "Please state the length of the day on {day} for the capital of {country}.",
    "In hours and minutes, how long is the sun up in the capital of {country} on {day}?",
    "A film crew works by daylight only; how much daylight will it have in {country}'s capital on {day}?",
    "hours of light, {day}, capital city of {country}",
    "My guidebook says days are short in the capital of {country}. How long is the one of {day}?",
    "Whatever city is the capital of {country}: what is its length of day on {day}?",
    "so how much time is there between sunrise and sunset on {day} in the capital of {country}?",
    "I need the duration of daylight in the capital of {country}, date {day}.",
)

WHERE = (
    "What are the coordinates of the capital of {country}?",
    "At what latitude and longitude does the capital of {country} lie?",
    "capital of {country} lat long",
    "I want to drop a pin on {country}'s capital. Which coordinates do I enter?",
    "Give me latitude and longitude for the capital city of {country}.",
    "GPS position, capital of {country}?",
    "For our map we lack one point: the coordinates of {country}'s capital.",
    "My geocaching club asks where exactly the capital of {country} is, in coordinates.",
    "Find the capital of {country} and tell me its geographic coordinates.",
    "The form requires latitude and longitude of the capital of {country}; what should I write?",
    "Where on the globe, in degrees of latitude and longitude, is the capital of {country}?",
    "whats the lat and lon of the capital over in {country}",
    "Which coordinates does the city that is capital of {country} have?",
)

SHARE = (
    "What share of the people of {country} live in its capital?",
    "What percentage of {country}'s population lives in the capital?",
    "capital of {country} as percent of national population",
    "I read that everybody in {country} lives in the capital. How many percent of the people really do?",
    "How many percent of the inhabitants of {country} are inhabitants of its capital?",
    "For a talk on urban growth: which part of {country}'s people, in percent, is in the capital city?",
    "Divide the population of the capital of {country} by that of the whole country, in percent.",
    "percent living in the capital, {country}",
    "Is {country} centralised? Tell me what percentage of its people the capital holds.",
    "Our report needs the capital's share of the total population for {country}.",
    "If I meet someone from {country}, how likely in percent is it that they live in the capital?",
    "Work out how many percent of {country}'s inhabitants call the capital their home.",
    "so what fraction of people in {country} is in the capital, as a percentage?",
)

TOGETHER = (
    "How many people live in the capitals of {a} and {b} together?",
    "What is the combined population of the capitals of {a} and {b}?",
    "capital of {a} + capital of {b} total population",
    "Add up the inhabitants of {a}'s capital and {b}'s capital.",
    "We run buses in two capitals, that of {a} and that of {b}. How many residents do they have in all?",
    "If the capital of {a} merged with the capital of {b}, how many people would live there?",
    "Sum of inhabitants: capital city of {a}, capital city of {b}.",
    "Our campaign reaches everyone in the capital of {a} and in the capital of {b}. How many people is that?",
    "Taken together, how populous are the capital of {a} and the capital of {b}?",
    "For the brochure, kindly provide the total population of the capitals of {a} and {b}.",
    "whats the population of {a}'s capital plus {b}'s capital",
    "One number please: everyone who lives in the capital of {a} or the capital of {b}.",
    "I'm adding the populations of two capitals, the ones of {a} and {b}. What do I get?",
)

FLIGHT = (
    "How long is the flight from {city} to the capital of {country}?",
    "How many hours does it take to fly from {city} to {country}'s capital?",
    "flight time {city} to capital of {country}",
    "I live in {city} and have a meeting in the capital of {country}. How long will I be in the air?",
    "Flying from {city} to the capital city of {country}: duration?",
    "Do I need a neck pillow? How many hours is the flight from {city} to the capital of {country}?",
    "Please indicate the flying time between {city} and the capital of {country}.",
    "My daughter studies in {country}'s capital; how long does the plane from {city} take?",
    "If I board in {city}, after how many hours of flight am I in the capital of {country}?",
    "hours in the air, {city} - capital of {country}",
    "Our delegation leaves {city} for the capital of {country}. What is the flight time?",
    "so how long would one fly from {city} to get to the capital of {country}?",
    "Tell me the length in hours of a flight that goes from {city} to the capital of {country}.",
    "I can stand ten hours on a plane at most. How many is it from {city} to {country}'s capital?",
)

CLOCK = (
    "What is the time difference between {city} and the capital of {country}?",
    "How many hours ahead of or behind {city} is the capital of {country}?",
    "time difference {city} capital of {country}",
    "I'm in {city} and call an office in {country}'s capital. How many hours lie between our clocks?",
    "When I travel from {city} to the capital of {country}, by how many hours do I change my watch?",
    "Our office in {city} works with the capital of {country}. What is the difference in local time?",
    "Compare the clock in {city} with the one in the capital of {country} for me.",
    "Is the capital of {country} ahead of {city} or behind it, and by how many hours?",
    "hours between {city} time and time in {country}'s capital?",
    "My jet lag from {city} to the capital of {country}: how many hours of difference?",
    "Kindly state the present time difference from {city} to the capital city of {country}.",
    "so how far apart are the clocks in {city} and in the capital of {country}?",
)

MONEY = (
    "What is the capital of {country}, and how much is {sum} in its currency?",
    "I'm off to {country} with {sum}. What's the capital called and what do I get in local money?",
    "capital of {country} and {sum} in local currency",
    "Two things about {country}: its capital, and what {sum} is worth there.",
    "Name the capital of {country} and convert {sum} to the money used there.",
    "My kids ask which city is the capital of {country}; I ask what {sum} makes in its currency.",
    "For my travel sheet on {country} fill in the capital and the local value of {sum}.",
    "Which city is the capital of {country}, and if I change {sum}, how much local currency will it be?",
    "{country}: capital? and {sum} in national currency?",
    "Please provide the name of {country}'s capital as well as the equivalent of {sum} in its currency.",
    "We know nothing of {country}. What's its capital, and what would {sum} be in the money there?",
    "so I won a trip to {country}, whats the capital and how much is {sum} over there",
    "Could you look up the capital of {country} and also turn {sum} into the local currency?",
)
