"""How people ask what takes a conversion and a calculation; the blanks are filled by ``mixed``."""

from __future__ import annotations

from training.travel.families import mixed_rarer_phrasings as rarer

STAY = (
    "{count} nights at {price}, what is that in {to}?",
    "We stay {count} nights at {price} a night. How much is it in {to}?",
    "What do {count} nights at {price} each cost in {to}?",
    "The hostel takes {price} per night. How many {to} are {count} nights?",
    "total in {to} for {count} nights at {price}",
    "How much in {to} will I pay for {count} nights if one costs {price}?",
    "I'm booking {count} nights at {price} per night; give me the total in {to}.",
    "A room is {price} a night. What does a stay of {count} nights come to in {to}?",
    "Price per night {price}, {count} nights. What's the sum in {to}?",
    "Our cabin costs {price} a night and we want {count} nights. How many {to} do we need?",
    "Calculate {count} nights at {price} and tell me the total in {to}.",
    "If a night costs {price}, what are {count} nights in {to}?",
    "I would like the cost of {count} nights at {price} each, but in {to}.",
    "Hotel bill for {count} nights at {price} per night, converted to {to}?",
    *rarer.STAY,
)

TICKETS = (
    "{count} tickets cost {price} each. How much is that in {to}?",
    "What are {count} tickets at {price} in {to}?",
    "We are {count} people and entry is {price} per person. What's the total in {to}?",
    "How many {to} do {count} people pay at {price} each?",
    "A ski pass is {price} a day. What do {count} days cost in {to}?",
    "The rental car is {price} per day. How much are {count} days in {to}?",
    "total for {count} x {price} in {to}",
    "I spend {price} a day. What does that make in {to} over {count} days?",
    "{count} of us pay {price} each for the boat. How many {to} is that together?",
    "I need {count} bus tickets at {price}. Please give me the price in {to}.",
    "Breakfast for {count} at {price} a head: what is it in {to}?",
    "Work out {count} times {price} in {to}.",
    *rarer.TICKETS,
)

SPLIT = (
    "We split {bill} between {people} people. How much is that each in {to}?",
    "The bill is {bill} and we are {people}. What does each pay in {to}?",
    "{bill} shared by {people} people, per person in {to}?",
    "Dinner was {bill} for {people} of us. What's my share in {to}?",
    "How many {to} does each of {people} friends owe if the flat costs {bill}?",
    "Split {bill} {people} ways and tell me one share in {to}.",
    "A taxi for {bill}, {people} passengers. How much per person in {to}?",
    "What is each person's part in {to} when {people} people share {bill}?",
    "{people} of us rent a boat for {bill}. What do I pay in {to}?",
    "share per person in {to}: {bill}, {people} people",
    "If {people} travellers divide {bill}, what's it for each in {to}?",
    "Divide {bill} by {people} people, in {to} please.",
    *rarer.SPLIT,
)

PER_NIGHT = (
    "The hotel charges {bill} for {nights} nights. What is that per night in {to}?",
    "{bill} for {nights} nights, how much a night in {to}?",
    "We pay {bill} for {nights} nights. How many {to} is one night?",
    "What does a night cost in {to} if {nights} nights are {bill}?",
    "price per night in {to}: {bill} for {nights} nights",
    "My budget is {bill} for {nights} days. What can I spend per day in {to}?",
    "How much per day in {to} is {bill} over {nights} days?",
    "A flat for {nights} nights costs {bill}. Give me the nightly price in {to}.",
    "I paid {bill} for {nights} days of car rental. What was a day in {to}?",
    "For {nights} nights they want {bill}. Please tell me the cost of one night in {to}.",
    "Break {bill} down to {nights} nights, in {to}.",
    *rarer.PER_NIGHT,
)

TIP = (
    "Can you say what tip {percent} percent of {bill} makes in {to}?",
    "What is a {percent}% tip on {bill} in {to}?",
    "The bill is {bill}. How much is a {percent} percent tip in {to}?",
    "I want to tip {percent}% on {bill}. How many {to} is the tip?",
    "tip of {percent} percent on {bill}, in {to}",
    "How many {to} do I leave if I tip {percent}% on a bill of {bill}?",
    "Dinner costs {bill}. A tip of {percent} percent is how much in {to}?",
    "Calculate {percent}% of {bill} as a tip, in {to}.",
    "We had lunch for {bill} and tip {percent} percent. What's the tip in {to}?",
    "What does a {percent} % tip on {bill} come to in {to}?",
    "For a taxi fare of {bill}, what is {percent}% tip in {to}?",
    *rarer.TIP,
)

DISCOUNT = (
    "A tour of {bill} is {percent}% off. What do I pay in {to}?",
    "What is {bill} minus {percent} percent in {to}?",
    "I get {percent}% discount on {bill}. How much is it in {to}?",
    "{bill} with {percent} percent off, in {to}?",
    "The ticket costs {bill}, students get {percent}% off. How many {to} is that for a student?",
    "How many {to} is {bill} after a discount of {percent}%?",
    "The shop takes {percent} percent off {bill}. What's the price in {to}?",
    "With {percent}% off, what is a {bill} jacket in {to}?",
    "My voucher gives {percent} % off a flight for {bill}. Price in {to}?",
    "price in {to}: {bill} less {percent}%",
    *rarer.DISCOUNT,
)

SUM = (
    "Could you work out what {first} and {second} are in {to} together?",
    "Say how much {first} plus {second} makes in {to}.",
    "I have {first} and {second}. How much is that in {to} altogether?",
    "What are {first} and {second} together in {to}?",
    "Add {first} and {second} and tell me the total in {to}.",
    "{first} plus {second} in {to}",
    "I paid {first} for the flight and {second} for the hotel. What's the total in {to}?",
    "The train was {first}, the ferry {second}. How many {to} did I spend?",
    "total in {to}: {first} + {second}",
    "My purse holds {first} and {second}. What does it all make in {to}?",
    "How many {to} do I have with {first} and {second}?",
    "My expenses are {first} and {second}. I need the sum in {to}.",
    "Together, what do {first} and {second} come to in {to}?",
    "We saved {first}, and grandma gave us {second}. How much is it in {to} in total?",
    *rarer.SUM,
)

LEFT = (
    "I have {budget} and pay {price} for the hotel. How many {have} are left?",
    "My budget is {budget}. The tour costs {price}. What remains in {have}?",
    "What is left of {budget} after paying {price}? In {have}, please.",
    "From {budget} I spend {price}. How much do I still have in {have}?",
    "If I take {price} out of {budget}, how many {have} remain?",
    "I started with {budget} and bought a ticket for {price}. How many {have} do I have left?",
    "{budget} minus {price}, in {have}",
    "With {budget} in my account I pay {price}. What's the balance in {have}?",
    "After a dinner for {price}, how many {have} of my {budget} are left?",
    "We brought {budget}; the rental car was {price}. What do we have left in {have}?",
    "How many {have} stay in my pocket if I have {budget} and spend {price}?",
    *rarer.LEFT,
)

DIFFERENCE = (
    "How much more is {a} than {b} in {unit}?",
    "What is the difference between {a} and {b} in {unit}?",
    "By how many {unit} is {a} more than {b}?",
    "One hotel costs {a}, the other {b}. What's the difference in {unit}?",
    "{a} minus {b}, in {unit}?",
    "Online it is {b}, at the desk {a}. How many {unit} more is that?",
    "How many {unit} do I save if I pay {b} instead of {a}?",
    "price difference in {unit}: {a} and {b}",
    "I can fly for {a} or for {b}. How many {unit} lie between these prices?",
    "Tell me how many {unit} cheaper {b} is than {a}.",
    *rarer.DIFFERENCE,
)

COUNTRY_STAY = (
    "{nights} nights at {price}: how much is that in the currency of {country}?",
    "We stay {nights} nights at {price} each in {country}. What's the total in local money?",
    "What do {nights} nights at {price} come to in the money of {country}?",
    "I booked {nights} nights at {price} a night in {country}. How much local currency do I need?",
    "A room in {country} is {price} a night. What are {nights} nights in the local currency?",
    "total for {nights} nights at {price} in the currency of {country}",
    "How much local money must I bring to {country} for {nights} nights at {price}?",
    "For {nights} nights in {country} at {price} per night, what do I pay in their currency?",
    "Our hostel in {country} asks {price} per night; give me {nights} nights in local money.",
    "If a night costs {price}, what are {nights} nights in the currency {country} uses?",
    *rarer.COUNTRY_STAY,
)

COUNTRY_SPLIT = (
    "{people} of us share {bill}. What is one share in the currency of {country}?",
    "We split {bill} between {people} people. How much is that each in the money of {country}?",
    "Divide {bill} by {people}, and tell me the share in the local currency of {country}.",
    "The bill was {bill} for {people}. What does each pay in the money used in {country}?",
    "A friend from {country} wants to know his part of {bill} in his own money; we are {people} people.",
    "{bill} shared by {people} people, in the currency of {country}, per person?",
    "If {people} people share {bill}, what's it for each in the currency of {country}?",
    "Each one's part of {bill} for {people} people, in local money of {country}?",
    "How much of the currency of {country} does each of {people} people owe for {bill}?",
    "Tell me the share in the national currency of {country} when {people} people pay {bill}.",
    *rarer.COUNTRY_SPLIT,
)

CITY_STAY = (
    "{nights} nights in {city} at {price} each: what is it in local money?",
    "We stay {nights} nights in {city} at {price} a night. How much is that in the local currency?",
    "What do {nights} nights at {price} in {city} cost in the currency there?",
    "I booked {nights} nights in {city}, {price} per night. How much local currency do I need?",
    "total in local currency for {nights} nights in {city} at {price}",
    "My hostel in {city} is {price} a night for {nights} nights. What's the sum in the local money?",
    "How much local money do I need in {city} for {nights} nights at {price} per night?",
    "If a night in {city} costs {price}, what are {nights} nights in the money used there?",
    "Tell me the price of {nights} nights at {price} in the currency of {city}.",
    "Hotel in {city}: {nights} nights, {price} each. Total in local currency?",
    *rarer.CITY_STAY,
)

CHANGED = (
    "By how many percent has {one} changed against {to} since {day}?",
    "How many percent did {one} gain or lose against {to} from {day} until now?",
    "What is the percentage change of {one} against {to} since {day}?",
    "percent change {one} to {to} since {day}",
    "How much has {one} moved against {to} since {day}, in percent?",
    "Compared with {day}, by what percentage has {one} changed against {to}?",
    "Tell me in percent how {one} has developed against {to} since {day}.",
    "Since {day}, what is the change of {one} against {to} in percent?",
    "In percent, how does {one} today compare to {day}, measured in {to}?",
    "How large is the change of {one} against {to} since {day} in percent?",
    *rarer.CHANGED,
)
