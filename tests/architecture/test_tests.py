"""Tests read like sentences, never sleep, never mock our own classes, and each asserts something."""

import ast
import re
from collections.abc import Iterator

from tests.architecture.sources import Source, calls, imports, none_of, source, sources_under

SLEEPS = {"time.sleep", "sleep", "QTest.qSleep", "QTest.qWait", "QtTest.QTest.qWait", "qtbot.wait"}
ASSERTING = re.compile(
    r"(^|\.)(assert\w*|none_of|check\w*|expect\w*|must\w*|raises|warns|fail|wait[A-Z]\w*|wait_\w+)$"
)
WORDS_IN_A_SENTENCE = 3


def sleeps(code: Source) -> list[str]:
    return [f"{code.where}:{call.lineno}: {name}()" for call, name in calls(code.tree) if name in SLEEPS]


def mocks(code: Source) -> list[str]:
    found = [f"{code.where}:{line}: {name}" for line, name in imports(code.tree) if "mock" in name.split(".")]
    return found + [
        f"{code.where}:{t.lineno}: mocker" for t in functions_of_tests(code) if "mocker" in arguments(t)
    ]


def functions_of_tests(code: Source) -> Iterator[ast.FunctionDef]:
    for node in ast.walk(code.tree):
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            yield node


def arguments(test: ast.FunctionDef) -> set[str]:
    return {argument.arg for argument in test.args.args}


def asserting_nothing(code: Source) -> list[str]:
    return [
        f"{code.where}:{test.lineno}: {test.name}"
        for test in functions_of_tests(code)
        if not any(isinstance(node, ast.Assert) for node in ast.walk(test))
        if not any(ASSERTING.search(name) for _, name in calls(test))
    ]


def names_that_say_little(code: Source) -> list[str]:
    return [
        f"{code.where}:{test.lineno}: {test.name}"
        for test in functions_of_tests(code)
        if len(test.name.split("_")) - 1 < WORDS_IN_A_SENTENCE
    ]


def test_tests_never_sleep() -> None:
    none_of(line for code in sources_under("tests") for line in sleeps(code))


def test_a_sleeping_test_is_noticed() -> None:
    assert sleeps(source("m.py", "import time\ntime.sleep(1)"))
    assert sleeps(source("m.py", "qtbot.wait(100)"))
    assert sleeps(source("m.py", "process.wait(100)")) == []


def test_tests_mock_nothing() -> None:
    none_of(line for code in sources_under("tests") for line in mocks(code))


def test_a_mock_is_noticed() -> None:
    assert mocks(source("m.py", "from unittest.mock import MagicMock"))
    assert mocks(source("m.py", "from unittest import mock"))
    assert mocks(source("m.py", "def test_that(mocker): ..."))


def test_every_test_asserts_something() -> None:
    none_of(line for code in sources_under("tests") for line in asserting_nothing(code))


def test_a_test_that_asserts_nothing_is_noticed() -> None:
    assert asserting_nothing(source("m.py", "def test_it_runs():\n    run()"))
    assert (
        asserting_nothing(
            source("m.py", "def test_it_runs():\n    with pytest.raises(OSError):\n        run()")
        )
        == []
    )


def test_names_of_tests_are_sentences() -> None:
    none_of(line for code in sources_under("tests") for line in names_that_say_little(code))


def test_a_name_that_is_no_sentence_is_noticed() -> None:
    assert names_that_say_little(source("m.py", "def test_player():\n    assert player"))
