"""The manual inside the program: a page for each screen, and all the keys.

The texts lie in `resources/help/<language>/<page>.md`. `{{msgid}}` stands for a text of
the screen, so that the manual calls a button what the button calls itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QWidget,
)

from sportsec.domain.words import N_
from sportsec.i18n.typography import held
from sportsec.ui.icons import icon
from sportsec.ui.language import isolate, tr, translator
from sportsec.ui.pages.registry import PageSpec
from sportsec.ui.resources import HELP
from sportsec.ui.theme import scaled
from sportsec.ui.widgets.fitting import fit

SIZE = (860, 620)
LIST_WIDTH = 200
_LABEL = re.compile(r"\{\{(.+?)\}\}")

#: Screens that the manual explains together with another.
WITH = {"venue": "venues", "keys": "settings"}
#: Pages of the manual that no screen has.
LISTS = PageSpec("lists", N_("Lists"), "columns", "")
NEWS = PageSpec("news", N_("What is new"), "info", "")
#: For each place its heading, what is done there, and by which keys.
Keys = Sequence[tuple[str, Sequence[tuple[str, str]]]]
#: Keys within a sentence.
_KEYS = re.compile(r"(?:(?:Ctrl|Alt|Shift)\+)+(?:\w+|[^\w\s])")


def help_text(page: str, language: str) -> str:
    """Return the manual's page of a screen, as Markdown; empty where there is none."""
    file = HELP / language / f"{page}.md"
    if not file.exists():
        return ""
    text = held(file.read_text(encoding="utf-8"), language)
    said = _LABEL.sub(lambda found: tr(found[1]), text)
    if not translator().rtl:
        return said
    return _KEYS.sub(lambda found: isolate(found[0]), said)


class HelpWindow(QDialog):
    """Stands beside the window, so that one can read and do.

    Args:
        pages: Screens, in the order of the rail.
        keys: Of the whole program; they end every page of the manual.
    """

    def __init__(
        self, pages: Sequence[PageSpec], keys: Keys, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Manual"))
        fit(self, *SIZE)
        self._keys = keys
        self.topics = QListWidget()
        self.topics.setAccessibleName(tr("Pages of the manual"))
        self.topics.setFixedWidth(scaled(LIST_WIDTH))
        row = QSize(0, self.fontMetrics().height() + 16)
        for page in pages:
            if help_text(page.key, translator().language):
                topic = QListWidgetItem(icon(page.icon), tr(page.title))
                topic.setData(Qt.ItemDataRole.UserRole, page.key)
                topic.setSizeHint(row)
                self.topics.addItem(topic)
        self.text = QTextBrowser()
        self.text.setAccessibleName(tr("Manual"))
        self.text.setOpenLinks(False)
        self.text.anchorClicked.connect(lambda url: self.open_at(url.path()))
        self.topics.currentItemChanged.connect(self._show)
        box = QHBoxLayout(self)
        box.setContentsMargins(16, 16, 16, 16)
        box.setSpacing(12)
        box.addWidget(self.topics)
        box.addWidget(self.text, 1)

    def show_keys(self, keys: Keys) -> None:
        """Show other keys at the end of every page."""
        if keys != self._keys:
            self._keys = keys
            self._show(self.topics.currentItem())

    def open_at(self, page: str) -> None:
        """Show the manual at a screen; at the first one where it has no page."""
        keys = [
            self.topics.item(at).data(Qt.ItemDataRole.UserRole)
            for at in range(self.topics.count())
        ]
        page = WITH.get(page, page)
        self.topics.setCurrentRow(keys.index(page) if page in keys else 0)
        self.show()
        self.raise_()
        self.activateWindow()
        self.text.setFocus()

    def _show(self, topic: QListWidgetItem | None) -> None:
        if topic is None:
            return
        page = topic.data(Qt.ItemDataRole.UserRole)
        document = self.text.document()
        option = QTextOption()
        option.setTextDirection(self.layoutDirection())
        document.setDefaultTextOption(option)
        document.setMarkdown(
            help_text(page, translator().language) + _sheet(self._keys)
        )
        self.text.moveCursor(self.text.textCursor().MoveOperation.Start)


def _sheet(keys: Keys) -> str:
    """Return the sheet of keys, as Markdown."""
    parts = [""]
    for where, acts in keys:
        if acts:
            lines = [f"- **{key}** {text}" for text, key in acts]
            parts += [f"## {where}", "", *lines, ""]
    return "\n".join(parts)
