"""The records that the machine plays with: few tables, few values, much meeting."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import insert, update
from sqlalchemy.dialects.sqlite import insert as upsert

from sportsec.domain.identity import natural_id
from sportsec.domain.words import Words
from sportsec.store.base import Record
from sportsec.store.tables.clubs import Club
from sportsec.store.tables.deployment import FixturePhase
from sportsec.store.tables.fixtures import Estimate, Fixture
from sportsec.store.tables.people import Contact
from sportsec.store.tables.twins import Twin
from sportsec.store.tables.units import ListItem
from sportsec.store.tables.venues import Venue
from sportsec.store.work import Work

CLASSES: dict[str, type[Record]] = {
    each.__tablename__: each
    for each in (Club, Contact, Fixture, Estimate, ListItem, FixturePhase, Venue)
}
TABLES = [*CLASSES, Twin.__tablename__]
#: Columns that are changed alone; "?" stands for a reference.
PLAIN = {
    "club": ("code", "notes", "founded_year"),
    "contact": ("name_latin", "phone", "rank"),
    "fixture": ("round", "tickets_sold_home", "home_score"),
    "estimate": ("persons", "source"),
    "list_item": ("name_fr", "position"),
    "fixture_phase": ("objective_fr", "starts_at"),
    "venue": ("owner", "latitude"),
}
REFERENCES = {
    ("fixture", "home_club_id"): "club",
    ("fixture", "away_club_id"): "club",
    ("fixture", "commander_id"): "contact",
    ("contact", "club_id"): "club",
    ("estimate", "fixture_id"): "fixture",
    ("club", "home_venue_id"): "venue",
}
PERSONAL = {"name_latin", "phone"}
#: Every personal value begins with it, and is of one record alone.
MARK_OF_PERSONS = "secret-"
_NUMBERS = {"founded_year", "tickets_sold_home", "home_score", "persons", "position"}
_REQUIRED = {"position": 0}
#: Doubles that lose digits when written with fifteen of them.
_DEGREES = (None, 0.1 + 0.2, 33.0, -7.654321012345678, 1 / 3)


def value_for(column: str, number: int, row: bytes) -> Any:
    """Return one of few values of a column of a record."""
    if column in PERSONAL:
        which = number % 4
        return f"{MARK_OF_PERSONS}{row.hex()[-6:]}-{column}-{which}" if which else ""
    if column == "latitude":
        return _DEGREES[number % 5]
    if column == "starts_at":
        return None if number % 4 == 0 else f"2026-12-0{number % 4}T16:00:00.000000Z"
    if column in _NUMBERS:
        year = 1900 if column == "founded_year" else 0
        return _REQUIRED.get(column) if number % 4 == 0 else year + number % 4
    return ("", "a", "b", "ج")[number % 4]


def kick_off(number: int) -> dict[str, str]:
    """Return a whole kick-off whose columns belong together visibly."""
    day = f"2026-12-0{1 + number % 5}"
    return {
        "kick_off_date": day,
        "kick_off_at": f"{day}T18:00:00.000000Z",
        "kick_off_zone": f"Zone/{day}",
    }


def plain_insert(work: Work, table: str, values: dict[str, Any]) -> None:
    """Insert with SQL of our own, past the session."""
    names = ", ".join(values)
    marks = ", ".join("?" * len(values))
    statement = f"INSERT INTO {table} ({names}) VALUES ({marks})"
    _run(work, statement, tuple(values.values()))


def plain_update(work: Work, table: str, row: bytes, values: dict[str, Any]) -> None:
    """Update with SQL of our own, past the session."""
    sets = ", ".join(f"{name} = ?" for name in values)
    _run(work, f"UPDATE {table} SET {sets} WHERE id = ?", (*values.values(), row))


def core_update(work: Work, table: str, row: bytes, values: dict[str, Any]) -> None:
    """Update with a bulk statement, which the session's events do not see."""
    found = CLASSES[table].__table__
    bound = {name: _typed(found, name, value) for name, value in values.items()}
    statement = update(found).where(found.c.id == UUID(bytes=row)).values(bound)
    work.session.execute(statement)


def core_insert(work: Work, table: str, values: dict[str, Any]) -> None:
    """Insert with a bulk statement of two rows' form."""
    found = CLASSES[table].__table__
    bound = {name: _typed(found, name, value) for name, value in values.items()}
    work.session.execute(insert(found), [bound])


def upsert_update(work: Work, table: str, row: bytes, values: dict[str, Any]) -> None:
    """Write over a row with INSERT … ON CONFLICT DO UPDATE."""
    found = CLASSES[table].__table__
    bound = {name: _typed(found, name, value) for name, value in values.items()}
    known = {"id": UUID(bytes=row)}
    if table == "fixture":
        known["kick_off_date"] = _typed(found, "kick_off_date", "2026-12-01")
    statement = upsert(found).values(known | bound)
    work.session.execute(
        statement.on_conflict_do_update(index_elements=["id"], set_=bound)
    )


def session_update(work: Work, table: str, row: bytes, values: dict[str, Any]) -> None:
    """Change a mapped object, as the services do."""
    kind = CLASSES[table]
    record = work.get(kind, UUID(bytes=row))
    for name, value in values.items():
        if name in {"name_fr", "objective_fr"} and table != "contact":
            noun = name.removesuffix("_fr")
            words = getattr(record, noun)
            setattr(record, noun, Words(ar=words.ar, fr=value, en=words.en))
        else:
            setattr(record, name, _typed(kind.__table__, name, value))


WAYS = (session_update, core_update, upsert_update, plain_update)


def _typed(table: Any, name: str, value: Any) -> Any:
    """Turn what the file holds into what the program holds."""
    kind = table.c[name].type
    if hasattr(kind, "process_result_value"):
        return kind.process_result_value(value, None)
    return value


def _run(work: Work, statement: str, values: tuple[Any, ...]) -> None:
    work.session.connection().exec_driver_sql(statement, values)


def values_for(table: str, number: int, row: bytes) -> dict[str, Any]:
    """Return values for all columns of a new record that refer to nothing."""
    values = {
        column: value_for(column, number + place, row)
        for place, column in enumerate(PLAIN.get(table, ()))
    }
    return values | kick_off(number) if table == "fixture" else values


def natural(table: str, number: int) -> bytes:
    """Return one of two identifiers that every cell makes the same."""
    return natural_id(table, str(number % 2)).bytes
