"""How people ask about the public holidays of a month; slots ``{country}``, ``{month}``, ``{year}``."""

from __future__ import annotations

from training.travel.families.country_words import lines

IN_MONTH = lines("""
    Which public holidays are there in {country} in {month} {year}?
    What public holidays does {country} have in {month} {year}?
    List the public holidays of {country} in {month} {year}.
    public holidays {country} {month} {year}
    Tell me all holidays in {country} in {month} {year}.
    I'm going to {country} in {month} {year}. Which public holidays are there then?
    What are the holidays in {country} during {month} {year}?
    Which days of {month} {year} are public holidays in {country}?
    Show me the public holidays in {month} {year} for {country}.
    In {month} {year}, which public holidays does {country} celebrate?
    We'll spend {month} {year} in {country}. Name the public holidays of that month.
    When are the public holidays in {country} in {month} {year}?
    Which bank holidays fall in {month} {year} in {country}?
    {country}: public holidays in {month} {year}?
    Holidays in {country}, {month} {year}?
    What holidays fall in {month} {year} in {country}?
    For {month} {year}, list the public holidays of {country}.
    I need the public holidays of {country} for {month} {year}.
    On which days of {month} {year} does {country} have public holidays?
    Give me all public holidays that {country} has in {month} {year}.
    What days off does {country} have as public holidays in {month} {year}?
    A colleague asks: what holidays fall in {month} {year} in {country}?
    For a report: for {month} {year}, list the public holidays of {country}.
    {country} hols {month} {year}
    My boss sends me to {country} for {month} {year}. What public holidays will I meet there?
    whats the bank holidays in {country} in {month} {year}
    The page for {month} {year} in a calendar of {country}: which days are red?
    Kindly state the public holidays observed in {country} in {month} {year}.
    Which dates in {month} {year} should I block as public holidays for our office in {country}?
    If I worked in {country} in {month} {year}, which public holidays would I get?
    Payroll for {country}, {month} {year}: what public holidays go in?
    Let me see what public holidays people in {country} have in {month} {year}.
    In {country} which are holidays in {month} of {year}?
    Our deliveries to {country} pause on public holidays. On which days of {month} {year}?
""")

ANY_IN_MONTH = lines("""
    Is there a public holiday in {country} in {month} {year}?
    Are there any public holidays in {country} in {month} {year}?
    Does {country} have a public holiday in {month} {year}?
    any holidays in {country} in {month} {year}?
    Will there be a public holiday in {country} in {month} {year}?
    I want to avoid holidays: are there public holidays in {country} in {month} {year}?
    Is any day of {month} {year} a public holiday in {country}?
    Do people in {country} have a public holiday in {month} {year}?
    Can you check if {country} has public holidays in {month} {year}?
    In {month} {year}, is there any public holiday in {country}?
    Has {country} any public holidays in {month} {year}?
    Any public holiday in {month} {year} in {country}?
    Does any public holiday fall in {month} {year} in {country}?
    {country} in {month} {year}: any public holidays?
    Will I meet a public holiday in {country} in {month} {year}?
    We travel to {country} in {month} {year}. Is there any public holiday?
    I wonder if there is a public holiday in {country} in {month} {year}.
    Tell me whether {country} has a public holiday in {month} {year}.
    It came up at dinner: does any public holiday fall in {month} {year} in {country}?
    {country} {month} {year} any hols?
    My boss sends me to {country} for {month} {year}. Will any public holiday get in the way?
    Somebody told me there is a public holiday in {country} in {month} {year}. True?
    Has {month} {year} at least one public holiday in {country}?
    Kindly confirm whether any public holiday is observed in {country} in {month} {year}.
    Is there a red day at all in {country} in {month} {year}, a public holiday I mean?
    My nephew bets that {country} has a public holiday in {month} {year}. Does he win?
    are there gonna be any public holidays in {country} in {month} {year}
    If I worked in {country} in {month} {year}, would I get any public holiday?
""")
