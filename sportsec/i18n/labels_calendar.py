"""The words of coded lists about the days of the calendar."""

from __future__ import annotations

from enum import Enum

from sportsec.domain.day_clashes import Clash
from sportsec.domain.holidays import Holiday
from sportsec.domain.words import N_

#: Enumeration → name of a member → its English text.
CALENDAR_LABELS: dict[type[Enum], dict[str, str]] = {
    Clash: {
        "VENUE": N_("Same stadium"),
        "STAFF": N_("Same unit or leader"),
        "STATION": N_("Same station"),
        "ROUTE": N_("Same road"),
        "REST": N_("Under 48 h of rest"),
        "CITY": N_("Same city"),
    },
    Holiday: {
        "NEW_YEAR": N_("New Year"),
        "INDEPENDENCE_MANIFESTO": N_("Manifesto of Independence"),
        "AMAZIGH_NEW_YEAR": N_("Amazigh New Year"),
        "LABOUR_DAY": N_("Labour Day"),
        "THRONE_DAY": N_("Throne Day"),
        "OUED_ED_DAHAB": N_("Oued Ed-Dahab"),
        "REVOLUTION": N_("Revolution of the King and the People"),
        "YOUTH_DAY": N_("Youth Day"),
        "UNITY_DAY": N_("Unity Day"),
        "GREEN_MARCH": N_("Green March"),
        "INDEPENDENCE_DAY": N_("Independence Day"),
        "HIJRI_NEW_YEAR": N_("Hijri New Year"),
        "PROPHET_BIRTHDAY": N_("The Prophet's Birthday"),
        "EID_AL_FITR": N_("Eid al-Fitr"),
        "EID_AL_ADHA": N_("Eid al-Adha"),
    },
}
