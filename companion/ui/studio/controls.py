"""What can be set in the studio: side, pace, view, what is laid over the drawing, light and skin tones."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QSlider, QVBoxLayout, QWidget

from companion.domain.body import Side
from companion.ui.settings.tones import Tones
from companion.ui.studio.state import FASTEST, SLOWEST, Light, Manner, Overlay, Shown
from companion.ui.theme import Look
from companion.ui.widgets.choices import Choices
from companion.ui.widgets.text import Role, label, put
from companion.ui.widgets.toggles import Toggles

Changed = Callable[[Shown], None]


class Controls(QWidget):
    """All settings below each other; ``changed`` is called with what is to be shown now. ``tone`` gives a skin tone."""

    def __init__(self, look: Look, tone: Callable[[int], QColor], changed: Changed) -> None:
        super().__init__()
        self._changed = changed
        self._shown = Shown()
        side, view, light = self.tr("Baby’s side"), self.tr("Seen from"), self.tr("Light")
        self._side = Choices(look, side, _sides(), lambda v: self._set(side=v))
        self._pace = _pace_slider(self.tr("Pace"))
        self._pace_told = label("", Role.SOFT, wrap=True)
        self._view = Choices(look, view, _views(), lambda v: self._set(facing=v))
        self._manners = Toggles(look, self.tr("Drawn"), _manners(), lambda v: self._set(manners=frozenset(v)))
        self._overlays = Toggles(
            look, self.tr("Show"), _overlays(), lambda v: self._set(overlays=frozenset(v))
        )
        self._light = Choices(look, light, _lights(), lambda v: self._set(light=v))
        self._baby = Tones(look, self.tr("Baby’s skin tone"), tone, self._set_baby)
        self._adult = Tones(look, self.tr("Caregiver’s skin tone"), tone, self._set_adult)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 8, 8)
        column.setSpacing(6)
        for name, parts in (
            (side, (self._side,)),
            (self.tr("Pace"), (self._pace, self._pace_told)),
            (view, (self._view, self._manners)),
            (self.tr("Show"), (self._overlays,)),
            (light, (self._light,)),
            (self.tr("Baby’s skin"), (self._baby,)),
            (self.tr("Caregiver’s skin"), (self._adult,)),
        ):
            column.addWidget(label(name, Role.STRONG))
            for part in parts:
                column.addWidget(part)
            column.addSpacing(8)
        column.addStretch(1)
        self._pace.valueChanged.connect(self._set_pace)

    def show_settings(self, shown: Shown, seconds: float) -> None:
        """Show what is set; ``seconds`` is the usual length of one repetition."""
        self._shown = shown
        self._side.put(shown.side)
        self._view.put(shown.facing)
        self._manners.put(shown.manners)
        self._overlays.put(shown.overlays)
        self._light.put(shown.light)
        self._baby.put(shown.tones[0])
        self._adult.put(shown.tones[1])
        self._pace.blockSignals(True)
        self._pace.setValue(round(shown.pace * 100))
        self._pace.blockSignals(False)
        told = self.tr("%1 s each time (%2 × the usual)").replace("%1", f"{seconds * shown.pace:.1f}")
        put(self._pace_told, told.replace("%2", f"{shown.pace:g}"))

    def _set(self, **values: object) -> None:
        self._changed(replace(self._shown, **values))  # pyright: ignore[reportArgumentType]

    def _set_pace(self, percent: int) -> None:
        self._set(pace=percent / 100)

    def _set_baby(self, tone: int) -> None:
        self._set(tones=(tone, self._shown.tones[1]))

    def _set_adult(self, tone: int) -> None:
        self._set(tones=(self._shown.tones[0], tone))


def _pace_slider(name: str) -> QSlider:
    slider = QSlider(Qt.Orientation.Horizontal)
    slider.setRange(round(FASTEST * 100), round(SLOWEST * 100))
    slider.setSingleStep(5)
    slider.setPageStep(25)
    slider.setAccessibleName(name)
    return slider


def _sides() -> tuple[tuple[Side, str], ...]:
    return (
        (Side.RIGHT, QCoreApplication.translate("Studio", "Right")),
        (Side.LEFT, QCoreApplication.translate("Studio", "Left")),
    )


def _views() -> tuple[tuple[bool, str], ...]:
    return (
        (False, QCoreApplication.translate("Studio", "Caregiver’s side")),
        (True, QCoreApplication.translate("Studio", "Facing")),
    )


def _manners() -> tuple[tuple[Manner, str], ...]:
    return (
        (Manner.MIRRORED, QCoreApplication.translate("Studio", "Mirrored")),
        (Manner.LEFT_HANDED, QCoreApplication.translate("Studio", "Left-handed")),
        (Manner.LIVING, QCoreApplication.translate("Studio", "Breathing")),
        (Manner.STILL, QCoreApplication.translate("Studio", "Still picture")),
    )


def _overlays() -> tuple[tuple[Overlay, str], ...]:
    return (
        (Overlay.PATH, QCoreApplication.translate("Studio", "Path")),
        (Overlay.LANDMARKS, QCoreApplication.translate("Studio", "Landmarks")),
        (Overlay.NO_GO, QCoreApplication.translate("Studio", "No-go zones")),
        (Overlay.ROUTES, QCoreApplication.translate("Studio", "Ways of the hands")),
    )


def _lights() -> tuple[tuple[Light, str], ...]:
    return (
        (Light.DAY, QCoreApplication.translate("Studio", "Day")),
        (Light.NIGHT, QCoreApplication.translate("Studio", "Night")),
        (Light.HIGH_CONTRAST, QCoreApplication.translate("Studio", "High contrast")),
        (Light.PRINT, QCoreApplication.translate("Studio", "Print")),
    )
