"""One field finds records, acts, pages and settings, in any language."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from sportsec.domain.liaison import LiaisonDraft
from sportsec.domain.meetings import MeetingDraft, MeetingKind
from sportsec.domain.people import ContactRole
from sportsec.domain.words import LANGUAGES, Words
from sportsec.services.liaison import add_entry
from sportsec.services.meetings import add_meeting
from sportsec.store.tables.clubs import Club
from sportsec.store.tables.people import Contact
from sportsec.store.work import Work
from sportsec.store.workspace import Workspace
from sportsec.ui.frame.finder import MOST_SHOWN
from sportsec.ui.frame.finder_entries import (
    ACTIONS,
    FUNCTIONS,
    HERE,
    PAGES,
    RECENT,
    SETTINGS,
    Entry,
)
from sportsec.ui.frame.finder_hits import KINDS, Finding, Hit
from sportsec.ui.frame.finder_list import FinderList
from sportsec.ui.frame.finder_records import NEW
from sportsec.ui.frame.finder_sources import PARTS
from sportsec.ui.frame.recent import MOST, Recent
from sportsec.ui.frame.search_box import SearchBox
from sportsec.ui.language import isolate, tr
from sportsec.ui.main_window import MainWindow
from sportsec.ui.pages.directory.contacts_page import ContactsPage
from sportsec.ui.pages.directory.record_list import RecordList
from sportsec.ui.pages.settings import SettingsPage
from sportsec.ui.settings import Settings
from sportsec.ui.shell import Shell
from sportsec.ui.targets import PAGE_OF_KIND
from sportsec.ui.theme import TEXT_SIZES
from sportsec.ui.widgets.form_dialog import FormDialog
from tests.gui.frame.conftest import WindowFinding

Type = Callable[[str], None]


@pytest.fixture
def types(window: MainWindow, qtbot: QtBot) -> Type:
    """Type into the field and wait for all answers."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)

    def types(text: str) -> None:
        field = window.top.search
        field.open()
        field.setText(text)
        qtbot.waitUntil(lambda: not field.is_waiting)
        qtbot.waitUntil(lambda: window.desk.runner.is_idle)

    return types


def entries(window: MainWindow) -> list[Entry]:
    return window.top.search.shown().entries()


def titles(window: MainWindow) -> list[str]:
    return [each.title for each in entries(window)]


def add_clubs(shell: Shell, *names: str) -> list[UUID]:
    workspace: Workspace | None = shell.runner.workspace
    assert workspace is not None
    with workspace.writing() as work:
        clubs = [work.add(Club(name=Words(fr=name))) for name in names]
        work.session.flush()
        ids = [club.id for club in clubs]
        work.commit("Clubs added")
    return ids


def press(window: MainWindow, qtbot: QtBot, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(window.top.search, key)


PAGES_TYPED = [
    ("clubs", "clubs"),
    ("Réglages", "settings"),
    ("الإعدادات", "settings"),
    ("الاعدادات", "settings"),
    ("stadiums", "venues"),
    ("الملاعب", "venues"),
    ("stades", "venues"),
    ("stdiums", "venues"),  # one slip
    ("المفكرة", "agenda"),
]


def test_a_page_is_found_in_every_language_of_the_program(
    window: MainWindow, types: Type, qtbot: QtBot
) -> None:
    for typed, page in PAGES_TYPED:
        types(typed)
        assert entries(window)[0].section == PAGES, typed
        press(window, qtbot, Qt.Key.Key_Return)
        assert window.place is not None
        assert window.place.key == page
        assert window.top.search.text() == ""


def test_a_command_is_shown_with_its_keys(window: MainWindow, types: Type) -> None:
    types("receive")
    first = entries(window)[0]
    assert (first.title, first.keys) == ("Receive…", "Ctrl+Shift+R")
    types("envoyer")
    assert entries(window)[0].title == "Send…"
    types("redo")  # nothing was undone
    assert "Redo" not in titles(window)


def test_the_page_on_view_says_what_it_can_do(
    window: MainWindow, types: Type, qtbot: QtBot
) -> None:
    window.go("clubs")
    types("new")
    here = [each for each in entries(window) if each.section == HERE]
    assert (here[0].title, here[0].keys) == ("New club", "Ctrl+N")
    window.go("settings")
    types("new club")
    assert [each.section for each in entries(window)[:1]] == [ACTIONS]


def test_every_setting_is_found_by_its_label(window: MainWindow, types: Type) -> None:
    window.go("settings")
    page = window.page("settings")
    assert isinstance(page, SettingsPage)
    labels = {
        label.text()
        for label in page.findChildren(QLabel)
        if label.property("role") == "field" and label.isVisibleTo(page)
    }
    assert labels
    assert labels <= {tr(label) for _, label in PARTS}
    for label in labels:
        types(label)
        assert label in titles(window), label


def test_every_size_of_text_is_offered(window: MainWindow, types: Type) -> None:
    types("text size")
    offered = titles(window)
    for size in TEXT_SIZES:
        assert f"Text size: {isolate(f'{size} %')}" in offered


@pytest.mark.parametrize(("table", "page", "text"), NEW)
def test_a_record_of_each_kind_is_made_from_anywhere(
    window: MainWindow, types: Type, qtbot: QtBot, table: str, page: str, text: str
) -> None:
    window.go("settings")
    types(text)
    assert entries(window)[0].title == text
    press(window, qtbot, Qt.Key.Key_Return)
    assert window.place is not None
    if table == "venue":  # the form is a page
        assert window.place.key == "venue"
        return
    assert window.place.key == page
    qtbot.waitUntil(lambda: bool(window.findChildren(FormDialog)))
    (form,) = window.findChildren(FormDialog)
    assert form.windowTitle() == text
    form.close()


def test_what_was_made_twice_and_the_intake_are_found_by_other_words(
    window: MainWindow, types: Type
) -> None:
    for typed in ("doublon", "fusion", "merge", "duplicate", "دمج"):
        types(typed)
        assert "Entries that look alike" in titles(window), typed
    for typed in ("importer", "import"):
        types(typed)
        assert entries(window)[0].name == "intake", typed


def test_a_setting_is_led_to(window: MainWindow, types: Type, qtbot: QtBot) -> None:
    page = window.page("settings")
    assert isinstance(page, SettingsPage)
    for part, label in dict(PARTS).items():
        types(label)
        entry = next(each for each in entries(window) if each.section == SETTINGS)
        window.top.search.picked.emit(entry, False)
        field = page._parts()[part][1]
        qtbot.waitUntil(field.hasFocus)


def test_a_value_of_a_setting_is_one_step_away(
    window: MainWindow, types: Type, qtbot: QtBot, shell: Shell
) -> None:
    for typed in ("dark", "sombre", "داكن", "colours: da"):
        types(typed)
        assert titles(window)[0] == "Colours: Dark", typed
    press(window, qtbot, Qt.Key.Key_Return)
    assert shell.settings.text("shade") == "dark"
    shell.switch("shade", "light")


def test_records_come_with_two_letters_and_are_opened(
    window: MainWindow, shell: Shell, types: Type, qtbot: QtBot
) -> None:
    (club,) = add_clubs(shell, "Zemmouri")
    types("z")
    assert "Zemmouri" not in titles(window)
    types("ze")
    assert titles(window) == ["Zemmouri"]
    press(window, qtbot, Qt.Key.Key_Return)
    assert window.place is not None
    assert (window.place.key, window.place.target) == ("clubs", club)


def test_a_misspelt_record_is_found_after_the_others(
    window: MainWindow, shell: Shell, types: Type
) -> None:
    add_clubs(shell, "Zemmouri")
    types("zemouri")
    assert titles(window) == ["Zemmouri"]
    types("الزموري")
    assert titles(window) == ["Zemmouri"]


def test_a_person_is_shown_with_number_and_function(
    shell: Shell, window: MainWindow, types: Type
) -> None:
    workspace: Workspace | None = shell.runner.workspace
    assert workspace is not None
    role, number = ContactRole.PRESS_OFFICER, "+212612345678"
    with workspace.writing() as work:
        work.add(Contact(name_latin="Zineb Sample", role=role, phone=number))
        work.add(Contact(name_latin="Zineb Other", role=role, other_phone=number))
        work.commit("Contacts added")
    types("zineb")
    people = [each for each in entries(window) if each.section == "Contacts"]
    assert len(people) == 2
    for each in people:
        assert each.beside == f"{isolate('06 12 34 56 78')} · Press officer"


@pytest.mark.parametrize("typed", ["deputy comm", "adjoint au comm", "نائب قائد"])
def test_a_function_leads_to_the_people_who_have_it(
    window: MainWindow, types: Type, typed: str
) -> None:
    types(typed)
    found = [each for each in entries(window) if each.section == FUNCTIONS]
    assert "Deputy commander" in [each.title for each in found]
    next(each for each in found if each.title == "Deputy commander").act()
    page = window.pages["contacts"]
    assert isinstance(page, ContactsPage)
    assert page.people.role.value() is ContactRole.DEPUTY_COMMANDER


@pytest.mark.parametrize(
    ("typed", "count", "is_all"), [("officer", 7, True), ("الم", 8, False)]
)
def test_every_function_a_word_names_is_offered_last_or_it_is_said_that_more_follow(
    window: MainWindow, shell: Shell, types: Type, typed: str, count: int, is_all: bool
) -> None:
    add_clubs(shell, *(f"{typed} {number}" for number in range(4)))
    types(typed)
    sections = [each.section for each in entries(window)]
    assert sections[-count:] == [FUNCTIONS] * count
    assert "Clubs" in sections[:-count]
    assert FUNCTIONS not in sections[:-count]
    assert entries(window)[-1].more_follow is not is_all


def test_what_begins_as_typed_comes_before_the_acts_that_do(
    window: MainWindow, shell: Shell, types: Type
) -> None:
    add_clubs(shell, "Newport", "Receiver Town")
    window.go("settings")
    for typed in ("new", "rec"):
        types(typed)
        assert [each.section for each in entries(window)][:2] == ["Clubs", ACTIONS]
    types("receive")
    assert titles(window)[:2] == ["Receive…", "Receiver Town"]
    types("new club")
    assert titles(window)[0] == "New club"


def test_a_page_is_the_list_of_what_begins_so_and_comes_before_it(
    window: MainWindow, shell: Shell, types: Type
) -> None:
    add_clubs(shell, "Club Atlas")
    types("club")
    assert titles(window)[:2] == ["Clubs", "Club Atlas"]
    assert titles(window).index("New club") > 1


def test_that_more_meetings_follow_is_said_where_few_were_found(
    window: MainWindow, shell: Shell, types: Type
) -> None:
    workspace: Workspace | None = shell.runner.workspace
    assert workspace is not None
    with workspace.writing() as work:
        for _ in range(4):
            add_meeting(work, MeetingDraft(kind=MeetingKind.SUPPORTERS))
        work.commit("Arranged")
    types("meeting")
    found = [each for each in entries(window) if each.section == "Meetings"]
    assert [each.more_follow for each in found] == [False, False, True]


def test_an_act_comes_before_the_sentences_that_hold_its_word(
    window: MainWindow, shell: Shell, types: Type
) -> None:
    workspace: Workspace | None = shell.runner.workspace
    assert workspace is not None
    with workspace.writing() as work:
        add_entry(work, LiaisonDraft(with_whom="Caretaker", gist="About a meeting"))
        add_meeting(work, MeetingDraft(kind=MeetingKind.SUPPORTERS))
        work.commit("Arranged")
    types("meeting")
    order = ["Meetings", ACTIONS, "Calls and visits"]
    shown = [each.section for each in entries(window)]
    assert sorted(order, key=shown.index) == order


def test_what_was_opened_last_is_offered_first(
    window: MainWindow, shell: Shell, types: Type
) -> None:
    first, second, third = add_clubs(shell, "Atlas", "Atlas Club", "Atlas Sport")
    for club in (third, first, second):
        window.go("clubs", club)
    types("")
    opened = [each.title for each in entries(window) if each.section == RECENT]
    assert opened == ["Atlas Club", "Atlas", "Atlas Sport"]
    types("atl")
    assert titles(window) == ["Atlas", "Atlas Club", "Atlas Sport"]
    types("atlas s")
    assert titles(window)[0] == "Atlas Sport"


def test_an_empty_field_offers_a_few_acts(window: MainWindow, types: Type) -> None:
    window.go("clubs")
    types("")
    assert titles(window)[0] == "New club"
    assert "Receive…" in titles(window)
    assert len(entries(window)) <= 6


def test_acts_chosen_last_come_first(
    window: MainWindow, types: Type, qtbot: QtBot
) -> None:
    window.go("settings")
    types("backups")
    press(window, qtbot, Qt.Key.Key_Return)
    window.go("settings")
    types("")
    assert titles(window)[0] == "Backups"


def test_arrows_step_over_the_headings_and_round(
    window: MainWindow, types: Type, qtbot: QtBot
) -> None:
    types("re")
    shown = window.top.search.shown()
    all_of = shown.entries()
    assert len(all_of) > 2
    assert shown.current() is all_of[0]
    press(window, qtbot, Qt.Key.Key_Down)
    assert shown.current() is all_of[1]
    press(window, qtbot, Qt.Key.Key_Up, Qt.Key.Key_Up)
    assert shown.current() is all_of[-1]


def test_escape_leads_back_to_where_the_officer_was(
    window: MainWindow, types: Type, qtbot: QtBot
) -> None:
    page = window.page("settings")
    assert isinstance(page, SettingsPage)
    page.edit.setFocus()
    types("clubs")
    press(window, qtbot, Qt.Key.Key_Escape)
    assert page.edit.hasFocus()
    assert window.top.search.text() == ""
    assert window.top.search.shown().isHidden()


def test_the_field_is_empty_when_it_is_come_to_anew(
    window: MainWindow, types: Type
) -> None:
    page = window.page("settings")
    assert isinstance(page, SettingsPage)
    types("clubs")
    page.edit.setFocus()
    assert window.top.search.text() == ""
    window.top.search.open()
    assert {"Receive…", "Send…"} <= set(titles(window))


def test_what_was_typed_is_still_there_after_another_program(
    window: MainWindow, types: Type
) -> None:
    types("clubs")
    field = window.top.search
    gone = QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.ActiveWindowFocusReason)
    QApplication.sendEvent(field, gone)
    assert field.shown().isHidden()
    assert field.text() == "clubs"


def test_a_click_takes_an_entry(window: MainWindow, types: Type, qtbot: QtBot) -> None:
    types("clubs")
    shown = window.top.search.shown()
    at = shown.list.visualItemRect(shown.list.item(1)).center()
    qtbot.mouseClick(shown.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert window.place is not None
    assert window.place.key == "clubs"


def test_a_sign_first_asks_for_acts_only(
    window: MainWindow, shell: Shell, types: Type
) -> None:
    add_clubs(shell, "Receveur")
    types(">rece")
    assert titles(window) == ["Receive…"]
    types(">")
    assert "Send…" in titles(window)
    assert "Clubs" in titles(window)


def test_what_was_typed_before_is_found_when_it_is_typed_again_at_once(
    window: MainWindow, shell: Shell, types: Type, qtbot: QtBot
) -> None:
    """Emptied and filled within the pause the field holds what it held, yet it asks."""
    add_clubs(shell, "Zemmouri")
    types("zem")
    assert "Zemmouri" in titles(window)
    window.top.search.close_list()
    types("zem")
    assert "Zemmouri" in titles(window)


def test_control_and_enter_open_the_history_of_a_record(
    window: MainWindow, shell: Shell, types: Type, qtbot: QtBot
) -> None:
    from sportsec.ui.pages.history.dialog import HistoryDialog

    add_clubs(shell, "Zemmouri")
    types("zem")
    qtbot.keyClick(
        window.top.search, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
    )
    (dialog,) = window.findChildren(HistoryDialog)
    assert dialog.isVisible()
    qtbot.waitUntil(lambda: window.desk.runner.is_idle)
    dialog.close()


def test_nothing_is_said_in_words(window: MainWindow, types: Type) -> None:
    types("qqqqqqqq")
    shown = window.top.search.shown()
    assert shown.entries() == []
    assert shown.list.item(0).text() == "Nothing found."
    assert shown.list.item(0).flags() == Qt.ItemFlag.NoItemFlags


def test_enter_waits_for_the_answer_to_what_stands_there(
    window: MainWindow, types: Type, qtbot: QtBot
) -> None:
    types("clubs")
    field = window.top.search
    field.setText("clubs x")
    assert field.is_waiting
    press(window, qtbot, Qt.Key.Key_Return)
    assert window.place is not None
    assert window.place.key == "settings"


def test_every_kind_of_record_has_a_heading_and_a_page() -> None:
    assert set(KINDS) == set(PAGE_OF_KIND)


def many_clubs(name: str) -> Finding:
    """Return what finds more clubs of one name than a list shows."""

    def search(_work: Work, _text: str, _lately: Sequence[UUID]) -> Sequence[Hit]:
        title = Words(ar="نادي", fr=name)
        return [Hit("club", UUID(int=at), title, Words(fr="Fès")) for at in range(60)]

    return Finding(search)


def type_club(field: SearchBox, qtbot: QtBot) -> FinderList:
    """Type into the field of the window, and return its list when it is full."""
    field.open()
    field.setText("club")
    qtbot.waitUntil(lambda: len(field.shown().entries()) > 50)
    return field.shown()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_lies_within_the_window_at_the_side_of_the_field(
    window_finding: WindowFinding,
    qtbot: QtBot,
    speak: Callable[[str], None],
    language: str,
) -> None:
    speak(language)

    window = window_finding(many_clubs("Club" * 60))
    field = window.top.search
    popup = type_club(field, qtbot)
    assert window.rect().contains(popup.geometry())
    assert popup.geometry().bottom() < window.status.y()
    at_field = field.mapTo(window, field.rect().topLeft()).x()
    if language == "ar":
        assert popup.x() == at_field
    else:
        assert popup.geometry().right() == at_field + field.width() - 1
    assert not popup.grab().isNull()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_open_list_follows_a_window_that_becomes_another(
    window_finding: WindowFinding,
    qtbot: QtBot,
    speak: Callable[[str], None],
    language: str,
) -> None:
    speak(language)

    window = window_finding(many_clubs("Club"))
    window.resize(1400, 900)
    field = window.top.search
    popup = type_club(field, qtbot)
    for _line in range(14):
        press(window, qtbot, Qt.Key.Key_Down)
    chosen = popup.current()

    def lies_at_the_field() -> bool:
        place = popup.geometry()
        at = field.mapTo(window, field.rect().bottomLeft())
        return (
            place.top() == at.y() + 5
            and place.bottom() < window.status.y()
            and window.status.y() - place.bottom() < 20  # it takes the room there is
            and (
                place.left() == at.x()
                if language == "ar"
                else place.right() == at.x() + field.width() - 1
            )
        )

    for size in ((1000, 620), (1600, 1000), (1100, 700)):
        window.resize(*size)
        qtbot.waitUntil(lies_at_the_field)
        assert field.hasFocus()
        assert popup.current() is chosen
        row = popup.list.visualItemRect(popup.list.currentItem())
        assert popup.list.viewport().rect().contains(row)
    press(window, qtbot, Qt.Key.Key_Escape)
    window.resize(1200, 800)
    qtbot.wait(20)
    assert not popup.isVisible()


def test_that_more_was_found_than_is_shown_is_said_where_it_is_left_out(
    shell: Shell, window: MainWindow, types: Type, qtbot: QtBot
) -> None:
    add_clubs(shell, *(f"Atlas {number}" for number in range(MOST_SHOWN + 1)))
    types("atlas")
    lines = window.top.search.shown().list
    said = [lines.item(row).text() for row in range(lines.count())]
    assert said == ["Clubs", *titles(window), "… and more: go on typing"]
    assert len(titles(window)) == MOST_SHOWN
    press(window, qtbot, Qt.Key.Key_Up)  # from the first round to the last one
    assert lines.currentItem().text() == titles(window)[-1]
    types("atlas 12")
    assert "… and more: go on typing" not in [
        lines.item(row).text() for row in range(lines.count())
    ]


def test_what_is_opened_in_a_list_was_opened_too(shell: Shell, qtbot: QtBot) -> None:
    window = shell.window
    assert window is not None
    (atlas,) = add_clubs(shell, "Atlas")
    window.go("clubs")
    clubs = window.page("clubs").findChild(RecordList)
    assert clubs is not None
    qtbot.waitUntil(lambda: clubs.table.current_id() == atlas)
    assert window.finder.recent.records == []
    qtbot.keyClick(clubs.table, Qt.Key.Key_Return)
    assert window.finder.recent.records == [atlas]
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    qtbot.keyClick(QApplication.activeModalWidget(), Qt.Key.Key_Escape)


def test_recent_things_are_few_and_each_stands_once(settings: Settings) -> None:
    recent = Recent(settings)
    ids = [UUID(int=at) for at in range(MOST + 5)]
    for one in (*ids, ids[3]):
        recent.opened(one)
    assert recent.records[:2] == [ids[3], ids[-1]]
    assert len(recent.records) == len(set(recent.records)) == MOST
    recent.did("send")
    assert Recent(settings).acts == ["send"]
