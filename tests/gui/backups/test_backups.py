"""The page of backups, the daily one, and the way out when nothing opens."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from sportsec.domain.backups import BackupReason
from sportsec.services.backups import back_up_by_hand
from sportsec.store.backup import BACKUPS, DATABASE, list_backups
from sportsec.ui.frame.obstacle import Obstacle
from sportsec.ui.frame.rescue import Rescue
from sportsec.ui.pages.backups.page import BackupsPage
from sportsec.ui.shell import Shell
from tests.builders import a_club
from tests.data.store.damage import break_page, count
from tests.gui.frame.conftest import *  # noqa: F403 - the same shell
from tests.gui.opener import Opener

Make = Callable[[Path], Shell]


def page_of(shell: Shell, qtbot: QtBot) -> BackupsPage:
    assert shell.window is not None
    shell.window.go("backups")
    page = shell.window.page("backups")
    assert isinstance(page, BackupsPage)
    qtbot.waitUntil(lambda: shell.runner.is_idle)
    return page


def test_a_backup_is_made_by_hand_and_listed(shell: Shell, qtbot: QtBot) -> None:
    page = page_of(shell, qtbot)
    assert not page.restore.isEnabled()
    page.now.click()
    qtbot.waitUntil(lambda: page.table.rowCount() == 1 and shell.runner.is_idle)
    assert page.table.item(0, 1).text() == "By hand"
    assert page.table.item(0, 3).text() == "Intact"
    assert page.restore.isEnabled()
    assert shell.window is not None
    status = shell.window.status.backup
    assert status.text().startswith("Last backup")
    assert "saved at once" in status.toolTip()


def test_a_damaged_backup_is_not_offered(
    shell: Shell, cell_folder: Path, qtbot: QtBot
) -> None:
    made = back_up_by_hand(cell_folder)
    break_page(cell_folder / BACKUPS / made.name, "club")
    page = page_of(shell, qtbot)
    assert page.table.item(0, 3).text() == "Damaged"
    assert not page.restore.isEnabled()
    page.table.bring_back()
    assert page.dialog is None


def test_a_state_is_brought_back_after_one_question(
    shell: Shell, cell_folder: Path, qtbot: QtBot
) -> None:
    back_up_by_hand(cell_folder)
    shell.runner.write(shell, "Club saved", a_club)
    qtbot.waitUntil(lambda: shell.runner.is_idle)
    page, window = page_of(shell, qtbot), shell.window
    page.restore.click()
    dialog = page.dialog
    assert dialog is not None
    qtbot.waitUntil(dialog.bar.save.isEnabled)
    qtbot.waitUntil(lambda: shell.runner.is_idle)
    assert "1 record would be lost" in dialog.banner.label.text()
    clubs, history = map(dialog.tree.topLevelItem, range(2))
    assert clubs is not None
    assert (clubs.text(0), clubs.text(1)) == ("Club", "1 new record would be lost")
    assert clubs.isExpanded()
    record = clubs.child(0)
    assert (record.text(0), record.text(1)) == ("Atlas Club", "Would be lost")
    assert history is not None
    assert history.text(1) == "1 act done since would be lost."
    assert "Club saved" in history.child(0).text(0)
    assert not history.isExpanded()  # what is lost of the record comes first
    dialog.bar.save.click()
    qtbot.waitUntil(lambda: shell.window is not window and shell.runner.is_idle)
    assert count(cell_folder / DATABASE, "club") == 0
    reasons = {each.reason for each in list_backups(cell_folder / BACKUPS)}
    assert BackupReason.BEFORE_RESTORE in reasons


def test_the_day_gets_its_backup_in_the_background(
    shell: Shell, cell_folder: Path, qtbot: QtBot
) -> None:
    shell.daily.clock.stop()
    shell.daily.clock.start(0)
    with qtbot.waitSignal(shell.runner.backed_up):
        pass
    (made,) = list_backups(cell_folder / BACKUPS)
    assert made.reason is BackupReason.DAILY
    shell.daily.clock.start(0)
    qtbot.waitUntil(lambda: not shell.daily.clock.isActive() and shell.runner.is_idle)
    assert len(list_backups(cell_folder / BACKUPS)) == 1


def test_a_workspace_that_does_not_open_is_rescued_from_its_start(
    cell_folder: Path, make_shell: Make, qtbot: QtBot
) -> None:
    back_up_by_hand(cell_folder)
    (cell_folder / DATABASE).write_bytes(b"broken" * 1000)
    shell = make_shell(cell_folder)
    shell.start()
    window = shell.window
    assert window is not None
    qtbot.waitUntil(lambda: bool(window.findChildren(Obstacle)))
    (obstacle,) = window.findChildren(Obstacle)
    obstacle.rescue.click()
    (rescue,) = window.findChildren(Rescue)
    qtbot.waitUntil(rescue.bar.save.isEnabled)
    qtbot.waitUntil(lambda: shell.runner.is_idle)
    rescue.bar.save.click()
    assert rescue.dialog is not None
    qtbot.waitUntil(rescue.dialog.bar.save.isEnabled)
    rescue.dialog.bar.save.click()
    qtbot.waitUntil(lambda: window.place is not None)
    assert list((cell_folder / BACKUPS).glob("*-unreadable.db"))


def test_a_database_that_was_deleted_is_no_first_start(
    cell_folder: Path, make_shell: Make, qtbot: QtBot
) -> None:
    back_up_by_hand(cell_folder)
    (cell_folder / DATABASE).unlink()
    shell = make_shell(cell_folder)
    shell.start()
    assert shell.wizard is None
    window = shell.window
    assert window is not None
    qtbot.waitUntil(lambda: bool(window.findChildren(Obstacle)))


def test_the_folder_of_the_backups_is_shown_by_the_system(
    shell: Shell, cell_folder: Path, qtbot: QtBot, opener: Opener
) -> None:
    page_of(shell, qtbot).folder_button.click()
    assert opener.taken == [(cell_folder / BACKUPS).as_uri()]
