"""What a file would hold, field by field, before anything is written."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sportsec.domain.exchange import ScopeKind, SendPlan, SendWish, SentKind
from sportsec.i18n.labels_exchange import kind_place
from sportsec.queries.peers import Positions, cell_by_key
from sportsec.store.journal.shape import shapes_of
from sportsec.store.work import Work
from sportsec.sync.outgoing import ranges, since
from sportsec.sync.wishes import checked, choose_records, database_of, own_connection


def plan_of(work: Work, wish: SendWish) -> SendPlan:
    """Say what a file would hold; nothing is written.

    Raises:
        BadFile: It cannot be sent like this.
    """
    known = checked(work, wish)
    with own_connection(database_of(work)) as connection:
        connection.execute("BEGIN")
        title = choose_records(connection, wish)
        where = _where(connection, wish, known)
        kinds = tuple(_kinds(connection, wish, where))
        acts = connection.execute(
            f"SELECT count(DISTINCT act) FROM main.journal_op AS o WHERE {where}"
        ).fetchone()[0]
        connection.execute("ROLLBACK")
    return SendPlan(wish, title, kinds, acts, _told_at(work, wish) if known else None)


def _told_at(work: Work, wish: SendWish) -> datetime | None:
    """Return since when at least one addressee has not told what it has."""
    if wish.scope.kind is not ScopeKind.SINCE:
        return None
    cells = [cell_by_key(work, key) for key in wish.to]
    told = [cell.seen_at for cell in cells if cell is not None]
    return min((at for at in told if at is not None), default=None)


def _where(connection: Any, wish: SendWish, known: Positions | None) -> str:
    """Return SQL of the operations `o` that go."""
    if wish.scope.is_partial:
        return "o.row IN (SELECT row FROM temp.chosen)"
    return ranges(since(connection, known or {}))


def _kinds(connection: Any, wish: SendWish, where: str) -> Iterator[SentKind]:
    known = shapes_of(connection)
    query = (
        "SELECT tbl, count(DISTINCT row), count(*) FROM main.journal_op AS o"
        f" WHERE {where} GROUP BY tbl"
    )
    rows = connection.execute(query).fetchall()
    for table, records, changes in sorted(rows, key=lambda row: kind_place(row[0])):
        shape = known.get(table)
        names = tuple(shape.columns) if shape else ()
        personal = tuple(
            name
            for name in names
            if shape and shape.register_of[name] in shape.personal
        )
        counts = (table, records, changes)
        if wish.with_personal:
            yield SentKind(*counts, names, personal=personal)
        else:
            kept = tuple(name for name in names if name not in personal)
            yield SentKind(*counts, kept, withheld=personal)
