"""ShareGPT rows that others wrote, as LLaMA-Factory reads them, and what ours look like."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from data_samples import TOOL
from formats_samples import CITY, LEARNT, OSLO, again, call, plan, trajectory

from umi.errors import InputError
from umi.formats import read
from umi.formats.sharegpt import to_sharegpt
from umi.prompts import system_text
from umi.trajectory import Trajectory

CALL = '{"name": "city_info", "arguments": {"city": "Oslo"}}'


def turn(speaker: str, value: str) -> dict[str, str]:
    return {"from": speaker, "value": value}


QUESTION = turn("human", "How large is Oslo?")
CALLED = [turn("function_call", CALL), turn("observation", "580000")]


def chat(path: Path, *turns: dict[str, str], **fields: Any) -> Trajectory:
    row = {"conversations": [QUESTION, *turns], "system": "", "tools": json.dumps([CITY])}
    return again(path, row | fields)


def raws(found: Trajectory) -> list[str]:
    return [step.raw for step in found.steps]


OSLO_RAW = '{"name":"city_info","arguments":{"city":"Oslo"}}'
DONE = ["\nNext: caller", OSLO_RAW, "\nNext: summarizer", "580,000."]


def test_a_row_without_thoughts(tmp_path: Path) -> None:
    found = chat(tmp_path, *CALLED, turn("gpt", "580,000."))
    assert (raws(found), found.targets, found.id) == (DONE, (0, 1, 2, 3), "row")
    assert found.steps[1].observation is not None
    assert found.steps[1].observation.content == "580000"
    assert [tool.model_dump() for tool in found.tools] == [CITY]


def test_thoughts(tmp_path: Path) -> None:
    turns = [turn("function_call", f"<think>\nLook.\n</think>\n\n{CALL}"), CALLED[1]]
    found = chat(tmp_path, *turns, turn("gpt", "<think>\nKnown.\n</think>\n\n580,000."))
    assert raws(found) == ["Look.\nNext: caller", OSLO_RAW, "Known.\nNext: summarizer", "580,000."]


def test_several_calls_in_one_turn(tmp_path: Path) -> None:
    found = chat(tmp_path, turn("function_call", f"<think>Look.</think>[{CALL}, {CALL}]"), CALLED[1])
    assert raws(found) == ["Look.\nNext: caller", OSLO_RAW, "\nNext: caller", OSLO_RAW]


def test_arguments_as_text(tmp_path: Path) -> None:
    call = {"name": "city_info", "arguments": '{"city": "Oslo"}'}
    assert raws(chat(tmp_path, turn("function_call", json.dumps(call))))[1] == OSLO_RAW


@pytest.mark.parametrize("text", ["{oops", "[]", "17", '{"name": 1}', f"[{CALL}, 1]", '{"name": "f"}'])
def test_calls_that_cannot_be_learned_are_history(tmp_path: Path, text: str) -> None:
    found = chat(tmp_path, turn("function_call", text), turn("observation", "bad"), turn("gpt", "580,000."))
    assert (found.targets, found.steps[1].role.value, len(found.steps)) == ((2, 3), "caller", 4)


def test_the_system_turn_may_be_the_first(tmp_path: Path) -> None:
    row = {"conversations": [turn("system", "Be kind."), QUESTION, *CALLED], "tools": [CITY]}
    assert again(tmp_path, row).system.startswith("Be kind.\n\n")
    found = chat(tmp_path, *CALLED, system="Be kind.")
    assert found.system == f"Be kind.\n\n{system_text(found.tools)}"


def test_a_preference_row_teaches_only_what_was_chosen(tmp_path: Path) -> None:
    pair = {"chosen": turn("gpt", "580,000."), "rejected": turn("gpt", "No idea.")}
    found = chat(tmp_path, *CALLED, **pair)
    assert (raws(found), found.targets) == (DONE, (2, 3))


def test_rows_without_tools_are_left_out(tmp_path: Path) -> None:
    row = {"conversations": [QUESTION, turn("gpt", "Hi.")], "tools": ""}
    (path := tmp_path / "x.jsonl").write_text(json.dumps(row))
    assert read(path) == []


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        ([turn("wizard", "")], "field conversations.1.from: Input should be 'system', 'human',"),
        ([turn("gpt", "1."), QUESTION], "field conversations.2: a second question"),
        ([turn("observation", "1")], "field conversations.1: an observation that follows no call"),
        ([*CALLED, CALLED[1]], "field conversations.3: an observation that follows no call"),
    ],
)
def test_row_and_field_are_named(tmp_path: Path, turns: list[dict[str, str]], said: str) -> None:
    with pytest.raises(InputError, match=said):
        chat(tmp_path, *turns)


# What we write


def test_a_written_row() -> None:
    row = to_sharegpt(LEARNT["one call"])
    assert list(row) == ["id", "conversations", "system", "tools"]
    assert json.loads(row["tools"])[0] == CITY
    assert [tuple(turn.values()) for turn in row["conversations"]] == [
        ("human", "How large is Oslo?"),
        ("function_call", f"<think>\nI need Oslo.\n</think>\n\n{OSLO_RAW}"),
        ("observation", '{"population":580000}'),
        ("gpt", "<think>\nAll known.\n</think>\n\nOslo has 580,000 inhabitants."),
    ]


@pytest.mark.parametrize("name", LEARNT)
def test_turns_alternate_as_llama_factory_asks(name: str) -> None:
    """``data/converter.py``: human and observation in odd places, as many of the others in even ones."""
    speakers = [turn["from"] for turn in to_sharegpt(LEARNT[name])["conversations"]]
    assert len(speakers) % 2 == 0
    assert set(speakers[::2]) <= {"human", "observation"}
    assert set(speakers[1::2]) <= {"gpt", "function_call"}


def test_a_row_that_ends_with_an_observation_is_refused() -> None:
    with pytest.raises(
        InputError, match=r"ShareGPT has calls in turn with observations .* and step 1 does not"
    ):
        to_sharegpt(trajectory(plan("Look."), OSLO))
    assert (
        to_sharegpt(trajectory(plan("Look."), call("now", None)))["conversations"][-1]["from"]
        == "function_call"
    )


def test_alpha_umis_second_stage_is_told_apart(tmp_path: Path) -> None:
    theirs = {"tools": [{"Name": "f", "function": "", "input": {}}], "conversations": [turn("user", "?")]}
    with pytest.raises(InputError, match="field instruction: Field required"):
        again(tmp_path, theirs)
    assert chat(tmp_path, turn("gpt", "Hi."), tools=[TOOL]).tools[0].name == "f"
