"""A folder of adapters as training writes it: the backbone's, one per role, and how the roles speak."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from umi.errors import ModelError
from umi.models.files import ModelFiles
from umi.models.manifest import WEIGHTS, read_manifest
from umi.schema import Role

SHIPPED = Path(__file__).parents[2] / "assets" / "adapters"
"""Where adapters that come with the project lie, all of one base; the folder may be missing."""

NO_ADAPTERS = Path("none")
"""What ``--adapters`` takes for the model as it is."""

BACKBONE = "backbone"


@dataclass(frozen=True)
class AdapterSet:
    """Adapter folders that belong together; a role without one is the backbone's own.

    ``voice`` is the name under which all roles speak, where one model learnt them undivided; ``copying``
    says that every text of the calls they learnt from stood in the rationale before.
    """

    backbone: Path | None
    roles: Mapping[Role, Path]
    voice: str | None
    copying: bool


def read_adapters(folder: Path) -> AdapterSet:
    """What a folder holds.

    Raises:
        ModelError: it holds no adapter, or a manifest that cannot be read.
    """
    roles = {role: folder / role for role in Role if (folder / role / WEIGHTS).is_file()}
    backbone = folder / BACKBONE if (folder / BACKBONE / WEIGHTS).is_file() else None
    if not roles and backbone is None:
        raise ModelError(
            f"The folder {folder} holds no adapter: it needs a folder backbone, planner, caller or "
            f"summarizer with an {WEIGHTS} in it."
        )
    about = read_manifest(folder)
    return AdapterSet(backbone, roles, about.get("voice"), about.get("copying", False))


def adapters_for(files: ModelFiles, folder: Path | None) -> AdapterSet | None:
    """Those of ``folder``; without one, those that come with the project if this is their base.

    Raises:
        ModelError: see ``read_adapters``.
    """
    if folder == NO_ADAPTERS:
        return None
    if folder is not None:
        return read_adapters(folder)
    fits = read_manifest(SHIPPED / BACKBONE).get("base_sha256") == files.sha256
    return read_adapters(SHIPPED) if fits else None
