"""What an error of the database comes to for the officer: the disk, or the file."""

from __future__ import annotations

from sqlalchemy.exc import DatabaseError, OperationalError

from sportsec.domain.errors import StoreReason

_OF_THE_DISK = ("full", "disk I/O", "readonly")


def reason_of(
    error: Exception, otherwise: StoreReason = StoreReason.UNREADABLE
) -> StoreReason:
    """Say whether the disk is what failed; `otherwise` is returned if not.

    Args:
        error: Of the driver, of SQLAlchemy or of the operating system.
    """
    text = str(getattr(error, "orig", error))
    if isinstance(error, OSError) or any(part in text for part in _OF_THE_DISK):
        return StoreReason.DISK
    return otherwise


def is_of_the_store(error: Exception) -> bool:
    """Say whether the file or its disk failed, and not one of our statements.

    SQLite calls a damaged page a plain DatabaseError; its other kinds, such as a
    broken constraint, are faults of ours.
    """
    return isinstance(error, OperationalError) or type(error) is DatabaseError
