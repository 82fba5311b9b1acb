"""Commands, units and the editable lists."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from sportsec.domain.deployment import CommandKind, ListKind, Service
from sportsec.domain.errors import Invalid
from sportsec.domain.fixtures import FixtureStatus
from sportsec.domain.listing import by
from sportsec.domain.problems import Level
from sportsec.domain.units import CommandDraft, ListItemDraft, UnitDraft
from sportsec.domain.words import Words
from sportsec.queries.clock import local_day
from sportsec.queries.list_items import list_names
from sportsec.queries.unit_duties import coming_duties
from sportsec.queries.units import (
    COMMANDS,
    UNITS,
    CommandFilter,
    UnitFilter,
    command_draft,
    commands_below,
    list_items,
    unit_draft,
    unit_strength,
)
from sportsec.services.people import add_contact
from sportsec.services.seed import plant_defaults
from sportsec.services.units import (
    add_command,
    add_list_item,
    add_unit,
    delete_command,
    delete_list_item,
    delete_unit,
    order_list,
    restore_command,
    restore_list_item,
    restore_unit,
    revise_command,
    revise_list_item,
    revise_unit,
    unit_problems,
)
from sportsec.store.tables.deployment import Detachment
from sportsec.store.work import Work
from tests.builders import a_club, a_fixture, a_unit

PREFECTURE = CommandDraft(Words(fr="Préfecture"), CommandKind.PREFECTURE)


def test_a_command_adds_up_its_units(work: Work) -> None:
    top = add_command(work, PREFECTURE)
    district = add_command(
        work, CommandDraft(Words(fr="District"), CommandKind.DISTRICT, top)
    )
    a_unit(work, "A", command_id=district, strength=40)
    a_unit(work, "B", command_id=district, strength=None)
    work.session.flush()
    ids = COMMANDS.ids(work, CommandFilter("", "fr"), by("kind"), None)
    assert ids == [top, district]
    above, below = COMMANDS.rows(work, ids)
    assert (above.units, above.strength) == (0, 0)
    assert (below.parent, below.units, below.strength) == (PREFECTURE.name, 2, 40)


def test_a_command_cannot_stand_under_its_own_district(work: Work) -> None:
    top = add_command(work, PREFECTURE)
    below = add_command(work, CommandDraft(Words(fr="District"), parent_id=top))
    work.session.flush()
    assert commands_below(work, top) == {top, below}
    seen = command_draft(work, top)
    with pytest.raises(Invalid):
        revise_command(work, top, replace(seen, parent_id=below), seen=seen)
    revise_command(work, top, replace(seen, phone="0522000000"), seen=seen)
    assert command_draft(work, top).phone == "+212522000000"


def test_a_command_in_use_is_not_deleted(work: Work) -> None:
    top = add_command(work, PREFECTURE)
    below = add_command(work, CommandDraft(Words(fr="District"), parent_id=top))
    unit = add_unit(work, UnitDraft(Words(fr="Corps"), command_id=top))
    work.session.flush()
    with pytest.raises(Invalid) as caught:
        delete_command(work, top)
    *uses, what_to_do = caught.value.problems
    assert {use.facts["name"].fr for use in uses} == {"Corps", "District"}
    assert "delete those first" in what_to_do.message
    for remove, record in ((delete_command, below), (delete_unit, unit)):
        remove(work, record)
        work.session.flush()
    delete_command(work, top)
    work.session.flush()
    restore_command(work, top)
    restore_unit(work, unit)
    assert unit_draft(work, unit).command_id == top


def test_units_are_filtered_sorted_and_found_by_command(work: Work) -> None:
    plant_defaults(work)
    top = add_command(work, PREFECTURE)
    strong = UnitDraft(
        Words(fr="Cavaliers"), top, Service.DGSN, kind_code="mounted", strength=60
    )
    mounted = add_unit(work, strong)
    weak = add_unit(
        work, UnitDraft(Words(fr="Moto"), service=Service.GENDARMERIE, strength=12)
    )
    work.session.flush()

    def found(sort: str = "name", **values: object) -> list[object]:
        wanted = replace(UnitFilter(language="fr"), **values)  # type: ignore[arg-type]  # by name
        return list(UNITS.ids(work, wanted, by(sort), None))

    assert found("strength") == [weak, mounted]
    assert found("service") == [mounted, weak]
    assert found("command") == [mounted, weak]
    assert found(text="prefecture") == [mounted]
    assert found(service=Service.GENDARMERIE) == [weak]
    assert found(command_id=top) == [mounted]
    row = UNITS.rows(work, [mounted])[0]
    assert row.kind == list_names(work, ListKind.UNIT_KIND)["mounted"]
    assert row.command == PREFECTURE.name


def test_a_unit_of_an_unknown_kind_is_told(work: Work) -> None:
    draft = UnitDraft(Words(fr="X"), kind_code="submarine")
    assert [p.level for p in unit_problems(work, draft)] == [Level.WARN]
    unit = add_unit(work, draft)
    work.session.flush()
    assert UNITS.rows(work, [unit])[0].kind == Words(fr="submarine")
    revise_unit(work, unit, replace(draft, kind_code=""), seen=draft)
    assert unit_draft(work, unit).kind_code == ""


def test_the_cell_edits_its_list_of_ranks(work: Work) -> None:
    for name in ("Brigadier", "Commissaire"):
        add_list_item(work, ListItemDraft(ListKind.RANK, name=Words(fr=name)))
        work.session.flush()
    first, second = list_items(work, ListKind.RANK)
    assert (first.draft.code, second.draft.position) == ("brigadier", 1)
    order_list(work, [second.id, first.id])
    renamed = replace(first.draft, name=Words(fr="Brigadier", ar="مقدم"), code="x")
    revise_list_item(work, first.id, renamed, seen=first.draft)
    work.session.flush()
    top, bottom = list_items(work, ListKind.RANK)
    assert top.id == second.id
    assert (bottom.draft.code, bottom.draft.name.ar) == ("brigadier", "مقدم")


def test_an_arabic_entry_gets_a_code_too(work: Work) -> None:
    add_list_item(work, ListItemDraft(ListKind.RANK, name=Words(ar="عميد شرطة")))
    work.session.flush()
    assert list_items(work, ListKind.RANK)[0].draft.code == "عميد_شرطه"


def test_the_same_entry_twice_is_refused(work: Work) -> None:
    draft = ListItemDraft(ListKind.RANK, name=Words(fr="Brigadier"))
    key = add_list_item(work, draft)
    work.session.flush()
    with pytest.raises(Invalid):
        add_list_item(work, draft)
    delete_list_item(work, key)
    work.session.flush()
    assert add_list_item(work, draft) == key


def test_a_rank_or_kind_in_use_is_not_deleted(work: Work) -> None:
    from sportsec.domain.people import ContactDraft

    rank = add_list_item(work, ListItemDraft(ListKind.RANK, "chief"[:5], Words(fr="C")))
    kind = add_list_item(work, ListItemDraft(ListKind.UNIT_KIND, "m", Words(fr="M")))
    add_contact(work, ContactDraft(name_ar="ا", rank="chief"))
    add_unit(work, UnitDraft(Words(fr="X"), kind_code="m"))
    work.session.flush()
    for item in (rank, kind):
        with pytest.raises(Invalid) as caught:
            delete_list_item(work, item)
        assert caught.value.problems[0].facts["count"] == 1
    assert list_items(work, ListKind.RANK)[0].uses == 1


def test_an_entry_deleted_by_mistake_comes_back(work: Work) -> None:
    key = add_list_item(work, ListItemDraft(ListKind.RANK, name=Words(fr="C")))
    work.session.flush()
    delete_list_item(work, key)
    work.session.flush()
    assert list_items(work, ListKind.RANK) == []
    restore_list_item(work, key)
    work.session.flush()
    assert len(list_items(work, ListKind.RANK)) == 1


def test_the_strength_of_a_unit_may_not_be_known(work: Work) -> None:
    strong = add_unit(work, UnitDraft(Words(fr="Cavaliers"), strength=60))
    unknown = add_unit(work, UnitDraft(Words(fr="Moto")))
    work.session.flush()
    assert unit_strength(work, strong) == 60
    assert unit_strength(work, unknown) is None


def test_a_unit_knows_the_matches_that_it_is_planned_for(work: Work) -> None:
    """Several detachments of one match count together; what is over or off does not."""
    unit, other = a_unit(work, "One"), a_unit(work, "Two")
    home, away = a_club(work, "A"), a_club(work, "B")
    today = local_day(work)
    coming = [
        a_fixture(
            work, home, away, kick_off_date=today + timedelta(days), status=status
        )
        for days, status in (
            (9, FixtureStatus.SCHEDULED),
            (2, FixtureStatus.CONFIRMED),
            (4, FixtureStatus.POSTPONED),
            (-1, FixtureStatus.PLAYED),
        )
    ]
    work.session.flush()
    for fixture in coming:
        for given, persons in ((unit, 20), (unit, 5), (other, 100)):
            ends = {"fixture_id": fixture.id, "unit_id": given.id}
            work.add(Detachment(headcount=persons, **ends))
    work.session.flush()
    found = coming_duties(work, unit.id)
    assert [(duty.fixture, duty.persons) for duty in found] == [
        (coming[1].id, 25),
        (coming[0].id, 25),
    ]
    assert coming_duties(work, unit.id, limit=1) == found[:1]
