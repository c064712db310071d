"""The lines of invoices as they are stored; whoever reads or writes them holds the lock of their invoice."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any, NamedTuple, TypedDict

import sqlalchemy as sa
from typing_extensions import Unpack

from posim_desktop.domain.errors import RefusedError, refuse
from posim_desktop.domain.money import ZERO
from posim_desktop.domain.sales import invoice as invoice_rules
from posim_desktop.domain.sales import line_needs
from posim_desktop.domain.sales.invoice import GivenBack, InvoiceStatus, TransCode
from posim_desktop.domain.tax import UNTAXED, Taxes
from posim_desktop.domain.why import Why
from posim_desktop.orm import Invoice, InvoiceLine
from posim_desktop.orm.base import insert_rows, table_of
from posim_desktop.services.records import statements
from posim_desktop.services.session import Session


class StoredLine(NamedTuple):
    """An invoice line; ``discount`` is money off the whole line."""

    id: int
    trans_code: TransCode
    item_id: int | None
    description: str
    quantity: Decimal
    unit_price: Decimal
    list_price: Decimal
    discount: Decimal
    discount_percent: Decimal | None
    discount_reason: str
    tax_code_id: int | None
    taxes: Taxes
    extension: Decimal
    sell_anyway: bool
    stocked: bool
    fills_backorder_id: int | None
    sale_discount: Decimal = ZERO
    fixed_discount: Decimal | None = None
    fixed_for: Decimal | None = None
    want_id: int | None = None
    deposit_line_id: int | None = None
    deposit_backorder_id: int | None = None
    returns_line_id: int | None = None
    given_before: Decimal | None = None
    return_reason: str = ""
    damaged: bool = False
    unit: str = ""
    one_piece: bool = False
    lot: str = ""

    @property
    def ruled(self) -> invoice_rules.Line:
        """What the rules look at."""
        return _ruled(self)

    @property
    def asked_discount(self) -> tuple[Decimal, Decimal]:
        """The discount in money as it was asked, and for how many units; of older lines, what they have."""
        if self.fixed_discount is None or self.fixed_for is None:
            return self.discount, self.quantity
        return self.fixed_discount, self.fixed_for

    @property
    def typed_percent(self) -> Decimal | None:
        """The discount in percent: as it was typed, or what was asked in money comes to."""
        if self.discount_percent is not None:
            return self.discount_percent
        return line_needs.percent_asked(*self.asked_discount, self.unit_price)


class Holder(NamedTuple):
    """The invoice that a line is on, and for whom that is."""

    line_id: int
    invoice_id: int
    customer_id: int | None


class LineContent(NamedTuple):
    """A line to be written."""

    trans_code: TransCode
    description: str
    quantity: Decimal
    item_id: int | None = None
    unit_price: Decimal = ZERO
    list_price: Decimal = ZERO
    discount: Decimal = ZERO
    discount_percent: Decimal | None = None
    discount_reason: str = ""
    tax_code_id: int | None = None
    taxes: Taxes = UNTAXED
    extension: Decimal = ZERO
    sell_anyway: bool = False
    stocked: bool = True
    fills_backorder_id: int | None = None
    sale_discount: Decimal = ZERO
    fixed_discount: Decimal | None = None
    fixed_for: Decimal | None = None
    want_id: int | None = None
    deposit_line_id: int | None = None
    deposit_backorder_id: int | None = None
    returns_line_id: int | None = None
    given_before: Decimal | None = None
    return_reason: str = ""
    damaged: bool = False
    unit: str = ""
    one_piece: bool = False
    lot: str = ""

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
    discount_reason: str
    tax_code_id: int | None
    taxes: Taxes
    extension: Decimal
    sell_anyway: bool
    stocked: bool
    sale_discount: Decimal
    fixed_discount: Decimal | None
    fixed_for: Decimal | None
    given_before: Decimal
    return_reason: str
    damaged: bool
    want_id: int | None
    one_piece: bool


class _NewLine(NamedTuple):
    invoice_id: int
    position: int
    trans_code: TransCode
    description: str
    quantity: Decimal
    item_id: int | None
    unit_price: Decimal
    list_price: Decimal
    discount: Decimal
    discount_percent: Decimal | None
    discount_reason: str
    tax_code_id: int | None
    taxes: Taxes
    extension: Decimal
    sell_anyway: bool
    stocked: bool
    fills_backorder_id: int | None
    sale_discount: Decimal
    fixed_discount: Decimal | None
    fixed_for: Decimal | None
    want_id: int | None
    deposit_line_id: int | None
    deposit_backorder_id: int | None
    returns_line_id: int | None
    given_before: Decimal | None
    return_reason: str
    damaged: bool
    unit: str
    one_piece: bool
    lot: str


# Built once, on a plain table: each scan at a till and each posting comes here.
_lines, _invoices = table_of(InvoiceLine), table_of(Invoice)
_ALL: sa.Select[*tuple[Any, ...]] = sa.select(*(_lines.c[name] for name in StoredLine._fields))
_on_invoice = _lines.c.invoice_id == sa.bindparam("invoice")
_LINES = _ALL.where(_on_invoice).order_by(_lines.c.position)
_LAST_LINE = _ALL.where(_on_invoice).order_by(_lines.c.position.desc()).limit(1)
_FILLING = (
    sa.select(_lines.c.invoice_id)
    .join(_invoices, _invoices.c.id == _lines.c.invoice_id)
    .where(
        _lines.c.fills_backorder_id.in_(sa.bindparam("backorders", expanding=True)),
        _invoices.c.status == str(InvoiceStatus.WORKING),
    )
    .distinct()
    .order_by(_lines.c.invoice_id)
)
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
                "taxes",
                "fills_backorder_id",
                "sale_discount",
                "extension",
                "given_before",
            )
        )
    )
    .where(_on_invoice)
    .order_by(_lines.c.position)
)
_INVOICE_OF_LINE = sa.select(_lines.c.invoice_id).where(_lines.c.id == sa.bindparam("line"))
_TAKEN = sa.select(sa.func.coalesce(sa.func.max(_lines.c.position), 0), sa.func.count()).where(_on_invoice)
_BY_ID = _ALL.where(_lines.c.id.in_(sa.bindparam("lines", expanding=True))).order_by(
    _lines.c.invoice_id, _lines.c.position
)
_HOLDERS = (
    sa.select(_lines.c.id, _lines.c.invoice_id, _invoices.c.customer_id)
    .join(_invoices, _invoices.c.id == _lines.c.invoice_id)
    .where(_lines.c.id.in_(sa.bindparam("lines", expanding=True)))
    .order_by(_lines.c.invoice_id, _lines.c.position)
)
_MOVE = (
    sa.update(_lines)
    .where(_lines.c.id == sa.bindparam("line"))
    .values(statements.new_values(_lines, "invoice_id", "position", "extension"))
)
_DELETE_LINE = sa.delete(_lines).where(_lines.c.id == sa.bindparam("line"))


def of_invoice(session: Session, invoice_id: int) -> list[StoredLine]:
    """Read an invoice's lines in their order."""
    return [_line(row) for row in session.connection().execute(_LINES, {"invoice": invoice_id})]


def ruled(session: Session, invoice_id: int) -> list[invoice_rules.Line]:
    """Read what the rules look at of an invoice's lines, in their order."""
    rows = session.connection().execute(_RULED, {"invoice": invoice_id})
    return [
        invoice_rules.Line(
            *(TransCode(code), quantity, price, discount, tax_code_id, taxes, fills is not None, share),
            back=_back(extension, before),
        )
        for code, quantity, price, discount, tax_code_id, taxes, fills, share, extension, before in rows
    ]


def last(session: Session, invoice_id: int) -> StoredLine | None:
    """Read the line at the foot of an invoice."""
    row = session.connection().execute(_LAST_LINE, {"invoice": invoice_id}).one_or_none()
    return None if row is None else _line(row)


def invoice_of(session: Session, line_id: int) -> int:
    """Find the invoice of a line; it may move to another until that one is locked.

    Raises:
        RefusedError: There is no such line any more.
    """
    invoice_id: int | None = session.connection().scalar(_INVOICE_OF_LINE, {"line": line_id})
    if invoice_id is None:
        raise _gone()
    return invoice_id


def holders(session: Session, line_ids: Sequence[int]) -> list[Holder]:
    """Find the invoices of lines and their customers, in the order of the invoices.

    Raises:
        RefusedError: One of the lines is there no more.
    """
    found = [Holder(*row) for row in session.connection().execute(_HOLDERS, {"lines": list(line_ids)})]
    if len(found) != len(set(line_ids)):
        raise _gone()
    return found


def by_id(session: Session, line_ids: Sequence[int]) -> list[StoredLine]:
    """Read lines of several invoices, in the order of these and as they stand there."""
    return [_line(row) for row in session.connection().execute(_BY_ID, {"lines": list(line_ids)})]


def move(session: Session, line: StoredLine, invoice_id: int, position: int) -> None:
    """Move a line of a locked working invoice to another one."""
    session.connection().execute(
        _MOVE,
        {"line": line.id, "new_invoice_id": invoice_id, "new_position": position, "new_extension": line.extension},
    )


def working_invoices_filling(session: Session, backorder_ids: Iterable[int]) -> list[int]:
    """Find the working invoices on which goods wait for backorders, in the order of their ids."""
    return list(session.connection().scalars(_FILLING, {"backorders": sorted(backorder_ids)}))


def find(lines: Sequence[StoredLine], line_id: int) -> StoredLine:
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


def insert(session: Session, invoice_id: int, position: int, line: LineContent) -> None:
    """Write a line of a locked working invoice."""
    insert_rows(session.connection(), _lines, [_NewLine(invoice_id, position, *line)])


def insert_all(session: Session, lines: Mapping[int, Sequence[LineContent]]) -> None:
    """Write the lines of working invoices that were just opened, by invoice."""
    rows = [
        _NewLine(invoice_id, position, *line)
        for invoice_id, content in lines.items()
        for position, line in enumerate(content, 1)
    ]
    insert_rows(session.connection(), _lines, rows)


def write(session: Session, line_id: int, **values: Unpack[LineFields]) -> None:
    """Write fields of a line of a locked working invoice."""
    session.connection().execute(sa.update(_lines).where(_lines.c.id == line_id).values(**values))


def delete(session: Session, line_id: int) -> None:
    """Take a line off a locked working invoice."""
    session.connection().execute(_DELETE_LINE, {"line": line_id})


def _gone() -> RefusedError:
    return refuse(Why.INVOICE_LINE_GONE)


def _ruled(line: StoredLine | LineContent) -> invoice_rules.Line:
    return invoice_rules.Line(
        line.trans_code,
        line.quantity,
        line.unit_price,
        line.discount,
        line.tax_code_id,
        line.taxes,
        line.fills_backorder_id is not None,
        line.sale_discount,
        _back(line.extension, line.given_before),
    )


def _back(extension: Decimal, before: Decimal | None) -> GivenBack | None:
    return None if before is None else GivenBack(-extension, before)


def _line(row: Sequence[Any]) -> StoredLine:
    return StoredLine(row[0], TransCode(row[1]), *row[2:])
