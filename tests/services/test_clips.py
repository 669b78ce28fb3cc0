"""Films are checked before they are kept, changed and removed without loss, and put back when it was a mistake."""

from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest

from companion.domain.clip import LONGEST_CAPTION
from companion.domain.errors import CompanionError
from companion.services.clip_ports import Inspection
from companion.services.clips import ClipLibrary
from tests.clip_fakes import MemoryShelf, SureInspector


class Setting:
    """A library and what it stands on."""

    def __init__(self, folder: Path) -> None:
        self.shelf = MemoryShelf()
        self.inspector = SureInspector()
        ids = count(1)
        self.library = ClipLibrary(self.shelf, self.inspector, lambda: f"clip-{next(ids)}")
        self.source = folder / "legs_evening.mp4"
        self.source.write_bytes(b"a film")


@pytest.fixture
def setting(tmp_path: Path) -> Setting:
    return Setting(tmp_path)


def test_a_film_that_is_kept_is_found_at_its_stroke(setting: Setting) -> None:
    library = setting.library
    candidate = library.check(setting.source)
    kept = library.keep(candidate, library.proposal(candidate, "toe-roll"))
    assert (kept.id, kept.title, kept.seconds, kept.muted) == ("clip-1", "legs evening", 8.0, True)
    assert library.of_stroke("toe-roll") == (kept,)
    assert library.of_stroke("leg-roll") == ()
    assert library.poster(kept) == b"a picture"


def test_a_film_that_is_refused_leaves_nothing_behind(setting: Setting) -> None:
    setting.inspector.refusal = CompanionError("clip-no-picture", name="legs_evening.mp4")
    with pytest.raises(CompanionError):
        setting.library.check(setting.source)
    assert setting.shelf.parts == set()


def test_a_film_that_is_too_long_leaves_nothing_behind(setting: Setting) -> None:
    setting.inspector.seen = Inspection(4e9, 1280, 720, sound=False, poster=b"p")
    with pytest.raises(CompanionError) as caught:
        setting.library.check(setting.source)
    assert caught.value.key == "clip-too-long"
    assert setting.shelf.parts == set()


def test_a_candidate_can_be_thrown_away(setting: Setting) -> None:
    candidate = setting.library.check(setting.source)
    assert setting.library.trial_cue(candidate).file in setting.shelf.parts
    setting.library.discard(candidate)
    assert setting.shelf.parts == set()


def test_a_change_is_tidied_and_kept(setting: Setting) -> None:
    library = setting.library
    candidate = library.check(setting.source)
    kept = library.keep(candidate, library.proposal(candidate, "toe-roll"))
    wished = replace(kept, title=" With\n our doll ", caption="c" * 999, start=7.9, end=99.0, slow=True)
    changed = library.change(wished)
    assert changed.title == "With our doll"
    assert len(changed.caption) == LONGEST_CAPTION
    assert (changed.start, changed.end) == (7.5, 8.0)
    assert library.of_stroke("toe-roll") == (changed,)


def test_a_clip_that_was_removed_can_be_put_back_until_the_sweep(setting: Setting) -> None:
    library = setting.library
    candidate = library.check(setting.source)
    kept = library.keep(candidate, library.proposal(candidate, "toe-roll"))
    library.remove(kept)
    assert library.of_stroke("toe-roll") == ()
    library.put_back(kept)
    library.put_back(kept)
    library.sweep()
    assert library.of_stroke("toe-roll") == (kept,)
    assert kept.film.sha in setting.shelf.kept
    library.remove(kept)
    library.sweep()
    assert setting.shelf.kept == {}


def test_leaving_sweeps_after_a_removal_alone(setting: Setting) -> None:
    library = setting.library
    candidate = library.check(setting.source)
    kept = library.keep(candidate, library.proposal(candidate, "toe-roll"))
    setting.shelf.kept["b" * 64] = b"of a list that was read badly"
    library.leave()
    assert set(setting.shelf.kept) == {kept.film.sha, "b" * 64}
    library.remove(kept)
    library.leave()
    assert setting.shelf.kept == {}


def test_changing_a_removed_clip_does_not_bring_it_back(setting: Setting) -> None:
    library = setting.library
    candidate = library.check(setting.source)
    kept = library.keep(candidate, library.proposal(candidate, "toe-roll"))
    library.remove(kept)
    library.change(replace(kept, slow=True))
    assert library.of_stroke("toe-roll") == ()


def test_a_cue_plays_the_trim_at_its_pace_and_silently_unless_asked(setting: Setting) -> None:
    library = setting.library
    candidate = library.check(setting.source)
    clip = replace(library.proposal(candidate, "toe-roll"), start=1.0, end=3.0, slow=True)
    cue = library.cue(clip)
    assert (cue.start, cue.end, cue.rate, cue.muted, cue.loop) == (1.0, 3.0, 0.5, True, True)
    assert not library.cue(replace(clip, muted=False)).muted
    silent = replace(clip, muted=False, film=replace(clip.film, sound=False))
    assert library.cue(silent).muted


def test_a_shelf_that_cannot_be_written_refuses_in_one_word(setting: Setting) -> None:
    candidate = setting.library.check(setting.source)
    setting.shelf.broken = CompanionError("disk-full", folder="clips")
    with pytest.raises(CompanionError) as caught:
        setting.library.keep(candidate, setting.library.proposal(candidate, "toe-roll"))
    assert caught.value.key == "disk-full"
