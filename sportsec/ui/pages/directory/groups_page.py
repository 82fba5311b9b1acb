"""The page of supporter groups: the list, and what they are to each other as a map."""

from __future__ import annotations

from sportsec.queries.pickers import Named
from sportsec.ui.desk import Desk
from sportsec.ui.language import tr
from sportsec.ui.pages.directory.groups import GroupList
from sportsec.ui.pages.directory.relation_map import RelationTab
from sportsec.ui.pages.directory.tabbed_page import TabbedPage
from sportsec.ui.targets import MapTarget


class GroupsPage(TabbedPage):
    """All supporter groups."""

    cares = frozenset(
        {
            *("supporter_group", "group_relation", "club", "contact", "sector"),
            *("venue", "fixture", "animation_request", "commitment"),
        }
    )

    def __init__(self, desk: Desk) -> None:
        self.list = GroupList(desk)
        self.map = RelationTab(desk)
        self._map_is_stale = True
        super().__init__(
            desk,
            tr("Supporter groups"),
            [
                (tr("Groups"), self.list, Named.GROUP),
                (tr("Map of relations"), self.map, None),
            ],
        )
        self.tabs.currentChanged.connect(lambda _at: self._wake_map())

    def reload(self) -> None:
        """Ask again; the map when it is looked at."""
        super().reload()
        self._map_is_stale = True
        self._wake_map()

    def show_target(self, target: object) -> None:
        """Select a group in the list, or on the map."""
        if isinstance(target, MapTarget):
            self.tabs.setCurrentWidget(self.map)
            self.map.show_group(target.group)
        else:
            super().show_target(target)

    def _wake_map(self) -> None:
        if self._map_is_stale and self.tabs.currentWidget() is self.map:
            self._map_is_stale = False
            self.map.reload()
