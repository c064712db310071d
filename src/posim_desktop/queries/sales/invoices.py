"""Working invoices as they stand. Serves the guide's pages on selling and on parked invoices."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import sqlalchemy as sa

from posim_desktop.domain.cards.stock import Stock, shortages
from posim_desktop.domain.exemption import Exemption
from posim_desktop.domain.money import ZERO, of_cents
from posim_desktop.domain.permits import Permission
from posim_desktop.domain.quantity import NO_UNITS
from posim_desktop.domain.sales import invoice as invoice_rules
from posim_desktop.domain.sales import line_needs
from posim_desktop.domain.sales.invoice import GivenBack, InvoiceStatus, Origin, TransCode
from posim_desktop.domain.sales.returns import Paid
from posim_desktop.domain.sales.sale_discount import SaleDiscount
from posim_desktop.domain.sales.serials import are_asked
from posim_desktop.domain.sales.tenders import Tender, TenderKind, Terms
from posim_desktop.domain.tax import Taxes
from posim_desktop.orm import (
    AwaitedOrder,
    Backorder,
    Customer,
    CustomerMoney,
    Employee,
    Invoice,
    InvoiceLine,
    LineApproval,
    PickedLine,
    PurchaseOrder,
    PurchaseOrderLine,
    TenderPaid,
)
from posim_desktop.queries import serials
from posim_desktop.queries.sales.invoice_reading import HEADER, LINES, PICKED_LINES, TaxLine, is_net, off_sale_of
from posim_desktop.queries.shop import preferences

_RECENT_LINES = 20_000
_SUGGESTIONS = 20


@dataclass(frozen=True, slots=True)
class AttachedCustomer:
    """The customer on an invoice; the counts are of backorders outstanding, and ready to pick up on other invoices.

    ``on_deposit`` is what the shop holds for their backorders, ``credit`` what else; below zero is owed on account.
    """

    id: int
    code: str
    name: str
    phone: str
    notes: str
    open_backorders: int
    ready_backorders: int
    on_deposit: Decimal = ZERO
    credit: Decimal = ZERO


@dataclass(frozen=True, slots=True)
class WorkingLine:
    """A line of a working invoice, with the stock of its item as it is now.

    Attributes:
        shortage: Units that are not available once the lines above are served; 0 unless the line sells.
        expected_on: When goods of a B line are expected that are not allocated yet, None when not known.
        serials_asked: Whether each unit needs a serial number before the invoice is posted.
        serials: The numbers that are entered.
        returns_line_id: The sold line that it gives back; None of other lines, and of what comes without a receipt.
        given_before: What of that sale's goods under the same tax code was given back before.
        held_on: The committed invoice on which it is set aside, if this invoice only names it.
        place: Where it lies then.
        allowed_by: Who allowed that it comes back without a receipt; None of other lines.
        awaits: The number of the purchase order whose goods a B line waits for.
    """

    id: int
    trans_code: TransCode
    item_id: int | None
    item: str
    description: str
    quantity: Decimal
    unit_price: Decimal
    discount: Decimal
    discount_percent: Decimal | None
    discount_reason: str
    tax_code_id: int | None
    tax_code: str
    taxes: Taxes
    extension: Decimal
    sell_anyway: bool
    stocked: bool
    fills_backorder_id: int | None
    sale_discount: Decimal
    returns_line_id: int | None
    given_before: Decimal | None
    return_reason: str
    damaged: bool
    unit: str
    one_piece: bool
    lot: str
    on_sale_on: date | None
    on_hand: Decimal
    committed: Decimal
    shortage: Decimal = NO_UNITS
    expected_on: date | None = None
    off_sale: Decimal = ZERO
    serials_asked: bool = False
    serials: tuple[str, ...] = ()
    deposit_line_id: int | None = None
    deposit_backorder_id: int | None = None
    deposit_number: int | None = None
    held_on: int | None = None
    place: str = ""
    allowed_by: str | None = None

    @property
    def is_picked(self) -> bool:
        """Whether it is set aside on another invoice, to be picked up with this one."""
        return self.held_on is not None

    awaits: int | None = None

    @property
    def available(self) -> Decimal:
        """What anybody may have of the item."""
        return Stock(self.on_hand, self.committed).available

    @property
    def before_sale_discount(self) -> Decimal:
        """What it comes to before the discount on the sale."""
        return self.extension + self.off_sale

    @property
    def is_unpriced(self) -> bool:
        """Whether it sells or promises goods at no price."""
        return line_needs.is_unpriced(self.for_rules())

    @property
    def lacks_serials(self) -> bool:
        """Whether it has not one serial number for each unit yet, or has too many."""
        return self.serials_asked and len(self.serials) != self.quantity

    @property
    def has_no_receipt(self) -> bool:
        """Whether goods come back of which no sale is named."""
        return self.trans_code is TransCode.RETURN and self.returns_line_id is None

    @property
    def lacks_reason(self) -> bool:
        """Whether it comes back and nobody says why."""
        return self.trans_code is TransCode.RETURN and not self.return_reason

    @property
    def is_unexplained(self) -> bool:
        """Whether it comes back without a receipt, and nobody says why or nobody allowed it."""
        return self.has_no_receipt and (self.lacks_reason or self.allowed_by is None)

    @property
    def must_be_asked(self) -> bool:
        """Whether it sells more than is available and nobody chose Sell Anyway."""
        return self.shortage > 0 and not self.sell_anyway

    def for_rules(self) -> invoice_rules.Line:
        """Take what the rules look at."""
        return invoice_rules.Line(
            self.trans_code,
            self.quantity,
            self.unit_price,
            self.discount,
            self.tax_code_id,
            self.taxes,
            self.fills_backorder_id is not None,
            self.sale_discount,
            None if self.given_before is None else GivenBack(-self.extension, self.given_before),
        )


@dataclass(frozen=True, slots=True)
class StandingTender:
    """What was handed over for a working invoice: to whom and when, where that is known."""

    id: int
    kind: TenderKind
    amount: Decimal
    taken_at: datetime | None
    employee: str
    type_id: int | None
    reference: str
    terms: Terms
    backorder_id: int | None = None

    def for_rules(self) -> Tender:
        """Take what the rules look at."""
        return Tender(self.kind, self.amount, self.type_id, self.reference, self.terms, self.backorder_id)


@dataclass(frozen=True, slots=True)
class WorkingDetails:
    """Everything the Working Invoice window shows; money in the store's currency.

    ``paid`` is how the sale was paid of which its R lines take goods back, and what was refunded already.
    """

    id: int
    version: int
    status: InvoiceStatus
    committed: bool
    committed_at: datetime | None
    origin: Origin
    number: int | None
    created_at: datetime
    employee: str
    workstation: str
    tax_inclusive: bool
    subtotal: Decimal
    tax: Decimal
    total: Decimal
    note: str
    open_workstation: str | None
    customer: AttachedCustomer | None
    lines: tuple[WorkingLine, ...]
    taxes: tuple[TaxLine, ...]
    tenders: tuple[StandingTender, ...]
    coin: Decimal
    discount: SaleDiscount
    discount_reason: str
    exemption: Exemption
    customer_order: str
    job_tag: str
    returns_invoice_id: int | None = None
    paid: tuple[Paid, ...] = ()

    @property
    def deposits(self) -> Decimal:
        """What its deposits take, below zero what they pay back."""
        return sum((line.extension for line in self.lines if line.trans_code is TransCode.DEPOSIT), ZERO)

    @property
    def off_sale(self) -> Decimal:
        """What the discount on the sale comes to."""
        return sum((line.off_sale for line in self.lines), ZERO)


@dataclass(frozen=True, slots=True)
class InHand:
    """Where a working invoice is in hand, by whom and since when."""

    workstation: str
    employee: str
    since: datetime


_named_here = (
    sa.select(PickedLine.id)
    .where(PickedLine.line_id == InvoiceLine.id, PickedLine.invoice_id == sa.bindparam("invoice"))
    .correlate(InvoiceLine.__table__)
    .exists()
)
_waits_on_another = (
    sa.select(InvoiceLine.id)
    .join(Invoice, Invoice.id == InvoiceLine.invoice_id)
    .where(
        InvoiceLine.fills_backorder_id == Backorder.id,
        Invoice.status == str(InvoiceStatus.WORKING),
        Invoice.id != sa.bindparam("invoice"),
        ~_named_here,
    )
    .exists()
)


def _held(of: sa.ColumnElement[bool]) -> sa.ColumnElement[Decimal]:
    amount = CustomerMoney.__table__.c.amount
    held = sa.select(sa.func.coalesce(sa.func.sum(amount), 0)).where(CustomerMoney.customer_id == Customer.id, of)
    return sa.type_coerce(held.scalar_subquery(), amount.type)


_CUSTOMER = sa.select(
    Customer.id,
    Customer.code,
    Customer.name,
    Customer.phone,
    Customer.notes,
    sa.select(sa.func.count())
    .where(Backorder.customer_id == Customer.id, Backorder.outstanding > 0)
    .scalar_subquery()
    .label("open_backorders"),
    sa.select(sa.func.count())
    .where(Backorder.customer_id == Customer.id, Backorder.waiting > 0, _waits_on_another)
    .scalar_subquery()
    .label("ready_backorders"),
    _held(CustomerMoney.backorder_id.is_not(None)).label("on_deposit"),
    _held(CustomerMoney.backorder_id.is_(None)).label("credit"),
).where(Customer.id == sa.bindparam("customer"))
_STANDING = (
    sa.select(
        *(TenderPaid.id, TenderPaid.kind, TenderPaid.amount, TenderPaid.taken_at),
        *(sa.func.coalesce(Employee.name, "").label("employee"), TenderPaid.type_id, TenderPaid.reference),
        *(TenderPaid.name, TenderPaid.opens_drawer, TenderPaid.gives_change, TenderPaid.rounds),
        TenderPaid.backorder_id,
    )
    .outerjoin(Employee, Employee.id == TenderPaid.employee_id)
    .where(TenderPaid.invoice_id == sa.bindparam("invoice"))
    .order_by(TenderPaid.position)
)
_IN_HAND = (
    sa.select(Invoice.open_workstation, sa.func.coalesce(Employee.name, ""), Invoice.opened_at)
    .outerjoin(Employee, Employee.id == Invoice.open_employee_id)
    .where(Invoice.id == sa.bindparam("invoice"), Invoice.open_workstation.is_not(None))
)
_WIDTH = len(LINES.selected_columns)
_AWAITED = (
    sa.select(AwaitedOrder.line_id, PurchaseOrder.number, PurchaseOrder.expected_on)
    .join(PurchaseOrderLine, PurchaseOrderLine.id == AwaitedOrder.order_line_id)
    .join(PurchaseOrder, PurchaseOrder.id == PurchaseOrderLine.purchase_order_id)
    .where(AwaitedOrder.invoice_id == sa.bindparam("invoice"))
)
_ALLOWED = (
    sa.select(LineApproval.line_id, Employee.name)
    .join(Employee, Employee.id == LineApproval.employee_id)
    .where(
        LineApproval.invoice_id == sa.bindparam("invoice"),
        LineApproval.permission == str(Permission.RETURN_WITHOUT_RECEIPT),
    )
    .order_by(LineApproval.id)
)
_columns = Invoice.__table__.c
_IN_PROGRESS = (
    sa.select(_columns.id)
    .where(_columns.status == InvoiceStatus.WORKING, ~_columns.committed, _columns.workstation == sa.bindparam("at"))
    .order_by(_columns.id)
)


def in_hand(connection: sa.Connection, invoice_id: int) -> InHand | None:
    """Read where an invoice is in hand, or None where it is parked."""
    found: Any = connection.execute(_IN_HAND, {"invoice": invoice_id}).one_or_none()
    return None if found is None else InHand(*found)


def is_in_hand_at(connection: sa.Connection, workstation: str) -> bool:
    """Return whether the records say that a workstation has something in hand, as they do after its program crashed."""
    here = sa.select(Invoice.id).where(Invoice.status == InvoiceStatus.WORKING, Invoice.open_workstation == workstation)
    return connection.scalar(here.limit(1)) is not None


def is_working(connection: sa.Connection, invoice_id: int) -> bool:
    """Return whether an invoice is open and not yet posted."""
    return connection.scalar(sa.select(Invoice.status).where(Invoice.id == invoice_id)) == InvoiceStatus.WORKING


def working(connection: sa.Connection, invoice_id: int) -> WorkingDetails | None:
    """Read an invoice for the till, with the stock of every line; None when there is no such invoice."""
    header = connection.execute(HEADER, {"invoice": invoice_id}).one_or_none()
    if header is None:
        return None
    lines = tuple(_working_lines(connection.execute(LINES, {"invoice": invoice_id}), connection, net=is_net(header)))
    lines = _with_orders(connection, invoice_id, lines)
    lines = _with_who_allowed(connection, invoice_id, lines)
    if not header.committed:  # what a committed invoice sells was set aside for it
        lines = _served(lines)
    picked = () if header.committed else _picked_lines(connection, invoice_id, net=is_net(header))
    lines = _with_serials(connection, invoice_id, (*lines, *picked))
    sums = header if not picked else _totals(header, lines)
    return WorkingDetails(
        id=header.id,
        version=header.version,
        status=InvoiceStatus(header.status),
        committed=header.committed,
        committed_at=header.committed_at,
        origin=Origin(header.origin),
        number=header.number,
        created_at=header.created_at,
        employee=header.employee,
        workstation=header.workstation,
        tax_inclusive=header.tax_inclusive,
        subtotal=sums.subtotal,
        tax=sums.tax,
        total=sums.total,
        note=header.note,
        open_workstation=header.open_workstation,
        customer=None if header.customer_id is None else attached_customer(connection, header.customer_id, header.id),
        lines=lines,
        taxes=_working_taxes(lines, tax_inclusive=header.tax_inclusive, exempt=bool(header.exempt_number)),
        tenders=tuple(_standing(row) for row in connection.execute(_STANDING, {"invoice": header.id})),
        coin=of_cents(preferences.load(connection).cash_rounding),
        discount=SaleDiscount(header.discount, header.discount_percent),
        discount_reason=header.discount_reason,
        exemption=Exemption(header.exempt_number, header.exempt_reason),
        returns_invoice_id=header.returns_invoice_id,
        paid=() if header.returns_invoice_id is None else _paid(connection, header.returns_invoice_id),
        customer_order=header.customer_order,
        job_tag=header.job_tag,
    )


def _paid(connection: sa.Connection, sale_id: int) -> tuple[Paid, ...]:
    """Tell how a sale was paid of which goods come back."""
    from posim_desktop.queries.sales import returns  # noqa: PLC0415 - most sales take nothing back

    roads = returns.roads(connection, sale_id)
    return tuple(road._replace(type_id=type_id) for type_id, road in roads.items())


def _standing(row: Any) -> StandingTender:  # noqa: ANN401 - a row of the query above
    terms = Terms(row.name, opens_drawer=row.opens_drawer, gives_change=row.gives_change, rounds=row.rounds)
    return StandingTender(
        *(row.id, TenderKind(row.kind), row.amount, row.taken_at, row.employee, row.type_id, row.reference, terms),
        row.backorder_id,
    )


def attached_customer(connection: sa.Connection, customer_id: int, invoice_id: int) -> AttachedCustomer | None:
    """Read what is shown of a customer beside an invoice, or beside what becomes one; 0 for no invoice yet."""
    found = connection.execute(_CUSTOMER, {"customer": customer_id, "invoice": invoice_id}).one_or_none()
    return None if found is None else AttachedCustomer(*found)


def left_open(connection: sa.Connection, workstation: str) -> tuple[int, ...]:
    """List the working invoices begun at a workstation, oldest first: what a till offers after a crash."""
    return tuple(connection.scalars(_IN_PROGRESS, {"at": workstation}))


def _totals(header: sa.Row[Any], lines: Iterable[WorkingLine]) -> invoice_rules.Totals:
    """Add an invoice up together with what it names of others."""
    ruled = (line.for_rules() for line in lines)
    return invoice_rules.totals(ruled, tax_inclusive=header.tax_inclusive, exempt=bool(header.exempt_number))


def _picked_lines(connection: sa.Connection, invoice_id: int, *, net: bool) -> tuple[WorkingLine, ...]:
    """Read what an invoice names of others, as it will be charged here."""
    rows = connection.execute(PICKED_LINES, {"invoice": invoice_id}).all()
    lines = _working_lines(rows, connection, net=net)
    return tuple(
        replace(
            line,
            held_on=row.held_id,
            place=row.storage_place,
            extension=invoice_rules.extended(line.for_rules(), net=net),
        )
        for row, line in zip(rows, lines, strict=True)
    )


def _working_lines(rows: Iterable[Any], connection: sa.Connection, *, net: bool) -> Iterable[WorkingLine]:
    for row in rows:
        off_sale = off_sale_of(row._mapping, net=net)  # noqa: SLF001 - SQLAlchemy's public name of it
        record_id, trans_code, *content, on_hand, committed, item_serials, _asked, _made, _number = row[:_WIDTH][:-3]
        held = row[_WIDTH - 3 : _WIDTH]
        code = TransCode(trans_code)
        expected = _expected(connection, row.item_id) if code is TransCode.BACKORDER else None
        stock = (on_hand or NO_UNITS, committed or NO_UNITS, NO_UNITS)
        asked = are_asked(item_serials, code)
        yield WorkingLine(*(record_id, code, *content, *stock, expected, off_sale, asked, (), *held))


def _with_serials(
    connection: sa.Connection, invoice_id: int, lines: tuple[WorkingLine, ...]
) -> tuple[WorkingLine, ...]:
    """Read the serial numbers, where any are asked."""
    if not any(line.serials_asked for line in lines):
        return lines
    on = sorted({invoice_id, *(line.held_on for line in lines if line.held_on is not None)})
    entered = serials.of_lines(connection, serials.ON_INVOICES, {"invoices": on})
    return tuple(replace(line, serials=entered.get(line.id, ())) if line.serials_asked else line for line in lines)


def _with_who_allowed(
    connection: sa.Connection, invoice_id: int, lines: tuple[WorkingLine, ...]
) -> tuple[WorkingLine, ...]:
    """Read who allowed goods to come back without a receipt, where any do."""
    if not any(line.has_no_receipt for line in lines):
        return lines
    allowed: dict[int, str] = dict(connection.execute(_ALLOWED, {"invoice": invoice_id}).all())
    return tuple(replace(line, allowed_by=allowed.get(line.id)) if line.has_no_receipt else line for line in lines)


def _with_orders(connection: sa.Connection, invoice_id: int, lines: tuple[WorkingLine, ...]) -> tuple[WorkingLine, ...]:
    """Read which orders the B lines wait for, where there are any; then that order says when goods are expected."""
    if all(line.trans_code is not TransCode.BACKORDER for line in lines):
        return lines
    awaited = {row.line_id: row for row in connection.execute(_AWAITED, {"invoice": invoice_id})}
    return tuple(
        replace(line, awaits=awaited[line.id].number, expected_on=awaited[line.id].expected_on)
        if line.id in awaited
        else line
        for line in lines
    )


def _expected(connection: sa.Connection, item_id: int) -> date | None:
    from posim_desktop.queries.purchasing import orders  # noqa: PLC0415 - the first sale of a day seldom asks

    return orders.next_free(connection, item_id)


def _served(lines: Iterable[WorkingLine]) -> tuple[WorkingLine, ...]:
    """Serve the selling lines of each item from what is available, first come first served."""
    placed = list(lines)
    sales: dict[int, list[int]] = {}
    for place, line in enumerate(placed):
        if line.trans_code is TransCode.SALE and line.stocked and line.item_id is not None:
            sales.setdefault(line.item_id, []).append(place)
    for places in sales.values():
        wanted = [placed[place].quantity for place in places]
        for place, short in zip(places, shortages(placed[places[0]].available, wanted), strict=True):
            if short > 0:
                placed[place] = replace(placed[place], shortage=short)
    return tuple(placed)


def _working_taxes(lines: Iterable[WorkingLine], *, tax_inclusive: bool, exempt: bool) -> tuple[TaxLine, ...]:
    listed = tuple(lines)
    sums = invoice_rules.totals((line.for_rules() for line in listed), tax_inclusive=tax_inclusive, exempt=exempt)
    return tuple(TaxLine(due.name, due.rate, due.taxable, due.tax) for due in sums.taxes)


def discount_reasons(connection: sa.Connection) -> Sequence[str]:
    """List the reasons of the latest discounts, the most used first, each once."""
    latest = sa.select(sa.func.coalesce(sa.func.max(InvoiceLine.id), 0) - _RECENT_LINES).scalar_subquery()
    counted = (
        sa.select(InvoiceLine.discount_reason)
        .where(InvoiceLine.id > latest, InvoiceLine.discount_reason != "")
        .group_by(InvoiceLine.discount_reason)
        .order_by(sa.func.count().desc(), sa.func.max(InvoiceLine.id).desc())
        .limit(_SUGGESTIONS)
    )
    return connection.scalars(counted).all()
