"""What a baby likes: strokes to pick from, part by part."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from companion.domain.body import Area
from companion.domain.stroke import StrokeKind
from companion.ui.places import Shell
from companion.ui.widgets.buttons import Kind, PillButton
from companion.ui.widgets.forms import leading
from companion.ui.widgets.sheet import Sheet
from companion.ui.widgets.surfaces import surface
from companion.ui.widgets.text import Role, label, put
from companion.ui.widgets.toggles import Toggles


class LikesCard(QWidget):
    """The strokes that a baby likes, in words; ``changed`` is called with their ids."""

    def __init__(self, shell: Shell, changed: Callable[[tuple[str, ...]], None]) -> None:
        super().__init__()
        self._shell = shell
        self._changed = changed
        self._likes: tuple[str, ...] = ()
        self._told = label("", Role.BODY, wrap=True)
        self._choose = PillButton(shell.look, self.tr("Choose what baby likes"), Kind.PLAIN)
        self._choose.clicked.connect(self._open)
        frame = surface("card")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(26, 18, 26, 20)
        inside.setSpacing(10)
        inside.addWidget(label(self.tr("What baby likes"), Role.HEADING, wrap=True))
        inside.addWidget(self._told)
        inside.addWidget(leading(self._choose))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(frame)

    def show_part(self, likes: Sequence[str]) -> None:
        """Show these strokes."""
        self._likes = tuple(likes)
        known = self._shell.context.words.strokes
        titles = [known[name].title for name in likes if name in known]
        put(self._told, " · ".join(titles) or self.tr("Nothing picked yet. You will find out together."))

    def _open(self) -> None:
        sheet = LikesSheet(self._shell, self._likes, self._changed)
        sheet.closed.connect(sheet.deleteLater)
        sheet.open()


class LikesSheet(Sheet):
    """All strokes by part of the body; each tap is kept."""

    def __init__(
        self, shell: Shell, likes: Sequence[str], changed: Callable[[tuple[str, ...]], None]
    ) -> None:
        super().__init__(shell.look, shell.over, self.tr("What baby likes"), widest=900)
        self._changed = changed
        self._parts: list[Toggles[str]] = []
        words = shell.context.words
        for area in Area:
            strokes = [
                (stroke.id, words.strokes[stroke.id].title)
                for stroke in shell.context.strokes.values()
                if stroke.area is area and stroke.kind is not StrokeKind.ASK and stroke.id in words.strokes
            ]
            if strokes:
                title = words.phrases.get(f"area.{area}", area)
                part = Toggles(shell.look, title, strokes, self._tell)
                part.put(likes)
                self._parts.append(part)
                self.body.addWidget(label(title, Role.STRONG))
                self.body.addWidget(part)

    def _tell(self, _likes: tuple[str, ...]) -> None:
        self._changed(tuple(name for part in self._parts for name in part.values()))
