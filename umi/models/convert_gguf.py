"""The child process that converts: ``python -m umi.models.convert_gguf FILE.gguf TARGET_FOLDER``."""

from __future__ import annotations

import os
import sys
import threading
from pathlib import Path

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer, GgufConfig


def main(gguf: Path, target: Path) -> None:
    """Writes the model and its tokenizer; an uncaught error's last line is the reason shown to people."""
    threading.Thread(target=_end_with_parent, daemon=True).start()
    tokenizer = AutoTokenizer.from_pretrained(gguf.parent, gguf_file=gguf.name)
    model = AutoModelForCausalLM.from_pretrained(
        gguf.parent,
        gguf_file=gguf.name,
        dtype=torch.bfloat16,
        # Without it the model counts as quantized and refuses save_pretrained.
        quantization_config=GgufConfig(dequantize=True),
    )
    model.save_pretrained(target)
    tokenizer.save_pretrained(target)


def _end_with_parent() -> None:
    """Standard input closes when the parent is gone, even by ``kill -9``."""
    sys.stdin.read()
    os._exit(1)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
