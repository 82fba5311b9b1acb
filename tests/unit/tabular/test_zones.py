"""Zones of calendars under all their names."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest

from sportsec.tabular.zones import Zones


@pytest.mark.parametrize(
    ("name", "zone"),
    [
        ("Africa/Casablanca", "Africa/Casablanca"),
        ("Morocco Standard Time", "Africa/Casablanca"),
        ("Morocco Daylight Time", "Africa/Casablanca"),
        ("(UTC+01:00) Casablanca", "Africa/Casablanca"),
        ("Romance Standard Time", "Europe/Paris"),
        ("/freeassociation.sourceforge.net/Africa/Cairo", "Africa/Cairo"),
        ("GMT", "UTC"),
    ],
)
def test_names_that_are_known(name: str, zone: str) -> None:
    found = Zones({}).find(name)
    assert found in {ZoneInfo(zone), ZoneInfo("GMT")}


def test_a_name_that_nobody_knows() -> None:
    assert Zones({}).find("Nowhere") is None
    assert (
        Zones({"Nowhere": "BEGIN:VTIMEZONE\r\nEND:VTIMEZONE\r\n"}).find("Nowhere")
        is None
    )
