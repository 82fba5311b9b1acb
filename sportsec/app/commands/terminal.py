"""Where a command speaks: results on one stream, complaints on the other."""

from __future__ import annotations

import contextlib
import io
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import TextIO, cast

from sportsec.i18n.translator import Translator

#: What became of a command, as the shell sees it.
DONE, PARTLY, REFUSED = 0, 1, 2
#: The Unix convention for a program stopped by Ctrl+C.
INTERRUPTED = 130
#: A fault of the program itself; 1 and 2 have meanings of their own.
FAULT = 70
#: It is done, but its result could not be written out (EX_IOERR of sysexits.h).
UNSAID = 74

#: Marks that keep a number or name whole inside an Arabic sentence.
_ISOLATES = {0x2068: None, 0x2069: None}

Json = Mapping[str, object] | Sequence[object]


class OutputLost(Exception):
    """The result cannot be written out: the disk it goes to is full, say.

    Args:
        reason: As the operating system names it.
    """


class _Nowhere(io.TextIOBase):
    """Stands for a stream that the caller has closed, as with `>&-`."""

    def write(self, text: str) -> int:
        """Take the text and forget it."""
        return len(text)


class Terminal:
    """Speaks to the officer, or to the program that called.

    Args:
        t: Language of all that is said.
        out: Gets results.
        err: Gets complaints and progress, so that results can be piped.
    """

    def __init__(
        self, t: Translator, out: TextIO | None = None, err: TextIO | None = None
    ) -> None:
        self.t = t
        # Python has no stream at all where the caller has closed it
        self._out = cast(TextIO, out or sys.stdout or _Nowhere())
        self._err = cast(TextIO, err or sys.stderr or _Nowhere())
        for stream in (self._out, self._err):
            # a console of another code page would refuse Arabic names
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")

    def say(self, text: str) -> None:
        """Print a line of the result."""
        with _loss_told():
            self._out.write(f"{self._plain(text)}\n")

    def complain(self, text: str) -> None:
        """Print a line that is not part of the result."""
        self._err.write(f"{self._plain(text)}\n")

    def json(self, value: Json) -> None:
        """Print a value for a program to read: UTF-8, one line per element."""
        self.say(json.dumps(value, ensure_ascii=False, indent=1))

    def quote(self, text: str) -> str:
        """Return a path, number or name that stands inside a sentence."""
        return self.t.isolate(text)

    def _plain(self, text: str) -> str:
        """Only Arabic needs the isolates; elsewhere they would be copied along."""
        return text if self.t.rtl else text.translate(_ISOLATES)

    def table(self, rows: Sequence[Sequence[str]]) -> None:
        """Print rows in columns as wide as their widest cell."""
        widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
        for row in rows:
            cells = (text.ljust(width) for text, width in zip(row, widths, strict=True))
            self.say("  ".join(cells).rstrip())

    def flush(self) -> None:
        """Hand everything over; a reader that has gone is no fault of ours."""
        with contextlib.suppress(BrokenPipeError), _loss_told():
            self._out.flush()


@contextlib.contextmanager
def _loss_told() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputLost(error.strerror or str(error)) from error
