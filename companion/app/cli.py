"""The command line: a second front end on the same wiring, and the tools that authors use."""

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from companion import __version__
from companion.app.log import log_nowhere
from companion.app.paths import Paths, usual_paths
from companion.app.sentences import sentence
from companion.app.typed import command_words, reading
from companion.domain.errors import CompanionError

if TYPE_CHECKING:
    from companion.app.papers import Print

Messages = Mapping[str, str]
MISUNDERSTOOD = {"unknown-routine", "routine-locked", "unknown-name", "unknown-stroke"}
"""Errors that mean that the words were not understood."""
LONGEST_REPORT = 104
"""Weeks that one report may tell of."""


def run_command(argv: Sequence[str]) -> int:
    """Carry out one command; 0 is well, 1 means that problems were told, 2 that the words were not understood."""
    from companion.content.library import load_messages  # noqa: PLC0415

    log_nowhere()
    paths = usual_paths()
    try:
        messages = load_messages(paths.data, "en")
    except CompanionError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    arguments = _parser(messages).parse_args(argv)
    command: Callable[[argparse.Namespace, Paths, Messages], int] = arguments.command
    try:
        return command(arguments, paths, messages)
    except CompanionError as error:
        sys.stderr.write(sentence(error, messages) + "\n")
        return 2 if error.key in MISUNDERSTOOD else 1


def _parser(messages: Messages) -> argparse.ArgumentParser:
    parser = command_words(messages["cli.about"])
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(metavar="COMMAND", required=True)

    rehearse = commands.add_parser("rehearse", help=messages["cli.rehearse"])
    rehearse.add_argument("routine", metavar="ROUTINE")
    told = messages["cli.rehearse.speed"]
    speed = reading(_speed, told, messages)
    rehearse.add_argument("--speed", type=speed, default=1.0, metavar="N", help=told)
    rehearse.add_argument("--shots", type=Path, metavar="DIR", help=messages["cli.rehearse.shots"])
    rehearse.add_argument("--keep", action="store_true", help=messages["cli.rehearse.keep"])
    rehearse.set_defaults(command=_rehearse)

    _add_pictures(commands, messages)
    check = commands.add_parser("check-content", help=messages["cli.check-content"])
    check.add_argument("path", type=Path, nargs="?", metavar="FILE", help=messages["cli.check-content.path"])
    check.set_defaults(command=_check_content)

    narrate = commands.add_parser("narrate", help=messages["cli.narrate"])
    narrate.set_defaults(command=_narrate)

    _add_papers(commands, messages)
    plan = commands.add_parser("plan", help=messages["cli.plan"])
    _add_plan_words(plan, messages)
    plan.set_defaults(command=_plan)
    return parser


def _add_papers(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",  # pyright: ignore[reportPrivateUsage]
    messages: Messages,
) -> None:
    handout = commands.add_parser("handout", help=messages["cli.handout"])
    handout.add_argument("routine", metavar="ROUTINE")
    report = commands.add_parser("report", help=messages["cli.report"])
    told = messages["cli.report.weeks"]
    report.add_argument("--weeks", type=reading(_weeks, told, messages), default=4, metavar="N", help=told)
    for paper, command in ((handout, _handout), (report, _report)):
        paper.add_argument("out", type=Path, metavar="OUT.pdf", help=messages["cli.paper.out"])
        paper.add_argument("--letter", action="store_true", help=messages["cli.paper.letter"])
        paper.add_argument("--mono", action="store_true", help=messages["cli.paper.mono"])
        paper.set_defaults(command=command)


def _add_pictures(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",  # pyright: ignore[reportPrivateUsage]
    messages: Messages,
) -> None:
    from companion.app.picture_commands import add_picture_commands  # noqa: PLC0415

    add_picture_commands(commands, messages)


def _add_plan_words(parser: argparse.ArgumentParser, messages: Messages) -> None:
    from companion.app.plan_words import add_arguments  # noqa: PLC0415

    add_arguments(parser, messages)


def _speed(text: str) -> float:
    speed = float(text)
    if not 0.1 <= speed <= 100_000:
        raise ValueError(text)
    return speed


def _weeks(text: str) -> int:
    weeks = int(text)
    if not 1 <= weeks <= LONGEST_REPORT:
        raise ValueError(text)
    return weeks


def _rehearse(arguments: argparse.Namespace, paths: Paths, messages: Messages) -> int:
    from companion.app.rehearse import rehearse  # noqa: PLC0415

    return rehearse(
        arguments.routine,
        paths,
        speed=arguments.speed,
        shots=arguments.shots,
        keep=arguments.keep,
        messages=messages,
    )


def _check_content(arguments: argparse.Namespace, paths: Paths, messages: Messages) -> int:
    from companion.app.authoring import content_problems  # noqa: PLC0415
    from companion.app.check_file import own_problems  # noqa: PLC0415

    problems = own_problems(arguments.path, paths) if arguments.path else content_problems(paths)
    for problem in problems:
        print(problem)
    told = messages["cli.check-content.problems" if problems else "cli.check-content.fine"]
    print(told.format(count=len(problems)))
    return 1 if problems else 0


def _narrate(_arguments: argparse.Namespace, paths: Paths, messages: Messages) -> int:
    from companion.app.authoring import narrate  # noqa: PLC0415

    report = narrate(paths)
    print(
        messages["cli.narrate.done"].format(
            rendered=report.rendered, kept=report.kept, removed=report.removed
        )
    )
    return 0


def _handout(arguments: argparse.Namespace, paths: Paths, messages: Messages) -> int:
    from companion.app.clocks import SystemClock  # noqa: PLC0415
    from companion.app.papers import handout  # noqa: PLC0415

    handout(arguments.routine, arguments.out, paths, SystemClock(), _print(arguments))
    print(messages["cli.paper.done"].format(file=arguments.out))
    return 0


def _report(arguments: argparse.Namespace, paths: Paths, messages: Messages) -> int:
    from companion.app.clocks import SystemClock  # noqa: PLC0415
    from companion.app.entering import ask_terminal  # noqa: PLC0415
    from companion.app.papers import Asked, report  # noqa: PLC0415

    asked, ask = Asked(weeks=arguments.weeks), ask_terminal(messages)
    report(asked, arguments.out, paths, SystemClock(), _print(arguments), ask)
    print(messages["cli.paper.done"].format(file=arguments.out))
    return 0


def _print(arguments: argparse.Namespace) -> "Print":
    from companion.app.papers import Print  # noqa: PLC0415
    from companion.handout.paper import PaperSize  # noqa: PLC0415

    return Print(PaperSize.LETTER if arguments.letter else PaperSize.A4, arguments.mono)


def _plan(arguments: argparse.Namespace, paths: Paths, _messages: Messages) -> int:
    from companion.app.plan_command import plan_command  # noqa: PLC0415

    return plan_command(arguments, paths)
