"""A picture inside an input is looked at, not pressed."""

from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from posim_desktop.ui.style import apply_style
from posim_desktop.ui.widgets.sign import add_sign


def test_a_sign_is_no_button_and_text_begins_behind_it(qapp: QApplication, qtbot: QtBot) -> None:
    apply_style(qapp, dark=False)
    edit = QLineEdit()
    qtbot.addWidget(edit)
    without = edit.cursorRect().left()

    add_sign(edit, "search")
    edit.show()
    qtbot.waitExposed(edit)
    QTest.keyClicks(edit, "cup")

    assert edit.text() == "cup"
    assert edit.findChildren(QAbstractButton) == []
    told = QAccessible.queryAccessibleInterface(edit)
    assert told is not None
    roles = {told.child(place).role() for place in range(told.childCount())}
    assert QAccessible.Role.Button not in roles
    edit.setCursorPosition(0)
    assert edit.cursorRect().left() >= without + 16
