"""Rarer ways to ask for the facts of one city: situations, search boxes, slang; one phrasing a line."""

from __future__ import annotations

from training.travel.family import lines

POPULATION = lines("""
{city} pop
{city} pop?
headcount {city}
{city} how many ppl
whats the population of {city} rn
hey how many folks are in {city}
In {city} live how many people?
{city}, what a crowd! How many are they?
My boss sends me to {city} on Monday and I have no idea how many people live there.
The form has a field "number of inhabitants" and the city is {city}. What do I fill in?
Geography homework, city: {city}, wanted: inhabitants.
I grew up in a village of 300 people. And {city}, how many people has it?
If you counted everybody in {city}, what number would you get?
Need figure: residents of {city}. Nothing else.
According to your data, what is the size of the population in {city}?
Kindly state the current number of residents of {city}.
My daughter asks how many people there are in {city}.
What does the last count say about the people of {city}, how many are there?
Compared to my town it must be huge: what is the population of {city}?
I'd call {city} a town, my wife calls it a city; it depends on the population, which is what?
City: {city}. Question: inhabitants?
How much people is living in {city}?
How many persons have {city}?
We deliver leaflets to everybody in {city}; how many people is that?
""")

COUNTRY = lines("""
{city} is where?
{city} which nation
whats the country {city} is in
{city} belongs to what country?
{city}: name the country.
The envelope says only {city}. Which country do I write below it?
Booking form: city {city}, country ____?
An atlas sorted by countries: under which one do I find {city}?
My boss wants me in {city} on Monday; what country is that?
{city}, that's in... which country again?
On the label it says "made in {city}". What country is this?
Grandpa was born in {city}. Which country is it in today?
{city} is in what part of the world, which country?
For the customs declaration I need the country in which {city} is situated.
""")

COORDINATES = lines("""
lat/long {city}
{city} gps
{city} coords pls
whats the lat and lon of {city}
My drone asks for a start position. I'm in {city}: latitude, longitude?
Where on the grid of the globe is {city}: which latitude, which longitude?
What numbers do I type into my GPS to get to {city}, latitude and longitude?
The app wants lat and lon instead of a name, and the name is {city}.
Position of {city} in decimal degrees?
If I drop a pin on {city}, what are its coordinates?
{city} on the globe: how many degrees of latitude and of longitude?
Geography homework: write down latitude and longitude of {city}.
""")

LATITUDE = lines("""
lat {city}
{city} lat only
On which parallel does {city} lie?
How many degrees from the equator is {city}?
My solar panels in {city} need the latitude for their tilt. What is it?
{city} is at what latitude?
""")

LONGITUDE = lines("""
lon {city}
{city} longitude only
On which meridian does {city} lie?
How many degrees from the prime meridian is {city}?
To set up my telescope in {city} I lack only the longitude. What is it?
{city} is at what longitude?
""")

ZONE = lines("""
tz {city}
{city} tz?
tz database name for {city}
whats the tz in {city} called
The setup of my new phone wants to know the zone. I live in {city}.
Server stands in {city}. Which zone name goes into the config file?
What do I choose in the list of time zones when I live in {city}?
{city} runs on which time zone?
By which time zone do people in {city} live?
The booking form has a field "time zone". The hotel is in {city}.
For an invitation to a meeting in {city} I must name the time zone. Which is it?
Area/City notation of the zone that covers {city}?
""")

ABOUT = lines("""
{city}?
{city} in numbers
{city}: all you know
A short profile of {city}, please.
whats up with {city}, tell me the basics
I know nothing about {city}. Fill me in.
My kid has to give a talk on {city}. Which facts do you have?
Make me a fact sheet of {city}.
The basics on {city}?
""")

TWO_FACTS = lines("""
{x} + {y} {city}
{city} ({x}, {y})
Two things about {city}, namely its {x} and its {y}.
My pupils ask for the {x} and the {y} of {city}.
Fill in the blanks. City: {city}. {x}: ___, {y}: ___
{city} is on our list. What {x} does it have, and what {y}?
I know neither the {x} nor the {y} of {city}. Do you?
First the {x}, then the {y}. The city is {city}.
""")

THREE_FACTS = lines("""
{x} + {y} + {z} {city}
{city} ({x}, {y}, {z})
A table on {city} with three rows: {x}, {y}, {z}.
My pupils want to know the {x}, the {y} and the {z} of {city}.
{city} is next on our list. Its {x}? Its {y}? Its {z}?
""")

WITH_MORE_THAN = lines("""
{than} {limit} ppl in {city}?
My nephew bets that {city} has {than} {limit} people. Does he win?
Somebody told me {city} has {than} {limit} inhabitants. True?
{city}, is that {than} {limit} people?
True or false: {city} counts {than} {limit} inhabitants.
Our rule says {than} {limit} residents. Does {city} qualify?
They claim {than} {limit} souls for {city}; can you confirm it?
""")

IN_COUNTRY = lines("""
{city} = {country}?
is {city} a {country} thing, I mean is it there
My nephew bets that {city} is in {country}. Does he win?
Somebody told me {city} is in {country}. True?
True or false: {city} is a city in {country}.
They write {city} and {country} on one ticket. Is the city in that country?
Looking for {city} on a map of {country}, will I find it?
Does the territory of {country} include {city}?
""")

HEMISPHERE = lines("""
{city} N or S of equator
which hemisphere {city}
Do I look for {city} on the upper or the lower half of the globe, north or south of the equator?
When sailing to {city}, do I end up in the northern or in the southern hemisphere?
My daughter bets {city} is south of the equator. Is it south or north?
Northern hemisphere or southern, {city}?
""")
