"""What a training of one adapter depends on besides data and base."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Literal

AdapterType = Literal["alora", "lora"]


@dataclass(frozen=True)
class Settings:
    """Defaults are DESIGN section 4's recipe for models below 1B parameters.

    ``batch`` counts rows (turns of a role; whole trajectories for a backbone) per step,
    ``batch_tokens`` how many padded tokens are computed at once. Every ``valid_every`` steps (but at
    most eight times an epoch) and at each epoch's end the held-out rows are measured; after
    ``patience`` measurements without a better one the training ends. ``cache_bytes`` bounds the
    prefixes kept across epochs. A part of an epoch reads that part of its batches. The B matrices of a
    LoRA learn at ``rate_of_b`` times the rate (LoRA+, arXiv 2402.12354).
    """

    rank: int = 16
    alpha: int = 32
    learning_rate: float = 2e-4
    rate_of_b: float = 8.0
    epochs: float = 1
    batch: int = 8
    batch_tokens: int = 4096
    seed: int = 0
    valid_every: int = 100
    patience: int = 3
    save_seconds: float = 60.0
    cache_bytes: int = 2**31

    def as_json(self) -> dict[str, Any]:
        """For the manifest."""
        return asdict(self)

    def deciding(self) -> dict[str, Any]:
        """Those that the trained weights depend on (beyond rounding: ``batch_tokens``)."""
        free = ("batch_tokens", "save_seconds", "cache_bytes")
        return {key: value for key, value in asdict(self).items() if key not in free}
