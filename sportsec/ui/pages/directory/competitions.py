"""Competitions and seasons."""

from __future__ import annotations

from uuid import UUID

from sportsec.domain.competitions import (
    CompetitionDraft,
    Format,
    Organiser,
    SeasonDraft,
    SeasonStatus,
    SecurityRegime,
)
from sportsec.domain.words import N_
from sportsec.queries.competitions import (
    COMPETITIONS,
    SEASONS,
    CompetitionFilter,
    CompetitionRow,
    SeasonFilter,
    SeasonRow,
    competition_draft,
    season_draft,
)
from sportsec.queries.pickers import Named
from sportsec.services.competitions import (
    add_competition,
    add_season,
    competition_problems,
    delete_competition,
    delete_season,
    restore_competition,
    restore_season,
    revise_competition,
    revise_season,
    season_problems,
)
from sportsec.ui.desk import Desk
from sportsec.ui.language import isolate, label, tr, words
from sportsec.ui.pages.directory.noun import Acts, Making, Noun
from sportsec.ui.pages.directory.ranges import day, figure, percent
from sportsec.ui.pages.directory.record_list import FormList
from sportsec.ui.pages.directory.tabbed_page import TabbedPage
from sportsec.ui.widgets.columns import Column
from sportsec.ui.widgets.fields import DecimalField, TextField
from sportsec.ui.widgets.fields_choice import EnumField
from sportsec.ui.widgets.fields_time import DateField
from sportsec.ui.widgets.fields_words import WordsField
from sportsec.ui.widgets.form import Bind, Form, Part

STATUS_LEVELS = {
    SeasonStatus.DRAFT: "muted",
    SeasonStatus.OPEN: "ok",
    SeasonStatus.CLOSED: "info",
}


def competition_noun() -> Noun:
    """Return what the list of competitions says and does."""
    return Noun(
        key="competitions",
        title=tr("Competitions"),
        delete=delete_competition,
        restore=restore_competition,
        new=tr("New competition"),
        empty=tr("No competition yet. A programme brings its own along."),
        search=tr("Search competitions"),
        deleted=N_("Competition deleted"),
        restored=N_("Competition brought back"),
    )


def competition_acts() -> Acts:
    """Return what the form of competitions says and does."""
    return Acts(
        blank=CompetitionDraft,
        draft=competition_draft,
        add=add_competition,
        revise=revise_competition,
        problems=competition_problems,
        title=tr("Competition"),
        new=tr("New competition"),
        added=N_("Competition added"),
        saved=N_("Competition saved"),
    )


def season_noun() -> Noun:
    """Return what the list of seasons says and does."""
    return Noun(
        key="seasons",
        title=tr("Seasons"),
        delete=delete_season,
        restore=restore_season,
        new=tr("New season"),
        empty=tr("No season yet. Add the one that begins next."),
        search=tr("Search seasons"),
        deleted=N_("Season deleted"),
        restored=N_("Season brought back"),
    )


def season_acts() -> Acts:
    """Return what the form of seasons says and does."""
    return Acts(
        blank=SeasonDraft,
        draft=season_draft,
        add=add_season,
        revise=revise_season,
        problems=season_problems,
        title=tr("Season"),
        new=tr("New season"),
        added=N_("Season added"),
        saved=N_("Season saved"),
    )


def competition_columns() -> list[Column[CompetitionRow]]:
    """Return the columns of the list."""
    return [
        Column(tr("Competition"), lambda r: words(r.name), "name", stretch=True),
        Column(tr("Code"), lambda r: isolate(r.code), "code", width=110),
        Column(
            *(tr("Format"), lambda r: label(r.format), "format"),
            width=150,
            spare=True,
        ),
        Column(
            *(tr("Security rules"), lambda r: label(r.security_regime), "regime"),
            width=130,
            spare=True,
        ),
        Column(
            *(tr("Away quota"), lambda r: percent(r.away_quota_percent), "quota"),
            align="end",
            width=100,
        ),
        Column(
            *(tr("Matches"), lambda r: figure(r.fixtures or None)),
            align="end",
            width=90,
        ),
        Column(
            *(tr("Organiser"), lambda r: label(r.organiser), "organiser"),
            width=230,
            spare=True,
        ),
    ]


def season_columns() -> list[Column[SeasonRow]]:
    """Return the columns of the list."""
    return [
        Column(tr("Season"), lambda r: isolate(r.label), "label", stretch=True),
        Column(tr("First day"), lambda r: day(r.starts_on), "starts_on", width=140),
        Column(tr("Last day"), lambda r: day(r.ends_on), width=140),
        Column(
            tr("Status"),
            lambda r: label(r.status),
            level=lambda r: STATUS_LEVELS[r.status],
            width=130,
        ),
        Column(
            *(tr("Matches"), lambda r: figure(r.fixtures or None)),
            align="end",
            width=100,
        ),
    ]


def new_competition(_desk: Desk) -> tuple[Making, Form]:
    """Return the form of a competition made in passing, and what it says."""
    return competition_acts(), competition_form()


def competition_form() -> Form:
    """Return the form of a competition."""
    binds = [
        Bind("name", tr("Name"), WordsField(), needed=True),
        Bind("code", tr("Code"), TextField(ltr=True, max_length=40)),
        Bind("organiser", tr("Organiser"), EnumField(Organiser)),
        Bind("format", tr("Format"), EnumField(Format)),
        Bind("security_regime", tr("Security rules"), EnumField(SecurityRegime)),
        Bind(
            *("away_quota_percent", tr("Away quota")),
            DecimalField(tr("% of the places"), as_float=True),
            hint=tr("UEFA asks for 5 %; Moroccan practice is 5 to 10 %"),
        ),
    ]
    return Form([Part(tr("Identity"), binds)])


class CompetitionList(FormList):
    """The list of competitions."""

    def __init__(self, desk: Desk) -> None:
        self.acts = competition_acts()
        super().__init__(desk, competition_noun(), COMPETITIONS, competition_columns())

    def wanted(self, text: str) -> CompetitionFilter:
        """Return the filter for what was typed."""
        return CompetitionFilter(text, self.language())

    def form(self, _record_id: UUID | None) -> Form:
        """Return the form of a competition."""
        return competition_form()


class SeasonList(FormList):
    """The list of seasons, the latest first."""

    def __init__(self, desk: Desk) -> None:
        self.acts = season_acts()
        super().__init__(
            *(desk, season_noun(), SEASONS, season_columns()),
            sort="-starts_on",
        )

    def wanted(self, text: str) -> SeasonFilter:
        """Return the filter for what was typed."""
        return SeasonFilter(text, self.language())

    def form(self, _record_id: UUID | None) -> Form:
        """Return the form of a season."""
        binds = [
            Bind("label", tr("Season"), TextField("2026-2027", ltr=True), needed=True),
            Bind("starts_on", tr("First day"), DateField()),
            Bind("ends_on", tr("Last day"), DateField()),
            Bind(
                *("status", tr("Status"), EnumField(SeasonStatus)),
                hint=tr("A closed season is read only; its report is frozen"),
            ),
        ]
        return Form([Part(tr("Season"), binds)])


class CompetitionsPage(TabbedPage):
    """What is played, and when."""

    cares = frozenset({"competition", "season", "fixture"})

    def __init__(self, desk: Desk) -> None:
        self.competitions = CompetitionList(desk)
        self.seasons = SeasonList(desk)
        super().__init__(
            desk,
            tr("Competitions"),
            [
                (tr("Competitions"), self.competitions, Named.COMPETITION),
                (tr("Seasons"), self.seasons, None),
            ],
        )
