"""Which function of the layers below answers which need of the window.

Everything heavy is imported inside a function that runs in a lane, after the window
has been painted.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sportsec.app.founding import found_workspace
from sportsec.app.places import DATABASE
from sportsec.domain.words import Words
from sportsec.ui.frame.finder import MOST_SHOWN
from sportsec.ui.frame.finder_hits import Finding, Hit
from sportsec.ui.frame.status import CellFacts
from sportsec.ui.frame.wires import Wires
from sportsec.ui.language import tr
from sportsec.ui.shell import Plant
from sportsec.ui.task import Progress

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from sportsec.domain.backups import Backup
    from sportsec.queries.search_hits import Hit as Found
    from sportsec.store.work import Work
    from sportsec.store.workspace import Workspace
    from sportsec.ui.wizard import Setup


def plant_of(folder: Path) -> Plant:
    """Return how the workspace in `folder` is opened, made and asked."""
    return Plant(
        exists=lambda: has_workspace(folder),
        open=lambda progress: open_workspace(folder, progress),
        create=lambda setup, progress: create_workspace(folder, setup, progress),
        restore=lambda name, progress: restore_workspace(folder, name, progress),
        daily=lambda progress: back_up(folder, progress),
        wires=Wires(
            folder,
            facts=lambda work: facts(work, folder),
            finding=Finding(find, find_nearly, recall),
            toured=toured,
        ),
    )


def has_workspace(folder: Path) -> bool:
    """Say whether there is a workspace, or backups of one that is gone."""
    return (folder / DATABASE).is_file() or any((folder / "backups").glob("*.db"))


def open_workspace(folder: Path, progress: Progress) -> Workspace:
    """Open the workspace; loads the store, which takes a moment."""
    from sportsec.store.workspace import Workspace  # noqa: PLC0415 - see the module

    text = tr("Checking the workspace, which was not closed properly")
    return Workspace.open(folder, tell=lambda share: progress(share, text))


def restore_workspace(folder: Path, name: str, progress: Progress) -> Workspace:
    """Bring a backup back in a workspace that does not open, and open it."""
    from sportsec.services.backups import bring_back  # noqa: PLC0415 - see the module

    text = tr("Bringing it back…")
    bring_back(folder, name, lambda share: progress(share, text))
    return open_workspace(folder, progress)


def back_up(folder: Path, progress: Progress) -> Backup | None:
    """Make the backup of the day, if there is none."""
    from sportsec.services.backups import back_up_daily  # noqa: PLC0415 - as above

    text = tr("Backing up")
    return back_up_daily(folder, lambda share: progress(share, text))


def create_workspace(folder: Path, setup: Setup, progress: Progress) -> Workspace:
    """Make a workspace from the answers of the wizard.

    Raises:
        StoreUnavailable: The folder cannot be written.
        Invalid: The cell has no name.
    """
    from sportsec.queries.clock import local_day  # noqa: PLC0415 - see the module
    from sportsec.services.workspace import create  # noqa: PLC0415 - as above

    text = tr("Inventing clubs, people and matches")

    def fill(work: Work) -> None:
        create(
            work,
            setup.cell,
            setup.command,
            sample_on=local_day(work) if setup.sample else None,
            language=setup.language,
            progress=lambda share: progress(share, text),
        )

    return found_workspace(folder, fill, setup.officer)


def find(work: Work, text: str, lately: Sequence[UUID]) -> list[Hit]:
    """Return what the search field of the window lists."""
    from sportsec.queries.search import search_plainly  # noqa: PLC0415 - see the module

    return _hits(work, search_plainly(work, text, MOST_SHOWN, lately))


def find_nearly(work: Work, text: str, plain: Sequence[Hit]) -> list[Hit]:
    """Return it with what is spelt nearly so, and people by function and place."""
    from sportsec.queries import search, search_hits  # noqa: PLC0415 - see the module

    known = [search_hits.Hit(*hit[:4], hit.more_follow) for hit in plain]
    found = search.search_nearly(work, text, MOST_SHOWN, known)
    return _hits(work, search.with_people(work, text, found, MOST_SHOWN))


def recall(work: Work, ids: Sequence[UUID]) -> list[Hit]:
    """Return what is there of the records opened last."""
    from sportsec.queries import search  # noqa: PLC0415 - see the module

    return _hits(work, search.recall(work, ids))


def _hits(work: Work, found: Sequence[Found]) -> list[Hit]:
    """Return hits as they are shown, people with their function and number."""
    from sportsec.i18n.phones import phone  # noqa: PLC0415 - see the module
    from sportsec.queries.people import calling  # noqa: PLC0415 - as above

    people = [hit.id for hit in found if hit.kind == "contact"]
    known = calling(work, people) if people else {}
    hits = []
    for hit in found:
        role, number = known.get(hit.id, (None, ""))
        what = (hit.kind, hit.id, hit.title, hit.subtitle)
        hits.append(Hit(*what, role, phone(number), hit.more_follow))
    return hits


def toured(work: Work) -> tuple[UUID | None, bool]:
    """Return the match whose file the tour shows; whether the record is the sample."""
    from sportsec.queries.next_match import next_match  # noqa: PLC0415 - see the module
    from sportsec.services.sample.presence import (  # noqa: PLC0415 - as above
        holds_sample,
    )

    return next_match(work), holds_sample(work)


def facts(work: Work, folder: Path) -> CellFacts:
    """Return the name of the cell and when the last backup was made."""
    from sportsec.queries.backups import last_backup_at  # noqa: PLC0415 - see above
    from sportsec.queries.cells import own_cell  # noqa: PLC0415 - as above
    from sportsec.queries.own_state import key_renewal  # noqa: PLC0415 - as above

    cell = own_cell(work)
    name = cell.draft.name if cell else Words()
    return CellFacts(name, last_backup_at(folder), key_renewal(work))
