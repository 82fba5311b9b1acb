"""Runs another program, watching its output line by line."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

from launch.console import Stop

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path


@dataclass(frozen=True)
class Ended:
    """How a program ended."""

    code: int
    output: str


def watch(
    command: Sequence[str],
    on_line: Callable[[str], None] = lambda _: None,
    *,
    settings: Mapping[str, str] | None = None,
    folder: Path | None = None,
) -> Ended:
    """Run `command`, hand each line to `on_line`, return code and whole output.

    Args:
        command: the program and its arguments.
        on_line: called with every line of output and errors, without its end.
        settings: environment variables set in addition to ours.
        folder: where to run it; None is here.

    Raises:
        Stop: the program does not exist or may not be run.
    """
    lines: list[str] = []
    try:
        process = subprocess.Popen(
            command,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            env={**os.environ, **(settings or {})},
            cwd=folder,
        )
    except OSError as error:
        raise Stop(f"{command[0]} could not be run: {error.strerror}.") from error
    assert process.stdout is not None  # noqa: S101 - we asked for the pipe above
    with process:
        try:
            for line in process.stdout:
                lines.append(line)
                on_line(line.rstrip())
        except BaseException:
            process.terminate()  # Ctrl+C must not leave an installer at work
            raise
    return Ended(process.returncode, "".join(lines))
