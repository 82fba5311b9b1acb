"""What taking a programme in would do, line by line, and what the officer chose."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, NamedTuple
from uuid import UUID

from sportsec.domain.intake.programme import Outcome, Programme, ProgrammeLine
from sportsec.domain.problems import Problem
from sportsec.domain.words import Words

#: What becomes a match of the agenda, or changes one.
WRITTEN = (Outcome.NEW, Outcome.MOVED, Outcome.CHANGED)
#: Names a line of a programme: its sheet ("" in files without) and its number.
LineKey = tuple[str, int]


class Choice(StrEnum):
    """What may be done with a spelling besides naming the record that it means."""

    CREATE = "create"  #: make a new club or venue of it
    LEAVE_OUT = "leave_out"  #: take the matches in without this venue


#: A club, venue or competition of the record, or what to do instead.
Decision = UUID | Choice


class NewNames(StrEnum):
    """What to do with spellings that nobody has decided about."""

    ASK = "ask"  #: their lines wait
    CREATE = "create"  #: they become new clubs or venues
    REFUSE = "refuse"  #: their lines are not taken in


class NameKind(StrEnum):
    """What a spelling names."""

    CLUB = "club"
    VENUE = "venue"
    COMPETITION = "competition"


class Verdict(StrEnum):
    """How a spelling was understood."""

    EXACT = "exact"  #: a name, code or earlier decision of the record
    LIKELY = "likely"  #: like one name only, beyond doubt
    DECIDED = "decided"  #: the officer said so
    NEW = "new"  #: becomes a new record
    LEFT_OUT = "left_out"  #: the matches are taken in without it
    OPEN = "open"  #: waits for the officer
    REFUSED = "refused"  #: unknown, and new names are refused


class Proposal(NamedTuple):
    """A record that a spelling may mean.

    Args:
        score: How likely it is meant, 0 … 1: likeness, or matches in common.
        matches: Matches of the record that the spelling plays in its place.
    """

    id: UUID
    name: Words
    score: float
    matches: int = 0


class NameMatch(NamedTuple):
    """One spelling of the file, and what it means in the record.

    Args:
        spelled: As the file writes it; the key of `Choices.clubs` and so on.
        lines: How many lines use it.
        found: The record that it means; of a new one, the id it will have.
        proposals: Records like it, the likeliest first.
    """

    kind: NameKind
    spelled: str
    verdict: Verdict
    lines: int = 0
    found: UUID | None = None
    proposals: tuple[Proposal, ...] = ()


@dataclass(frozen=True, slots=True)
class Choices:
    """What the officer chose for a file.

    Args:
        competition_id: Where its matches belong.
        clubs: Spelling → the club it means, or `Choice.CREATE`.
        venues: Spelling → the venue it means, or what to do instead.
        competitions: Spelling → competition, in files of several competitions.
        new_clubs: What to do with club names that are not decided.
        new_venues: The same for venues; None: as for clubs.
        take_unclear: Unclear lines to take in as their `if_taken` says.
        same: Unclear lines that are the match they are asked about → that match.
        leave_out: Lines that would be taken in, and shall not be.
        day_first: The officer's answer, to be remembered with the mapping.
    """

    competition_id: UUID | None = None
    season_id: UUID | None = None
    clubs: Mapping[str, Decision] = field(default_factory=dict)
    venues: Mapping[str, Decision] = field(default_factory=dict)
    competitions: Mapping[str, UUID] = field(default_factory=dict)
    new_clubs: NewNames = NewNames.ASK
    new_venues: NewNames | None = None
    take_unclear: frozenset[LineKey] = frozenset()
    same: Mapping[LineKey, UUID] = field(default_factory=dict)
    leave_out: frozenset[LineKey] = frozenset()
    day_first: bool | None = None

    @property
    def decided(self) -> frozenset[LineKey]:
        """The unclear lines that the officer has decided about."""
        return self.take_unclear | self.same.keys()


class Change(NamedTuple):
    """One field of a known match that a line would change.

    Args:
        field: Its name in the record, such as "kick_off_at".
    """

    field: str
    old: Any
    new: Any


class IntakeLine(NamedTuple):
    """One line, compared with the record. A tuple: files have 50,000 of them.

    Args:
        reasons: Why: what changes, what is unclear, what is wrong.
        fixture_id: The known match; None for a new one.
        changes: What would be written into the known match.
        if_taken: What a line that is unclear, or left out, becomes when the officer
            takes it all the same; None when something has to be decided first.
        may_be: The known match that the line is asked about, if it can change that one.
    """

    line: ProgrammeLine
    outcome: Outcome
    reasons: tuple[Problem, ...] = ()
    competition_id: UUID | None = None
    season_id: UUID | None = None
    home_club_id: UUID | None = None
    away_club_id: UUID | None = None
    venue_id: UUID | None = None
    fixture_id: UUID | None = None
    changes: tuple[Change, ...] = ()
    if_taken: Outcome | None = None
    may_be: UUID | None = None

    @property
    def key(self) -> LineKey:
        """What `Choices.take_unclear`, `same` and `leave_out` name the line by."""
        return (self.line.sheet, self.line.number)


@dataclass(frozen=True, slots=True)
class IntakePreview:
    """A programme compared with the record; `accept` writes exactly this.

    Args:
        lines: In the order of the file.
        counts: How many lines have each outcome; every outcome is in it.
        names: Spellings that are not simply names of the record.
        clubs: Names of all clubs in `lines`, also of those to be created.
        problems: Why nothing can be taken in at all, and what to look at first.
        basis: The state of the record that was compared with; not for showing.
    """

    programme: Programme
    choices: Choices
    lines: tuple[IntakeLine, ...]
    counts: Mapping[Outcome, int]
    names: tuple[NameMatch, ...]
    clubs: Mapping[UUID, Words]
    venues: Mapping[UUID, Words]
    problems: tuple[Problem, ...] = ()
    basis: Any = None

    @property
    def open_names(self) -> tuple[NameMatch, ...]:
        """The spellings that wait for the officer, those of most lines first."""
        waiting = [name for name in self.names if name.verdict is Verdict.OPEN]
        return tuple(sorted(waiting, key=lambda name: -name.lines))

    @property
    def writes(self) -> int:
        """How many matches accepting would write."""
        return sum(self.counts[outcome] for outcome in WRITTEN)


@dataclass(frozen=True, slots=True)
class IntakeResult:
    """What accepting a preview wrote.

    Args:
        new: Ids of the matches put into the calendar.
        moved: Ids of the matches that went to another moment or place.
        changed: Ids of the matches with other particulars.
        exchanged: Those of `moved` and `changed` whose sides were exchanged.
        clubs: Ids of the clubs created.
        aliases: How many spellings were remembered.
        without_venue: How many of the new matches have no stadium yet.
        passed_tasks: How many tasks of moved matches have lost their day by it.
        kept_promises: How many open promises of theirs stay due on their day.
        kept_meetings: How many planned meetings of theirs stay on their day.
    """

    new: tuple[UUID, ...] = ()
    moved: tuple[UUID, ...] = ()
    changed: tuple[UUID, ...] = ()
    clubs: tuple[UUID, ...] = ()
    venues: tuple[UUID, ...] = ()
    aliases: int = 0
    without_venue: int = 0
    passed_tasks: int = 0
    kept_promises: int = 0
    kept_meetings: int = 0
    exchanged: tuple[UUID, ...] = ()
