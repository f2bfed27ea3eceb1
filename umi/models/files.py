"""A model that lies ready on disk: where it is, what it is called, what adapters are bound to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

Progress = Callable[[str, float | None], None]
"""Called with a sentence for people and the share done, 0 to 1 (None: not known)."""


@dataclass(frozen=True)
class ModelFiles:
    """A folder that transformers can load without a network.

    ``sha256`` is the identity that adapters are bound to: of the GGUF the folder was converted
    from, otherwise of the weight files.
    """

    path: Path
    name: str
    sha256: str
