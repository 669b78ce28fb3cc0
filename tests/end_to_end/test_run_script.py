"""`./run` on a machine made of a few links and a pretended Python: what it fetches, when, and what it says."""

import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.architecture.sources import ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="run.cmd is the twin there")

TOOLS = "sh cmp cp rm mkdir mktemp flock readlink id uname grep tail cat env ldconfig"
MILLISECONDS = 50

# Tells what it is asked to do in $STORY; as pip it fails in the way that $PIP says.
PRETENDED_PYTHON = """#!/bin/sh
case "$*" in
*--version*) case "$*" in --version) echo Python 3.13.0 ;; esac ;;
-c*) ;;
"-m venv "*) mkdir -p "$3/bin" && cp -- "$0" "$3/bin/python"; echo venv >>"$STORY" ;;
*"pip install"*)
    echo "pip begins" >>"$STORY"
    case "$PIP" in
    offline) echo "broken by NewConnectionError: Temporary failure in name resolution"; exit 1 ;;
    killed) kill -9 $PPID; exit 1 ;;
    slow) read -r _ <"$GATE" ;;
    esac
    echo "pip ends" >>"$STORY" ;;
*) printf '%s|' "$PWD" "$QT_QPA_PLATFORM" "$@" >>"$STORY"; echo >>"$STORY" ;;
esac
"""


@dataclass(frozen=True, slots=True)
class Machine:
    """A checkout in a folder with a space in its name, and the few commands that its user has."""

    checkout: Path
    commands: Path
    story: Path

    def run(self, *words: str, pip: str = "", cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            self.command(words),
            env=self.environment(pip),
            cwd=cwd,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    def begin(self, *words: str, pip: str = "") -> subprocess.Popen[str]:
        return subprocess.Popen(
            self.command(words),
            env=self.environment(pip),
            stderr=subprocess.PIPE,
            text=True,
            cwd=self.checkout,
        )

    def command(self, words: Sequence[str]) -> list[str]:
        return [str(self.checkout / "run"), *words]

    def environment(self, pip: str) -> dict[str, str]:
        gate = str(self.checkout.parent / "gate")
        return {"PATH": str(self.commands), "STORY": str(self.story), "PIP": pip, "GATE": gate}

    def told(self) -> list[str]:
        return self.story.read_text("utf-8").splitlines() if self.story.exists() else []

    def forget(self) -> None:
        self.story.unlink(missing_ok=True)


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    checkout = tmp_path / "a checkout"
    commands = tmp_path / "bin"
    checkout.mkdir()
    commands.mkdir()
    for name in ("run", "requirements.lock", "requirements-dev.lock"):
        shutil.copy(ROOT / name, checkout / name)
    for tool in TOOLS.split():
        found = shutil.which(tool, path=f"{os.defpath}:/sbin:/usr/sbin")
        if found:
            (commands / tool).symlink_to(found)
    pretended = commands / "python3.13"
    pretended.write_text(PRETENDED_PYTHON)
    pretended.chmod(0o755)
    return Machine(checkout, commands, tmp_path / "story")


def libraries_present(machine: Machine) -> None:
    """Settle the question of system libraries, which the machine under the tests answers in its own way."""
    (machine.checkout / ".venv" / "system-program").touch()
    (machine.checkout / ".venv" / "system-tests").touch()


def ready(machine: Machine) -> Machine:
    machine.run("hello")
    libraries_present(machine)
    machine.forget()
    return machine


def test_the_first_start_sets_up_and_then_starts_the_program(machine: Machine) -> None:
    done = machine.run("rehearse", "first-massage", "--speed", "60")
    assert done.returncode == 0, done.stderr
    assert machine.told()[:3] == ["venv", "pip begins", "pip ends"]
    assert machine.told()[3].endswith("|-P|-m|companion|rehearse|first-massage|--speed|60|")


def test_setting_up_says_little(machine: Machine) -> None:
    said = machine.run("hello").stderr.splitlines()
    assert said[0].startswith("Setting up with Python 3.13.0")
    assert len(said) <= 6


def test_the_second_start_sets_up_nothing(machine: Machine) -> None:
    done = ready(machine).run("hello")
    assert done.stderr == ""
    assert [line.split("|")[2:-1] for line in machine.told()] == [["-P", "-m", "companion", "hello"]]


def test_the_second_start_costs_less_than_fifty_milliseconds(machine: Machine) -> None:
    ready(machine)

    def start() -> float:
        before = time.perf_counter()
        machine.run("hello")
        return (time.perf_counter() - before) * 1000

    assert statistics.median(start() for _ in range(9)) < MILLISECONDS


def test_words_with_spaces_arrive_whole_and_the_working_directory_stays(
    machine: Machine, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "somewhere else"
    elsewhere.mkdir()
    ready(machine).run("film", "my films/one.mp4", "", cwd=elsewhere)
    assert machine.told() == [f"{elsewhere}||-P|-m|companion|film|my films/one.mp4||"]


def test_a_link_to_the_script_works_as_well(machine: Machine, tmp_path: Path) -> None:
    link = tmp_path / "companion"
    link.symlink_to(ready(machine).checkout / "run")
    subprocess.run([str(link), "hello"], env=machine.environment(""), check=True, timeout=60)
    assert len(machine.told()) == 1


def test_the_word_test_runs_pytest_in_the_checkout_without_a_screen(machine: Machine) -> None:
    ready(machine).run("test", "-k", "one or two")
    assert machine.told()[-1] == f"{machine.checkout}|offscreen|-P|-m|pytest|-k|one or two|"


def test_the_parts_of_the_tests_hold_those_of_the_program(machine: Machine) -> None:
    ready(machine).run("test")
    machine.forget()
    machine.run("hello")
    assert len(machine.told()) == 1


def test_a_changed_lock_is_installed_at_the_next_start(machine: Machine) -> None:
    ready(machine)
    with (machine.checkout / "requirements.lock").open("a") as lock:
        lock.write("newcomer==1.0\n")
    machine.run("hello")
    assert machine.told()[:2] == ["pip begins", "pip ends"]
    machine.forget()
    machine.run("hello")
    assert len(machine.told()) == 1


def test_an_interrupted_set_up_heals_itself(machine: Machine) -> None:
    machine.run("hello", pip="killed")
    machine.forget()
    done = machine.run("hello")
    assert done.returncode == 0, done.stderr
    assert machine.told()[:3] == ["venv", "pip begins", "pip ends"]


def test_a_python_that_was_taken_away_is_replaced(machine: Machine) -> None:
    python = ready(machine).checkout / ".venv" / "bin" / "python"
    python.unlink()
    python.symlink_to("/nowhere/python3.11")
    assert machine.run("hello").returncode == 0
    assert machine.told()[0] == "venv"


def test_without_a_network_one_sentence_says_what_to_do(machine: Machine) -> None:
    done = machine.run("hello", pip="offline")
    assert done.returncode == 1
    assert "does not reach the network" in done.stderr
    assert "Traceback" not in done.stderr
    machine.forget()
    assert machine.run("hello").returncode == 0


def test_without_python_the_exact_command_is_printed(machine: Machine) -> None:
    (machine.commands / "python3.13").unlink()
    apt = machine.commands / "apt-get"
    apt.write_text("#!/bin/sh\nexit 100\n")
    apt.chmod(0o755)
    done = machine.run("hello")
    assert done.returncode == 1
    assert "sudo apt-get install --no-install-recommends python3 python3-venv" in done.stderr


def test_missing_libraries_are_named_and_the_program_starts_all_the_same(machine: Machine) -> None:
    ldconfig = machine.commands / "ldconfig"
    ldconfig.unlink(missing_ok=True)
    ldconfig.write_text("#!/bin/sh\necho ' libEGL.so.1 (libc6,x86-64) => /lib/libEGL.so.1'\n")
    ldconfig.chmod(0o755)
    done = machine.run("hello")
    assert done.returncode == 0
    assert "libxcb-cursor0" in done.stderr
    assert "libegl1" not in done.stderr
    assert machine.told()[-1].endswith("|-m|companion|hello|")


@pytest.mark.skipif(not shutil.which("flock"), reason="needs flock")
def test_two_starts_at_once_set_up_once(machine: Machine) -> None:
    gate = machine.checkout.parent / "gate"
    os.mkfifo(gate)
    first = machine.begin("one", pip="slow")
    with gate.open("w") as opened:  # waits until the first is in the middle of its set-up
        second = machine.begin("two")
        assert second.stderr is not None
        assert "Another set-up is at work" in second.stderr.readline()
        opened.write("go\n")
    first.communicate(timeout=60)
    second.communicate(timeout=60)
    told = machine.told()
    assert told[:3] == ["venv", "pip begins", "pip ends"]
    assert sorted(line.split("|")[-2] for line in told[3:]) == ["one", "two"]


def test_a_folder_that_cannot_be_written_is_told(machine: Machine) -> None:
    if os.geteuid() == 0:
        pytest.skip("root can write everywhere")
    machine.checkout.chmod(0o555)
    done = machine.run("hello")
    machine.checkout.chmod(0o755)
    assert done.returncode == 1
    assert "cannot be written" in done.stderr
