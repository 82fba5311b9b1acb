"""Which meeting of two clubs a line of a programme is about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sportsec.domain.intake import comparison_words as words
from sportsec.domain.intake.findings import ASKING
from sportsec.domain.intake.memory import Memory
from sportsec.domain.intake.preview import IntakeLine, LineKey, Verdict
from sportsec.domain.intake.programme import Outcome, ProgrammeLine
from sportsec.domain.problems import Level
from sportsec.services.intake.frame import Frame
from sportsec.services.intake.names import NameBook

#: Competition, season, home club, away club.
PairKey = tuple[UUID, UUID, UUID, UUID]
#: The same as numbers: they are compared and looked up much faster.
Numbers = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Setting:
    """What lines are compared with.

    Args:
        taken: Unclear lines that the officer takes all the same.
    """

    frame: Frame
    clubs: NameBook
    venues: NameBook
    zone: str
    today: date
    taken: frozenset[LineKey]


class LinePlacer:
    """Finds competition, season and clubs of each line, among those of the record."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._frame = setting.frame
        self._clubs = setting.clubs.ids()
        self._places = Memory(self._place_of)

    def place(self, line: ProgrammeLine) -> tuple[Numbers, PairKey] | IntakeLine:
        """Say which meeting a line is about, or why that cannot be said."""
        if line.problems and line.is_blocked:
            asks = all(
                each.message in ASKING
                for each in line.problems
                if each.level is Level.BLOCK
            )
            outcome = Outcome.UNCLEAR if asks else Outcome.REFUSED
            return IntakeLine(line, outcome, line.problems)
        said = line.competition, line.season, line.date
        competition, season = self._places[said]
        home, away = self._clubs[line.home], self._clubs[line.away]
        if home is None or away is None or competition is None or season is None:
            return self._unplaced(line, home, away)
        numbers = competition.int, season.int, home.int, away.int
        if numbers[2] == numbers[3]:
            return self._unplaced(line, home, away)
        return numbers, (competition, season, home, away)

    # ---- inside

    def _unplaced(
        self, line: ProgrammeLine, home: UUID | None, away: UUID | None
    ) -> IntakeLine:
        reasons = []
        outcome = Outcome.UNCLEAR
        competition, season = self._places[line.competition, line.season, line.date]
        if competition is None:
            named = line.competition and self._frame.book is not None
            reasons.append(
                words.unknown_competition(line.competition)
                if named
                else words.NO_COMPETITION
            )
        if season is None:
            reasons.append(words.NO_SEASON)
        for spelled, club in ((line.home, home), (line.away, away)):
            if club is not None:
                continue
            if self._setting.clubs.matches[spelled].verdict is Verdict.REFUSED:
                outcome = Outcome.REFUSED
                reasons.append(words.refused_club(spelled))
            else:
                reasons.append(words.unknown_club(spelled))
        if home is not None and home == away:
            reasons.append(words.one_club(self._setting.clubs.names[home]))
        return IntakeLine(
            line,
            outcome,
            (*reasons, *line.problems),
            home_club_id=home,
            away_club_id=away,
        )

    def _place_of(
        self, said: tuple[str, str, date | None]
    ) -> tuple[UUID | None, UUID | None]:
        """Return the competition and season of a line."""
        competition, season, day = said
        return (
            self._frame.competitions[competition],
            self._frame.seasons[season] or self._frame.by_day.get(day),
        )
