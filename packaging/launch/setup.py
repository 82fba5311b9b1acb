"""Sets the machine up, or sees in a moment that there is nothing to do."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from launch.environment import (
    declare_complete,
    declare_unfinished,
    is_complete,
    make_environment,
)
from launch.packages import install_packages
from launch.sources import compile_sources
from launch.system import prepare_system

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import IO

    from launch.environment import Environment, Kind


def set_up(environment: Environment, kind: Kind) -> None:
    """Bring system libraries, environment and packages to what the lists say.

    Raises:
        Stop: it could not be done, with the reason.
    """
    prepare_system()
    if is_complete(environment, kind):
        return
    with _alone(environment):
        if is_complete(environment, kind):  # done by the other while we waited
            return
        declare_unfinished(environment)
        make_environment(environment, kind)
        install_packages(environment, kind)
        compile_sources(environment)
        declare_complete(environment, kind)


@contextmanager
def _alone(environment: Environment) -> Iterator[None]:
    """Hold the checkout so that two first starts do not set it up at once."""
    with (environment.root / ".venv.lock").open("wb") as file:
        if not _lock(file, wait=False):
            print("Another set-up is at work in this checkout; waiting for it.")
            _lock(file, wait=True)
        yield  # closing the file gives the lock back


if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[bytes], *, wait: bool) -> bool:
        mode = msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK
        try:
            msvcrt.locking(file.fileno(), mode, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _lock(file: IO[bytes], *, wait: bool) -> bool:
        mode = fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB
        try:
            fcntl.flock(file, mode)
        except BlockingIOError:
            return False
        return True
