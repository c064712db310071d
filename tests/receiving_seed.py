"""What the tests of receiving, committing and filling do at the counter of a small shop."""

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import partial
from typing import TypeVar
from uuid import UUID, uuid4

import sqlalchemy as sa

from ordering_seed import assert_sound, customer_on_file, orders, owes, sends, vendor_on_file
from posim_desktop.domain.changes import Done
from posim_desktop.domain.errors import RefusedError
from posim_desktop.domain.people.permissions import Role
from posim_desktop.domain.receiving import corrections as correction_rules
from posim_desktop.domain.receiving.corrections import Plan, TakenBack
from posim_desktop.domain.receiving.logs import Share
from posim_desktop.domain.sales.tenders import Tender
from posim_desktop.orm import Backorder, Invoice, InvoiceLine, Item, ReceivingLine, ReceivingLog, VendorReturnLine
from posim_desktop.queries.receiving import corrections as correction_queries
from posim_desktop.queries.receiving import logs as reading
from posim_desktop.services.receiving import corrections
from posim_desktop.services.receiving import logs as receiving
from posim_desktop.services.receiving import posting as receiving_posting
from posim_desktop.services.sales import posting
from seeding import CASH, Till, add_employee

D = Decimal
T = TypeVar("T")
TODAY = date(2026, 11, 2)
Chosen = tuple[tuple[int, int, Decimal], ...] | None


@dataclass
class Shop:
    """A shop with a vendor and two customers, and what happens at its back door and its counter."""

    till: Till
    vendor_id: int
    lee: int
    kim: int

    def holds(self) -> None:
        """Check every rule of the records."""
        assert_sound(self.till)

    def owes(self, code: str, quantity: str, customer_id: int) -> int:
        """Back-order goods for a customer; return the backorder."""
        return owes(self.till, code, quantity, customer_id)

    def orders(self, *lines: tuple[str, str], allocations: tuple[tuple[str, int, str], ...] = ()) -> int:
        """Send a purchase order; return it."""
        order_id = orders(self.till, self.vendor_id, *lines)
        sends(self.till, order_id, *allocations)
        return order_id

    def unloads(self, order_id: int, counted: Mapping[str, str] | None = None) -> int:
        """Begin a receiving log on an order, with other counts than what is open where given; return it."""
        log_id = self.till.run(receiving.start, purchase_order_id=order_id, received_on=TODAY).record_id
        for code, quantity in (counted or {}).items():
            self.till.run(receiving.set_quantity, line_id=self.line(log_id, code), quantity=D(quantity))
        return log_id

    def unloads_freely(self, *goods: tuple[str, str]) -> int:
        """Begin a receiving log without an order; return it."""
        log_id = self.till.run(receiving.start, vendor_id=self.vendor_id, received_on=TODAY).record_id
        for code, quantity in goods:
            item_id = self.till.items[code]
            self.till.run(receiving.add_item, receiving_log_id=log_id, item_id=item_id, quantity=D(quantity))
        return log_id

    def line(self, log_id: int, code: str) -> int:
        """Find the line of an item on a receiving log."""
        chosen = sa.select(ReceivingLine.id).where(
            ReceivingLine.receiving_log_id == log_id, ReceivingLine.item_id == self.till.items[code]
        )
        return self.read(chosen)

    def return_lines(self, vendor_return_id: int) -> list[int]:
        """List the lines of a return to a vendor."""
        of_return = sa.select(VendorReturnLine.id).where(VendorReturnLine.vendor_return_id == vendor_return_id)
        with self.till.engine.connect() as connection:
            return list(connection.scalars(of_return.order_by(VendorReturnLine.position)))

    def share(
        self, log_id: int, code: str, backorder_id: int, rcv: str = "0", canc: str = "0", reason: str = ""
    ) -> Share:
        """Write a row of the Set Backorders to Customers screen."""
        return Share(self.line(log_id, code), backorder_id, D(rcv), D(canc), reason)

    def proposal(self, log_id: int) -> tuple[Share, ...]:
        """Take the Set Backorders to Customers screen as it opens."""
        with self.till.engine.connect() as connection:
            found = reading.set_backorders(connection, log_id)
        return tuple(
            Share(item.receiving_line_id, row.backorder_id, row.proposed, D(0)) for item in found for row in item.rows
        )

    def posting(self, log_id: int, *shares: Share) -> partial[Done]:
        """Bind the posting of a receiving log."""
        return partial(receiving_posting.post, receiving_log_id=log_id, shares=shares)

    def receives(self, log_id: int, *shares: Share) -> Done:
        """Post a receiving log and check everything."""
        result = self.till.do(self.posting(log_id, *shares))
        self.holds()
        return result

    def asks_to_take_back(
        self, log_id: int, *goods: tuple[str, str], coming: bool = False, chosen: Chosen = None
    ) -> tuple[TakenBack, ...]:
        """Write what did not come of a posted log."""
        return tuple(TakenBack(self.line(log_id, code), D(quantity), coming, (), chosen) for code, quantity in goods)

    def sees(self, log_id: int, taken: tuple[TakenBack, ...]) -> Plan:
        """Work out what a correction does, as the screen does it."""
        with self.till.engine.connect() as connection:
            found = correction_queries.correctable(connection, log_id)
        assert found is not None
        return correction_rules.plan(found.standing, taken)

    def correction(self, log_id: int, *taken: TakenBack, reason: str = "Counted twice") -> partial[Done]:
        """Bind a correction as the person sees it now."""
        seen = self.sees(log_id, taken)
        return partial(corrections.correct, receiving_log_id=log_id, taken=taken, reason=reason, seen=seen)

    def corrects(
        self, log_id: int, *goods: tuple[str, str], coming: bool = False, chosen: Chosen = None
    ) -> tuple[int, Plan]:
        """Take goods of a posted log back and check everything; return the correction and what it did."""
        deed = self.correction(log_id, *self.asks_to_take_back(log_id, *goods, coming=coming, chosen=chosen))
        done = self.till.do(deed)
        self.holds()
        return done.record_id, deed.keywords["seen"]

    def invoices(self, log_id: int) -> tuple[reading.FillInvoiceRow, ...]:
        """Read which invoices a receiving log made."""
        with self.till.engine.connect() as connection:
            return reading.invoices_made(connection, log_id)

    def fill_invoice(self, code: str, quantity: str, customer_id: int) -> tuple[int, int]:
        """Owe goods, order, receive and set them: return the backorder and the committed invoice."""
        backorder_id = self.owes(code, quantity, customer_id)
        log_id = self.unloads(self.orders((code, quantity), allocations=((code, backorder_id, quantity),)))
        self.receives(log_id, *self.proposal(log_id))
        (invoice,) = self.invoices(log_id)
        return backorder_id, invoice.invoice_id

    def fill_line(self, invoice_id: int) -> int:
        """Find the first fill line of an invoice."""
        filling = sa.select(InvoiceLine.id).where(
            InvoiceLine.invoice_id == invoice_id, InvoiceLine.fills_backorder_id.is_not(None)
        )
        return self.read(filling.order_by(InvoiceLine.position).limit(1))

    def picks_up(self, invoice_id: int) -> Done:
        """Uncommit and process an invoice for cash, and check everything."""
        result = self.till.do(self.pick_up(invoice_id))
        self.holds()
        return result

    def pick_up(self, invoice_id: int) -> partial[Done]:
        """Bind Uncommit & Process at the invoice's total."""
        total = self.till.total_of(invoice_id)
        return partial(
            posting.uncommit_and_process,
            invoice_id=invoice_id,
            tenders=(Tender(CASH, total),),
            expected_total=total,
        )

    def stock(self, code: str) -> tuple[str, str, str]:
        """Read On Hand, Committed and On Order."""
        chosen = sa.select(Item.on_hand, Item.committed, Item.on_order).where(Item.id == self.till.items[code])
        with self.till.engine.connect() as connection:
            return tuple(f"{figure.normalize():f}" for figure in connection.execute(chosen).one())  # type: ignore[return-value]

    def figures(self, backorder_id: int) -> str:
        """Read a backorder's figures: ``U1 R2 C0 W2 F0``."""
        chosen = sa.select(
            Backorder.outstanding, Backorder.received, Backorder.canceled, Backorder.waiting, Backorder.filled
        ).where(Backorder.id == backorder_id)
        with self.till.engine.connect() as connection:
            read = connection.execute(chosen).one()
        return " ".join(f"{letter}{figure.normalize():f}" for letter, figure in zip("URCWF", read, strict=True))

    def invoice(self, invoice_id: int) -> tuple[str, bool]:
        """Read an invoice's status and whether it is committed."""
        with self.till.engine.connect() as connection:
            row = connection.execute(sa.select(Invoice.status, Invoice.committed).where(Invoice.id == invoice_id)).one()
        return row.status, row.committed

    def log_status(self, log_id: int) -> str:
        """Read a receiving log's status."""
        return self.read(sa.select(ReceivingLog.status).where(ReceivingLog.id == log_id))

    def read(self, chosen: sa.Select[T]) -> T:
        """Read one value."""
        with self.till.engine.connect() as connection:
            return connection.execute(chosen).scalar_one()

    def read_all(self, chosen: sa.Select[T]) -> list[T]:
        """Read a column."""
        with self.till.engine.connect() as connection:
            return list(connection.scalars(chosen))

    def serves_as(self, role: Role) -> None:
        """Let somebody of a role stand at the till."""
        with self.till.writing() as session:
            self.till.employee_id = add_employee(session, str(role), role=role)


def open_shop(till: Till) -> Shop:
    """Put a vendor and two customers on file."""
    return Shop(till, vendor_on_file(till), customer_on_file(till, "lee"), customer_on_file(till, "kim"))


def race(till: Till, *deeds: partial[Done], keys: tuple[UUID, ...] = ()) -> list[Done | RefusedError]:
    """Do deeds in threads at the same moment; return what each came to."""
    chosen = keys or tuple(uuid4() for _ in deeds)

    def attempt(deed: partial[Done], key: UUID) -> Done | RefusedError:
        try:
            return till.do(deed, key)
        except RefusedError as refused:
            return refused

    with ThreadPoolExecutor(len(deeds)) as pool:
        return list(pool.map(attempt, deeds, chosen))
