"""The words of when a task of a match is to be done, and why it is not needed."""

from __future__ import annotations

from enum import Enum

from sportsec.domain.task_rules import Spared
from sportsec.domain.task_times import Timing
from sportsec.domain.words import N_

#: Enumeration → name of a member → its English text.
TASK_LABELS: dict[type[Enum], dict[str, str]] = {
    Timing: {
        "LATE": N_("Late"),
        "AT_ONCE": N_("At once"),
        "TODAY": N_("Today"),
        "SOON": N_("In the next 7 days"),
        "LATER": N_("Later"),
        "OVER": N_("Not asked for"),
        "CLOSED": N_("Done or not needed"),
    },
    Spared: {
        "NO_AWAY_PUBLIC": N_("No away public may come"),
        "NO_PUBLIC": N_("The match has no public"),
        "NO_HIGH_RISK": N_("Not rated as a match of high risk so far"),
        "NO_REQUEST": N_("No request came in so far"),
        "NOTHING_TO_CHECK": N_("Nothing was authorised so far"),
        "NOTHING_BINDING": N_("Nothing was promised or decided so far"),
    },
}
