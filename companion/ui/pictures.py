"""Pictures of strokes for any widget: a still layer to keep, and a moving one for each instant."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from companion.domain.figure.body import BodyView
from companion.domain.figure.choreography import Choreography
from companion.domain.figure.close_up import close_up
from companion.domain.figure.drawing import Drawing, Frame, Layer, Role, Trace
from companion.domain.figure.figure import View, baby, drawing, is_moving
from companion.domain.figure.pose import Face
from companion.domain.figure.pressure import press_at, pressure_picture
from companion.domain.stroke import Pressure, Stroke
from companion.paint.figure_painter import PathStore, paint_drawing, paint_moving, paint_still
from companion.paint.palette import Palette, Scheme, palette, read_colours
from companion.ui.scene import Scene
from companion.ui.theme import Look


class Artist:
    """Draws scenes in the colours and skin tones in use. ``colours`` is the figure's colour file."""

    def __init__(self, strokes: Mapping[str, Stroke], look: Look, colours: Path) -> None:
        self._strokes = strokes
        self._look = look
        self._read = cache(lambda: read_colours(colours))
        self._palette = cache(self._mix)
        self._store = PathStore()

    def drawing(self, scene: Scene, t: float) -> Drawing:
        """The scene ``t`` seconds into it; the baby alone when the stroke is not drawn yet."""
        choreography = self._choreography(scene)
        if choreography is None:
            return baby()
        return drawing(choreography, scene.side, t, period=scene.period, view=self._view())

    def alive(self, scene: Scene, t: float, life: float, *, smiling: bool) -> Drawing:
        """The scene as it is played, ``life`` seconds into the session: a quiet, alert baby that breathes and stirs."""
        choreography = self._choreography(scene)
        if choreography is None:
            return baby()
        face = Face.SMILE if smiling else Face.ALERT
        view = replace(self._view(), living=not self._look.calm, face=face)
        return drawing(choreography, scene.side, t, period=scene.period, view=view, life=life)

    def shown(self, scene: Scene, t: float, view: View, *, near: bool) -> Drawing:
        """The scene as a therapist lets it be looked at; ``near`` fills the picture with what the hands do."""
        choreography = self._choreography(scene)
        if choreography is None:
            return baby()
        view = replace(view, reduced_motion=self._look.calm, face=Face.ALERT)
        picture = drawing(choreography, scene.side, t, period=scene.period, view=view)
        return replace(picture, frame=close_up(choreography, scene.side, view)) if near else picture

    def pressure(self, scene: Scene, pressure: Pressure, t: float) -> Drawing:
        """How far the skin gives, in step with the scene."""
        choreography = self._choreography(scene)
        if choreography is None:
            return pressure_picture(pressure)
        press = press_at(choreography, t, scene.period, reduced_motion=self._look.calm)
        return pressure_picture(pressure, press)

    def moves(self, scene: Scene) -> bool:
        """Whether the picture changes with time."""
        choreography = self._choreography(scene)
        return choreography is not None and is_moving(choreography, self._view())

    def world(self, scene: Scene) -> object:
        """What must be the same for a camera to glide from scene to scene: the baby, lying the same way."""
        choreography = self._choreography(scene)
        return BodyView.ON_BACK if choreography is None else choreography.body

    def paint_through(self, painter: QPainter, picture: Drawing, target: QRectF, frame: Frame) -> None:
        """All of it on its ground, through a frame that is on its way."""
        paint_drawing(painter, picture, self._colours(), target, frame=frame, ground=True, store=self._store)

    def paint_still(self, painter: QPainter, picture: Drawing, target: QRectF) -> None:
        """What does not move, on its ground."""
        paint_still(painter, picture, self._colours(), target, ground=True)

    def paint_moving(self, painter: QPainter, picture: Drawing, target: QRectF) -> None:
        """What moves, on top of the still layer."""
        paint_moving(painter, picture, self._colours(), target, store=self._store)

    def paint_bare(self, painter: QPainter, picture: Drawing, target: QRectF, frame: Frame) -> None:
        """The picture on whatever ground there is: of the mat, only the stitches."""
        first, *rest = picture.still
        stitches = Layer(first.name, tuple(shape for shape in first.shapes if isinstance(shape, Trace)))
        bare = replace(picture, still=(stitches, *rest))
        paint_drawing(painter, bare, self._colours(), target, frame=frame)

    def paint_whole(
        self, painter: QPainter, picture: Drawing, target: QRectF, frame: Frame | None = None
    ) -> None:
        """The whole picture without a ground of its own."""
        paint_drawing(painter, picture, self._colours(), target, frame=frame)

    @staticmethod
    def baby_frame() -> Frame:
        """The frame that shows the whole baby."""
        return baby().frame

    def tone(self, number: int) -> QColor:
        """One skin tone, as it is drawn in the light in use."""
        return self._palette(self._look.theme.figure, number, number)[Role.SKIN]

    def ground(self) -> QColor:
        """The colour of the floor round the mat."""
        return self._colours()[Role.FLOOR]

    def cloth(self) -> QColor:
        """The colour of the mat."""
        return self._colours()[Role.MAT]

    def _choreography(self, scene: Scene) -> Choreography | None:
        stroke = self._strokes.get(scene.stroke)
        if stroke is None:
            return None
        return stroke.choreographies.get(scene.variant) or stroke.choreographies.get("")

    def _view(self) -> View:
        look = self._look
        return View(facing=look.facing, left_handed=look.left_handed, reduced_motion=look.calm)

    def _colours(self) -> Palette:
        return self._palette(self._look.theme.figure, *self._look.tones)

    def _mix(self, scheme: str, baby_tone: int, adult_tone: int) -> Palette:
        return palette(self._read(), Scheme(scheme), baby_tone, adult_tone)
