"""Where everything that must outlive the program lives: ``UMI_HOME``."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from platformdirs import user_data_dir

from umi.errors import UmiError


def home() -> Path:
    """The absolute state folder, created on demand: ``UMI_HOME``, else the platform's user data folder.

    Raises:
        UmiError: the folder cannot be created or written.
    """
    # absolute() and not resolve(): a link stays the name that the user knows.
    folder = Path(os.environ.get("UMI_HOME") or user_data_dir("umi-studio")).expanduser().absolute()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        tempfile.TemporaryFile(dir=folder).close()
    except OSError as error:
        raise UmiError(
            f"The folder {folder} cannot be written ({error.strerror}): set UMI_HOME to one that can."
        ) from error
    return folder
