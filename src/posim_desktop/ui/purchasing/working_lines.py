"""What a working purchase order does with its lines. Serves the guide's page "Purchase orders"."""

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from posim_desktop.domain.changes import Done
from posim_desktop.domain.errors import Field, Refusal
from posim_desktop.domain.why import Why
from posim_desktop.queries.purchasing.orders import PurchaseOrderDetails, PurchaseOrderLineRow
from posim_desktop.services.purchasing import orders as order_verbs
from posim_desktop.services.purchasing.lines import NewOrderLine
from posim_desktop.ui.outcome import Attempt
from posim_desktop.ui.purchasing.lines import read_cell
from posim_desktop.ui.purchasing.working_panels import WorkingPanels
from posim_desktop.ui.widgets.document_lines import Then
from posim_desktop.ui.widgets.item_entry import NamedGoods


class OrderInHand(Protocol):
    """What the lines need of the card that shows their order."""

    record_id: int | None
    details: PurchaseOrderDetails | None

    @property
    def vendor_of_new(self) -> int | None:
        """Whom a new order is for; None for one that exists."""
        ...

    def may_order(self) -> bool:
        """Return whether goods can be put on the order; False after saying at the head what is missing."""
        ...

    def do(
        self,
        verb: partial[Done],
        on_refusal: Callable[[Refusal], bool] | None = None,
        *,
        attempt: Attempt | None = None,
    ) -> Done | None:
        """Run a verb."""
        ...

    def open_order(self, order_id: int) -> None:
        """Show what was put on the order."""

    def reload(self, order_id: int) -> None:
        """Show the order as it is stored now."""


class OrderLines(QObject):
    """Puts goods on the order in hand, changes its lines and takes them off.

    Signals:
        emptied(int): The last line was removed and the order is no more; the vendor it was for.
    """

    emptied = Signal(int)

    def __init__(self, order: OrderInHand, panels: WorkingPanels, card: QObject) -> None:
        super().__init__(card)
        self._order = order
        self._panels = panels

    def add(self, wanted: NamedGoods, then: Then) -> None:
        """Order goods, beginning the order with its first line."""
        if self._order.may_order():
            then(self._add(NewOrderLine(wanted.item.id, wanted.quantity), wanted.attempt))
        else:
            then(Refusal(Why.NOT_STORED))

    def put_back(self, line: PurchaseOrderLineRow) -> None:
        """Put a line that was just taken off back."""
        refusal = self._add(
            NewOrderLine(
                line.item_id, line.quantity, line.cost, line.vendor_item_number, line.pack_quantity, line.pack_cost
            )
        )
        if refusal is not None and refusal.why is not Why.NOT_STORED:
            self._panels.lines.entry.refuse(refusal)

    def _add(self, line: NewOrderLine, attempt: Attempt | None = None) -> Refusal | None:
        vendor_id = self._order.vendor_of_new
        verb = partial(
            order_verbs.add_lines, purchase_order_id=self._order.record_id, vendor_id=vendor_id, lines=(line,)
        )
        done, refusal = self._do(verb, attempt)
        if done is not None:
            self._order.open_order(done.record_id)
        elif refusal.where == Field("vendor") and self._panels.header.show_refusal(refusal):
            return Refusal(Why.NOT_STORED)
        return None if done is not None else refusal

    def change(self, line: PurchaseOrderLineRow, column: str, typed: str, then: Then) -> None:
        """Take what was typed into a cell.

        Raises:
            RefusedError: It cannot be read.
        """
        done, refusal = self._do(
            partial(order_verbs.change_line, line_id=line.id, edit=read_cell(column, typed, line.packing))
        )
        then(None if done is not None else refusal)
        if done is not None:
            self._order.reload(done.record_id)

    def remove(self, line: PurchaseOrderLineRow) -> bool:
        """Take a line off; the last one takes the order with it."""
        details = self._order.details
        if details is None or self._order.do(partial(order_verbs.remove_line, line_id=line.id)) is None:
            return False
        if len(details.lines) > 1:
            self._order.reload(details.id)
        else:
            self._panels.lines.show_rows(())
            self.emptied.emit(details.vendor_id)
        return True

    def _do(self, verb: partial[Done], attempt: Attempt | None = None) -> tuple[Done | None, Refusal]:
        """Run a verb; the refusal counts when nothing was done."""
        refusals: list[Refusal] = []

        def refused(refusal: Refusal) -> bool:
            refusals.append(refusal)
            return True

        done = self._order.do(verb, refused, attempt=attempt)
        return done, refusals[0] if refusals else Refusal(Why.NOT_STORED)
