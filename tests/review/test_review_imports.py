"""Files of others become runs: once each, bad rows told, good ones kept."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from annotate.__main__ import main
from annotate.imports import import_file
from annotate.queue import Choice, Queue
from annotate.store import Store
from umi.errors import InputError
from umi.schema import Outcome

OPENAI = {
    "messages": [
        {"role": "user", "content": "How far is Oslo?"},
        {
            "role": "assistant",
            "content": "I look.",
            "tool_calls": [
                {
                    "id": "c1",
                    "type": "function",
                    "function": {"name": "far", "arguments": '{"city":"Oslo"}'},
                }
            ],
        },
        {"role": "tool", "tool_call_id": "c1", "content": "7 km"},
        {"role": "assistant", "content": "It is 7 km."},
    ],
    "tools": [
        {
            "type": "function",
            "function": {
                "name": "far",
                "description": "How far",
                "parameters": {"type": "object", "properties": {"city": {"type": "string"}}},
            },
        }
    ],
}
DATA = Path(__file__).parents[3] / "shared" / "data"


def file(folder: Path, *rows: object) -> Path:
    path = folder / "rows.jsonl"
    path.write_text("".join(f"{row if isinstance(row, str) else json.dumps(row)}\n" for row in rows))
    return path


def other(question: str) -> dict[str, object]:
    first, *rest = OPENAI["messages"]
    return OPENAI | {"messages": [first | {"content": question}, *rest]}


def test_rows_become_runs_once(store: Store, tmp_path: Path) -> None:
    path = file(tmp_path, OPENAI, other("How far is Rome?"), OPENAI)
    first = import_file(store, path)
    assert (first.new, first.known, first.bad) == (2, 0, ())
    again = import_file(store, file(tmp_path, OPENAI, other("How far is Bonn?")))
    assert (again.new, again.known) == (1, 1)
    queue = Queue(store.database)
    assert queue.count(Choice()) == 3
    (line,) = queue.page(Choice(text="bonn"), 5)
    run = store.run(line.id)
    assert (run.outcome, run.answer) == (Outcome.FINISHED, "It is 7 km.")
    assert [step.parent_id for step in run.steps] == [None, *(step.id for step in run.steps[:-1])]
    assert run.steps[1].observation is not None
    assert run.steps[1].observation.content == "7 km"


def test_long_rows_are_recorded_before_more_are_read(store: Store, tmp_path: Path) -> None:
    def told(most: int) -> list[int]:
        rows = [other(f"How far is {number}?") for number in range(3)]
        for row in rows:
            row["messages"][2] = row["messages"][2] | {"content": "x" * most}  # type: ignore[index]
        heard: list[int] = []
        import_file(store, file(tmp_path, *rows), heard.append)
        return heard

    assert told(10) == [3]
    assert told(5_000_000) == [1, 2, 3]


def test_bad_rows_are_told_and_the_good_ones_kept(store: Store, tmp_path: Path) -> None:
    broken = OPENAI | {"messages": [{"role": "assistant", "content": 7}]}
    done = import_file(store, file(tmp_path, OPENAI, "{half", broken, other("How far is Rome?")))
    assert done.new == 2
    assert len(done.bad) == 2
    assert "line 2 is not JSON" in done.bad[0]
    assert "line 3, field messages" in done.bad[1]


def test_a_file_without_anything_usable_is_one_sentence(store: Store, tmp_path: Path) -> None:
    (tmp_path / "binary.jsonl").write_bytes(bytes(range(256)) * 64)
    with pytest.raises(InputError, match=r"binary\.jsonl"):
        import_file(store, tmp_path / "binary.jsonl")
    assert Queue(store.database).count(Choice(reviewed=None)) == 0


@pytest.mark.skipif(not DATA.is_dir(), reason="the real data is not here")
@pytest.mark.parametrize("name", ["alpha_umi/raw_data_stage_2.json", "toolbench/dev.jsonl.gz"])
def test_real_files(store: Store, name: str) -> None:
    done = import_file(store, DATA / name)
    assert done.new > 10
    assert import_file(store, DATA / name).new == 0


def test_the_command_line(umi_home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = file(tmp_path, OPENAI, "{half")
    assert main(["import", str(path)]) == 3
    out, err = capsys.readouterr()
    assert "1 new runs, 1 bad rows" in out
    assert "line 2 is not JSON" in err
    assert main(["import", str(path)]) == 3
    assert "0 new runs, 1 were there already" in capsys.readouterr().out
    assert main(["import", str(tmp_path / "none")]) == 1
    assert "is no file: name one to import" in capsys.readouterr().err
    assert main(["stats", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["runs"] == 1
    assert main(["export", "--format", "umi", "--out", str(tmp_path / "x.jsonl")]) == 1
    assert "nothing to export" in capsys.readouterr().err
    assert (umi_home / "umi.db").is_file()
