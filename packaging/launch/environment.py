"""Makes the Python environment of this checkout and knows whether it is complete."""

from __future__ import annotations

import hashlib
import platform
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from launch.commands import watch
from launch.console import Stop, step

Kind = Literal["run", "dev"]

# Measured: 460 and 640 MB installed; the rest is what pip holds meanwhile.
SPACE_NEEDED_MB: dict[Kind, int] = {"run": 700, "dev": 900}

# Raise it when the set-up itself changes, so that old environments are set up again.
SETUP_VERSION = 1
REQUIREMENTS: dict[Kind, str] = {
    "run": "requirements.txt",
    "dev": "requirements-dev.txt",
}


@dataclass(frozen=True)
class Environment:
    """The checkout at `root` and the environment inside it."""

    root: Path

    @property
    def folder(self) -> Path:
        """Where the environment is."""
        return self.root / ".venv"

    @property
    def python(self) -> Path:
        """The interpreter of the environment."""
        if sys.platform == "win32":
            return self.folder / "Scripts" / "python.exe"
        return self.folder / "bin" / "python"

    def requirements(self, kind: Kind) -> Path:
        """Return the pinned list of packages for running or for developing."""
        return self.root / "packaging" / REQUIREMENTS[kind]

    def stamp(self, kind: Kind) -> Path:
        """Return the file that says what was installed completely."""
        return self.folder / f"sportsec-{kind}.stamp"


def here() -> Environment:
    """Return the environment of the checkout this file lies in."""
    return Environment(Path(__file__).resolve().parents[2])


def fingerprint(requirements: bytes, version: tuple[int, int]) -> str:
    """Return what must be unchanged for an installation to be still good.

    Args:
        requirements: the pinned list, as read from its file.
        version: major and minor number of the Python that starts us.
    """
    facts = (SETUP_VERSION, version, platform.machine())
    return hashlib.sha256(repr(facts).encode() + requirements).hexdigest()


def is_complete(environment: Environment, kind: Kind) -> bool:
    """Say whether the packages of `kind` are installed, in full and as listed."""
    try:
        written = environment.stamp(kind).read_text(encoding="ascii")
    except OSError:
        return False
    return written == _fingerprint_now(environment, kind) and (
        environment.python.exists()
    )


def declare_complete(environment: Environment, kind: Kind) -> None:
    """Remember that the packages of `kind` are installed (dev holds those of run)."""
    kinds: tuple[Kind, ...] = ("run", "dev") if kind == "dev" else ("run",)
    for each in kinds:
        text = _fingerprint_now(environment, each)
        environment.stamp(each).write_text(text, encoding="ascii")


def declare_unfinished(environment: Environment) -> None:
    """Forget what is installed, before anything is changed in it."""
    for kind in REQUIREMENTS:
        environment.stamp(kind).unlink(missing_ok=True)


def refuse_small_disk(free_bytes: int, kind: Kind) -> None:
    """Stop before the work when the disk cannot hold the packages."""
    free_mb = free_bytes // 1_000_000
    if free_mb < SPACE_NEEDED_MB[kind]:
        raise Stop(
            f"The Python packages need {SPACE_NEEDED_MB[kind]} MB of free disk space, "
            f"and there are {free_mb} MB."
        )


def make_environment(environment: Environment, kind: Kind) -> None:
    """Keep a working environment of this Python; make it anew otherwise.

    Raises:
        Stop: it could not be made, or the disk is too small for the packages.
    """
    if _works(environment):
        return
    with step("Python environment in .venv"):
        _remove(environment.folder)
        refuse_small_disk(shutil.disk_usage(environment.root).free, kind)
        ended = watch([_base_python(), "-m", "venv", str(environment.folder)])
        if ended.code:
            last = ended.output.strip().splitlines()[-1:] or ["no reason given"]
            raise Stop(f"The Python environment could not be made: {last[0]}")


def _fingerprint_now(environment: Environment, kind: Kind) -> str:
    listed = environment.requirements(kind).read_bytes()
    return fingerprint(listed, sys.version_info[:2])


def _works(environment: Environment) -> bool:
    """Say whether the environment is whole, in its place and of this Python."""
    if not environment.python.exists():
        return False
    question = "import sys, pip; print(*sys.version_info[:2], sys.prefix)"
    try:
        ended = watch([str(environment.python), "-c", question])
    except Stop:
        return False
    expected = f"{sys.version_info[0]} {sys.version_info[1]} {environment.folder}"
    return ended.code == 0 and ended.output.strip() == expected


def _remove(folder: Path) -> None:
    if folder.is_symlink() or folder.is_file():
        folder.unlink()
    elif folder.exists():
        shutil.rmtree(folder)


def _base_python() -> str:
    """Return the Python outside any environment: ours may be about to be removed."""
    return getattr(sys, "_base_executable", None) or sys.executable
