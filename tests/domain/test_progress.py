"""The session seen from afar."""

import pytest

from companion.domain.body import Area, Side
from companion.domain.plan import SessionPlan
from companion.domain.progress import sections
from companion.domain.timeline import build
from tests.fakes import first_massage

PLAN = first_massage()
TIMELINE = build(PLAN)
SECTIONS = sections(PLAN, TIMELINE)


def test_steps_of_one_area_and_side_make_a_section() -> None:
    assert [(section.area, section.side) for section in SECTIONS] == [
        (Area.CONTACT, Side.NONE),
        (Area.LEGS, Side.NONE),
        (Area.LEGS, Side.RIGHT),
        (Area.LEGS, Side.LEFT),
        (Area.LEGS, Side.NONE),
        (Area.CHEST, Side.NONE),
        (Area.ARMS, Side.NONE),
        (Area.BACK, Side.NONE),
        (Area.CONTACT, Side.NONE),
    ]
    assert SECTIONS[2].steps == (3, 4, 5)


def test_sections_leave_no_gap() -> None:
    assert [section.first for section in SECTIONS[1:]] == [section.last + 1 for section in SECTIONS[:-1]]
    assert sum(section.length for section in SECTIONS) == pytest.approx(TIMELINE.length)


def test_a_jump_to_a_section_begins_with_its_lead_in() -> None:
    assert all(TIMELINE.moments[section.lead].is_lead_in for section in SECTIONS)


def test_a_section_fills_as_the_session_goes_through_it() -> None:
    right = SECTIONS[2]
    shares = [
        right.filled(moment, elapsed, TIMELINE) for moment, elapsed in ((7, 1.0), (8, 0.0), (9, 4.0), (14, 0))
    ]
    assert shares == [0.0, 0.0, 10 / 50, 1.0]
    assert right.filled(9, 99.0, TIMELINE) == pytest.approx(18 / 50)


def test_a_section_of_no_length_is_empty_until_it_is_over() -> None:
    plan = SessionPlan("empty", tuple(PLAN.steps[:1]))
    timeline = build(plan, lead_in=0.0)
    section = sections(plan, timeline)[0]
    nothing = type(section)(section.area, section.side, (0,), 0, 2, 0, 0.0, 0.0)
    assert (nothing.filled(1, 0.0, timeline), nothing.filled(3, 0.0, timeline)) == (0.0, 1.0)
