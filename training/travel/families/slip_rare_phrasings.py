"""Rarer ways to ask what ``slips`` and ``dead_ends`` solve."""

from __future__ import annotations

from training.travel.family import lines

PEOPLE = lines("""
{city} pop?
headcount {city}
whats the population of {city} rn
City: {city}. Question: inhabitants?
My boss sends me to {city} on Monday; how many people live there?
In {city} live how many people?
Kindly state the current number of residents of {city}.
The form has a field "number of inhabitants" and the city is {city}. What do I fill in?
""")

SUN = lines("""
{city} sun up/down {day}
sunrise+sunset, {city}, {day}?
Fishing is allowed from sunrise to sunset. I'm in {city} on {day}: which two times are these?
{day}, {city}: when does the sun appear and when does it vanish?
We want to see both the sunrise and the sunset in {city} on {day}. When must we be there?
For my calendar of {day} note down sunrise and sunset in {city}.
""")

DISTANCE = lines("""
dist {a}-{b} km
{a} → {b} km?
As the crow flies, how far are {a} and {b} from each other?
My boss wants me to hop over from {a} to {b}. How many kilometres is that by plane?
How long in km is the air route {a} to {b}?
Between {a} and {b} is how many km?
Distance in the air from {a} to {b}, please.
{b} from {a}: how many kilometres away?
""")

HOLIDAY = lines("""
{country} {day} day off?
{day} in {country} = holiday?
My nephew bets that {day} is a public holiday in {country}. Does he win?
Somebody told me that {day} is a public holiday in {country}. True?
Are shops in {country} closed on {day} because of a public holiday?
is it a bank holiday in {country} on {day}
""")

NO_PEOPLE = lines("""
{city} pop?
{city} lat lon
tz {city}?
whats the population of {city}
My boss sends me to {city} on Monday. Which country is that?
City: {city}. Question: inhabitants?
I'd call {city} a village, but how many people has it?
Position of {city} in decimal degrees?
""")

NO_TIME = lines("""
{city} time?
whats the time in {city} rn
Grandma sits in {city}. What hour is it for her?
clock in {city}?
Is it too late to ring {city}? What time is it there?
What's on the clock in {city} just now?
""")

NO_AIRPORT = lines("""
{city} IATA?
The booking form wants the three-letter code for {city}.
whats the airport in {city}
Grandma lands in {city}. At which airport?
{city} airport code pls
My boss wants me in {city} on Monday; which airport do I fly to?
""")

NO_SUN = lines("""
{city} sun {day}
{city}, {day}, sunset?
When does dark fall in {city} on {day}, I mean sunset?
Photo tour in {city} on {day}: when do we meet for the sunrise?
From sunrise to sunset, how long is it in {city} on {day}?
whats the sunset time in {city} on {day}
""")

NO_WAY = lines("""
{city}-{to} distance, in km?
{city} → {to} flight hrs?
As the crow flies, how far is {to} from {city}?
My boss wants me to fly from {city} to {to}. How long am I in the air?
Between {city} and {to} is how many km?
whats the flight time {city} {to}
""")

ELSEWHERE = lines("""
{city} {country} pop
City: {city}, country: {country}. Inhabitants?
whats the population of the {city} in {country}
A friend moved to {city} in {country}. How many people live there?
There must be a {city} in {country} too. How many inhabitants does that one have?
lat lon of {city}, {country}
""")

NO_DAY_HOLIDAY = lines("""
{country} {day} day off?
My nephew bets that {day} is a public holiday in {country}. Does he win?
Somebody told me that {day} is a public holiday in {country}. True?
Are shops in {country} closed on {day} because of a public holiday?
{day} in {country} = holiday?
My boss wants me in {country} on {day}; do they have a public holiday then?
""")

NO_DAY_SUN = lines("""
{city} sun {day}
{city}, {day}, sunrise?
When does dark fall in {city} on {day}, I mean sunset?
From sunrise to sunset, how long is it in {city} on {day}?
Photo tour in {city} on {day}: when do we meet for the sunrise?
whats the sunset time in {city} on {day}
""")

YEAR = lines("""
{country} holidays {year}
{year}, {country}: all public holidays?
For my novel set in {country} in {year} I need the public holidays of that year.
On which days of {year} did or will people in {country} have a public holiday?
whats the list of public holidays in {country} for {year}
My calendar of {year} for {country} has no holidays yet. Which ones belong in it?
""")

CODES = lines("""
dist {a}-{b} km
{a} → {b} km?
As the crow flies, how far are {a} and {b} from each other?
The booking says {a}, then {b}. How long is that hop in kilometres?
Between {a} and {b} is how many km?
whats the distance {a} {b} in the air
""")

ZERO = lines("""
{value} ÷ 0
whats {value} over zero
My nephew wants to share {value} sweets among 0 children. What is {value} / 0?
Zero goes into {value} how many times? I mean {value} divided by 0.
Quotient of {value} and 0?
""")
