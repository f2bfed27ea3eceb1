"""How people ask for distances and flight times; one phrasing a line."""

from __future__ import annotations

from training.travel.families import distance_rare_phrasings as rare
from training.travel.family import lines

DISTANCE = rare.DISTANCE + lines("""
How far is it from {a} to {b}?
What is the distance between {a} and {b}?
How many kilometers from {a} to {b} by plane?
{a} to {b}, how far is that in km?
distance {a} {b}
distance {a} - {b} km
{a} to {b} distance
km from {a} to {b}
How far is {a} from {b}?
How far apart are {a} and {b}?
How far away from {a} is {b}?
What's the flight distance from {a} to {b}?
What is the distance from {a} to {b} in kilometers?
Distance between {a} and {b} in km?
How many km are there between {a} and {b}?
How many kilometres is it from {a} to {b}?
Give me the distance from {a} to {b}.
Tell me how far {a} is from {b}.
I'd like to know the distance between {a} and {b}.
I wonder how far {a} and {b} are from each other.
Could you tell me how many kilometres lie between {a} and {b}?
I'm flying from {a} to {b} next week. How many km is that?
We are in {a} now and want to go on to {b}. How far is that?
What is the air distance from {a} to {b}?
What's the great-circle distance between {a} and {b}?
How many km will I fly from {a} to {b}?
How long is the way from {a} to {b} in kilometres?
Find the distance in km from {a} to {b}.
Compute the distance between {a} and {b}
Show me the kilometres between {a} and {b}.
From {a} to {b}: how many km?
Please look up how far it is from {a} to {b}.
how far would I travel if I flew from {a} to {b}
Flying {a} to {b}, what's the distance?
Can you find out the distance in kilometers between {a} and {b}?
What is the distance, in km, of the flight {a} to {b}?
how far from {a} to {b}
""")

DISTANCE_MILES = rare.DISTANCE_MILES + lines("""
How many miles is it from {a} to {b}?
What is the distance between {a} and {b} in miles?
How far is {a} from {b} in miles?
miles from {a} to {b}
{a} to {b} in miles
distance {a} {b} miles
How many miles are there between {a} and {b}?
How many miles apart are {a} and {b}?
Give me the distance from {a} to {b} in miles.
Tell me the number of miles between {a} and {b}.
How many miles would I fly from {a} to {b}?
I'm flying from {a} to {b}. How many miles is that?
What's the mileage of a flight from {a} to {b}?
For my frequent flyer account: how many miles from {a} to {b}?
I am American, so in miles please: how far is it from {a} to {b}?
I'd like to know how many miles lie between {a} and {b}.
How far in miles does a plane go from {a} to {b}?
{a} - {b}: how many miles?
Air miles between {a} and {b}?
Flight distance in miles from {a} to {b}, what is it?
We want to go from {a} to {b}. What is the distance in miles?
Can you work out the miles from {a} to {b}?
I wonder how many miles away {b} is from {a}.
Miles, not kilometres: how far is {a} from {b}?
how many miles between {a} and {b} by air
""")

DISTANCE_BOTH_UNITS = rare.DISTANCE_BOTH_UNITS + lines("""
How far is it from {a} to {b} in km and in miles?
What is the distance between {a} and {b} in kilometers and miles?
{a} to {b} distance, km and miles
Give me the distance from {a} to {b}, both in kilometres and miles.
How many km, and how many miles, from {a} to {b}?
I need the flight distance {a} to {b} in both km and miles.
How far apart are {a} and {b}? Kilometres and miles, as we come from different countries.
Tell me the distance from {a} to {b} in miles and also in km.
Distance between {a} and {b} in both units, kilometers and miles?
What's the distance of {a} to {b} in miles, and what in kilometres?
km and miles between {a} and {b}
""")

FLIGHT_TIME = rare.FLIGHT_TIME + lines("""
How long is the flight from {a} to {b}?
How long does it take to fly from {a} to {b}?
What is the flight time from {a} to {b}?
How many hours is the flight from {a} to {b}?
flight time {a} {b}
flight duration {a} to {b}
{a} to {b} flight time
{a} - {b} how many hours by plane
hours in the air from {a} to {b}
How long do I fly from {a} to {b}?
How many hours does a plane need from {a} to {b}?
How long will I be in the air between {a} and {b}?
How long is a direct flight between {a} and {b}?
What's the duration of a flight from {a} to {b}?
Tell me how long the flight from {a} to {b} takes.
Give me the flying time between {a} and {b}.
About how many hours is it by air from {a} to {b}?
I'd like to know how long one flies from {a} to {b}.
I wonder how long the plane takes from {a} to {b}.
Could you tell me the flight duration between {a} and {b}?
I'm flying from {a} to {b} next week. How long will the flight be?
We leave {a} for {b} on Friday. How many hours will we sit in the plane?
My kids get bored easily. How long is the flight {a} to {b}?
I hate flying. How long would I have to endure it from {a} to {b}?
How much time does the flight from {a} to {b} take?
How much time should I plan for flying from {a} to {b}?
Find the flight time in hours between {a} and {b}.
Estimate the flight time from {a} to {b}.
What is the approximate flying time, in hours, from {a} to {b}?
By plane, how long does it take from {a} to {b}?
How quickly can one get from {a} to {b} by air?
From {a} to {b} by plane: how many hours?
How many hours of flying lie between {a} and {b}?
is it a long flight from {a} to {b}? how many hours?
Flying {a} to {b}, what's the flight time?
Travelling by air from {a} to {b}, how many hours does it take?
how long to fly {a} to {b}
How long would a plane ride be from {a} to {b}?
I need the length of the flight between {a} and {b} in hours.
What's the travel time by plane between {a} and {b}?
Do you know how many hours one flies from {a} to {b}?
Time in the air, {a} to {b}?
If I board a plane in {a}, how many hours later do I get off in {b}?
""")

DISTANCE_AND_TIME = rare.DISTANCE_AND_TIME + lines("""
How far is it from {a} to {b} and how long is the flight?
What are the distance and the flight time from {a} to {b}?
distance and flight time {a} {b}
{a} to {b}: km and hours by plane
How many kilometres is it from {a} to {b}, and how many hours does the flight take?
Tell me the distance in km and the flying time between {a} and {b}.
I want to fly from {a} to {b}. How far is it and how long will it take?
Give me distance and duration of a flight from {a} to {b}.
How long does a flight from {a} to {b} take, and how many km is it?
How far apart are {a} and {b}, and how long would I fly?
We plan a trip from {a} to {b} and need to know both the distance and the flight time.
Distance in km plus flight duration between {a} and {b}?
What's the flight time from {a} to {b}, and what's the distance?
I'd like to know how far {a} is from {b} and how many hours one flies.
Both distance and flight duration, {a} to {b}.
Please look up how many km and how many hours it is by air from {a} to {b}.
""")

DISTANCE_CODES = rare.DISTANCE_CODES + lines("""
How far is {a} from {b} airport?
What is the distance between the airports {a} and {b}?
Distance from airport {a} to airport {b}?
How many km from {a} airport to {b} airport?
{a}-{b} distance
{a}-{b} km
{a} -> {b}, how many kilometres?
My ticket says {a} to {b}. How far is that?
My boarding pass says {a}-{b}. How many km is this flight?
Flight distance {a}/{b}?
What is the distance of the route {a}-{b}?
How long is the route {a}-{b} in km?
How far is it between IATA codes {a} and {b}?
Great-circle distance {a} to {b} in km
Origin {a}, destination {b}: how many kilometers?
from {a} to {b} (IATA codes), distance?
I am booked on {a}-{b} and want to know how far it is.
Give me the kilometres for the leg {a}-{b}.
How many kilometers separate the airports {a} and {b}?
The flight goes from {a} to {b}; tell me the distance.
how far do planes fly on {a}-{b}
Compute the distance between airport codes {a} and {b}.
""")

DISTANCE_CODES_MILES = rare.DISTANCE_CODES_MILES + lines("""
How many miles is {a} to {b}?
{a}-{b} miles
{a}-{b} in miles
How many miles from {a} airport to {b} airport?
Distance in miles between the airports {a} and {b}?
My ticket says {a} to {b}. How many miles is that?
How many miles do I earn by distance on the route {a}-{b}?
Flight miles {a}/{b}?
Give me the miles of the leg {a}-{b}.
How far is airport {a} from airport {b} in miles?
Mileage {a}-{b}?
What is the length of the route {a}-{b} in miles?
Origin {a}, destination {b}: how many miles?
""")

FLIGHT_TIME_CODES = rare.FLIGHT_TIME_CODES + lines("""
How long is the {a}-{b} flight?
{a}-{b} flight time
{a}-{b} how many hours
What is the flight time between the airports {a} and {b}?
My ticket says {a} to {b}. How long is that flight?
My boarding pass says {a}-{b}. How many hours will I fly?
How long does it take from {a} airport to {b} airport by plane?
Flight duration {a}/{b}?
How many hours is the route {a}-{b}?
Origin {a}, destination {b}: how long is the flight?
How long do planes fly on {a}-{b}?
I am booked on {a}-{b}. How long will I be in the air?
Give me the flying time of the leg {a}-{b}.
How many hours does one fly between IATA codes {a} and {b}?
from {a} to {b} (IATA codes), how long by air?
Estimated duration of {a} -> {b}?
Flight from airport {a} to airport {b}: how many hours?
How much time does the leg {a}-{b} take?
What is the duration of the route {a}-{b}?
Tell me how many hours the plane needs for {a}-{b}.
""")

DISTANCE_LIMIT = rare.DISTANCE_LIMIT + lines("""
Is it {than} {limit} km from {a} to {b}?
Is the distance from {a} to {b} {than} {limit} km?
Are {a} and {b} {than} {limit} km apart?
Is {a} {than} {limit} km away from {b}?
Is the flight from {a} to {b} {than} {limit} kilometres?
Would I travel {than} {limit} km from {a} to {b} by plane?
{a} to {b}, is that {than} {limit} kilometers?
I wonder whether the distance between {a} and {b} is {than} {limit} km.
My friend says that {a} and {b} are {than} {limit} km apart. Is that so?
Does the flight {a} to {b} cover {than} {limit} km?
{a} - {b} {than} {limit} km, yes or no?
Tell me if it is {than} {limit} kilometres between {a} and {b}.
""")

FLIGHT_TIME_LIMIT = rare.FLIGHT_TIME_LIMIT + lines("""
Is the flight from {a} to {b} {than} {limit}?
Does it take {than} {limit} to fly from {a} to {b}?
Is the flight time between {a} and {b} {than} {limit}?
Will I sit in the plane {than} {limit} from {a} to {b}?
flight {a} to {b} {than} {limit}?
I can only sit for a while. Is the flight from {a} to {b} {than} {limit}?
Do planes need {than} {limit} from {a} to {b}?
Tell me if flying from {a} to {b} takes {than} {limit}.
I wonder whether the plane takes {than} {limit} between {a} and {b}.
Does a direct flight {a} to {b} last {than} {limit}?
{a} - {b} by plane: {than} {limit}, yes or no?
Is it {than} {limit} by air from {a} to {b}?
""")
