"""Rules about organisations and contacts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from sportsec.domain.identity import new_id
from sportsec.domain.people import (
    ContactDraft,
    Freshness,
    OrganisationDraft,
    check_contact,
    check_organisation,
    freshness,
)
from sportsec.domain.problems import Level, Problem, blocking
from sportsec.domain.words import Words

TODAY = date(2026, 11, 23)
DAY = timedelta(days=1)
CONTACT = ContactDraft(
    name_latin="A. Example",
    club_id=new_id(),
    phone="+212522000000",
    verified_on=TODAY,
)


def fields(problems: list[Problem]) -> list[str | None]:
    return [problem.field for problem in problems]


def test_a_contact_with_name_place_and_phone_is_fine() -> None:
    assert check_contact(CONTACT, TODAY) == []
    arabic = replace(CONTACT, name_latin="", name_ar="فلان")
    assert check_contact(arabic, TODAY) == []


@pytest.mark.parametrize(
    ("verified_on", "valid_from", "valid_to", "state"),
    [
        (TODAY, None, None, Freshness.FRESH),
        (TODAY - 90 * DAY, None, None, Freshness.FRESH),
        (TODAY - 91 * DAY, None, None, Freshness.STALE),
        (None, None, None, Freshness.UNVERIFIED),
        (TODAY, TODAY, TODAY, Freshness.FRESH),
        (TODAY, None, TODAY - DAY, Freshness.EXPIRED),
        (TODAY, TODAY + DAY, None, Freshness.FUTURE),
        (None, None, TODAY - DAY, Freshness.EXPIRED),
    ],
)
def test_a_contact_is_stale_after_ninety_days(
    verified_on: date | None,
    valid_from: date | None,
    valid_to: date | None,
    state: Freshness,
) -> None:
    assert freshness(verified_on, valid_from, valid_to, TODAY) is state


@pytest.mark.parametrize(
    ("values", "field", "level"),
    [
        ({"name_latin": ""}, "name_ar", Level.BLOCK),
        ({"email": "nobody"}, "email", Level.BLOCK),
        ({"email": "a b@c.ma"}, "email", Level.BLOCK),
        ({"email": "a@b"}, "email", Level.BLOCK),
        ({"verified_on": TODAY + DAY}, "verified_on", Level.BLOCK),
        ({"valid_from": TODAY, "valid_to": TODAY - DAY}, "valid_to", Level.BLOCK),
        ({"phone": ""}, "phone", Level.WARN),
        ({"phone": "", "is_reachable_on_match_day": True}, "phone", Level.WARN),
        ({"club_id": None}, "organisation_id", Level.WARN),
        ({"group_id": new_id()}, "mandate", Level.WARN),
        ({"valid_to": TODAY - DAY}, "valid_to", Level.WARN),
        ({"verified_on": TODAY - 91 * DAY}, "verified_on", Level.WARN),
    ],
)
def test_what_is_wrong_with_a_contact_is_told_at_its_field(
    values: dict[str, Any], field: str, level: Level
) -> None:
    (found,) = check_contact(replace(CONTACT, **values), TODAY)
    assert (found.field, found.level) == (field, level)


def test_an_address_is_enough_where_no_call_is_expected() -> None:
    draft = replace(CONTACT, phone="", email="club@atlas.example")
    assert check_contact(draft, TODAY) == []
    on_call = replace(draft, is_reachable_on_match_day=True)
    assert fields(check_contact(on_call, TODAY)) == ["phone"]


def test_a_person_of_the_same_name_is_told() -> None:
    found = check_contact(CONTACT, TODAY, Words(fr="A. Example"))
    assert fields(found) == ["name_ar"]
    assert not blocking(found)


def test_an_organisation_needs_a_name_and_a_true_address() -> None:
    good = OrganisationDraft(name=Words(fr="Gare"), email="gare@example.ma")
    assert check_organisation(good) == []
    bad = OrganisationDraft(email="gare")
    assert fields(check_organisation(bad)) == ["name", "email"]
