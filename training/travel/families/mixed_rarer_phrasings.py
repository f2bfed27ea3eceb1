"""Rarer ways to ask for a price worked out and converted; for ``mixed_phrasings``."""

from __future__ import annotations

STAY = (
    "{count} nights x {price} in {to}",
    "whats {count} nights at {price} gonna be in {to}",
    "{to} total, {count} nights, {price} a night",
    "Check-out after {count} nights at {price} a night. My card is billed in {to}: how many?",
    "My boss approves amounts in {to} only. A room is {price} a night, {count} nights. What do I tell her?",
    "how much {to} i pay for {count} nights when one night is {price}",
    "Kindly quote {count} nights at a nightly rate of {price}, invoiced in {to}.",
)

TICKETS = (
    "{count} x {price} = ? {to}",
    "{count} of them, {price} apiece, in {to}",
    "Ice cream is {price} and {count} kids want one. How many {to} do I need?",
    "My class orders {count} caps, {price} for a single one. The school pays in {to}: how many?",
    "how much {to} i pay for {count} tickets when one is {price}",
    "A group of {count} is charged {price} per head. Kindly state the total in {to}.",
)

SPLIT = (
    "{bill} / {people} people, in {to}",
    "whats my part of {bill} in {to}, {people} of us",
    "Everybody chips in the same. It's {bill}, there are {people} of us. How many {to} from me?",
    "how much {to} pays everyone when bill is {bill} and we are {people}",
    "Costs of {bill} are borne by {people} persons in equal shares. State one share in {to}.",
    "I paid {bill} for all {people} of us. How many {to} does each one send me for a fair share?",
)

PER_NIGHT = (
    "{bill} / {nights} nights, in {to}",
    "whats one night in {to} if {nights} nights r {bill}",
    "how much {to} is one day when {nights} days cost {bill}",
    "Our week-end cottage bill is {bill}, {nights} nights. Per night I paid how many {to}?",
    "My per diem comes as {bill} for {nights} days. State the rate for one day in {to}.",
    "{nights} nights set me back {bill}. In {to}, what was each night?",
)

TIP = (
    "{percent}% tip, bill {bill}, in {to}",
    "whats {percent}% tip on {bill} in {to}",
    "The guide's fee is {bill}. Customary gratuity {percent} percent. State the gratuity in {to}.",
    "how much {to} is tip of {percent}% when i pay {bill}",
    "I have only {to} on me. The meal was {bill} and {percent}% goes to the waiter: how many for him?",
    "Dad tips {percent}% on everything. Our bill says {bill}. How many {to} does he leave?",
)

DISCOUNT = (
    "{bill} - {percent}% in {to}",
    "whats {bill} with {percent}% off in {to}",
    "Sale! {percent}% off boots that were {bill}. How many {to} do I pay?",
    "how much {to} i pay when price is {bill} and discount is {percent} percent",
    "I haggled {percent}% off a lamp marked {bill}. What did I end up paying in {to}?",
)

SUM = (
    "{first} + {second} = ? {to}",
    "whats {first} and {second} in {to} all together",
    "Two envelopes, {first} in one and {second} in the other. Worth how many {to} in all?",
    "Mum gives me {first}, dad {second}. How rich am I in {to}?",
    "how much {to} is when i put {first} and {second} together",
    "Kindly state the total of {first} and {second}, denominated in {to}.",
    "My accounts hold {first} and {second}. As one balance in {to}?",
)

LEFT = (
    "{budget} - {price} in {have}",
    "whats left in {have} if i got {budget} and pay {price}",
    "My account has {budget} on it. A debit of {price} comes in. New balance in {have}?",
    "how much {have} i have still when i had {budget} and pay {price}",
    "Mum put {budget} on my card and I bought shoes for {price}. How many {have} are on it now?",
    "Funds of {budget} are reduced by {price}. State the remainder in {have}.",
)

DIFFERENCE = (
    "{a} - {b} in {unit}",
    "whats the gap between {a} and {b} in {unit}",
    "My wife paid {a}, I got the same thing for {b}. How many {unit} did I save?",
    "how much {unit} is {a} more than {b}",
    "Offer one is {a}, offer two {b}. State the surplus of the first in {unit}.",
    "She earns {a} a week and I earn {b}. How many {unit} is she ahead of me?",
)

COUNTRY_STAY = (
    "{nights} nights x {price} in {country} money",
    "whats {nights} nights at {price} gonna be in {country} cash",
    "My host in {country} wants local cash: {nights} nights, {price} a night. How much do I bring him?",
    "how much money of {country} i pay for {nights} nights when one night is {price}",
    "Kindly quote {nights} nights at {price} per night in the legal tender of {country}.",
)

COUNTRY_SPLIT = (
    "{bill} / {people} people in {country} money",
    "whats one part of {bill} in {country} cash, {people} of us",
    "Everybody chips in the same for {bill}. We're {people}. My part in the banknotes of {country}?",
    "how much money of {country} pays everyone when bill is {bill} and we are {people}",
    "State one of {people} equal shares of {bill} in the legal tender of {country}.",
)

CITY_STAY = (
    "{nights} nights x {price} in {city}, local money",
    "whats {nights} nights in {city} at {price} gonna be in local cash",
    "My host in {city} takes local notes only: {nights} nights, {price} a night. How much do I bring?",
    "how much money of there i pay in {city} for {nights} nights when one night is {price}",
    "Kindly quote {nights} nights in {city} at {price} per night in the legal tender there.",
)

CHANGED = (
    "{one} vs {to} since {day}, % change",
    "whats the % move of {one} against {to} since {day}",
    "My adviser wants one figure: {one} against {to}, {day} until now, in percent.",
    "how many percent went {one} up or down against {to} since {day}",
    "Had I bought {one} with {to} on {day}, by what percentage would its value have changed by now?",
)
