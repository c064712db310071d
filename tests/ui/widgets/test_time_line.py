"""A record's story: when, what, by whom."""

from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from posim_desktop.ui.style import apply_style
from posim_desktop.ui.widgets.time_line import TimeLine, TimeLineEntry

ENTRIES = [
    TimeLineEntry(datetime(2026, 11, 20, 15, 4, tzinfo=UTC), "Ordered 10", "Sam", "Invoice 3101"),
    TimeLineEntry(datetime(2026, 11, 22, 11, 0, tzinfo=UTC), "Canceled 1", "Kim"),
]


@pytest.fixture(autouse=True)
def _style(qapp: QApplication) -> None:
    apply_style(qapp, dark=True)


def _texts(line: TimeLine) -> list[str]:
    return [label.text() for label in line.findChildren(QLabel) if not label.isHidden() and label.isVisibleTo(line)]


def test_it_tells_what_happened_and_who_did_it(qtbot: QtBot) -> None:
    line = TimeLine()
    qtbot.addWidget(line)
    assert _texts(line) == ["Nothing has happened yet."]
    line.show_entries(ENTRIES)
    line.grab()
    texts = _texts(line)
    assert [texts[0:2], texts[3]] == [["Ordered 10", "Invoice 3101"], "Canceled 1"]
    assert texts[2].endswith(" · Sam")
    assert texts[-1].endswith(" · Kim")
    assert "Nothing has happened yet." not in texts
    assert line.accessibleName().startswith("11/20/2026 3:04")
    assert "Canceled 1, Kim" in line.accessibleName()


def test_a_story_told_anew_replaces_the_old_one(qtbot: QtBot) -> None:
    line = TimeLine()
    qtbot.addWidget(line)
    line.show_entries(ENTRIES)
    line.show_entries(ENTRIES[:1])
    assert "Canceled 1" not in _texts(line)
