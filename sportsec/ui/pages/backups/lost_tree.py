"""What bringing back a backup would undo: records by type, then the acts."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from sportsec.domain.backups import CountChange, RestorePreview, Turn
from sportsec.domain.words import Words
from sportsec.i18n.backup_words import (
    act_line,
    acts_text,
    counts_text,
    in_order,
    kind_of,
)
from sportsec.ui.icons import icon
from sportsec.ui.language import label, tr, tr_count, translator, words
from sportsec.ui.pages.exchange.content_tree import dress_tree
from sportsec.ui.pages.exchange.preview_tree import Wrapping

#: Records that are shown at once, without a branch to be opened.
_FEW = 12
_ICONS = {Turn.LOST: "delete", Turn.BACK: "undo", Turn.CHANGED: "edit"}


class LostTree(QTreeWidget):
    """Types of record with their counts, below them the records; the acts last."""

    def __init__(self) -> None:
        super().__init__()
        dress_tree(
            self, [tr("Kind of record"), tr("What happens")], tr("What would be lost")
        )
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.setWordWrap(True)
        self.setUniformRowHeights(False)
        self.setItemDelegate(Wrapping(self))
        self.setSizeAdjustPolicy(QTreeWidget.SizeAdjustPolicy.AdjustToContents)

    def show_preview(
        self, preview: RestorePreview, names: Mapping[UUID, Words] | None = None
    ) -> None:
        """Show what would become of which records, and which acts would be lost.

        Args:
            names: Of the records; without them only their number is shown.
        """
        self.clear()
        for change in in_order(preview):
            item = QTreeWidgetItem(
                [kind_of(translator(), change), counts_text(translator(), change)]
            )
            self.addTopLevelItem(item)
            if names is not None:
                _add_records(item, change, names)
            item.setExpanded(preview.records <= _FEW)
        if preview.acts:
            self._add_acts(preview)

    def _add_acts(self, preview: RestorePreview) -> None:
        t = translator()
        item = QTreeWidgetItem([tr("History"), acts_text(t, preview)])
        item.setIcon(0, icon("history", "soft"))
        self.addTopLevelItem(item)
        for act in preview.acts:
            line = QTreeWidgetItem([act_line(t, act)])
            item.addChild(line)
            line.setFirstColumnSpanned(True)
        item.setExpanded(not preview.counts)


def _add_records(
    item: QTreeWidgetItem, change: CountChange, names: Mapping[UUID, Words]
) -> None:
    unnamed = tr("a record that has no name")
    for record, turn in change.records:
        name = words(names.get(record, Words())) or unnamed
        line = QTreeWidgetItem([name, label(turn)])
        line.setIcon(0, icon(_ICONS[turn], "soft"))
        line.setToolTip(0, name)
        item.addChild(line)
    more = change.total - len(change.records)
    if more:
        text = tr_count("and {n} more record", "and {n} more records", more)
        item.addChild(QTreeWidgetItem([text]))
