"""The adapter being trained: put on a model, switched off for a while, written as a plain peft folder."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import torch
from peft import LoraConfig, PeftModel, get_peft_model
from safetensors import SafetensorError
from transformers import PreTrainedModel

from umi.errors import ModelError
from umi.models.lora_switch import LoraSwitch


class Lora:
    """A LoRA beside ``model``, in the model's own dtype."""

    def __init__(
        self, model: PreTrainedModel, rank: int, alpha: int, seed: int, start: Path | None = None
    ) -> None:
        """On all linear layers but the output matrix; or as in the folder ``start``, with its weights.

        Raises:
            ModelError: ``start`` holds no LoRA adapter, or one that does not fit the model.
        """
        torch.manual_seed(seed)
        self.peft: PeftModel = _new(model, rank, alpha) if start is None else _loaded(model, start)
        self.model = model
        self._switch = LoraSwitch(model)

    @property
    def parameters(self) -> list[torch.nn.Parameter]:
        """What is trained, always in the same order."""
        return [value for _, value in self._named]

    def rates(self, of_b: float) -> list[float]:
        """By parameter, what the learning rate is multiplied with: ``of_b`` for B matrices, 1 for A."""
        return [of_b if "lora_B" in name else 1.0 for name, _ in self._named]

    @property
    def _named(self) -> list[tuple[str, torch.nn.Parameter]]:
        return [(name, value) for name, value in self.model.named_parameters() if "lora_" in name]

    @contextmanager
    def off(self) -> Iterator[None]:
        """While it lasts, the model is the bare backbone."""
        self._switch.use(None)
        try:
            yield
        finally:
            self._switch.use("default")

    def remove(self) -> None:
        """Leave the model as it was."""
        self.peft.unload()

    def save(self, folder: Path, invocation: list[int] | None, base: str) -> None:
        """Write weights and config; ``invocation`` is the activating turn header of an activated LoRA.

        ``base`` is the model's name: its path means nothing elsewhere.
        """
        config: Any = self.peft.peft_config["default"]
        config.base_model_name_or_path = base
        config.alora_invocation_tokens = invocation
        try:
            # Told not to, peft does not ask the Hub whether a model of that name has larger embeddings.
            self.peft.save_pretrained(str(folder), save_embedding_layers=False)
        finally:
            config.alora_invocation_tokens = None
        for file in folder.iterdir():
            to_disk(file)
        (folder / "README.md").unlink(missing_ok=True)


def read_config(folder: Path) -> LoraConfig:
    """What an adapter's folder says of its shape.

    Raises:
        ModelError: it holds no LoRA adapter.
    """
    try:
        config: LoraConfig = LoraConfig.from_pretrained(str(folder))
    except (OSError, ValueError, TypeError, KeyError) as error:
        reason = str(error).splitlines()[0]
        raise ModelError(f"The folder {folder} holds no LoRA adapter to go on from: {reason}") from error
    return config


def _new(model: PreTrainedModel, rank: int, alpha: int) -> PeftModel:
    config = LoraConfig(r=rank, lora_alpha=alpha, target_modules="all-linear", task_type="CAUSAL_LM")
    return get_peft_model(model, config, autocast_adapter_dtype=False)


def _loaded(model: PreTrainedModel, folder: Path) -> PeftModel:
    """An activated one as a plain one: training itself decides when it is on."""
    config = read_config(folder)
    config.alora_invocation_tokens = None
    try:
        peft = PeftModel.from_pretrained(
            model, str(folder), is_trainable=True, config=config, autocast_adapter_dtype=False
        )
    except (OSError, ValueError, RuntimeError, TypeError, KeyError, SafetensorError) as error:
        reason = str(error).splitlines()[0]
        raise ModelError(f"The adapter in {folder} does not fit this backbone: {reason}") from error
    peft.eval()
    return peft


def to_disk(file: Path) -> None:
    """Returns once the file would survive a power cut."""
    with file.open("rb") as stream:
        os.fsync(stream.fileno())
