"""How people ask for the facts of one city; one phrasing a line."""

from __future__ import annotations

from training.travel.families import city_rare_phrasings as rare
from training.travel.family import lines

POPULATION = rare.POPULATION + lines("""
What is the population of {city}?
How many people live in {city}?
How many inhabitants does {city} have?
population {city}
population of {city}
{city} population
inhabitants {city}
How big is {city} in terms of population?
How populous is {city}?
What's the number of inhabitants of {city}?
How many residents does {city} have?
Tell me the population of {city}.
Give me the number of people living in {city}.
I'd like to know how many people live in {city}.
I wonder how many inhabitants {city} has.
Do you know the population of {city}?
I'm flying to {city} next week and need to know how many people live there.
We are moving to {city}. How many inhabitants are there?
Find the population of {city}
How large is the population of {city}?
My guidebook does not say how many people live in {city}. How many is it?
How many citizens are there in {city}?
What is {city}'s population?
number of people in {city}
Could you look up the number of inhabitants of {city}?
For a quiz: how many people live in {city}?
How many souls live in {city}?
Is {city} a big city? How many inhabitants has it got?
What population does {city} have?
Show me the population figure for {city}.
People living in {city}: how many?
I am writing about {city} and need its population.
Let me know how many inhabitants the city of {city} counts.
how many people are there in {city}
Before I visit {city}: how many people call it home?
""")

COUNTRY = rare.COUNTRY + lines("""
In which country is {city}?
What country is {city} in?
Which country does {city} belong to?
Where is {city}?
{city} country
which country {city}
country of {city}
Tell me the country of {city}.
To which country do I travel if I go to {city}?
In what country does {city} lie?
I was invited to {city}. Which country is that in?
I have never heard of {city}. In which country is it?
Where in the world is {city}, I mean in which country?
Do you know which country {city} is in?
Name the country in which {city} lies.
{city} is a city in which country?
My flight lands in {city}. What country will I be in?
I wonder which country {city} is part of.
Look up the country that {city} is located in.
The city of {city} lies in what country?
My pen friend lives in {city}. What country is she in?
Which state of the world does {city} belong to?
""")

COORDINATES = rare.COORDINATES + lines("""
What are the coordinates of {city}?
What are the latitude and longitude of {city}?
coordinates {city}
{city} lat lon
latitude longitude {city}
GPS coordinates of {city}
Give me the coordinates of {city}.
I need the geographic coordinates of {city} for my navigation device.
Where exactly does {city} lie, in degrees?
At which latitude and longitude is {city}?
Tell me the latitude and the longitude of {city}.
What GPS position does {city} have?
Find the coordinates for {city}.
Which coordinates do I enter for {city}?
I want to mark {city} on a map and need latitude and longitude.
What is the geographical position of {city}?
{city}: degrees of latitude and longitude?
Could you look up the coordinates of {city}?
How many degrees north or south and east or west is {city}?
Show the geographic location of {city} as coordinates
""")

LATITUDE = rare.LATITUDE + lines("""
What is the latitude of {city}?
latitude {city}
latitude of {city}
At which latitude does {city} lie?
How far north or south of the equator is {city}, in degrees?
On what degree of latitude is {city}?
Tell me the latitude of {city}.
I need only the latitude for {city}.
Which latitude is {city} at?
For my sundial I need the latitude of {city}.
{city}'s latitude?
""")

LONGITUDE = rare.LONGITUDE + lines("""
What is the longitude of {city}?
longitude {city}
longitude of {city}
At which longitude does {city} lie?
How many degrees east or west of Greenwich is {city}?
On what degree of longitude is {city}?
Tell me the longitude of {city}.
I need only the longitude for {city}.
Which longitude is {city} at?
{city}'s longitude?
""")

ZONE = rare.ZONE + lines("""
What is the time zone of {city}?
Which time zone is used in {city}?
time zone {city}
timezone {city}
{city} time zone name
In which time zone does {city} lie?
What time zone do I have to set for {city}?
My calendar asks for a time zone. Which one is {city}'s?
Tell me the name of the time zone in {city}.
Which IANA time zone does {city} belong to?
I need the time zone identifier for {city}.
What's the tz name for {city}?
I have a call with someone in {city}. What is the name of the time zone there?
To which time zone does {city} belong?
Look up the time zone for {city}.
My computer wants a time zone like Europe/Paris. What is it for {city}?
Do you know what time zone {city} is in?
""")

ABOUT = rare.ABOUT + lines("""
Tell me about {city}.
What do you know about {city}?
Give me some facts about {city}.
facts about {city}
{city} facts
info {city}
What kind of place is {city}? Give me the basic facts.
I am going to {city}. What should I know about the city?
Give me an overview of {city}.
Show me all the data you have on {city}.
Please introduce {city} in one sentence.
Describe {city} with a few figures.
Some information about the city of {city}, please.
Population, country, coordinates and time zone of {city}?
What are the key facts of {city}?
""")

TWO_FACTS = rare.TWO_FACTS + lines("""
What are the {x} and the {y} of {city}?
Tell me the {x} and the {y} of {city}.
{city}: {x} and {y}?
{x} and {y} of {city}
{city} {x} {y}
I need the {x} and the {y} of {city}.
Give me the {x} of {city} and its {y}.
What is the {x} of {city}, and what is its {y}?
For a form I need to know the {x} and also the {y} of {city}.
I'm travelling to {city} soon. What are its {x} and {y}?
Could you look up {x} and {y} for {city}?
Besides the {x} of {city} I want to know the {y}.
I'd like both the {x} and the {y} of {city}.
Which {x} does {city} have, and which {y}?
Find out the {x} as well as the {y} of {city}.
""")

THREE_FACTS = rare.THREE_FACTS + lines("""
What are the {x}, the {y} and the {z} of {city}?
Tell me the {x}, {y} and {z} of {city}.
{city}: {x}, {y}, {z}
{x}, {y} and {z} of {city}?
I need three facts about {city}: {x}, {y} and {z}.
Give me {x}, {y} and {z} for {city}.
For my travel blog about {city} I need its {x}, {y} and {z}.
Look up the {x}, the {y} and the {z} of {city}.
Can you find the {x} of {city}, the {y} and the {z}?
""")

WITH_MORE_THAN = rare.WITH_MORE_THAN + lines("""
Does {city} have {than} {limit} inhabitants?
Do {than} {limit} people live in {city}?
Is the population of {city} {than} {limit}?
Are there {than} {limit} people in {city}?
population of {city} {than} {limit}?
Has {city} {than} {limit} residents?
I think {city} has {than} {limit} inhabitants. Am I right?
My brother says that {than} {limit} people live in {city}. Is that true?
Tell me whether {city} has {than} {limit} inhabitants.
{city} {than} {limit} inhabitants, yes or no?
I wonder if {than} {limit} people live in {city}.
Can it be that {city} has {than} {limit} inhabitants?
""")

IN_COUNTRY = rare.IN_COUNTRY + lines("""
Is {city} in {country}?
Is {city} a city in {country}?
Does {city} belong to {country}?
Does {city} lie in {country}?
{city} in {country}, yes or no?
I think that {city} is in {country}. Is that right?
If I go to {city}, will I be in {country}?
Is it true that {city} is located in {country}?
Can I visit {city} on a tour of {country}, or is it in another country?
My map is unclear. Is {city} part of {country}?
Tell me whether {city} is in {country}.
I am not sure: is {city} in {country}?
""")

HEMISPHERE = rare.HEMISPHERE + lines("""
Is {city} in the northern or the southern hemisphere?
On which hemisphere does {city} lie, north or south?
Is {city} north or south of the equator?
hemisphere of {city}: north or south?
Which half of the globe is {city} on, the northern or the southern one?
Does {city} lie north or south of the equator?
{city}, northern or southern hemisphere?
I'm going to {city} and wonder about the seasons: northern or southern hemisphere?
Tell me on which side of the equator {city} is.
Above or below the equator, where is {city}?
""")
