"""Rarer ways to ask for values in another unit, from a situation or in haste; for ``units_phrasings``."""

from __future__ import annotations

CONVERT = (
    "whats {value} in {to}",
    "{value} = ? {to}",
    "{value} -> {to}",
    "My manual gives {value}, but the form only takes {to}. What do I enter?",
    "{to} please: {value}",
    "how much {to} have {value}",
    "In {to}, {value} is...?",
    "A classmate wrote {value} and I must hand it in as {to}. Which number goes there?",
    "{value}, only in {to}.",
    "Kindly restate {value} in {to}.",
    "The label gives {value}. My brain runs on {to}. Help!",
    "Dad measured {value}. Mom wants {to}. What do I tell her?",
    "Which figure in {to} matches {value}?",
    "convert for me {value}, i want {to}",
    "Got {value} here. Number of {to}?",
    "Suppose I have {value} of something: counted in {to}, that makes?",
    "Put {value} into {to} for the report.",
)

DISTANCE = (
    "My taxi meter shows {value} driven. I think in {to}: how many?",
    "{value} left to drive, and in {to}?",
    "Grandpa walks {value} every morning. He'd like to brag about it in {to}: what does he say?",
    "My navigation speaks of {value}. As {to}, that's what?",
    "The lighthouse is {value} off the coast. How many {to} out at sea is that?",
    "trail {value}, in {to}??",
    "The pilot says we have {value} behind us. How many {to} are behind us?",
)

LENGTH = (
    "The cliff drops {value}. How many {to} down is it?",
    "Our rope measures {value}; in {to} I'd have how much?",
    "The runway is {value}, says the captain. And in {to}?",
    "My drone flew {value} up. Which number do I tell friends who use {to}?",
    "cable {value}, length in {to}?",
    "The yacht is {value} from bow to stern. The harbour form asks for {to}: what do I put?",
)

SIZE = (
    "I need a phone case for a display of {value}. The shop lists sizes in {to}: which one?",
    "My kid grew {value} since summer. How many {to} did she grow?",
    "The tailor noted {value} for my sleeve. What would a tailor who works in {to} write?",
    "box {value} wide, in {to}?",
    "My ring finger measures {value} around. The jeweller wants {to}.",
    "Stroller folded: {value} across. Airline page asks for {to}. What do I enter?",
    "The poster I bought is {value} wide; what frame width in {to} do I look for?",
)

MASS = (
    "The vet says our dog is {value}. How many {to} of dog is that?",
    "The baby was born at {value}. Grandma only knows {to}. What do I tell her?",
    "parcel {value}, in {to}?",
    "Postage depends on {to}, my scale shows {value}. Which number counts?",
    "We caught a fish of {value}! How much would it weigh in {to}?",
    "The lift takes {value} at most. I think in {to}, so what's the maximum?",
)

VOLUME = (
    "The jerrycan takes {value}. In {to}, how much fuel goes in?",
    "My thermos is {value}. How many {to} of tea can I carry?",
    "The shampoo says {value}. Security talks in {to}: how many?",
    "soup for everyone: {value}. how many {to} should the pot hold",
    "The bathtub in our suite needs {value}. How many {to} of water run in?",
)

LAND = (
    "The fire burned {value} of woodland. How many {to} were lost?",
    "My uncle's ranch is {value}; what would he call it in {to}?",
    "lake surface {value}, in {to}?",
    "A brochure praises {value} of rice fields. As {to}, that is?",
    "The city park takes up {value}. How many {to} of green is it?",
)

ROOM = (
    "Our tent has {value} of floor. How many {to} to sleep on?",
    "studio {value}, in {to}?",
    "The stand at the trade fair is {value}. The carpet is sold by {to}: how many do we order?",
    "The landlord advertises {value}. What would that be for someone used to {to}?",
    "The ballroom measures {value}. The wedding planner wants it in {to}.",
)

SPEED = (
    "The police say I did {value}. What would my own speedometer, in {to}, have shown?",
    "The rollercoaster reaches {value}; how fast is it for people who think in {to}?",
    "wind {value}, in {to}?",
    "My scooter tops out at {value}. How many {to} is its maximum?",
    "The cruise ship travels at {value}. Which figure in {to} is that?",
    "My son throws a ball at {value}. Tell the {to} version.",
)

TIME = (
    "The ship needs {value} for the crossing. Counted in {to}?",
    "My contract abroad runs {value}. How many {to} am I gone?",
    "jet lag lasted {value}, in {to}?",
    "The medicine must be taken for {value}. How many {to} do I take it?",
    "Until we see each other again it's {value}. That makes how many {to}?",
    "The download takes {value}, says the screen. As {to}?",
)

TEMPERATURE = (
    "whats {value} in {to}",
    "{value} = ? {to}",
    "The nurse read {value} off the thermometer. My mom abroad wants it in {to}.",
    "Grandma's oven knows only {to}, the cookbook says {value}. Where do I turn the knob?",
    "Sauna at {value}! How many {to} is that?",
    "The fridge is set to {value}. Which number would a dial in {to} show?",
    "My captain announces {value} on the ground. Translate to {to}.",
    "how much {to} have {value}",
    "The snow report gives {value} at the summit; as {to} it would be?",
    "My kid has {value} of fever. I grew up with {to}, what is it?",
    "Kindly state {value} on the scale of {to}.",
    "{value}, and in {to}?",
    "The wine should be served at {value}. Which reading in {to} do I wait for?",
)

ONE = (
    "{to} per {value}?",
    "{to} in {value}",
    "whats {value} in {to}",
    "how many {to} fit into {value}",
    "{value} = ? {to}",
    "Quiz question: {value} consists of how many {to}?",
    "My daughter's homework: how many {to} go into {value}?",
    "how much {to} has {value}",
)
