"""What the program itself loads to be heard: neither numpy nor the model, which live in the helper process."""

import os
import subprocess
import sys
import textwrap
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

SESSION = """
    import sys, threading
    from pathlib import Path
    from companion.sound.chimes import ShippedChimes
    from companion.sound.desk import Channel
    from companion.sound.device import open_backends
    from companion.sound.mixer import Mixer
    from companion.sound.speech import Speech
    from companion.sound.voice import NarrationVoice

    assert "miniaudio" not in sys.modules, "loaded before it is needed"

    def null_device():
        import miniaudio
        return open_backends([miniaudio.Backend.NULL])

    notices = []
    mixer = Mixer(notices.append, null_device)
    speech = Speech(Path(sys.argv[1]), notices.append)
    voice = NarrationVoice(Path("media/narration/en"), mixer, speech)
    chimes = ShippedChimes(Path("media/chimes"), mixer)

    made = threading.Event()
    chimes.play("change")
    voice.say("greeting", "Hello, Rosalind.")
    speech.fetch("Hello, Rosalind.", lambda file: made.set())
    assert made.wait(60)
    played = threading.Event()
    mixer.submit(played.set)
    assert played.wait(60)
    heavy = {"numpy", "onnxruntime", "hibari", "PySide6", "soundfile"} & set(sys.modules)
    assert "miniaudio" in sys.modules
    print(sorted(heavy), notices)
    if "politely" in sys.argv:
        voice.close()
        mixer.close()
        print([thread.name for thread in threading.enumerate()])
"""


def run(cache: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-W", "error", "-c", textwrap.dedent(SESSION), str(cache), *words]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)


def test_speaking_and_chiming_loads_neither_numpy_nor_the_model(tmp_path: Path) -> None:
    ended = run(tmp_path, "politely")
    assert ended.stderr == ""
    assert ended.stdout.splitlines() == ["[] []", "['MainThread']"]


def test_a_program_that_forgets_to_close_ends_cleanly_all_the_same(tmp_path: Path) -> None:
    ended = run(tmp_path)
    assert ended.stderr == ""
    assert ended.returncode == 0


def test_importing_the_package_loads_no_sound_library() -> None:
    code = "import sys, companion.sound.voice, companion.sound.chimes; print('miniaudio' in sys.modules)"
    ended = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert ended.stdout.strip() == "False"


def test_a_machine_without_a_sound_card_prints_nothing() -> None:
    code = """
        import logging
        from companion.sound.device import started, open_speakers
        logging.getLogger().addHandler(logging.NullHandler())
        print(started(open_speakers, iter([b""]), print))
    """
    nowhere = {**os.environ, "ALSA_CONFIG_PATH": "/nowhere/alsa.conf", "PULSE_SERVER": "/nowhere/pulse"}
    command = [sys.executable, "-W", "error", "-c", textwrap.dedent(code)]
    ended = subprocess.run(command, cwd=ROOT, env=nowhere, capture_output=True, text=True, check=False)
    assert ended.stderr == ""
    if sys.platform.startswith("linux"):
        assert ended.stdout == "None\n"
