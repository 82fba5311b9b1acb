"""Result files are written whole or not at all."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from sportsec.app.commands.files import deliver, write_whole
from sportsec.app.commands.terminal import DONE, REFUSED, Terminal
from sportsec.i18n.translator import Translator


@pytest.fixture
def terminal() -> Terminal:
    return Terminal(Translator("en"), io.StringIO(), io.StringIO())


def test_a_file_replaces_the_old_one_when_it_is_complete(tmp_path: Path) -> None:
    target = tmp_path / "paper.pdf"
    target.write_bytes(b"old")
    write_whole(target, b"new")
    assert target.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [target]


def test_nothing_is_left_of_a_file_that_cannot_be_written(tmp_path: Path) -> None:
    target = tmp_path / "folder"
    target.mkdir()
    with pytest.raises(IsADirectoryError):
        write_whole(target, b"new")
    assert list(tmp_path.iterdir()) == [target]


def test_delivery_is_told_and_failure_is_a_code(
    tmp_path: Path, terminal: Terminal
) -> None:
    assert deliver(terminal, tmp_path / "a.ics", b"x" * 5000) == DONE
    assert deliver(terminal, tmp_path / "none" / "a.ics", b"x") == REFUSED


@pytest.mark.parametrize("name", ["", "."])
def test_no_name_is_no_file(name: str, terminal: Terminal) -> None:
    assert deliver(terminal, Path(name), b"x") == REFUSED
