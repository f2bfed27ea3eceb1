"""The adapter being trained: put on a model, switched off for a while, written as a plain peft folder."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import torch
from peft import LoraConfig, PeftModel, get_peft_model, set_peft_model_state_dict
from safetensors.torch import load_file
from transformers import PreTrainedModel

from umi.errors import TrainingError
from umi.models.manifest import WEIGHTS


class Lora:
    """A LoRA on all linear layers of ``model`` (all but the output matrix), in the model's own dtype."""

    def __init__(self, model: PreTrainedModel, rank: int, alpha: int, seed: int) -> None:
        torch.manual_seed(seed)
        config = LoraConfig(r=rank, lora_alpha=alpha, target_modules="all-linear", task_type="CAUSAL_LM")
        self.peft: PeftModel = get_peft_model(model, config, autocast_adapter_dtype=False)
        self.model = model

    def load(self, folder: Path) -> None:
        """Go on from the adapter of a folder.

        Raises:
            TrainingError: its matrices have other shapes.
        """
        try:
            found: Any = set_peft_model_state_dict(self.peft, load_file(folder / WEIGHTS))
        except RuntimeError as error:
            raise TrainingError(
                f"The adapter {folder} has another rank: give --rank as its manifest has it."
            ) from error
        if found.unexpected_keys:
            raise TrainingError(f"The adapter {folder} has weights of other layers: train a new one.")

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
        with self.peft.disable_adapter():
            yield

    def remove(self) -> None:
        """Leave the model as it was."""
        self.peft.unload()

    def save(self, folder: Path, invocation: list[int] | None) -> None:
        """Write weights and config; ``invocation`` is the activating turn header of an activated LoRA."""
        config: Any = self.peft.peft_config["default"]
        config.alora_invocation_tokens = invocation
        try:
            self.peft.save_pretrained(str(folder))
        finally:
            config.alora_invocation_tokens = None
        for file in folder.iterdir():
            to_disk(file)
        (folder / "README.md").unlink(missing_ok=True)


def to_disk(file: Path) -> None:
    """Returns once the file would survive a power cut."""
    with file.open("rb") as stream:
        os.fsync(stream.fileno())
