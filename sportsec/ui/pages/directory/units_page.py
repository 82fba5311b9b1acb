"""The page of the organisation: units, commands, and the lists that both use."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from sportsec.domain.deployment import ListKind
from sportsec.queries.pickers import Named
from sportsec.ui.desk import Desk
from sportsec.ui.language import tr
from sportsec.ui.pages.directory.list_editor import ListEditor
from sportsec.ui.pages.directory.tabbed_page import TabbedPage
from sportsec.ui.pages.directory.units import CommandList, UnitList


class UnitsPage(TabbedPage):
    """Who gives detachments."""

    cares = frozenset(
        {"unit", "command", "list_item", "contact", "detachment", "fixture"}
    )

    def __init__(self, desk: Desk) -> None:
        self.units = UnitList(desk)
        self.commands = CommandList(desk)
        self.ranks = ListEditor(desk, ListKind.RANK)
        self.kinds = ListEditor(desk, ListKind.UNIT_KIND)
        lists = QWidget()
        beside = QHBoxLayout(lists)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(16)
        beside.addWidget(self.kinds)
        beside.addWidget(self.ranks)
        super().__init__(
            desk,
            tr("Units"),
            [
                (tr("Units"), self.units, Named.UNIT),
                (tr("Commands"), self.commands, Named.COMMAND),
                (tr("Ranks and kinds"), lists, None),
            ],
        )

    def reload(self) -> None:
        """Ask again for the lists, too."""
        super().reload()
        self.ranks.reload()
        self.kinds.reload()
