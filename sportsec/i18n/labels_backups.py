"""The words of coded lists about backups."""

from __future__ import annotations

from enum import Enum

from sportsec.domain.backups import BackupFault, BackupReason, Turn
from sportsec.domain.words import N_

#: Enumeration → name of a member → its English text.
BACKUP_LABELS: dict[type[Enum], dict[str, str]] = {
    BackupReason: {
        "DAILY": N_("Daily"),
        "BEFORE_UPGRADE": N_("Before an upgrade"),
        "BEFORE_IMPORT": N_("Before a file was received"),
        "BEFORE_RESTORE": N_("Before an earlier state was brought back"),
        "BY_HAND": N_("By hand"),
    },
    Turn: {
        "LOST": N_("Would be lost"),
        "BACK": N_("Would be there again"),
        "CHANGED": N_("Would be as it was then"),
    },
    BackupFault: {
        "DAMAGED": N_("The backup {name} is damaged."),
        "ABSENT": N_("There is no backup {name}."),
    },
}
