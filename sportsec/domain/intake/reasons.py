"""Why a programme file is refused as a whole."""

from __future__ import annotations

from enum import StrEnum


class FileReason(StrEnum):
    """What is wrong with a file; the facts that `BadFile` carries are in brackets."""

    MISSING = "missing"  #: there is no such file (name)
    FOLDER = "folder"  #: it is a folder (name)
    UNREADABLE = "unreadable"  #: no right to read it, or the disk fails (name)
    EMPTY = "empty"  #: nothing is in it (name)
    TOO_BIG = "too_big"  #: more bytes than we read (name, megabytes, limit)
    TOO_MANY_LINES = "too_many_lines"  #: more lines or cells (name, lines, limit)
    STRETCHED = "stretched"  #: a cell far outside the list (name, cell)
    ENCRYPTED = "encrypted"  #: protected with a password (name)
    DAMAGED = "damaged"  #: cut short or corrupt (name, kind)
    BOMB = "bomb"  #: unpacks to far more than an honest workbook (name)
    WRONG_KIND = "wrong_kind"  #: a PDF, a picture, a program … (name, kind)
    NOT_TEXT = "not_text"  #: bytes that are no text and no format we know (name)
    NO_MATCHES = "no_matches"  #: readable, but holds no list of matches (name)
