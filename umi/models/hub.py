"""Models of the Hugging Face hub: downloaded once into its own cache, offline afterwards."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from huggingface_hub import constants, snapshot_download
from huggingface_hub.errors import (
    DryRunError,
    GatedRepoError,
    HFValidationError,
    LocalEntryNotFoundError,
    RepositoryNotFoundError,
)
from huggingface_hub.file_download import DryRunFileInfo, repo_folder_name
from huggingface_hub.utils.tqdm import disable_progress_bars

from umi.errors import ModelError
from umi.models.files import Progress, megabytes
from umi.models.folder import check, require_causal
from umi.models.process import last_line, run

PATTERNS = [
    "config.json",
    "generation_config.json",
    "*token*",
    "vocab*",
    "merges.txt",
    "*.jinja",
    "model*.safetensors*",
]
"""What loading needs; pickled weights and code are never fetched."""

_LOCAL = "or pass --model FOLDER with a model that lies on this machine"


def snapshot(repo: str, progress: Progress) -> Path:
    """Folder of the model ``org/name``; asks the network only where the cache lacks a file.

    Raises:
        ModelError: there is no such model, no access, no network, no disk space; or it is no causal LM.
    """
    disable_progress_bars()
    try:
        return _cached(repo)
    except (LocalEntryNotFoundError, ModelError):
        _download(repo, progress)
    return _cached(repo)


def _cached(repo: str) -> Path:
    """What the cache holds, checked: another program may have fetched only a part."""
    path = Path(snapshot_download(repo, allow_patterns=PATTERNS, local_files_only=True))
    check(path)
    return path


def _download(repo: str, progress: Progress) -> None:
    """In a child, so that it can be stopped at once and prints nowhere."""
    progress(f"Asking {constants.ENDPOINT} for {repo}", None)
    missing = sum(file.file_size or 0 for file in _listing(repo) if file.will_download)
    blobs = Path(constants.HF_HUB_CACHE, repo_folder_name(repo_id=repo, repo_type="model"), "blobs")
    _require_space(repo, missing)
    require_causal(Path(snapshot_download(repo, allow_patterns=["config.json"])))
    before = _size(blobs)

    def tick(_output: str) -> None:
        done = _size(blobs) - before
        sizes = f"{megabytes(done)} of {megabytes(missing)}"
        progress(f"Downloading {repo}: {sizes}", min(1.0, done / missing) if missing else None)

    command = [sys.executable, "-m", "umi.models.hub", repo]
    with tempfile.TemporaryDirectory() as work:
        code, output = run(command, Path(work, "hub.log"), tick, {})
    if code != 0:
        raise ModelError(f"{repo} cannot be downloaded ({last_line(output)}): try again, {_LOCAL}.")


def _listing(repo: str) -> list[DryRunFileInfo]:
    try:
        return snapshot_download(repo, allow_patterns=PATTERNS, dry_run=True)
    except (DryRunError, HFValidationError, OSError) as error:
        raise ModelError(_refusal(repo, error)) from error


def _refusal(repo: str, error: Exception) -> str:
    """huggingface_hub hangs the server's answer behind a DryRunError."""
    cause = error.__cause__ or error
    if isinstance(cause, GatedRepoError):
        return (
            f"{repo} asks for its licence to be accepted: do so on its page and log in with `hf auth login`."
        )
    if isinstance(cause, RepositoryNotFoundError | HFValidationError):
        return f"There is neither a folder {repo} here nor a model of that name for you on the hub: check it."
    return (
        f"There is no folder {repo} here and the hub {constants.ENDPOINT} does not answer: "
        f"check the network, {_LOCAL}."
    )


def _require_space(repo: str, missing: int) -> None:
    cache = Path(constants.HF_HUB_CACHE)
    cache.mkdir(parents=True, exist_ok=True)
    free = shutil.disk_usage(cache).free
    if free < missing:
        raise ModelError(
            f"{repo} needs {megabytes(missing)} of disk space and {cache} has {megabytes(free)}: "
            "free some, or set HF_HOME to a folder on a larger disk."
        )


def _size(blobs: Path) -> int:
    try:
        return sum(file.stat().st_size for file in blobs.iterdir())
    except FileNotFoundError:
        # Not begun yet, or a file got its final name between listing and asking.
        return 0


if __name__ == "__main__":
    snapshot_download(sys.argv[1], allow_patterns=PATTERNS)
