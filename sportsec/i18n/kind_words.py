"""What records are called by their kind, on forms, in histories and conflicts."""

from __future__ import annotations

from sportsec.domain.words import N_
from sportsec.i18n.translator import Translator

#: Table → what one of its records is called.
KINDS: dict[str, str] = {
    "animation_request": N_("Request for a tifo"),
    "assignment": N_("Assignment"),
    "cell": N_("Cell"),
    "club": N_("Club"),
    "club_alias": N_("Spelling of a club"),
    "command": N_("Command"),
    "commitment": N_("Promise or decision"),
    "competition": N_("Competition"),
    "contact": N_("Contact"),
    "detachment": N_("Detachment"),
    "estimate": N_("Estimate"),
    "fixture": N_("Match"),
    "fixture_phase": N_("Phase"),
    "gate": N_("Gate"),
    "group_relation": N_("Relation"),
    "kick_off_change": N_("Change of date"),
    "liaison_entry": N_("Call or visit"),
    "list_item": N_("List entry"),
    "match_task": N_("Task of a match"),
    "meeting": N_("Meeting"),
    "organisation": N_("Organisation"),
    "participant": N_("Participant"),
    "post": N_("Post"),
    "risk_assessment": N_("Risk assessment"),
    "risk_factor": N_("Factor"),
    "risk_grid": N_("Risk grid"),
    "risk_item": N_("Rated factor"),
    "season": N_("Season"),
    "sector": N_("Sector"),
    "supporter_group": N_("Supporter group"),
    "twin": N_("Same or not"),
    "unit": N_("Unit"),
    "venue": N_("Stadium"),
    "venue_alias": N_("Spelling of a stadium"),
}


def kind_label(t: Translator, table: str) -> str:
    """Return what a record of `table` is called; a newer cell's table by its name."""
    return t(KINDS[table]) if table in KINDS else t.isolate(table)
