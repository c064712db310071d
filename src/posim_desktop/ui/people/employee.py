"""The Employee card and its deck. Serves the guide's page on employees."""

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from posim_desktop.domain import text
from posim_desktop.domain.cards.cards import EmployeeFields
from posim_desktop.domain.changes import Done, Record
from posim_desktop.domain.errors import Field, Refusal, TroubleError
from posim_desktop.domain.people.permissions import Permission, Role
from posim_desktop.domain.why import Why
from posim_desktop.queries.people import employees as employee_queries
from posim_desktop.queries.people import pins as stored_pins
from posim_desktop.queries.people.employees import EmployeeDetails, EmployeeRow
from posim_desktop.services.cards import employees
from posim_desktop.services.people import pins
from posim_desktop.ui.models.list_all import Column
from posim_desktop.ui.navigator import Navigator
from posim_desktop.ui.operations import Operations, say
from posim_desktop.ui.people.new_pin import NewPinDialog, hashed, held_against
from posim_desktop.ui.refusals import words_of_trouble
from posim_desktop.ui.style import mark
from posim_desktop.ui.widgets.button_bar import named_button
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
        section.add("badge", self.tr("Badge"), TextEdit(text.CODE))
        body.addWidget(section)
        body.addWidget(self._build_pin_section())
        hint = QLabel(
            self.tr(
                "A cashier sells and edits Customer cards. A clerk also edits Item, Vendor, Department and Tax Code "
                "cards and adjusts stock. A manager can do everything."
            )
        )
        hint.setWordWrap(True)
        mark(hint, role="muted")
        body.addWidget(hint)

    def _build_pin_section(self) -> QWidget:
        self.pin_label = QLabel()
        self.pin_label.setWordWrap(True)
        self.pin_button = named_button("pin_button", self.tr("Set PIN…"))
        self.pin_button.clicked.connect(self._on_pin_button_clicked)
        section = QWidget()
        columns = QHBoxLayout(section)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.addWidget(self.pin_button)
        columns.addWidget(self.pin_label, 1)
        return section

    @override
    def show_rest(self, details: EmployeeDetails | None) -> None:
        if details is None:
            said = self.tr("Save the card, then give a PIN.")
        elif details.has_pin:
            said = self.tr("Logs in with a PIN.")
        else:
            said = self.tr("Has no PIN yet.")
        self.pin_label.setText(said)

    @override
    def update_buttons(self) -> None:
        super().update_buttons()
        details = self.details
        may = self._is_own() or self.refusal() is None
        self.pin_button.setEnabled(
            details is not None and not details.archived and self.operations.logged_in is not None and may
        )

    def _is_own(self) -> bool:
        """Return whether this is the card of who works here and has a PIN, which takes the old one to be changed."""
        own, details = self.operations.logged_in, self.details
        return own is not None and details is not None and own.employee_id == details.id and details.has_pin

    def _on_pin_button_clicked(self) -> None:
        if self.details is not None:
            asking = NewPinDialog(self, self.details.fields.name, asks_old=self._is_own())
            asking.given.connect(lambda old, pin: self._set_pin(asking, old, pin))
            asking.open()

    def _set_pin(self, asking: NewPinDialog, old: str, pin: str) -> None:
        details = self.details
        if details is None:
            return
        verb: partial[Done]
        try:
            if self._is_own():
                state = self.operations.read(stored_pins.state, details.id, self.operations.now())
                tried = held_against(self.operations, state.pin_hash, old)
                verb = partial(pins.change_own, tried=tried, pin_hash=hashed(self.operations, pin))
            else:
                verb = partial(pins.give, employee_id=details.id, pin_hash=hashed(self.operations, pin))
        except TroubleError as trouble:
            say(asking, words_of_trouble(trouble))
            return
        result = self.operations.run(asking, verb, on_refusal=asking.show_refusal)
        if isinstance(result, Done):
            if result.record_id == pins.WRONG:
                asking.show_refusal(Refusal(Why.PIN_NOT_RIGHT, Field("old_pin")))
            else:
                asking.accept()
                self.show_record(details.id)

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
