"""What one page asks of another: `desk.go("exchange", DecideTarget(club_id))`."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

from sportsec.domain.deployment_checks import Flaw
from sportsec.domain.exchange import Scope
from sportsec.domain.people import ContactRole
from sportsec.domain.readiness import RATE_ANEW, Lack

#: The page that shows each kind of record.
PAGE_OF_KIND = {
    "fixture": "match",
    "club": "clubs",
    "venue": "venues",
    "supporter_group": "groups",
    "contact": "contacts",
    "organisation": "contacts",
    "unit": "units",
    "command": "units",
    "competition": "competitions",
    "meeting": "meeting",
    "commitment": "liaison",
    "liaison_entry": "liaison",
}

#: Pages that show the record whose id they are given.
SHOWN_RECORDS = frozenset({*PAGE_OF_KIND.values(), "venue"})

#: Tabs of a match file by their keys.
OVERVIEW, BRIEFING = "overview", "briefing"
TASKS, LIAISON = "tasks", "liaison"
#: No tabs of their own: the form of the texts, on the overview, and the requests for
#: tifos, the promises and the meetings, on the tab of the liaison, where also stands
#: the window of the days that are still those from before a move.
ORDER, TIFOS, PROMISES, MEETINGS = "order", "tifos", "promises", "meetings"
DUE_DAYS = "due days"
#: The promises again, those first that may say hours or figures of before.
OLD_HOURS, OLD_FIGURES = "old hours", "old figures"
#: The tab where a lack is made good; the others are on the overview.
TAB_OF_LACK = {
    **dict.fromkeys((Lack.RATING, *RATE_ANEW), "risk"),
    **dict.fromkeys((Lack.POSTS, Lack.OFFICERS), "deployment"),
    Lack.TEXTS: ORDER,
    Lack.ANIMATIONS: TIFOS,
}


#: The page shall show an empty file for a new record.
NEW = "new"


@dataclass(frozen=True, slots=True)
class WalkTarget:
    """The match file shall show a match of a list and lead on to those beside it there.

    Args:
        walk: The ids of the list in its order; the match is among them.
        tab: Key of the tab to open; empty for the first.
    """

    match: UUID
    walk: tuple[UUID, ...] = field(compare=False)
    tab: str = ""


@dataclass(frozen=True, slots=True)
class PointTarget:
    """The match file shall lead to where something open about a match is mended.

    Args:
        point: What it lacks, a flaw of its plan, or the field that is doubtful.
    """

    match: UUID
    point: Lack | Flaw | str


def record_of(target: object) -> UUID | None:
    """Return the record that a page is asked to show, if it is asked for one."""
    if isinstance(target, WalkTarget | PointTarget):
        return target.match
    record = target[0] if isinstance(target, tuple) and target else target
    return record if isinstance(record, UUID) else None


def lasting(target: object) -> object:
    """Return what of a target is shown again to who comes back to its page.

    A form that was cancelled is not opened again, nor are files received again.
    """
    if isinstance(target, PointTarget):
        return target.match
    if isinstance(target, ReceiveTarget):
        return ReceiveTarget()
    if isinstance(target, tuple) and target[1:] == (ORDER,):
        return target[0], OVERVIEW
    return target


@dataclass(frozen=True, slots=True)
class SeasonTarget:
    """The agenda shall list the matches of a season, whichever days it shows else.

    Args:
        without_venue: Only those whose stadium is not known yet.
    """

    season: UUID | None
    without_venue: bool = False


@dataclass(frozen=True, slots=True)
class SendTarget:
    """The exchange page shall offer to send this; or whatever is chosen there."""

    scope: Scope | None = None


@dataclass(frozen=True, slots=True)
class ReceiveTarget:
    """The exchange page shall take these files in; or ask for some."""

    files: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class DecideTarget:
    """The exchange page shall show what is to be decided; of one record, or all.

    Args:
        register: Of that record, this field first.
    """

    record: UUID | None = None
    register: str = ""


@dataclass(frozen=True, slots=True)
class MapTarget:
    """The page of groups shall show a group on the map of relations."""

    group: UUID


@dataclass(frozen=True, slots=True)
class VerifyTarget:
    """The page of contacts shall show whom to call again, and nobody else."""


@dataclass(frozen=True, slots=True)
class FunctionTarget:
    """The page of contacts shall show the people of one function."""

    role: ContactRole


@dataclass(frozen=True, slots=True)
class LedgerTarget:
    """The page of liaison shall list records of one table, of all matches.

    Args:
        table: Such as "commitment": that of the tab.
        text: Searched for.
        only_late: Of promises and decisions, only those that are late.
    """

    table: str
    text: str = ""
    only_late: bool = False


@dataclass(frozen=True, slots=True)
class CellsTarget:
    """The exchange page shall show the cells and their words."""


@dataclass(frozen=True, slots=True)
class SettingTarget:
    """The settings page shall lead to one of its parts, such as "language".

    Args:
        part: One of `frame.finder_sources.PARTS`.
    """

    part: str
