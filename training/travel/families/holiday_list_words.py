"""How people ask about the public holidays of a year; slots ``{country}``, ``{year}`` and others."""

from __future__ import annotations

from training.travel.families import holiday_month_words as months
from training.travel.families.country_words import lines

ANY_IN_MONTH = months.ANY_IN_MONTH
IN_MONTH = months.IN_MONTH

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
    {country} {year} how many bank hols
    Days off by law as public holidays in {country} in {year}: how many?
    If I moved to {country} for {year}, how many public holidays would I get?
    whats the number of holidays {country} has in {year}
    Kindly state the number of public holidays observed in {country} in {year}.
    The {year} calendar of {country} has how many public holidays?
    My payroll sheet for {country} asks for the count of public holidays in {year}. What goes in?
    How much public holidays has {country} in {year}?
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
    {name} date {country} {year}
    whats the day of {name} in {country} for {year}
    My aunt in {country} invites us for {name} in {year}. Which date should I keep free?
    For flights to {country} around {name} in {year} I need the date of that day. When is it?
    {country} marks {name} on what date in {year}?
    Kindly state on which date {name} is observed in {country} in {year}.
    The {year} calendar of {country}: where do I find {name}, on which date?
    School in {country} is closed for {name} in {year}. On which day is that?
    Planning a party for {name} in {country}, {year}: the date, please?
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
    {country} {year} 1st public holiday
    After work starts in {year}, what public holiday does {country} have before all others?
    whats the first holiday people in {country} get in {year}
    Kindly state the first public holiday observed in {country} in {year}.
    Top of the list of public holidays for {country} in {year}: which one?
    Of all public holidays of {country} in {year}, which is the earliest?
    I open the {year} calendar of {country}. Which public holiday do I meet first?
    The year {year} in {country} starts off with which public holiday?
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
    {country} {year} final public holiday
    whats the last holiday people in {country} get in {year}
    Kindly state the last public holiday observed in {country} in {year}.
    Bottom of the list of public holidays for {country} in {year}: which one?
    Of all public holidays of {country} in {year}, which is the latest?
    I leaf to the end of the {year} calendar of {country}. Which public holiday is the last?
    The year {year} in {country} finishes with which public holiday?
    After which public holiday does {country} have no more in {year}?
    In {country}, the year {year} has one more holiday after all the others. Which?
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
    bank hols {country} {year} list
    whats all the public holidays {country} has in {year}
    My payroll sheet for {country} needs every public holiday of {year}. Which are they?
    Kindly provide the public holidays observed in {country} in {year}.
    If I worked in {country} for the whole of {year}, which public holidays would I get?
    The {year} calendar of {country}: what public holidays are printed in red?
    Which days of {year} should I mark as public holidays for our office in {country}?
    For {country}, run me through the public holidays of {year}.
    To put up on the wall: public holidays, {country}, {year}. Which ones?
    What holidays by law are there in {country} throughout {year}?
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
    {country} next hol after {day}
    I'm back at work in {country} on {day}. What public holiday can I look forward to after that?
    whats the next day off for a public holiday in {country} after {day}
    Kindly state the first public holiday observed in {country} after {day}.
    Once {day} is over, which public holiday is the next in {country}?
    My visa for {country} starts on {day}. Which public holiday do I get first after that date?
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
    {country} {year} {name} off?
    Somebody told me {name} is a public holiday in {country} in {year}. True?
    My nephew bets that {name} is a public holiday in {country} in {year}. Does he win?
    Would my colleagues in {country} be off for {name} in {year}, as a public holiday?
    Kindly confirm whether {name} is an official public holiday in {country} in {year}.
    Is {name} a red day in the {year} calendar of {country}?
    At home we are off on {name}; is it a public holiday in {country} too in {year}?
    {name} in {year}: do they have it as a public holiday over in {country}?
    A trip to {country} in {year} over {name}: would that be a public holiday there?
""")
