"""What can be said of a massage beside what was done: who, how the baby was, and anything to remember."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from companion.domain.baby import Answer
from companion.domain.entry import Told
from companion.ui.diary.desk import Desk
from companion.ui.diary.telling import answer, comfort
from companion.ui.widgets.choices import Choices
from companion.ui.widgets.faces import Faces
from companion.ui.widgets.surfaces import card
from companion.ui.widgets.text import Role, label

T = TypeVar("T")


class Answers(QWidget):
    """All the questions, each with "not said" as an answer; ``told`` gives what is answered now."""

    def __init__(self, desk: Desk, told: Told, *, with_doll: bool) -> None:
        super().__init__()
        self._desk = desk
        self._told = told
        words = desk.shell.context.words.phrases
        self._before = Faces(desk.shell.look, self.tr("Before"), words)
        self._after = Faces(desk.shell.look, self.tr("After"), words)
        self._note = QPlainTextEdit(told.reflection.note)
        self._note.setAccessibleName(self.tr("A note"))
        self._note.setPlaceholderText(self.tr("Anything to remember, or to ask your therapist?"))
        self._note.setTabChangesFocus(True)
        self._note.setFixedHeight(desk.shell.look.px(96))
        self._reaction = QLineEdit(told.reflection.reaction)
        self._reaction.setAccessibleName(self.tr("What you saw after"))
        self._reaction.setPlaceholderText(self.tr("Skin, spitting up, an unusual cry"))
        self._reaction.setMinimumHeight(46)
        self._before.put(told.reflection.before)
        self._after.put(told.reflection.after)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self._who(with_doll=with_doll))
        column.addWidget(self._baby())
        column.addWidget(self._written())

    def told(self) -> Told:
        """What is answered now."""
        said = replace(
            self._told.reflection,
            before=self._before.choice(),
            after=self._after.choice(),
            note=self._note.toPlainText().strip(),
            reaction=self._reaction.text().strip(),
        )
        return replace(self._told, reflection=said)

    def _who(self, *, with_doll: bool) -> QWidget:
        telling, told = self._desk.telling, self._told
        nobody = self.tr("Not said")
        parts: list[QWidget] = []
        if telling.babies:
            babies = [*((baby, telling.baby(baby)) for baby in telling.babies), ("", nobody)]
            parts += self._asked(self.tr("Which baby?"), babies, told.baby, self._set_baby)
        if telling.caregivers:
            people = [*((who, telling.caregiver(who)) for who in telling.caregivers), ("", nobody)]
            parts += self._asked(self.tr("Who massaged?"), people, told.caregiver, self._set_caregiver)
        if with_doll or told.practice:
            on = [(False, self.tr("On baby")), (True, self.tr("On a doll, to practise"))]
            parts += self._asked(self.tr("On whom?"), on, told.practice, self._set_practice)
        made = card(*parts)
        if not parts:
            made.hide()
        return made

    def _baby(self) -> QWidget:
        said = self._told.reflection
        nothing = self.tr("Not said")
        faces: list[tuple[int | None, str]] = [*((face, comfort(face)) for face in range(5)), (None, nothing)]
        oil = [(said, answer(said)) for said in Answer]
        sure: list[tuple[int | None, str]] = [*((much, str(much)) for much in range(11)), (None, nothing)]
        return card(
            label(self.tr("How was baby before?"), Role.STRONG),
            self._before,
            label(self.tr("And after?"), Role.STRONG),
            self._after,
            *self._asked(self.tr("How did baby seem during it?"), faces, said.comfort, self._set_comfort),
            *self._asked(self.tr("Oil?"), oil, said.oil, self._set_oil),
            *self._asked(
                self.tr("How sure did you feel, 0 to 10?"), sure, said.confidence, self._set_confidence
            ),
        )

    def _written(self) -> QWidget:
        return card(
            label(self.tr("A note"), Role.STRONG),
            self._note,
            label(self.tr("What you saw after"), Role.STRONG),
            self._reaction,
        )

    def _asked(
        self, question: str, options: Sequence[tuple[T, str]], chosen: T, picked: Callable[[T], None]
    ) -> tuple[QWidget, QWidget]:
        choices = Choices(self._desk.shell.look, question, options, picked)
        choices.put(chosen)
        return label(question, Role.STRONG), choices

    def _set_baby(self, baby: str) -> None:
        self._told = replace(self._told, baby=baby)

    def _set_caregiver(self, caregiver: str) -> None:
        self._told = replace(self._told, caregiver=caregiver)

    def _set_practice(self, practice: bool) -> None:
        self._told = replace(self._told, practice=practice)

    def _set_comfort(self, face: int | None) -> None:
        self._told = replace(self._told, reflection=replace(self._told.reflection, comfort=face))

    def _set_oil(self, oil: Answer) -> None:
        self._told = replace(self._told, reflection=replace(self._told.reflection, oil=oil))

    def _set_confidence(self, much: int | None) -> None:
        self._told = replace(self._told, reflection=replace(self._told.reflection, confidence=much))
