"""Everything of one customer at the pick-up: what is ready, and what is still to come. Serves the page "Pick up"."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import sqlalchemy as sa

from posim_desktop.domain.backorders.backorder import EventKind
from posim_desktop.domain.cards.cards import ReachBy
from posim_desktop.domain.errors import Refusal
from posim_desktop.domain.money import ZERO
from posim_desktop.domain.quantity import NO_UNITS
from posim_desktop.domain.sales import invoice as invoice_rules
from posim_desktop.domain.sales import picking
from posim_desktop.domain.sales.customer_money import share
from posim_desktop.domain.sales.invoice import InvoiceStatus, Line, Totals, TransCode
from posim_desktop.domain.sales.picking import Side
from posim_desktop.orm import (
    Backorder,
    BackorderEvent,
    Customer,
    CustomerMoney,
    Invoice,
    InvoiceLine,
    Item,
    PickedLine,
    ReceivingLine,
    ReceivingLog,
    TenderPaid,
)
from posim_desktop.queries.purchasing.orders import EXPECTED
from posim_desktop.queries.shop import preferences


@dataclass(frozen=True, slots=True)
class ReadyLine:
    """Goods that are set aside for the customer.

    Attributes:
        line_id: The line on which they wait.
        invoice_id: The committed invoice that holds it.
        place: Where they lie, ``""`` where nobody wrote it down.
        since: When they were set aside.
        log_number: The receiving log of the delivery with which they came; None for goods from the shelf.
        backorder_id: The backorder that they fill, None for goods that fill none.
        refusal: Why they can only be picked up on their own invoice, or None.
        ruled: What they are charged by.
    """

    line_id: int
    invoice_id: int
    item: str
    description: str
    place: str
    since: datetime
    log_number: int | None
    backorder_id: int | None
    backorder_number: int | None
    customer_order: str
    job_tag: str
    refusal: Refusal | None
    ruled: Line

    @property
    def id(self) -> int:
        """The row's id."""
        return self.line_id

    @property
    def quantity(self) -> Decimal:
        """How many units wait."""
        return self.ruled.quantity


@dataclass(frozen=True, slots=True)
class StillWaiting:
    """What the customer is still owed; ``expected_on`` is None where no posted order says."""

    backorder_id: int
    number: int
    item: str
    description: str
    outstanding: Decimal
    ordered_at: datetime
    expected_on: date | None


@dataclass(frozen=True, slots=True)
class HeldForPickUp:
    """What is left of a deposit, or, without a backorder, of the customer's credit; in the store's currency.

    ``units`` is how many units of the backorder it is still held for.
    """

    backorder_id: int | None
    number: int | None
    item: str
    description: str
    balance: Decimal
    units: Decimal


@dataclass(frozen=True, slots=True)
class CustomerPickup:
    """What a pick-up shows of a customer."""

    customer_id: int
    name: str
    company: str
    phone: str
    phone2: str
    email: str
    reach_by: ReachBy
    reach_hours: str
    notes: str
    exempt: bool
    tax_inclusive: bool
    ready: tuple[ReadyLine, ...]
    waiting: tuple[StillWaiting, ...]
    money: tuple[HeldForPickUp, ...]

    def due(self, lines: frozenset[int]) -> Totals:
        """Add up what the customer pays for some of the lines, on one invoice."""
        chosen = [line.ruled for line in self.ready if line.line_id in lines]
        return invoice_rules.totals(chosen, tax_inclusive=self.tax_inclusive, exempt=self.exempt)

    def deposit_for(self, lines: frozenset[int]) -> Decimal:
        """Tell how much of what is on deposit is for some of the lines: its share, and no more than they come to."""
        taken: dict[int | None, Decimal] = {}
        for line in self.ready:
            if line.line_id in lines and line.backorder_id is not None:
                taken[line.backorder_id] = taken.get(line.backorder_id, NO_UNITS) + line.quantity
        shares = (
            share(held.balance, held.units, taken[held.backorder_id])
            for held in self.money
            if held.backorder_id in taken
        )
        return max(ZERO, min(sum(shares, ZERO), self.due(lines).total))


_promised, _promise = sa.alias(InvoiceLine.__table__, "promised"), sa.alias(Invoice.__table__, "promise")
_log_number = (
    sa.select(sa.func.min(ReceivingLog.number))
    .join(ReceivingLine, ReceivingLine.receiving_log_id == ReceivingLog.id)
    .join(BackorderEvent, BackorderEvent.receiving_line_id == ReceivingLine.id)
    .where(
        BackorderEvent.backorder_id == InvoiceLine.fills_backorder_id,
        BackorderEvent.invoice_id == InvoiceLine.invoice_id,
        BackorderEvent.kind == str(EventKind.RECEIVE),
    )
    .correlate(InvoiceLine.__table__)
    .scalar_subquery()
)
_holds_money = sa.exists().where(TenderPaid.invoice_id == Invoice.id)
_READY: sa.Select[*tuple[Any, ...]] = (
    sa.select(
        *(InvoiceLine.id, InvoiceLine.invoice_id, Item.code, InvoiceLine.description, Invoice.storage_place),
        *(Invoice.committed_at, _log_number, Backorder.id, Backorder.number),
        # The number and the job under which the goods were promised, or of the invoice itself.
        *(
            sa.func.coalesce(_promise.c[name], Invoice.__table__.c[name]).label(name)
            for name in ("customer_order", "job_tag")
        ),
        Invoice.tax_inclusive.label("inclusive"),
        (Invoice.exempt_number != "").label("exempt"),
        sa.or_(Invoice.discount > 0, Invoice.discount_percent.is_not(None)).label("discounted"),
        _holds_money.label("holds_money"),
        *(InvoiceLine.quantity, InvoiceLine.unit_price, InvoiceLine.discount, InvoiceLine.tax_code_id),
        *(InvoiceLine.taxes, InvoiceLine.sale_discount),
    )
    .join(Invoice, Invoice.id == InvoiceLine.invoice_id)
    .join(Item, Item.id == InvoiceLine.item_id)
    .outerjoin(Backorder, Backorder.id == InvoiceLine.fills_backorder_id)
    .outerjoin(_promised, _promised.c.id == Backorder.source_line_id)
    .outerjoin(_promise, _promise.c.id == _promised.c.invoice_id)
    .where(
        Invoice.customer_id == sa.bindparam("customer"),
        Invoice.status == str(InvoiceStatus.WORKING),
        Invoice.committed,
        InvoiceLine.trans_code == str(TransCode.SALE),
    )
    .order_by(Invoice.committed_at, InvoiceLine.invoice_id, InvoiceLine.position)
)
_WAITING: sa.Select[*tuple[Any, ...]] = (
    sa.select(
        *(Backorder.id, Backorder.number, Item.code, Item.description, Backorder.outstanding, Backorder.created_at),
        EXPECTED,
    )
    .join(Item, Item.id == Backorder.item_id)
    .where(Backorder.customer_id == sa.bindparam("customer"), Backorder.outstanding > 0)
    .order_by(Backorder.number)
)
_balance = sa.func.sum(CustomerMoney.amount, type_=CustomerMoney.amount.type)
_MONEY: sa.Select[*tuple[Any, ...]] = (
    sa.select(
        *(CustomerMoney.backorder_id, Backorder.number, sa.func.coalesce(Item.code, "")),
        *(sa.func.coalesce(Item.description, ""), _balance),
        sa.func.coalesce(Backorder.outstanding + Backorder.waiting, NO_UNITS, type_=Backorder.outstanding.type),
    )
    .outerjoin(Backorder, Backorder.id == CustomerMoney.backorder_id)
    .outerjoin(Item, Item.id == Backorder.item_id)
    .where(CustomerMoney.customer_id == sa.bindparam("customer"))
    .group_by(
        *(CustomerMoney.backorder_id, Backorder.number, Item.code, Item.description),
        *(Backorder.outstanding, Backorder.waiting),
    )
    .having(_balance != ZERO)
    .order_by(Backorder.number.is_(None), Backorder.number)
)
_CUSTOMER: sa.Select[*tuple[Any, ...]] = sa.select(
    *(Customer.id, Customer.name, Customer.company, Customer.phone, Customer.phone2, Customer.email),
    *(Customer.reach_by, Customer.reach_hours, Customer.notes, Customer.exempt_number),
).where(Customer.id == sa.bindparam("customer"))
_MOVED_TO = (
    sa.select(PickedLine.invoice_id)
    .join(Invoice, Invoice.id == PickedLine.invoice_id)
    .where(PickedLine.held_id == sa.bindparam("invoice"), Invoice.status == str(InvoiceStatus.PROCESSED))
    .order_by(PickedLine.id.desc())
    .limit(1)
)


def of_customer(connection: sa.Connection, customer_id: int) -> CustomerPickup | None:
    """Read everything of a customer; None when there is no such card."""
    card = connection.execute(_CUSTOMER, {"customer": customer_id}).one_or_none()
    if card is None:
        return None
    *who, reach_by, reach_hours, notes, exempt_number = card
    inclusive = preferences.load(connection).tax_inclusive
    pick_up = Side(
        InvoiceStatus.WORKING,
        committed=False,
        customer_id=customer_id,
        tax_inclusive=inclusive,
        exempt=bool(exempt_number),
    )
    ready = tuple(_ready(row, pick_up) for row in connection.execute(_READY, {"customer": customer_id}))
    waiting = tuple(StillWaiting(*row) for row in connection.execute(_WAITING, {"customer": customer_id}))
    money = tuple(HeldForPickUp(*row) for row in connection.execute(_MONEY, {"customer": customer_id}))
    return CustomerPickup(
        *(*who, ReachBy(reach_by), reach_hours, notes, bool(exempt_number), inclusive, ready, waiting, money)
    )


def moved_to(connection: sa.Connection, invoice_id: int) -> int | None:
    """Find the posted invoice with which the goods of an emptied one were picked up, or None."""
    return connection.scalar(_MOVED_TO, {"invoice": invoice_id})


def customer_of(connection: sa.Connection, invoice_id: int) -> int | None:
    """Tell for whom goods are set aside on an invoice; None where none are, or for nobody by name."""
    chosen = sa.select(Invoice.customer_id).where(
        Invoice.id == invoice_id, Invoice.committed, Invoice.status == str(InvoiceStatus.WORKING)
    )
    return connection.scalar(chosen)


def customer_of_several(connection: sa.Connection, invoice_id: int) -> int | None:
    """Tell for whom goods are set aside on an invoice and on others besides; None where they are on this one alone."""
    customer_id = customer_of(connection, invoice_id)
    others = sa.select(Invoice.id).where(
        Invoice.customer_id == customer_id,
        Invoice.id != invoice_id,
        Invoice.committed,
        Invoice.status == str(InvoiceStatus.WORKING),
    )
    return None if customer_id is None or connection.scalar(others.limit(1)) is None else customer_id


def _ready(row: Any, pick_up: Side) -> ReadyLine:  # noqa: ANN401 - a row of the query above
    (
        *shown,
        held_inclusive,
        held_exempt,
        discounted,
        holds_money,
        quantity,
        price,
        discount,
        tax_code_id,
        taxes,
        share,
    ) = row
    held = Side(
        InvoiceStatus.WORKING,
        committed=True,
        customer_id=pick_up.customer_id,
        tax_inclusive=held_inclusive,
        discounted=discounted,
        holds_money=holds_money,
        exempt=held_exempt,
    )
    ruled = Line(TransCode.SALE, quantity, price, discount, tax_code_id, taxes, shown[7] is not None, share)
    return ReadyLine(*(*shown, picking.name_refusal(pick_up, held), ruled))
