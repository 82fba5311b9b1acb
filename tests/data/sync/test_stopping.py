"""Sending and receiving are given up at any moment, and leave nothing behind."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from sportsec.domain.exchange import Sealing, SendWish
from sportsec.domain.exchange_steps import ExchangeStep
from sportsec.domain.words import Words
from sportsec.services.history import undo_act
from sportsec.store.tables.clubs import Club
from sportsec.sync.export import send, send_beside
from sportsec.sync.receive import look, receive
from tests.data.sync.conftest import Cell

Pair = tuple[Cell, Cell]
OPEN = SendWish(sealing=Sealing.OPEN)


class Stop(Exception):
    pass


class Stopper:
    """Counts what it is told, and raises at the n-th time."""

    def __init__(self, at: int = 0) -> None:
        self.at = at
        self.told: list[tuple[Any, ...]] = []

    def __call__(self, *said: Any) -> None:
        self.told.append(said)
        if len(self.told) == self.at:
            raise Stop


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for passing files, to see that nothing stays in it."""
    folder = tmp_path / "passing"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def fill(cell: Cell, count: int = 2000) -> None:
    def make(work: Any) -> None:
        work.session.add_all(
            Club(name=Words(fr=f"Club {n}"), notes="x" * 50) for n in range(count)
        )

    cell.act(make)


def everything(cell: Cell) -> list[Any]:
    """All that a database holds, local notes and journal included."""
    with cell.workspace.reading() as work:
        run = work.connection.execute
        tables = run(
            "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
        ).fetchall()
        return [
            (name, sorted(map(repr, run(f"SELECT * FROM {name}"))))
            for (name,) in tables
            if not name.startswith("sqlite_")
        ]


@contextmanager
def nothing_changes(cell: Cell) -> Iterator[None]:
    before, rid = everything(cell), cell.workspace.identity.rid
    words = cell.fingerprint()
    yield
    assert everything(cell) == before
    assert cell.fingerprint() == words
    assert cell.workspace.identity.rid == rid


def steps_of(stopper: Stopper) -> dict[ExchangeStep, int]:
    """The moment in the middle of each step."""
    places: dict[ExchangeStep, list[int]] = {}
    for at, (_, step) in enumerate(stopper.told, start=1):
        places.setdefault(step, []).append(at)
    return {step: found[len(found) // 2] for step, found in places.items()}


def taking(cell: Cell, *files: Path) -> Callable[[Stopper], None]:
    def take(stopper: Stopper) -> None:
        with cell.workspace.writing() as work:
            receive(work, [(file, "") for file in files], progress=stopper)

    return take


def trusting(make_cell: Callable[[str], Cell], *names: str) -> list[Cell]:
    """The cells: the first one writes, the others trust it."""
    cells = [make_cell(name) for name in names]
    for cell in cells[1:]:
        cell.trusts(cells[0])
    return cells


def test_receiving_is_given_up_in_every_step(
    make_cell: Callable[[str], Cell], tmp_path: Path, temporary: Path
) -> None:
    one, rehearsing, other = trusting(make_cell, "Rabat", "Salé", "Fès")
    fill(one)
    file = one.send(tmp_path / "a.ssx")
    counted = Stopper()
    taking(rehearsing, file)(counted)
    moments = steps_of(counted)
    assert set(moments) == {
        ExchangeStep.OPENING,
        ExchangeStep.BACKING_UP,
        ExchangeStep.CHECKING,
        ExchangeStep.MERGING,
        ExchangeStep.DESCRIBING,
    }
    shares = [share for share, _ in counted.told]
    assert shares == sorted(shares)
    for moment in moments.values():
        with nothing_changes(other), pytest.raises(Stop):
            taking(other, file)(Stopper(moment))
    assert list(temporary.iterdir()) == []
    assert other.receive(file).acts
    assert other.state()["club"] == one.state()["club"]


def test_one_statement_of_a_merge_is_given_up(
    make_cell: Callable[[str], Cell], tmp_path: Path
) -> None:
    one, rehearsing, other = trusting(make_cell, "Rabat", "Salé", "Fès")
    fill(one)
    file = one.send(tmp_path / "a.ssx")

    def take(cell: Cell, stopper: Stopper) -> None:
        with (
            cell.workspace.writing() as work,
            work.stoppable(stopper, lambda: None),
        ):
            receive(work, [(file, "")])

    counted = Stopper()
    take(rehearsing, counted)
    looks = len(counted.told)
    assert looks > 20
    for at in range(1, looks + 1, looks // 12):
        with nothing_changes(other), pytest.raises(Stop):
            take(other, Stopper(at))
    take(other, Stopper())
    assert other.state()["club"] == one.state()["club"]


def test_what_is_stopped_before_the_commit_is_not_taken_in(
    pair: Pair, tmp_path: Path
) -> None:
    one, other = pair
    one.club("Atlas")
    file = one.send(tmp_path / "a.ssx", other)
    with (
        nothing_changes(other),
        pytest.raises(Stop),
        other.workspace.writing() as work,
        work.stoppable(lambda: None, Stopper(1)),
    ):
        receive(work, [(file, "")])


def test_of_several_files_none_is_kept(
    make_cell: Callable[[str], Cell], tmp_path: Path
) -> None:
    one, rehearsing, other = trusting(make_cell, "Rabat", "Salé", "Fès")
    files = []
    for name in ("A", "B", "C"):
        one.club(name)
        files.append(one.send(tmp_path / f"{name}.ssx"))
    counted = Stopper()
    taking(rehearsing, *files)(counted)
    merging = [
        at
        for at, (_, step) in enumerate(counted.told, start=1)
        if step is ExchangeStep.MERGING
    ]
    with nothing_changes(other), pytest.raises(Stop):
        taking(other, *files)(Stopper(merging[-1]))
    assert len(other.receive(*reversed(files)).acts) == 3


def test_a_preview_is_given_up(pair: Pair, tmp_path: Path) -> None:
    one, other = pair
    fill(one, 300)
    file = one.send(tmp_path / "a.ssx", other)

    def see(stopper: Stopper) -> None:
        with other.workspace.writing() as work:
            look(work, [(file, "")], progress=stopper)

    with nothing_changes(other):
        counted = Stopper()
        see(counted)
        for moment in steps_of(counted).values():
            with pytest.raises(Stop):
                see(Stopper(moment))


@pytest.mark.parametrize("sealing", [Sealing.OPEN, Sealing.CELLS])
def test_sending_is_given_up_in_every_step(
    pair: Pair, tmp_path: Path, temporary: Path, sealing: Sealing
) -> None:
    one, other = pair
    fill(one)
    to = (other.key,) if sealing is Sealing.CELLS else ()
    wish = SendWish(sealing=sealing, to=to)
    stick = tmp_path / "stick"
    stick.mkdir()
    file = stick / "a.ssx"

    def write(stopper: Stopper) -> None:
        send_beside(one.workspace, wish, file, stopper)

    counted = Stopper()
    write(counted)
    moments = steps_of(counted)
    assert list(moments) == [
        ExchangeStep.GATHERING,
        ExchangeStep.PACKING,
        ExchangeStep.WRITING,
        ExchangeStep.PROVING,
    ]
    before = file.read_bytes()
    for moment in (*moments.values(), len(counted.told)):
        with nothing_changes(one), pytest.raises(Stop):
            write(Stopper(moment))
        assert [each.name for each in stick.iterdir()] == ["a.ssx"]
        assert file.read_bytes() == before
    file.unlink()
    with nothing_changes(one), pytest.raises(Stop):
        write(Stopper(moments[ExchangeStep.WRITING]))
    with nothing_changes(one), pytest.raises(Stop):
        send_beside(one.workspace, wish, file, settle=Stopper(1))
    assert list(stick.iterdir()) == list(temporary.iterdir()) == []


def test_others_save_while_a_file_is_written(pair: Pair, tmp_path: Path) -> None:
    one, other = pair
    early = one.club("Early")
    late = []

    def save(_share: float, step: ExchangeStep) -> None:
        if step is ExchangeStep.WRITING and not late:
            late.append(one.club("Late"))

    wish = SendWish(to=(other.key,))
    sent = send_beside(one.workspace, wish, tmp_path / "a.ssx", save)
    assert sent.numbers == ((other.key, 1),)
    other.receive(sent.path)
    assert other.read(early, "name_fr") == "Early"
    assert other.read(late[0], "name_fr") is None
    other.receive(one.send(tmp_path / "b.ssx", other))
    assert other.read(late[0], "name_fr") == "Late"
    assert one.state()["club"] == other.state()["club"]


def test_a_file_that_cannot_be_counted_is_not_left(pair: Pair, tmp_path: Path) -> None:
    one, _ = pair
    with (
        pytest.raises(Stop),
        one.workspace.writing() as work,
        work.stoppable(lambda: None, Stopper(1)),
    ):
        send(work, OPEN, tmp_path / "a.ssx")
    assert not (tmp_path / "a.ssx").exists()
    assert one.send(tmp_path / "a.ssx").exists()


def test_the_undo_of_a_received_file_is_given_up(pair: Pair, tmp_path: Path) -> None:
    one, other = pair
    fill(one, 800)
    (act,) = other.receive(one.send(tmp_path / "a.ssx", other)).acts

    def take_back(stopper: Stopper) -> None:
        with (
            other.workspace.writing() as work,
            work.stoppable(stopper, lambda: None),
        ):
            undo_act(work, act)
            work.commit("Undone", undoes=act, saw_all=True)

    with nothing_changes(other):
        for at in (1, 2):
            with pytest.raises(Stop):
                take_back(Stopper(at))
    counted = Stopper()
    take_back(counted)
    assert len(counted.told) > 2
    assert not any(row[-1] is None for row in other.state()["club"])
