"""Files of other cells: judged, looked into, taken in; pairs; the cells known."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QTreeWidget, QWidget
from sqlalchemy import select

from sportsec.domain.conflicts import Side, take
from sportsec.domain.exchange import Scope, ScopeKind, Sealing
from sportsec.domain.exchange_received import Fate, ReceiveResult
from sportsec.domain.exchange_steps import ExchangeStep
from sportsec.domain.words import N_, Words
from sportsec.queries.conflicts import open_conflicts
from sportsec.services.conflicts import DECIDED, decide
from sportsec.services.history import undo_last
from sportsec.services.peers import meet_cell
from sportsec.store.tables.clubs import Club
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.tables.people import Contact
from sportsec.store.work import Work
from sportsec.store.workspace import Workspace
from sportsec.sync.receive import receive
from sportsec.ui.language import label, tr
from sportsec.ui.pages.exchange.state import RECEIVE
from sportsec.ui.targets import CellsTarget, DecideTarget, ReceiveTarget, SendTarget
from sportsec.ui.widgets.busy import TaskProgress
from tests.screens.scenes.cells import act, found_cell, send_file, trust
from tests.screens.scenes.exchange import window_of
from tests.screens.scenes.frame import CITY
from tests.screens.stage import Scene, Stage

RABAT = Words(ar="خلية الرباط", fr="Cellule de Rabat", en="Cell of Rabat")
SALE = Words(ar="خلية سلا", fr="Cellule de Salé", en="Cell of Salé")
OUJDA = Words(ar="خلية وجدة", fr="Cellule d'Oujda", en="Cell of Oujda")
SECRET = "nuage sabre tigre orange"  # noqa: S105 - of a file that opens nothing
SMALL = (980, 620)


@dataclass
class Neighbours:
    """Three other cells; the first one is trusted and has the whole record."""

    folder: Path
    rabat: Workspace
    oujda: Workspace
    sale: Workspace
    files: dict[str, Path] = field(default_factory=dict)

    @classmethod
    def of(cls, stage: Stage) -> Neighbours:
        """Make them once for a workspace."""
        folder = stage.shell.folder / "neighbours"
        if folder not in _MADE:
            folder.mkdir(exist_ok=True)
            base = Path(tempfile.mkdtemp(dir=folder))
            cells = (
                found_cell(base / key, name)
                for key, name in (("rabat", RABAT), ("oujda", OUJDA), ("sale", SALE))
            )
            _MADE[folder] = cls(base, *cells)
            _MADE[folder].write(stage)
        return _MADE[folder]

    def write(self, stage: Stage) -> None:
        """Let the cells write what the scenes receive."""
        ours = stage.shell.runner.workspace
        assert ours is not None
        start = send_file(ours, self.folder / "Casablanca-1.ssx")
        for other in (self.rabat, self.oujda):
            trust(other, ours, CITY)
            with other.writing() as work:
                receive(work, [(start, "")])
        trust(ours, self.rabat, RABAT)
        self.files["older"] = send_file(self.rabat, self.folder / "Rabat-1.ssx")
        self.files["again"] = send_file(self.rabat, self.folder / "Rabat-2.ssx")
        with ours.writing() as work:
            receive(work, [(self.files["again"], "")])
        act(self.rabat, _new_people)
        self.files["missing"] = send_file(self.rabat, self.folder / "Rabat-3.ssx")
        act(ours, lambda work: _change(work, "Rapport du stadier-chef de Fès."))
        act(self.rabat, lambda work: _change(work, "Rapport du délégué de Rabat."))
        act(self.rabat, _more_changes)
        self.files["gap"] = send_file(self.rabat, self.folder / "Rabat-4.ssx")
        self.files["bare"] = send_file(
            self.rabat, self.folder / "Rabat-5.ssx", with_personal=False
        )
        act(self.oujda, lambda work: _change(work, "Oujda: rien à signaler."))
        self.files["unknown"] = send_file(self.oujda, self.folder / "Oujda-1.ssx")
        self.files["sealed"] = send_file(
            *(self.rabat, self.folder / "Rabat-6.ssx"),
            sealing=Sealing.PASSPHRASE,
            passphrase=SECRET,
        )
        self._write_told(ours)
        broken = self.folder / "Rabat-7.ssx"
        broken.write_bytes(self.files["gap"].read_bytes()[:-2000])
        self.files["broken"] = broken

    def _write_told(self, ours: Workspace) -> None:
        """Let Rabat take an act back, and decide against what we wrote."""
        with self.rabat.writing() as work:
            done = undo_last(work)
            work.commit(N_("Undone"), undoes=done)
        second = send_file(ours, self.folder / "Fes-2.ssx")
        with self.rabat.writing() as work:
            receive(work, [(second, "")])
        with self.rabat.writing() as work:
            own = ((each, each.version(Side.OURS)) for each in open_conflicts(work))
            decide(work, [take(each, one) for each, one in own if one is not None])
            work.commit(DECIDED, saw_all=True)
        self.files["told"] = send_file(self.rabat, self.folder / "Rabat-8.ssx")


_MADE: dict[Path, Neighbours] = {}


def _new_people(work: Work) -> None:
    for name, phone in (("Stade, permanence", "0537000001"), ("Police, salle", "19")):
        work.add(Contact(name_latin=name, phone=phone))


def _change(work: Work, notes: str) -> None:
    club = work.session.scalars(select(Club).order_by(Club.id)).first()
    assert club is not None
    club.notes = notes


def _more_changes(work: Work) -> None:
    clubs = work.session.scalars(select(Club).order_by(Club.id)).all()
    clubs[1].founded_year = (clubs[1].founded_year or 1940) + 1
    if clubs[2].deleted_at is None:
        work.delete(clubs[2])
    person = work.session.scalars(select(Contact).order_by(Contact.id)).first()
    assert person is not None
    person.phone = f"06610000{clubs[1].founded_year % 100:02}"
    work.add(Club(name=Words("اتحاد الأطلس", "Union de l'Atlas", "Atlas Union")))
    match = work.session.scalars(select(Fixture).order_by(Fixture.id)).first()
    assert match is not None
    match.notes = "Porte 4 fermée pour travaux."


def receiving(
    stage: Stage, *names: str, size: tuple[int, int] = (1280, 820)
) -> QWidget:
    """The tab with some files."""
    files = Neighbours.of(stage).files
    page: Any = stage.open("exchange", RECEIVE)
    page.receive._set_accepting(on=False)  # as one of these scenes leaves it
    page.receive._start_again()
    stage.open("exchange", ReceiveTarget(tuple(files[name] for name in names)))
    unfold(page.receive.tree)
    return window_of(stage, size)


def unfold(tree: QTreeWidget) -> None:
    """Show the records of the first kinds, and the fields of the first records."""
    for at in range(min(3, tree.topLevelItemCount())):
        kind = tree.topLevelItem(at)
        kind.setExpanded(True)
        if kind.childCount():
            kind.child(0).setExpanded(True)


def under_way(stage: Stage) -> QWidget:
    """The same while it is being taken in, as it stands then."""
    shown = receiving(stage, "gap")
    stage.settle()
    page: Any = stage.window.page("exchange")
    page.receive._set_accepting(on=True)
    page.receive.work.say(tr("Taking in…"))
    _half_done(page.receive.work.progress, ExchangeStep.MERGING)
    return shown


def _half_done(progress: TaskProgress, step: ExchangeStep) -> None:
    progress.text.setText(label(step))
    progress.bar.setRange(0, 100)
    progress.bar.setValue(55)
    progress.setVisible(True)


def taken_in(stage: Stage, size: tuple[int, int] = (1280, 820)) -> QWidget:
    """What happened, as the preview tells it: the record stays as it is."""
    receiving(stage, "gap")
    page: Any = stage.window.page("exchange")
    preview = page.receive.state.preview
    assert preview is not None
    backup = Path("20261127T132402Z-before-import.db")
    page.receive._accepted(
        ReceiveResult(
            *(preview.files, (1,), preview.kinds),
            conflicts=preview.count(Fate.CONFLICT),
            backup=backup,
            changes=preview.changes,
        )
    )
    unfold(page.receive.done.tree)
    return window_of(stage, size)


def the_cells(stage: Stage) -> QWidget:
    """This cell, one that is trusted, one whose words were not compared."""
    oujda = Neighbours.of(stage).oujda.identity.cell_key
    ours = stage.shell.runner.workspace
    assert ours is not None
    act(ours, lambda work: meet_cell(work, oujda, OUJDA, ""))
    stage.open("exchange", CellsTarget())
    return window_of(stage)


def twins(stage: Stage, size: tuple[int, int] = (1280, 820)) -> QWidget:
    """A club that two cells made."""
    ours = stage.shell.runner.workspace
    assert ours is not None
    known = select(Club).where(Club.code == "NL")
    if stage.ask(lambda work: work.session.scalars(known).first()) is None:
        made = Neighbours.of(stage)
        trust(ours, made.sale, SALE)
        for each, founded in ((ours, 1950), (made.sale, 1951)):
            act(each, partial(_new_club, founded=founded))
        file = send_file(made.sale, made.folder / "Sale-1.ssx")
        with ours.writing() as work:
            receive(work, [(file, "")])
        stage.window.waiting.refresh()  # all this went past the window
    page: Any = stage.open("exchange", DecideTarget())
    page.decide.reload()
    stage.settle()
    pairs = [item.id for item in page.decide.source.held if item.twin is not None]
    page.decide.table.select(pairs[0])
    return window_of(stage, size)


def _new_club(work: Work, founded: int) -> None:
    name = Words("نهضة الساحل", "Nahda du Littoral", "Coast Nahda")
    city = Words("الجديدة", "El Jadida", "El Jadida")
    work.add(Club(name=name, code="NL", city=city, founded_year=founded))


def sending(stage: Stage, scope: Scope, sealing: Sealing, *, personal: bool) -> QWidget:
    Neighbours.of(stage)
    page: Any = stage.open("exchange", SendTarget(scope))
    stage.settle()
    page.send.scope.personal.set_value(personal)
    page.send.scope.changed.emit()
    page.send.to.choices[sealing].setChecked(True)
    if sealing is Sealing.PASSPHRASE:
        page.send.to._propose()
    for check in page.send.to.checks.values():
        check.setChecked(sealing is Sealing.CELLS)
    stage.settle()
    tree = page.send.content
    for at in range(tree.topLevelItemCount()):
        tree.topLevelItem(at).setExpanded(bool(at == 0 or not personal))
    return window_of(stage)


def writing(stage: Stage) -> QWidget:
    everything = Scope(ScopeKind.EVERYTHING)
    shown = sending(stage, everything, Sealing.OPEN, personal=True)
    page: Any = stage.window.page("exchange")
    page.send.write.setEnabled(False)
    _half_done(page.send.progress, ExchangeStep.WRITING)
    return shown


SCENES = [
    Scene("exchange-judged", lambda s: receiving(s, "gap", "unknown", "sealed")),
    Scene("exchange-refused", lambda s: receiving(s, "broken", "older", "again")),
    Scene("exchange-preview", lambda s: receiving(s, "missing", "gap")),
    Scene(
        "exchange-preview-small", lambda s: receiving(s, "gap", size=SMALL), small=True
    ),
    Scene("exchange-told", lambda s: receiving(s, "missing", "gap", "told")),
    Scene("exchange-withheld", lambda s: receiving(s, "bare")),
    Scene("exchange-merging", under_way),
    Scene("exchange-received", taken_in),
    Scene("exchange-received-small", lambda s: taken_in(s, SMALL), small=True),
    Scene("exchange-cells", the_cells),
    Scene(
        "exchange-send-bare",
        lambda s: sending(s, Scope(), Sealing.PASSPHRASE, personal=False),
    ),
    Scene(
        "exchange-send-since",
        lambda s: sending(s, Scope(ScopeKind.SINCE), Sealing.CELLS, personal=True),
    ),
    Scene("exchange-writing", writing),
    Scene("exchange-twins", twins),
    Scene("exchange-twins-small", lambda s: twins(s, SMALL), small=True),
]
