"""How people ask what ``abroad`` solves."""

from __future__ import annotations

PRICE = (
    "A taxi in {city} costs {local} in local money. How much is that in {to}?",
    "What is {local} in the local currency of {city}, in {to}?",
    "{local} local currency {city} in {to}",
    "I'm in a café in {city} and the bill says {local}, in the money used here. What's that in {to}?",
    "The museum in {city} charges {local} in its own currency; convert that to {to}.",
    "How many {to} do I get for {local} of whatever money they use in {city}?",
    "We came home from {city} with {local} left in local notes. What are they worth in {to}?",
    "Expense claim: {local}, paid in {city} in local currency. Amount in {to}?",
    "They want {local} for a scooter in {city}, local currency of course. In {to} please.",
    "My landlord in {city} asks {local} a week in the national currency. How much is it in {to}?",
    "turn {local} of {city} money into {to}",
    "If a meal in {city} is {local} in the currency of the country, what do I pay in {to}?",
    "Please convert an invoice from {city} of {local} in local currency to {to}.",
    "No idea which currency they have in {city}, but a ticket costs {local} of it. How many {to} is that?",
)

BETWEEN = (
    "What is {local} of the money used in {a} worth in the money used in {b}?",
    "I earned {local} in the local currency of {a}. How much is it in the local currency of {b}?",
    "convert {local} from {a} currency to {b} currency",
    "Going from {a} to {b} with {local} in the local money of {a}: what do I have in local money of {b}?",
    "I have {local} in cash from {a} and fly on to {b}. How much local currency will that be in {b}?",
    "A room in {a} is {local} in the currency there. Say that in the currency of {b}.",
    "Our branch in {a} billed {local} in its local currency to the branch in {b}. What is it in theirs?",
    "How much of the currency of {b} do I get for {local} of the currency of {a}, both cities?",
    "Please state the value of {local} in the national currency of {a}, expressed in that of {b}.",
    "leftover cash from {a}: {local}, local currency. worth in the local money of {b}?",
    "My friend in {a} lends me {local} in her money. What do I have with it in {b}, in the money there?",
    "If something costs {local} in {a} in local currency, what is the price in local currency of {b}?",
)

DIAL = (
    "What is the country calling code for {city}, and what time is it there now?",
    "I have to phone a hotel in {city}. Which country code do I dial and how late is it there?",
    "{city} country dialling code and current time",
    "Before I ring my aunt in {city}: country phone code and local time, please.",
    "Give me the international dialling code one uses for {city} and the present time there.",
    "To call {city} from abroad, which country code comes first, and what time do they have?",
    "My client sits in {city}. I need the phone code of the country and the time on his clock.",
    "calling {city}: country prefix? local time?",
    "Tell me the time in {city} right now and the country code for phoning there.",
    "Is someone awake in {city}? Tell me the time there and the country phone code, and I'll call.",
    "For a conference call with {city}, kindly note the country dialling code and the current local time.",
    "whats the time in {city} rn and what country code do i need to call",
    "I found a number in {city} without the country code. Which code is it, and what time is it there?",
)

HOLIDAY = (
    "Is {day} a public holiday in {city}, and what currency do they use there?",
    "I arrive in {city} on {day}. Is it a national holiday, and which money do I need?",
    "{city} {day} public holiday? currency?",
    "Do the people of {city} have a public holiday on {day}, and what do they pay with?",
    "We want to change cash in {city} on {day}. Is it a holiday there, and what is the currency?",
    "Two checks for {city}: whether {day} is a public holiday in that country, and the local currency.",
    "My flight lands in {city} on {day}; tell me if that's a public holiday and which currency to bring.",
    "Will {day} be a public holiday in {city}? And what's the money called there?",
    "Delivery to {city} on {day}: is that a public holiday there, and in what currency do we bill?",
    "Please confirm whether {day} is a holiday in the country of {city}, and name its currency.",
    "Say if {day} is a public holiday where {city} is, then tell me the currency of that country.",
    "so is {day} a bank holiday over in {city}, and what cash do they take",
    "Somebody told me {day} is a holiday in {city}. Is it? And which currency is used there?",
)

SUNSET = (
    "How long is the flight from {a} to {b}, and when does the sun set in {b} on {day}?",
    "I fly from {a} to {b} on {day}. How many hours is it, and at what time is sunset in {b}?",
    "{a} {b} flight time, sunset {b} {day}",
    "Shall we catch the sunset in {b} on {day}? Tell me when it is, and how long we fly from {a}.",
    "Flying time {a} to {b} plus the time of sunset in {b} on {day}, please.",
    "On {day} we want to see the sun go down in {b}. When is that, and how long is the flight from {a}?",
    "Our crew moves from {a} to {b}. State the hours of flight and the sunset in {b} on {day}.",
    "How many hours do I sit in the plane from {a} to {b}, and when is sunset over there on {day}?",
    "honeymoon plan: fly {a} to {b}, watch the sunset on {day}. flight hours? sunset time?",
    "My mother flies to {b} from {a}. What's the flight time, and when is sunset there on {day}?",
    "For the rooftop party in {b} on {day} I need the sunset time and the flight time from {a}.",
    "Please list two times: the flight's duration from {a} to {b}, and sunset in {b} on {day}.",
    "so from {a} to {b}, how long in the air? and the sun sets when on {day} in {b}?",
)
