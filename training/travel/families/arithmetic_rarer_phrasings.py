"""Rarer ways to ask for sums on the way: from a situation, clipped, in chat; for ``arithmetic_phrasings``."""

from __future__ import annotations

PLAIN = (
    "whats {expression}",
    "{expression} =",
    "My homework says {expression}. What do I write down?",
    "Run the numbers: {expression}",
    "Type {expression} into a calculator; what shows up?",
    "My nephew can't solve {expression}. The answer?",
    "how much makes {expression}",
    "{expression} gives?",
    "Be my calculator: {expression}",
    "On the receipt somebody scribbled {expression}. Which number is that?",
    "Evaluate {expression}, please.",
)

PERCENT = (
    "{percent} % from {whole}?",
    "whats {percent}% of {whole}",
    "A village has {whole} people, {percent} percent of them farmers. How many farmers is that?",
    "Of {whole} passengers {percent}% missed their connection. How many people missed it?",
    "{whole}, {percent} percent of it",
    "take {percent}% out of {whole}, how big is that part",
    "The teacher asks for {percent} percent of {whole}. I say?",
)

NIGHTS = (
    "{nights} nights x {price}",
    "whats {nights} nights at {price} gonna cost",
    "{price} per night, {nights} nights, all in all?",
    "Check-out after {nights} nights. One night was {price}. What will be on my bill?",
    "My boss books me a room at {price} per night for {nights} nights. What does the company spend?",
    "how much i pay for {nights} nights when one night is {price}",
    "Kindly quote a stay of {nights} nights at a nightly rate of {price}.",
    "Grandma rents out her flat at {price} a night. A guest takes {nights} nights. How much does she earn?",
)

EACH = (
    "{count} x {price}",
    "{count} of them, {price} apiece, how much",
    "Ice cream is {price}, and {count} kids want one. What do I need?",
    "My class buys {count} postcards, {price} for a single one. What does the teacher pay?",
    "how much i pay for {count} tickets when one is {price}",
    "Every day the car costs me {price}. After {count} days I've paid what?",
    "Admission is charged at {price} per head for a group of {count}. Kindly state the total.",
    "Snorkel hire runs at {price} a go. I went {count} times. What did I spend?",
)

SPLIT = (
    "{bill} / {people} people",
    "{bill}, {people} of us, whats my part",
    "Everybody chips in the same. It's {bill}, there are {people} of us. How much from me?",
    "how much pays everyone when bill is {bill} and we are {people} people",
    "Present for our guide: {bill}, paid by {people} of us in equal parts. What do I put in?",
    "My {people} kids get {bill} to share in equal portions. How much for each kid?",
    "The costs of {bill} are to be borne by {people} persons in equal shares. State one share.",
    "Room for {people}, {bill} in all. Everyone pays the same. What do I transfer to my friend?",
)

PER_DAY = (
    "{budget} / {days} days",
    "{budget} has to get me through {days} days. Daily limit?",
    "whats {budget} over {days} days, per day",
    "My company grants {budget} for a business trip of {days} days. What's the daily rate?",
    "how much i can spend every day with {budget} and {days} days",
    "Mum gave me {budget} of pocket money for {days} days away. What do I have each day?",
    "A parking pass is {budget} and lasts {days} days. What does one day of it cost?",
)

TIP = (
    "{percent}% tip, bill {bill}",
    "whats {percent}% tip on {bill}",
    "The waiter was lovely: {percent} percent for him. We ate for {bill}. How much goes to him?",
    "how much tip is {percent}% when i pay {bill}",
    "My hairdresser charges {bill}. I'd like to give {percent}% extra: just the extra, how much?",
    "The guide's fee is {bill}. Customary gratuity {percent} percent. State the gratuity.",
    "Dad tips {percent}% on everything. Our bill says {bill}. What does he leave on the table?",
)

WITH_TIP = (
    "{bill} + {percent}%",
    "{bill} plus {percent}% tip, all together?",
    "whats {bill} gonna be with {percent}% added",
    "Net price {bill}, tax {percent}%. Gross price?",
    "how much i pay when bill is {bill} and tip is {percent} percent on top",
    "The airline puts a {percent}% fee on my {bill} ticket. What's the final price?",
    "Rent is {bill} and goes up by {percent} percent. How much will it be then?",
    "Round up my bill of {bill} by {percent}% for the waiter: what sum do I put on the card?",
)

DISCOUNT = (
    "{bill} - {percent}%",
    "whats {bill} with {percent}% off",
    "Sale! {percent}% off boots that were {bill}. What do they ring up?",
    "how much i pay when price is {bill} and discount is {percent} percent",
    "My membership card takes {percent} percent off a {bill} room. What will I be charged?",
    "A deduction of {percent}% is granted on {bill}. State the amount payable.",
    "Kids travel {percent}% cheaper than the {bill} adults pay. What's a kid's fare?",
    "I haggled {percent}% off a lamp marked {bill}. What did I end up paying?",
)

AVERAGE = (
    "{numbers}: avg?",
    "whats the average of {numbers}",
    "My marks are {numbers}. What's my average?",
    "how much is {numbers} in average",
    "The bus was {numbers} minutes late this week. What was the typical delay, I mean the average?",
    "State the arithmetic mean of these figures: {numbers}.",
    "Readings so far: {numbers}. Mean?",
)

TOTAL = (
    "{numbers} = total?",
    "whats {numbers} all added up",
    "Cashier's list: {numbers}. What do I owe her for all of it?",
    "how much is {numbers} when i put all together",
    "My kid saved {numbers} over the last weeks. How much is in the piggy bank?",
    "State the sum of these figures: {numbers}.",
    "We picked {numbers} kilos of berries. How many kilos did we pick?",
)

LEFT = (
    "{budget} - {first} - {second}",
    "{budget} in, {first} and {second} out. balance?",
    "whats left from {budget} if {first} and {second} r gone",
    "My salary is {budget}. Rent takes {first}, food takes {second}. What stays with me?",
    "how much i have still when i had {budget} and pay {first} and {second}",
    "Account balance {budget}. Two debits are pending, {first} and {second}. New balance?",
    "Mum put {budget} on my card. I bought shoes for {first} and a shirt for {second}. What's on it now?",
)

CHANGE = (
    "{budget} - {first}",
    "whats left from {budget} if {first} is gone",
    "The cashier got {budget} from me. It said {first} on the till. What must she hand back?",
    "how much i get back when i give {budget} and price is {first}",
    "Account balance {budget}. A debit of {first} comes in. New balance?",
    "Mum put {budget} on my card and I spent {first}. What's on it now?",
    "My deposit was {budget}; the hotel kept {first} for a broken lamp. How much came back?",
)
