"""Clubs: from the form to the record and back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sportsec.domain.clubs import ClubDraft, ClubGap, club_gaps
from sportsec.domain.errors import Invalid, NotFound, StaleWrite
from sportsec.domain.identity import new_id
from sportsec.domain.problems import Level
from sportsec.domain.words import Words
from sportsec.queries.clubs import (
    CLUBS,
    ClubFilter,
    club_aliases,
    club_draft,
    incomplete_clubs,
)
from sportsec.services.clubs import (
    add_club,
    club_problems,
    delete_club,
    forget_alias,
    restore_alias,
    restore_club,
    revise_club,
)
from sportsec.store.tables.clubs import Club, ClubAlias
from sportsec.store.work import Work
from tests.builders import a_club, a_fixture, a_group, a_venue

DRAFT = ClubDraft(
    code="ATL",
    name=Words("أطلس", "Atlas", "Atlas"),
    city=Words(fr="Ifrane"),
    founded_year=1956,
    steward_count=20,
)


def test_a_club_keeps_what_was_entered(work: Work) -> None:
    club_id = add_club(work, DRAFT)
    work.commit("test")
    assert club_draft(work, club_id) == DRAFT


def test_a_club_without_a_name_is_refused(work: Work) -> None:
    with pytest.raises(Invalid) as caught:
        add_club(work, replace(DRAFT, name=Words()))
    assert [problem.field for problem in caught.value.problems] == ["name"]


def test_a_club_of_the_same_name_only_warns(work: Work) -> None:
    first = add_club(work, DRAFT)
    work.session.flush()
    (found,) = club_problems(work, DRAFT)
    assert (found.field, found.level) == ("name", Level.WARN)
    assert club_problems(work, DRAFT, first) == []
    add_club(work, DRAFT)


def test_only_what_the_officer_changed_is_written(work: Work) -> None:
    club_id = add_club(work, DRAFT)
    club = work.get(Club, club_id)
    club.federation_no = "77"  # meanwhile, by somebody else
    revise_club(work, club_id, replace(DRAFT, code="ATX"), seen=DRAFT)
    assert (club.code, club.federation_no) == ("ATX", "77")


def test_two_officers_changing_the_same_field_are_told(work: Work) -> None:
    club_id = add_club(work, DRAFT)
    work.get(Club, club_id).code = "OTHER"
    with pytest.raises(StaleWrite) as caught:
        revise_club(work, club_id, replace(DRAFT, code="ATX"), seen=DRAFT)
    assert caught.value.fields == ["code"]


def test_a_club_in_use_is_not_deleted_and_says_why(work: Work) -> None:
    home, away = a_club(work, "Atlas"), a_club(work, "Rif")
    a_fixture(work, home, away)
    a_group(work, home, "Alpha")
    work.session.flush()
    with pytest.raises(Invalid) as caught:
        delete_club(work, home.id)
    found = {problem.message.split()[0]: problem for problem in caught.value.problems}
    match = Words(*["Atlas – Rif · 05/12/2026"] * 3)
    assert found["Matches"].facts == {"count": 1, "name": match}
    assert found["Supporter"].facts["name"] == Words(fr="Alpha")
    assert home.deleted_at is None


def test_deleting_can_be_undone_with_all_that_went_along(work: Work) -> None:
    club_id = add_club(work, DRAFT)
    work.add(ClubAlias(club_id=club_id, text="Atlass", folded="atlass"))
    work.session.flush()
    delete_club(work, club_id)
    work.commit("test")
    assert CLUBS.count(work, ClubFilter()) == 0
    assert club_aliases(work, club_id) == []
    with pytest.raises(NotFound):
        club_draft(work, club_id)
    restore_club(work, club_id)
    work.commit("test")
    assert club_draft(work, club_id) == DRAFT
    assert [row.text for row in club_aliases(work, club_id)] == ["Atlass"]
    restore_club(work, club_id)  # again changes nothing


def test_what_never_was_cannot_be_brought_back(work: Work) -> None:
    with pytest.raises(NotFound):
        restore_club(work, new_id())


def test_a_spelling_is_forgotten_and_brought_back(work: Work) -> None:
    club = a_club(work, "A")
    work.session.flush()
    alias = work.add(ClubAlias(club_id=club.id, text="Wydad AC", folded="wydad ac"))
    work.session.flush()
    assert [row.text for row in club_aliases(work, club.id)] == ["Wydad AC"]
    forget_alias(work, alias.id)
    work.session.flush()
    assert club_aliases(work, club.id) == []
    restore_alias(work, alias.id)
    work.session.flush()
    assert [row.id for row in club_aliases(work, club.id)] == [alias.id]


def test_the_list_counts_groups_and_contacts(work: Work) -> None:
    club = a_club(work)
    a_group(work, club)
    work.session.flush()
    (row,) = CLUBS.rows(work, [club.id])
    assert (row.groups, row.contacts, row.home_venue) == (1, 0, Words())


def test_a_ground_in_use_by_a_club_is_not_deleted(work: Work) -> None:
    from sportsec.services.venues import delete_venue

    ground = a_venue(work)
    work.session.flush()
    a_club(work, home_venue_id=ground.id)
    work.session.flush()
    with pytest.raises(Invalid):
        delete_venue(work, ground.id)


@pytest.mark.parametrize(
    ("name", "city", "gaps"),
    [
        (Words("أطلس", "Atlas"), Words(fr="Ifrane"), []),
        (Words("أطلس", "", "Atlas"), Words("إفران"), []),
        (Words(fr="Atlas"), Words(), [ClubGap.ARABIC_NAME, ClubGap.CITY]),
        (Words("أطلس"), Words(en="Ifrane"), [ClubGap.LATIN_NAME]),
    ],
)
def test_the_list_finds_the_clubs_of_which_something_is_missing(
    work: Work, name: Words, city: Words, gaps: list[ClubGap]
) -> None:
    """The rule and the filter of the list say the same."""
    assert club_gaps(name, city) == gaps
    club = a_club(work, "", city=city)
    club.name = name
    work.session.flush()
    assert incomplete_clubs(work, "en") == ([club.id] if gaps else [])
