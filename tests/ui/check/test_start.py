"""From Begin to play: how many presses it takes, what each answer leads to, and what can never be begun."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from companion.domain.body import Area
from companion.domain.check import ALL_FINE
from companion.domain.errors import CompanionError
from companion.domain.family import Caregiver
from companion.domain.parts import Part
from companion.domain.player import Phase
from companion.domain.safety import Verdict
from companion.domain.settings import Settings
from companion.domain.unlock import TherapistDose, Unlock
from companion.ui.start import Start
from tests.fakes import MORNING, ManualClock, MemoryFamilies, MemorySettings
from tests.ui.conftest import OpenHouse
from tests.ui.house import House, a_baby, family_of
from tests.ui.walker import Walker

SESSION = "session-1"
DIFFERENT = "Something is different"


@pytest.fixture
def older(open_house: OpenHouse) -> Walker:
    """In front of the window of a family whose baby is older than three months."""
    return open_house(House(families=family_of(a_baby(weeks=20))))


def is_playing(walker: Walker) -> bool:
    return walker.window._flow.presenter is not None


def test_three_presses_lead_from_today_to_play(walker: Walker) -> None:
    for name in ("Begin", "All fine today", "Begin"):
        walker.click(name)
    assert walker.phase is Phase.PLAYING
    assert walker.house.journal.occasion(SESSION)


def test_enter_three_times_is_enough(walker: Walker) -> None:
    for _ in range(3):
        walker.key(Qt.Key.Key_Return)
    assert walker.phase is Phase.PLAYING


def test_a_clicker_begins_a_plan_but_answers_no_question_about_the_baby(walker: Walker) -> None:
    walker.click("Begin")
    walker.key(Qt.Key.Key_PageDown)
    assert walker.sees("All fine today")
    walker.click("All fine today")
    walker.key(Qt.Key.Key_PageDown)
    assert walker.phase is Phase.PLAYING


def test_the_second_half_of_a_double_click_is_no_answer(walker: Walker) -> None:
    walker.click("Begin")
    walker.double_click("All fine today")
    assert walker.sees("Something is different")


def test_the_list_says_all_that_all_fine_means(walker: Walker) -> None:
    walker.click("Begin")
    words = walker.reads()
    for told in ("fever", "warning signs", "vomiting", "vaccine", "45 minutes", "Awake and calm", "yellow"):
        assert told in words


def test_a_plan_without_changes_is_brief_and_says_so(walker: Walker) -> None:
    walker.click("Begin")
    walker.click("All fine today")
    words = walker.reads()
    assert "Good to go" in words
    assert "8 min · 15 steps" in words
    assert "What is different, and why" not in words


def test_the_plan_is_spoken_in_one_sentence(walker: Walker) -> None:
    walker.click("Begin")
    walker.click("All fine today")
    assert walker.house.voice.said == ["phrase.say.plan.as-usual"]


def test_nothing_is_spoken_when_the_voice_is_off(open_house: OpenHouse) -> None:
    walker = open_house(House(settings=MemorySettings(Settings(voice_on=False))))
    walker.click("Begin")
    walker.click("All fine today")
    assert walker.house.voice.said == []


def test_a_sore_leg_is_left_out_and_told(walker: Walker) -> None:
    walker.click("Begin")
    walker.click(DIFFERENT)
    walker.click("Sore skin")
    walker.click("Sore skin: Left leg")
    walker.click("Go on")
    assert "Left leg left out: the skin is sore there." in walker.reads()
    walker.click("Begin")
    occasion = walker.house.journal.occasion(SESSION)
    assert occasion
    assert occasion.check == replace(ALL_FINE, skin=frozenset({Part.LEFT_LEG}))
    assert occasion.verdict is Verdict.GO_WITH_CHANGES
    assert all(step.side != "left" for step in walker.presenter._playing.plan.steps)


def test_where_a_reason_comes_from_is_one_tap_away(walker: Walker) -> None:
    walker.window.begin(Start("full-body"))
    walker.click("All fine today")
    before = walker.reads()
    walker.click("Where this comes from")
    assert "CUH" not in walker.reads()
    assert len(walker.reads()) > len(before)
    walker.click("Hide the sources")
    assert walker.reads() == before


@pytest.mark.parametrize(
    ("clicks", "title", "way"),
    [
        (("A fever",), "Not today", "All right"),
        (
            ("Fed less than 45 minutes ago", "Fed less than 45 minutes ago: Less than 30 minutes ago"),
            "Not just yet",
            "All right",
        ),
        (("Sore skin",), "Look at baby first", "Answer again"),
        (("A warning sign",), "Look at baby first", "Get help"),
        (("A warning sign", "Limp, or does not wake up."), "Get help now", "Get help"),
    ],
)
def test_nothing_can_be_begun_past_such_a_verdict(
    older: Walker, clicks: tuple[str, ...], title: str, way: str
) -> None:
    walker = older
    walker.click("Begin")
    walker.click(DIFFERENT)
    for name in clicks:
        walker.click(name)
        QApplication.processEvents()
    walker.click("Go on")
    assert title in walker.reads()
    assert not walker.sees("Begin")
    assert walker.sees(way)
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_Space):
        walker.key(key)
    assert not is_playing(walker)


def test_a_sign_is_one_tap_from_the_check_and_leads_to_help(walker: Walker) -> None:
    walker.click("Begin")
    walker.click("I see a sign that worries me")
    walker.click("Having a seizure: stiff or jerking, and does not look at you.")
    walker.click("Go on")
    assert "Call 911 now." in walker.reads()
    walker.key(Qt.Key.Key_Return)
    assert "911" in walker.reads()
    assert not is_playing(walker)


def test_a_drowsy_baby_gets_still_hands_only(walker: Walker) -> None:
    walker.click("Begin")
    walker.click(DIFFERENT)
    walker.click("Baby is not awake and calm")
    walker.click("Drowsy")
    walker.click("Go on")
    assert "Still hands only" in walker.reads()
    walker.click("Begin")
    assert {step.kind for step in walker.presenter._playing.plan.steps} <= {"hold", "ask"}


def test_a_fever_under_three_months_needs_help(walker: Walker) -> None:
    walker.click("Begin")
    walker.click(DIFFERENT)
    walker.click("A fever")
    walker.click("Go on")
    assert "Go to the emergency room today." in walker.reads()
    assert not walker.sees("Practise on a doll")


def test_not_today_offers_a_doll_and_the_player_says_so(older: Walker) -> None:
    walker = older
    walker.click("Begin")
    walker.click(DIFFERENT)
    walker.click("A fever")
    walker.click("Go on")
    walker.click("Practise on a doll")
    assert "It is not counted as massage." in walker.reads()
    walker.click("Begin")
    assert "On a doll" in walker.reads()
    record = walker.house.journal.session(SESSION)
    assert record
    assert record.practice


def test_another_routine_takes_the_same_answers(walker: Walker) -> None:
    walker.window.begin(Start("evening-legs"))
    walker.click("All fine today")
    assert "Not this one today" in walker.reads()
    walker.click("Begin Feet anywhere")
    walker.click("Begin")
    assert walker.presenter._playing.plan.routine == "feet-anywhere"


def test_a_shorter_version_is_refitted_at_once(walker: Walker) -> None:
    walker.window.begin(Start("full-body"))
    walker.click("All fine today")
    walker.click("How much: Short · 8 min")
    assert "8 min ·" in walker.reads()
    walker.click("How much: Only one area")
    walker.click("Which area: Arms & hands · 9 min")
    walker.click("Begin")
    areas = {step.area for step in walker.presenter._playing.plan.steps}
    assert areas == {Area.CONTACT, Area.ARMS}


def test_the_answer_of_the_last_hour_can_be_used_again(walker: Walker) -> None:
    walker.click("Begin")
    walker.click(DIFFERENT)
    walker.click("Sore skin")
    walker.click("Sore skin: Left leg")
    walker.click("Go on")
    walker.click("Back")
    walker.let_pass(600)
    walker.click("Back")
    walker.click("Begin")
    walker.click(next(name for name in walker.names() if name.startswith("As you said at 9:30")))
    assert "Left leg left out" in walker.reads()


def test_an_answer_of_two_hours_ago_is_not_offered(walker: Walker) -> None:
    walker.click("Begin")
    walker.click("All fine today")
    walker.click("Back")
    walker.click("Back")
    clock = walker.house.clock
    assert isinstance(clock, ManualClock)
    clock.advance(7200)
    walker.click("Begin")
    assert "As you said" not in walker.reads()


def test_going_back_to_today_puts_the_keys_on_begin(walker: Walker) -> None:
    walker.click("Begin")
    walker.key(Qt.Key.Key_Escape)
    assert walker.sees("Choose another")
    walker.key(Qt.Key.Key_Return)
    assert walker.sees("All fine today")


def test_a_baby_of_whom_nothing_is_known_is_asked_about_once(open_house: OpenHouse) -> None:
    families = MemoryFamilies()
    walker = open_house(House(families=families))
    walker.window.begin(Start("first-massage"))
    walker.click("Was baby born early?: No, at 37 weeks or later")
    walker.click("Does any of this fit your baby?: None of these")
    walker.click("Go on")
    walker.click("All fine today")
    assert "we do not know how old baby is" in walker.reads()
    walker.click("Begin")
    assert is_playing(walker)
    (kept,) = families.babies()
    assert (kept.profile.weeks_early, kept.profile.conditions) == (0, ())


def test_a_baby_of_whom_nobody_is_sure_gets_no_massage_yet(open_house: OpenHouse) -> None:
    walker = open_house(House(families=MemoryFamilies()))
    walker.window.begin(Start("first-massage"))
    walker.click("Go on")
    walker.click("All fine today")
    assert "Look at baby first" in walker.reads()
    assert not walker.sees("Begin")
    walker.click("Answer now")
    assert "Was baby born early?" in walker.reads()


def test_an_early_baby_is_told_of_on_its_own_page(open_house: OpenHouse) -> None:
    families = family_of(a_baby(weeks_early=None))
    walker = open_house(House(families=families))
    walker.window.begin(Start("first-massage"))
    walker.click("Was baby born early?: Yes, before 37 weeks")
    walker.click("Tell us more")
    assert not walker.sees("All fine today")
    assert families.babies()[0].profile.weeks_early is None


def test_another_baby_is_one_tap_away_and_is_remembered(open_house: OpenHouse) -> None:
    walker = open_house(House(families=family_of(a_baby(), a_baby("Noah", 5, navel_healed="no"))))
    walker.click("Begin")
    walker.click("For: Noah")
    assert "Noah · 5 weeks old" in walker.reads()
    walker.all_fine()
    occasion = walker.house.journal.occasion(SESSION)
    assert occasion
    assert occasion.baby == "baby-noah"
    assert walker.house.settings.load().baby == "baby-noah"


def test_who_massages_is_one_tap(open_house: OpenHouse) -> None:
    families = family_of(a_baby())
    families.keep_caregiver(Caregiver("ana", "Ana"))
    families.keep_caregiver(Caregiver("sam", "Sam"))
    walker = open_house(House(families=families))
    walker.click("Begin")
    walker.click("All fine today")
    walker.click("Who massages?: Sam")
    walker.click("Begin")
    occasion = walker.house.journal.occasion(SESSION)
    assert occasion
    assert occasion.caregiver == "sam"


def test_a_locked_routine_says_why_before_it_asks_anything(walker: Walker) -> None:
    walker.window.begin(Start("torticollis"))
    assert "opens when your therapist sets it up with you" in walker.reads()
    assert not walker.sees("Begin")
    assert not walker.sees("All fine today")


def test_the_way_to_open_a_locked_routine_leads_from_the_routines(walker: Walker) -> None:
    walker.click("Routines")
    walker.click("Open Still touch")
    assert "opens when your therapist sets it up with you" in walker.reads()
    walker.click("To baby’s page")
    assert not walker.sees("To baby’s page")
    assert "Mila" in walker.reads()


def test_a_routine_is_practised_on_a_doll_from_the_routines(walker: Walker) -> None:
    walker.click("Routines")
    walker.click("What is in it")
    walker.click("Practise First massage on a doll")
    walker.click("Begin")
    assert "On a doll · You and baby" in walker.reads()


def test_a_therapists_unlock_opens_a_locked_routine(open_house: OpenHouse) -> None:
    yes = Unlock(
        "Ana Roy, PT",
        MORNING.date(),
        frozenset(Area),
        routine="still-touch",
        doses=(TherapistDose("resting-hands", 1, 60.0), TherapistDose("hand-hug", 1, 60.0)),
    )
    walker = open_house(House(families=family_of(a_baby(unlocks=(yes,)))))
    walker.window.begin(Start("still-touch"))
    walker.all_fine()
    assert walker.presenter._playing.plan.routine == "still-touch"


def test_any_stroke_can_be_practised_on_a_doll(walker: Walker) -> None:
    walker.window.begin(Start(doll=True, stroke="i-love-you"))
    assert "On a doll" in walker.reads()
    walker.key(Qt.Key.Key_PageDown)
    assert walker.presenter._playing.plan.routine == "stroke:i-love-you"


def test_a_routine_that_there_is_not_is_refused_in_a_sentence(walker: Walker) -> None:
    walker.window.begin(Start("dancing"))
    assert "dancing" in walker.reads()


def test_a_family_that_cannot_be_written_is_told(open_house: OpenHouse) -> None:
    families = FullDisk()
    walker = open_house(House(families=families))
    walker.window.begin(Start("first-massage"))
    walker.click("Does any of this fit your baby?: None of these")
    walker.click("Go on")
    assert "The disk is full" in walker.reads()


class FullDisk(MemoryFamilies):
    """A family on a disk that is full."""

    def keep_baby(self, baby: object) -> None:
        raise CompanionError("disk-full")


def test_help_is_one_key_from_the_check(walker: Walker) -> None:
    walker.click("Begin")
    walker.key(Qt.Key.Key_H)
    assert "911" in walker.reads()
