"""How people ask for figures of countries that must be worked out."""

from __future__ import annotations

from training.travel.families.country_words import lines

DENSITY = lines("""
    What is the population density of {country}?
    How densely populated is {country}?
    population density {country}
    How many people per square kilometre live in {country}?
    How many inhabitants per km² does {country} have?
    What's the number of people per square kilometer in {country}?
    How crowded is {country}, in people per km²?
    Divide the population of {country} by its area.
    Tell me how many people there are on each square kilometre of {country}.
    I'd like to know {country}'s population density.
    On average, how many people live on one square kilometre in {country}?
    {country}: inhabitants per square kilometre?
    Calculate the density of population in {country}.
    people per sq km in {country}
    Is {country} crowded? What is its population density?
    Work out the average number of residents per km² for {country}.
    {country} density
    ppl per km2 {country}
    If people in {country} were spread evenly, how many would stand on one km²?
    whats the pop density in {country}
    Do people in {country} live close together? Give me the inhabitants per square kilometre.
    Kindly provide the population density of {country} in inhabitants per km².
    I like space around me: how many people share one square kilometre in {country}?
    How thickly settled is {country}, per km²?
    My essay on {country} needs its inhabitants divided by its square kilometres.
    Residents for every square kilometer of {country}: how many?
""")

DENSER = lines("""
    Which is more densely populated, {a} or {b}?
    Which country has the higher population density, {a} or {b}?
    Are there more people per square kilometre in {a} or in {b}?
    {a} or {b}: where do people live closer together, by inhabitants per km²?
    Is {a} or {b} the more crowded country, in people per square kilometer?
    Of {a} and {b}, which has more people per km²?
    Compare the population densities of {a} and {b}. Which is higher?
    density {a} vs {b}, which is higher?
    Who has more inhabitants per square kilometre, {a} or {b}?
    Between {a} and {b}, which one has the greater density of population?
    denser country {a} or {b}
    Where is it more packed, people per km², {a} or {b}?
    I like space around me. Which has more people on each square kilometre, {a} or {b}?
    whos more crowded per sq km {a} or {b}
    Put {a} and {b} in order of population density. Which is on top?
    If people were spread evenly, would one km² hold more of them in {a} or in {b}?
""")

TIMES_PEOPLE = lines("""
    How many times larger is the population of {a} than that of {b}?
    How many times the population of {b} does {a} have?
    What is the ratio of the population of {a} to that of {b}?
    Relative to the population of {b}, how large is the population of {a}, as a factor?
    For each inhabitant of {b}, how many inhabitants does {a} have?
    How many times more people live in {a} than in {b}?
    Divide the population of {a} by the population of {b}.
    population {a} divided by population {b}
    Population of {a} as a multiple of the population of {b}?
    How often does the population of {b} fit into the population of {a}?
    What is the population of {a} over the population of {b}?
    How many times as many people as {b} does {a} have?
    Express the population of {a} in populations of {b}.
    Take the population of {a} and divide it by the one of {b}.
    How many populations of {b} make up the population of {a}?
    Ratio of the populations of {a} and {b}, the first by the second?
    {a} has how many times the people of {b}?
    The population of {a} is how many times that of {b}?
    {a} pop / {b} pop
    pop ratio {a} to {b}
    If {b} counts as one in population, what does {a} count as?
    For one person living in {b}, how many live in {a}?
    By what factor does {a} exceed {b} in population?
    whats the population of {a} divided by the population of {b}
    Kindly state the population of {a} in multiples of that of {b}.
    Our market {a} against our market {b}: how many times the inhabitants?
    Headcount of {a} over headcount of {b}, as a number?
""")

TIMES_AREA = lines("""
    How many times larger is the area of {a} than that of {b}?
    How many times does {b} fit into {a} by area?
    What is the ratio of the area of {a} to that of {b}?
    Relative to the area of {b}, how large is the area of {a}, as a factor?
    How often would {b} fit into the territory of {a}?
    Divide the area of {a} by the area of {b}.
    area {a} divided by area {b}
    How many times the area of {b} does {a} have?
    Area of {a} as a multiple of the area of {b}?
    If I put countries of the size of {b} into {a}, how many fit by area?
    {a} km2 / {b} km2
    area ratio {a} to {b}
    If the area of {b} counts as one, what does the area of {a} count as?
    Cut out of a map, how many pieces like {b} would cover {a}?
    By what factor does {a} exceed {b} in area?
    {a} is how many times as large as {b}, in km²?
""")

PEOPLE_TOGETHER = lines("""
    How many people live in {a} and {b} together?
    What is the combined population of {a} and {b}?
    Add up the populations of {a} and {b}.
    population of {a} plus {b}
    How many inhabitants do {a} and {b} have together?
    What's the total number of people in {a} and {b} combined?
    If {a} and {b} were one country, how many inhabitants would it have?
    Sum of the populations of {a} and {b}?
    I need the joint population of {a} and {b}.
    Taken together, how many residents do {a} and {b} have?
    {a} + {b} pop
    Headcount of {a} and {b}, added?
    Our sales region is {a} with {b}. How many people live in the region?
    If everyone from {a} and everyone from {b} met, how many people would that be?
    whats the population of {a} and {b} in total
    Put the people of {a} and of {b} into one figure, what is it?
""")

AREA_TOGETHER = lines("""
    What is the combined area of {a} and {b}?
    How many square kilometres do {a} and {b} cover together?
    Add up the areas of {a} and {b}.
    area of {a} plus {b}
    If {a} and {b} were one country, how many km² would it have?
    Sum of the areas of {a} and {b}?
    What's the total area of {a} and {b} combined?
    Taken together, how large are {a} and {b} in km²?
    I need the joint area of {a} and {b}.
    How many sq km are {a} and {b} in total?
    {a} + {b} km2
    Land of {a} and land of {b}, added, in km²?
    Our sales region is {a} with {b}. How many square kilometres is the region?
    whats the area of {a} and {b} in total
    Put side by side, what area do {a} and {b} fill?
""")

PEOPLE_GAP = lines("""
    What is the difference in population between {a} and {b}?
    By how many people do the populations of {a} and {b} differ?
    How big is the gap between the populations of {a} and {b}?
    population difference {a} {b}
    By how many inhabitants do {a} and {b} differ?
    Calculate the difference between the number of inhabitants of {a} and of {b}.
    How far apart are {a} and {b} in number of inhabitants?
    What's the difference between how many people live in {a} and in {b}?
    Of {a} and {b}, one has more people. How many more?
    I'd like to know the difference between the populations of {a} and {b}.
    How much do the populations of {a} and {b} differ?
    Difference between the populations of {a} and {b}?
    How wide is the population gap between {a} and {b}?
    What is the gap in inhabitants between {a} and {b}?
    {a} and {b}: what is the difference in population?
    Work out by how much the populations of {a} and {b} differ.
    How many inhabitants lie between {a} and {b}?
    Tell me the difference in the number of people between {a} and {b}.
    A colleague asks: how much do the populations of {a} and {b} differ?
    {a} minus {b} population, the difference?
    pop gap {a} {b}
    Headcounts of {a} and {b}: how far apart are they?
    If one of {a} and {b} has more people, by what number?
    Subtract the smaller of the populations of {a} and {b} from the larger.
    How many people more live in the more populous one of {a} and {b}?
    whats the difference between the populations of {a} and {b}
    How many people would have to be born for {a} and {b} to be equal in population?
    Kindly state the difference between the populations of {a} and {b}.
""")

AREA_GAP = lines("""
    What is the difference in area between {a} and {b}?
    By how many square kilometres do {a} and {b} differ in area?
    How big is the gap between the areas of {a} and {b}?
    area difference {a} {b}
    Calculate the difference between the area of {a} and the area of {b}.
    Of {a} and {b}, one is larger. How many km² larger?
    How many square kilometers lie between the areas of {a} and {b}?
    I'd like to know the difference between the areas of {a} and {b}.
    km2 gap {a} {b}
    Subtract the smaller of the areas of {a} and {b} from the larger.
    How many square kilometres more does the larger one of {a} and {b} have?
    Territories of {a} and {b}: how many km² apart are they?
    How much land, in km², would make {a} and {b} equal in area?
""")

AREA_IN = lines("""
    What is the area of {country} in {to}?
    How many {to} does {country} cover?
    How large is {country} in {to}?
    area of {country} in {to}
    I need the size of {country}, but in {to}.
    What's the land area of {country} in {to}?
    How big is {country}, measured in {to}?
    {country}: how many {to}?
    Give me the surface of {country} in {to}.
    I think in {to}; how big is the territory of {country}?
    Convert the area of {country} to {to}.
    Tell me the area of {country} in {to}.
    How many {to} is {country}?
    {country} size {to}
    {country} in {to}, area
    Km² mean nothing to me; how large is {country} in {to}?
    whats the area of {country} if i count in {to}
    My old atlas uses {to}. What area should it give for {country}?
    A farmer asks how much land {country} has in {to}.
    Kindly state the territory of {country} in {to}.
    If {country} were for sale by {to}, how many would there be?
""")
