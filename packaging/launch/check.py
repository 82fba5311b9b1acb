"""The command that checks the sources and runs the tests."""

from __future__ import annotations

import os
import shutil
import subprocess
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from launch.commands import watch
from launch.console import Stop, guarded, step
from launch.environment import here
from launch.setup import set_up

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from launch.environment import Environment

#: Our own options; every other argument goes to pytest.
ONLY_TESTS, SHAKEN = "--only-tests", "--shaken"
ON_TWO_CORES = ("-n", "2")
SHAKE = ("-p", "tests.shaken")

#: A folder in memory, on the machines that have one, and the bytes to be free there.
MEMORY, ROOM = Path("/dev/shm"), 4 * 1024**3  # noqa: S108 - a folder is made in it


def check(arguments: Sequence[str]) -> int:
    """Set up, check the sources, run pytest with `arguments`; stop at a failure."""

    def work() -> int:
        environment = here()
        set_up(environment, "dev")
        if ONLY_TESTS not in arguments:
            for title, command in checks(environment):
                _check(environment, title, command)
        return _test(environment, arguments)

    return guarded(work)


def checks(environment: Environment) -> list[tuple[str, list[str]]]:
    """Return the checks of the sources: title and command."""
    python = str(environment.python)
    # import-linter has no module to run, only this function of its script
    contracts = (
        "import sys; from importlinter.cli import lint_imports_command as c; c()"
    )
    return [
        ("Lint", [python, "-m", "ruff", "check", "."]),
        ("Format", [python, "-m", "ruff", "format", "--check", "."]),
        ("Types", [python, "-m", "mypy"]),
        ("Import contracts", [python, "-c", contracts]),
    ]


def pytest_command(environment: Environment, arguments: Sequence[str]) -> list[str]:
    """Return the command that runs the tests, all of them if none is named.

    Args:
        arguments: What the command was called with, our own options too.
    """
    words = [each for each in arguments if each not in {ONLY_TESTS, SHAKEN}]
    shake = SHAKE if SHAKEN in arguments else ()
    return [str(environment.python), "-m", "pytest", *shake, *(words or ON_TWO_CORES)]


@contextmanager
def temporary(memory: Path, room: int) -> Iterator[dict[str, str]]:
    """Let the tests write in memory: each of thousands waits for a disk otherwise.

    Args:
        memory: A folder in memory, where there is one.
        room: Bytes to be free there; the usual folder is used where they are not.

    Yields:
        What the tests' environment says about it.
    """
    if not memory.is_dir() or shutil.disk_usage(memory).free < room:
        yield {}
        return
    with TemporaryDirectory(dir=memory, prefix="sportsec-tests-") as folder:
        yield {"TMPDIR": folder}


def _check(environment: Environment, title: str, command: list[str]) -> None:
    with step(title) as current:
        ended = watch(command, folder=environment.root)
        current.outcome = "failed" if ended.code else ""
    if ended.code:
        print(ended.output.rstrip())
        raise Stop(f"{title}: failed, see above.", ended.code)


def _test(environment: Environment, arguments: Sequence[str]) -> int:
    """Run pytest on our own output, so that its closing line is the last one."""
    print("Tests", flush=True)
    with temporary(MEMORY, ROOM) as place:
        ended = subprocess.run(
            pytest_command(environment, arguments),
            cwd=environment.root,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **place},
            check=False,
        )
    return ended.returncode
