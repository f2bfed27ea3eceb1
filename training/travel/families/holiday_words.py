"""How people ask whether a day is a holiday; slots ``{day}``, ``{country}``, ``{city}``."""

from __future__ import annotations

from training.travel.families import holiday_shop_words as shops
from training.travel.families.country_words import lines

CITY_CLOSED = shops.CITY_CLOSED
CLOSED = shops.CLOSED
OPEN = shops.OPEN
WORKING = shops.WORKING

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
    hol {country} {day}?
    {country}, {day}: red day in the calendar?
    My boss wants me in {country} on {day}. Would that be a public holiday there?
    Somebody told me {day} is a bank holiday over in {country}. True?
    Are banks in {country} off on {day} for a public holiday?
    whats with {day} in {country}, public holiday or no
    My colleagues from {country} say they don't work on {day} because of a public holiday. True?
    Do the kids in {country} have a public holiday on {day}?
    I booked a notary in {country} for {day}, not knowing whether it is a public holiday. Is it?
    The calendar of {country} for {day}: does it show a public holiday?
    My nephew bets that {day} is a public holiday in {country}. Does he win?
    Kindly confirm whether {day} is an official public holiday in {country}.
    in {country} it is holiday the {day}, yes?
    A wedding in {country} on {day}: would the guests have a public holiday?
    Embassy of {country}, visit on {day}. Is that a national holiday of theirs?
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
    {day} {country} hol?
    My boss wants me in {country} on {day}. Would that be a public holiday there?
    Somebody told me that {day} is a national holiday in {country}. True?
    Is {day} marked as a public holiday in the calendar of {country}?
    My nephew bets that {day} is no public holiday in {country}, but is it one?
    Do banks in {country} take a public holiday on {day}?
    Kindly confirm whether {day} is an official holiday in {country}.
    At home we are off on {day}; is it a public holiday in {country} too?
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
    {country} {day} holiday name?
    whats the holiday on {day} over in {country}
    My diary for {country} shows a holiday on {day} but not its name. What is it?
    They won't deliver in {country} on {day} because of a holiday. Which holiday would that be?
    What's the occasion in {country} on {day}, which public holiday?
    Parades, flags, no work: what public holiday does {country} have on {day}?
    Colleagues in {country} are out of office on {day} for a holiday named what?
    How is called the public holiday of {country} on {day}?
    Kindly name the public holiday observed in {country} on {day}.
    For what reason do people in {country} have {day} off, which holiday?
    I want to wish my friends in {country} a happy holiday on {day}; which one is it?
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
    {city} {day} bank holiday?
    My boss wants me in {city} on {day}. Would that be a public holiday there?
    Somebody told me {day} is a public holiday over in {city}. True?
    whats with {day} in {city}, public holiday or no
    Grandma lands in {city} on {day}. Is it a public holiday there?
    Kindly confirm whether {day} is an official public holiday in {city}.
    My nephew bets that {day} is a holiday in {city}. Does he win?
    The dentist in {city} has a slot on {day}; would that be a public holiday?
    Red day in the calendar of {city}, {day}?
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
    {a} and {b} both off {day}?
    A call between {a} and {b} on {day}: is it a public holiday at both ends?
    Somebody told me {a} and {b} both have a public holiday on {day}. True?
    Kindly confirm whether {day} is a public holiday in {a} and likewise in {b}.
    My parents live in {a} and I in {b}. Do we both have a public holiday on {day}?
    On {day}, is there a holiday on both sides, in {a} and in {b}?
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
    {country} hol: {day} or {other}?
    My boss offers {day} or {other} for {country}; on which would I meet a public holiday?
    Somebody mentioned a holiday in {country}, on {day} or {other}. Which of them?
    Two flights to {country}, on {day} and {other}. Which one lands on a public holiday?
    whats the holiday in {country} {day} or {other}
    {day} or {other}: which one do people in {country} take off for a public holiday?
    Kindly state which of {day} and {other} is a public holiday in {country}.
    Red day in {country}: is it {day}, or is it {other}?
    My diary for {country} has {day} and {other} marked. Which is really a public holiday?
""")
