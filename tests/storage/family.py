"""A family to write down: two babies, one well known and one not at all, and two caregivers."""

from datetime import date

from companion.domain.baby import Answer, BabyProfile, born_in, born_on
from companion.domain.body import Area
from companion.domain.check import ALL_FINE, TodayCheck, Vaccine
from companion.domain.family import Baby, Caregiver
from companion.domain.occasion import Occasion
from companion.domain.parts import Part
from companion.domain.plan import Reason
from companion.domain.safety import Verdict
from companion.domain.session import BabyState
from companion.domain.unlock import TherapistDose, Unlock

MILA = Baby(
    BabyProfile(
        id="5d1b9f0a-0000-4000-8000-00000000000a",
        nickname="Mila 🐻",
        birth=born_on(date(2026, 6, 1)),
        weeks_early=5,
        navel_healed=Answer.YES,
        conditions=("preterm", "hip-harness"),
        likes=("hip-to-ankle-glide", "toe-roll"),
        caregivers=("7f9d0000-0000-4000-8000-00000000000c",),
    ),
    tone=3,
)
NEW = Baby(BabyProfile(id="5d1b9f0a-0000-4000-8000-00000000000b"))
MONTH_KNOWN = Baby(
    BabyProfile(id="5d1b9f0a-0000-4000-8000-00000000000d", birth=born_in(2026, 2), conditions=())
)
ANA = Caregiver("7f9d0000-0000-4000-8000-00000000000c", "Ana")
BEN = Caregiver("7f9d0000-0000-4000-8000-00000000000e", "Ben", archived=True)
LEGS = Unlock("R. Tremblay", date(2026, 7, 1), frozenset({Area.LEGS, Area.ARMS}), frozenset({"preterm"}))
DOSED = Unlock(
    "R. Tremblay",
    date(2026, 7, 2),
    frozenset({Area.CONTACT}),
    routine="still-touch",
    doses=(TherapistDose("hand-hug", 1, 90.0), TherapistDose("resting-hands", 2, 30.0, "head")),
)
POORLY = TodayCheck(
    unwell=Answer.YES,
    skin=frozenset({Part.LEFT_LEG, Part.TUMMY}),
    vaccines=(Vaccine(Part.RIGHT_LEG, 20, Answer.NO), Vaccine(None)),
    fed_minutes=40,
    state=BabyState.ACTIVE_ALERT,
    flags=frozenset(),
)
FINE_DAY = Occasion(MILA.id, ANA.id, check=ALL_FINE, verdict=Verdict.GO)
POOR_DAY = Occasion(
    NEW.id,
    ANA.id,
    practice=True,
    twins="5d1b9f0a-0000-4000-8000-0000000000ff",
    check=POORLY,
    verdict=Verdict.NOT_TODAY,
    reasons=(Reason("check.unwell", "", "CHOC"), Reason("check.skin", "part:left-leg", "FIT, GOK")),
)
