"""The Employee card and its deck. Serves the guide's page on employees."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QVBoxLayout
from typing_extensions import override

from posim_desktop.domain import text
from posim_desktop.domain.cards.cards import EmployeeFields
from posim_desktop.domain.changes import Record
from posim_desktop.domain.people.permissions import Permission, Role
from posim_desktop.queries.people import employees as employee_queries
from posim_desktop.queries.people.employees import EmployeeDetails, EmployeeRow
from posim_desktop.services.cards import employees
from posim_desktop.ui.models.list_all import Column
from posim_desktop.ui.navigator import Navigator
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.style import mark
from posim_desktop.ui.widgets.deck import Deck
from posim_desktop.ui.widgets.deck_spec import DeckSpec
from posim_desktop.ui.widgets.edits import TextEdit
from posim_desktop.ui.widgets.filed_card import FiledCard, Filing, archived_column
from posim_desktop.ui.widgets.form import OptionBox


class EmployeeCard(FiledCard[EmployeeDetails]):
    """Somebody who works here, and what they may do."""

    filing = Filing(
        "employee_id",
        EmployeeFields,
        employee_queries.details,
        employees.add,
        employees.change,
        employees.archive,
        employees.bring_back,
        employees.delete,
        Permission.EDIT_EMPLOYEES,
    )

    @override
    def build_form(self, body: QVBoxLayout) -> None:
        section = self.form.section(self.tr("Employee"))
        section.add("name", self.tr("Name"), TextEdit(text.NAME))
        section.add("code", self.tr("Login Name"), TextEdit(text.CODE))
        section.add("role", self.tr("Role"), OptionBox([(role, role_name(role)) for role in Role]))
        body.addWidget(section)
        hint = QLabel(
            self.tr(
                "A cashier sells and edits Customer cards. A clerk also edits Item, Vendor, Department and Tax Code "
                "cards and adjusts stock. A manager can do everything."
            )
        )
        hint.setWordWrap(True)
        mark(hint, role="muted")
        body.addWidget(hint)

    @override
    def heading(self) -> str:
        return self.tr("New Employee") if self.details is None else self.details.fields.name


def role_name(role: Role) -> str:
    """Name a role on the screen."""
    names = {
        Role.CASHIER: QCoreApplication.translate("Role", "Cashier"),
        Role.CLERK: QCoreApplication.translate("Role", "Clerk"),
        Role.MANAGER: QCoreApplication.translate("Role", "Manager"),
    }
    return names[role]


def employee_deck(operations: Operations, _navigator: Navigator) -> Deck:
    """Make the deck of Employee cards."""

    def tr(words: str) -> str:
        return QCoreApplication.translate("EmployeeDeck", words)

    columns: tuple[Column[EmployeeRow], ...] = (
        Column(tr("Name"), lambda row: row.name, "name", width=36),
        Column(tr("Login Name"), lambda row: row.code, "code", width=20),
        Column(tr("Role"), lambda row: role_name(Role(row.role)), "role", width=16),
        archived_column(),
    )
    spec = DeckSpec(
        title=tr("Employees"),
        record=Record.EMPLOYEE,
        query=employee_queries.DECK,
        columns=columns,
        make_card=lambda: EmployeeCard(operations),
        neighbor=lambda row: (row.name, role_name(Role(row.role)), row.code),
        empty_text=tr("There are no employees yet. Press Add to create the first Employee card, for a manager."),
        can_add=True,
        find_hint=tr("Name, login name"),
        has_archive=True,
    )
    return Deck(spec, operations)
