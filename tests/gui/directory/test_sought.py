"""Whoever asks for a record sees it, whatever the list shows just then."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget

from sportsec.domain.competitions import CompetitionDraft
from sportsec.domain.people import ContactRole, OrganisationDraft
from sportsec.domain.units import CommandDraft, UnitDraft
from sportsec.domain.words import Words
from sportsec.services.competitions import add_competition
from sportsec.services.people import add_organisation
from sportsec.services.units import add_command, add_unit
from sportsec.store.work import Work
from sportsec.ui.page import Page
from sportsec.ui.pages.directory.clubs import ClubsPage
from sportsec.ui.pages.directory.competitions import CompetitionsPage
from sportsec.ui.pages.directory.contacts_page import ContactsPage
from sportsec.ui.pages.directory.groups_page import GroupsPage
from sportsec.ui.pages.directory.record_list import RecordList
from sportsec.ui.pages.directory.units_page import UnitsPage
from sportsec.ui.pages.directory.venues import VenuesPage
from sportsec.ui.targets import FunctionTarget, VerifyTarget
from tests.gui.directory.conftest import Offers, Record

Open = Callable[..., Any]
Wait = Callable[[], None]
Type = Callable[[QWidget, str], None]

CLEARED = "The search and the filters were cleared to show this entry."
LISTS: list[tuple[type[Page], str]] = [
    (ClubsPage, "list"),
    (VenuesPage, "list"),
    (GroupsPage, "list"),
    (ContactsPage, "people"),
    (ContactsPage, "organisations"),
    (UnitsPage, "units"),
    (UnitsPage, "commands"),
    (CompetitionsPage, "competitions"),
]


@pytest.mark.parametrize(("kind", "name"), LISTS)
def test_a_search_and_filters_that_hide_it_are_lifted(
    opened: Open,
    settled: Wait,
    record: Record,
    visits: Offers,
    kind: type[Page],
    name: str,
) -> None:
    record.change(_fill)
    page = opened(kind)
    records: RecordList = getattr(page, name)
    sought = records.model.id_at(0)
    assert sought is not None
    for field in records.filter_fields:
        field.set_value(field.offered()[-1])
    records.search.setText("zzz")
    records.reload()
    settled()
    assert records.model.rowCount() == 0
    page.show_target(sought)
    settled()
    assert records.table.current_id() == sought
    assert visits.said == [CLEARED]
    assert not records.search.text()


def _fill(work: Work) -> None:
    add_organisation(work, OrganisationDraft(name=Words(fr="Gare")))
    add_unit(work, UnitDraft(name=Words(fr="CRS")))
    add_command(work, CommandDraft(name=Words(fr="District")))
    add_competition(work, CompetitionDraft(name=Words(fr="Coupe")))


def test_what_is_shown_already_leaves_the_filters_alone(
    opened: Open, settled: Wait, record: Record, visits: Offers
) -> None:
    page = opened(ContactsPage)
    page.people.to_verify.check.click()
    settled()
    page.show_target(record.person)
    settled()
    assert page.people.to_verify.value()
    assert page.people.table.current_id() == record.person
    assert visits.said == []


def test_a_folded_group_opens_for_it(
    opened: Open, settled: Wait, record: Record
) -> None:
    page = opened(ContactsPage)
    model = page.people.model
    model.group_by("role")
    settled()
    model.fold_all(closed=True)
    assert model.place_of(record.person) is None
    page.show_target(record.person)
    settled()
    assert page.people.table.current_id() == record.person


@pytest.mark.parametrize("target", [VerifyTarget(), FunctionTarget(ContactRole.DOCTOR)])
def test_what_another_page_asked_for_ends_with_the_visit(
    opened: Open, settled: Wait, target: object
) -> None:
    page = opened(ContactsPage, target)
    people = page.people
    assert people.to_verify.value() or people.role.value()
    page.hide()
    page.show()
    settled()
    assert (people.to_verify.value(), people.role.value()) == (False, None)
    assert people.model.rowCount() == 1
    people.to_verify.check.click()  # one's own choice stays
    page.hide()
    page.show()
    settled()
    assert people.to_verify.value()
