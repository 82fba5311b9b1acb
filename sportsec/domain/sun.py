"""When the sun sets: from then on a match is played under floodlights.

The sunset equation with the centre of the sun 0.833° below the horizon (refraction and
half its width), as in Meeus, "Astronomical Algorithms", and NOAA's calculator. In
Morocco never more than two minutes from what astral 3.2 computes (2026 … 2030).
"""

from __future__ import annotations

import math
from datetime import UTC, date, datetime, timedelta

#: Noon of 1 January 2000, from which the elements are counted.
_EPOCH = datetime(2000, 1, 1, 12, tzinfo=UTC)
_TILT = math.radians(23.44)
_HORIZON = math.radians(-0.833)


def sunset(day: date, latitude: float, longitude: float) -> datetime | None:
    """Return the moment at which the sun sets on a day; None near the poles.

    Args:
        latitude: In degrees, north positive.
        longitude: In degrees, east positive.
    """
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    mean_noon = (noon - _EPOCH) / timedelta(days=1) - longitude / 360
    anomaly = math.radians((357.5291 + 0.98560028 * mean_noon) % 360)
    centre = (
        1.9148 * math.sin(anomaly)
        + 0.0200 * math.sin(2 * anomaly)
        + 0.0003 * math.sin(3 * anomaly)
    )
    ecliptic = anomaly + math.radians(centre + 180 + 102.9372)
    transit = mean_noon + 0.0053 * math.sin(anomaly) - 0.0069 * math.sin(2 * ecliptic)
    sin_tilt = math.sin(ecliptic) * math.sin(_TILT)
    cos_tilt = math.cos(math.asin(sin_tilt))
    north = math.radians(latitude)
    cosine = (math.sin(_HORIZON) - math.sin(north) * sin_tilt) / (
        math.cos(north) * cos_tilt
    )
    if not -1 <= cosine <= 1:
        return None
    days = transit + math.degrees(math.acos(cosine)) / 360
    return _EPOCH + timedelta(days=days)
