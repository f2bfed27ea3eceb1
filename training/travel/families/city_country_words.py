"""How people ask, naming a city, for a fact of its country; slot ``{city}``."""

from __future__ import annotations

from training.travel.families import city_country_rare_words as rare
from training.travel.families.country_words import lines

CURRENCY = """
What currency do they use in {city}?
Which currency do I need in {city}?
currency {city}
What money do people use in {city}?
I'm flying to {city} next week. What is the currency there?
What is the local currency in {city}?
Which money should I bring to {city}?
In which currency do I pay in {city}?
We have booked a hotel in {city}. In which currency will it charge us?
Tell me the currency that is used in {city}.
What cash do I need in {city}, which currency?
What do they pay with in {city}, I mean the currency?
Prices in {city} are in which currency?
I want to withdraw cash in {city}. Which currency will I get?
Do you know the currency in {city}?
I wonder what currency is used in {city}.
Before I leave for {city}: what currency do I order at my bank?
local currency of {city}?
If I buy a coffee in {city}, in what currency do I pay?
What currency has the country where {city} is?
"""

LANGUAGES = """
What languages are spoken in the country where {city} is?
Which languages do they speak in {city}?
What language is spoken in {city}?
What do people speak in {city}?
languages {city}
Which languages will I hear in {city}?
I'm moving to {city}. What languages are spoken there?
What language do the locals in {city} speak?
Tell me the languages people speak in {city}.
In what languages can I talk to people in {city}?
Which phrase books do I need for {city}, i.e. what languages are spoken?
What tongue do they speak in {city}?
We'll spend a week in {city} and want to know which languages are used there.
I wonder what is spoken in {city}.
What languages do they use in {city}?
Which language should I practise before I go to {city}?
"""

PHONE_CODE = """
What is the phone code for calling {city} from abroad, I mean the country code?
phone code for calling {city}
Which country code do I dial to call {city}?
What is the international dialling code for {city}?
How do I phone a hotel in {city} from abroad, which country code?
country calling code for {city}
What's the dialling code of the country where {city} is?
I have to ring someone in {city}. What country code comes first?
With which code do international calls to {city} begin?
Tell me the country code for phone numbers in {city}.
I'm calling a restaurant in {city} from home; what country code do I need?
What country prefix do phone numbers from {city} have?
Calling {city} from overseas: which code?
My landlord lives in {city}. With which country code does his number start?
dial code {city}?
"""

CAPITAL = """
What is the capital of the country that {city} is in?
{city} is not the capital, I guess; what is the capital of its country?
What is the capital of {city}'s country?
capital of the country of {city}
Which city is the capital of the country where {city} lies?
Tell me the capital of the country that {city} belongs to.
I'm in {city} and need my embassy in the capital. Which city is the capital here?
I live in {city}; which capital does my country have?
What's the name of the capital in the country of {city}?
If {city} is in a country, what is that country's capital?
"""

POPULATION = """
How many people live in the country where {city} is?
What is the population of the country that {city} is in?
population of the country of {city}
How many inhabitants does {city}'s country have?
Not the city itself, but the country of {city}: how many people does it have?
Tell me the number of inhabitants of the country {city} belongs to.
How populous is the country in which {city} lies?
What's the population of the whole country around {city}?
We go to {city}. How many people live in that country?
I wonder how many inhabitants the country of {city} has.
"""

AREA = """
How large is the country where {city} is, in km²?
What is the area of the country that {city} is in?
area of the country of {city}
How many square kilometres does {city}'s country have?
Tell me the area of the country {city} belongs to.
How big in square kilometers is the country in which {city} lies?
What's the land area of the whole country around {city}?
We fly to {city}. What is the area of that country?
"""

CONTINENT = """
Which continent is {city} on?
On what continent is {city}?
continent of {city}
What continent does {city} lie on?
Tell me the continent where I find {city}.
In which continent is the country of {city}?
I can't place {city} on the map. Which continent is it on?
{city}: what continent?
Do you know which continent {city} belongs to?
To what continent do I fly if I fly to {city}?
"""

TWO = rare.TWO + lines("""
    What are the {first} and the {second} of the country where {city} is?
    For the country of {city} I need the {first} and the {second}.
    Tell me the {first} and the {second} of {city}'s country.
    I'm going to {city}. What is the {first} of that country, and the {second}?
    {first} and {second} of the country of {city}
    Which {first} and which {second} does the country around {city} have?
    Give me the {first} as well as the {second} of the country that {city} is in.
    We're off to {city} and wonder about the {first} and the {second} of the country.
    Could you look up the {first} and {second} of the country where {city} lies?
    What's the {first}, and what's the {second}, of the country {city} belongs to?
    For a trip to {city}: {first} and {second} of the country?
    Find out the {first} and also the {second} of the country in which {city} is.
""")

WHERE_AND = rare.WHERE_AND + lines("""
    Which country is {city} in, and what is the {first} of that country?
    In what country is {city}, and what is its {first}?
    Tell me which country {city} is in and the {first} of this country.
    Where is {city}? I need the country and its {first}.
    country of {city} and its {first}
    What country does {city} belong to, and what's the {first} there?
    I don't know in which country {city} is. Tell me, together with the country's {first}.
    Name the country of {city} and also the {first} of that country.
    {city} is in which country, and which {first} does the country have?
    Find the country where {city} is and its {first}.
""")

SAME_CURRENCY = rare.SAME_CURRENCY + lines("""
    Do they use the same currency in {a} and {b}?
    Is the currency in {a} the same as in {b}?
    I go from {a} to {b}. Is the currency the same?
    Can I spend the money I have left from {a} in {b}, is it the same currency?
    same currency in {a} and in {b}?
    Do {a} and {b} have one and the same currency?
    Does the currency stay the same when I go from {a} to {b}?
    Are prices in {a} in the same currency as prices in {b}?
""")

SAME_COUNTRY = rare.SAME_COUNTRY + lines("""
    Are {a} and {b} in the same country?
    Is {a} in the same country as {b}?
    Do {a} and {b} belong to the same country?
    {a} and {b}: same country?
    If I go from {a} to {b}, do I stay in the same country?
    Do {a} and {b} lie in one country?
    I travel from {a} to {b}. Is that within the same country?
    Can you tell me if {a} and {b} are both in one country?
    Are the cities {a} and {b} located in the same country?
    Is it right that {a} and {b} are in one and the same country?
""")

ASKING = {
    "currency": lines(CURRENCY) + rare.CURRENCY,
    "languages": lines(LANGUAGES) + rare.LANGUAGES,
    "phone code": lines(PHONE_CODE) + rare.PHONE_CODE,
    "capital": lines(CAPITAL) + rare.CAPITAL,
    "population": lines(POPULATION) + rare.POPULATION,
    "area": lines(AREA) + rare.AREA,
    "continent": lines(CONTINENT) + rare.CONTINENT,
}
"""Aspect of the country → how people ask for it who name a city."""
