"""The trail, the changes in words, and their export."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from sportsec.domain.history import ChangeKind, HistoryFilter
from sportsec.domain.listing import by
from sportsec.domain.task_list import TaskStep
from sportsec.domain.words import Words
from sportsec.i18n.history_words import (
    act_sentence,
    change_words,
    subject_words,
    value_text,
)
from sportsec.i18n.translator import translator
from sportsec.queries.history import TRAIL, history_choices
from sportsec.queries.history_changes import changes_of_act
from sportsec.queries.history_record import record_history
from sportsec.services.history import redo_last, undo_last
from sportsec.services.task_list import tick_task
from sportsec.store.tables.venues import Venue
from sportsec.store.work import Work
from sportsec.store.workspace import Workspace
from sportsec.tabular.history_export import history_csv, history_workbook
from tests.builders import NOW, a_club, a_fixture, a_sector, a_venue


@pytest.fixture
def venue(workspace: Workspace) -> Any:
    with workspace.writing() as work:
        made = a_venue(work, "Stade de l'Atlas", latitude=33.5, longitude=-7.6)
        a_sector(work, made)
        work.commit("Stadium added")
    with workspace.writing() as work:
        work.get(Venue, made.id).latitude = 33.6
        work.commit("Stadium saved")
    with workspace.writing() as work:
        club = a_club(work, "Atlas Club", home_venue_id=made.id)
        work.commit("Club added")
    with workspace.writing() as work:
        work.delete(work.get(type(club), club.id))
        work.commit("Club deleted")
    return made.id


def titles(work: Work, **wanted: Any) -> list[str]:
    asked = HistoryFilter(language="fr", **wanted)
    rows = TRAIL.rows(work, TRAIL.ids(work, asked, by("-time"), 64))
    assert TRAIL.count(work, asked) >= len(rows)
    assert len(TRAIL.ids(work, asked, by("time"), None)) == len(rows)
    return [row.title for row in rows]


def test_the_trail_is_filtered_by_what_an_officer_knows(
    workspace: Workspace, venue: Any
) -> None:
    with workspace.reading() as work:
        stadium = ["Stadium saved", "Stadium added"]
        assert titles(work) == ["Club deleted", "Club added", *stadium]
        assert titles(work, kind="sector") == ["Stadium added"]
        assert titles(work, record=venue) == stadium
        assert titles(work, only_deletions=True) == ["Club deleted"]
        assert titles(work, text="supprimé") == ["Club deleted"]
        assert titles(work, text="stade de l atlas") == stadium
        assert titles(work, actor="nobody") == []
        assert titles(work, since=NOW + timedelta(days=1)) == []
        (cell,) = history_choices(work).cells
        assert len(titles(work, cell=cell[0])) == 4


def test_a_group_is_shown_by_what_changed_in_it(
    workspace: Workspace, venue: Any
) -> None:
    t = translator("en")
    with workspace.reading() as work:
        history = record_history(work, "venue", venue)
        newest, oldest = history.episodes
    (change,) = newest.changes
    assert (change.register, change_words(t, change)) == ("@place", "Latitude")
    assert value_text(t, change.field, change.old).strip("\u2068\u2069") == "33.5"
    assert history.has_parts
    assert {row.record.kind for row in oldest.changes} == {"venue", "sector"}


def test_references_are_named_and_deletions_are_said(
    workspace: Workspace, venue: Any
) -> None:
    with workspace.reading() as work:
        deleted, added, *_ = TRAIL.ids(work, HistoryFilter(), by("-time"), 64)
        (gone,) = changes_of_act(work, deleted)
        values = {row.field: row.new for row in changes_of_act(work, added)}
    assert gone.kind is ChangeKind.DELETED
    assert gone.record.is_deleted
    assert values["home_venue_id"] == Words(fr="Stade de l'Atlas")


def newest(workspace: Workspace) -> tuple[ChangeKind, str]:
    """Return what the last act did to a record as a whole, and how that is said."""
    with workspace.reading() as work:
        (last, *_) = TRAIL.ids(work, HistoryFilter(), by("-time"), 64)
        change = next(row for row in changes_of_act(work, last) if not row.field)
        return change.kind, change_words(translator("en"), change)


def test_a_tick_that_is_undone_is_taken_back_and_not_deleted(
    workspace: Workspace,
) -> None:
    with workspace.writing() as work:
        match = a_fixture(work, a_club(work, "Atlas"), a_club(work, "Phare"))
        work.commit("Match planned")
    with workspace.writing() as work:
        tick_task(work, match.id, TaskStep.COMMISSION)
        work.commit("Task done")
    with workspace.writing() as work:
        work.commit("Undone", undoes=undo_last(work))
    assert newest(workspace) == (ChangeKind.TAKEN_BACK, "Taken back")


def test_a_deletion_done_again_is_a_deletion(workspace: Workspace, venue: Any) -> None:
    assert newest(workspace)[1] == "Deleted"
    with workspace.writing() as work:
        work.commit("Undone", undoes=undo_last(work))
    assert newest(workspace)[1] == "Brought back"
    with workspace.writing() as work:
        work.commit("Done again", undoes=redo_last(work))
    assert newest(workspace)[1] == "Deleted"


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_the_trail_is_exported_in_the_language_of_the_officer(
    workspace: Workspace, venue: Any, language: str
) -> None:
    t = translator(language)
    with workspace.reading() as work:
        rows = TRAIL.rows(work, TRAIL.ids(work, HistoryFilter(), by("-time"), None))
        episodes = [(row, changes_of_act(work, row.id)) for row in rows]
    book = CalamineWorkbook.from_filelike(
        BytesIO(history_workbook(episodes, t, made_at=NOW))
    )
    lines = book.get_sheet_by_index(0).to_python()
    changes = sum(len(each) for _, each in episodes)
    assert len(lines) == changes + 1
    assert lines[1][3] == act_sentence(t, rows[0])
    text = history_csv(episodes, t).decode("utf-8-sig")
    assert len(text.splitlines()) == changes + 1


def test_an_act_is_about_one_record_by_its_name_or_about_so_many(
    workspace: Workspace, venue: Any
) -> None:
    t = translator("en")
    with workspace.writing() as work:
        for name in ("Rif", "Sahel", "Ocean"):
            a_club(work, name)
        a_venue(work, "Stade du Rif")
        work.commit("Programme taken in")
    with workspace.writing() as work:
        a_sector(work, work.get(Venue, venue))
        work.commit("Stand added")
    with workspace.reading() as work:
        rows = TRAIL.rows(work, TRAIL.ids(work, HistoryFilter(), by("-time"), 64))
    said = [subject_words(t, row) for row in rows]
    stand, taken_in, club, _club, _stadium, stadium = (clean(each) for each in said[:6])
    assert taken_in == "Club: 3, Stadium: 1"
    assert club == "Club: Atlas Club"
    assert stand == stadium == "Stadium: Stade de l'Atlas"  # not its stand
    assert subject_words(t, rows[0], kind=False) == "Stade de l'Atlas"


def clean(text: str) -> str:
    """Return a text without the marks around its numbers."""
    return text.replace("\u2068", "").replace("\u2069", "")
