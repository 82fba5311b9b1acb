"""What the file of a group says of its word: tifos and promises, with their matches."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select

from sportsec.domain.animations import AnimationDecision, Conformity
from sportsec.domain.commitments import CommitmentDraft
from sportsec.services.commitments import add_commitment
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.tables.groups import SupporterGroup
from sportsec.store.work import Work
from sportsec.ui.pages.directory.groups_page import GroupsPage
from sportsec.ui.pages.directory.small_rows import ValueLink
from sportsec.ui.widgets.badges import Badge
from tests.builders import a_request
from tests.gui.directory.conftest import Offers, Record
from tests.gui.directory.test_record_list import texts

Open = Callable[..., Any]
Wait = Callable[[], None]


def match_of(work: Work) -> Fixture:
    return work.session.scalars(select(Fixture)).one()


def ask_for(record: Record, group: UUID, count: int, **values: Any) -> UUID:
    found: list[UUID] = []

    def add(work: Work) -> None:
        match, asking = match_of(work), work.get(SupporterGroup, group)
        for _ in range(count):
            a_request(work, match, asking, **values)
        found.append(match.id)

    record.change(add)
    return found[0]


def badges(panel: Any) -> list[str]:
    return [each.text for each in panel.findChildren(Badge)]


def test_a_group_that_asked_for_nothing_says_so(
    opened: Open, settled: Wait, record: Record
) -> None:
    panel = opened(GroupsPage, record.alpha).list.panel
    settled()
    assert "This group has asked for nothing yet." in texts(panel)
    assert "Promises and decisions" not in texts(panel)


def test_its_tifos_are_counted_and_lead_to_their_match(
    opened: Open, settled: Wait, record: Record, visits: Offers
) -> None:
    match = ask_for(
        *(record, record.alpha, 7),
        message="Together",
        decision=AnimationDecision.AUTHORISED,
        conformity=Conformity.DEVIATING,
        conformity_note="Other words",
    )
    panel = opened(GroupsPage, record.alpha).list.panel
    settled()
    said = texts(panel)
    for text in ("Requests so far", "7 of 7 checked", "Other words", "2 more requests"):
        assert text in said.replace("\u2068", "").replace("\u2069", "")
    assert badges(panel).count("Not as authorised") == 5
    links = panel.findChildren(ValueLink)
    links[0].click()
    assert visits.went[-1] == ("match", (match, "tifos"))


def test_promises_of_a_group_lead_to_their_match_where_they_have_one(
    opened: Open, settled: Wait, record: Record, visits: Offers
) -> None:
    def promise(work: Work) -> None:
        for at in range(6):
            draft = CommitmentDraft(
                fixture_id=None if at else match_of(work).id,
                group_id=record.alpha,
                wording=f"No flares {at}",
                due_on=date(2026, 11, 2 + at),
            )
            add_commitment(work, draft)

    record.change(promise)
    panel = opened(GroupsPage, record.alpha).list.panel
    settled()
    assert "No flares 4" in texts(panel)
    assert "No flares 5" not in texts(panel)
    assert "1 more promise or decision" in texts(panel)
    assert badges(panel).count("Late") == 5
    (link,) = panel.findChildren(ValueLink)
    link.click()
    assert visits.went[-1][1][1] == "liaison"  # type: ignore[index]  # match and tab


def test_the_file_follows_when_something_is_asked_for() -> None:
    assert {"animation_request", "commitment", "fixture"} <= GroupsPage.cares
