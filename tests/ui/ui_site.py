"""What the fixture ``serve`` returns."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from annotate.runner import Runner
from annotate.store import Store
from umi.tools.base import Tool


@dataclass
class Site:
    """A running app and what stands behind it."""

    url: str
    store: Store
    runner: Runner
    tools: list[Tool]


Serve = Callable[..., Site]
