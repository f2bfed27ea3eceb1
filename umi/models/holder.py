"""The one model in memory: loaded and unloaded in the background while the page stays usable."""

from __future__ import annotations

import gc
import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Generic, Literal, Protocol, TypeVar

from umi.errors import Cancelled, ModelError, UmiError
from umi.models.device import Device, give_back_memory, memory_total, memory_used
from umi.models.files import Progress
from umi.schema import ModelSet

Phase = Literal["empty", "loading", "ready", "failed"]

_CPU = Device("cpu", "float32")
"""Stands for the process itself until a model says where it computes."""


class Loaded(Protocol):
    """What the holder needs of a model."""

    @property
    def device(self) -> Device:
        """Where it computes."""

    @property
    def models(self) -> ModelSet:
        """The base and the adapters that write."""

    def close(self) -> None:
        """Ends a running generation and drops the weights."""


ModelT = TypeVar("ModelT", bound=Loaded)


@dataclass(frozen=True)
class Status:
    """For the page.

    ``name`` is what was asked for (None: the default model). ``message`` is the progress or
    the error as a sentence, ``fraction`` 0 to 1 where known, memory in bytes, ``seconds`` what
    the load took. ``device`` is a label such as ``CPU bf16``, once a model is loaded, as ``models`` is.
    """

    phase: Phase = "empty"
    name: str | None = None
    message: str = "No model is loaded."
    fraction: float | None = None
    device: str | None = None
    models: ModelSet | None = None
    memory_bytes: int = 0
    memory_total_bytes: int = 0
    seconds: float | None = None


class ModelHolder(Generic[ModelT]):
    """Holds at most one model; ``load`` and ``unload`` return at once, the newest of them wins."""

    def __init__(self, load: Callable[[str | None, Progress], ModelT]) -> None:
        self._load = load
        self._changed = threading.Condition()
        self._one_load = threading.Lock()
        self._status = Status()
        self._model: ModelT | None = None
        self._device = _CPU
        self._request = 0

    def status(self) -> Status:
        """How it stands now, with memory measured now."""
        with self._changed:
            status, device, model = self._status, self._device, self._model
        if model is not None:
            # Its adapters may have been pointed elsewhere since it was loaded.
            status = replace(status, models=model.models)
        return replace(status, memory_bytes=memory_used(device), memory_total_bytes=memory_total(device))

    def load(self, name: str | None = None) -> None:
        """Starts loading in the background, in place of what is loaded or being loaded."""
        request = self._replace(Status("loading", name, "Preparing the model"))
        threading.Thread(target=self._work, args=(request, name), name="load-model", daemon=True).start()

    def unload(self) -> None:
        """Frees the model's memory; a load under way ends at its next report of progress."""
        self._replace(Status())

    def wait(self) -> ModelT:
        """The model, once it is ready.

        Raises:
            ModelError: loading failed, or nothing is loaded or being loaded.
        """
        with self._changed:
            self._changed.wait_for(lambda: self._status.phase != "loading")
            if self._model is None:
                raise ModelError(self._status.message)
            return self._model

    def loaded(self) -> ModelT | None:
        """The model, if one is ready now."""
        with self._changed:
            return self._model

    def _replace(self, status: Status) -> int:
        """Makes way for what comes next; returns its number."""
        with self._changed:
            old, self._model = self._model, None
            self._request += 1
            request = self._request
            self._status = status
            self._changed.notify_all()
        if old is not None:
            old.close()
            del old
            self._free()
        return request

    def _work(self, request: int, name: str | None) -> None:
        with self._one_load:
            started = time.monotonic()
            try:
                model = self._load(name, lambda *report: self._report(request, *report))
            except Cancelled:
                self._free()
            except UmiError as error:
                self._fail(request, name, str(error))
            except Exception as error:
                # A thread's last stop: without it the page would say "loading" for ever.
                logging.getLogger(__name__).exception("Loading %s failed", name)
                self._fail(request, name, f"The model cannot be loaded ({type(error).__name__}: {error}).")
            else:
                self._keep(request, name, model, time.monotonic() - started)

    def _report(self, request: int, message: str, fraction: float | None) -> None:
        with self._changed:
            if request != self._request:
                raise Cancelled("Loading was stopped.")
            self._status = replace(self._status, message=message, fraction=fraction)

    def _fail(self, request: int, name: str | None, message: str) -> None:
        self._free()
        with self._changed:
            if request == self._request:
                self._status = Status("failed", name, message)
                self._changed.notify_all()

    def _keep(self, request: int, name: str | None, model: ModelT, seconds: float) -> None:
        """Keeps the model, unless somebody asked for something else while it was loading."""
        with self._changed:
            wanted = request == self._request
            if wanted:
                self._model, self._device = model, model.device
                self._status = Status("ready", name, "Ready", 1.0, model.device.label, seconds=seconds)
                self._changed.notify_all()
        if not wanted:
            model.close()

    def _free(self) -> None:
        gc.collect()
        give_back_memory(self._device)
