"""What the rules of its form say of a record as it stands, kind by kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from uuid import UUID

from sportsec.domain.problems import Problem
from sportsec.queries.clubs import club_draft
from sportsec.queries.competitions import competition_draft, season_draft
from sportsec.queries.fixtures import fixture_draft, fixture_problems
from sportsec.queries.groups import group_draft
from sportsec.queries.organisations import organisation_draft
from sportsec.queries.people import contact_draft
from sportsec.queries.units import command_draft, unit_draft
from sportsec.queries.venues import venue_file
from sportsec.services.clubs import club_problems
from sportsec.services.competitions import competition_problems, season_problems
from sportsec.services.groups import group_problems
from sportsec.services.people import contact_problems, organisation_problems
from sportsec.services.units import command_problems, unit_problems
from sportsec.services.venues import venue_problems
from sportsec.store.work import Work

_RULES: Mapping[str, Callable[[Work, UUID], list[Problem]]] = {
    "fixture": lambda w, it: fixture_problems(w, fixture_draft(w, it), it),
    "club": lambda w, it: club_problems(w, club_draft(w, it), it),
    "competition": lambda w, it: competition_problems(w, competition_draft(w, it), it),
    "season": lambda w, it: season_problems(w, season_draft(w, it), it),
    "supporter_group": lambda w, it: group_problems(w, group_draft(w, it), it),
    "contact": lambda w, it: contact_problems(w, contact_draft(w, it), it),
    "organisation": lambda w, it: organisation_problems(
        w, organisation_draft(w, it), it
    ),
    "command": lambda w, it: command_problems(w, command_draft(w, it), it),
    "unit": lambda w, it: unit_problems(w, unit_draft(w, it), it),
    "venue": lambda w, it: venue_problems(w, venue_file(w, it), it).all(),
}


def standing_problems(work: Work, kind: str, record: UUID) -> list[Problem]:
    """Return what is wrong with a live record; parts of others have no rules here."""
    rules = _RULES.get(kind)
    return rules(work, record) if rules is not None else []
