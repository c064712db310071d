"""The Employee card and its deck. Serves the guide's page on employees."""

from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from posim_desktop.domain import text
from posim_desktop.domain.cards.cards import EmployeeFields
from posim_desktop.domain.changes import Changes, Done, Record
from posim_desktop.domain.errors import Field, Refusal, TroubleError
from posim_desktop.domain.permits import Permission
from posim_desktop.domain.why import Why
from posim_desktop.queries.people import employees as employee_queries
from posim_desktop.queries.people import pins as stored_pins
from posim_desktop.queries.people import roles
from posim_desktop.queries.people.employees import EmployeeDetails, EmployeeRow
from posim_desktop.services.cards import employees
from posim_desktop.services.people import pins
from posim_desktop.ui.models.list_all import Column
from posim_desktop.ui.navigator import Navigator
from posim_desktop.ui.operations import LoggedIn, Operations, say
from posim_desktop.ui.people.new_pin import NewPinDialog, hashed, held_against
from posim_desktop.ui.people.role_names import role_name
from posim_desktop.ui.refusals import words_of, words_of_trouble
from posim_desktop.ui.style import mark
from posim_desktop.ui.widgets.button_bar import named_button
from posim_desktop.ui.widgets.deck import Deck
from posim_desktop.ui.widgets.deck_spec import DeckSpec
from posim_desktop.ui.widgets.edits import TextEdit
from posim_desktop.ui.widgets.filed_card import FiledCard, archived_column
from posim_desktop.ui.widgets.filing import Filing
from posim_desktop.ui.widgets.inputs import OptionBox

if TYPE_CHECKING:
    from posim_desktop.queries.people.roles import RoleChoice


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

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        self._roles: tuple[RoleChoice, ...] = ()
        self._asked_by: LoggedIn | None = None
        super().__init__(operations, parent)
        operations.bus.changed.connect(self._on_bus_changed)

    @override
    def build_form(self, body: QVBoxLayout) -> None:
        section = self.form.section()
        section.add("name", self.tr("Name"), TextEdit(text.NAME))
        section.add("code", self.tr("Login Name"), TextEdit(text.CODE))
        self.role_box = section.add("role", self.tr("Role"), OptionBox([]))
        section.add("badge", self.tr("Badge"), TextEdit(text.CODE))
        body.addWidget(section)
        body.addWidget(self._build_pin_section())
        hint = QLabel(
            self.tr(
                "What a role lets its people do stands on its card, in Roles. You can give the roles that may do no "
                "more than yours."
            )
        )
        hint.setWordWrap(True)
        mark(hint, role="muted")
        body.addWidget(hint)

    def _read_roles(self) -> None:
        """Offer the roles that whoever works here may give, and the one that this employee has."""
        own = self.operations.logged_in
        self._roles = self.operations.read(roles.choices, None if own is None else own.employee_id)
        self._asked_by = own
        held = None if self.details is None else self.details.fields.role
        offered = [role for role in self._roles if role.code == held or (role.may_be_given and not role.archived)]
        self.role_box.offer([(role.code, role_name(role.code, role.name)) for role in offered])

    @override
    def new_fields(self) -> EmployeeFields:
        usual = EmployeeFields()
        offered = [role.code for role in self._roles if role.may_be_given and not role.archived]
        return usual if usual.role in offered or not offered else replace(usual, role=offered[-1])

    @override
    def refusal(self) -> Refusal | None:
        refused = super().refusal()
        if refused is not None or self.details is None:
            return refused
        if self._asked_by != self.operations.logged_in:
            with suppress(TroubleError):  # the verb asks again
                self._read_roles()  # somebody else works here now, or may do something else
        held = self.details.fields.role
        within_reach = any(role.code == held and role.may_be_given for role in self._roles)
        return None if within_reach else Refusal(Why.BEYOND_OWN_ROLE)

    def _on_bus_changed(self, changes: Changes) -> None:
        if self.is_editing and any(change.record is Record.ROLE for change in changes):
            self._read_roles()

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
        self._read_roles()
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
        refusal = None if self._is_own() else self.refusal()
        self.pin_button.setEnabled(
            details is not None and not details.archived and self.operations.logged_in is not None and refusal is None
        )
        self.pin_button.setToolTip(words_of(refusal))
        self.pin_button.setAccessibleDescription(words_of(refusal))

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


def employee_deck(operations: Operations, _navigator: Navigator) -> Deck:
    """Make the deck of Employee cards."""

    def tr(words: str) -> str:
        return QCoreApplication.translate("EmployeeDeck", words)

    columns: tuple[Column[EmployeeRow], ...] = (
        Column(tr("Name"), lambda row: row.name, "name", width=36),
        Column(tr("Login Name"), lambda row: row.code, "code", width=20),
        Column(tr("Role"), lambda row: role_name(row.role, row.role_name), "role_name", width=16),
        archived_column(),
    )
    spec = DeckSpec(
        title=tr("Employees"),
        record=Record.EMPLOYEE,
        query=employee_queries.DECK,
        columns=columns,
        make_card=lambda: EmployeeCard(operations),
        neighbor=lambda row: (row.name, role_name(row.role, row.role_name), row.code),
        empty_text=tr("There are no employees yet. Press Add to create the first Employee card, for the Owner."),
        can_add=True,
        find_hint=tr("Name, login name"),
        also=frozenset({Record.ROLE}),
        has_archive=True,
    )
    return Deck(spec, operations)
