"""Chat rows that others wrote, as OpenAI's fine-tuning and TRL take them, as trajectories."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from formats_samples import CITY, NOW, again

from umi.errors import InputError
from umi.formats import read
from umi.prompts import system_text
from umi.trajectory import Trajectory

TOOLS = [{"type": "function", "function": tool} for tool in (CITY, NOW)]
QUESTION = {"role": "user", "content": "How large is Oslo?"}


def assistant(content: Any = None, *calls: dict[str, Any], **fields: Any) -> dict[str, Any]:
    return {"role": "assistant", "content": content, **({"tool_calls": calls} if calls else {}), **fields}


def call(
    call_id: str | None = "c1", name: str = "city_info", arguments: Any = '{"city":"Oslo"}'
) -> dict[str, Any]:
    found = {"type": "function", "function": {"name": name, "arguments": arguments}}
    return found if call_id is None else {"id": call_id} | found


def result(content: Any = "580000", call_id: str | None = "c1", **fields: Any) -> dict[str, Any]:
    return {"role": "tool", "content": content, **({"tool_call_id": call_id} if call_id else {}), **fields}


def chat(path: Path, *turns: dict[str, Any], **fields: Any) -> Trajectory:
    return again(path, {"messages": [QUESTION, *turns], "tools": TOOLS} | fields)


def raws(found: Trajectory) -> list[str]:
    return [step.raw for step in found.steps]


def seen(found: Trajectory) -> list[str | None]:
    return [step.observation and step.observation.content for step in found.steps if step.role == "caller"]


OSLO = '{"name":"city_info","arguments":{"city":"Oslo"}}'
DONE = ["Look.\nNext: caller", OSLO, "\nNext: summarizer", "580,000."]


def test_a_row_of_openais(tmp_path: Path) -> None:
    found = chat(tmp_path, assistant("Look.", call()), result(), assistant("580,000."))
    assert raws(found) == DONE
    assert seen(found) == ["580000"]
    assert (found.id, found.question, found.targets) == ("row", "How large is Oslo?", (0, 1, 2, 3))
    assert [tool.model_dump() for tool in found.tools] == [CITY, NOW]


def test_a_row_of_trls(tmp_path: Path) -> None:
    turns = [
        assistant("Look.", call(None, arguments={"city": "Oslo"})),
        result(call_id=None, name="city_info"),
    ]
    found = chat(tmp_path, *turns, assistant("580,000."), id="r7")
    assert (raws(found), seen(found), found.id) == (DONE, ["580000"], "r7")


@pytest.mark.parametrize("tools", [json.dumps(TOOLS), [CITY, NOW], json.dumps([CITY, NOW])])
def test_tools_in_other_clothes(tmp_path: Path, tools: Any) -> None:
    found = chat(tmp_path, assistant("Look.", call()), tools=tools)
    assert [tool.model_dump() for tool in found.tools] == [CITY, NOW]


def test_a_tool_without_description_and_parameters(tmp_path: Path) -> None:
    bare = [{"type": "function", "function": {"name": "now"}}]
    (tool,) = chat(tmp_path, assistant("Look."), tools=bare).tools
    assert tool.parameters == {"type": "object", "properties": {}}


def test_parallel_calls_with_results_in_any_order(tmp_path: Path) -> None:
    calls = [call("a"), call("b", "now", "{}"), call("c", arguments='{"city":"Rome"}')]
    turns = [assistant("Both.", *calls), result("3", "c"), result("1", "a"), result("2", "b")]
    found = chat(tmp_path, *turns, assistant("Done."))
    assert seen(found) == ["1", "2", "3"]
    assert [step.rationale for step in found.steps if step.rationale is not None] == ["Both.", "", "", ""]


def test_results_without_ids_belong_by_name_and_then_by_order(tmp_path: Path) -> None:
    calls = [call(None), call(None, "now", "{}"), call(None)]
    turns = [result("2", None, name="now"), result("1", None, name="city_info"), result("3", None)]
    assert seen(chat(tmp_path, assistant("", *calls), *turns)) == ["1", "2", "3"]


def test_a_call_without_result_does_not_take_a_later_ones(tmp_path: Path) -> None:
    turns = [
        assistant("", call(None), call(None)),
        result("1", None),
        assistant("", call(None)),
        result("3", None),
    ]
    assert seen(chat(tmp_path, *turns)) == ["1", None, "3"]


def test_ids_may_come_again(tmp_path: Path) -> None:
    turns = [assistant("", call("0")), result("1", "0"), assistant("", call("0")), result("2", "0")]
    assert seen(chat(tmp_path, *turns)) == ["1", "2"]


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        # A text just before a call that has none is its rationale, as in ToolBench.
        ([assistant("Look."), assistant(None, call())], DONE[:2]),
        ([assistant("Hm."), assistant("Look.", call())], ["Hm.", *DONE[:2]]),
        ([assistant("<think>\nLook.\n</think>\n\n", call())], DONE[:2]),
        ([assistant("<think>Look.</think>", call()), assistant("<think>Known.</think> 1.")],
         [*DONE[:2], "Known.\nNext: summarizer", "1."]),
        ([assistant("Now.", call(), reasoning_content="Look.")], ["Look. Now.\nNext: caller", OSLO]),
        ([assistant("1.", reasoning_content="Known.")], ["Known.\nNext: summarizer", "1."]),
        ([assistant("Look.\nNext: caller"), assistant("", call())], DONE[:2]),
        ([assistant("No.\nNext: give up")], ["No.\nNext: give up"]),
        ([assistant("Known.\nNext: summarizer"), assistant("Not me.\nNext: give up")],
         ["Known.\nNext: summarizer", "Not me.\nNext: give up"]),
        ([assistant([{"type": "text", "text": "58"}, {"type": "text", "text": "0."}])],
         ["\nNext: summarizer", "580."]),
        ([assistant("", call(arguments=""))], ["\nNext: caller", '{"name":"city_info","arguments":{}}']),
        # Names that say a role, on turns which that role cannot have.
        ([assistant("Look.", call(), name="planner")], DONE[:2]),
        ([assistant("580,000.", name="Anna")], DONE[2:]),
    ],
)  # fmt: skip
def test_what_an_assistant_says(tmp_path: Path, turns: list[dict[str, Any]], expected: list[str]) -> None:
    assert raws(chat(tmp_path, *turns)) == expected


@pytest.mark.parametrize(
    ("weights", "targets"),
    [((1, 1), (0, 1, 2, 3)), ((0, 1), (2, 3)), ((1, 0), (0, 1)), ((0, 0), ()), ((None, 0), (0, 1))],
)
def test_weights(tmp_path: Path, weights: tuple[int | None, int], targets: tuple[int, ...]) -> None:
    first, last = weights
    turns = [assistant("Look.", call(), weight=first), result(), assistant("580,000.", weight=last)]
    assert chat(tmp_path, *turns).targets == targets


@pytest.mark.parametrize("arguments", ['{"city":', "[]", '"Oslo"', "NaN", '{"city":1e999}'])
def test_a_call_that_cannot_be_read_is_history(tmp_path: Path, arguments: str) -> None:
    found = chat(
        tmp_path, assistant("Look.", call(arguments=arguments)), result("bad"), assistant("580,000.")
    )
    assert (found.steps[1].call, found.targets, seen(found)) == (None, (2, 3), ["bad"])


def test_a_weight_of_1_does_not_make_a_call_of_an_invented_tool_a_target(tmp_path: Path) -> None:
    turns = [
        assistant("", call(name="invented"), name="caller", weight=1),
        assistant("Hm.", call("b"), weight=1),
    ]
    assert chat(tmp_path, *turns).targets == (1, 2)


def test_system_texts(tmp_path: Path) -> None:
    """What others say there is kept, and our roles and tools come after it."""
    first, more = {"role": "system", "content": "Be kind."}, {"role": "developer", "content": "Be brief."}
    found = again(tmp_path, {"messages": [first, QUESTION, more, assistant("Hi.")], "tools": TOOLS})
    assert found.system == f"Be kind.\n\nBe brief.\n\n{system_text(found.tools)}"
    assert chat(tmp_path, assistant("Hi.")).system == system_text(found.tools)


def test_rows_without_tools_are_left_out(tmp_path: Path) -> None:
    (path := tmp_path / "x.jsonl").write_text(json.dumps({"messages": [QUESTION, assistant("Hi.")]}))
    assert read(path) == []


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        ([{"role": "wizard", "content": ""}], "field messages.1.role: Input should be 'system',"),
        ([assistant("1."), QUESTION], "field messages.2: a second question, where one trajectory has one"),
        ([result()], "field messages.1: an observation that follows no call"),
        (
            [assistant("", call("a")), result("1", "b")],
            "field messages.2: an observation that follows no call",
        ),
        (
            [assistant("", call()), result(), result()],
            "field messages.3: an observation that follows no call",
        ),
        (
            [assistant("Hm."), {"role": "system", "content": "x"}],
            "field messages.2: a system's turn in the middle",
        ),
        (
            [assistant([{"type": "image_url", "image_url": {}}])],
            "field messages.1.content: a part of type 'image_url'",
        ),
        (
            [assistant("", {"function": {"arguments": "{}"}})],
            "field messages.1.tool_calls.0.function.name: Field req",
        ),
        (
            [assistant("", call(arguments=7))],
            "field messages.1.tool_calls.0.function.arguments.str: Input should",
        ),
        (
            [assistant("", function_call={"name": "f"})],
            "field messages.1.function_call: Input should be None",
        ),
        ([assistant("x", weight=0.5)], "field messages.1.weight: Input should be 0 or 1"),
    ],
)
def test_row_and_field_are_named(tmp_path: Path, turns: list[dict[str, Any]], said: str) -> None:
    with pytest.raises(InputError) as caught:
        chat(tmp_path, *turns)
    assert str(caught.value).startswith(f"{tmp_path / 'row.jsonl'}, {said}")
    assert str(caught.value).endswith("; correct it or leave it out.")


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"messages": []}, "field messages: List should have at least 1 item"),
        ({"messages": [assistant("Hi.")]}, "field messages: no question is asked"),
        ({"tools": [], "messages": [QUESTION, assistant("", call())]},
         "field messages: a tool is called where none is offered"),
        ({"tools": "{oops"}, "field tools: "),
        ({"tools": [{"type": "function", "function": {}}]}, "field tools.0.name: Field required"),
    ],
)  # fmt: skip
def test_other_fields_are_named(tmp_path: Path, fields: dict[str, Any], said: str) -> None:
    with pytest.raises(InputError, match=said):
        again(tmp_path, {"messages": [QUESTION, assistant("Hi.")], "tools": TOOLS} | fields)
