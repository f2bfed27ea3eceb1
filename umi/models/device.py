"""Where a model computes: the device and dtype this machine does best, and the memory used."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import psutil

Kind = Literal["cuda", "mps", "cpu"]
Dtype = Literal["bfloat16", "float16", "float32"]

_SHORT = {"bfloat16": "bf16", "float16": "fp16", "float32": "fp32"}
_NATIVE_BF16 = ("avx512_bf16", "amx_bf16", "bf16")
"""Names in ``torch.cpu.get_capabilities()``: two of x86, one of ARM. Elsewhere bf16 is emulated and slow."""


@dataclass(frozen=True)
class Device:
    """``kind`` is torch's device type, ``dtype`` the name of a torch dtype (``getattr(torch, dtype)``)."""

    kind: Kind
    dtype: Dtype

    @property
    def label(self) -> str:
        """For people: ``CPU bf16``."""
        return f"{self.kind.upper()} {_SHORT[self.dtype]}"

    @property
    def item_bytes(self) -> int:
        """Memory of one weight."""
        return 4 if self.dtype == "float32" else 2


def best_device() -> Device:
    """The fastest device here, with the 16-bit dtype it computes natively (a CPU without one: fp32)."""
    import torch

    if torch.cuda.is_available():
        native = torch.cuda.is_bf16_supported(including_emulation=False)
        return Device("cuda", "bfloat16" if native else "float16")
    if torch.backends.mps.is_available():
        return Device("mps", "bfloat16" if _mps_has_bf16() else "float16")
    capabilities = torch.cpu.get_capabilities()
    native = any(capabilities.get(name, False) for name in _NATIVE_BF16)
    return Device("cpu", "bfloat16" if native else "float32")


def _mps_has_bf16() -> bool:
    """macOS before 14 refuses to make such a tensor."""
    import torch

    try:
        torch.zeros(1, dtype=torch.bfloat16, device="mps")
    except (TypeError, RuntimeError):
        return False
    return True


def memory_used(device: Device) -> int:
    """Bytes: on a GPU what torch has allocated, on the CPU this process's resident memory."""
    if device.kind == "cpu":
        return int(psutil.Process().memory_info().rss)
    import torch

    return torch.cuda.memory_allocated() if device.kind == "cuda" else torch.mps.current_allocated_memory()


def memory_total(device: Device) -> int:
    """Bytes of the GPU's memory, or of the machine's (which MPS shares)."""
    if device.kind != "cuda":
        return int(psutil.virtual_memory().total)
    import torch

    return torch.cuda.mem_get_info()[1]


def memory_free(device: Device) -> int:
    """Bytes that a model could still take."""
    if device.kind != "cuda":
        return int(psutil.virtual_memory().available)
    import torch

    return torch.cuda.mem_get_info()[0]


def give_back_memory(device: Device) -> None:
    """Returns what torch keeps for later allocations to the driver; the CPU's allocator keeps nothing."""
    if device.kind == "cpu":
        return
    import torch

    if device.kind == "cuda":
        torch.cuda.empty_cache()
    elif device.kind == "mps":
        torch.mps.empty_cache()
