"""Rarer ways of asking for airports: out of a situation, clipped, chatty or stiff; one phrasing a line."""

from __future__ import annotations

from training.travel.family import lines

CODE = lines("""
Booking form wants the three-letter code for {city}. Which is it?
what do i put in the FROM field if i start in {city}, 3 letters
Whats the 3 letter thing for {city}?
{city} = ??? (airport code)
apt code {city}
My travel agent writes only codes. How would she write {city}?
Flight trackers don't understand {city}, they want the IATA letters.
On the departure board it will not say {city} but three letters. Which ones?
Kindly advise the IATA designator of the airport of {city}.
For the customs declaration: IATA letters of the airport at {city}.
Which abbreviation would pilots and airlines write for {city}'s airport?
I make luggage stickers for our holiday in {city} and want the airport's letters on them.
{city} in IATA letters?
please what is code of airport for {city}, i must write it in visa paper
Every airport has its three letters. What are those of {city}?
""")

MAIN = lines("""
Grandma's flight goes to {city}. At which airport do we pick her up?
whats the airport in {city} called
{city}'s biggest airport?
My boss wants me in {city} on Monday; which airport should I be looking at?
How do they call the airport of {city}?
If somebody says "the airport" in {city}, which one is meant?
Most flights to {city} arrive at which airport?
Under what name does the airport of {city} appear in an atlas?
Where would a plane bound for {city} touch down?
gateway airport for {city}
I have to tell the taxi driver in {city} the name of the airport. What is it?
Our school project is about {city}; we still need the name of its most important airport.
Please state the principal airport of {city}.
{city} main apt?
""")

LIST = lines("""
My ticket just says {city}; which airports could that be?
every airport {city} has, with code
{city} airports list pls
Enumerate the airports serving {city}.
which airports r there in {city}
The search box wants me to pick an airport in {city}. What are the choices?
I collect airport codes. Which ones belong to {city}?
At what airports might somebody flying to {city} arrive?
Airports of {city}: all names, please.
Cheap airlines often use another airport. Which ones exist for {city}?
Make me a table of the airports in {city}.
Where all can planes land in {city}? Name each airport.
Kindly provide the names of all airports situated at {city}.
what airports has {city}, I want see all
""")

COUNT = lines("""
{city} airports count
Quiz night: the number of airports at {city} is ...?
how many airports {city} got
Is it one airport in {city}, two, or even more? Give me the number.
We are making a map and need to draw all airports of {city}. How many will that be?
Count them for me: airports of {city}.
In numbers, how many airports stand at {city}?
Please state the quantity of airports available in {city}.
""")

WHETHER = lines("""
any airport in {city}?
{city} airport exists?
Somebody told me there is an airport in {city}. True?
My nephew bets that {city} has its own airport. Is he right?
can planes land in {city} or is there no airport
Would I find an airport in {city}?
{city} is on our list, but only if it has an airport. Does it?
Kindly confirm whether {city} possesses an airport.
there is airport in {city}, yes?
""")

SEVERAL = lines("""
Did I hear right that {city} has more than one airport?
{city} multiple airports?
Only one airport in {city}, or is there a choice? More than one, yes or no?
My aunt claims there are at least two airports in {city}. True?
I fear landing at the wrong airport: does {city} have several?
can i mix up airports in {city}, are there more than one
""")

NEAREST = lines("""
Stuck in {city}, want to fly home. Nearest airport?
closest apt {city}
whats the closest place to catch a plane from {city}
Our wedding takes place in {city}. To which airport should guests fly so that they are nearest?
From {city}, where is the least distant airport?
I live in {city} and hate long rides to the airport. Which one is nearest to me?
Kindly indicate the airport in closest proximity to {city}.
If {city} is my base, what airport is right around the corner?
which airport near {city}, the most near one
""")

ZONE = lines("""
tz of {city} airport
My calendar app asks for the time zone of the airport in {city}. Which one is it?
Clocks at the airport of {city} follow which time zone?
To set my watch on landing: what is the time zone of {city}'s airport?
At the airport of {city}, what zone are the timetables written in?
{city} airport timezone name
""")

WHERE = lines("""
Grandpa is waiting at {name}. Which city is he in?
{name} which city
Where on earth is {name} airport? I mean the city.
Someone offered me a job at {name} airport. In what city would I be working?
We change planes at {name}; what city will we see from the window?
{name} airport location city
Kindly indicate the city where {name} airport is situated.
If I walk out of {name} airport, which city am I in?
""")

NAMED_CODE = lines("""
{name} 3 letter code
Booking form wants letters, not the name {name}. Which letters?
Baggage for {name} airport gets which three letters on its tag?
whats {name} in IATA
I know the airport as {name}, but the app only takes codes. Help!
Kindly advise the IATA designator of {name} airport.
""")

CODE_MEANS = lines("""
{code}?? what airport is that
whats {code}
My suitcase ended up at {code}. Which airport is that?
The pilot said we divert to {code}. What airport does he mean?
Decode the airport code {code} for me.
{code} = which airport
Grandma's itinerary reads {code}. Could you say that in plain words, as an airport's name?
Kindly identify the airport designated {code}.
Friends are waiting at {code}. What is that airport called?
somebody has {code} on a t-shirt. which airport it is?
""")

TWO_CODES = lines("""
{a} and {b} iata
From {a}, to {b}: the form has two boxes with room for three letters each. What goes in?
How would a boarding pass abbreviate {a} and {b}?
3 letter codes {a} + {b}?
Origin {a}, destination {b}. Kindly advise both IATA codes.
I need the letters for two airports, the one of {a} and the one of {b}.
""")

MORE = lines("""
airports count {a} vs {b}, who wins?
My kids argue whether {a} or {b} is richer in airports. Who is?
In which of the two, {a} or {b}, could I choose among more airports?
{a} or {b}: which one beats the other by number of airports?
Who owns the higher number of airports, {a} or {b}?
Put {a} and {b} side by side: which has the greater airport count?
""")
