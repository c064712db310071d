"""The whole tour in another language: nothing is in English all the same, and nothing is cut."""

import subprocess
import sys
from pathlib import Path

_PROGRAM = Path(__file__).with_name("speaking.py")


def test_all_is_said_in_german_and_nothing_is_cut() -> None:
    """Play it on a dark screen at 150 %, with an accent on all that was translated."""
    played = subprocess.run(
        (sys.executable, str(_PROGRAM), "de"),
        cwd=_PROGRAM.parents[2],
        capture_output=True,
        text=True,
        check=False,
        timeout=290,
    )
    assert played.returncode == 0, played.stderr
    assert played.stdout.splitlines() == []
