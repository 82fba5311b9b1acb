"""Says whether this Python is new enough; parses on every Python 3 itself."""

OLDEST = (3, 11)


def complaint(version: "tuple[int, int]") -> "str":
    """Return one sentence if `version` of Python is too old, else ''."""
    if version >= OLDEST:
        return ""
    return (
        "SportSec needs Python %d.%d or newer, and this is Python %d.%d: "
        "start the same command with a newer one (Debian 12 and 13 and Ubuntu 24.04 "
        "have it as python3)."
    ) % (OLDEST + version)
