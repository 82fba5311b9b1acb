"""What the matches already played say: the table, and earlier meetings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sportsec.domain.fixtures import OutcomeCode
from sportsec.domain.words import Words
from sportsec.services.sample.clubs import clubs
from sportsec.services.sample.matches import Match
from sportsec.services.sample.turnout import outcome


@dataclass(frozen=True, slots=True)
class Meeting:
    """A match already played, with its outcome for public order."""

    match: Match
    code: OutcomeCode
    note: Words


class History:
    """All matches of the sample, old and new.

    Args:
        matches: In order of time.
    """

    def __init__(self, matches: Iterable[Match]) -> None:
        self._by_pair: dict[frozenset[str], list[Meeting]] = defaultdict(list)
        self._league: dict[str, list[Match]] = defaultdict(list)
        for match in matches:
            if not match.is_played:
                continue
            pair = frozenset((match.home, match.away))
            self._by_pair[pair].append(Meeting(match, *outcome(match)))
            if match.competition == "league":
                self._league[match.season].append(match)

    def meetings(self, match: Match) -> list[Meeting]:
        """Return the earlier matches of the same two clubs, the last first."""
        pair = frozenset((match.home, match.away))
        return [each for each in self._by_pair[pair] if each.match.day < match.day][
            ::-1
        ]

    def table(self, season: str, before: date) -> dict[str, tuple[int, int]]:
        """Return place and points of each club in the league before a day."""
        points = dict.fromkeys(clubs(), 0)
        goals = dict.fromkeys(clubs(), 0)
        for match in self._league[season]:
            if match.day >= before:
                break
            home, away = match.home_score or 0, match.away_score or 0
            goals[match.home] += home - away
            goals[match.away] += away - home
            points[match.home] += 3 if home > away else int(home == away)
            points[match.away] += 3 if away > home else int(home == away)
        order = sorted(clubs(), key=lambda code: (-points[code], -goals[code], code))
        return {code: (place, points[code]) for place, code in enumerate(order, 1)}
