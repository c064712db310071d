"""What was posted of units with serial numbers, and where they are. Serves the guide's page "Serial numbers"."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from posim_desktop.domain.cards.serials import Moved, Whereabouts, one_form, whereabouts
from posim_desktop.domain.sales.invoice import InvoiceStatus, TransCode
from posim_desktop.orm import (
    CorrectionLine,
    CorrectionSerial,
    Customer,
    Invoice,
    InvoiceLine,
    InvoiceSerial,
    Item,
    ReceivingCorrection,
    ReceivingLine,
    ReceivingLog,
    ReceivingSerial,
    Vendor,
    VendorReturn,
    VendorReturnLine,
    VendorReturnSerial,
)
from posim_desktop.orm.base import chunks

MOST_IN_STOCK = 500
RECENT = 1000


@dataclass(frozen=True, slots=True)
class SerialMove:
    """What a posted document did with a unit; ``who`` is the customer, or the vendor who delivered it."""

    item_id: int
    serial: str
    form: str
    moved: Moved
    at: datetime
    number: int
    document_id: int
    who_id: int | None
    who: str


@dataclass(frozen=True, slots=True)
class SerialHistory:
    """A unit: its number, where it is, and what was posted of it, the latest last."""

    serial: str
    at: Whereabouts
    moves: tuple[SerialMove, ...]

    @property
    def sold_on(self) -> int:
        """The number of the invoice that sold it last, 0 for none."""
        return next((move.number for move in reversed(self.moves) if move.moved is Moved.SOLD), 0)


_of_invoices: sa.Select[*tuple[Any, ...]] = (
    sa.select(
        InvoiceLine.item_id,
        InvoiceSerial.serial,
        InvoiceSerial.form,
        InvoiceLine.trans_code,
        InvoiceSerial.vouched,
        Invoice.processed_at,
        Invoice.number,
        Invoice.id,
        Invoice.customer_id,
        sa.func.coalesce(Customer.name, ""),
    )
    .select_from(InvoiceSerial)
    .join(InvoiceLine, InvoiceLine.id == InvoiceSerial.line_id)
    .join(Invoice, Invoice.id == InvoiceSerial.invoice_id)
    .outerjoin(Customer, Customer.id == Invoice.customer_id)
    .where(Invoice.status == str(InvoiceStatus.PROCESSED), InvoiceLine.serials_asked)
    .order_by(InvoiceSerial.id.desc())
)
_of_logs: sa.Select[*tuple[Any, ...]] = (
    sa.select(
        ReceivingLine.item_id,
        ReceivingSerial.serial,
        ReceivingSerial.form,
        ReceivingLog.posted_at,
        ReceivingLog.number,
        ReceivingLog.id,
        ReceivingLog.vendor_id,
        Vendor.name,
    )
    .select_from(ReceivingSerial)
    .join(ReceivingLine, ReceivingLine.id == ReceivingSerial.line_id)
    .join(ReceivingLog, ReceivingLog.id == ReceivingSerial.receiving_log_id)
    .join(Vendor, Vendor.id == ReceivingLog.vendor_id)
    .where(ReceivingLog.number.is_not(None), ReceivingLine.serials_asked)
    .order_by(ReceivingSerial.id.desc())
)
_of_corrections: sa.Select[*tuple[Any, ...]] = (
    sa.select(
        ReceivingLine.item_id,
        CorrectionSerial.serial,
        CorrectionSerial.form,
        ReceivingCorrection.at,
        ReceivingLog.number,
        ReceivingLog.id,
        ReceivingLog.vendor_id,
        Vendor.name,
    )
    .select_from(CorrectionSerial)
    .join(CorrectionLine, CorrectionLine.id == CorrectionSerial.line_id)
    .join(ReceivingCorrection, ReceivingCorrection.id == CorrectionLine.correction_id)
    .join(ReceivingLine, ReceivingLine.id == CorrectionLine.receiving_line_id)
    .join(ReceivingLog, ReceivingLog.id == ReceivingLine.receiving_log_id)
    .join(Vendor, Vendor.id == ReceivingLog.vendor_id)
    .order_by(CorrectionSerial.id.desc())
)
_of_returns: sa.Select[*tuple[Any, ...]] = (
    sa.select(
        VendorReturnLine.item_id,
        VendorReturnSerial.serial,
        VendorReturnSerial.form,
        VendorReturn.posted_at,
        VendorReturn.number,
        VendorReturn.id,
        VendorReturn.vendor_id,
        Vendor.name,
    )
    .select_from(VendorReturnSerial)
    .join(VendorReturnLine, VendorReturnLine.id == VendorReturnSerial.line_id)
    .join(VendorReturn, VendorReturn.id == VendorReturnSerial.vendor_return_id)
    .join(Vendor, Vendor.id == VendorReturn.vendor_id)
    .where(VendorReturn.number.is_not(None), VendorReturnLine.serials_asked)
    .order_by(VendorReturnSerial.id.desc())
)
_SOLD = _of_invoices.where(InvoiceSerial.form.in_(sa.bindparam("forms", expanding=True)))
_CAME = _of_logs.where(ReceivingSerial.form.in_(sa.bindparam("forms", expanding=True)))
_NOT_RECEIVED = _of_corrections.where(CorrectionSerial.form.in_(sa.bindparam("forms", expanding=True)))
_SENT_BACK = _of_returns.where(VendorReturnSerial.form.in_(sa.bindparam("forms", expanding=True)))
_SOLD_OF_ITEM = _of_invoices.where(InvoiceLine.item_id == sa.bindparam("item")).limit(RECENT)
_CAME_OF_ITEM = _of_logs.where(ReceivingLine.item_id == sa.bindparam("item")).limit(RECENT)
_NOT_RECEIVED_OF_ITEM = _of_corrections.where(ReceivingLine.item_id == sa.bindparam("item")).limit(RECENT)
_SENT_BACK_OF_ITEM = _of_returns.where(VendorReturnLine.item_id == sa.bindparam("item")).limit(RECENT)
_BY_NUMBER = {Moved.RECEIVED: _CAME, Moved.NOT_RECEIVED: _NOT_RECEIVED, Moved.SENT_BACK: _SENT_BACK}
_BY_ITEM = {
    Moved.RECEIVED: _CAME_OF_ITEM,
    Moved.NOT_RECEIVED: _NOT_RECEIVED_OF_ITEM,
    Moved.SENT_BACK: _SENT_BACK_OF_ITEM,
}
_NEVER = sa.null().cast(Invoice.processed_at.type)
_moves = sa.union_all(
    sa.select(
        InvoiceSerial.serial,
        InvoiceSerial.form,
        sa.case(
            (InvoiceLine.trans_code == str(TransCode.SALE), 1),
            (InvoiceSerial.vouched, 0),
            else_=-1,
        ).label("out"),
        sa.case((InvoiceLine.trans_code == str(TransCode.SALE), 0), else_=1).label("came"),
        sa.case((InvoiceLine.trans_code != str(TransCode.SALE), Invoice.processed_at)).label("came_at"),
        _NEVER.label("sent_at"),
    )
    .join(InvoiceLine, InvoiceLine.id == InvoiceSerial.line_id)
    .join(Invoice, Invoice.id == InvoiceSerial.invoice_id)
    .where(
        InvoiceLine.item_id == sa.bindparam("item"),
        InvoiceLine.serials_asked,
        Invoice.status == str(InvoiceStatus.PROCESSED),
    ),
    sa.select(
        *(ReceivingSerial.serial, ReceivingSerial.form, sa.literal(0).label("out"), sa.literal(1).label("came")),
        *(ReceivingLog.posted_at.label("came_at"), _NEVER.label("sent_at")),
    )
    .join(ReceivingLine, ReceivingLine.id == ReceivingSerial.line_id)
    .join(ReceivingLog, ReceivingLog.id == ReceivingSerial.receiving_log_id)
    .where(
        ReceivingLine.item_id == sa.bindparam("item"), ReceivingLine.serials_asked, ReceivingLog.number.is_not(None)
    ),
    sa.select(
        *(CorrectionSerial.serial, CorrectionSerial.form, sa.literal(0).label("out"), sa.literal(-1).label("came")),
        *(_NEVER.label("came_at"), _NEVER.label("sent_at")),
    )
    .join(CorrectionLine, CorrectionLine.id == CorrectionSerial.line_id)
    .join(ReceivingLine, ReceivingLine.id == CorrectionLine.receiving_line_id)
    .where(ReceivingLine.item_id == sa.bindparam("item")),
    sa.select(
        *(VendorReturnSerial.serial, VendorReturnSerial.form, sa.literal(0).label("out"), sa.literal(0).label("came")),
        *(_NEVER.label("came_at"), VendorReturn.posted_at.label("sent_at")),
    )
    .join(VendorReturnLine, VendorReturnLine.id == VendorReturnSerial.line_id)
    .join(VendorReturn, VendorReturn.id == VendorReturnSerial.vendor_return_id)
    .where(
        *(VendorReturnLine.item_id == sa.bindparam("item"), VendorReturnLine.serials_asked),
        VendorReturn.number.is_not(None),
    ),
).subquery()
_IN_STOCK = (
    sa.select(sa.func.min(_moves.c.serial))
    .group_by(_moves.c.form)
    .having(
        sa.func.sum(_moves.c.out) <= 0,
        sa.func.sum(_moves.c.came) > 0,
        sa.or_(sa.func.max(_moves.c.sent_at).is_(None), sa.func.max(_moves.c.sent_at) < sa.func.max(_moves.c.came_at)),
    )
    .order_by(_moves.c.form)
    .limit(MOST_IN_STOCK)
)


def histories(connection: sa.Connection, serials: Iterable[str]) -> dict[tuple[int, str], SerialHistory]:
    """Read what was posted of the units with some numbers, by item and the one form of the number."""
    moves = []
    for chunk in chunks([one_form(serial) for serial in serials]):
        moves += _read(connection, _SOLD, _BY_NUMBER, {"forms": chunk})
    return _by_unit(moves)


def of_item(connection: sa.Connection, item_id: int) -> tuple[SerialHistory, ...]:
    """List the units of an item that something was posted of lately, the latest first."""
    units = _by_unit(_read(connection, _SOLD_OF_ITEM, _BY_ITEM, {"item": item_id}))
    return tuple(sorted(units.values(), key=lambda unit: unit.moves[-1].at, reverse=True))


def in_stock(connection: sa.Connection, item_id: int) -> tuple[str, ...]:
    """List the numbers of an item's units that the shop knows to be in stock."""
    return tuple(connection.scalars(_IN_STOCK, {"item": item_id}))


def items_with(connection: sa.Connection, scanned: str) -> tuple[int, ...]:
    """Find the items that a unit with this number belongs to."""
    return tuple(dict.fromkeys(item_id for item_id, _form in histories(connection, [scanned.strip()])))


def invoices_with(word: str) -> sa.Select[int]:
    """Select the invoices on which a unit with this number is sold or brought back."""
    return sa.select(InvoiceSerial.invoice_id).where(InvoiceSerial.form == one_form(word))


def logs_with(word: str) -> sa.Select[int]:
    """Select the receiving logs of units with this number."""
    return sa.select(ReceivingSerial.receiving_log_id).where(ReceivingSerial.form == one_form(word))


def cards_with(word: str) -> sa.ColumnElement[bool]:
    """Say that a unit of an item has this number."""
    sold = sa.select(InvoiceLine.item_id).join(InvoiceSerial, InvoiceSerial.line_id == InvoiceLine.id)
    came = sa.select(ReceivingLine.item_id).join(ReceivingSerial, ReceivingSerial.line_id == ReceivingLine.id)
    form = one_form(word)
    return sa.or_(
        Item.id.in_(sold.where(InvoiceSerial.form == form)), Item.id.in_(came.where(ReceivingSerial.form == form))
    )


def of_lines(
    connection: sa.Connection, lines: sa.Select[int, str], chosen: Mapping[str, Any]
) -> dict[int, tuple[str, ...]]:
    """Read numbers by their line, in the order in which they were entered."""
    found: dict[int, tuple[str, ...]] = {}
    for line_id, serial in connection.execute(lines, chosen):
        found[line_id] = (*found.get(line_id, ()), serial)
    return found


ON_INVOICES = (
    sa.select(InvoiceSerial.line_id, InvoiceSerial.serial)
    .where(InvoiceSerial.invoice_id.in_(sa.bindparam("invoices", expanding=True)))
    .order_by(InvoiceSerial.id)
)
"""The numbers on some invoices."""

ON_LOG = (
    sa.select(ReceivingSerial.line_id, ReceivingSerial.serial)
    .where(ReceivingSerial.receiving_log_id == sa.bindparam("log"))
    .order_by(ReceivingSerial.id)
)
"""The numbers on a receiving log."""

ON_VENDOR_RETURN = (
    sa.select(VendorReturnSerial.line_id, VendorReturnSerial.serial)
    .where(VendorReturnSerial.vendor_return_id == sa.bindparam("return"))
    .order_by(VendorReturnSerial.id)
)
"""The numbers on a return to a vendor."""


def _read(
    connection: sa.Connection,
    sold: sa.Select[Any],
    at_vendors: Mapping[Moved, sa.Select[Any]],
    chosen: Mapping[str, Any],
) -> list[SerialMove]:
    moves = [
        SerialMove(item_id, serial, form, _moved(TransCode(code), vouched=vouched), *rest)
        for item_id, serial, form, code, vouched, *rest in connection.execute(sold, chosen)
    ]
    for moved, posted in at_vendors.items():
        moves += [
            SerialMove(item_id, serial, form, moved, *rest)
            for item_id, serial, form, *rest in connection.execute(posted, chosen)
        ]
    return moves


def _moved(code: TransCode, *, vouched: bool) -> Moved:
    if code is TransCode.SALE:
        return Moved.SOLD
    return Moved.TAKEN_BACK if vouched else Moved.RETURNED


def _by_unit(moves: Sequence[SerialMove]) -> dict[tuple[int, str], SerialHistory]:
    units: dict[tuple[int, str], list[SerialMove]] = {}
    for move in sorted(moves, key=lambda move: move.at):
        units.setdefault((move.item_id, move.form), []).append(move)
    return {
        unit: SerialHistory(own[-1].serial, whereabouts(move.moved for move in own), tuple(own))
        for unit, own in units.items()
    }
