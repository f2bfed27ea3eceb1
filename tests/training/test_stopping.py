"""Ctrl+C is never lost: neither before a training begins nor while it runs."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from threading import Event

import pytest

from training.stopping import noted_interrupt, stop_on_signal


@pytest.fixture(autouse=True)
def handlers() -> Iterator[None]:
    kinds = signal.SIGINT, signal.SIGTERM
    before = [signal.getsignal(kind) for kind in kinds]
    yield
    for kind, handler in zip(kinds, before, strict=True):
        signal.signal(kind, handler)


def test_an_interrupt_that_somebody_swallows_is_noted() -> None:
    stop = noted_interrupt()
    assert not stop.is_set()
    with pytest.raises(KeyboardInterrupt):
        signal.raise_signal(signal.SIGINT)
    assert stop.is_set()


@pytest.mark.parametrize("kind", [signal.SIGINT, signal.SIGTERM])
def test_the_first_signal_asks_and_the_second_ends(kind: signal.Signals) -> None:
    stop = stop_on_signal(Event())
    signal.raise_signal(kind)
    assert stop.is_set()
    with pytest.raises(KeyboardInterrupt):
        signal.raise_signal(kind)
