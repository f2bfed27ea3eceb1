"""How people compare measures or mix units; the blanks are filled by ``units_steps``."""

from __future__ import annotations

MORE = (
    "Can you say whether {a} is more than {b}?",
    "Please find out if {a} exceeds {b}.",
    "Is {a} more than {b}?",
    "is {a} > {b}",
    "Are {a} more than {b}?",
    "Would {a} be more than {b}?",
    "Tell me whether {a} is more than {b}.",
    "Could you check if {a} is more than {b}?",
    "{a} vs {b}: is the first more?",
    "I wonder if {a} is more than {b}.",
    "Do {a} exceed {b}?",
    "Does {a} beat {b}?",
    "Is it true that {a} is more than {b}?",
    "One guide says {a}, the other {b}. Is the first value higher?",
)

LESS = (
    "Is {a} less than {b}?",
    "is {a} < {b}",
    "Are {a} less than {b}?",
    "Would {a} be less than {b}?",
    "Tell me whether {a} is less than {b}.",
    "Can you check if {a} is less than {b}?",
    "{a} vs {b}: is the first less?",
    "One sign says {a}, another {b}. Is the first value lower?",
    "Is it true that {a} is less than {b}?",
    "Do {a} stay below {b}?",
)

WHICH = (
    "Which is more, {a} or {b}?",
    "{a} or {b}, which is more?",
    "What is more: {a} or {b}?",
    "Compare {a} and {b}: which one is more?",
    "Of {a} and {b}, which is the larger?",
    "Which of the two is bigger, {a} or {b}?",
    "Is {a} or {b} more?",
    "Two brochures give {a} and {b}. Which value is larger?",
    "I can't tell which is more, {a} or {b}.",
    "Tell me which is greater, {a} or {b}.",
    "what's larger: {a} or {b}",
    "Please say whether {a} or {b} is more.",
)

HEAVIER = (
    "Would you tell me if a bag of {a} weighs more than one of {b}?",
    "Is {a} heavier than {b}?",
    "My bag weighs {a}, hers {b}. Is mine heavier?",
    "Does something of {a} weigh more than something of {b}?",
    "Is a suitcase of {a} heavier than one of {b}?",
    "My skis weigh {a} and the board {b}. Do the skis weigh more?",
    "The tent has {a}, the old one had {b}. Is the new tent heavier?",
    "Is a rucksack with {a} heavier than one with {b}?",
    "Would {a} be heavier than {b}?",
    "heavier than {b}? it weighs {a}",
    "One parcel is {a}, the other one {b}. Does the first weigh more?",
)

LONGER = (
    "Is {a} longer than {b}?",
    "Is {a} farther than {b}?",
    "The first trail is {a}, the second {b}. Is the first one longer?",
    "Is a walk of {a} longer than one of {b}?",
    "By the coast it is {a}, by the hills {b}. Is the coast road longer?",
    "Is a distance of {a} greater than {b}?",
    "Would {a} be further than {b}?",
    "I ran {a}, my brother {b}. Did I run farther?",
    "One campsite is {a} away, another {b}. Is the first one farther?",
    "longer: is {a} more than {b}?",
)

WARMER = (
    "Let me know whether {a} is warmer than {b}.",
    "Is {a} warmer than {b}?",
    "Is {a} hotter than {b}?",
    "At home it is {a}, there it is {b}. Is it warmer at home?",
    "The lake has {a} and the pool {b}. Is the lake warmer?",
    "Would {a} feel warmer than {b}?",
    "My forecast says {a}, yours {b}. Is mine warmer?",
    "Is a day with {a} hotter than one with {b}?",
    "Here it is {a}, in the mountains {b}. Is it warmer here?",
    "Tell me if {a} is a higher temperature than {b}.",
    "Is {a} above {b}?",
)

FASTER = (
    "Is {a} faster than {b}?",
    "Is a train with {a} faster than one with {b}?",
    "My boat makes {a}, his {b}. Is mine faster?",
    "The limit here was {a}, now it is {b}. Was I allowed to go faster before?",
    "Does {a} mean a higher speed than {b}?",
    "Would {a} be faster than {b}?",
    "One ferry runs at {a}, the other at {b}. Is the first faster?",
    "Is wind of {a} stronger than wind of {b}?",
    "Is driving at {a} quicker than at {b}?",
    "faster or not: {a} compared to {b}?",
)

OVER = (
    "My suitcase weighs {a} and the limit is {b}. Is it too heavy?",
    "The airline allows {b}. My bag has {a}. Is it over the limit?",
    "Is a bag of {a} too heavy if {b} are allowed?",
    "I packed {a}, but only {b} is permitted. Am I over?",
    "Hand luggage may weigh {b}; mine weighs {a}. Do I have to pay extra?",
    "Do I exceed a baggage limit of {b} with {a}?",
    "Limit {b}, my backpack {a}: overweight?",
    "With {a} in my suitcase, am I above the {b} they allow?",
    "Up to {b} is free. Will I have excess baggage with {a}?",
    "The scale shows {a}. The allowance is {b}. Is that too much?",
    "Is my {a} bag overweight when the maximum is {b}?",
    "They only accept {b} and I have {a}. Is my luggage too heavy?",
)

WITHIN = (
    "My suitcase weighs {a} and the limit is {b}. Is it within the limit?",
    "The airline allows {b}. Can I take a bag of {a}?",
    "Is {a} of luggage okay if the maximum is {b}?",
    "May I check in {a} when {b} is allowed?",
    "Hand luggage may weigh {b}. Mine weighs {a}. Is that fine?",
    "Will a bag of {a} pass if the limit is {b}?",
    "Am I below the limit of {b} with {a}?",
    "limit {b}, bag {a}, okay?",
    "I have {a} to check in and my ticket includes {b}. Is it enough?",
    "Does a rucksack of {a} stay within an allowance of {b}?",
    "The bus takes luggage up to {b}. Does mine with {a} qualify?",
    "Is a {a} suitcase allowed if the maximum is {b}?",
)

TWO_TARGETS = (
    "What is {value} in {to} and in {other}?",
    "Convert {value} to {to} and {other}.",
    "{value} in {to} and {other}",
    "I need {value} both in {to} and in {other}.",
    "How much is {value} in {to}, and how much in {other}?",
    "Give me {value} in {to} and also in {other}.",
    "How many {to} and how many {other} are {value}?",
    "{value} to {to} and to {other} please",
    "Tell me what {value} is in {to} and {other}.",
    "My two friends want to know {value}, one in {to} and the other in {other}.",
)

HEIGHT = (
    "I am {feet} tall. What is that in {to}?",
    "How tall is {feet} in {to}?",
    "What's {feet} in {to}?",
    "Convert {feet} to {to}.",
    "{feet} in {to}",
    "{feet} to {to}",
    "My son is {feet}, how many {to} is that?",
    "The rental form asks for my height in {to}. I'm {feet}.",
    "For the ski rental I need my height in {to}; it is {feet}.",
    "How many {to} are {feet}?",
    "A surfboard of {feet}: how long is it in {to}?",
    "The door of the hut is only {feet} high. What is that in {to}?",
    "I'm {feet}. How many {to} would that be?",
    "My bike box is {feet} long, tell me the length in {to}.",
)

INCOMPATIBLE = (
    "How many {to} are {value}?",
    "Convert {value} to {to}.",
    "What is {value} in {to}?",
    "{value} in {to}",
    "{value} to {to}",
    "How much is {value} in {to}?",
    "I need {value} in {to}.",
    "Could you convert {value} to {to}?",
    "{value} equals how many {to}?",
    "How many {to} do I get out of {value}?",
    "Turn {value} into {to}.",
    "Can you express {value} in {to}?",
    "My friend says {value}, how many {to} is that?",
    "The sign says {value}. What would that be in {to}?",
)
