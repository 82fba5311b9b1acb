"""Which line of a list shows what: a record, or the heading of a group of records."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Hashable, Sequence
from collections.abc import Set as AbstractSet
from itertools import accumulate

from sportsec.domain.listing import Group


class RowLayout:
    """Lines of a list by counting alone: no line of 100,000 is looked at.

    Args:
        count: How many records there are. Those beyond the groups stand after them
            without a heading, until all groups are known.
        groups: In the order of the list; None where it is not grouped.
        closed: Values of the groups that show their heading only.
    """

    def __init__(
        self,
        count: int,
        groups: Sequence[Group] | None = None,
        closed: frozenset[Hashable] = frozenset(),
    ) -> None:
        self.count = count
        self.groups = groups
        self.closed = closed
        if groups is None:
            self.lines = count
            return
        shown = [1 + self._shown(group) for group in groups]
        self._lines = list(accumulate(shown, initial=0))
        self._firsts = list(accumulate((g.count for g in groups), initial=0))
        self._end, self._grouped = self._lines.pop(), self._firsts.pop()
        self.lines = self._end + max(0, count - self._grouped)

    def heading(self, line: int) -> Group | None:
        """Return the group whose heading stands on a line."""
        if self.groups is None or not 0 <= line < self._end:
            return None
        at = bisect_right(self._lines, line) - 1
        return self.groups[at] if self._lines[at] == line else None

    def folded(self, values: AbstractSet[Hashable], *, closed: bool) -> RowLayout:
        """Return the layout with some groups closed, or open."""
        folded = self.closed | values if closed else self.closed - values
        return RowLayout(self.count, self.groups, folded)

    def unfolded(self) -> RowLayout:
        """Return the layout with all groups open."""
        return RowLayout(self.count, self.groups)

    def nth(self, line: int) -> int | None:
        """Return the number of the record on a line, in the order of the list."""
        if self.groups is None:
            return line
        if line >= self._end:
            return self._grouped + line - self._end
        at = bisect_right(self._lines, line) - 1
        if at < 0 or self._lines[at] == line:
            return None
        return self._firsts[at] + line - self._lines[at] - 1

    def line(self, nth: int) -> int | None:
        """Return the line of a record; None while its group is closed."""
        if self.groups is None:
            return nth
        if nth >= self._grouped:
            return self._end + nth - self._grouped
        at = bisect_right(self._firsts, nth) - 1
        if at < 0 or self.groups[at].value in self.closed:
            return None
        return self._lines[at] + 1 + nth - self._firsts[at]

    def heading_line(self, nth: int) -> int:
        """Return the line of the heading over a record of a closed group."""
        return self._lines[bisect_right(self._firsts, nth) - 1]

    def _shown(self, group: Group) -> int:
        return 0 if group.value in self.closed else group.count


def begin_with(groups: Sequence[Group] | None, first: Sequence[Group] | None) -> bool:
    """Say whether groups are those that were known first, and perhaps more."""
    if groups is None or first is None:
        return groups is first
    return groups[: len(first)] == first
