"""The calendar of a double round robin: who receives whom in which round, and when."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

#: One match: slot of the home club, slot of the visitors.
Pair = tuple[int, int]

CLUBS = 16
ROUNDS = 2 * (CLUBS - 1)
#: Weeks without matches: national teams, winter, cup finals.
BREAKS = frozenset({5, 9, 16, 17, 18, 26, 30, 33})

SATURDAY = 5


def first_leg(clubs: int = CLUBS) -> list[list[Pair]]:
    """Return the rounds of one leg by the circle method.

    The last slot stays, the others turn; homes and aways alternate. Slots 1 and 2,
    3 and 4 … are never at home in the same round: clubs that share a ground.
    """
    turning = clubs - 1
    leg = []
    for turn in range(turning):
        pairs = [(turning, turn) if turn % 2 else (turn, turning)]
        for step in range(1, clubs // 2):
            one, other = (turn + step) % turning, (turn - step) % turning
            pairs.append((one, other) if step % 2 else (other, one))
        leg.append(pairs)
    return leg


def rounds(offset: int, *, mirrored: bool = False) -> list[list[Pair]]:
    """Return the 30 rounds of a season.

    Args:
        offset: The round of the circle with which the season begins.
        mirrored: Whether the legs change places, and with them home and away.
    """
    leg = first_leg()
    turned = [leg[(offset + number) % len(leg)] for number in range(len(leg))]
    back = [[(away, home) for home, away in pairs] for pairs in turned]
    return back + turned if mirrored else turned + back


def first_saturday(year: int) -> date:
    """Return the Saturday of September with which a season begins."""
    first = date(year, 9, 1)
    return first + timedelta((SATURDAY - first.weekday()) % 7)


def weeks_played(kept: Collection[int] = ()) -> list[int]:
    """Return the weeks of the season in which its 30 rounds are played.

    Args:
        kept: Weeks that are played even if they are usually a break.
    """
    free = BREAKS - set(kept)
    return [week for week in range(ROUNDS + len(BREAKS)) if week not in free][:ROUNDS]
