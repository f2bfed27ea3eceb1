"""Rarer ways to compare cities: situations, search boxes, bets; one phrasing a line."""

from __future__ import annotations

from training.travel.family import lines

MORE_PEOPLE = lines("""
{a} or {b}, more ppl?
{a} vs {b} pop, who wins?
whos bigger {a} or {b}
In headcount, does {a} or {b} come out on top?
I like it crowded: {a} or {b}, where are there more people?
My sister says {a} is bigger, I say {b}. Who is right, going by inhabitants?
Put {a} and {b} in order: which has the greater number of residents?
We open our shop where more people live. Is that {a} or {b}?
Larger population wins: {a} against {b}.
Quiz question: which city has more inhabitants? A: {a}, B: {b}.
Name the one with more inhabitants, {a} or {b}.
""")

FEWER_PEOPLE = lines("""
{a} or {b}, less ppl?
whos smaller {a} or {b}
I hate crowds: {a} or {b}, where are there fewer people?
Quiz question: which city has fewer inhabitants? A: {a}, B: {b}.
Lower headcount: {a} or {b}?
My sister calls {a} the smaller town, I say {b}. Who is right, by inhabitants?
""")

MOST_PEOPLE = lines("""
{a} / {b} / {c} most ppl?
Quiz: most inhabitants? A: {a}, B: {b}, C: {c}.
Our three branches are in {a}, {b} and {c}. Which of these cities has the most residents?
Who wins on population, {a}, {b} or {c}?
Name the most populous one: {a}, {b}, {c}.
""")

FEWEST_PEOPLE = lines("""
{a} / {b} / {c} fewest ppl?
Quiz: fewest inhabitants? A: {a}, B: {b}, C: {c}.
Our three branches are in {a}, {b} and {c}. Which of these cities has the fewest residents?
I hate crowds. {a}, {b} or {c}, where live the fewest people?
Name the least populous one: {a}, {b}, {c}.
""")

WHETHER_MORE = lines("""
{a} > {b} in population, true?
My nephew bets that more people live in {a} than in {b}. Does he win?
Somebody told me {a} is more populous than {b}. True?
True or false: {a} has a larger population than {b}.
Does {a} beat {b} in number of inhabitants?
is {a} really bigger than {b} people wise
Can you confirm that {a} has more residents than {b}?
""")

BOTH_POPULATIONS = lines("""
pop {a} & {b}
{a} + {b}: inhabitants of each?
How many people has {a}? And {b}?
Headcount of {a}, headcount of {b}?
For my table I need two numbers, the inhabitants of {a} and those of {b}.
First {a}, then {b}: how many residents each?
""")

BOTH_COUNTRIES = lines("""
{a}, {b}: country of each?
Which country is {a} in? And {b}?
Two letters, one to {a} and one to {b}. Which countries do I write on them?
Our branches are in {a} and {b}. Name the country of each.
""")

GAP = lines("""
pop gap {a} - {b}
How many inhabitants does one of {a} and {b} have more than the other?
The bigger of {a} and {b} leads by how many people?
How many people lie between the populations of {a} and {b}?
By how many residents does the larger of {a} and {b} beat the smaller?
""")

TIMES = lines("""
{a} = how many times {b} in people?
people of {a} / people of {b} = ?
For each inhabitant of {b}, how many are there in {a}?
How many cities with as many people as {b} make one {a}?
For one resident of {b}, how many residents has {a}?
""")

TOGETHER = lines("""
pop {a} + {b} = ?
Inhabitants of {a} plus inhabitants of {b}?
If {a} and {b} were one city, how many people would it have?
Our radio station reaches everybody in {a} and {b}. How many people is that in all?
Put the people of {a} and of {b} together: how many are they?
""")

NORTH = lines("""
{a} or {b} further up north?
nearer to the north pole by latitude, {a} or {b}?
whats more north {a} or {b}
On a map with north at the top, which is higher up, {a} or {b}?
We drive ever northward: which do we reach last, {a} or {b}?
My sister says {a} is the more northern one, I say {b}. Who is right?
""")

SOUTH = lines("""
{a} or {b} further down south?
whats more south {a} or {b}
On a map with north at the top, which is lower down, {a} or {b}?
My sister says {a} is the more southern one, I say {b}. Who is right?
Name the southernmost of the two, {a} or {b}.
""")

EAST = lines("""
{a} or {b}, more to the right on a map with north at the top?
whats more east {a} or {b}
My sister says {a} is the more eastern one, I say {b}. Who is right?
Name the easternmost of the two, {a} or {b}.
Is it {a} or {b} that lies farther to the east?
""")

WEST = lines("""
{a} or {b}, more to the left on a map with north at the top?
whats more west {a} or {b}
My sister says {a} is the more western one, I say {b}. Who is right?
Name the westernmost of the two, {a} or {b}.
Is it {a} or {b} that lies farther to the west?
""")

DEGREES = lines("""
lat {a} minus lat {b}, in absolute degrees?
How far apart in degrees of latitude are {a} and {b}?
Between the parallels of {a} and {b} there are how many degrees?
""")
