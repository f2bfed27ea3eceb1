"""How people ask for the airports of a city; one phrasing a line."""

from __future__ import annotations

from training.travel.families import airport_rare_phrasings as rare
from training.travel.family import lines

CODE = rare.CODE + lines("""
What is the IATA code of {city}?
What's the airport code for {city}?
airport code {city}
IATA {city}
{city} airport code
What is the three-letter code of {city}?
Which code does the airport of {city} have?
Tell me the IATA code for {city}.
I need the airport code of {city} for my booking.
The booking form asks for an airport code. What do I enter for {city}?
What code stands for {city} on a luggage tag?
Give me the code of the airport in {city}.
Do you know the IATA airport code for {city}?
I'm flying to {city} next week and need to know the airport code.
Look up the airport code of {city}
What three letters do airlines use for {city}?
Which IATA code should I type in to search flights to {city}?
How is the airport of {city} abbreviated?
I wonder what the airport code for {city} is.
My suitcase goes to {city}. What code should be on the tag?
code of {city} airport?
What are the three letters for the airport at {city}?
Please find the IATA code that belongs to {city}.
Airport abbreviation for {city}?
To buy a ticket to {city}, which airport code do I need?
""")

MAIN = rare.MAIN + lines("""
What is the main airport of {city}?
What's the name of the airport in {city}?
Which airport do I fly to for {city}?
Which airport serves {city}?
main airport {city}
{city} airport name
name of the airport of {city}
What is the airport of {city} called?
Which is the most important airport in {city}?
Tell me the main airport of {city}.
I'm travelling to {city}. At which airport will I probably land?
I want to fly to {city}. What airport is that?
Which airport should I choose for {city}?
What's {city}'s airport?
What is the primary airport in {city}?
Do you know what the airport of {city} is called?
Give me the name and code of the airport of {city}.
Where do planes to {city} land?
What airport would I use to visit {city}?
Name the main airport in {city}
Could you tell me which airport belongs to {city}?
We are looking for the big airport of {city}. Which one is it?
""")

LIST = rare.LIST + lines("""
Which airports does {city} have?
What airports are there in {city}?
List the airports of {city}.
airports {city}
airports in {city}
all airports of {city}
list of airports near {city}
Show me all airports in {city}.
Give me the airports of {city} with their codes.
Which airports can I fly to if I want to visit {city}?
What are the names of the airports in {city}?
Tell me the airports of {city}.
What airports serve {city}?
I want to compare flights to {city}. Which airports are there?
Find airports in {city}
Could you list every airport of {city}?
What are the IATA codes of the airports of {city}?
I'd like to know all the airports around {city}.
Into which airports can one fly at {city}?
Are there several airports in {city}, and which?
Please look up the airports for {city}.
Name the airports of {city}.
Which options do I have to land in {city}? List the airports.
My friend picks me up in {city} and asks which airport. Which ones exist?
""")

COUNT = rare.COUNT + lines("""
How many airports does {city} have?
How many airports are there in {city}?
number of airports {city}
number of airports in {city}
count the airports of {city}
What is the number of airports serving {city}?
Tell me how many airports {city} has.
I wonder how many airports there are around {city}.
{city}: how many airports?
Do you know how many airports serve {city}?
How many different airports can I land at in {city}?
Give me the number of airports in {city}.
""")

WHETHER = rare.WHETHER + lines("""
Does {city} have an airport?
Is there an airport in {city}?
Has {city} got an airport?
airport in {city}, yes or no?
Can I fly to {city}, I mean, is there an airport?
I wonder if {city} has an airport of its own.
Do you know whether there is an airport in {city}?
Is {city} served by an airport?
Does an airport exist in {city}?
Tell me if {city} has an airport.
We want to visit {city}. Is there an airport?
Could one land in {city}, is there any airport?
""")

SEVERAL = rare.SEVERAL + lines("""
Does {city} have more than one airport?
Is there more than one airport in {city}?
Are there several airports in {city}?
Has {city} got two or more airports?
more than one airport in {city}?
Does {city} have several airports?
I wonder whether {city} has more than one airport.
Do I have to watch out which airport I book in {city}, is there more than one?
Is {city} served by at least two airports?
Tell me if there is more than one airport in {city}.
""")

NEAREST = rare.NEAREST + lines("""
What is the nearest airport to {city}?
Which airport is closest to {city}?
nearest airport {city}
closest airport to {city}
What's the closest airport for {city}?
Where is the nearest airport to {city}?
I am in {city}. Which airport is nearest?
Which airport is the nearest one if I stay in {city}?
Find the airport nearest to {city}.
Tell me the closest airport to {city}.
I need to get to {city} by plane. What is the nearest airport?
What is the code of the airport closest to {city}?
My hotel is in {city}. Which airport is the closest?
Which airport lies nearest to {city}?
We travel to {city}, what airport is near?
Coming from abroad, which airport is the closest to {city}?
""")

ZONE = rare.ZONE + lines("""
In which time zone is the airport of {city}?
What time zone does the airport of {city} have?
time zone of {city} airport
Tell me the time zone of the main airport in {city}.
Which time zone applies at the airport of {city}?
I land at the airport of {city}. Which time zone is it in?
What's the time zone at {city} airport?
Look up the airport of {city} and tell me its time zone.
The departure times are local to the airport of {city}. Which time zone is that?
Which IANA time zone is the airport in {city} in?
""")

WHERE = rare.WHERE + lines("""
In which city is the airport {name}?
Which city does the airport {name} belong to?
Where is the airport {name}?
{name} airport, which city is that?
city of {name} airport
Which city do I get to if I land at {name}?
My flight goes to {name}. What city is that?
Tell me the city of the airport {name}.
At which city does the airport called {name} lie?
I have a layover at {name}. Which city is it in?
What city and country is {name} airport in?
The ticket only says {name}. Where is that airport?
""")

NAMED_CODE = rare.NAMED_CODE + lines("""
What is the IATA code of the airport {name}?
What's the code for {name} airport?
Which three letters stand for the airport {name}?
airport code of {name}
{name} airport IATA
Tell me the airport code for {name} airport.
My flight leaves from the airport {name}. What is its code?
I need the IATA code for the airport called {name}.
How is the airport {name} abbreviated?
The ticket says {name}, but the form wants a code. Which one?
""")

CODE_MEANS = rare.CODE_MEANS + lines("""
Which airport has the code {code}?
What airport is {code}?
Which airport is {code}?
What does the airport code {code} stand for?
{code} airport, what is its name?
My luggage tag says {code}. Which airport is that?
airport with IATA code {code}
IATA {code} name of the airport
Which city is the airport {code} in?
To which airport does the code {code} belong?
The boarding pass shows {code}. What airport is it?
Tell me which airport {code} is.
Where is the airport {code}?
What is the full name of the airport {code}?
I don't know the code {code}. Which airport does it mean?
""")

TWO_CODES = rare.TWO_CODES + lines("""
What are the airport codes of {a} and {b}?
Give me the IATA codes for {a} and {b}.
airport codes {a} {b}
IATA codes for {a} and for {b}
Which airport codes do {a} and {b} have?
I fly from {a} to {b} and need both airport codes.
Tell me the airport code of {a} and that of {b}.
What three-letter codes stand for {a} and {b}?
For a booking from {a} to {b}, which two IATA codes do I enter?
Look up the codes of the airports of {a} and {b}.
How are the airports of {a} and {b} abbreviated?
""")

MORE = rare.MORE + lines("""
Which has more airports, {a} or {b}?
Does {a} or {b} have more airports?
more airports: {a} or {b}?
Which city has the larger number of airports, {a} or {b}?
Compare the number of airports of {a} and {b}. Which has more?
Between {a} and {b}, where are there more airports?
Are there more airports in {a} or in {b}?
I wonder which has more airports, {a} or {b}.
Tell me whether {a} or {b} has more airports.
Who has more airports: {a} or {b}?
""")
