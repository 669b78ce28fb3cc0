"""The printed report tells some weeks at a glance, kindly when there is nothing, and never says what caused what."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from companion.domain.baby import Answer
from companion.domain.body import Side
from companion.domain.events import Cue, CueNoted, CueSeen, Event, Outcome, RestBegan, StopReason
from companion.domain.session import BabyState, Reflection, SessionRecord, SessionStatus, StepDone
from companion.handout.paper import PaperSize, pdf
from companion.handout.press import Press
from companion.handout.report_page import report_document
from companion.services.report import Goal, Why, summarise, weeks_until
from tests.handout.conftest import TODAY, MakePress
from tests.handout.reading import fonts_of, inked_edges, looks, pages_in, text_of

STROKES = (
    *("permission", "hand-hug", "hip-to-ankle-glide", "thumb-over-thumb", "ankle-to-hip-glide", "leg-sweep"),
    *("heart-on-chest", "swoop-to-bottom", "butterfly", "toe-roll", "under-toes", "leg-roll"),
)
ENJOYED = (CueNoted(1.0, 0, Cue.ENJOYING), CueSeen(2.0, 0, "yawns"), RestBegan(3.0, 0))


def session(
    days_ago: int, *, reached: int = 99, note: str = "", confidence: int | None = None
) -> SessionRecord:
    """A session of all strokes, a minute each; ``reached`` is the one at which the baby said no."""
    started = datetime.combine(TODAY - timedelta(days=days_ago), datetime.min.time(), UTC)
    stopped = reached < len(STROKES)
    outcomes = [
        Outcome.DONE if number < reached else Outcome.CUT if number == reached else Outcome.SKIPPED
        for number in range(len(STROKES))
    ]
    steps = tuple(
        StepDone(number, stroke, Side.NONE, 0.0 if outcome is Outcome.SKIPPED else 60.0, 1, outcome)
        for number, (stroke, outcome) in enumerate(zip(STROKES, outcomes, strict=True))
    )
    reflection = Reflection(BabyState.QUIET_ALERT, BabyState.DROWSY, note, comfort=4, confidence=confidence)
    return SessionRecord(
        id=f"{days_ago}",
        routine="first-massage",
        status=SessionStatus.STOPPED if stopped else SessionStatus.FINISHED,
        stop_reason=StopReason.BABY_SAID_NO if stopped else None,
        started=started,
        ended=started,
        elapsed=900.0,
        steps=steps,
        reflection=reflection,
    )


def made(
    press: Press,
    records: Sequence[SessionRecord],
    *,
    weeks: int = 4,
    goal: Goal | None = None,
    name: str = "",
) -> bytes:
    def events(session: str) -> tuple[Event, ...]:
        return ENJOYED

    summary = summarise(records, events, weeks_until(TODAY, weeks), TODAY, goal)
    return pdf(report_document(summary, press, nickname=name, cue_names={"yawns": "Yawns"}), press.size)


def test_an_empty_diary_is_told_kindly(make_press: MakePress) -> None:
    press = make_press()
    text = text_of(made(press, []))
    assert press.phrase("report.empty") in text
    assert press.phrase("report.empty.kind") in text
    assert "26 October 2026 to 22 November 2026" in text
    assert " 0 " not in text


@pytest.mark.parametrize("size", PaperSize)
def test_the_report_answers_what_a_therapist_asks(size: PaperSize, make_press: MakePress) -> None:
    press = make_press(size)
    records = [session(1, note="Is twice a day fine?", confidence=6), session(9, reached=10), session(10)]
    text = text_of(made(press, records, goal=Goal(10, 1), name="Mila"))
    for told in (
        "For my therapist: Mila",
        "3 massages",
        "35 minutes of touch",
        "2 of 4 weeks as agreed: 10 minutes on 1 days",
        "First massage: 3 ×",
        "Done to the end: 2 × · baby said no: 1 ×",
        "Leg roll 1 of 3 skipped baby said no: 1 ×",
        "Under the toes 0 of 3 skipped, 1 shortened",
        "Quiet and alert, then Drowsy: 3 ×",
        "Enjoying it: 3 ×",
        "Yawns: 3 ×",
        "Hands rested for a while: 3 ×",
        "21 Nov Is twice a day fine?",
        "sure: 6",
        "They cannot show what caused what.",
    ):
        assert told in text


def test_what_nobody_noted_is_not_told(make_press: MakePress) -> None:
    press = make_press()
    text = text_of(made(press, [session(1)]))
    for key in ("report.notes", "report.weeks.confidence"):
        assert press.phrase(key) not in text
    assert "as agreed" not in text
    assert press.phrase("report.strokes.all") in text


@pytest.mark.parametrize("longer", [False, True])
@pytest.mark.parametrize("size", PaperSize)
def test_the_report_stays_within_its_margins(size: PaperSize, longer: bool, make_press: MakePress) -> None:
    press = make_press(size, longer=longer)
    long_note = "Supercalifragilistic" * 20 + " and so on" * 400
    records = [
        session(day, reached=3 + day % 11, note=long_note if day % 9 == 0 else "ok") for day in range(60)
    ]
    content = made(press, records, weeks=10, goal=Goal(20, 5), name="Maximiliana Wilhelmine " * 6)
    assert all(inked_edges(page, 24) == [] for page in looks(content))
    assert pages_in(content) > 1


def test_a_year_of_weeks_is_drawn_with_fewer_labels(make_press: MakePress) -> None:
    press = make_press()
    content = made(press, [session(day) for day in range(0, 364, 2)], weeks=52)
    assert all(inked_edges(page, 24) == [] for page in looks(content))
    assert text_of(content).count(" min") < 30


def test_a_single_session_of_one_minute_has_a_bar(make_press: MakePress) -> None:
    press = make_press(mono=True)
    empty, one = (looks(made(press, records))[0] for records in ([], [session(0, reached=1)]))
    dark = [(page < 60).sum() for page in (empty, one)]
    assert dark[1] > dark[0] + 3000


def test_the_typeface_is_inside_the_report(make_press: MakePress) -> None:
    fonts = fonts_of(made(make_press(), [session(1)]))
    assert fonts
    assert all(inside and "Nunito" in name for name, inside in fonts)


def test_strokes_that_the_content_does_not_know_any_more_keep_their_id(make_press: MakePress) -> None:
    old = session(1, reached=0)
    gone = replace(old, steps=(replace(old.steps[0], stroke="old-stroke"),), routine="stroke:old-stroke")
    assert text_of(made(make_press(), [gone])).count("old-stroke") == 2


def test_practice_oil_and_many_cut_strokes_are_told(make_press: MakePress) -> None:
    records = [session(1, reached=0), replace(session(2), practice=True)]
    oiled = replace(records[0], reflection=replace(records[0].reflection, oil=Answer.YES))
    text = text_of(made(make_press(), [oiled, records[1]]))
    assert "Practice on a doll: 1 (not counted below)" in text
    assert "Oil used: 1 ×, no oil: 0 ×" in text
    assert "Other strokes that were skipped or shortened: 4" in text


def test_a_session_of_which_nothing_was_noted_leaves_no_empty_headings(make_press: MakePress) -> None:
    press = make_press()
    bare = replace(session(1), reflection=Reflection())
    summary = summarise([bare], lambda _: (), weeks_until(TODAY, 1), TODAY)
    text = text_of(pdf(report_document(summary, press), press.size))
    for key in ("report.states", "report.cues", "report.notes", "report.comfort"):
        assert press.phrase(key) not in text


def test_every_reason_and_state_has_words(make_press: MakePress) -> None:
    phrases = make_press().words.phrases
    assert {f"report.why.{why}" for why in Why} <= set(phrases)
    assert {f"state.{int(state)}.name" for state in BabyState} <= set(phrases)
