"""How people compare sums and rates; the blanks are filled by ``money_compare``."""

from __future__ import annotations

MORE = (
    "Is {a} more than {b}?",
    "Is {a} worth more than {b}?",
    "Are {a} more than {b}?",
    "Would {a} be more than {b}?",
    "is {a} > {b}",
    "Does {a} buy more than {b}?",
    "One hotel costs {a}, the other {b}. Is the first one dearer?",
    "I was offered {a} instead of {b}. Is that more?",
    "Is a ticket for {a} more expensive than one for {b}?",
    "Do I have more with {a} than with {b}?",
    "Tell me whether {a} is more than {b}.",
    "Could you check if {a} is worth more than {b}?",
    "They want {a} for the room, online it is {b}. Am I paying more at the desk?",
    "I wonder if {a} is a larger sum than {b}.",
    "{a} vs {b}: is the first more money?",
)

LESS = (
    "Is {a} less than {b}?",
    "Is {a} worth less than {b}?",
    "Is {a} cheaper than {b}?",
    "Would I pay less with {a} than with {b}?",
    "Is a flight for {a} cheaper than one for {b}?",
    "The bus is {a} and the train is {b}. Is the bus cheaper?",
    "Tell me whether {a} is less than {b}.",
    "Do I save money if I pay {a} instead of {b}?",
    "Is it cheaper to pay {a} than {b}?",
    "Would {a} be less than {b}?",
    "is {a} < {b}",
)

WHICH = (
    "Which is more, {a} or {b}?",
    "Which is worth more, {a} or {b}?",
    "What is more money: {a} or {b}?",
    "{a} or {b}, which is more?",
    "Should I rather take {a} or {b} if I want more money?",
    "Which sum is larger, {a} or {b}?",
    "I can choose between {a} and {b}. Which one is worth more?",
    "Compare {a} with {b}: which is more?",
    "Of {a} and {b}, which is the higher amount?",
    "more valuable: {a} or {b}",
    "I found two prices, {a} and {b}. Which is the higher one?",
    "My bank offers {a}, the exchange office {b}. Which offer is higher?",
    "Two hotels: one asks {a}, the other {b}. Which price is higher?",
    "Tell me which of these is worth more: {a} or {b}.",
    "Is {a} or {b} the bigger amount?",
)

COIN = (
    "Which is worth more, {one} or {other}?",
    "What's worth more: {one} or {other}?",
    "Is {one} or {other} worth more?",
    "{one} or {other}, which has the higher value?",
    "Which buys more, {one} or {other}?",
    "I'm curious: what is more, {one} or {other}?",
    "Tell me whether {one} or {other} is worth more.",
    "Which one is more valuable, {one} or {other}?",
    "Compare {one} and {other}. Which is more?",
    "Do I get more for {one} or for {other}?",
)

ENOUGH = (
    "My wife asks whether {have} is enough for {price}.",
    "Do you happen to know if I can pay {price} with {have}?",
    "The hotel costs {price}. I have {have}. Is that enough?",
    "I have {have}, the ticket costs {price}. Do I have enough?",
    "Is {have} enough to pay {price}?",
    "Are {have} enough for something that costs {price}?",
    "Can I afford {price} with {have}?",
    "The tour is {price} and I only have {have}. Can I pay for it?",
    "Will {have} cover a bill of {price}?",
    "I'm carrying {have}. Can I buy a jacket for {price}?",
    "A room is {price} a night; would {have} be enough for one night?",
    "With {have} in my pocket, can I pay {price}?",
    "Does {have} cover {price}?",
    "My budget is {have}. Is a flight for {price} within it?",
    "The visa fee is {price}. I've got {have} in cash; is it sufficient?",
    "enough money? have {have}, need {price}",
    "I need {price} for the rental car and have {have}. Will that do?",
    "Do {have} suffice for {price}?",
    "I saved {have} for a course that costs {price}. Have I saved enough?",
    "Dinner will be about {price}. Is {have} enough?",
)

THEN = (
    "Please find out whether {one} is worth more against {to} now than on {day}.",
    "Could you work out if {one} has risen against {to} since {day}?",
    "Is {one} worth more against {to} now than on {day}?",
    "Has {one} gained against {to} since {day}?",
    "Is {one} stronger against {to} today than on {day}?",
    "Did {one} rise against {to} since {day}?",
    "Do I get more for {one} in terms of {to} now than I did on {day}?",
    "Has {one} gone up against {to} compared with {day}?",
    "Would changing {one} into {to} bring me more now than on {day}?",
    "Is the rate of {one} against {to} higher now than it was on {day}?",
    "Compared to {day}, is {one} worth more against {to} today?",
    "Since {day}, has {one} become more valuable against {to}?",
    "I last travelled on {day}. Does {one} get me more now when I change into {to}?",
    "Is {one} up against {to} since {day}?",
)

TWO_DAYS = (
    "Was {one} worth more against {to} on {day} than on {other}?",
    "Was {one} stronger against {to} on {day} than on {other}?",
    "Was the rate of {one} to {to} higher on {day} than on {other}?",
    "Did {one} buy more of {to} on {day} than on {other}?",
    "On {day}, was {one} worth more against {to} than on {other}?",
    "Did I get more for {one} against {to} on {day} than on {other}?",
    "Compare {day} with {other}: was {one} higher against {to} on the first of these days?",
    "Was {one} more valuable on {day} than on {other}, measured against {to}?",
    "Did {one} stand higher against {to} on {day} than on {other}?",
    "Tell me if {one} was worth more against {to} on {day} than on {other}.",
)

TARGETS = (
    "How much is {sum} in {to} and in {other}?",
    "What is {sum} in {to} and {other}?",
    "Convert {sum} to {to} and {other}.",
    "{sum} in {to} and {other}",
    "{sum} to {to} and to {other}",
    "I need {sum} in {to} as well as in {other}.",
    "Give me {sum} both in {to} and {other}.",
    "How many {to} and how many {other} is {sum}?",
    "We cross two countries. What is {sum} in {to}, and what in {other}?",
    "I have {sum}: how much would that be in {to}, and how much in {other}?",
    "Tell me the value of {sum} in {to} and also in {other}.",
    "The bill of {sum} is shared by two friends, one thinks in {to}, one in {other}. What is it in each?",
    "My trip costs {sum}. Please give me that in {to} and in {other}.",
)
