from __future__ import annotations

from contextlib import closing
from typing import Any

import pytest
from sqlalchemy import insert, text, update

from sportsec.domain.words import Words
from sportsec.store.engine import connect
from sportsec.store.name_index import (
    NAMED_TABLES,
    forget_gone,
    is_current,
    rebuild,
)
from sportsec.store.tables.clubs import Club
from sportsec.store.work import Work
from sportsec.store.workspace import DATABASE, Workspace
from tests.builders import a_club, a_group


def found(work: Work, folded: str) -> int:
    query = text("SELECT count(*) FROM name_search WHERE name_search MATCH :query")
    return work.session.execute(query, {"query": f'"{folded}"'}).scalar_one()


def index(work: Work) -> list[tuple[object, ...]]:
    query = text(
        "SELECT kind, record, folded, sort_ar, sort_fr, sort_en, title_ar, title_fr,"
        " title_en, beside_ar, beside_fr, beside_en, body FROM name_index"
        " ORDER BY record"
    )
    return [tuple(row) for row in work.session.execute(query)]


def test_a_name_is_found_without_vowel_signs_and_accents(work: Work) -> None:
    work.add(Club(name=Words(ar="نادي مُحَمَّد الأحمر", fr="Étoile")))
    work.session.flush()
    assert found(work, "محمد")
    assert found(work, "الاحمر")
    assert found(work, "etoile")


def test_a_renamed_record_is_found_under_its_new_name_only(work: Work) -> None:
    club = a_club(work, name="Atlas")
    work.session.flush()
    club.name = Words(fr="Océan")
    work.session.flush()
    assert not found(work, "atlas")
    assert found(work, "ocean")


def test_a_deleted_record_is_found_no_more(work: Work) -> None:
    club = a_club(work, name="Atlas")
    work.session.flush()
    work.delete(club)
    work.session.flush()
    assert not found(work, "atlas")


def test_a_record_keeps_its_number_and_the_search_fits_its_names(work: Work) -> None:
    clubs = [a_club(work, name=f"Club {n}") for n in range(20)]
    work.session.flush()
    numbers = text("SELECT record, rowid FROM name_index ORDER BY record")
    before = work.session.execute(numbers).all()
    for place, club in enumerate(reversed(clubs)):
        club.name = Words(fr=f"Océan {place}")
        work.session.flush()
    club.notes = "nothing that is found"
    work.session.flush()
    assert work.session.execute(numbers).all() == before
    # Raises where the index is not that of the texts (FTS5, "integrity-check").
    check = "INSERT INTO name_search (name_search, rank) VALUES ('integrity-check', 1)"
    work.session.execute(text(check))


def test_bulk_statements_cannot_bypass_the_index(work: Work) -> None:
    work.session.execute(insert(Club), [{"name_fr": f"Club {n}"} for n in range(50)])
    work.session.execute(update(Club).values(name_fr="Renommé"))
    assert found(work, "renomme") == 50
    assert not found(work, "club")


@pytest.mark.parametrize("kind", NAMED_TABLES)
def test_the_index_equals_one_made_anew(work: Work, kind: str) -> None:
    others = {"commitment": "wording", "liaison_entry": "gist", "meeting": "place"}
    named = {"contact": "name_latin", **others}.get(kind, "name_fr")
    statement = f"INSERT INTO {kind} (id, {named}) VALUES (x'01', 'Élan')"
    work.session.execute(text(statement))
    kept = index(work)
    assert kept
    rebuild(work.session.connection().connection.driver_connection)
    assert index(work) == kept


def test_a_missing_name_sorts_by_its_fall_back(work: Work) -> None:
    a_club(work, name="Élan")
    work.session.flush()
    (row,) = index(work)
    assert row[3:6] == ("elan", "elan", "elan")


def test_the_index_holds_what_a_search_shows(work: Work) -> None:
    club = work.add(Club(name=Words(fr="Élan"), city=Words(ar="فاس", fr="Fès")))
    work.session.flush()
    group = a_group(work, club, "Les Amis")
    work.session.flush()
    shown = {row[1]: row[6:] for row in index(work)}
    assert shown[club.id.bytes] == ("", "Élan", "", "فاس", "Fès", "", None)
    assert shown[group.id.bytes][1:] == ("Les Amis", "", "", "", "", club.id.bytes)
    club.city = Words(fr="Agadir")
    other = a_club(work, "Atlas")
    work.session.flush()
    group.club_id = other.id
    work.session.flush()
    shown = {row[1]: row[6:] for row in index(work)}
    assert shown[club.id.bytes][3:6] == ("", "Agadir", "")
    assert shown[group.id.bytes][-1] == other.id.bytes


def test_an_index_with_the_columns_of_another_version_is_made_anew(work: Work) -> None:
    a_club(work, name="Élan")
    work.session.flush()
    kept = index(work)
    raw = work.session.connection().connection.driver_connection
    query = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    for (name,) in raw.execute(query).fetchall():
        if name.startswith("name_index_"):
            raw.execute(f"DROP TRIGGER {name}")
    raw.execute("ALTER TABLE name_index DROP COLUMN body")
    rebuild(raw)
    assert index(work) == kept
    assert found(work, "elan") == 1


def words_of(connection: Any) -> list[tuple[str, str, str]]:
    query = "SELECT word, mirrored, heard FROM name_word ORDER BY word"
    return list(connection.execute(query))


def test_each_word_of_letters_is_held_once_without_its_article(work: Work) -> None:
    for ar in ("نادي الوداد 1937", "وداد فاس"):
        work.add(Club(name=Words(ar=ar, fr="Wydad AC")))
    work.session.flush()
    held = {row[0]: row[1:] for row in words_of(work.connection)}
    assert sorted(held) == ["wydad", "فاس", "نادي", "وداد"]
    assert held["wydad"] == ("dadyw", "dd")
    assert held["وداد"][1] == "dd"


def test_words_of_records_that_are_gone_can_be_forgotten(workspace: Workspace) -> None:
    with workspace.writing() as work:
        a_club(work, name="Atlas")
        gone = a_club(work, name="Rajaa")
        work.session.flush()
        work.delete(gone)
        work.commit("Club deleted")
    with closing(connect(workspace.folder / DATABASE)) as connection:
        forget_gone(connection)
    with workspace.reading() as work:
        assert [row[0] for row in words_of(work.connection)] == ["atlas"]
        assert found(work, "atlas") == 1
        assert not found(work, "rajaa")


def test_an_index_of_another_version_is_made_anew_when_opened(
    workspace: Workspace,
) -> None:
    with workspace.writing() as work:
        a_club(work, name="Élan")
        work.commit("Club added")
        work.connection.execute("DROP TRIGGER name_index_added")
        work.connection.execute("DROP TABLE name_word")
        work.session.commit()
    workspace.close()
    again = Workspace.open(workspace.folder)
    with again.reading() as work:
        assert [row[0] for row in words_of(work.connection)] == ["elan"]
        assert is_current(work.connection)
    again.close()
