"""Makes a paper beside the window: into a PDF that is then shown, or onto a printer."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtWidgets import QFileDialog

from companion.domain.errors import CompanionError
from companion.ui.papers.wishes import PaperLook, PaperWish
from companion.ui.places import Shell

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


def save_paper(shell: Shell, wish: PaperWish, how: PaperLook, name: str) -> None:
    """Ask where a PDF is to lie, write it there, say so, and show it in the system's viewer."""
    home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    dialog = QFileDialog(shell.over, QCoreApplication.translate("papers", "Save as PDF"), home)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(QCoreApplication.translate("papers", "PDF (*.pdf)"))
    dialog.setDefaultSuffix("pdf")
    dialog.selectFile(name)
    dialog.fileSelected.connect(partial(_write, shell, wish, how))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _write(shell: Shell, wish: PaperWish, how: PaperLook, chosen: str) -> None:
    papers, file = shell.context.papers(), Path(chosen)

    def made(_: None) -> None:
        told = QCoreApplication.translate("papers", "The PDF is in %1.")
        shell.say(told.replace("%1", str(file)))
        papers.show(file)

    shell.say(QCoreApplication.translate("papers", "The PDF is being made."))
    shell.context.background.run(partial(papers.write, wish, how, file), made, shell.refuse)


def print_paper(shell: Shell, wish: PaperWish, how: PaperLook) -> None:
    """Ask which printer and print; where there is none, say what to do instead."""
    from PySide6.QtPrintSupport import (  # noqa: PLC0415 - when wanted
        QPrintDialog,
        QPrinter,
        QPrinterInfo,
    )

    if not QPrinterInfo.availablePrinterNames():
        shell.refuse(CompanionError("no-printer"))
        return
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    size = QPageSize.PageSizeId.Letter if how.letter else QPageSize.PageSizeId.A4
    printer.setPageSize(QPageSize(size))
    printer.setColorMode(QPrinter.ColorMode.GrayScale if how.mono else QPrinter.ColorMode.Color)
    dialog = QPrintDialog(printer, shell.over)
    dialog.setModal(True)
    dialog.accepted.connect(lambda: print_on(shell, wish, printer))
    dialog.finished.connect(dialog.deleteLater)
    dialog.show()


def print_on(shell: Shell, wish: PaperWish, printer: "QPrinter") -> None:
    """Print on a printer, on the paper and in the colours that were chosen for it last."""
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)
    letter = printer.pageLayout().pageSize().id() == QPageSize.PageSizeId.Letter
    how = PaperLook(letter, printer.colorMode() == printer.ColorMode.GrayScale)

    def made(_: None) -> None:
        shell.say(QCoreApplication.translate("papers", "It is on its way to the printer."))

    work: Callable[[], None] = partial(shell.context.papers().print_on, wish, how, printer)
    shell.context.background.run(work, made, shell.refuse)
