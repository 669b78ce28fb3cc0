"""The helper's side of the conversation, without a process."""

import io
import json
from pathlib import Path

from companion.sound.device import decoded
from companion.sound.speak import KEPT, Reader, serve


def answers_to(orders: list[str], load: Reader | None = None) -> list[dict[str, str]]:
    told = io.StringIO()
    serve(orders, told, lambda: load or (lambda text: b"\x10\x10" * 240 * len(text)))
    return [json.loads(line) for line in told.getvalue().splitlines()]


def order(out: Path, text: str = "Hello.") -> str:
    return json.dumps({"text": text, "out": str(out)})


def test_an_order_is_answered_with_the_file_it_made(tmp_path: Path) -> None:
    out = tmp_path / "new" / "a.wav"
    assert answers_to([order(out)]) == [{"made": str(out)}]
    samples = decoded(out)
    assert samples is not None
    assert len(samples) == 240 * 6


def test_no_half_written_file_stays(tmp_path: Path) -> None:
    answers_to([order(tmp_path / "a.wav")])
    assert [file.name for file in tmp_path.iterdir()] == ["a.wav"]


def test_a_broken_order_is_refused_and_the_next_one_done(tmp_path: Path) -> None:
    told = answers_to(["{", "{}", "[]", order(tmp_path / "a.wav")])
    assert [next(iter(answer)) for answer in told] == ["failed", "failed", "failed", "made"]


def test_words_that_cannot_be_spoken_make_no_file(tmp_path: Path) -> None:
    assert answers_to([order(tmp_path / "a.wav", "")]) == [{"failed": "ValueError"}]
    assert list(tmp_path.iterdir()) == []


def test_a_refusal_never_repeats_the_words(tmp_path: Path) -> None:
    def refuse(text: str) -> bytes:
        raise RuntimeError(text)

    told = answers_to([order(tmp_path / "a.wav", "Rosalind")], refuse)
    assert "Rosalind" not in json.dumps(told)


def test_a_voice_that_is_not_installed_is_refused(tmp_path: Path) -> None:
    def missing() -> Reader:
        raise ImportError("hibari")

    told = io.StringIO()
    serve([order(tmp_path / "a.wav")], told, missing)
    assert json.loads(told.getvalue()) == {"failed": "ImportError"}


def test_the_cache_keeps_only_the_newest_files(tmp_path: Path) -> None:
    answers_to([order(tmp_path / f"{i}.wav", "a") for i in range(KEPT + 5)])
    assert len(list(tmp_path.iterdir())) == KEPT
