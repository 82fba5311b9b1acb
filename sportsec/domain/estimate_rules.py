"""What may be wrong with an estimate of the public of a match, and with their sum."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date

from sportsec.domain.away import ESTIMATED, check_away_public
from sportsec.domain.fixture_rules import FixtureFacts, allowed_persons
from sportsec.domain.fixtures import EstimateDraft, EstimateKind, FixtureDraft
from sportsec.domain.problems import Problem, warning
from sportsec.domain.words import N_

#: Estimates are round figures: a sum may be so much beside them, as a share.
ROUNDED_TO = 0.02
#: Said beside the figures where `leaves_out_ticketless`.
TICKETLESS_LEFT_OUT = N_("The total attendance leaves out visitors without ticket.")


def check_estimate(
    draft: EstimateDraft, match: FixtureDraft, facts: FixtureFacts, today: date
) -> list[Problem]:
    """Say what is wrong with an estimate of the public of a match."""
    found = []
    if draft.persons is None:
        found.append(Problem("persons", N_("Give a number of persons")))
    else:
        found += _check_allowed(draft.persons, allowed_persons(match, facts))
        if draft.kind is EstimateKind.AWAY_TICKETED:
            quota = _check_away(draft.persons, match, facts)
            allotted = match.away_allocation
            # Where as much was allotted as the quota gives, one of them is enough.
            found += quota
            if allotted not in {each.facts.get("limit") for each in quota}:
                found += _check_allotted(draft.persons, allotted)
    if not draft.source.strip():
        found.append(Problem("source", N_("Say whose estimate it is")))
    if draft.estimated_on is not None and draft.estimated_on > today:
        found.append(Problem("estimated_on", N_("This day has not come yet")))
    return found


def covers_public(kinds: Collection[EstimateKind], *, away_comes: bool) -> bool:
    """Say whether estimates tell how many come: the whole public, or both its parts.

    Args:
        away_comes: Whether the away public may travel and enter.
    """
    if EstimateKind.ATTENDANCE in kinds:
        return True
    away = {EstimateKind.AWAY_TICKETED, EstimateKind.AWAY_TICKETLESS}
    return EstimateKind.HOME in kinds and (not away_comes or not away.isdisjoint(kinds))


def sum_of_parts(latest: Mapping[EstimateKind, int]) -> int | None:
    """Return what home public and visitors come to, with and without ticket.

    Args:
        latest: The latest estimate of each kind, in persons.

    Returns:
        Persons; None where a part with ticket is not known.
    """
    home, away = latest.get(EstimateKind.HOME), latest.get(EstimateKind.AWAY_TICKETED)
    if home is None or away is None:
        return None
    return home + away + latest.get(EstimateKind.AWAY_TICKETLESS, 0)


def sum_with_ticket(latest: Mapping[EstimateKind, int]) -> int | None:
    """Return what home public and visitors come to without those without ticket.

    Returns:
        Persons; None where a part with ticket is not known.
    """
    parts = sum_of_parts(latest)
    without = latest.get(EstimateKind.AWAY_TICKETLESS, 0)
    return None if parts is None else parts - without


def leaves_out_ticketless(latest: Mapping[EstimateKind, int]) -> bool:
    """Say whether the public as a whole is given without those without ticket.

    Nobody can add up such figures who is not told so.

    Args:
        latest: The latest estimate of each kind, in persons.
    """
    total, parts = latest.get(EstimateKind.ATTENDANCE), sum_of_parts(latest)
    with_ticket = sum_with_ticket(latest)
    if total is None or parts is None or with_ticket is None:
        return False
    spare = total * ROUNDED_TO
    return abs(total - with_ticket) <= spare < abs(total - parts)


def check_sum(latest: Mapping[EstimateKind, int]) -> list[Problem]:
    """Say where the public as a whole is not what its parts come to.

    Those without ticket may be counted with it or not: all of them or none. A total
    between the two was left behind when more of them were expected.

    Args:
        latest: The latest estimate of each kind, in persons.
    """
    total, parts = latest.get(EstimateKind.ATTENDANCE), sum_of_parts(latest)
    if total is None or parts is None or leaves_out_ticketless(latest):
        return []
    if abs(total - parts) <= total * ROUNDED_TO:
        return []
    text = N_(
        "Home public and visitors make {parts}, the total attendance says {total} and"
        " the rating counts with it: enter the total anew"
    )
    return [warning("estimates", text, total=total, parts=parts)]


def _check_allowed(persons: int, allowed: int | None) -> Iterator[Problem]:
    if allowed is not None and persons > allowed:
        yield warning("persons", N_("More than allowed: {limit}"), limit=allowed)


def _check_allotted(persons: int, allotted: int | None) -> Iterator[Problem]:
    if allotted is not None and persons > allotted:
        text = N_(
            "{persons} visitors with ticket are expected, {limit} tickets are allotted"
            " to them"
        )
        yield warning("persons", text, persons=persons, limit=allotted)


def _check_away(
    persons: int, match: FixtureDraft, facts: FixtureFacts
) -> list[Problem]:
    return check_away_public(
        *(ESTIMATED, persons),
        capacity=allowed_persons(match, facts),
        percent=facts.away_quota_percent,
        sector_capacity=facts.away_sector_capacity,
        sector=facts.away_sector,
    )
