"""Receiving logs, their lines, and what they set to whom, as they are stored."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any, NamedTuple, TypedDict

import sqlalchemy as sa
from typing_extensions import Unpack

from posim_desktop.domain.errors import refuse
from posim_desktop.domain.purchasing.packs import Packing
from posim_desktop.domain.quantity import NO_UNITS
from posim_desktop.domain.receiving.charges import Spread
from posim_desktop.domain.receiving.logs import LEGAL_STEPS, ReceivingStatus, Share
from posim_desktop.domain.steps import step_to
from posim_desktop.domain.why import Why
from posim_desktop.orm import Item, ItemVendor, PurchaseOrderLine, ReceivingLine, ReceivingLog, ReceivingShare
from posim_desktop.orm.base import insert_rows, table_of
from posim_desktop.services.records import statements
from posim_desktop.services.records.lock_order import Rank, climb
from posim_desktop.services.session import Session, Stamp


class StoredLog(NamedTuple):
    """A locked receiving log."""

    id: int
    status: ReceivingStatus
    purchase_order_id: int | None
    vendor_id: int
    freight: Decimal
    other_charges: Decimal
    spread: Spread


class LogFields(TypedDict, total=False):
    """What may be written on a receiving log, its status apart."""

    number: int
    vendor_invoice: str
    invoice_date: date | None
    received_on: date
    received_by_id: int
    posted_at: datetime
    note: str
    freight: Decimal
    other_charges: Decimal
    spread: str


class StoredReceivingLine(NamedTuple):
    """How much of an item came, and on which order line it was expected."""

    id: int
    receiving_log_id: int
    item_id: int
    purchase_order_line_id: int | None
    quantity: Decimal
    cost: Decimal
    free: Decimal
    pack_quantity: Decimal
    pack_cost: Decimal | None
    lot: str

    @property
    def packing(self) -> Packing:
        """How its goods were paid for."""
        return Packing(self.pack_quantity, pack_cost=self.pack_cost)


class ReceivingLineContent(NamedTuple):
    """A line to be written."""

    receiving_log_id: int
    position: int
    item_id: int
    purchase_order_line_id: int | None
    quantity: Decimal
    cost: Decimal
    packing: Packing = Packing()


class CountedLine(NamedTuple):
    """A line that scanned goods may count on; ``still_open`` is what its order line still brings."""

    id: int
    quantity: Decimal
    still_open: Decimal | None


class _NewLog(TypedDict):
    number: None
    status: str
    purchase_order_id: int | None
    vendor_id: int
    vendor_invoice: str
    invoice_date: None
    received_on: date
    received_by_id: int
    workstation: str
    created_at: datetime
    posted_at: None
    note: str
    version: int
    search_text: str


class _NewLine(NamedTuple):
    receiving_log_id: int
    position: int
    item_id: int
    purchase_order_line_id: int | None
    quantity: Decimal
    cost: Decimal
    pack_quantity: Decimal
    pack_unit: str
    unit: str
    pack_cost: Decimal | None


class _NewShare(NamedTuple):
    receiving_line_id: int
    backorder_id: int
    rcv: Decimal
    canc: Decimal


_logs = table_of(ReceivingLog)
_lines = table_of(ReceivingLine)
_shares = table_of(ReceivingShare)
_order_lines = table_of(PurchaseOrderLine)
_items = table_of(Item)
_vendors = table_of(ItemVendor)
_of_log = _lines.c.receiving_log_id == sa.bindparam("log")
_LOCK = (
    sa.select(*(_logs.c[name] for name in StoredLog._fields)).where(_logs.c.id == sa.bindparam("log")).with_for_update()
)
_INSERT = sa.insert(_logs).returning(_logs.c.id)
_ALL: sa.Select[*tuple[Any, ...]] = sa.select(*(_lines.c[name] for name in StoredReceivingLine._fields))
_LINES = _ALL.where(_of_log).order_by(_lines.c.position)
_LINE = _ALL.where(_lines.c.id == sa.bindparam("line"))
_OF_ITEM = (
    sa.select(_lines.c.id, _lines.c.quantity, _order_lines.c.still_open)
    .outerjoin(_order_lines, _order_lines.c.id == _lines.c.purchase_order_line_id)
    .where(_of_log, _lines.c.item_id == sa.bindparam("item"))
    .order_by(_lines.c.position)
)
_TAKEN = sa.select(sa.func.coalesce(sa.func.max(_lines.c.position), 0), sa.func.count()).where(_of_log)
_AS_ORDERED = (
    sa.update(_lines)
    .where(_of_log, _lines.c.purchase_order_line_id.is_not(None))
    .values(
        quantity=sa.select(_order_lines.c.still_open)
        .where(_order_lines.c.id == _lines.c.purchase_order_line_id)
        .scalar_subquery(),
        free=NO_UNITS,
    )
)
_TO_ZERO = sa.update(_lines).where(_of_log).values(quantity=NO_UNITS, free=NO_UNITS)
_WRITE_QUANTITY = (
    sa.update(_lines)
    .where(_lines.c.id == sa.bindparam("line"))
    .values(
        statements.new_values(_lines, "quantity")
        # No more can be free than came.
        | {
            "free": sa.case(
                (_lines.c.free > (_came := sa.bindparam("new_quantity", type_=_lines.c.quantity.type)), _came),
                else_=_lines.c.free,
            )
        }
    )
)
_WRITE_FREE = sa.update(_lines).where(_lines.c.id == sa.bindparam("line")).values(statements.new_values(_lines, "free"))
_WRITE_CHARGES = (
    sa.update(_lines).where(_lines.c.id == sa.bindparam("line")).values(statements.new_values(_lines, "charges"))
)
_KEEP_VENDORS_COSTS = (
    sa.update(_lines)
    .where(_of_log, _lines.c.quantity > NO_UNITS)
    .values(
        vendor_cost_before=sa.select(sa.func.coalesce(_vendors.c.cost, _items.c.cost))
        .join_from(_vendors, _items, _items.c.id == _vendors.c.item_id)
        .where(_vendors.c.item_id == _lines.c.item_id, _vendors.c.vendor_id == sa.bindparam("vendor"))
        .scalar_subquery()
    )
)
_WRITE_COST = (
    sa.update(_lines)
    .where(_lines.c.id == sa.bindparam("line"))
    .values(statements.new_values(_lines, "cost", "pack_cost"))
)
_WRITE_LOT = sa.update(_lines).where(_lines.c.id == sa.bindparam("line")).values(statements.new_values(_lines, "lot"))
_DELETE_LINE = sa.delete(_lines).where(_lines.c.id == sa.bindparam("line"))


def lock(session: Session, receiving_log_id: int) -> StoredLog:
    """Lock a receiving log, whatever its status, and read it again.

    Raises:
        RefusedError: There is no such log.
    """
    row = session.connection().execute(_LOCK, {"log": receiving_log_id}).one_or_none()
    if row is None:
        raise refuse(Why.NO_SUCH_LOG)
    climb(session, Rank.RECEIVING_LOG, [receiving_log_id])
    charges = (row.freight, row.other_charges, Spread(row.spread))
    return StoredLog(row.id, ReceivingStatus(row.status), row.purchase_order_id, row.vendor_id, *charges)


def insert(
    session: Session,
    stamp: Stamp,
    received_by_id: int,
    *,
    vendor_id: int,
    purchase_order_id: int | None,
    received_on: date,
) -> int:
    """Open a working log and return its id."""
    row = _NewLog(
        number=None,
        status=str(ReceivingStatus.WORKING),
        purchase_order_id=purchase_order_id,
        vendor_id=vendor_id,
        vendor_invoice="",
        invoice_date=None,
        received_on=received_on,
        received_by_id=received_by_id,
        workstation=stamp.workstation,
        created_at=stamp.at,
        posted_at=None,
        note="",
        version=1,
        search_text="",
    )
    log_id: int = session.connection().execute(_INSERT, [row]).scalar_one()
    return log_id


def write(session: Session, receiving_log_id: int, **values: Unpack[LogFields]) -> None:
    """Write fields of a locked log; its version goes up, also when only its lines changed."""
    statements.write(session, _logs, receiving_log_id, statements.found_by(values, "vendor_invoice"))


def step(session: Session, log: StoredLog, to: ReceivingStatus, **values: Unpack[LogFields]) -> None:
    """Take a locked log to its next status and write fields with it."""
    status = {"status": str(step_to(LEGAL_STEPS, log.status, to))}
    statements.write(session, _logs, log.id, {**status, **statements.found_by(values, "vendor_invoice")})


def lines_of(session: Session, receiving_log_id: int) -> list[StoredReceivingLine]:
    """Read a log's lines in their order."""
    found = session.connection().execute(_LINES, {"log": receiving_log_id})
    return [StoredReceivingLine._make(row) for row in found]


def line(session: Session, line_id: int) -> StoredReceivingLine:
    """Read a line.

    Raises:
        RefusedError: It is gone.
    """
    row = session.connection().execute(_LINE, {"line": line_id}).one_or_none()
    if row is None:
        raise refuse(Why.LOG_LINE_GONE)
    return StoredReceivingLine._make(row)


def lines_of_item(session: Session, receiving_log_id: int, item_id: int) -> list[CountedLine]:
    """Read the lines of a locked log that an item is counted on."""
    found = session.connection().execute(_OF_ITEM, {"log": receiving_log_id, "item": item_id})
    return [CountedLine._make(row) for row in found]


def insert_lines(session: Session, lines: Sequence[ReceivingLineContent]) -> None:
    """Write the lines of a new log."""
    insert_rows(session.connection(), _lines, [_NewLine(*line[:-1], *line.packing) for line in lines])


def last_position(session: Session, receiving_log_id: int) -> tuple[int, int]:
    """Say where the last line of a locked log stands, and how many there are."""
    position, count = session.connection().execute(_TAKEN, {"log": receiving_log_id}).one()
    return position, count


def write_quantity(session: Session, line_id: int, quantity: Decimal) -> None:
    """Write how much of a line of a locked log came."""
    session.connection().execute(_WRITE_QUANTITY, {"line": line_id, "new_quantity": quantity})


def write_free(session: Session, line_id: int, free: Decimal) -> None:
    """Write how many units of a line of a locked log came free."""
    session.connection().execute(_WRITE_FREE, {"line": line_id, "new_free": free})


def write_charges(session: Session, charges: Mapping[int, Decimal]) -> None:
    """Write the shares that lines of a log have of its charges, as it is posted."""
    rows = [{"line": line_id, "new_charges": share} for line_id, share in sorted(charges.items()) if share]
    if rows:
        session.connection().execute(_WRITE_CHARGES, rows)


def keep_vendors_costs(session: Session, log: StoredLog) -> None:
    """Remember what the goods of a locked log cost at its vendor, before it is posted and their cards say otherwise."""
    session.connection().execute(_KEEP_VENDORS_COSTS, {"log": log.id, "vendor": log.vendor_id})


def write_cost(session: Session, line_id: int, cost: Decimal, pack_cost: Decimal | None = None) -> None:
    """Write what a unit of a line of a locked log cost, and what a pack did where that was agreed."""
    session.connection().execute(_WRITE_COST, {"line": line_id, "new_cost": cost, "new_pack_cost": pack_cost})


def write_lot(session: Session, line_id: int, lot: str) -> None:
    """Write of which lot a line of a locked log came."""
    session.connection().execute(_WRITE_LOT, {"line": line_id, "new_lot": lot})


def count_as_ordered(session: Session, receiving_log_id: int) -> None:
    """Set the lines of a locked log that belong to its order to what is open there."""
    session.connection().execute(_AS_ORDERED, {"log": receiving_log_id})


def count_from_zero(session: Session, receiving_log_id: int) -> None:
    """Set every line of a locked log to 0."""
    session.connection().execute(_TO_ZERO, {"log": receiving_log_id})


def delete_line(session: Session, line_id: int) -> None:
    """Take a line off a locked working log."""
    session.connection().execute(_DELETE_LINE, {"line": line_id})


def insert_shares(session: Session, shares: Sequence[Share]) -> None:
    """Write what a log that is posted sets to whom and cancels."""
    rows = [_NewShare(each.receiving_line_id, each.backorder_id, each.rcv, each.canc) for each in shares]
    insert_rows(session.connection(), _shares, rows)
