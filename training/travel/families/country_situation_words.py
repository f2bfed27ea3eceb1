"""How people ask for one fact of a country out of a situation, in haste, or in words of their own."""

from __future__ import annotations

CAPITAL = """
{country} capital name
My homework has a gap: "____ is the capital of {country}." Which word goes in?
Crossword clue: capital of {country}. Any idea?
whats the capital of {country} again
Which town do they govern {country} from, officially the capital?
The embassy says documents must go to the capital of {country}. Which city do they mean?
Our teacher will test us on {country} tomorrow, and I can't remember its capital.
Parliament, palace, ministries: the capital city of {country} is...?
Trivia night, {country}, capital - go!
How is called the capital of {country}?
Kindly state the capital of {country}.
If {country} is the country, its capital is what?
I can find {country} on a map, but not its capital. What name should I look for?
"""

CURRENCY = """
{country} money
whats the cash in {country} called
My wallet is full of the wrong banknotes for {country}. Which currency should be in it?
At the exchange desk they ask what I need for {country}. What do I say, which currency?
Which banknotes should I carry in {country}?
When prices are listed in {country}, what currency are they in?
I will be paid in the currency of {country}; what is that?
What comes out of a cash machine in {country}, which currency?
Coins from {country}: what currency are they?
what is money in {country} please, i go there soon
Kindly advise the official currency of {country}.
What would I hand over for a coffee in {country}? The currency, I mean.
invoice to {country}, which currency code do we put
Grandpa wants to give me pocket money for {country}. In which currency?
{country} uses which currency
"""

LANGUAGES = """
{country} language?
whats spoken in {country}
What will the people around me be talking in when I'm in {country}?
We need a translator for {country}. For which languages?
Our leaflet should be readable for everyone in {country}. Which languages do we print?
How do they talk in {country}, I mean in what languages?
In {country} people speak what?
My new neighbours are from {country}; what languages might they speak?
Kids in {country} grow up speaking which languages?
Kindly list all languages used in {country}.
language(s) {country}
Which languages should our guide for {country} know?
Signs in {country} are in a language I can't name. What do they speak there?
"""

MAIN_LANGUAGE = """
{country} main lang
Only one phrase book fits in my bag for {country}: for its most spoken language, which is?
Of all languages in {country}, which is number one?
Kindly name the predominant language of {country}.
I can translate our menu into just one language for {country}. What is the main one there?
What is the first language on {country}'s list?
top language in {country}?
Which language has the most speakers in {country}?
The leading language of {country} would be which one?
"""

POPULATION = """
{country} pop
headcount of {country}?
How many souls live in {country}?
whats the population of {country} these days
If everyone in {country} waved at once, how many people would be waving?
My nephew asks how many people fit into {country} today, I mean its population.
Residents of {country}, total number?
{country} has how many inhabitants
Kindly provide the number of inhabitants of {country}.
How much people lives in {country}?
Our market study needs one figure: the population of {country}.
Is {country} home to many people? What is the number?
In terms of people, how big is {country}?
The encyclopedia page for {country} is torn where the population stood. What was the number?
"""

AREA = """
{country} km2
{country} area sq km
How much ground does {country} cover in square kilometres?
whats the size of {country} in sq km
Borders to borders, how many square kilometres is {country}?
I am colouring a map and want to know how many square kilometres {country} is.
Our survey form asks for the surface of {country} in km². What do I enter?
On paper {country} looks huge. How many square kilometers is it really?
Kindly state the territorial area of {country} in km².
{country} is how many sq km
A farmer asks: how much land is there in {country}, in square kilometres?
The extent of {country} in square kilometers, please: what is it?
How wide a territory does {country} have, in km² of surface?
"""

CONTINENT = """
{country} which continent
whats the continent for {country}
On a globe, which continent do I turn to for {country}?
My stamp album is sorted by continent. Under which do I put {country}?
Europe, Asia, Africa... where does {country} go?
The parcel form wants a continent for {country}. What do I choose?
My little sister asks what continent {country} is in.
In which continent we find {country}?
Flying to {country} means landing on what continent?
"""

PHONE_CODE = """
{country} phone prefix
tel code {country}
+?? for {country}
My grandmother in {country} waits for my call. What code comes before her number?
whats the country code to ring {country}
An unknown number called, perhaps from {country}. With which plus-code would it start?
Saving a contact from {country}: what goes after the plus sign?
Booking form wants a mobile with prefix. What's the prefix for {country}?
How to make a call to {country}, what code is needed?
Kindly advise the international dialling prefix for {country}.
To reach a landline in {country} from here I dial which country code?
My SIM is from {country}; with what country code does my number begin?
"""
