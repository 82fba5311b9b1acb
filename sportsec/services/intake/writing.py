"""The matches of a preview into the store, by few statements for many rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import bindparam, select, union, update

from sportsec.domain.calendar_moves import plan_after_move
from sportsec.domain.fixtures import FixtureStatus, KickOffStatus
from sportsec.domain.identity import new_id
from sportsec.domain.intake.comparison import KnownMatch
from sportsec.domain.intake.preview import IntakeLine
from sportsec.domain.intake.programme import Programme
from sportsec.services.intake.bulk import chunks, insert_rows
from sportsec.services.plan_moves import PLANNED, shift_plan
from sportsec.services.ref_numbers import ref_numbers
from sportsec.store.tables.fixtures import Fixture, KickOffChange
from sportsec.store.work import Work

_FIXTURE_COLUMNS = (
    *("id", "ref_no", "competition_id", "season_id", "home_club_id", "away_club_id"),
    *("venue_id", "round", "leg", "is_neutral", "kick_off_date", "kick_off_at"),
    *("kick_off_zone", "kick_off_status", "status", "status_remark"),
    *("home_score", "away_score", "feed_uid"),
)
_MOVE_COLUMNS = (
    *("id", "fixture_id", "changed_at", "from_date", "from_at", "from_venue_id"),
    *("to_date", "to_at", "to_venue_id", "reason", "source"),
)


def write_new(
    work: Work, lines: Sequence[IntakeLine], programme: Programme
) -> tuple[UUID, ...]:
    """Put new matches into the calendar, numbered in the order of their days."""
    ordered = sorted(lines, key=_moment)
    numbers = {
        season: ref_numbers(work, season, first.line.date or date.min)
        for season, first in _first_of_each_season(ordered).items()
    }
    ids = [new_id() for _ in ordered]
    rows = (
        _row(key, next(numbers[each.season_id]), each, programme.zone)
        for key, each in zip(ids, ordered, strict=True)
    )
    insert_rows(work, Fixture, _FIXTURE_COLUMNS, rows)
    return tuple(ids)


def _moment(each: IntakeLine) -> tuple[date, str]:
    line = each.line
    return line.date or date.min, str(line.time or "")


def _first_of_each_season(lines: Sequence[IntakeLine]) -> dict[UUID | None, IntakeLine]:
    found: dict[UUID | None, IntakeLine] = {}
    for each in lines:
        found.setdefault(each.season_id, each)
    return found


def _row(key: UUID, number: str, each: IntakeLine, zone: str) -> tuple[Any, ...]:
    line = each.line
    status = line.status or FixtureStatus.SCHEDULED
    is_sure = status is FixtureStatus.CONFIRMED
    home, away = (None, None) if line.score is None else line.score[:2]
    return (
        *(key, number, *each[3:7], each.venue_id),
        *(line.round, line.leg, bool(line.neutral), line.date, line.kick_off, zone),
        KickOffStatus.CONFIRMED if is_sure else KickOffStatus.PROVISIONAL,
        *(status, line.remark, home, away, line.uid_hint),
    )


class _Place(NamedTuple):
    day: date
    at: datetime | None
    venue_id: UUID | None

    def is_first(self, before: _Place) -> bool:
        """Whether a stadium only became known."""
        return before.venue_id is None and self._replace(venue_id=None) == before


def write_changes(
    work: Work,
    lines: Sequence[IntakeLine],
    known: Mapping[UUID, KnownMatch],
    source: str,
) -> None:
    """Write what lines change in known matches; a move enters their history.

    As when the officer moves a match: gates, phases and arrivals keep their distance
    from the kick-off, the sector of the away public belongs to the old venue, and what
    was approved is to be approved anew.
    """
    values = {
        line.fixture_id: {each.field: each.new for each in line.changes}
        for line in lines
        if line.fixture_id is not None
    }
    moves = []
    for line in lines:
        if line.fixture_id is None:
            continue
        match, new = known[line.fixture_id], values[line.fixture_id]
        before = _Place(match.day, match.at, match.venue_id)
        after = _Place(
            new.get("kick_off_date", match.day),
            new.get("kick_off_at", match.at),
            new.get("venue_id", match.venue_id),
        )
        if before == after:
            continue
        new["kick_off_status"] = KickOffStatus.CHANGED
        if before.venue_id != after.venue_id:
            new |= {"away_sector_id": None, "relocation_reason": line.line.remark}
        moves.append((line, before, after))
    _follow(work, moves, values)
    _approve_anew(work, moves, values)
    _update(work, values)
    insert_rows(
        work,
        KickOffChange,
        _MOVE_COLUMNS,
        (
            (
                *(new_id(), each.fixture_id, work.now, *before, *after),
                *(each.line.remark, source),
            )
            for each, before, after in moves
        ),
    )
    work.session.expire_all()


def _follow(
    work: Work,
    moves: Sequence[tuple[IntakeLine, _Place, _Place]],
    values: dict[UUID, dict[str, Any]],
) -> None:
    """Move gates and plans of the matches that have them with the kick-off."""
    deltas = {
        each.fixture_id: after.at - before.at
        for each, before, after in moves
        if each.fixture_id is not None and before.at and after.at
        if after.at != before.at
    }
    for ids in chunks(list(deltas)):
        gates = select(Fixture.id, Fixture.gates_open_at).where(
            Fixture.id.in_(ids), Fixture.gates_open_at.is_not(None)
        )
        for fixture, opens in work.session.execute(gates):
            if opens is not None:
                values[fixture]["gates_open_at"] = opens + deltas[fixture]
        planned = union(
            *(
                select(part.fixture_id).where(part.fixture_id.in_(ids))
                for part in PLANNED
            )
        )
        for planned_one in list(work.session.scalars(planned)):
            if planned_one is not None:
                shift_plan(work, planned_one, deltas[planned_one])
    work.session.flush()


def _approve_anew(
    work: Work,
    moves: Sequence[tuple[IntakeLine, _Place, _Place]],
    values: dict[UUID, dict[str, Any]],
) -> None:
    """Let orders of matches that went elsewhere wait for their approval again."""
    elsewhere = [
        each.fixture_id
        for each, before, after in moves
        if each.fixture_id is not None and not after.is_first(before)
    ]
    for ids in chunks(elsewhere):
        plans = select(Fixture.id, Fixture.plan_status).where(Fixture.id.in_(ids))
        for fixture, plan in work.session.execute(plans):
            if plan_after_move(plan) is not plan:
                values[fixture]["plan_status"] = plan_after_move(plan)


def _update(work: Work, values: Mapping[UUID, Mapping[str, Any]]) -> None:
    """Write only the columns that change: the history of a match is by column."""
    alike: dict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
    for fixture, new in values.items():
        row = {f"new_{name}": new[name] for name in new} | {"fixture": fixture}
        alike[tuple(sorted(new))].append(row)
    table: Any = Fixture.__table__
    for names, rows in alike.items():
        statement = (
            update(table)
            .where(table.c.id == bindparam("fixture"))
            .values({name: bindparam(f"new_{name}") for name in names})
        )
        work.session.connection().execute(statement, rows)
        work.note_touched(Fixture.__tablename__)
