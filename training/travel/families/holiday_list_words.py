"""How people ask about the public holidays of a year; slots ``{country}``, ``{year}`` and others."""

from __future__ import annotations

from training.travel.families.country_words import lines

COUNT = lines("""
    How many public holidays are there in {country} in {year}?
    How many public holidays does {country} have in {year}?
    number of public holidays in {country} {year}
    Count the public holidays of {country} in {year}.
    How many days off as public holidays do people in {country} get in {year}?
    In {year}, how many holidays does {country} celebrate?
    How many bank holidays are there in {country} in {year}?
    Tell me the number of public holidays in {country} in {year}.
    {country} {year}: how many public holidays?
    I plan my staff in {country} for {year}. How many public holidays are there?
    What is the total of public holidays in {country} for {year}?
    How many national holidays will {country} have in {year}?
""")

DATE_OF = lines("""
    When is {name} in {country} in {year}?
    What date is {name} {year} in {country}?
    On which day does {name} fall in {country} in {year}?
    {name} {year} {country}
    When does {country} celebrate {name} in {year}?
    Date of {name} in {country} in {year}?
    Tell me the date of {name} in {country} in {year}.
    In {year}, when is {name} in {country}?
    We want to be in {country} for {name} in {year}. On what date is it?
    When will {name} be in {country} in {year}?
    I need to know when {country} has {name} in {year}.
    Which day of {year} is {name} in {country}?
    On what date do people in {country} celebrate {name} in {year}?
    Can you find the {year} date of {name} in {country}?
    {country}, {year}: when is {name}?
    For my calendar: {name} in {country}, {year}?
    I wonder when {name} is in {country} in {year}.
    What's the date of {name} in {year} if I am in {country}?
""")

FIRST = lines("""
    What is the first public holiday of {year} in {country}?
    Which public holiday comes first in {country} in {year}?
    first public holiday {country} {year}
    When is the first public holiday in {country} in {year}?
    With which public holiday does {year} begin in {country}?
    Tell me the first holiday of the year {year} in {country}.
    Which holiday opens the calendar of {country} in {year}?
    What's the earliest public holiday in {country} in {year}?
    In {year}, what is the very first public holiday in {country}?
    Name the earliest holiday of {year} in {country}.
    Earliest public holiday of {year} in {country}?
    The first holiday of {year} in {country}, what is it?
    In {country}, which public holiday is first in {year}?
    Which is the first date of {year} that is a public holiday in {country}?
    What does {country} celebrate first in {year}?
    When do people in {country} have their first public holiday of {year}?
    Show me the first public holiday in the {year} calendar of {country}.
    What holiday starts the year {year} in {country}?
""")

LAST = lines("""
    What is the last public holiday of {year} in {country}?
    Which public holiday comes last in {country} in {year}?
    last public holiday {country} {year}
    When is the last public holiday in {country} in {year}?
    With which public holiday does {year} end in {country}?
    Tell me the last holiday of the year {year} in {country}.
    Which holiday closes the calendar of {country} in {year}?
    What's the latest public holiday of the year in {country} in {year}?
    In {year}, what is the final public holiday in {country}?
    Name the final holiday of {year} in {country}.
    Latest public holiday of {year} in {country}?
    The last holiday of {year} in {country}, what is it?
    In {country}, which public holiday is last in {year}?
    Which is the last date of {year} that is a public holiday in {country}?
    What does {country} celebrate last in {year}?
    When do people in {country} have their last public holiday of {year}?
    Show me the last public holiday in the {year} calendar of {country}.
    What holiday ends the year {year} in {country}?
""")

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
""")

ALL = lines("""
    List all public holidays of {country} in {year}.
    What are the public holidays in {country} in {year}?
    public holidays {country} {year}
    Which public holidays does {country} have in {year}?
    Show me the public holidays of {country} for {year}.
    Give me a list of the public holidays in {country} in {year}, with dates.
    On which dates are the public holidays in {country} in {year}?
    I need all holidays of {country} in {year}.
    Tell me every public holiday of {year} in {country}.
    Which days are public holidays in {country} in {year}?
    Name the public holidays of {country} in {year}.
    All holidays of {year} in {country}?
    Could you list the public holidays that {country} has in {year}?
    In {year}, which public holidays are there in {country}?
    I'm making a calendar for {country} for {year}. Which public holidays go in?
    Public holidays of {country}, {year}, all of them?
    Write down all public holidays of {country} for {year}.
    What days does {country} have off as public holidays in {year}?
    For a report: name the public holidays of {country} in {year}.
    Something else: name the public holidays of {country} in {year}.
""")

AFTER = lines("""
    What is the first public holiday in {country} after {day}?
    Which public holiday comes next in {country} after {day}?
    When is the next public holiday in {country} after {day}?
    next holiday in {country} after {day}
    I arrive in {country} on {day}. Which public holiday comes after that day?
    After {day}, when is the next public holiday in {country}?
    Which is the nearest public holiday following {day} in {country}?
    What's the next holiday in {country}, counting from {day} on but not that day itself?
    Tell me the public holiday that follows {day} in {country}.
    If I start work in {country} on {day}, what is the first public holiday after it?
""")

IS_NAMED = lines("""
    Is {name} a public holiday in {country} in {year}?
    Does {country} have {name} as a public holiday in {year}?
    {name} {year}, holiday in {country}?
    Do people in {country} get a day off for {name} in {year}?
    In {year}, is {name} a public holiday in {country}?
    Is {name} among the public holidays of {country} in {year}?
    Will {name} {year} be a public holiday in {country}?
    Check whether {name} is a public holiday in {country} in {year}.
    I'm in {country} over {name} in {year}. Is it a public holiday there?
    Does {name} count as a public holiday in {country} in {year}?
    Is {name} {year} a day off in {country}?
    Does {country} celebrate {name} as a public holiday in {year}?
    In {country}, is {name} a public holiday in {year}?
    {name} in {country} in {year}: public holiday or not?
    Do they have {name} off in {country} in {year}?
    I wonder if {name} is a public holiday in {country} in {year}.
    Is {name} on the list of public holidays of {country} for {year}?
    Would {name} be a public holiday in {country} in {year}?
""")
