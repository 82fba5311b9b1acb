"""Finds the system libraries Qt needs and installs the missing ones with apt."""

from __future__ import annotations

import importlib.util
import os
import platform
import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import TYPE_CHECKING

from launch.commands import watch
from launch.console import Stop, step

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

# The least PySide6 6.12 loads, found in a minimal Debian: shared object -> package.
LIBRARIES = {
    # any window, also one drawn off screen
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
    # an X11 screen
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    # a Wayland screen, and printers
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libcups.so.2": "libcups2",
}
OLDEST_GLIBC = (2, 34)  # of the wheels of PySide6 6.12
QUIET = ("env", "DEBIAN_FRONTEND=noninteractive", "LC_ALL=C")
INSTALL = ("apt-get", "install", "-y", "--no-install-recommends")
WAIT_FOR_LOCK = ("-o", "DPkg::Lock::Timeout=120")  # another package manager at work


def prepare_system() -> None:
    """Make sure that every system library and Python's venv module are there.

    Raises:
        Stop: something is missing and could not be installed.
    """
    if not sys.platform.startswith("linux"):
        return
    _refuse_old_glibc(platform.libc_ver())
    packages = packages_for(missing_libraries(_is_installed), python_parts())
    if not packages:
        return
    if not shutil.which("apt-get"):
        raise Stop(f"These system libraries are missing: {', '.join(packages)}.")
    prefix = rights(is_root=os.geteuid() == 0, sudo=_sudo(), packages=packages)
    with step(f"System libraries: {' '.join(packages)}") as current:
        _install(prefix, packages, current.note)
    left = packages_for(missing_libraries(_is_installed), python_parts())
    if left:
        raise Stop(f"Still missing after their installation: {', '.join(left)}.")


def missing_libraries(is_installed: Callable[[str], bool]) -> list[str]:
    """Return the shared objects that are not there."""
    return [name for name in LIBRARIES if not is_installed(name)]


def packages_for(libraries: Sequence[str], parts: Sequence[str]) -> list[str]:
    """Return the packages that bring `libraries`, and Python's missing `parts`."""
    packages = [LIBRARIES[name] for name in libraries]
    if parts:  # Debian keeps ensurepip, and a minimal Python's venv, in this one
        packages.append(f"python3.{sys.version_info.minor}-venv")
    return packages


def python_parts() -> list[str]:
    """Return the modules needed for an environment that this Python lacks."""
    importlib.invalidate_caches()
    return [part for part in ("venv", "ensurepip") if not _importable(part)]


def rights(*, is_root: bool, sudo: str, packages: Sequence[str]) -> tuple[str, ...]:
    """Return what stands before apt-get so that it may install.

    Args:
        is_root: we are the administrator.
        sudo: "free" (asks nothing), "asks" (a person can type a password) or "".
        packages: named in the line to run when nothing of this holds.

    Raises:
        Stop: an administrator must run one line first.
    """
    if is_root or sudo:
        return (*(() if is_root else ("sudo",)), *QUIET)
    line = f"apt-get update && {' '.join((*INSTALL, *packages))}"
    raise Stop(
        "System libraries are missing and this account may not install them; "
        f"as administrator (root) run once:\n    {line}"
    )


def sonames(listing: str) -> set[str]:
    """Return the shared objects named in the output of `ldconfig -p`."""
    return set(re.findall(r"^\s+(\S+) \(", listing, flags=re.MULTILINE))


def why_apt_failed(output: str) -> str:
    """Return one sentence for the failure that `output` of apt-get tells."""
    if re.search(r"No space left|enough free space", output):
        return "The system libraries could not be installed: the disk is full."
    if re.search(r"Temporary failure|Could not (resolve|connect)|timed out", output):
        return (
            "The system libraries could not be fetched: the package server of the "
            "distribution does not answer (no network?)."
        )
    errors = re.findall(r"^E: (.+)$", output, flags=re.MULTILINE)
    last = errors[0] if errors else "apt-get gave no reason"
    return f"The system libraries could not be installed: {last.rstrip('.')}."


def _refuse_old_glibc(found: tuple[str, str]) -> None:
    name, version = found
    numbers = tuple(int(part) for part in re.findall(r"\d+", version)[:2])
    if name != "glibc" or numbers < OLDEST_GLIBC:
        raise Stop(
            "SportSec needs a Linux with glibc 2.34 or newer (Debian 12, Ubuntu 22.04 "
            f"or later), and this one has {' '.join(found).strip() or 'none'}."
        )


def _is_installed(library: str) -> bool:
    return any((folder / library).exists() for folder in _FOLDERS) or (
        library in _known_to_loader()
    )


def _known_to_loader() -> set[str]:
    """Return what ldconfig knows: the second opinion, for unusual folders."""
    program = shutil.which("ldconfig") or "/sbin/ldconfig"
    if not Path(program).exists():
        return set()
    listing = subprocess.run(
        [program, "-p"], capture_output=True, text=True, errors="replace", check=False
    )
    return sonames(listing.stdout)


def _folders() -> list[Path]:
    triplet = sysconfig.get_config_var("MULTIARCH") or f"{platform.machine()}-linux-gnu"
    return [Path("/usr/lib", triplet), Path("/lib", triplet), Path("/usr/lib64")]


_FOLDERS = _folders()


def _importable(module: str) -> bool:
    return importlib.util.find_spec(module) is not None


def _sudo() -> str:
    if not shutil.which("sudo"):
        return ""
    free = subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False)
    if free.returncode == 0:
        return "free"
    return "asks" if sys.stdin.isatty() else ""


def _install(
    prefix: Sequence[str], packages: Sequence[str], note: Callable[[str], None]
) -> None:
    def on_line(line: str) -> None:
        if line.startswith(("Need to get", "Fetched")):
            note(line)

    # A dead third-party source must not stop us: only the installation decides.
    lists = watch([*prefix, "apt-get", *WAIT_FOR_LOCK, "update"], on_line)
    ended = watch([*prefix, *INSTALL, *WAIT_FOR_LOCK, *packages], on_line)
    if ended.code:
        raise Stop(why_apt_failed(lists.output + ended.output))
