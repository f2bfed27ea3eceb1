"""The real command ``python -m training glpft`` as another process, on a model that trains in seconds."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import torch
from forked import Forked
from safetensors.torch import load_file
from training_samples import CITIES, trajectory
from transformers import LlamaConfig, LlamaForCausalLM

from umi.models.files import ModelFiles

ROOT = Path(__file__).parents[2]
STAGES = ("backbone", "planner", "caller", "summarizer")
SMALL = ("--epochs", "1", "--batch", "4", "--rank", "4", "--role-rank", "4")
BACKBONE = ("--recipe", "single-llm-multi-task", "--role-epochs", "1")
"""Options of a training that takes seconds; and of one that has the first stage alone."""


def tiny_model(folder: Path, default_model: ModelFiles, seed: int = 0, context: int = 2048) -> Path:
    """A model folder of 4 MB: random weights, the default model's tokenizer."""
    torch.manual_seed(seed)
    config = LlamaConfig(
        vocab_size=49152,  # SmolLM2's, as the tokenizer is borrowed from it
        hidden_size=32,
        intermediate_size=64,
        num_hidden_layers=2,
        num_attention_heads=4,
        num_key_value_heads=2,
        max_position_embeddings=context,
    )
    LlamaForCausalLM(config).save_pretrained(folder)
    for name in ("tokenizer.json", "tokenizer_config.json", "chat_template.jinja"):
        shutil.copy(default_model.path / name, folder)
    return folder


def sample_files(folder: Path, times: int = 1) -> tuple[str, ...]:
    """Eight trajectories to learn from, so many times over, and two held-out ones, as arguments."""
    lines = [trajectory(city, 1 + index % 3).model_dump_json() + "\n" for index, city in enumerate(CITIES)]
    train, valid = folder / "train.jsonl", folder / "valid.jsonl"
    train.write_text("".join(lines[:8] * times), encoding="utf-8")
    valid.write_text("".join(lines[8:]), encoding="utf-8")
    return str(train), "--valid", str(valid)


def start(
    *arguments: object, launcher: tuple[str, ...] = (), prefix: tuple[str, ...] = (), threads: int | None = 1
) -> subprocess.Popen[str]:
    """``python -m training glpft ARGUMENTS`` in a process group of its own, its output piped.

    ``launcher`` is a module that starts several processes; ``prefix`` a command that starts this one.
    The tiny model is fastest with one of the ``threads``; None leaves the choice to PyTorch.
    """
    first = [*prefix, sys.executable, *(("-m", *launcher) if launcher else ())]
    return subprocess.Popen(
        [*first, "-m", "training", "glpft", *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={**os.environ, **({"OMP_NUM_THREADS": str(threads)} if threads else {})},
        start_new_session=True,
    )


def run(*arguments: object, timeout: float = 180, **how: Any) -> tuple[int, str, str]:
    """Exit code, stdout and the last line of stderr; a started process where there is a ``how``."""
    process = start(*arguments, **how) if how else Forked(("glpft", *arguments))
    out, err = process.communicate(timeout=timeout)
    return process.returncode, out, err.strip().splitlines()[-1]


def weights(out: Path) -> dict[str, torch.Tensor]:
    """Every tensor of the four adapters."""
    return {
        f"{stage} {name}": tensor
        for stage in STAGES
        for name, tensor in load_file(out / stage / "adapter_model.safetensors").items()
    }


def same(left: dict[str, torch.Tensor], right: dict[str, torch.Tensor]) -> bool:
    """Whether they are bit-identical."""
    return left.keys() == right.keys() and all(torch.equal(left[name], right[name]) for name in left)


def names(folder: Path) -> set[str]:
    """Every file below it."""
    return {str(file.relative_to(folder)) for file in folder.rglob("*") if file.is_file()}
