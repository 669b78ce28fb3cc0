"""The questions of the wrap-up, every one of them optional."""

from collections.abc import Iterator, Mapping

from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from companion.domain.baby import Answer
from companion.domain.session import Reflection
from companion.ui.theme import Look
from companion.ui.widgets.faces import Faces
from companion.ui.widgets.picture import Studio
from companion.ui.widgets.surfaces import CardRow
from companion.ui.widgets.text import Role, label
from companion.ui.widgets.toggles import Toggles
from companion.ui.wrapup.once import Once
from companion.ui.wrapup.smiles import Smiles
from companion.ui.wrapup.view import Asked

LEAST = 470
"""Width of a column, in design pixels, from which there are two of them."""


class Questions(QWidget):
    """What is asked of this session, in two columns where there is room."""

    def __init__(self, look: Look, studio: Studio, phrases: Mapping[str, str], asked: Asked) -> None:
        super().__init__()
        self._asked = asked
        self._look = look
        self._before = Faces(look, self.tr("Before"), phrases, studio)
        self._after = Faces(look, self.tr("Now"), phrases, studio)
        self._comfort = Smiles(look, self.tr("Comfort"))
        self._reactions = Toggles(look, self.tr("Reaction"), tuple(self._known_reactions()), _quietly)
        yes_no = ((Answer.YES, self.tr("Yes")), (Answer.NO, self.tr("No")))
        self._oil = Once(look, self.tr("Oil"), yes_no)
        self._who = Once(look, self.tr("Who"), asked.who)
        confidence = tuple((number, str(number)) for number in range(11))
        self._confidence = Once(look, self.tr("Confidence"), confidence)
        self._note = QPlainTextEdit()
        self._note.setAccessibleName(self.tr("A note"))
        self._note.setPlaceholderText(self.tr("Anything to remember for next time?"))
        self._note.setTabChangesFocus(True)
        self._note.setFixedHeight(look.px(66))
        self._before.put(asked.before)
        self._who.put(asked.caregiver)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(CardRow(look, self._columns(), least=LEAST))

    def reflection(self) -> Reflection:
        """What was answered."""
        return Reflection(
            before=self._before.choice(),
            after=self._after.choice(),
            note=self._note.toPlainText().strip(),
            comfort=self._comfort.choice(),
            reaction=", ".join(self._reactions.values()),
            oil=self._oil.choice() or Answer.UNKNOWN,
            confidence=self._confidence.choice(),
            who=self._who.choice() or "",
        )

    def _columns(self) -> tuple[QWidget, QWidget]:
        told = self._of_baby() if not self._asked.practice else ()
        more = tuple(self._of_both())
        if not told:
            half = (len(more) + 1) // 2
            return _column(more[:half]), _column(more[half:])
        return _column(tuple(told)), _column(more)

    def _of_baby(self) -> Iterator[tuple[str, QWidget]]:
        yield self.tr("How was baby before?"), self._before
        yield self.tr("And now?"), self._after
        yield self.tr("Was it comfortable for baby?"), self._comfort

    def _of_both(self) -> Iterator[tuple[str, QWidget]]:
        if self._asked.who:
            yield self.tr("Who massaged?"), self._who
        if not self._asked.practice:
            yield self.tr("Did you use oil?"), self._oil
            yield self.tr("Did you see any of these?"), self._reactions
        if self._asked.confidence:
            yield self.tr("How sure do you feel? 0 is not at all, 10 is very."), self._confidence
        yield self.tr("A note"), self._note

    def _known_reactions(self) -> Iterator[tuple[str, str]]:
        for words in (self.tr("Red skin"), self.tr("Spit-up"), self.tr("Unusual cry")):
            yield words, words


def _column(rows: tuple[tuple[str, QWidget], ...]) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    for words, asked in rows:
        column.addWidget(label(words, Role.STRONG, wrap=True))
        column.addWidget(asked)
        column.addSpacing(3)
    column.addStretch(1)
    return holder


def _quietly(_values: tuple[str, ...]) -> None:
    """Answers are read at the end."""
