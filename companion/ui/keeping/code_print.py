"""Prints the page with the recovery code."""

from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from companion.domain.errors import CompanionError
from companion.ui.keeping.code_page import paint_code


def print_code(parent: QWidget, code: str, day: str) -> None:
    """Ask which printer, and print. Raises CompanionError ``no-printer``."""
    if not QPrinterInfo.availablePrinterNames():
        raise CompanionError("no-printer")
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setFullPage(True)
    dialog = QPrintDialog(printer, parent)
    dialog.setModal(True)
    dialog.accepted.connect(lambda: paint_code(printer, code, day))
    dialog.finished.connect(dialog.deleteLater)
    dialog.show()
