"""How people ask whether shops open or people work on a day; slots ``{day}``, ``{country}``, ``{city}``."""

from __future__ import annotations

from training.travel.families.country_words import lines

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
    {country} {day} shops shut?
    Our fridge is empty and we reach {country} on {day}; shops closed for a holiday?
    Would I find locked doors at the shops in {country} on {day} because of a public holiday?
    Somebody told me the shops in {country} are closed on {day} for a holiday. True?
    are the stores gonna be closed in {country} on {day}
    Is it likely that banks in {country} are closed on {day} for a public holiday?
    Kindly confirm whether shops in {country} are likely to remain closed on {day}.
    My nephew bets that shops in {country} are shut on {day} for a holiday. Does he win?
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
    {country} {day} shops open?
    Our fridge is empty and we reach {country} on {day}; shops open?
    Somebody told me the shops in {country} are open on {day}. True?
    are the stores gonna be open in {country} on {day}
    I need new shoes for a party in {country} on {day}. Would the shops be open that day?
    Kindly confirm whether shops in {country} are likely to be open on {day}.
    Is it business as usual for shops in {country} on {day}, I mean open?
    Could I buy bread in {country} on {day}, or are shops off for a public holiday?
    My nephew bets that shops in {country} are open on {day}. Does he win?
    In {country} the shops are open the {day}, yes?
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
    {country} {day} workday?
    My boss wants me at a desk in {country} on {day}. Is that a working day there?
    Somebody told me {day} is a normal working day in {country}. True?
    Will colleagues in {country} be at work on {day}, or have a public holiday?
    Is {day} business as usual in {country}, a normal working day?
    Kindly confirm whether {day} is a regular business day in {country}.
    Can a contract in {country} start on {day}, I mean is it a working day?
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
    {city} {day} shops shut?
    Our fridge is empty and we reach {city} on {day}; shops closed for a holiday?
    Somebody told me the shops in {city} are closed on {day} for a holiday. True?
    are the stores gonna be closed in {city} on {day}
    Would I find locked doors at the shops in {city} on {day} because of a public holiday?
    Kindly confirm whether shops in {city} are likely to remain closed on {day}.
    My nephew bets that shops in {city} are shut on {day} for a holiday. Does he win?
    A shopping day in {city} on {day}: would we find the shops closed?
    Our cruise stops in {city} on {day}. Shops closed for a holiday, likely?
""")
