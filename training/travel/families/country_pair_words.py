"""How people ask about two or three countries; slots ``{a}``, ``{b}``, ``{c}``."""

from __future__ import annotations

from training.travel.families.country_words import lines

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
""")

SAME_CURRENCY = lines("""
    Do {a} and {b} have the same currency?
    Do {a} and {b} use the same money?
    Is the currency of {a} the same as that of {b}?
    Does {a} share its currency with {b}?
    Can I use the same currency in {a} and {b}?
    We go from {a} to {b}. Do both have the same currency?
    same currency in {a} and {b}?
    I have cash left from {a}. Is the currency of {b} the same?
    Is one currency enough for a tour through {a} and {b}?
    Can I keep my cash when I go from {a} to {b}, is the currency in {b} the same as in {a}?
    Are {a} and {b} on the same currency?
    When I cross from {a} into {b}, does the currency stay the same?
    Is it the same currency in {a} and {b}?
    {a} and {b}: one currency?
    Do people in {a} and in {b} pay with the same currency?
    Is the money in {a} the same as the money in {b}?
    Are the currencies of {a} and {b} identical?
    Do they pay with the same currency in {b} as in {a}?
    Have {a} and {b} a common currency?
""")

TWO_CAPITALS = lines("""
    What are the capitals of {a} and {b}?
    What is the capital of {a}, and what is the capital of {b}?
    Tell me the capitals of {a} and of {b}.
    capitals of {a} and {b}
    Which cities are the capitals of {a} and {b}?
    I need the capital cities of {a} and {b}.
    Our tour goes through {a} and {b}. What are their capitals?
    Name the capital of {a} and the one of {b}.
    What's the capital of {a}? And of {b}?
    Could you give me the capitals of both {a} and {b}?
""")

TWO_CURRENCIES = lines("""
    What are the currencies of {a} and {b}?
    What currency do they use in {a}, and what in {b}?
    Tell me the currencies of {a} and of {b}.
    currencies of {a} and {b}
    Which currencies do I need for a trip to {a} and {b}?
    We visit {a} and then {b}. What currency does each have?
    What's the currency in {a}? And in {b}?
    I want to order cash for {a} and for {b}; which currencies are that?
    What money do people use in {a} and what money in {b}?
    Could you give me the currency of {a} and also the one of {b}?
""")

TWO_POPULATIONS = lines("""
    What are the populations of {a} and {b}?
    How many people live in {a}, and how many in {b}?
    Tell me the populations of {a} and of {b}.
    populations of {a} and {b}
    How many inhabitants do {a} and {b} have, each?
    I need the number of inhabitants for both {a} and {b}.
    What's the population of {a}? And of {b}?
    Give me the population of {a} as well as that of {b}.
    How many people are there in {a} and how many are there in {b}?
    Could you look up how many people {a} has and how many {b} has?
    Populations of both {a} and {b}?
    Tell me how many people live in {a} and how many live in {b}.
    For {a} and for {b}: how many inhabitants?
    How populous are {a} and {b}?
    Let me know the number of people in {a} and in {b}.
    {a} and {b}: how many people in each?
    How big are the populations of {a} and {b}?
    Find the populations of {a} and {b}.
    For my notes: how big are the populations of {a} and {b}?
""")

TWO_PHONE_CODES = lines("""
    What are the phone codes of {a} and {b}?
    What is the dialling code of {a}, and that of {b}?
    Tell me the country calling codes of {a} and of {b}.
    phone codes {a} and {b}
    I have to call offices in {a} and in {b}. Which country codes do I dial?
    Which dialling codes do {a} and {b} have?
    What's the phone code for {a}? And for {b}?
    Give me the calling code of {a} as well as that of {b}.
    With which codes do phone numbers from {a} and from {b} begin?
    Could you look up the dial code for {a} and the one for {b}?
    Which country code has {a}, and which has {b}?
    Dialling codes of both {a} and {b}?
    How do I dial {a} and how do I dial {b}, which codes?
    {a} and {b}: phone codes?
    I need the country codes for calls to {a} and to {b}.
    Find the phone codes of {a} and {b}.
    For {a} and for {b}: which dialling code?
    What country code do numbers in {a} have, and what code those in {b}?
    Travel question: I need the country codes for calls to {a} and to {b}.
""")
