from __future__ import annotations

from tests.long.hostile import run


def test_some_spoiled_files_are_refused_or_unchanged() -> None:
    assert run(60, first=0) == 0
