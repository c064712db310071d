"""Special orders as they stand, and their deck. Serves the guide's page on special orders."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from posim_desktop.domain import folding
from posim_desktop.domain.cards.stock import on_sale_ahead
from posim_desktop.domain.money import ZERO, of_cents
from posim_desktop.domain.sales import invoice as invoice_rules
from posim_desktop.domain.sales import special_orders as rules
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.domain.sales.special_orders import SpecialOrderHead, SpecialOrderStatus
from posim_desktop.domain.tax import UNTAXED, Taxes
from posim_desktop.orm import (
    Backorder,
    BackorderEvent,
    Customer,
    Department,
    Employee,
    Invoice,
    InvoiceLine,
    Item,
    SpecialOrder,
    SpecialOrderLine,
    TaxCode,
    Vendor,
)
from posim_desktop.queries import filing, merged_customers, search
from posim_desktop.queries.deck import DeckPart, DeckQuery, Found, Order, of_lines
from posim_desktop.queries.filing import Choice
from posim_desktop.queries.people import employees
from posim_desktop.queries.sales.invoices import attached_customer
from posim_desktop.queries.sales.working_rows import AttachedCustomer
from posim_desktop.queries.shop import preferences

_order = SpecialOrder.__table__.c
_line = SpecialOrderLine.__table__.c
_NO_NUMBER = 2**62  # what has none yet comes after all that have one
_NO_DAY = date(9999, 12, 31)


@dataclass(frozen=True, slots=True)
class SpecialLineRow:
    """A line of a special order.

    Attributes:
        content: What is written on it.
        item: The ID of its item, or the one that a new item is to have; blank for an automatic one.
        is_new: Whether it was not on file when it was written down.
        vendor: Who has it.
        department: Where it belongs.
        extension: What it will cost, before tax where tax comes on top.
        backorder_id: What it became, None before the posting.
        backorder: The number of that.
        unit: What the quantity is counted in, as the invoice line keeps it, or the Item card; ``""`` for pieces.
        on_sale_on: The day from which it may be handed out, None where it had come when the order was written down.
    """

    id: int
    content: rules.SpecialLine
    item: str
    is_new: bool
    vendor: str
    department: str
    extension: Decimal
    backorder_id: int | None
    backorder: int | None
    unit: str = ""
    on_sale_on: date | None = None

    @property
    def item_id(self) -> int | None:
        """The item on file."""
        return self.content.item_id

    @property
    def quantity(self) -> Decimal:
        """How many units."""
        return self.content.quantity

    @property
    def one_piece(self) -> bool:
        """Whether it is wanted in one piece."""
        return self.content.one_piece


@dataclass(frozen=True, slots=True)
class SpecialOrderDetails:
    """Everything the Special Order card shows.

    Attributes:
        uncollected: How many orders of this customer came and were never picked up.
        total: What will be paid for all of it, tax included.
        deposit: What is asked of it now, or was.
        usual_percent: What the shop usually asks, in percent.
    """

    id: int
    version: int
    status: SpecialOrderStatus
    number: int | None
    customer: AttachedCustomer | None
    uncollected: int
    employee_id: int
    employee: str
    workstation: str
    created_at: datetime
    posted_at: datetime | None
    invoice_id: int | None
    invoice: int | None
    head: SpecialOrderHead
    terms: str
    discard_reason: str
    lines: tuple[SpecialLineRow, ...]
    total: Decimal
    deposit: Decimal
    usual_percent: int


@dataclass(frozen=True, slots=True)
class SpecialOrderRow:
    """A special order in List All."""

    id: int
    sorted_number: int
    status: str
    created_at: datetime
    customer: str
    phone: str
    employee: str
    needed: date
    lines: int
    first: str

    @property
    def number(self) -> int | None:
        """Its number, once it is posted."""
        return None if self.sorted_number == _NO_NUMBER else self.sorted_number

    @property
    def needed_by(self) -> date | None:
        """By when the customer needs it."""
        return None if self.needed == _NO_DAY else self.needed


@dataclass(frozen=True, slots=True)
class LineChoices:
    """What a line that is not on file chooses from."""

    departments: tuple[Choice, ...]
    tax_codes: tuple[Choice, ...]
    vendors: tuple[Choice, ...]
    usual_tax_code_id: int | None


_HEADER = (
    sa.select(
        *(_order.id, _order.version, _order.status, _order.number, _order.customer_id, _order.employee_id),
        *(_order.workstation, _order.created_at, _order.posted_at, _order.invoice_id, _order.terms),
        *(_order.needed_by, _order.reach, _order.customer_order, _order.note, _order.discard_reason),
        *(_order.deposit_percent, _order.deposit, Employee.__table__.c.name.label("employee")),
        *(Invoice.__table__.c.number.label("invoice"), Invoice.__table__.c.total.label("taken")),
        Customer.__table__.c.exempt_number,
    )
    .join_from(SpecialOrder, Employee, Employee.id == SpecialOrder.employee_id)
    .outerjoin(Invoice, Invoice.id == SpecialOrder.invoice_id)
    .outerjoin(Customer, Customer.id == SpecialOrder.customer_id)
    .where(_order.id == sa.bindparam("order"))
)
_CONTENT = (
    *("item_id", "code", "description", "department_id", "tax_code_id", "vendor_id", "vendor_item_number"),
    *("cost", "quantity", "unit_price", "price_ceiling", "will_also_take", "question", "one_piece"),
)
_CHARGED_CODE = sa.case((_line.on_file, Item.__table__.c.tax_code_id), else_=_line.tax_code_id)
_LINES: sa.Select[*tuple[Any, ...]] = (
    sa.select(
        *(_line.id, _line.on_file, *(_line[name] for name in _CONTENT)),
        sa.func.coalesce(Item.__table__.c.code, _line.code).label("item"),
        sa.func.coalesce(Vendor.__table__.c.name, "").label("vendor"),
        _CHARGED_CODE.label("charged_code"),
        sa.func.coalesce(InvoiceLine.__table__.c.unit, Item.__table__.c.unit, "").label("unit"),
        Item.__table__.c.on_sale_on,
        TaxCode.__table__.c.taxes,
        *(Backorder.__table__.c.id.label("backorder_id"), Backorder.__table__.c.number.label("backorder")),
        *(
            InvoiceLine.__table__.c.tax_code_id.label("posted_code"),
            InvoiceLine.__table__.c.taxes.label("posted_taxes"),
        ),
    )
    .join_from(SpecialOrderLine, Item, Item.id == SpecialOrderLine.item_id, isouter=True)
    .outerjoin(Vendor, Vendor.id == SpecialOrderLine.vendor_id)
    .outerjoin(TaxCode, TaxCode.id == _CHARGED_CODE)
    .outerjoin(InvoiceLine, InvoiceLine.id == SpecialOrderLine.invoice_line_id)
    .outerjoin(Backorder, Backorder.source_line_id == SpecialOrderLine.invoice_line_id)
    .where(_line.special_order_id == sa.bindparam("order"))
    .order_by(_line.position)
)
_came = sa.exists().where(BackorderEvent.backorder_id == Backorder.id, BackorderEvent.kind == "release")
_UNCOLLECTED = (
    sa.select(sa.func.count())
    .select_from(Backorder)
    .where(Backorder.filled == 0, Backorder.waiting == 0, Backorder.outstanding == 0, Backorder.canceled > 0, _came)
)


def details(connection: sa.Connection, special_order_id: int) -> SpecialOrderDetails | None:
    """Read a special order with its lines and what they will cost, or None when there is none."""
    header = connection.execute(_HEADER, {"order": special_order_id}).one_or_none()
    if header is None:
        return None
    shop = preferences.load(connection)
    rows = connection.execute(_LINES, {"order": special_order_id}).all()
    total = _total(rows, tax_inclusive=shop.tax_inclusive, exempt=bool(header.exempt_number))
    customer_id = header.customer_id
    usual = of_cents(shop.deposit_amount)
    asked = rules.deposit_asked(header.deposit_percent, header.deposit, total, usual)
    return SpecialOrderDetails(
        id=header.id,
        version=header.version,
        status=SpecialOrderStatus(header.status),
        number=header.number,
        customer=None if customer_id is None else attached_customer(connection, customer_id, header.invoice_id or 0),
        uncollected=0 if customer_id is None else uncollected(connection, customer_id),
        employee_id=header.employee_id,
        employee=header.employee,
        workstation=header.workstation,
        created_at=header.created_at,
        posted_at=header.posted_at,
        invoice_id=header.invoice_id,
        invoice=header.invoice,
        head=SpecialOrderHead(
            header.needed_by,
            header.reach,
            header.customer_order,
            header.note,
            header.deposit_percent,
            header.deposit,
        ),
        terms=header.terms,
        discard_reason=header.discard_reason,
        lines=tuple(_row(row, header.posted_at or header.created_at, ZoneInfo(shop.time_zone)) for row in rows),
        total=total,
        deposit=asked if header.taken is None else header.taken,
        usual_percent=shop.deposit_percent,
    )


def of_invoice(connection: sa.Connection, invoice_id: int) -> SpecialOrderDetails | None:
    """Read the special order that made an invoice, or None where none did."""
    order_id: int | None = connection.scalar(sa.select(_order.id).where(_order.invoice_id == invoice_id))
    return None if order_id is None else details(connection, order_id)


def uncollected(connection: sa.Connection, customer_id: int) -> int:
    """Count the orders of a customer for whom the goods came and who never took any of them."""
    own = Backorder.customer_id.in_(merged_customers.cards_of(customer_id))
    return connection.scalar(_UNCOLLECTED.where(own)) or 0


def choices(connection: sa.Connection, line: rules.SpecialLine) -> LineChoices:
    """List what a line chooses from, with what it has."""
    return LineChoices(
        filing.choices(connection, Department, line.department_id),
        filing.choices(connection, TaxCode, line.tax_code_id),
        filing.choices(connection, Vendor, line.vendor_id),
        preferences.load(connection).default_tax_code_id,
    )


def takers(connection: sa.Connection, employee_id: int | None) -> tuple[Choice, ...]:
    """List who may have taken a special order, with who did."""
    return employees.choices(connection, employee_id)


def _row(row: Any, at: datetime, zone: ZoneInfo) -> SpecialLineRow:  # noqa: ANN401 - a row of the query above
    content = rules.SpecialLine(*(getattr(row, name) for name in _CONTENT))
    if not row.on_file:
        content = replace(content, item_id=row.item_id)
    return SpecialLineRow(
        row.id,
        content,
        row.item,
        not row.on_file,
        row.vendor,
        "",
        invoice_rules.charge(row.quantity, row.unit_price, ZERO),
        row.backorder_id,
        row.backorder,
        row.unit,
        on_sale_ahead(row.on_sale_on, at, zone),
    )


def _total(rows: Sequence[Any], *, tax_inclusive: bool, exempt: bool) -> Decimal:
    """Add up what will be paid when the goods are picked up, with the taxes of the posting, or of today before it."""
    lines = []
    for row in rows:
        is_posted = row.posted_taxes is not None
        taxes: Taxes = row.posted_taxes if is_posted else row.taxes or UNTAXED
        code = row.posted_code if is_posted else row.charged_code
        lines.append(invoice_rules.Line(TransCode.SALE, row.quantity, row.unit_price, ZERO, code, taxes))
    return invoice_rules.totals(lines, tax_inclusive=tax_inclusive, exempt=exempt).total


_PARTS = {
    DeckPart.WORKING: SpecialOrderStatus.WORKING,
    DeckPart.POSTED: SpecialOrderStatus.POSTED,
    DeckPart.DISCARDED: SpecialOrderStatus.DISCARDED,
}
_NUMBER = sa.func.coalesce(_order.number, sa.literal(_NO_NUMBER, sa.BigInteger()))
_NEEDED = sa.func.coalesce(_order.needed_by, sa.literal(_NO_DAY, sa.Date()))
_CUSTOMER_NAME = sa.func.coalesce(Customer.__table__.c.name, "")
_FIRST = sa.func.coalesce(
    sa.select(_line.description)
    .where(_line.special_order_id == _order.id)
    .order_by(_line.position)
    .limit(1)
    .correlate(SpecialOrder.__table__)
    .scalar_subquery(),
    "",
)


def _condition(found: Found, dialect: str) -> list[sa.ColumnElement[bool]]:
    tests: list[sa.ColumnElement[bool]] = []
    if found.part is not None:
        status = _PARTS.get(found.part)
        tests.append(sa.false() if status is None else _order.status == str(status))
    if found.customer_id is not None:
        tests.append(_order.customer_id.in_(merged_customers.cards_of(found.customer_id)))
    if found.item_id is not None:
        tests.append(_order.id.in_(_orders_of(_line.item_id == found.item_id)))
    for word in folding.words(found.text):
        either = [
            search.holds(word, _order.search_text),
            _order.customer_id.in_(search.ids_with(dialect, Customer.search_text, word)),
            _order.id.in_(_orders_of(_line.item_id.in_(search.ids_with(dialect, Item.search_text, word)))),
            _order.id.in_(_orders_of(search.holds(word, _line.search_text))),
        ]
        number = search.number(word)
        if number is not None:
            either.append(_order.number == number)
        tests.append(sa.or_(*either))
    return tests


def _orders_of(test: sa.ColumnElement[bool]) -> sa.Select[Any]:
    return sa.select(_line.special_order_id).where(test)


DECK: DeckQuery[SpecialOrderRow] = DeckQuery(
    source=sa.join(SpecialOrder, Employee, SpecialOrder.employee_id == Employee.id).outerjoin(
        Customer, SpecialOrder.customer_id == Customer.id
    ),
    id=_order.id,
    columns=(
        _order.id,
        _NUMBER,
        _order.status,
        _order.created_at,
        _CUSTOMER_NAME,
        sa.func.coalesce(Customer.__table__.c.phone, ""),
        Employee.__table__.c.name,
        _NEEDED,
        of_lines(sa.func.count(), _line.special_order_id, _order.id),
        _FIRST,
    ),
    row=SpecialOrderRow,
    orders={
        "number": _NUMBER,
        "since": _order.created_at,
        "status": _order.status,
        "customer": _CUSTOMER_NAME,
        "employee": Employee.__table__.c.name,
        "needed": _NEEDED,
    },
    first_order=Order("since"),
    condition=_condition,
    stands_alone=True,
)
