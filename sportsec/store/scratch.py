"""A private place for what is made ready or looked into, in the workspace itself.

There it lies on the disk that the record is on, with the same rights. What a crash
leaves in it, which may be values of persons, is removed at the next start; in a folder
of the system it would stay.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import sqlcipher3.dbapi2 as driver

from sportsec.domain.errors import StoreReason, StoreUnavailable
from sportsec.store.faults import reason_of

_NAME = "scratch"


@contextmanager
def scratch(workspace: Path) -> Iterator[Path]:
    """Give an empty folder that is gone afterwards.

    Raises:
        StoreUnavailable: The disk is full or cannot be written, now or in the midst.
    """
    place = workspace / _NAME
    try:
        place.mkdir(mode=0o700, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=place) as folder:
            yield Path(folder)
    except OSError as error:
        raise StoreUnavailable(StoreReason.DISK, workspace) from error
    except driver.Error as error:
        if reason_of(error) is not StoreReason.DISK:
            raise
        raise StoreUnavailable(StoreReason.DISK, workspace) from error
    finally:
        with suppress(OSError):  # another one is being used
            place.rmdir()


def remove_scratch(workspace: Path) -> None:
    """Remove what a crash left."""
    shutil.rmtree(workspace / _NAME, ignore_errors=True)
