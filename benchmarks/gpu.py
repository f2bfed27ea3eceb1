"""Tokens a second of the role loop, against what the memory's bandwidth allows; made for a GPU."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import torch
from common import QUESTIONS, RANK, default_files, fixed_steps, plug, question_run, random_adapters, write
from report import print_table
from transformers import AutoConfig, AutoTokenizer, LlamaConfig, LlamaForCausalLM

from umi.models.device import Device, best_device
from umi.models.files import ModelFiles
from umi.models.local import LocalModel
from umi.models.vocabulary import Vocabulary
from umi.schema import ModelSet, Role

REPEATS = 3


def tiny(vocabulary: int) -> LlamaConfig:
    """Small enough to try this file anywhere."""
    return LlamaConfig(
        vocab_size=vocabulary,
        hidden_size=128,
        intermediate_size=384,
        num_hidden_layers=2,
        num_attention_heads=4,
        max_position_embeddings=8192,
    )


def seven_b(vocabulary: int) -> LlamaConfig:
    """Llama 2 7B (Touvron et al. 2023), but for vocabulary and context."""
    return LlamaConfig(
        vocab_size=vocabulary,
        hidden_size=4096,
        intermediate_size=11008,
        num_hidden_layers=32,
        num_attention_heads=32,
        max_position_embeddings=8192,
    )


def shapes(files: ModelFiles, device: Device) -> Iterator[tuple[str, LlamaConfig]]:
    """What is measured here: tiny and 135M everywhere, 7B where it fits."""
    default = AutoConfig.from_pretrained(files.path, local_files_only=True)
    yield "tiny", tiny(default.vocab_size)
    yield "135M", default
    if device.kind == "cuda":
        yield "7B", seven_b(default.vocab_size)
    else:
        print("Skipped: the 7B shape, because there is no CUDA device here.")


def model_of(config: LlamaConfig, files: ModelFiles, device: Device) -> LocalModel:
    """Random weights made on the device, with three random adapters."""
    vocabulary = Vocabulary(
        AutoTokenizer.from_pretrained(files.path, local_files_only=True), config.vocab_size
    )
    torch.set_default_dtype(getattr(torch, device.dtype))
    with torch.device(device.kind):
        backbone = LlamaForCausalLM(config).eval().requires_grad_(False)
    torch.set_default_dtype(torch.float32)
    with TemporaryDirectory() as folder:
        adapters = random_adapters(backbone, vocabulary, Path(folder), RANK)
        backbone.requires_grad_(False)
        models = ModelSet(base="random", base_hash="", turn_format=vocabulary.turn_format)
        model = LocalModel(backbone, vocabulary, models, device)
        plug(model, adapters)
    return model


def bytes_per_token(model: LocalModel) -> int:
    """Weights that a forward of one token must read: backbone and one adapter, no untied embedding table.

    Key-values come on top; at these lengths they are below one percent of the 7B shape's weights.
    """
    backbone = model._backbone
    adapters = sum(p.nbytes for name, p in backbone.named_parameters() if ".lora_" in name)
    whole = sum(p.nbytes for p in backbone.parameters())
    tied = backbone.config.tie_word_embeddings
    unread = 0 if tied else sum(p.nbytes for p in backbone.get_input_embeddings().parameters())
    return whole - unread - adapters * (len(Role) - 1) // len(Role)


def copy_bandwidth(device: Device) -> float:
    """Bytes a second that the device reads and writes when it copies 1 GB."""
    source = torch.ones(2**28, dtype=torch.float32, device=device.kind)
    target = torch.empty_like(source)
    seconds = [seconds_of_copy(source, target) for _ in range(10)]
    return 2 * source.nbytes / median(seconds)


def seconds_of_copy(source: torch.Tensor, target: torch.Tensor) -> float:
    """Wall time of one copy; asking for a number waits for a GPU."""
    float(target[0])
    started = time.perf_counter()
    target.copy_(source)
    float(target[0])
    return time.perf_counter() - started


def loop_rate(model: LocalModel, *, constrained: bool) -> float:
    """Tokens written a second over the five steps of the loop, reading included, tools' prefix known."""
    run = question_run(model, QUESTIONS[0], constrained=constrained)
    tokens, started = 0, time.perf_counter()
    for step in fixed_steps():
        tokens += len(write(model, run, step.role).tokens)
        run = run.with_step(step)
    return tokens / (time.perf_counter() - started)


def main() -> None:
    """Bandwidth, then every shape: constrained as the product runs, and free."""
    device, files = best_device(), default_files()
    bandwidth = copy_bandwidth(device)
    rows = []
    for name, config in shapes(files, device):
        with closing(model_of(config, files, device)) as model:
            rows += [row(name, model, bandwidth, constrained=constrained) for constrained in (True, False)]
    header = ("shape", "decoding", "MB a token", "tokens/s", "bound", "of the bound")
    print_table(f"Role loop on {device.label}, copy {bandwidth / 1e9:.0f} GB/s", header, rows)


def row(name: str, model: LocalModel, bandwidth: float, *, constrained: bool) -> tuple[str, ...]:
    """One line; the first loop reads the tools and is not counted."""
    loop_rate(model, constrained=constrained)
    rate = median(loop_rate(model, constrained=constrained) for _ in range(REPEATS))
    size = bytes_per_token(model)
    bound = bandwidth / size
    way = "constrained" if constrained else "free"
    return name, way, f"{size / 1e6:.0f}", f"{rate:.1f}", f"{bound:.0f}", f"{rate / bound:.2f}"


if __name__ == "__main__":
    main()
