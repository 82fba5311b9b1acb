"""What a group is to other groups: shown, added, changed, deleted."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sportsec.domain.groups import RelationDraft, RelationKind
from sportsec.domain.words import N_
from sportsec.queries.groups import RelationRow, relations_of
from sportsec.queries.pickers import Named
from sportsec.services.groups import (
    add_relation,
    delete_relation,
    relation_problems,
    restore_relation,
    revise_relation,
)
from sportsec.ui.desk import Desk
from sportsec.ui.language import label, tr, words
from sportsec.ui.pages.directory.noun import Acts
from sportsec.ui.pages.directory.ranges import day, joined
from sportsec.ui.pages.directory.record_fields import named_field
from sportsec.ui.pages.directory.record_form import open_form
from sportsec.ui.pages.directory.record_panel import RecordPanel
from sportsec.ui.pages.directory.small_rows import link_row
from sportsec.ui.tasks import Work
from sportsec.ui.widgets.badges import Badge
from sportsec.ui.widgets.buttons import sign_button
from sportsec.ui.widgets.cards import text_label
from sportsec.ui.widgets.fields_choice import EnumField
from sportsec.ui.widgets.fields_time import DateField
from sportsec.ui.widgets.fields_words import WordsField
from sportsec.ui.widgets.form import Bind, Form, Part
from sportsec.ui.widgets.form_dialog import FormDialog

RELATION_LEVELS = {
    RelationKind.ALLIANCE: "ok",
    RelationKind.FRIENDSHIP: "low",
    RelationKind.NEUTRAL: "muted",
    RelationKind.RIVALRY: "high",
    RelationKind.HOSTILITY: "critical",
}


def relation_acts(group_id: UUID) -> Acts:
    """Return what the form of a relation says and does."""

    def draft(work: Work, relation_id: UUID) -> RelationDraft:
        rows = relations_of(work, group_id)
        return next(row.draft for row in rows if row.id == relation_id)

    def revise(
        work: Work, relation_id: UUID, draft: RelationDraft, *, seen: RelationDraft
    ) -> None:
        revise_relation(work, group_id, relation_id, draft, seen=seen)

    return Acts(
        blank=RelationDraft,
        draft=draft,
        add=lambda work, new: add_relation(work, group_id, new),
        revise=revise,
        problems=lambda work, new, key: relation_problems(work, new, group_id, key),
        title=tr("Relation"),
        new=tr("New relation"),
        added=N_("Relation added"),
        saved=N_("Relation saved"),
    )


def relation_form(desk: Desk, group_id: UUID, *, fixed: bool) -> Form:
    """Return the form of a relation.

    Args:
        fixed: Whether the other group can no longer be chosen.
    """
    other = named_field(desk.runner, Named.GROUP, ignoring=group_id)
    other.setEnabled(not fixed)
    binds = [
        Bind("other_group_id", tr("Other group"), other, needed=True),
        Bind("kind", tr("Relation"), EnumField(RelationKind)),
        Bind("since", tr("Since"), DateField()),
        Bind("reason", tr("Reason"), WordsField()),
        Bind("last_event", tr("Last event"), WordsField()),
    ]
    return Form([Part(tr("Between the two groups"), binds)])


def open_relation(
    panel: RecordPanel, group_id: UUID, row: RelationRow | None
) -> FormDialog:
    """Open a relation in a form; a new one without `row`."""
    acts = relation_acts(group_id)
    form = relation_form(panel.desk, group_id, fixed=row is not None)
    draft: Any = acts.blank() if row is None else row.draft
    key = None if row is None else row.id
    return open_form(panel, panel.desk, acts, form, key, draft, lambda _id: None)


def relation_view(panel: RecordPanel, group_id: UUID, row: RelationRow) -> QWidget:
    """Return one relation: badge, other group, since when and why, buttons."""
    view = QWidget()
    box = QVBoxLayout(view)
    box.setContentsMargins(0, 0, 0, 2)
    box.setSpacing(1)
    top = QHBoxLayout()
    top.setSpacing(4)
    draft = row.draft
    other = draft.other_group_id
    go = panel.desk.go
    top.addWidget(Badge(label(draft.kind), RELATION_LEVELS[draft.kind]))
    top.addStretch(1)
    top.addWidget(
        sign_button("edit", tr("Edit"), lambda: open_relation(panel, group_id, row))
    )
    top.addWidget(sign_button("close", tr("Delete"), lambda: _delete(panel, row)))
    box.addLayout(top)
    box.addWidget(link_row(words(row.other), lambda: go("groups", other)))
    since = tr("since {day}", day=day(draft.since)) if draft.since else ""
    note = joined(since, words(draft.reason), words(draft.last_event))
    if note:
        box.addWidget(text_label(note, "caption", wrap=True))
    return view


def _delete(panel: RecordPanel, row: RelationRow) -> None:
    panel.do(
        N_("Relation deleted"),
        lambda work: delete_relation(work, row.id),
        undo=lambda work: restore_relation(work, row.id),
        undone=N_("Relation brought back"),
    )
