"""What a processed invoice sold, what came back of it, and how it was paid. Serves the guide's page "Returns"."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, NamedTuple

import sqlalchemy as sa

from posim_desktop.domain.exemption import Exemption
from posim_desktop.domain.money import ZERO
from posim_desktop.domain.quantity import NO_UNITS
from posim_desktop.domain.sales.invoice import InvoiceStatus, TransCode
from posim_desktop.domain.sales.returns import Paid, SoldLine, refunded
from posim_desktop.domain.sales.tenders import Tender, TenderKind, Terms
from posim_desktop.domain.tax import UNTAXED
from posim_desktop.orm import Backorder, Customer, Invoice, InvoiceLine, Item, TenderPaid
from posim_desktop.orm.base import table_of
from posim_desktop.orm.types import Quantity


@dataclass(frozen=True, slots=True)
class ProcessedSale:
    """A processed invoice of which goods may come back."""

    id: int
    number: int
    processed_at: datetime
    tax_inclusive: bool
    customer_id: int | None
    exemption: Exemption


class Sold(NamedTuple):
    """A sold line as a person chooses from it."""

    line: SoldLine
    item: str
    unit_price: Decimal


@dataclass(frozen=True, slots=True)
class OpenBackorder:
    """A backorder that a sale made and of which something is still owed, or waits to be picked up."""

    id: int
    number: int
    item: str
    outstanding: Decimal
    waiting: Decimal

    @property
    def units(self) -> Decimal:
        """How many its customer may say they no longer want."""
        return self.outstanding + self.waiting


@dataclass(frozen=True, slots=True)
class Returnable:
    """All that Return Items shows of a sale."""

    sale: ProcessedSale
    customer: str
    lines: tuple[Sold, ...]
    paid: tuple[Paid, ...]
    backorders: tuple[OpenBackorder, ...]

    @property
    def has_any_left(self) -> bool:
        """Whether anything can still come back."""
        return any(sold.line.left > 0 for sold in self.lines)


class TurnedUp(NamedTuple):
    """Goods of an item that turned up, and how many of them nobody has a claim to."""

    item_id: int
    description: str
    free: Decimal


class WaitingForThese(NamedTuple):
    """Who has waited longest for goods that came back, and how many of these could be set aside for them."""

    backorder_id: int
    invoice_id: int
    customer: str
    description: str
    quantity: Decimal
    since: datetime


_invoices, _lines, _tenders = table_of(Invoice), table_of(InvoiceLine), table_of(TenderPaid)
_SALE = sa.select(
    *(_invoices.c.id, _invoices.c.number, _invoices.c.processed_at, _invoices.c.tax_inclusive),
    *(_invoices.c.customer_id, _invoices.c.exempt_number, _invoices.c.exempt_reason),
).where(_invoices.c.id == sa.bindparam("invoice"), _invoices.c.status == str(InvoiceStatus.PROCESSED))
_back, _on = _lines.alias(), _invoices.alias()
_RETURNED = (
    sa.select(sa.func.coalesce(sa.func.sum(_back.c.quantity), sa.literal(NO_UNITS, Quantity())))
    .join(_on, _on.c.id == _back.c.invoice_id)
    .where(_back.c.returns_line_id == _lines.c.id, _on.c.status == str(InvoiceStatus.PROCESSED))
    .scalar_subquery()
)
_SOLD: sa.Select[Any] = (
    sa.select(
        *(_lines.c.id, _lines.c.description, _lines.c.quantity, _lines.c.extension, _lines.c.tax_code_id),
        *(_lines.c.taxes, sa.type_coerce(_RETURNED, Quantity()).label("returned")),
        *(_invoices.c.exempt_number, _lines.c.item_id, _lines.c.unit_price),
    )
    .join(_invoices, _invoices.c.id == _lines.c.invoice_id)
    .where(_lines.c.invoice_id == sa.bindparam("invoice"), _lines.c.trans_code == str(TransCode.SALE))
    .order_by(_lines.c.position)
)
_PAYMENTS: sa.Select[Any] = (
    sa.select(
        *(_invoices.c.id, _invoices.c.rounding),
        *(_tenders.c.type_id, _tenders.c.kind, _tenders.c.name, _tenders.c.amount, _tenders.c.change),
        *(_tenders.c.opens_drawer, _tenders.c.gives_change, _tenders.c.rounds),
    )
    .join(_tenders, _tenders.c.invoice_id == _invoices.c.id)
    .where(
        sa.or_(_invoices.c.id == sa.bindparam("invoice"), _invoices.c.returns_invoice_id == sa.bindparam("invoice")),
        _invoices.c.status == str(InvoiceStatus.PROCESSED),
    )
    .order_by(_invoices.c.number, _tenders.c.position)
)
_CODES = sa.select(Item.id, Item.code)
_OWED = (
    sa.select(Backorder.id, Backorder.number, Item.code, Backorder.outstanding, Backorder.waiting)
    .join(InvoiceLine, InvoiceLine.id == Backorder.source_line_id)
    .join(Item, Item.id == Backorder.item_id)
    .where(InvoiceLine.invoice_id == sa.bindparam("invoice"), sa.or_(Backorder.outstanding > 0, Backorder.waiting > 0))
    .order_by(Backorder.number)
)
_MADE = (
    sa.select(Backorder.id)
    .join(InvoiceLine, InvoiceLine.id == Backorder.source_line_id)
    .where(InvoiceLine.invoice_id == sa.bindparam("invoice"))
)
_CUSTOMER = sa.select(Customer.name).where(Customer.id == sa.bindparam("customer"))


_CAME_BACK = (
    sa.select(Item.id, Item.description, Item.on_hand, Item.committed, sa.func.sum(InvoiceLine.quantity).label("back"))
    .join(InvoiceLine, InvoiceLine.item_id == Item.id)
    .where(
        InvoiceLine.invoice_id == sa.bindparam("invoice"),
        InvoiceLine.trans_code == str(TransCode.RETURN),
        ~InvoiceLine.damaged,
        InvoiceLine.stocked,
    )
    .group_by(Item.id, Item.description, Item.on_hand, Item.committed)
    .order_by(Item.description, Item.id)
)
_FIRST_WAITING = (
    sa.select(Backorder.id, InvoiceLine.invoice_id, Customer.name, Backorder.outstanding, Backorder.created_at)
    .join(InvoiceLine, InvoiceLine.id == Backorder.source_line_id)
    .join(Customer, Customer.id == Backorder.customer_id)
    .where(Backorder.item_id == sa.bindparam("item"), Backorder.outstanding > 0, Backorder.question == "")
    .order_by(Backorder.number)
    .limit(1)
)


def waiting_for(connection: sa.Connection, invoice_id: int) -> tuple[WaitingForThese, ...]:
    """Tell who waits for goods that came back with an invoice, the first in the queue of each item."""
    rows = connection.execute(_CAME_BACK, {"invoice": invoice_id}).all()
    return who_waits_for(
        connection, [TurnedUp(row.id, row.description, min(row.back, row.on_hand - row.committed)) for row in rows]
    )


def who_waits_for(connection: sa.Connection, goods: Iterable[TurnedUp]) -> tuple[WaitingForThese, ...]:
    """Tell who waits for goods that turned up, the first in the queue of each item who has no question open."""
    offers = []
    for came in goods:
        first = None
        if came.free > 0:
            first = connection.execute(_FIRST_WAITING, {"item": came.item_id}).one_or_none()
        if first is not None:
            quantity = min(came.free, first.outstanding)
            offers.append(
                WaitingForThese(first.id, first.invoice_id, first.name, came.description, quantity, first.created_at)
            )
    return tuple(offers)


def sale(connection: sa.Connection, invoice_id: int) -> ProcessedSale | None:
    """Read a processed invoice; None where there is none."""
    row = connection.execute(_SALE, {"invoice": invoice_id}).one_or_none()
    return None if row is None else ProcessedSale(*row[:5], Exemption(row.exempt_number, row.exempt_reason))


def sold_lines(connection: sa.Connection, invoice_id: int) -> tuple[SoldLine, ...]:
    """List what an invoice sold and what posted invoices brought back of it; who was exempt paid no tax."""
    return tuple(_sold_line(row) for row in connection.execute(_SOLD, {"invoice": invoice_id}))


def _sold_line(row: Any) -> SoldLine:  # noqa: ANN401 - a row of the query above
    untaxed = bool(row.exempt_number) or row.tax_code_id is None
    tax_code_id, taxes = (None, UNTAXED) if untaxed else (row.tax_code_id, row.taxes)
    return SoldLine(row.id, row.description, row.quantity, row.extension, tax_code_id, taxes, row.returned)


def roads(connection: sa.Connection, invoice_id: int) -> dict[int, Paid]:
    """Tell what each of the shop's tenders took of a sale and what was refunded by it, by its id."""
    found = connection.execute(_PAYMENTS, {"invoice": invoice_id}).all()
    paid = {type_id: Paid(names, took) for type_id, (names, took) in _took(found, invoice_id).items()}
    for returned_on in dict.fromkeys(row.id for row in found if row.id != invoice_id):
        rows = [row for row in found if row.id == returned_on and row.amount < 0]
        for type_id, gave in refunded([payment_of(row) for row in rows], rows[0].rounding if rows else ZERO).items():
            road = paid.get(type_id, Paid(rows[0].name, ZERO))
            paid[type_id] = road._replace(gave=road.gave + gave)
    return paid


def _took(rows: Iterable[Any], invoice_id: int) -> dict[int, tuple[str, Decimal]]:
    """Add up what the sale was paid with, without what rounding cash added."""
    took: dict[int, tuple[str, Decimal]] = {}
    rounding: Decimal | None = None
    for row in rows:
        if row.id != invoice_id or row.type_id is None:  # what the shop held for the customer comes back as credit
            continue
        amount = row.amount - row.change
        if row.rounds and rounding is None:
            rounding = row.rounding
            amount -= rounding
        took[row.type_id] = row.name, took.get(row.type_id, ("", ZERO))[1] + amount
    return took


def backorders_made(connection: sa.Connection, invoice_id: int) -> frozenset[int]:
    """Tell which backorders a sale made, open or not."""
    return frozenset(connection.scalars(_MADE, {"invoice": invoice_id}))


def payment_of(row: Any) -> Tender:  # noqa: ANN401 - a row of payments
    """Read a stored payment as the rules look at it."""
    terms = Terms(row.name, opens_drawer=row.opens_drawer, gives_change=row.gives_change, rounds=row.rounds)
    return Tender(TenderKind(row.kind), row.amount, row.type_id, "", terms)


def returnable(connection: sa.Connection, invoice_id: int) -> Returnable | None:
    """Read what Return Items shows of a sale; None where there is no such processed invoice."""
    found = sale(connection, invoice_id)
    if found is None:
        return None
    rows = connection.execute(_SOLD, {"invoice": invoice_id}).all()
    items = {row.item_id for row in rows}
    codes: dict[int, str] = dict(connection.execute(_CODES.where(Item.id.in_(items))).all()) if items else {}
    customer = connection.scalar(_CUSTOMER, {"customer": found.customer_id}) if found.customer_id else ""
    return Returnable(
        found,
        customer or "",
        tuple(Sold(_sold_line(row), codes.get(row.item_id, ""), row.unit_price) for row in rows),
        tuple(roads(connection, invoice_id).values()),
        tuple(OpenBackorder(*row) for row in connection.execute(_OWED, {"invoice": invoice_id})),
    )
