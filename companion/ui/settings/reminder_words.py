"""What a reminder says, in the tray, in the window and in a calendar."""

from PySide6.QtCore import QCoreApplication


def reminder_words() -> tuple[str, str]:
    """A title and a line below it."""
    return (
        QCoreApplication.translate("Reminder", "Time for a massage?"),
        QCoreApplication.translate(
            "Reminder", "Only if baby is awake, calm and well. Another day is fine too."
        ),
    )
