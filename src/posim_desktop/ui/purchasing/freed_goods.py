"""Nobody's: what becomes of goods of a sent order whose customers canceled. Serves the guide page "Purchase orders"."""

from decimal import Decimal
from functools import partial
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from posim_desktop.domain import text
from posim_desktop.domain.changes import Done
from posim_desktop.domain.errors import RefusedError
from posim_desktop.domain.permits import Permission
from posim_desktop.domain.purchasing.freed_goods import FreedFigures, FreedKind
from posim_desktop.domain.quantity import NO_UNITS
from posim_desktop.queries.purchasing import freed_goods as reading
from posim_desktop.queries.purchasing.freed_goods import DropRequest, NextOne
from posim_desktop.queries.purchasing.orders import PurchaseOrderLineRow
from posim_desktop.services.purchasing import freed_goods
from posim_desktop.ui import formatting
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.outcome import Attempt
from posim_desktop.ui.style import mark
from posim_desktop.ui.widgets.approval_notice import ApprovalNotice
from posim_desktop.ui.widgets.edits import QuantityEdit, TextEdit
from posim_desktop.ui.widgets.form_dialog import FormDialog
from posim_desktop.ui.widgets.inputs import OptionBox

_WIDTH = 560
_Choice = tuple[FreedKind, DropRequest | None]


class FreedGoodsDialog(FormDialog):
    """Asks what becomes of goods of a line that are nobody's, or what the vendor answered.

    Signals:
        decided: Something was decided.
    """

    decided = Signal()

    def __init__(
        self, parent: QWidget, operations: Operations, line: PurchaseOrderLineRow, figures: FreedFigures
    ) -> None:
        super().__init__(parent, "", accept="", cancel="", width=_WIDTH)
        self.setObjectName("freed_goods_dialog")
        self.setWindowTitle(self.tr("Nobody's Goods"))
        for button, label in ((self.accept_button, self.tr("OK")), (self.cancel_button, self.tr("Cancel"))):
            button.setText(label)
            button.setAccessibleName(label)
        self._operations = operations
        self._line = line
        self._figures = figures
        self._attempt = Attempt(one_action=True)
        self._next: tuple[NextOne, ...] = ()
        of_order = operations.read(reading.requests_of_line, line.id)
        self._build(of_order)
        self.choice_box.currentIndexChanged.connect(self._on_choice_changed)
        self.quantity_edit.textEdited.connect(self._show_next)
        self.accept_button.clicked.connect(self._on_accept_button_clicked)
        self._on_choice_changed()

    def _build(self, requests: tuple[DropRequest, ...]) -> None:
        self.body.addWidget(ApprovalNotice(self._operations, Permission.POST_ORDERS, self))
        words = self.tr(
            "{undecided} × {item} on this order are nobody's: their customers canceled after the order was sent."
        )
        asked = self.tr("The vendor was asked to drop {asked}; until the answer is there they are for nobody.")
        told = [words.format(undecided=formatting.quantity(self._figures.undecided), item=self._line.item)]
        if self._figures.asked > 0:
            told.append(asked.format(asked=formatting.quantity(self._figures.asked)))
        self.say_first(" ".join(told))
        self.choice_box = OptionBox(self._choices(requests))
        self.quantity_edit, self.note_edit = QuantityEdit("quantity", zero=True), TextEdit(text.REASON)
        self.add_input("choice", self.tr("What Becomes of Them"), self.choice_box)
        self.add_input("quantity", self.tr("Qty"), self.quantity_edit)
        self.add_input("note", self.tr("Note"), self.note_edit)
        self.next_label = QLabel()
        self.next_label.setObjectName("next_label")
        self.next_label.setWordWrap(True)
        mark(self.next_label, role="muted")
        self.body.addWidget(self.next_label)

    def _choices(self, requests: tuple[DropRequest, ...]) -> list[tuple[object, str]]:
        choices: list[tuple[object, str]] = []
        if self._figures.undecided > 0:
            choices += [
                ((FreedKind.ASKED, None), self.tr("Ask the vendor to drop them")),
                ((FreedKind.SHELF, None), self.tr("They are for the shelf")),
                ((FreedKind.NEXT, None), self.tr("They are for the next customers")),
            ]
        for each in requests:
            about = {"quantity": formatting.quantity(each.quantity), "day": formatting.day_of(each.at)}
            name = each.employee
            answered = self.tr("The vendor answered about {quantity} ({name}, {day})").format(name=name, **about)
            back = self.tr("Take back what {name} asked on {day} ({quantity})").format(name=name, **about)
            choices += [((FreedKind.AGREED, each), answered), ((FreedKind.WITHDRAWN, each), back)]
        return choices

    # ---- what is chosen ----

    def _chosen(self) -> _Choice:
        return cast("_Choice", self.choice_box.value())

    def _on_choice_changed(self) -> None:
        kind, request = self._chosen()
        proposed = self._figures.undecided if request is None else min(request.quantity, self._figures.asked)
        self.quantity_edit.set_value(proposed)
        self.quantity_edit.setEnabled(kind is not FreedKind.WITHDRAWN)
        self.note_edit.setEnabled(kind is FreedKind.ASKED)
        self._show_next()

    def _show_next(self) -> None:
        kind, _request = self._chosen()
        words = ""
        if kind is FreedKind.AGREED:
            words = self.tr("So many units the vendor drops; 0 when everything comes. The order gets smaller by them.")
        if kind is FreedKind.NEXT:
            words = self._who_is_next()
        self.next_label.setText(words)
        self.next_label.setVisible(bool(words))
        if self.isVisible():
            self.grow()

    def _who_is_next(self) -> str:
        try:
            quantity = self.quantity_edit.value() or NO_UNITS
        except RefusedError:
            return ""
        self._next = self._operations.read(reading.next_ones, self._line.id, quantity)
        each = self.tr("{quantity} for {customer} (backorder {number})")
        told = [
            each.format(quantity=formatting.quantity(one.quantity), customer=one.customer, number=one.number)
            for one in self._next
        ]
        return ", ".join(told) or self.tr("No other customer is waiting for this item.")

    # ---- OK ----

    def _on_accept_button_clicked(self) -> None:
        self.clear_refusals()
        try:
            verb = self._verb(self.quantity_edit.value() or NO_UNITS)
        except RefusedError as refused:
            self.show_refusal(refused.refusal)
            return
        outcome = self._operations.run(self, verb, self._attempt, self.show_refusal)
        if isinstance(outcome, Done):
            self.accept()
            self.decided.emit()

    def _verb(self, quantity: Decimal) -> partial[Done]:
        kind, request = self._chosen()
        line_id = self._line.id
        if request is not None:
            withdrawn = kind is FreedKind.WITHDRAWN
            why = self.tr("The vendor drops what customers canceled")
            answer = partial(freed_goods.answer, request_id=request.id, reason=why)
            return partial(answer, agreed=quantity, withdrawn=withdrawn)
        if kind is FreedKind.ASKED:
            note = self.note_edit.value()
            return partial(freed_goods.ask_to_drop, line_id=line_id, quantity=quantity, note=note)
        if kind is FreedKind.SHELF:
            return partial(freed_goods.keep_for_shelf, line_id=line_id, quantity=quantity)
        seen = tuple((one.backorder_id, one.quantity) for one in self._next)
        return partial(freed_goods.give_next, line_id=line_id, quantity=quantity, seen=seen)
