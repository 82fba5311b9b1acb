"""Which records go with a record that is sent (exchange.md §7).

Every table has its place in one of these lists; a test holds a new table to it.
"""

from __future__ import annotations

#: Owners that never go without these: owner → (part, its column that names the owner).
PARTS: dict[str, tuple[tuple[str, str], ...]] = {
    "fixture": (
        ("fixture_phase", "fixture_id"),
        ("detachment", "fixture_id"),
        ("post", "fixture_id"),
        ("estimate", "fixture_id"),
        ("kick_off_change", "fixture_id"),
        ("risk_assessment", "fixture_id"),
        ("match_task", "fixture_id"),
        ("animation_request", "fixture_id"),
        ("liaison_entry", "fixture_id"),
        ("meeting", "fixture_id"),
        ("commitment", "fixture_id"),
    ),
    "post": (("assignment", "post_id"),),
    "detachment": (("assignment", "detachment_id"),),
    "risk_assessment": (("risk_item", "assessment_id"),),
    "meeting": (("participant", "meeting_id"), ("commitment", "meeting_id")),
    "liaison_entry": (("commitment", "liaison_id"),),
    "risk_grid": (("risk_factor", "grid_id"),),
    "venue": (
        ("sector", "venue_id"),
        ("gate", "venue_id"),
        ("venue_alias", "venue_id"),
    ),
    "club": (("club_alias", "club_id"),),
}

#: What goes with the records that were asked for, and with nothing else: the clubs of
#: the match bring their groups; a rival group of these does not bring its club's.
COMPANIONS: dict[str, tuple[tuple[str, str], ...]] = {
    "fixture": (),
    "club": (("supporter_group", "club_id"), ("contact", "club_id")),
    "supporter_group": (
        ("group_relation", "group_id"),
        ("group_relation", "other_group_id"),
        ("contact", "group_id"),
    ),
    "venue": (("contact", "venue_id"),),
    "organisation": (("contact", "organisation_id"),),
    "command": (("unit", "command_id"),),
}

#: What a match names that counts as asked for with it.
ASKED_WITH_MATCH = (
    ("home_club_id", "club"),
    ("away_club_id", "club"),
    ("venue_id", "venue"),
)

#: Small tables that always go whole.
WHOLE = ("list_item", "cell")

#: Go only because something that goes refers to them.
REFERRED = ("competition", "season")

#: Go with the records that they are about.
ABOUT_OTHERS = ("twin",)


def places_of(table: str) -> set[str]:
    """Return the lists that a table stands in; a test wants one at least."""
    lists = {
        "owner or part": {
            *PARTS,
            *(part for parts in PARTS.values() for part, _ in parts),
        },
        "companion": {
            *COMPANIONS,
            *(table for others in COMPANIONS.values() for table, _ in others),
        },
        "whole": set(WHOLE),
        "referred": set(REFERRED),
        "about others": set(ABOUT_OTHERS),
    }
    return {name for name, tables in lists.items() if table in tables}
