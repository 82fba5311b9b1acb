"""How much we read: no file may fill the memory of a two-core office PC."""

from __future__ import annotations

#: Bytes of a text file. 50,000 matches with every column filled take 8 MB.
TEXT_BYTES = 48 << 20
#: Bytes of a workbook as it lies on the disk.
BOOK_BYTES = 24 << 20
#: Bytes of a workbook's parts when unpacked.
UNPACKED_BYTES = 192 << 20
#: Parts in a workbook's archive.
PARTS = 2_000
#: Lines or rows. A national programme of ten years has 30,000 matches.
LINES = 200_000
#: Cells of one sheet, blank ones between filled ones included.
CELLS = 6_000_000
#: Columns that can matter; a stray cell far to the right is dropped.
COLUMNS = 200
