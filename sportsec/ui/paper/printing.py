"""Sending a PDF to a printer that the officer chooses.

The file goes to the print service as it is, so that letters and lines stay sharp;
where there is no such service (Windows), its pages are painted on the printer.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QSize, QStandardPaths, Qt
from PySide6.QtGui import QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

DOTS_PER_INCH = 300


def choose_printer(parent: QWidget, title: str, name: str) -> QPrinter | None:
    """Ask for a printer and copies; None when the officer changed his mind.

    Args:
        name: What the paper is called in the queue of the printer, and the file that
            is written where there is no printer.
    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(DOTS_PER_INCH)
    printer.setDocName(name)
    if not QPrinterInfo.availablePrinterNames():
        place = QStandardPaths.StandardLocation.DocumentsLocation
        folder = Path(QStandardPaths.writableLocation(place))
        printer.setOutputFileName(str(folder / name))
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(title)
    return printer if dialog.exec() else None


def file_instead(printer: QPrinter) -> Path | None:
    """Return the file that the officer chose in the place of a printer, if he did."""
    if printer.outputFormat() is QPrinter.OutputFormat.PdfFormat:
        return Path(printer.outputFileName())
    return None


def print_command(printer_name: str, copies: int, file: Path) -> list[str] | None:
    """Return the command that queues the file; None where there is no print service."""
    program = shutil.which("lp")
    if program is None or not printer_name:
        return None
    return [program, "-d", printer_name, "-n", str(copies), str(file)]


def print_file(owner: QObject, printer: QPrinter, file: Path) -> None:
    """Print a PDF; returns once it is queued or painted.

    Args:
        owner: Lives as long as the queueing needs.
    """
    command = print_command(printer.printerName(), printer.copyCount(), file)
    if command is None:
        _paint(printer, file)
        return
    process = QProcess(owner)
    process.finished.connect(process.deleteLater)
    process.start(command[0], command[1:])


def _paint(printer: QPrinter, file: Path) -> None:
    document = QPdfDocument()
    document.load(str(file))
    painter = QPainter(printer)
    page = printer.pageRect(QPrinter.Unit.DevicePixel).size().toSize()
    for number in range(document.pageCount()):
        if number:
            printer.newPage()
        image = document.render(number, _fit(document, number, page))
        painter.drawImage(0, 0, image)
    painter.end()


def _fit(document: QPdfDocument, number: int, page: QSize) -> QSize:
    size = document.pagePointSize(number).toSize()
    return size.scaled(page, Qt.AspectRatioMode.KeepAspectRatio)
