"""What happens in the stock room of a shop for workflow tests, through the verbs: orders, deliveries, counts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import partial

import sqlalchemy as sa

from posim_desktop.app import OpenShop
from posim_desktop.domain.cards.cards import VendorFields
from posim_desktop.domain.changes import Done
from posim_desktop.domain.receiving.logs import Share
from posim_desktop.orm import Backorder, InvoiceLine, Item, PurchaseOrderLine, ReceivingLine
from posim_desktop.services.cards import items, vendors
from posim_desktop.services.purchasing import orders as purchase_orders
from posim_desktop.services.purchasing import posting as order_posting
from posim_desktop.services.purchasing.lines import NewOrderLine
from posim_desktop.services.receiving import logs as receiving
from posim_desktop.services.receiving import posting as receiving_posting
from posim_desktop.services.sales import fills
from posim_desktop.services.sales.fills import Fill

D = Decimal


@dataclass
class StockRoom:
    """Orders, unpacks and counts; quantities as the words of a person, backorders by their numbers."""

    shop: OpenShop
    vendors: dict[str, int] = field(default_factory=dict)

    def orders(
        self, code: str, quantity: str, allocated: Mapping[int, str] | None = None, *, expected: date | None = None
    ) -> int:
        """Post a purchase order to Acme of one item, with allocations to backorders; return its id."""
        order_id = self.writes_order(code, quantity)
        if expected is not None:
            self._do(partial(purchase_orders.set_header, purchase_order_id=order_id, expected_on=expected, note=""))
        self.posts(order_id, allocated or {})
        return order_id

    def posts(self, order_id: int, allocated: Mapping[int, str]) -> None:
        """Post a working purchase order of one item, with allocations to backorders."""
        line = self._read(sa.select(PurchaseOrderLine.id).where(PurchaseOrderLine.purchase_order_id == order_id))
        allocations = tuple((line, self.backorder(number), D(units)) for number, units in allocated.items())
        self._do(partial(order_posting.post, purchase_order_id=order_id, allocations=allocations))

    def writes_order_for(self, number: int) -> int:
        """Write a working purchase order to Acme of what a backorder waits for, allocated to it; return its id."""
        wanted = (self.backorder(number),)
        verb = partial(purchase_orders.add_backorders, purchase_order_id=None, backorder_ids=wanted)
        return self._do(partial(verb, vendor_id=self.acme())).record_id

    def writes_order(self, code: str, quantity: str) -> int:
        """Write a working purchase order to Acme of one item and return its id."""
        lines = (NewOrderLine(self.item(code), D(quantity)),)
        order = partial(purchase_orders.add_lines, purchase_order_id=None, vendor_id=self.acme(), lines=lines)
        return self._do(order).record_id

    def receives(
        self, order_id: int, quantity: str, rcv: Mapping[int, str], canc: Mapping[int, str] | None = None
    ) -> int:
        """Post a receiving log of an order of one item, set to backorders; return its id."""
        start = partial(receiving.start, purchase_order_id=order_id, received_on=date(2026, 11, 3))
        log_id = self._do(start).record_id
        line = self._read(sa.select(ReceivingLine.id).where(ReceivingLine.receiving_log_id == log_id))
        self._do(partial(receiving.set_quantity, line_id=line, quantity=D(quantity)))
        numbers = sorted({*rcv, *(canc or {})})
        shares = tuple(
            Share(line, self.backorder(each), D(rcv.get(each, "0")), D((canc or {}).get(each, "0")), "Wants fewer")
            for each in numbers
        )
        self._do(partial(receiving_posting.post, receiving_log_id=log_id, shares=shares))
        return log_id

    def counts(self, code: str, counted: str) -> None:
        """Correct what is on hand."""
        reason = "Counted again"
        self._do(partial(items.adjust_stock, item_id=self.item(code), counted=D(counted), reason=reason))

    def fills(self, number: int, quantity: str) -> int:
        """Fill a backorder from the shelf; return the committed invoice."""
        source = self._read(
            sa.select(InvoiceLine.invoice_id)
            .join(Backorder, Backorder.source_line_id == InvoiceLine.id)
            .where(Backorder.number == number)
        )
        wanted = (Fill(self.backorder(number), D(quantity)),)
        return self._do(partial(fills.fill_backorders, invoice_id=source, fills=wanted)).record_id

    def acme(self) -> int:
        """Return the vendor Acme, putting it on file when it is not."""
        if "ACME" not in self.vendors:
            added = self._do(partial(vendors.add, fields=VendorFields(code="ACME", name="Acme Supply")))
            self.vendors["ACME"] = added.record_id
        return self.vendors["ACME"]

    def item(self, code: str) -> int:
        """Find an item by its id on the card."""
        return self._read(sa.select(Item.id).where(Item.code == code))

    def backorder(self, number: int) -> int:
        """Find a backorder by its number."""
        return self._read(sa.select(Backorder.id).where(Backorder.number == number))

    def _do(self, verb: partial[Done]) -> Done:
        return self.shop.operations.do(verb)

    def _read(self, chosen: sa.Select[int]) -> int:
        with self.shop.engine.connect() as connection:
            return connection.execute(chosen).scalar_one()
