"""How people ask about holidays from today on; slots ``{country}``, ``{city}``, ``{name}``."""

from __future__ import annotations

from training.travel.families.country_words import lines

TODAY = lines("""
    Is today a holiday in {country}?
    Is it a public holiday in {country} today?
    holiday in {country} today?
    Do they have a public holiday in {country} today?
    Nobody answers the phone in {country}. Is today a public holiday there?
    Is {country} celebrating a public holiday today?
    Are people in {country} off today because of a holiday?
    Check whether today is a public holiday in {country}.
    I wonder if today is a holiday in {country}.
    What about {country}, public holiday today?
    Is this day a public holiday in {country}?
    I want to call an office in {country} now. Is it a holiday there today?
    Does {country} have a holiday today?
    Can you see if it's a national holiday in {country} today?
    {country} holiday rn?
    whats going on in {country}, is today a public holiday
    Our supplier in {country} is not picking up; bank holiday today?
    Somebody told me today is a public holiday in {country}. True?
    The bank in {country} was shut this morning. Is it a public holiday today?
    Kindly confirm whether today is an official public holiday in {country}.
    My friends in {country} are at the beach instead of at work: public holiday today?
    Today's date, is it a red day in the calendar of {country}, a public holiday?
""")

TOMORROW = lines("""
    Is tomorrow a holiday in {country}?
    Will tomorrow be a public holiday in {country}?
    holiday in {country} tomorrow?
    Do they have a public holiday in {country} tomorrow?
    I travel to {country} tomorrow. Is it a public holiday there?
    Is it a public holiday in {country} tomorrow?
    Check whether tomorrow is a holiday in {country}.
    My parcel arrives in {country} tomorrow. Will that be a public holiday?
    Does {country} celebrate a holiday tomorrow?
    I wonder whether people in {country} have a public holiday tomorrow.
    What about {country}, is tomorrow a day off there?
    Can you see if tomorrow is a national holiday in {country}?
    {country} tmrw holiday?
    My boss wants me in {country} tomorrow. Would that be a public holiday there?
    Somebody told me tomorrow is a public holiday in {country}. True?
    are they off in {country} tomorrow for a bank holiday
    Kindly confirm whether tomorrow is an official public holiday in {country}.
    I have to call a bank in {country} tomorrow, or is it a public holiday?
    Before I set my alarm: is tomorrow a public holiday in {country}?
""")

CITY_TODAY = lines("""
    Is today a holiday in {city}?
    Is it a public holiday in {city} today?
    I just arrived in {city} and everything is quiet. Is today a public holiday?
    holiday today in {city}?
    Do people in {city} have a public holiday today?
    Are we in {city} on a public holiday today?
    Is there a national holiday today where {city} is?
    Check if it is a public holiday in {city} today.
    I'm walking through {city}. Is today a holiday here?
    My colleague in {city} does not answer. Is it a public holiday there today?
    Does {city} have a public holiday today?
    Is this day a public holiday in {city}?
    Today in {city}: public holiday?
    I'm off to {city} now. Is today a public holiday there?
    Is {city} having a public holiday today?
    Are people in {city} off today for a public holiday?
    Tell me if today is a public holiday in {city}.
    I wonder if it is a holiday today in {city}.
    Could you find out whether today is a holiday in {city}?
    {city} holiday rn?
    whats going on in {city}, is today a public holiday
    The bank in {city} was shut this morning. Is it a public holiday today?
    Somebody told me today is a public holiday in {city}. True?
    Kindly confirm whether today is an official public holiday in {city}.
    The streets of {city} are full of flags. Public holiday today?
    My friends in {city} are not at work; is today a bank holiday there?
    Our bus in {city} follows the holiday timetable. Is today really a public holiday?
    Red day in the calendar of {city} today, or not?
""")

NEXT = lines("""
    When is the next public holiday in {country}?
    What is the next public holiday in {country}?
    next holiday {country}
    Which public holiday comes next in {country}?
    Tell me the next public holiday in {country} and its date.
    How is the next holiday in {country} called and when is it?
    When do people in {country} have their next public holiday?
    I'm in {country} now; which is the upcoming public holiday?
    upcoming public holiday in {country}?
    From today on, what is the first public holiday in {country}?
    What holiday is coming up in {country}?
    When will there be a public holiday in {country} again?
    {country} next bank hol
    I work in {country} and can't wait for a day off. What's the next public holiday?
    whats the next day off for everyone in {country}, i mean public holiday
    I am waiting for a public holiday in {country}: which is next, and on what date?
    Kindly state the upcoming public holiday in {country} with its date.
    The nearest public holiday still to come in {country}, what is it?
    Our office in {country} closes on public holidays. Which one is the next?
""")

THIS_YEAR = lines("""
    When is {name} this year in {country}?
    On which date does {name} fall this year in {country}?
    {name} this year {country}
    What is the date of {name} in {country} this year?
    This year, when does {country} celebrate {name}?
    Which day is {name} in {country} this year?
    I need this year's date of {name} in {country}.
    When do they have {name} in {country} this year?
    Tell me when {name} is in {country} this year.
    In {country}, on what day of this year is {name}?
    {name} {country} date this year?
    My aunt in {country} invites us for {name} this year. Which date should I keep free?
    whats the day of {name} in {country} this year
    Kindly state on which date {name} is observed in {country} this year.
    The current year's {name} in {country}: on what date?
    {country} marks {name} on what date this year?
""")
