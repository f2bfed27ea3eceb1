"""How people ask what money is worth; the blanks are filled by ``money``."""

from __future__ import annotations

from training.travel.families import money_rarer_phrasings as rarer

CONVERT = (
    "How much is {sum} in {to}?",
    "What is {sum} in {to}?",
    "Convert {sum} to {to}.",
    "convert {sum} into {to}",
    "{sum} in {to}",
    "{sum} to {to}",
    "{sum} to {to}?",
    "How many {to} is {sum}?",
    "How many {to} do I get for {sum}?",
    "How many {to} will I get if I exchange {sum}?",
    "I have {sum}. How much is that in {to}?",
    "I have {sum} left from my trip, what would that be in {to}?",
    "What would {sum} be in {to}?",
    "Exchange {sum} to {to}",
    "Change {sum} into {to} for me.",
    "What's {sum} worth in {to}?",
    "What does {sum} come to in {to}?",
    "The hotel costs {sum}. What is that in {to}?",
    "Our dinner was {sum}; how much is it in {to}?",
    "The train ticket is {sum}. Can you tell me the price in {to}?",
    "A museum ticket costs {sum}, what does that make in {to}?",
    "I wonder how many {to} {sum} would be.",
    "Could you convert {sum} to {to} for me?",
    "I'd like to know the value of {sum} in {to}.",
    "Give me {sum} expressed in {to}.",
    "value of {sum} in {to}",
    "If I change {sum} at the current rate, how many {to} will I have?",
    "The taxi driver wants {sum}. How many {to} is that?",
    "I want to swap {sum} for {to}, how much do I get?",
    "My flight costs {sum}. How much do I pay in {to}?",
    "They charge {sum} for the tour, so how much would that be in {to}?",
    "Someone quoted me {sum} for an apartment. What's the amount in {to}?",
    "I need {sum} converted to {to}.",
    "How much money in {to} is {sum}?",
    "What amount in {to} corresponds to {sum}?",
    "What is the equivalent of {sum} in {to}?",
    "{sum} equals how many {to}?",
    "{sum} is how much in {to}?",
    "currency conversion: {sum} to {to}",
    "At today's rate, what are {sum} in {to}?",
    "Turn {sum} into {to}.",
    "We budgeted {sum} for the trip. Tell me what that is in {to}.",
    "My grandmother gave me {sum} for the journey. How much would I have in {to}?",
    "please calculate {sum} in {to}",
    "A friend owes me {sum}; what is that in {to}?",
    "The parking fine is {sum}. In {to}, how much is it?",
    *rarer.CONVERT,
)

CONVERT_ON = (
    "Can you say what {sum} came to in {to} on {day}?",
    "Can you say how many {to} one got for {sum} on {day}?",
    "How much was {sum} in {to} on {day}?",
    "What was {sum} worth in {to} on {day}?",
    "Convert {sum} to {to} at the rate of {day}.",
    "{sum} in {to} on {day}",
    "{sum} to {to}, {day}",
    "How many {to} did you get for {sum} on {day}?",
    "On {day} I paid {sum}. How much was that in {to}?",
    "I spent {sum} on {day}; what was it in {to} then?",
    "What would {sum} have been in {to} on {day}?",
    "For my expense report: {sum} on {day} in {to}, please.",
    "My hotel bill of {day} was {sum}. What is that in {to} at the rate of that day?",
    "How many {to} were {sum} on {day}?",
    "convert {sum} into {to} using the exchange rate of {day}",
    "At the exchange rate of {day}, how much is {sum} in {to}?",
    "If I had changed {sum} on {day}, how many {to} would I have got?",
    "Using the {day} rate, turn {sum} into {to}.",
    "What was the value of {sum} in {to} back on {day}?",
    "I exchanged {sum} on {day}. How many {to} should I have received?",
    "My invoice says {sum} and is dated {day}. What amount in {to} is that?",
    "Tell me what {sum} came to in {to} on {day}.",
    "{day}: {sum} = how many {to}?",
    "I need the equivalent of {sum} in {to} as of {day}.",
    *rarer.CONVERT_ON,
)

NEEDED = (
    "How many {have} do I need to get {goal}?",
    "I want to end up with {goal}. How many {have} must I exchange?",
    "How much in {have} does it take to buy {goal}?",
    "I need {goal} in cash. What will that cost me in {have}?",
    "How many {have} should I change to have {goal}?",
    "What do I have to pay in {have} for {goal}?",
    "To receive {goal}, how many {have} do I have to hand over?",
    "I only have {have}; how many of them make {goal}?",
    "I must pay {goal} but I only have {have}. How many do I need?",
    "How many {have} would I need for {goal}?",
    "I'd like to withdraw {goal}; how much will be taken from my account in {have}?",
    "My card is in {have}. If I pay {goal}, how much is charged?",
    "What does it cost in {have} to get {goal}?",
    "A shop asks for {goal} and I pay in {have}. How much is it?",
    *rarer.NEEDED,
)

RATE = (
    "How much is {one} in {to}?",
    "How many {to} is {one}?",
    "How many {to} do I get for {one}?",
    "What is {one} worth in {to}?",
    "What's {one} in {to} right now?",
    "{one} in {to}",
    "{one} to {to}",
    "How many {to} are there to {one}?",
    "convert {one} to {to}",
    "What does {one} cost in {to}?",
    "{one} equals how many {to}?",
    "How many {to} can I buy with {one}?",
    "Tell me how many {to} you get for {one}.",
    "How many {to} would {one} be?",
    "For {one}, how many {to} would I get today?",
    *rarer.RATE,
)

RATE_NAMES = (
    "What is the exchange rate from {one} to {to}?",
    "What's the current exchange rate of {one} to {to}?",
    "What is the rate of {one} against {to}?",
    "How does {one} stand against {to}?",
    "exchange rate of {one} to {to}",
    "Tell me the exchange rate of {one} against {to}.",
    "I need the rate for changing {one} into {to}.",
    "What is {one} worth against {to} at the moment?",
    "How much is {one} worth compared with {to}?",
    "At what rate is {one} exchanged for {to}?",
    "Do you know the latest rate of {one} to {to}?",
    "What's the rate if I go from {one} to {to}?",
    "Where is {one} against {to} these days?",
    "I'm thinking about changing money before my trip. What is the exchange rate from {one} to {to}?",
    "conversion rate from {one} to {to}",
    *rarer.RATE_NAMES,
)

RATE_PAIR = (
    "Let me know how {one} stands against {to}.",
    "Do you happen to know what the latest {one} to {to} rate is?",
    "{one}/{to}",
    "{one}/{to} rate",
    "{one} to {to} exchange rate",
    "exchange rate {one} {to}",
    "What is the {one}/{to} exchange rate?",
    "What's the {one} to {to} rate?",
    "current {one}-{to} rate",
    "Give me the exchange rate {one} to {to}.",
    "How is {one}/{to} today?",
    "latest {one} {to} rate?",
    "rate from {one} to {to}",
    "I need the {one} to {to} conversion rate.",
    *rarer.RATE_PAIR,
)

RATE_ON = (
    "Do you happen to know how {one} stood against {to} on {day}?",
    "What was the exchange rate from {one} to {to} on {day}?",
    "How did {one} stand against {to} on {day}?",
    "exchange rate of {one} to {to} on {day}",
    "On {day}, what was {one} worth against {to}?",
    "What was the rate of {one} to {to} on {day}?",
    "Tell me the rate of {one} against {to} on {day}.",
    "What did {one} trade at against {to} on {day}?",
    "I need the exchange rate of {day} from {one} to {to}.",
    "rate {day}: {one} to {to}",
    "For my records: what was the exchange rate of {one} to {to} on {day}?",
    "At what rate was {one} exchanged for {to} on {day}?",
    "How much was {one} worth compared with {to} on {day}?",
    *rarer.RATE_ON,
)

NO_RATE = (
    "How much is {sum} in {to}?",
    "What is {sum} in {to}?",
    "Convert {sum} to {to}.",
    "{sum} to {to}",
    "{sum} in {to}?",
    "How many {to} do I get for {sum}?",
    "How many {to} is {sum}?",
    "I have {sum}, what's that in {to}?",
    "What would {sum} be in {to}?",
    "I'd like to exchange {sum} for {to}. How much do I get?",
    "The tour costs {sum}. How much is that in {to}?",
    "Please change {sum} into {to} at the current rate.",
    "What are {sum} worth in {to}?",
    "Could you tell me the value of {sum} in {to}?",
    *rarer.NO_RATE,
)

NO_RATES = (
    """
ARS, Argentine pesos; CLP, Chilean pesos; COP, Colombian pesos; PEN, Peruvian soles; UYU, Uruguayan pesos
AED, UAE dirhams, dirhams of the Emirates; SAR, Saudi riyals; QAR, Qatari riyals; OMR, Omani rials
KWD, Kuwaiti dinars; JOD, Jordanian dinars; EGP, Egyptian pounds; MAD, Moroccan dirhams; TND, Tunisian dinars
VND, Vietnamese dong; TWD, Taiwan dollars, Taiwanese dollars; KHR, Cambodian riel; LKR, Sri Lankan rupees
NPR, Nepalese rupees; PKR, Pakistani rupees; BDT, Bangladeshi taka; UAH, Ukrainian hryvnia; GEL, Georgian lari
AMD, Armenian dram; AZN, Azerbaijani manat; KZT, Kazakh tenge; UZS, Uzbek som; RSD, Serbian dinars
ALL, Albanian lek; MKD, Macedonian denars; MDL, Moldovan lei; KES, Kenyan shillings; TZS, Tanzanian shillings
UGX, Ugandan shillings; NGN, Nigerian naira; GHS, Ghanaian cedis; ETB, Ethiopian birr; NAD, Namibian dollars
CRC, Costa Rican colones; DOP, Dominican pesos; JMD, Jamaican dollars; CUP, Cuban pesos; FJD, Fijian dollars
""".strip()
    .replace("\n", "; ")
    .split("; ")
)
"""Currencies without ECB rates: code and names."""
