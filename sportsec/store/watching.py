"""Looking up while SQLite works, so that even one long statement can be given up."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

#: SQLite's own instructions between two looks: some milliseconds.
_INSTRUCTIONS = 50_000


@contextmanager
def watched(connection: Any, look: Callable[[], object]) -> Iterator[None]:
    """Call `look` again and again while statements of a connection run.

    What it raises interrupts the statement, which undoes the whole transaction where it
    was writing, and comes out here in place of SQLite's own error.

    Args:
        connection: Of the driver; it is looked at by one at a time.
        look: May raise to give the work up.
    """
    raised: list[BaseException] = []

    def interrupts() -> int:
        """Return whether SQLite must stop; an exception in here would be lost."""
        try:
            look()
        except BaseException as error:  # noqa: BLE001 - raised again below
            raised.append(error)
        return int(bool(raised))

    connection.set_progress_handler(interrupts, _INSTRUCTIONS)
    try:
        yield
    except BaseException:
        if raised:
            raise raised[0] from None
        raise
    finally:
        connection.set_progress_handler(None, 0)
