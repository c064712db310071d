"""What is asked for a return to a vendor: to whom, which goods and why, and what credit came for them."""

from decimal import Decimal
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from posim_desktop.domain import text
from posim_desktop.domain.changes import Done
from posim_desktop.domain.errors import Field, RefusedError, TroubleError, refuse
from posim_desktop.domain.permits import Permission
from posim_desktop.domain.quantity import NO_UNITS
from posim_desktop.domain.why import Why
from posim_desktop.queries.cards import vendors
from posim_desktop.queries.receiving.vendor_returns import VendorReturnDetails, VendorReturnLineRow
from posim_desktop.queries.sales import till
from posim_desktop.services.receiving import vendor_returns
from posim_desktop.services.receiving.vendor_returns import ReturnLineEdit
from posim_desktop.ui import formatting
from posim_desktop.ui.operations import Operations, say
from posim_desktop.ui.outcome import Attempt
from posim_desktop.ui.refusals import words_of_trouble
from posim_desktop.ui.style import mark
from posim_desktop.ui.widgets.edits import CostEdit, MoneyEdit, QuantityEdit, TextEdit
from posim_desktop.ui.widgets.form_dialog import FormDialog
from posim_desktop.ui.widgets.inputs import ChoiceBox

_WIDTH = 520
_TWO = 2


class _ReturnDialog(FormDialog):
    """A form whose OK runs one verb.

    Signals:
        written(int): The verb was done; the return.
    """

    written = Signal(int)

    def __init__(self, parent: QWidget, operations: Operations, name: str, title: str) -> None:
        super().__init__(parent, title, accept="", cancel="", width=_WIDTH)
        self.setObjectName(name)
        self.operations = operations
        self._attempt = Attempt(one_action=True)
        for button, label in ((self.accept_button, self.tr("OK")), (self.cancel_button, self.tr("Cancel"))):
            button.setText(label)
            button.setAccessibleName(label)
        self.accept_button.clicked.connect(self._on_accept_button_clicked)
        self.finished.connect(parent.activateWindow)

    def verb(self) -> partial[Done]:
        """Bind what is typed to the verb.

        Raises:
            RefusedError: It cannot be used; at its field.
            TroubleError: The database cannot be reached.
        """
        raise NotImplementedError

    def _on_accept_button_clicked(self) -> None:
        self.clear_refusals()
        try:
            verb = self.verb()
        except RefusedError as refused:
            self.show_refusal(refused.refusal)
            return
        except TroubleError as trouble:
            say(self, words_of_trouble(trouble))
            return
        done = self.operations.run(self, verb, self._attempt, self.show_refusal)
        if isinstance(done, Done):
            self.accept()
            self.written.emit(done.record_id)


class NewVendorReturnDialog(_ReturnDialog):
    """Asks to which vendor goods go back."""

    def __init__(self, parent: QWidget, operations: Operations) -> None:
        super().__init__(parent, operations, "new_vendor_return", "")
        self.setWindowTitle(self.tr("New Return to Vendor"))
        self.say_first(
            self.tr(
                "Goods of one delivery go back from its receiving log: open it and press Return to Vendor. Here you "
                "begin with goods from the shelf."
            )
        )
        self.vendor_box = ChoiceBox("vendor", self.tr("vendor"))
        self.vendor_box.offer(operations.read(vendors.choices, None), "")
        self.add_input("vendor", self.tr("Vendor"), self.vendor_box)

    @override
    def verb(self) -> partial[Done]:
        """Bind the vendor to the beginning of a return."""
        return partial(vendor_returns.start, vendor_id=self.vendor_box.value())


class ReturnLineDialog(_ReturnDialog):
    """Asks how much of which goods goes back, and why; the goods of a line that there is stay."""

    def __init__(
        self, parent: QWidget, operations: Operations, found: VendorReturnDetails, line: VendorReturnLineRow | None
    ) -> None:
        super().__init__(parent, operations, "vendor_return_line", "")
        self._return_id, self._line = found.id, line
        self.setWindowTitle(self.tr("Add Goods") if line is None else self.tr("Change Line"))
        self.item_edit = TextEdit(text.NAME)
        self.quantity_edit, self.cost_edit = QuantityEdit("quantity"), CostEdit("cost")
        self.reason_edit = TextEdit(text.REASON)
        if line is None:
            self.item_edit.setPlaceholderText(self.tr("code, barcode or description"))
            self.add_input("item", self.tr("Item ID"), self.item_edit)
        else:
            self._say_of(line)
        self.add_input("quantity", self.tr("Qty"), self.quantity_edit)
        if operations.lacking(Permission.SEE_COSTS) is None:
            self.cost_edit.setPlaceholderText(self.tr("by the item's card"))
            self.add_input("cost", self.tr("Cost"), self.cost_edit)
        self.add_input("reason", self.tr("Reason"), self.reason_edit)
        self.quantity_edit.set_value(Decimal(1) if line is None or not line.quantity else line.quantity)
        if line is not None:
            self.cost_edit.set_value(line.cost)
            self.reason_edit.set_value(line.reason)

    def _say_of(self, line: VendorReturnLineRow) -> None:
        self.say_first(f"{line.item} {line.description}")
        said = self.tr("May go back: {available}").format(available=formatting.quantity(max(line.available, NO_UNITS)))
        if line.left is not None:
            said += " · " + self.tr("Left of this delivery: {left}").format(left=formatting.quantity(line.left))
        mark(self.say_first(said), role="value")

    @override
    def verb(self) -> partial[Done]:
        """Bind what is typed to adding or changing a line."""
        quantity, reason = self.quantity_edit.value(), self.reason_edit.value()
        shows_cost = "cost" in self.inputs and bool(self.cost_edit.text().strip())
        cost = self.cost_edit.value() if shows_cost else None
        if self._line is not None:
            return partial(
                vendor_returns.change_line, line_id=self._line.id, edit=ReturnLineEdit(quantity, cost, reason)
            )
        return partial(
            vendor_returns.add_item,
            vendor_return_id=self._return_id,
            item_id=self._item(),
            quantity=quantity,
            reason=reason,
            cost=cost,
        )

    def _item(self) -> int:
        typed = self.item_edit.value()
        matches = self.operations.read(till.find_items, typed, _TWO) if typed else ()
        if not matches:
            raise refuse(Why.NO_ITEM_MATCHES, Field("item"), typed=typed)
        if len(matches) > 1:
            raise refuse(Why.SEVERAL_MATCH, Field("item"), typed=typed)
        return matches[0].id


class ReturnHeaderDialog(_ReturnDialog):
    """Asks for the vendor's authorization number and a note."""

    def __init__(self, parent: QWidget, operations: Operations, found: VendorReturnDetails) -> None:
        super().__init__(parent, operations, "vendor_return_header", "")
        self._return_id = found.id
        self.setWindowTitle(self.tr("Authorization and Note"))
        self.rma_edit, self.note_edit = TextEdit(text.SHORT), TextEdit(text.NOTE)
        self.add_input("rma_number", self.tr("Return Authorization"), self.rma_edit)
        self.add_input("note", self.tr("Note"), self.note_edit)
        self.rma_edit.set_value(found.rma_number)
        self.note_edit.set_value(found.note)

    @override
    def verb(self) -> partial[Done]:
        """Bind what is typed to writing the head."""
        return partial(
            vendor_returns.set_header,
            vendor_return_id=self._return_id,
            rma_number=self.rma_edit.value(),
            note=self.note_edit.value(),
        )


class VendorCreditDialog(_ReturnDialog):
    """Asks what the vendor gave for a posted return."""

    def __init__(self, parent: QWidget, operations: Operations, found: VendorReturnDetails) -> None:
        super().__init__(parent, operations, "vendor_credit", "")
        self._return_id = found.id
        self.setWindowTitle(self.tr("Credit Received"))
        said = self.tr("Expected: {expected} · Received so far: {received}")
        self.say_first(
            said.format(expected=formatting.amount(found.expected), received=formatting.amount(found.received))
        )
        self.amount_edit, self.reference_edit = MoneyEdit("amount"), TextEdit(text.SHORT)
        self.add_input("amount", self.tr("Amount"), self.amount_edit)
        self.reference_edit.setPlaceholderText(self.tr("the vendor's credit note"))
        self.add_input("reference", self.tr("Reference"), self.reference_edit)

    @override
    def verb(self) -> partial[Done]:
        """Bind what is typed to noting a credit."""
        return partial(
            vendor_returns.take_credit,
            vendor_return_id=self._return_id,
            amount=self.amount_edit.value(),
            reference=self.reference_edit.value(),
        )
