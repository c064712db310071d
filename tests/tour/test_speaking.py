"""The whole tour in another language: nothing is in English all the same, and nothing is cut."""

import subprocess
import sys
from pathlib import Path

import pytest

_PROGRAM = Path(__file__).with_name("speaking.py")


@pytest.mark.parametrize("language", ["xx", "de"], ids=["a third longer", "German"])
def test_all_is_said_in_the_language_and_nothing_is_cut(language: str) -> None:
    played = subprocess.run(
        (sys.executable, str(_PROGRAM), language),
        cwd=_PROGRAM.parents[2],
        capture_output=True,
        text=True,
        check=False,
        timeout=290,
    )
    assert played.returncode == 0, played.stderr
    assert played.stdout.splitlines() == []
