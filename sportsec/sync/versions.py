"""Whether a file comes from a newer version of the program."""

from __future__ import annotations

import sportsec
from sportsec.store.upgrade import REVISION
from sportsec.sync.manifest import Manifest


def is_newer(manifest: Manifest) -> bool:
    """Say whether the sender's program or database is newer than ours."""
    return manifest.schema > REVISION or _parts(manifest.version) > _parts(
        sportsec.__version__
    )


def _parts(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".") if part.isdecimal())
