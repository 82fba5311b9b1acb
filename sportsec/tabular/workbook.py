"""Excel workbooks (.xlsx and .xls) into tables, one per visible sheet."""

from __future__ import annotations

import io
from datetime import date, datetime, time, timedelta
from types import TracebackType

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from sportsec.domain.errors import BadFile
from sportsec.domain.intake.programme import Cell
from sportsec.domain.intake.reasons import FileReason
from sportsec.domain.intake.tables import Table
from sportsec.tabular.archive import Archive
from sportsec.tabular.compound import check_workbook
from sportsec.tabular.limits import COLUMNS
from sportsec.tabular.source import refuse_big

#: Hours alone are kept on the first days of Excel's calendar.
_HOUR_ALONE_BEFORE = 1905


def read_xlsx(data: bytes, name: str) -> list[Table]:
    """Return the tables of a zipped workbook.

    Raises:
        BadFile: It cannot be opened, or not without danger.
    """
    refuse_big(name, len(data))
    Archive(data, name).check_parts()
    return _read(data, name, "XLSX")


def read_xls(data: bytes, name: str) -> list[Table]:
    """Return the tables of an old workbook.

    Raises:
        BadFile: It cannot be opened, or not without danger.
    """
    refuse_big(name, len(data))
    check_workbook(data, name)
    return _read(data, name, "XLS")


def _read(data: bytes, name: str, kind: str) -> list[Table]:
    try:
        with (
            _Panics(name, kind),
            CalamineWorkbook.from_filelike(io.BytesIO(data)) as book,
        ):
            return [
                _table(book.get_sheet_by_name(each.name))
                for each in book.sheets_metadata
                if each.typ == SheetTypeEnum.WorkSheet
                and each.visible == SheetVisibleEnum.Visible
            ]
    except PasswordError as error:
        raise BadFile(FileReason.ENCRYPTED, name=name) from error
    except (CalamineError, ValueError, OverflowError, OSError) as error:
        raise BadFile(FileReason.DAMAGED, name=name, kind=kind) from error


class _Panics:
    """Turns a panic of the library's Rust code into a refusal of the file.

    Its class derives from `BaseException` and cannot be imported, only recognised.
    """

    def __init__(self, name: str, kind: str) -> None:
        self._name = name
        self._kind = kind

    def __enter__(self) -> None:
        """Nothing is prepared."""

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        if kind is not None and kind.__name__ == "PanicException":
            raise BadFile(
                FileReason.DAMAGED, name=self._name, kind=self._kind
            ) from error


def _table(sheet: CalamineSheet) -> Table:
    # A library reads the cells; rows come from the first, columns from the first used.
    rows: list[list[Cell]] = [
        [tidy(cell) for cell in row[:COLUMNS]] for row in sheet.iter_rows()
    ]
    left = sheet.start[1] if sheet.start else 0
    for (top, first), (bottom, _) in sheet.merged_cell_ranges or ():
        spread(rows, top, bottom, first - left)
    return Table(rows, range(1, len(rows) + 1), sheet.name)


def spread(rows: list[list[Cell]], top: int, bottom: int, column: int) -> None:
    """Write the content of a merged cell into all the rows that it spans."""
    if not 0 <= top < len(rows) or not 0 <= column < len(rows[top]):
        return
    content = rows[top][column]
    for row in rows[top + 1 : bottom + 1]:
        if column < len(row):
            row[column] = content


def tidy(cell: object) -> Cell:
    """Return a cell as the rules know it: hours to the minute, blanks as None."""
    if isinstance(cell, str):
        return cell if cell.strip() else None
    if isinstance(cell, timedelta):
        if not timedelta(0) <= cell < timedelta(days=1):
            return str(cell)
        cell = (datetime(2000, 1, 1) + cell).time()  # noqa: DTZ001 - an hour alone
    if isinstance(cell, datetime):
        cell = _to_minute(cell)
        return cell.time() if cell.year < _HOUR_ALONE_BEFORE else cell
    if isinstance(cell, time):
        return _to_minute(datetime.combine(date(2000, 1, 1), cell)).time()
    if cell is None or isinstance(cell, bool | int | float | date):
        return cell
    return str(cell)


def _to_minute(moment: datetime) -> datetime:
    """Undo the rounding of hours kept as fractions: 16:59:59.7 is 17:00."""
    nearest = (moment + timedelta(seconds=30)).replace(second=0, microsecond=0)
    return nearest if abs(nearest - moment) < timedelta(seconds=2) else moment
