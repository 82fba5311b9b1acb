"""Pages of the directory on a small record, with a desk that remembers its offers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeVar
from uuid import UUID

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from sportsec.domain.groups import RelationDraft, RelationKind
from sportsec.domain.venue_rules import VenueFile
from sportsec.domain.venues import GateDraft, SectorDraft, SectorUse, VenueDraft
from sportsec.domain.words import Words
from sportsec.services.groups import add_relation
from sportsec.services.seed import plant_defaults
from sportsec.services.venues import add_venue
from sportsec.store.tables.people import Contact
from sportsec.store.work import Work
from sportsec.store.workspace import Workspace
from sportsec.ui.desk import Desk
from sportsec.ui.page import Page
from sportsec.ui.tasks import Runner
from sportsec.ui.widgets.form import Form
from sportsec.ui.widgets.form_dialog import FormDialog
from tests.builders import a_club, a_fixture, a_group
from tests.gui.conftest import Visits

T = TypeVar("T")
P = TypeVar("P", bound=Page)

NORTH = UUID(int=1)
SOUTH = UUID(int=2)
GATE = UUID(int=3)
STADIUM = VenueFile(
    VenueDraft(name=Words("ملعب الأطلس", "Stade de l'Atlas", "Atlas Stadium")),
    {
        NORTH: SectorDraft(
            code="N", name=Words(fr="Nord"), use=SectorUse.ULTRAS_HOME, seats=5000
        ),
        SOUTH: SectorDraft(code="S", name=Words(fr="Sud"), seats=800),
    },
    {GATE: GateDraft(code="P1", sector_id=NORTH, turnstiles=6)},
)


class Offers(Visits):
    """Also keeps the action offered with each message, such as "Undo"."""

    def __init__(self) -> None:
        super().__init__()
        self.actions: list[Callable[[], object]] = []

    def say(
        self,
        text: str,
        /,
        *,
        level: str = "ok",
        action: str = "",
        on_action: Callable[[], object] | None = None,
    ) -> None:
        super().say(text, level=level, action=action, on_action=on_action)
        if on_action is not None:
            self.actions.append(on_action)


@pytest.fixture
def visits() -> Offers:
    return Offers()


class Record:
    """Ids of what the record holds, and ways to ask it."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        with workspace.writing() as work:
            self._fill(work)
            work.commit("test")

    def _fill(self, work: Work) -> None:
        plant_defaults(work)
        self.venue = add_venue(work, STADIUM)
        atlas = a_club(work, "", code="ATL", home_venue_id=self.venue)
        atlas.name = Words("أطلس إفران", "Atlas d'Ifrane", "Atlas of Ifrane")
        rif = a_club(work, "Rif Club", code="RIF", city=Words(fr="Nador"))
        sahel = a_club(work, "Sahel", code="SAH")
        a_fixture(work, atlas, rif)
        work.session.flush()
        self.atlas, self.rif, self.sahel = atlas.id, rif.id, sahel.id
        alpha = a_group(work, atlas, "Alpha", usual_sector_id=NORTH)
        beta = a_group(work, rif, "Beta")
        person = Contact(
            name_ar="فلان الفلاني",
            name_latin="Foulane Foulani",
            club_id=atlas.id,
            phone="+212661234567",
            email="sso@atlas.example",
            rank="sergeant",
        )
        work.add(person)
        work.session.flush()
        self.alpha, self.beta, self.person = alpha.id, beta.id, person.id
        rivalry = RelationDraft(beta.id, RelationKind.RIVALRY, None, Words(fr="bâche"))
        self.relation = add_relation(work, alpha.id, rivalry)

    def ask(self, job: Callable[[Work], T]) -> T:
        with self._workspace.reading() as work:
            return job(work)

    def change(self, job: Callable[[Work], object]) -> None:
        with self._workspace.writing() as work:
            job(work)
            work.commit("somebody else")


@pytest.fixture
def record(workspace: Workspace) -> Record:
    return Record(workspace)


@pytest.fixture
def settled(qtbot: QtBot, runner: Runner) -> Callable[[], None]:
    """Wait until every answer is in."""

    def wait() -> None:
        qtbot.waitUntil(lambda: runner.is_idle)

    return wait


@pytest.fixture
def opened(
    qtbot: QtBot, desk: Desk, record: Record, settled: Callable[[], None]
) -> Callable[..., Any]:
    """Open a page as the window would: `opened(ClubsPage, target)`."""

    def show(kind: type[P], target: object = None) -> P:
        page = kind(desk)  # type: ignore[call-arg]  # every page of the registry
        qtbot.addWidget(page)
        page.resize(1100, 760)
        if target is not None:
            page.show_target(target)
        page.show()
        settled()
        return page

    return show


@pytest.fixture
def answered(qapp: QApplication) -> Iterator[Callable[[str], None]]:
    """Press a button of the question that comes next: `answered("Keep mine")`."""
    timers: list[QTimer] = []

    def press(text: str) -> None:
        timer = QTimer(qapp, interval=10)

        def look() -> None:
            box = QApplication.activeModalWidget()
            if isinstance(box, QMessageBox):
                timer.stop()
                next(b for b in box.buttons() if b.text() == text).click()

        timer.timeout.connect(look)
        timer.start()
        timers.append(timer)

    yield press
    for timer in timers:
        timer.stop()
        timer.deleteLater()


def dialog_of(widget: QWidget) -> FormDialog:
    """Return the form open over a widget."""
    found = [one for one in widget.findChildren(QDialog) if isinstance(one, FormDialog)]
    return found[-1]


def line(form: Form, name: str, part: int = 0) -> QLineEdit:
    """Return the line of a field."""
    widget = form.field(name).inputs()[part]
    assert isinstance(widget, QLineEdit)
    return widget


def shown(model: Any, column: int = 0) -> list[str]:
    """Return the texts of a column."""
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]
