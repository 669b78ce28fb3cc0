"""Puts a routine together: each thing that somebody does is a step that can be taken back, until it is kept."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject

from companion.domain import editing
from companion.domain.body import Area
from companion.domain.editing import Draft
from companion.domain.errors import CompanionError
from companion.domain.own_routine import OwnRoutine, phrases_of
from companion.domain.own_rules import Finding, findings, may_be_kept
from companion.domain.undo import Undo
from companion.services.own_routines import lengths, with_own_words
from companion.ui.editor.screen import EditorScreen
from companion.ui.editor.step_card import StepWishes
from companion.ui.editor.stroke_sheet import AskSheet, StrokeSheet
from companion.ui.editor.words import minutes_of
from companion.ui.places import Shell


class EditorPresenter(QObject):
    """One routine being put together, on a screen over the whole window; ``done`` is told what was kept, or None."""

    def __init__(self, shell: Shell, draft: Draft, done: Callable[[OwnRoutine | None], None]) -> None:
        super().__init__()
        self._shell = shell
        self._done = done
        self._undo = Undo(draft)
        self._saved: Draft | None = draft if draft.id else None
        self._kept: OwnRoutine | None = None
        self._at = 0
        self._shelf = shell.context.own_routines.shelf
        wishes = StepWishes(self._then, self._move_by, lambda: self._remove(self._at), self._hear)
        self.screen = EditorScreen(shell.look, self._shelf, shell.context.words, wishes)
        self._connect()

    def open(self) -> None:
        """Lay the screen over the window."""
        self._shell.lay(self.screen)
        self._show()
        self.screen.take_keys()

    @property
    def draft(self) -> Draft:
        """The routine as it stands."""
        return self._undo.now

    def _connect(self) -> None:
        screen = self.screen
        screen.titled.connect(self._name)
        screen.noted.connect(self._note)
        screen.picked.connect(self._pick)
        screen.moved.connect(self._move)
        screen.dropped.connect(self._remove)
        screen.add_asked.connect(self._ask_stroke)
        screen.rest_asked.connect(self._add_rest)
        screen.undo_asked.connect(lambda: self._step_to(self._undo.undone()))
        screen.redo_asked.connect(lambda: self._step_to(self._undo.redone()))
        screen.save_asked.connect(self._save)
        screen.close_asked.connect(self._close)
        screen.right_asked.connect(lambda: self._then(editing.put_right(self.draft, self._shelf)))

    def _name(self, title: str) -> None:
        self._then(replace(self.draft, title=title.strip()))

    def _note(self, note: str) -> None:
        self._then(replace(self.draft, note=note.strip()))

    def _then(self, draft: Draft) -> None:
        self._step_to(self._undo.then(draft))

    def _step_to(self, undo: Undo[Draft]) -> None:
        self._undo = undo
        self._at = min(self._at, len(self.draft.steps) - 1)
        self._show()

    def _pick(self, at: int) -> None:
        self._at = at
        self._show()

    def _move(self, at: int, to: int) -> None:
        draft = editing.moved(self.draft, at, to)
        if draft != self.draft:
            self._at = max(1, min(to, len(draft.steps) - 1))
            self._then(draft)

    def _move_by(self, by: int) -> None:
        self._move(self._at, self._at + by)

    def _remove(self, at: int) -> None:
        if len(self.draft.steps) > 1:
            self._then(editing.removed(self.draft, at))

    def _add_rest(self) -> None:
        near = self.draft.steps[: self._at + 1]
        self._add(editing.rest_step(near, self._shelf))

    def _ask_stroke(self) -> None:
        here = self.draft.steps[self._at].area
        area = here if here is not Area.CONTACT else Area.LEGS
        context = self._shell.context
        sheet = StrokeSheet(self._shell.look, self._shell.over, self._shelf, context.words, area)
        sheet.closed.connect(sheet.deleteLater)
        sheet.chosen.connect(partial(self._chosen, sheet))
        sheet.open()

    def _chosen(self, sheet: StrokeSheet, stroke: str, variant: str) -> None:
        sheet.close_by_hand()
        near = self.draft.steps[: self._at + 1]
        self._add(editing.draft_step(self._shelf.strokes[stroke], self._shelf, variant, near))
        self.screen.take_keys()

    def _add(self, step: editing.DraftStep) -> None:
        """After the chosen step; never after the still hands at the end."""
        last = len(self.draft.steps) - 1
        at = max(1, last) if self._at >= last else self._at + 1
        draft = editing.added(self.draft, step, at)
        self._at = at
        self._then(draft)

    def _hear(self, words: str) -> None:
        step = self.draft.steps[self._at]
        told = self._shell.context.words.strokes.get(step.words)
        text = words.strip() or (told.say_first if told else "")
        line = f"own.{step.words}" if words.strip() else f"stroke.{step.words}.first"
        if text:
            self._shell.context.voice.say(line, text)

    def _found(self) -> tuple[Finding, ...]:
        bare = editing.blocks_of(self.draft.steps)
        first = next(iter(self._shelf.routines.values()))
        return findings(replace(first, id=self.draft.id, blocks=bare, from_weeks=0), self._shelf)

    def _show(self) -> None:
        found = self._found()
        self.screen.show_draft(self.draft, self._at, found)
        self.screen.show_state(
            self._length(),
            can_undo=bool(self._undo.past),
            can_redo=bool(self._undo.taken_back),
            can_save=may_be_kept(found) and bool(self.draft.title) and self.draft != self._saved,
        )

    def _length(self) -> str:
        context = self._shell.context
        try:
            own = editing.own_of(self.draft, self._shelf)
            words = with_own_words(context.words, phrases_of(own))
            essentials = frozenset(context.safety().essentials)
            told = lengths(own, self._shelf, essentials, words, context.settings.load())
        except CompanionError:  # nothing in it yet
            return ""
        template = self.screen.tr("Full %1 · Short %2")
        return template.replace("%1", minutes_of(told.full)).replace("%2", minutes_of(told.short))

    def _save(self) -> bool:
        if not (may_be_kept(self._found()) and self.draft.title):
            return False
        try:
            own = editing.own_of(self.draft, self._shelf)
            self._kept = self._shell.context.own_routines.keep(own)
        except CompanionError as error:
            self._shell.refuse(error)
            return False
        self._undo = replace(self._undo, now=replace(self.draft, id=self._kept.id))
        self._saved = self.draft
        self._show()
        return True

    def _close(self) -> None:
        changed = self.draft != self._saved if self._saved else bool(self._undo.past)
        if not changed:
            self._leave()
            return
        screen = self.screen
        sheet = AskSheet(
            self._shell.look,
            self._shell.over,
            screen.tr("Save your changes?"),
            screen.tr("You have changed this routine."),
            (screen.tr("Save and leave"), screen.tr("Keep editing"), screen.tr("Leave without saving")),
        )
        sheet.closed.connect(sheet.deleteLater)
        sheet.answered.connect(partial(self._answered, sheet))
        sheet.open()

    def _answered(self, sheet: AskSheet, answer: int) -> None:
        sheet.close_by_hand()
        if answer == 2 or (answer == 0 and self._save()):
            self._leave()

    def _leave(self) -> None:
        self._shell.context.voice.hush()
        self._shell.lift(self.screen)
        self._done(self._kept)
