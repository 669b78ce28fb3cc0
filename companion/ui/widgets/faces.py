"""Six drawn faces, one for each state of the baby, to pick how baby is."""

from collections.abc import Mapping
from functools import partial
from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QGridLayout, QSizePolicy, QWidget

from companion.domain.session import BabyState
from companion.ui.theme import Look
from companion.ui.widgets.picture import Studio

FACE = 64
GAP = 10


class Face(QAbstractButton):
    """One state: a round face with its name below; pressed again it is taken back."""

    def __init__(
        self, look: Look, state: BabyState, name: str, looks: str, studio: Studio | None = None
    ) -> None:
        super().__init__()
        self._look = look
        self._studio = studio
        self._kept: tuple[int, str, QPixmap] | None = None
        self._state = state
        self.setText(name)
        self.setCheckable(True)
        self.setToolTip(looks)
        self.setAccessibleDescription(looks)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A face and one line."""
        return QSize(self._look.px(108), self._look.px(FACE + 44))

    def minimumSizeHint(self) -> QSize:
        """Narrower is fine."""
        return QSize(self._look.px(84), self._look.px(FACE + 44))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, face and name."""
        theme, px = self._look.theme, self._look.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        chosen = self.isChecked()
        painter.setBrush(QColor(theme.teal_pale if chosen else theme.card))
        edge = theme.focus if self.hasFocus() else theme.teal if chosen else theme.line
        painter.setPen(QPen(QColor(edge), 3 if self.hasFocus() or chosen else 1))
        painter.drawRoundedRect(whole, 18, 18)
        painter.save()
        painter.translate(self.width() / 2, px(10 + FACE / 2))
        if self._studio is not None:
            painter.drawPixmap(-px(FACE) // 2, -px(FACE) // 2, self._portrait(self._studio))
        else:
            painter.scale(px(FACE) / 64, px(FACE) / 64)
            self._draw_face(painter)
        painter.restore()
        painter.setPen(QColor(theme.teal_deep if chosen else theme.ink))
        self._draw_name(painter, 700 if chosen else 600)

    def _draw_name(self, painter: QPainter, weight: int) -> None:
        """The name on one line, or smaller on two where it is narrow."""
        box = QRectF(4, self._look.px(FACE + 9), self.width() - 8, self._look.px(34))
        painter.setFont(self._look.font(15, weight))
        if painter.fontMetrics().horizontalAdvance(self.text()) > box.width():
            painter.setFont(self._look.font(13, weight))
        flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
        painter.drawText(box, flags, self.text())

    def _portrait(self, studio: Studio) -> QPixmap:
        """The baby of the pictures in this state, drawn once for each size and theme."""
        from companion.domain.figure.portraits import Near, state_picture  # noqa: PLC0415 - when drawn
        from companion.ui.widgets.portrait import portrait_pixmap  # noqa: PLC0415

        side, page = self._look.px(FACE), self._look.theme.page
        if self._kept is None or self._kept[:2] != (side, page):
            picture = state_picture(self._state, Near.FACE)
            pixmap = portrait_pixmap(studio, picture, QSize(side, side), self.devicePixelRatioF())
            self._kept = side, page, pixmap
        return self._kept[2]

    def _draw_face(self, painter: QPainter) -> None:
        theme = self._look.theme
        ground = theme.coral_pale if self._state is BabyState.CRYING else theme.sun_pale
        painter.setPen(QPen(QColor(theme.ink), 2.4))
        painter.setBrush(QColor(ground))
        painter.drawEllipse(QPointF(0, 0), 27, 27)
        pen = QPen(QColor(theme.ink), 2.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for side in (-1, 1):
            self._draw_eye(painter, side * 10.0)
        self._draw_mouth(painter)

    def _draw_eye(self, painter: QPainter, x: float) -> None:
        ink = QColor(self._look.theme.ink)
        match self._state:
            case BabyState.DEEP_SLEEP | BabyState.LIGHT_SLEEP:
                painter.drawArc(QRectF(x - 5, -8, 10, 8), 200 * 16, 140 * 16)
            case BabyState.DROWSY:
                painter.drawLine(QPointF(x - 5, -5), QPointF(x + 5, -5))
                painter.drawChord(QRectF(x - 4, -10, 8, 10), 180 * 16, 180 * 16)
            case BabyState.QUIET_ALERT | BabyState.ACTIVE_ALERT:
                painter.save()
                painter.setBrush(ink)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.drawEllipse(QPointF(x, -4), 3.6, 4.6)
                painter.restore()
            case BabyState.CRYING:
                turn = 1 if x < 0 else -1
                painter.drawPolyline(
                    [QPointF(x - 5 * turn, -9), QPointF(x + 4 * turn, -5), QPointF(x - 5 * turn, -1)]
                )

    def _draw_mouth(self, painter: QPainter) -> None:
        match self._state:
            case BabyState.DEEP_SLEEP:
                painter.drawArc(QRectF(-6, 7, 12, 8), 200 * 16, 140 * 16)
            case BabyState.LIGHT_SLEEP:
                painter.drawEllipse(QPointF(0, 12), 3, 3)
            case BabyState.DROWSY:
                painter.drawLine(QPointF(-5, 12), QPointF(5, 12))
            case BabyState.QUIET_ALERT:
                painter.drawArc(QRectF(-9, 2, 18, 14), 205 * 16, 130 * 16)
            case BabyState.ACTIVE_ALERT:
                self._draw_motion(painter)
                painter.drawChord(QRectF(-8, 2, 16, 16), 180 * 16, 180 * 16)
            case BabyState.CRYING:
                mouth = QPainterPath()
                mouth.addEllipse(QPointF(0, 13), 8, 7)
                painter.fillPath(mouth, QColor(self._look.theme.coral))
                painter.drawPath(mouth)

    @staticmethod
    def _draw_motion(painter: QPainter) -> None:
        for degrees in (20, 160, 200, -20):
            angle = degrees * pi / 180
            painter.drawLine(
                QPointF(29.5 * cos(angle), -29.5 * sin(angle)), QPointF(33 * cos(angle), -33 * sin(angle))
            )


class Faces(QWidget):
    """All six in a row, or three by three where it is narrow; ``picked`` tells that the choice changed. With a
    ``studio`` they are the baby of the pictures."""

    picked = Signal()

    def __init__(
        self, look: Look, name: str, phrases: Mapping[str, str], studio: Studio | None = None
    ) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._faces: dict[BabyState, Face] = {}
        self._given: BabyState | None = None
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self._look = look
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)
        self._grid.setSizeConstraint(QGridLayout.SizeConstraint.SetNoConstraint)
        for state in BabyState:
            told = phrases.get(f"state.{int(state)}.name", "")
            face = Face(look, state, told, phrases.get(f"state.{int(state)}.looks", ""), studio)
            face.setAccessibleName(f"{name}: {told}")
            face.clicked.connect(partial(self._pick, state))
            self._group.addButton(face)
            self._faces[state] = face
        self._place(len(self._faces))

    def minimumSizeHint(self) -> QSize:
        """Room for three in a row."""
        least = next(iter(self._faces.values())).minimumSizeHint().width()
        return QSize(least * 3 + GAP * 2, self._grid.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many in a row as there is room for."""
        super().resizeEvent(event)
        self._place(self._fitting(event.size().width()))

    def _fitting(self, width: int) -> int:
        least = next(iter(self._faces.values())).minimumSizeHint().width()
        whole = len(self._faces)
        return whole if width >= whole * least + GAP * (whole - 1) else 3

    def _place(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for place, face in enumerate(self._faces.values()):
            self._grid.addWidget(face, place // columns, place % columns)
        self.updateGeometry()

    def choice(self) -> BabyState | None:
        """The state that is picked, if any."""
        return next((state for state, face in self._faces.items() if face.isChecked()), None)

    def put(self, state: BabyState | None) -> None:
        """Show this state as the one picked, without telling anyone. The first press on it confirms it."""
        self._given = state
        for known, face in self._faces.items():
            face.setChecked(known is state)

    def _pick(self, state: BabyState, *_checked: object) -> None:
        confirmed, self._given = state is self._given, None
        for known, face in self._faces.items():
            face.setChecked((face.isChecked() or confirmed) and known is state)
        self.picked.emit()
