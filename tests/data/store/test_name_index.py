from __future__ import annotations

import pytest
from sqlalchemy import insert, text, update

from sportsec.domain.words import Words
from sportsec.store.name_index import NAMED_TABLES, rebuild
from sportsec.store.tables.clubs import Club
from sportsec.store.work import Work
from tests.builders import a_club


def found(work: Work, folded: str) -> int:
    query = text("SELECT count(*) FROM name_search WHERE name_search MATCH :query")
    return work.session.execute(query, {"query": f'"{folded}"'}).scalar_one()


def index(work: Work) -> list[tuple[object, ...]]:
    query = text(
        "SELECT kind, record, folded, sort_ar, sort_fr, sort_en FROM name_index"
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


def test_bulk_statements_cannot_bypass_the_index(work: Work) -> None:
    work.session.execute(insert(Club), [{"name_fr": f"Club {n}"} for n in range(50)])
    work.session.execute(update(Club).values(name_fr="Renommé"))
    assert found(work, "renomme") == 50
    assert not found(work, "club")


@pytest.mark.parametrize("kind", NAMED_TABLES)
def test_the_index_equals_one_made_anew(work: Work, kind: str) -> None:
    named = "name_latin" if kind == "contact" else "name_fr"
    statement = f"INSERT INTO {kind} (id, {named}) VALUES (x'01', 'Élan')"
    work.session.execute(text(statement))
    kept = index(work)
    assert kept
    rebuild(work.session.connection().connection.driver_connection)
    assert index(work) == kept


def test_a_missing_name_sorts_by_its_fall_back(work: Work) -> None:
    a_club(work, name="Élan")
    work.session.flush()
    ((_, _, _, sort_ar, sort_fr, sort_en),) = index(work)
    assert (sort_ar, sort_fr, sort_en) == ("elan", "elan", "elan")
