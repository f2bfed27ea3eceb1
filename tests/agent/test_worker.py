"""One thread for one model: first come, first served; places; errors and endings go to whom they belong."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from umi.errors import ModelError
from umi.models.base import Waiting
from umi.models.worker import Emit, GenerationWorker
from umi.schema import Token

TOKEN = Token(id=1, text="x", logprob=0.0)
CLOSED = "The model was unloaded: load one, then try again."
Work = Callable[[Emit], Any]


@pytest.fixture
def worker() -> Iterator[GenerationWorker]:
    worker = GenerationWorker()
    yield worker
    worker.close()


class Asker(threading.Thread):
    """Asks for work in a thread of its own and keeps what it is told."""

    def __init__(self, worker: GenerationWorker, work: Work) -> None:
        super().__init__(daemon=True)
        self.told: list[Waiting | Token] = []
        self.result: Any = None
        self.error: BaseException | None = None
        self._submitted = worker.submit(work)
        self.start()

    def run(self) -> None:
        try:
            self.result = yield_all(self._submitted, self.told)
        except BaseException as error:
            self.error = error

    def ended(self) -> bool:
        self.join(5)
        return not self.is_alive()


def yield_all(submitted: Any, told: list[Waiting | Token]) -> Any:
    while True:
        try:
            told.append(next(submitted))
        except StopIteration as end:
            return end.value


def until(condition: Callable[[], Any]) -> None:
    end = time.monotonic() + 5
    while not condition():
        assert time.monotonic() < end, "it did not happen within 5 seconds"
        time.sleep(0.005)


def holding(started: threading.Event, go: threading.Event) -> Work:
    """Work that begins, and ends when it may."""

    def work(emit: Emit) -> str:
        started.set()
        assert go.wait(10)
        emit(TOKEN)
        return "held"

    return work


def hold(worker: GenerationWorker) -> tuple[Asker, threading.Event]:
    """Somebody whom the worker serves until the event is set."""
    started, go = threading.Event(), threading.Event()
    asker = Asker(worker, holding(started, go))
    assert started.wait(5)
    return asker, go


def waiting(asker: Asker, place: int) -> Callable[[], bool]:
    return lambda: asker.told == [Waiting(place)]


def test_tokens_come_one_by_one_and_the_result_last(worker: GenerationWorker) -> None:
    tokens = [Token(id=n, text=str(n), logprob=0.0) for n in range(3)]

    def work(emit: Emit) -> str:
        for token in tokens:
            emit(token)
        return "done"

    told: list[Waiting | Token] = []
    assert yield_all(worker.submit(work), told) == "done"
    assert told == tokens


def test_all_work_is_done_in_one_thread_that_is_not_the_askers(worker: GenerationWorker) -> None:
    askers = [Asker(worker, lambda _emit: threading.get_ident()) for _ in range(3)]
    assert all(asker.ended() for asker in askers)
    (ident,) = {asker.result for asker in askers}
    assert ident != threading.get_ident()


def test_five_threads_are_served_in_the_order_they_came(worker: GenerationWorker) -> None:
    held, go = hold(worker)
    served: list[int] = []
    askers = []
    for number in range(5):
        askers.append(Asker(worker, lambda _emit, number=number: served.append(number)))
        # Its place says that it stands in the queue: one is being served, and those before it wait.
        until(waiting(askers[-1], number + 1))
    go.set()
    assert all(asker.ended() for asker in (held, *askers))
    assert served == [0, 1, 2, 3, 4]


def test_runs_that_ask_again_and_again_take_turns(worker: GenerationWorker) -> None:
    turns: list[str] = []
    together = threading.Barrier(2)

    def run(name: str) -> None:
        together.wait(5)
        for _ in range(4):
            for _ in worker.submit(lambda emit: (turns.append(name), time.sleep(0.02), emit(TOKEN))):
                pass

    threads = [threading.Thread(target=run, args=(name,)) for name in "ab"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(5)
    assert sorted(turns) == ["a"] * 4 + ["b"] * 4
    # Who has just been served stands at the end of the queue, so that nobody is served three times in a row.
    text = "".join(turns)
    assert "aaa" not in text
    assert "bbb" not in text


def test_the_place_is_told_whenever_it_changes(worker: GenerationWorker) -> None:
    first, go_first = hold(worker)
    started, go_second = threading.Event(), threading.Event()
    second = Asker(worker, holding(started, go_second))
    until(waiting(second, 1))
    third = Asker(worker, lambda emit: emit(TOKEN))
    until(waiting(third, 2))
    go_first.set()
    assert started.wait(5)
    until(lambda: third.told == [Waiting(2), Waiting(1)])
    until(lambda: second.told == [Waiting(1), Waiting(0)])
    go_second.set()
    assert all(asker.ended() for asker in (first, second, third))
    assert first.told == [TOKEN]
    assert third.told[-1] == TOKEN


def test_an_error_belongs_to_whoever_asked(worker: GenerationWorker) -> None:
    def crash(emit: Emit) -> None:
        emit(TOKEN)
        raise ZeroDivisionError("mine")

    held, go = hold(worker)
    broken, sound = Asker(worker, crash), Asker(worker, lambda _emit: "fine")
    go.set()
    assert all(asker.ended() for asker in (held, broken, sound))
    assert isinstance(broken.error, ZeroDivisionError)
    assert broken.told[-1] == TOKEN
    assert (sound.error, sound.result) == (None, "fine")


def test_even_an_attempt_to_leave_does_not_end_the_worker(worker: GenerationWorker) -> None:
    def leave(_emit: Emit) -> None:
        raise SystemExit(3)

    left = Asker(worker, leave)
    assert left.ended()
    assert isinstance(left.error, SystemExit)
    assert yield_all(worker.submit(lambda _emit: "still here"), []) == "still here"


def test_who_walks_away_is_stopped_and_blocks_nobody(worker: GenerationWorker) -> None:
    emitted = 0

    def endless(emit: Emit) -> None:
        nonlocal emitted
        while True:
            emit(TOKEN)
            emitted += 1
            time.sleep(0.001)

    abandoned = worker.submit(endless)
    assert next(abandoned) == TOKEN
    abandoned.close()
    after = Asker(worker, lambda _emit: "served")
    assert after.ended()
    assert after.result == "served"
    stopped_at = emitted
    time.sleep(0.05)
    assert emitted == stopped_at


def test_who_walks_away_while_waiting_blocks_nobody(worker: GenerationWorker) -> None:
    held, go = hold(worker)
    abandoned = worker.submit(lambda emit: [emit(TOKEN) for _ in iter(int, 1)])
    assert next(abandoned) == Waiting(1)
    after = Asker(worker, lambda _emit: "served")
    abandoned.close()
    go.set()
    assert held.ended()
    assert after.ended()
    assert after.result == "served"


def test_closing_stops_who_is_served_and_refuses_who_waits() -> None:
    worker = GenerationWorker()

    def endless(emit: Emit) -> None:
        while True:
            emit(TOKEN)
            time.sleep(0.001)

    running = Asker(worker, endless)
    until(lambda: running.told)
    ran: list[int] = []
    askers = [Asker(worker, lambda _emit: ran.append(1)) for _ in range(3)]
    until(lambda: all(any(isinstance(said, Waiting) for said in asker.told) for asker in askers))
    started = time.monotonic()
    worker.close()
    assert time.monotonic() - started < 2
    assert running.ended()
    for asker in askers:
        assert asker.ended()
    errors = [asker.error for asker in (running, *askers)]
    assert [type(error) for error in errors] == [ModelError] * 4
    assert {str(error) for error in errors} == {CLOSED}
    assert ran == []


def test_a_closed_worker_refuses_and_may_be_closed_again() -> None:
    worker = GenerationWorker()
    worker.close()
    worker.close()
    with pytest.raises(ModelError, match=CLOSED):
        next(worker.submit(lambda _emit: None))
    assert not worker._thread.is_alive()


def test_closing_while_many_ask_leaves_nobody_waiting() -> None:
    for _ in range(20):
        worker = GenerationWorker()
        askers = [Asker(worker, lambda emit: emit(TOKEN)) for _ in range(8)]
        worker.close()
        assert all(asker.ended() for asker in askers)
        assert all(asker.error is None or str(asker.error) == CLOSED for asker in askers)


def test_what_is_short_goes_before_all_that_waits(worker: GenerationWorker) -> None:
    go, order = threading.Event(), []
    running = Asker(worker, lambda _emit: go.wait(5))
    waiting = [Asker(worker, lambda _emit, at=at: order.append(at)) for at in range(3)]
    until(lambda: all(asker.told for asker in waiting))
    short = threading.Thread(
        target=lambda: yield_all(worker.submit(lambda _emit: order.append("short"), first=True), [])
    )
    short.start()
    until(lambda: len(worker._jobs) == 5)
    go.set()
    short.join(5)
    assert all(asker.ended() for asker in (running, *waiting))
    assert order == ["short", 0, 1, 2]
