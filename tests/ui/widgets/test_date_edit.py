"""A day is typed or chosen from a calendar."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCalendarWidget
from pytestqt.qtbot import QtBot

from posim_desktop.tour import hands
from posim_desktop.ui.widgets.date_edit import DateEdit

# A popup would have the keyboard to itself, and the offscreen platform cannot give it that.
pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)


def test_alt_down_opens_the_calendar_and_enter_chooses(qtbot: QtBot) -> None:
    edit = DateEdit("expected_on")
    qtbot.addWidget(edit)
    with qtbot.waitExposed(edit):
        edit.show()
    edit.activateWindow()
    edit.set_value(date(2026, 11, 2))
    edit.setFocus()
    hands.key(Qt.Key.Key_F4)  # leads to Pick-up
    assert edit.findChild(QCalendarWidget) is None
    hands.key(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert edit.findChild(QCalendarWidget) is not None
    hands.key(Qt.Key.Key_Right)
    hands.key(Qt.Key.Key_Return)
    assert edit.value() == date(2026, 11, 3)
