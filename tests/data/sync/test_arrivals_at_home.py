"""The home page names the files that came in, and what waits for a decision."""

from __future__ import annotations

from pathlib import Path

from sportsec.queries.home import home_state
from sportsec.queries.home_tasks import SHOWN
from sportsec.sync.receive import receive
from tests.data.sync.conftest import Cell


def test_a_file_taken_in_and_its_conflict_are_named(
    pair: tuple[Cell, Cell], tmp_path: Path
) -> None:
    one, other = pair
    club = one.club("Atlas")
    other.receive(one.send(tmp_path / "a.ssx", other))
    one.change(club, code="ATL")
    other.change(club, code="ATLAS")
    other.receive(one.send(tmp_path / "b.ssx", other))
    with other.workspace.reading() as work:
        state = home_state(work)
    assert [(each.cell.fr, each.number) for each in state.arrivals] == [
        ("Casablanca", 2),
        ("Casablanca", 1),
    ]
    assert state.arrivals[0].changes > 0
    assert state.to_decide == 1


def test_files_that_are_not_named_are_counted(
    pair: tuple[Cell, Cell], tmp_path: Path
) -> None:
    one, other = pair
    for at in range(SHOWN + 2):
        one.club(f"Club {at}")
        other.receive(one.send(tmp_path / f"{at}.ssx", other))
    with other.workspace.reading() as work:
        state = home_state(work)
    assert (len(state.arrivals), state.arrived) == (SHOWN, SHOWN + 2)


def test_a_file_is_told_of_whatever_it_holds(
    pair: tuple[Cell, Cell], tmp_path: Path
) -> None:
    one, other = pair
    file = one.send(tmp_path / "a.ssx", other)
    with other.workspace.writing() as work:
        receive(work, [(file, "")])
        assert "journal_arrival" in work.touched
