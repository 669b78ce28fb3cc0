"""The ways into the editor: a new routine, a copy of ours, one of one's own; and files that are handed over."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from companion.domain.editing import Draft, copy_of, draft_of, new_draft
from companion.domain.errors import CompanionError
from companion.domain.own_routine import OwnRoutine
from companion.domain.words import routine_title
from companion.ui.editor.presenter import EditorPresenter
from companion.ui.editor.stroke_sheet import AskSheet
from companion.ui.places import Shell

ENDING = ".massage.toml"
"""How the name of a routine ends that is handed over."""

FILTER = "*.toml"


def new_routine(shell: Shell, done: Callable[[OwnRoutine | None], None]) -> EditorPresenter:
    """Begin a routine of one's own."""
    title = QCoreApplication.translate("Editor", "Our massage")
    return _open(shell, new_draft(title, shell.context.own_routines.shelf), done)


def copy_routine(shell: Shell, routine: str, done: Callable[[OwnRoutine | None], None]) -> EditorPresenter:
    """Begin a copy of a routine of ours."""
    ours = shell.context.own_routines.shelf.routines[routine]
    title = QCoreApplication.translate("Editor", "Our %1").replace(
        "%1", routine_title(shell.context.words, routine)
    )
    return _open(shell, copy_of(ours, title[:60]), done)


def edit_routine(
    shell: Shell, routine: str, done: Callable[[OwnRoutine | None], None]
) -> EditorPresenter | None:
    """Go on with a routine of one's own."""
    own = own_routine(shell, routine)
    return _open(shell, draft_of(own), done) if own else None


def own_routine(shell: Shell, routine: str) -> OwnRoutine | None:
    """The routine of one's own with this id."""
    return next((own for own in shell.context.own_routines.all() if own.id == routine), None)


def hand_over(shell: Shell, over: QWidget, routine: str) -> None:
    """Ask where, and write the routine to a file for others."""
    suggested = str(Path.home() / f"{routine}{ENDING}")
    title = QCoreApplication.translate("Editor", "Save a routine for others")
    kind = QCoreApplication.translate("Editor", "Routines")
    chosen, _ = QFileDialog.getSaveFileName(over, title, suggested, f"{kind} ({FILTER})")
    if chosen:
        save_to(shell, routine, Path(chosen))


def save_to(shell: Shell, routine: str, file: Path) -> None:
    """Write the routine to a file for others, and say so."""
    try:
        shell.context.own_routines.hand_over(routine, file)
    except CompanionError as error:
        shell.refuse(error)
        return
    told = QCoreApplication.translate("Editor", "Saved as %1. Send it to whoever wants it.")
    shell.say(told.replace("%1", str(file)))


def take_in(shell: Shell, over: QWidget, done: Callable[[OwnRoutine], None]) -> None:
    """Ask for a file, and show what is in it before anything is kept."""
    title = QCoreApplication.translate("Editor", "Bring in a routine")
    kind = QCoreApplication.translate("Editor", "Routines")
    chosen, _ = QFileDialog.getOpenFileName(over, title, str(Path.home()), f"{kind} ({FILTER})")
    if chosen:
        look_at(shell, Path(chosen), done)


def look_at(shell: Shell, file: Path, done: Callable[[OwnRoutine], None]) -> None:
    """Show what a file holds, and keep it when somebody says so."""
    try:
        own = shell.context.own_routines.look_at(file)
    except CompanionError as error:
        shell.refuse(error)
        return
    steps = sum(len(block.steps) for block in own.routine.blocks)
    told = QCoreApplication.translate(
        "Editor", "%1 steps, about %2 minutes. It follows the safety rules. The check fits it to your baby."
    )
    told = told.replace("%1", str(steps)).replace("%2", str(own.routine.minutes[1]))
    answers = (
        QCoreApplication.translate("Editor", "Keep it"),
        QCoreApplication.translate("Editor", "Leave it"),
    )
    sheet = AskSheet(shell.look, shell.over, own.title, f"{told} {own.note}".strip(), answers)
    sheet.closed.connect(sheet.deleteLater)
    sheet.answered.connect(partial(_answered, shell, sheet, own, done))
    sheet.open()


def _answered(
    shell: Shell, sheet: AskSheet, own: OwnRoutine, done: Callable[[OwnRoutine], None], answer: int
) -> None:
    sheet.close_by_hand()
    if answer:
        return
    try:
        kept = shell.context.own_routines.bring_in(own)
    except CompanionError as error:
        shell.refuse(error)
        return
    done(kept)


def _open(shell: Shell, draft: Draft, done: Callable[[OwnRoutine | None], None]) -> EditorPresenter:
    presenter = EditorPresenter(shell, draft, done)
    presenter.open()
    return presenter
