"""The form of a part: short fields beside each other, where there is room."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from sportsec.domain.venues import SectorDraft
from sportsec.ui.pages.directory.venue_parts import sector_form
from sportsec.ui.theme import scaled
from sportsec.ui.widgets.form import Form


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    made = sector_form()
    qtbot.addWidget(made)
    made.load(SectorDraft(code="N"))
    return made


def shown(form: Form, width: int) -> None:
    form.resize(scaled(width), form.heightForWidth(scaled(width)))
    form.show()


def place(form: Form, name: str) -> QPoint:
    field: QWidget = form.field(name)
    return field.mapTo(form, QPoint(0, 0))


def test_in_a_wide_form_all_factors_stand_in_one_row(form: Form) -> None:
    shown(form, 900)
    names = ("seats", "standing_m2", "physical_factor", "management_factor")
    places = [place(form, name) for name in names]
    assert len({each.y() for each in places}) == 1
    assert [each.x() for each in places] == sorted({each.x() for each in places})


def test_read_from_the_right_the_first_field_is_at_the_right(form: Form) -> None:
    form.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    shown(form, 900)
    assert place(form, "seats").x() > place(form, "standing_m2").x()


def test_a_narrow_form_needs_more_height_and_cuts_nothing(form: Form) -> None:
    shown(form, 200)
    assert place(form, "seats").x() == place(form, "standing_m2").x()
    assert place(form, "seats").y() < place(form, "standing_m2").y()
    assert form.heightForWidth(scaled(200)) > form.heightForWidth(scaled(900))


def test_what_a_list_offers_is_never_cut(form: Form) -> None:
    for width in (260, 360, 480, 900):
        shown(form, width)
        combo = form.field("use").combo  # type: ignore[attr-defined]
        wide = combo.fontMetrics().horizontalAdvance
        texts = [combo.itemText(at) for at in range(combo.count())]
        assert combo.width() > max(map(wide, texts))
