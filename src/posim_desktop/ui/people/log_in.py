"""Log in: who works at this workstation now. Serves the guide's page "Log in"."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget
from typing_extensions import override

from posim_desktop.domain.text import search_key
from posim_desktop.queries.people import log_in as who
from posim_desktop.queries.people.log_in import EmployeeToLogIn
from posim_desktop.ui.icons import icon
from posim_desktop.ui.operations import LoggedIn, Operations
from posim_desktop.ui.widgets.form_dialog import FormDialog

_ROLE = Qt.ItemDataRole.UserRole
_LIST_KEYS = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


class LogInDialog(FormDialog):
    """Lists the employees; typing narrows the list, the arrow keys choose, Enter logs in.

    Signals:
        exit_requested: The person leaves the program instead.
    """

    exit_requested = Signal()

    def __init__(self, parent: QWidget, operations: Operations) -> None:
        super().__init__(parent, "", accept="", cancel="", width=400)
        self.operations = operations
        self.setObjectName("log_in")
        self.setWindowTitle(self.tr("Log In"))
        for button, label in ((self.accept_button, self.tr("Log In")), (self.cancel_button, self.tr("Exit"))):
            button.setText(label)
            button.setAccessibleName(label)
        self._build()
        self._connect()
        self.show_employees(self.operations.read(who.employees))

    def _build(self) -> None:
        self.say_first(self.tr("Who works at {workstation}?").format(workstation=self.operations.workstation))
        self.name_edit = QLineEdit()
        self.name_edit.setPlaceholderText(self.tr("Type your name or log-in name"))
        self.name_edit.setClearButtonEnabled(True)
        self.add_input("name", self.tr("Name"), self.name_edit)
        self.employee_list = QListWidget()
        self.employee_list.setObjectName("employee_list")
        self.employee_list.setAccessibleName(self.tr("Employees"))
        self.employee_list.setMinimumHeight(200)
        self.form.addRow(self.employee_list)

    def _connect(self) -> None:
        self.name_edit.textChanged.connect(self._on_name_edit_text_changed)
        self.name_edit.installEventFilter(self)
        self.employee_list.itemDoubleClicked.connect(self._on_accept_button_clicked)
        self.employee_list.currentItemChanged.connect(self._on_employee_list_current_changed)
        self.accept_button.clicked.connect(self._on_accept_button_clicked)
        self.cancel_button.clicked.disconnect()
        self.cancel_button.clicked.connect(self.exit_requested)

    def show_employees(self, employees: tuple[EmployeeToLogIn, ...]) -> None:
        """List who can log in."""
        self.employee_list.clear()
        for employee in employees:
            entry = QListWidgetItem(icon("user"), f"{employee.name}  ({employee.code})")
            entry.setData(_ROLE, employee)
            self.employee_list.addItem(entry)
        self._on_name_edit_text_changed(self.name_edit.text())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The arrow keys move in the list while the typing goes on.
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _LIST_KEYS:
            self.employee_list.event(event)
            return True
        return super().eventFilter(watched, event)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        event.accept()
        if self.isVisible():
            self.exit_requested.emit()

    @override
    def reject(self) -> None:
        """Esc does not lead into the program without logging in."""

    def _on_name_edit_text_changed(self, typed: str) -> None:
        wanted = search_key(typed.strip())
        matching: list[int] = []
        for place in range(self.employee_list.count()):
            entry = self.employee_list.item(place)
            employee: EmployeeToLogIn = entry.data(_ROLE)
            matches = wanted in search_key(employee.name, employee.code)
            entry.setHidden(not matches)
            if matches:
                matching.append(place)
        self.employee_list.setCurrentRow(matching[0] if matching else -1)
        self._on_employee_list_current_changed()

    def _on_employee_list_current_changed(self) -> None:
        self.accept_button.setEnabled(self._chosen() is not None)

    def _chosen(self) -> EmployeeToLogIn | None:
        chosen: EmployeeToLogIn | None = self.employee_list.currentIndex().data(_ROLE)
        return chosen

    def _on_accept_button_clicked(self) -> None:
        employee = self._chosen()
        if employee is not None:
            self.operations.log_in(LoggedIn(employee.id, employee.name, employee.role))
            self.accept()
