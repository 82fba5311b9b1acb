"""Every sentence about a line beside the record: changes, doubts, decisions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from uuid import UUID

from sportsec.domain.fixtures import FixtureStatus
from sportsec.domain.intake.preview import Change
from sportsec.domain.intake.programme import Question
from sportsec.domain.problems import Level, Problem
from sportsec.domain.words import N_, Words

# Of the file as a whole.
NO_COMPETITION = Problem("competition", N_("Choose the competition of the file"))
NO_SEASON = Problem("season", N_("Choose the season of the file"))
_NO_DAY_ORDER = N_(
    "Say which comes first in the dates, the day or the month: “{text}” can be read as "
    "two days. Lines that wait for it: {count}"
)
RECORD_CHANGED = Problem(
    None,
    N_("The database has changed since the preview was made: look at it again"),
)
# Of a line.
SWAPPED = N_("Home and away are swapped: the database has {home} – {away}, {day}")
MEETS_TWICE = N_(
    "These clubs already meet here, {day}: is this another match, or that one?"
)
ALSO_MEETS = N_(
    "The database has {home} – {away} on {day} ({competition}): is this another match, "
    "or that one?"
)
IS_THAT_MATCH = N_("Changes {home} – {away} of {day} ({competition})")
OTHER_ROUND = N_("The database has this match in round {old}, the file in round {new}")
REPEATED = N_("Line {line} says the same")
ENDED_LATER = N_("Line {line} tells how this match ended")
REPEATED_OTHERWISE = N_("Line {line} says something else about the same match")

_UNKNOWN_CLUB = N_("“{name}” is not a known club: say which one it is")
_UNKNOWN_VENUE = N_("“{name}” is not a known stadium: say which one it is")
_UNKNOWN_COMPETITION = N_("“{name}” is another competition: say which one it is")
_REFUSED_CLUB = N_("“{name}” is not a known club")
_OTHER_COMPETITION = N_("The file is for {named}, but {chosen} is chosen")
_ONE_CLUB = N_("Both sides would be {club}")
_CLOSED = N_("Season {season} is closed: nothing may be changed in it")
_OTHER_SEASON = N_("The line belongs to season {season}")
_OUTSIDE = N_("{day} lies far outside season {season}")
_NOT_YET = N_("A match of {day} cannot have been played yet")
_STATUS_BACK = N_("The database says “{old}”, the file “{new}”")
_AGAIN = N_("They met on {old} ({status}): taken in, this is another match")
_OVER = N_("The match of {old} is over ({status}); the file gives {new}")
_AWAY_GROUND = N_("The stadium is the home of {away}: are home and away swapped?")
_HOME_GROUND = N_("No stadium given: the home stadium, {venue}")


def no_day_order(asked: Question) -> Problem:
    """Say that no line has a day before the officer says how days are written."""
    facts = {"text": asked.example, "count": asked.lines}
    return Problem("date", _NO_DAY_ORDER, facts=facts)


def unknown_club(name: str) -> Problem:
    """Say that a club has to be decided about."""
    return Problem("home", _UNKNOWN_CLUB, facts={"name": name})


def refused_club(name: str) -> Problem:
    """Say that a club is unknown where new ones are refused."""
    return Problem("home", _REFUSED_CLUB, facts={"name": name})


def unknown_venue(name: str) -> Problem:
    """Say that a venue has to be decided about."""
    return Problem("venue", _UNKNOWN_VENUE, facts={"name": name})


def unknown_competition(name: str) -> Problem:
    """Say that a competition has to be decided about."""
    return Problem("competition", _UNKNOWN_COMPETITION, facts={"name": name})


def other_competition(named: Words, chosen: Words) -> Problem:
    """Warn that the file names another competition than the one chosen."""
    facts = {"named": named, "chosen": chosen}
    return Problem("competition", _OTHER_COMPETITION, Level.WARN, facts)


def one_club(club: Words) -> Problem:
    """Say that two spellings mean one club."""
    return Problem("away", _ONE_CLUB, facts={"club": club})


def closed_season(label: str) -> Problem:
    """Say that the season is read only."""
    return Problem("season", _CLOSED, facts={"season": label})


def other_season(label: str) -> Problem:
    """Say that the line names another season than the one chosen."""
    return Problem("season", _OTHER_SEASON, facts={"season": label})


def outside_season(day: date, label: str) -> Problem:
    """Say that the day lies outside the season."""
    return Problem("date", _OUTSIDE, facts={"day": day, "season": label})


def not_played_yet(day: date) -> Problem:
    """Say that a result stands beside a day that has not come."""
    return Problem("date", _NOT_YET, facts={"day": day})


def status_back(old: FixtureStatus, new: FixtureStatus) -> Problem:
    """Say that the file takes back what became of the match."""
    return Problem("status", _STATUS_BACK, facts={"old": old, "new": new})


def over_elsewhere(status: FixtureStatus, old: date, new: date) -> Problem:
    """Say that a match which is over would go to quite another day."""
    facts = {"status": status, "old": old, "new": new}
    return Problem("date", _OVER, facts=facts)


def met_before(status: FixtureStatus, old: date) -> Problem:
    """Say that the two met already, so that a day to come means another match."""
    return Problem("date", _AGAIN, facts={"status": status, "old": old})


_NAMES_A_DAY = {MEETS_TWICE: "day", ALSO_MEETS: "day", _AGAIN: "old"}


def also_meets(day: date, competition: Words, sides: tuple[Words, Words]) -> Problem:
    """Ask whether a line means another match than the nearest of the two clubs.

    Args:
        sides: Its home and its away club: the line may name them the other way round.
    """
    home, away = sides
    facts = {"home": home, "away": away, "day": day, "competition": competition}
    return Problem("date", ALSO_MEETS, facts=facts)


def is_that_match(day: date, competition: Words, sides: tuple[Words, Words]) -> Problem:
    """Say which known match a line changes because the officer said that it is it."""
    home, away = sides
    facts = {"home": home, "away": away, "day": day, "competition": competition}
    return Problem("date", IS_THAT_MATCH, Level.WARN, facts)


def asks_if_same(problem: Problem) -> bool:
    """Say whether the officer is asked if a line means another match than one known."""
    return problem.message in {MEETS_TWICE, ALSO_MEETS}


def meeting_named(problem: Problem) -> date | None:
    """Return the day of the match that a line is asked to be another than, if any."""
    fact = _NAMES_A_DAY.get(problem.message)
    day = problem.facts[fact] if fact is not None else None
    return day if isinstance(day, date) else None


def away_ground(away: Words) -> Problem:
    """Say that the match would be on the ground of the away club."""
    return Problem("venue", _AWAY_GROUND, facts={"away": away})


def assumes_ground(problem: Problem) -> bool:
    """Say whether a venue was assumed, as the line of a new match gives none."""
    return problem.message == _HOME_GROUND


def home_ground(venue: Words) -> Problem:
    """Say which venue was assumed."""
    return Problem("venue", _HOME_GROUND, Level.WARN, {"venue": venue})


#: A match that goes further than this is warned of before all else about its line.
FAR = timedelta(14)
MOVED_FAR = N_("Moved by {days} days: {old} → {new}")
_KICK_OFF = N_("Kick-off: {old} → {new}")
_KICK_OFF_KNOWN = N_("The kick-off is now known: {new}")
_KICK_OFF_LOST = N_("Day: {old} → {new}, time not known yet")
_COMPETITION = N_("Competition: {old} → {new}")
_SEASON = N_("Season: {old} → {new}")
_VENUE = N_("Stadium: {old} → {new}")
_VENUE_KNOWN = N_("The stadium is now known: {new}")
_FROM_TO = {
    "round": N_("Round: {old} → {new}"),
    "leg": N_("Leg: {old} → {new}"),
    "status": N_("Status: {old} → {new}"),
    "status_remark": N_("Remark: {old} → {new}"),
}
_NOW = {
    "round": N_("Round: {new}"),
    "leg": N_("Leg: {new}"),
    "status_remark": N_("Remark: {new}"),
}
_NO_REMARK = N_("The remark “{old}” is dropped")
_NEUTRAL = N_("Now on neutral ground")
_NOT_NEUTRAL = N_("No longer on neutral ground")
_EXCHANGED = N_("Home and away are swapped")


def tells_exchange(problem: Problem) -> bool:
    """Say whether a sentence of `describe` says that home and away are exchanged."""
    return problem.message == _EXCHANGED


def moved_far(changes: tuple[Change, ...]) -> Problem | None:
    """Warn that a match goes to quite another day; None where it does not."""
    day = next((each for each in changes if each.field == "kick_off_date"), None)
    if day is None or not _is_far(day):
        return None
    days = abs((day.new - day.old).days)
    return _info("date", MOVED_FAR, days=days, old=day.old, new=day.new)


def _is_far(day: Change) -> bool:
    return bool(abs(day.new - day.old) > FAR)


def other_frame(
    competition: tuple[Words, Words], season: tuple[str, str]
) -> Iterator[Problem]:
    """Yield where a match goes that was known in another competition or season.

    Args:
        competition, season: As the record names it, and as the line does.
    """
    for field, message, (old, new) in (
        ("competition", _COMPETITION, competition),
        ("season", _SEASON, season),
    ):
        if old != new:
            yield _info(field, message, old=old, new=new)


def describe(
    changes: tuple[Change, ...], venues: Mapping[UUID, Words]
) -> Iterator[Problem]:
    """Yield a sentence for each thing that would change; see also `moved_far`."""
    by_field = {change.field: change for change in changes}
    yield from _describe_moment(by_field)
    if "venue_id" in by_field:
        yield _describe_venue(by_field["venue_id"], venues)
    yield from _describe_score(by_field)
    if "home_club_id" in by_field:
        yield _info("home", _EXCHANGED)
    if "is_neutral" in by_field:
        new = by_field["is_neutral"].new
        yield _info("neutral", _NEUTRAL if new else _NOT_NEUTRAL)
    for field in ("round", "leg", "status", "status_remark"):
        if field in by_field:
            _, old, new = by_field[field]
            if new == "":
                yield _info(field, _NO_REMARK, old=old)
            elif old is None or old == "":
                yield _info(field, _NOW[field], new=new)
            else:
                yield _info(field, _FROM_TO[field], old=old, new=new)


def _describe_moment(by_field: Mapping[str, Change]) -> Iterator[Problem]:
    moment, day = by_field.get("kick_off_at"), by_field.get("kick_off_date")
    if moment is None:
        if day is not None and not _is_far(day):  # else `moved_far` has said it
            yield _info("date", _KICK_OFF, old=day.old, new=day.new)
        return
    old: datetime | date | None = moment.old
    if moment.new is None and day is not None:
        yield _info("date", _KICK_OFF_LOST, old=day.old, new=day.new)
    elif old is None and day is None:
        yield _info("time", _KICK_OFF_KNOWN, new=moment.new)
    else:
        if old is None and day is not None:
            old = day.old
        yield _info("time", _KICK_OFF, old=old, new=moment.new)


def _describe_venue(change: Change, venues: Mapping[UUID, Words]) -> Problem:
    new = venues.get(change.new, Words())
    if change.old is None:
        return _info("venue", _VENUE_KNOWN, new=new)
    return _info("venue", _VENUE, old=venues.get(change.old, Words()), new=new)


def _describe_score(by_field: Mapping[str, Change]) -> Iterator[Problem]:
    home, away = by_field.get("home_score"), by_field.get("away_score")
    if home is None and away is None:
        return
    for side, change in (("home", home), ("away", away)):
        if change is not None and change.old is None:
            yield _info("score", _GOALS_KNOWN[side], new=change.new)
        elif change is not None:
            yield _info("score", _GOALS[side], old=change.old, new=change.new)


_GOALS_KNOWN = {"home": N_("Home goals: {new}"), "away": N_("Away goals: {new}")}
_GOALS = {
    "home": N_("Home goals: {old} → {new}"),
    "away": N_("Away goals: {old} → {new}"),
}


def _info(field: str, message: str, **facts: object) -> Problem:
    return Problem(field, message, Level.WARN, facts)
