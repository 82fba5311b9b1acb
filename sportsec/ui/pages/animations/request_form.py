"""The form of a request for a tifo: what a group wants to show, where and when."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QWidget

from sportsec.domain.animations import AnimationDraft, AnimationKind, FireProof
from sportsec.domain.words import N_
from sportsec.queries.animation_choices import (
    Place,
    RequestChoices,
    groups_offered,
    request_draft,
)
from sportsec.queries.animations import RequestRow
from sportsec.queries.pickers import Named, name_of
from sportsec.services.animations import add_request, request_problems, revise_request
from sportsec.ui.desk import Desk
from sportsec.ui.language import tr, translator, words
from sportsec.ui.pages.animations.wording import place_text
from sportsec.ui.pages.directory.group_form import new_group
from sportsec.ui.pages.directory.new_record import may_make
from sportsec.ui.pages.directory.noun import Acts
from sportsec.ui.pages.directory.record_form import open_form
from sportsec.ui.tasks import Work
from sportsec.ui.widgets.fields import CheckField, IntegerField, LinesField, TextField
from sportsec.ui.widgets.fields_choice import ChoiceField, EnumField, RecordField
from sportsec.ui.widgets.fields_time import DateField, DateTimeField
from sportsec.ui.widgets.form import Bind, Form, Part
from sportsec.ui.widgets.form_dialog import FormDialog


class InstallField(DateTimeField):
    """When it is put up; an hour alone is one of the day of the match."""

    def __init__(self, match_day: date | None) -> None:
        super().__init__()
        self._match_day = match_day
        self.clock.changed.connect(self._fill_in)

    def _fill_in(self) -> None:
        if self.clock.value() is not None and not self.day.line.text().strip():
            self.day.set_value(self._match_day)


def open_request(
    parent: QWidget,
    desk: Desk,
    fixture_id: UUID,
    choices: RequestChoices,
    row: RequestRow | None = None,
) -> FormDialog:
    """Open the form of a request; of a new one without `row`."""
    acts = request_acts(fixture_id)
    form = request_form(desk, fixture_id, choices, row)
    draft = acts.blank() if row is None else row.draft
    key = None if row is None else row.id
    return open_form(parent, desk, acts, form, key, draft, lambda _id: None)


def request_acts(fixture_id: UUID) -> Acts:
    """Return what the form of a request says and does."""

    def revise(
        work: Work, request_id: UUID, draft: AnimationDraft, *, seen: AnimationDraft
    ) -> None:
        revise_request(work, request_id, draft, seen=seen)

    return Acts(
        blank=AnimationDraft,
        draft=request_draft,
        add=lambda work, new: add_request(work, fixture_id, new),
        revise=revise,
        problems=lambda work, new, key: request_problems(work, fixture_id, new, key),
        title=tr("Request for a tifo"),
        new=tr("New request for a tifo"),
        added=N_("Request for a tifo added"),
        saved=N_("Request for a tifo saved"),
    )


def request_form(
    desk: Desk, fixture_id: UUID, choices: RequestChoices, row: RequestRow | None
) -> Form:
    """Return the form of a request."""
    asked = [
        Bind("group_id", tr("Group"), _group_field(desk, fixture_id), needed=True),
        Bind("kind", tr("Kind"), EnumField(AnimationKind)),
        Bind(
            *("message", tr("Words shown"), LinesField(lines=2)),
            hint=tr("As they will hang; the idea where there are none"),
        ),
        Bind(
            *("requested_on", tr("Requested on"), DateField()),
            hint=tr("Empty: today"),
        ),
    ]
    made = [
        Bind("dimensions", tr("Dimensions"), TextField(tr("Such as 40 × 25 m"))),
        Bind("pieces", tr("Pieces"), IntegerField()),
        Bind("material", tr("Material"), TextField()),
        Bind("fire_proof", tr("Fire-proof material"), EnumField(FireProof)),
    ]
    return Form(
        [
            Part(tr("What is asked for"), asked),
            Part(tr("Size and material"), made),
            Part(tr("Place and hours"), _place(choices, row)),
        ]
    )


def _place(choices: RequestChoices, row: RequestRow | None) -> list[Bind]:
    sectors, gates = list(choices.sectors), list(choices.gates)
    if row is not None:  # a match may have moved to another stadium since
        _keep(sectors, row.draft.sector_id, Place, row.sector_code)
        _keep(gates, row.draft.gate_id, Place, row.gate_code)
    return [
        Bind("sector_id", tr("Sector"), _place_field(sectors)),
        Bind("covers_exits", "", CheckField(tr("Covers exits"))),
        Bind(
            *("installs_at", tr("Put up at"), InstallField(choices.match_day)),
            hint=tr("Before the gates open; an hour alone is on the day of the match"),
        ),
        Bind("installers", tr("Persons who put it up"), IntegerField(tr("persons"))),
        Bind("gate_id", tr("Gate"), _place_field(gates)),
        Bind("display", tr("Shown when and how long"), TextField()),
        Bind("removal", tr("Taken down"), TextField()),
    ]


def _keep(
    places: list[Place], chosen: UUID | None, kind: type[Place], code: str
) -> None:
    if chosen is not None and all(each.id != chosen for each in places):
        places.insert(0, kind(chosen, code))


def _place_field(places: Iterable[Place]) -> ChoiceField:
    named = [(each.id, place_text(each.code, each.name)) for each in places]
    return ChoiceField(named, none="—")


def _group_field(desk: Desk, fixture_id: UUID) -> RecordField:
    """Return a field that offers the groups of the two clubs first."""
    language = translator().language

    def find(work: Work, text: str) -> Sequence[tuple[UUID, str, str]]:
        found = groups_offered(work, fixture_id, text, language)
        return [(one.id, words(one.name), words(one.club)) for one in found]

    field = RecordField(
        desk.runner, find, lambda work, one: words(name_of(work, Named.GROUP, one))
    )
    may_make(desk, field, tr("New group"), new_group)
    return field
