"""A history that was altered is found out, and where."""

from __future__ import annotations

from contextlib import closing

import pytest

from sportsec.store.journal.standing import own_position
from sportsec.store.journal.verify import verify_chain
from sportsec.store.workspace import Workspace
from tests.builders import a_club


@pytest.fixture
def lived_in(workspace: Workspace) -> Workspace:
    for name in ("A", "B", "C"):
        with workspace.writing() as work:
            a_club(work, name)
            work.session.flush()
            work.commit("Club added")
    return workspace


def test_an_honest_history_holds(lived_in: Workspace) -> None:
    with lived_in.reading() as work:
        assert verify_chain(work.connection) == []


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE journal_op SET val = replace(val, 'B', 'X') WHERE val LIKE '%\"B\"%'",
        "DELETE FROM journal_op WHERE val LIKE '%\"B\"%'",
        "UPDATE journal_act SET actor = 'another' WHERE act = {act}",
        "UPDATE journal_act SET wall = wall - 1 WHERE act = {act}",
        "UPDATE journal_act SET signature = zeroblob(64) WHERE act = {act}",
    ],
)
def test_a_change_is_named_by_its_act(lived_in: Workspace, change: str) -> None:
    with lived_in.writing() as work:
        query = "SELECT act FROM journal_op WHERE val LIKE '%\"B\"%'"
        (act,) = work.connection.execute(query).fetchone()
        work.connection.execute(change.format(act=act))
        (broken,) = verify_chain(work.connection)
        assert broken.act == act & 0xFFFFFFFF


@pytest.mark.parametrize("tno", [1, 2, 3])
def test_an_act_that_was_taken_out_is_missed(lived_in: Workspace, tno: int) -> None:
    with lived_in.writing() as work:
        run = work.connection.execute
        last = run("SELECT max(act) FROM journal_act").fetchone()[0] & 0xFFFFFFFF
        act = last - 3 + tno
        run("DELETE FROM journal_op WHERE act & 4294967295 = ?", (act,))
        run("DELETE FROM journal_act WHERE act & 4294967295 = ?", (act,))
        (broken,) = verify_chain(work.connection)
        assert (broken.act, broken.is_missing) == (act, True)


def test_one_whose_last_act_was_taken_out_goes_on_under_a_new_name(
    lived_in: Workspace,
) -> None:
    """Nothing can follow an act that is missing; what comes after it is sound again."""
    with lived_in.writing() as work:
        number, last = own_position(work.connection)
        run = work.connection.execute
        run("DELETE FROM journal_op WHERE act = ?", (number << 32 | last,))
        run("DELETE FROM journal_act WHERE act = ?", (number << 32 | last,))
        work.commit("Taken out")
    lived_in.close()
    with closing(Workspace.open(lived_in.folder)) as again:
        with again.writing() as work:
            a_club(work, "D")
            work.commit("Club added")
        with again.reading() as work:
            (broken,) = verify_chain(work.connection)
            assert (broken.act, broken.is_missing) == (last, True)
            assert own_position(work.connection)[0] != number


def test_an_erased_value_breaks_nothing(lived_in: Workspace) -> None:
    from sportsec.store.journal.canon import digest_of

    with lived_in.writing() as work:
        run = work.connection.execute
        query = "SELECT op, salt, val FROM journal_op WHERE val LIKE '%\"B\"%'"
        op, salt, val = run(query).fetchone()
        erase = "UPDATE journal_op SET val=NULL, salt=NULL, digest=? WHERE op=?"
        run(erase, (digest_of(salt, val), op))
        assert verify_chain(work.connection) == []
