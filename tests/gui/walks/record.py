"""What the journeys ask the record, and the file that arrives on Monday."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import func, select

from sportsec.store.tables.clubs import Club
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.tables.people import Contact
from sportsec.ui.shell import Shell

#: Letters by which a person is looked for.
LETTERS = "عب"


class Record:
    """The record behind the window.

    Args:
        folder: Holds what is put in and what is printed.
    """

    def __init__(self, shell: Shell, folder: Path) -> None:
        self._shell = shell
        self.folder = folder

    def count(self, kind: Any) -> int:
        """Return how many records of a kind there are."""
        alive = select(func.count()).select_from(kind).where(kind.deleted_at.is_(None))
        return int(self._ask(alive)[0])

    @contextmanager
    def adds(self, kind: Any) -> Iterator[list[Any]]:
        """See to it that one record of a kind is made; it is in the list afterwards."""
        known = {each.id for each in self._ask(select(kind))}
        found: list[Any] = []
        yield found
        found += [each for each in self._ask(select(kind)) if each.id not in known]
        assert len(found) == 1, f"{len(found)} new records of {kind}"

    @contextmanager
    def settles(self, column: Any, value: Any) -> Iterator[list[Any]]:
        """See to it that one record more has a value; it is in the list afterwards."""
        query = select(column.class_).where(column == value)
        known = {each.id for each in self._ask(query)}
        found: list[Any] = []
        yield found
        found += [each for each in self._ask(query) if each.id not in known]
        assert len(found) == 1, f"{len(found)} more with {value}"

    def programme(self) -> Path:
        """Return the path of a programme with one match, at another time than known."""
        latest = self._ask(select(Fixture).order_by(Fixture.kick_off_date.desc()))[0]
        clubs = {club.id: club.name_ar for club in self._ask(select(Club))}
        home, away = clubs[latest.home_club_id], clubs[latest.away_club_id]
        file = self.folder / "برنامج.csv"
        lines = ["التاريخ;الساعة;المستقبل;الضيف", f"20/06/2027;18:00;{home};{away}"]
        file.write_text("\n".join(lines), encoding="utf-8")
        return file

    def named(self, letters: str) -> set[Any]:
        """Return the ids of persons of whose names a word begins with some letters."""
        people = self._ask(select(Contact).where(Contact.deleted_at.is_(None)))
        return {each.id for each in people if f" {letters}" in f" {each.name_ar}"}

    def _ask(self, query: Any) -> list[Any]:
        workspace = self._shell.runner.workspace
        assert workspace is not None
        with workspace.reading() as work:
            return list(work.session.scalars(query))
