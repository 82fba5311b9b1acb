"""Phone numbers: checked, kept, dialled."""

from __future__ import annotations

import pytest

from sportsec.i18n.phones import e164, kept, mail_link, tel_link, unbroken


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("06 61 23 45 67", "+212661234567"),
        ("0661234567", "+212661234567"),
        ("+212 661-234567", "+212661234567"),
        ("00212661234567", "+212661234567"),
        ("٠٦٦١٢٣٤٥٦٧", "+212661234567"),
        ("05.22.12.34.56", "+212522123456"),
        ("+33 1 23 45 67 89", "+33123456789"),
        ("19", ""),
        ("poste 12", ""),
        ("", ""),
        ("0661", ""),
    ],
)
def test_a_number_is_read_as_moroccans_write_it(typed: str, number: str) -> None:
    assert e164(typed) == number


def test_what_cannot_be_dialled_is_kept_as_it_was_typed() -> None:
    assert kept("  poste   12 ") == "poste 12"
    assert kept("0661 23 45 67") == "+212661234567"
    assert kept(kept("0661 23 45 67")) == "+212661234567"


def test_links_are_made_only_for_what_can_be_reached() -> None:
    assert tel_link("0661 23 45 67") == "tel:+212661234567"
    assert tel_link("poste 12") == ""
    assert mail_link("a@b.ma") == "mailto:a@b.ma"
    assert mail_link("nobody") == ""


def test_a_number_written_in_groups_ends_no_line() -> None:
    assert unbroken("Appeler le 05 35 62 11 12 à 9 h") == (
        "Appeler le 05\u00a035\u00a062\u00a011\u00a012 à 9 h"
    )
    assert unbroken("05 12 2026, 12 13") == "05 12 2026, 12 13"
