"""Settings of the clinic: what is outside its range gives way to the careful value."""

from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.domain.clinic import ClinicSettings, careful, within
from tests.domain.safe import safety

NAMES = [field.name for field in fields(ClinicSettings)]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("value", [-1, 1000])
def test_a_value_out_of_its_range_gives_way_alone(name: str, value: int) -> None:
    other = "vaccine_hours" if name != "vaccine_hours" else "feed_gap"
    chosen = replace(ClinicSettings(), **{other: 60})
    kept = careful(replace(chosen, **{name: value}), safety().clinic)
    assert kept == chosen


@given(st.fixed_dictionaries({name: st.integers(0, 1000) for name in NAMES}))
def test_whatever_is_stored_what_counts_is_within_the_ranges(values: dict[str, int]) -> None:
    kept = careful(ClinicSettings(**values), safety().clinic)
    assert within(kept, safety().clinic) == kept
