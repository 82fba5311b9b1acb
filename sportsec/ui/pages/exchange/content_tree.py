"""What a file would hold, field by field: kinds of record, and what of them goes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from sportsec.domain.exchange import SendPlan, SentKind
from sportsec.i18n.field_words import field_label
from sportsec.i18n.labels_exchange import kind_name
from sportsec.ui.icons import icon
from sportsec.ui.language import tr, translator
from sportsec.ui.pages.directory.ranges import figure
from sportsec.ui.theme import scaled

#: Columns with figures; these and their headings end on the same line.
_FIGURES = (1, 2)
#: Of the tree, so that the names of the kinds are read beside the figures.
_LEAST_WIDTH = 300
#: The arrow of a branch fills it.
_INDENT = 14
#: Larger than any icon of a line: Qt makes one smaller, not larger.
_BLANK = 128
_END = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def dress_tree(tree: QTreeWidget, headers: list[str], name: str) -> None:
    """Give a tree its columns; the first takes the room that is left."""
    tree.setHeaderLabels(headers)
    tree.setAccessibleName(name)
    tree.setRootIsDecorated(True)
    tree.setIndentation(scaled(_INDENT))
    tree.setUniformRowHeights(True)
    tree.setSelectionMode(QTreeWidget.SelectionMode.NoSelection)
    head = tree.header()
    head.setStretchLastSection(False)
    head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)


def no_sign() -> QIcon:
    """Return the icon of a line without one: its text begins behind its parent's."""
    blank = QPixmap(_BLANK, _BLANK)
    blank.fill(Qt.GlobalColor.transparent)
    return QIcon(blank)


class ContentTree(QTreeWidget):
    """Kinds of record; under each the fields that go, and those kept back."""

    def __init__(self) -> None:
        super().__init__()
        headers = [tr("Kind"), tr("Records"), tr("Changes")]
        dress_tree(self, headers, tr("What the file holds"))
        self.setMinimumWidth(scaled(_LEAST_WIDTH))
        for column in _FIGURES:
            self.headerItem().setTextAlignment(column, _END)

    def show_plan(self, plan: SendPlan) -> None:
        """Show what would go."""
        self.clear()
        for kind in plan.kinds:
            item = _kind_item(kind)
            self.addTopLevelItem(item)
            here = self.indexFromItem(item)
            for at in range(item.childCount()):
                self.setFirstColumnSpanned(at, here, True)  # fields have no figures


def _kind_item(kind: SentKind) -> QTreeWidgetItem:
    t = translator()
    texts = [kind_name(t, kind.table), figure(kind.records), figure(kind.changes)]
    item = QTreeWidgetItem(texts)
    for column in _FIGURES:
        item.setTextAlignment(column, _END)
    for field in kind.fields:
        name = field_label(t, field)
        is_personal = field in kind.personal
        text = tr("{name}: personal, is sent", name=name) if is_personal else name
        child = QTreeWidgetItem([text])
        child.setIcon(0, icon("contacts" if is_personal else "check", "soft"))
        item.addChild(child)
    for field in kind.withheld:
        text = tr("{name}: stays here", name=field_label(t, field))
        child = QTreeWidgetItem([text])
        child.setIcon(0, icon("lock", "soft"))
        item.addChild(child)
    return item
