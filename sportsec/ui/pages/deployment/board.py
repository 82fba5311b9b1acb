"""How the parts of the deployment tab lie on the screen."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from sportsec.ui.desk import Desk
from sportsec.ui.keys import IN_WINDOW, KeyedShortcut
from sportsec.ui.language import tr
from sportsec.ui.pages.deployment.assignments import AssignmentPanel
from sportsec.ui.pages.deployment.checks import ChecksPanel
from sportsec.ui.pages.deployment.lists import (
    detachment_columns,
    detachments_source,
    post_columns,
    posts_source,
)
from sportsec.ui.pages.deployment.phase_bar import PhaseBar
from sportsec.ui.pages.deployment.stadium import PostsView, StadiumCard
from sportsec.ui.pages.deployment.state import (
    DeploymentState,
    DetachmentRow,
    PostRow,
)
from sportsec.ui.pages.deployment.totals import totals_text
from sportsec.ui.theme import scaled
from sportsec.ui.widgets.buttons import IconButton, sign_button
from sportsec.ui.widgets.cards import text_label
from sportsec.ui.widgets.conflict_marks import ConflictMarks
from sportsec.ui.widgets.form_dialog import FormDialog
from sportsec.ui.widgets.list_tools import ListTools
from sportsec.ui.widgets.rows_model import RowsModel
from sportsec.ui.widgets.scrolled import lay_out_around, show_within
from sportsec.ui.widgets.splitter import SideSplitter
from sportsec.ui.widgets.steady_tabs import SteadyTabs
from sportsec.ui.widgets.table import TableView

SIDE, LEAST_SIDE, FORM_SIDE = 330, 290, 570
#: Of the tab in a window of usual size, and the least edge of its stadium.
WIDE, LEAST_PLAN, LEAST_LISTS = 1000, 120, 200
#: The stadium under the lists: the page is scrolled, so it may be as high as a window.
LOW_PLAN = 230
#: Of the tab, below which a form at its side would show a few fields only.
LEAST_FORM = 480
POSTS, DETACHMENTS = 0, 1


class Board(QWidget):
    """Phases on top; lists, stadium and checks; a form takes the side while open."""

    def __init__(self, desk: Desk, tip_of: Callable[[UUID], str]) -> None:
        super().__init__()
        self._desk = desk
        self.phases = PhaseBar()
        self.new_post = _button(tr("New post"), "plus")
        self.new_detachment = _button(tr("New detachment"), "plus")
        made = (self.new_post, self.new_detachment)
        self._texts = {each: each.text() for each in made}
        #: The form that is open, at the side or in a window of its own.
        self.form: FormDialog | None = None
        #: Height of the window in which the board is seen.
        self.room = 0
        self.copy = _tool(tr("Copy an earlier deployment"), "copy")
        self.history = _tool(tr("History"), "history")
        self.edit_phase = _tool(tr("Edit phase"), "clock")
        self.totals = text_label("", "caption", wrap=True)  # figures are never cut
        self.sector = IconButton("close")
        self.sector.setProperty("flat", True)
        self.sector.setToolTip(tr("Show all sectors"))
        self._make_lists()
        self.assignments = AssignmentPanel()
        self.stadium = StadiumCard(PostsView(tr("Plan of the stadium"), tip_of))
        self.stadium.view.setMinimumSize(scaled(LEAST_PLAN), scaled(LEAST_PLAN))
        self.checks = ChecksPanel()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(self.phases)
        box.addWidget(self._body(), 1)
        KeyedShortcut(self, "here.new", self._make_new, IN_WINDOW)

    def show_state(self, state: DeploymentState) -> None:
        """Show the figures that are no list."""
        self.phases.show_states(state.phases, state.phase)
        self.stadium.show_plan(state.drawing, state.sector_id)
        self.lists.setTabText(POSTS, tr("Posts ({n})", n=len(state.posts)))
        count = len(state.detachments)
        self.lists.setTabText(DETACHMENTS, tr("Detachments ({n})", n=count))
        self.totals.setText(totals_text(state))
        self._keep_totals_whole()
        self._fit_tools()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the width of the lists."""
        if watched is self.lists and event.type() == QEvent.Type.Resize:
            self._fit_tools()
            self._keep_totals_whole()
        return super().eventFilter(watched, event)

    def show_form(self, dialog: FormDialog) -> None:
        """Let a form take the side until it is done; a low tab has no room for it."""
        self.form = dialog
        dialog.finished.connect(self._close_form)
        if self.room < scaled(LEAST_FORM):
            dialog.open()
        else:
            self._show_beside(dialog)
        dialog.form.focus_first()  # it lost the cursor on its way to this place

    @property
    def is_turned(self) -> bool:
        """Say whether stadium and checks stand under the lists."""
        return self._split.orientation() is Qt.Orientation.Vertical

    def least_height(self) -> int:
        """Return what stands above, below and between the lists needs, without them."""
        parts = (self.phases, self.lists.tabBar(), self.totals, self._side)
        return sum(part.minimumSizeHint().height() for part in parts)

    def bring_into_view(self, table: TableView) -> None:
        """Show the chosen line of a list, and those around it, wherever it is scrolled.

        One alone above who stands on it would be no list any more.
        """
        chosen = table.currentIndex()
        if chosen.isValid():
            lay_out_around(table)  # it may have come to the front just now
            table.scrollTo(chosen)
            line = table.visualRect(chosen)
            over = table.over_lines
            above, below = line.height() + over, 2 * line.height()
            around = line.adjusted(0, -above, 0, below)
            room = table.viewport().rect().adjusted(0, -over, 0, 0)
            show_within(table.viewport(), around & room)
            # Where there is no room for all of that it comes before them.
            show_within(table.viewport(), line.adjusted(0, -over, 0, 0))

    # ---- inside

    def _show_beside(self, dialog: FormDialog) -> None:
        dialog.setWindowFlags(Qt.WindowType.Widget)
        dialog.setWindowModality(Qt.WindowModality.NonModal)
        inside = dialog.layout()
        if inside is not None:
            inside.setContentsMargins(0, 8, 0, 0)  # it stands among the other parts
        self._side.addWidget(dialog)
        self._side.setCurrentWidget(dialog)
        self._offer_tools(False)
        side = scaled(FORM_SIDE)
        left = self.width() - side
        # With large text there may be no room for both: the form is what counts.
        self._lists_side.setVisible(left >= scaled(LEAST_LISTS))
        self._split.setSizes([max(left, 1), side])
        dialog.show()

    def _make_new(self) -> None:
        """Make what the list on view holds."""
        for button in (self.new_post, self.new_detachment):
            if button.isVisible():
                button.click()
                return

    def _offer_tools(self, offered: bool) -> None:  # noqa: FBT001 - as setVisible
        """Leave the room beside the names of the lists to a form while it is open."""
        tools = self.lists.cornerWidget()
        tools.setEnabled(offered)
        tools.setVisible(offered)
        self._fit_tools()

    def _make_lists(self) -> None:
        desk = self._desk
        self.posts_source = posts_source()
        self.detachments_source = detachments_source()
        self.posts: RowsModel[PostRow, None] = RowsModel(
            desk.runner, self.posts_source, post_columns(), None
        )
        self.detachments: RowsModel[DetachmentRow, None] = RowsModel(
            desk.runner, self.detachments_source, detachment_columns(), None
        )
        self.post_table = TableView(
            self.posts,
            desk.settings,
            "deployment/posts",
            tr("No post in this phase yet. Add one, or copy an earlier match."),
            "deployment",
        )
        self.detachment_table = TableView(
            self.detachments,
            desk.settings,
            "deployment/detachments",
            tr("No detachment yet."),
            "units",
        )
        self.tables = (self.post_table, self.detachment_table)
        for table in self.tables:
            ConflictMarks(desk, table)
            # Those of one cordon begin alike: their ends tell them apart.
            table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.post_table.setAccessibleName(tr("Posts"))
        self.detachment_table.setAccessibleName(tr("Detachments"))

    def _tools(self) -> QWidget:
        """Return what can be done with the list in front."""
        tools = QWidget()
        row = QHBoxLayout(tools)
        row.setContentsMargins(0, 0, 0, 4)
        row.setSpacing(6)
        self.post_tools = ListTools(self._desk, self.post_table, tr("Posts"))
        self.detachment_tools = ListTools(
            self._desk, self.detachment_table, tr("Detachments")
        )
        for tool in (self.post_tools, self.detachment_tools):
            tool.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
            tool.setToolTip(tool.accessibleName())
        for button in (
            *(self.sector, self.new_post, self.new_detachment),
            *(self.copy, self.edit_phase, self.history),
            *(self.post_tools, self.detachment_tools),
        ):
            row.addWidget(button)
        return tools

    def _fit_tools(self) -> None:
        """Let buttons show their icon alone where the names of the lists need room.

        Where even that is too wide, the other parts go under the lists.
        """
        for button in self._texts:
            button.setText("")
        self.lists.setMinimumWidth(self._width_of_heads())
        for button, text in self._texts.items():
            button.setText(text)
        if self._width_of_heads() > self.lists.width():
            for button in self._texts:
                button.setText("")

    def _width_of_heads(self) -> int:
        """Return what the names of the lists need beside the tools."""
        tools = self.lists.cornerWidget()
        beside = 0 if tools.isHidden() else tools.sizeHint().width()
        return self.lists.tabBar().sizeHint().width() + beside

    def _show_tools(self, tab: int) -> None:
        self.new_post.setVisible(tab == POSTS)
        self.post_tools.setVisible(tab == POSTS)
        self.new_detachment.setVisible(tab == DETACHMENTS)
        self.detachment_tools.setVisible(tab == DETACHMENTS)
        self._fit_tools()

    def _body(self) -> SideSplitter:
        posts = QWidget()
        self.posts_box = box = QVBoxLayout(posts)
        box.setContentsMargins(0, 8, 0, 0)
        box.setSpacing(8)
        box.addWidget(self.post_table, 1)
        box.addWidget(self.assignments)
        teams = QWidget()
        inner = QVBoxLayout(teams)
        inner.setContentsMargins(0, 8, 0, 0)
        inner.addWidget(self.detachment_table)
        self.lists = SteadyTabs()
        self.lists.addTab(posts, tr("Posts"))
        self.lists.addTab(teams, tr("Detachments"))
        self.lists.setCornerWidget(self._tools())
        self.lists.currentChanged.connect(self._show_tools)
        self._show_tools(POSTS)
        self.lists.installEventFilter(self)
        self._lists_side = QWidget()
        outer = QVBoxLayout(self._lists_side)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(4)
        outer.addWidget(self.lists, 1)
        outer.addWidget(self.totals)
        overview = QSplitter(Qt.Orientation.Vertical)
        overview.setChildrenCollapsible(False)
        overview.addWidget(self.stadium)
        overview.addWidget(self.checks)
        overview.setStretchFactor(0, 3)
        overview.setStretchFactor(1, 2)
        self._side = QStackedWidget()
        self._side.addWidget(overview)
        self._split = SideSplitter()
        self._split.addWidget(self._lists_side)
        self._split.addWidget(self._side)
        self._split.setStretchFactor(0, 1)
        self._split.turned.connect(self._give_plan_room)
        self._split.setSizes([WIDE - SIDE, SIDE])
        self._side.setMinimumWidth(scaled(LEAST_SIDE))
        return self._split

    def _keep_totals_whole(self) -> None:
        """Hold the height of their lines: the splitter knows of one line only."""
        high = self.totals.heightForWidth(self.lists.width())
        self.totals.setMinimumHeight(max(high, 0))  # without a text there is none

    def _give_plan_room(self, is_below: bool) -> None:  # noqa: FBT001 - a slot
        high = LOW_PLAN if is_below else LEAST_PLAN
        self.stadium.view.setMinimumHeight(scaled(high))

    def _close_form(self, _result: int) -> None:
        dialog, self.form = self.form, None
        if dialog is None or self._side.currentWidget() is not dialog:
            return
        self._side.removeWidget(dialog)
        self._side.setCurrentIndex(0)
        dialog.deleteLater()
        self._offer_tools(True)
        self._lists_side.show()
        self._split.setSizes([max(self.width() - SIDE, SIDE), SIDE])


def _tool(text: str, icon_name: str) -> QToolButton:
    """Return a button with an icon alone among those with words."""
    button = sign_button(icon_name, text)
    button.setProperty("role", "button")
    return button


def _button(text: str, icon_name: str) -> QPushButton:
    button = IconButton(icon_name, text)
    button.setToolTip(text)
    button.setAutoDefault(False)
    return button
