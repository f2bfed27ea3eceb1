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
""")
