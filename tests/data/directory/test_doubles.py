"""Entries made twice: found, made one value by value, and two again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar
from uuid import UUID

import pytest

from sportsec.domain.clubs import ClubDraft
from sportsec.domain.words import Words
from sportsec.i18n.field_words import field_label
from sportsec.i18n.history_words import value_text
from sportsec.i18n.translator import translator
from sportsec.queries.conflicts import count_conflicts
from sportsec.queries.doubles import double_counts, doubles
from sportsec.queries.history_record import record_history
from sportsec.queries.history_undo import first_of, undo_stack
from sportsec.queries.telling import telling
from sportsec.queries.twins import (
    NEAR_NAME,
    SAME_NAME,
    SAME_NUMBER,
    SAME_SOUND,
    count_twins,
)
from sportsec.services.clubs import club_problems
from sportsec.services.history import redo_last, undo_act, undo_last
from sportsec.services.merging import MERGED, merge_records, take_apart
from sportsec.services.twins import decide_different
from sportsec.store.tables.clubs import Club
from sportsec.store.tables.groups import SupporterGroup
from sportsec.store.tables.people import Contact
from sportsec.store.work import Work
from sportsec.store.workspace import Workspace
from tests.builders import a_club, a_group

T = TypeVar("T")


class Record:
    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def do(self, job: Callable[[Work], T]) -> T:
        with self._workspace.writing() as work:
            result = job(work)
            work.commit("test")
            return result

    def turn(self, job: Callable[[Work], int]) -> None:
        """Undo or redo, as the job says."""
        with self._workspace.writing() as work:
            work.commit("Undone", undoes=job(work))

    def ask(self, job: Callable[[Work], T]) -> T:
        with self._workspace.reading() as work:
            return job(work)

    def club(self, name: Words, **values: object) -> UUID:
        def add(work: Work) -> UUID:
            club = a_club(work, "", **values)
            club.name = name
            work.session.flush()
            return UUID(str(club.id))

        return self.do(add)

    def contact(self, **values: object) -> UUID:
        def add(work: Work) -> UUID:
            person = work.add(Contact(**values))
            work.session.flush()
            return person.id

        return self.do(add)

    def whys(self, table: str) -> dict[frozenset[UUID], str]:
        pairs = self.ask(lambda work: doubles(work, table))
        return {frozenset((pair.first, pair.second)): pair.why for pair in pairs}

    def name(self, club: UUID) -> Words:
        return self.ask(lambda work: work.session.get_one(Club, club).name)


@pytest.fixture
def record(workspace: Workspace) -> Record:
    return Record(workspace)


def test_clubs_of_one_name_are_found_also_by_ear(record: Record) -> None:
    one = record.club(Words(fr="Étoile du Phare"), city=Words(fr="Fès"))
    two = record.club(Words(fr="Etoile du phare"))
    record.club(Words(fr="Etoile du phare"), city=Words(fr="Nador"))
    three = record.club(Words(ar="الرجاء"))
    four = record.club(Words(fr="Raja"))
    found = record.whys("club")
    assert found[frozenset((one, two))] == SAME_NAME
    assert found[frozenset((three, four))] == SAME_SOUND
    assert len(found) == 3  # the one of Nador looks like the one of no city
    assert record.ask(lambda work: double_counts(work, "club"))[two] == 2
    assert record.ask(count_twins) == 0  # the inbox is for those of two cells


def test_a_later_act_is_followed(record: Record) -> None:
    assert record.whys("club") == {}
    one = record.club(Words(fr="Union"))
    assert record.whys("club") == {}
    two = record.club(Words(fr="union"))
    assert record.whys("club") == {frozenset((one, two)): SAME_NAME}

    def rename(work: Work) -> None:
        work.get(Club, two).name = Words(fr="Wydad")

    record.do(rename)
    assert record.whys("club") == {}


def test_people_of_one_name_in_two_places_are_two_people(record: Record) -> None:
    here, there = record.club(Words(fr="A")), record.club(Words(fr="B"))
    record.contact(name_latin="Foulane Foulani", club_id=here)
    record.contact(name_latin="Foulane Foulani", club_id=there)
    assert record.whys("contact") == {}
    one = record.contact(name_latin="Alane Alani", club_id=here)
    two = record.contact(name_latin="Alane Alani")
    assert record.whys("contact") == {frozenset((one, two)): SAME_NAME}


def test_one_number_and_a_similar_name_may_be_one_person(record: Record) -> None:
    number = "+212661234567"
    one = record.contact(name_latin="F. Foulani", phone=number)
    two = record.contact(name_ar="فلان الفلاني", other_phone=number)
    three = record.contact(name_latin="Zaid Alani", phone=number)
    found = record.whys("contact")
    assert found[frozenset((one, two))] == SAME_NUMBER
    assert frozenset((one, three)) not in found


def test_what_was_called_different_is_not_shown_again(record: Record) -> None:
    one, two = record.club(Words(fr="Union")), record.club(Words(fr="Union"))
    record.do(lambda work: decide_different(work, "club", one, two))
    assert record.whys("club") == {}
    assert record.ask(lambda work: double_counts(work, "club")) == {}


def test_two_become_one_value_by_value_and_two_again(record: Record) -> None:
    one = record.club(Words("الاتحاد", "Union", ""), code="UNI", founded_year=1950)
    two = record.club(Words("", "Union", "Union FC"), code="UFC", founded_year=1951)

    def group(work: Work) -> UUID:
        club = work.get(Club, two)
        made = a_group(work, club, "Alpha")
        work.session.flush()
        return UUID(str(made.id))

    alpha = record.do(group)
    acts = record.do(
        lambda work: merge_records(work, "club", one, two, {"founded_year": two})
    )
    elder, younger = sorted((one, two))

    def of(club: UUID) -> tuple[object, ...]:
        def read(work: Work) -> tuple[object, ...]:
            row = work.session.get_one(Club, club)
            return row.name, row.code, row.founded_year, row.deleted_at is None

        return record.ask(read)

    merged = (Words("الاتحاد", "Union", "Union FC"), "UNI", 1951, True)
    assert of(elder) == merged
    assert not of(younger)[-1]
    assert record.ask(count_conflicts) == 0
    follows = record.ask(lambda work: work.get(SupporterGroup, alpha).club_id)
    assert follows == elder
    assert record.whys("club") == {}
    record.do(lambda work: take_apart(work, acts))
    assert of(one) == (Words("الاتحاد", "Union", ""), "UNI", 1950, True)
    assert of(two) == (Words("", "Union", "Union FC"), "UFC", 1951, True)
    back = record.ask(lambda work: work.get(SupporterGroup, alpha).club_id)
    assert back == two
    assert record.ask(count_conflicts) == 0
    assert len(record.whys("club")) == 1


@pytest.mark.parametrize("apart", ["last", "first", "merge"])
def test_one_undo_and_one_redo_take_both_acts_of_a_merge(
    record: Record, apart: str
) -> None:
    one = record.club(Words(fr="Union"), code="UNI", founded_year=1950)
    two = record.club(Words(fr="Union"), code="UFC", founded_year=1951)
    elder, younger = sorted((one, two))

    def clubs() -> list[tuple[str, int | None]]:
        def read(work: Work) -> list[tuple[str, int | None]]:
            rows = (work.session.get_one(Club, each) for each in (elder, younger))
            return [(r.code, r.founded_year) for r in rows if r.deleted_at is None]

        return record.ask(read)

    before = clubs()
    acts = record.do(lambda work: merge_records(work, "club", one, two, {}))
    assert len(acts) == 2
    merged = clubs()
    assert len(merged) == 1
    step = record.ask(undo_stack).undo
    assert step is not None
    assert (step.act, step.title) == (acts[0], MERGED)
    assert record.ask(lambda work: first_of(work, acts[1])) == acts[0]

    def undo_first(work: Work) -> int:
        undo_act(work, acts[0])
        return acts[0]

    if apart == "merge":
        record.do(lambda work: take_apart(work, acts))
    else:
        record.turn(undo_last if apart == "last" else undo_first)
    assert clubs() == before
    assert record.ask(undo_stack).undo != step
    again = record.ask(undo_stack).redo
    assert again is not None
    assert again.title == MERGED
    for _ in range(2):
        record.turn(redo_last)
        assert clubs() == merged
        assert record.ask(undo_stack).undo == step
        record.turn(undo_last)
        assert clubs() == before
    assert record.ask(count_conflicts) == 0


def test_what_came_after_a_merge_is_undone_first(record: Record) -> None:
    one = record.club(Words(fr="Union"), founded_year=1950)
    two = record.club(Words(fr="Union"), founded_year=1951)
    acts = record.do(lambda work: merge_records(work, "club", one, two, {}))

    def rename(work: Work) -> None:
        work.get(Club, min(one, two)).code = "UNI"

    record.do(rename)
    record.turn(undo_last)
    step = record.ask(undo_stack).undo
    assert step is not None
    assert step.act == acts[0]


def test_merging_what_is_equal_is_one_act(record: Record) -> None:
    one, two = record.club(Words(fr="Union")), record.club(Words(fr="Union"))
    acts = record.do(lambda work: merge_records(work, "club", one, two, {}))
    assert len(acts) == 1
    record.do(lambda work: take_apart(work, acts))
    assert len(record.whys("club")) == 1


def test_code_town_and_owner_tell_records_apart(record: Record) -> None:
    name = Words("", "Rif", "")
    coded = record.club(name, code="RC", city=Words("", "Nador", ""))
    bare = record.club(name)
    person = record.contact(name_latin="A", club_id=coded, phone="+212661998877")
    told = record.ask(lambda work: telling(work, "club", {coded, bare}))
    assert told[coded].fr == "\u2068RC\u2069 · Nador"  # whole, also inside Arabic
    assert bare not in told
    (said,) = record.ask(lambda work: telling(work, "contact", {person})).values()
    assert said.fr.startswith("Rif · ")


def test_nearly_one_name_in_one_town_is_found_and_told_while_typing(
    record: Record,
) -> None:
    fes, safi = Words(fr="Fès"), Words(fr="Safi")
    one = record.club(Words(fr="Lions Sportifs de Fès"), city=fes)
    assert record.whys("club") == {}
    two = record.club(Words(fr="Lion Sportif Fes"))
    record.club(Words(fr="Lion Sportif Fes"), city=safi)
    pair = frozenset((one, two))
    assert record.whys("club")[pair] == NEAR_NAME
    assert len(record.whys("club")) == 2  # that of no town and that of Safi

    def told(name: str, city: Words) -> list[str]:
        draft = ClubDraft(name=Words(fr=name), city=city)
        return [each.field for each in record.ask(lambda w: club_problems(w, draft))]

    assert told("Lions Sportif de Fès", fes) == ["name"]
    assert told("Lions Sportif de Fès", Words(fr="Nador")) == ["name"]  # no town
    assert told("Lynx", fes) == []


def test_groups_of_two_clubs_may_have_nearly_one_name(record: Record) -> None:
    here, there = record.club(Words(fr="Atlas")), record.club(Words(fr="Sahel"))

    def add(club: UUID, name: str) -> UUID:
        def group(work: Work) -> UUID:
            made = a_group(work, work.get(Club, club), name)
            work.session.flush()
            return UUID(str(made.id))

        return record.do(group)

    one, two = add(here, "Ultras Aigles"), add(here, "Ultra Aigles")
    add(there, "Ultras Aigle")
    assert set(record.whys("supporter_group")) == {frozenset((one, two))}


def test_the_history_of_a_merge_names_both_records(record: Record) -> None:
    one, two = record.club(Words(fr="Aigle")), record.club(Words(fr="Lynx"))
    record.do(lambda work: decide_different(work, "club", one, two))
    history = record.ask(lambda work: record_history(work, "club", one))
    t = translator("en")
    said = {
        field_label(t, row.field): value_text(t, row.field, row.new)
        for row in history.episodes[0].changes
        if row.field
    }
    elder, younger = ("Aigle", "Lynx") if one < two else ("Lynx", "Aigle")
    assert said["Kind of entry"] == "Club"
    assert (said["The one entry"], said["The other entry"]) == (elder, younger)
