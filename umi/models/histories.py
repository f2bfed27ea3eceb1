"""Histories of a batch: read side by side, as far as nobody has read them yet, into the rows of a cache."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from threading import Event
from typing import NamedTuple

from transformers import PreTrainedModel

from umi.errors import Cancelled
from umi.models.adapters import Adapters
from umi.models.padded import PaddedCache
from umi.models.prefix import Line, PrefixCache, common_length
from umi.models.read_on import read_on
from umi.models.request import Request

Read = Callable[[list[int], Line, Event], list[int]]
"""Extends a line to these ids."""

_TOGETHER = 1024
"""Tokens read at once, padding included: on two cores 8 times 110 take 0.7 of what they take one by one."""
_SLOTS = 2**13
"""Rows read at once times the longest: 190 MB of key-values of the default model in bf16."""
_PADDED = 1.25
"""Tokens read at once to those that are no padding, at most."""
_ALIKE = 16
"""So many tokens that rows have in common are read in each of them rather than first and for all."""


class _Taken(NamedTuple):
    """A request with its line, to be read and put into a row."""

    row: int
    request: Request
    line: Line
    cached: int

    @property
    def unread(self) -> list[int]:
        return self.request.history[len(self.line.ids) :]


class Histories:
    """Fills caches of batches. Owned by the generation worker."""

    def __init__(
        self, backbone: PreTrainedModel, adapters: Adapters, prefixes: PrefixCache, read: Read
    ) -> None:
        self._backbone = backbone
        self._layers: int = backbone.config.get_text_config().num_hidden_layers
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
        cached = [0] * len(requests)
        self._adapters.use(self._adapters.reader(requests[0].adapter))
        for group in self._groups(requests):
            self._read_group(group)
            for taken in group:
                cached[taken.row] = taken.cached
                self._place(taken, cache)
        self._adapters.use(requests[0].adapter)
        return cache, cached

    def _groups(self, requests: Sequence[Request]) -> Iterator[list[_Taken]]:
        """Requests with their lines, none of which would find more at hand once the others were read."""
        group: list[_Taken] = []
        for row, request in enumerate(requests):
            taken = self._take(row, request)
            if group and not _joins(taken, group):
                self._give_back(taken.line)
                yield group
                group, taken = [], self._take(row, request)
            group.append(taken)
        yield group

    def _take(self, row: int, request: Request) -> _Taken:
        reader = self._adapters.reader(request.adapter)
        # A line is never taken with its last token, which here is one that follows the history.
        line = self._prefixes.take(reader, [*request.history, *request.invocation[:1]])
        return _Taken(row, request, line, len(line.ids))

    def _read_group(self, group: list[_Taken]) -> None:
        left = [taken for taken in group if taken.unread]
        if len(left) == 1:
            self._read(left[0].request.history, left[0].line, left[0].request.cancel)
        elif left:
            if left[0].request.cancel.is_set():
                raise Cancelled("The run was stopped.")
            read_on(self._backbone, [taken.line for taken in left], [taken.unread for taken in left])

    def _place(self, taken: _Taken, cache: PaddedCache) -> None:
        cache.place(taken.row, taken.line.cache)
        taken.line.keep(taken.request.shared)
        self._give_back(taken.line)

    def _give_back(self, line: Line) -> None:
        if line.ids:
            self._prefixes.give_back(line)


def _joins(taken: _Taken, group: list[_Taken]) -> bool:
    """Whether reading it with the others saves time: little padding, and nothing that one reads for it."""
    unread = [len(one.unread) for one in (*group, taken)]
    padded = len(unread) * max(unread)
    # A line that holds nothing has no place beside others.
    if not (taken.cached and group[0].cached) or padded > min(_TOGETHER, _PADDED * sum(unread)):
        return False
    if len(unread) * max(len(one.request.history) for one in (*group, taken)) > _SLOTS:
        return False
    known = taken.cached + _ALIKE
    return all(common_length(one.request.history, taken.request.history) <= known for one in group)
