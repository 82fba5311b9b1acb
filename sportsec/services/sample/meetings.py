"""The meetings before and after the matches, who came, and what they decided."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time, timedelta
from typing import Any

from sportsec.domain.commitments import CommitmentKind
from sportsec.domain.kick_off import local_moment
from sportsec.domain.meetings import MeetingKind, MeetingStatus, Presence, Signature
from sportsec.services.sample.occasions import Occasion
from sportsec.services.sample.scribe import Scribe
from sportsec.store.tables.liaison import Meeting, Participant

_FRIDAY = 4
#: Who keeps the minutes where the sport authority does not.
_KEEPER = "org:police_casa:liaison_officer:woman"
_LISTS = (
    ("present", Presence.PRESENT),
    ("excused", Presence.EXCUSED),
    ("absent", Presence.ABSENT),
)


def add_meetings(scribe: Scribe, occasion: Occasion) -> None:
    """Add the meetings about a match, or about the season as such."""
    for meeting in occasion.needs("meetings"):
        _Writer(scribe, occasion, meeting).add()


def _day_of(scribe: Scribe, occasion: Occasion, meeting: dict[str, Any]) -> date:
    if "ago" in meeting:
        return _working_day(scribe.today - timedelta(meeting["ago"]))
    day = occasion.plan.match.day - timedelta(meeting["before"])
    is_past = meeting.get("is_past", False)
    return _working_day(min(day, scribe.yesterday)) if is_past else day


def _working_day(day: date) -> date:
    """Return the day itself, or the Friday before a weekend."""
    return day - timedelta(max(day.weekday() - _FRIDAY, 0))


class _Writer:
    """Writes one meeting."""

    def __init__(
        self, scribe: Scribe, occasion: Occasion, meeting: dict[str, Any]
    ) -> None:
        self._scribe = scribe
        self._occasion = occasion
        self._meeting = meeting
        self._day = _day_of(scribe, occasion, meeting)
        self._is_held = self._day < scribe.today
        self._fixture = None if occasion.is_season else occasion.match.fixture
        self._key = (occasion.match.fixture, meeting["key"])
        self._id = scribe.mint.id("meeting", *self._key)

    def add(self) -> None:
        """Add it, who takes part, and its decisions."""
        meeting = self._meeting
        self._scribe.rows.add(
            Meeting,
            id=self._id,
            fixture_id=self._fixture,
            kind=MeetingKind(meeting["kind"]),
            meets_at=local_moment(self._day, time(meeting["hour"])),
            place=self._text("place"),
            agenda=self._text("agenda"),
            chair=self._name(meeting["chair"]),
            minutes_keeper=self._text("keeper") or self._name(_KEEPER),
            **(self._minutes() if self._is_held else {}),
        )
        self._add_participants()
        if self._is_held:
            self._add_decisions()

    def _minutes(self) -> dict[str, Any]:
        return {
            "status": MeetingStatus.HELD,
            "discussion": self._text("discussion"),
            "signature": Signature(self._meeting.get("signature", "none")),
        }

    def _add_participants(self) -> None:
        """Add who was invited, in the order of the minutes."""
        scribe = self._scribe
        listed = [*self._people(), *self._others()]
        # They are listed by their identifiers, as those that officers add.
        ids = sorted(
            scribe.mint.id("participant", *self._key, number)
            for number in range(len(listed))
        )
        for key, (presence, columns) in zip(ids, listed, strict=True):
            came = presence if self._is_held else Presence.INVITED
            scribe.rows.add(
                Participant, id=key, meeting_id=self._id, presence=came, **columns
            )

    def _people(self) -> Iterator[tuple[Presence, dict[str, Any]]]:
        scribe = self._scribe
        for name, presence in _LISTS:
            for word in self._meeting.get(name, ()):
                party = scribe.parties.find(self._occasion.match, word)
                if party is not None:
                    yield presence, party.invited(scribe.tongue)

    def _others(self) -> Iterator[tuple[Presence, dict[str, Any]]]:
        """Yield members whom the directory does not know, by their function."""
        for function in self._meeting.get(f"others_{self._scribe.tongue}", ()):
            yield Presence.PRESENT, {"function": function}

    def _add_decisions(self) -> None:
        occasion = self._occasion
        end = self._scribe.today if occasion.is_season else occasion.plan.match.day
        for number, decision in enumerate(self._meeting.get("decisions", ())):
            party = self._scribe.parties.find(occasion.match, decision["whom"])
            if party is None:
                continue
            due_on = end - timedelta(decision["before"])
            self._scribe.promise(
                *(CommitmentKind.DECISION, decision, occasion),
                max(due_on, self._day + timedelta(1)),
                key=(*self._key, number),
                fixture_id=self._fixture,
                meeting_id=self._id,
                responsible=party.name,
                **party.bound(),
            )

    def _text(self, field: str) -> str:
        return self._scribe.text(self._meeting, field, self._occasion)

    def _name(self, word: str) -> str:
        party = self._scribe.parties.find(self._occasion.match, word)
        return party.name if party is not None else ""
