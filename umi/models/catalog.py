"""What ``--model NAME`` means: nothing for the default, a folder, a .gguf file, or a hub id."""

from __future__ import annotations

import re
from pathlib import Path

from umi.errors import ModelError
from umi.models import folder, hub
from umi.models.convert import gguf_recipe
from umi.models.fetch import default_recipe
from umi.models.files import ModelFiles, Progress
from umi.models.install import damage, install, read_source

_HUB_ID = re.compile(r"[\w.-]+/[\w.-]+")


def resolve(name: str | None, progress: Progress) -> ModelFiles:
    """The model's files on this machine, fetched, converted and verified where needed.

    Raises:
        ModelError: the name means nothing, or the model cannot be had or is damaged.
    """
    if name is None:
        return install(default_recipe(), progress)
    path = Path(name).expanduser()
    if name.strip() and path.is_dir():
        return _local(path.absolute(), progress)
    if path.suffix.lower() == ".gguf":
        progress(f"Checking {path.name}", None)
        return install(gguf_recipe(path), progress)
    if _HUB_ID.fullmatch(name) and not path.exists():
        return _hub(name, progress)
    raise ModelError(
        f"There is no model {name!r}: pass a folder that holds one, a .gguf file, or a hub id (org/name)."
    )


def _local(path: Path, progress: Progress) -> ModelFiles:
    """A folder that was installed keeps the identity of the GGUF it came from."""
    folder.check(path)
    progress(f"Checking {path.name}", None)
    source = read_source(path)
    if source is None:
        return ModelFiles(path, path.name, folder.weights_sha256(path))
    broken = damage(path)
    if broken is not None:
        raise ModelError(f"The model folder {path} is damaged ({broken}): delete it and make it again.")
    return ModelFiles(path, source.name, source.sha256)


def _hub(name: str, progress: Progress) -> ModelFiles:
    path = hub.snapshot(name, progress)
    progress(f"Checking {name}", None)
    return ModelFiles(path, name, folder.weights_sha256(path))
