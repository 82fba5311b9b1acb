"""Two cells make one club independently; it is asked about, once, and becomes one."""

from __future__ import annotations

from pathlib import Path

from sportsec.domain.words import Words
from sportsec.queries.twins import propose_twins
from sportsec.services.twins import decide_different, decide_same
from tests.data.sync.conftest import Cell


def proposed(cell: Cell) -> list[tuple[str, int, int]]:
    with cell.workspace.reading() as work:
        return [
            (pair.table, pair.first.int, pair.second.int)
            for pair in propose_twins(work)
        ]


def test_a_club_made_by_two_cells_becomes_one(
    pair: tuple[Cell, Cell], tmp_path: Path
) -> None:
    one, other = pair
    city = Words(fr="Fès")
    here = one.club("Étoile du Phare", city=city)
    there = other.club("Etoile du phare", city=city, code="EDP")
    result = other.receive(one.send(tmp_path / "a.ssx", other))
    assert result.twins == 1
    first, second = sorted((here, there))
    assert proposed(other) == [("club", first.int, second.int)]
    other.act(lambda work: decide_same(work, "club", here, there), "Pair decided")
    assert proposed(other) == []
    one.receive(other.send(tmp_path / "b.ssx", one))
    assert one.read(first, "code") == other.read(first, "code") == "EDP"
    assert one.read(second, "deleted_at") is not None
    assert proposed(one) == []


def test_different_ones_are_not_asked_about_again(
    pair: tuple[Cell, Cell], tmp_path: Path
) -> None:
    one, other = pair
    here, there = one.club("Union"), other.club("union")
    other.receive(one.send(tmp_path / "a.ssx", other))
    other.act(lambda work: decide_different(work, "club", here, there), "Pair decided")
    assert proposed(other) == []
    assert other.read(here, "deleted_at") is None


def test_one_cell_may_have_two_of_a_name(pair: tuple[Cell, Cell]) -> None:
    one, _ = pair
    one.club("Union")
    one.club("Union")
    assert proposed(one) == []


def test_the_same_name_in_two_scripts_is_seen(
    pair: tuple[Cell, Cell], tmp_path: Path
) -> None:
    one, other = pair
    one.act(_arabic)
    other.club("Raja")
    other.receive(one.send(tmp_path / "a.ssx", other))
    assert [kind for kind, _, _ in proposed(other)] == ["club"]


def _arabic(work):  # type: ignore[no-untyped-def] # noqa: ANN001, ANN202
    from sportsec.store.tables.clubs import Club

    work.add(Club(name=Words(ar="الرجاء")))
