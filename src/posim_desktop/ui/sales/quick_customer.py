"""Putting a new customer on file without leaving the sale. Serves the guide's page on customers."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from posim_desktop.domain import text
from posim_desktop.domain.cards.cards import CustomerFields
from posim_desktop.domain.changes import Done
from posim_desktop.services.cards import customers
from posim_desktop.ui.cards.look_alikes import ask_whether_on_file
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.outcome import Attempt
from posim_desktop.ui.widgets.edits import TextEdit
from posim_desktop.ui.widgets.form_dialog import FormDialog


class QuickCustomerDialog(FormDialog):
    """Asks for a name, a phone number and an email address; open it with ``open()``.

    Signals:
        added(int): The customer is on file under this record id, since now or before.
    """

    added = Signal(int)

    def __init__(self, operations: Operations, parent: QWidget | None = None, *, typed: str = "") -> None:
        """Make the dialog.

        Args:
            operations: The road to the verbs.
            parent: The window it belongs to.
            typed: The search that found nobody; prefills the phone number if it looks like one, else the name.
        """
        super().__init__(parent, "", accept="", cancel="")
        self._operations = operations
        self._attempt = Attempt(one_action=True)
        self.setObjectName("quick_customer")
        self.setWindowTitle(self.tr("New Customer"))
        for button, label in ((self.accept_button, self.tr("Add")), (self.cancel_button, self.tr("Cancel"))):
            button.setText(label)
            button.setAccessibleName(label)
        self._build(typed.strip())
        self.accept_button.clicked.connect(self._on_accept_button_clicked)

    def _build(self, typed: str) -> None:
        self.say_first(
            self.tr("The ID is assigned automatically. You can fill in the rest on the Customer card later.")
        )
        self.name_edit = TextEdit(text.NAME)
        self.phone_edit = TextEdit(text.SHORT)
        self.email_edit = TextEdit(text.EMAIL)
        self.add_input("name", self.tr("Name"), self.name_edit)
        self.add_input("phone", self.tr("Phone"), self.phone_edit)
        self.add_input("email", self.tr("Email"), self.email_edit)
        is_phone = any(letter.isdigit() for letter in typed) and not any(letter.isalpha() for letter in typed)
        (self.phone_edit if is_phone else self.name_edit).setText(typed)
        self.name_edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_accept_button_clicked(self) -> None:
        self.clear_refusals()
        content = CustomerFields(
            name=self.name_edit.value(), phone=self.phone_edit.value(), email=self.email_edit.value()
        )
        if not ask_whether_on_file(self, self._operations, content, use=self._use, make=lambda: self._add(content)):
            self._add(content)

    def _add(self, content: CustomerFields) -> None:
        result = self._operations.run(self, partial(customers.add, fields=content), self._attempt, self.show_refusal)
        if isinstance(result, Done):
            self._use(result.record_id)

    def _use(self, customer_id: int) -> None:
        self.added.emit(customer_id)
        self.accept()
