"""How people ask what ``trips`` solves."""

from __future__ import annotations

from training.travel.families import trip_rare_phrasings as rare

UNIT = (
    "How far is it from {a} to {b} in {unit}?",
    "What is the distance between {a} and {b} in {unit}?",
    "How many {unit} is it from {a} to {b}?",
    "distance {a} {b} in {unit}",
    "How many {unit} are there between {a} and {b} by air?",
    "Give me the flight distance from {a} to {b} in {unit}.",
    "{a} to {b}: how many {unit}?",
    "I need the distance of a flight from {a} to {b}, expressed in {unit}.",
    "In {unit}, how far apart are {a} and {b}?",
    "If I fly from {a} to {b}, how many {unit} do I cover?",
    "My uncle is a pilot and wants the distance from {a} to {b} in {unit}.",
    "Calculate how far {b} lies from {a}; I want the answer in {unit}.",
    "Tell me, in {unit}, the distance a plane flies between {a} and {b}.",
    "how far {a} {b} {unit}",
    "I wonder how many {unit} separate {a} from {b}.",
    "Please express the air distance from {a} to {b} in {unit}.",
    "The distance from {a} to {b} is how many {unit}?",
    "We fly from {a} to {b} on Sunday. What is that in {unit}?",
    *rare.UNIT,
)

MINUTES = (
    "How many minutes does the flight from {a} to {b} take?",
    "How long is the flight from {a} to {b} in minutes?",
    "What is the flight time between {a} and {b} in minutes?",
    "flight time {a} {b} in minutes",
    "For how many minutes will I be in the air from {a} to {b}?",
    "Give me the duration of a flight from {a} to {b} in minutes.",
    "I want to download films for my flight from {a} to {b}. How many minutes is it?",
    "{a} to {b} by plane: how many minutes?",
    "In minutes, how long does one fly from {a} to {b}?",
    "Tell me how many minutes it takes to fly from {a} to {b}.",
    "How many minutes of flying is it from {a} to {b}?",
    "Can you give the flight time from {a} to {b} as minutes?",
    *rare.MINUTES,
)

PER_KM = (
    "My ticket from {a} to {b} costs {price}. How much is that per kilometre?",
    "I paid {price} for a flight from {a} to {b}. What is the price per km?",
    "A flight from {a} to {b} is {price}; what does one kilometer cost?",
    "What do I pay per km if a flight from {a} to {b} costs {price}?",
    "price per km {a} {b} ticket {price}",
    "If the ticket from {a} to {b} is {price}, how much is each kilometre?",
    "cost per kilometer of a {price} ticket from {a} to {b}",
    "They want {price} for flying from {a} to {b}. Work out the cost per kilometre.",
    "How expensive is one km of flying from {a} to {b} when the ticket costs {price}?",
    "We got tickets {a} - {b} for {price} each. How much is it per km?",
    "Calculate the price for each kilometer of a flight from {a} to {b} that costs {price}.",
    "For {price} I can fly from {a} to {b}. What would a single kilometre cost?",
    "The airline charges {price} between {a} and {b}: what is that for every km?",
    "Divide my fare of {price} by the distance from {a} to {b} in km.",
    "I found a ticket for {price} from {a} to {b} and wonder about the price per km.",
    *rare.PER_KM,
)

PER_MILE = (
    "My ticket from {a} to {b} costs {price}. How much is that per mile?",
    "I paid {price} for the flight from {a} to {b}, what is the price per mile?",
    "What does one mile cost when a flight from {a} to {b} is {price}?",
    "cost per mile {a} to {b} {price}",
    "If I fly from {a} to {b} for {price}, how much do I pay for each mile?",
    "The fare between {a} and {b} is {price}. Work out the cost per mile.",
    "Calculate the price per mile of a {price} ticket from {a} to {b}.",
    "They charge {price} from {a} to {b}: what's that per mile flown?",
    "How much is every mile of a flight from {a} to {b} that costs {price}?",
    "Per mile, what do I pay for a {price} flight from {a} to {b}?",
    *rare.PER_MILE,
)

PER_HOUR = (
    "My ticket from {a} to {b} costs {price}. How much is that per hour of flight?",
    "I paid {price} for the flight from {a} to {b}. What does an hour in the air cost me?",
    "If a flight from {a} to {b} costs {price}, what is the price per hour?",
    "cost per flight hour {a} {b} {price}",
    "What do I pay for each hour of flying from {a} to {b} with a {price} ticket?",
    "The flight {a} to {b} is {price}: how much is it for every hour on board?",
    "Calculate the price per hour of flight from {a} to {b} when the fare is {price}.",
    "How expensive is one hour on the plane from {a} to {b} at {price} for the ticket?",
    "For {price} I fly from {a} to {b}. How much per hour is that?",
    "Divide {price} by the flight time from {a} to {b} in hours.",
    *rare.PER_HOUR,
)

EXHAUST = (
    "A plane causes {rate} of CO2 per km. How much is that for a flight from {a} to {b}?",
    "At {rate} of CO2 per kilometre, how much CO2 does a flight from {a} to {b} cause?",
    "If flying emits {rate} CO2 per km, what are the emissions from {a} to {b}?",
    "co2 {a} to {b} at {rate} per km",
    "Calculate the CO2 of a flight from {a} to {b} with {rate} for each kilometre.",
    "How many kg of CO2 is a flight {a} - {b}, counting {rate} per km?",
    "I reckon with {rate} of carbon dioxide a kilometre. What do I cause by flying from {a} to {b}?",
    "My calculator says {rate} CO2 per passenger and km. How much is it from {a} to {b}?",
    "Assume {rate} of CO2 per kilometer flown: how many kilograms are that from {a} to {b}?",
    "Work out my carbon footprint for flying from {a} to {b} at {rate} per km.",
    *rare.EXHAUST,
)

CLOCK_HOURS = (
    "How long is the flight from {a} to {b} and what is the time difference?",
    "How many hours do I fly from {a} to {b}, and how many hours is the clock there ahead or behind?",
    "I'm flying from {a} to {b}. How long does it take and what is the time difference?",
    "flight time and time difference {a} {b}",
    "Tell me the flight time from {a} to {b} and the time difference between them.",
    "What are the flight time and the time difference between {a} and {b}?",
    "For my trip from {a} to {b} I need the duration of the flight and the time difference.",
    "How long will I be in the air from {a} to {b}, and by how much do I have to change my watch?",
    "{a} to {b}: hours of flight and hours of time difference?",
    "Next month we go from {a} to {b}. How long do we fly, and what's the difference in time?",
    "I want to plan against jet lag: how long is the flight from {a} to {b}, "
    "and how big is the time difference?",
    "Give me the length of the flight from {a} to {b} in hours and the time difference.",
    "How many hours does it take to fly from {a} to {b}, and how far apart are their clocks?",
    "Please find out how long one flies from {a} to {b} and how the clocks differ.",
    *rare.CLOCK_HOURS,
)

CLOCK_KM = (
    "How far is it from {a} to {b} and what is the time difference?",
    "What is the distance from {a} to {b}, and how many hours apart are they?",
    "distance and time difference {a} {b}",
    "Tell me how far {b} is from {a} and what the time difference is.",
    "I need the distance in km and the time difference between {a} and {b}.",
    "How many kilometres is it from {a} to {b}, and how much do their clocks differ?",
    "{a} and {b}: distance and time difference, please.",
    "My sister moved from {a} to {b}. How far is that and how many hours do our clocks differ?",
    "Give me the km from {a} to {b} along with the time difference.",
    "What's the distance between {a} and {b}, and what is the difference in time?",
    "How many km apart are {a} and {b}, and what about the time difference?",
    *rare.CLOCK_KM,
)

PEOPLE = (
    "How far is {b} from {a} and how many people live there?",
    "How far is it from {a} to {b}, and what is the population of {b}?",
    "distance from {a} to {b} and population of {b}",
    "I'm moving from {a} to {b}. How far is it, and how many inhabitants does {b} have?",
    "Tell me the distance from {a} to {b} and the number of people in {b}.",
    "What is the distance between {a} and {b}, and how big is the population of {b}?",
    "How many kilometres is it from {a} to {b} and how many people live in {b}?",
    "We fly from {a} to {b}: how many km is that, and how many people are there in {b}?",
    "Give me two figures: the distance from {a} to {b} and how many inhabitants {b} has.",
    "Find the distance from {a} to {b} as well as the population of {b}.",
    "I live in {a} and want to visit {b}. How far is it and how populous is it?",
    *rare.PEOPLE,
)

MONEY = (
    "How far is {b} from {a} and which currency do they use there?",
    "I'm flying from {a} to {b}. How far is it, and what currency will I need?",
    "distance {a} to {b} and currency in {b}",
    "Tell me the distance from {a} to {b} and the currency that people pay with in {b}.",
    "What is the distance from {a} to {b}, and what money is used in {b}?",
    "How many kilometres is it from {a} to {b}, and what is the currency in {b}?",
    "We travel from {a} to {b} next week. How many km is that and which money do we need?",
    "Find out how far it is from {a} to {b} and which currency {b} has.",
    "For a business trip from {a} to {b} I need the distance in km and the local currency.",
    "How far do I fly from {a} to {b}, and in which currency do I pay once I am there?",
)

HOLIDAY = (
    "I fly from {a} to {b} on {day}. Is it a public holiday there, and how far is it?",
    "Is {day} a holiday in {b}, and how far is {b} from {a}?",
    "Will I arrive on a public holiday if I go to {b} on {day}, and how many km is it from {a}?",
    "Is {day} a public holiday in {b}? And how far is it from {a} to {b}?",
    "Check whether {day} is a holiday in {b}, and tell me the distance from {a}.",
    "holiday in {b} on {day}? distance from {a}?",
    "My flight from {a} to {b} is on {day}. Is that a holiday in {b}, and what's the distance?",
    "We'll be in {b} on {day}. Is it a public holiday, and how many kilometres is it from {a} to {b}?",
    "Do they have a public holiday in {b} on {day}, and how far away is that from {a}?",
    "Is it a bank holiday in {b} on {day}, and what is the flight distance from {a}?",
    "On {day} I travel from {a} to {b}. Is that day a holiday there, and how far do I go?",
    *rare.HOLIDAY,
)

CAPITALS = (
    "How far apart are the capitals of {a} and {b}?",
    "What is the distance between the capital of {a} and the capital of {b}?",
    "How far is it from the capital of {a} to the capital of {b}?",
    "distance between capitals of {a} and {b}",
    "How many kilometres lie between the capitals of {a} and {b}?",
    "I want to fly from the capital of {a} to the capital of {b}. How far is that?",
    "What's the flight distance between the capital cities of {a} and {b}?",
    "capital of {a} to capital of {b} in km",
    "Tell me how far the capital of {b} is from that of {a}.",
    "Our tour starts in the capital of {a} and ends in the capital of {b}. How many km is that by air?",
    "Give me the distance in km from {a}'s capital to {b}'s capital.",
    "For a quiz: how far is {a}'s capital from the capital of {b}?",
    "I wonder how many kilometers one flies from the capital of {a} to the one of {b}.",
    "Work out the air distance between the capitals of {a} and {b}.",
    "An ambassador flies from the capital of {a} to the capital of {b}; what distance is it?",
    "How far would a plane fly from the capital city of {a} to the capital city of {b}?",
    "Capitals of {a} and {b}: how far from each other?",
    "Please tell me the distance between the two capitals, that of {a} and that of {b}.",
    *rare.CAPITALS,
)

CAPITALS_HOURS = (
    "How long is the flight from the capital of {a} to the capital of {b}?",
    "How many hours does it take to fly between the capitals of {a} and {b}?",
    "What is the flight time from the capital of {a} to that of {b}?",
    "flight time between the capitals of {a} and {b}",
    "How long do I fly from {a}'s capital to the capital of {b}?",
    "I'm going from the capital of {a} to the capital of {b} by plane. How many hours is it?",
    "Tell me the flight duration between the capital cities of {a} and {b}.",
    "capital of {a} to capital of {b}, how many hours by plane?",
    "The minister flies from the capital of {a} to the one of {b}. How long is she in the air?",
    "How much time does a plane need between the capitals of {a} and {b}?",
    "I'd like to know how long a flight from the capital city of {a} to that of {b} takes.",
    *rare.CAPITALS_HOURS,
)

TO_CAPITAL = (
    "How far is {city} from the capital of {country}?",
    "What is the distance from {city} to the capital of {country}?",
    "How far is it from {city} to {country}'s capital?",
    "distance {city} to capital of {country}",
    "I live in {city} and want to fly to the capital of {country}. How many km is it?",
    "How many kilometres is the capital of {country} away from {city}?",
    "Tell me how far I fly from {city} to the capital city of {country}.",
    "From {city} to the capital of {country}: what distance?",
    "We start in {city} and go to the capital of {country} by plane. How far is it?",
    "Give me the flight distance between {city} and the capital of {country}.",
    "What's the distance in km between {city} and the capital city of {country}?",
    "{city} - capital of {country}, how far?",
    *rare.TO_CAPITAL,
)
