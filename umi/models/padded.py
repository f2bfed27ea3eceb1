"""Key-values of several sequences side by side, padded on the left to one length."""

from __future__ import annotations

import torch
from transformers import Cache

from umi.models.kv import GrowingCache, GrowingLayer


class PaddedLayer(GrowingLayer):
    """Rows that end at the same slot and then grow together, a token each; padding is zeros."""

    def __init__(self, rows: int, width: int) -> None:
        super().__init__()
        self._rows = rows
        self._width = width

    def place(self, row: int, keys: torch.Tensor, values: torch.Tensor) -> None:
        """Put one sequence, shapes (1, heads, tokens, head size), at the right end of a row."""
        if not self.is_initialized:
            self._grow(keys.expand(self._rows, -1, -1, -1), 0, self._width)
            # Masked or not, a padding slot takes part in products: it must hold numbers.
            self._buffer.zero_()
            self.keep(self._width)
        start = self._width - keys.shape[-2]
        self._buffer[0, row, :, start : self._width] = keys[0]
        self._buffer[1, row, :, start : self._width] = values[0]

    def drop(self, row: int) -> None:
        """Take a row out; the last one moves to its place."""
        length = self.get_seq_length()
        if row != self._buffer.shape[1] - 1:
            self._buffer[:, row] = self._buffer[:, -1]
        self._buffer = self._buffer[:, :-1]
        self.keep(length)


class PaddedCache(Cache):
    """The layers of ``rows`` sequences, none of them longer than ``width`` tokens when placed."""

    def __init__(self, layers: int, rows: int, width: int) -> None:
        self.width = width
        self._padded = [PaddedLayer(rows, width) for _ in range(layers)]
        super().__init__(layers=[*self._padded])

    def place(self, row: int, sequence: GrowingCache) -> None:
        """Copy a whole sequence into a row."""
        for layer, own in zip(self._padded, sequence.growing, strict=True):
            layer.place(row, *own.views(own.get_seq_length()))

    def copy_out(self, row: int, begin: int, end: int, sequence: GrowingCache) -> None:
        """Append a row's slots to a sequence."""
        for layer, own in zip(self._padded, sequence.growing, strict=True):
            keys, values = layer.views(end)
            own.update(keys[row, None, :, begin:], values[row, None, :, begin:])

    def drop(self, row: int) -> None:
        """Take a row out; the last one moves to its place."""
        for layer in self._padded:
            layer.drop(row)
