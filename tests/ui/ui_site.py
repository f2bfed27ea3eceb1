"""What the fixture ``serve`` returns, and a port to serve on."""

from __future__ import annotations

import socket
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from annotate.runner import Runner
from annotate.store import Store
from umi.models.holder import ModelHolder
from umi.tools.base import Tool


@dataclass
class Site:
    """A running app and what stands behind it."""

    url: str
    store: Store
    runner: Runner
    tools: list[Tool]
    holder: ModelHolder[Any]


def free_port() -> int:
    """One that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


Serve = Callable[..., Site]
