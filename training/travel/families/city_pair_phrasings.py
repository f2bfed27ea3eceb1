"""How people compare cities; one phrasing a line."""

from __future__ import annotations

from training.travel.families import city_pair_rare_phrasings as rare
from training.travel.family import lines

MORE_PEOPLE = rare.MORE_PEOPLE + lines("""
Which city is larger, {a} or {b}?
Which has more inhabitants, {a} or {b}?
Is {a} or {b} bigger?
Which is the bigger city: {a} or {b}?
Do more people live in {a} or in {b}?
{a} or {b}: which has the larger population?
bigger city: {a} or {b}
population {a} vs {b}, which is larger?
Compare the populations of {a} and {b}. Which is greater?
Where do more people live, in {a} or in {b}?
Who has more residents, {a} or {b}?
Which of the two cities has more people, {a} or {b}?
I like big cities. Should I go to {a} or to {b}?
Tell me which is more populous, {a} or {b}.
Between {a} and {b}, which city has the higher population?
We argue whether {a} or {b} is larger. Which one is it?
I wonder which is the larger city, {a} or {b}.
Of {a} and {b}, which one has more inhabitants?
What's larger by population, {a} or {b}?
I'm choosing between {a} and {b} for my studies. Which is the more populous one?
Has {a} or {b} got more inhabitants?
""")

FEWER_PEOPLE = rare.FEWER_PEOPLE + lines("""
Which city is smaller, {a} or {b}?
Which has fewer inhabitants, {a} or {b}?
Is {a} or {b} the smaller city?
Do fewer people live in {a} or in {b}?
{a} or {b}: which has the smaller population?
smaller city: {a} or {b}
Compare {a} and {b}. Where do fewer people live?
I prefer small cities. Should I go to {a} or to {b}?
Tell me which is less populous, {a} or {b}.
Between {a} and {b}, which city has the lower population?
Of {a} and {b}, which one has fewer people?
""")

MOST_PEOPLE = rare.MOST_PEOPLE + lines("""
Which city is the largest, {a}, {b} or {c}?
Which has the most inhabitants: {a}, {b} or {c}?
Compare the populations of {a}, {b} and {c}. Which is the greatest?
largest city of {a}, {b}, {c}
Where do the most people live, in {a}, {b} or {c}?
Of {a}, {b} and {c}, which is the most populous?
We visit {a}, {b} and {c}. Which of them is the biggest city?
Tell me which of {a}, {b} and {c} has the largest population.
{a}, {b} or {c}: which one is biggest by population?
I wonder which is the biggest city among {a}, {b} and {c}.
""")

FEWEST_PEOPLE = rare.FEWEST_PEOPLE + lines("""
Which city is the smallest, {a}, {b} or {c}?
Which has the fewest inhabitants: {a}, {b} or {c}?
Compare the populations of {a}, {b} and {c}. Which is the lowest?
smallest city of {a}, {b}, {c}
Where do the fewest people live, in {a}, {b} or {c}?
Of {a}, {b} and {c}, which is the least populous?
We visit {a}, {b} and {c}. Which of them is the smallest city?
Tell me which of {a}, {b} and {c} has the smallest population.
""")

WHETHER_MORE = rare.WHETHER_MORE + lines("""
Is {a} larger than {b}?
Is {a} bigger than {b} by population?
Does {a} have more inhabitants than {b}?
Do more people live in {a} than in {b}?
Is the population of {a} larger than that of {b}?
{a} bigger than {b}?
Has {a} got more residents than {b}?
I think {a} has more people than {b}. Is that so?
Is it true that {a} is a larger city than {b}?
Are there more people in {a} than in {b}?
Tell me whether {a} is more populous than {b}.
Am I right that {a} counts more inhabitants than {b}?
""")

BOTH_POPULATIONS = rare.BOTH_POPULATIONS + lines("""
What are the populations of {a} and {b}?
How many people live in {a} and how many in {b}?
population of {a} and of {b}
Give me the number of inhabitants of {a} and of {b}.
populations: {a}, {b}
Tell me how many inhabitants {a} and {b} have.
How populous are {a} and {b}?
I need the population figures of both {a} and {b}.
For {a} and for {b}, how many people live there?
Look up the populations of the cities {a} and {b}.
""")

BOTH_COUNTRIES = rare.BOTH_COUNTRIES + lines("""
In which countries are {a} and {b}?
What countries do {a} and {b} belong to?
Where are {a} and {b}?
Tell me the country of {a} and that of {b}.
countries of {a} and {b}
I travel from {a} to {b}. Which countries are these cities in?
{a} and {b}: which countries?
Which country is {a} in, and which one {b}?
""")

GAP = rare.GAP + lines("""
What is the difference in population between {a} and {b}?
How many more people live in the larger one of {a} and {b}?
population difference {a} {b}
By how many inhabitants do {a} and {b} differ?
How much do the populations of {a} and {b} differ?
How big is the gap between the populations of {a} and {b}?
Subtract the smaller from the larger population: {a} and {b}.
Calculate the difference between the number of inhabitants of {a} and of {b}.
Tell me how far apart the populations of {a} and {b} are.
""")

TIMES = rare.TIMES + lines("""
How many times larger than {b} is {a} by population?
How many times as many people live in {a} as in {b}?
What is the ratio of the population of {a} to that of {b}?
population ratio {a} to {b}
The population of {a} is how many times that of {b}?
By what factor is {a} more populous than {b}?
Divide the population of {a} by the population of {b}.
How many times would the people of {b} fit into {a}?
How many times bigger is {a} than {b} in inhabitants?
""")

TOGETHER = rare.TOGETHER + lines("""
How many people live in {a} and {b} together?
What is the total population of {a} and {b}?
Add up the populations of {a} and {b}.
combined population {a} {b}
What is the sum of the inhabitants of {a} and {b}?
How many inhabitants do {a} and {b} have altogether?
Taken together, how many people live in {a} and {b}?
We show our film in {a} and {b}. How many people live in the two cities in total?
""")

NORTH = rare.NORTH + lines("""
Which is farther north, {a} or {b}?
Is {a} or {b} further north?
Which city lies more to the north, {a} or {b}?
more northern: {a} or {b}?
Does {a} or {b} have the higher latitude north?
What lies farther north, {a} or {b}?
Which one is the more northerly city, {a} or {b}?
Tell me whether {a} or {b} is farther to the north.
I want to see the midnight sun. Is {a} or {b} farther north?
""")

SOUTH = rare.SOUTH + lines("""
Which is farther south, {a} or {b}?
Is {a} or {b} further south?
Which city lies more to the south, {a} or {b}?
more southern: {a} or {b}?
What lies farther south, {a} or {b}?
Which one is the more southerly city, {a} or {b}?
Tell me whether {a} or {b} is farther to the south.
I want it warm, so which is farther south, {a} or {b}?
""")

EAST = rare.EAST + lines("""
Which is farther east, {a} or {b}?
Is {a} or {b} further east?
Which city lies more to the east, {a} or {b}?
more eastern: {a} or {b}?
What lies farther east, {a} or {b}?
Tell me whether {a} or {b} is farther to the east.
""")

WEST = rare.WEST + lines("""
Which is farther west, {a} or {b}?
Is {a} or {b} further west?
Which city lies more to the west, {a} or {b}?
more western: {a} or {b}?
What lies farther west, {a} or {b}?
Tell me whether {a} or {b} is farther to the west.
""")

DEGREES = rare.DEGREES + lines("""
How many degrees of latitude lie between {a} and {b}?
What is the difference in latitude between {a} and {b}?
latitude difference {a} {b}
By how many degrees of latitude do {a} and {b} differ?
Subtract the latitudes of {a} and {b}.
""")
