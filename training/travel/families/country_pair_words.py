"""How people ask about two or three countries; slots ``{a}``, ``{b}``, ``{c}``."""

from __future__ import annotations

from training.travel.families import country_pair_facts_words as facts
from training.travel.families.country_words import lines

SAME_CURRENCY = facts.SAME_CURRENCY
TWO_CAPITALS = facts.TWO_CAPITALS
TWO_CURRENCIES = facts.TWO_CURRENCIES
TWO_PHONE_CODES = facts.TWO_PHONE_CODES
TWO_POPULATIONS = facts.TWO_POPULATIONS

MORE_PEOPLE = lines("""
    Which country has more people, {a} or {b}?
    Which has the larger population, {a} or {b}?
    Do more people live in {a} or in {b}?
    Who has more inhabitants: {a} or {b}?
    {a} or {b}, which one is more populous?
    population {a} vs {b}, which is higher?
    Compare the populations of {a} and {b} and tell me which is bigger.
    Of {a} and {b}, which has more inhabitants?
    My friend and I argue whether {a} or {b} has more people. Who does?
    Where do more people live, in {a} or in {b}?
    Tell me which is more populous, {a} or {b}.
    Is it {a} or {b} that has the greater number of inhabitants?
    Between {a} and {b}, which country is home to more people?
    More residents: {a} or {b}?
    I wonder which of the two has more people, {a} or {b}.
    By population, is {a} the bigger one or {b}?
    {a} pop vs {b} pop, who wins
    Which is home to more souls, {a} or {b}?
    If all people of {a} and all of {b} queued up, whose queue would be longer?
    We sell by the head: which is the larger market in inhabitants, {a} or {b}?
    Put {a} and {b} in order of population. Which is on top?
    whos got more people {a} or {b}
    Two countries, {a} and {b}. The one with the higher headcount is...?
    My sister says {a} has the most people, I say {b}. Which of us is right?
""")

FEWER_PEOPLE = lines("""
    Which country has fewer people, {a} or {b}?
    Which has the smaller population, {a} or {b}?
    Do fewer people live in {a} or in {b}?
    {a} or {b}: where are there fewer inhabitants?
    Of {a} and {b}, which is the less populous?
    Who has fewer inhabitants, {a} or {b}?
    Between {a} and {b}, which one has the lower population?
    I like it quiet: does {a} or {b} have fewer people?
    Less people: {a} or {b}?
    Tell me which one has fewer residents, {a} or {b}.
    Which is emptier of people, that is has the smaller population: {a} or {b}?
    lower population {a} or {b}
    whos got less people {a} or {b}
    Crowds scare me. Which has fewer inhabitants, {a} or {b}?
    Put {a} and {b} in order of population. Which is at the bottom?
    Two countries, {a} and {b}. The one with the smaller headcount is...?
""")

LARGER = lines("""
    Which country is larger by area, {a} or {b}?
    Which is bigger in square kilometres, {a} or {b}?
    Does {a} or {b} have the larger area?
    Which covers more land, {a} or {b}?
    {a} or {b}, which has more square kilometers?
    area {a} vs {b}, which is larger?
    Compare the areas of {a} and {b}; which one is larger?
    Of {a} and {b}, which takes up more space on the map, I mean in km²?
    Is the territory of {a} or that of {b} larger?
    Which of these two has the bigger surface, {a} or {b}?
    Who has the larger territory: {a} or {b}?
    Between {a} and {b}, which is the larger country by land area?
    I wonder whether {a} or {b} is the larger one in area.
    Geographically, is {a} or {b} the bigger country?
    We have one week for a road trip. Which is larger in area, {a} or {b}?
    {a} km2 vs {b} km2, bigger one?
    Cut out of a map, which piece would be larger, {a} or {b}?
    whos bigger on land {a} or {b}
    Put {a} and {b} in order of area. Which is on top?
    Never mind the people: as a piece of land, which is bigger, {a} or {b}?
    Does {a} have more ground than {b}, or is {b} the one with the larger area?
    The geography test asks whether {a} or {b} has the greater surface. Which?
    More km²: {a} or {b}?
""")

SMALLER = lines("""
    Which country is smaller by area, {a} or {b}?
    Which is smaller in square kilometres, {a} or {b}?
    Does {a} or {b} have the smaller area?
    Of {a} and {b}, which covers less land?
    {a} or {b}, which has fewer square kilometers?
    Who has the smaller territory, {a} or {b}?
    Between {a} and {b}, which one is smaller in area?
    Is the surface of {a} or that of {b} smaller?
    By area, which is the smaller one: {a} or {b}?
    Tell me which is the smaller country in km², {a} or {b}.
    smaller area {a} or {b}
    {a} km2 vs {b} km2, smaller one?
    Put {a} and {b} in order of area. Which is at the bottom?
    Cut out of a map, which piece would be smaller, {a} or {b}?
    Less km²: {a} or {b}?
    We want to cross a country on foot. Which has the smaller area, {a} or {b}?
""")

MOST_PEOPLE = lines("""
    Which has the most people: {a}, {b} or {c}?
    Of {a}, {b} and {c}, which country has the most inhabitants?
    Which is the most populous, {a}, {b} or {c}?
    {a}, {b}, {c}: where do the most people live?
    Who has the largest population among {a}, {b} and {c}?
    Compare the populations of {a}, {b} and {c}. Which is the largest?
    Tell me which of these has the biggest population: {a}, {b}, {c}.
    Among {a}, {b} and {c}, where is the number of inhabitants highest?
    Do the most people live in {a}, in {b} or in {c}?
    highest population {a} {b} {c}
    In which of {a}, {b} and {c} do the most people live?
    Where do the most people live: {a}, {b} or {c}?
    Which of {a}, {b} and {c} has the most inhabitants?
    {a} or {b} or {c}, which has the largest population?
    Out of {a}, {b} and {c}, who has the most inhabitants?
    I compare {a}, {b} and {c}: which is the most populous?
    Largest population: {a}, {b} or {c}?
    Which country is home to the most people, {a}, {b} or {c}?
    Most inhabitants: {a}, {b}, {c}?
    {a} / {b} / {c}, biggest pop?
    Put {a}, {b} and {c} in order of population. Which is on top?
    whos got the most people {a} {b} or {c}
    Three markets, {a}, {b} and {c}: which has the largest headcount?
    Quiz card: {a}, {b}, {c}. Pick the one with the most inhabitants.
    I can advertise in {a}, {b} or {c} and want the most people. Which has the biggest population?
    We argue about {a}, {b} and {c}; one must have the most people, but which?
    Most souls: {a}, {b} or {c}?
    Rank {a}, {b} and {c} by number of residents; who is number one?
""")

LARGEST = lines("""
    Which is the largest by area: {a}, {b} or {c}?
    Of {a}, {b} and {c}, which country has the largest area?
    Which covers the most land, {a}, {b} or {c}?
    {a}, {b}, {c}: which has the most square kilometres?
    Who has the biggest territory among {a}, {b} and {c}?
    Compare the areas of {a}, {b} and {c}. Which is the largest?
    Tell me which of these is biggest in km²: {a}, {b}, {c}.
    Among {a}, {b} and {c}, whose area is largest?
    largest area {a} {b} {c}
    In square kilometers, which is the biggest of {a}, {b} and {c}?
    {a} / {b} / {c}, biggest by km2?
    Put {a}, {b} and {c} in order of area. Which is on top?
    Cut out of a map, which of {a}, {b} and {c} is the largest piece?
    Quiz card: {a}, {b}, {c}. Pick the one with the most land.
    whos biggest in sq km {a} {b} or {c}
    Of three territories, {a}, {b} and {c}, which has the greatest surface?
""")

SMALLEST = lines("""
    Which is the smallest by area: {a}, {b} or {c}?
    Of {a}, {b} and {c}, which country has the smallest area?
    Which covers the least land, {a}, {b} or {c}?
    {a}, {b}, {c}: which has the fewest square kilometres?
    Who has the smallest territory among {a}, {b} and {c}?
    Tell me which of these is smallest in km²: {a}, {b}, {c}.
    Among {a}, {b} and {c}, whose area is smallest?
    smallest area {a} {b} {c}
    Which of {a}, {b} and {c} has the smallest area?
    {a} or {b} or {c}, which is the smallest in area?
    Out of {a}, {b} and {c}, who covers the least land?
    I compare {a}, {b} and {c}: which is the smallest in km²?
    Smallest territory: {a}, {b} or {c}?
    In square kilometers, which is the smallest of {a}, {b} and {c}?
    Which country has the least area, {a}, {b} or {c}?
    By area, who is the smallest among {a}, {b}, {c}?
    For a crossword: which of {a}, {b} and {c} has the smallest area?
    {a} / {b} / {c}, smallest by km2?
    Put {a}, {b} and {c} in order of area. Which is at the bottom?
    Cut out of a map, which of {a}, {b} and {c} is the tiniest piece?
    Quiz card: {a}, {b}, {c}. Pick the one with the least land.
    whos smallest in sq km {a} {b} or {c}
    Of three territories, {a}, {b} and {c}, which has the least surface?
    Fewest square kilometres among {a}, {b}, {c}?
    Rank {a}, {b} and {c} by surface; who comes last with the smallest area?
""")

WHETHER_MORE_PEOPLE = lines("""
    Does {a} have more people than {b}?
    Does {a} have more inhabitants than {b}?
    Is {a} more populous than {b}?
    Is the population of {a} larger than that of {b}?
    Do more people live in {a} than in {b}?
    Am I right that {a} has more people than {b}?
    {a} has a bigger population than {b}, true?
    Are there more people in {a} than in {b}?
    I think {a} has more inhabitants than {b}. Is that so?
    Is {a} home to more people than {b}?
    My nephew bets that {a} has more people than {b}. Does he win?
    Somebody told me {a} is more populous than {b}. True?
    {a} more people than {b}, yes or no?
    pop {a} > pop {b}?
    Settle this: more people live in {a} than in {b}, correct?
    Our textbook claims that {a} beats {b} in population. Is that correct?
""")

WHETHER_LARGER = lines("""
    Is {a} larger than {b} by area?
    Is {a} bigger than {b} in square kilometres?
    Does {a} have a larger area than {b}?
    Does {a} cover more land than {b}?
    Is the area of {a} greater than that of {b}?
    Am I right that {a} has more square kilometers than {b}?
    {a} is larger in area than {b}, true?
    Is the territory of {a} larger than the territory of {b}?
    I think {a} is geographically bigger than {b}. Is that so?
    In terms of area, is {a} larger than {b}?
    My nephew bets that {a} covers more ground than {b}. Does he win?
    Somebody told me {a} has a bigger area than {b}. True?
    {a} larger than {b} in km², yes or no?
    area {a} > area {b}?
    Would {a} look larger than {b} on a globe, going by its area?
    Our textbook claims that {a} beats {b} in area. Is that correct?
""")
