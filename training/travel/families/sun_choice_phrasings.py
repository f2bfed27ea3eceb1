"""How people compare sun times, and ask for them without naming a full date."""

LONGER = (
    "Which city has the {wish} day on {day}, {a} or {b}?",
    "Where is the day {wish} on {day}, in {a} or in {b}?",
    "On {day}, is the day {wish} in {a} or in {b}?",
    "Which has the {wish} day on {day}: {a} or {b}?",
    "{wish} day on {day}: {a} or {b}?",
    "In which of the two cities is the day {wish} on {day}, {a} or {b}?",
    "Compare {a} and {b} on {day}: where is the day {wish}?",
    "I can travel to {a} or {b} on {day}. Which of them has the {wish} day?",
    "Are daylight hours {wish} in {a} or in {b} on {day}?",
    "Tell me whether the day is {wish} in {a} or in {b} on {day}.",
    "Does {a} or {b} have the {wish} day on {day}?",
    "I like light. On {day}, where does the {wish} day await me, {a} or {b}?",
    "Between {a} and {b}, which one has the {wish} period of daylight on {day}?",
    "Will the day be {wish} in {a} or {b} on {day}?",
)

EARLIER = (
    "Where is {event} {wish} on {day}, in {a} or in {b}?",
    "Which city has the {wish} {event} on {day}, {a} or {b}?",
    "On {day}, is {event} {wish} in {a} or in {b}?",
    "Is {event} {wish} in {a} or in {b} on {day}?",
    "{wish} {event} on {day}: {a} or {b}?",
    "By local time, where is {event} {wish} on {day}, in {a} or in {b}?",
    "Compare {a} and {b} on {day}: where is {event} {wish} by local time?",
    "Tell me which has the {wish} {event} on {day}, {a} or {b}.",
    "Does {a} or {b} have the {wish} {event} on {day}?",
    "In which of {a} and {b} does {event} come {wish} on {day}?",
    "I'm choosing between {a} and {b} for {day}. Where is the {event} {wish} by the local clock?",
    "Between {a} and {b}, which one has the {wish} {event} on {day}?",
    "Will {event} be {wish} in {a} or in {b} on {day}, local time?",
)

DAYS = (
    "Is the day in {city} longer on {day} or on {other}?",
    "In {city}, is the day longer on {day} or {other}?",
    "On which day is it light for longer in {city}, {day} or {other}?",
    "Which day is longer in {city}: {day} or {other}?",
    "Does {city} have more daylight on {day} or on {other}?",
    "When is there more daylight in {city}, on {day} or on {other}?",
    "longer day in {city}: {day} or {other}?",
    "I can visit {city} on {day} or on {other}. On which of them is the day longer?",
    "Compare {day} and {other} in {city}: which day is longer?",
    "Tell me whether the day in {city} is longer on {day} or on {other}.",
    "For {city}, which of {day} and {other} has more hours of daylight?",
)

GAP = (
    "How many minutes longer or shorter is the day in {a} than in {b} on {day}?",
    "By how many minutes does the length of the day differ between {a} and {b} on {day}?",
    "What is the difference in day length between {a} and {b} on {day}, in minutes?",
    "On {day}, how many minutes of daylight lie between {a} and {b}?",
    "How much more or less daylight does {a} get than {b} on {day}, in minutes?",
    "How much longer or shorter is the day in {a} compared with {b} on {day}?",
    "difference in daylight {a} {b} {day} in minutes",
    "Tell me the difference in day length between {a} and {b} for {day}.",
    "How big is the difference in daylight between {a} and {b} on {day}?",
    "By how much do the days in {a} and {b} differ in length on {day}?",
    "I'm moving from {b} to {a}. How much does the day length differ on {day}?",
    "What's the daylight difference between {a} and {b} on {day}?",
    "Compare day lengths in {a} and {b} on {day}: how many minutes apart?",
)

SUNRISE_WHEN = (
    "When does the sun rise in {city} {when}?",
    "What time is sunrise in {city} {when}?",
    "At what time does the sun come up in {city} {when}?",
    "sunrise {city} {when}",
    "Tell me when the sun rises in {city} {when}.",
    "When is sunrise in {city} {when}?",
    "What time does the sun rise {when} in {city}?",
    "I want to go running at sunrise in {city} {when}. When is it?",
    "Could you tell me the time of sunrise in {city} {when}?",
    "I'm in {city} and want to see the sun rise {when}. At what time is that?",
    "How early does the sun come up {when} in {city}?",
    "sunrise time {when} {city}?",
    "I'd like to know the sunrise time in {city} {when}.",
)

SUNSET_WHEN = (
    "When does the sun set in {city} {when}?",
    "What time is sunset in {city} {when}?",
    "At what time does the sun go down in {city} {when}?",
    "sunset {city} {when}",
    "Tell me when the sun sets in {city} {when}.",
    "When is sunset in {city} {when}?",
    "What time does the sun set {when} in {city}?",
    "I want to have a drink at sunset in {city} {when}. When is it?",
    "Could you tell me the time of sunset in {city} {when}?",
    "I'm in {city} and want to see the sun set {when}. At what time is that?",
    "How late does the sun go down {when} in {city}?",
    "sunset time {when} {city}?",
    "Until when is the sun up {when} in {city}?",
    "When will the sun be gone in {city} {when}? I mean sunset.",
)

DAY_LENGTH_WHEN = (
    "How long is the day in {city} {when}?",
    "How many hours of daylight does {city} get {when}?",
    "day length {city} {when}",
    "How much daylight is there in {city} {when}?",
    "Tell me how long the day is in {city} {when}.",
    "What is the length of the day in {city} {when}?",
    "hours of daylight {when} in {city}?",
    "I'm in {city}; how many hours of daylight are there {when}?",
    "For how long is the sun up {when} in {city}?",
    "How long does daylight last in {city} {when}?",
)

LIGHT = (
    "Is it {state} in {city} {when}?",
    "Is it {state} outside in {city} {when}?",
    "{when}, is it {state} in {city}?",
    "Would it be {state} in {city} {when}?",
    "I'm calling someone in {city} {when}. Is it {state} there?",
    "Can you tell me if it is {state} in {city} {when}?",
    "is it {state} in {city} {when}, yes or no?",
    "I wonder whether it is {state} in {city} {when}.",
    "Do people in {city} find it {state} outside {when}?",
    "Our webcam in {city} takes a picture {when}. Is it {state} there?",
    "Tell me whether it's {state} in {city} {when}.",
)
