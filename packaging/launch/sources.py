"""Compiles what the program would otherwise compile at its start, for every start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from launch.commands import watch
from launch.console import Stop, step

if TYPE_CHECKING:
    from launch.environment import Environment

FOLDERS = ("sportsec", "db", "packaging/launch")


def compile_sources(environment: Environment) -> None:
    """Write the bytecode of the sources and the catalogues of the languages.

    Bytecode is written on purpose, also where PYTHONDONTWRITEBYTECODE is set: the
    start takes three times as long without it.

    Raises:
        Stop: a catalogue is not right.
    """
    python = str(environment.python)
    with step("Bytecode and catalogues"):
        watch([python, "-m", "compileall", "-q", *FOLDERS], folder=environment.root)
        ended = watch([python, "-m", "sportsec.i18n.build"], folder=environment.root)
        if ended.code:
            last = ended.output.strip().splitlines()[-1:] or ["no reason given"]
            raise Stop(f"The catalogues could not be compiled: {last[0]}")
