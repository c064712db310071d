"""Log in: who works at this workstation now, and the PIN that proves it. Serves the guide's page "Log in".

This is the first thing that a start paints, before the shop is open and before most of the program is loaded. So it
imports little, and reaches for ``Qt`` only where that can wait (see :mod:`posim_desktop.ui.style`).
"""

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from posim_desktop.ui.style import SPACE, mark_new
from posim_desktop.ui.widgets.button_bar import AnswerButtons
from posim_desktop.ui.widgets.clear_button import add_clear_button

if not TYPE_CHECKING:

    def override(method: object) -> object:
        """Do what the real one does; loading that takes a twentieth of what a bare window takes."""
        return method


if TYPE_CHECKING:
    from typing_extensions import override  # noqa: TC004 - what it is for type checkers

    from posim_desktop.queries.people.log_in import EmployeeToLogIn
    from posim_desktop.ui.people.pin_panel import PinPanel

_WIDTH = 100 * SPACE
_LIST_HEIGHT = 60 * SPACE
_PICTURE = 9 * SPACE
_ROW_HEIGHT = 13 * SPACE
_NUMBERED = 9


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
    """Lists the employees; typing narrows the list, the arrow keys choose, Enter or a scanned badge asks for the PIN.

    A name can be typed, and Enter pressed, before the employees are known.

    Signals:
        painted(): It is on the screen for the first time.
        chosen(EmployeeToLogIn): This is who says to work here now.
        pin_entered(EmployeeToLogIn, str): This is the PIN that they typed.
        retry_requested(): The shop could not be opened and the person wants it tried again.
        exit_requested(): The person leaves the program instead, or goes on working as who they were.
    """

    painted = Signal()
    chosen = Signal(object)
    pin_entered = Signal(object, str)
    retry_requested = Signal()
    exit_requested = Signal()

    def __init__(
        self, parent: QWidget | None, workstation: str, *, switching: bool = False, locked: bool = False
    ) -> None:
        """Ask who works at a workstation.

        Args:
            parent: The client that is waiting, if there is one.
            workstation: Its name.
            switching: Whether somebody works there, who may go on working.
            locked: Whether somebody works there, and nobody goes on or leaves without a PIN.
        """
        super().__init__(parent)
        self._is_switching = switching
        self._accept_label = self.tr("Log In")
        self._is_locked = locked
        self._asked: EmployeeToLogIn | None = None
        self.pin_panel: PinPanel | None = None
        self._employees: tuple[EmployeeToLogIn, ...] | None = None
        self._listed: list[EmployeeToLogIn] = []
        self._is_entered = False
        self._is_in_trouble = False
        self._was_painted = False
        self.setObjectName("log_in")
        self.setWindowTitle(self._title())
        self.setMinimumWidth(_WIDTH)
        self._build(workstation)
        if parent is not None:
            self._keep_scans()
        self._connect()
        self.show_opening()
        self.name_edit.setFocus()

    def _build(self, workstation: str) -> None:
        self.question_label = _wrapped_label(
            self.tr("Who is working at {workstation}?").format(workstation=workstation)
        )
        mark_new(self.question_label, role="muted")
        self.trouble_label = _wrapped_label("")
        self.trouble_label.setObjectName("trouble_label")
        mark_new(self.trouble_label, role="field-error")
        buttons = AnswerButtons("", self._leaving())
        self.accept_button, self.cancel_button = buttons.accept_button, buttons.cancel_button
        rows = QVBoxLayout(self)
        rows.setContentsMargins(6 * SPACE, 5 * SPACE, 6 * SPACE, 5 * SPACE)
        rows.setSpacing(3 * SPACE)
        self._names = QWidget()
        names = self._build_choice()
        self._names.setLayout(names)
        names.setContentsMargins(0, 0, 0, 0)
        self._rows = rows
        self.cancel_button.setHidden(self._is_locked)
        rows.addWidget(self._names, 1)
        rows.addWidget(self.trouble_label)
        rows.addSpacing(SPACE)
        rows.addLayout(buttons)

    def _keep_scans(self) -> None:
        """Let no till below take a badge for goods."""
        from posim_desktop.ui.widgets.scanner import TAKES_SCANS  # noqa: PLC0415 - see the module

        self.name_edit.setProperty(TAKES_SCANS, True)

    def _title(self) -> str:
        if self._is_locked:
            return self.tr("Locked")
        return self.tr("Switch Employee") if self._is_switching else self.tr("Log In")

    def _leaving(self) -> str:
        if self._is_locked:
            return ""
        return self.tr("Cancel") if self._is_switching else self.tr("Exit")

    def _build_choice(self) -> QVBoxLayout:
        self.employee_list = QListWidget()
        self.employee_list.setObjectName("employee_list")
        self.employee_list.setAccessibleName(self.tr("Employees"))
        self.employee_list.setMinimumHeight(_LIST_HEIGHT)
        self.nobody_label = _wrapped_label("")
        self.nobody_label.setObjectName("nobody_label")
        mark_new(self.nobody_label, role="muted", alignment="AlignCenter")
        QVBoxLayout(self.employee_list).addWidget(self.nobody_label)
        self.name_edit = _NameEdit(self.employee_list)
        self.name_edit.setObjectName("name_edit")
        self.name_edit.setAccessibleName(self.tr("Name"))
        self.name_edit.setPlaceholderText(self.tr("Type your name, or scan your badge"))
        add_clear_button(self.name_edit)
        self.keys_label = _wrapped_label(self.tr("Alt+1 to Alt+9 choose the first nine of the list."))
        mark_new(self.keys_label, role="muted")
        self.keys_label.hide()
        rows = QVBoxLayout()
        rows.setSpacing(3 * SPACE)
        rows.addWidget(self.question_label)
        rows.addLayout(self._beside_its_name())
        rows.addWidget(self.employee_list, 1)
        rows.addWidget(self.keys_label)
        return rows

    def _beside_its_name(self) -> QHBoxLayout:
        caption = QLabel(self.tr("Name"))
        caption.setBuddy(self.name_edit)
        mark_new(caption, role="label")
        columns = QHBoxLayout()
        columns.setSpacing(4 * SPACE)
        columns.addWidget(caption)
        columns.addWidget(self.name_edit, 1)
        return columns

    def _connect(self) -> None:
        self.name_edit.textChanged.connect(self._on_name_edit_text_changed)
        self.name_edit.returnPressed.connect(self._on_name_edit_return_pressed)
        self.employee_list.itemClicked.connect(self._on_accept_button_clicked)
        self.employee_list.currentRowChanged.connect(self._on_employee_list_current_row_changed)
        self.employee_list.itemSelectionChanged.connect(self._on_employee_list_item_selection_changed)
        self.accept_button.clicked.connect(self._on_accept_button_clicked)
        self.cancel_button.clicked.connect(self._on_cancel_button_clicked)

    def ask(self, question: str, answer: str) -> None:
        """Ask for somebody's PIN for another reason than logging in.

        Args:
            question: What it is needed for.
            answer: What the button is called.
        """
        self._accept_label = answer
        self.question_label.hide()
        label = _wrapped_label(question)
        label.setObjectName("question_label")
        self._rows.insertWidget(0, label)
        self._show_trouble("")

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
        """List who can log in; a lone one, or who was named already and Enter pressed, is asked for the PIN at once."""
        from posim_desktop.ui.people.initials import initials_icon  # noqa: PLC0415 - see the module
        from posim_desktop.ui.widgets.scanner import TAKES_SCANS  # noqa: PLC0415 - see the module

        self.name_edit.setProperty(TAKES_SCANS, True)
        self._show_trouble("")
        self._employees, self._listed = employees, list(employees)
        self.employee_list.clear()
        self.employee_list.setIconSize(QtCore.QSize(_PICTURE, _PICTURE))
        for employee in employees:
            row = QListWidgetItem(initials_icon(employee.name, _PICTURE), f"{employee.name}  ({employee.code})")
            row.setSizeHint(QtCore.QSize(0, _ROW_HEIGHT))
            row.setToolTip(employee.name)
            self.employee_list.addItem(row)
        self.employee_list.setEnabled(True)
        self.employee_list.setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)  # the arrow keys lead there from the name
        self._number_rows(len(employees))
        self._make_room()
        only_one = self._narrow(self.name_edit.text()) == 1
        if only_one and (self._is_entered or len(employees) == 1):
            self._on_accept_button_clicked()
        self._is_entered = False

    def propose(self, employee_id: int) -> None:
        """Choose who is likely to log in; Enter asks for their PIN."""
        for place, employee in enumerate(self._listed):
            if employee.id == employee_id and self.pin_panel is None:
                self.employee_list.setCurrentRow(place)

    def ask_at_once(self, employee_id: int) -> None:
        """Ask whoever is likely to log in for the PIN; the names are one key away."""
        self.propose(employee_id)
        if self.pin_panel is None and self.accept_button.isEnabled():
            self._on_accept_button_clicked()

    def _number_rows(self, count: int) -> None:
        from PySide6.QtGui import QKeySequence, QShortcut  # noqa: PLC0415 - see the module

        self.keys_label.setVisible(count > 1)
        for place in range(min(count, _NUMBERED)):
            keys = QShortcut(QKeySequence(f"Alt+{place + 1}"), self)
            keys.activated.connect(lambda place=place: self._choose(place))

    # ---- the PIN ----

    def ask_pin(self, employee: "EmployeeToLogIn") -> None:
        """Ask somebody for the PIN, on a pad in the place of the names."""
        from posim_desktop.ui.people.pin_panel import PinPanel  # noqa: PLC0415 - see the module

        self._forget_pin_panel()
        self._show_trouble("")
        self._asked = employee
        panel = PinPanel(employee.name)
        panel.changed.connect(self.accept_button.setEnabled)
        panel.entered.connect(self._on_pin_panel_entered)
        panel.scanned.connect(self._on_pin_panel_scanned)
        self.pin_panel = panel
        self._names.hide()
        self._rows.insertWidget(self._rows.indexOf(self._names), panel)
        panel.show()
        self.accept_button.setEnabled(False)
        if self._employees is not None and len(self._employees) > 1:
            self._name_cancel_button(self.tr("Back"))
        panel.pin_edit.setFocus()

    def say(self, message: str) -> None:
        """Say why somebody is not let in."""
        self.trouble_label.setText(message)
        self.trouble_label.setVisible(True)
        self._make_room()

    def _show_names(self) -> None:
        self._forget_pin_panel()
        self._show_trouble("")
        self._names.show()
        self._name_cancel_button(self._leaving())
        self._on_employee_list_current_row_changed()
        self.name_edit.selectAll()
        self.name_edit.setFocus()

    def _forget_pin_panel(self) -> None:
        panel, self.pin_panel, self._asked = self.pin_panel, None, None
        if panel is not None:
            panel.hide()
            panel.deleteLater()

    def _name_cancel_button(self, label: str) -> None:
        self.cancel_button.setText(label)
        self.cancel_button.setAccessibleName(label)
        self.cancel_button.setVisible(bool(label))

    def show_trouble(self, message: str) -> None:
        """Say why the shop cannot be opened; what was typed stays."""
        self._is_entered = False
        self.employee_list.clear()
        self._show_trouble(message)
        self.accept_button.setEnabled(True)
        self._make_room()

    def _make_room(self) -> None:
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.resize(self.width(), max(self.height(), layout.heightForWidth(self.width())))

    def _show_trouble(self, message: str) -> None:
        self._is_in_trouble = bool(message)
        self.trouble_label.setText(message)
        self.trouble_label.setVisible(self._is_in_trouble)
        label = self.tr("Try Again") if self._is_in_trouble else self._accept_label
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
        if self._is_locked:
            event.ignore()
            return
        event.accept()
        if self.isVisible():
            self.exit_requested.emit()

    @override
    def reject(self) -> None:
        """Esc leads back to the names, or to who worked here; never into the program without logging in."""
        if self._can_go_back() or self._is_switching:
            self._on_cancel_button_clicked()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take what is typed while a button has the focus as a name."""
        if self.pin_panel is None and event.text().strip() and event.text().isprintable():
            self.name_edit.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)
            self.name_edit.event(event)
        else:
            super().keyPressEvent(event)

    # ---- slots ----

    def _on_name_edit_text_changed(self, typed: str) -> None:
        self._is_entered = False
        self._narrow(typed)

    def _on_name_edit_return_pressed(self) -> None:
        self._is_entered = self._employees is None and not self._is_in_trouble
        if self._employees is not None and not self.accept_button.isEnabled():
            self.name_edit.selectAll()  # nobody of this name or badge: what comes next takes its place
        self.accept_button.click()  # not enabled while nobody can log in

    def _narrow(self, typed: str) -> int:
        """List only who fits what was typed, the first of them chosen, and return how many they are."""
        if self._employees is None:
            return 0
        from posim_desktop.ui.people.named import named  # noqa: PLC0415 - see the module

        fitting = named(self._employees, typed)
        self._put_in_order([*fitting, *(each for each in self._employees if each not in fitting)])
        for place in range(len(self._listed)):
            self.employee_list.item(place).setHidden(place >= len(fitting))
        self.employee_list.setCurrentRow(0 if fitting else -1)
        self.nobody_label.setText("" if fitting else self._nobody().format(typed=typed.strip()))
        self.name_edit.setAccessibleDescription(self.nobody_label.text())
        self._on_employee_list_current_row_changed()
        return len(fitting)

    def _nobody(self) -> str:
        """Say that nobody who is listed has the name."""
        return self.tr("Nobody called “{typed}” works here.")

    def _put_in_order(self, people: "list[EmployeeToLogIn]") -> None:
        if people == self._listed:
            return
        with QtCore.QSignalBlocker(self.employee_list):
            rows = {each.id: self.employee_list.takeItem(0) for each in self._listed}
            for each in people:
                self.employee_list.addItem(rows[each.id])
        self._listed = people

    def _on_employee_list_current_row_changed(self) -> None:
        if self._employees is not None and self.pin_panel is None:
            self.accept_button.setEnabled(self.employee_list.currentRow() >= 0)

    def _on_employee_list_item_selection_changed(self) -> None:
        for chosen in self.employee_list.selectedIndexes():
            self.employee_list.setCurrentRow(chosen.row())  # a screen reader selects without moving the current row

    def _on_accept_button_clicked(self) -> None:
        place = self.employee_list.currentRow()
        if self._is_in_trouble:
            self.show_opening()
            self.retry_requested.emit()
        elif self.pin_panel is not None:
            self._on_pin_panel_entered()
        elif self._employees is not None and place >= 0:
            self._show_trouble("")
            self.chosen.emit(self._listed[place])

    def _choose(self, place: int) -> None:
        if self.employee_list.item(place).isHidden():
            return
        if self.pin_panel is not None:
            self._show_names()
        self.employee_list.setCurrentRow(place)
        self._on_accept_button_clicked()

    def _on_pin_panel_entered(self) -> None:
        if self.pin_panel is not None and self.pin_panel.pin_edit.text():
            self.pin_entered.emit(self._asked, self.pin_panel.take())

    def _on_pin_panel_scanned(self, badge: str) -> None:
        for employee in self._employees or ():
            if employee.badge == badge:
                self.chosen.emit(employee)
                return

    def _can_go_back(self) -> bool:
        return self.pin_panel is not None and self._employees is not None and len(self._employees) > 1

    def _on_cancel_button_clicked(self) -> None:
        if self._can_go_back():
            self._show_names()
        else:
            self.exit_requested.emit()


def _wrapped_label(text: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    label.setProperty("textFormat", "PlainText")
    return label
