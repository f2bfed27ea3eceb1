"""Is this folder a causal language model that can be loaded, and which one."""

from __future__ import annotations

import hashlib
import json
import math
from pathlib import Path
from typing import Any

from safetensors import SafetensorError, safe_open

from umi.errors import ModelError
from umi.models.files import sha256_of

_NEEDED = "a model folder holds config.json, a tokenizer and *.safetensors"
_TOKENIZERS = ("tokenizer.json", "tokenizer.model", "vocab.json")


def check(folder: Path) -> None:
    """Reads config.json, the list of files and the headers of the weights, not the weights.

    Raises:
        ModelError: what is missing, damaged, or not a causal LM.
    """
    require_causal(folder)
    if not any((folder / name).exists() for name in _TOKENIZERS):
        raise ModelError(f"The model folder {folder} holds no tokenizer: {_NEEDED}.")
    for file in weight_files(folder):
        shapes(file)


def _config(folder: Path) -> dict[str, Any]:
    held = sorted(item.name for item in folder.iterdir())
    if not held:
        raise ModelError(f"The folder {folder} is empty: {_NEEDED}.")
    if "config.json" not in held:
        raise ModelError(f"The folder {folder} holds no config.json but {_few(held)}: {_NEEDED}.")
    return _json(folder / "config.json")


def _few(names: list[str]) -> str:
    return ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")


def _json(file: Path) -> dict[str, Any]:
    try:
        content = json.loads(file.read_text(encoding="utf-8"))
    except ValueError as error:
        raise ModelError(f"The file {file} is no JSON ({error}): copy or download it again.") from error
    if not isinstance(content, dict):
        raise ModelError(f"The file {file} is no JSON object: copy or download it again.")
    return content


def require_causal(folder: Path) -> None:
    """Reads config.json alone.

    Raises:
        ModelError: it is missing, damaged, or of something else than a causal LM.
    """
    # GPT-2 and its like are causal too but named …LMHeadModel.
    architectures = [
        str(name) for name in _config(folder).get("architectures") or ["model of unnamed architecture"]
    ]
    if not any(name.endswith(("ForCausalLM", "LMHeadModel")) for name in architectures):
        raise ModelError(
            f"The folder {folder} holds a {architectures[0]}, not a causal language model: "
            "choose one whose config.json names an architecture that ends in ForCausalLM."
        )


def weight_files(folder: Path) -> list[Path]:
    """The safetensors that make up the model, in a fixed order.

    Raises:
        ModelError: there are none, or one that the index names is missing.
    """
    index = folder / "model.safetensors.index.json"
    names = set(_json(index).get("weight_map", {}).values()) if index.exists() else {"model.safetensors"}
    files = [folder / name for name in sorted(names)]
    missing = [file.name for file in files if not file.is_file()]
    if missing:
        raise ModelError(f"The model folder {folder} lacks {_few(missing)}: {_NEEDED}.")
    return files


def shapes(file: Path) -> dict[str, list[int]]:
    """Name and shape of every tensor, from the header; safetensors compares it with the file's length.

    Raises:
        ModelError: the file is damaged or cut short.
    """
    try:
        with safe_open(file, framework="numpy") as tensors:
            return {name: tensors.get_slice(name).get_shape() for name in tensors.offset_keys()}
    except SafetensorError as error:
        raise ModelError(f"The weights {file} are damaged ({error}): copy or download them again.") from error


def parameters(folder: Path) -> int:
    """Number of weights."""
    return sum(math.prod(shape) for file in weight_files(folder) for shape in shapes(file).values())


def weights_sha256(folder: Path) -> str:
    """Identity of the weights: a single file's own SHA-256; of several, that of their list."""
    hashes = [sha256_of(file) for file in weight_files(folder)]
    return hashes[0] if len(hashes) == 1 else hashlib.sha256("\n".join(hashes).encode()).hexdigest()
