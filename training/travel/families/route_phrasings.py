"""How people compare distances, and ask about round trips, stops and speeds; one phrasing a line."""

from __future__ import annotations

from training.travel.families import route_rare_phrasings as rare
from training.travel.family import lines

CLOSER = rare.CLOSER + lines("""
Which is closer to {a}, {b} or {c}?
Which is nearer to {a}: {b} or {c}?
Is {b} or {c} closer to {a}?
What is closer to {a}, {b} or {c}?
closer to {a}: {b} or {c}
nearest to {a}, {b} or {c}?
From {a}, is {b} or {c} the shorter distance?
We live in {a}. Which is closer for a holiday, {b} or {c}?
Starting in {a}, which destination is nearer, {b} or {c}?
I am in {a} and can fly to {b} or to {c}. Which is less far?
Compare the distances from {a} to {b} and to {c}. Which place is closer?
Which of the two is less far from {a}, {b} or {c}?
From {a} I could go to {b} or {c}; which one is the closer one?
I want the shorter flight distance from {a}: should I choose {b} or {c}?
Tell me which is closest to {a}: {b} or {c}.
Seen from {a}, what lies nearer, {b} or {c}?
Is it less far from {a} to {b} or to {c}?
Does one of {b} and {c} lie closer to {a}? Which?
For a short trip from {a}, which is the nearer place, {b} or {c}?
I wonder whether {b} or {c} is closer to {a}.
""")

FARTHER = rare.FARTHER + lines("""
Which is farther from {a}, {b} or {c}?
Which is further away from {a}: {b} or {c}?
Is {b} or {c} farther away from {a}?
What is further from {a}, {b} or {c}?
farther from {a}: {b} or {c}
From {a}, is it a longer way to {b} or to {c}?
We live in {a}. Which is more distant, {b} or {c}?
Starting in {a}, which destination is farther, {b} or {c}?
Compare the distances from {a} to {b} and to {c}. Which place is farther away?
Which of the two is more kilometres away from {a}, {b} or {c}?
I want to get as far away from {a} as I can. {b} or {c}?
Tell me which is farthest from {a}: {b} or {c}.
From {a}, would I travel more km to {b} or to {c}?
I wonder whether {b} or {c} is further from {a}.
""")

IS_CLOSER = rare.IS_CLOSER + lines("""
Is {b} closer to {a} than {c}?
Is {b} nearer to {a} than {c} is?
Is it true that {b} is closer to {a} than {c}?
Does {b} lie closer to {a} than {c}?
From {a}, is {b} less far than {c}?
My colleague says {b} is closer to {a} than {c}. Is that right?
Would I travel a shorter distance from {a} to {b} than to {c}?
{b} closer to {a} than {c}? yes or no
I live in {a}. Is {b} really nearer than {c}?
Is the way from {a} to {b} shorter than the one from {a} to {c}?
""")

SHORTER_FLIGHT = rare.SHORTER_FLIGHT + lines("""
Which flight is shorter, from {a} to {b} or from {a} to {c}?
From {a}, which flight takes less time, to {b} or to {c}?
Is the flight from {a} to {b} or to {c} shorter in hours?
I don't like long flights. From {a}, is flying to {b} or to {c} quicker?
Starting in {a}, where does the plane arrive sooner, {b} or {c}?
shorter flight time from {a}: {b} or {c}
Compare the flight times from {a} to {b} and to {c}. Which is shorter?
From {a}, do I reach {b} or {c} faster by plane?
Which one has the shorter flight time from {a}, {b} or {c}?
Should I fly from {a} to {b} or to {c} if I want to spend less time in the air?
""")

FARTHER_BY = rare.FARTHER_BY + lines("""
How much farther is it from {a} to {b} than to {c}?
How many km further is {b} from {a} than {c}?
By how many kilometres is {b} farther from {a} than {c}?
What is the difference between the distances from {a} to {b} and from {a} to {c}?
From {a}, how many more km is it to {b} than to {c}?
difference in km: {a} to {b} versus {a} to {c}
Starting in {a}, how many extra kilometres is {b} compared with {c}?
I live in {a}. How much longer is the way to {b} than to {c} in km?
Subtract the distance {a} to {c} from the distance {a} to {b}.
How many kilometers do I save if I fly from {a} to {c} instead of {b}?
""")

ROUND_TRIP = rare.ROUND_TRIP + lines("""
How many km is a round trip from {a} to {b}?
How far is it from {a} to {b} and back?
What is the distance of a return trip between {a} and {b}?
round trip {a} {b} km
{a} to {b} and back, how many kilometres?
I fly from {a} to {b} and back. How many km is that altogether?
Total distance of a return flight {a} - {b}?
How many kilometres will I have flown after going from {a} to {b} and home again?
We go from {a} to {b} for the weekend and return. What distance is that in total?
Compute the round-trip distance between {a} and {b}.
Tell me the kilometres there and back, {a} to {b}.
How long is the way from {a} to {b} and back again in km?
For my carbon report I need the km of a return flight from {a} to {b}.
Going to {b} from {a} and returning to {a}: how many kilometers in all?
What's the two-way distance from {a} to {b}?
""")

ROUND_TRIP_MILES = rare.ROUND_TRIP_MILES + lines("""
How many miles is a round trip from {a} to {b}?
How many miles is it from {a} to {b} and back?
What is the distance of a return trip between {a} and {b} in miles?
round trip {a} {b} miles
{a} to {b} and back, how many miles?
I fly from {a} to {b} and back. How many miles is that altogether?
How many air miles will I collect going from {a} to {b} and home again?
Compute the round-trip mileage between {a} and {b}.
Total miles of a return flight {a} - {b}?
Tell me the miles there and back, {a} to {b}.
""")

ROUND_TRIP_TIME = rare.ROUND_TRIP_TIME + lines("""
How many hours will I fly from {a} to {b} and back?
How long is the flight from {a} to {b} and back in total?
What is the total flight time of a round trip from {a} to {b}?
round trip {a} {b} flight time
I fly from {a} to {b} and home again. How many hours will I be in the air?
Total hours in the air for a return trip {a} - {b}?
How much time do I spend in planes on a return flight between {a} and {b}?
{a} to {b} there and back, how many hours by plane?
Compute the flying time of a return trip from {a} to {b}.
Tell me how long I fly altogether, there and back, between {a} and {b}.
""")

STOP = rare.STOP + lines("""
How far is it from {a} to {c} via {b}?
How many km is the route {a} - {b} - {c}?
What is the total distance from {a} to {b} and on to {c}?
{a} via {b} to {c}, km?
distance {a} {b} {c} in total
I fly from {a} to {b} and then to {c}. How many kilometres is that altogether?
We go from {a} to {c} with a stop in {b}. How far do we travel?
Flying from {a} to {c} with a stopover at {b}, what is the whole distance?
Add up the distances from {a} to {b} and from {b} to {c}.
First {a} to {b}, then {b} to {c}: how many km in all?
What distance do I cover if I travel from {a} through {b} to {c}?
My trip goes {a}, {b}, {c}. What is its length in kilometres?
Compute the length of a journey from {a} to {c} by way of {b}.
With a change of planes in {b}, how many km is it from {a} to {c}?
""")

STOP_MILES = rare.STOP_MILES + lines("""
How many miles is it from {a} to {c} via {b}?
How many miles is the route {a} - {b} - {c}?
What is the total mileage from {a} to {b} and on to {c}?
{a} via {b} to {c}, miles?
I fly from {a} to {b} and then to {c}. How many miles is that altogether?
We go from {a} to {c} with a stop in {b}. How many miles do we travel?
Add up the miles from {a} to {b} and from {b} to {c}.
First {a} to {b}, then {b} to {c}: how many miles in all?
My trip goes {a}, {b}, {c}. What is its length in miles?
""")

STOP_TIME = rare.STOP_TIME + lines("""
How long do I fly from {a} to {c} via {b}?
How many hours in the air is the route {a} - {b} - {c}?
What is the total flight time from {a} to {b} and on to {c}?
{a} via {b} to {c}, flight hours?
I fly from {a} to {b} and then to {c}. How many hours will I be in the air altogether?
We fly from {a} to {c} with a stop in {b}. Without the waiting, how many hours do we fly?
Add up the flight times from {a} to {b} and from {b} to {c}.
First {a} to {b}, then {b} to {c}: how many flight hours in all?
With a change of planes in {b}, how many hours do I spend flying from {a} to {c}?
Compute the flying time of a journey from {a} to {c} by way of {b}.
My trip goes {a}, {b}, {c}. How many hours is that in planes?
""")

SPEED = rare.SPEED + lines("""
How fast must I travel to get from {a} to {b} in {hours} hours?
What average speed is needed from {a} to {b} in {hours} hours?
If I cover the distance from {a} to {b} in {hours} hours, what is my average speed?
A plane went from {a} to {b} in {hours} hours. How fast was it on average?
average speed {a} to {b} in {hours} hours
What speed in km/h takes me from {a} to {b} in {hours} hours?
My flight from {a} to {b} took {hours} hours. What was the average speed in km/h?
The trip {a} - {b} lasted {hours} hours; how many km/h is that?
Compute the mean speed for travelling from {a} to {b} within {hours} hours.
Travelling from {a} to {b} took us {hours} hours. At what speed did we travel?
""")

AT_SPEED = rare.AT_SPEED + lines("""
How long does it take from {a} to {b} at {speed} km/h?
At {speed} km/h, how many hours would the distance from {a} to {b} take?
How many hours from {a} to {b} if I travel at {speed} km/h?
{a} to {b} at {speed} km/h, how many hours?
With an average speed of {speed} km/h, how long would I need from {a} to {b}?
I move in a straight line from {a} to {b} at {speed} km/h. How many hours does it take?
If a plane flew {speed} km/h all the way, how long would it need from {a} to {b}?
Suppose we move at {speed} km per hour from {a} to {b}. How many hours will we be on the way?
Time needed for the distance {a} - {b} at {speed} km/h?
Divide the distance from {a} to {b} by {speed} km/h: how many hours?
""")

DETOUR = lines("""
How many km longer is it from {a} to {c} via {b} than direct?
Flying {a}-{b}-{c} instead of {a}-{c}, how many extra kilometres is that?
What detour in km does a stop at {b} mean on the way from {a} to {c}?
By how many km does changing planes at {b} lengthen the flight from {a} to {c}?
detour in km: {a} to {c} via {b} compared with the direct flight
How much farther is the route {a} - {b} - {c} than the nonstop {a} - {c}?
""")
