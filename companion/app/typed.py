"""Knows how a command line that was not understood is answered: in one sentence, and where the words are listed."""

import argparse
from collections.abc import Callable, Mapping
from typing import NoReturn, TypeVar

Value = TypeVar("Value")


class _CommandWords(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {message.rstrip('.')}. See: {self.prog} --help\n")


def command_words(about: str) -> argparse.ArgumentParser:
    """A parser that answers a mistake with one sentence, not with a page of usage, and leaves with status 2."""
    return _CommandWords(prog="companion", description=about)


def reading(reads: Callable[[str], Value], told: str, messages: Mapping[str, str]) -> Callable[[str], Value]:
    """Like ``reads``, which raises ValueError; a mistake is answered with ``told``, the help of that word."""

    def read(text: str) -> Value:
        try:
            return reads(text)
        except ValueError as error:
            sentence = messages["cli.misread"].format(text=text, told=told)
            raise argparse.ArgumentTypeError(sentence) from error

    return read
