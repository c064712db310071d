"""Every screen and dialog of the tour fits the screens of all counters, with names as long as they come."""

import subprocess
import sys
from pathlib import Path


def test_nothing_is_cut_or_outside_on_any_counter() -> None:
    program = (sys.executable, str(Path(__file__).with_name("fitting.py")))
    played = subprocess.run(program, capture_output=True, text=True, check=False)
    assert played.returncode == 0, played.stderr
    assert played.stdout == ""
