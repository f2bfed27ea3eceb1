"""How people ask whether a day is a holiday; slots ``{day}``, ``{country}``, ``{city}``."""

from __future__ import annotations

from training.travel.families.country_words import lines

CHECK = lines("""
    Is {day} a public holiday in {country}?
    Is {day} a holiday in {country}?
    Is it a holiday in {country} on {day}?
    Do people in {country} have the day off on {day}, I mean is it a public holiday?
    holiday in {country} on {day}?
    {day}, public holiday in {country}?
    {country} {day} holiday?
    Will {day} be a public holiday in {country}?
    Check whether {day} is a holiday in {country}.
    Is {day} a bank holiday in {country}?
    Do they celebrate a public holiday in {country} on {day}?
    I'm in {country} on {day}. Is it a public holiday?
    Our train in {country} leaves on {day}. Is that a public holiday there?
    Does {country} have a public holiday on {day}?
    We land in {country} on {day} and I wonder if that is a public holiday.
    Is there a public holiday in {country} on {day}?
    Could you check if {day} is a day off in {country}?
    Tell me if {day} is a public holiday in {country}.
    I have a business meeting in {country} on {day}. Is that a holiday?
    Does {day} fall on a public holiday in {country}?
    In {country}, is {day} a public holiday or not?
    I'd like to know whether {day} is a national holiday in {country}.
    Is {day} one of the public holidays of {country}?
    For planning: public holiday in {country} on {day}, yes or no?
    Would {day} be a legal holiday in {country}?
    Please verify that {day} is not a public holiday in {country}, or is it one?
    Can you tell me if people in {country} get {day} off as a public holiday?
    My package should arrive in {country} on {day}; is that a public holiday over there?
    Was {day} a public holiday in {country}?
    Did {country} have a holiday on {day}?
""")

NAMED_DAY = lines("""
    Is {day} a public holiday in {country}?
    Is {day} a holiday in {country}?
    Do they get {day} off in {country} as a public holiday?
    Do people in {country} celebrate a public holiday on {day}?
    {day} in {country}: public holiday?
    Is {day} a day off in {country}?
    I'll be in {country} on {day}. Is that a public holiday there?
    Does {country} have a public holiday on {day}?
    holiday {country} {day}
    Check if {day} is a public holiday in {country}.
    Will {day} be an official holiday in {country}?
    I wonder whether {day} is a public holiday in {country}.
    Is {day} an ordinary day in {country}, or is {day} a holiday?
    We spend {day} in {country}. Is it a public holiday?
    Can you find out if {day} counts as a public holiday in {country}?
    In {country}, is {day} a national holiday?
""")

WHICH = lines("""
    Which holiday is celebrated in {country} on {day}?
    What public holiday is it in {country} on {day}?
    What is the holiday on {day} in {country} called?
    Which public holiday falls on {day} in {country}?
    What do people in {country} celebrate on {day}?
    Name of the public holiday in {country} on {day}?
    Tell me which holiday {country} has on {day}.
    {day} in {country}: what holiday is that?
    Everything seems closed in {country} on {day}. Which holiday is it?
    Why is {day} a day off in {country}, which public holiday is it?
    For what public holiday is {country} off on {day}?
    I see that {day} is marked in red in the calendar of {country}. What holiday is it?
    {country} has a day off on {day}. For which holiday?
    What's being celebrated in {country} on {day}?
    Which holiday is {day} in {country}?
    The hotel in {country} says {day} is a holiday. Which one?
    What kind of public holiday is {day} in {country}?
    On {day}, which holiday do they have in {country}?
    Say what holiday {day} is in {country}.
    what holiday {country} {day}
    By what name do people in {country} know the holiday on {day}?
""")

CLOSED = lines("""
    Are the shops in {country} likely closed on {day}?
    Will shops in {country} be closed on {day} because of a public holiday?
    Are stores closed in {country} on {day}?
    Will the supermarkets in {country} be shut on {day}?
    shops closed in {country} on {day}?
    I need to buy food in {country} on {day}. Are shops likely to be closed?
    Do shops in {country} close on {day} for a holiday?
    Should I expect closed shops in {country} on {day}?
    We arrive in {country} on {day}. Will the shops be closed?
    Is everything closed in {country} on {day}, I mean because of a public holiday?
    Are offices in {country} likely to be closed on {day}?
    I want to go shopping in {country} on {day}; is it likely that shops are closed?
""")

OPEN = lines("""
    Are the shops in {country} likely open on {day}?
    Will shops in {country} be open on {day}, or is it a public holiday?
    Are stores open in {country} on {day}?
    Can I go shopping in {country} on {day}, or is it a holiday?
    shops open in {country} on {day}?
    I need to buy a present in {country} on {day}. Are shops likely to be open?
    Will the supermarkets in {country} be open on {day}?
    Should I expect open shops in {country} on {day}?
    We arrive in {country} on {day}. Will shops be open?
    Are offices in {country} likely to be open on {day}?
    Is it likely that shops in {country} are open on {day}?
    Do shops in {country} open on {day}?
    Will I find open shops in {country} on {day}?
    I'll be out of milk in {country} on {day}. Are shops likely open?
    On {day}, are stores in {country} likely to be open?
    Stores in {country}, open on {day}?
    We want to go shopping in {country} on {day}. Will shops be open?
    Will stores in {country} be open on {day}?
    Travel question: will I find open shops in {country} on {day}?
    A colleague asks: stores in {country}, open on {day}?
""")

WORKING = lines("""
    Is {day} a normal working day in {country}?
    Is {day} a working day in {country}?
    Do people in {country} work on {day}?
    Is {day} an ordinary business day in {country}?
    working day in {country} on {day}?
    I have an appointment at an office in {country} on {day}. Is that a regular working day?
    Does {country} work on {day}, or is it a holiday?
    Can I count on {day} as a business day in {country}?
    Is {day} a regular weekday without a public holiday in {country}?
    Is {day} free of public holidays in {country}?
""")

CITY = lines("""
    Is {day} a public holiday in {city}?
    Is it a holiday in {city} on {day}?
    I'm in {city} on {day}. Is that a public holiday?
    public holiday {city} {day}?
    Do they have a holiday in {city} on {day}?
    Will {day} be a public holiday in {city}?
    We visit {city} on {day}. Is it a public holiday there?
    Check if {day} is a holiday in {city}.
    My conference in {city} starts on {day}. Does that fall on a public holiday?
    Does {day} happen to be a public holiday in the country of {city}?
    I have a flight to {city} on {day}; is it a national holiday over there?
    Could you find out whether people in {city} have a public holiday on {day}?
    On {day} we want to visit a museum in {city}. Is it a public holiday?
    Is there any national holiday on {day} for people in {city}?
    {city}, {day}: holiday or not?
    I wonder if {day} is a public holiday in {city}.
    Is {day} a bank holiday in {city}?
    Tell me whether {day} is a holiday in the country where {city} is.
""")

CITY_CLOSED = lines("""
    Are the shops in {city} likely closed on {day}?
    Will shops in {city} be closed on {day} because of a holiday?
    We are in {city} on {day}. Are shops likely to be closed?
    shops closed {city} {day}?
    I need to shop in {city} on {day}; will the stores be closed?
    Should I expect closed shops in {city} on {day}?
    Do the stores in {city} close on {day} for a public holiday?
    Will I stand before closed shops in {city} on {day}?
    Our ferry reaches {city} on {day}. Are supermarkets likely closed?
    Is it likely that shops in {city} are closed on {day}?
    On {day}, are shops in {city} likely to be closed?
    Will the supermarkets in {city} be shut on {day}?
    Stores in {city}, closed on {day}?
    Is {day} a day on which shops in {city} are likely closed?
    I run out of food in {city} on {day}. Will shops be closed?
    We get to {city} on {day}. Will everything be closed for a holiday?
    Are stores in {city} closed on {day}?
    Do I have to reckon with closed shops in {city} on {day}?
""")

BOTH = lines("""
    Is {day} a public holiday in both {a} and {b}?
    Do {a} and {b} both have a public holiday on {day}?
    Is {day} a holiday in {a} as well as in {b}?
    Are {a} and {b} both off on {day}?
    {day}: a holiday both in {a} and in {b}?
    Is {day} a day off in {a} and also in {b}?
    Do people in {a} and people in {b} all have a public holiday on {day}?
    We have offices in {a} and {b}. Is {day} a public holiday in both?
    Will {day} be a holiday in the two countries {a} and {b}?
    Check if {day} is a public holiday in {a} and in {b} too.
""")

WHICH_DAY = lines("""
    Which of these days is a public holiday in {country}: {day} or {other}?
    Is it {day} or {other} that is a public holiday in {country}?
    {day} and {other}: which is a public holiday in {country}?
    Check {day} and {other} for public holidays in {country}.
    We arrive in {country} on {day} and leave on {other}. Which of the two days is a public holiday?
    I can go to {country} on {day} or on {other}. Which is a holiday there?
    Tell me for {day} and for {other} whether it is a public holiday in {country}.
    public holiday in {country}, {day} or {other}?
    What about {day} and {other}, which is a holiday in {country}?
    My two free dates are {day} and {other}; on which is there a holiday in {country}?
    Is there a public holiday in {country} on {day} or on {other}, and on which of them?
    Of {day} and {other}, which one is a holiday in {country}?
    In {country}, which is a public holiday, {day} or {other}?
    On which of the two dates {day} and {other} does {country} have a public holiday?
    Are {day} and {other} holidays in {country}, each?
    Tell me which of {day} and {other} people in {country} have off.
    Two dates, {day} and {other}: which is a public holiday in {country}?
    I must choose between {day} and {other}. Which is a holiday in {country}?
""")
