"""How people ask what takes units and a calculation; the blanks are filled by ``mixed_measures``."""

from __future__ import annotations

FUEL = (
    "We drive {miles} miles and the car uses {use} litres per 100 km. How many litres do we need?",
    "How much petrol in litres do I need for {miles} miles at {use} l/100 km?",
    "{miles} miles with {use} litres per 100 km: how much fuel?",
    "My rental takes {use} L per 100 km and I have {miles} miles to go. How many litres is that?",
    "How many litres does a car with {use} l/100 km burn on {miles} miles?",
    "litres for {miles} miles, consumption {use} l/100km",
    "The road is {miles} miles long. With {use} litres per 100 km, what fuel do I need?",
    "For a drive of {miles} miles, how many litres are needed at {use} litres per 100 kilometres?",
    "A van drinks {use} litres every 100 km. What does it need for {miles} miles?",
    "I have {miles} mi ahead of me at {use} l per 100 km. Fuel in litres?",
)

FUEL_COST = (
    "We drive {miles} miles, the car uses {use} litres per 100 km, petrol is {price} a litre. Cost?",
    "What does fuel for {miles} miles cost at {use} l/100 km and {price} per litre?",
    "fuel cost: {miles} miles, {use} l/100km, {price} a litre",
    "My trip is {miles} miles. The car needs {use} litres per 100 km and a litre is {price}. What do I pay?",
    "If petrol is {price} a litre, how much is a drive of {miles} miles with {use} l per 100 km?",
    "How expensive are {miles} miles with {use} litres per 100 km at {price} per litre?",
    "A litre of diesel is {price} and we burn {use} l per 100 km. What do {miles} miles cost?",
    "Fuel budget for {miles} miles? Consumption {use} litres per 100 km, {price} a litre.",
    "Calculate petrol costs for {miles} miles, {use} l/100 km, {price} per litre.",
    "I will drive {miles} miles. At {use} l/100 km and {price} a litre, what will the fuel cost me?",
)

GALLON = (
    "Petrol costs {price} a gallon. What is that per litre in {to}?",
    "{price} per gallon, how much per litre in {to}?",
    "Gas is {price} a gallon there. How many {to} is a litre?",
    "What does a litre cost in {to} if a gallon costs {price}?",
    "They charge {price} for a gallon. I'd like the price of a litre in {to}.",
    "fuel price {price} per gallon in {to} per litre",
    "A gallon of gas is {price}. Convert this to {to} per liter.",
    "How much is a liter of petrol in {to} when the gallon is {price}?",
    "At {price} a gallon, what would I pay per litre in {to}?",
    "Compare for me: {price} a gallon is how many {to} a litre?",
)

HOURS = (
    "I am trying to figure out how many hours {miles} miles take at {speed} km/h.",
    "How many hours do I need for {miles} miles at {speed} km/h?",
    "{miles} miles at {speed} km/h, how long is that in hours?",
    "If I drive {speed} km/h, how many hours will {miles} miles take?",
    "The distance is {miles} miles and my car averages {speed} km/h. How long does it take?",
    "A train with {speed} km/h covers {miles} miles in how many hours?",
    "driving time: {miles} miles, {speed} km/h",
    "We have {miles} miles to go with {speed} km/h. How many hours is that?",
    "How long is the ride of {miles} miles at an average of {speed} km/h?",
    "The bus makes {speed} km/h. In how many hours does it do {miles} miles?",
    "At {speed} kilometers per hour, how long for {miles} miles?",
)

BAGS = (
    "I am trying to figure out what bags of {first} kg and {second} kg weigh in pounds together.",
    "Would you tell me how many pounds {first} kg and {second} kg are?",
    "My bags weigh {first} kg and {second} kg. What do they weigh together in pounds?",
    "How many pounds are {first} kg and {second} kg together?",
    "I check in {first} kg and carry {second} kg. What's the total in lbs?",
    "{first} kg plus {second} kg in pounds",
    "One suitcase has {first} kilos, the other {second}. How many pounds is that in all?",
    "Two backpacks, {first} kg and {second} kg: total weight in lb?",
    "Add {first} kg and {second} kg and convert the sum to pounds.",
    "What is the weight in pounds of a {first} kg suitcase and a {second} kg bag?",
    "We have {first} kg and {second} kg of luggage. In pounds, how much is it altogether?",
    "total luggage in lbs: {first} kg + {second} kg",
)

STAGES = (
    "Please find out how many miles {first} km and {second} km are together.",
    "My wife asks how long stages of {first} km and {second} km are in miles.",
    "We hike {first} km and then {second} km. How many miles is that in all?",
    "The stages are {first} km and {second} km. What's the total in miles?",
    "How many miles are {first} km and {second} km together?",
    "{first} km plus {second} km in miles",
    "Yesterday I cycled {first} km, today {second} km. How many miles did I cycle altogether?",
    "Add {first} km and {second} km and give me the sum in miles.",
    "My route has two legs, {first} km and {second} km. How long is it in miles?",
    "total miles for {first} km + {second} km",
    "First {first} km by car, then {second} km on foot: how many miles together?",
    "What do {first} km and {second} km make in miles?",
)

PER_DAY = (
    "We have {miles} miles to drive in {days} days. How many km is that per day?",
    "{miles} miles in {days} days, how many kilometers a day?",
    "The trail is {miles} miles long and I take {days} days. How many kilometres per day?",
    "How many km a day do I walk if I do {miles} miles in {days} days?",
    "km per day: {miles} miles, {days} days",
    "Divide {miles} miles over {days} days, in kilometres please.",
    "Our road trip is {miles} miles in {days} days; what's the daily distance in km?",
    "If we cycle {miles} miles in {days} days, how many kilometers is each day?",
    "I want to do {miles} miles within {days} days. What is that in km per day?",
    "A tour of {miles} miles lasts {days} days. How many km do we cover daily?",
)

PER_HUNDRED = (
    "A car does {mpg} US miles per gallon. How many litres per 100 km is that?",
    "What is {mpg} mpg (US) in l/100 km?",
    "{mpg} US mpg in litres per 100 km",
    "Convert {mpg} miles per US gallon to liters per 100 km.",
    "My rental gets {mpg} US mpg. What does it use in litres per 100 km?",
    "How many l/100 km are {mpg} US mpg?",
    "The jeep manages {mpg} miles to the US gallon. What's that in litres per 100 kilometres?",
    "consumption of {mpg} US mpg in l/100km?",
    "If a car makes {mpg} US mpg, how many litres does it need for 100 km?",
    "I read {mpg} US mpg. Please tell me that in liters per 100 km.",
)
