"""`posim-desktop self-test`, run as a person runs it: with an application of its own."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from posim_desktop.settings import program_version
from posim_desktop.tour import self_test as module
from posim_desktop.tour.hands import NotOnScreenError
from posim_desktop.tour.self_test import CheckStep, self_test


def test_it_tries_everything_and_writes_a_report(tmp_path: Path) -> None:
    report, picture = tmp_path / "report.json", tmp_path / "sold.png"
    said = subprocess.run(
        (sys.executable, "-m", "posim_desktop", "self-test", "--out", str(report), "--screenshot", str(picture)),
        capture_output=True,
        text=True,
        check=False,
    )

    assert said.returncode == 0, said.stdout + said.stderr
    assert said.stdout.endswith("The program works on this computer.\n")
    assert said.stderr == ""
    written = json.loads(report.read_text("utf-8"))
    assert written["ok"] is True
    assert written["program"] == program_version()
    assert [step["ok"] for step in written["steps"]] == [True] * 8
    assert (QImage(str(picture)).width(), QImage(str(picture)).height()) == (1366, 768)


@pytest.mark.usefixtures("qapp")
def test_it_ends_at_the_first_step_that_fails_and_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "GONE", "no such goods")

    report = self_test()

    assert report.ok is False
    *before, failed = report.steps
    assert [step.ok for step in before] == [True] * 3
    assert failed.name == "A sale with a backorder is posted"
    assert failed.said.startswith(NotOnScreenError.__name__)


@pytest.mark.usefixtures("qapp")
def test_a_picture_that_cannot_be_kept_is_a_failure(tmp_path: Path) -> None:
    report = self_test(tmp_path / "nowhere" / "sold.png")

    assert isinstance(report.steps[-1], CheckStep)
    assert "cannot be written" in report.steps[-1].said
