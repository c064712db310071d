"""The pad on which a PIN is typed, with the keyboard or by touch. Serves the guide's page "Log in"."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from posim_desktop.domain.people.pins import LONGEST
from posim_desktop.ui.people.initials import initials_icon
from posim_desktop.ui.style import SPACE, mark
from posim_desktop.ui.widgets.button_bar import named_button
from posim_desktop.ui.widgets.elided import ElidedLabel
from posim_desktop.ui.widgets.scanner import TAKES_SCANS, Scanner

_PICTURE = 16 * SPACE
_KEY_HEIGHT = 12 * SPACE
_COLUMNS = 3
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class PinEdit(QLineEdit):
    """Takes digits and shows none of them."""

    def __init__(self) -> None:
        super().__init__()
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setMaxLength(LONGEST)
        self.setProperty(TAKES_SCANS, True)
        self.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly | Qt.InputMethodHint.ImhSensitiveData)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed, is_command = event.text(), bool(event.modifiers() & _COMMANDS)
        if not is_command and typed.isprintable() and typed.strip() and not (typed.isascii() and typed.isdigit()):
            return  # the rest of a name that was typed too far
        super().keyPressEvent(event)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.accept()  # the field itself told that it was entered

    def value(self) -> str:
        """Return what was typed."""
        return self.text()


class _Badges(Scanner):
    """Hears what is scanned where a PIN is typed: goods that are scanned too early are no wrong PIN."""

    @override
    def _is_ours(self, widget: QWidget) -> bool:
        return self._till.isAncestorOf(widget)


class PinPanel(QWidget):
    """Who logs in, the field for the PIN, and a pad of digits.

    Signals:
        entered(): Enter was pressed in the field.
        scanned(str): Something was scanned, a badge perhaps; a PIN it was not.
        changed(bool): Something is typed, or nothing any more.
    """

    entered = Signal()
    scanned = Signal(str)
    changed = Signal(bool)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName("pin_panel")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(3 * SPACE)
        picture = QLabel()
        picture.setPixmap(initials_icon(name, _PICTURE).pixmap(_PICTURE, _PICTURE))
        self.name_label = ElidedLabel(name)
        self.name_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.name_label.setTextFormat(Qt.TextFormat.PlainText)
        mark(self.name_label, role="title")
        self.pin_edit = PinEdit()
        self.pin_edit.setObjectName("pin_edit")
        self.pin_edit.setAccessibleName(self.tr("PIN"))
        self.pin_edit.setPlaceholderText(self.tr("PIN"))
        self.pin_edit.setAlignment(Qt.AlignmentFlag.AlignCenter)
        rows.addWidget(picture, 0, Qt.AlignmentFlag.AlignHCenter)
        rows.addWidget(self.name_label)
        rows.addWidget(self.pin_edit)
        rows.addLayout(self._build_pad())
        _Badges(self).scanned.connect(self.scanned)
        self.pin_edit.returnPressed.connect(self.entered)
        self.pin_edit.textChanged.connect(lambda typed: self.changed.emit(bool(typed)))

    def _build_pad(self) -> QGridLayout:
        pad = QGridLayout()
        pad.setSpacing(2 * SPACE)
        for place, digit in enumerate("123456789"):
            pad.addWidget(self._digit_button(digit), *divmod(place, _COLUMNS))
        self.delete_button = self._pad_button("delete_button", "⌫")
        self.delete_button.setAccessibleName(self.tr("Delete the last digit"))
        self.delete_button.clicked.connect(self.pin_edit.backspace)
        pad.addWidget(self._digit_button("0"), _COLUMNS, 1)
        pad.addWidget(self.delete_button, _COLUMNS, 2)
        return pad

    def _digit_button(self, digit: str) -> QPushButton:
        button = self._pad_button(f"digit_{digit}_button", digit)
        button.clicked.connect(lambda: self.pin_edit.insert(digit))
        return button

    def _pad_button(self, name: str, label: str) -> QPushButton:
        button = named_button(name, label)
        button.setMinimumHeight(_KEY_HEIGHT)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard stays in the field
        button.setAutoDefault(False)
        return button

    def take(self) -> str:
        """Return the PIN that was typed and forget it."""
        typed = self.pin_edit.value()
        self.pin_edit.clear()
        self.pin_edit.setFocus(Qt.FocusReason.OtherFocusReason)
        return typed
