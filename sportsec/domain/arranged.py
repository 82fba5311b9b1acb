"""What meetings and calls are looked for by: their kind and their day, in words."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from sportsec.domain.fixtures import HOME_ZONE
from sportsec.domain.meetings import MeetingKind

_ZONE = ZoneInfo(HOME_ZONE)
#: What any meeting is called.
_ANY = "اجتماع réunion meeting"
#: Never shown: what a kind of meeting is called, in all languages of the program.
_CALLED = {
    MeetingKind.LOCAL_COMMISSION: "اللجنة المحلية commission locale local",
    MeetingKind.MIXED_COMMITTEE: "اللجنة المختلطة commission mixte mixed committee",
    MeetingKind.TECHNICAL: "الاجتماع التقني technique technical",
    MeetingKind.SUPPORTERS: "مع ممثلي الجماهير avec les with supporters",
    MeetingKind.CLUB: "مع نادٍ avec un with a club",
    MeetingKind.INTERNAL_BRIEFING: "إحاطة داخلية briefing interne internal",
    MeetingKind.DEBRIEF: "التقييم débriefing debrief",
    MeetingKind.SITE_VISIT: "زيارة ميدانية visite de site visit",
    MeetingKind.MD_1: "الكاف عشية المباراة la de veille caf on the eve (md-1)",
}


def kind_words(kind: str) -> str:
    """Return what a kind of meeting is called; what no version knows is a meeting."""
    known = next((each for each in MeetingKind if each.value == kind), None)
    return f"{_ANY} {_CALLED[known]}" if known else _ANY


def day_words(moment: str) -> str:
    """Return the ways in which the day of a moment is typed, in Moroccan time.

    Args:
        moment: In ISO form; empty where it is not known.
    """
    if not moment:
        return ""
    day = datetime.fromisoformat(moment).astimezone(_ZONE).date()
    short = f"{day.day}/{day.month}", f"{day:%d/%m}"
    return " ".join((day.isoformat(), *short, *(f"{one}/{day.year}" for one in short)))
