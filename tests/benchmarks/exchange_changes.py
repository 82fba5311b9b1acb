"""The changes that a merge is measured with, as statements of two drivers alike.

40 % are inserts, 55 % updates of one register, 5 % deletions; over the tables that an
exchange between cells really carries.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

INSERTS, UPDATES = 0.40, 0.55
#: How many changes meet a change of the same register in the other cell.
CONCURRENT = 0.018
#: Changes of one act, as one evening of an officer or one programme gives.
PER_ACT = 100
#: Records that are there before, for each change.
STOCK = 0.6

CLUBS, VENUES, UNITS = 60, 30, 20
_SHARES = {
    "fixture": 30,
    "estimate": 30,
    "assignment": 15,
    "kick_off_change": 10,
    "contact": 15,
}

Statement = tuple[str, tuple[object, ...]]


@dataclass
class Record:
    """What is there, to be changed: identifiers of each table."""

    ids: dict[str, list[bytes]] = field(default_factory=dict)
    clubs: list[bytes] = field(default_factory=list)
    venues: list[bytes] = field(default_factory=list)


class Office:
    """An office that writes records; the same ones for the same seed."""

    def __init__(self, seed: int, record: Record) -> None:
        self.chance = random.Random(seed)
        self.record = record
        self.clock = 1_790_000_000_000 + seed * 10_000_000
        self.makers: dict[str, Callable[[], Statement]] = {
            "fixture": self._fixture,
            "estimate": self._estimate,
            "assignment": self._assignment,
            "kick_off_change": self._move,
            "contact": self._contact,
        }

    def frame(self) -> Iterator[Statement]:
        """Yield the clubs and venues that everything else refers to."""
        for number in range(VENUES):
            self.record.venues.append(key := self._id())
            name = f"Stade {self._word()}"
            yield (
                "INSERT INTO venue (id, name_fr, nominal_capacity) VALUES (?, ?, ?)",
                (key, name, 1000 * number),
            )
        for _ in range(CLUBS):
            self.record.clubs.append(key := self._id())
            home = self.chance.choice(self.record.venues)
            yield (
                (
                    "INSERT INTO club (id, name_fr, name_ar, home_venue_id)"
                    " VALUES (?, ?, ?, ?)"
                ),
                (key, f"Club {self._word()}", "نادي", home),
            )

    def inserts(self, count: int) -> Iterator[Statement]:
        """Yield so many new records."""
        tables = [*_SHARES]
        picked = self.chance.choices(tables, [*_SHARES.values()], k=count)
        # The first of each kind, since others refer to it.
        for table in [*tables, *picked][:count]:
            yield self.makers[table]()

    def day(self, count: int) -> Iterator[Statement]:
        """Yield so many changes of the shares that are measured."""
        stock = {table: list(ids) for table, ids in self.record.ids.items()}
        for ids in stock.values():
            self.chance.shuffle(ids)
        new = self.inserts(round(count * INSERTS))
        kinds = self._kinds(count)
        for kind in kinds:
            if kind == "insert":
                yield next(new)
                continue
            table = self.chance.choices([*_SHARES], [*_SHARES.values()])[0]
            if not stock[table]:
                table = max(stock, key=lambda name: len(stock[name]))
            key = stock[table].pop()
            yield (
                self._deletion(table, key)
                if kind == "delete"
                else self.update(table, key)
            )

    def _kinds(self, count: int) -> list[str]:
        inserted, updated = round(count * INSERTS), round(count * UPDATES)
        kinds = ["insert"] * inserted + ["update"] * updated
        kinds += ["delete"] * (count - len(kinds))
        self.chance.shuffle(kinds)
        return kinds

    def update(self, table: str, key: bytes) -> Statement:
        """Return a change of one register, a group among them."""
        number = self.chance.randrange(1, 60_000)
        register = {
            "fixture": self.chance.choice(
                ("home_score = ?1 % 9, away_score = ?1 % 7", "tickets_sold_home = ?1")
            ),
            "estimate": "persons = ?1",
            "assignment": "headcount = ?1",
            "kick_off_change": "reason = 'télévision ' || ?1",
            "contact": "rank = 'grade ' || ?1",
        }[table]
        return f"UPDATE {table} SET {register} WHERE id = ?2", (number, key)

    def _deletion(self, table: str, key: bytes) -> Statement:
        return (
            (
                f"UPDATE {table} SET deleted_at = '2026-12-01T10:00:00.000000Z'"
                " WHERE id = ?1"
            ),
            (key,),
        )

    def _fixture(self) -> Statement:
        home, away = self.chance.sample(self.record.clubs, 2)
        day = date(2026, 8, 1) + timedelta(self.chance.randrange(300))
        return (
            (
                "INSERT INTO fixture (id, ref_no, round, home_club_id, away_club_id,"
                " venue_id, kick_off_date, kick_off_at, capacity_allowed)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
            ),
            (
                *(self._new("fixture"), f"BEN/{self.clock}", f"J{self.clock % 30}"),
                *(home, away, self.chance.choice(self.record.venues), f"{day}"),
                *(f"{day}T18:00:00.000000Z", self.chance.randrange(1000, 60_000)),
            ),
        )

    def _estimate(self) -> Statement:
        return (
            (
                "INSERT INTO estimate (id, fixture_id, persons, source)"
                " VALUES (?, ?, ?, ?)"
            ),
            (
                *(self._new("estimate"), self._some("fixture")),
                *(self.chance.randrange(60_000), self._word()),
            ),
        )

    def _assignment(self) -> Statement:
        return (
            "INSERT INTO assignment (id, headcount) VALUES (?, ?)",
            (self._new("assignment"), self.chance.randrange(1, 80)),
        )

    def _move(self) -> Statement:
        return (
            (
                "INSERT INTO kick_off_change (id, fixture_id, changed_at, reason)"
                " VALUES (?, ?, ?, ?)"
            ),
            (
                *(self._new("kick_off_change"), self._some("fixture")),
                *("2026-11-20T10:00:00.000000Z", self._word()),
            ),
        )

    def _contact(self) -> Statement:
        return (
            "INSERT INTO contact (id, name_latin, phone, club_id) VALUES (?, ?, ?, ?)",
            (
                *(self._new("contact"), f"{self._word()} {self._word()}"),
                *(
                    f"+2126{self.clock % 10**8:08}",
                    self.chance.choice(self.record.clubs),
                ),
            ),
        )

    def _some(self, table: str) -> bytes | None:
        known = self.record.ids.get(table)
        return self.chance.choice(known) if known else None

    def _new(self, table: str) -> bytes:
        key = self._id()
        self.record.ids.setdefault(table, []).append(key)
        return key

    def _id(self) -> bytes:
        """Return an identifier in order of time, as the program's are."""
        self.clock += 1
        return (
            self.clock.to_bytes(6, "big") + b"\x70\x00\x80" + self.chance.randbytes(7)
        )

    def _word(self) -> str:
        return "".join(self.chance.choices("bdfgklmnrstzaeiou", k=7)).title()


def concurrent(seed: int, statements: list[Statement], count: int) -> list[Statement]:
    """Return changes of registers that `statements` change too, with other values."""
    chance = random.Random(seed)
    updates = [
        (sql, values)
        for sql, values in statements
        if sql.startswith("UPDATE") and "deleted_at" not in sql
    ]
    return [
        (sql, (60_001 + number, values[1]))
        for number, (sql, values) in enumerate(chance.sample(updates, count))
    ]
