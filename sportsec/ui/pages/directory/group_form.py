"""The form of a supporter group."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from sportsec.domain.groups import (
    Attitude,
    Behaviour,
    GroupDraft,
    GroupKind,
    GroupLegalStatus,
    SourceGrade,
    TravelHabit,
)
from sportsec.domain.words import N_
from sportsec.queries.groups import (
    SectorChoice,
    group_draft,
    sector_choice,
    sectors_of_club,
)
from sportsec.services.groups import add_group, group_problems, revise_group
from sportsec.ui.desk import Desk
from sportsec.ui.language import isolate, label, tr, words
from sportsec.ui.pages.directory.makers import club_field
from sportsec.ui.pages.directory.noun import Acts, Making
from sportsec.ui.tasks import Runner, Work
from sportsec.ui.widgets.field import Field
from sportsec.ui.widgets.fields import IntegerField, LinesField, TextField
from sportsec.ui.widgets.fields_choice import ChoiceField, EnumField, TagsField
from sportsec.ui.widgets.fields_time import DateField
from sportsec.ui.widgets.fields_words import WordsField
from sportsec.ui.widgets.form import Bind, Form, Part


class SectorField(ChoiceField):
    """A sector of the club's ground; follows the choice of the club."""

    def __init__(self, runner: Runner, club: Field) -> None:
        self._none = tr("Not known")
        self._chosen: UUID | None = None
        super().__init__([], none=self._none)
        self._runner = runner
        self._club = club
        self.combo.activated.connect(lambda _at: self._keep())
        club.changed.connect(self._follow)

    def value(self) -> UUID | None:
        """Return the sector chosen, also while its name is on its way."""
        return self._chosen

    def set_value(self, value: Any) -> None:
        """Choose a sector, also of another ground."""
        self._chosen = value
        self._follow()

    def offer(self, choices: Iterable[tuple[Any, str]], *, none: str = "") -> None:
        """Offer sectors; the one chosen stays chosen, known by name or not."""
        pairs = [(None, none), *choices]
        self._values = [one for one, _text in pairs]
        self.combo.clear()
        self.combo.addItems([text for _one, text in pairs])
        known = self._chosen if self._chosen in self._values else None
        self.combo.setCurrentIndex(self._values.index(known))

    def _follow(self) -> None:
        """Offer the sectors of the club's ground, and the one that is chosen."""
        chosen, club_id = self._chosen, self._club.value()

        def ask(work: Work) -> list[SectorChoice]:
            found = sectors_of_club(work, club_id)
            own = sector_choice(work, chosen) if chosen is not None else None
            return found if own is None or own in found else [own, *found]

        self._runner.read(self, "sectors", ask, self._fill)

    def _fill(self, choices: Sequence[SectorChoice]) -> None:
        self.offer([(one.id, _sector_text(one)) for one in choices], none=self._none)

    def _keep(self) -> None:
        self._chosen = super().value()


def _sector_text(sector: SectorChoice) -> str:
    name = words(sector.name)
    code = isolate(sector.code)
    shown = f"{code} – {name}" if name else code
    return f"{shown} ({words(sector.venue)})"


def group_acts() -> Acts:
    """Return what the form of groups says and does."""
    return Acts(
        blank=GroupDraft,
        draft=group_draft,
        add=add_group,
        revise=revise_group,
        problems=group_problems,
        title=tr("Supporter group"),
        new=tr("New group"),
        added=N_("Group added"),
        saved=N_("Group saved"),
    )


def new_group(desk: Desk) -> tuple[Making, Form]:
    """Return the form of a group made in passing, and what it says."""
    return group_acts(), group_form(desk)


def group_form(desk: Desk) -> Form:
    """Return the form of a group."""
    parts = [
        Part(tr("Identity"), _identity(desk)),
        Part(tr("Sizes"), _sizes()),
        Part(tr("Attitudes and habits"), _habits()),
        Part(tr("This file"), _file()),
    ]
    return Form(parts)


def _identity(desk: Desk) -> list[Bind]:
    club = club_field(desk)
    return [
        Bind("name", tr("Name"), WordsField(), needed=True),
        Bind(
            *("aliases", tr("Other names"), TextField()),
            hint=tr("As they are shouted and written, with commas between"),
        ),
        Bind("club_id", tr("Club"), club),
        Bind("kind", tr("Kind"), EnumField(GroupKind)),
        Bind("legal_status", tr("Legal status"), EnumField(GroupLegalStatus)),
        Bind("founded_year", tr("Founded"), IntegerField()),
        Bind("usual_sector_id", tr("Usual sector"), SectorField(desk.runner, club)),
        Bind("banner", tr("Banner"), WordsField()),
        Bind("colours", tr("Colours"), WordsField()),
    ]


def _sizes() -> list[Bind]:
    persons = tr("persons")
    return [
        Bind("members_low", tr("Members, at least"), IntegerField(persons)),
        Bind("members_high", tr("Members, at most"), IntegerField(persons)),
        Bind("core_low", tr("Hard core, at least"), IntegerField(persons)),
        Bind("core_high", tr("Hard core, at most"), IntegerField(persons)),
        Bind("away_low", tr("Travel, at least"), IntegerField(persons)),
        Bind("away_high", tr("Travel, at most"), IntegerField(persons)),
        Bind("sizes_source", tr("Source"), TextField()),
        Bind("sizes_on", tr("As of"), DateField()),
    ]


def _habits() -> list[Bind]:
    unknown = tr("Not known")
    return [
        Bind(
            *("attitude_police", tr("Towards police")),
            EnumField(Attitude, none=unknown),
        ),
        Bind(
            *("attitude_stewards", tr("Towards stewards")),
            EnumField(Attitude, none=unknown),
        ),
        Bind(
            *("attitude_board", tr("Towards its board")),
            EnumField(Attitude, none=unknown),
        ),
        Bind(
            *("travel_habits", tr("Travels by")),
            TagsField([(one, label(one)) for one in TravelHabit]),
        ),
        Bind(
            *("behaviours", tr("Behaviour observed")),
            TagsField([(one, label(one)) for one in Behaviour]),
        ),
        Bind(
            *("sensitive_dates", tr("Sensitive dates"), WordsField()),
            hint=tr("Anniversaries and days that raise the risk"),
        ),
    ]


def _file() -> list[Bind]:
    return [
        Bind(
            *("source_grade", tr("Reliability of sources")),
            EnumField(SourceGrade, none=tr("Not graded")),
        ),
        Bind("reviewed_on", tr("Reviewed on"), DateField()),
        Bind(
            *("retention_until", tr("Keep until"), DateField()),
            hint=tr("Then it is renewed or deleted"),
        ),
        Bind("notes", tr("Notes"), LinesField()),
    ]
