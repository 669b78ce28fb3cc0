"""Routines and reports are printed or saved from the screens, beside the window, on the paper that was chosen."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from companion.domain.occasion import Occasion
from companion.domain.session import Reflection
from companion.services.report import Goal
from companion.ui.background import Background
from companion.ui.papers.making import print_on, save_paper
from companion.ui.papers.wishes import HandoutWish, PaperLook, ReportWish
from companion.ui.places import Page
from tests.handout.reading import looks, text_of
from tests.ui.diary.reader import Reader

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)  # the dialogs of files, offscreen


def saved(reader: Reader, file: Path) -> str:
    """The words of the PDF that is saved from the sheet that is open."""
    reader.click("Save as PDF").choose_file(file)
    QApplication.processEvents()
    return text_of(file.read_bytes())


def test_the_report_of_the_weeks_asked_for_is_saved_and_shown(reader: Reader, tmp_path: Path) -> None:
    reader.family().played("hers", 1.0, Occasion("mila", "ana"), Reflection(note="Ask about the tummy."))
    reader.played("old", 20.0, Occasion("mila", "ana"), Reflection(note="Too long ago"))
    file = tmp_path / "report.pdf"
    reader.open().click("For my therapist").click("Weeks until today: 2").click("Paper: Letter")
    told = saved(reader, file)
    assert "Ask about the tummy." in told
    assert "Too long ago" not in told
    assert "Mila" in told
    assert looks(file.read_bytes())[0].shape[:2] == (792, 612)
    assert reader.shown == [file]
    assert f"The PDF is in {file}." in reader.reads()


def test_what_was_agreed_is_counted_in_the_report(reader: Reader, tmp_path: Path) -> None:
    reader.played("one", 1.0)
    reader.open().click("For my therapist")
    assert not reader.sees("Days a week that you agreed on: 3")
    reader.click("Minutes a day that you agreed on: 5 min").click("Days a week that you agreed on: 3")
    told = saved(reader, tmp_path / "report.pdf")
    assert "weeks as agreed: 5 minutes on 3 days" in re.sub(r"\s+", " ", told)


def test_a_routine_is_saved_from_its_card(reader: Reader, tmp_path: Path) -> None:
    reader.window.go(Page.ROUTINES)
    QApplication.processEvents()
    next(button for button in reader.buttons() if button.accessibleName() == "What is in it").click()
    QApplication.processEvents()
    (asked,) = (name for name in names(reader) if name.startswith("Print or save"))
    reader.click(asked).click("Colours: Black and white")
    told = saved(reader, tmp_path / "handout.pdf")
    assert asked.removeprefix("Print or save ") in told
    assert f"The PDF is in {tmp_path / 'handout.pdf'}." in reader.reads()


def names(reader: Reader) -> list[str]:
    return [button.accessibleName() for button in reader.buttons()]


def test_a_folder_that_cannot_be_written_is_told(reader: Reader, tmp_path: Path) -> None:
    reader.open().click("For my therapist").click("Save as PDF").choose_file(tmp_path / "no" / "out.pdf")
    assert "could not be written" in reader.reads()
    assert reader.shown == []


def test_leaving_the_dialog_writes_nothing(reader: Reader, tmp_path: Path) -> None:
    reader.open().click("For my therapist").click("Save as PDF")
    dialog = next(box for box in reader.window.findChildren(QFileDialog) if box.isVisible())
    assert dialog.defaultSuffix() == "pdf"
    dialog.reject()
    assert list(tmp_path.glob("*.pdf")) == []


def test_where_there_is_no_printer_a_sentence_says_what_to_do(reader: Reader) -> None:
    reader.open().click("For my therapist").click("Print")
    assert "No printer was found. Save it as a PDF" in reader.reads()


def test_a_printer_gets_the_paper_and_the_colours_that_it_was_set_to(reader: Reader, tmp_path: Path) -> None:
    file = tmp_path / "printed.pdf"
    reader.open()
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    printer.setColorMode(QPrinter.ColorMode.GrayScale)
    print_on(reader.window, HandoutWish("feet-anywhere"), printer)
    assert "Feet anywhere" in text_of(file.read_bytes())
    assert "It is on its way to the printer." in reader.reads()


def test_a_report_does_not_disturb_the_diary_that_is_open(reader: Reader, tmp_path: Path) -> None:
    playing = reader.app.start_session("first-massage")
    playing.begin()
    papers = reader.window.context.papers()
    wish = ReportWish(4, goal=Goal(20, 5))
    papers.write(wish, PaperLook(mono=True), tmp_path / "report.pdf")
    assert playing.next()
    assert "Nothing noted in these weeks" in text_of((tmp_path / "report.pdf").read_bytes())


def test_the_window_lives_on_while_a_paper_is_made(reader: Reader, qtbot: QtBot, tmp_path: Path) -> None:
    beside = Background()
    reader.window.context = replace(reader.window.context, background=beside)
    pulse = QTimer()
    beats: list[int] = []
    pulse.timeout.connect(lambda: beats.append(1))
    pulse.start(1)
    reader.open()
    save_paper(reader.window, HandoutWish("first-massage"), PaperLook(), "out.pdf")
    file = tmp_path / "out.pdf"
    reader.choose_file(file)
    assert "The PDF is being made." in reader.reads()
    qtbot.waitUntil(lambda: reader.shown == [file], timeout=10_000)
    beside.close()
    assert len(beats) > 3
    assert "First massage" in text_of(file.read_bytes())
