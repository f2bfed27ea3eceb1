"""What we write, in the libraries that eat it: ``datasets`` for all rows, TRL's trainers for one step."""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch
from datasets import Dataset, load_dataset
from formats_samples import LEARNT, NOW, again, answer, plan, trajectory, whole
from transformers import AutoTokenizer, LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerBase

from umi.formats.alpha_umi_rows import to_alpha_umi
from umi.formats.atif import to_atif
from umi.formats.example import Example
from umi.formats.openai_chat import to_openai, to_trl_messages
from umi.formats.sharegpt import to_sharegpt
from umi.formats.trl_steps import to_preference, to_prompt_completion
from umi.models.files import ModelFiles
from umi.trajectory import Trajectory

OTHER = trajectory(plan("Something else.", "summarizer"), answer("Something else.")).steps
ONE_TOOL = trajectory(plan("The time.", "give up"), tools=[NOW])
STEPS = [
    Example(sample, index)
    for sample in (*LEARNT.values(), ONE_TOOL)
    for index in sample.possible_targets
    if sample.steps[index].role != "caller"
]
PAIRS = [
    Example(one.trajectory, one.index, next(step for step in OTHER if step.role is one.step.role))
    for one in STEPS
]
Writer = Callable[[Trajectory], dict[str, Any]]


def loaded(path: Path, rows: list[dict[str, Any]]) -> Dataset:
    """The rows through a file and ``datasets``, as any training script does it."""
    file = path / "rows.jsonl"
    file.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return load_dataset("json", data_files=str(file), split="train", cache_dir=str(path / "cache"))


@pytest.mark.parametrize("writer", [to_openai, to_trl_messages, to_sharegpt, to_atif])
def test_whole_trajectories_come_out_as_they_went_in(writer: Writer, tmp_path: Path) -> None:
    """Arguments of many tools in one file: Arrow must not fill up each with the others' (trl#5118)."""
    samples = [*LEARNT.values(), ONE_TOOL]
    found = loaded(tmp_path, [writer(sample) for sample in samples])
    assert [whole(again(tmp_path, row)) for row in found] == [*map(whole, samples)]


@pytest.mark.parametrize(
    "rows", [[*map(to_prompt_completion, STEPS)], [*map(to_preference, PAIRS)], [*map(to_alpha_umi, STEPS)]]
)
def test_rows_of_steps_come_out_as_they_went_in(rows: list[dict[str, Any]], tmp_path: Path) -> None:
    assert [*loaded(tmp_path, rows)] == rows


def tiny(default_model: ModelFiles) -> tuple[LlamaForCausalLM, PreTrainedTokenizerBase]:
    """Two layers of random weights under the default model's tokenizer and chat template."""
    tokenizer = AutoTokenizer.from_pretrained(default_model.path, local_files_only=True)
    torch.manual_seed(0)
    config = LlamaConfig(
        vocab_size=len(tokenizer),
        hidden_size=16,
        intermediate_size=32,
        num_hidden_layers=2,
        num_attention_heads=2,
        num_key_value_heads=1,
        pad_token_id=tokenizer.pad_token_id,
    )
    return LlamaForCausalLM(config), tokenizer


SETTINGS: dict[str, Any] = {
    "max_steps": 1,
    "per_device_train_batch_size": 2,
    "use_cpu": True,
    "dataloader_pin_memory": False,
    "bf16": False,
    "activation_checkpointing": False,
    "report_to": "none",
    "save_strategy": "no",
    "disable_tqdm": True,
}


@pytest.fixture(autouse=True)
def nobody_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """TRL would report each trainer that is made."""
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_DISABLE_TELEMETRY", True)


def learnt_text(row: dict[str, Any], tokenizer: PreTrainedTokenizerBase) -> str:
    """What of a prepared row carries loss; -100 is the label that transformers' losses leave out."""
    return str(tokenizer.decode([label for label in row["labels"] if label != -100]))


@pytest.mark.slow
def test_trl_takes_a_step_on_prompts_and_completions(default_model: ModelFiles, tmp_path: Path) -> None:
    from trl.trainer.sft_config import SFTConfig
    from trl.trainer.sft_trainer import SFTTrainer

    model, tokenizer = tiny(default_model)
    examples = [Example(LEARNT["one call"], index) for index in range(4)]
    rows = loaded(tmp_path, [*map(to_prompt_completion, examples)])
    settings = SFTConfig(output_dir=str(tmp_path / "out"), **SETTINGS)
    trainer = SFTTrainer(model, args=settings, train_dataset=rows, processing_class=tokenizer)
    prepared = [learnt_text(row, tokenizer) for row in trainer.train_dataset]
    assert prepared == [f"{example.step.raw}<|im_end|>\n" for example in examples]
    assert 0 < trainer.train().training_loss < 20


@pytest.mark.slow
def test_trl_takes_a_step_on_messages(default_model: ModelFiles, tmp_path: Path) -> None:
    from trl.trainer.sft_config import SFTConfig
    from trl.trainer.sft_trainer import SFTTrainer

    model, tokenizer = tiny(default_model)
    rows = loaded(tmp_path, [to_trl_messages(LEARNT[name]) for name in ("one call", "nested arguments")])
    settings = SFTConfig(output_dir=str(tmp_path / "out"), **SETTINGS)
    trainer = SFTTrainer(model, args=settings, train_dataset=rows, processing_class=tokenizer)
    (first, _) = (tokenizer.decode(row["input_ids"]) for row in trainer.train_dataset)
    assert "<|im_start|>assistant\nI need Oslo.<|im_end|>" in first
    assert first.endswith("<|im_start|>assistant\nOslo has 580,000 inhabitants.<|im_end|>\n")
    assert 0 < trainer.train().training_loss < 20


@pytest.mark.slow
def test_trl_takes_a_step_on_preferences(default_model: ModelFiles, tmp_path: Path) -> None:
    from trl.trainer.dpo_config import DPOConfig
    from trl.trainer.dpo_trainer import DPOTrainer

    (model, tokenizer), (ref_model, _) = tiny(default_model), tiny(default_model)
    rows = loaded(tmp_path, [*map(to_preference, PAIRS[:4])])
    settings = DPOConfig(output_dir=str(tmp_path / "out"), **SETTINGS)
    trainer = DPOTrainer(model, ref_model, args=settings, train_dataset=rows, processing_class=tokenizer)
    for row, pair in zip(trainer.train_dataset, PAIRS, strict=False):
        assert pair.rejected is not None
        assert tokenizer.decode(row["chosen_ids"]) == f"{pair.step.raw}<|im_end|>\n"
        assert tokenizer.decode(row["rejected_ids"]) == f"{pair.rejected.raw}<|im_end|>\n"
    # Before its first step a model prefers neither: the loss is log 2.
    assert trainer.train().training_loss == pytest.approx(math.log(2), abs=1e-4)
