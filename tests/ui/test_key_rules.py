"""Guide: "Find your way around": Enter and letters do the same in every window."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QEvent, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QListView,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from posim_desktop.tour import hands
from posim_desktop.ui.widgets.form_dialog import FormDialog

_BOTH_ENTERS = pytest.mark.parametrize("enter", [Qt.Key.Key_Return, Qt.Key.Key_Enter])


def _opened(qtbot: QtBot, window: QWidget) -> None:
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    hands.settle()


Screen = Callable[..., None]


@pytest.fixture
def screen(qtbot: QtBot) -> Screen:
    """Show widgets in a window that is no dialog."""
    window = QWidget()

    def show(*inside: QWidget) -> None:
        rows = QVBoxLayout(window)
        for widget in inside:
            rows.addWidget(widget)
        _opened(qtbot, window)

    return show


@dataclass
class _Form:
    """A dialog of three fields, and how often OK was pressed."""

    dialog: FormDialog
    name: QLineEdit
    kind: QComboBox
    taxed: QCheckBox
    pressed: list[str]


@pytest.fixture
def form(qtbot: QtBot) -> _Form:
    dialog = FormDialog(None, "Card", accept="OK", cancel="Cancel")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    name, kind, taxed = QLineEdit(), QComboBox(), QCheckBox("Taxed")
    kind.addItems(["Goods", "Service"])
    for field, widget in (("name", name), ("kind", kind), ("taxed", taxed)):
        dialog.add_input(field, field.title(), widget)
    pressed: list[str] = []
    dialog.accept_button.clicked.connect(lambda: pressed.append("OK"))
    dialog.rejected.connect(lambda: pressed.append("Cancel"))
    _opened(qtbot, dialog)
    return _Form(dialog, name, kind, taxed, pressed)


@_BOTH_ENTERS
@pytest.mark.parametrize("make", [QPushButton, QToolButton])
def test_enter_presses_the_button_that_has_the_keyboard(
    screen: Screen, enter: Qt.Key, make: Callable[[], QPushButton | QToolButton]
) -> None:
    button = make()
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    screen(QLineEdit(), button)
    button.setFocus()
    hands.key(enter)
    assert len(pressed) == 1


def test_a_held_enter_presses_once(screen: Screen) -> None:
    button = QPushButton("Post")
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    screen(button)
    button.setFocus()
    none = Qt.KeyboardModifier.NoModifier
    for repeated in (False, True, True):
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, none, "\r", autorep=repeated)
        QApplication.sendEvent(button, event)
    assert len(pressed) == 1


@_BOTH_ENTERS
def test_enter_walks_through_a_form_and_ends_at_its_main_button(form: _Form, enter: Qt.Key) -> None:
    hands.keys("Kettle")
    for next_one in (form.kind, form.taxed, form.dialog.accept_button):
        hands.key(enter)
        assert QApplication.focusWidget() is next_one
        assert form.pressed == []
    hands.key(enter)
    assert form.pressed == ["OK"]


def test_enter_never_comes_across_cancel(form: _Form) -> None:
    form.dialog.accept_button.setEnabled(False)
    form.taxed.setFocus()
    hands.key(Qt.Key.Key_Return)
    assert form.name.hasFocus()
    assert form.pressed == []


def test_enter_on_cancel_gives_up(form: _Form) -> None:
    form.dialog.cancel_button.setFocus()
    hands.key(Qt.Key.Key_Return)
    assert form.pressed == ["Cancel"]


def test_ctrl_enter_presses_the_main_button_from_any_field(form: _Form) -> None:
    hands.keys("Kettle")
    hands.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert form.pressed == ["OK"]


def test_ctrl_enter_presses_the_main_button_from_a_table(form: _Form) -> None:
    table = QListView(form.dialog)
    table.setModel(QStringListModel(["Kettle", "Teapot"], table))
    table.show()
    table.setFocus()
    hands.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert form.pressed == ["OK"]


def test_a_field_with_an_act_of_its_own_does_only_that(form: _Form) -> None:
    found: list[str] = []
    form.name.returnPressed.connect(lambda: found.append(form.name.text()))
    hands.keys("Ket")
    hands.key(Qt.Key.Key_Return)
    assert (found, form.pressed) == (["Ket"], [])
    assert form.name.hasFocus()


def test_on_a_screen_enter_goes_on_to_the_next_field_past_links(screen: Screen) -> None:
    first, second = QLineEdit(), QLineEdit()
    screen(first, QPushButton("A link"), second)
    first.setFocus()
    hands.keys("1")
    hands.key(Qt.Key.Key_Return)
    assert second.hasFocus()


def test_letters_on_rows_that_are_only_read_do_nothing(screen: Screen) -> None:
    view = QListView()
    view.setModel(QStringListModel(["Ada", "Bob", "Cleo"], view))
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    screen(view)
    view.setFocus()
    view.setCurrentIndex(view.model().index(0, 0))
    hands.keys("c")
    assert view.currentIndex().row() == 0
    hands.key(Qt.Key.Key_Down)
    assert view.currentIndex().row() == 1


def test_letters_on_a_cell_to_fill_in_open_it(screen: Screen) -> None:
    view = QListView()
    view.setModel(QStringListModel(["Ada", "Bob"], view))
    view.setEditTriggers(QAbstractItemView.EditTrigger.AnyKeyPressed)
    screen(view)
    view.setFocus()
    view.setCurrentIndex(view.model().index(0, 0))
    hands.keys("b")
    hands.key(Qt.Key.Key_Return)
    assert view.model().index(0, 0).data() == "b"


def test_alt_with_the_letter_of_a_button_that_cannot_be_pressed_types_nothing(form: _Form) -> None:
    form.name.setText("14.21")
    form.name.selectAll()
    hands.key(Qt.Key.Key_P, Qt.KeyboardModifier.AltModifier)
    assert form.name.text() == "14.21"
