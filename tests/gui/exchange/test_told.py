"""The preview tells what others undid, decided and erased, and lets saves go first."""

from __future__ import annotations

from threading import Event

from pytestqt.qtbot import QtBot

from sportsec.domain.backups import BackupReason
from sportsec.domain.exchange import Sealing
from sportsec.domain.exchange_received import (
    DecidedThere,
    Fate,
    FieldChange,
    KindPreview,
    RecordChange,
    Told,
    UndoneThere,
)
from sportsec.domain.history import PURGED, Mention
from sportsec.domain.identity import new_id
from sportsec.domain.purges import PurgeDraft
from sportsec.domain.words import Words
from sportsec.services.purges import purge_record
from sportsec.store.backup import BACKUPS, list_backups
from sportsec.store.tables.people import Contact
from sportsec.ui.pages.exchange.preview_tree import PreviewTree
from sportsec.ui.pages.exchange.receive_tab import WORK
from sportsec.ui.targets import ReceiveTarget
from tests.builders import a_club
from tests.gui.exchange.test_two_cells import (
    EVERYTHING,
    Officer,
    officers,
)
from tests.gui.patient_bot import PATIENCE_MS

__all__ = ["officers"]

FES = Words(fr="Fès")
CLUB = new_id()


def lines(tree: PreviewTree) -> list[tuple[str, str]]:
    """Return what an officer reads without opening anything, marks left out."""
    found = []
    item = tree.topLevelItem(0)
    while item is not None:
        texts = (item.text(at).translate({0x2068: None, 0x2069: None}) for at in (0, 1))
        found.append((next(texts), next(texts)))
        item = tree.itemBelow(item)
    return found


def are_indented(tree: PreviewTree) -> bool:
    """Say whether the text of each child begins behind its parent's icon."""
    item = tree.topLevelItem(0)
    while item is not None:
        if item.parent() is not None and item.icon(0).isNull():
            return False
        item = tree.itemBelow(item)
    return True


def test_acts_undone_and_decided_elsewhere_stand_first(qtbot: QtBot) -> None:
    tree = PreviewTree()
    qtbot.addWidget(tree)
    about = Mention("club", CLUB, Words(fr="Atlas"))
    change = FieldChange("code", "OURS", "THEIRS")
    label = Words(fr="Atlas")
    decided = [
        RecordChange("club", CLUB, label, Fate.CHANGED, (change,)),
        RecordChange("club", CLUB, label, Fate.DELETED),
        RecordChange("club", CLUB, label, Fate.RESTORED),
    ]
    told = Told(
        (
            UndoneThere(FES, "Club saved", about=about),
            UndoneThere(FES, "Club added", is_redo=True),
        ),
        tuple(DecidedThere(FES, each) for each in decided),
    )
    tree.show_changes([KindPreview("club", {Fate.CHANGED: 1})], decided[:1], told)
    assert are_indented(tree)
    assert lines(tree) == [
        ("Undone by Fès", "1 act undone"),
        ("Club saved", "Club: Atlas"),
        ("Done again by Fès", "1 act done again"),
        ("Club added", ""),
        ("Decided by Fès", "3 decisions against your values"),
        ("Atlas", "Code: THEIRS (yours was OURS)"),
        ("Atlas", "Deleted, although you had changed it"),
        ("Atlas", "Kept, although you had deleted it"),
        ("Clubs", "1 changed record"),
    ]


def test_each_kind_counts_what_it_does_not_list(qtbot: QtBot) -> None:
    tree = PreviewTree()
    qtbot.addWidget(tree)
    listed = RecordChange("club", CLUB, Words(fr="Atlas"), Fate.NEW)
    kinds = [
        KindPreview("club", {Fate.NEW: 3}),
        KindPreview("contact", {Fate.LEFT_OUT: 4}),
    ]
    tree.show_changes(kinds, [listed])
    tree.expandAll()
    assert [name for name, _ in lines(tree)] == [
        *("Clubs", "Atlas", "and 2 more records"),
        "Contacts",
    ]


def test_an_erasure_says_what_keeps_the_values_and_takes_it_away(
    officers: tuple[Officer, Officer],
) -> None:
    rabat, fes = officers
    person = rabat.act(lambda work: work.add(Contact(name_latin="R.", phone="19")))
    fes.look(rabat.send("1.ssx", EVERYTHING, Sealing.OPEN))
    fes.trust_all()
    fes.take_in()
    assert not fes.page.receive.done.copies.isVisible()

    with rabat.workspace.writing() as work:
        why = PurgeDraft("Loi 09-08", "12/2026")
        purge_record(work, "contact", person, why)
        work.commit(PURGED)
    fes.look(rabat.send("2.ssx", EVERYTHING, Sealing.OPEN))
    (card,) = fes.page.receive.cards.values()
    assert card.file.judgement is not None
    said = [each.message for each in card.file.judgement.findings]
    assert any("will not bring them back" in each for each in said)
    fes.take_in()
    done = fes.page.receive.done
    assert "not brought back by an undo" in done.facts.text()
    assert "1 backup still holds" in done.copies.label.text()
    assert done.copies.isVisible()
    assert "Backup made before" in done.facts.text()
    done.copies.button.click()
    fes.settle()
    assert not done.copies.isVisible()
    assert "Backup made before" not in done.facts.text()
    folder = fes.page.desk.settings.file.parent / BACKUPS
    (made,) = list_backups(folder)[:1]
    assert made.reason is BackupReason.BY_HAND


def test_a_save_goes_before_a_look(officers: tuple[Officer, Officer]) -> None:
    rabat, fes = officers
    file = rabat.send("1.ssx", EVERYTHING, Sealing.OPEN)
    runner, tab = fes.page.desk.runner, fes.page.receive
    may_go, came = Event(), []
    runner.write(tab, "Club saved", lambda _work: may_go.wait(PATIENCE_MS / 1000))
    fes.page.show_target(ReceiveTarget((file,)))
    looking = tab._look
    runner.write(
        *(tab, "Club saved", a_club),
        lambda _club: came.append(tab.state.preview),
    )
    fes.qtbot.waitUntil(lambda: tab._look is not looking)
    may_go.set()
    fes.settle()
    assert came == [None]  # it was saved, and nothing had been looked into yet
    assert tab.state.preview is not None
    assert tab.stack.currentIndex() == WORK
    assert "Stopped" not in tab.work.banner.label.text()


def test_a_look_that_the_officer_stopped_stays_stopped(
    officers: tuple[Officer, Officer],
) -> None:
    rabat, fes = officers
    file = rabat.send("1.ssx", EVERYTHING, Sealing.OPEN)
    runner, tab = fes.page.desk.runner, fes.page.receive
    may_go = Event()
    runner.write(tab, "Club saved", lambda _work: may_go.wait(PATIENCE_MS / 1000))
    fes.page.show_target(ReceiveTarget((file,)))
    assert tab._look is not None
    runner.cancel(tab._look)
    runner.write(tab, "Club saved", lambda _work: None)
    may_go.set()
    fes.settle()
    assert tab.state.preview is None
    assert "Stopped" in tab.work.banner.label.text()


def test_a_long_name_is_broken_not_cut(qtbot: QtBot) -> None:
    tree = PreviewTree()
    qtbot.addWidget(tree)
    tree.resize(400, 300)
    tree.show()
    names = ("Atlas", "Association des amis de l'Atlas de Casablanca et de Rabat")
    changes = [
        RecordChange("club", new_id(), Words(fr=name), Fate.NEW) for name in names
    ]
    tree.show_changes([KindPreview("club", {Fate.NEW: 2})], changes)
    tree.expandAll()
    kind = tree.topLevelItem(0)
    assert kind is not None
    short, long = (tree.visualItemRect(kind.child(at)).height() for at in (0, 1))
    assert long > short
