"""Rarer ways of comparing distances and asking for round trips, stops and speeds."""

from __future__ import annotations

from training.travel.family import lines

CLOSER = lines("""
{a}: {b} or {c} closer?
nearer 2 {a}, {b} or {c}
My phone battery dies, I am in {a}: which is nearer, {b} or {c}?
We could meet in {b} or in {c}; I come from {a} and want the shorter way. Which one?
Between {b} and {c}, which has the smaller distance to {a}?
whats closer from {a}, {b} or {c}
Which of {b} and {c} is more of a neighbour to {a}?
Our pigeon starts in {a}. To {b} or to {c}, where does it fly fewer km?
Kindly indicate whether {b} or {c} lies at the lesser distance from {a}.
Grandma in {a} will visit one of us, in {b} or in {c}. Who is nearer to her?
for going from {a} which one is more near, {b} or {c}?
""")

FARTHER = lines("""
{b} vs {c}, which is further from {a}
I stay in {a} and my two sons went to {b} and {c}. Which one is farther from home?
Between {b} and {c}, which has the greater distance to {a}?
A postcard from {a}: does it travel more km to {b} or to {c}?
whats further away from {a}, {b} or {c}
Kindly indicate whether {b} or {c} lies at the greater distance from {a}.
Which trip from {a} is longer in km, the one to {b} or the one to {c}?
from {a} which one is more far, {b} or {c}?
""")

IS_CLOSER = lines("""
My nephew bets that {b} is nearer to {a} than {c} is. Does he win?
true or false: {b} is closer to {a} than {c}
Did I hear right that {a} has less distance to {b} than to {c}?
{b} less km from {a} than {c}?
We picked {b} over {c} because it is nearer to {a}. Were we right?
Measured from {a}, does {b} beat {c} for nearness?
""")

SHORTER_FLIGHT = lines("""
{a} to {b} or {a} to {c}, which flight is over sooner?
flight from {a}: {b} vs {c}, less hours?
The baby hates planes. From {a}, would {b} or {c} mean fewer hours on board?
We start in {a}: for {b} or for {c}, do we sit in the plane for less time?
Kindly indicate which has the lesser flight duration from {a}, {b} or {c}.
whats the shorter flight from {a}, {b} or {c}
""")

FARTHER_BY = lines("""
From {a}, {b} is farther than {c}. By how many km?
{a}-{b} minus {a}-{c} in km
We fly from {a} and now go to {b} rather than {c}. How many more kilometres will that be?
extra km from {a} if i choose {b} over {c}
Kindly state by how many kilometres {b} exceeds {c} in distance from {a}.
My sister flies from {a} to {c}, I fly from {a} to {b}. How many km do I go more than she does?
""")

ROUND_TRIP = lines("""
{a}-{b}-{a} km total
rt {a} {b} distance
Monday there, Friday home: {a} to {b} and back. Kilometres in sum?
My boss sends me from {a} to {b} and wants me back. How many km will I have flown?
A pigeon flies from {a} to {b} and returns. What distance has it covered?
{a} - {b}, both ways together, in kilometres
Out and home, {a} to {b}: whats the whole distance?
Double the distance from {a} to {b} for me, in km.
""")

ROUND_TRIP_MILES = lines("""
{a}-{b}-{a} miles total
rt {a} {b} mi
Out and home, {a} to {b}: whats that in miles?
My boss sends me from {a} to {b} and wants me back. How many miles will I have flown?
{a} - {b}, both ways together, in miles
Double the distance from {a} to {b} for me, in miles.
""")

ROUND_TRIP_TIME = lines("""
{a}-{b}-{a} flight hours total
rt {a} {b} hours flying
Out and home, {a} to {b}: whats the total time in the air?
My boss sends me from {a} to {b} and wants me back. How many hours of flying is it in sum?
{a} - {b}, both ways together, how many hours in the plane
Double the flight time from {a} to {b} for me.
""")

STOP = lines("""
{a}>{b}>{c} km
{a} - {b}, then {b} - {c}, whats the km total
My ticket from {a} to {c} has a layover in {b}. How many kilometres in sum?
The nonstop was sold out, so it is {a}, {b}, {c} for us. How far is that way in km?
Before I go home to {c} I see grandma in {b}; I start in {a}. Total km by air?
{c} from {a}, touching down in {b} on the way: kilometres altogether?
Kindly state the combined length in km of the legs {a} - {b} and {b} - {c}.
""")

STOP_MILES = lines("""
{a}>{b}>{c} miles
My ticket from {a} to {c} has a layover in {b}. How many miles in sum?
The nonstop was sold out, so it is {a}, {b}, {c} for us. How many miles of flying is that?
{c} from {a}, touching down in {b} on the way: miles altogether?
Kindly state the combined length in miles of the legs {a} - {b} and {b} - {c}.
""")

STOP_TIME = lines("""
{a}>{b}>{c} flying hours
My ticket from {a} to {c} has a layover in {b}. How many hours of pure flying is it?
The nonstop was sold out, so it is {a}, {b}, {c} for us. How long are both flights together?
{c} from {a}, touching down in {b} on the way: hours in the air altogether?
Kindly state the combined duration of the flights {a} - {b} and {b} - {c}.
""")

SPEED = lines("""
{a}-{b} in {hours}h, km/h?
From {a} I must be in {b} within {hours} hours. How many km/h does that mean?
Grandpa boasts he got from {a} to {b} in {hours} hours. What speed would that be?
{hours} hours for {a} to {b}: whats that in km/h
A balloon drifts from {a} to {b} in {hours} hours. How many km/h is it doing?
""")

AT_SPEED = lines("""
{a}-{b} @ {speed} km/h, hours?
A balloon leaves {a} for {b} at {speed} km/h. After how many hours is it there?
Doing {speed} km/h, when would I get from {a} to {b}: after how many hours?
My drone flies {speed} km/h. For how many hours must it fly from {a} to {b}?
{speed} km/h is our speed, {a} to {b} our way. Hours needed?
""")
