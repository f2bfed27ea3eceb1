"""Key-values that grow in place and are cropped or copied for next to nothing."""

from __future__ import annotations

from typing import Any

import torch
from transformers import Cache
from transformers.cache_utils import DynamicLayer

_ROOM = 256


class GrowingLayer(DynamicLayer):
    """A layer that writes into a buffer with room to grow, where DynamicLayer copies all of it per token.

    On a 2-core CPU that copy was 37 % of the time of a decoded token. The buffer has the shape
    (2: keys and values, rows, heads, room, head size); ``keys`` and ``values`` are views of its first tokens.
    """

    def __init__(self) -> None:
        # The base class would set these and nothing else.
        self.keys = self.values = None
        self.is_initialized = False
        self._buffer = torch.empty(0)

    def update(
        self, key_states: torch.Tensor, value_states: torch.Tensor, *_args: Any, **_kwargs: Any
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """Append, and return views of everything so far, shape (rows, heads, tokens, head size)."""
        start = self.get_seq_length()
        end = start + key_states.shape[-2]
        if not self.is_initialized or end > self._buffer.shape[-2]:
            self._grow(key_states, start, end)
        self._buffer[0, :, :, start:end] = key_states
        self._buffer[1, :, :, start:end] = value_states
        return self.keep(end)

    def _grow(self, like: torch.Tensor, start: int, end: int) -> None:
        room = _ROOM * (end * 5 // 4 // _ROOM + 1)
        buffer = like.new_empty((2, *like.shape[:2], room, like.shape[-1]))
        if start:
            buffer[..., :start, :] = self._buffer[..., :start, :]
        self._buffer = buffer
        self.dtype, self.device, self.is_initialized = like.dtype, like.device, True

    def keep(self, length: int) -> tuple[torch.Tensor, torch.Tensor]:
        """Forget everything after the first ``length`` tokens; returns the views that are left."""
        keys, values = self.views(length)
        self.keys, self.values = keys, values
        return keys, values

    def views(self, length: int) -> tuple[torch.Tensor, torch.Tensor]:
        """Views of the first ``length`` tokens; the layer stays as it is."""
        return self._buffer[0, :, :, :length], self._buffer[1, :, :, :length]

    @property
    def nbytes(self) -> int:
        """Bytes held, room to grow included."""
        return self._buffer.nbytes if self.is_initialized else 0


class GrowingCache(Cache):
    """The layers of one sequence; full attention in every layer (a sliding window is the mask's business)."""

    def __init__(self, layers: int) -> None:
        self.growing = [GrowingLayer() for _ in range(layers)]
        super().__init__(layers=[*self.growing])

    def keep(self, length: int) -> None:
        """Forget everything after the first ``length`` tokens."""
        for layer in self.growing:
            layer.keep(length)

    def copy(self, length: int) -> GrowingCache:
        """A cache of its own with the first ``length`` tokens."""
        other = GrowingCache(len(self.growing))
        for own, its in zip(self.growing, other.growing, strict=True):
            its.update(*own.views(length))
        return other

    @property
    def nbytes(self) -> int:
        """Bytes held."""
        return sum(layer.nbytes for layer in self.growing)
