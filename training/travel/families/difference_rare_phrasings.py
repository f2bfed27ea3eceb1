"""Rarer ways to ask about the time difference between two cities."""

from __future__ import annotations

from training.travel.family import lines

DIFFERENCE = lines("""
{a} {b} hrs diff
tz gap {a}-{b}?
whats the time diff {a} / {b} rn
{a} → {b}: + or - how many hours?
How many hours do I put my watch on or back when I land in {b} from {a}?
Grandma in {b} gets cross if I ring at night from {a}. How many hours lie between our clocks?
My new team sits in {b} and I sit in {a}. How many hours are we apart?
How many hours must I add or take away to get from {a} time to {b} time?
Plus or minus how many hours is {b} seen from {a}?
Between the clock in {a} and the clock in {b} is how many hours?
I fear jet lag. It's {a} to {b}: how many hours of shift?
{b} compared with {a}: how many hours earlier or later are they?
For our invitation to the online meeting: offset between {a} and {b} in hours?
My watch still runs on {a} time and I'm in {b} now. By how many hours is it wrong?
Kindly state the present time difference between {a} and {b}.
Time lag between {a} and {b}?
Difference of hour from {a} to {b}, how much?
One clock on the wall for {a}, one for {b}. How many hours should they differ?
They live in {b}, we live in {a}, and I never know how many hours to count. How many is it?
The hands of the clock in {a} and in {b} are how many hours apart?
""")

DIFFERENCE_ON = lines("""
{a} {b} hrs diff {day}
tz gap {a}-{b} on {day}?
whats the time diff {a} / {b} on {day}
On {day} I land in {b} from {a}. How many hours do I put my watch on or back?
{day}: {a} → {b}, + or - how many hours?
Webinar on {day}, speakers in {a} and {b}. How many hours apart are they?
Because clocks change in spring and autumn: how many hours are {a} and {b} apart on {day}?
For {day} I need the offset between {a} and {b} in hours.
Wedding on {day}, half the guests watch from {b}, we are in {a}. What is the time lag?
Seen from {a}, plus or minus how many hours is {b} on {day}?
On {day}, how many hours must I add or take away to get from {a} time to {b} time?
Kindly state the time difference between {a} and {b} as of {day}.
One clock for {a}, one for {b}. How many hours do they differ on {day}?
Time lag {a} to {b} ({day})?
Date: {day}. Cities: {a}, {b}. Wanted: time difference.
""")

AHEAD = lines("""
{a} {side} {b}: hrs?
{a} {side} {b} by how many hours
whats {a} in hours {side} {b} rn
They tell me {a} is {side} {b}. How many hours exactly?
My aunt in {a} is always {side} us in {b}. By how many hours?
So {a} is {side} {b}, and the number of hours is?
Counted in hours, how far {side} {b} do they live in {a}?
{side} {b}, that is where {a} is on the clock, but by how many hours?
""")

AHEAD_ON = lines("""
{a} {side} {b} by how many hours on {day}
{day}: {a} {side} {b}, hrs?
They tell me {a} is {side} {b}. How many hours is it on {day}?
Our webinar is on {day}. By how many hours will people in {a} be {side} those in {b}?
Counted in hours, how far {side} {b} do they live in {a} on {day}?
Clocks in {a} on {day}: how many hours {side} clocks in {b}?
""")

WHETHER = lines("""
{a} {side} {b}? (clock)
My nephew bets that {a} is {side} {b} in time. Does he win?
Somebody told me that clocks in {a} are {side} {b}. True?
True or false: in time, {a} is {side} {b}.
is {a} {side} {b} rn timewise
Does {a} run {side} {b}, going by local time?
Can you confirm that local time in {a} is {side} local time in {b}?
""")

SAME = lines("""
{a} time = {b} time?
Can I leave my watch as it is when I go from {a} to {b}?
My nephew bets that {a} and {b} have the same time. Does he win?
True or false: clocks in {a} and {b} agree.
When it strikes noon in {a}, does it strike noon in {b} as well?
Somebody told me there is zero time difference between {a} and {b}. True?
is it the same hour in {a} and {b} rn
We are in {a}, they are in {b}. Do our watches agree?
Zero hours between {a} and {b} on the clock: yes or no?
Are {a} and {b} in sync as to local time?
""")

WHO = lines("""
{a} or {b}, whos ahead on the clock
ahead: {a} or {b}?
Whose watch shows the later hour now, the one in {a} or the one in {b}?
Where do they have breakfast first, in {a} or in {b}, going by the clock?
Two clocks, {a} and {b}: which one is in front?
Local time has got further in which place, {a} or {b}?
My sister in {a} and my brother in {b}: whose clock runs ahead?
Where does midnight come first, in {a} or in {b}?
""")
