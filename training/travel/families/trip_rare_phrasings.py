"""Rarer ways of asking what ``trips`` solves: out of a situation, clipped, chatty or stiff."""

from __future__ import annotations

from training.travel.family import lines

UNIT = lines("""
{a}-{b} {unit}
whats {a} to {b} in {unit}
{b} is how many {unit} from {a}?
My nephew insists on {unit}: how far is {b} from {a}?
A crow flies straight from {a} to {b}. How many {unit}?
Length of the air route {a} - {b}, kindly in {unit}.
Neither km nor miles, I need {unit}: from {a} to {b} by plane.
The crossword wants the distance {a} to {b} counted in {unit}.
how much {unit} is between {a} and {b}
""")

MINUTES = lines("""
{a}-{b} flight min
The baby naps by the minute. How many minutes is the flight from {a} to {b}?
flight {a} to {b}, not hours but minutes
whats the flying time {a} to {b} in mins
From take-off in {a} to landing in {b}: how many minutes?
Grandma counts everything in minutes. How long does she fly from {a} to {b}?
""")

PER_KM = lines("""
{price} {a}-{b}, per km?
Boss paid {price} to get me from {a} to {b}. How much for each km?
whats the km price if {a} to {b} is {price}
Flew {a} to {b}. Bill: {price}. So every kilometre was how much?
{a} to {b}, fare {price}: kindly state the cost per kilometre.
Spread {price} over all the kilometres from {a} to {b}. What falls on each?
Is {price} a rip-off for {a} to {b}? Tell me what a km costs.
""")

PER_MILE = lines("""
{price} {a}-{b}, per mile?
Boss paid {price} to get me from {a} to {b}. How much for each mile?
Flew {a} to {b}. Bill: {price}. So every mile was how much?
Spread {price} over all the miles from {a} to {b}. What falls on each?
Is {price} a rip-off for {a} to {b}? Tell me what a mile costs.
""")

PER_HOUR = lines("""
{price} {a}-{b}, per flight hour?
Boss paid {price} to fly me from {a} to {b}. How much for each hour in the air?
Flew {a} to {b}. Bill: {price}. So every hour aloft was how much?
Spread {price} over the hours of the flight from {a} to {b}. What falls on each?
Is {price} a rip-off for {a} to {b}? Tell me what an hour in the plane costs.
""")

EXHAUST = lines("""
{a}-{b} co2, {rate}/km
My daughter says flying is {rate} of CO2 a km. So what does {a} to {b} do to the climate, in kg?
{rate} CO2 for every kilometre: how bad is {a} to {b}, in kg?
Greenhouse gas of one flight {a} - {b}, kindly, with {rate} CO2 per km.
whats my co2 from {a} to {b} if its {rate} each km
I want to offset my flight {a} to {b}. With {rate} CO2 per kilometer, how many kg is it?
""")

CLOCK_HOURS = lines("""
{a}-{b}: flight hrs + time diff
whats the flight time {a} {b} and how many hours do clocks differ
Grandma flies from {a} to {b}. How many hours in the plane, and how far must she turn her watch?
Hours in the air from {a} to {b}? And the clock shift?
My boss sends me from {a} to {b}; I need the flying time and how much later or earlier it is there.
Kindly state flight duration and time difference for {a} - {b}.
Two things about {a} to {b}: length of the flight, gap between the clocks.
""")

CLOCK_KM = lines("""
{a}-{b}: km + time diff
whats the distance {a} {b} and how many hours do clocks differ
My son studies in {b}, I am in {a}. How many km lie between us, and how many hours on the clock?
Kindly state distance in km and time difference for {a} - {b}.
Two things about {a} and {b}: the kilometres between them, the gap between their clocks.
How far do I go from {a} to {b}, and by how much must I turn my watch?
""")

PEOPLE = lines("""
{a}-{b} km, {b} pop
My son moves from {a} to {b}. How many km away is it, and how many souls live there?
whats the distance {a} to {b} and how many ppl in {b}
Is {b} far from {a}, in km, and how many residents does it have?
Kindly state the kilometres from {a} to {b} and the headcount of {b}.
Going to {b} from {a}: what distance, and a city of how many people?
""")

HOLIDAY = lines("""
{b} {day} holiday? km from {a}?
My boss wants me in {b} on {day}. Are people off for a public holiday then, and how far is it from {a}?
Grandma comes from {a} to {b} on {day}. Is it a holiday in {b}, and how many km does she fly?
whats the distance {a} to {b}, and is {day} a public holiday in {b}
Kindly confirm whether {day} is a public holiday in {b}, and the kilometres from {a}.
Two questions about {b}: is {day} a bank holiday there, and how many km from {a}?
""")

CAPITALS = lines("""
{a} capital - {b} capital km
whats the distance from {a}'s capital to {b}'s
Take the capital of {a}, take that of {b}: how many km from one to the other?
A diplomat's bag travels from the capital of {a} to the capital of {b}. How many kilometres?
I can't even name them, but how far apart are {a}'s and {b}'s capitals?
As the crow flies, capital of {a} to capital of {b}?
Kindly state the kilometres between the capital of {a} and the capital of {b}.
Homework: find the capital of {a}, find the capital of {b}, measure the distance.
My nephew has to know how many km it is between the main cities, the capitals, of {a} and {b}.
""")

CAPITALS_HOURS = lines("""
{a} capital - {b} capital flight hrs
whats the flight time from {a}'s capital to {b}'s
A diplomat boards in the capital of {a} and gets off in the capital of {b}. Hours in between?
Kindly state the flight duration, capital of {a} to capital of {b}.
Homework: find the capitals of {a} and {b} and say how many hours a plane needs between them.
From one capital to the other, {a}'s to {b}'s: how long by air?
""")

TO_CAPITAL = lines("""
{city} - {country} capital km
whats the distance between {city} and {country}'s capital
My visa must be fetched in the capital of {country}. How many km is that from {city}?
Whatever the capital of {country} is called, how far is it from {city}?
As the crow flies, {city} to {country}'s capital city?
Kindly state the kilometres by air from {city} to the capital of {country}.
The embassy is in the capital of {country}, I am in {city}. How far apart are we?
""")
