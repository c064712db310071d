"""Log in: who works at this workstation now. Serves the guide's page "Log in".

This is the first thing that a start paints, before the shop is open and before most of the program is loaded. So it
imports little, and reaches for ``Qt`` only where that can wait (see :mod:`posim_desktop.ui.style`).
"""

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout

from posim_desktop.ui.style import SPACE, mark_new
from posim_desktop.ui.widgets.button_bar import AnswerButtons
from posim_desktop.ui.widgets.clear_button import add_clear_button

if not TYPE_CHECKING:

    def override(method: object) -> object:
        """Do what the real one does; loading that takes a twentieth of what a bare window takes."""
        return method


if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from typing_extensions import override  # noqa: TC004 - what it is for type checkers

    from posim_desktop.queries.people.log_in import EmployeeToLogIn

_WIDTH = 100 * SPACE
_LIST_HEIGHT = 50 * SPACE


class _NameEdit(QLineEdit):
    """Takes what is typed; the arrow keys move in the list meanwhile."""

    def __init__(self, employees: QListWidget) -> None:
        super().__init__()
        self._employees = employees

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = QtCore.Qt.Key
        if event.key() in {keys.Key_Up, keys.Key_Down, keys.Key_PageUp, keys.Key_PageDown}:
            self._employees.event(event)
        else:
            super().keyPressEvent(event)
            if event.key() in {keys.Key_Return, keys.Key_Enter}:
                event.accept()  # the dialog's button was pressed by what the field tells; not twice


class LogInDialog(QDialog):
    """Lists the employees; typing narrows the list, the arrow keys choose, Enter logs in.

    A name can be typed, and Enter pressed, before the employees are known.

    Signals:
        painted(): It is on the screen for the first time.
        chosen(EmployeeToLogIn): This is who works here now.
        retry_requested(): The shop could not be opened and the person wants it tried again.
        exit_requested(): The person leaves the program instead.
    """

    painted = Signal()
    chosen = Signal(object)
    retry_requested = Signal()
    exit_requested = Signal()

    def __init__(self, parent: "QWidget | None", workstation: str) -> None:
        super().__init__(parent)
        self._employees: tuple[EmployeeToLogIn, ...] | None = None
        self._is_entered = False
        self._is_in_trouble = False
        self._was_painted = False
        self.setObjectName("log_in")
        self.setWindowTitle(self.tr("Log In"))
        self.setMinimumWidth(_WIDTH)
        self._build(workstation)
        self._connect()
        self.show_opening()
        self.name_edit.setFocus()

    def _build(self, workstation: str) -> None:
        question_label = _wrapped_label(self.tr("Who is working at {workstation}?").format(workstation=workstation))
        mark_new(question_label, role="muted")
        self.trouble_label = _wrapped_label("")
        self.trouble_label.setObjectName("trouble_label")
        mark_new(self.trouble_label, role="field-error")
        buttons = AnswerButtons("", self.tr("Exit"))
        self.accept_button, self.cancel_button = buttons.accept_button, buttons.cancel_button
        rows = QVBoxLayout(self)
        rows.setContentsMargins(6 * SPACE, 5 * SPACE, 6 * SPACE, 5 * SPACE)
        rows.setSpacing(3 * SPACE)
        rows.addWidget(question_label)
        rows.addLayout(self._build_choice())
        rows.addWidget(self.trouble_label)
        rows.addSpacing(SPACE)
        rows.addLayout(buttons)

    def _build_choice(self) -> QVBoxLayout:
        self.employee_list = QListWidget()
        self.employee_list.setObjectName("employee_list")
        self.employee_list.setAccessibleName(self.tr("Employees"))
        self.employee_list.setMinimumHeight(_LIST_HEIGHT)
        self.name_edit = _NameEdit(self.employee_list)
        self.name_edit.setObjectName("name_edit")
        self.name_edit.setAccessibleName(self.tr("Name"))
        self.name_edit.setPlaceholderText(self.tr("Type your name or login name"))
        add_clear_button(self.name_edit)
        caption = QLabel(self.tr("Name"))
        caption.setBuddy(self.name_edit)
        mark_new(caption, role="label")
        named = QHBoxLayout()
        named.setSpacing(4 * SPACE)
        named.addWidget(caption)
        named.addWidget(self.name_edit, 1)
        rows = QVBoxLayout()
        rows.setSpacing(3 * SPACE)
        rows.addLayout(named)
        rows.addWidget(self.employee_list)
        return rows

    def _connect(self) -> None:
        self.name_edit.textChanged.connect(self._on_name_edit_text_changed)
        self.name_edit.returnPressed.connect(self._on_name_edit_return_pressed)
        self.employee_list.itemDoubleClicked.connect(self._on_accept_button_clicked)
        self.employee_list.currentRowChanged.connect(self._on_employee_list_current_row_changed)
        self.employee_list.itemSelectionChanged.connect(self._on_employee_list_item_selection_changed)
        self.accept_button.clicked.connect(self._on_accept_button_clicked)
        self.cancel_button.clicked.connect(self.exit_requested)

    # ---- what is known of the shop ----

    def show_opening(self) -> None:
        """Say that the shop is being opened; a name may be typed meanwhile."""
        self._show_trouble("")
        self._employees = None
        self.employee_list.clear()
        self.employee_list.addItem(self.tr("Opening the shop…"))
        self.employee_list.setEnabled(False)
        self.accept_button.setEnabled(False)

    def show_employees(self, employees: "tuple[EmployeeToLogIn, ...]") -> None:
        """List who can log in; whoever was named already, and Enter pressed, is in."""
        from posim_desktop.ui.icons import icon  # noqa: PLC0415 - see the module

        self._show_trouble("")
        self._employees = employees
        self.employee_list.clear()
        for employee in employees:
            self.employee_list.addItem(QListWidgetItem(icon("user"), f"{employee.name}  ({employee.code})"))
        self.employee_list.setEnabled(True)
        only_one = self._narrow(self.name_edit.text()) == 1
        if self._is_entered and only_one:
            self._on_accept_button_clicked()
        self._is_entered = False

    def show_trouble(self, message: str) -> None:
        """Say why the shop cannot be opened; what was typed stays."""
        self._is_entered = False
        self.employee_list.clear()
        self._show_trouble(message)
        self.accept_button.setEnabled(True)
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.resize(self.width(), max(self.height(), layout.heightForWidth(self.width())))

    def _show_trouble(self, message: str) -> None:
        self._is_in_trouble = bool(message)
        self.trouble_label.setText(message)
        self.trouble_label.setVisible(self._is_in_trouble)
        label = self.tr("Try Again") if self._is_in_trouble else self.tr("Log In")
        self.accept_button.setText(label)
        self.accept_button.setAccessibleName(label)

    # ---- events ----

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            # What follows takes a while; the fields in here are painted first.
            QtCore.QTimer.singleShot(0, self.painted.emit)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        event.accept()
        if self.isVisible():
            self.exit_requested.emit()

    @override
    def reject(self) -> None:
        """Esc does not lead into the program without logging in."""

    # ---- slots ----

    def _on_name_edit_text_changed(self, typed: str) -> None:
        self._is_entered = False
        self._narrow(typed)

    def _on_name_edit_return_pressed(self) -> None:
        self._is_entered = self._employees is None and not self._is_in_trouble
        self.accept_button.click()  # not enabled while nobody can log in

    def _narrow(self, typed: str) -> int:
        """List only who fits what was typed, the first of them chosen, and return how many they are."""
        if self._employees is None:
            return 0
        from posim_desktop.domain.text import search_key  # noqa: PLC0415 - see the module

        wanted = search_key(typed.strip())
        matching = [place for place, each in enumerate(self._employees) if wanted in search_key(each.name, each.code)]
        for place in range(len(self._employees)):
            self.employee_list.item(place).setHidden(place not in matching)
        self.employee_list.setCurrentRow(matching[0] if matching else -1)
        self._on_employee_list_current_row_changed()
        return len(matching)

    def _on_employee_list_current_row_changed(self) -> None:
        if self._employees is not None:
            self.accept_button.setEnabled(self.employee_list.currentRow() >= 0)

    def _on_employee_list_item_selection_changed(self) -> None:
        for chosen in self.employee_list.selectedIndexes():
            self.employee_list.setCurrentRow(chosen.row())  # a screen reader selects without moving the current row

    def _on_accept_button_clicked(self) -> None:
        place = self.employee_list.currentRow()
        if self._is_in_trouble:
            self.show_opening()
            self.retry_requested.emit()
        elif self._employees is not None and place >= 0:
            self.chosen.emit(self._employees[place])


def _wrapped_label(text: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    label.setProperty("textFormat", "PlainText")
    return label
