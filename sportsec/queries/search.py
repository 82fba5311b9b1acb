"""Search in the whole record: people, clubs, places, units, and their matches.

What was typed is looked for as it stands; only where that finds little, words that
sound like those typed, and then words that they may be misspelt from.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from sportsec.domain.finding import (
    Nearness,
    Typed,
    starts,
    typed_words,
    without_article,
)
from sportsec.domain.intake.matching_sounds import is_arabic
from sportsec.domain.typed_moment import meant_day
from sportsec.domain.words import LANGUAGES
from sportsec.queries.clock import local_day
from sportsec.queries.named import TRIGRAM, phrase
from sportsec.queries.search_arranged import ARRANGED, named_first, told
from sportsec.queries.search_hits import MATCH, Hit, name_hit
from sportsec.queries.search_matches import find_matches, matches_on, read_matches
from sportsec.queries.search_words import by_ear, misspelt, translated
from sportsec.store.name_index import NAMED_TABLES
from sportsec.store.work import Work

#: Names looked at before the best are chosen; more would not help a reader.
_LOOKED_AT = 60
#: Matches shown beside the names.
_MATCHES = 5
#: With fewer names than this, others that sound alike are looked for.
_FEW = 5
#: A record opened lately is as near as one this much nearer.
_LIFT = 3
#: Of equally near names those of these kinds come first.
_FIRST = ("competition", "club", "venue", "supporter_group", "command", "unit")
#: After two letters so many people come before units and the like, which are many of
#: one beginning; so many of the kinds before those come before people.
_PEOPLE = 3
_BEFORE_PEOPLE = _FIRST[:4]
_PERSON = "contact"
_KINDS = {kind: place for place, kind in enumerate(_FIRST)}
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
_OF_PEOPLE = f" AND n.kind = '{_PERSON}'"
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
            f"'{kind}'" for kind in NAMED_TABLES if kind not in ("contact", *ARRANGED)
        ),
        "'contact'",
    )
]
#: A row of the index: its number, kind, search text, titles as they are sorted, and
#: what a hit shows of it.
_Row = tuple[Any, ...]
#: A row with what ranks it: how near it is, the place of its kind, its length, number.
_Placed = tuple[float, int, int, int, _Row]
_TITLES, _OF_HIT = slice(3, 6), slice(6, None)


def search(
    work: Work, text: str, limit: int = 20, recent: Sequence[UUID] = ()
) -> list[Hit]:
    """Return the records that are what was typed, the best first.

    A name that begins with the words comes before one of which words begin with
    them, that before one that holds them elsewhere, and last come names that hold
    other spellings. After few letters some people come before most others: these are
    typed of their names. Matches follow: those to come first, then the latest played,
    and last the meetings and calls.

    What is a day, such as 6/12, finds the matches, meetings and calls of that day.

    The last name and the last match say so where others were left out.

    Args:
        text: In any script, with or without vowel signs and accents.
        recent: What was opened last, the latest first; it is lifted.
    """
    plain = search_plainly(work, text, limit, recent)
    return search_nearly(work, text, limit, plain)


def search_plainly(
    work: Work, text: str, limit: int, recent: Sequence[UUID]
) -> list[Hit]:
    """Return the same, but no names that hold other spellings: that takes no time."""
    words = typed_words(text)
    if not words:
        return []
    driver = work.flushed()
    names = _plain(driver, words, recent, limit + 1)
    day = meant_day(text, local_day(work))
    if day is not None:
        found = matches_on(work, day, _MATCHES + 1)
        known = {row[0] for row in names}
        of_day = _plain(driver, [day.isoformat()], (), limit + 1)
        names += [row for row in of_day if row[0] not in known]
    else:
        found = find_matches(work, words, _MATCHES + 1, maybe_round=not names)
    matches = sorted(found[:_MATCHES], key=lambda match: match.id not in recent)
    room = max(limit - len(matches), 0)
    hits = told(driver, list(map(_hit, names[:room])))
    shown = _cut(hits, is_cut=len(names) > room)
    return named_first([*shown, *_cut(matches, is_cut=len(found) > _MATCHES)])


def search_nearly(work: Work, text: str, limit: int, plain: Sequence[Hit]) -> list[Hit]:
    """Return what was found plainly and, where that is little, other spellings."""
    words = typed_words(text)
    matches = [hit for hit in plain if hit.kind == MATCH]
    names = [hit for hit in plain if hit.kind != MATCH]
    if not words or len(names) >= _FEW or len(matches) >= _MATCHES:
        return [*plain]
    driver = work.flushed()
    others = _spelt_otherwise(driver, words, is_lost=not plain)
    if not others:
        return [*plain]
    if not matches:
        likely = [each[0] for each in others]
        found = find_matches(work, likely, _MATCHES + 1, maybe_round=False)
        matches = _cut(found[:_MATCHES], is_cut=len(found) > _MATCHES)
    known = {hit.id for hit in names}
    room = max(limit - len(matches), 0)
    more = map(_hit, _holding_any(driver, others)[: room + len(known) + 1])
    names += told(driver, [hit for hit in more if hit.id not in known])
    return named_first([*_cut(names[:room], is_cut=len(names) > room), *matches])


def recall(work: Work, ids: Sequence[UUID]) -> list[Hit]:
    """Return what is still there of some records, in the order of their ids."""
    if not ids:
        return []
    driver = work.flushed()
    rows = driver.execute(_OF_RECORDS.format(_places(ids)), _raw(ids))
    hits = [*told(driver, list(map(_hit, rows))), *read_matches(work, ids)]
    return sorted(hits, key=lambda hit: ids.index(hit.id))


def _plain(
    driver: Any, words: Sequence[str], recent: Sequence[UUID], limit: int
) -> list[_Row]:
    """Return the rows of the index whose names hold all words, the best first."""
    rows = {row[0]: row for row in _candidates(driver, words, limit)}
    lifted: set[int] = set()
    if recent:
        lately = driver.execute(_OF_RECORDS.format(_places(recent)), _raw(recent))
        for row in lately:
            rows[row[0]] = row
            lifted.add(row[0])
    is_short = _is_short(words)
    if is_short and sum(row[1] == _PERSON for row in rows.values()) < _PEOPLE:
        rows |= {row[0]: row for row in _people(driver, words, limit)}
    return _ranked(
        rows.values(), words, lifted, leaves_out=Nearness.NONE, people=is_short
    )


def _is_short(words: Sequence[str]) -> bool:
    return all(len(word) < TRIGRAM for word in words)


def _people(driver: Any, words: Sequence[str], limit: int) -> list[_Row]:
    """Return people of whom words begin so: before them others filled the list."""
    tests = [_any(starts(word)) for word in words]
    return _holding(driver, words, tests, limit, only=_OF_PEOPLE)


def _ranked(
    rows: Iterable[_Row],
    words: Sequence[str],
    lifted: Container[int] = (),
    leaves_out: Nearness | None = None,
    *,
    people: bool = False,
) -> list[_Row]:
    """Return rows, those nearest to the words first.

    Of equally near ones some kinds come first, then the shortest.

    Args:
        people: A few people called so go before most others.
    """
    fit = Typed(words).fit
    found = []
    for row in rows:
        near, length = fit(row[_TITLES], row[2])
        if near is not leaves_out:
            lift = _LIFT if row[0] in lifted else 0
            kind = _KINDS.get(row[1], len(_KINDS))
            found.append((near - lift, kind, length, row[0], row))
    found.sort()
    ranked = [each[-1] for each in found]
    return _people_ahead(found, ranked) if people else ranked


def _people_ahead(found: Sequence[_Placed], ranked: Sequence[_Row]) -> list[_Row]:
    """Return rows in rank, with a few people who are called so before most others."""
    same = [row for near, *_, row in found if near <= Nearness.SAME]
    others = [
        row
        for near, *_, row in found
        if near == Nearness.PREFIX and row[1] in _BEFORE_PEOPLE
    ]
    persons = [
        row for near, *_, row in found if near <= Nearness.WORD and row[1] == _PERSON
    ]
    ahead = [*same, *others[:_PEOPLE], *persons[:_PEOPLE], *ranked]
    return list({row[0]: row for row in ahead}.values())


def _candidates(driver: Any, words: Sequence[str], limit: int) -> Iterator[_Row]:
    """Yield the rows that may be the best ones.

    Where more hold the words than are looked at, titles that begin with them are
    better; where these are few, so are rows of which words begin so.
    """
    if any(len(word) >= TRIGRAM for word in words):
        inside = _holding(driver, words, [_any((word,)) for word in words])
        if len(inside) < _LOOKED_AT:
            yield from inside
            return
    titles = _titles(driver, " ".join(words), limit)
    yield from titles
    if len({row[0] for row in titles}) < limit:
        tests = [_any(starts(word)) for word in words]
        yield from _holding(driver, words, tests, limit)


def _titles(driver: Any, typed: str, limit: int) -> list[_Row]:
    """Return rows that are called something that begins so, with an article or not."""
    bare = without_article(typed)
    begun = (("fr", typed), ("en", typed))
    if is_arabic(typed):
        begun = (("ar", bare), ("ar", f"ال{bare}"))
    found: list[_Row] = []
    for code, start in begun:
        # People are called the same in all Latin letters.
        for statements in _TITLED[:1] if code == "en" else _TITLED:
            query = statements[code].format(limit)
            found += driver.execute(query, (start, start + _LAST))
    return found


def _holding(
    driver: Any,
    words: Sequence[str],
    tests: Sequence[str],
    limit: int = _LOOKED_AT,
    only: str = "",
) -> list[_Row]:
    """Return rows that meet the test for each word; one too short for it is inside.

    Args:
        only: What else must hold.
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
    found: list[_Row] = driver.execute(f"{query} LIMIT {limit}", taken).fetchall()
    return found


def _spelt_otherwise(
    driver: Any, words: Sequence[str], *, is_lost: bool
) -> list[list[str]]:
    """Return what each word may stand for; nothing where all stand as they are.

    Args:
        is_lost: Nothing was found, so that words may be misspelt.
    """
    found = []
    is_other = False
    for place, word in enumerate(words):
        unfinished = place == len(words) - 1
        others = translated(word) + by_ear(driver, word, unfinished=unfinished)
        if is_lost and not others:
            others = misspelt(driver, word, unfinished=unfinished)
        is_other = is_other or bool(others)
        found.append([*others, word])
    return found if is_other else []


def _holding_any(driver: Any, others: Sequence[Sequence[str]]) -> list[_Row]:
    """Return the rows that hold one of several words for each place, best first."""
    tests = [
        _any([start for word in each for start in starts(word)]) for each in others
    ]
    found = _holding(driver, [each[-1] for each in others], tests)
    return _ranked(found, [each[0] for each in others])


def _any(texts: Sequence[str]) -> str:
    """Return the test that one of some texts is held."""
    asked = [phrase(text) for text in texts if len(text) >= TRIGRAM]
    return f"({' OR '.join(asked)})" if asked else ""


def _cut(shown: list[Hit], *, is_cut: bool) -> list[Hit]:
    """Let the last of the hits shown say that others were left out."""
    if shown and is_cut:
        shown[-1] = replace(shown[-1], more_follow=True)
    return shown


def _hit(row: _Row) -> Hit:
    return name_hit(row[1], *row[_OF_HIT])


def _places(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))


def _raw(ids: Sequence[UUID]) -> list[bytes]:
    return [each.bytes for each in ids]
