"""Worked examples that stand before the question, for a model that was not trained for the roles.

Measured with the default model, untrained and greedy: the same example written as text into
the system turn is copied by the summarizer or ignored; as turns of the sequence it is followed.
Three short ones with different tools were the least that made it call the tool that fits.
Their prefix is read once and shared by all runs.
"""

from __future__ import annotations

from collections.abc import Collection

from umi.prompts import caller_text, planner_text
from umi.schema import Decision, ToolCall, Turn

_TRAVEL = (
    (
        "How many people live in Oslo?",
        "I need the population of Oslo.",
        ToolCall(name="city_info", arguments={"city": "Oslo"}),
        '{"city":"Oslo","country":"Norway","population":580000}',
        "I know the population of Oslo.",
        "Oslo has about 580,000 inhabitants.",
    ),
    (
        "What is 30 miles in km?",
        "I need to convert 30 miles to km.",
        ToolCall(name="convert_units", arguments={"value": 30, "from_unit": "mile", "to_unit": "km"}),
        '{"value":48.2803,"unit":"km"}',
        "I know the value in km.",
        "30 miles are 48.28 km.",
    ),
    (
        "Is 1 May 2025 a holiday in Spain?",
        "I need to check the holiday in Spain.",
        ToolCall(name="check_holiday", arguments={"country": "Spain", "date": "2025-05-01"}),
        '{"is_holiday":true,"name":"Labor Day"}',
        "I know the holiday.",
        "Yes, 1 May 2025 is Labor Day in Spain.",
    ),
)


def worked_examples(tools: Collection[str]) -> tuple[Turn, ...]:
    """The examples that use only tools of these names, as turns."""
    return tuple(turn for example in _TRAVEL if example[2].name in tools for turn in _turns(*example))


def _turns(
    question: str, need: str, call: ToolCall, observation: str, known: str, answer: str
) -> tuple[Turn, ...]:
    return (
        Turn("user", question),
        Turn("planner", planner_text(need, Decision.CALLER)),
        Turn("caller", caller_text(call)),
        Turn("observation", observation),
        Turn("planner", planner_text(known, Decision.SUMMARIZER)),
        Turn("summarizer", answer),
    )
