"""Where a model computes: the device and dtype this machine does best, and the memory used."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["cuda", "mps", "cpu"]
Dtype = Literal["bfloat16", "float16", "float32"]

_SHORT = {"bfloat16": "bf16", "float16": "fp16", "float32": "fp32"}


@dataclass(frozen=True)
class Device:
    """``kind`` is torch's device type, ``dtype`` the name of a torch dtype (``getattr(torch, dtype)``)."""

    kind: Kind
    dtype: Dtype

    @property
    def label(self) -> str:
        """For people: ``CPU bf16``."""
        return f"{self.kind.upper()} {_SHORT[self.dtype]}"
