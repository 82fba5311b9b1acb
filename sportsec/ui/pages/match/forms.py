"""The forms of a match: a new one, and one for each card of its file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from sportsec.domain.away import keeps_away_out
from sportsec.domain.fixtures import FixtureDraft
from sportsec.domain.problems import Problem
from sportsec.domain.words import N_
from sportsec.queries.agenda_choices import season_on
from sportsec.queries.clubs import club_draft
from sportsec.queries.exchanged_sides import exchange_problems
from sportsec.queries.fixtures import fixture_draft, fixture_problems
from sportsec.services.fixtures import plan_fixture, revise_fixture
from sportsec.ui.desk import Desk
from sportsec.ui.language import tr
from sportsec.ui.pages.directory.record_form import LiveCheck
from sportsec.ui.pages.match.form_parts import CardForm, match_form
from sportsec.ui.tasks import Work
from sportsec.ui.widgets.field_marks import mark_fields
from sportsec.ui.widgets.form import Form
from sportsec.ui.widgets.form_dialog import FormDialog


def open_new_match(
    parent: QWidget,
    desk: Desk,
    draft: FixtureDraft,
    done: Callable[[UUID], object],
) -> FormDialog:
    """Open the form of a new match.

    Args:
        draft: What it starts from.
        done: Called with the id after saving.
    """
    form = match_form(desk, is_new=True)
    dialog = FormDialog(desk, tr("New match"), form, N_("Match planned"), parent)
    _check_live(dialog, desk, None, lambda _work, _draft: [])
    _fill_in_ground(dialog, desk)

    def saved(fixture_id: object) -> None:
        desk.say(tr("Match planned"))
        if isinstance(fixture_id, UUID):
            done(fixture_id)

    dialog.saved.connect(saved)
    dialog.edit(draft, plan_fixture)
    _fill_in_season(dialog, desk, draft.season_id)
    dialog.open()
    return dialog


def open_card(
    parent: QWidget, desk: Desk, fixture_id: UUID, card: CardForm, seen: FixtureDraft
) -> FormDialog:
    """Open the form of one card of a match file.

    Args:
        seen: The match as the file shows it.
    """
    dialog = FormDialog(desk, card.title, card.form, card.act, parent)
    before = seen

    def besides(work: Work, draft: FixtureDraft) -> list[Problem]:
        return exchange_problems(work, fixture_id, draft, seen=before)

    check = _check_live(dialog, desk, fixture_id, besides)

    def show(draft: FixtureDraft) -> None:
        nonlocal before
        before = draft
        dialog.edit(
            draft,
            lambda work, new: revise_fixture(work, fixture_id, new, seen=draft),
        )
        check(draft)

    def reload() -> None:
        desk.runner.read(
            dialog, "draft", lambda work: fixture_draft(work, fixture_id), show
        )

    def saved(_result: object) -> None:
        desk.say("\n".join([tr(card.act), *_left_to_read(before, card.form.values())]))

    dialog.saved.connect(saved)
    dialog.wants_theirs.connect(reload)
    show(seen)
    mark_fields(desk, dialog, fixture_id)
    dialog.open()
    return dialog


def _left_to_read(before: FixtureDraft, after: FixtureDraft) -> Iterator[str]:
    """Yield what may still speak of an away public that is not to come any more.

    No rule can tell what a text says of it; whoever decides is reminded once.
    """
    was_out, is_out = (
        keeps_away_out(draft.travel_regime, draft.attendance_regime)
        for draft in (before, after)
    )
    if is_out and not was_out:
        yield tr(
            "The away public is not to come: read the texts of the order and the"
            " posts again."
        )


def _check_live(
    dialog: FormDialog,
    desk: Desk,
    fixture_id: UUID | None,
    besides: Callable[[Work, FixtureDraft], list[Problem]],
) -> LiveCheck:
    """Show the problems of the fields on view as the officer types.

    What is wrong on other cards is shown there.

    Args:
        besides: Returns what saving would do that no field shows.
    """

    def problems(work: Work, draft: FixtureDraft) -> list[Problem]:
        found = [*fixture_problems(work, draft, fixture_id), *besides(work, draft)]
        return [each for each in found if _is_on(dialog.form, each.field)]

    check = LiveCheck(desk.runner, dialog, problems)
    dialog.check = check
    return check


def _is_on(form: Form, field: str | None) -> bool:
    return field in form.names() or field in {None, "season_id"}


def _fill_in_ground(dialog: FormDialog, desk: Desk) -> None:
    """Take the ground of the home club, once it is chosen, for the venue."""
    home, venue = dialog.form.field("home_club_id"), dialog.form.field("venue_id")

    def look_up() -> None:
        club_id = home.value()
        if club_id is not None and venue.value() is None:
            desk.runner.read(
                dialog, "ground", lambda work: club_draft(work, club_id), fill_in
            )

    def fill_in(club: Any) -> None:
        if venue.value() is None and club.home_venue_id is not None:
            venue.set_value(club.home_venue_id)

    home.changed.connect(look_up)


def _fill_in_season(dialog: FormDialog, desk: Desk, proposed: UUID | None) -> None:
    """Let the season follow the day, until the officer chooses another.

    Args:
        proposed: The season that the form starts from.
    """
    season, day = dialog.form.field("season_id"), dialog.form.field("kick_off_date")

    def is_own() -> bool:
        return season.value() != proposed or bool(season.complaint())

    def look_up() -> None:
        on = day.value()
        if on is not None and not is_own():
            desk.runner.read(dialog, "season", lambda work: season_on(work, on), follow)

    def follow(found: UUID | None) -> None:
        nonlocal proposed
        if found != proposed and not is_own():
            proposed = found
            season.set_value(found)
            season.changed.emit()

    day.changed.connect(look_up)
