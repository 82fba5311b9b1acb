"""From a document to the bytes of a PDF file.

Pure computation: no database, no clock, no locale. The same document gives the same
bytes in every process. `reportlab` and HarfBuzz are imported at the first call.
"""

from __future__ import annotations

from threading import Lock

from sportsec.reports.document import Document

# The shaping caches and reportlab's settings are shared: one paper at a time.
_LOCK = Lock()


def render(document: Document) -> bytes:
    """Print a document.

    Safe to call from any thread; calls wait for each other.
    """
    from sportsec.reports.pdf.press import print_document  # noqa: PLC0415 - heavy

    with _LOCK:
        return print_document(document)
