"""How people ask for one fact of a country; slot ``{country}``."""

from __future__ import annotations

from training.travel.families import country_situation_words as more

CAPITAL = """
What is the capital of {country}?
What's the capital city of {country}?
Which city is the capital of {country}?
capital of {country}
capital {country}?
Name the capital of {country}.
Can you tell me the capital of {country}?
Tell me {country}'s capital.
I forgot what the capital of {country} is called.
I wonder which city is the capital of {country}.
Do you know the capital of {country}?
We want to start our tour in the capital of {country}; which city is that?
What city does the government of {country} have as its capital?
For a quiz: what is {country}'s capital city?
My daughter asks what the capital of {country} is called.
Where is the seat of power, I mean the capital, of {country}?
{country} - which city is the capital?
I'd like to know the name of the capital of {country}.
Which is the capital city in {country}?
What do they call the capital of {country}?
The capital of {country} is which city?
Could you remind me what the capital of {country} is?
I have to fill in the capital of {country} on a form. What is it?
We are flying to {country} in spring, what is its capital?
"""

CURRENCY = """
What currency do they use in {country}?
What is the currency of {country}?
Which currency do I need in {country}?
currency {country}
currency of {country}?
What money do they use in {country}?
What's the local currency in {country}?
Which money should I take to {country}?
I'm travelling to {country} next month and need to know what currency they have there.
What kind of money will I need when I visit {country}?
Tell me the currency code of {country}.
Which currency is used in {country}?
How do people pay in {country}, I mean in what currency?
I have to exchange some money before I fly to {country}. Into which currency?
In what currency are prices in {country}?
What do I pay with in {country}, which currency?
ISO currency code for {country}
What is {country}'s currency?
Do you know what the money in {country} is?
Before our holiday in {country} I want to order cash. Which currency do I order?
What currency would a hotel in {country} charge me in?
My bank wants to know the currency of {country}.
Which currency is legal tender in {country}?
I wonder what currency {country} has.
What notes and coins are used in {country}, i.e. what is the currency?
Name the currency of {country}.
cash for {country}: which currency?
Could you look up the currency in {country} for me?
"""

LANGUAGES = """
What languages are spoken in {country}?
Which languages do people speak in {country}?
What language do they speak in {country}?
languages of {country}
languages {country}?
What do they speak in {country}?
List the languages of {country}.
Tell me which languages are used in {country}.
I'd like to know what languages people in {country} speak.
What language should I learn a few words of before visiting {country}?
In which languages can I expect to be spoken to in {country}?
What are {country}'s languages?
We're moving to {country}. Which languages do they speak there?
I need a phrase book for {country}; which languages are spoken there?
What tongues are spoken in {country}?
Which language is spoken in {country}?
What languages will I hear in {country}?
Do you know what is spoken in {country}?
spoken languages in {country}
What language do locals in {country} talk in?
Which languages are common in {country}?
I'm an interpreter and wonder which languages {country} has.
Could you list the languages that people speak in {country}?
language in {country}?
"""

MAIN_LANGUAGE = """
What is the main language of {country}?
What's the main language in {country}?
Which language is the most spoken in {country}?
main language {country}
What is the most widely spoken language in {country}?
Which single language would help me most in {country}?
What language do most people in {country} speak?
Tell me the principal language of {country}.
If I learn only one language for {country}, which should it be?
I want to know the primary language of {country}.
Most common language in {country}?
What is the dominant language in {country}?
Which language comes first in {country}?
What is {country}'s most spoken language?
"""

POPULATION = """
What is the population of {country}?
How many people live in {country}?
How many inhabitants does {country} have?
population {country}
population of {country}?
How populous is {country}?
What's {country}'s population?
Tell me the population of {country}.
How big is the population of {country}?
Number of inhabitants of {country}
I need the number of people living in {country}.
How many residents are there in {country}?
Do you know how many people there are in {country}?
I am writing about {country}. How many inhabitants are there?
Give me the population figure for {country}.
How many people call {country} home?
Could you look up how many people {country} has?
I wonder how many people live in {country}.
What is the size of the population in {country}?
How large is {country}'s population?
{country}: how many people?
For a school project: how many people are living in {country}?
How many folks live in {country}?
We're going to {country} and are curious how many people live there.
What is the total number of inhabitants in {country}?
"""

AREA = """
What is the area of {country}?
How big is {country} in square kilometres?
How large is {country} in km²?
area {country}
area of {country}?
What's the area of {country} in square kilometers?
How many square kilometres does {country} have?
How many square kilometers does {country} cover?
Tell me the land area of {country}.
What is the surface area of {country}?
I want to know how large the territory of {country} is in sq km.
size of {country} in km2
How much area does {country} take up?
Could you give me {country}'s area?
How extensive is {country}, in square kilometres?
We'll drive across {country}; what is its area?
What's the total area of {country}?
km² of {country}?
How many km² is {country}?
I wonder what area {country} covers.
Give me the size of {country} in square kilometres.
What surface does {country} have?
"""

CONTINENT = """
Which continent is {country} in?
What continent is {country} on?
On which continent does {country} lie?
continent of {country}
continent {country}?
Where in the world is {country}, I mean on which continent?
What continent does {country} belong to?
Tell me the continent of {country}.
To which continent is {country} counted?
I have no idea what continent {country} is part of.
{country} is on which continent?
Which part of the world, that is which continent, is {country} in?
Do you know the continent that {country} is on?
My travel insurance asks on which continent {country} lies.
Name the continent where {country} is.
"""

PHONE_CODE = """
What is the dialling code of {country}?
What's the phone code for {country}?
What is the country code for calling {country}?
phone code {country}
dialling code for {country}?
How do I call {country} from abroad, which code do I dial?
Which prefix do I dial to call {country}?
What's the international calling code of {country}?
What are the first digits of a phone number in {country}, the country code?
Tell me the telephone code of {country}.
I have to phone a hotel in {country}. What is the country calling code?
country calling code {country}
What is the international prefix for phone numbers in {country}?
Which dialing code does {country} have?
I got a missed call and think it was from {country}. What is the phone code there?
What do I put in front of a number in {country} when I call from abroad?
Calling code for {country}
With which code do phone numbers from {country} start?
My friend moved to {country}, what is the country code of her new phone number?
Please give me the dial code of {country}.
International area code of {country}?
I need to text someone in {country}; what's the country prefix of the number?
"""


def lines(text: str) -> tuple[str, ...]:
    """One phrasing a line."""
    return tuple(line.strip() for line in text.strip().splitlines() if line.strip())


ASKING = {
    "capital": lines(CAPITAL + more.CAPITAL),
    "currency": lines(CURRENCY + more.CURRENCY),
    "languages": lines(LANGUAGES + more.LANGUAGES),
    "main language": lines(MAIN_LANGUAGE + more.MAIN_LANGUAGE),
    "population": lines(POPULATION + more.POPULATION),
    "area": lines(AREA + more.AREA),
    "continent": lines(CONTINENT + more.CONTINENT),
    "phone code": lines(PHONE_CODE + more.PHONE_CODE),
}
"""Aspect of a country → how people ask for it."""
