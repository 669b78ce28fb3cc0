"""Handouts and reports reach their file in one step, on the real wiring, or say in a sentence why not."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from companion.app.papers import Asked, Print, handout, report, save
from companion.app.paths import Paths
from companion.domain.errors import CompanionError
from companion.handout.ink import read_ink
from companion.handout.lettering import load_lettering
from companion.handout.paper import PaperSize
from tests.fakes import ManualClock
from tests.handout.conftest import ROOT, THEMES
from tests.handout.reading import looks, text_of

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths(ROOT / "data", ROOT / "media", tmp_path / "home", tmp_path / "cache")


def test_a_handout_is_written_on_the_paper_that_was_asked_for(paths: Paths, tmp_path: Path) -> None:
    out = tmp_path / "legs.pdf"
    handout("evening-legs", out, paths, ManualClock(), Print(PaperSize.LETTER, mono=True))
    made = out.read_bytes()
    assert "18 November 2026" in text_of(made)
    assert looks(made)[0].shape[:2] == (792, 612)
    assert list(tmp_path.glob("*.part")) == []


def test_an_unknown_routine_is_told_with_the_known_ones(paths: Paths, tmp_path: Path) -> None:
    with pytest.raises(CompanionError) as told:
        handout("dance", tmp_path / "out.pdf", paths, ManualClock(), Print())
    assert told.value.key == "unknown-routine"
    assert "first-massage" in str(told.value.details["known"])
    assert "torticollis" not in str(told.value.details["known"])


def test_a_locked_routine_leaves_no_file(paths: Paths, tmp_path: Path) -> None:
    with pytest.raises(CompanionError) as told:
        handout("torticollis", tmp_path / "out.pdf", paths, ManualClock(), Print())
    assert told.value.key == "routine-locked"
    assert not (tmp_path / "out.pdf").exists()


def test_the_report_of_a_new_diary_says_kindly_that_it_is_empty(paths: Paths, tmp_path: Path) -> None:
    out = tmp_path / "report.pdf"
    report(Asked(weeks=2, nickname="Mila"), out, paths, ManualClock(), Print())
    text = text_of(out.read_bytes())
    assert "Nothing noted in these weeks" in text
    assert "5 November 2026 to 18 November 2026" in text


def test_a_file_that_cannot_be_written_is_told_and_the_old_one_stays(tmp_path: Path) -> None:
    with pytest.raises(CompanionError) as told:
        save(b"new", tmp_path / "nowhere" / "out.pdf")
    assert told.value.key == "paper-not-written"
    assert told.value.details["file"] == str(tmp_path / "nowhere" / "out.pdf")


def test_colours_that_are_missing_or_no_colours_are_told(tmp_path: Path) -> None:
    broken = tmp_path / "paper.toml"
    whole = (THEMES / "paper.toml").read_text("utf-8")
    for text in ("", "[colour", whole.replace('"#24403D"', '"dark"'), whole.replace("ink =", "inc =", 1)):
        broken.write_text(text, "utf-8")
        with pytest.raises(CompanionError) as told:
            read_ink(broken, mono=False)
        assert told.value.key == "theme-broken"


def test_the_typeface_is_made_known_once(qapp: QApplication) -> None:
    from PySide6.QtGui import QFontDatabase

    load_lettering(ROOT / "media" / "fonts")
    faces = QFontDatabase.styles("Nunito")
    load_lettering(ROOT / "media" / "fonts")
    assert QFontDatabase.styles("Nunito") == faces != []
