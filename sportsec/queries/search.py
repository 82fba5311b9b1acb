"""Search in the whole record: people, clubs, places, units, and their matches.

What was typed is looked for as it stands; only where that finds little, words that
sound like those typed, and then words that they may be misspelt from.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sportsec.domain.finding import Nearness, Typed, starts, typed_words
from sportsec.domain.typed_moment import meant_day
from sportsec.queries.clock import local_day
from sportsec.queries.named import TRIGRAM
from sportsec.queries.search_arranged import (
    ARRANGED,
    MOST_ARRANGED,
    dated,
    means_arranged,
    named_first,
    recalled,
    told,
)
from sportsec.queries.search_functions import people_by_function, people_by_place
from sportsec.queries.search_hits import MATCH, Hit, name_hit
from sportsec.queries.search_index import (
    LATEST,
    LOOKED_AT,
    OF_ARRANGED,
    OF_HIT,
    OF_PEOPLE,
    PERSON,
    RECORD,
    TITLES,
    Row,
    any_of,
    holding,
    of_records,
    titles_like,
)
from sportsec.queries.search_matches import find_matches, matches_on, read_matches
from sportsec.queries.search_words import by_ear, misspelt, translated
from sportsec.store.work import Work

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
_KINDS = {kind: place for place, kind in enumerate(_FIRST)}
#: A row with what ranks it: how near it is, the place of its kind, its length, number.
_Placed = tuple[float, int, int, int, Row]


def search(
    work: Work, text: str, limit: int = 20, recent: Sequence[UUID] = ()
) -> list[Hit]:
    """Return the records that are what was typed, the best first.

    A name that begins with the words comes before one of which words begin with
    them, that before one that holds them elsewhere, and last come names that hold
    other spellings. After few letters some people come before most others: these are
    typed of their names. Matches follow: those to come first, then the latest played,
    and last what is told in sentences: promises, meetings and calls, of these those
    called so first, and of equal ones those to come, then the latest.

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
    today = local_day(work)
    day = meant_day(text, today)
    if day is not None:
        found = matches_on(driver, day, _MATCHES + 1)
        known = {row[0] for row in names}
        of_day = _plain(driver, [day.isoformat()], (), limit + 1)
        names += [row for row in of_day if row[0] not in known]
    else:
        found = find_matches(driver, words, today, _MATCHES + 1, maybe_round=not names)
    matches = sorted(found[:_MATCHES], key=lambda match: match.id not in recent)
    room = max(limit - len(matches), 0)
    shown = _shown(driver, names, room, words, today, recent)
    matches = _cut(matches, is_cut=len(found) > _MATCHES)
    return named_first([*shown, *matches], words)


def search_nearly(work: Work, text: str, limit: int, plain: Sequence[Hit]) -> list[Hit]:
    """Return what was found plainly and, where that is little, other spellings."""
    words = typed_words(text)
    matches = [hit for hit in plain if hit.kind == MATCH]
    names = [hit for hit in plain if hit.kind != MATCH]
    if not words or len(names) >= _FEW or len(matches) >= _MATCHES:
        return [*plain]
    driver = work.flushed()
    today = local_day(work)
    others = _spelt_otherwise(driver, words, is_lost=not plain)
    if not others:
        return [*plain]
    if not matches:
        likely = [each[0] for each in others]
        found = find_matches(driver, likely, today, _MATCHES + 1, maybe_round=False)
        matches = _cut(found[:_MATCHES], is_cut=len(found) > _MATCHES)
    known = {hit.id.bytes for hit in names}
    told_of = Counter(hit.kind for hit in names if hit.kind in ARRANGED)
    full = {kind for kind, count in told_of.items() if count >= MOST_ARRANGED}
    if not plain and len(words) == 1:
        others = [others[0][:-1]]  # nothing holds it as it stands
    rows = _holding_any(driver, others)
    more = [row for row in rows if row[RECORD] not in known and row[1] not in full]
    room = max(limit - len(matches) - len(names), 0)
    nearly = _shown(driver, more, room, words, today)
    return named_first([*names, *matches], words, nearly)


def recall(work: Work, ids: Sequence[UUID]) -> list[Hit]:
    """Return what is still there of some records, in the order of their ids."""
    if not ids:
        return []
    driver = work.flushed()
    rows = map(_hit, of_records(driver, ids))
    hits = [*recalled(driver, list(rows)), *read_matches(driver, ids)]
    return sorted(hits, key=lambda hit: ids.index(hit.id))


def with_people(work: Work, text: str, hits: Sequence[Hit], limit: int) -> list[Hit]:
    """Return hits with people found by their function or place, before the matches."""
    people = dict.fromkeys(people_by_place(work, text, limit))
    people |= dict.fromkeys(people_by_function(work, text, limit))
    known = {hit.id for hit in hits}
    found = recall(work, [one for one in people if one not in known][:limit])
    if not found:
        return [*hits]
    names = [hit for hit in hits if hit.kind != MATCH]
    matches = [hit for hit in hits if hit.kind == MATCH]
    return named_first([*names, *found, *matches], typed_words(text))[:limit]


def _plain(
    driver: Any, words: Sequence[str], recent: Sequence[UUID], limit: int
) -> list[Row]:
    """Return the rows of the index whose names hold all words, the best first."""
    rows = {row[0]: row for row in _candidates(driver, words, limit)}
    lifted: set[int] = set()
    if recent:
        for row in of_records(driver, recent):
            rows[row[0]] = row
            lifted.add(row[0])
    is_short = _is_short(words)
    if is_short and sum(row[1] == PERSON for row in rows.values()) < _PEOPLE:
        rows |= {row[0]: row for row in _people(driver, words, limit)}
    return _ranked(
        rows.values(), words, lifted, leaves_out=Nearness.NONE, people=is_short
    )


def _is_short(words: Sequence[str]) -> bool:
    return all(len(word) < TRIGRAM for word in words)


def _people(driver: Any, words: Sequence[str], limit: int) -> list[Row]:
    """Return people of whom words begin so: before them others filled the list."""
    tests = [any_of(starts(word)) for word in words]
    return holding(driver, words, tests, limit, only=OF_PEOPLE)


def _ranked(
    rows: Iterable[Row],
    words: Sequence[str],
    lifted: Container[int] = (),
    leaves_out: Nearness | None = None,
    *,
    people: bool = False,
) -> list[Row]:
    """Return rows, those nearest to the words first.

    Of equally near ones some kinds come first, then the shortest.

    Args:
        people: A few people called so go before most others.
    """
    fit = Typed(words).fit
    found = []
    for row in rows:
        near, length = fit(row[TITLES], row[2])
        if near is not leaves_out:
            lift = _LIFT if row[0] in lifted else 0
            kind = _KINDS.get(row[1], len(_KINDS))
            found.append((near - lift, kind, length, row[0], row))
    found.sort()
    ranked = [each[-1] for each in found]
    return _people_ahead(found, ranked) if people else ranked


def _people_ahead(found: Sequence[_Placed], ranked: Sequence[Row]) -> list[Row]:
    """Return rows in rank, with a few people who are called so before most others."""
    same = [row for near, *_, row in found if near <= Nearness.SAME]
    others = [
        row
        for near, *_, row in found
        if near == Nearness.PREFIX and row[1] in _BEFORE_PEOPLE
    ]
    persons = [
        row for near, *_, row in found if near <= Nearness.WORD and row[1] == PERSON
    ]
    ahead = [*same, *others[:_PEOPLE], *persons[:_PEOPLE], *ranked]
    return list({row[0]: row for row in ahead}.values())


def _candidates(driver: Any, words: Sequence[str], limit: int) -> Iterator[Row]:
    """Yield the rows that may be the best ones.

    Where more hold the words than are looked at, titles that begin with them are
    better; where these are few, so are rows of which words begin so; of meetings and
    calls those noted last, and where these are called so, no others.
    """
    inside: list[Row] = []
    if any(len(word) >= TRIGRAM for word in words):
        inside = holding(driver, words, [any_of((word,)) for word in words])
        if len(inside) < LOOKED_AT:
            yield from inside
            return
    titles = titles_like(driver, " ".join(words), limit)
    yield from titles
    if len({row[0] for row in titles}) < limit:
        yield from _begun(driver, words, inside, limit)


def _begun(
    driver: Any, words: Sequence[str], inside: Sequence[Row], limit: int
) -> list[Row]:
    """Return rows of which words begin so.

    Args:
        inside: The first that hold the words anywhere, where these were asked for.
    """
    tests = [any_of(starts(word)) for word in words]
    if means_arranged(words):
        return holding(driver, words, tests, only=OF_ARRANGED, then=LATEST)
    arranged = sum(row[1] in ARRANGED for row in inside)
    if arranged > len(inside) // 2:
        return holding(driver, words, tests, limit, then=LATEST)
    # The index gives both in one order: the first that begin so may be there already.
    near = Typed(words).nearness
    begun = [row for row in inside if near((), row[2]) is Nearness.BESIDE]
    return (
        begun[:limit] if len(begun) >= limit else holding(driver, words, tests, limit)
    )


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


def _holding_any(driver: Any, others: Sequence[Sequence[str]]) -> list[Row]:
    """Return the rows that hold one of several words for each place, best first."""
    tests = [
        any_of([start for word in each for start in starts(word)]) for each in others
    ]
    found = holding(driver, [each[-1] for each in others], tests)
    return _ranked(found, [each[0] for each in others])


def _cut(shown: list[Hit], *, is_cut: bool) -> list[Hit]:
    """Let the last of the hits shown say that others were left out."""
    if shown and is_cut:
        shown[-1] = shown[-1]._replace(more_follow=True)
    return shown


def _shown(
    driver: Any,
    rows: Sequence[Row],
    room: int,
    words: Sequence[str],
    today: date,
    recent: Sequence[UUID] = (),
) -> list[Hit]:
    """Return as many rows as there is room for, meetings and calls after the others.

    Where these are what was typed, there is room for some.
    """
    named = [row for row in rows if row[1] not in ARRANGED]
    if len(named) == len(rows):
        shown = _hits(driver, named[:room])
        return _cut(shown, is_cut=len(named) > room)
    kept = MOST_ARRANGED if means_arranged(words) else 0
    shown = _hits(driver, named[: max(room - kept, 0)])
    shown = _cut(shown, is_cut=len(shown) < len(named))
    if len(shown) < room:
        others = [(row[1], row[RECORD]) for row in rows if row[1] in ARRANGED]
        arranged = told(driver, others, words, today, recent)
        left = room - len(shown)
        shown += _cut(arranged[:left], is_cut=len(arranged) > left)
    return shown


def _hits(driver: Any, rows: Iterable[Row]) -> list[Hit]:
    return dated(driver, list(map(_hit, rows)))


def _hit(row: Row) -> Hit:
    return name_hit(row[1], *row[OF_HIT])
