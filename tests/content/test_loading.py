"""Loading gives everything or one error that says what is wrong, and is quick when nothing has changed."""

import dataclasses
from pathlib import Path

import pytest

from companion.content import library as loading
from companion.content.library import Library, load_library, load_messages, load_strokes
from companion.content.narration import spoken_lines
from companion.domain.errors import CompanionError
from companion.domain.words import Words
from tests.content.copies import DATA, Copy


def refused(copy: Copy, cache: Path | None = None) -> CompanionError:
    with pytest.raises(CompanionError) as caught:
        load_library(copy.data, "en", cache)
    assert caught.value.key == "content-broken"
    return caught.value


def test_a_broken_file_of_strokes_is_refused_and_not_left_out(copy: Copy) -> None:
    (copy.data / "strokes/legs.toml").write_text("[hip-to-ankle-glide\n", encoding="utf-8")
    error = refused(copy)
    assert (error.details["file"], error.details["where"]) == ("data/strokes/legs.toml", "line 1")


def test_the_error_has_a_sentence_with_a_place_for_each_detail(copy: Copy) -> None:
    copy.in_table("strokes/legs.toml", "toe-roll", "times = 5", 'times = "five"')
    sentence = load_messages(DATA, "en")["content-broken"].format_map(dict(refused(copy).details))
    assert "data/strokes/legs.toml" in sentence
    assert "toe-roll.times" in sentence
    assert "expected int, got str" in sentence


@pytest.mark.parametrize("folder", ["strokes", "routines", "text/en"])
def test_a_folder_that_is_gone_is_refused(copy: Copy, folder: str) -> None:
    for path in (copy.data / folder).glob("*.toml"):
        path.unlink()
    assert folder.partition("/")[0] in str(refused(copy).details["file"])


def test_missing_words_are_refused(copy: Copy) -> None:
    copy.replace("text/en/strokes.toml", "[toe-roll]", "[toe-tickle]")
    assert refused(copy).details["where"] == "toe-roll"


def test_an_unknown_stroke_in_a_routine_is_refused(copy: Copy) -> None:
    copy.replace("routines/face.toml", '"jaw-circles"', '"jaw-squares"')
    assert "jaw-squares" in str(refused(copy).details["what"])


def test_an_unknown_language_is_refused(copy: Copy) -> None:
    with pytest.raises(CompanionError, match="content-broken"):
        load_library(copy.data, "tlh")


def test_a_kept_copy_holds_the_same_as_the_files(copy: Copy, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    first, kept = load_library(copy.data, "en", cache), load_library(copy.data, "en", cache)
    assert kept == first == load_library(copy.data, "en")


def test_a_start_without_changes_reads_no_data_file(
    copy: Copy, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load_library(copy.data, "en", tmp_path)

    def read_again(data: Path, language: str) -> None:
        pytest.fail(f"the files in {data} were read again for {language}")

    monkeypatch.setattr(loading, "read_tables", read_again)
    assert load_library(copy.data, "en", tmp_path).strokes


def test_a_changed_file_is_read_again(copy: Copy, tmp_path: Path) -> None:
    load_library(copy.data, "en", tmp_path)
    copy.in_table("strokes/legs.toml", "toe-roll", "seconds = 2.0", "seconds = 2.25")
    assert load_library(copy.data, "en", tmp_path).strokes["toe-roll"].seconds == 2.25


def test_a_file_that_broke_after_it_was_kept_is_refused(copy: Copy, tmp_path: Path) -> None:
    load_library(copy.data, "en", tmp_path)
    copy.append("strokes/legs.toml", "\n[oops\n")
    assert refused(copy, tmp_path).details["file"] == "data/strokes/legs.toml"


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"stamp": 1}', b"\xff\xfe"])
def test_a_damaged_kept_copy_is_made_again(copy: Copy, tmp_path: Path, damage: bytes) -> None:
    load_library(copy.data, "en", tmp_path)
    (tmp_path / "content-en.json").write_bytes(damage)
    assert load_library(copy.data, "en", tmp_path) == load_library(copy.data, "en")
    assert len((tmp_path / "content-en.json").read_bytes()) > 1000


def test_a_kept_copy_that_lacks_a_field_is_made_again(copy: Copy, tmp_path: Path) -> None:
    load_library(copy.data, "en", tmp_path)
    kept = tmp_path / "content-en.json"
    kept.write_text(
        kept.read_text(encoding="utf-8").replace('"laterality":', '"laterally":'), encoding="utf-8"
    )
    assert load_library(copy.data, "en", tmp_path) == load_library(copy.data, "en")


def test_content_loads_where_nothing_can_be_kept(copy: Copy, tmp_path: Path) -> None:
    cache = tmp_path / "a-file"
    cache.write_text("not a folder", encoding="utf-8")
    assert load_library(copy.data, "en", cache).strokes


def test_strokes_load_without_words(copy: Copy) -> None:
    (copy.data / "text/en/strokes.toml").unlink()
    assert len(load_strokes(copy.data)) == 62


def test_a_library_cannot_be_changed(library: Library) -> None:
    with pytest.raises(TypeError):
        library.strokes["toe-roll"] = library.strokes["leg-roll"]  # type: ignore[index]


def test_spoken_lines_are_those_of_strokes_and_of_phrases_to_say(library: Library) -> None:
    lines = spoken_lines(library.words)
    words = library.words.strokes
    assert lines["stroke.hip-to-ankle-glide.other"] == words["hip-to-ankle-glide"].say_other_side
    assert lines["stroke.resting-hands@chest.first"] == words["resting-hands@chest"].say_first
    assert "stroke.permission.other" not in lines
    assert {line for line in lines if line.startswith("phrase.") and not line.startswith("phrase.say.")} == {
        f"phrase.help.crying.{number}" for number in range(1, 7)
    }


def test_a_phrase_with_a_place_to_fill_is_not_spoken_beforehand(library: Library) -> None:
    phrases = {"say.hello": "Hello.", "say.name": "Hello {name}.", "area.legs": "Legs"}
    words: Words = dataclasses.replace(library.words, strokes={}, phrases=phrases)
    assert dict(spoken_lines(words)) == {"phrase.say.hello": "Hello."}


def test_what_safety_says_aloud_is_spoken_beforehand_too(library: Library) -> None:
    lines = spoken_lines(library.words, {"say.plan.gentle": "Only still hands.", "note": "Not for the ear."})
    assert lines["phrase.say.plan.gentle"] == "Only still hands."
    assert "phrase.note" not in lines
