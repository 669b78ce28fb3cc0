"""The pages under the strip of the diary: add a line here, and the page in a file of its own."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from companion.ui.diary.desk import Desk
from companion.ui.widgets.tabs import TabPage


def pages() -> tuple[tuple[str, Callable[[Desk], TabPage]], ...]:
    """Title and maker of each page, in the order of the strip."""
    return (
        (QCoreApplication.translate("diary", "Calendar"), _calendar),
        (QCoreApplication.translate("diary", "Sessions"), _sessions),
        (QCoreApplication.translate("diary", "Day card"), _day_card),
        (QCoreApplication.translate("diary", "Pictures"), _pictures),
    )


def _calendar(desk: Desk) -> TabPage:
    from companion.ui.diary.calendar_page import CalendarPage  # noqa: PLC0415 - each when it is first wanted

    return CalendarPage(desk)


def _sessions(desk: Desk) -> TabPage:
    from companion.ui.diary.sessions_page import SessionsPage  # noqa: PLC0415

    return SessionsPage(desk)


def _day_card(desk: Desk) -> TabPage:
    from companion.ui.daycard.page import DayCardPage  # noqa: PLC0415

    return DayCardPage(desk)


def _pictures(desk: Desk) -> TabPage:
    from companion.ui.charts.page import PicturesPage  # noqa: PLC0415

    return PicturesPage(desk)
