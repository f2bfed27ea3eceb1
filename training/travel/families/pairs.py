"""Two unrelated questions in one: each is looked up in turn, and the answer says both."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from training.travel.desk import Desk
from training.travel.draw import Draw, Slot
from training.travel.families.country_facts import start
from training.travel.families.parts import PARTS, Learnt
from training.travel.family import Family
from training.travel.moments import clock_at, now

ASKED = (
    "{first}? & {second}?",
    "{first} / {second}?",
    "{first}... and {second}?",
    "{first}? Oh, and {second}?",
    "My boss wants two answers by noon. {first}? {second}?",
    "Question A: {first}? Question B: {second}?",
    "I know nothing of either: {first}, and {second}?",
    "Something quite different as well. {first}? Then, {second}?",
    "{first}? My son also wants to know: {second}?",
    "a) {first}? b) {second}?",
    "{first} and {second}?",
    "{first}, and {second}?",
    "{first}? And {second}?",
    "{first}? Also, {second}?",
    "{first}, and by the way, {second}?",
    "{first} and also {second}?",
    "{first}? I would like to know as well: {second}?",
    "Two questions: {first}, and {second}?",
    "I have two questions. {first}? And {second}?",
    "{first}? While you are at it, {second}?",
    "{first}, then {second}?",
    "For my trip I have to know two things: {first}, and {second}?",
    "First, {first}? Second, {second}?",
    "{first}; {second}?",
    "My wife asks: {first}? And I ask: {second}?",
    "{first}? One more thing, {second}?",
    "1) {first}? 2) {second}?",
    "{first}, and on top of that, {second}?",
    "I'm preparing a quiz. {first}? {second}?",
)

NAMED = (
    "Wanted: {first}; {second}.",
    "{first} | {second}",
    "{first} & {second} pls",
    "whats {first} and {second}",
    "Two blanks to fill: {first}, {second}.",
    "My boss asks for {first} and for {second}.",
    "Kindly state {first} and {second}.",
    "a) {first} b) {second}",
    "I have to hand in {first} along with {second}.",
    "I know neither {first} nor {second}. Do you?",
    "Tell me {first} and {second}.",
    "I need {first} and {second}.",
    "Give me {first} as well as {second}.",
    "{first} and {second}",
    "{first}, {second}",
    "What is {first}, and what is {second}?",
    "Look up {first} and {second} for me.",
    "Find out {first}, then {second}.",
    "I'd like to have two figures: {first} and {second}.",
    "Please get me both {first} and {second}.",
    "Can you tell me {first} and also {second}?",
    "I'm interested in {first} and in {second}.",
    "{first} plus {second}, please.",
    "What are {first} and {second}?",
    "My notes lack {first} and {second}. Can you fill them in?",
    "I'm after two things, {first} and {second}.",
    "Do you know {first}? And {second}?",
    "Could you find {first} along with {second}?",
)


def _drawing(*, by_name: bool) -> Callable[[Draw], Mapping[str, Slot]]:
    """A draw of two different small questions."""

    def draw_pair(draw: Draw) -> Mapping[str, Slot]:
        kinds = draw.random.sample(list(PARTS), 2)
        slots = {"now": now(draw)}
        for place, kind in zip(("first", "second"), kinds, strict=True):
            said, meant = PARTS[kind].said(draw, by_name=by_name)
            capital = place == "first" and not by_name
            slots[place] = Slot(start(said) if capital else said, [kind, meant])
        return slots

    return draw_pair


def _solve(desk: Desk, first: list[Any], second: list[Any], now: str | None) -> None:
    with clock_at(now):
        one = _learn(desk, "", *first)
        other = _learn(desk, start(f"{one.told}."), *second)
    answer = start(f"{one.told} and {other.told}.")
    desk.finish(f"I know {one.about} and {other.about}.", answer, *one.facts, *other.facts)


def _learn(desk: Desk, known: str, kind: str, meant: Mapping[str, Any]) -> Learnt:
    return PARTS[kind].solve(desk, known, **meant)


FAMILIES = (
    Family(
        "two_questions", ASKED, _drawing(by_name=False), _solve, weight=3.5, asks="{first[0]} and {second[0]}"
    ),
    Family(
        "two_wishes", NAMED, _drawing(by_name=True), _solve, weight=3.0, asks="{first[0]} and {second[0]}"
    ),
)
