"""Installs the pinned and hashed Python packages into the environment."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

from launch.commands import watch
from launch.console import Stop, step

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from launch.environment import Environment, Kind

_NO_NETWORK = re.compile(
    r"NewConnectionError|NameResolutionError|Connect(ion)?(Timeout)?Error|ReadTimeout|"
    r"Temporary failure in name resolution|Network is unreachable|ProxyError"
)


def install_packages(environment: Environment, kind: Kind) -> None:
    """Install what the list of `kind` pins; nothing else is accepted by its hash.

    Raises:
        Stop: no network, no space, or a package that is not the listed one.
    """
    with step("Python packages") as current:
        command = pip_command(environment.python, environment.requirements(kind))
        ended = watch(command, _told(current.note), settings={"PIP_USER": "0"})
        log = environment.folder / "sportsec-setup.log"
        log.write_text(ended.output, encoding="utf-8")
        if ended.code:
            raise Stop(why_pip_failed(ended.output, str(log)))


def pip_command(python: Path, requirements: Path) -> list[str]:
    """Return the command that installs exactly the list."""
    # The list is complete, so pip need not resolve; wheels only: nothing is built.
    pip = [str(python), "-m", "pip", "install", "--no-deps", "--require-hashes"]
    quiet = ["--no-input", "--disable-pip-version-check", "--progress-bar", "off"]
    return [*pip, "--only-binary", ":all:", *quiet, "-r", str(requirements)]


def summary(line: str) -> str:
    """Return the line of progress that a line of pip's output is worth, or ''."""
    size = r"\(([\d.]+) MB\)"
    fetched = re.match(rf"\s*(Downloading|Using cached) (\S+?)-\d\S* {size}", line)
    if fetched:
        verb = "fetching" if fetched[1] == "Downloading" else "already here:"
        return f"{verb} {fetched[2]}, {fetched[3]} MB"
    if line.startswith("Installing collected packages:"):
        return f"installing {line.count(',') + 1} packages"
    if "Retrying" in line:
        return "the package index does not answer, trying again"
    return ""


def why_pip_failed(output: str, log: str) -> str:
    """Return one sentence for the failure that `output` of pip tells.

    Args:
        output: all that pip wrote.
        log: where it can be read in full.
    """
    begin = "The Python packages could not be installed: "
    if "No space left on device" in output:
        return f"{begin}the disk is full."
    if "DO NOT MATCH THE HASHES" in output:
        return f"{begin}a package is not the one listed (wrong hash), see {log}."
    if "CERTIFICATE_VERIFY_FAILED" in output:
        return f"{begin}the certificate of the package index is not trusted here."
    if _NO_NETWORK.search(output):
        return f"{begin}the package index does not answer (no network?)."
    absent = re.search(r"No matching distribution found for (\S+)", output)
    if absent:
        python = f"Python {sys.version_info[0]}.{sys.version_info[1]}"
        return f"{begin}the index has no {absent[1]} for {python} on this system."
    errors = re.findall(r"^ERROR: (.+)$", output, flags=re.MULTILINE)
    last = errors[-1].rstrip(".") if errors else "pip gave no reason"
    return f"{begin}{last}; see {log}."


def _told(note: Callable[[str], None]) -> Callable[[str], None]:
    told: set[str] = set()

    def on_line(line: str) -> None:
        text = summary(line)
        if text and text not in told:
            told.add(text)
            note(text)

    return on_line
