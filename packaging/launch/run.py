"""The command that starts the program, or shows what it does where no screen is."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from launch.commands import watch
from launch.console import Stop, guarded, step
from launch.environment import here
from launch.setup import set_up

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from launch.environment import Environment

LANGUAGES = ("ar", "fr", "en")


def run(arguments: Sequence[str]) -> int:
    """Set up if need be, then start the program with `arguments`."""

    def work() -> int:
        environment = here()
        set_up(environment, "run")
        if not arguments and not has_screen(os.environ, sys.platform):
            return demonstrate(environment)
        return start(environment, arguments)

    return guarded(work)


def has_screen(variables: Mapping[str, str], system: str) -> bool:
    """Say whether a window can be shown: on Linux a display must be named."""
    if not system.startswith("linux"):
        return True
    return bool(variables.get("DISPLAY") or variables.get("WAYLAND_DISPLAY"))


def program(environment: Environment, arguments: Sequence[str]) -> list[str]:
    """Return the command that starts the program.

    -P keeps the current folder, which may be a stranger's stick, out of the places
    modules are loaded from; the checkout is named by PYTHONPATH instead.
    """
    return [str(environment.python), "-P", "-m", "sportsec", *arguments]


def start(environment: Environment, arguments: Sequence[str]) -> int:
    """Become the program (on Windows: run it and return its code)."""
    command = program(environment, arguments)
    variables = {**os.environ, "PYTHONPATH": str(environment.root)}
    # Sources changed since the set-up are compiled once, not at every start.
    variables.pop("PYTHONDONTWRITEBYTECODE", None)
    if sys.platform == "win32":
        return subprocess.run(command, env=variables, check=False).returncode
    sys.stdout.flush()
    return os.execve(command[0], command, variables)  # noqa: S606 - our interpreter


def demonstration(folder: Path) -> list[tuple[str, list[str]]]:
    """Return the titles and arguments of the main job, done in `folder`."""
    workspace = ["--workspace", str(folder / "workspace")]
    steps = [("Sample season in a fresh workspace", [*workspace, "init", "--sample"])]
    for language in LANGUAGES:
        paper = str(folder / f"briefing-{language}.pdf")
        words = ["briefing", "next", "--lang", language, "--out", paper]
        steps.append((f"Briefing of the next match ({language})", workspace + words))
    return steps


def demonstrate(environment: Environment) -> int:
    """Do the main job by the command line and say where the files are.

    Raises:
        Stop: a step failed.
    """
    print("No screen here, so the main job is done by the command line.")
    folder = Path(tempfile.mkdtemp(prefix="sportsec-"))
    variables = {"PYTHONPATH": str(environment.root)}
    for title, arguments in demonstration(folder):
        with step(title):
            ended = watch(program(environment, arguments), settings=variables)
            if ended.code:
                last = ended.output.strip().splitlines()[-1:] or ["no reason given"]
                raise Stop(f"The program stopped: {last[0]}", ended.code)
    papers = sorted(folder.glob("*.pdf"))
    print(f"The workspace and {len(papers)} briefings are in {folder}:")
    for paper in papers:
        print(f"    {paper}  ({paper.stat().st_size // 1000} kB)")
    return 0
