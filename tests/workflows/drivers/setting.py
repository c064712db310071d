"""Brings deliveries in through the verbs, and works Set Backorders to Customers and what comes after it."""

from datetime import date
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

import sqlalchemy as sa
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication

from ordering_seed import add_vendor
from posim_desktop.orm import Backorder, Customer, PurchaseOrderLine
from posim_desktop.queries.verify import verify
from posim_desktop.services.backorders import backorders
from posim_desktop.services.database import for_writing, snapshot
from posim_desktop.services.purchasing import orders as purchase_orders
from posim_desktop.services.purchasing import posting as order_posting
from posim_desktop.services.purchasing.lines import NewOrderLine
from posim_desktop.services.receiving import logs as receiving
from posim_desktop.services.session import begun
from posim_desktop.tour import hands
from posim_desktop.ui.receiving.set_backorders import SetBackordersDialog
from posim_desktop.ui.sales.invoices_made import InvoicesMadeDialog
from posim_desktop.ui.widgets.entry_table import EntryTable
from workflows.drivers.shop import Shop

if TYPE_CHECKING:
    from posim_desktop.domain.changes import Record

TODAY = date(2026, 11, 3)


class Delivery:
    """A shop's back door: what customers wait for is ordered and comes in."""

    def __init__(self, shop: Shop) -> None:
        self.shop = shop
        with begun(for_writing(shop.opened.engine)) as session:
            self.vendor_id = add_vendor(session)

    def backorder(self, customer: str, item: str) -> int:
        """Find a customer's backorder of an item."""
        chosen = (
            sa.select(Backorder.id)
            .join(Customer, Customer.id == Backorder.customer_id)
            .where(Customer.name == customer, Backorder.item_id == self.shop.items[item])
        )
        with self.shop.opened.engine.connect() as connection:
            return connection.execute(chosen).scalar_one()

    def orders(self, item: str, quantity: str, *, for_customer: str, allocated: str) -> int:
        """Send a purchase order with an allocation and return it."""
        do = self.shop.operations.do
        new = (NewOrderLine(self.shop.items[item], Decimal(quantity)),)
        verb = partial(purchase_orders.add_lines, purchase_order_id=None, vendor_id=self.vendor_id, lines=new)
        order_id = do(verb).record_id
        line = sa.select(PurchaseOrderLine.id).where(PurchaseOrderLine.purchase_order_id == order_id)
        with self.shop.opened.engine.connect() as connection:
            line_id = connection.execute(line).scalar_one()
        allocations = ((line_id, self.backorder(for_customer, item), Decimal(allocated)),)
        do(partial(order_posting.post, purchase_order_id=order_id, allocations=allocations))
        return order_id

    def of_order(self, purchase_order_id: int) -> int:
        """Begin the receiving log of an order and return it."""
        verb = partial(receiving.start, purchase_order_id=purchase_order_id, received_on=TODAY)
        return self.shop.operations.do(verb).record_id

    def of(self, *goods: tuple[str, str]) -> int:
        """Begin a receiving log without an order and return it."""
        do = self.shop.operations.do
        log_id = do(partial(receiving.start, vendor_id=self.vendor_id, received_on=TODAY)).record_id
        for item, quantity in goods:
            item_id = self.shop.items[item]
            do(partial(receiving.add_item, receiving_log_id=log_id, item_id=item_id, quantity=Decimal(quantity)))
        return log_id

    def cancels_elsewhere(self, customer: str, item: str, quantity: str) -> None:
        """Cancel some of a backorder on another workstation."""
        verb = partial(
            backorders.cancel,
            backorder_id=self.backorder(customer, item),
            quantity=Decimal(quantity),
            employee_id=1,
            reason="Phoned",
        )
        self.shop.operations.do(verb)

    def figures(self, customer: str, item: str) -> str:
        """Read a backorder: outstanding, received, canceled, waiting."""
        chosen = sa.select(Backorder.outstanding, Backorder.received, Backorder.canceled, Backorder.waiting)
        with self.shop.opened.engine.connect() as connection:
            read = connection.execute(chosen.where(Backorder.id == self.backorder(customer, item))).one()
        return " ".join(f"{letter}{figure.normalize():f}" for letter, figure in zip("URCW", read, strict=True))

    def agrees(self) -> bool:
        """Return whether the shop's records agree with each other."""
        with snapshot(self.shop.opened.engine) as connection:
            return verify(connection) == ()


class SettingDriver:
    """Set Backorders to Customers over a receiving log."""

    def __init__(self, shop: Shop, receiving_log_id: int) -> None:
        self.posted: list[int] = []
        client = shop.inventory_client
        client.to_front()
        self.dialog = SetBackordersDialog(client.client, shop.operations, receiving_log_id=receiving_log_id)
        self.dialog.posted.connect(self.posted.append)
        self.dialog.open()
        hands.settle()
        self.dialog.activateWindow()
        hands.settle()

    @property
    def table(self) -> EntryTable:
        """The rows."""
        found = hands.table(self.dialog, "Backorders")
        assert isinstance(found, EntryTable)
        return found

    def rows(self, *headers: str) -> list[tuple[str, ...]]:
        """Read the backorders' rows as shown."""
        return [row for row in hands.rows(self.table, "Outstanding", *headers) if row[0]]

    def items(self) -> list[str]:
        """Read what is said of each item, as a screen reader does."""
        model = self.dialog.rows
        cells = [model.index(row, 0) for row in model.heading_rows()]
        return [str(cell.data(Qt.ItemDataRole.AccessibleTextRole)) for cell in cells]

    def row_of(self, customer: str, item: str = "") -> int:
        """Find the row of a customer, below an item when one is named."""
        model, below = self.dialog.rows, item == ""
        for number in range(model.rowCount()):
            row = model.row_at(number)
            if row is None:
                below = str(model.index(number, 0).data()).startswith(item)
            elif below and row.backorder.customer == customer:
                return number
        raise hands.NotOnScreenError(f"no row of {customer!r} {item!r}")

    def write(self, customer: str, header: str, typed: str, *, item: str = "") -> None:
        """Type into a cell and press Enter."""
        hands.write_cell(self.table, self.row_of(customer, item), header, typed)

    def cell(self, customer: str, header: str, *, item: str = "") -> QModelIndex:
        """Return a cell."""
        return self.dialog.rows.index(self.row_of(customer, item), hands.column_of(self.table, header))

    def press(self, label: str) -> None:
        """Press a button of the dialog."""
        hands.press(self.dialog, label)

    def says(self, words: str) -> bool:
        """Return whether words are on the dialog."""
        return any(words in said for said in hands.words_on(self.dialog))

    def focus(self) -> tuple[str, str, str]:
        """Return where the keyboard is: customer, heading and what the cell shows."""
        assert QApplication.focusWidget() is self.table
        here = self.table.currentIndex()
        heading = str(self.dialog.rows.headerData(here.column(), Qt.Orientation.Horizontal))
        customer = here.siblingAtColumn(hands.column_of(self.table, "Customer"))
        return str(customer.data()), heading, str(here.data())

    @property
    def can_post(self) -> bool:
        """Whether OK works."""
        return hands.button(self.dialog, "OK").isEnabled()


class InvoicesMadeDriver:
    """Open/Working Invoices after a posting."""

    def __init__(self, shop: Shop, receiving_log_id: int) -> None:
        self.links: list[tuple[Record, int]] = []
        client = shop.inventory_client.client
        self.dialog = InvoicesMadeDialog(client, shop.operations, receiving_log_id=receiving_log_id)
        self.dialog.link.connect(lambda record, record_id: self.links.append((record, record_id)))
        self.dialog.open()
        hands.settle()

    def rows(self) -> list[tuple[str, ...]]:
        """Read the invoices."""
        return hands.rows(hands.table(self.dialog, "Invoices"), "Customer", "Phone", "Items", "Qty", "Total")
