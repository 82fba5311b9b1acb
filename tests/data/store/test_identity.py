"""The note of how far a replica has come: written over, never half of two."""

from __future__ import annotations

from pathlib import Path

from sportsec.store.journal.identity import KEYS, Identity, forget_replica


def _note(folder: Path) -> str:
    return (folder / KEYS / "replica.json").read_text(encoding="utf-8")


def test_a_shorter_note_leaves_nothing_of_the_longer_one_before_it(
    tmp_path: Path,
) -> None:
    identity = Identity(tmp_path)
    identity.remember(7, b"\2" * 32)
    alone = _note(tmp_path)
    identity.remember(123_456_789, b"\1" * 32)
    identity.remember(7, b"\2" * 32)
    assert _note(tmp_path) == alone
    identity.close()


def test_a_note_taken_up_again_is_written_over(tmp_path: Path) -> None:
    for tno in (123_456_789, 7):
        identity = Identity(tmp_path)
        identity.remember(tno, b"\1" * 32)
        identity.close()
    assert _note(tmp_path).count("}") == 1


def test_a_note_forgotten_while_it_is_held_is_whole_when_written_again(
    tmp_path: Path,
) -> None:
    identity = Identity(tmp_path)
    identity.remember(1, b"\1" * 32)
    whole = _note(tmp_path)
    forget_replica(tmp_path)
    assert _note(tmp_path) == ""
    identity.remember(1, b"\1" * 32)
    assert _note(tmp_path) == whole
    identity.close()
