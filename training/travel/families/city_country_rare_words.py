"""Rarer ways to ask, naming a city, for a fact of its country; slot ``{city}``."""

from __future__ import annotations

from training.travel.families.country_words import lines

CURRENCY = lines("""
{city} money?
{city} which cash
whats the currency in {city}
Banknotes in {city}: of which currency?
What should be in my wallet when I land in {city}, which currency?
Landing in {city} tonight with an empty purse. Which currency do I draw from the machine?
My boss wants me in {city} on Monday; which currency will my expenses be in?
A taxi driver in {city} wants to be paid in what currency?
What coins jingle in pockets in {city}, I mean which currency?
{city} trip, money: which currency?
The price tags in {city} are in what money?
With which money people pay in {city}?
""")

LANGUAGES = lines("""
{city} language?
{city} what do ppl speak
lingo in {city}?
Which language is on the street signs in {city}?
My boss sends me to {city}. What language do I have to expect there?
I want to order a beer in {city} in the local language. Which is it?
People of {city} speak which languages?
Our waiter comes from {city}. What is spoken there?
Do I need an interpreter in {city}? What languages do they speak?
What are the tongues of the country around {city}?
""")

PHONE_CODE = lines("""
{city} +?
phone prefix {city} from abroad
A number in {city}: plus what at the beginning?
My contacts app wants the country code for a number in {city}.
Grandma's hotel is in {city}. What do I dial for the country before her number?
00 and then what, to ring up {city}?
I was called from {city}. Which country code would that show?
What digits after the plus for a phone in {city}?
""")

CAPITAL = lines("""
{city} → country → capital?
capital of where {city} is
{city} lies in a country with which capital?
From {city} I must go to the capital for my visa. Which city do I go to?
Fill in the blanks. City: {city}. Capital of its country: ___
""")

POPULATION = lines("""
{city}: how many people in the whole country?
whole country of {city} headcount
{city} lies in a country of how many inhabitants?
Forget {city} alone; how many people has the country it lies in?
The country that {city} is part of has how big a population?
""")

AREA = lines("""
{city}: km² of the whole country?
km2 of the country around {city}
{city} lies in a country of how many square kilometres?
Forget {city} alone; how large is the area of the country it lies in?
The country that {city} is part of covers how many km²?
""")

CONTINENT = lines("""
{city} continent
{city} is on which of the continents?
Is {city} in Europe, Asia or where? Name the continent.
My atlas is sorted by continents. Under which one do I look for {city}?
whats the continent of {city}
""")

TWO = lines("""
{city} → its country → {first}, {second}
country of {city}, two facts: {first}; {second}
I don't even know what country {city} is in, but I need its {first} and its {second}.
My pupils ask about the country of {city}: its {first}, its {second}.
Whatever country {city} is in: what are its {first} and its {second}?
First the {first}, then the {second}, both of the country that holds {city}.
""")

WHERE_AND = lines("""
{city}: country? {first} of the country?
{city} → country, {first}
My ticket says only {city}. Which country is that, and what is its {first}?
Fill in the blanks. City: {city}. Country: ___, {first} of the country: ___
{city} lies where, and what {first} does that country have?
""")

SAME_CURRENCY = lines("""
{a} money = {b} money?
Leaving {a} for {b}: do I have to change my currency or is it one and the same?
Would banknotes from {a} be the legal currency in {b} too?
True or false: one pays in {a} and in {b} with the same currency.
""")

SAME_COUNTRY = lines("""
{a} + {b} 1 country?
My nephew bets that {a} and {b} lie in the same country. Does he win?
Somebody told me {a} and {b} are in one country. True?
True or false: {a} and {b} belong to one and the same country.
Is there no border between {a} and {b}, are they in the same country?
""")
