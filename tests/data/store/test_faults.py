"""Errors of the database are told apart: the disk, the file, or a fault of ours."""

from __future__ import annotations

import pytest
import sqlcipher3.dbapi2 as driver
from sqlalchemy.exc import DatabaseError, IntegrityError, OperationalError

from sportsec.domain.errors import StoreReason
from sportsec.store.faults import is_of_the_store, reason_of


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("database or disk is full", StoreReason.DISK),
        ("disk I/O error", StoreReason.DISK),
        ("attempt to write a readonly database", StoreReason.DISK),
        ("file is not a database", StoreReason.UNREADABLE),
    ],
)
def test_the_reason_is_read_from_what_the_driver_says(
    text: str, reason: StoreReason
) -> None:
    plain = driver.OperationalError(text)
    assert reason_of(plain) is reason
    assert reason_of(OperationalError("SELECT 'full'", {}, plain)) is reason


def test_without_a_disk_at_fault_the_caller_says_what_it_is() -> None:
    error = driver.OperationalError("no such table: x")
    assert reason_of(error, StoreReason.UPGRADE) is StoreReason.UPGRADE
    assert reason_of(OSError(28, "No space left"), StoreReason.UPGRADE) is (
        StoreReason.DISK
    )


def test_a_broken_rule_is_no_fault_of_the_file() -> None:
    damaged = driver.DatabaseError("database disk image is malformed")
    assert is_of_the_store(DatabaseError("", {}, damaged))
    assert not is_of_the_store(IntegrityError("", {}, driver.IntegrityError("x")))
