"""Every screen and dialog of the tour fits the screens of all counters, in both looks."""

import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.parametrize("look", ["light", "dark"])
def test_nothing_is_cut_or_outside_on_any_counter(look: str) -> None:
    """Play the tour with long names: in all sizes in the light look, and in the dark one on a screen at 150 %."""
    program = (sys.executable, str(Path(__file__).with_name("fitting.py")))
    dark = ("--dark",) if look == "dark" else ()
    played = subprocess.run((*program, *dark), capture_output=True, text=True, check=False)
    assert played.returncode == 0, played.stderr
    assert played.stdout == ""
