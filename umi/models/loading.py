"""From ``--model NAME`` to a model in memory."""

from __future__ import annotations

import logging
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

from umi.errors import ModelError
from umi.models.adapter_set import AdapterSet, adapters_for
from umi.models.catalog import resolve
from umi.models.device import Device, best_device, memory_free
from umi.models.files import ModelFiles, Progress, sha256_of
from umi.models.folder import parameters
from umi.models.manifest import WEIGHTS
from umi.schema import Role

if TYPE_CHECKING:
    from umi.models.local import LocalModel


def load_model(
    name: str | None, progress: Progress, adapters: Path | None = None, device: Device | None = None
) -> LocalModel:
    """Fetches what is missing, then loads; ``device`` is the best one here unless given.

    ``adapters`` is a folder that training wrote (see ``adapters_for`` for what None means).

    Raises:
        ModelError: the model cannot be had, is damaged, or does not fit into memory; or the
            folder holds no adapter, or one that does not fit.
    """
    files = resolve(name, progress)
    chosen = adapters_for(files, adapters)
    progress(f"Starting PyTorch for {files.name}", None)
    device = device or best_device()
    require_memory(files, device)
    progress(f"Loading {files.name} on {device.label}", None)
    model = _load(files, device, chosen)
    try:
        model.set_folder = adapters
        if chosen is not None:
            model.own = _add_adapters(model, chosen, progress)
            model.point(model.own)
    except ModelError:
        model.close()
        raise
    return model


def _add_adapters(model: LocalModel, adapters: AdapterSet, progress: Progress) -> dict[Role, str]:
    """Each adapter gets a name of its own from its role and weights."""
    names = {}
    for role, folder in adapters.roles.items():
        progress(f"Loading the adapter of the {role}", None)
        names[role] = f"{role}__{sha256_of(folder / WEIGHTS)[:8]}"
        model.add_adapter(names[role], folder)
    return names


def _load(files: ModelFiles, device: Device, adapters: AdapterSet | None) -> LocalModel:
    import torch

    from umi.models.local import LocalModel

    silence_transformers()
    try:
        if adapters is None:
            return LocalModel.load(files, device)
        return LocalModel.load(files, device, adapters.backbone, adapters.voice, copying=adapters.copying)
    except (MemoryError, torch.OutOfMemoryError) as error:
        raise _too_large(files, device) from error


def silence_transformers() -> None:
    """Its warnings and bars are for programmers; what people must know comes as a ModelError."""
    from transformers.utils.logging import set_tqdm_hook

    logging.getLogger("transformers").setLevel(logging.ERROR)
    set_tqdm_hook(lambda make, args, kwargs: make(*args, **{**kwargs, "disable": True}))
    # PEFT 0.21 asks transformers 5.23 by an old name.
    warnings.filterwarnings("ignore", "`is_gradient_checkpointing` is deprecated", FutureWarning)


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
