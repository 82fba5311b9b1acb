"""Every line of a programme beside the record: its outcome, and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from sportsec.domain.fixtures import FixtureStatus
from sportsec.domain.intake import comparison_words as words
from sportsec.domain.intake.comparison import (
    KnownMatch,
    changes_of,
    day_doubt,
    doubts_of,
    exchanged,
    is_rematch,
    outcome_of,
)
from sportsec.domain.intake.comparison_pairs import Pairing, pair_up, swapped
from sportsec.domain.intake.memory import Memory
from sportsec.domain.intake.preview import Change, IntakeLine, Verdict
from sportsec.domain.intake.programme import Outcome, ProgrammeLine
from sportsec.domain.problems import Level, Problem
from sportsec.services.intake.placing import LinePlacer, Numbers, PairKey, Setting

_NEW = Pairing()


class LineComparer:
    """Compares all lines of a file with the matches of the record."""

    def __init__(self, setting: Setting, matches: Iterable[KnownMatch]) -> None:
        self._setting = setting
        self._frame = setting.frame
        self._directory = setting.frame.directory
        self._placer = LinePlacer(setting)
        self._venues = setting.venues.ids()
        self._by_pair: dict[Numbers, list[KnownMatch]] = {}
        for match in matches:
            _, competition, season, home, away, *_ = match
            numbers = competition.int, season.int, home.int, away.int
            self._by_pair.setdefault(numbers, []).append(match)
        self._claimed: set[int] = set()
        self._zone = setting.zone
        self._closed_seasons = Memory(self._closed)
        self._day_doubts = Memory(self._day_doubt)
        self._grounds = Memory(self._ground_of)

    def _closed(self, season: UUID | None) -> Problem | None:
        if season is None:
            return None
        facts = self._directory.seasons[season]
        return words.closed_season(facts.label) if facts.is_closed else None

    def compare(self, lines: Sequence[ProgrammeLine]) -> tuple[IntakeLine, ...]:
        """Return what taking each line in would do, in the order given."""
        place = self._placer.place
        result: dict[int, IntakeLine] = {}
        meetings: dict[Numbers, tuple[PairKey, list[int]]] = {}
        for index, line in enumerate(lines):
            found = place(line)
            if isinstance(found, IntakeLine):
                result[index] = found
                continue
            numbers, key = found
            meeting = meetings.get(numbers)
            if meeting is None:
                meetings[numbers] = (key, [index])
            else:
                meeting[1].append(index)
        paired = [
            (numbers, key, index, pairing)
            for numbers, (key, indexes) in meetings.items()
            for index, pairing in self._pair_up(numbers, key, indexes, lines)
        ]
        for numbers, key, index, pairing in paired:
            result[index] = self._settle(numbers, key, lines[index], pairing)
        return tuple([result[index] for index in range(len(lines))])

    def _pair_up(
        self,
        numbers: Numbers,
        key: PairKey,
        indexes: list[int],
        lines: Sequence[ProgrammeLine],
    ) -> Iterable[tuple[int, Pairing]]:
        """Return what each line of a meeting means; the file's own order decides."""
        known = self._by_pair.get(numbers, ())
        if len(indexes) == 1:
            if not known:
                return ((indexes[0], _NEW),)
        else:
            indexes.sort(key=lambda n: (lines[n].sheet, lines[n].number))
        league = self._directory.competitions[key[0]].is_league
        pairings = pair_up([lines[n] for n in indexes], known, is_league=league)
        for pairing in pairings:
            if pairing.known is not None:
                self._claimed.add(pairing.known.id.int)
        return zip(indexes, pairings, strict=True)

    def _settle(
        self, numbers: Numbers, key: PairKey, line: ProgrammeLine, pairing: Pairing
    ) -> IntakeLine:
        if pairing.repeats is not None:
            return _repeated(key, line, pairing)
        if pairing.earlier:
            remarks = filter(None, (pairing.earlier, line.remark))
            line = line._replace(remark="; ".join(remarks))
        venue = self._venues[line.venue] if line.venue else None
        doubts = [] if pairing.doubt is None else [pairing.doubt]
        known = pairing.known
        if known is not None and is_rematch(line, known, self._setting.today):
            doubts.append(words.met_before(known.status, known.day))
            return self._new(key, line, venue, doubts)
        if known is not None:
            changes = changes_of(line, known, venue, self._zone)
            return self._known(key, line, known, venue, changes, doubts)
        reverse = self._exchanged(numbers, key, line) if self._by_pair else None
        if reverse is not None:
            changes = exchanged(line, reverse, venue, self._zone)
            doubts = [self._exchange_doubt(reverse)]
            return self._known(key, line, reverse, venue, changes, doubts)
        new = self._new(key, line, venue, doubts)
        if pairing.may_be is None or new.if_taken is not Outcome.NEW:
            return new
        return new._replace(may_be=pairing.may_be.id)

    def _new(
        self,
        key: PairKey,
        line: ProgrammeLine,
        venue: UUID | None,
        doubts: list[Problem],
    ) -> IntakeLine:
        notes = line.problems
        if not line.venue and not line.neutral:
            venue, assumed = self._grounds[key[2]]
            notes = assumed + notes if notes else assumed
        return self._weighed(IntakeLine(line, Outcome.NEW, notes, *key, venue), doubts)

    def _known(
        self,
        key: PairKey,
        line: ProgrammeLine,
        known: KnownMatch,
        venue: UUID | None,
        changes: tuple[Change, ...],
        doubts: list[Problem],
    ) -> IntakeLine:
        notes = line.problems
        if changes:
            notes = (*words.describe(changes, self._setting.venues.names), *notes)
            doubts += doubts_of(known, changes)
        outcome = outcome_of(changes)
        weighed = self._weighed(
            IntakeLine(line, outcome, notes, *key, venue, known.id, changes), doubts
        )
        far = words.moved_far(changes)
        if far is None:
            return weighed
        return weighed._replace(reasons=(far, *weighed.reasons))

    def _weighed(self, plain: IntakeLine, doubts: list[Problem]) -> IntakeLine:
        """Hold a line back when something about it should be looked at first."""
        line = plain.line
        if line.venue and plain.venue_id is None and self._is_open(line.venue):
            doubts.append(words.unknown_venue(line.venue))
        if plain.outcome is Outcome.SAME and not doubts:
            return plain
        season = plain.season_id
        closed = self._closed_seasons[season]
        if closed is not None and plain.outcome is not Outcome.SAME:
            reasons = (closed, *plain.reasons)
            return plain._replace(outcome=Outcome.UNCLEAR, reasons=reasons)
        if line.season in self._frame.season_doubts:
            doubts.append(self._frame.season_doubts[line.season])
        strange = self._day_doubts[line.date, line.status, season]
        if strange is not None:
            doubts.append(strange)
        if line.venue and self._is_away_ground(plain):
            away = self._setting.clubs.names[plain.away_club_id]  # type: ignore[index]  # placed
            doubts.append(words.away_ground(away))
        if not doubts:
            return plain
        reasons = (*doubts, *plain.reasons)
        if plain.key in self._setting.taken:
            return plain._replace(reasons=reasons)
        return plain._replace(
            outcome=Outcome.UNCLEAR, reasons=reasons, if_taken=plain.outcome
        )

    def _is_away_ground(self, plain: IntakeLine) -> bool:
        """Say whether a match goes to the ground of its away club: exchanged sides?"""
        home_venues = self._directory.home_venues
        if plain.line.neutral or plain.home_club_id is None or not plain.away_club_id:
            return False
        own, other = (
            home_venues.get(club) for club in (plain.home_club_id, plain.away_club_id)
        )
        is_there = other is not None and other == plain.venue_id
        goes_there = plain.fixture_id is None or any(
            change.field == "venue_id" for change in plain.changes
        )
        return is_there and goes_there and own is not None and own != other

    def _is_open(self, venue: str) -> bool:
        return self._setting.venues.matches[venue].verdict is not Verdict.LEFT_OUT

    def _exchanged(
        self, numbers: Numbers, key: PairKey, line: ProgrammeLine
    ) -> KnownMatch | None:
        competition, season, home, away = numbers
        reverse = self._by_pair.get((competition, season, away, home))
        if not reverse:
            return None
        left = [match for match in reverse if match.id.int not in self._claimed]
        is_league = self._directory.competitions[key[0]].is_league
        return swapped(line, left, is_league=is_league)

    def _exchange_doubt(self, known: KnownMatch) -> Problem:
        names = self._setting.clubs.names
        facts = {
            "home": names[known.home_club_id],
            "away": names[known.away_club_id],
            "day": known.day,
        }
        return Problem("home", words.SWAPPED, facts=facts)

    def _ground_of(self, club: UUID) -> tuple[UUID | None, tuple[Problem, ...]]:
        venue = self._directory.home_venues.get(club)
        if venue not in self._setting.venues.names:
            return None, ()
        return venue, (words.home_ground(self._setting.venues.names[venue]),)

    def _day_doubt(
        self, key: tuple[date | None, FixtureStatus | None, UUID | None]
    ) -> Problem | None:
        day, status, season = key
        if season is None:
            return None
        return day_doubt(
            day, status, self._directory.seasons[season], self._setting.today
        )


def _repeated(key: PairKey, line: ProgrammeLine, pairing: Pairing) -> IntakeLine:
    is_told = pairing.agrees or pairing.is_broken_off
    message = words.REPEATED if pairing.agrees else words.REPEATED_OTHERWISE
    if pairing.is_broken_off:
        message = words.ENDED_LATER
    level = Level.WARN if is_told else Level.BLOCK
    reason = Problem(None, message, level, {"line": str(pairing.repeats)})
    outcome = Outcome.SAME if is_told else Outcome.REFUSED
    known = pairing.known.id if pairing.known is not None else None
    return IntakeLine(line, outcome, (reason, *line.problems), *key, fixture_id=known)
