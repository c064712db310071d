"""Writes the sounds of the till: ``python packaging/sounds.py``.

They are told apart without counting: one short high note for goods that were taken, a low double buzz for an entry that
was refused, three falling notes for a scan that was not taken, two rising notes for a question. All are short and soft,
because a counter hears them all day.
"""

import io
import math
import wave
from array import array
from types import MappingProxyType
from typing import NamedTuple

from posim_desktop.settings import own_folder

RATE = 22_050
_LOUDEST = 12_000  # of 32,767
_FADE = 0.008  # seconds; a note that begins or ends at once clicks


class Note(NamedTuple):
    """A note, or a rest when it has no pitch.

    Attributes:
        hertz: Its pitch.
        seconds: How long it is.
        overtones: How much of the second and third partial sounds with it; more of them buzz.
    """

    hertz: float
    seconds: float
    overtones: float = 0.15


SOUNDS = MappingProxyType(
    {
        "good": (Note(1318.5, 0.08),),
        "refused": (Note(196, 0.12, 0.8), Note(0, 0.05), Note(196, 0.16, 0.8)),
        "not_taken": (Note(440, 0.09, 0.5), Note(330, 0.09, 0.5), Note(220, 0.18, 0.5)),
        "attention": (Note(659.3, 0.11), Note(987.8, 0.19)),
    }
)
"""The notes of each sound by its name."""


def samples(note: Note) -> "array[int]":
    """Return the note as 16-bit samples."""
    length = round(note.seconds * RATE)
    fade = round(_FADE * RATE)
    return array("h", (_sample(note, place, min(1, place / fade, (length - place) / fade)) for place in range(length)))


def _sample(note: Note, place: int, strength: float) -> int:
    turn = 2 * math.pi * note.hertz * place / RATE
    wave_height = math.sin(turn) + note.overtones * (math.sin(2 * turn) + math.sin(3 * turn)) / 2
    return round(_LOUDEST * strength * wave_height / (1 + note.overtones))


def written(name: str) -> bytes:
    """Return a sound as a WAV file."""
    file = io.BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(RATE)
        for note in SOUNDS[name]:
            sound.writeframes(samples(note).tobytes())
    return file.getvalue()


if __name__ == "__main__":
    folder = own_folder("resources") / "sounds"
    folder.mkdir(exist_ok=True)
    for each in SOUNDS:
        (folder / f"{each}.wav").write_bytes(written(each))
