"""The name of a replica, and the note of how far it has come: never half of two."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from sportsec.store.journal.identity import KEYS, Identity, forget_replica
from sportsec.store.workspace import Workspace
from tests.builders import a_club


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


def test_a_new_name_counts_on_from_the_latest_moment_known(tmp_path: Path) -> None:
    """The clock was fast, then set right: what comes after must not seem older."""
    fast, right = (datetime(2027, month, 1, tzinfo=UTC) for month in (9, 1))
    for moment in (fast, right):
        forget_replica(tmp_path)
        with closing(Workspace.open(tmp_path, create=True, clock=lambda: moment)) as ws:  # noqa: B023
            with ws.writing() as work:
                a_club(work, str(moment))
                work.commit("Club added")
            with ws.reading() as work:
                query = "SELECT hlc FROM journal_act ORDER BY act"
                stamps = work.connection.execute(query).fetchall()
    assert len(stamps) == 2
    assert stamps == sorted(stamps)
