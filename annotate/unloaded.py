"""The model of a command that trains or promotes: known by its files, never read into memory."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from umi.models.adapter_set import adapters_for
from umi.models.catalog import resolve
from umi.models.device import Device
from umi.models.files import Progress, sha256_of
from umi.models.manifest import WEIGHTS, require_base
from umi.schema import ModelSet, Role


class Unloaded:
    """What ``annotate.adapters`` asks of a model: adapters are checked against it, and nothing is written."""

    device = Device("cpu", "float32")

    def __init__(self, models: ModelSet, set_folder: Path | None) -> None:
        self.own: Mapping[Role, str] = {}
        self.models = models
        self.set_folder = set_folder

    @classmethod
    def find(cls, name: str | None, set_folder: Path | None, progress: Progress) -> Unloaded:
        """The model that ``load_model`` would load.

        Raises:
            ModelError: see there.
        """
        files = resolve(name, progress)
        chosen = adapters_for(files, set_folder)
        backbone = chosen.backbone if chosen else None
        backbone_hash = None if backbone is None else sha256_of(backbone / WEIGHTS)
        models = ModelSet(base=files.name, base_hash=files.sha256, backbone_hash=backbone_hash)
        return cls(models, set_folder)

    def has_adapter(self, name: str) -> bool:
        """None is ever loaded."""
        del name
        return False

    def add_adapter(self, name: str, folder: Path) -> None:
        """Only see that it fits.

        Raises:
            ModelError: it was trained on another base or backbone.
        """
        del name
        require_base(folder, self.models.base_hash, self.models.backbone_hash)

    def point(self, adapters: Mapping[Role, str]) -> None:
        """Say what would write."""
        self.models = self.models.model_copy(update={"adapters": dict(adapters)})

    def close(self) -> None:
        """Holds nothing."""
