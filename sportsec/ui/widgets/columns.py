"""What a list is made of: where its rows come from, and its columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon

from sportsec.domain.listing import Order
from sportsec.ui.tasks import Work

Row = TypeVar("Row")
Row_co = TypeVar("Row_co", covariant=True)
Wanted_contra = TypeVar("Wanted_contra", contravariant=True)


#: Roles of a cell beside those of Qt: level of a badge, the row itself, and the text
#: of a heading, which is nothing on the line of a record; what stands below the text
#: where columns have no room; whether each part of the text is to be seen; what stands
#: instead of the text while something stands below it.
LEVEL_ROLE = int(Qt.ItemDataRole.UserRole) + 1
ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 2
HEADING_ROLE = int(Qt.ItemDataRole.UserRole) + 3
BELOW_ROLE = int(Qt.ItemDataRole.UserRole) + 4
PARTED_ROLE = int(Qt.ItemDataRole.UserRole) + 5
ABOVE_ROLE = int(Qt.ItemDataRole.UserRole) + 6

_ALIGN = {
    "start": Qt.AlignmentFlag.AlignLeading,
    # Figures: their last digits stand under each other in Arabic too.
    "end": Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute,
    "center": Qt.AlignmentFlag.AlignHCenter,
}


class Source(Protocol[Row_co, Wanted_contra]):
    """Where rows come from; `wanted` is the filter of the list.

    A source whose rows may stand in groups has two things more: `groupable`, the sort
    keys it can be grouped by, and `groups(work, wanted, sort)`, the groups by one of
    them in the order that `ids` gives when it is asked to sort by it first. They may
    be counted one after the other: only the first ones are taken before the list shows.
    """

    def count(self, work: Work, wanted: Wanted_contra, /) -> int:
        """Count the rows wanted; roughly where counting many would take long."""

    def ids(
        self,
        work: Work,
        wanted: Wanted_contra,
        order: Order,
        limit: int | None,
        /,
    ) -> Sequence[UUID]:
        """Return the ids wanted, in order; at most `limit` of them."""

    def rows(self, work: Work, ids: Sequence[UUID], /) -> Sequence[Row_co]:
        """Return the rows with these ids, in the order of `ids`."""


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """One column of a list.

    Args:
        header: Already translated; columns are built when the page is built.
        text: What the cell says.
        sort: Key the source sorts by; empty where the column cannot be sorted.
        align: "start", "end" or "center", seen in the reading direction.
        level: One of `theme.LEVELS`: draws the text as a badge with its shape.
        icon: Drawn before the text.
        tick: Whether the box in the cell is ticked; None for a row without a box.
        tip: Tool tip of the cell.
        below: Said on a second line while the rows of the list have two.
        above: Said on the first one then, where the text is more than that.
        width: In pixels at text size normal, where there is room; 0 lets head and
            contents decide.
        least: In the same pixels; contents that are wider are not narrowed below it.
        bold: Its texts are drawn bold, and measured so.
        parted: Where its texts are cut each part is, so that none is lost: both clubs
            of a match.
        stretch: Takes the room that is left.
        hidden: Not shown until the officer asks for it.
        yields: Left out while the others need the room, unless the officer chose.
        spare: Left out where the others, narrowed, still need the room; one that says
            nothing in any row, where they would be cut.
        whole: Left out, unless the officer chose, where it or another would be cut: it
            is told below the text of another then.
        key: Under which width and visibility are remembered; else `sort` or position.
    """

    header: str
    text: Callable[[Row], str]
    sort: str = ""
    align: str = "start"
    level: Callable[[Row], str | None] | None = None
    icon: Callable[[Row], QIcon | None] | None = None
    tick: Callable[[Row], bool | None] | None = None
    tip: Callable[[Row], str] | None = None
    below: Callable[[Row], str] | None = None
    above: Callable[[Row], str] | None = None
    width: int = 0
    least: int = 0
    bold: bool = False
    parted: bool = False
    stretch: bool = False
    hidden: bool = False
    yields: bool = False
    spare: bool = False
    whole: bool = False
    key: str = ""

    @property
    def alignment(self) -> Qt.AlignmentFlag:
        """How its texts and its head are aligned."""
        return _ALIGN[self.align] | Qt.AlignmentFlag.AlignVCenter

    def data(self, row: Row, role: int) -> Any:  # noqa: PLR0911 - one for each role
        """Return one aspect of one cell."""
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self.text(row)
        if role == LEVEL_ROLE:
            return self.level(row) if self.level else None
        if role == Qt.ItemDataRole.DecorationRole:
            return self.icon(row) if self.icon else None
        if role == Qt.ItemDataRole.CheckStateRole:
            is_on = self.tick(row) if self.tick else None
            states = Qt.CheckState
            return {None: None, True: states.Checked, False: states.Unchecked}[is_on]
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.tip(row) if self.tip else None
        if role == BELOW_ROLE:
            return self.below(row) if self.below else None
        if role == ABOVE_ROLE:
            return self.above(row) if self.above else None
        if role == PARTED_ROLE:
            return self.parted
        return row if role == ROW_ROLE else None
