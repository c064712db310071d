"""A small shop that holds its customers' money, for tests of every level below the windows."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

import sqlalchemy as sa

from agreement import disagreements
from posim_desktop.domain.changes import Done
from posim_desktop.domain.sales.customer_money import Disposition
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.domain.sales.tenders import Tender, TenderKind
from posim_desktop.orm import Backorder, Customer, CustomerMoney, InvoiceLine
from posim_desktop.services.database import snapshot
from posim_desktop.services.sales import cancellations, deposits, fills, posting
from posim_desktop.services.sales.fills import Fill
from seeding import Till, add_customer

D = Decimal
CASH, DEPOSIT, CREDIT = TenderKind.CASH, TenderKind.DEPOSIT, TenderKind.CREDIT


@dataclass
class MoneyShop:
    """A till, and Lee as its customer; kettles cost 24.00 and there are plenty."""

    till: Till
    lee: int

    def owes(self, quantity: str, deposit: str = "") -> int:
        """Back-order kettles for Lee, with a deposit in cash if one is given; return the backorder."""
        invoice = self.till.rings_up(("kettle", quantity, TransCode.BACKORDER), customer_id=self.lee)
        if deposit:
            line = self._read(sa.select(InvoiceLine.id).where(InvoiceLine.invoice_id == invoice))
            self.till.run(deposits.add, invoice_id=invoice, amount=D(deposit), line_id=line)
        self.till.posts(invoice)
        found: int = self._read(sa.select(sa.func.max(Backorder.id)))
        return found

    def takes(self, amount: str, backorder_id: int | None = None, customer_id: int = 0) -> Done:
        """Take a deposit or credit in cash, or below zero pay it back."""
        invoice = self.till.rings_up(customer_id=customer_id or self.lee)
        self.till.run(deposits.add, invoice_id=invoice, amount=D(amount), backorder_id=backorder_id)
        return self.till.posts(invoice)

    def sets_aside(self, backorder_id: int, quantity: str) -> int:
        """Set kettles from the shelf aside; return the committed invoice on which they wait."""
        source = (
            sa.select(InvoiceLine.invoice_id)
            .join(Backorder, Backorder.source_line_id == InvoiceLine.id)
            .where(Backorder.id == backorder_id)
        )
        fill = (Fill(backorder_id, D(quantity)),)
        return self.till.run(fills.fill_backorders, invoice_id=self._read(source), fills=fill).record_id

    def hands_over(self, invoice: int, *own: Tender) -> Done:
        """Post a pick-up, with the customer's own money first and the rest in cash."""
        return self.till.do(self.handing_over(invoice, *own))

    def handing_over(self, invoice: int, *own: Tender) -> "partial[Done]":
        """Bind the posting of a pick-up."""
        total = self.till.total_of(invoice)
        rest = total - sum((tender.amount for tender in own), D(0))
        tenders = (*own, *((Tender(CASH, rest),) if rest or not own else ()))
        verb = posting.uncommit_and_process
        return partial(verb, invoice_id=invoice, tenders=tenders, expected_total=total)

    def sells(self, quantity: str, *own: Tender, code: TransCode = TransCode.SALE) -> Done:
        """Sell kettles to Lee, or take them back, with the customer's own money first and the rest in cash."""
        invoice = self.till.rings_up(("kettle", quantity, code), customer_id=self.lee)
        return self.hands_over(invoice, *own)

    def cancels(
        self, backorder_id: int, quantity: str, wish: Disposition | None = None, refund_by: Tender | None = None
    ) -> Done:
        """Cancel kettles of a backorder."""
        return self.till.do(self.canceling(backorder_id, quantity, wish, refund_by))

    def canceling(
        self, backorder_id: int, quantity: str, wish: Disposition | None = None, refund_by: Tender | None = None
    ) -> "partial[Done]":
        """Bind a cancellation."""
        return partial(
            cancellations.cancel,
            backorder_id=backorder_id,
            quantity=D(quantity),
            employee_id=self.till.employee_id,
            reason="Wants fewer",
            disposition=wish,
            refund_by=refund_by,
        )

    def held(self, backorder_id: int | None = None, customer_id: int = 0) -> str:
        """Add up a deposit, or the credit, after every rule of the shop was checked."""
        self.holds()
        account = CustomerMoney.backorder_id
        chosen = account.is_(None) if backorder_id is None else account == backorder_id
        if backorder_id is None:
            chosen = sa.and_(chosen, CustomerMoney.customer_id == (customer_id or self.lee))
        with self.till.engine.connect() as connection:
            rows = connection.scalars(sa.select(CustomerMoney.amount).where(chosen)).all()
        return f"{sum(rows, D('0.00')):.2f}"

    def moves(self) -> list[tuple[str, str]]:
        """List what happened to the customers' money: kind and amount, in order."""
        rows = sa.select(CustomerMoney.kind, CustomerMoney.amount).order_by(CustomerMoney.id)
        with self.till.engine.connect() as connection:
            return [(row.kind, f"{row.amount:.2f}") for row in connection.execute(rows)]

    def may_owe(self, limit: str) -> None:
        """Let Lee owe so much on account."""
        with self.till.writing() as session:
            session.connection().execute(
                sa.update(Customer.__table__).where(Customer.id == self.lee).values(credit_limit=D(limit))
            )

    def holds(self) -> None:
        """Check every rule of the shop."""
        with snapshot(self.till.engine) as connection:
            assert disagreements(connection) == ()

    def _read(self, chosen: sa.Select[int]) -> int:
        with self.till.engine.connect() as connection:
            return connection.scalars(chosen).one()


def money_shop(till: Till) -> Iterator[MoneyShop]:
    """Open such a shop."""
    till.stores("kettle", on_hand="1000")
    with till.writing() as session:
        lee = add_customer(session)
    yield MoneyShop(till, lee)
