"""What the requests of a group came to over time, and whether it kept to them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select

from sportsec.domain.animation_rules import ALLOWED
from sportsec.domain.animations import AnimationDecision, AnimationKind, Conformity
from sportsec.domain.words import Words
from sportsec.queries.fixture_names import AWAY, HOME, with_names
from sportsec.store.tables.animations import AnimationRequest
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.work import Work

#: Requests of a group that its file names.
LAST = 5


@dataclass(frozen=True, slots=True)
class TrustLine:
    """One request of a group, at which match, and what became of it."""

    id: UUID
    fixture_id: UUID
    day: date
    home: Words
    away: Words
    kind: AnimationKind
    message: str
    decision: AnimationDecision
    conformity: Conformity
    conformity_note: str


@dataclass(frozen=True, slots=True)
class GroupTrust:
    """What a group asked for over time, and whether it kept to what was authorised.

    Args:
        authorised: With conditions or without.
        checked: Of those looked at on the day; `deviating` are among them.
        last: The latest matches first.
    """

    asked: int = 0
    authorised: int = 0
    refused: int = 0
    pending: int = 0
    checked: int = 0
    deviating: int = 0
    last: tuple[TrustLine, ...] = ()


def trust_of(work: Work, group_id: UUID, limit: int = LAST) -> GroupTrust:
    """Return the history of a group's requests at matches that are not deleted."""
    owner = AnimationRequest
    query = (
        with_names(
            select(
                *(owner.id, Fixture.id, Fixture.kick_off_date, HOME.name, AWAY.name),
                *(owner.kind, owner.message, owner.decision),
                *(owner.conformity, owner.conformity_note),
            )
            .select_from(owner)
            .join(Fixture, owner.fixture_id == Fixture.id)
        )
        .where(
            owner.group_id == group_id,
            owner.deleted_at.is_(None),
            Fixture.deleted_at.is_(None),
        )
        .order_by(Fixture.kick_off_date.desc(), owner.id.desc())
    )
    lines = []
    for row in work.session.execute(query):
        facts: list[Any] = [*row[:3], row[3] or Words(), row[4] or Words(), *row[5:]]
        lines.append(TrustLine(*facts))
    return _trust(lines, limit)


# ---- inside


def _trust(lines: Collection[TrustLine], limit: int) -> GroupTrust:
    decided = Counter(line.decision for line in lines)
    seen = Counter(line.conformity for line in lines)
    deviating = seen[Conformity.DEVIATING]
    return GroupTrust(
        asked=len(lines),
        authorised=sum(decided[one] for one in ALLOWED),
        refused=decided[AnimationDecision.REFUSED],
        pending=decided[AnimationDecision.PENDING],
        checked=deviating + seen[Conformity.CONFORMING],
        deviating=deviating,
        last=tuple(lines)[:limit],
    )
