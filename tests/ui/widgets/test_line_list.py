"""A list of short texts is added to, corrected, moved and emptied, with the keyboard and with its buttons."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from posim_desktop.tour import hands
from posim_desktop.ui.widgets.line_list import LineList


@pytest.fixture
def written(qtbot: QtBot) -> LineList:
    lines = LineList(12)
    qtbot.addWidget(lines)
    lines.show_lines(("Too large", "Too small", "Broken"))
    lines.show()
    lines.setFocus()
    return lines


def press(lines: LineList, key: Qt.Key, alt: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(lines.rows, key, alt)
    hands.settle()


def write(words: str) -> None:
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    QTest.keyClicks(editor, words)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    hands.settle()


def test_rows_are_added_corrected_moved_and_removed_with_the_keyboard(written: LineList) -> None:
    press(written, Qt.Key.Key_Insert)
    write("Wrong color, and more than is kept")
    assert written.lines() == ("Too large", "Wrong color,", "Too small", "Broken")
    press(written, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    press(written, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    press(written, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)  # it is the last by now
    assert written.lines() == ("Too large", "Too small", "Broken", "Wrong color,")
    press(written, Qt.Key.Key_Up)
    press(written, Qt.Key.Key_Delete)
    press(written, Qt.Key.Key_Home)
    press(written, Qt.Key.Key_F2)
    write("Too big")
    assert written.lines() == ("Too big", "Too small", "Wrong color,")


def test_the_buttons_do_the_same_and_say_what_is_possible(written: LineList) -> None:
    assert not written.up_button.isEnabled()
    hands.press(written, "Move Down")
    assert written.lines() == ("Too small", "Too large", "Broken")
    hands.press(written, "Remove")
    hands.press(written, "Remove")
    hands.press(written, "Remove")
    assert written.lines() == ()
    assert not written.remove_button.isEnabled()
    hands.press(written, "Add")
    write("Broken")
    hands.press(written, "Add")
    write(" Broken ")
    hands.press(written, "Add")
    write("")
    assert written.lines() == ("Broken",)  # each once, and none that says nothing
