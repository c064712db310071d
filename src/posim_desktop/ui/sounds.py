"""The sounds of a till: goods were taken, an entry or a scan was not, something is asked. Serves "Preferences".

The system's own players play the files; where there is none, nothing is heard. Nobody waits for a sound, and one that
cannot be played is not worth a word: what it says stands on the screen too.
"""

import queue
import shutil
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings

from posim_desktop.settings import own_folder

if TYPE_CHECKING:
    from pathlib import Path

_ON = "sounds/on"
_PLAYERS = (("paplay",), ("pw-play",), ("aplay", "-q"), ("afplay",))
_MOST_WAITING = 2  # a sound that comes later than that tells nothing any more
_LONGEST_SECONDS = 3


class Sound(StrEnum):
    """What a sound says; the value names its file."""

    GOOD = "good"
    REFUSED = "refused"
    NOT_TAKEN = "not_taken"
    ATTENTION = "attention"


def are_on() -> bool:
    """Return whether this user wants to hear sounds on this computer."""
    return QSettings().value(_ON, defaultValue=True, type=bool) is True


def switch(*, on: bool) -> None:
    """Let sounds be heard from now on, or not."""
    QSettings().setValue(_ON, on)


def can_be_played() -> bool:
    """Return whether this computer has a player."""
    return sys.platform == "win32" or bool(_players())


def play(sound: Sound) -> None:
    """Begin to play a sound, if sounds are on, and go on at once."""
    if are_on():
        play_anyway(sound)


def play_anyway(sound: Sound) -> None:
    """Begin to play a sound for somebody who wants to know how it is."""
    file = own_folder("resources") / "sounds" / f"{sound}.wav"
    if sys.platform == "win32":
        import winsound  # noqa: PLC0415 - there is none elsewhere

        with suppress(RuntimeError):
            winsound.PlaySound(str(file), winsound.SND_FILENAME | winsound.SND_ASYNC | winsound.SND_NODEFAULT)
    elif _players():
        with suppress(queue.Full):
            _waiting().put_nowait(file)


@cache
def _players() -> Sequence[Sequence[str]]:
    """Find the players that this computer has, once."""
    return [(found, *how) for program, *how in _PLAYERS if (found := shutil.which(program)) is not None]


@cache
def _waiting() -> "queue.Queue[Path]":
    """Begin to play what is put here, one after the other, in a thread: to start a program alone takes a moment."""
    waiting: queue.Queue[Path] = queue.Queue(_MOST_WAITING)
    threading.Thread(target=_play_all, args=(waiting,), name="sounds", daemon=True).start()
    return waiting


def _play_all(waiting: "queue.Queue[Path]") -> None:
    import subprocess  # noqa: PLC0415 - many a start plays nothing

    while True:
        file = waiting.get()
        for player in _players():  # one that is there may have no sound server to play through
            with suppress(OSError, subprocess.SubprocessError):
                subprocess.run(  # noqa: S603 - the system's player and a file of our own
                    [*player, file],
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                    timeout=_LONGEST_SECONDS,
                    check=True,
                )
                break
