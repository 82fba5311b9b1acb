"""The hybrid clock: orders what happened; it decides nothing that matters.

It picks the value shown while a conflict waits, and orders the history. A PC whose
clock is wrong by years must not win every such choice, so a moment far ahead of all
that is known does not move the clock: it counts on by one (Lamport's rule).
"""

from __future__ import annotations

from datetime import UTC, datetime

_DAY_MS = 86_400_000
#: Bits below the milliseconds, for acts within one of them.
TICKS = 16
#: A PC may have been put away for as long; beyond it, its clock is not believed.
_BELIEVED_MS = 400 * _DAY_MS
#: No clock of this program showed less.
_FLOOR_MS = int(datetime(2026, 11, 1, tzinfo=UTC).timestamp() * 1000)
_END_MS = int(datetime(2200, 1, 1, tzinfo=UTC).timestamp() * 1000)
#: A stamp from here on is no clock at all: the file that carries it is damaged.
END = _END_MS << TICKS
#: Stamps from here on are taken in and ranked, but no clock follows them: who follows
#: to the very end has no moment left, and every file of his would be refused.
FOLLOWED = _END_MS - 2 * _BELIEVED_MS << TICKS


def advanced(hlc: int, wall_ms: int) -> int:
    """Return the stamp of an act.

    Args:
        hlc: The highest stamp known here.
        wall_ms: What the PC's clock says, in milliseconds since 1970.
    """
    newest = max(hlc >> TICKS, _FLOOR_MS)
    if wall_ms > newest + _BELIEVED_MS or wall_ms << TICKS >= FOLLOWED:
        return hlc + 1
    return max(wall_ms << TICKS, hlc + 1)
