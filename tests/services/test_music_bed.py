"""The music gives way for as long as the words take."""

from dataclasses import dataclass, field

from companion.services.clip_ports import MusicChoice
from companion.services.music_bed import VoiceOverMusic
from tests.fakes import RecordingVoice


@dataclass
class LowMusic:
    """Music that knows for how long it has to be low."""

    low_for: float = 0.0
    ducked: list[float] = field(default_factory=list[float])

    def play(self, choice: MusicChoice) -> None: ...
    def stop(self) -> None: ...
    def set_volume(self, volume: float) -> None: ...

    def duck(self, seconds: float) -> None:
        self.low_for = seconds
        self.ducked.append(seconds)

    def unduck(self) -> None:
        self.low_for = 0.0


def test_the_music_is_low_for_as_long_as_the_words_take() -> None:
    voice, music = RecordingVoice(), LowMusic()
    over = VoiceOverMusic(voice, music)
    over.say("stroke.toe-roll.first", "Roll each toe gently between your finger and thumb.")
    short, voice_line = LowMusic(), RecordingVoice()
    VoiceOverMusic(voice_line, short).say("phrase.x", "Rest.")
    assert voice.said == ["stroke.toe-roll.first"]
    assert music.low_for > short.low_for > 1.0


def test_nothing_said_leaves_the_music_alone() -> None:
    voice, music = RecordingVoice(), LowMusic()
    over = VoiceOverMusic(voice, music)
    over.say("line", "  ")
    over.prepare("line", "later")
    over.set_volume(0.3)
    assert music.ducked == []
    assert voice.prepared == ["line"]
    assert voice.volume == 0.3


def test_a_voice_that_is_hushed_gives_the_music_its_place_back() -> None:
    voice, music = RecordingVoice(), LowMusic()
    over = VoiceOverMusic(voice, music)
    over.say("line", "Some words that take a while to say.")
    over.hush()
    assert music.low_for == 0.0
    assert voice.speaking == ""
