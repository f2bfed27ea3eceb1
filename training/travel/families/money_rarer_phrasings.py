"""Rarer ways to ask what money is worth: from a situation, in a hurry, in chat; for ``money_phrasings``."""

from __future__ import annotations

CONVERT = (
    "The price tag reads {sum}, but I think in {to}.",
    "{to} equivalent of {sum}",
    "whats {sum} in {to} rn",
    "{sum} = ? {to}",
    "{to} please: {sum}",
    "In {to}, {sum} is...?",
    "My aunt wired me {sum}. I pay everything in {to}, so what did I receive?",
    "Found {sum} in an old jacket. If I bring that to the bank, how many {to} come back over the counter?",
    "how much {to} you give me for {sum}",
    "I'd be paid {sum} for the job and want to picture that in {to}.",
    "Kindly state the {to} amount corresponding to {sum}.",
    "For the expense claim, our accounting department requires {sum} restated in {to}.",
    "Let's say I've got {sum} in my wallet; as {to}, that makes what?",
    "Want to buy a carpet for {sum} here, no idea what that means in {to}.",
    "The waiter brought a bill over {sum}. Help, I only know {to}!",
    "{sum}. To {to}. Go.",
    "Deposit for the car: {sum}. Blocked on my card in {to}: how much?",
    "My kid asks how many {to} she gets for her {sum} of pocket money.",
    "how much is it when i have {sum} and want have {to}",
    "Suppose somebody hands me {sum}: what's the pile worth in {to}?",
    "fx {sum} -> {to}",
    "The landlord wants {sum} up front, which in {to} would be roughly what?",
    "Trade my {sum} for {to} and tell me what I walk away with.",
    "I'm holding banknotes for {sum}; what should the cashier pay me in {to}?",
    "Booking site only shows {sum}. I need that figure in {to}.",
)

CONVERT_ON = (
    "{day}, {sum}, in {to}?",
    "My credit card was charged {sum} on {day}; which {to} amount should the statement show?",
    "The tax office wants the {to} value of {sum} received on {day}.",
    "I sold my bike for {sum} on {day}. At the rate of that day, what is it in {to}?",
    "historic conversion {day}: {sum} into {to}",
    "Back on {day} grandpa gave me {sum}. How many {to} did that make at the time?",
    "Which {to} amount did {sum} correspond to on {day}?",
    "Receipt dated {day}, total {sum}. My company reimburses in {to} at that day's rate: how much?",
    "how much {to} was {sum} at {day}",
    "Think of {day}: someone walks into a bank with {sum}. How many {to} does he leave with?",
    "Restate {sum} in {to}, using the reference rate published for {day}.",
    "what did {sum} make in {to} back then, i mean on {day}",
)

NEEDED = (
    "The entrance fee is {goal}, cash only. How many {have} do I have to change for it?",
    "{have} needed for {goal}",
    "I must bring home {goal}. How many {have} do I put on the counter?",
    "My landlord expects {goal} from me, my salary comes in {have}. How much of it goes to him?",
    "how much {have} i must give for get {goal}",
    "A cash machine gives me {goal}. What disappears from my account in {have}?",
    "The fine is {goal} and my wallet is full of {have}. How many will be gone after paying?",
    "want {goal} in notes. paying with {have}. how many",
    "To hold {goal} in my hands, what must I part with in {have}?",
)

RATE = (
    "whats {one} in {to} rn",
    "price of {one} in {to}",
    "I hand over {one}; how many {to} come back?",
    "If a shop swaps {one} fairly, what do I receive in {to}?",
    "{one} = ? {to}",
    "What number of {to} makes up {one}?",
    "My daughter wants to know how many {to} you need for {one}.",
    "{to} per {one}",
    "Somebody gives you {one}. In {to}, what have you got?",
)

RATE_NAMES = (
    "{one} vs {to} rate",
    "how is {one} doing versus {to} rn",
    "Kindly quote {one} against {to}.",
    "Our finance team needs the current quotation of {one} in terms of {to}.",
    "what the rate is of {one} to {to}",
    "My plan is to swap {one} for {to}. Which rate applies?",
    "{one} into {to}, rate?",
    "Today's reference rate of {one} versus {to}, that's all I want.",
    "I keep hearing about {one}. What is it quoted at against {to}?",
)

RATE_PAIR = (
    "{one}{to}",
    "{one}->{to}",
    "fx {one} {to}",
    "whats {one} {to} at rn",
    "Quote for {one}/{to}, please",
    "{one} in {to}, what's the rate?",
    "My spreadsheet needs the factor from {one} to {to}.",
    "1 {one} = ? {to}",
)

RATE_ON = (
    "{day} {one} vs {to} rate",
    "Historic quotation wanted: {one} against {to}, {day}.",
    "How was {one} doing versus {to} on {day}?",
    "Back on {day}, at what level was {one} quoted against {to}?",
    "The auditors ask which rate from {one} to {to} applied on {day}.",
    "what rate had {one} to {to} at {day}",
    "We booked our trip on {day}. Where did {one} stand against {to} at the time?",
    "I'm writing a report: {one} in terms of {to}, as fixed on {day}.",
)

NO_RATE = (
    "whats {sum} in {to} rn",
    "{sum} = ? {to}",
    "The market stall wants {sum}, but I think in {to}.",
    "how much {to} you give me for {sum}",
    "{to} equivalent of {sum}",
    "Found {sum} in a drawer. As {to}, that makes what?",
    "Kindly state the {to} amount corresponding to {sum}.",
    "My cousin sends me {sum}. I'd like to see that in {to}.",
    "The landlord asks {sum}. Which {to} amount should I expect?",
)
