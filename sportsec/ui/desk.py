"""What a page receives: the record, the memory of the device, the way elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from sportsec.ui.settings import Settings
from sportsec.ui.tasks import Runner


class Go(Protocol):
    """Opens a page: `desk.go("match", fixture_id)`, `desk.go("agenda")`."""

    def __call__(self, page: str, target: object = None, /) -> None:
        """Open the page with this key, showing `target` (usually an id)."""


class Say(Protocol):
    """Shows a passing message: `desk.say(tr("Saved"))`."""

    def __call__(
        self,
        text: str,
        /,
        *,
        level: str = "ok",
        action: str = "",
        on_action: Callable[[], object] | None = None,
    ) -> None:
        """Show `text`, with an action such as "Undo" if one is given."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Given to each page when it is made.

    Args:
        runner: Asks and changes the record off the main thread.
        settings: Remembers widths, filters, choices on this device.
        go: Opens another page, with what it shall show.
        say: Shows a message that passes by itself.
        complain: Shows an error in words, with the next step.
        undo: Takes an act back, by its number; `said` is its sentence, translated.
        redo: Does an act again, by the number of the act that took it back.
        switch: Changes "language", "shade" or "text_size" of the program.
        opened: Notes that a record was opened on its page, to be offered again.
    """

    runner: Runner
    settings: Settings
    go: Go
    say: Say
    complain: Callable[[Exception], None]
    switch: Callable[[str, str], None] = lambda _what, _value: None
    undo: Callable[[int, str], None] = lambda _act, _said: None
    redo: Callable[[int, str], None] = lambda _undoing, _said: None
    opened: Callable[[UUID], None] = lambda _record: None
