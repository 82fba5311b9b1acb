"""The tab of relations: the groups as a map or as a list, narrowed, moved, printed."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from sportsec.domain.graph_layout import Place
from sportsec.queries.relation_map import (
    MapFilter,
    MapPlaces,
    RelationMap,
    map_places,
    relation_map,
)
from sportsec.ui.desk import Desk
from sportsec.ui.language import tr, tr_count, translator, words
from sportsec.ui.pages.directory.club_panel import ClubPanel
from sportsec.ui.pages.directory.groups import GroupPanel
from sportsec.ui.pages.directory.record_panel import NARROWEST, RecordPanel
from sportsec.ui.pages.directory.relation_graph import (
    boxes_of,
    lines_of,
    places_of,
    read_places,
    view_key,
    written,
)
from sportsec.ui.pages.directory.relation_legend import Legend
from sportsec.ui.pages.directory.relation_list import (
    ClubsBelow,
    RelationLine,
    lines_in,
    relation_columns,
    relation_source,
)
from sportsec.ui.pages.directory.relation_print import MapPrinter
from sportsec.ui.pages.directory.relation_tools import Together, map_tools
from sportsec.ui.pages.directory.relation_view import RelationView
from sportsec.ui.pages.history.opening import show_history
from sportsec.ui.theme import scaled
from sportsec.ui.widgets.cards import text_label
from sportsec.ui.widgets.empty import EmptyState
from sportsec.ui.widgets.fields import CheckField
from sportsec.ui.widgets.fields_choice import ChoiceField
from sportsec.ui.widgets.flow import FlowLayout
from sportsec.ui.widgets.list_tools import ListTools
from sportsec.ui.widgets.rows_model import RowsModel
from sportsec.ui.widgets.splitter import SideSplitter
from sportsec.ui.widgets.table import TableView

_CLUBS, _AS_LIST = "relations/clubs", "relations/list"
MAP_SHARE, PANEL_SHARE = 700, 330
LOWEST_MAP = 230  # below it names in a map of a season would only be specks
#: Rows of the list that are on view in the lowest window: one bar scrolls them.
LEAST_ROWS = 2
#: From this width on there is room for words on the tools, and for the count.
WIDE = 800
#: Below it the panel stands under the list: both names of a relation are read.
NARROWEST_LIST = 440
_MAP, _LIST, _NOTHING = range(3)


class RelationTab(QWidget):
    """The map with its filters, the chosen record beside it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.drawn = RelationMap()
        self.view = RelationView()
        self.source = relation_source()
        self._shown: MapFilter | None = None  # what the places on view are of
        self._awaited: UUID | None = None
        self._make_filters()
        self._make_table()
        self.paper = MapPrinter(self, desk, self.view.places, self._narrowed)
        self.panels: dict[str, RecordPanel] = {
            "supporter_group": GroupPanel(desk),
            "club": ClubPanel(desk),
        }
        self._lay_out()
        self._connect()
        self._switch()

    # ---- for the page

    def reload(self) -> None:
        """Ask for the groups again, and for what they can be narrowed to."""
        language = translator().language
        self.desk.runner.read(
            self, "places", lambda work: map_places(work, language), self._offer
        )
        self._ask()
        for panel in self.panels.values():
            panel.reload()

    def show_group(self, group: UUID) -> None:
        """Make a group current, whatever the map was narrowed to."""
        self._awaited = group
        self.club.set_value(None)
        self.city.set_value(None)
        self.as_list.set_value(value=False)
        self._switch()
        self._ask()

    def wanted(self) -> MapFilter:
        """Return what is chosen."""
        return MapFilter(
            self.club.value(),
            self.city.value() or "",
            self.legend.kinds(),
            self.clubs.value(),
        )

    def arrange(self) -> None:
        """Find places anew, and forget those that the officer chose; can be undone."""
        key = view_key(self.wanted())
        before = self.desk.settings.text(key)
        self.desk.settings.keep(key, "")
        self._shown = None
        self._ask()

        def back() -> None:
            self.desk.settings.keep(key, before)
            self._shown = None
            self._ask()

        if before:
            text = tr("The map has been rearranged")
            self.desk.say(text, level="info", action=tr("Undo"), on_action=back)

    # ---- inside

    def _make_filters(self) -> None:
        self.club = ChoiceField([], none=tr("All clubs"))
        self.club.call(tr("Club"))
        self.city = ChoiceField([], none=tr("All cities"))
        self.city.call(tr("City"))
        self.legend = Legend()
        self.clubs = CheckField(tr("Show clubs"))
        self.clubs.set_value(self.desk.settings.flag(_CLUBS))
        self.as_list = CheckField(tr("As a list"))
        self.as_list.set_value(self.desk.settings.flag(_AS_LIST))
        self.count = text_label("", "caption")

    def _make_table(self) -> None:
        self.model: RowsModel[RelationLine, MapFilter] = RowsModel(
            *(self.desk.runner, self.source, relation_columns(), self.wanted()),
            sort="kind",
        )
        self.table = TableView(
            *(self.model, self.desk.settings, "relations"),
            empty=tr("No relation between groups is known here."),
        )
        ClubsBelow(self.table)
        self.list_tools = ListTools(self.desk, self.table, tr("Relations"))

    def _lay_out(self) -> None:
        self.tools = map_tools(self.view, self.arrange)
        paper = Together(self.paper.buttons)
        top = FlowLayout()
        fields = (self.club, self.city, self.clubs, self.as_list)
        for widget in (*fields, self.list_tools, self.tools, paper):
            top.addWidget(widget)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.view)
        self.stack.addWidget(self.table)
        nothing = tr("No supporter group yet.")
        self.stack.addWidget(EmptyState(nothing, "groups"))
        self.stack.setMinimumWidth(scaled(NARROWEST_LIST))
        self.split = SideSplitter()
        self.split.addWidget(self.stack)
        for panel in self.panels.values():
            self.split.addWidget(panel)
        self.split.setSizes([MAP_SHARE, PANEL_SHARE, PANEL_SHARE])
        self.split.setStretchFactor(0, 3)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(10)
        box.addLayout(top)
        below = QHBoxLayout()
        below.addWidget(self.legend, 1)
        below.addWidget(self.count)
        box.addLayout(below)
        box.addWidget(self.split, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say less where there is less room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Let a list keep its rows on view in large text: what is above is one line.

        Where the chosen group has no room beside its relations, Enter leads to it.
        """
        as_list, is_wide = self.as_list.value(), self.width() >= scaled(WIDE)
        self.clubs.setVisible(not as_list)  # the list has groups alone
        self.legend.show_lines(shown=not as_list)
        self.count.setVisible(is_wide or not as_list)
        styles = Qt.ToolButtonStyle
        in_words = styles.ToolButtonTextBesideIcon
        self.list_tools.setToolButtonStyle(
            in_words if is_wide else styles.ToolButtonIconOnly
        )
        self.stack.setMinimumHeight(
            self._list_height() if as_list else scaled(LOWEST_MAP)
        )
        self._show_panel()

    def _list_height(self) -> int:
        table = self.table
        rows = LEAST_ROWS * table.verticalHeader().defaultSectionSize()
        head = table.horizontalHeader().sizeHint().height()
        return head + rows + 2 * table.frameWidth()

    def _has_room_beside(self) -> bool:
        """Say whether the chosen record has its place: under a list it has none."""
        needed = scaled(NARROWEST_LIST) + scaled(NARROWEST) + self.split.handleWidth()
        return not self.as_list.value() or self.width() >= needed

    def _connect(self) -> None:
        for field in (self.club, self.city, self.clubs):
            field.changed.connect(self._ask)
        self.legend.changed.connect(self._ask)
        self.as_list.changed.connect(self._switch)
        self.view.chosen.connect(lambda _identity: self._show_panel())
        self.view.moved.connect(self._keep)
        self.view.opened.connect(self._open)
        self.table.chosen.connect(self._show_line)
        self.table.opened.connect(self._open_line)
        for table, panel in self.panels.items():
            panel.wants_edit.connect(partial(self._edit, table))
            panel.wants_history.connect(
                lambda record, table=table: show_history(self, self.desk, table, record)
            )
            panel.delete_button.hide()  # the lists delete, and bring back

    def _offer(self, places: MapPlaces) -> None:
        clubs = [(each.id, words(each.name)) for each in places.clubs]
        self.club.offer(clubs, none=tr("All clubs"))
        cities = [(key, words(name)) for key, name in places.cities]
        self.city.offer(cities, none=tr("All cities"))
        for field in (self.club, self.city):
            if field.value() is None:  # what was chosen has no group any more
                field.set_value(None)

    def _ask(self) -> None:
        wanted = self.wanted()
        self.desk.settings.keep(_CLUBS, wanted.clubs)
        self.desk.runner.read(
            *(self, "map", lambda work: relation_map(work, wanted)),
            partial(self._place, wanted),
        )

    def _place(self, wanted: MapFilter, drawn: RelationMap) -> None:
        """Find places in the worker; the answer to another question is dropped."""
        key = view_key(wanted)
        kept = read_places(self.desk.settings.text(key))
        if not kept and self._shown is not None and view_key(self._shown) == key:
            kept = self.view.places()
        self.desk.runner.compute(
            *(self, "layout", lambda _progress: places_of(drawn, kept)),
            lambda places: self._show(wanted, drawn, places),
        )

    def _show(
        self, wanted: MapFilter, drawn: RelationMap, places: dict[UUID, Place]
    ) -> None:
        self.drawn, self._shown = drawn, wanted
        self.paper.drawn = drawn
        self.view.show_graph(boxes_of(drawn), lines_of(drawn), places)
        self.source.show(lines_in(drawn))
        self.model.ask(wanted)
        groups = tr_count("{n} group", "{n} groups", len(drawn.groups))
        lines = tr_count("{n} relation", "{n} relations", len(drawn.relations))
        self.count.setText(f"{groups} · {lines}")
        for button in (*self.paper.buttons, *self.tools.buttons):
            button.setEnabled(bool(drawn.groups))
        self._switch()
        if self._awaited in self.view.boxes:
            self.view.choose(self._awaited)
            self._awaited = None

    def _switch(self) -> None:
        as_list = self.as_list.value()
        self.desk.settings.keep(_AS_LIST, as_list)
        self._fit()
        self.list_tools.setVisible(as_list)
        self.tools.setVisible(not as_list)
        if self._shown is not None and not self.drawn.groups:
            self.stack.setCurrentIndex(_NOTHING)
        else:
            self.stack.setCurrentIndex(_LIST if as_list else _MAP)

    def _narrowed(self) -> str:
        chosen = (self.club, self.city)
        return " · ".join(f.combo.currentText() for f in chosen if f.value())

    def _keep(self) -> None:
        if self._shown is not None:
            key = view_key(self._shown)
            self.desk.settings.keep(key, written(self.view.places()))

    def _show_panel(self) -> None:
        """Show the record of the box that is current, where it has its place."""
        box = self.view.current.box if self.view.current is not None else None
        for table, panel in self.panels.items():
            is_mine = box is not None and box.table == table and self._has_room_beside()
            wanted = box.id if box is not None and is_mine else None
            if panel.record_id != wanted:
                panel.show_record(wanted)

    def _show_line(self, identity: UUID | None) -> None:
        line = self._line(identity)
        if line is not None and self.as_list.value():
            self.view.choose(line.first.id)

    def _open_line(self, identity: UUID) -> None:
        line = self._line(identity)
        if line is not None:
            self._open(line.first.id)

    def _line(self, identity: UUID | None) -> RelationLine | None:
        lines = self.source.held
        return next((each for each in lines if each.relation.id == identity), None)

    def _open(self, identity: UUID) -> None:
        item = self.view.boxes.get(identity)
        if item is not None:
            self._edit(item.box.table, identity)

    def _edit(self, table: str, identity: UUID) -> None:
        """Go to the record in its list, where it can be changed."""
        self.desk.go("clubs" if table == "club" else "groups", identity)
