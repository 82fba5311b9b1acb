"""Why a received file is refused before anything in it is believed (exchange.md §11).

What is found only against the own record (an unknown sender, two histories under one
name) is in `domain.exchange`.
"""

from __future__ import annotations

from enum import StrEnum


class FileRefusal(StrEnum):
    """What is wrong with a file; the facts that `BadFile` carries are in brackets."""

    # the file on the disk
    MISSING = "missing"  #: it is not there (name)
    NOT_A_FILE = "not_a_file"  #: a folder, link, pipe or device (name)
    UNREADABLE = "unreadable"  #: the system does not let us read it (name, error)
    TOO_BIG = "too_big"  #: (name, megabytes, limit)
    NOT_KEPT = "not_kept"  #: reads back otherwise than it was written (name)
    NOT_OURS = "not_ours"  #: neither of our kind nor sealed with age
    # the seal
    NEEDS_PASSPHRASE = "needs_passphrase"  # noqa: S105 - a name, no secret
    WRONG_PASSPHRASE = "wrong_passphrase"  # noqa: S105 - as above
    SEALED_FOR_OTHERS = "sealed_for_others"  #: none of the keys that open it is ours
    BAD_SEAL = "bad_seal"  #: sealed in a way that we do not use
    DAMAGED = "damaged"  #: changed or cut short under its seal, or while packed
    CUT_SHORT = "cut_short"  #: ends before it should
    # its cover sheet
    COVER_TOO_BIG = "cover_too_big"  #: (kilobytes, limit)
    BAD_COVER = "bad_cover"  #: not what it should be at one place (place)
    BAD_SIGNATURE = "bad_signature"  #: changed after it was signed (cell)
    BAD_CERTIFICATE = "bad_certificate"  #: key does not vouch for the database (cell)
    NOT_FOR_US = "not_for_us"  #: the sender meant it for others (cell)
    NEEDS_UPDATE = "needs_update"  #: for a newer program (version)
    # its content
    MORE_THAN_SAID = "more_than_said"  #: unpacks to more than it says (megabytes)
    OTHER_CONTENT = "other_content"  #: not the content that was signed
    NOT_A_RECORD = "not_a_record"  #: the content is no database of our form
    FOREIGN_PARTS = "foreign_parts"  #: tables or code that we never write (part)
    BROKEN_RECORD = "broken_record"  #: the database is damaged inside
    BAD_VALUES = "bad_values"  #: values of a wrong kind (table, column, rows)
    HUGE_VALUE = "huge_value"  #: a value larger than we keep (table, column, limit)
    TOO_SLOW = "too_slow"  #: checking it takes longer than any real file (seconds)
