"""The small forms that change what becomes of a match."""

from __future__ import annotations

from dataclasses import dataclass

from sportsec.domain.fixtures import FixtureDraft
from sportsec.queries.match_header import MatchHead
from sportsec.ui.desk import Desk
from sportsec.ui.language import isolate, tr, words
from sportsec.ui.pages.directory.makers import venue_field
from sportsec.ui.pages.match.fields import HourField
from sportsec.ui.widgets.fields import CheckField, IntegerField, LinesField, TextField
from sportsec.ui.widgets.fields_time import DateField
from sportsec.ui.widgets.form import Bind, Form, Part


@dataclass(frozen=True, slots=True)
class RemarkDraft:
    """Why a match changes its status."""

    status_remark: str = ""


@dataclass(frozen=True, slots=True)
class AwardDraft:
    """The result that a body decided on, and its decision."""

    home_score: int | None = None
    away_score: int | None = None
    status_remark: str = ""


def remark_form() -> Form:
    """Return the form that asks why."""
    return Form([Part("", [_remark()])])


def award_form(head: MatchHead) -> Form:
    """Return the form of a decided result."""
    return Form([Part("", [*_goals(head), _remark()])])


def result_form(head: MatchHead) -> Form:
    """Return the form of a result with its attendance."""
    persons = tr("persons")
    attendance = [
        Bind("actual_attendance", tr("Attendance"), IntegerField(persons)),
        Bind("actual_away", tr("Away public"), IntegerField(persons)),
    ]
    return Form([Part("", [*_goals(head), *attendance])])


def move_form(desk: Desk, seen: FixtureDraft, *, moves: bool) -> Form:
    """Return the form of a move.

    Args:
        seen: The match as it is; days count from its own, hours are in its zone.
        moves: Whether something known will change; else it only becomes known.
    """
    day = DateField(since=seen.kick_off_date)
    hour = HourField(day.value, seen.kick_off_zone)
    day.hour_typed.connect(hour.clock.take)
    hint = tr("Leave it empty while it is not known.")
    binds = [
        Bind("kick_off_date", tr("New day"), day, needed=True),
        Bind("kick_off_at", tr("Time"), hour, hint=hint),
        Bind("reason", tr("Reason"), LinesField(lines=2), needed=moves),
        Bind("source", tr("Decided by, reference"), TextField()),
        Bind("venue_id", tr("Stadium"), venue_field(desk)),
        Bind("is_confirmed", "", CheckField(tr("The new kick-off is settled"))),
    ]
    return Form([Part("", binds)])


def _goals(head: MatchHead) -> list[Bind]:
    sides = (("home_score", head.home), ("away_score", head.away))
    return [
        Bind(
            *(name, tr("Goals: {club}", club=isolate(words(club)))),
            IntegerField(most=99),
        )
        for name, club in sides
    ]


def _remark() -> Bind:
    hint = tr("The decision and its reference, or what happened.")
    return Bind("status_remark", tr("Why"), LinesField(lines=3), hint=hint)
