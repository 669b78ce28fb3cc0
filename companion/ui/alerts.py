"""Plain dialogs for when there is no window to speak through: a start that failed, and a bug of ours."""

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox


def show_refusal(told: str) -> None:
    """Say why the program could not start, and wait until it is read. Needs a running Qt application."""
    box = QMessageBox()
    box.setWindowTitle(QCoreApplication.translate("alerts", "Infant Massage Companion"))
    box.setIcon(QMessageBox.Icon.Information)
    box.setText(told)
    box.exec()


class BugReporter:
    """Shows a report of a bug once, with a button that copies it; further ones only go to the log."""

    def __init__(self) -> None:
        self._box: QMessageBox | None = None

    def show(self, report: str) -> None:
        """Show the report soon, from the event loop; the program goes on."""
        if self._box is not None:
            return
        box = self._box = QMessageBox()
        box.setWindowTitle(QCoreApplication.translate("alerts", "Something went wrong in the program"))
        box.setIcon(QMessageBox.Icon.Warning)
        box.setText(
            QCoreApplication.translate(
                "alerts",
                "This is our mistake, not yours. Your diary is safe. You can carry on; if it comes again, "
                "copy the report and send it to us.",
            )
        )
        box.setDetailedText(report)
        copy = box.addButton(
            QCoreApplication.translate("alerts", "Copy report"), QMessageBox.ButtonRole.ActionRole
        )
        box.addButton(QMessageBox.StandardButton.Ok)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(report))
        box.finished.connect(self._closed)
        QTimer.singleShot(0, box.open)

    def _closed(self) -> None:
        self._box = None
