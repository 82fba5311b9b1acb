"""Shows what is being done, step by step, and ends a failure in one sentence."""

from __future__ import annotations

import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

INTERRUPTED = 130  # what a shell reports for Ctrl+C


class Stop(Exception):
    """The work cannot go on; carries one sentence for whoever started it."""

    def __init__(self, sentence: str, code: int = 1) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.code = code


@dataclass
class Step:
    """One announced piece of work, with notes shown below its title."""

    title: str
    outcome: str = ""
    _started: float = field(default_factory=time.monotonic)
    _noted: bool = False

    def open(self) -> None:
        """Announce the step."""
        _write(f"{self.title} ...")

    def note(self, text: str) -> None:
        """Show one line of progress."""
        if not self._noted:
            _write("\n")
        self._noted = True
        _write(f"    {text}\n")

    def close(self) -> None:
        """Show how long it took, and the outcome if it did not simply succeed."""
        seconds = f"{time.monotonic() - self._started:.1f} s"
        words = f"{self.outcome}, {seconds}" if self.outcome else seconds
        _write(f"    {words}\n" if self._noted else f" {words}\n")


@contextmanager
def step(title: str) -> Iterator[Step]:
    """Announce `title`, run the body, show its time."""
    current = Step(title)
    current.open()
    try:
        yield current
    except BaseException:
        current.outcome = "failed"
        raise
    finally:
        current.close()


def guarded(work: Callable[[], int]) -> int:
    """Run `work`; show an orderly end, Ctrl+C or a system error as one sentence."""
    try:
        return work()
    except Stop as stop:
        _complain(stop.sentence)
        return stop.code
    except KeyboardInterrupt:
        _complain("Stopped by Ctrl+C; the next start takes up what was not finished.")
        return INTERRUPTED
    except OSError as error:
        where = f" ({error.filename})" if error.filename else ""
        _complain(f"The system refused: {error.strerror or error}{where}.")
        return 1


def _write(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()


def _complain(sentence: str) -> None:
    sys.stdout.flush()
    sys.stderr.write(f"{sentence}\n")
    sys.stderr.flush()
