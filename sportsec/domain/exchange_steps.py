"""What is being done while a file is sent or received, for who waits for it."""

from __future__ import annotations

from enum import StrEnum


class ExchangeStep(StrEnum):
    """One step of sending or receiving."""

    GATHERING = "gathering"  #: the changes that go are copied out of the record
    PACKING = "packing"  #: they are packed
    WRITING = "writing"  #: they are sealed and written where the officer wants them
    PROVING = "proving"  #: what was written is read back
    OPENING = "opening"  #: the files that came are read, opened and unpacked
    BACKING_UP = "backing_up"  #: the record is copied before anything is taken in
    CHECKING = "checking"  #: form, hashes and signatures of a file are checked
    MERGING = "merging"  #: its changes become part of the record
    DESCRIBING = "describing"  #: what became of the records is put into words
