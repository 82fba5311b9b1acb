"""The card of a club: its rivals as ways in, and what can be added from it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from PySide6.QtWidgets import QWidget

from sportsec.domain.people import ContactRole
from sportsec.queries.clock import local_day
from sportsec.queries.people import people_of
from sportsec.store.tables.clubs import Club
from sportsec.store.work import Work
from sportsec.ui.pages.directory.clubs import ClubsPage
from sportsec.ui.pages.directory.small_rows import LinkButton
from tests.builders import a_fixture
from tests.gui.directory.conftest import Offers, Record, dialog_of, line

Open = Callable[..., Any]
Wait = Callable[[], None]
Type = Callable[[QWidget, str], None]


def links(page: ClubsPage) -> dict[str, LinkButton]:
    assert page.list.panel is not None
    return {one.full_text: one for one in page.list.panel.findChildren(LinkButton)}


def test_the_card_leads_to_a_rival_and_to_the_next_match_against_it(
    opened: Open, record: Record, visits: Offers
) -> None:
    def plan(work: Work) -> None:
        day = local_day(work) + timedelta(8)
        clubs = (work.get(Club, record.rif), work.get(Club, record.atlas))
        fixture = a_fixture(work, *clubs, kick_off_date=day)
        work.session.flush()
        plan.fixture, plan.day = fixture.id, day  # type: ignore[attr-defined]

    record.change(plan)
    page = opened(ClubsPage, record.rif)
    found = links(page)
    rival = next(text for text in found if "Atlas of Ifrane" in text)
    assert "Rivalry" in rival
    found[rival].click()
    meeting = next(text for text in found if text.startswith("Next match"))
    found[meeting].click()
    assert visits.went[-2:] == [("clubs", record.atlas), ("match", plan.fixture)]  # type: ignore[attr-defined]


def test_a_contact_made_on_the_card_belongs_to_the_club(
    opened: Open, settled: Wait, type_text: Type, record: Record
) -> None:
    """The function proposed is the first for which the club has named nobody."""
    page = opened(ClubsPage, record.rif)
    page.list.panel.contact_button.click()
    dialog = dialog_of(page.list.panel)
    settled()
    type_text(line(dialog.form, "name_latin"), "Fulan Alfulani")
    dialog.save()
    settled()
    (person,) = record.ask(lambda work: people_of(work, record.rif, "en"))
    assert person.role is ContactRole.SAFETY_OFFICER


def test_a_group_made_on_the_card_supports_the_club(
    opened: Open, settled: Wait, record: Record
) -> None:
    page = opened(ClubsPage, record.sahel)
    page.list.panel.group_button.click()
    dialog = dialog_of(page.list.panel)
    settled()
    assert dialog.form.field("club_id").value() == record.sahel
    dialog.form.mark_clean()
