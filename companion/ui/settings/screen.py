"""Settings: how it looks, sounds and moves; each change is kept at once."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from companion.domain.body import Side
from companion.domain.settings import Advance, Settings, ThemeChoice
from companion.ui.scene import Scene
from companion.ui.settings.tones import Tones
from companion.ui.theme import Look
from companion.ui.widgets.buttons import Kind, PillButton
from companion.ui.widgets.choices import Choices
from companion.ui.widgets.picture import StillPicture, Studio
from companion.ui.widgets.surfaces import scrolling, surface
from companion.ui.widgets.text import Role, label
from companion.ui.widgets.volume import Volume

PREVIEW = Scene("hip-to-ankle-glide", "", Side.RIGHT)


class SettingsScreen(QWidget):
    """Shows Settings; ``changed`` carries the new ones, ``folder_asked`` the wish to see the data folder."""

    changed = Signal(object)
    folder_asked = Signal()

    def __init__(self, look: Look, studio: Studio) -> None:
        super().__init__()
        self._look = look
        self._studio = studio
        self._settings = Settings()
        self._make_choices()
        self._make_pace_choices()
        self._make_sounds_and_tones()
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(40, 10, 40, 30)
        column.setSpacing(16)
        column.addWidget(self._looks_card())
        column.addWidget(self._figure_card())
        column.addWidget(self._sound_card())
        column.addWidget(self._pace_card())
        column.addWidget(self._private_card())
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(page))

    def show_view(self, settings: Settings) -> None:
        """Show what is set."""
        self._settings = settings
        self._theme.put(settings.theme)
        self._text.put(settings.text_scale)
        self._motion.put(settings.reduced_motion)
        self._baby.put(settings.baby_tone)
        self._adult.put(settings.adult_tone)
        self._voice_on.put(settings.voice_on)
        self._voice.put(settings.voice_volume)
        self._chime.put(settings.chime_volume)
        self._tick.put(settings.tick_volume)
        self._captions.put(settings.captions)
        self._pace.put(settings.pace)
        self._lead_in.put(settings.lead_in)
        self._advance.put(settings.advance)
        self._hands.put(settings.left_handed)
        self._facing.put(settings.facing)
        self._preview.show_part(PREVIEW)
        self._preview.forget()

    def _make_choices(self) -> None:
        look = self._look
        yes, no = self.tr("On"), self.tr("Off")
        self._theme = Choices(
            look,
            self.tr("Light"),
            (
                (ThemeChoice.AUTO, self.tr("By the hour")),
                (ThemeChoice.DAY, self.tr("Day")),
                (ThemeChoice.NIGHT, self.tr("Night")),
                (ThemeChoice.CONTRAST, self.tr("High contrast")),
            ),
            lambda theme: self._set(replace(self._settings, theme=theme)),
        )
        self._text = Choices(
            look,
            self.tr("Text size"),
            ((1.0, self.tr("Usual")), (1.25, self.tr("Large")), (1.5, self.tr("Very large"))),
            lambda scale: self._set(replace(self._settings, text_scale=scale)),
        )
        self._motion = Choices(
            look,
            self.tr("Movement"),
            ((False, self.tr("Moving pictures")), (True, self.tr("Still pictures"))),
            lambda calm: self._set(replace(self._settings, reduced_motion=calm)),
        )
        self._voice_on = Choices(
            look,
            self.tr("Voice"),
            ((True, yes), (False, no)),
            lambda on: self._set(replace(self._settings, voice_on=on)),
        )
        self._captions = Choices(
            look,
            self.tr("Captions"),
            ((True, self.tr("Shown")), (False, self.tr("Hidden"))),
            lambda shown: self._set(replace(self._settings, captions=shown)),
        )

    def _make_pace_choices(self) -> None:
        look = self._look
        self._pace = Choices(
            look,
            self.tr("Pace"),
            ((1.25, self.tr("Slower")), (1.0, self.tr("Usual")), (0.85, self.tr("A little quicker"))),
            lambda pace: self._set(replace(self._settings, pace=pace)),
        )
        self._lead_in = Choices(
            look,
            self.tr("Get ready"),
            ((0.0, self.tr("None")), (6.0, "6 s"), (10.0, "10 s"), (15.0, "15 s")),
            lambda seconds: self._set(replace(self._settings, lead_in=seconds)),
        )
        self._advance = Choices(
            look,
            self.tr("Move on"),
            (
                (Advance.TIMER, self.tr("By itself")),
                (Advance.UNTIL_I_SAY, self.tr("Wait at turns")),
                (Advance.BY_HAND, self.tr("When I say")),
            ),
            lambda advance: self._set(replace(self._settings, advance=advance)),
        )

    def _make_sounds_and_tones(self) -> None:
        look, tone = self._look, self._studio().tone
        self._voice = Volume(
            self.tr("Voice"), lambda volume: self._set(replace(self._settings, voice_volume=volume))
        )
        self._chime = Volume(
            self.tr("Chimes"), lambda volume: self._set(replace(self._settings, chime_volume=volume))
        )
        self._tick = Volume(
            self.tr("Pace tick"), lambda volume: self._set(replace(self._settings, tick_volume=volume))
        )
        self._baby = Tones(
            look, self.tr("Baby’s skin tone"), tone, lambda n: self._set(replace(self._settings, baby_tone=n))
        )
        self._adult = Tones(
            look, self.tr("Your skin tone"), tone, lambda n: self._set(replace(self._settings, adult_tone=n))
        )
        self._hands = Choices(
            look,
            self.tr("Your hands"),
            ((False, self.tr("Right-handed")), (True, self.tr("Left-handed"))),
            lambda left: self._set(replace(self._settings, left_handed=left)),
        )
        self._facing = Choices(
            look,
            self.tr("Seen from"),
            ((False, self.tr("Your side")), (True, self.tr("Facing you"))),
            lambda facing: self._set(replace(self._settings, facing=facing)),
        )
        self._preview = StillPicture(self._studio, 20, whole=True)
        self._preview.setFixedSize(300, 210)

    def _looks_card(self) -> QFrame:
        return _titled(
            self.tr("How it looks"),
            (self.tr("Light"), self._theme),
            (self.tr("Text size"), self._text),
            (self.tr("Movement"), self._motion),
        )

    def _figure_card(self) -> QFrame:
        tones = _titled(
            self.tr("You and your baby"),
            (self.tr("Baby’s skin tone"), self._baby),
            (self.tr("Your skin tone"), self._adult),
            (self.tr("Your hands"), self._hands),
            (self.tr("Seen from"), self._facing),
        )
        return FigureCard(self._look, tones, self._preview)

    def _sound_card(self) -> QFrame:
        return _titled(
            self.tr("How it sounds"),
            (self.tr("Voice"), self._voice_on),
            ("", self._voice),
            ("", self._chime),
            ("", self._tick),
            (self.tr("Captions"), self._captions),
        )

    def _pace_card(self) -> QFrame:
        return _titled(
            self.tr("How it goes on"),
            (self.tr("Pace"), self._pace),
            (self.tr("Get ready"), self._lead_in),
            (self.tr("Move on"), self._advance),
        )

    def _private_card(self) -> QFrame:
        folder = PillButton(self._look, self.tr("Open the data folder"), Kind.PLAIN)
        folder.clicked.connect(self.folder_asked)
        told = self.tr("Your diary stays on this computer. No account, no network, nobody watching.")
        return _titled(self.tr("Private"), ("", label(told, Role.BODY, wrap=True)), ("", folder))

    def _set(self, settings: Settings) -> None:
        if settings != self._settings:
            self._settings = settings
            self.changed.emit(settings)


class FigureCard(QFrame):
    """The tones, and beside them, where there is room, the picture in them."""

    def __init__(self, look: Look, tones: QFrame, preview: StillPicture) -> None:
        super().__init__()
        self._look = look
        self._preview = preview
        self.setProperty("surface", "card")
        tones.setProperty("surface", "plain")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 20, 0)
        row.addWidget(tones, 1)
        row.addWidget(preview)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The picture comes second."""
        super().resizeEvent(event)
        self._preview.setVisible(event.size().width() >= self._look.px(720))


def _titled(title: str, *rows: tuple[str, QWidget]) -> QFrame:
    """A card with a heading and rows of a name and what can be set."""
    frame = surface("card")
    grid = QGridLayout(frame)
    grid.setContentsMargins(26, 18, 26, 20)
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(10)
    grid.setColumnStretch(1, 1)
    grid.addWidget(label(title, Role.HEADING), 0, 0, 1, 2)
    for row, (name, widget) in enumerate(rows, 1):
        if name:
            grid.addWidget(label(name, Role.BODY), row, 0)
            grid.addWidget(widget, row, 1)
        else:
            grid.addWidget(widget, row, 0, 1, 2)
    return frame
