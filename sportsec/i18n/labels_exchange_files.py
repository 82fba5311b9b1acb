"""Why a received file was refused: what is wrong with it, and where."""

from __future__ import annotations

from enum import Enum

from sportsec.domain.exchange_refusals import FileRefusal
from sportsec.domain.words import N_

EXCHANGE_FILE_LABELS: dict[type[Enum], dict[str, str]] = {
    FileRefusal: {
        "MISSING": N_("There is no file {name}."),
        "NOT_A_FILE": N_("{name} is not a file but a folder, a link or a device."),
        "UNREADABLE": N_("{name} cannot be read: {error}"),
        "TOO_BIG": N_(
            "{name} is {megabytes} MB: no file from a cell is larger than {limit}."
        ),
        "NOT_KEPT": N_(
            "The disk did not keep {name} as it was written: use another disk."
        ),
        "NOT_OURS": N_("This is not a file from a cell."),
        "NEEDS_PASSPHRASE": N_("The file is sealed with a passphrase: type it."),
        "WRONG_PASSPHRASE": N_("This is not the passphrase of the file."),
        "SEALED_FOR_OTHERS": N_("The file is sealed for other cells, not for ours."),
        "BAD_SEAL": N_("The file is sealed in a way that no cell uses."),
        "DAMAGED": N_(
            "The file was damaged, cut short or changed on its way: ask for it again."
        ),
        "CUT_SHORT": N_("The end of the file is missing: ask for it again."),
        "COVER_TOO_BIG": N_(
            "The cover sheet is {kilobytes} kB: no file from a cell has more than "
            "{limit}."
        ),
        "BAD_COVER": N_("The cover sheet of the file is wrong at “{place}”."),
        "BAD_SIGNATURE": N_(
            "The signature does not fit: the file was changed after it was signed."
        ),
        "BAD_CERTIFICATE": N_(
            "The key of {cell} does not vouch for the database that the file is from."
        ),
        "NOT_FOR_US": N_("{cell} meant this file for other cells."),
        "NEEDS_UPDATE": N_(
            "The file is from a newer program ({version}): update this one, then take"
            " it in."
        ),
        "MORE_THAN_SAID": N_(
            "The content is larger than the {megabytes} MB that the file states."
        ),
        "OTHER_CONTENT": N_("The content is not the one that was signed."),
        "NOT_A_RECORD": N_("The content is not a database written by a cell."),
        "FOREIGN_PARTS": N_(
            "The database in the file has a part that no cell writes: {part}."
        ),
        "BROKEN_RECORD": N_("The database in the file is damaged."),
        "BAD_VALUES": N_(
            "Values of a wrong kind in the file: {table}, {column} (rows: {rows})."
        ),
        "HUGE_VALUE": N_(
            "A value in the file is larger than {limit} kB: {table}, {column}."
        ),
        "TOO_SLOW": N_(
            "Checking the file took more than {seconds} s, longer than for any "
            "real file: it was given up."
        ),
    },
}
