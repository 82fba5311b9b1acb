"""Files that are technically perfect and wrong: the signs, each in one sentence."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from statistics import median

from sportsec.domain.fixtures import FixtureStatus
from sportsec.domain.folding import fold
from sportsec.domain.intake.programme import Programme, ProgrammeLine
from sportsec.domain.intake.rounds import round_key
from sportsec.domain.intake.seasons import bounds, season_year
from sportsec.domain.intake.teams import is_placeholder
from sportsec.domain.problems import Level, Problem
from sportsec.domain.words import N_

_REPEATED = N_(
    "{lines} lines hold only {matches} different matches: the same ones come again "
    "and again."
)
_DUPLICATES = N_(
    "Lines that repeat a match given above: {count}; the first is line {line}."
)
_TWICE_A_DAY = N_(
    "Clubs that play twice on one day: {count}; the first is {club} on {day}."
)
_UNEVEN = N_(
    "Clubs have very different numbers of matches: {few_club} {few}, "
    "{many_club} {many}."
)
_OTHER_SPORT = N_("This may be the list of another sport: it says “{word}”.")
_OTHER_SCORES = N_("This may be the list of another sport: the usual score is {score}.")
_SETS = N_("This may be a volleyball list: every match ends with three won sets.")
_OUT_OF_SEASON = N_(
    "Matches outside the season {season}: {count}; the first is on {day}."
)
_NIGHT = N_("{count} of {all} kick-offs lie between 0:00 and 9:00, such as {hour}.")
_ONE_HOUR = N_("All {all} kick-offs are at {hour}.")
_UNREADABLE = N_("{count} of {all} lines cannot be read: check which column is which.")

# Futsal is among our competitions (domain.md §2.1), so it is no other sport.
_SPORTS = {
    word: re.compile(rf"(?:\b|ل){fold(word)}")  # "لكرة اليد" is one word with its "of"
    for word in (
        *("handball", "hand-ball", "basket", "volley", "rugby", "hockey", "cricket"),
        *("كرة اليد", "كرة السلة", "الكرة الطائرة", "كرة الطائرة", "الريكبي"),
    )
}


#: The day of such a line is the one on which it was not played.
_NOT_THAT_DAY = frozenset({FixtureStatus.POSTPONED, FixtureStatus.CANCELLED})


def suspicions(
    programme: Programme,
    matches: Sequence[ProgrammeLine],
    duplicates: Sequence[tuple[int, ...]],
) -> list[Problem]:
    """Say what is suspicious about a programme, gravest first."""
    known = [line for line in matches if not is_placeholder(line.home)]
    found = [
        *_repeated(known),
        *_other_sport(programme, known),
        *_unreadable(programme),
        *_duplicated(duplicates),
        *_twice_a_day(known),
        *_out_of_season(programme, known),
        *_hours(known),
        *_uneven(known),
    ]
    return [Problem(None, text, Level.WARN, facts) for text, facts in found]


Found = Iterator[tuple[str, dict[str, object]]]


def _season_of(line: ProgrammeLine) -> object:
    return line.season or (season_year(line.date) if line.date else None)


def _repeated(matches: Sequence[ProgrammeLine]) -> Found:
    """In one season two clubs meet once or twice at each ground, hardly thrice."""
    pairs = Counter(
        (line.home, line.away, line.competition, _season_of(line)) for line in matches
    )
    if len(matches) >= 12 and len(matches) >= 3 * len(pairs):
        yield _REPEATED, {"lines": len(matches), "matches": len(pairs)}


def _duplicated(duplicates: Sequence[tuple[int, ...]]) -> Found:
    count = sum(len(numbers) - 1 for numbers in duplicates)
    if count:
        line = min(numbers[1] for numbers in duplicates)
        yield _DUPLICATES, {"count": count, "line": str(line)}


def _twice_a_day(matches: Sequence[ProgrammeLine]) -> Found:
    meetings: dict[tuple[str, date], set[tuple[str, str]]] = defaultdict(set)
    for line in matches:
        if line.date is not None and line.status not in _NOT_THAT_DAY:
            for club in (line.home, line.away):
                meetings[club, line.date].add((line.home, line.away))
    twice = [key for key, pairs in meetings.items() if len(pairs) > 1]
    if twice:
        club, day = min(twice, key=lambda key: key[1])
        yield _TWICE_A_DAY, {"count": len(twice), "club": club, "day": day}


def _uneven(matches: Sequence[ProgrammeLine]) -> Found:
    """In a league all clubs play about as often; in a cup they do not."""
    leagues: dict[tuple[str, object], list[ProgrammeLine]] = defaultdict(list)
    for line in matches:
        leagues[line.competition, _season_of(line)].append(line)
    for lines in leagues.values():
        counts = Counter(club for line in lines for club in (line.home, line.away))
        if len(counts) < 6 or not _is_league(lines):
            continue
        middle = median(counts.values())
        (many_club, many), (few_club, few) = (
            counts.most_common(1)[0],
            counts.most_common()[-1],
        )
        if middle >= 8 and (few < middle * 0.6 or many > middle * 1.5):
            yield (
                _UNEVEN,
                {
                    "few_club": few_club,
                    "few": few,
                    "many_club": many_club,
                    "many": many,
                },
            )
            return


def _is_league(lines: Sequence[ProgrammeLine]) -> bool:
    matchdays = sum(1 for line in lines if round_key(line.round).isdecimal())
    return matchdays >= 0.8 * len(lines)


def _other_sport(programme: Programme, matches: Sequence[ProgrammeLine]) -> Found:
    competitions = dict.fromkeys(line.competition for line in matches)
    texts = (programme.competition, programme.name, *programme.headings, *competitions)
    for text in texts:
        plain = fold(text.replace("_", " "))
        for word, pattern in _SPORTS.items():
            if pattern.search(plain):
                yield _OTHER_SPORT, {"word": word}
                return
    scores = [line.score for line in matches if line.score is not None]
    if len(scores) < 6:
        return
    home = median(score.home for score in scores)
    away = median(score.away for score in scores)
    if min(home, away) >= 8:
        yield _OTHER_SCORES, {"score": f"{home:.0f}-{away:.0f}"}
    elif len(scores) >= 12 and all(max(s[:2]) == 3 > min(s[:2]) for s in scores):
        yield _SETS, {}


def _out_of_season(programme: Programme, matches: Sequence[ProgrammeLine]) -> Found:
    outside: list[tuple[date, str]] = []
    for line in matches:
        label = line.season or programme.season
        limits = bounds(label) if label else None
        if limits and line.date and not limits[0] <= line.date <= limits[1]:
            outside.append((line.date, label))
    if outside:
        day, label = min(outside)
        yield _OUT_OF_SEASON, {"count": len(outside), "season": label, "day": day}


def _hours(matches: Sequence[ProgrammeLine]) -> Found:
    """Hours that lost their afternoon, or a zone that was misunderstood."""
    hours = [line.time for line in matches if line.time is not None]
    night = [hour for hour in hours if hour.hour < 9]
    if len(hours) < 8:
        return
    usual = Counter(hours).most_common(1)[0][0]
    days = {line.date for line in matches}
    if len(set(hours)) == 1 and len(days) > 3 and not 12 <= usual.hour <= 22:
        yield _ONE_HOUR, {"all": len(hours), "hour": f"{usual:%H:%M}"}
    elif len(night) > 0.3 * len(hours):
        example = Counter(night).most_common(1)[0][0]
        facts = {"count": len(night), "all": len(hours), "hour": f"{example:%H:%M}"}
        yield _NIGHT, dict(facts)


def _unreadable(programme: Programme) -> Found:
    broken = sum(1 for line in programme.lines if not (line.home and line.away))
    if len(programme.lines) >= 6 and broken > 0.3 * len(programme.lines):
        yield _UNREADABLE, {"count": broken, "all": len(programme.lines)}
