"""Judges a file by what was received of its sender before."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sportsec.domain.exchange import CellRow, Trust
from sportsec.domain.exchange_judging import (
    CHANGES_AHEAD,
    CLOCK_TOLERANCE,
    Before,
    judged,
    place_of,
)
from sportsec.domain.exchange_received import Judgement
from sportsec.domain.spoken import key_words
from sportsec.domain.words import Words
from sportsec.queries.history_acts import undone_by
from sportsec.queries.peers import cell_by_key, words_of_name
from sportsec.store.journal.shape import shapes_of
from sportsec.store.word_lists import word_lists
from sportsec.store.work import Work
from sportsec.sync.container import Opened
from sportsec.sync.incoming import Incoming
from sportsec.sync.manifest import Manifest
from sportsec.sync.versions import is_newer

#: Files of a cell that were taken in: number, whether the same database, when made.
_BEFORE = """SELECT json_extract(t.manifest, ?2), r.rid = ?3, t.made
 FROM journal_receipt AS t JOIN journal_replica AS r ON r.number = t.sender
 WHERE r.cell_key = ?1 AND json_extract(t.manifest, ?2) IS NOT NULL"""

#: Changes of fields, and fields that an insert speaks of, beyond those given.
_LATER = """WITH known AS (SELECT t.key AS tbl, c.value AS col
  FROM json_each(?1) AS t, json_each(t.value) AS c),
 said AS (SELECT tbl, col FROM temp.incoming_op WHERE kind = 'U'
  UNION ALL SELECT i.tbl, v.key FROM temp.incoming_op AS i, json_each(i.val) AS v
  WHERE i.kind = 'I' AND i.val IS NOT NULL)
SELECT count(*) FROM said WHERE (tbl, col) NOT IN (SELECT tbl, col FROM known)"""

_AHEAD = """SELECT r.name, max(a.wall) FROM temp.incoming_act a
JOIN journal_replica r ON r.number = a.act >> 32
WHERE a.wall > ? GROUP BY r.cell_key ORDER BY r.name"""


def judge(work: Work, path: Path, opened: Opened) -> Judgement:
    """Say what is known about a file before it is looked into.

    Args:
        work: A writing one: it knows our own key.
    """
    manifest = opened.manifest
    number, is_for_us = _number(work, manifest)
    before, last_made = _before(work, manifest, number, is_for_us=is_for_us)
    query = "SELECT act FROM journal_receipt WHERE digest = ? ORDER BY act DESC"
    again = work.connection.execute(query, (opened.digest,)).fetchone()
    # those for anybody were given to others; one that holds all makes up for them
    has_some = bool(before.same or before.others)
    place, missing = place_of(
        *(number, before),
        was_received=again is not None,
        tells_gaps=is_for_us or (has_some and not manifest.full),
    )
    return judged(
        Judgement(
            path,
            _sender(work, manifest),
            place,
            number,
            manifest.made,
            manifest.scope,
            manifest.title,
            missing,
            _clock_off(work.now, manifest.made, last_made),
            manifest.version,
            is_newer_version=is_newer(manifest),
            was_undone=again is not None and bool(undone_by(work, again)),
            withholds_personal=not manifest.personal,
            changes=sum(manifest.counts.values()),
        )
    )


def looked_into(found: Judgement, work: Work, incoming: Incoming) -> Judgement:
    """Add what only its content tells: what is new in it, what is missing before it."""
    query = "SELECT count(*) FROM temp.incoming_op WHERE kind = 'P'"
    purges = work.connection.execute(query).fetchone()[0]
    return judged(
        replace(
            found,
            new_changes=incoming.changes + incoming.filled,
            purges=purges,
            later=_values_for_later(work, found),
            ahead=tuple(_ahead(work)),
            lacking=tuple(_lacking(work, incoming)),
        )
    )


def _values_for_later(work: Work, found: Judgement) -> int:
    """Return how many new values stand in columns that this version does not know."""
    if not found.is_newer_version:
        return 0
    known = {
        table: [*shape.registers, *shape.columns]
        for table, shape in shapes_of(work.connection).items()
    }
    (later,) = work.connection.execute(_LATER, (json.dumps(known),)).fetchone()
    return int(later)


def _ahead(work: Work) -> Iterator[tuple[Words, timedelta]]:
    """Yield the cells whose new changes are dated more than a day ahead of our clock.

    They are taken in all the same: whose clock is wrong nobody knows.
    """
    now = int(work.now.timestamp() * 1000)
    least = now + CHANGES_AHEAD // timedelta(milliseconds=1)
    for name, wall in work.connection.execute(_AHEAD, (least,)):
        yield words_of_name(name), timedelta(milliseconds=wall - now)


def _lacking(work: Work, incoming: Incoming) -> list[tuple[Words, int]]:
    found = []
    query = "SELECT name, op_upto, act_upto FROM journal_replica WHERE number = ?"
    for number, since_op, _, since_act, _ in incoming.spans:
        name, ops, acts = work.connection.execute(
            query, (incoming.numbers[number],)
        ).fetchone()
        if since_act > acts:
            found.append((words_of_name(name), max(1, since_op - ops)))
    return found


def _number(work: Work, manifest: Manifest) -> tuple[int, bool]:
    """Return the number of a file, and whether it counts those for us alone."""
    me = work.identity.cell_key if work.identity else b""
    is_for_us = me in manifest.number
    return manifest.number.get(me if is_for_us else b"", 0), is_for_us


def _before(
    work: Work, manifest: Manifest, number: int, *, is_for_us: bool
) -> tuple[Before, datetime | None]:
    """Return the files taken in before, and when the one before this was made."""
    key = work.identity.cell_key if work.identity and is_for_us else b""
    where = f'$.number."{key.hex() or "*"}"'
    sender = manifest.sender
    rows = work.connection.execute(
        _BEFORE, (sender.cell_key, where, sender.rid)
    ).fetchall()
    same = {each: made for each, is_same, made in rows if is_same}
    others = {each: made for each, is_same, made in rows if not is_same}
    known = same or others
    last = max(known, default=number)
    made = known[last] if last < number else None
    return (
        Before(frozenset(same), frozenset(others)),
        None if made is None else datetime.fromtimestamp(made / 1000, UTC),
    )


def _sender(work: Work, manifest: Manifest) -> CellRow:
    sender = manifest.sender
    if work.identity is not None and sender.cell_key == work.identity.cell_key:
        trust = Trust.OURS
    else:
        known = cell_by_key(work, sender.cell_key)
        if known is not None:
            return replace(known, name=sender.name or known.name)
        trust = Trust.UNKNOWN
    return CellRow(
        sender.cell_key, sender.name, trust, key_words(sender.cell_key, word_lists())
    )


def _clock_off(
    now: datetime, made: datetime, before: datetime | None
) -> timedelta | None:
    if made > now + CLOCK_TOLERANCE:
        return made - now
    if before is not None and made < before - CLOCK_TOLERANCE:
        return made - before
    return None
