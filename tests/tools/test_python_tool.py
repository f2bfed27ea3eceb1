"""A Python function becomes a tool through its type hints and docstring."""

from typing import Any, Literal

import pytest
from jsonschema import Draft202012Validator

from umi.errors import InputError
from umi.tools.python import python_tool


def book(
    city: str, nights: int, price: float = 80.0, board: Literal["none", "full"] | None = None,
    guests: list[str] | None = None, late: bool = False,
) -> dict[str, Any]:  # fmt: skip
    """Book a hotel.

    More about it, which no model reads.

    Args:
        city: Where to sleep
        nights (int): How long,
            in nights
        board: Meals

    Returns:
        city: not an argument's description
    """
    return {"city": city, "nights": nights, "price": price, "board": board, "guests": guests, "late": late}


def test_the_schema_says_what_hints_and_docstring_say() -> None:
    spec = python_tool(book).spec
    Draft202012Validator.check_schema(spec.parameters)
    assert (spec.name, spec.description) == ("book", "Book a hotel.")
    assert spec.parameters == {
        "type": "object",
        "properties": {
            "city": {"type": "string", "description": "Where to sleep"},
            "nights": {"type": "integer", "description": "How long, in nights"},
            "price": {"type": "number", "default": 80.0},
            "board": {"type": "string", "enum": ["none", "full"], "description": "Meals"},
            "guests": {"type": "array", "items": {"type": "string"}},
            "late": {"type": "boolean", "default": False},
        },
        "required": ["city", "nights"],
        "additionalProperties": False,
    }


def test_a_call_reaches_the_function_with_whole_floats_as_int() -> None:
    answer = python_tool(book)(city="Rome", nights=3.0)
    assert answer["nights"] == 3
    assert isinstance(answer["nights"], int)
    assert answer["price"] == 80.0


def undocumented(city: str) -> str:
    return city


def unhinted(city: str) -> str:
    """Say a city."""
    return city


del unhinted.__annotations__["city"]


def unspeakable(city: dict[str, str]) -> str:
    """Say a city."""
    return str(city)


def ambiguous(city: str | int) -> str:
    """Say a city."""
    return str(city)


def open_ended(**cities: str) -> str:
    """Say cities."""
    return str(cities)


@pytest.mark.parametrize(
    ("function", "named"),
    [
        (undocumented, "undocumented needs a docstring"),
        (unhinted, "argument city of the function unhinted needs a type hint"),
        (unspeakable, "argument city of the function unspeakable"),
        (ambiguous, "argument city of the function ambiguous"),
        (open_ended, "open_ended must name its arguments"),
    ],
)
def test_a_function_that_cannot_be_a_tool_is_refused(function: Any, named: str) -> None:
    with pytest.raises(InputError, match=named):
        python_tool(function)
