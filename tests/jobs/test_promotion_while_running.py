"""Promotions while twenty runs go on: none fails, and none is written by another adapter than it names."""

from __future__ import annotations

import itertools
import json
import shutil
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from threading import Event

import pytest
import torch
from jobs_samples import person, registered, until
from peft import LoraConfig, get_peft_model
from transformers import AutoTokenizer, LlamaConfig, LlamaForCausalLM

from annotate.adapters import Adapters
from annotate.runner import Runner
from annotate.store import Store
from umi.agent import new_run
from umi.models.device import Device
from umi.models.files import ModelFiles
from umi.models.holder import ModelHolder
from umi.models.local import LocalModel
from umi.models.vocabulary import Vocabulary
from umi.schema import Limits, Outcome, Role, Run
from umi.tools.travel import travel_tools

RUNS = 20
SHORT = Limits(steps=4, planner_tokens=24, caller_tokens=48, summarizer_tokens=16)
REVISIONS = tuple(f"planner__r{number:04d}" for number in (1, 2, 3))


@pytest.fixture
def store(sqlite_url: str) -> Iterator[Store]:
    opened = Store.open(sqlite_url)
    yield opened
    opened.close()


@pytest.fixture
def tiny(tmp_path: Path, default_model: ModelFiles) -> ModelFiles:
    """A model of 4 MB with random weights and the default model's tokenizer."""
    folder = tmp_path / "tiny"
    torch.manual_seed(0)
    config = LlamaConfig(
        vocab_size=49152,
        hidden_size=32,
        intermediate_size=64,
        num_hidden_layers=2,
        num_attention_heads=4,
        num_key_value_heads=2,
        max_position_embeddings=4096,
    )
    LlamaForCausalLM(config).save_pretrained(folder)
    for name in ("tokenizer.json", "tokenizer_config.json", "chat_template.jinja"):
        shutil.copy(default_model.path / name, folder)
    return ModelFiles(folder, "tiny", "7" * 64)


def revision(store: Store, home: Path, files: ModelFiles, name: str, number: int) -> None:
    """A strong adapter with random weights: each writes something else."""
    torch.manual_seed(number)
    vocabulary = Vocabulary(AutoTokenizer.from_pretrained(files.path), 49152)
    config = LoraConfig(
        r=8,
        lora_alpha=64,
        target_modules="all-linear",
        init_lora_weights=False,
        task_type="CAUSAL_LM",
        alora_invocation_tokens=vocabulary.invocation(Role.PLANNER),
    )
    folder = home / "adapters" / name
    get_peft_model(LlamaForCausalLM.from_pretrained(files.path), config).save_pretrained(folder)
    (folder / "manifest.json").write_text(json.dumps({"base_sha256": files.sha256}))
    registered(store, Role.PLANNER, number, folder, files.sha256, "")


@pytest.mark.slow
def test_none_fails_and_none_mixes_adapters(store: Store, umi_home: Path, tiny: ModelFiles) -> None:
    who = person(store)
    for number, name in enumerate(REVISIONS, 1):
        revision(store, umi_home, tiny, name, number)
    model = LocalModel.load(tiny, Device("cpu", "float32"))
    holder = ModelHolder(lambda _name, _progress: model)
    holder.load()
    holder.wait()
    adapters = Adapters(store, holder)
    runner = Runner(store, holder, travel_tools(), adapters.sync)
    ids: list[str] = []
    for seen, name in enumerate((*REVISIONS, None)):
        ids += [begun(runner, f"Question {len(ids) + at}?") for at in range(RUNS // 4)]
        until(partial(some_write, store, ids))
        started = time.perf_counter()
        adapters.promote(Role.PLANNER, name, seen, who, "", None)
        assert time.perf_counter() - started < 10
        ids.append(begun(runner, "Who writes this?"))
    until(lambda: all(runner.live(run_id) is None for run_id in ids), 120)
    runs = [store.run(run_id) for run_id in ids]
    try:
        # The first run behind each promotion is written by what was promoted.
        behind = runs[RUNS // 4 :: RUNS // 4 + 1]
        assert [run.models.adapters.get(Role.PLANNER) for run in behind] == [*REVISIONS, None]
        # A random caller may write no call that can be read; nothing else may end a run so.
        assert [
            run.reason
            for run in runs
            if run.outcome is Outcome.FAILED and "can be read" not in (run.reason or "")
        ] == []
        assert_each_by_its_own(model, runs)
    finally:
        model.close()


def begun(runner: Runner, question: str) -> str:
    """A run with short turns, as random weights would write to any limit."""

    def make(model: LocalModel) -> Run:
        return new_run(question, model, travel_tools(), limits=SHORT)

    return runner._start(make, lambda: make(runner._holder.wait()))


def some_write(store: Store, ids: list[str]) -> bool:
    return any(store.steps_after(run_id, 0) for run_id in ids)


def assert_each_by_its_own(model: LocalModel, runs: list[Run]) -> None:
    """Its own adapter writes each planner's step of a run again, and another one does not."""
    foreign = 0
    for run in runs:
        own = run.models.adapters.get(Role.PLANNER)
        other = next(name for name in itertools.cycle(REVISIONS) if name != own)
        for index, step in enumerate(run.steps):
            if step.role is Role.PLANNER:
                before = run.model_copy(update={"steps": run.steps[:index]})
                assert written(model, before, own) == step.raw
                foreign += written(model, before, other) == step.raw
    assert foreign == 0


def written(model: LocalModel, run: Run, name: str | None) -> str:
    models = run.models.model_copy(update={"adapters": {} if name is None else {Role.PLANNER: name}})
    writing = model.write(run.model_copy(update={"models": models}), Role.PLANNER, Event())
    while True:
        try:
            next(writing)
        except StopIteration as end:
            return end.value.text
