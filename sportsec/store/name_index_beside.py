"""What meetings and calls are found by besides their own words: day, people, clubs.

They have no names: one looks for the commission of 6/12, or for what somebody said.
Names of other records are copied into their search text; where one of these changes,
its triggers write that text anew. Packages come in any order, so that a record may
come after the one that refers to it.
"""

from __future__ import annotations

#: The clubs of the match. Calls are not found by it: a club would bring all of its
#: season's, and the file of the match has them together.
_CLUBS = """coalesce((SELECT group_concat(k.name_ar || ' ' || k.name_fr, ' ')
 FROM fixture f JOIN club k ON k.id IN (f.home_club_id, f.away_club_id)
 WHERE f.id = {row}fixture_id), '')"""
#: Who was spoken to, and whose people these are.
_PERSON = """coalesce((SELECT c.name_ar || ' ' || c.name_latin || ' '
 || coalesce(k.name_ar || ' ' || k.name_fr, '')
 FROM contact c LEFT JOIN club k ON k.id = c.club_id
 WHERE c.id = {row}contact_id), '')"""
#: Who is invited, and the bodies that send them.
_INVITED = """coalesce((SELECT group_concat(p.person || ' ' || p.function || ' '
 || coalesce(c.name_ar || ' ' || c.name_latin, '') || ' '
 || coalesce(o.name_ar || ' ' || o.name_fr, ''), ' ')
 FROM participant p LEFT JOIN contact c ON c.id = p.contact_id
 LEFT JOIN organisation o ON o.id = coalesce(p.organisation_id, c.organisation_id)
 WHERE p.meeting_id = {row}id AND p.deleted_at IS NULL), '')"""

#: Table → expressions of search text; `{row}` stands before its columns.
TEXTS_BESIDE = {
    "liaison_entry": ("day_words({row}happened_at)", _PERSON),
    "meeting": (
        "kind_words({row}kind)",
        "day_words({row}meets_at)",
        _INVITED,
        _CLUBS,
    ),
}
#: Table → its columns that these go by.
COLUMNS_BESIDE = {
    "liaison_entry": ("happened_at", "contact_id"),
    "meeting": ("kind", "meets_at", "fixture_id"),
}
_NAMES = "name_ar, name_fr"
_SIDES = "home_club_id, away_club_id"
_GUEST = "meeting_id, contact_id, organisation_id, person, function, deleted_at"
#: Each of the two has an index of its own, which needs `deleted_at`.
_OF_CLUB = """fixture_id IN (
 SELECT id FROM fixture WHERE deleted_at IS NULL AND home_club_id = NEW.id
 UNION ALL
 SELECT id FROM fixture WHERE deleted_at IS NULL AND away_club_id = NEW.id)"""
_WITH_PEOPLE_OF = "contact_id IN (SELECT id FROM contact WHERE club_id = NEW.id)"
_WITH_PERSON = """id IN (SELECT meeting_id FROM participant
 WHERE contact_id = NEW.id)"""
_WITH_BODY = """id IN (SELECT p.meeting_id FROM participant p
 LEFT JOIN contact c ON c.id = p.contact_id
 WHERE coalesce(p.organisation_id, c.organisation_id) = NEW.id)"""
#: Table → another table, its columns, and which records are found by one of its rows.
TOLD_BY = {
    "liaison_entry": (
        ("contact", "name_ar, name_latin, club_id", "contact_id = NEW.id"),
        ("club", _NAMES, _WITH_PEOPLE_OF),
    ),
    "meeting": (
        ("participant", _GUEST, "id = NEW.meeting_id"),
        ("contact", "name_ar, name_latin, organisation_id", _WITH_PERSON),
        ("organisation", _NAMES, _WITH_BODY),
        ("fixture", _SIDES, "fixture_id = NEW.id"),
        ("club", _NAMES, _OF_CLUB),
    ),
}
