"""The calls before the matches, and what was promised in them."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from sportsec.domain.commitments import CommitmentKind
from sportsec.domain.kick_off import local_moment
from sportsec.domain.liaison import LiaisonKind
from sportsec.services.sample.mint import lot
from sportsec.services.sample.occasions import Occasion
from sportsec.services.sample.parties import Party
from sportsec.services.sample.scribe import Scribe
from sportsec.store.tables.liaison import LiaisonEntry

#: Calls are made in these hours, on a quarter.
_HOURS = range(9, 16)
_QUARTERS = (0, 15, 30, 45)
#: Matches further away are not spoken about yet.
SPOKEN_OF_DAYS = 14


def add_calls(scribe: Scribe, occasion: Occasion) -> None:
    """Add the calls that were made by yesterday."""
    if occasion.plan.days > SPOKEN_OF_DAYS:
        return
    for call in occasion.needs("calls"):
        day = _called_on(scribe, occasion, call)
        party = scribe.parties.first(occasion.match, call["whom"])
        if day is not None and party is not None:
            _add_call(scribe, occasion, call, party, day)


def _called_on(scribe: Scribe, occasion: Occasion, call: dict[str, Any]) -> date | None:
    """Return when a call was made; one planned for today was made yesterday."""
    if "ago" in call:
        return scribe.today - timedelta(call["ago"])
    day = occasion.plan.match.day - timedelta(call["before"])
    return min(day, scribe.yesterday) if day <= scribe.today else None


def _add_call(
    scribe: Scribe, occasion: Occasion, call: dict[str, Any], party: Party, day: date
) -> None:
    fixture = occasion.match.fixture
    own = (fixture, call["key"])
    entry = scribe.mint.id("liaison_entry", *own)
    scribe.rows.add(
        LiaisonEntry,
        id=entry,
        fixture_id=fixture,
        kind=LiaisonKind(call.get("kind", "call")),
        happened_at=_moment(day, *own),
        contact_id=party.contact,
        with_whom="" if party.contact else party.name,
        is_reached=call.get("is_reached", True),
        gist=scribe.text(call, "", occasion),
    )
    for number, promise in enumerate(call.get("promises", ())):
        due_on = occasion.plan.match.day - timedelta(promise["before"])
        scribe.promise(
            *(CommitmentKind.PROMISE, promise, occasion),
            max(due_on, day + timedelta(1)),
            key=(*own, number),
            fixture_id=fixture,
            liaison_id=entry,
            **party.bound(promise.get("bound", "")),
        )


def _moment(day: date, *key: object) -> datetime:
    chance = lot("call", *key)
    return local_moment(day, time(chance.choice(_HOURS), chance.choice(_QUARTERS)))
