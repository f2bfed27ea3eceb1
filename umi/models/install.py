"""Model folders under UMI_HOME: built under a lock, written whole or not at all, verified before use."""

from __future__ import annotations

import errno
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout
from pydantic import ValidationError

from umi.errors import ModelError
from umi.home import home
from umi.models.files import ModelFiles, Progress, megabytes, sha256_of
from umi.schema import Frozen

_RECORD = "source.json"
_UNFINISHED = ".unfinished-"


class FileRecord(Frozen):
    """Size in bytes and SHA-256 of one file as it was written."""

    size: int
    sha256: str


class Source(Frozen):
    """``source.json``: where a model came from (``sha256``: of the GGUF) and what its files must be."""

    name: str
    source: str
    sha256: str
    files: dict[str, FileRecord]


@dataclass(frozen=True)
class Recipe:
    """How to make a model folder.

    ``build`` gets an empty folder on the target's disk and a progress callback, and returns the
    finished model folder inside it; ``space`` is the free disk space it needs, in bytes.
    """

    name: str
    source: str
    sha256: str
    space: int
    build: Callable[[Path, Progress], Path]


def models_folder() -> Path:
    """``UMI_HOME/models``, created on demand."""
    folder = home() / "models"
    folder.mkdir(exist_ok=True)
    return folder


def install(recipe: Recipe, progress: Progress) -> ModelFiles:
    """The recipe's folder: as it is where it verifies, otherwise built anew by one process at a time.

    Raises:
        ModelError: no disk space, or what ``recipe.build`` raises.
    """
    folder = models_folder() / recipe.sha256[:16]
    progress(f"Checking {recipe.name}", None)
    if damage(folder) is not None:
        with _only_one(progress):
            _install_locked(recipe, folder, progress)
    return ModelFiles(folder, recipe.name, recipe.sha256)


def _install_locked(recipe: Recipe, folder: Path, progress: Progress) -> None:
    """Builds unless somebody else did while we waited for the lock."""
    broken = damage(folder)
    if broken is None:
        return
    if folder.exists():
        progress(f"The copy of {recipe.name} is damaged ({broken}) and is made again", None)
    _remove_unfinished(folder.parent)
    _require_space(recipe, folder.parent)
    with _disk_errors(recipe.name, folder.parent):
        _build(recipe, folder, progress)


def _build(recipe: Recipe, folder: Path, progress: Progress) -> None:
    """Works in a folder beside the target, so that the last step is a rename on one disk."""
    work = Path(tempfile.mkdtemp(prefix=_UNFINISHED, dir=folder.parent))
    try:
        built = recipe.build(work, progress)
        _write_record(recipe, built)
        shutil.rmtree(folder, ignore_errors=True)
        built.rename(folder)
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _write_record(recipe: Recipe, built: Path) -> None:
    files = {
        file.name: FileRecord(size=file.stat().st_size, sha256=sha256_of(file)) for file in built.iterdir()
    }
    source = Source(name=recipe.name, source=recipe.source, sha256=recipe.sha256, files=files)
    (built / _RECORD).write_text(source.model_dump_json(indent=2), encoding="utf-8")


def read_source(folder: Path) -> Source | None:
    """What an installed folder says of itself; None where it is not an installed one."""
    try:
        return Source.model_validate_json((folder / _RECORD).read_bytes())
    except (OSError, ValidationError):
        return None


def damage(folder: Path) -> str | None:
    """What is wrong with an installed folder; None where every file is as it was written."""
    source = read_source(folder)
    if source is None:
        return f"{_RECORD} is missing or unreadable"
    faults = (_fault(folder / name, record) for name, record in source.files.items())
    return next((fault for fault in faults if fault), None)


def _fault(file: Path, record: FileRecord) -> str | None:
    if not file.is_file():
        return f"{file.name} is missing"
    size = file.stat().st_size
    if size != record.size:
        return f"{file.name} has {size} bytes instead of {record.size}"
    return None if sha256_of(file) == record.sha256 else f"{file.name} has changed"


def installed() -> tuple[ModelFiles, ...]:
    """The models under UMI_HOME, by name."""
    found = ((folder, read_source(folder)) for folder in models_folder().iterdir() if folder.is_dir())
    models = [ModelFiles(folder, source.name, source.sha256) for folder, source in found if source]
    return tuple(sorted(models, key=lambda model: model.name))


@contextmanager
def _only_one(progress: Progress) -> Iterator[None]:
    """The lock is the system's own, so it is free again when its process dies."""
    lock = FileLock(models_folder() / ".lock")
    while not lock.is_locked:
        try:
            lock.acquire(timeout=0.25)
        except Timeout:
            progress("Waiting for another process that is preparing a model", None)
    try:
        yield
    finally:
        lock.release()


def _remove_unfinished(models: Path) -> None:
    """All writing happens under the lock, so what lies here while we hold it belongs to nobody."""
    for leftover in models.glob(f"{_UNFINISHED}*"):
        shutil.rmtree(leftover, ignore_errors=True)


def _require_space(recipe: Recipe, models: Path) -> None:
    free = shutil.disk_usage(models).free
    if free < recipe.space:
        raise ModelError(
            f"{recipe.name} needs {megabytes(recipe.space)} of disk space "
            f"and {models} has {megabytes(free)}: free some, or set UMI_HOME to a folder on a larger disk."
        )


@contextmanager
def _disk_errors(name: str, models: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno == errno.ENOSPC:
            sentence = (
                f"The disk of {models} is full, so {name} cannot be stored: free some or move UMI_HOME."
            )
        else:
            sentence = (
                f"{name} cannot be stored in {models} ({error.strerror}): check that it can be written."
            )
        raise ModelError(sentence) from error
