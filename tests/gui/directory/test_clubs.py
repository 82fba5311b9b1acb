"""Clubs that lack something are pointed out and completed one after another."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QApplication, QWidget

from sportsec.domain.words import Words
from sportsec.queries.clubs import club_draft
from sportsec.store.tables.clubs import Club
from sportsec.store.work import Work
from sportsec.ui.pages.directory.clubs import ClubsPage
from tests.gui.directory.conftest import Record, dialog_of, line

Open = Callable[..., Any]
Wait = Callable[[], None]
Type = Callable[[QWidget, str], None]

WHOLE = Words("اسم", "Nom", "Name")


def complete(record: Record, *whole: str) -> None:
    """Make these clubs lack nothing."""

    def act(work: Work) -> None:
        for name in whole:
            club = work.get(Club, getattr(record, name))
            club.name, club.city = WHOLE, WHOLE

    record.change(act)


def test_how_many_clubs_lack_something_stands_above_the_list(
    opened: Open, settled: Wait, record: Record
) -> None:
    page = opened(ClubsPage)
    page.reload()
    settled()
    assert page.complete_button.accessibleName() == "Complete 3 clubs"
    complete(record, "atlas", "rif", "sahel")
    page.reload()
    settled()
    assert not page.complete_button.isVisible()


def test_clubs_are_completed_one_after_another_from_the_chosen_one(
    opened: Open, settled: Wait, type_text: Type, record: Record
) -> None:
    complete(record, "rif")
    page = opened(ClubsPage, record.sahel)
    page.list.complete()
    settled()
    dialog = dialog_of(page.list)
    assert "Sahel" in dialog.windowTitle()
    type_text(line(dialog.form, "city"), "Safi")
    dialog.save()
    settled()
    assert record.ask(lambda work: club_draft(work, record.sahel)).city.en == "Safi"
    following = dialog_of(page.list)
    assert "Atlas of Ifrane" in following.windowTitle()
    assert page.list.table.current_id() == record.atlas
    following.save()
    settled()
    assert page.list.table.current_id() == record.atlas


def test_the_cursor_is_where_the_first_thing_is_missing(
    opened: Open, settled: Wait, record: Record
) -> None:
    page = opened(ClubsPage, record.atlas)
    page.list.complete()
    settled()
    dialog = dialog_of(page.list)
    assert dialog.focusWidget() in dialog.form.field("city").inputs()
    dialog.reject()
    assert QApplication.activeModalWidget() is not dialog
