"""Invoices with their lines, taxes and tenders as they are stored."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any, NamedTuple, TypedDict

import sqlalchemy as sa
from typing_extensions import Unpack

from posim_desktop.domain.errors import RefusedError, refuse
from posim_desktop.domain.money import ZERO
from posim_desktop.domain.sales import invoice as invoice_rules
from posim_desktop.domain.sales.invoice import LEGAL_STEPS, InvoiceStatus, Origin, TransCode
from posim_desktop.domain.steps import step_to
from posim_desktop.domain.why import Why
from posim_desktop.orm import Invoice, InvoiceLine, InvoiceTax, TenderPaid
from posim_desktop.orm.base import insert_rows, table_of
from posim_desktop.services.records.lock_order import Rank, climb
from posim_desktop.services.session import Session, Stamp


class StoredInvoice(NamedTuple):
    """A locked invoice, or one that was just opened."""

    id: int
    status: InvoiceStatus
    committed: bool
    customer_id: int | None
    tax_inclusive: bool
    total: Decimal


class InvoiceFields(TypedDict, total=False):
    """What may be written on an invoice, its status and its sums apart."""

    committed: bool
    committed_at: datetime | None
    customer_id: int | None
    note: str


class StoredLine(NamedTuple):
    """An invoice line; ``discount`` is money off the whole line."""

    id: int
    trans_code: TransCode
    item_id: int | None
    description: str
    quantity: Decimal
    unit_price: Decimal
    discount: Decimal
    discount_percent: Decimal | None
    tax_code_id: int | None
    tax_rate: Decimal
    extension: Decimal
    sell_anyway: bool
    fills_backorder_id: int | None

    @property
    def ruled(self) -> invoice_rules.Line:
        """What the rules look at."""
        return _ruled(self)


class LineContent(NamedTuple):
    """A line to be written."""

    trans_code: TransCode
    description: str
    quantity: Decimal
    item_id: int | None = None
    unit_price: Decimal = ZERO
    discount: Decimal = ZERO
    discount_percent: Decimal | None = None
    tax_code_id: int | None = None
    tax_rate: Decimal = ZERO
    extension: Decimal = ZERO
    sell_anyway: bool = False
    fills_backorder_id: int | None = None

    @property
    def ruled(self) -> invoice_rules.Line:
        """What the rules look at."""
        return _ruled(self)


class LineFields(TypedDict, total=False):
    """What may be written on a line of a working invoice."""

    trans_code: TransCode
    description: str
    quantity: Decimal
    unit_price: Decimal
    discount: Decimal
    discount_percent: Decimal | None
    extension: Decimal
    sell_anyway: bool


class FillInvoice(NamedTuple):
    """A committed invoice to be opened for a customer: its lines and what they come to."""

    customer_id: int
    lines: Sequence[LineContent]
    sums: invoice_rules.Totals


class PaidTender(NamedTuple):
    """A payment of a processed invoice; ``change`` went back in cash."""

    invoice_id: int
    position: int
    kind: str
    amount: Decimal
    change: Decimal


class _NewInvoice(TypedDict):
    number: None
    status: str
    committed: bool
    committed_at: datetime | None
    origin: str
    customer_id: int | None
    employee_id: int | None
    workstation: str
    created_at: datetime
    processed_at: None
    tax_inclusive: bool
    subtotal: Decimal
    tax: Decimal
    total: Decimal
    bill_to: str
    note: str
    version: int


class _NewLine(NamedTuple):
    invoice_id: int
    position: int
    trans_code: TransCode
    description: str
    quantity: Decimal
    item_id: int | None
    unit_price: Decimal
    discount: Decimal
    discount_percent: Decimal | None
    tax_code_id: int | None
    tax_rate: Decimal
    extension: Decimal
    sell_anyway: bool
    fills_backorder_id: int | None


class _Tax(NamedTuple):
    invoice_id: int
    tax_code_id: int
    rate: Decimal
    taxable: Decimal
    tax: Decimal


# Built once, on plain tables: each scan at a till and each posting comes here.
_invoices = table_of(Invoice)
_lines = table_of(InvoiceLine)
_taxes = table_of(InvoiceTax)
_tenders = table_of(TenderPaid)
_LOCK = (
    sa.select(*(_invoices.c[name] for name in StoredInvoice._fields))
    .where(_invoices.c.id == sa.bindparam("invoice"))
    .with_for_update()
)
_INSERT = sa.insert(_invoices).returning(_invoices.c.customer_id, _invoices.c.id)
_SUMS = ("subtotal", "tax", "total")
_RESTATE = (
    sa.update(_invoices)
    .where(_invoices.c.id == sa.bindparam("invoice"))
    .values(
        {name: sa.bindparam(f"new_{name}", type_=_invoices.c[name].type) for name in _SUMS}
        | {"version": _invoices.c.version + 1}
    )
)
_FINISHED = ("number", "processed_at", "employee_id", "workstation", *_SUMS, "bill_to")
_FINISH = (
    sa.update(_invoices)
    .where(_invoices.c.id == sa.bindparam("invoice"))
    .values(
        {name: sa.bindparam(f"new_{name}", type_=_invoices.c[name].type) for name in ("status", *_FINISHED)}
        | {"committed": False, "committed_at": None, "version": _invoices.c.version + 1}
    )
)
_ALL: sa.Select[*tuple[Any, ...]] = sa.select(*(_lines.c[name] for name in StoredLine._fields))
_of_invoice = _lines.c.invoice_id == sa.bindparam("invoice")
_LINES = _ALL.where(_of_invoice).order_by(_lines.c.position)
_LAST_LINE = _ALL.where(_of_invoice).order_by(_lines.c.position.desc()).limit(1)
_RULED = (
    sa.select(
        *(
            _lines.c[name]
            for name in (
                "trans_code",
                "quantity",
                "unit_price",
                "discount",
                "tax_code_id",
                "tax_rate",
                "fills_backorder_id",
            )
        )
    )
    .where(_of_invoice)
    .order_by(_lines.c.position)
)
_INVOICE_OF_LINE = sa.select(_lines.c.invoice_id).where(_lines.c.id == sa.bindparam("line"))
_TAKEN = sa.select(sa.func.coalesce(sa.func.max(_lines.c.position), 0), sa.func.count()).where(_of_invoice)
_DELETE_LINE = sa.delete(_lines).where(_lines.c.id == sa.bindparam("line"))


def lock(session: Session, invoice_id: int) -> StoredInvoice:
    """Lock an invoice, whatever its status, and read it again.

    Raises:
        RefusedError: There is no such invoice.
    """
    row = session.connection().execute(_LOCK, {"invoice": invoice_id}).one_or_none()
    if row is None:
        raise refuse(Why.NO_SUCH_INVOICE)
    climb(session, Rank.INVOICE, [invoice_id])
    return StoredInvoice(row.id, InvoiceStatus(row.status), *row[2:])


def open_one(session: Session, stamp: Stamp, customer_id: int | None, *, tax_inclusive: bool) -> StoredInvoice:
    """Open an empty working invoice."""
    nothing = invoice_rules.totals((), tax_inclusive=tax_inclusive)
    row = _new(stamp, Origin.SALE, customer_id, nothing, tax_inclusive=tax_inclusive)
    _customer, invoice_id = session.connection().execute(_INSERT, [row]).one()
    return StoredInvoice(
        invoice_id,
        InvoiceStatus.WORKING,
        committed=False,
        customer_id=customer_id,
        tax_inclusive=tax_inclusive,
        total=ZERO,
    )


def open_committed(
    session: Session, stamp: Stamp, origin: Origin, invoices: Sequence[FillInvoice], *, tax_inclusive: bool
) -> dict[int, int]:
    """Open committed invoices with their lines and return them by customer."""
    headers = [
        _new(stamp, origin, each.customer_id, each.sums, tax_inclusive=tax_inclusive, committed=True)
        for each in invoices
    ]
    made: dict[int, int] = dict(session.connection().execute(_INSERT, headers).all())
    rows = [
        _NewLine(made[each.customer_id], position, *line)
        for each in invoices
        for position, line in enumerate(each.lines, 1)
    ]
    insert_rows(session.connection(), _lines, rows)
    return made


def write(session: Session, invoice_id: int, **values: Unpack[InvoiceFields]) -> None:
    """Write fields of a locked invoice; its version goes up."""
    _write(session, invoice_id, values)


def discard(session: Session, invoice: StoredInvoice) -> None:
    """Discard a locked working invoice; nothing is set aside on it any more."""
    status = step_to(LEGAL_STEPS, invoice.status, InvoiceStatus.DISCARDED)
    _write(session, invoice.id, {"status": str(status), "committed": False, "committed_at": None})


def finish(
    session: Session, stamp: Stamp, invoice: StoredInvoice, *, number: int, sums: invoice_rules.Totals, bill_to: str
) -> None:
    """Make a processed invoice of a locked working one, whose parts are written: nothing may follow."""
    status = step_to(LEGAL_STEPS, invoice.status, InvoiceStatus.PROCESSED)
    values = (number, stamp.at, stamp.employee_id, stamp.workstation, sums.subtotal, sums.tax, sums.total, bill_to)
    new = {f"new_{name}": value for name, value in zip(_FINISHED, values, strict=True)}
    session.connection().execute(_FINISH, new | {"invoice": invoice.id, "new_status": str(status)})


def state(session: Session, invoice_id: int, sums: invoice_rules.Totals) -> None:
    """Write what a locked invoice comes to."""
    stated = {"invoice": invoice_id, "new_subtotal": sums.subtotal, "new_tax": sums.tax, "new_total": sums.total}
    session.connection().execute(_RESTATE, stated)


def lines_of(session: Session, invoice_id: int) -> list[StoredLine]:
    """Read an invoice's lines in their order."""
    return [_line(row) for row in session.connection().execute(_LINES, {"invoice": invoice_id})]


def ruled_lines(session: Session, invoice_id: int) -> list[invoice_rules.Line]:
    """Read what the rules look at of an invoice's lines, in their order."""
    return [
        invoice_rules.Line(
            TransCode(code), quantity, price, discount, tax_code_id, rate, fills_backorder=fills is not None
        )
        for code, quantity, price, discount, tax_code_id, rate, fills in session.connection().execute(
            _RULED, {"invoice": invoice_id}
        )
    ]


def last_line(session: Session, invoice_id: int) -> StoredLine | None:
    """Read the line at the foot of an invoice."""
    row = session.connection().execute(_LAST_LINE, {"invoice": invoice_id}).one_or_none()
    return None if row is None else _line(row)


def invoice_of_line(session: Session, line_id: int) -> int:
    """Find the invoice of a line, which never changes.

    Raises:
        RefusedError: There is no such line any more.
    """
    invoice_id: int | None = session.connection().scalar(_INVOICE_OF_LINE, {"line": line_id})
    if invoice_id is None:
        raise _gone()
    return invoice_id


def find_line(lines: Sequence[StoredLine], line_id: int) -> StoredLine:
    """Choose a line among those of a locked invoice.

    Raises:
        RefusedError: It was taken off meanwhile.
    """
    line = next((line for line in lines if line.id == line_id), None)
    if line is None:
        raise _gone()
    return line


def last_position(session: Session, invoice_id: int) -> tuple[int, int]:
    """Say where the last line of a locked invoice stands, and how many there are."""
    position, count = session.connection().execute(_TAKEN, {"invoice": invoice_id}).one()
    return position, count


def insert_line(session: Session, invoice_id: int, position: int, line: LineContent) -> None:
    """Write a line of a locked working invoice."""
    insert_rows(session.connection(), _lines, [_NewLine(invoice_id, position, *line)])


def write_line(session: Session, line_id: int, **values: Unpack[LineFields]) -> None:
    """Write fields of a line of a locked working invoice."""
    session.connection().execute(sa.update(_lines).where(_lines.c.id == line_id).values(**values))


def delete_line(session: Session, line_id: int) -> None:
    """Take a line off a locked working invoice."""
    session.connection().execute(_DELETE_LINE, {"line": line_id})


def insert_taxes(session: Session, invoice_id: int, sums: invoice_rules.Totals) -> None:
    """Write what each tax code comes to on an invoice that is posted."""
    rows = [_Tax(invoice_id, code.tax_code_id, code.rate, code.taxable, code.tax) for code in sums.taxes]
    insert_rows(session.connection(), _taxes, rows)


def insert_tenders(session: Session, tenders: Sequence[PaidTender]) -> None:
    """Write the payments of an invoice that is posted."""
    insert_rows(session.connection(), _tenders, tenders)


def _gone() -> RefusedError:
    return refuse(Why.INVOICE_LINE_GONE)


def _ruled(line: StoredLine | LineContent) -> invoice_rules.Line:
    return invoice_rules.Line(
        line.trans_code,
        line.quantity,
        line.unit_price,
        line.discount,
        line.tax_code_id,
        line.tax_rate,
        fills_backorder=line.fills_backorder_id is not None,
    )


def _line(row: Sequence[Any]) -> StoredLine:
    return StoredLine(row[0], TransCode(row[1]), *row[2:])


def _new(
    stamp: Stamp,
    origin: Origin,
    customer_id: int | None,
    sums: invoice_rules.Totals,
    *,
    tax_inclusive: bool,
    committed: bool = False,
) -> _NewInvoice:
    return _NewInvoice(
        number=None,
        status=str(InvoiceStatus.WORKING),
        committed=committed,
        committed_at=stamp.at if committed else None,
        origin=str(origin),
        customer_id=customer_id,
        employee_id=stamp.employee_id,
        workstation=stamp.workstation,
        created_at=stamp.at,
        processed_at=None,
        tax_inclusive=tax_inclusive,
        subtotal=sums.subtotal,
        tax=sums.tax,
        total=sums.total,
        bill_to="",
        note="",
        version=1,
    )


def _write(session: Session, invoice_id: int, values: Mapping[str, object]) -> None:
    session.connection().execute(
        sa.update(_invoices).where(_invoices.c.id == invoice_id).values({"version": _invoices.c.version + 1, **values})
    )
