"""How people ask what ``budgets`` solves."""

from __future__ import annotations

THREE = (
    "I have {first}, {second} and {third}. How much is that in {to} altogether?",
    "What do {first}, {second} and {third} make in {to} in total?",
    "{first} + {second} + {third} in {to}",
    "My wallet holds {first}, {second} and also {third}. What is it all worth in {to}?",
    "The flight was {first}, the hotel {second}, the food {third}. What did the trip cost in {to}?",
    "Add {first}, {second} and {third} and give me the total in {to}.",
    "Expense report: {first} for the taxi, {second} for the hotel, {third} for meals. Total in {to}?",
    "Three friends chip in {first}, {second} and {third}. How many {to} are in the kitty?",
    "sum of {first}, {second}, {third}, converted to {to}",
    "I found old cash in a drawer: {first}, {second}, {third}. Together that's how many {to}?",
    "Please compute the total of {first}, {second} and {third} expressed in {to}.",
    "We stopped in three countries and spent {first}, then {second}, then {third}. In {to}, what's the sum?",
    "so if i put {first} and {second} and {third} together whats that in {to}",
    "Three invoices came in, over {first}, {second} and {third}. What do we owe in {to} all in all?",
)

EACH_PER_DAY = (
    "We are {people} people with {bill} for {days} days. How much is that per person and day in {to}?",
    "{bill}, {people} people, {days} days: per person per day in {to}?",
    "Split {bill} among {people} travellers over {days} days and tell me each one's daily share in {to}.",
    "Our holiday fund is {bill}. With {people} of us for {days} days, how many {to} does each have a day?",
    "daily budget per head in {to}: {bill} / {people} people / {days} days",
    "The villa costs {bill} for {days} days and {people} of us share it. What's that in {to} each per day?",
    "What can each of {people} friends spend per day in {to} if {bill} has to last {days} days?",
    "A party of {people} gets {bill} for {days} days. State the daily allowance per person in {to}.",
    "The boat is {bill} for {days} days. We're {people}. Price per person per day in {to}?",
    "if {people} of us live on {bill} for {days} days, how many {to} a day is that each",
    "Grandpa gave the {people} of us {bill} for {days} days away. How many {to} is it per day for every one?",
    "Please break {bill} down by {people} participants and {days} days, in {to}.",
    "How many {to} per person per day is {bill} for {people} people during {days} days?",
)

PER_DAY_ABROAD = (
    "I have {bill} for {days} days in {country}. How much local money can I spend per day?",
    "{bill} for {days} days in {country}: what is that a day in the local currency?",
    "daily budget local currency {country}, {bill}, {days} days",
    "We go to {country} for {days} days with {bill}. How much of the currency there is it per day?",
    "My savings of {bill} must last {days} days in {country}; what's my daily budget in their money?",
    "If I spread {bill} over {days} days in {country}, what do I have each day in local currency?",
    "The company gives me {bill} for {days} days in {country}. State the daily amount in national currency.",
    "Backpacking in {country}, {days} days, {bill} in all. Per day in local cash?",
    "Work out my allowance per day in the money of {country}: {bill} in total, {days} days.",
    "so i got {bill} and {days} days in {country}, whats that per day in what they pay with there",
    "How much of {country}'s currency may I spend daily when {bill} should be enough for {days} days?",
    "Please calculate the daily rate in the currency of {country} for a grant of {bill} over {days} days.",
    "Pocket money question: {bill}, {days} days, {country}. Local money per day?",
)

FARE_PER_KM = (
    "My ticket from {a} to {b} costs {price}. How much is that per km in {to}?",
    "What do I pay per kilometer in {to} if the flight from {a} to {b} is {price}?",
    "{a} to {b} for {price}, price per km in {to}",
    "They sell {a} to {b} for {price}. In {to}, what does each kilometre of the flight cost?",
    "Price per kilometre in {to} of a fare of {price} between {a} and {b}?",
    "I paid {price} to fly from {a} to {b} and want the cost per km, but in {to}.",
    "For our fare statistics: {price}, route {a} to {b}, converted to {to} per kilometer.",
    "How many {to} per flown kilometre is a {price} fare from {a} to {b}?",
    "A flight {a} to {b} at {price}: give me {to} per km.",
    "Convert the fare of {price} to {to} and divide it by the kilometers from {a} to {b}.",
    "so {price} from {a} to {b}, whats one km in {to}",
    "Is it cheap? I fly from {a} to {b} for {price}. Tell me the price of one kilometer in {to}.",
)

OVERWEIGHT = (
    "My bag weighs {bag} and the limit is {limit}. By how many kg is it too heavy?",
    "The airline allows {limit} and my suitcase has {bag}. How many kilograms must I take out?",
    "excess weight in kg: bag {bag}, allowance {limit}",
    "Included are {limit}. I carry {bag}. How many kilos of excess is that?",
    "How many kg over the allowance of {limit} is luggage of {bag}?",
    "My scale at home says {bag}, allowed are {limit}. What's the surplus in kilos?",
    "Please state in kilograms by how much {bag} of baggage exceeds the permitted {limit}.",
    "so my backpack is {bag} and they let me have {limit}, how much too heavy in kg",
    "I packed {bag}, the ticket says {limit}. How many kilograms do I leave behind to be within the limit?",
    "With {limit} free, how many extra kilograms do I pay for if my trunk weighs {bag}?",
    "Grandma's suitcase: {bag}. Limit on the coach: {limit}. Overweight in kilos?",
    "Tell me the number of kilograms by which a {bag} parcel goes over a {limit} limit.",
    "Check-in rejected my case of {bag} because only {limit} are allowed. How many kg over am I?",
)
