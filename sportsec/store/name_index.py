"""The index of names: Arabic-aware search text and sort keys, kept by triggers.

`name_index` holds one row per named record, on this PC only, with what a search
shows of it: its title, a line beside it, or the record whose title stands there.
Triggers write it in the transaction that writes the record, so no way of writing
can leave it behind.
Raw text cannot be indexed: FTS5 splits Arabic words at harakat (platform.md §3).
The text begins with a blank, so that the trigrams " ka" find words that begin so.

`name_word` holds each different word once, also read backwards and by ear, so that a
misspelt word is looked up where its beginning or its end is right. Words that no
record has any more stay until the index is made anew.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import cache
from typing import Any

from sportsec.domain.words import LANGUAGES
from sportsec.store.name_index_beside import COLUMNS_BESIDE, TEXTS_BESIDE, TOLD_BY

#: Table → expressions of its search text; sort keys come from `name_ar/fr/en`.
_SEARCHED: dict[str, tuple[str, ...]] = {
    "competition": ("code", "name_ar", "name_fr", "name_en"),
    "club": (
        *("code", "name_ar", "name_fr", "name_en", "city_ar", "city_fr", "city_en"),
        *("short_name_ar", "short_name_fr", "short_name_en"),
    ),
    "venue": ("name_ar", "name_fr", "name_en", "city_ar", "city_fr", "city_en"),
    "supporter_group": ("name_ar", "name_fr", "name_en", "aliases"),
    "organisation": ("name_ar", "name_fr", "name_en", "city_ar", "city_fr", "city_en"),
    "contact": ("name_ar", "name_latin", "phone", "other_phone", "email", "rank"),
    "command": ("name_ar", "name_fr", "name_en"),
    "unit": ("name_ar", "name_fr", "name_en", "home_city_ar", "home_city_fr"),
    "commitment": ("wording",),
    "liaison_entry": ("gist", "with_whom"),
    "meeting": ("place", "chair", "agenda"),
}
_TITLED = {
    "contact": ("name_ar", "name_latin", "name_latin"),
    "commitment": ("wording", "wording", "wording"),
    "liaison_entry": ("gist", "gist", "gist"),
    "meeting": ("place", "place", "place"),
}
#: Table → what the line beside the title says.
_BESIDE = dict.fromkeys(
    ("club", "venue", "organisation", "command"), ("city_ar", "city_fr", "city_en")
)
#: Table → references to the record whose title is that line; the first that is set.
_BODIES = {
    "supporter_group": ("club_id",),
    "unit": ("command_id",),
    "contact": ("organisation_id", "club_id", "group_id", "venue_id"),
    "commitment": ("group_id", "club_id", "organisation_id", "contact_id"),
    "liaison_entry": ("contact_id",),
}
_FALL_BACK = {0: (0, 1, 2), 1: (1, 2, 0), 2: (2, 1, 0)}

NAMED_TABLES = tuple(_SEARCHED)

_SORT_INDEX = """CREATE INDEX IF NOT EXISTS ix_name_index_{}
  ON name_index (kind, sort_{}, record)"""
_SEARCH_TABLE = """CREATE VIRTUAL TABLE IF NOT EXISTS name_search USING fts5(
  folded, content='name_index', tokenize='trigram')"""
_NEW_WORDS = """INSERT OR IGNORE INTO name_word
      SELECT value, mirrored(value), heard(value) FROM {}
      WHERE value NOT IN (SELECT word FROM name_word)"""
_ADD = f"""INSERT INTO name_search (rowid, folded) VALUES (NEW.rowid, NEW.folded);
      {_NEW_WORDS.format("json_each(words_in(NEW.folded))")}"""
_DROP = """INSERT INTO name_search (name_search, rowid, folded)
      VALUES ('delete', OLD.rowid, OLD.folded)"""
#: What the index holds of a record, besides its number and itself.
_HELD = (
    *("kind", "folded", *(f"sort_{code}" for code in LANGUAGES)),
    *(f"title_{code}" for code in LANGUAGES),
    *(f"beside_{code}" for code in LANGUAGES),
    "body",
)
#: A record keeps its number: where numbers do not rise, FTS5 writes what it has
#: gathered to the disk, for each record anew.
_KEEP = "ON CONFLICT (record) DO UPDATE SET " + ", ".join(
    f"{name} = excluded.{name}" for name in _HELD
)
_TABLES = (
    """CREATE TABLE IF NOT EXISTS name_index (
      rowid INTEGER PRIMARY KEY, kind TEXT NOT NULL, record BLOB NOT NULL UNIQUE,
      folded TEXT NOT NULL, sort_ar TEXT NOT NULL, sort_fr TEXT NOT NULL,
      sort_en TEXT NOT NULL, title_ar TEXT NOT NULL, title_fr TEXT NOT NULL,
      title_en TEXT NOT NULL, beside_ar TEXT NOT NULL, beside_fr TEXT NOT NULL,
      beside_en TEXT NOT NULL, body BLOB)""",
    *map(_SORT_INDEX.format, LANGUAGES, LANGUAGES),
    _SEARCH_TABLE,
    """CREATE TABLE IF NOT EXISTS name_word (
      word TEXT NOT NULL PRIMARY KEY, mirrored TEXT NOT NULL, heard TEXT NOT NULL
      ) WITHOUT ROWID""",
    """CREATE INDEX IF NOT EXISTS ix_name_word_mirrored ON name_word (mirrored)""",
    """CREATE INDEX IF NOT EXISTS ix_name_word_heard ON name_word (heard)""",
    "DROP TRIGGER IF EXISTS name_index_added",
    f"CREATE TRIGGER name_index_added AFTER INSERT ON name_index BEGIN {_ADD}; END",
    "DROP TRIGGER IF EXISTS name_index_gone",
    f"CREATE TRIGGER name_index_gone AFTER DELETE ON name_index BEGIN {_DROP}; END",
    "DROP TRIGGER IF EXISTS name_index_changed",
    f"""CREATE TRIGGER name_index_changed AFTER UPDATE OF folded ON name_index
      WHEN OLD.folded IS NOT NEW.folded BEGIN {_DROP}; {_ADD}; END""",
)


def index_statements(tables: Collection[str] = NAMED_TABLES) -> Iterable[str]:
    """Yield the SQL that makes the index and its triggers anew.

    Args:
        tables: Those that are indexed; an earlier version has fewer.
    """
    yield from _TABLES
    for table in tables:
        searched = _SEARCHED[table]
        shown = (*_titles(table), *_BESIDE.get(table, ()), *_BODIES.get(table, ()))
        others = COLUMNS_BESIDE.get(table, ())
        columns = ", ".join(dict.fromkeys((*searched, *shown, *others)))
        changed = f"UPDATE OF {columns}, deleted_at"
        for when in ("INSERT", changed):
            name = f"name_index_{table}_{when[:6].lower()}"
            yield f"DROP TRIGGER IF EXISTS {name}"
            yield (
                f"CREATE TRIGGER {name} AFTER {when} ON {table} BEGIN"
                " DELETE FROM name_index"
                " WHERE record = NEW.id AND NEW.deleted_at IS NOT NULL;"
                f" {_fill(table, 'NEW.')} WHERE NEW.deleted_at IS NULL {_KEEP}; END"
            )
        yield from _of_others(table)


def rebuild(connection: Any) -> None:
    """Make the index from the records, on a driver connection, in its transaction."""
    # An earlier version may have made the tables with other columns.
    for name in ("name_search", "name_index", "name_word"):
        connection.execute(f"DROP TABLE IF EXISTS {name}")
    query = "SELECT name FROM sqlite_master WHERE type = 'table'"
    there = {row[0] for row in connection.execute(query)}
    tables = [table for table in NAMED_TABLES if table in there]
    for statement in index_statements(tables):
        connection.execute(statement)
    for table in tables:
        filled = f"{_fill(table, f'{table}.')} FROM {table}"
        connection.execute(f"{filled} WHERE deleted_at IS NULL")


def forget_gone(connection: Any) -> None:
    """Keep no piece of a name that no record has any more.

    Args:
        connection: In no transaction; the file may be one of an earlier version.
    """
    has_words = is_current(connection)
    connection.execute("BEGIN IMMEDIATE")
    with connection:
        connection.execute("INSERT INTO name_search (name_search) VALUES ('rebuild')")
        if not has_words:
            return
        connection.execute("DELETE FROM name_word")
        held = "name_index, json_each(words_in(folded))"
        connection.execute(_NEW_WORDS.format(held))


def is_current(connection: Any) -> bool:
    """Say whether the index is kept by the triggers of this version."""
    query = "SELECT sql FROM sqlite_master WHERE type = 'trigger'"
    kept = {row[0] for row in connection.execute(query)}
    return kept.issuperset(_own_triggers())


@cache
def _own_triggers() -> frozenset[str]:
    made = index_statements()
    return frozenset(each for each in made if each.startswith("CREATE TRIGGER"))


def _titles(table: str) -> tuple[str, ...]:
    return _TITLED.get(table, ("name_ar", "name_fr", "name_en"))


def _of_others(table: str) -> Iterable[str]:
    """Yield the triggers of records by whose names those of a table are found."""
    for other, columns, which in TOLD_BY.get(table, ()):
        for when in ("INSERT", f"UPDATE OF {columns}"):
            name = f"name_index_{table}_by_{other}_{when[:6].lower()}"
            yield f"DROP TRIGGER IF EXISTS {name}"
            yield (
                f"CREATE TRIGGER {name} AFTER {when} ON {other} BEGIN"
                f" {_fill(table, f'{table}.')} FROM {table}"
                f" WHERE {which} AND {table}.deleted_at IS NULL {_KEEP}; END"
            )


def _fill(table: str, row: str) -> str:
    """Return an INSERT … SELECT of all that the index holds of a row."""
    texts = [f"{row}{column}" for column in _SEARCHED[table]]
    texts += (each.format(row=row) for each in TEXTS_BESIDE.get(table, ()))
    text = " || ' ' || ".join(texts)
    names = [f"{row}{name}" for name in _titles(table)]
    keys = (
        "coalesce(" + ", ".join(f"nullif({names[n]}, '')" for n in order) + ", '')"
        for order in _FALL_BACK.values()
    )
    sorts = (f"fold({key})" for key in keys)
    beside = [f"{row}{name}" for name in _BESIDE.get(table, ())] or ["''"] * 3
    bodies = [f"{row}{name}" for name in _BODIES.get(table, ())]
    body = f"coalesce({', '.join(bodies)}, NULL)" if bodies else "NULL"
    values = ", ".join((f"' ' || fold({text})", *sorts, *names, *beside, body))
    return (
        f"INSERT INTO name_index (record, {', '.join(_HELD)})"
        f" SELECT {row}id, '{table}', {values}"
    )
