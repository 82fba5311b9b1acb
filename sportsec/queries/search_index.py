"""The rows of the index of names, as the search in the whole record reads them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sportsec.domain.finding import without_article
from sportsec.domain.intake.matching_sounds import is_arabic
from sportsec.domain.words import LANGUAGES
from sportsec.queries.named import TRIGRAM, phrase
from sportsec.queries.search_arranged import ARRANGED
from sportsec.store.name_index import NAMED_TABLES

#: Names looked at before the best are chosen; more would not help a reader.
LOOKED_AT = 60
#: A word of more names than this tells too little of which person is meant.
_FEW_NAMES = 200
#: People of a place looked at while somebody types.
_OF_ONE_PLACE = 20_000
PERSON = "contact"
#: Kinds of the places where people are, and the columns that say so.
_PLACES = ("club", "organisation", "supporter_group", "venue")
_AT_PLACE = " OR ".join(
    f"contact.{column} = place.record"
    for column in ("club_id", "organisation_id", "group_id", "venue_id")
)
_LAST = "\U0010ffff"
#: The driver prepares these once; it would take longer than answering them. Limits
#: are written out: with bound ones SQLite prepares them anew each time.
_SHOWN = """SELECT n.rowid, n.kind, n.folded, n.sort_ar, n.sort_fr, n.sort_en,
 n.record, n.title_ar, n.title_fr, n.title_en, coalesce(body.title_ar, n.beside_ar),
 coalesce(body.title_fr, n.beside_fr), coalesce(body.title_en, n.beside_en)
FROM"""
_BODY = "LEFT JOIN name_index body ON body.record = n.body WHERE"
_HOLDING = f"""{_SHOWN} name_search s CROSS JOIN name_index n ON n.rowid = s.rowid
 {_BODY} s.name_search MATCH ?1"""
#: Those noted last come first: not by a sort, the index is read from its end.
LATEST = " ORDER BY s.rowid DESC"
OF_ARRANGED = f" AND n.kind IN ({', '.join(map(repr, ARRANGED))})"
OF_PEOPLE = f" AND n.kind = '{PERSON}'"
_NUMBERS = f"""SELECT rowid FROM name_search WHERE name_search MATCH ?1
 LIMIT {_FEW_NAMES + 1}"""  # noqa: S608 - our own constant
_OF_NUMBERS = f"""{_SHOWN} ({_NUMBERS}) s CROSS JOIN name_index n ON n.rowid = s.rowid
 {_BODY} n.kind = '{PERSON}'"""
#: Of a place that one word names at least, those of whom another is the name.
_OF_PLACE = f"""{_SHOWN} (SELECT contact.id AS record, place.folded
  FROM name_index place CROSS JOIN contact ON {_AT_PLACE}
  WHERE place.kind IN {_PLACES} AND {{place}}
  LIMIT {_OF_ONE_PLACE}) p CROSS JOIN name_index n ON n.record = p.record
 {_BODY} {{person}} AND {{all}} LIMIT {{limit}}"""  # noqa: S608 - our own constants
_ROWS = f"{_SHOWN} name_index n {_BODY}"
_OF_RECORDS = f"{_ROWS} n.record IN ({{}})"
#: People are asked for apart: there are so many that they would crowd others out.
_TITLED = [
    {
        code: f"{_ROWS} n.kind IN ({kinds})"
        f" AND n.sort_{code} >= ?1 AND n.sort_{code} < ?2 LIMIT {{}}"
        for code in LANGUAGES
    }
    for kinds in (
        ", ".join(
            f"'{kind}'" for kind in NAMED_TABLES if kind not in (PERSON, *ARRANGED)
        ),
        f"'{PERSON}'",
    )
]
#: A row of the index: its number, kind, search text, titles as they are sorted, and
#: what a hit shows of it.
Row = tuple[Any, ...]
TITLES, RECORD, OF_HIT = slice(3, 6), 6, slice(6, None)


def titles_like(driver: Any, typed: str, limit: int) -> list[Row]:
    """Return rows that are called something that begins so, with an article or not."""
    bare = without_article(typed)
    begun = (("fr", typed), ("en", typed))
    if is_arabic(typed):
        begun = (("ar", bare), ("ar", f"ال{bare}"))
    found: list[Row] = []
    for code, start in begun:
        # People are called the same in all Latin letters.
        for statements in _TITLED[:1] if code == "en" else _TITLED:
            query = statements[code].format(limit)
            found += driver.execute(query, (start, start + _LAST))
    return found


def of_records(driver: Any, ids: Sequence[UUID]) -> list[Row]:
    """Return the rows of those of some records that are there, in any order."""
    query = _OF_RECORDS.format(", ".join("?" * len(ids)))
    found: list[Row] = driver.execute(query, [each.bytes for each in ids]).fetchall()
    return found


def holding(
    driver: Any,
    words: Sequence[str],
    tests: Sequence[str],
    limit: int = LOOKED_AT,
    only: str = "",
    then: str = "",
) -> list[Row]:
    """Return rows that meet the test for each word; one too short for it is inside.

    Args:
        only: What else must hold.
        then: Their order, where it matters which are left out.
    """
    asked = [test for test in tests if len(test) > TRIGRAM]
    if not asked:
        return []
    pairs = zip(words, tests, strict=True)
    short = [word for word, test in pairs if len(test) <= TRIGRAM]
    query = _HOLDING + only
    for place in range(len(short)):
        query += f" AND instr(n.folded, ?{place + 2}) > 0"
    taken = (" AND ".join(asked), *short)
    query += f"{then} LIMIT {limit}"
    found: list[Row] = driver.execute(query, taken).fetchall()
    return found


def people_beside(driver: Any, words: Sequence[str], limit: int) -> list[Row]:
    """Return people of whose name one word is; the others are of it or of their place.

    Those are gone by whose names hold a word that few do: to look at all who bear a
    frequent one would take too long while somebody types. Of frequent words one must
    name the place, and its people are gone by.
    """
    found: dict[int, Row] = {}
    are_frequent = False
    for word in words:
        others = [_begun(other) for other in words if other != word]
        if not others or len(word) < TRIGRAM:
            continue
        numbers = driver.execute(_NUMBERS, (phrase(word),)).fetchall()
        if not 0 < len(numbers) <= _FEW_NAMES:
            are_frequent = are_frequent or bool(numbers)
            continue
        query = _OF_NUMBERS
        for place in range(len(others)):
            query += f" AND instr(n.folded || ' ' || body.folded, ?{place + 2}) > 0"
        rows = driver.execute(f"{query} LIMIT {limit}", (phrase(word), *others))
        found |= {row[0]: row for row in rows}
    if are_frequent and len(found) < limit:
        found |= {row[0]: row for row in _people_of(driver, words, limit)}
    return [*found.values()][:limit]


def _people_of(driver: Any, words: Sequence[str], limit: int) -> list[Row]:
    """Return people of a place: some words are of its name, the others of theirs."""
    asked = dict.fromkeys(map(_begun, words))
    each = range(1, len(asked) + 1)
    names = "n.folded || ' ' || p.folded"
    query = _OF_PLACE.format(
        place=f"({' OR '.join(f'instr(place.folded, ?{at}) > 0' for at in each)})",
        person=f"({' OR '.join(f'instr(n.folded, ?{at}) > 0' for at in each)})",
        all=" AND ".join(f"instr({names}, ?{at}) > 0" for at in each),
        limit=limit,
    )
    found: list[Row] = driver.execute(query, [*asked]).fetchall()
    return found


def _begun(word: str) -> str:
    """Return what of a word is looked for: a short one begins a word of the name."""
    return word if len(word) >= TRIGRAM else f" {word}"


def any_of(texts: Sequence[str]) -> str:
    """Return the test that one of some texts is held."""
    asked = [phrase(text) for text in texts if len(text) >= TRIGRAM]
    return f"({' OR '.join(asked)})" if asked else ""
