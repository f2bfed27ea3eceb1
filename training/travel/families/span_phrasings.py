"""How people ask what ``spans`` solves."""

from __future__ import annotations

ARRIVAL = (
    "My flight leaves {a} at {time} on {day} and takes {hours} hours. When do I land, {b} time?",
    "I take off in {a} at {time} on {day}, {hours} hours to {b}. At what local time do I arrive?",
    "depart {a} {time} {day}, {hours} h flight, arrival time in {b} local",
    "On {day} I leave {a} at {time} local time. With {hours} hours of flight, when do I touch down in {b}?",
    "Departure {a} {time}, {day}. Flying time {hours} hours. Arrival {b}, local time?",
    "I start in {a} at {time} on {day} and fly {hours} hours to {b}. When do I arrive on their clock?",
    "A plane to {b} takes {hours} hours, leaving {a} at {time} on {day}. What's the clock in {b} at landing?",
    "Given departure from {a} at {time} on {day} and {hours} hours en route, state the local arrival in {b}.",
    "My son flies {hours} hours to {b}, leaving {a} at {time} on {day}. What time is it there when he lands?",
    "if i leave {a} at {time} on {day} and the flight to {b} is {hours} hours long when do i land, {b} time",
    "Work out my arrival: {hours} hours in the air, from {a} ({time} on {day}) to {b}, in {b} time.",
    "I board at {time} in {a} on {day}. After {hours} hours we're in {b}. Local time there then?",
    "No arrival time on my ticket: {a} at {time} on {day}, {hours} hours, then {b}. What time is it there?",
    "Leaving {a} {time} on {day}, duration {hours} hours; tell me the local time in {b} at landing.",
)

LIGHT = (
    "How many minutes of daylight does {city} have on {day}?",
    "In minutes, how long is the day in {city} on {day}?",
    "daylight minutes {city} {day}",
    "My solar panel in {city} needs a figure: minutes from sunrise to sunset on {day}.",
    "A time-lapse in {city} on {day} takes a frame a minute from sunrise to sunset. How many frames?",
    "Express the length of the day in {city} on {day} in minutes.",
    "For how many minutes is the sun up in {city} on {day}?",
    "Please give the day length for {city}, {day}, not in hours but in minutes.",
    "From sunrise until sunset on {day} in {city}, how many minutes pass?",
    "My teacher wants the daylight of {day} in {city} as a number of minutes. What is it?",
    "so how many minutes is it light, sunrise to sunset, in {city} on {day}",
    "I plant by light: tell me the minutes of sun above the horizon in {city} on {day}.",
)

DARK = (
    "How many minutes of {day} is the sun below the horizon in {city}?",
    "Of the 24 hours of {day}, how many minutes are not daylight in {city}?",
    "24 hours minus day length, in minutes, {city}, {day}",
    "A street lamp in {city} burns whenever the sun is down. How many minutes is that on {day}?",
    "On {day}, for how many minutes of the 24 hours is the sun down in {city}?",
    "Take 24 hours, subtract the length of the day in {city} on {day}: how many minutes remain?",
    "In {city} on {day}, what's left of 24 hours once daylight is taken off, in minutes?",
    "Stargazing in {city}: minutes without the sun up on {day}?",
    "Kindly provide, in minutes, how much of 24 hours is without daylight in {city} on {day}.",
    "My cat is out while the sun is down. For {city} on {day}, how many minutes of 24 hours is that?",
    "so how many minutes has {city} got no sun above the horizon on {day}, out of 24 hours",
    "A solar park in {city} stands still while the sun is down. How many minutes of 24 hours is it on {day}?",
)

TOUR = (
    "How many km is it to fly {a} - {b} - {c} - {d}?",
    "What is the total distance in km of the flights {a} to {b}, {b} to {c} and {c} to {d}?",
    "total km {a} {b} {c} {d}",
    "My ticket reads {a}, {b}, {c}, {d}. How many kilometers do I fly in all?",
    "For my miles account in km: legs {a}-{b}, {b}-{c}, {c}-{d}. Total?",
    "A three-leg trip takes us from {a} via {b} and {c} to {d}. How far is it altogether in kilometres?",
    "Add up the three legs {a} to {b} to {c} to {d}, in km.",
    "The cargo goes out of {a}, changes at {b} and again at {c}, and ends at {d}. Total km flown?",
    "If I start at {a} and connect in {b}, then {c}, before landing at {d}, how many km are that?",
    "Please compute the kilometres of the routing {a}/{b}/{c}/{d}.",
    "so thats {a} to {b}, then {c}, then {d}, how many km in total",
    "Our pilot logs {a}, {b}, {c} and {d} in this order. What is the sum of the legs in kilometers?",
    "Cheapest ticket to {d} goes from {a} with stops at {b} and {c}. How many kilometers of flying is it?",
)
