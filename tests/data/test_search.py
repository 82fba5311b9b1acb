from __future__ import annotations

from datetime import timedelta

import pytest

from sportsec.domain.words import Words
from sportsec.queries.search import recall, search
from sportsec.queries.search_hits import Hit
from sportsec.store.tables.clubs import Club
from sportsec.store.tables.people import Contact
from sportsec.store.tables.units import Command
from sportsec.store.work import Work
from tests.builders import NOW, a_club, a_fixture, a_group

DAY = NOW.date()


def found(work: Work, text: str, limit: int = 20) -> list[Hit]:
    work.session.flush()
    return search(work, text, limit)


@pytest.mark.parametrize(
    "typed", ["نادي أطلس", "اطلس", "ATLAS", "atlas club", "Club Atlas", "at"]
)
def test_a_club_is_found_in_any_script_and_order_of_words(
    work: Work, typed: str
) -> None:
    club = work.add(Club(name=Words("نادي أَطلس", "Atlas Club", "Atlas Club")))
    a_club(work, "Ocean FC")
    assert [hit.id for hit in found(work, typed)] == [club.id]


def test_every_word_typed_must_be_found(work: Work) -> None:
    a_club(work, "Atlas Club")
    assert not found(work, "atlas ocean")
    assert not found(work, "   ")


def test_a_name_that_begins_with_the_word_comes_first(work: Work) -> None:
    for name in ("Grand Atlas", "Xatlas", "Atlas"):
        a_club(work, name)
    titles = [hit.title.fr for hit in found(work, "atlas")]
    assert titles == ["Atlas", "Grand Atlas", "Xatlas"]


def test_two_clubs_typed_find_their_matches_the_coming_ones_first(work: Work) -> None:
    atlas, ocean, other = (a_club(work, name) for name in ("Atlas", "Ocean", "Delta"))
    past, soon, later = (
        a_fixture(work, *pair, kick_off_date=DAY + timedelta(days=days))
        for pair, days in (
            ((atlas, ocean), -30),
            ((ocean, atlas), 5),
            ((atlas, ocean), 90),
        )
    )
    a_fixture(work, atlas, other, kick_off_date=DAY)
    hits = found(work, "ocean atlas")
    assert [hit.id for hit in hits] == [soon.id, later.id, past.id]
    assert {hit.kind for hit in hits} == {"fixture"}


def test_namesakes_are_told_apart_by_what_they_belong_to(work: Work) -> None:
    atlas = a_club(work, "Atlas")
    work.session.flush()
    a_group(work, atlas, "Les Amis")
    work.add(Contact(name_latin="Omar Ami", club_id=atlas.id))
    assert {hit.subtitle.fr for hit in found(work, "ami")} == {"Atlas"}


def test_many_names_leave_room_for_the_matches(work: Work) -> None:
    clubs = [a_club(work, f"Atlas {number}") for number in range(30)]
    match = a_fixture(work, clubs[0], clubs[1], kick_off_date=DAY)
    hits = found(work, "atlas", limit=9)
    assert len(hits) == 9
    assert hits[-1].id == match.id


@pytest.mark.parametrize("typed", ["ami", "am"])
def test_the_best_are_named_with_all_that_is_shown_of_them(
    work: Work, typed: str
) -> None:
    club = work.add(Club(name=Words("أمي", "Ami", ""), city=Words("فاس", "Fès")))
    work.add(Contact(name_ar="عمر", name_latin="Omar Ami"))
    hits = {hit.kind: hit for hit in found(work, typed)}
    assert hits["club"] == Hit("club", club.id, club.name, club.city)
    assert hits["contact"].title == Words("عمر", "Omar Ami", "Omar Ami")
    assert hits["contact"].subtitle == Words()


def test_what_was_deleted_is_not_found(work: Work) -> None:
    club = a_club(work, "Atlas")
    work.session.flush()
    work.delete(club)
    assert not found(work, "atlas")


@pytest.mark.parametrize("typed", ['"', "a\"b'c", "NEAR(", "*", "%%%", "atlas* OR x"])
def test_signs_that_mean_something_to_the_index_mean_nothing_here(
    work: Work, typed: str
) -> None:
    a_club(work, "Atlas")
    assert not found(work, typed)


def test_what_was_opened_lately_is_lifted(work: Work) -> None:
    short, long = a_club(work, "Atlas"), a_club(work, "Atlas Club")
    inside = a_club(work, "Batlas")
    work.session.flush()
    usual = [short.id, long.id, inside.id]
    assert [hit.id for hit in search(work, "atlas")] == usual
    hits = search(work, "atlas", recent=[long.id])
    assert [hit.id for hit in hits] == [long.id, short.id, inside.id]
    hits = search(work, "atlas", recent=[inside.id])
    assert [hit.id for hit in hits] == [short.id, inside.id, long.id]
    assert not search(work, "ocean", recent=[long.id])


def test_the_best_are_found_among_more_than_are_looked_at(work: Work) -> None:
    for number in range(80):
        a_club(work, f"Xatlas {number}")
    for number in range(80):
        a_club(work, f"Grand Atlas {number}")
    best = a_club(work, "Atlas")
    work.session.flush()
    assert search(work, "atlas", 9)[0].id == best.id
    titles = {hit.title.fr.split()[0] for hit in search(work, "atlas", 9)}
    assert titles == {"Atlas", "Grand"}


def asked_of_the_index(work: Work, text: str) -> list[str]:
    """Return the statements that ask for words of names."""
    asked: list[str] = []
    work.connection.set_trace_callback(asked.append)
    search(work, text, 9)
    work.connection.set_trace_callback(None)
    return [one for one in asked if "name_search MATCH" in one and one[:2] != "--"]


def test_names_found_already_are_not_asked_for_again(work: Work) -> None:
    for number in range(80):
        a_club(work, f"Grand Atlas {number}")
    work.session.flush()
    assert len(asked_of_the_index(work, "atlas")) == 1
    assert len(search(work, "atlas", 9)) == 9
    assert len(asked_of_the_index(work, "tlas")) > 1  # none begins so


def test_a_word_that_nothing_holds_is_not_asked_for_again(work: Work) -> None:
    a_club(work, "Agadir")
    work.session.flush()
    as_typed, corrected = asked_of_the_index(work, "agadr")
    assert "agadr" in as_typed
    assert "agadir" in corrected
    assert "agadr" not in corrected


def test_two_letters_are_enough_among_many(work: Work) -> None:
    for number in range(80):
        work.add(Contact(name_latin=f"Omar Kamal {number}"))
    club = a_club(work, "Kawkab")
    work.session.flush()
    assert search(work, "ka", 9)[0].id == club.id
    assert len(search(work, "ka", 9)) == 9


def test_after_two_letters_some_people_called_so_come_first(work: Work) -> None:
    for number in range(30):
        work.add(Command(name=Words(f"منطقة أمن {number}")))
    for number in range(5):
        work.add(Contact(name_ar=f"سعيد المنصوري {number}"))
    work.session.flush()
    hits = search(work, "من", limit=12)
    kinds = [hit.kind for hit in hits]
    assert kinds == [*["contact"] * 3, *["command"] * 9]
    assert {hit.kind for hit in search(work, "منطقة", limit=12)} == {"command"}


def test_a_match_is_found_by_a_misspelt_name(work: Work) -> None:
    one, other = a_club(work, "Renaissance"), a_club(work, "Ocean")
    match = a_fixture(work, one, other, kick_off_date=DAY)
    hits = found(work, "renaisance ocaen")
    assert [hit.id for hit in hits] == [match.id]


def test_what_was_opened_is_recalled_in_its_order(work: Work) -> None:
    club, gone = a_club(work, "Atlas"), a_club(work, "Ocean")
    match = a_fixture(work, club, gone, kick_off_date=DAY)
    work.session.flush()
    work.delete(gone)
    work.session.flush()
    hits = recall(work, [match.id, gone.id, club.id])
    assert [hit.kind for hit in hits] == ["fixture", "club"]
    assert [hit.id for hit in hits] == [match.id, club.id]
    assert recall(work, []) == []


def cut_after(hits: list[Hit]) -> list[str]:
    """Return the kinds of the hits that say that others were left out."""
    return [hit.kind for hit in hits if hit.more_follow]


def test_the_last_hit_says_where_others_were_left_out(work: Work) -> None:
    atlas, ocean = a_club(work, "Atlas"), a_club(work, "Ocean")
    for days in range(5):
        a_fixture(work, atlas, ocean, kick_off_date=DAY + timedelta(days))
    assert cut_after(found(work, "atlas")) == []
    a_fixture(work, atlas, ocean, kick_off_date=DAY)
    hits = found(work, "atlas")
    assert cut_after(hits) == ["fixture"]
    assert hits[-1].more_follow
    for number in range(7):
        a_club(work, f"Atlas {number}")
    assert cut_after(found(work, "atlas", 13)) == ["fixture"]
    assert cut_after(found(work, "atlas", 12)) == ["club", "fixture"]


@pytest.mark.parametrize("typed", ["at", "atlas"])
def test_names_that_fill_the_list_to_the_last_are_not_said_to_be_cut(
    work: Work, typed: str
) -> None:
    for number in range(12):
        work.add(Contact(name_latin=f"Atlas {number}"))
    assert cut_after(found(work, typed, 12)) == []
    work.add(Contact(name_latin="Atlas 12"))
    assert cut_after(found(work, typed, 12)) == ["contact"]
    assert len(found(work, typed, 12)) == 12
