from __future__ import annotations

import errno
from pathlib import Path

import pytest

from sportsec.domain.errors import StoreReason, StoreUnavailable
from sportsec.store.scratch import scratch
from sportsec.store.workspace import Workspace


def test_nothing_stays_of_it(tmp_path: Path) -> None:
    with scratch(tmp_path) as one, scratch(tmp_path) as other:
        (one / "file").write_text("one")
        assert list(other.iterdir()) == []
        assert one.parent.parent == tmp_path
    assert list(tmp_path.iterdir()) == []


def test_what_a_crash_left_goes_at_the_next_start(tmp_path: Path) -> None:
    Workspace.open(tmp_path, create=True).close()
    left = tmp_path / "scratch" / "x"
    left.mkdir(parents=True)
    (left / "payload.db").write_text("a person")
    Workspace.open(tmp_path).close()
    assert not (tmp_path / "scratch").exists()


def test_a_full_disk_is_said_as_one(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable) as refused, scratch(tmp_path):
        raise OSError(errno.ENOSPC, "No space left on device")
    assert refused.value.reason is StoreReason.DISK
