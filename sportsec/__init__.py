"""SportSec: planning the policing of football matches, for a sports-security cell."""

import zoneinfo

__version__ = "0.1.0"

# The rules of clocks come from the pinned package `tzdata` on every machine, never
# from the system: Morocco went to permanent UTC on 20 September 2026 (IANA 2026c), and
# an older system would print every kick-off an hour off, or two cells would differ.
zoneinfo.reset_tzpath(to=())
zoneinfo.ZoneInfo.clear_cache()
