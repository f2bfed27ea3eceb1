"""One thread that owns a loaded model: requests are served one at a time, in the order they came.

Adapter selection is global to a model, so two threads generating at once give wrong tokens
without an exception (DESIGN section 4). A run asks for one turn at a time, so first come,
first served is also fair between runs.
"""

from __future__ import annotations

import queue
import threading
from collections import deque
from collections.abc import Callable, Generator
from typing import Any, Generic, TypeVar

from umi.errors import ModelError
from umi.models.base import Waiting
from umi.schema import Token

Result = TypeVar("Result")
Emit = Callable[[Token], None]
_CLOSED = "The model was unloaded: load one, then try again."


class Job(Generic[Result]):
    """One piece of work for the worker; it emits tokens and ends with a result or an error."""

    def __init__(self, work: Callable[[Emit], Result]) -> None:
        self._work = work
        self._stopped = False
        self.news: queue.SimpleQueue[Token | None] = queue.SimpleQueue()
        self.error: BaseException | None = None
        self.result: Result

    def run(self) -> None:
        """Do the work; whatever goes wrong belongs to whoever asked for it."""
        try:
            self.result = self._work(self._emit)
        except BaseException as error:
            self.error = error
        finally:
            self.news.put(None)

    def _emit(self, token: Token) -> None:
        if self._stopped:
            raise ModelError(_CLOSED)
        self.news.put(token)

    def stop(self) -> None:
        """End at the next token."""
        self._stopped = True

    def refuse(self) -> None:
        """End without having run."""
        self.error = ModelError(_CLOSED)
        self.news.put(None)


class GenerationWorker:
    """The thread and its queue."""

    def __init__(self) -> None:
        self._jobs: deque[Job[Any]] = deque()
        self._changed = threading.Condition()
        self._closed = False
        self._thread = threading.Thread(target=self._serve, name="generation", daemon=True)
        self._thread.start()

    def submit(
        self, work: Callable[[Emit], Result], *, first: bool = False
    ) -> Generator[Waiting | Token, None, Result]:
        """Queue work; yields places while it waits and tokens while it runs, returns its result.

        ``first`` puts it before all that waits.

        Raises:
            ModelError: the worker was closed before the work began.
        """
        job = Job(work)
        with self._changed:
            if self._closed:
                raise ModelError(_CLOSED)
            # The first of the queue may be running.
            self._jobs.insert(1 if first else len(self._jobs), job)
            self._changed.notify_all()
        try:
            yield from self._follow(job)
        finally:
            # Whoever walks away in the middle leaves nothing running behind.
            job.stop()
        if job.error is not None:
            raise job.error
        return job.result

    def _follow(self, job: Job[Any]) -> Generator[Waiting | Token, None, None]:
        told = 0
        while True:
            try:
                token = job.news.get(timeout=0.1)
            except queue.Empty:
                place = self._place(job)
                if place != told:
                    told = place
                    yield Waiting(place)
                continue
            if token is None:
                return
            yield token

    def _place(self, job: Job[Any]) -> int:
        with self._changed:
            return self._jobs.index(job) if job in self._jobs else 0

    def close(self) -> None:
        """Refuse what waits, stop what runs at its next token, end the thread."""
        with self._changed:
            self._closed = True
            if self._jobs:
                self._jobs[0].stop()
            while len(self._jobs) > 1:
                self._jobs.pop().refuse()
            self._changed.notify_all()
        self._thread.join()

    def _serve(self) -> None:
        while (job := self._next()) is not None:
            job.run()
            with self._changed:
                self._jobs.popleft()

    def _next(self) -> Job[Any] | None:
        """The oldest job, left in the queue while it runs so that places count it; None once closed."""
        with self._changed:
            self._changed.wait_for(lambda: self._jobs or self._closed)
            return self._jobs[0] if self._jobs else None
