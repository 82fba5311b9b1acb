from __future__ import annotations

import errno
import os
import stat
import sys
from pathlib import Path

import pytest

from sportsec.store.durable import put_in_place

if sys.platform == "win32":
    pytest.skip("folders are settled by the system", allow_module_level=True)


def failing_on_folders(monkeypatch: pytest.MonkeyPatch, code: int) -> None:
    """Let this disk be one of those that this machine does not have."""
    settle = os.fsync

    def fsync(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(code, os.strerror(code))
        settle(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)


@pytest.mark.parametrize("code", [errno.EINVAL, errno.ENOTSUP, errno.ENOSYS])
def test_a_stick_that_settles_no_folders_takes_files_all_the_same(
    code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    failing_on_folders(monkeypatch, code)
    (tmp_path / "file").write_text("old")
    (tmp_path / "file.part").write_text("new")
    put_in_place(tmp_path / "file.part", tmp_path / "file")
    assert [each.read_text() for each in tmp_path.iterdir()] == ["new"]


@pytest.mark.parametrize("code", [errno.EIO, errno.ENOSPC])
def test_a_disk_that_fails_is_said(
    code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    failing_on_folders(monkeypatch, code)
    (tmp_path / "file.part").write_text("new")
    with pytest.raises(OSError, match=os.strerror(code)):
        put_in_place(tmp_path / "file.part", tmp_path / "file")
