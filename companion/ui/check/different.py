"""Today's check, second page: what is different, topic by topic, and what has to be known about each."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from companion.domain.differences import Differences, Topic
from companion.ui.check.details import Asking, details_of
from companion.ui.check.page import CheckPage
from companion.ui.widgets.buttons import Kind, PillButton
from companion.ui.widgets.surfaces import CardRow, surface
from companion.ui.widgets.text import Role, label
from companion.ui.widgets.tick import TickLine

NOW = frozenset({Topic.VACCINE, Topic.FED, Topic.HUNGRY, Topic.STATE, Topic.CAREGIVER})
"""What is about this moment; the other topics are about the baby's health."""
LEAST = 400


class TopicRow(QWidget):
    """One topic, and what is asked about it once it is named; ``turned`` and ``told`` carry what is done."""

    turned = Signal()
    told = Signal(object)

    def __init__(self, asking: Asking, topic: Topic) -> None:
        super().__init__()
        self._asking = asking
        self._topic = topic
        self._details: QWidget | None = None
        words = asking.words
        self._line = TickLine(asking.look, words.lines[f"different.{topic}"], warning=topic is Topic.SIGNS)
        self._line.clicked.connect(self.turned)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(self._line)

    def show_part(self, *, named: bool) -> None:
        """Named or not; what was answered about a topic that is not named any more is forgotten."""
        self._line.setChecked(named)
        if named and self._details is None:
            self._details = self._asked()
            self._column.addWidget(self._details)
            self._details.show()
        elif not named and self._details is not None:
            self._details.hide()
            self._details.deleteLater()
            self._details = None

    def _asked(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(self._asking.look.px(20), 0, 0, 10)
        column.setSpacing(8)
        question = self._asking.words.questions[self._topic]
        if question.help:
            column.addWidget(label(question.help, Role.SOFT, wrap=True))
        column.addWidget(details_of(self._topic, self._asking, self.told.emit))
        return holder


class DifferentPage(CheckPage):
    """Asks what is different; ``answered`` carries the Differences."""

    answered = Signal(object)

    def __init__(
        self, asking: Asking, eyebrow: str, topics: Sequence[Topic], differences: Differences
    ) -> None:
        look = asking.look
        super().__init__(look, eyebrow, "")
        self._differences = differences
        self._rows: dict[Topic, TopicRow] = {}
        self.title.setText(self.tr("What is different?"))
        self.line.setText(self.tr("Tap all that fits. What you leave is fine, as on the list."))
        self.line.show()
        cards = (
            self._card(asking, self.tr("Baby’s health"), [topic for topic in topics if topic not in NOW]),
            self._card(asking, self.tr("Right now"), [topic for topic in topics if topic in NOW]),
        )
        self.body.addWidget(CardRow(look, cards, LEAST))
        on = PillButton(look, self.tr("Go on"), Kind.PLAY)
        on.clicked.connect(lambda: self.answered.emit(self._differences))
        self.offer(on)
        self.lead(on)
        self._show()

    def _card(self, asking: Asking, title: str, topics: Sequence[Topic]) -> QFrame:
        frame = surface("card")
        column = QVBoxLayout(frame)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(4)
        column.addWidget(label(title, Role.HEADING, wrap=True))
        for topic in topics:
            row = TopicRow(asking, topic)
            row.turned.connect(partial(self._turn, topic))
            row.told.connect(partial(self._tell, topic))
            self._rows[topic] = row
            column.addWidget(row)
        column.addStretch(1)
        return frame

    def _turn(self, topic: Topic) -> None:
        self._differences = self._differences.toggled(topic)
        self._show()
        if topic in self._differences.named:
            self.reveal(self._rows[topic])

    def _tell(self, topic: Topic, answer: object) -> None:
        self._differences = self._differences.with_answer(topic, answer)

    def _show(self) -> None:
        for topic, row in self._rows.items():
            row.show_part(named=topic in self._differences.named)
