"""The commands that draw: figures as pictures, a routine as a film, and the studio for those who write strokes."""

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from companion.app.paths import Paths
from companion.domain.body import Side

if TYPE_CHECKING:
    from companion.app.film import Filmed

Messages = Mapping[str, str]
INTERRUPTED = 130
"""The exit status that shells give to a command that was stopped with Ctrl+C."""


def add_picture_commands(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",  # pyright: ignore[reportPrivateUsage]
    messages: Messages,
) -> None:
    """Add ``figures``, ``film`` and ``studio`` to the command line."""
    figures = commands.add_parser("figures", help=messages["cli.figures"])
    what = figures.add_mutually_exclusive_group(required=True)
    what.add_argument("--sheet", type=Path, metavar="OUT.png", help=messages["cli.figures.sheet"])
    what.add_argument("--stroke", metavar="ID", help=messages["cli.figures.stroke"])
    figures.add_argument(
        "--png-sequence", type=Path, metavar="DIR", help=messages["cli.figures.png-sequence"]
    )
    figures.add_argument(
        "--side", choices=[Side.RIGHT.value, Side.LEFT.value], default=Side.RIGHT.value,
        help=messages["cli.figures.side"],
    )  # fmt: skip
    figures.add_argument("--night", action="store_true", help=messages["cli.figures.night"])
    figures.set_defaults(command=_figures)

    film = commands.add_parser("film", help=messages["cli.film"])
    film.add_argument("routine", metavar="ROUTINE")
    film.add_argument("out", type=Path, metavar="OUT.mp4", help=messages["cli.film.out"])
    film.add_argument("--force", action="store_true", help=messages["cli.film.force"])
    film.set_defaults(command=_film)

    studio = commands.add_parser("studio", help=messages["cli.studio"])
    studio.add_argument("stroke", nargs="?", default="", metavar="STROKE", help=messages["cli.studio.stroke"])
    studio.set_defaults(command=_studio)


def _figures(arguments: argparse.Namespace, paths: Paths, messages: Messages) -> int:
    if arguments.sheet is not None:
        from companion.app.pictures import write_sheet  # noqa: PLC0415 - Qt only when pictures are wanted

        write_sheet(paths, arguments.sheet, night=arguments.night)
        print(messages["cli.figures.done"].format(file=arguments.sheet))
        return 0
    if arguments.png_sequence is None:
        sys.stderr.write(messages["cli.figures.where"] + "\n")
        return 2
    from companion.app.png_sequence import write_sequence  # noqa: PLC0415

    side, folder = Side(arguments.side), arguments.png_sequence
    count = write_sequence(paths, arguments.stroke, side, folder, night=arguments.night)
    print(messages["cli.figures.sequence-done"].format(count=count, folder=folder))
    return 0


def _film(arguments: argparse.Namespace, paths: Paths, messages: Messages) -> int:
    from companion.app.film import film  # noqa: PLC0415

    told = -1

    def progress(done: float, length: float) -> None:
        nonlocal told
        share = min(100, int(100 * done / length))
        if share > told:
            told = share
            sys.stderr.write("\r" + messages["cli.film.progress"].format(share=share))
            sys.stderr.flush()

    try:
        made = film(arguments.routine, arguments.out, paths, progress, replace=arguments.force)
    except KeyboardInterrupt:
        sys.stderr.write("\n" + messages["cli.film.stopped"] + "\n")
        return INTERRUPTED
    sys.stderr.write("\n" if told >= 0 else "")
    _tell_film(made, arguments.out, messages)
    return 0


def _tell_film(made: "Filmed", out: Path, messages: Messages) -> None:
    minutes, seconds = divmod(round(made.seconds), 60)
    print(
        messages["cli.film.done"].format(
            file=out, length=f"{minutes}:{seconds:02d}", size=f"{made.size / 1e6:.1f}", encoder=made.encoder
        )
    )
    if made.silent:
        print(messages["cli.film.silent"].format(lines=", ".join(dict.fromkeys(made.silent))))


def _studio(arguments: argparse.Namespace, paths: Paths, _messages: Messages) -> int:
    from companion.app.studio import open_studio  # noqa: PLC0415

    return open_studio(paths, arguments.stroke)
