"""A day is drawn in quarters of an hour, and what is not drawn is not guessed."""

from datetime import date, timedelta

from companion.domain.day_card import BLOCKS, DayCard, Doing, Span, baseline, spans

DAY = DayCard("mila", date(2026, 7, 1))


def test_a_new_day_has_nothing_in_it() -> None:
    assert not DAY.is_drawn
    assert DAY.minutes(*set(Doing) - {Doing.UNKNOWN}) == 0


def test_dragging_backwards_draws_the_same_as_forwards() -> None:
    assert DAY.drawn(10, 4, Doing.CRYING) == DAY.drawn(4, 10, Doing.CRYING)


def test_a_drag_beyond_the_strip_ends_at_midnight() -> None:
    drawn = DAY.drawn(90, 200, Doing.SLEEP).drawn(-5, 0, Doing.SLEEP)
    assert len(drawn.blocks) == BLOCKS
    assert drawn.minutes(Doing.SLEEP) == 7 * 15


def test_drawing_over_replaces_and_unknown_wipes_out() -> None:
    drawn = DAY.drawn(0, 9, Doing.SLEEP).drawn(3, 4, Doing.CRYING)
    assert (drawn.minutes(Doing.SLEEP), drawn.minutes(Doing.CRYING)) == (8 * 15, 30)
    assert not drawn.drawn(0, 9, Doing.UNKNOWN).is_drawn


def test_the_longest_stretch_may_be_of_two_kinds() -> None:
    drawn = DAY.drawn(0, 2, Doing.CRYING).drawn(10, 11, Doing.FUSSING).drawn(12, 13, Doing.CRYING)
    assert drawn.longest(Doing.CRYING) == 45
    assert drawn.longest(Doing.CRYING, Doing.FUSSING) == 60
    assert DAY.longest(Doing.CRYING) == 0


def test_the_baseline_is_that_of_the_first_seven_days_that_were_drawn() -> None:
    days = [DayCard("mila", DAY.day + timedelta(days=number)) for number in range(9)]
    drawn = [day.drawn(0, number, Doing.CRYING) for number, day in enumerate(days)]
    assert baseline([days[0], *reversed(drawn)]) == 15 * (1 + 2 + 3 + 4 + 5 + 6 + 7) / 7
    assert baseline(drawn[:6]) is None


def test_a_day_is_told_in_stretches_and_leaves_out_what_nobody_drew() -> None:
    drawn = DAY.drawn(0, 3, Doing.SLEEP).drawn(4, 4, Doing.CRYING).drawn(90, 95, Doing.SLEEP)
    told = (Span(Doing.SLEEP, 0, 3), Span(Doing.CRYING, 4, 4), Span(Doing.SLEEP, 90, 95))
    assert spans(drawn.blocks) == told
    assert [span.minutes for span in told] == [60, 15, 90]
