"""The panel beside a list is never narrower than what it holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from uuid import UUID

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from sportsec.store.tables.people import Contact
from sportsec.store.work import Work
from sportsec.ui.desk import Desk
from sportsec.ui.pages.directory.club_panel import ClubPanel
from sportsec.ui.pages.directory.contacts import ContactPanel
from sportsec.ui.pages.directory.record_panel import LOW, RecordPanel
from sportsec.ui.pages.directory.small_rows import LinkButton
from sportsec.ui.theme import apply_theme, scaled
from sportsec.ui.widgets.splitter import SideSplitter
from tests.gui.directory.conftest import Record
from tests.gui.opener import Opener

Show = Callable[[type[RecordPanel], UUID, int], RecordPanel]
Wait = Callable[[], None]
WIDE = 2600
ADDRESS = "supporter-liaison-officer.of.the.club@atlas-of-ifrane.example"


@pytest.fixture(params=["100", "200"])
def text_size(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[str]:
    apply_theme(qapp, "light", request.param)
    yield request.param
    apply_theme(qapp, "light")


def whole(panel: RecordPanel, part: QAbstractButton) -> bool:
    """Say whether a button has what it needs, and is seen without going sideways."""
    area = panel.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    area.ensureWidgetVisible(part)
    seen = part.visibleRegion().boundingRect()
    needed = part.minimumSizeHint().boundedTo(part.maximumSize())
    is_wide_enough = part.width() >= needed.width()
    stays = area.horizontalScrollBar().maximum() == 0
    return seen == part.rect() and is_wide_enough and stays


@pytest.fixture
def narrow(qtbot: QtBot, desk: Desk, settled: Wait) -> Show:
    """Show a panel, so high, beside a list that is drawn as wide as it can be."""

    kept: list[QWidget] = []

    def show(kind: type[RecordPanel], record: UUID, height: int) -> RecordPanel:
        split = SideSplitter()
        kept.append(split)
        qtbot.addWidget(split)
        panel = kind(desk)
        split.addWidget(QWidget())
        split.addWidget(panel)
        split.resize(WIDE, height)
        panel.show_record(record)
        split.show()
        settled()
        split.setSizes([WIDE, 1])
        return panel

    return show


@pytest.mark.usefixtures("text_size")
@pytest.mark.parametrize("language", ["fr", "ar", "en"])
@pytest.mark.parametrize("share_of_low", [3, 0.7])
def test_the_buttons_of_the_narrowest_panel_are_whole(
    *,
    narrow: Show,
    speak: Callable[[str], None],
    record: Record,
    qtbot: QtBot,
    language: str,
    share_of_low: float,
) -> None:
    """Also in a low one, where a bar stands beside them."""
    speak(language)
    panel = narrow(ClubPanel, record.atlas, round(scaled(LOW) * share_of_low))
    buttons = (panel.edit_button, panel.history_button, panel.delete_button)
    qtbot.waitUntil(lambda: all(whole(panel, each) for each in buttons))
    assert panel.width() < WIDE / 2


@pytest.mark.usefixtures("text_size")
@pytest.mark.parametrize("language", ["fr", "ar"])
@pytest.mark.parametrize("kind", [ClubPanel, ContactPanel])
def test_a_long_address_is_cut_in_its_middle_and_still_written_to(
    *,
    narrow: Show,
    opener: Opener,
    speak: Callable[[str], None],
    record: Record,
    qtbot: QtBot,
    language: str,
    kind: type[RecordPanel],
) -> None:
    def rename(work: Work) -> None:
        person = work.get(Contact, record.person)
        assert person is not None
        person.email = ADDRESS

    record.change(rename)
    speak(language)
    panel = narrow(kind, record.atlas if kind is ClubPanel else record.person, 900)
    links = panel.findChildren(LinkButton)
    link = next(each for each in links if ADDRESS in each.full_text)
    qtbot.waitUntil(lambda: whole(panel, link))
    first, dots, last = link.text().partition("…")
    assert dots
    assert "supp" in first
    assert ".example" in last
    assert ADDRESS in link.toolTip()
    assert ADDRESS in link.accessibleName()
    link.click()
    assert opener.taken == [f"mailto:{ADDRESS}"]
