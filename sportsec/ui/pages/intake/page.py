"""The intake page: a programme file is read, looked at, and taken in with one act."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import ClassVar
from uuid import UUID

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog, QLayoutItem

from sportsec.domain.errors import Invalid, SportsecError
from sportsec.domain.intake.preview import IntakePreview, IntakeResult
from sportsec.ui.desk import Desk
from sportsec.ui.errors import message_of
from sportsec.ui.keys import KeyedShortcut
from sportsec.ui.language import tr, translator
from sportsec.ui.page import Page
from sportsec.ui.pages.intake.answers import IntakeAnswers
from sportsec.ui.pages.intake.columns_tab import ColumnsTab
from sportsec.ui.pages.intake.done import DonePanel, result_text
from sportsec.ui.pages.intake.drop import DropPanel, Panels, WaitPanel
from sportsec.ui.pages.intake.file_tab import FileTab
from sportsec.ui.pages.intake.flow import TAKEN_IN, Intake, IntakeFlow
from sportsec.ui.pages.intake.left_out import left_out_text
from sportsec.ui.pages.intake.lines_tab import LinesTab
from sportsec.ui.pages.intake.names_tab import NamesTab
from sportsec.ui.pages.intake.state import LINES, NAMES, IntakeState, stamp
from sportsec.ui.pages.intake.wording import accept_text, moved_text
from sportsec.ui.targets import SeasonTarget
from sportsec.ui.theme import scaled
from sportsec.ui.widgets.cards import Banner
from sportsec.ui.widgets.questions import may_lose
from sportsec.ui.widgets.tabs import Tabs

DROP, WAIT, WORK, DONE = range(4)
#: Height of a window, in pixels at text size normal, that is scrolled as one.
LOW = 480
_FOLDER = "intake/folder"
#: How the names of programme files usually end.
_ENDINGS = "*.xlsx *.xls *.ods *.csv *.tsv *.txt *.ics *.json *.html *.htm"


class IntakePage(Page):
    """Takes a programme in; nothing is written before the officer accepts.

    Attributes:
        season: Of what was taken in last.
    """

    cares: ClassVar[frozenset[str]] = frozenset(
        {
            *("club", "venue", "competition", "season", "fixture"),
            *("club_alias", "venue_alias"),
        }
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr("Intake"))
        self.flow = IntakeFlow(desk.runner, self)
        self._tab_chosen = False
        self._is_low = False
        self._stamp: tuple[Path, int] | None = None
        self.season: UUID | None = None
        self.choose_button = self.add_button(
            tr("Choose a file"), self.choose_file, "folder"
        )
        self.accept_button = self.add_button(
            tr("Take in"), self.accept, "check", primary=True, keys="here.accept"
        )
        self.banner = Banner()
        self.drop, self.wait = DropPanel(), WaitPanel()
        self.done = DonePanel(desk)
        self.file_tab = FileTab(desk.runner)
        self.columns_tab = ColumnsTab()
        self.names_tab = NamesTab(desk.runner)
        self.lines_tab = LinesTab(desk)
        # Also while the button stands in the middle, where a file may be dropped.
        KeyedShortcut(self, "here.open", self.choose_file)
        self.tabs = Tabs()
        self.panels = Panels((self.drop, self.wait, self.tabs, self.done))
        self.answers = IntakeAnswers(self, desk, self.flow, self.file_tab)
        self._lay_out()
        self._connect_flow()
        self._connect()
        self._show_panel(DROP)

    # ---- for the window

    @property
    def main(self) -> QLayoutItem | None:
        """The lines of a file; a panel that asks for one is low and not scrolled.

        In a low window the lines take what is left, and each other tab all it needs.
        """
        is_work = self.panels.front == WORK and not self._is_low
        return super().main if is_work else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Scroll the page where it is low, and not a tab within it too."""
        super().resizeEvent(event)
        self._is_low = (self.room or self.size()).height() < scaled(LOW)
        for tab in (self.file_tab, self.columns_tab, self.names_tab):
            tab.area.show_all(shows_all=self._is_low)
        self.lines_tab.fold(is_low=self._is_low)
        self._leave_room()

    def show_target(self, target: object) -> None:
        """Read the file that was dropped on the window.

        Coming back to the page shows the same file again: it is not read anew.
        """
        if isinstance(target, Path) and (stamp(target) or target) != self._stamp:
            self.open_file(target)

    def reload(self) -> None:
        """Look again: clubs, seasons or matches may have changed meanwhile."""
        self.flow.compare()
        self.flow.look_back()

    def may_close(self) -> bool:
        """Ask before what was decided about a file is lost."""
        state = self.flow.state
        is_open = self.panels.front == WORK and state is not None and state.is_decided
        return not is_open or may_lose(self.window(), tr("Intake"))

    def succeed(self, old: Page) -> None:
        """Go on saying what was taken in."""
        if not isinstance(old, IntakePage) or old.panels.front != DONE:
            return
        self.flow.forget()
        self._stamp = None
        self.flow.last = old.flow.last
        self.lines_tab.source.preview = old.lines_tab.source.preview
        self.season = old.season
        self._show_panel(DONE)
        if old.flow.last is not None:
            self._turned(old.flow.last)

    # ---- what the officer does

    def start_again(self) -> None:
        """Ask for a file."""
        self.flow.forget()
        self._stamp = None
        self.banner.say("")
        self._show_panel(DROP)
        self.set_title(tr("Intake"))

    def choose_file(self) -> None:
        """Ask for a file with the dialog of the system."""
        folder = self.desk.settings.text(_FOLDER, str(Path.home()))
        programmes = f"{tr('Programmes')} ({_ENDINGS})"
        kinds = f"{programmes};;{tr('All files')} (*)"  # the bytes decide, not the name
        title = tr("Choose a file")
        chosen, _ = QFileDialog.getOpenFileName(self, title, folder, kinds)
        if chosen:
            self.desk.settings.keep(_FOLDER, str(Path(chosen).parent))
            self.open_file(Path(chosen))

    def open_file(self, path: Path) -> None:
        """Read a file and show what it would change."""
        self._read(IntakeState(path))

    def accept(self) -> None:
        """Write what the preview shows."""
        if self.accept_button.isEnabled():
            self.accept_button.setEnabled(False)
            state = self.flow.state
            self.season = state.choices.season_id if state else None
            self.flow.accept()

    # ---- what the flow says

    def _wait_for(self, name: str) -> None:
        self.banner.say("")
        self.wait.show_name(name)
        self._show_panel(WAIT)

    def _refused(self, error: SportsecError) -> None:
        said = message_of(translator(), error)
        self.start_again()
        self.banner.say(f"{said.what} {said.next_step}", "block")

    def _understood(self) -> None:
        if self.flow.read is not None:
            self.columns_tab.show_programme(self.flow.read.programme)
        self._show_file_tab()
        self.accept_button.setEnabled(False)

    def _compared(self, preview: IntakePreview) -> None:
        self.names_tab.show_preview(preview)
        self.lines_tab.show_preview(preview)
        self._show_file_tab()
        self._show_panel(WORK)
        waiting = len(preview.open_names)
        names = tr("Names ({n})", n=waiting) if waiting else tr("Names")
        self.tabs.setTabText(NAMES, names)
        self._say_what_comes(preview)
        if not self._tab_chosen and self.flow.state is not None:
            self._tab_chosen = True
            self.tabs.setCurrentIndex(self.flow.state.next_tab)

    def _say_what_comes(self, preview: IntakePreview) -> None:
        self.accept_button.setText(accept_text(preview.counts))
        self.accept_button.setEnabled(preview.writes > 0)
        self.banner.say(*left_out_text(preview))
        self._leave_room()

    def _show_file_tab(self) -> None:
        state, read = self.flow.state, self.flow.read
        if state is None or read is None:
            return
        label = self.flow.frame.season_label if self.flow.frame else ""
        self.file_tab.show_state(state, label)
        problems = state.preview.problems if state.preview else ()
        self.file_tab.show_summary(read.programme, read.summary, problems)

    def _accepted(self, result: IntakeResult) -> None:
        self._stamp = None
        self.banner.say("")
        self._show_panel(DONE)
        self.done.show_result(result, self.lines_tab.left_out)
        self.done.agenda.setFocus()
        preview = self.lines_tab.source.preview
        name = tr(TAKEN_IN)
        counts = result_text(result, moved_text(preview) if preview else "")
        self.desk.say(tr("{name}: {text}", name=name, text=counts) if counts else name)

    def _turned(self, last: Intake) -> None:
        """Say that what was taken in was undone, or that it stands again."""
        if last.undone_by is not None:
            self.done.show_undone(last.result)
        else:
            self.done.show_result(last.result, self.lines_tab.left_out)

    def _take_in_again(self) -> None:
        last = self.flow.last
        if last is not None and last.undone_by is not None:
            self.desk.redo(last.undone_by, tr(TAKEN_IN))

    def _show_rest(self) -> None:
        """Read the same file again: the lines left out are still to be decided."""
        if self.flow.last is not None:
            self.lines_tab.filter_rest()
            self._read(self.flow.last.rest)

    def _not_accepted(self, error: SportsecError) -> None:
        self.flow.compare()
        if isinstance(error, Invalid):
            self.desk.say(message_of(translator(), error).what, level="warn")
        else:
            self.desk.complain(error)

    # ---- inside

    def _read(self, state: IntakeState) -> None:
        self._tab_chosen = False
        self._stamp = stamp(state.path)
        self.set_title(tr("Intake"), state.path.name)
        self.flow.read_again(state)

    def _lay_out(self) -> None:
        self.tabs.addTab(self.file_tab, tr("File"))
        self.tabs.addTab(self.columns_tab, tr("Columns"))
        self.tabs.addTab(self.names_tab, tr("Names"))
        self.tabs.addTab(self.lines_tab, tr("Lines"))
        self.body.addWidget(self.banner)
        self.body.addWidget(self.panels, 1)

    def _connect_flow(self) -> None:
        flow = self.flow
        flow.reading.connect(self._wait_for)
        flow.refused.connect(self._refused)
        flow.understood.connect(self._understood)
        flow.compared.connect(self._compared)
        flow.accepted.connect(self._accepted)
        flow.not_accepted.connect(self._not_accepted)
        flow.turned.connect(self._turned)

    def _connect(self) -> None:
        self.drop.wanted.connect(self.choose_file)
        self.tabs.currentChanged.connect(lambda _at: self._leave_room())
        self.wait.given_up.connect(self.start_again)
        self.columns_tab.chosen.connect(self.answers.map_column)
        self.names_tab.decided.connect(self.answers.name)
        self.names_tab.wants_competition.connect(self.answers.new_competition)
        self.names_tab.wants_all_created.connect(self.answers.create_all)
        self.lines_tab.taken.connect(self.answers.take)
        self.lines_tab.same.connect(self.answers.same)
        self.lines_tab.left.connect(self.answers.leave)
        for button, bare in ((self.done.agenda, False), (self.done.stadiums, True)):
            target = partial(self._show_in_agenda, without_venue=bare)
            button.clicked.connect(lambda _on, show=target: show())
        self.done.redo.clicked.connect(lambda _on: self._take_in_again())
        self.done.again.clicked.connect(lambda _on: self.start_again())
        self.done.rest.clicked.connect(lambda _on: self._show_rest())

    def _show_in_agenda(self, *, without_venue: bool) -> None:
        target = SeasonTarget(self.season, without_venue=without_venue)
        self.desk.go("agenda", target)

    def _leave_room(self) -> None:
        """In a low window show lines rather than what other tabs say of them too."""
        is_tight = self._is_low and self.panels.front == WORK
        is_tight = is_tight and self.tabs.currentIndex() == LINES
        texts = {self._subtitle: self._subtitle, self.banner: self.banner.label}
        for part, text in texts.items():
            part.setHidden(is_tight or not text.text())

    def _show_panel(self, panel: int) -> None:
        self.panels.bring(panel)
        self._leave_room()
        self.accept_button.setVisible(panel == WORK)
        self.choose_button.setVisible(panel in {WORK, DONE})
