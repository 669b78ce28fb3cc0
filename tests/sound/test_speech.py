"""The helper process: the real one, and small ones that crash, hang or talk nonsense."""

import subprocess
import sys
import textwrap
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest

from companion.sound.device import RATE, decoded
from companion.sound.speech import NO_SPEECH, Speech

WAIT = 30.0

WRITES_A_BEEP = """
import json, sys, wave
def beep(out):
    with wave.open(out, "wb") as file:
        file.setnchannels(1); file.setsampwidth(2); file.setframerate(24000); file.writeframes(b"\\x10\\x10" * 2400)
"""


class Answer:
    """What ``then`` was called with."""

    def __init__(self) -> None:
        self.came = threading.Event()
        self.file: Path | None = None

    def __call__(self, file: Path | None) -> None:
        self.file = file
        self.came.set()

    def wait(self) -> Path | None:
        assert self.came.wait(WAIT)
        return self.file


def helper(body: str) -> tuple[str, ...]:
    return (sys.executable, "-c", WRITES_A_BEEP + textwrap.dedent(body))


ANSWERS = helper("""
    for line in sys.stdin:
        order = json.loads(line)
        beep(order["out"])
        print(json.dumps({"made": order["out"]}), flush=True)
""")
DIES = helper("sys.stdin.readline(); sys.exit(3)")
HANGS = helper("sys.stdin.readline(); sys.stdin.read()")
TALKS_NONSENSE = helper("sys.stdin.readline(); print('hello', flush=True); sys.stdin.read()")
LIES = helper("""
    for line in sys.stdin:
        print(json.dumps({"made": "nothing"}), flush=True)
""")
ANSWERS_ONCE = helper("""
    order = json.loads(sys.stdin.readline())
    beep(order["out"])
    print(json.dumps({"made": order["out"]}), flush=True)
    sys.stdin.read()
""")
REFUSES = helper("""
    for line in sys.stdin:
        print(json.dumps({"failed": "ImportError"}), flush=True)
""")


@pytest.fixture
def speech_with(tmp_path: Path, notices: Any) -> Iterator[Callable[..., Speech]]:
    made: list[Speech] = []

    def make(command: tuple[str, ...], **settings: float) -> Speech:
        made.append(Speech(tmp_path / "cache", notices, command, **settings))
        return made[-1]

    yield make
    for speech in made:
        speech.close()


def fetched(speech: Speech, text: str) -> Path | None:
    answer = Answer()
    speech.fetch(text, answer)
    return answer.wait()


def test_the_real_helper_speaks_a_name(tmp_path: Path, notices: Any) -> None:
    speech = Speech(tmp_path / "cache", notices)
    try:
        file = fetched(speech, "Hello, little Rosalind.")
    finally:
        speech.close()
    assert file is not None
    samples = decoded(file)
    assert samples is not None
    assert 0.8 < len(samples) / RATE < 4.0
    assert 3000 < max(map(abs, samples)) < 32_000
    assert [path.name for path in file.parent.iterdir()] == [file.name]
    assert notices.told == []


def test_what_was_made_once_is_taken_from_the_cache(speech_with: Callable[..., Speech]) -> None:
    first = fetched(speech_with(ANSWERS), "Hello.")
    assert fetched(speech_with(("no such program",)), " Hello.\n") == first


def test_one_helper_serves_many_texts(speech_with: Callable[..., Speech]) -> None:
    speech = speech_with(ANSWERS)
    fetched(speech, "One.")
    pid = speech.helper_pid
    fetched(speech, "Two.")
    assert pid is not None
    assert speech.helper_pid == pid


def test_an_idle_helper_is_ended(speech_with: Callable[..., Speech]) -> None:
    speech = speech_with(ANSWERS, idle_after=0.3)
    answer = Answer()
    pids: list[int | None] = []
    speech.fetch("One.", lambda file: (pids.append(speech.helper_pid), answer(file))[-1])
    answer.wait()
    assert pids[0] is not None
    assert gone(pids[0])


def test_a_new_helper_comes_after_an_idle_one_ended(speech_with: Callable[..., Speech]) -> None:
    speech = speech_with(ANSWERS, idle_after=0.01)
    assert fetched(speech, "One.") is not None
    assert fetched(speech, "Two.") is not None


def test_a_helper_that_is_killed_is_replaced_and_the_text_is_made(
    speech_with: Callable[..., Speech], notices: Any
) -> None:
    speech = speech_with(ANSWERS)
    fetched(speech, "One.")
    assert speech.helper_pid is not None
    psutil.Process(speech.helper_pid).kill()
    assert fetched(speech, "Two.") is not None
    assert notices.told == []


@pytest.mark.parametrize("command", [DIES, TALKS_NONSENSE, LIES, REFUSES, ("no such program",)])
def test_a_helper_that_cannot_speak_gives_silence_and_one_notice(
    speech_with: Callable[..., Speech], notices: Any, command: tuple[str, ...]
) -> None:
    speech = speech_with(command)
    assert [fetched(speech, text) for text in ("One.", "Two.")] == [None, None]
    assert notices.told == [NO_SPEECH]


def test_a_helper_that_hangs_is_not_waited_for(speech_with: Callable[..., Speech], notices: Any) -> None:
    speech = speech_with(HANGS, patience=0.05)
    assert fetched(speech, "One.") is None
    assert notices.told == [NO_SPEECH]


def test_closing_kills_a_helper_in_the_middle_of_its_work(
    speech_with: Callable[..., Speech], notices: Any
) -> None:
    speech = speech_with(ANSWERS_ONCE)
    fetched(speech, "One.")
    pid = speech.helper_pid
    speech.fetch("Two.", Answer())
    speech.close()
    assert pid is not None
    assert gone(pid)
    assert notices.told == []


def test_a_cache_that_cannot_be_written_gives_silence(tmp_path: Path, notices: Any) -> None:
    (tmp_path / "file").write_text("in the way")
    speech = Speech(tmp_path / "file" / "cache", notices, ANSWERS)
    try:
        assert fetched(speech, "One.") is None
    finally:
        speech.close()
    assert notices.told == [NO_SPEECH]


def test_a_speech_that_nobody_asks_starts_nothing(speech_with: Callable[..., Speech]) -> None:
    before = threading.active_count()
    speech_with(ANSWERS).close()
    assert threading.active_count() == before


def test_the_helper_ends_when_the_program_is_killed(tmp_path: Path) -> None:
    program = f"""
        import sys, threading
        from pathlib import Path
        from companion.sound.speech import Speech
        speech = Speech(Path({str(tmp_path)!r}), print, {ANSWERS!r})
        speech.fetch("One.", lambda file: print(speech.helper_pid, flush=True))
        threading.Event().wait()
    """
    root = Path(__file__).resolve().parents[2]
    command = [sys.executable, "-c", textwrap.dedent(program)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=root) as parent:
        assert parent.stdout is not None
        pid = int(parent.stdout.readline())
        parent.kill()
    assert gone(pid)


def gone(pid: int) -> bool:
    try:
        psutil.Process(pid).wait(WAIT)
    except psutil.NoSuchProcess:
        return True
    except psutil.TimeoutExpired:
        return False
    return True
