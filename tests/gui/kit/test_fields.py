"""The fields of forms."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QDate, QModelIndex, Qt
from PySide6.QtWidgets import QLineEdit, QTableView, QWidget
from pytestqt.qtbot import QtBot

from sportsec.domain.problems import Level
from sportsec.domain.words import LANGUAGES, Words
from sportsec.i18n.formats import ZONE
from sportsec.store.work import Work
from sportsec.ui.tasks import Runner
from sportsec.ui.widgets.day_chooser import DayChooser
from sportsec.ui.widgets.field import Field
from sportsec.ui.widgets.fields import (
    CheckField,
    DecimalField,
    IntegerField,
    LinesField,
    MaybeField,
    TextField,
)
from sportsec.ui.widgets.fields_choice import ChoiceField, RecordField, TagsField
from sportsec.ui.widgets.fields_phone import PhoneField
from sportsec.ui.widgets.fields_time import (
    DateField,
    DateTimeField,
    TimeField,
    parse_time,
)
from sportsec.ui.widgets.fields_words import WordsField
from sportsec.ui.widgets.toggle import ToggleField

Type = Callable[[QWidget, str], None]
PAIRS = [("a", "Alpha"), ("b", "Beta"), ("c", "Gamma")]
NAME = Words(ar="الملعب الكبير", fr="Grand Stade", en="Great Ground")
#: With blanks that do not break, as French sets them.
HELD = "Objet\u00a0: tri\n12\u202f000 places"
SUMMER = datetime(2026, 7, 4, 19, 0, tzinfo=UTC)
RAMADAN = datetime(2027, 2, 20, 19, 0, tzinfo=UTC)

SAMPLES: list[tuple[Callable[[], Field], Any, Any]] = [
    (TextField, "Fès", ""),
    (LinesField, "one\ntwo", ""),
    (LinesField, HELD, ""),
    (IntegerField, 45_000, None),
    (DecimalField, Decimal("12.5"), None),
    (lambda: DecimalField(as_float=True), 33.25, None),
    (CheckField, True, False),
    (MaybeField, True, None),
    (ToggleField, True, False),
    (WordsField, NAME, Words()),
    (lambda: WordsField(lines=3), NAME, Words()),
    (lambda: WordsField(lines=3), Words(fr=HELD), Words()),
    (DateField, date(2026, 11, 23), None),
    (TimeField, time(19, 30), None),
    (DateTimeField, SUMMER, None),
    (DateTimeField, RAMADAN, None),
    (lambda: ChoiceField(PAIRS, none="—"), "b", None),
    (lambda: TagsField(PAIRS), ("a", "c"), ()),
    (PhoneField, "+212661234567", ""),
    (PhoneField, "+33612345678", ""),
]


@pytest.mark.parametrize("language", ["ar", "fr"])
@pytest.mark.parametrize(("make", "value", "nothing"), SAMPLES)
def test_a_field_gives_back_what_it_was_given(
    qtbot: QtBot,
    speak: Callable[[str], None],
    language: str,
    make: Callable[[], Field],
    value: Any,
    nothing: Any,
) -> None:
    speak(language)
    field = make()
    qtbot.addWidget(field)
    with qtbot.assertNotEmitted(field.changed):
        field.set_value(value)
    assert field.value() == value
    assert field.complaint() == ""
    field.set_value(nothing)
    assert field.value() == nothing
    assert field.complaint() == ""


@pytest.mark.parametrize(("make", "value", "nothing"), SAMPLES)
def test_every_input_has_a_name_and_can_be_marked(
    qtbot: QtBot, make: Callable[[], Field], value: Any, nothing: Any
) -> None:
    field = make()
    qtbot.addWidget(field)
    field.call("Capacity")
    assert all(widget.accessibleName() for widget in field.inputs())
    field.mark(Level.BLOCK)
    assert field.inputs()[0].property("level") == "block"
    field.mark("")
    assert field.inputs()[0].property("level") == ""


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("23/11/2026", date(2026, 11, 23)),
        ("23.11.26", date(2026, 11, 23)),
        ("231126", date(2026, 11, 23)),
        ("2026-11-23", date(2026, 11, 23)),
        ("٢٣/١١/٢٠٢٦", date(2026, 11, 23)),
        ("31/02/2026", None),
        ("soon", None),
        ("", None),
    ],
)
def test_a_date_is_read_as_people_write_it(
    typed: str, meant: date | None, qtbot: QtBot
) -> None:
    field = DateField()
    qtbot.addWidget(field)
    field.line.setText(typed)
    assert field.value() == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("19:30", time(19, 30)),
        ("19h30", time(19, 30)),
        ("19 h", time(19)),
        ("7 pm", time(19)),
        ("1930", time(19, 30)),
        ("٢٠:١٥", time(20, 15)),
        ("24:00", None),
        ("19:7", None),
    ],
)
def test_a_time_is_read_as_people_write_it(typed: str, meant: time | None) -> None:
    assert parse_time(typed) == meant


def test_an_hour_typed_with_the_day_goes_where_hours_stand(qtbot: QtBot) -> None:
    field = DateTimeField()
    qtbot.addWidget(field)
    qtbot.keyClicks(field.day.line, "demain 20h")
    qtbot.keyClick(field.day.line, Qt.Key.Key_Return)
    tomorrow = datetime.now(ZONE).date() + timedelta(1)
    assert field.day.line.text() == f"{tomorrow:%d/%m/%Y}"
    assert field.clock.line.text() == "20:00"
    assert field.value() == datetime.combine(tomorrow, time(20), ZONE)


def test_a_day_typed_in_short_is_said_in_full(
    qtbot: QtBot, speak: Callable[[str], None]
) -> None:
    speak("fr")
    field = DateField()
    qtbot.addWidget(field)
    field.line.setText("28 nov 2026 20h")
    assert field.said.text() == "samedi 28 novembre 2026 20:00"
    field.set_value(date(2026, 11, 28))
    assert field.said.text() == "samedi"
    field.line.setText("chat")
    assert field.said.text() == ""


def test_dates_and_times_read_the_same_in_arabic(
    qtbot: QtBot, speak: Callable[[str], None]
) -> None:
    """Qt's own editors show 2026/11/23 and 05:14 (platform.md §4)."""
    speak("ar")
    field = DateTimeField()
    qtbot.addWidget(field)
    field.set_value(SUMMER)
    assert (field.day.line.text(), field.clock.line.text()) == ("04/07/2026", "20:00")
    assert field.day.line.layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert field.day.line.alignment() & Qt.AlignmentFlag.AlignRight


def test_the_clock_of_ramadan_is_an_hour_back(qtbot: QtBot) -> None:
    field = DateTimeField()
    qtbot.addWidget(field)
    field.set_value(RAMADAN)
    assert field.clock.line.text() == "19:00"


def test_day_without_time_is_complained_about(qtbot: QtBot, type_text: Type) -> None:
    field = DateTimeField()
    qtbot.addWidget(field)
    with qtbot.waitSignal(field.changed):
        type_text(field.day.line, "23/11/2026")
    assert field.value() is None
    assert field.complaint()


@pytest.mark.parametrize(
    ("make", "typed"),
    [
        (IntegerField, "many"),
        (IntegerField, "-3"),
        (DecimalField, "1,2,3"),
        (DateField, "31/02/2026"),
        (TimeField, "25:00"),
        (PhoneField, "06612345678901"),
    ],
)
def test_a_text_that_is_no_value_is_complained_about(
    qtbot: QtBot, type_text: Type, make: Callable[[], Any], typed: str
) -> None:
    field = make()
    qtbot.addWidget(field)
    type_text(field.line, typed)
    assert field.complaint()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("31/02/2027", "There is no such day: February 2027 has 28 days"),
        ("30.2.28", "There is no such day: February 2028 has 29 days"),
        ("31/11/2026", "There is no such day: November 2026 has 30 days"),
        ("32/01/2027", "This is not a date; write it as 23/11/2026"),
    ],
)
def test_a_day_that_its_month_lacks_is_said_to_be_missing(
    qtbot: QtBot, type_text: Type, typed: str, said: str
) -> None:
    field = DateField()
    qtbot.addWidget(field)
    type_text(field.line, typed)
    assert field.complaint() == said


def test_arabic_digits_become_latin_while_typing(qtbot: QtBot, type_text: Type) -> None:
    field = IntegerField()
    qtbot.addWidget(field)
    type_text(field.line, "٤٥٠٠٠")
    assert field.line.text() == "45000"
    assert field.value() == 45_000


def test_a_comma_is_a_decimal_point(qtbot: QtBot, type_text: Type) -> None:
    field = DecimalField()
    qtbot.addWidget(field)
    type_text(field.line, "12,5")
    assert field.value() == Decimal("12.5")


def test_arrow_keys_step_through_days_and_quarters(qtbot: QtBot) -> None:
    day, clock = DateField(), TimeField()
    qtbot.addWidget(day)
    qtbot.addWidget(clock)
    day.set_value(date(2026, 12, 31))
    clock.set_value(time(23, 50))
    qtbot.keyClick(day.line, Qt.Key.Key_Up)
    qtbot.keyClick(clock.line, Qt.Key.Key_Up)
    assert (day.value(), clock.value()) == (date(2027, 1, 1), time(0, 5))


@pytest.mark.qt_log_ignore("grabbing the keyboard")
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_day_is_chosen_from_a_month_that_can_be_read(
    language: str, qtbot: QtBot, speak: Callable[[str], None]
) -> None:
    speak(language)
    field = DateField()
    qtbot.addWidget(field)
    field.set_value(date(2026, 12, 26))
    field.show()
    field.button.click()
    (chooser,) = field.findChildren(DayChooser)
    qtbot.waitExposed(chooser)
    (days,) = chooser.calendar.findChildren(QTableView)
    for row in range(days.model().rowCount()):
        for column in range(7):
            at = days.model().index(row, column)
            assert days.sizeHintForIndex(at).width() <= days.columnWidth(column)
            assert days.sizeHintForIndex(at).height() <= days.rowHeight(row)
    with qtbot.waitSignal(field.changed):
        chooser.calendar.clicked.emit(QDate(2026, 12, 31))
    assert field.value() == date(2026, 12, 31)
    assert not chooser.isVisible()


def test_a_phone_is_written_in_groups_and_kept_whole(
    qtbot: QtBot, type_text: Type
) -> None:
    field = PhoneField()
    qtbot.addWidget(field)
    type_text(field.line, "0661234567")
    qtbot.waitUntil(lambda: " " in field.line.text() or "-" in field.line.text())
    assert field.value() == "+212661234567"


@pytest.mark.parametrize("short", ["15", "19", "177", "5757"])
def test_the_short_number_of_an_emergency_service_is_taken_as_it_is(
    qtbot: QtBot, type_text: Type, short: str
) -> None:
    field = PhoneField()
    qtbot.addWidget(field)
    type_text(field.line, short)
    assert not field.complaint()
    assert field.value() == short


def test_words_are_typed_each_in_its_direction(qtbot: QtBot, type_text: Type) -> None:
    field = WordsField()
    qtbot.addWidget(field)
    type_text(field.parts["ar"], "الرباط")
    type_text(field.parts["fr"], "Rabat")
    assert field.value() == Words(ar="الرباط", fr="Rabat")
    right = Qt.LayoutDirection.RightToLeft
    assert [
        code for code, part in field.parts.items() if part.layoutDirection() == right
    ]
    assert field.parts["fr"].layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_a_long_name_that_is_loaded_shows_how_it_begins(qtbot: QtBot) -> None:
    long = "Cellule de sécurité sportive " * 9
    field = WordsField()
    qtbot.addWidget(field)
    field.set_value(Words(ar=long, fr=long, en=long))
    for line in field.inputs():
        assert isinstance(line, QLineEdit)
        assert line.cursorPosition() == 0


def test_who_is_led_to_a_name_goes_on_at_its_end(qtbot: QtBot) -> None:
    field = WordsField()
    qtbot.addWidget(field)
    field.set_value(NAME)
    field.focus("fr")
    line = field.parts["fr"]
    assert isinstance(line, QLineEdit)
    assert line.cursorPosition() == len(line.text())


def test_a_name_that_is_proposed_is_typed_over_and_shows_how_it_begins(
    qtbot: QtBot,
) -> None:
    field = WordsField()
    qtbot.addWidget(field)
    field.show()
    field.activateWindow()
    field.set_value(NAME)
    field.focus_all()
    line = field.inputs()[0]
    assert isinstance(line, QLineEdit)
    assert line.selectedText() == line.text()
    assert line.cursorPosition() == 0
    qtbot.keyClicks(line, "Other")
    assert line.text() == "Other"


def test_a_text_loaded_under_the_cursor_leaves_it_at_the_end(qtbot: QtBot) -> None:
    field = WordsField()
    qtbot.addWidget(field)
    field.show()
    field.activateWindow()
    field.focus()
    line = field.inputs()[0]
    qtbot.waitUntil(line.hasFocus)
    field.set_value(NAME)
    assert isinstance(line, QLineEdit)
    assert line.cursorPosition() == len(line.text())


def test_the_words_of_the_screen_come_first(
    qtbot: QtBot, speak: Callable[[str], None]
) -> None:
    for language in ("ar", "fr", "en"):
        speak(language)
        field = WordsField()
        qtbot.addWidget(field)
        assert next(iter(field.parts)) == language


class Kind(Enum):
    ONE = 1
    TWO = 2


def test_a_choice_survives_other_offers(qtbot: QtBot) -> None:
    field = ChoiceField([(kind, kind.name) for kind in Kind])
    qtbot.addWidget(field)
    field.set_value(Kind.TWO)
    field.offer([(Kind.TWO, "2"), (Kind.ONE, "1")])
    assert field.value() is Kind.TWO
    field.offer([(Kind.ONE, "1")])
    assert field.value() is None


CLUB = UUID(int=7)


def find(_work: Work, text: str) -> Sequence[tuple[UUID, str]]:
    return [(CLUB, "Atlas Club")] if text in "Atlas Club" else []


def test_a_record_is_found_by_typing(
    runner: Runner, qtbot: QtBot, type_text: Type
) -> None:
    field = RecordField(runner, find, lambda _work, _id: "Atlas Club")
    qtbot.addWidget(field)
    type_text(field.line, "Atl")
    assert field.complaint()  # typed, not chosen
    qtbot.waitUntil(lambda: field.completer.model().rowCount() == 1)
    first = field.completer.completionModel().index(0, 0)
    field.completer.activated[QModelIndex].emit(first)  # type: ignore[index]
    assert field.value() == CLUB
    assert field.complaint() == ""


def _offering(
    runner: Runner, qtbot: QtBot, type_text: Type, text: str, made: list[str]
) -> RecordField:
    field = RecordField(runner, find, lambda _work, _id: "Atlas Club")
    field.offer_new(made.append, "New club")
    qtbot.addWidget(field)
    field.show()
    field.activateWindow()
    field.line.setFocus()
    type_text(field.line, text)
    qtbot.waitUntil(field.popup.isVisible)
    return field


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_enter_takes_the_first_that_is_offered(
    runner: Runner, qtbot: QtBot, type_text: Type
) -> None:
    made: list[str] = []
    field = _offering(runner, qtbot, type_text, "Club", made)
    qtbot.keyClick(field.popup, Qt.Key.Key_Return)
    assert (field.value(), field.line.text(), made) == (CLUB, "Atlas Club", [])


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_enter_makes_a_record_only_where_nothing_fits(
    runner: Runner, qtbot: QtBot, type_text: Type
) -> None:
    made: list[str] = []
    field = _offering(runner, qtbot, type_text, "Phare", made)
    qtbot.keyClick(field.popup, Qt.Key.Key_Return)
    assert made == ["Phare"]


def test_the_cross_takes_the_record_out_with_its_complaint(
    runner: Runner, qtbot: QtBot, type_text: Type
) -> None:
    field = RecordField(runner, find, lambda _work, _id: "Atlas Club")
    qtbot.addWidget(field)
    field.show_record(CLUB, "Atlas Club")
    with qtbot.waitSignal(field.changed):
        field.line.cross.click()
    assert field.value() is None
    type_text(field.line, "Phare")
    assert field.complaint()
    with qtbot.waitSignal(field.changed):
        field.line.cross.click()
    assert field.complaint() == ""


def test_a_name_that_comes_late_leaves_what_was_typed(
    runner: Runner, qtbot: QtBot, type_text: Type
) -> None:
    field = RecordField(runner, find, lambda _work, _id: "Atlas Club")
    qtbot.addWidget(field)
    field.set_value(CLUB)
    type_text(field.line, "Phare")
    qtbot.waitUntil(lambda: runner.is_idle)
    qtbot.wait(50)  # nothing is to come
    assert field.line.text() == "Phare"


def test_a_record_is_shown_by_its_name(runner: Runner, qtbot: QtBot) -> None:
    field = RecordField(runner, find, lambda _work, _id: "Atlas Club")
    qtbot.addWidget(field)
    field.set_value(CLUB)
    qtbot.waitUntil(lambda: field.line.text() == "Atlas Club")
    assert field.value() == CLUB


def test_a_double_click_in_an_hour_takes_all_of_it(
    qtbot: QtBot, type_text: Callable[..., None]
) -> None:
    field = TimeField()
    qtbot.addWidget(field)
    field.show()
    field.set_value(time(19, 25))
    line = field.line
    end = line.cursorRect().center()
    qtbot.mouseDClick(line, Qt.MouseButton.LeftButton, pos=end)
    qtbot.mouseRelease(line, Qt.MouseButton.LeftButton, pos=end)
    assert line.selectedText() == "19:25"
    type_text(line, "20:00")
    assert field.value() == time(20)


def test_a_part_of_a_field_is_called_as_its_language_sets_it(
    qtbot: QtBot, speak: Callable[[str], None]
) -> None:
    speak("fr")
    field = WordsField()
    qtbot.addWidget(field)
    field.call("Nom")
    assert field.parts["fr"].accessibleName() == "Nom\u00a0: Français"
