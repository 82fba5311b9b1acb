"""The records of a partial file: what was asked for, and all that it needs.

They are gathered in the table `temp.chosen`, whole records with their whole history:
a receiver then never sees half a register. Records in the trash are among them, so
that deletions travel.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sportsec.domain.errors import BadFile
from sportsec.domain.exchange import ExchangeReason, Scope, ScopeKind
from sportsec.domain.folding import fold
from sportsec.domain.words import LANGUAGES, Words
from sportsec.store.journal.shape import shapes
from sportsec.sync.scope_rules import ASKED_WITH_MATCH, COMPANIONS, PARTS, WHOLE

#: `rank`: 2 asked for, 1 a part or companion of such, 0 only referred to.
_TABLE = """CREATE TEMP TABLE IF NOT EXISTS chosen
 (row BLOB PRIMARY KEY, tbl TEXT, rank INTEGER) WITHOUT ROWID"""
_ADD = "INSERT OR IGNORE INTO temp.chosen (row, tbl, rank) "

#: Tables of a city: where their city is written.
#: Between the sides of a match and its day, in the order of `LANGUAGES`.
_COMMAS = ("،", ",", ",")
_CITIES = {
    "venue": "city",
    "club": "city",
    "organisation": "city",
    "command": "city",
    "unit": "home_city",
}
_BELOW = """WITH RECURSIVE below (id) AS (SELECT ?1 UNION
 SELECT command.id FROM command JOIN below ON command.parent_id = below.id)
 SELECT id, 'command', 2 FROM below"""


def choose(connection: Any, scope: Scope) -> None:
    """Fill `temp.chosen` with the records of a partial scope.

    Args:
        connection: A driver connection of its own; only its temporary tables change.

    Raises:
        BadFile: Nothing fits the scope.
    """
    connection.execute(_TABLE)
    connection.execute("DELETE FROM temp.chosen")
    _ask(connection, scope)
    if not connection.execute("SELECT 1 FROM temp.chosen LIMIT 1").fetchone():
        raise BadFile(ExchangeReason.NOTHING_IN_SCOPE)
    for column, table in ASKED_WITH_MATCH:
        connection.execute(
            f"{_ADD} SELECT DISTINCT {column}, '{table}', 2 FROM fixture JOIN"
            f" temp.chosen ON row = fixture.id WHERE {column} IS NOT NULL"
        )
    _add_companions(connection)
    for table in WHOLE:
        connection.execute(f"{_ADD} SELECT id, '{table}', 0 FROM {table}")
    _close(connection)


def title_of(connection: Any, scope: Scope) -> Words:
    """Return what the scope is called, for the officer and the receiver."""
    row = scope.record.bytes if scope.record else None
    if scope.kind is ScopeKind.SEASON:
        query = "SELECT label, label, label FROM season WHERE id = ?"
    elif scope.kind is ScopeKind.MATCH:
        query = """SELECT {} FROM fixture f LEFT JOIN club h ON h.id = f.home_club_id
          LEFT JOIN club a ON a.id = f.away_club_id WHERE f.id = ?""".format(
            ", ".join(
                f"{_name('h', code)} || ' – ' || {_name('a', code)}"
                f" || '{comma} ' || strftime('%d/%m/%Y', f.kick_off_date)"
                for code, comma in zip(LANGUAGES, _COMMAS, strict=True)
            )
        )
    elif scope.kind is ScopeKind.REGION and row is not None:
        query = "SELECT name_ar, name_fr, name_en FROM command WHERE id = ?"
    else:
        return Words(scope.city, scope.city, scope.city)
    found = connection.execute(query, (row,)).fetchone()
    if found is None:
        raise BadFile(ExchangeReason.NOTHING_IN_SCOPE)
    return Words(*(text or "" for text in found))


def _name(alias: str, code: str) -> str:
    others = [each for each in ("fr", "ar", "en") if each != code]
    texts = ", ".join(f"nullif({alias}.name_{each}, '')" for each in (code, *others))
    return f"coalesce({texts}, '?')"


def _ask(connection: Any, scope: Scope) -> None:
    """Add what the officer named."""
    row = scope.record.bytes if scope.record else None
    if scope.kind is ScopeKind.MATCH:
        query = "SELECT id, 'fixture', 2 FROM fixture WHERE id = ?"
        connection.execute(_ADD + query, (row,))
    elif scope.kind is ScopeKind.SEASON:
        query = "SELECT id, 'season', 2 FROM season WHERE id = ?"
        connection.execute(_ADD + query, (row,))
        query = "SELECT id, 'fixture', 2 FROM fixture WHERE season_id = ?"
        connection.execute(_ADD + query, (row,))
    elif scope.record is not None:
        _ask_command(connection, scope.record)
    else:
        _ask_city(connection, {fold(scope.city)})


def _ask_command(connection: Any, command: UUID) -> None:
    """Add a command, those under it, and the cities that they sit in."""
    connection.execute(_ADD + _BELOW, (command.bytes,))
    cities = {
        fold(city)
        for names in connection.execute(
            "SELECT city_ar, city_fr, city_en FROM command JOIN temp.chosen"
            " ON row = command.id"
        )
        for city in names
    }
    _ask_city(connection, cities)


def _ask_city(connection: Any, cities: set[str]) -> None:
    """Add the clubs, venues, units … of a city and the matches played there.

    A city is known by every name that some record gives it: asked for as "Fes", the
    records that say only فاس are found through one that says both.
    """
    known = {city for city in cities if city}
    names = [
        tuple(fold(text) for text in row)
        for table, column in _CITIES.items()
        for row in connection.execute(
            f"SELECT DISTINCT {column}_ar, {column}_fr, {column}_en FROM {table}"
        )
    ]
    for texts in names:
        if known.intersection(texts):
            known |= {text for text in texts if text}
    marks = ", ".join("?" * len(known))
    for table, column in _CITIES.items():
        fits = " OR ".join(f"fold({column}_{code}) IN ({marks})" for code in LANGUAGES)
        connection.execute(
            f"{_ADD} SELECT id, '{table}', 2 FROM {table} WHERE {fits}",
            (*known, *known, *known),
        )
    # the venue decides; where none is known yet, the home club
    connection.execute(
        f"{_ADD} SELECT id, 'fixture', 2 FROM fixture WHERE venue_id IN"
        " (SELECT row FROM temp.chosen WHERE tbl = 'venue') OR venue_id IS NULL AND"
        " home_club_id IN (SELECT row FROM temp.chosen WHERE tbl = 'club')"
    )


def _add_companions(connection: Any) -> None:
    """Add what goes with the records that were asked for, as long as there is more."""
    while True:
        before = connection.total_changes
        for owner, others in COMPANIONS.items():
            for table, column in others:
                connection.execute(
                    f"{_ADD} SELECT id, '{table}', 1 FROM {table} WHERE {column} IN"
                    f" (SELECT row FROM temp.chosen WHERE tbl = '{owner}'"
                    " AND rank > 0)"
                )
        if connection.total_changes == before:
            return


def _close(connection: Any) -> None:
    """Add parts, then whatever is referred to, until nothing is missing."""
    while True:
        before = connection.total_changes
        for owner, parts in PARTS.items():
            for table, column in parts:
                connection.execute(
                    f"{_ADD} SELECT id, '{table}', 0 FROM {table} WHERE {column} IN"
                    f" (SELECT row FROM temp.chosen WHERE tbl = '{owner}')"
                )
        for table, shape in shapes().items():
            for column, target in shape.references.items():
                connection.execute(
                    f"{_ADD} SELECT DISTINCT {column}, '{target}', 0 FROM {table} JOIN"
                    f" temp.chosen ON row = {table}.id WHERE {column} IS NOT NULL"
                )
        _add_twins(connection)
        if connection.total_changes == before:
            return


def _add_twins(connection: Any) -> None:
    """Add the other records that the chosen ones were called the same as, and why."""
    connection.execute(
        f"{_ADD} SELECT t.row, c.tbl, 0 FROM temp.chosen c JOIN journal_twin t"
        " ON t.elder = c.row UNION SELECT t.elder, c.tbl, 0 FROM temp.chosen c"
        " JOIN journal_twin t ON t.row = c.row"
    )
    connection.execute(
        f"{_ADD} SELECT twin.id, 'twin', 0 FROM twin JOIN temp.chosen c"
        " ON c.row IN (twin.first_id, twin.second_id)"
    )
