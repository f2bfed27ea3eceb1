"""One tool call becomes one observation, whatever the tool does."""

import json
import threading
import time
from typing import Any

import pytest

from umi.errors import ToolError
from umi.schema import Observation, ObservationState, ToolCall, ToolSpec
from umi.tools.execute import CUT_MARK, execute
from umi.tools.python import PythonTool, python_tool


def greet(name: str, times: int = 1) -> dict[str, Any]:
    """Greet somebody.

    Args:
        name: Who
    """
    return {"greeting": f"Grüße, {name} 👋" * times}


def refuse(reason: str) -> str:
    """Refuse."""
    raise ToolError(reason)


def crash() -> str:
    """Crash."""
    raise KeyError("first line\nsecond line")


def leave() -> str:
    """Try to end the process."""
    raise SystemExit(3)


def unspeakable() -> object:
    """Return what JSON cannot say."""
    return {"value": float("nan")}


def sleep(seconds: float) -> str:
    """Sleep."""
    time.sleep(seconds)
    return "awake"


def half() -> str:
    """Return half of a surrogate pair."""
    return "a\ud83db"


TOOLS = {
    tool.spec.name: tool for tool in map(python_tool, (greet, refuse, crash, leave, unspeakable, sleep, half))
}


def whole(text: str) -> tuple[str, bool]:
    return text, False


def call(name: str, /, **arguments: Any) -> Observation:
    return execute(TOOLS, ToolCall(name=name, arguments=arguments), seconds=5, cut=whole)


def error(observation: Observation) -> str:
    assert observation.is_error
    message = json.loads(observation.content)
    assert list(message) == ["error"]
    assert "Traceback" not in message["error"]
    assert "\n" not in message["error"]
    return str(message["error"])


def test_a_result_is_compact_json_with_its_letters() -> None:
    observation = call("greet", name="Zoë")
    assert observation.content == '{"greeting":"Grüße, Zoë 👋"}'
    assert observation.state is ObservationState.EXECUTED
    assert not observation.is_error
    assert not observation.cut


def test_the_time_is_recorded() -> None:
    assert 0.05 <= call("sleep", seconds=0.05).seconds < 2


@pytest.mark.parametrize(
    ("name", "arguments", "sentence"),
    [
        ("fly", {}, "There is no tool fly; there are greet, refuse, crash"),
        ("greet", {}, "greet needs the argument name; it takes name, times."),
        ("greet", {"name": "A", "colour": 1}, "greet has no argument colour; it takes name, times."),
        ("greet", {"name": 7}, "The argument name of greet must be of type string, not 7."),
        ("greet", {"name": "A", "times": 1.5}, "The argument times of greet must be of type integer"),
        ("refuse", {"reason": "Not today."}, "Not today."),
        ("crash", {}, "The tool crash failed: KeyError: 'first line"),
        ("leave", {}, "The tool leave failed: SystemExit: 3"),
        ("unspeakable", {}, "The tool unspeakable failed: ValueError"),
    ],
)
def test_what_goes_wrong_is_one_sentence(name: str, arguments: dict[str, Any], sentence: str) -> None:
    assert error(call(name, **arguments)).startswith(sentence)


def test_long_hostile_arguments_are_not_repeated_in_full() -> None:
    assert len(error(call("greet", name=["x" * 20_000]))) < 300
    assert len(error(call("x" * 20_000))) < 400
    assert len(error(call("greet", name="A", **{"y" * 20_000: 1}))) < 400


def test_a_slow_tool_is_given_up_and_the_caller_goes_on() -> None:
    slow = ToolCall(name="sleep", arguments={"seconds": 1.5})
    started = time.perf_counter()
    observation = execute(TOOLS, slow, seconds=0.1, cut=whole)
    assert time.perf_counter() - started < 1
    assert error(observation) == "The tool sleep did not answer within 0.1 seconds."
    assert 0.1 <= observation.seconds < 1
    left = [thread for thread in threading.enumerate() if thread.name == "tool sleep"]
    assert all(thread.daemon for thread in left)


def test_a_cut_observation_is_marked() -> None:
    greeting = ToolCall(name="greet", arguments={"name": "A", "times": 100})
    observation = execute(TOOLS, greeting, seconds=5, cut=lambda text: (text[:20], len(text) > 20))
    assert observation.cut
    assert observation.content == '{"greeting":"Grüße, ' + CUT_MARK


def test_half_a_surrogate_pair_becomes_text_that_utf_8_can_write() -> None:
    assert call("half").content == '"a?b"'
    assert error(call("refuse", reason="\ud83d")) == "?"


def test_a_schema_that_points_elsewhere_is_never_fetched() -> None:
    schema = {"type": "object", "properties": {"x": {"$ref": "http://127.0.0.1:9/schema.json"}}}
    foreign = PythonTool(greet, ToolSpec(name="foreign", description="From elsewhere.", parameters=schema))
    foreign_call = ToolCall(name="foreign", arguments={"x": 1})
    observation = execute({"foreign": foreign}, foreign_call, seconds=5, cut=whole)
    assert "Unresolvable" in error(observation)


def test_a_draft_7_schema_is_read_as_such() -> None:
    # Draft 7 checks the items of an array by position in "items"; 2020-12 calls that prefixItems.
    schema = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "type": "object",
        "properties": {"pair": {"type": "array", "items": [{"type": "string"}, {"type": "integer"}]}},
    }
    old = PythonTool(lambda **arguments: arguments, ToolSpec(name="old", description="", parameters=schema))
    wrong = ToolCall(name="old", arguments={"pair": ["a", "b"]})
    observation = execute({"old": old}, wrong, seconds=5, cut=whole)
    assert error(observation) == 'The argument pair.1 of old must be of type integer, not "b".'
