"""What waits for a decision, followed from act to act instead of counted anew."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from sportsec.domain.twins import Verdict
from sportsec.domain.words import Words
from sportsec.queries.conflict_registers import Standing, standing
from sportsec.queries.inbox import count_inbox, open_twins
from sportsec.queries.twins import propose_twins
from sportsec.services.history import undo_act
from sportsec.services.twins import call_twins
from sportsec.services.workspace import create, sample_names
from sportsec.store.tables.clubs import Club
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.work import Work
from tests.data.sync.conftest import Cell


def seen(work: Work) -> tuple[Standing, list[object]]:
    return standing(work), [*propose_twins(work)]


def followed(cell: Cell) -> tuple[Standing, list[object]]:
    """Return what is known from the last question and the acts since."""
    with cell.workspace.reading() as work:
        found = seen(work)
    with cell.workspace.writing() as work:
        assert found == seen(work)  # as it is computed from the whole record
    return found


def test_what_own_acts_change_is_followed(
    pair: tuple[Cell, Cell], tmp_path: Path
) -> None:
    one, other = pair
    met = one.club("Union", code="UNI")
    other.receive(one.send(tmp_path / "a.ssx", other))
    one.change(met, code="US")
    other.change(met, code="UTS")
    theirs = one.club("Étoile", city=Words(fr="Fès"))
    other.receive(one.send(tmp_path / "b.ssx", other))
    now, pairs = followed(other)
    assert now.counts == {met: 1}
    assert pairs == []

    mine = other.club("Etoile")  # its city is not known: it may be the same
    assert len(followed(other)[1]) == 1
    other.change(mine, city=Words(fr="Oujda"))
    assert followed(other)[1] == []
    other.change(mine, city=Words(ar="فاس", fr="Fes"))
    assert len(followed(other)[1]) == 1

    other.change(met, deleted_at=other.now[0])
    now, _ = followed(other)
    assert (len(now.open), len(now.all)) == (0, 1)  # it waits in the trash
    with other.workspace.reading() as work:
        deletion = work.position
    other.act(lambda work: undo_act(work, _own(work, deletion)), "Undone")
    assert followed(other)[0].counts == {met: 1}

    other.act(lambda work: call_twins(work, "club", theirs, mine, Verdict.SAME))
    now, pairs = followed(other)
    assert pairs == []
    assert now.counts == {met: 1, min(theirs, mine): 2}  # name and city differ


def _own(work: Work, position: int) -> int:
    (own,) = work.connection.execute("SELECT self FROM journal_state").fetchone()
    return int(own) << 32 | position


def test_cells_that_begin_alike_have_nothing_to_decide(
    make_cell: Callable[[str], Cell], tmp_path: Path
) -> None:
    one, other = make_cell("Casablanca"), make_cell("Fès")

    def found(work: Work) -> None:
        cell, command, city = sample_names()
        create(work, cell, command, city=city, sample_on=None)

    for cell in (one, other):
        cell.act(found)
    one.trusts(other)
    other.trusts(one)
    other.receive(one.send(tmp_path / "a.ssx", other))
    with other.workspace.reading() as work:
        run = work.connection.execute
        query = "SELECT count(*) FROM journal_head WHERE win = 0"
        assert run(query).fetchone()[0] > 0
        assert count_inbox(work) == 0
        assert open_twins(work) == []
        assert len(standing(work).all) == 0


def test_a_match_of_two_programmes_is_seen_nearly_on_its_day(
    pair: tuple[Cell, Cell], tmp_path: Path
) -> None:
    one, other = pair
    home, away = one.club("Étoile"), one.club("Union")
    other.receive(one.send(tmp_path / "a.ssx", other))

    def plays(day: int) -> Callable[[Work], object]:
        return lambda work: work.add(
            Fixture(
                home_club_id=home,
                away_club_id=away,
                kick_off_date=date(2026, 12, day),
            )
        )

    one.act(plays(10))
    one.act(plays(25))
    other.act(plays(13))
    other.act(plays(20))
    other.receive(one.send(tmp_path / "b.ssx", other))
    _, pairs = followed(other)
    assert len(pairs) == 1
    other.act(lambda work: work.add(Club(name=Words(fr="Autre"))))
    assert followed(other)[1] == pairs
    other.act(plays(24))
    assert len(followed(other)[1]) == 2
