"""When each phase of a deployment begins and ends (domain.md §2.11)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from sportsec.domain.deployment import Phase, PhaseDraft
from sportsec.domain.fixtures import HOME_ZONE
from sportsec.domain.kick_off import (
    ADDED,
    HALF,
    INTERVAL,
    local_day,
    local_moment,
    match_times,
)
from sportsec.domain.problems import Problem
from sportsec.domain.words import N_

#: Proposals of ours, to be moved by the officer.
PREPARATION = timedelta(days=30)
MUSTER_BEFORE_KICK_OFF = timedelta(hours=6)
MUSTER_BEFORE_GATES = timedelta(hours=1)
GATES_BEFORE_KICK_OFF = timedelta(hours=3)
#: Spectators leave from the 80th minute of play on.
LEAVING_FROM = HALF + ADDED[0] + INTERVAL + timedelta(minutes=35)
STADIUM_EMPTY_AFTER = timedelta(hours=1)
DISPERSED_AFTER = timedelta(hours=4)
STAND_DOWN = timedelta(hours=1)

#: Why the phase of the match is shorter than the match.
EARLY_DEPARTURE = N_(
    "The departure begins before the whistle, with those who leave early."
)


@dataclass(frozen=True, slots=True)
class Window:
    """A span of time, aware UTC."""

    starts_at: datetime
    ends_at: datetime

    @property
    def length(self) -> timedelta:
        """How long it lasts."""
        return self.ends_at - self.starts_at

    def overlaps(self, other: Window) -> bool:
        """Say whether both share a moment; touching is no overlap."""
        return self.starts_at < other.ends_at and other.starts_at < self.ends_at


Windows = Mapping[Phase, Window]


def default_windows(
    kick_off_at: datetime,
    gates_open_at: datetime | None = None,
    zone: str = HOME_ZONE,
) -> dict[Phase, Window]:
    """Return the usual window of each phase, one after the other.

    Args:
        gates_open_at: When the public is let in; three hours before if not known.
        zone: Zone of the match, whose midnight ends the preparation.
    """
    gates = gates_open_at or kick_off_at - GATES_BEFORE_KICK_OFF
    gates = min(gates, kick_off_at)
    muster = min(kick_off_at - MUSTER_BEFORE_KICK_OFF, gates - MUSTER_BEFORE_GATES)
    midnight = local_moment(local_day(kick_off_at, zone), time(), zone)
    whistle = match_times(kick_off_at).final_whistle
    edges = [
        muster,
        gates,
        kick_off_at,
        kick_off_at + LEAVING_FROM,
        whistle + STADIUM_EMPTY_AFTER,
        whistle + DISPERSED_AFTER,
        whistle + DISPERSED_AFTER + STAND_DOWN,
    ]
    phases = list(Phase)[1:]
    windows = {Phase.P0: Window(midnight - PREPARATION, min(midnight, muster))}
    for phase, start, end in zip(phases, edges, edges[1:], strict=False):
        windows[phase] = Window(start, end)
    return windows


def carried_over(
    was: Window, usual_there: Window, usual_here: Window, by: timedelta
) -> Window:
    """Return the window of a phase as another match takes it over.

    What was left as usual there is as usual here, where the gates may open otherwise;
    what was set by hand keeps its distance from the kick-off.

    Args:
        by: From the one kick-off to the other.
    """
    moved = Window(was.starts_at + by, was.ends_at + by)
    starts_at, ends_at = moved.starts_at, moved.ends_at
    if was.starts_at == usual_there.starts_at:
        starts_at = usual_here.starts_at
    if was.ends_at == usual_there.ends_at:
        ends_at = usual_here.ends_at
    return Window(starts_at, ends_at) if starts_at < ends_at else moved


def on_the_ground(windows: Windows) -> Window | None:
    """Return the span from installation to stand-down; None while it is not known."""
    held = [window for phase, window in windows.items() if phase is not Phase.P0]
    if not held:
        return None
    return Window(min(w.starts_at for w in held), max(w.ends_at for w in held))


def departs_early(kick_off_at: datetime | None, starts_at: datetime | None) -> bool:
    """Say whether the departure begins before the final whistle (domain.md §2.11).

    Args:
        starts_at: When its phase begins.
    """
    if kick_off_at is None or starts_at is None:
        return False
    return starts_at < match_times(kick_off_at).final_whistle


def check_phase(draft: PhaseDraft) -> list[Problem]:
    """Say what is wrong with the window of a phase."""
    found = [
        Problem(name, N_("Say when the phase begins and ends"))
        for name in ("starts_at", "ends_at")
        if getattr(draft, name) is None
    ]
    if draft.starts_at and draft.ends_at and draft.ends_at <= draft.starts_at:
        found.append(Problem("ends_at", N_("The end lies before the beginning")))
    return found
