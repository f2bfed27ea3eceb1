"""GGUF → a folder of bf16 safetensors, in a process of its own.

Reading a GGUF takes half a minute of pure Python for 135M parameters and several times the
model's memory; a child keeps both, and all that transformers prints, away from the web server.
"""

from __future__ import annotations

import errno
import os
import sys
import time
from pathlib import Path

from umi.errors import ModelError
from umi.models.files import Progress, sha256_of
from umi.models.install import Recipe
from umi.models.process import last_line, run


def gguf_recipe(gguf: Path) -> Recipe:
    """Installs a GGUF file that lies on this machine.

    Raises:
        ModelError: the file is missing, unreadable, or no GGUF.
    """
    _require_gguf(gguf)
    return Recipe(
        name=gguf.stem,
        source=str(gguf.absolute()),
        sha256=sha256_of(gguf),
        # A 16-bit GGUF keeps its size, a 4-bit one grows 3.5 times: ask for what is needed in any case.
        space=gguf.stat().st_size,
        build=lambda work, progress: convert(gguf, work, progress),
    )


def _require_gguf(gguf: Path) -> None:
    try:
        with gguf.open("rb") as stream:
            magic = stream.read(4)
    except OSError as error:
        raise ModelError(f"The file {gguf} cannot be read ({error.strerror}): check the path.") from error
    if magic != b"GGUF":
        raise ModelError(f"The file {gguf} is no GGUF (it does not begin with GGUF): download it again.")


def convert(gguf: Path, work: Path, progress: Progress) -> Path:
    """The folder ``work/model`` with weights, configuration and tokenizer of ``gguf``.

    Raises:
        ModelError: the file is damaged, or holds something other than a causal LM.
        OSError: the disk is full.
    """
    target = work / "model"
    started = time.monotonic()

    def tick(_output: str) -> None:
        progress(f"Converting {gguf.stem}, only this once: {time.monotonic() - started:.0f} s", None)

    command = [sys.executable, "-m", "umi.models.convert_gguf", str(gguf.absolute()), str(target)]
    code, output = run(command, work / "convert.log", tick, {"HF_HUB_OFFLINE": "1"})
    if code != 0:
        raise _failure(gguf, code, output)
    return target


def _failure(gguf: Path, code: int, output: str) -> Exception:
    if "No space left on device" in output:
        return OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    if code < 0:
        return ModelError(
            f"Converting {gguf.name} was killed by signal {-code}, most likely for lack of memory: "
            "close other programs or choose a smaller model."
        )
    return ModelError(
        f"The GGUF file {gguf} cannot be converted ({last_line(output)}): "
        "download it again, or choose a causal language model that transformers supports."
    )
