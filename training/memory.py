"""Memory that runs out, on whatever device, becomes a sentence with the way out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from umi.errors import TrainingError

_SIGNS = ("out of memory", "can't allocate memory", "cannot allocate memory", "bad_alloc")
"""What torch's allocators for GPU, CPU and Apple say; only some of them raise a type of their own."""


@contextmanager
def enough_memory(sentence: str) -> Iterator[None]:
    """While it lasts, running out of memory is a TrainingError with this sentence.

    Raises:
        TrainingError: memory ran out.
    """
    try:
        yield
    except (MemoryError, RuntimeError) as error:
        if not _is_memory(error):
            raise
        raise TrainingError(sentence) from error


def _is_memory(error: Exception) -> bool:
    return isinstance(error, MemoryError) or any(sign in str(error).lower() for sign in _SIGNS)
