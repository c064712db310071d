"""Processed invoices as they stand. Serves the guide's page "Processed invoices"."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from posim_desktop.domain.backorders.backorder import BackorderStatus, Figures
from posim_desktop.domain.cards.stock import on_sale_ahead
from posim_desktop.domain.exemption import TAXED, Exemption
from posim_desktop.domain.money import ZERO
from posim_desktop.domain.sales.invoice import InvoiceStatus, TransCode
from posim_desktop.domain.sales.sale_discount import NO_DISCOUNT, SaleDiscount
from posim_desktop.domain.sales.tenders import TenderKind
from posim_desktop.orm import (
    Backorder,
    Invoice,
    InvoiceLine,
    InvoiceTax,
    Item,
    TenderPaid,
)
from posim_desktop.queries import serials
from posim_desktop.queries.sales.invoice_reading import HEADER, LINES, TaxLine, is_net, off_sale_of
from posim_desktop.queries.shop import preferences


@dataclass(frozen=True, slots=True)
class InvoiceBackorder:
    """A backorder that an invoice made, as a link."""

    id: int
    number: int
    item: str
    ordered: Decimal
    outstanding: Decimal
    status: BackorderStatus
    question: str = ""


@dataclass(frozen=True, slots=True)
class ProcessedLine:
    """A line of a processed invoice; ``backorder`` is the card it made, if it is a B line.

    ``on_sale_on`` is the day from which goods on a B line may be handed out, None where it had come at the posting.
    """

    id: int
    trans_code: TransCode
    item_id: int | None
    item: str
    description: str
    quantity: Decimal
    unit_price: Decimal
    discount: Decimal
    tax_code: str
    extension: Decimal
    backorder_id: int | None
    backorder_number: int | None
    discount_percent: Decimal | None = None
    discount_reason: str = ""
    off_sale: Decimal = ZERO
    serials: tuple[str, ...] = ()
    deposit_line_id: int | None = None
    deposit_backorder_id: int | None = None
    deposit_number: int | None = None
    returns_line_id: int | None = None
    return_reason: str = ""
    damaged: bool = False
    unit: str = ""
    one_piece: bool = False
    lot: str = ""
    on_sale_on: date | None = None

    @property
    def before_sale_discount(self) -> Decimal:
        """What it comes to before the discount on the sale."""
        return self.extension + self.off_sale


@dataclass(frozen=True, slots=True)
class TenderLine:
    """A payment as it was taken and called; ``change`` went back in cash."""

    kind: TenderKind
    amount: Decimal
    change: Decimal
    name: str = ""
    reference: str = ""
    opens_drawer: bool = False


@dataclass(frozen=True, slots=True)
class ProcessedDetails:
    """Everything a Processed Invoice shows and prints; it never changes.

    ``orders`` and ``jobs`` are the customer's own: of the invoice, and of those on which its goods were promised.
    """

    id: int
    number: int
    processed_at: datetime
    employee: str
    workstation: str
    customer_id: int | None
    customer: str
    bill_to: str
    tax_inclusive: bool
    subtotal: Decimal
    tax: Decimal
    total: Decimal
    note: str
    lines: tuple[ProcessedLine, ...]
    taxes: tuple[TaxLine, ...]
    tenders: tuple[TenderLine, ...]
    discount: SaleDiscount = NO_DISCOUNT
    discount_reason: str = ""
    exemption: Exemption = TAXED
    rounding: Decimal = ZERO
    orders: tuple[str, ...] = ()
    jobs: tuple[str, ...] = ()
    returns_invoice_id: int | None = None

    @property
    def deposits(self) -> Decimal:
        """What its deposits took, below zero what they paid back."""
        return sum((line.extension for line in self.lines if line.trans_code is TransCode.DEPOSIT), ZERO)

    @property
    def off_sale(self) -> Decimal:
        """What the discount on the sale came to."""
        return sum((line.off_sale for line in self.lines), ZERO)

    @property
    def change(self) -> Decimal:
        """What went back to the customer in cash."""
        return sum((tender.change for tender in self.tenders), ZERO)

    @property
    def moves_drawer(self) -> bool:
        """Whether the drawer opened for how it was paid, or to give change."""
        return any(tender.change or (tender.opens_drawer and tender.amount) for tender in self.tenders)


_TAXES = (
    sa.select(InvoiceTax.name, InvoiceTax.rate, InvoiceTax.taxable, InvoiceTax.tax)
    .where(InvoiceTax.invoice_id == sa.bindparam("invoice"))
    .order_by(InvoiceTax.position)
)

_TENDERS = (
    sa.select(
        *(TenderPaid.kind, TenderPaid.amount, TenderPaid.change),
        *(TenderPaid.name, TenderPaid.reference, TenderPaid.opens_drawer),
    )
    .where(TenderPaid.invoice_id == sa.bindparam("invoice"))
    .order_by(TenderPaid.position)
)

_promised, _promise = sa.alias(InvoiceLine.__table__, "promised"), sa.alias(Invoice.__table__, "promise")
_REFERENCES = (
    sa.select(_promise.c.customer_order, _promise.c.job_tag)
    .join(_promised, _promised.c.invoice_id == _promise.c.id)
    .join(Backorder, Backorder.source_line_id == _promised.c.id)
    .join(InvoiceLine, InvoiceLine.fills_backorder_id == Backorder.id)
    .where(InvoiceLine.invoice_id == sa.bindparam("invoice"))
    .order_by(InvoiceLine.position)
)

_BACKORDERS = (
    sa.select(
        Backorder.id,
        Backorder.number,
        Item.code,
        Backorder.question,
        Backorder.ordered,
        Backorder.received,
        Backorder.canceled,
        Backorder.filled,
        Backorder.waiting,
    )
    .join(InvoiceLine, InvoiceLine.id == Backorder.source_line_id)
    .join(Item, Item.id == Backorder.item_id)
    .where(InvoiceLine.invoice_id == sa.bindparam("invoice"))
    .order_by(Backorder.number)
)


def processed(connection: sa.Connection, invoice_id: int) -> ProcessedDetails | None:
    """Read a processed invoice; None when there is no such one, or it is not processed."""
    header = connection.execute(HEADER, {"invoice": invoice_id}).one_or_none()
    if header is None or header.status != InvoiceStatus.PROCESSED:
        return None
    chosen = {"invoice": invoice_id}
    lines = connection.execute(LINES, chosen).mappings().all()
    numbers: dict[int, tuple[str, ...]] = {}
    if any(line["serials_asked"] for line in lines):
        numbers = serials.of_lines(connection, serials.ON_INVOICES, {"invoices": [invoice_id]})
    read = [_processed_line(line, numbers, net=is_net(header)) for line in lines]
    orders, jobs = _references(connection, header, promised=any(line["fills_backorder_id"] for line in lines))
    return ProcessedDetails(
        id=header.id,
        number=header.number,
        processed_at=header.processed_at,
        employee=header.employee,
        workstation=header.workstation,
        customer_id=header.customer_id,
        customer=header.customer or "",
        bill_to=header.bill_to,
        tax_inclusive=header.tax_inclusive,
        subtotal=header.subtotal,
        tax=header.tax,
        total=header.total,
        rounding=header.rounding,
        note=header.note,
        lines=tuple(_with_days_ahead(connection, read, header.processed_at)),
        taxes=tuple(TaxLine(*row) for row in connection.execute(_TAXES, chosen)),
        tenders=tuple(_tender(row) for row in connection.execute(_TENDERS, chosen)),
        discount=SaleDiscount(header.discount, header.discount_percent),
        discount_reason=header.discount_reason,
        exemption=Exemption(header.exempt_number, header.exempt_reason),
        returns_invoice_id=header.returns_invoice_id,
        orders=orders,
        jobs=jobs,
    )


def _references(
    connection: sa.Connection, header: sa.Row[Any], *, promised: bool
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Collect the customer's own order numbers and jobs, each once."""
    found = [(header.customer_order, header.job_tag)]
    if promised:
        found += [tuple(row) for row in connection.execute(_REFERENCES, {"invoice": header.id})]
    orders, jobs = (tuple(dict.fromkeys(filter(None, named))) for named in zip(*found, strict=True))
    return orders, jobs


def backorders_of(connection: sa.Connection, invoice_id: int) -> tuple[InvoiceBackorder, ...]:
    """List the backorders that an invoice's B lines became, by number."""
    rows = []
    for record_id, number, item, question, ordered, *moved in connection.execute(_BACKORDERS, {"invoice": invoice_id}):
        figures = Figures(ordered, *moved)
        rows.append(InvoiceBackorder(record_id, number, item, ordered, figures.outstanding, figures.status, question))
    return tuple(rows)


def _tender(row: Any) -> TenderLine:  # noqa: ANN401 - a row of the query above
    return TenderLine(TenderKind(row.kind), row.amount, row.change, row.name, row.reference, row.opens_drawer)


def _processed_line(row: sa.RowMapping, numbers: Mapping[int, tuple[str, ...]], *, net: bool) -> ProcessedLine:
    content = {field.name: row[field.name] for field in fields(ProcessedLine) if field.name in row}
    worked_out = {"trans_code": TransCode(row["trans_code"]), "off_sale": off_sale_of(row, net=net)}
    if row["serials_asked"]:
        worked_out["serials"] = numbers.get(row["id"], ())
    return ProcessedLine(**content | worked_out)


def _with_days_ahead(connection: sa.Connection, lines: Sequence[ProcessedLine], at: datetime) -> list[ProcessedLine]:
    """Leave the day from which goods are on sale on the B lines that promised them before it."""
    told: dict[int, date | None] = {}
    if any(line.on_sale_on for line in lines):
        zone = ZoneInfo(preferences.load(connection).time_zone)
        owed = (line for line in lines if line.trans_code is TransCode.BACKORDER)
        told = {line.id: on_sale_ahead(line.on_sale_on, at, zone) for line in owed}
    return [replace(line, on_sale_on=told.get(line.id)) for line in lines]
