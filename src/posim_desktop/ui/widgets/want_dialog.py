"""Taking down a wish for the Want List, from wherever a customer says it. Serves the guide's page "Want List"."""

from collections.abc import Sequence
from decimal import Decimal
from functools import partial
from typing import Any, Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from posim_desktop.domain import text
from posim_desktop.domain.changes import Done
from posim_desktop.domain.errors import Field, RefusedError, TroubleError, refuse
from posim_desktop.domain.why import Why
from posim_desktop.queries.backorders.wants import WantDetails
from posim_desktop.queries.sales import till
from posim_desktop.services.backorders import wants
from posim_desktop.ui.operations import Operations, say
from posim_desktop.ui.outcome import Attempt
from posim_desktop.ui.refusals import words_of_trouble
from posim_desktop.ui.widgets.edits import QuantityEdit, TextEdit
from posim_desktop.ui.widgets.form_dialog import FormDialog

_WIDTH = 520
_TWO = 2


class _Found(Protocol):
    @property
    def id(self) -> int: ...


class WantDialog(FormDialog):
    """Asks who wishes for what, as far as it is not known yet; what is not on file is described.

    Signals:
        noted(int): The wish is on the list; its id.
    """

    noted = Signal(int)

    def __init__(
        self,
        parent: QWidget,
        operations: Operations,
        *,
        customer_id: int | None = None,
        item_id: int | None = None,
        about: str = "",
        changed: WantDetails | None = None,
    ) -> None:
        """Ask.

        Args:
            parent: The screen that asks.
            operations: Runs the verb.
            customer_id: Who wishes; None asks.
            item_id: What for; None asks.
            about: Whose card, or which item's, it was opened on.
            changed: The wish that is to be changed, None for a new one.
        """
        super().__init__(parent, "", accept="", cancel="", width=_WIDTH)
        self.setObjectName("want_dialog")
        self.operations = operations
        self._attempt = Attempt(one_action=True)
        self._customer_id, self._item_id = customer_id, item_id
        self._changed = changed
        self.setWindowTitle(self.tr("Want List"))
        for button, label in ((self.accept_button, self.tr("OK")), (self.cancel_button, self.tr("Cancel"))):
            button.setText(label)
            button.setAccessibleName(label)
        self._build(about)
        self.accept_button.clicked.connect(self._on_accept_button_clicked)
        self.finished.connect(parent.activateWindow)

    def _build(self, about: str) -> None:
        if about:
            self.say_first(about)
        self.say_first(self.tr("A wish promises nothing: no order counts it. It is offered when the goods arrive."))
        self.customer_edit, self.item_edit = TextEdit(text.NAME), TextEdit(text.NAME)
        self.description_edit, self.note_edit = TextEdit(text.DESCRIPTION), TextEdit(text.REASON)
        self.quantity_edit = QuantityEdit("quantity")
        if self._customer_id is None:
            self.customer_edit.setPlaceholderText(self.tr("name, phone or ID"))
            self.add_input("customer", self.tr("Customer"), self.customer_edit)
        if self._item_id is None:
            self.item_edit.setPlaceholderText(self.tr("code, barcode or description"))
            self.add_input("item", self.tr("Item ID"), self.item_edit)
            self.description_edit.setPlaceholderText(self.tr("where there is no card of it"))
            self.add_input("description", self.tr("Or in Words"), self.description_edit)
        self.add_input("quantity", self.tr("Qty"), self.quantity_edit)
        self.add_input("note", self.tr("Note"), self.note_edit)
        self.quantity_edit.set_value(Decimal(1))
        if self._changed is not None:
            self.item_edit.set_value(self._changed.item)
            self.description_edit.set_value("" if self._changed.item else self._changed.goods)
            self.quantity_edit.set_value(self._changed.quantity)
            self.note_edit.set_value(self._changed.note)

    def _on_accept_button_clicked(self) -> None:
        self.clear_refusals()
        try:
            verb = self._verb()
        except RefusedError as refused:
            self.show_refusal(refused.refusal)
            return
        except TroubleError as trouble:
            say(self, words_of_trouble(trouble))
            return
        done = self.operations.run(self, verb, self._attempt, self.show_refusal)
        if isinstance(done, Done):
            self.accept()
            self.noted.emit(done.record_id)

    def _verb(self) -> partial[Done]:
        """Bind what is typed to the verb.

        Raises:
            RefusedError: At ``customer`` or ``item``: nothing like it is on file, or more than one; or at ``quantity``.
            TroubleError: The database cannot be reached.
        """
        customer_id, item_id = self._customer_id, self._item_id
        typed = self.customer_edit.value()
        if self._changed is None and customer_id is None:
            found = self.operations.read(till.find_customers, typed, _TWO)
            if not found:
                raise refuse(Why.NO_CUSTOMER_LIKE_THIS, Field("customer"), typed=typed)
            customer_id = _the_only_one(found, "customer", typed)
        typed = self.item_edit.value()
        if item_id is None and typed:
            matches = self.operations.read(till.find_items, typed, _TWO)
            if not matches:
                raise refuse(Why.NO_ITEM_MATCHES, Field("item"), typed=typed)
            item_id = _the_only_one(matches, "item", typed)
        content: dict[str, Any] = {
            "item_id": item_id,
            "quantity": self.quantity_edit.value(),
            "description": self.description_edit.value(),
            "note": self.note_edit.value(),
        }
        if self._changed is not None:
            return partial(wants.change, want_id=self._changed.id, version=self._changed.version, **content)
        content["customer_id"] = customer_id
        return partial(wants.add, **content)


def _the_only_one(found: Sequence[_Found], field: str, typed: str) -> int:
    """Take the card that fits.

    Raises:
        RefusedError: At the field: several fit.
    """
    if len(found) > 1:
        raise refuse(Why.SEVERAL_MATCH, Field(field), typed=typed)
    return found[0].id
