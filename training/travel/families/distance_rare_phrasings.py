"""Rarer ways of asking for distances and flight times: out of a situation, clipped, chatty or stiff."""

from __future__ import annotations

from training.travel.family import lines

DISTANCE = lines("""
How big is the distance from {a} to {b}?
Starting in {a} and landing in {b}, how many kilometres is that?
We argue about how far {a} is from {b}. Who knows?
For my travel diary I need the flight distance between {a} and {b}.
Is it far from {a} to {b}? I need the number of km.
I have a flight from {a} to {b}; how far will it take me?
My sister moved from {a} to {b}. How far is that as the crow flies?
What distance does a plane cover between {a} and {b}?
dist {a}-{b} km
{a} {b} km?
whats the distance {a} to {b}
how many k's from {a} to {b}
Grandma lives in {a}, we live in {b}. How many kilometres are between us?
As the crow flies, {a} to {b}: what is the length in km?
If a bird flew straight from {a} to {b}, how many km would it cover?
How wide is the gap between {a} and {b}, in kilometres?
What separates {a} and {b} in terms of kilometres?
My boss wants me in {b} on Monday and I am in {a}. How far do I have to go?
Our geography homework: kilometres in the air between {a} and {b}.
Length of the air route {a} - {b}, in km, kindly.
Draw a line from {a} to {b}: how many kilometers long is it?
{b} is how many kilometers away from {a}?
I sit in {a} dreaming of {b}. So far away! But how far exactly, in km?
For the expense report: kilometres by air, {a} to {b}.
how much km is between {a} and {b}
We need the flight distance; departure {a}, arrival {b}.
A pigeon is released in {a} and comes home to {b}. How far did it fly?
Is it a stone's throw from {a} to {b} or half the globe? Tell me the km.
Leaving {a}, going to {b}. Kilometres?
what far is {b} when i am start in {a}
How distant are {a} and {b} from one another?
My nephew collects distances. The next on his list is {a} to {b}.
""")

DISTANCE_MILES = lines("""
mi {a} to {b}
{a} {b} miles?
My old atlas only has miles. What does it say for {a} to {b}?
The distance, in statute miles, separating {a} and {b}?
whats {a} to {b} in mi
Grandpa only understands miles. How far is it for him from {a} to {b}?
My girlfriend moved to {b}, I stayed in {a}. How many miles are between us?
{b} lies how many miles from {a}?
As the crow flies from {a} to {b}, in miles?
Departure {a}, arrival {b}: length of the flight in miles, kindly.
Miles in the air when I go {a} to {b}?
I need a number of miles for this pair: {a} and {b}.
how much miles is from {a} until {b}
""")

DISTANCE_BOTH_UNITS = lines("""
{a}-{b} km + mi
Half of us think in miles, the others in km. How far is {b} from {a} for each?
The air distance {a} to {b}: first in kilometres, then in miles.
whats the distance {a} to {b}, give me km AND miles
For a bilingual brochure: length of the flight {a} - {b} in kilometers as well as miles.
{b} is how many kilometres, or how many miles, from {a}?
""")

FLIGHT_TIME = lines("""
{a} {b} flight hrs
flight hours {a}-{b}?
how long in the plane {a} to {b}
whats the flight time {a} {b}
Grandma flies from {a} to {b}. For how many hours must she sit still?
My boss sends me from {a} to {b}. Will it be a hop or a whole day in the plane? How many hours?
Is there enough time for three films between {a} and {b}? How many hours is the flight?
From take-off in {a} to touchdown in {b}: how many hours?
After how many hours in the air does one reach {b} from {a}?
Airborne time {a} to {b}, kindly.
The baby will cry all the way from {a} to {b}. How long is that going to be by plane?
I get nervous on planes. {a} to {b} would be how many hours?
how much hours takes airplane from {a} to {b}
Leaving {a} by plane, how long till {b}?
Once we have taken off in {a}, when do we land in {b}: after how many hours?
What is a realistic flying time for {a} to {b}?
How many hours of sleep can I get on a plane from {a} to {b}? I mean, how long is the flight?
Plane from {a} to {b}. Duration?
Somebody has to fly to {b} from {a} for us, so how long would they be in the air?
Our pilot takes us from {a} to {b}. Hours in the cockpit?
Length in hours of a nonstop flight {a} - {b}
{b} from {a} by air, how long
""")

DISTANCE_AND_TIME = lines("""
{a}-{b}: km? hours?
Two numbers please: km from {a} to {b}, and hours in the plane.
{b} from {a}: how far, how long by air
My boss sends me from {a} to {b}. What distance is that, and how many hours do I sit in the plane?
whats the distance {a} to {b} and how many hrs is the flight
Kindly state the length in km and the duration in hours of a flight {a} - {b}.
Grandma wants to come from {a} to {b}. Is it far, in km, and how long would she fly?
How many hours in the air between {a} and {b}, and how many kilometres pass below me?
""")

DISTANCE_CODES = lines("""
{a} {b} km
{a} to {b} how far
dist {a}/{b} in km
{a}>{b} kilometres
My suitcase flew {a} to {b} without me. How many km did it travel?
Flight plan says dep {a}, arr {b}. Kilometres?
How much ground does a plane cover going {a} to {b}? In km, please.
Our crew roster shows {a}-{b}. What is the distance of that sector?
For the expense report I need the km of the sector {a}-{b}.
whats the km on {a}-{b}
Length of the hop {a}-{b} in kilometres, kindly.
How long a way is it, in km, if the tag reads {a} and I sit at {b}?
""")

DISTANCE_CODES_MILES = lines("""
{a} {b} mi
{a} to {b} miles?
miles flown on {a}-{b}, whats the number
Frequent flyer form, segment {a}-{b}: distance in miles?
Our crew roster shows {a}-{b}. How many miles is that sector?
My suitcase went {a} to {b} without me. How many miles did it travel?
Flight plan says dep {a}, arr {b}. Miles?
""")

FLIGHT_TIME_CODES = lines("""
{a} {b} hours
{a}/{b} flying time?
dep {a}, arr {b}: how many hours in the air?
whats the flight time {a}-{b}
Grandma's ticket reads {a}-{b}. For how many hours will she be flying?
Hours I will spend in the plane on {a}-{b}?
Our crew roster shows {a}-{b}. How long is that sector in hours?
Duration of the hop {a}-{b}, kindly.
From {a} by plane, after how many hours is one at {b}?
{a}>{b} hrs
I need to know how long I must switch off my phone on {a}-{b}.
""")

DISTANCE_LIMIT = lines("""
{a}-{b} {than} {limit}km?
My nephew bets that it is {than} {limit} km from {a} to {b}. Does he win?
Somebody told me {b} is {than} {limit} km from {a}. True?
Would a crow have to fly {than} {limit} km from {a} to {b}?
Our drone permit asks: is {b} {than} {limit} kilometers from {a}?
Can one say that {a} and {b} lie {than} {limit} kilometres from each other?
Refunds depend on this: is the flight {a} - {b} {than} {limit} km?
true or false: {a} to {b} is {than} {limit} km
""")

FLIGHT_TIME_LIMIT = lines("""
{a}-{b} flight {than} {limit}?
My nephew bets the flight from {a} to {b} is {than} {limit}. Does he win?
Somebody told me one flies {than} {limit} from {a} to {b}. True?
true or false: by plane, {a} to {b} takes {than} {limit}
Will grandma be in the air {than} {limit} when she flies from {a} to {b}?
The doctor asks: is my flight from {a} to {b} {than} {limit}?
Company rules depend on it: does flying {a} - {b} last {than} {limit}?
""")
