"""How people ask for the same fact of two countries, or whether they share one; slots ``{a}``, ``{b}``."""

from __future__ import annotations

from training.travel.families.country_words import lines

SAME_CURRENCY = lines("""
    Do {a} and {b} have the same currency?
    Do {a} and {b} use the same money?
    Is the currency of {a} the same as that of {b}?
    Does {a} share its currency with {b}?
    Can I use the same currency in {a} and {b}?
    We go from {a} to {b}. Do both have the same currency?
    same currency in {a} and {b}?
    I have cash left from {a}. Is the currency of {b} the same?
    Is one currency enough for a tour through {a} and {b}?
    Can I keep my cash when I go from {a} to {b}, is the currency in {b} the same as in {a}?
    Are {a} and {b} on the same currency?
    When I cross from {a} into {b}, does the currency stay the same?
    Is it the same currency in {a} and {b}?
    {a} and {b}: one currency?
    Do people in {a} and in {b} pay with the same currency?
    Is the money in {a} the same as the money in {b}?
    Are the currencies of {a} and {b} identical?
    Do they pay with the same currency in {b} as in {a}?
    Have {a} and {b} a common currency?
    {a} {b} same money?
    I come home from {a} with banknotes. Would they be good in {b}, is the currency the same?
    Do I have to exchange money between {a} and {b}, or is it one currency?
    Somebody told me {a} and {b} share one currency. True?
    My nephew bets that they pay with the same money in {a} and {b}. Does he win?
    Will a wallet filled in {a} do for {b} as well, with the same currency?
    whats in tills of {a} and {b}, same currency or not?
    Is it correct that {a} and {b} have one and the same currency?
    The currency of {a} is that of {b} too, correct?
    Kindly confirm whether {a} and {b} have an identical currency.
""")

TWO_CAPITALS = lines("""
    What are the capitals of {a} and {b}?
    What is the capital of {a}, and what is the capital of {b}?
    Tell me the capitals of {a} and of {b}.
    capitals of {a} and {b}
    Which cities are the capitals of {a} and {b}?
    I need the capital cities of {a} and {b}.
    Our tour goes through {a} and {b}. What are their capitals?
    Name the capital of {a} and the one of {b}.
    What's the capital of {a}? And of {b}?
    Could you give me the capitals of both {a} and {b}?
    {a} capital and {b} capital
    Crossword, two clues: capital of {a}, capital of {b}. Answers?
    whats the capital of {a} and whats the one of {b}
    My homework has two gaps, the capital of {a} and the capital of {b}. What goes in?
    Kindly state the respective capitals of {a} and {b}.
    We have offices in the capitals of both {a} and {b}; which cities are these?
""")

TWO_CURRENCIES = lines("""
    What are the currencies of {a} and {b}?
    What currency do they use in {a}, and what in {b}?
    Tell me the currencies of {a} and of {b}.
    currencies of {a} and {b}
    Which currencies do I need for a trip to {a} and {b}?
    We visit {a} and then {b}. What currency does each have?
    What's the currency in {a}? And in {b}?
    I want to order cash for {a} and for {b}; which currencies are that?
    What money do people use in {a} and what money in {b}?
    Could you give me the currency of {a} and also the one of {b}?
    {a} money and {b} money
    I fly to {a} and on to {b}. Which banknotes for the first, which for the second?
    whats the currency of {a} and whats the one of {b}
    Kindly state the respective currencies of {a} and {b}.
    Two envelopes of cash, one for {a} and one for {b}. Which currency goes into each?
    Our price list is for {a} and {b}; in which two local currencies, one for each?
""")

TWO_POPULATIONS = lines("""
    What are the populations of {a} and {b}?
    How many people live in {a}, and how many in {b}?
    Tell me the populations of {a} and of {b}.
    populations of {a} and {b}
    How many inhabitants do {a} and {b} have, each?
    I need the number of inhabitants for both {a} and {b}.
    What's the population of {a}? And of {b}?
    Give me the population of {a} as well as that of {b}.
    How many people are there in {a} and how many are there in {b}?
    Could you look up how many people {a} has and how many {b} has?
    Populations of both {a} and {b}?
    Tell me how many people live in {a} and how many live in {b}.
    For {a} and for {b}: how many inhabitants?
    How populous are {a} and {b}?
    Let me know the number of people in {a} and in {b}.
    {a} and {b}: how many people in each?
    How big are the populations of {a} and {b}?
    Find the populations of {a} and {b}.
    For my notes: how big are the populations of {a} and {b}?
    {a} pop and {b} pop
    Headcount of {a}, and headcount of {b}?
    whats the population of {a} and whats the one of {b}
    Kindly state the respective populations of {a} and {b}.
    My table has a row for {a} and a row for {b}. What goes in the column for inhabitants?
    How many souls in {a}, how many souls in {b}?
    Two figures, please: residents of {a} and residents of {b}?
    We compare markets: number of people in {a}, number of people in {b}?
    Population, once for {a}, once for {b}?
""")

TWO_PHONE_CODES = lines("""
    What are the phone codes of {a} and {b}?
    What is the dialling code of {a}, and that of {b}?
    Tell me the country calling codes of {a} and of {b}.
    phone codes {a} and {b}
    I have to call offices in {a} and in {b}. Which country codes do I dial?
    Which dialling codes do {a} and {b} have?
    What's the phone code for {a}? And for {b}?
    Give me the calling code of {a} as well as that of {b}.
    With which codes do phone numbers from {a} and from {b} begin?
    Could you look up the dial code for {a} and the one for {b}?
    Which country code has {a}, and which has {b}?
    Dialling codes of both {a} and {b}?
    How do I dial {a} and how do I dial {b}, which codes?
    {a} and {b}: phone codes?
    I need the country codes for calls to {a} and to {b}.
    Find the phone codes of {a} and {b}.
    For {a} and for {b}: which dialling code?
    What country code do numbers in {a} have, and what code those in {b}?
    Travel question: I need the country codes for calls to {a} and to {b}.
    {a} phone prefix and {b} phone prefix
    whats the dial code of {a} and whats the one of {b}
    Kindly state the respective international dialling codes of {a} and {b}.
    Mum lives in {a} and dad in {b}. What country code does each of their numbers have?
    Saving two contacts, one in {a}, one in {b}: what goes after the plus sign for each?
    tel codes {a}, {b}
    Two calls to make, first {a}, then {b}: which country codes?
    An office in {a} and one in {b} changed numbers. What are the two country codes?
    Prefix for calling {a}, prefix for calling {b}?
""")
