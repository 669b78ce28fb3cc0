"""Events are written down by name and read back exactly."""

import math
from typing import get_args

import pytest
from hypothesis import given

from companion.domain.errors import CompanionError
from companion.domain.events import Event, MomentBegan, TimeAdded
from companion.storage.event_codec import KIND_OF, decode, encode
from tests.storage.strategies import EVENTS


def test_every_kind_of_event_has_one_word_of_its_own() -> None:
    assert set(KIND_OF) == set(get_args(Event))
    assert len(set(KIND_OF.values())) == len(KIND_OF)


def test_the_words_in_files_of_people_never_change() -> None:
    assert sorted(KIND_OF.values()) == [
        "cue-noted",
        "cue-seen",
        "finished",
        "moment-began",
        "moment-ended",
        "pace-set",
        "paused",
        "repetition-done",
        "rest-began",
        "rest-ended",
        "resumed",
        "stopped",
        "time-added",
        "wait-began",
    ]


@given(EVENTS)
def test_any_event_reads_back_as_it_was_written(event: Event) -> None:
    assert decode(*encode(event)) == event


def test_an_event_is_written_in_plain_words() -> None:
    assert encode(MomentBegan(3.0, 7, 1.5)) == (3.0, "moment-began", '{"moment":7,"offset":1.5}')


def test_a_field_that_came_later_takes_its_default() -> None:
    assert decode(3.0, "moment-began", '{"moment":7}') == MomentBegan(3.0, 7, 0.0)


def test_a_whole_number_is_fine_for_seconds() -> None:
    assert decode(3.0, "time-added", '{"moment":7,"seconds":15}') == TimeAdded(3.0, 7, 15.0)


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("sneezed", "{}"),
        ("moment-began", "{}"),
        ("moment-began", '{"moment":1,"colour":2}'),
        ("moment-began", '{"moment":1.5}'),
        ("moment-began", '{"moment":true}'),
        ("moment-began", '{"moment":"1"}'),
        ("moment-began", '{"moment":null}'),
        ("time-added", '{"moment":1,"seconds":1' + "0" * 400 + "}"),
        ("paused", '{"reason":"bored"}'),
        ("paused", '{"reason":'),
        ("paused", "[]"),
        ("paused", "3"),
        ("resumed", "[" * 100_000),
    ],
)
def test_an_entry_that_is_not_ours_is_told_not_guessed(kind: str, body: str) -> None:
    with pytest.raises(CompanionError) as told:
        decode(1.0, kind, body)
    assert told.value.key == "diary-entry-unreadable"
    assert kind in str(told.value.details["what"])


def test_a_length_that_is_no_number_is_our_bug() -> None:
    with pytest.raises(ValueError, match="JSON compliant"):
        encode(TimeAdded(1.0, 2, math.nan))
