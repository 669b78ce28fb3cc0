"""A strip of titles, and below it the page of the one that is chosen, made when it is first wanted."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from companion.ui.theme import Look
from companion.ui.widgets.choices import Choices
from companion.ui.widgets.flow import Flow
from companion.ui.widgets.text import Role, label


class TabPage(QWidget):
    """A page under a strip."""

    def refresh(self) -> None:
        """Show what is known now; called each time the page comes into view."""
        raise NotImplementedError

    def take_back(self) -> bool:
        """Take back what was done here last; False when there is nothing to take back here."""
        return False


class Tabs(QWidget):
    """A heading, a strip of titles (hidden while there is only one), and one page at a time."""

    def __init__(self, look: Look, heading: str) -> None:
        super().__init__()
        self._look = look
        self._heading = heading
        self._makers: list[tuple[str, Callable[[], TabPage]]] = []
        self._made: dict[int, TabPage] = {}
        self._chosen = 0
        self._pages = QStackedWidget()
        self._strip: Choices[int] | None = None
        self._actions: Flow | None = None
        self._head = QHBoxLayout()
        self._head.setContentsMargins(40, 30, 40, 6)
        self._head.setSpacing(10)
        self._head.addWidget(label(heading, Role.GREETING))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addWidget(self._pages, 1)

    def add(self, title: str, make: Callable[[], TabPage]) -> None:
        """Add a page to the end of the strip; call it before the strip is first shown."""
        self._makers.append((title, make))

    def add_action(self, action: QWidget) -> None:
        """Put something to press at the right of the heading."""
        if self._actions is None:
            holder = QWidget()
            self._actions = Flow(holder)
            self._head.addStretch(1)
            self._head.addWidget(holder)
        self._actions.addWidget(action)

    def beside(self, widget: QWidget) -> None:
        """Put something beside the heading."""
        self._head.setSpacing(24)
        self._head.addWidget(widget, 1)

    def page(self) -> TabPage | None:
        """The page that is shown, once it was made."""
        return self._made.get(self._chosen)

    def show_page(self, number: int) -> None:
        """Show the page of a title, counted from 0."""
        self._chosen = number
        self.refresh()

    def refresh(self) -> None:
        """Show what is known now on the chosen page."""
        self._lay_strip()
        if self._chosen not in self._made:
            self._made[self._chosen] = self._makers[self._chosen][1]()
            self._pages.addWidget(self._made[self._chosen])
        page = self._made[self._chosen]
        page.refresh()
        self._pages.setCurrentWidget(page)
        if self._strip is not None:
            self._strip.put(self._chosen)

    def _lay_strip(self) -> None:
        if self._strip is None and len(self._makers) > 1:
            titles = [(number, title) for number, (title, _) in enumerate(self._makers)]
            self._strip = Choices(self._look, self._heading, titles, self.show_page)
            column = self.layout()
            assert isinstance(column, QVBoxLayout)
            strip = QHBoxLayout()
            strip.setContentsMargins(40, 4, 40, 8)
            strip.addWidget(self._strip)
            column.insertLayout(1, strip)
