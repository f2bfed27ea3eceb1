"""How people ask for fuel, times, speeds and counts of a journey; the blanks are filled by ``journeys``."""

from __future__ import annotations

LITRES = (
    "I am trying to figure out how much fuel I need for {km} km with {use} litres per 100 km.",
    "My car uses {use} litres per 100 km. How many litres do I need for {km} km?",
    "How much petrol do I need for {km} km at {use} l/100 km?",
    "{km} km with {use} litres per 100 km, how much fuel is that?",
    "The rental car takes {use} liters per 100 kilometers and we drive {km} kilometers. How much fuel?",
    "We plan to drive {km} km. At {use} l per 100 km, how many litres will we burn?",
    "fuel needed: {km} km, {use} l/100km",
    "How many liters of diesel does a car with {use} L/100 km need for {km} km?",
    "If a camper van drinks {use} litres every 100 km, what does it need for {km} km?",
    "Our route is {km} kilometres long; consumption is {use} litres per 100 km. Litres in total?",
    "What fuel do {km} km take when the car consumes {use} l per 100 km?",
)

FUEL = (
    "Do you happen to know what the fuel for {km} km costs at {use} l per 100 km and {price} a litre?",
    "My wife asks how much I pay for {km} km with {use} litres per 100 km at {price} per litre.",
    "We drive {km} km, the car uses {use} litres per 100 km a litre costs {price}. What is the fuel cost?",
    "How much do I pay for fuel over {km} km at {use} l/100 km if petrol is {price} a litre?",
    "fuel cost for {km} km, {use} l/100km, {price} per litre",
    "What does the petrol for {km} kilometres cost with {use} litres per 100 km at {price} per litre?",
    "My car needs {use} liters per 100 km. Petrol is {price} a liter. What will {km} km cost me?",
    "Petrol here costs {price} a liter. We go {km} km with {use} l per 100 km. How much is that?",
    "Road trip of {km} km: {use} litres per 100 km, {price} per litre. What do we spend on fuel?",
    "Calculate the fuel costs: {km} km, consumption {use} l/100 km, price {price} per litre.",
    "A litre of diesel is {price}. What do {km} km cost when the car takes {use} litres for 100 km?",
    "If fuel costs {price} a litre, how much is a drive of {km} km with {use} litres per 100 km?",
    "How expensive is driving {km} km when the car burns {use} l/100 km and fuel is {price} per litre?",
    "I rented a car that uses {use} litres per 100 km. For {km} km at {price} a litre, what will I pay?",
)

HOURS = (
    "How long do I need for {km} km at {speed} km/h?",
    "How many hours does it take to drive {km} km at {speed} km/h?",
    "{km} km at {speed} km/h, how many hours?",
    "If I drive {speed} km/h on average, how long will {km} km take?",
    "The train goes {speed} km/h. How many hours is it for {km} km?",
    "We cycle {speed} km an hour. How long do we need for {km} km?",
    "driving time for {km} km with an average of {speed} km/h",
    "The ferry makes {speed} km/h and has to go {km} km. How long is the crossing?",
    "With {speed} kilometers per hour, how many hours are {km} kilometers?",
    "Our bus averages {speed} km/h. In how many hours does it cover {km} km?",
    "The trail is {km} km and I walk {speed} km per hour. How long will I be walking?",
)

SPEED = (
    "We drove {km} km in {hours} hours. What was our average speed?",
    "What's the average speed for {km} km in {hours} hours?",
    "How fast do I have to go to cover {km} km in {hours} hours?",
    "{km} km in {hours} hours, how fast is that?",
    "The train needs {hours} hours for {km} km. How fast is it on average?",
    "If a trip of {km} km takes {hours} hours, what is the speed in km/h?",
    "I cycled {km} km in {hours} hours; what was my average speed?",
    "average speed: {km} km, {hours} hours",
    "The flight covers {km} km in {hours} hours. What's its speed in km/h?",
    "A bus takes {hours} hours to do {km} km. Speed?",
)

AFFORD = (
    "I have {budget} and a night costs {price}. How many nights can I stay?",
    "How many nights at {price} can I afford with {budget}?",
    "A ticket is {price}. How many can I buy for {budget}?",
    "With {budget}, how many nights can I pay for if each one is {price}?",
    "How often can I ride for {budget} when one ride costs {price}?",
    "My budget is {budget}; a day costs me {price}. How many full days can I travel?",
    "How many days will {budget} last if I spend {price} per day?",
    "how many full nights: {budget}, {price} each",
    "For how many nights is {budget} enough at {price} a night?",
    "One diving trip costs {price}. How many can I make with {budget}?",
)

PARTY = (
    "{adults} adults pay {first} each and {children} children pay {second} each. What is the total?",
    "We are {adults} adults at {first} and {children} kids at {second}. How much is the entry?",
    "{adults} adult tickets at {first} and {children} child tickets at {second}, total?",
    "The zoo is {first} per adult, {second} per child. What do {adults} adults and {children} children pay?",
    "How much do {adults} adults and {children} kids pay at {first} and {second} each?",
    "Tickets: {adults} x {first} for adults, {children} x {second} for children. Total price?",
    "{adults} adults and {children} children take the ferry: {first} an adult, {second} a child. Total?",
    "For adults it is {first}, for children {second}. We have {adults} adults and {children} children. Sum?",
    "Grown-ups pay {first}, kids {second}. What's it for {adults} grown-ups and {children} kids?",
    "What will the museum cost for {adults} adults ({first} each) and {children} children ({second} each)?",
)

STAY = (
    "{nights} nights at {price} plus a cleaning fee of {fee}, what is the total?",
    "The flat is {price} a night plus {fee} for cleaning. What do {nights} nights cost?",
    "How much are {nights} nights at {price} each with a one-time fee of {fee}?",
    "We book {nights} nights at {price} and pay {fee} for the transfer. Total?",
    "Our {nights} nights cost {price} each and the flight is {fee}. What's the whole trip?",
    "The car is {price} a day for {nights} days, plus insurance of {fee}. What do I pay?",
    "total: {nights} nights x {price} + {fee} cleaning",
    "If the room is {price} per night and the deposit {fee}, how much do I need for {nights} nights?",
    "I pay {price} per night for {nights} nights and {fee} for parking. How much is it altogether?",
    "Flight {fee}, hotel {price} per night for {nights} nights. What does the trip cost?",
)

SHARED_STAY = (
    "{people} of us stay {nights} nights at {price} a night. How much does each pay?",
    "A flat costs {price} per night. {people} people share it for {nights} nights. What is it per person?",
    "We are {people} friends renting a house for {nights} nights at {price} a night. What's my share?",
    "{nights} nights at {price}, split by {people} people?",
    "If {people} people share a room for {price} a night, what does each pay for {nights} nights?",
    "cost per person: {nights} nights, {price} per night, {people} people",
    "How much is it for each of {people} travellers when {nights} nights cost {price} each?",
    "The cabin is {price} a night; {people} of us book {nights} nights. What do we each owe?",
    "Split {nights} nights at {price} among {people} people.",
    "We share a van at {price} a day for {nights} days, {people} of us. How much per person?",
)

GIVEN_RATE = (
    "If one euro is {rate} dollars, how many dollars are {amount} euros?",
    "The exchange office gives {rate} dollars per euro. What do I get for {amount} euros?",
    "At a rate of {rate} dollars to the euro, how many dollars are {amount} euros?",
    "My bank's rate is {rate} dollars for 1 euro. How many dollars do I get for {amount} euros?",
    "With {rate} dollars per euro, what would {amount} euros be?",
    "They offer me {rate} dollars per euro here. I change {amount} euros. How many dollars is that?",
    "Suppose a euro buys {rate} dollars: how much are {amount} euros?",
    "{amount} euros at a fixed rate of {rate} dollars per euro",
    "The kiosk pays {rate} dollars for each euro. How much for {amount} euros?",
    "Using {rate} dollars per euro, convert {amount} euros.",
)

MINUTES = (
    "How many minutes are {hours} hours and {minutes} minutes?",
    "The flight takes {hours} hours {minutes} minutes. How many minutes is that?",
    "What is {hours} h {minutes} min in minutes?",
    "{hours} hours {minutes} minutes in minutes",
    "The film lasts {hours} hours and {minutes} minutes, how many minutes in all?",
    "Convert {hours}h {minutes}m to minutes.",
    "My layover is {hours} hours and {minutes} minutes. In minutes?",
    "How many minutes does a ride of {hours} hours and {minutes} minutes take?",
    "The hike is {hours} hours {minutes} minutes long; say that in minutes.",
    "I need {hours} h and {minutes} min as minutes.",
)
