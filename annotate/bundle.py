"""An adapter revision as one file to give away: its peft folder, data, gate and card, and how to redo it."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from annotate.adapters import Adapter, require_whole
from annotate.database import Database
from annotate.job_data import FILES
from annotate.job_results import job_folder
from annotate.lineage import lineage
from annotate.model_card import model_card, reproduce
from umi.errors import InputError
from umi.home import home
from umi.models.adapter_set import BACKBONE, NO_ADAPTERS, SHIPPED
from umi.models.manifest import MANIFEST, read_manifest
from umi.schema import Role

_PEFT = ("adapter_config.json", "adapter_model.safetensors", MANIFEST, "metrics.jsonl")


def bundle(database: Database, adapter: Adapter, path: Path) -> None:
    """Write ``path``, a zip with one folder named after the adapter, whole or not at all.

    Raises:
        InputError: files of its job are gone, or ``path`` cannot be written.
        ModelError: its weights are missing or damaged.
    """
    require_whole(adapter)
    job = job_folder(home(), adapter.job_id)
    try:
        told = json.loads((job / "job.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise InputError(
            f"The files of the job that made {adapter.id} are not in {job}: only where it was trained can it "
            "be bundled."
        ) from error
    partial = path.with_name(f".{path.name}.part")
    try:
        with zipfile.ZipFile(partial, "w", zipfile.ZIP_DEFLATED) as file:
            for name, source in _files(adapter, job, told):
                file.write(source, f"{adapter.id}/{name}")
            for name, text in _texts(database, adapter, job, told):
                file.writestr(f"{adapter.id}/{name}", text)
        partial.replace(path)
    except OSError as error:
        raise InputError(f"{path} cannot be written ({error.strerror}): name another file.") from error
    finally:
        partial.unlink(missing_ok=True)


def _files(adapter: Adapter, job: Path, told: dict[str, Any]) -> Iterator[tuple[str, Path]]:
    """Names in the bundle, and what is copied there."""
    for name in _PEFT:
        if (adapter.folder / name).is_file():
            yield name, adapter.folder / name
    for name in (*FILES.values(), "gate.json"):
        if (job / name).is_file():
            yield f"job/{name}", job / name
    chosen = _set(told, adapter)
    if chosen is not None:
        for folder in (BACKBONE, *Role):
            for file in sorted((chosen / folder).glob("*")):
                yield f"set/{folder}/{file.name}", file
        if (chosen / MANIFEST).is_file():
            yield f"set/{MANIFEST}", chosen / MANIFEST


def _texts(
    database: Database, adapter: Adapter, job: Path, told: dict[str, Any]
) -> Iterator[tuple[str, str]]:
    manifest = read_manifest(adapter.folder)
    yield "README.md", model_card(adapter, manifest, told, job / "gate.json", lineage(database, adapter.id))
    yield "REPRODUCE.md", reproduce(adapter, manifest, told)
    # Elsewhere this machine's folders mean nothing: the set lies beside, and nothing else is live.
    moved: dict[str, Any] = {
        "set": told.get("set") if _set(told, adapter) is None else "set",
        "live": {},
        "dev": None,
    }
    yield "job/job.json", json.dumps(told | moved, ensure_ascii=False, indent=1) + "\n"


def _set(told: dict[str, Any], adapter: Adapter) -> Path | None:
    """The folder of adapters that the training began with."""
    given = None if told.get("set") is None else Path(told["set"])
    if given is not None:
        return None if given == NO_ADAPTERS else given
    return SHIPPED if read_manifest(SHIPPED / BACKBONE).get("base_sha256") == adapter.base_hash else None
