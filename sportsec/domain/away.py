"""The away public: its quota of tickets and the stewards its club must send."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor
from uuid import UUID

from sportsec.domain.fixtures import AttendanceRegime, FixtureDraft, TravelRegime
from sportsec.domain.folding import fold
from sportsec.domain.problems import Level, Problem, warning
from sportsec.domain.venues import SectorDraft, SectorUse
from sportsec.domain.words import LANGUAGES, N_, Words

#: What may stand between two places.
_BETWEEN = re.compile(r"[,،;؛\n]")
#: Publics among which there is nobody from away.
WITHOUT_AWAY = frozenset(
    {AttendanceRegime.HOME_ONLY, AttendanceRegime.BEHIND_CLOSED_DOORS}
)

#: Of a sector: the away public sits there.
AWAY_USES = frozenset({SectorUse.AWAY, SectorUse.ULTRAS_AWAY})


def keeps_away_out(travel: TravelRegime, attendance: AttendanceRegime) -> bool:
    """Say whether the away public is not to come: its travel or entry is forbidden."""
    return travel is TravelRegime.BANNED or attendance in WITHOUT_AWAY


def away_sectors(
    sectors: Mapping[UUID, SectorDraft], chosen: UUID | None
) -> tuple[UUID, ...]:
    """Return the sectors in which the away public of a match sits.

    A plan may show several: who chooses one of them means the others, too. Who
    chooses one that is kept for others moves the away public there.

    Args:
        sectors: Of the stadium, in the order of its plan.
        chosen: For this match; of a sector that is not there nothing is known.
    """
    if chosen is None or chosen not in sectors:
        return ()
    if sectors[chosen].use not in AWAY_USES:
        return (chosen,)
    return tuple(key for key, each in sectors.items() if each.use in AWAY_USES)


def together(names: Sequence[Words]) -> Words:
    """Return what several sectors are called as one: "South + Corner"."""
    return Words(
        **{
            code: " + ".join(name.pick(code) for name in names if name)
            for code in LANGUAGES
        }
    )


def named_places(text: str) -> tuple[str, ...]:
    """Return the stations, roads or stops that a text names, in its order."""
    return tuple(filter(None, map(str.strip, _BETWEEN.split(text))))


def places_in(text: str) -> frozenset[str]:
    """Return the places that a text names, as they are compared."""
    return frozenset(fold(name).replace("-", " ") for name in named_places(text))


def travelling_stewards(travellers: int) -> int:
    """Return how many stewards travel with so many supporters.

    Source: UEFA Safety and Security Regulations art. 24: two for each 500 or part
    up to 1,000, then four more for each further 1,000 or part.
    """
    if travellers <= 1000:
        return 2 * ceil(max(travellers, 0) / 500)
    return 4 + 4 * ceil((travellers - 1000) / 1000)


def away_quota(capacity: int, percent: float) -> int:
    """Return how many places the away public may claim (UEFA art. 24: 5 %)."""
    return floor(capacity * Fraction(str(percent)) / 100)


_NAMELESS = Words()


@dataclass(frozen=True, slots=True)
class AwayFigure:
    """A figure of the away public, and what is said where it exceeds a limit.

    Args:
        field: That holds it.
        above_quota, above_sector: Texts of the catalogue with {persons} and {limit},
            the latter also with the name of the {sector}, or of several.
    """

    field: str
    above_quota: str
    above_sector: str


#: Tickets that the away club was given.
ALLOTTED = AwayFigure(
    "away_allocation",
    N_("{persons} tickets are allotted to the visitors, their quota is {limit}"),
    N_(
        "{persons} tickets are allotted to the visitors, they have {limit} places"
        " ({sector})"
    ),
)
#: An estimate of those who come with a ticket.
ESTIMATED = AwayFigure(
    "persons",
    N_("{persons} visitors with ticket are expected, their quota is {limit}"),
    N_(
        "{persons} visitors with ticket are expected, they have {limit} places"
        " ({sector})"
    ),
)


def check_away_public(
    figure: AwayFigure,
    persons: int | None,
    *,
    capacity: int | None,
    percent: float | None,
    sector_capacity: int | None,
    sector: Words = _NAMELESS,
) -> list[Problem]:
    """Warn where an away public exceeds the quota or the away sector.

    Source: UEFA Safety and Security Regulations art. 17 and 24. A figure that is not
    known warns of nothing.

    Args:
        figure: What the number of persons is: tickets allotted, or an estimate.
        capacity: Persons allowed in the stadium for this match.
        percent: Quota of the competition.
        sector_capacity: Safe capacity of the away sectors, in persons.
        sector: What they are called.
    """
    if persons is None:
        return []
    found = []
    if capacity is not None and percent is not None:
        quota = away_quota(capacity, percent)
        if persons > quota:
            found.append(_above(figure.field, figure.above_quota, persons, quota))
    if sector_capacity is not None and persons > sector_capacity:
        text, limit = figure.above_sector, sector_capacity
        found.append(_above(figure.field, text, persons, limit, sector=sector))
    return found


def check_away_left(draft: FixtureDraft) -> Iterator[Problem]:
    """Yield what still provides for an away public that is not to come."""
    if not keeps_away_out(draft.travel_regime, draft.attendance_regime):
        return
    if draft.travelling_stewards:
        text = N_("Stewards of an away public that is not to come: {n}")
        facts = {"n": draft.travelling_stewards}
        yield Problem("travelling_stewards", text, Level.WARN, facts)
    for field in ("away_station", "away_route"):
        if getattr(draft, field).strip():
            text = N_("Route of an away public that is not to come")
            yield Problem(field, text, Level.WARN)


def _above(
    field: str, message: str, persons: int, limit: int, **facts: Words
) -> Problem:
    return warning(field, message, persons=persons, limit=limit, **facts)
