"""What Enter and letters do wherever the keyboard is, the same in every window.

Enter presses the button that has the keyboard. In a field it does the field's own act, where it has one (it adds the
line, finds the card), or goes on to the next field; it never presses a button besides. After the last field comes the
main button. Letters in a cell that is only read do nothing: Qt would jump to a row that begins with them. Alt with the
letter of a button that cannot be pressed just now does nothing either: Qt would type the letter over what is selected.

Qt has other rules for each of these and they differ between dialogs and screens, and between kinds of buttons.
"""

from PySide6.QtCore import SIGNAL, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QTextEdit,
    QToolButton,
    QWidget,
)
from shiboken6 import isValid
from typing_extensions import override

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_FIELDS = (QLineEdit, QComboBox, QAbstractSpinBox, QCheckBox, QRadioButton)
_ENTERED = (*_FIELDS, QAbstractItemView, QPlainTextEdit, QTextEdit)
_MOST_STEPS = 100


class KeyRules(QObject):
    """Listens to the widget that has the keyboard; one for the whole program.

    Attributes:
        pressed_at_ms: Time stamp of the Enter that presses a button just now; 0 when a button is pressed otherwise.
    """

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self.pressed_at_ms = 0
        self._heard: QWidget | None = None
        application.focusChanged.connect(self._on_focus_changed)

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._heard is not None and isValid(self._heard):
            self._heard.removeEventFilter(self)
        self._heard = new if new is not None and _is_ours(new) else None
        if self._heard is not None:
            self._heard.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() in _ENTER:
            is_taken = self._enter(watched, event)
        elif isinstance(watched, QAbstractItemView):
            is_taken = _is_typed_in_vain(watched, event)
        else:
            is_taken = _is_command_in_vain(event)
        if is_taken:
            event.accept()  # or Qt would offer it to the widgets around this one, up to the dialog's main button
        return is_taken

    def _enter(self, watched: QObject, event: QKeyEvent) -> bool:
        if isinstance(watched, _FIELDS):
            return self._enter_field(watched, event)
        if isinstance(watched, QAbstractItemView) and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return self._enter_main(watched, event)
        if isinstance(watched, QAbstractButton) and not event.modifiers() & _COMMANDS:
            if not event.isAutoRepeat():  # a held key is no second decision
                self._press(watched, event.timestamp())
            return True
        return False

    def _press(self, button: QAbstractButton, when_ms: int) -> None:
        self.pressed_at_ms = when_ms
        try:
            if isinstance(button, QToolButton) and button.menu() is not None:
                button.showMenu()
            else:
                button.click()
        finally:
            self.pressed_at_ms = 0

    def _enter_main(self, watched: QWidget, event: QKeyEvent) -> bool:
        main = _main_button(watched.window())
        if main is not None and main.isEnabled() and not event.isAutoRepeat():
            self._press(main, event.timestamp())
        return main is not None

    def _enter_field(self, field: QWidget, event: QKeyEvent) -> bool:
        if _is_cell(field):
            return False  # the table has its own rules
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._enter_main(field, event)
            return True
        main = _main_button(field.window())
        field.event(event)  # what the field makes of it; other listeners to Enter connect to its signals
        is_done = isValid(field) and field.hasFocus() and not field.property("invalid")
        if is_done and not event.isAutoRepeat() and not _has_own_act(field):
            _go_on(field, main)
        return True


def key_rules() -> KeyRules:
    """Return the rules of the running program, in force from the first time on."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)  # noqa: S101 - there is no window without it
    return application.findChild(KeyRules) or KeyRules(application)


def _is_ours(widget: QWidget) -> bool:
    """Return whether these rules are for a widget: not for lists that pop up, nor for Qt's own dialogs."""
    window = widget.window()
    of_qt = (
        type(window).__module__.startswith("PySide6") and isinstance(window, QDialog) and type(window) is not QDialog
    )
    return not of_qt and window.windowType() is not Qt.WindowType.Popup


def _is_typed_in_vain(view: QAbstractItemView, event: QKeyEvent) -> bool:
    if not event.text().strip() or not event.text().isprintable() or event.modifiers() & _COMMANDS:
        return False
    opens = bool(view.editTriggers() & QAbstractItemView.EditTrigger.AnyKeyPressed)
    return not (opens and view.currentIndex().flags() & Qt.ItemFlag.ItemIsEditable)


def _is_command_in_vain(event: QKeyEvent) -> bool:
    """Return whether Alt and a letter came through to a field; Alt that writes another character is no command."""
    alone = event.modifiers() == Qt.KeyboardModifier.AltModifier
    return alone and event.text().isascii() and event.text().isalnum() and event.text().upper() == chr(event.key())


def _is_cell(field: QWidget) -> bool:
    """Return whether a field is an open cell of a table."""
    around = field.parentWidget()
    return around is not None and isinstance(around.parentWidget(), QAbstractItemView)


def _has_own_act(field: QWidget) -> bool:
    """Return whether anybody listens to Enter in a field; a box of ours tells of it by a signal of its own."""
    signal = "returnPressed()" if isinstance(field, QLineEdit) else "entered()"
    return field.metaObject().indexOfSignal(signal) >= 0 and field.receivers(SIGNAL(signal)) > 0


def _main_button(window: QWidget) -> QPushButton | None:
    """Return the button that ends a dialog."""
    if not isinstance(window, QDialog):
        return None
    return next((button for button in window.findChildren(QPushButton) if button.isDefault()), None)


def _go_on(field: QWidget, main: QPushButton | None) -> None:
    """Go to the next field, or to the main button after the last; no other button is come across by Enter."""
    for _ in range(_MOST_STEPS):
        here = QApplication.focusWidget()
        if here is None or not here.focusNextPrevChild(True):
            break
        reached = QApplication.focusWidget()
        if reached is field or isinstance(reached, _ENTERED):
            return
        if isinstance(reached, QPushButton) and (reached is main or (main is None and reached.property("primary"))):
            return
    field.setFocus(Qt.FocusReason.OtherFocusReason)
