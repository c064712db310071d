"""The sounds are shipped as the script writes them, and are short enough for a counter."""

import importlib
import io
import wave

from posim_desktop.settings import own_folder
from posim_desktop.ui.sounds import Sound


def test_every_sound_is_shipped_as_the_script_writes_it() -> None:
    script = importlib.import_module("sounds")
    kept = {file.stem: file.read_bytes() for file in (own_folder("resources") / "sounds").glob("*.wav")}
    assert kept == {name: script.written(name) for name in script.SOUNDS}, "run python packaging/sounds.py"
    assert set(kept) == set(Sound)


def test_no_sound_is_longer_than_the_next_scan_takes() -> None:
    script = importlib.import_module("sounds")
    for name in script.SOUNDS:
        with wave.open(io.BytesIO(script.written(name))) as sound:
            assert 0.05 < sound.getnframes() / sound.getframerate() < 0.4
