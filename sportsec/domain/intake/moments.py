"""Local days and hours into moments: the clock changes around Ramadan."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

#: Where the cells are; their clock goes back one hour around Ramadan (tzdata).
HOME_ZONE = "Africa/Casablanca"


def zone_named(name: str) -> ZoneInfo | None:
    """Return the zone of an IANA name, None when there is none of that name."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


class Moments:
    """Turns days and hours into UTC; remembers, since a programme repeats them.

    Args:
        zone: Where an hour without an offset is meant.
    """

    def __init__(self, zone: tzinfo) -> None:
        self.zone = zone
        self._known: dict[tuple[date, time, tzinfo | None], datetime] = {}

    def moment(self, day: date, hour: time, zone: tzinfo | None = None) -> datetime:
        """Return the aware UTC moment of a local hour."""
        key = (day, hour, zone)
        found = self._known.get(key)
        if found is None:
            local = datetime.combine(day, hour, tzinfo=zone or self.zone)
            found = self._known[key] = local.astimezone(UTC)
        return found

    def local(self, moment: datetime) -> tuple[date, time]:
        """Return the local day and hour of a moment."""
        here = moment.astimezone(self.zone)
        return here.date(), here.time().replace(tzinfo=None)

    def exists(self, day: date, hour: time) -> bool:
        """Say whether the clock shows this hour on that day (it may jump over it)."""
        moment = self.moment(day, hour)
        return self.local(moment) == (day, hour)
