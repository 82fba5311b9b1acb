"""What other cells undid and decided, as the first lines of the tree of a preview."""

from __future__ import annotations

from PySide6.QtWidgets import QTreeWidgetItem

from sportsec.domain.exchange_received import Told
from sportsec.i18n.told_words import ToldGroup, told_groups
from sportsec.ui.icons import icon
from sportsec.ui.language import tr_count, translator
from sportsec.ui.pages.exchange.content_tree import no_sign

#: Acts, and decisions, named one by one; the rest is counted.
_NAMED = 50


def told_items(told: Told) -> list[QTreeWidgetItem]:
    """Return one line for each cell and what it did, with what that was below."""
    return [_item(each) for each in told_groups(translator(), told)]


def _item(group: ToldGroup) -> QTreeWidgetItem:
    item = QTreeWidgetItem([group.name, group.what])
    item.setIcon(0, icon(group.sign, "soft"))
    for texts in group.lines[:_NAMED]:
        item.addChild(_line(*texts))
    more = len(group.lines) - _NAMED
    if more > 0:
        item.addChild(_line(tr_count("{n} more", "{n} more", more), ""))
    return item


def _line(name: str, what: str) -> QTreeWidgetItem:
    line = QTreeWidgetItem([name, what])
    line.setIcon(0, no_sign())
    line.setToolTip(0, name)
    line.setToolTip(1, what)
    return line
