"""Supporter groups and their relations."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from sportsec.domain.groups import Behaviour, GroupKind, RelationKind
from sportsec.queries.groups import group_draft, relations_of
from sportsec.ui.pages.directory.groups_page import GroupsPage
from sportsec.ui.pages.directory.relations import open_relation
from sportsec.ui.pages.directory.small_rows import LinkButton
from tests.gui.directory.conftest import (
    NORTH,
    Offers,
    Record,
    dialog_of,
    line,
    shown,
)
from tests.gui.directory.test_record_list import texts

Open = Callable[..., Any]
Wait = Callable[[], None]
Type = Callable[[QWidget, str], None]


def test_a_group_shows_its_relations_and_leads_to_the_other_group(
    opened: Open, settled: Wait, record: Record, visits: Offers
) -> None:
    page = opened(GroupsPage, record.beta)
    settled()
    panel = page.list.panel
    assert "bâche" in texts(panel)
    links = {one.full_text: one for one in panel.findChildren(LinkButton)}
    links["Alpha"].click()
    assert visits.went == [("groups", record.alpha)]


def test_a_relation_is_changed_from_either_side(
    opened: Open, settled: Wait, record: Record
) -> None:
    page = opened(GroupsPage, record.beta)
    settled()
    row = record.ask(lambda work: relations_of(work, record.beta))[0]
    dialog = open_relation(page.list.panel, record.beta, row)
    assert not dialog.form.field("other_group_id").isEnabled()
    dialog.form.field("kind").set_value(RelationKind.NEUTRAL)
    dialog.form.field("kind").changed.emit()
    settled()
    dialog.save()
    settled()
    (seen,) = record.ask(lambda work: relations_of(work, record.alpha))
    assert seen.draft.kind is RelationKind.NEUTRAL


def test_a_relation_is_deleted_and_brought_back(
    opened: Open, settled: Wait, record: Record, visits: Offers
) -> None:
    page = opened(GroupsPage, record.alpha)
    settled()
    gone = [
        one
        for one in page.list.panel.findChildren(QWidget)
        if one.toolTip() == "Delete"
    ]
    gone[0].click()  # type: ignore[attr-defined]  # a tool button
    settled()
    assert record.ask(lambda work: relations_of(work, record.alpha)) == []
    assert "No relation" in texts(page.list.panel)
    visits.actions[-1]()
    settled()
    assert len(record.ask(lambda work: relations_of(work, record.alpha))) == 1


def test_a_new_relation_needs_the_other_group(
    opened: Open, settled: Wait, record: Record, visits: Offers
) -> None:
    page = opened(GroupsPage, record.alpha)
    settled()
    page.list.panel.add_button.click()
    dialog = dialog_of(page.list.panel)
    dialog.save()
    settled()
    field = dialog.form.field("other_group_id")
    assert field.inputs()[0].property("level") == "block"
    assert visits.said == []
    dialog.form.mark_clean()


def test_the_form_holds_sizes_habits_and_the_sector_of_the_ground(
    opened: Open, settled: Wait, type_text: Type, record: Record
) -> None:
    page = opened(GroupsPage)
    page.list.edit(record.alpha)
    settled()
    dialog = dialog_of(page.list)
    settled()
    sector = dialog.form.field("usual_sector_id")
    assert sector.value() == NORTH
    assert "N" in sector.combo.currentText()  # type: ignore[attr-defined]  # a choice
    type_text(line(dialog.form, "members_low"), "200")
    type_text(line(dialog.form, "members_high"), "300")
    dialog.form.field("behaviours").set_value((Behaviour.PYRO, Behaviour.TIFO))
    dialog.save()
    settled()
    draft = record.ask(lambda work: group_draft(work, record.alpha))
    assert (draft.members_low, draft.members_high) == (200, 300)
    assert draft.behaviours == (Behaviour.PYRO, Behaviour.TIFO)
    assert draft.usual_sector_id == NORTH
    assert "200–300" in shown(page.list.model, 3)[0]


def test_the_sector_follows_the_club(
    opened: Open, settled: Wait, record: Record
) -> None:
    page = opened(GroupsPage)
    dialog = page.list.new()
    sector: Any = dialog.form.field("usual_sector_id")
    settled()
    assert sector.combo.count() == 1
    club: Any = dialog.form.field("club_id")
    club.show_record(record.atlas, "Atlas")
    club.changed.emit()
    settled()
    assert sector.combo.count() == 3
    sector.combo.setCurrentIndex(2)
    sector.combo.activated.emit(2)
    assert sector.value() is not None
    dialog.form.mark_clean()


def test_groups_are_filtered_by_kind(opened: Open, settled: Wait) -> None:
    page = opened(GroupsPage)
    page.list.kind.set_value(GroupKind.ASSOCIATION)
    page.list.kind.changed.emit()
    settled()
    assert page.list.model.rowCount() == 0
