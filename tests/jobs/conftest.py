"""Each test gets an empty UMI_HOME, and jobs that are closed behind it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from jobs_samples import behave, jobs_of

from annotate.jobs import Jobs
from annotate.store import Store


@pytest.fixture
def jobs(store: Store, umi_home: Path) -> Iterator[Jobs]:  # noqa: ARG001
    behave()
    made = jobs_of(store)
    yield made
    made.close()
