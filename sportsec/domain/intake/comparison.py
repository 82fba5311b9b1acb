"""A line of a programme beside a known match: what it would change, and the doubts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from sportsec.domain.fixtures import FixtureStatus as S
from sportsec.domain.folding import fold
from sportsec.domain.intake import comparison_words as words
from sportsec.domain.intake.preview import Change
from sportsec.domain.intake.programme import Outcome, ProgrammeLine
from sportsec.domain.intake.rounds import round_key
from sportsec.domain.kick_off import local_day
from sportsec.domain.life_cycle import AHEAD, OVER, may_follow
from sportsec.domain.problems import Problem

#: A match that is over may be found to have been played a few days off, not weeks.
CORRECTION = timedelta(days=7)
#: Seasons spill over their days by play-offs and postponed matches, not by more.
SPILL = timedelta(days=60)

_MOVES = frozenset({"kick_off_date", "kick_off_at", "venue_id"})
#: These have a result: another day is another match.
_DECIDED = frozenset({S.PLAYED, S.AWARDED})
#: Cannot be true before the day of the match.
_ON_THE_DAY = frozenset({S.PLAYED, S.INTERRUPTED, S.ABANDONED})


class KnownMatch(NamedTuple):
    """A match of the record, as far as programmes speak of it."""

    id: UUID
    competition_id: UUID
    season_id: UUID
    home_club_id: UUID
    away_club_id: UUID
    round: str
    leg: int | None
    venue_id: UUID | None
    is_neutral: bool
    day: date
    at: datetime | None
    zone: str
    status: S
    remark: str
    home_score: int | None
    away_score: int | None
    uid: str


@dataclass(frozen=True, slots=True)
class SeasonFacts:
    """The days of a season, and whether it may still be written into."""

    label: str
    starts_on: date | None
    ends_on: date | None
    is_closed: bool


def outcome_of(changes: tuple[Change, ...]) -> Outcome:
    """Say what changes to a known match come to."""
    if not changes:
        return Outcome.SAME
    moves = any(change.field in _MOVES for change in changes)
    return Outcome.MOVED if moves else Outcome.CHANGED


def changes_of(
    line: ProgrammeLine, known: KnownMatch, venue_id: UUID | None, zone: str
) -> tuple[Change, ...]:
    """Return what a line changes in a known match: what it does not say stays.

    Args:
        venue_id: What the line's venue means; None when it names none.
        zone: Where the line's day is meant.
    """
    # Most lines of a programme say nothing new: they are seen through at once.
    moved = tuple(_moves(line, known, venue_id, zone))
    return (*moved, *_particulars(line, known, has_moved=bool(moved)))


def _moves(
    line: ProgrammeLine, known: KnownMatch, venue_id: UUID | None, zone: str
) -> Iterator[Change]:
    at, day = line.kick_off, line.date
    if at is not None:
        if at != known.at:
            day = day if zone == known.zone else local_day(at, known.zone)
            if day != known.day:
                yield Change("kick_off_date", known.day, day)
            yield Change("kick_off_at", known.at, at)
    elif day != known.day:
        yield Change("kick_off_date", known.day, day)
        if known.at is not None:
            yield Change("kick_off_at", known.at, None)
    if venue_id is not None and venue_id != known.venue_id:
        yield Change("venue_id", known.venue_id, venue_id)


def _particulars(
    line: ProgrammeLine, known: KnownMatch, *, has_moved: bool
) -> Iterator[Change]:
    if (
        line.round
        and line.round != known.round
        and round_key(line.round) != round_key(known.round)
    ):
        yield Change("round", known.round, line.round)
    if line.leg is not None and line.leg != known.leg:
        yield Change("leg", known.leg, line.leg)
    if line.neutral is not None and line.neutral != known.is_neutral:
        yield Change("is_neutral", known.is_neutral, line.neutral)
    if line.score is not None:
        if line.score.home != known.home_score:
            yield Change("home_score", known.home_score, line.score.home)
        if line.score.away != known.away_score:
            yield Change("away_score", known.away_score, line.score.away)
    status = status_wanted(line, known, has_moved=has_moved)
    if status is not known.status:
        yield Change("status", known.status, status)
        if status in AHEAD and not line.remark and known.remark:
            yield Change("status_remark", known.remark, "")
    if line.remark and fold(line.remark) != fold(known.remark):
        yield Change("status_remark", known.remark, line.remark)


def status_wanted(line: ProgrammeLine, known: KnownMatch, *, has_moved: bool) -> S:
    """Return what a line says became of a known match.

    A postponed match with a new day is in the calendar again; a list that only says
    "scheduled" or gives a score knows less than who confirmed or awarded the match.
    """
    if line.status is None or line.status is known.status:
        if known.status is S.POSTPONED and has_moved and line.status is None:
            return S.SCHEDULED
        return known.status
    if line.status is S.SCHEDULED and known.status is S.CONFIRMED:
        return known.status
    if line.status is S.PLAYED and known.status is S.AWARDED:
        same = line.score is None or (line.score.home, line.score.away) == (
            known.home_score,
            known.away_score,
        )
        return known.status if same else S.PLAYED
    return line.status


def exchanged(
    line: ProgrammeLine, known: KnownMatch, venue_id: UUID | None, zone: str
) -> tuple[Change, ...]:
    """Return what a line changes in a known match that it names the other way round."""
    turned = known._replace(
        home_club_id=known.away_club_id,
        away_club_id=known.home_club_id,
        home_score=known.away_score,
        away_score=known.home_score,
    )
    others = {each.field: each for each in changes_of(line, turned, venue_id, zone)}
    scores = []
    for field in ("home_score", "away_score"):
        old, new = getattr(known, field), getattr(turned, field)
        if field in others:
            new = others.pop(field).new
        if new != old:
            scores.append(Change(field, old, new))
    return (
        Change("home_club_id", known.home_club_id, known.away_club_id),
        Change("away_club_id", known.away_club_id, known.home_club_id),
        *scores,
        *others.values(),
    )


def doubts_of(known: KnownMatch, changes: tuple[Change, ...]) -> Iterator[Problem]:
    """Yield why changes of a known match must not be written unasked."""
    for change in changes:
        if change.field == "status" and (
            not may_follow(change.old, change.new)
            or (change.old in OVER and change.new in AHEAD)
        ):
            yield words.status_back(change.old, change.new)
        elif (
            change.field == "kick_off_date"
            and known.status in OVER
            and abs(change.new - change.old) > CORRECTION
        ):
            yield words.over_elsewhere(known.status, change.old, change.new)


def is_rematch(line: ProgrammeLine, known: KnownMatch, today: date) -> bool:
    """Say whether a line means another match than the one that was decided."""
    return (
        known.status in _DECIDED
        and line.date is not None
        and line.date > today
        and line.date - known.day > CORRECTION
    )


def day_doubt(
    day: date | None, status: S | None, season: SeasonFacts, today: date
) -> Problem | None:
    """Say why the day of a match looks wrong, None when it does not."""
    if day is None:
        return None
    if status in _ON_THE_DAY and day > today:
        return words.not_played_yet(day)
    begins, ends = season.starts_on, season.ends_on
    if (begins is not None and day < begins - SPILL) or (
        ends is not None and day > ends + SPILL
    ):
        return words.outside_season(day, season.label)
    return None


def says_the_same(one: ProgrammeLine, other: ProgrammeLine) -> bool:
    """Say whether two lines of one file about one match agree."""
    return (
        one.date == other.date
        and one.kick_off == other.kick_off
        and one.score == other.score
        and one.status == other.status
        and fold(one.venue) == fold(other.venue)
        and round_key(one.round) == round_key(other.round)
    )
