"""How the program looks: colour tokens from data/themes, the sizes of type, and the one style sheet."""

import tomllib
from dataclasses import dataclass, fields
from pathlib import Path
from string import Template

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette

from companion.domain.errors import CompanionError
from companion.domain.learned_keys import NO_KEYS
from companion.domain.settings import ThemeChoice

FAMILY = "Nunito"
EVENING = 19
MORNING = 7
BODY = 17
FIGURES = frozenset({"day", "night", "high-contrast"})
"""The schemes of the figure's colours that a theme may ask for."""


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours by what they are for, each as ``#rrggbb``; ``dark`` themes are for a dark room, and ``figure``
    names the scheme of the figure's colours that goes with them."""

    dark: bool
    figure: str
    page: str
    sand: str
    card: str
    line: str
    track: str
    ink: str
    soft: str
    teal: str
    teal_deep: str
    teal_pale: str
    teal_press: str
    on_teal: str
    coral: str
    coral_pale: str
    coral_line: str
    sun: str
    sun_pale: str
    dot_off: str
    focus: str


def read_theme(file: Path) -> Theme:
    """Read a theme file. Raises CompanionError ``theme-broken`` when it is missing, broken or not complete."""
    try:
        tokens = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise CompanionError("theme-broken", file=str(file), what=str(error)) from error
    wanted = {field.name for field in fields(Theme)}
    for name in sorted(wanted ^ set(tokens)):
        raise CompanionError("theme-broken", file=str(file), what=name)
    if tokens["figure"] not in FIGURES:
        raise CompanionError("theme-broken", file=str(file), what="figure")
    for name in sorted(wanted - {"dark", "figure"}):
        if not QColor.isValidColorName(str(tokens[name])):
            raise CompanionError("theme-broken", file=str(file), what=name)
    return Theme(**tokens)


def wants_night(choice: ThemeChoice, hour: int) -> bool:
    """Whether the night theme is asked for at this hour of the day."""
    if choice is ThemeChoice.AUTO:
        return hour >= EVENING or hour < MORNING
    return choice is ThemeChoice.NIGHT


def theme_file(choice: ThemeChoice, hour: int) -> str:
    """The name of the theme's file that is asked for at this hour of the day."""
    if choice is ThemeChoice.CONTRAST:
        return "contrast.toml"
    return "night.toml" if wants_night(choice, hour) else "day.toml"


class Look:
    """How it all looks just now; painted widgets ask it for colours, lengths and fonts.

    ``scale`` multiplies lengths, ``calm`` holds pictures still, ``tones`` are the baby's and the caregiver's, 1 to 6,
    ``left_handed`` and ``facing`` say whose hands are drawn and from where they are seen, ``keys`` which ones somebody
    has taught: the maps of keys show them.
    """

    def __init__(self, theme: Theme, scale: float = 1.0) -> None:
        self.theme = theme
        self.scale = scale
        self.calm = False
        self.tones: tuple[int, int] = (2, 4)
        self.left_handed = False
        self.facing = False
        self.keys = NO_KEYS

    def px(self, length: float) -> int:
        """A length of the design, in pixels at the scale in use."""
        return round(length * self.scale)

    def font(self, size: float, weight: int = 400) -> QFont:
        """The program's typeface, ``size`` in design pixels."""
        font = QFont(FAMILY)
        font.setPixelSize(max(1, self.px(size)))
        font.setWeight(QFont.Weight(weight))
        return font


def load_fonts(folder: Path) -> None:
    """Make the shipped typeface known to Qt; a missing file leaves the system's own face."""
    for file in sorted(folder.glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))


def palette_of(theme: Theme) -> QPalette:
    """Qt's own roles for what the style sheet does not reach."""
    palette = QPalette()
    roles = QPalette.ColorRole
    for role, token in (
        (roles.Window, theme.page),
        (roles.WindowText, theme.ink),
        (roles.Base, theme.card),
        (roles.AlternateBase, theme.sand),
        (roles.Text, theme.ink),
        (roles.PlaceholderText, theme.soft),
        (roles.Button, theme.card),
        (roles.ButtonText, theme.ink),
        (roles.Highlight, theme.teal),
        (roles.HighlightedText, theme.on_teal),
        (roles.ToolTipBase, theme.card),
        (roles.ToolTipText, theme.ink),
        (roles.Link, theme.teal_deep),
    ):
        palette.setColor(role, QColor(token))
    return palette


def style_sheet(theme: Theme, scale: float) -> str:
    """The whole style sheet for a theme; ``scale`` 1.5 makes all type half as large again."""
    template = Template(Path(__file__).with_name("theme.qss.template").read_text(encoding="utf-8"))
    tokens = {field.name: getattr(theme, field.name) for field in fields(theme)}
    lengths = {f"px{length}": f"{round(length * scale)}px" for length in range(1, 200)}
    return template.substitute(tokens, family=FAMILY, **lengths)
