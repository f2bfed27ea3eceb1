"""Histories of a batch: read one by one, as far as nobody has read them yet, into rows side by side."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from threading import Event

from umi.models.adapters import Adapters
from umi.models.padded import PaddedCache
from umi.models.prefix import Line, PrefixCache
from umi.models.request import Request

Read = Callable[[list[int], Line, Event], list[int]]
"""Extends a line to these ids."""


class Histories:
    """Fills caches of batches. Owned by the generation worker."""

    def __init__(self, layers: int, adapters: Adapters, prefixes: PrefixCache, read: Read) -> None:
        """``layers`` is the number of attention layers of the model."""
        self._layers = layers
        self._adapters = adapters
        self._prefixes = prefixes
        self._read = read

    def of(self, requests: Sequence[Request]) -> tuple[PaddedCache, list[int]]:
        """A cache with the history of each request in a row, and how many tokens of each were at hand.

        Afterwards the model is under the adapter of these requests, which all have the same.

        Raises:
            Cancelled: a request's ``cancel`` was set.
        """
        width = max(len(request.history) for request in requests)
        cache = PaddedCache(self._layers, rows=len(requests), width=width)
        cached = [self._place(request, cache, index) for index, request in enumerate(requests)]
        self._adapters.use(requests[0].adapter)
        return cache, cached

    def _place(self, request: Request, cache: PaddedCache, index: int) -> int:
        reader = self._adapters.reader(request.adapter)
        self._adapters.use(reader)
        # A line is never taken with its last token, which here is one that follows the history.
        line = self._prefixes.take(reader, [*request.history, *request.invocation[:1]])
        cached = len(line.ids)
        self._read(request.history, line, request.cancel)
        cache.place(index, line.cache)
        line.keep(request.shared)
        self._prefixes.give_back(line)
        return cached
