"""Zones of calendar files: IANA names, Outlook's names, and the file's own rules."""

from __future__ import annotations

import re
from datetime import tzinfo

import icalendar
from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from sportsec.domain.intake.moments import zone_named

# Outlook also writes the words it shows: "(UTC+01:00) Casablanca".
_SHOWN = re.compile(r"^\((?:UTC|GMT)[^)]*\)\s*(.+)$")
_CITIES = {
    "casablanca": "Africa/Casablanca",
    "rabat": "Africa/Casablanca",
    "coordinated universal time": "UTC",
    "utc": "UTC",
    "gmt": "UTC",
    "z": "UTC",
}


class Zones:
    """Finds the zone of a TZID.

    An IANA or Outlook name is trusted before the file's own rules, for Outlook's
    rules of Morocco are years old.

    Args:
        rules: Text of each VTIMEZONE of the file, by its TZID.
    """

    def __init__(self, rules: dict[str, str]) -> None:
        self._rules = rules
        self._found: dict[str, tzinfo | None] = {}

    def find(self, name: str) -> tzinfo | None:
        """Return the zone, None when nothing says what it is."""
        if name not in self._found:
            self._found[name] = self._named(name) or self._own(name)
        return self._found[name]

    def _named(self, name: str) -> tzinfo | None:
        plain = name.strip().strip('"')
        shown = _SHOWN.match(plain)
        if shown:
            plain = shown[1]
        # "/freeassociation.sourceforge.net/Africa/Casablanca"
        last_two = "/".join(plain.split("/")[-2:])
        olson = WINDOWS_TO_OLSON.get(plain) or WINDOWS_TO_OLSON.get(
            plain.replace("Daylight Time", "Standard Time")
        )
        candidates = (plain, olson, _CITIES.get(plain.casefold()), last_two)
        zones = (zone_named(each) for each in candidates if each)
        return next(filter(None, zones), None)

    def _own(self, name: str) -> tzinfo | None:
        rules = self._rules.get(name)
        if rules is None:
            return None
        try:
            zone = icalendar.Timezone.from_ical(rules)
            made = zone.to_tz() if isinstance(zone, icalendar.Timezone) else None
        except (ValueError, KeyError, IndexError, AttributeError, TypeError):
            return None
        return made if isinstance(made, tzinfo) else None
