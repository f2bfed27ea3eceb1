"""From ``--model NAME`` to a model in memory."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from umi.errors import ModelError
from umi.models.catalog import resolve
from umi.models.device import Device, best_device, memory_free
from umi.models.files import ModelFiles, Progress, sha256_of
from umi.models.folder import parameters
from umi.schema import Role

if TYPE_CHECKING:
    from umi.models.local import LocalModel


def load_model(name: str | None, progress: Progress, device: Device | None = None) -> LocalModel:
    """Fetches what is missing, then loads; ``device`` is the best one here unless given.

    Raises:
        ModelError: the model cannot be had, is damaged, or does not fit into memory.
    """
    files = resolve(name, progress)
    progress(f"Starting PyTorch for {files.name}", None)
    device = device or best_device()
    require_memory(files, device)
    progress(f"Loading {files.name} on {device.label}", None)
    return _load(files, device)


def load_with_adapters(name: str | None, adapters: Path | None, progress: Progress) -> LocalModel:
    """The model with the role adapters of a folder, which holds one adapter folder per role.

    Raises:
        ModelError: as ``load_model``; or the folder holds no adapter, or one that does not fit.
    """
    model = load_model(name, progress)
    try:
        if adapters is not None:
            model.point(_add_adapters(model, adapters, progress))
    except ModelError:
        model.close()
        raise
    return model


def _add_adapters(model: LocalModel, folder: Path, progress: Progress) -> dict[Role, str]:
    """Each adapter gets a name of its own from its role and weights."""
    names = {}
    for role in Role:
        weights = folder / role / "adapter_model.safetensors"
        if weights.is_file():
            progress(f"Loading the adapter of the {role}", None)
            names[role] = f"{role}__{sha256_of(weights)[:8]}"
            model.add_adapter(names[role], weights.parent)
    if not names:
        raise ModelError(
            f"The folder {folder} holds no adapter: it needs a folder planner, caller or summarizer "
            "with an adapter_model.safetensors in it."
        )
    return names


def _load(files: ModelFiles, device: Device) -> LocalModel:
    import torch

    from umi.models.local import LocalModel

    _silence_transformers()
    try:
        return LocalModel.load(files, device)
    except (MemoryError, torch.OutOfMemoryError) as error:
        raise _too_large(files, device) from error


def _silence_transformers() -> None:
    """Its warnings and bars are for programmers; what people must know comes as a ModelError."""
    from transformers.utils.logging import set_tqdm_hook

    logging.getLogger("transformers").setLevel(logging.ERROR)
    set_tqdm_hook(lambda make, args, kwargs: make(*args, **{**kwargs, "disable": True}))


def require_memory(files: ModelFiles, device: Device) -> None:
    """Asked before, because Linux kills a process that outgrows memory without an exception.

    Raises:
        ModelError: the weights are larger than what is free on the device.
    """
    if parameters(files.path) * device.item_bytes > memory_free(device):
        raise _too_large(files, device)


def _too_large(files: ModelFiles, device: Device) -> ModelError:
    needed = parameters(files.path) * device.item_bytes
    return ModelError(
        f"{files.name} needs {needed / 1e9:.1f} GB of memory on {device.label} "
        f"and {memory_free(device) / 1e9:.1f} GB are free: close other programs or choose a smaller model."
    )
