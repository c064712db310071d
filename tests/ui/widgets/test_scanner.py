"""A burst of fast keys and Enter is a scan; typing is not. Time stamps are in the events, nothing waits."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QCompleter,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from posim_desktop.ui.widgets.scanner import FASTEST_TYPIST_MS, Scanner

CODE = "5012345678900"


class Window(QWidget):
    """A till of a few widgets."""

    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit("old")
        self.notes = QPlainTextEdit("old")
        self.cells = QTableWidget(1, 1)
        self.cells.setEditTriggers(QTableWidget.EditTrigger.AnyKeyPressed)
        self.cells.setItem(0, 0, QTableWidgetItem("old"))
        self.cells.setCurrentCell(0, 0)
        self.reason = QComboBox()
        self.reason.setEditable(True)
        self.reason.setEditText("old")
        self.button = QPushButton("Press")
        self.button.setAutoDefault(True)
        rows = QVBoxLayout(self)
        for widget in (self.field, self.notes, self.cells, self.reason, self.button):
            rows.addWidget(widget)
        self.presses: list[bool] = []
        self.returns: list[str] = []
        self.button.clicked.connect(self.presses.append)
        self.field.returnPressed.connect(lambda: self.returns.append(self.field.text()))
        self.scans: list[str] = []
        self.scanner = Scanner(self)
        self.scanner.scanned.connect(self.scans.append)


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    window = Window()
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def send(widget: QWidget, letters: str, *, every_ms: int, start_ms: int = 10_000) -> None:
    for place, letter in enumerate(letters):
        key = Qt.Key.Key_Return if letter == "\r" else Qt.Key(ord(letter.upper()))
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, letter)
        event.setTimestamp(start_ms + place * every_ms if every_ms else 0)
        QApplication.sendEvent(widget, event)


@pytest.mark.parametrize("name", ["field", "notes", "reason", "button"])
def test_a_burst_is_a_scan_and_leaves_the_widget_as_it_was(window: Window, name: str) -> None:
    widget: QWidget = getattr(window, name)
    widget.setFocus()
    send(widget, f"{CODE}\r", every_ms=FASTEST_TYPIST_MS - 1)
    assert window.scans == [CODE]
    assert window.field.text() == "old"
    assert window.notes.toPlainText() == "old"
    assert window.reason.currentText() == "old"
    assert window.presses == []
    assert window.returns == []


@pytest.mark.parametrize("code", [CODE, "0012345678905"])
def test_the_letter_that_opens_a_cell_counts_once(window: Window, code: str) -> None:
    window.cells.setFocus()
    for place, letter in enumerate(f"{code}\r"):
        focused = QApplication.focusWidget()
        assert focused is not None
        send(focused, letter, every_ms=5, start_ms=10_000 + place // 2)  # two letters in each millisecond
    assert window.scans == [code]
    cell = window.cells.item(0, 0)
    assert cell is not None
    assert cell.text() == "old"
    assert not any(editor.isVisible() for editor in window.cells.viewport().findChildren(QLineEdit))


def test_typing_is_no_scan(window: Window) -> None:
    window.field.setFocus()
    window.field.clear()
    send(window.field, "kettle\r", every_ms=FASTEST_TYPIST_MS)
    assert window.scans == []
    assert window.returns == ["kettle"]


def test_keys_without_a_time_are_no_scan(window: Window) -> None:
    window.field.setFocus()
    send(window.field, "\rkettle\r", every_ms=0)
    assert window.scans == []


def test_two_letters_are_too_few(window: Window) -> None:
    window.field.setFocus()
    send(window.field, "ab\r", every_ms=5)
    assert window.scans == []
    assert len(window.returns) == 1


def test_a_slow_enter_after_fast_letters_is_the_person_s(window: Window) -> None:
    window.field.setFocus()
    send(window.field, "abcdef", every_ms=5)
    send(window.field, "\r", every_ms=5, start_ms=11_000)
    assert window.scans == []


def test_what_was_typed_slowly_before_the_scan_stays(window: Window) -> None:
    window.field.setFocus()
    window.field.clear()
    send(window.field, "ha", every_ms=200)
    send(window.field, f"{CODE}\r", every_ms=5, start_ms=20_000)
    assert window.scans == [CODE]
    assert window.field.text() == "ha"


def test_a_space_in_a_scan_presses_no_button(window: Window) -> None:
    window.button.setFocus()
    send(window.button, "AB CD EF\r", every_ms=5)
    assert window.scans == ["AB CD EF"]
    assert window.presses == []


def test_a_quick_space_in_a_box_that_is_typed_into_is_a_space(window: Window) -> None:
    window.reason.setFocus()
    window.reason.clearEditText()
    send(window.reason, "No need", every_ms=FASTEST_TYPIST_MS - 1)
    assert window.reason.currentText() == "No need"


def test_a_hidden_till_hears_nothing(window: Window, qtbot: QtBot) -> None:
    other = QLineEdit()
    qtbot.addWidget(other)
    window.hide()
    other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    other.setFocus()
    send(other, f"{CODE}\r", every_ms=5)
    assert window.scans == []
    assert other.text() == CODE


class Popups:
    """What can be open above a till: a menu, and a list that drops down."""

    def __init__(self, window: Window) -> None:
        self.chosen: list[str] = []
        self.menu = QMenu(window)
        self.menu.addAction("&5 percent", lambda: self.chosen.append("5 percent"))
        self.menu.addAction("&New", lambda: self.chosen.append("New"))
        self._window = window

    def opens(self, name: str) -> QWidget:
        """Open one and return what the keys go to."""
        self._window.button.setFocus()
        if name == "menu":
            self.menu.popup(self._window.mapToGlobal(self._window.rect().center()))
            return self.menu
        reason = self._window.reason
        reason.setEditable(False)
        reason.addItems(["500", "New"])
        reason.setCurrentIndex(1)
        reason.activated.connect(lambda place: self.chosen.append(reason.itemText(place)))
        reason.showPopup()
        return reason.view()

    def close(self) -> None:
        popup = QApplication.activePopupWidget()
        assert popup is not None
        popup.close()


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
@pytest.mark.parametrize("name", ["menu", "box"])
def test_a_scan_over_a_popup_chooses_nothing_and_waits_until_it_is_closed(
    window: Window, qtbot: QtBot, name: str
) -> None:
    popups = Popups(window)
    over = popups.opens(name)
    send(over, f"{CODE}\r", every_ms=5)
    send(over, f"{CODE}\r", every_ms=5, start_ms=20_000)
    assert (window.scans, popups.chosen) == ([], [])
    assert QApplication.activePopupWidget() is not None
    popups.close()
    qtbot.waitUntil(lambda: window.scans == [CODE, CODE])
    assert popups.chosen == []
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.notes.setFocus()
    send(window.notes, f"{CODE}\r", every_ms=5, start_ms=30_000)
    assert len(window.scans) == 3


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_what_a_person_types_over_a_menu_is_handed_on(window: Window, qtbot: QtBot) -> None:
    popups = Popups(window)
    send(popups.opens("menu"), "n", every_ms=5)
    qtbot.waitUntil(lambda: popups.chosen == ["New"])
    assert window.scans == []


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_a_popup_that_a_scan_opened_itself_is_closed_by_it(window: Window, qtbot: QtBot) -> None:
    completer = QCompleter(["5012345 Kettle"], window.field)
    window.field.setCompleter(completer)
    window.notes.setFocus()
    window.field.setFocus()
    window.field.selectAll()
    send(window.field, CODE[0], every_ms=5)
    popup = completer.popup()
    assert popup is not None
    qtbot.waitUntil(popup.isVisible)
    for place, letter in enumerate(f"{CODE[1:]}\r", 1):
        send(QApplication.activePopupWidget() or window.field, letter, every_ms=5, start_ms=10_000 + 5 * place)
    assert (window.scans, window.field.text()) == ([CODE], "old")
    assert not popup.isVisible()


def test_the_sign_between_the_parts_of_a_code_belongs_to_it(window: Window) -> None:
    window.field.setFocus()
    for place, letter in enumerate("]d210A\x1d21B\r"):
        press = Qt.KeyboardModifier.ControlModifier if letter == "\x1d" else Qt.KeyboardModifier.NoModifier
        key = {"\r": Qt.Key.Key_Return, "\x1d": Qt.Key.Key_BracketRight}.get(letter) or Qt.Key(ord(letter.upper()))
        event = QKeyEvent(QEvent.Type.KeyPress, key, press, letter)
        event.setTimestamp(10_000 + 5 * place)
        QApplication.sendEvent(window.field, event)
    assert (window.scans, window.field.text()) == (["]d210A\x1d21B"], "old")
