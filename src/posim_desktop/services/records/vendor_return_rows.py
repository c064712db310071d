"""Returns to vendors, their lines and the credits for them, as they are stored."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any, NamedTuple, TypedDict

import sqlalchemy as sa
from typing_extensions import Unpack

from posim_desktop.domain.errors import refuse
from posim_desktop.domain.quantity import NO_UNITS
from posim_desktop.domain.receiving.vendor_returns import LEGAL_STEPS, GoingBack, VendorReturnStatus
from posim_desktop.domain.steps import step_to
from posim_desktop.domain.why import Why
from posim_desktop.orm import Item, ReceivingLine, VendorCredit, VendorReturn, VendorReturnLine, VendorReturnSerial
from posim_desktop.orm.base import insert_rows, table_of
from posim_desktop.queries.receiving.vendor_returns import left_of_line
from posim_desktop.services.records import statements
from posim_desktop.services.records.lock_order import Rank, climb
from posim_desktop.services.session import Session, Stamp


class StoredReturn(NamedTuple):
    """A locked return to a vendor."""

    id: int
    status: VendorReturnStatus
    vendor_id: int


class ReturnFields(TypedDict, total=False):
    """What may be written on a return, its status apart."""

    number: int
    rma_number: str
    posted_at: datetime
    note: str


class ReturnLineFields(TypedDict, total=False):
    """What may be written on a line of a working return."""

    quantity: Decimal
    cost: Decimal
    reason: str
    backorder_id: int


class ReturnLineContent(NamedTuple):
    """A line to be written."""

    vendor_return_id: int
    position: int
    item_id: int
    receiving_line_id: int | None
    backorder_id: int | None
    vendor_item_number: str
    quantity: Decimal
    cost: Decimal
    reason: str


class StoredReturnLine(NamedTuple):
    """A line as it is stored."""

    id: int
    vendor_return_id: int
    item_id: int
    quantity: Decimal
    cost: Decimal


class _NewReturn(TypedDict):
    status: str
    vendor_id: int
    receiving_log_id: int | None
    rma_number: str
    note: str
    employee_id: int
    workstation: str
    created_at: datetime
    version: int
    search_text: str


class _NewCredit(NamedTuple):
    vendor_return_id: int
    amount: Decimal
    reference: str
    employee_id: int | None
    workstation: str
    at: datetime


_returns, _lines, _credits = table_of(VendorReturn), table_of(VendorReturnLine), table_of(VendorCredit)
_items, _received = table_of(Item), table_of(ReceivingLine)
_of_return = _lines.c.vendor_return_id == sa.bindparam("return")
_LOCK = (
    sa.select(*(_returns.c[name] for name in StoredReturn._fields))
    .where(_returns.c.id == sa.bindparam("return"))
    .with_for_update()
)
_WORKING = (
    sa.select(_returns.c.id)
    .where(_returns.c.status == str(VendorReturnStatus.WORKING), _returns.c.vendor_id == sa.bindparam("vendor"))
    .order_by(_returns.c.id.desc())
    .limit(1)
)
_INSERT = sa.insert(_returns).returning(_returns.c.id)
_INSERT_CREDIT = sa.insert(_credits)
_GOING: sa.Select[*tuple[Any, ...]] = (
    sa.select(
        _lines.c.id, _lines.c.item_id, _items.c.code, _lines.c.quantity, _lines.c.reason, _lines.c.receiving_line_id
    )
    .join(_items, _items.c.id == _lines.c.item_id)
    .where(_of_return)
    .order_by(_lines.c.position)
)
_LINE = sa.select(*(_lines.c[name] for name in StoredReturnLine._fields)).where(_lines.c.id == sa.bindparam("line"))
_TAKEN = sa.select(sa.func.coalesce(sa.func.max(_lines.c.position), 0), sa.func.count()).where(_of_return)
_SAME = sa.select(_lines.c.id).where(
    _of_return,
    _lines.c.item_id == sa.bindparam("item"),
    _lines.c.receiving_line_id.is_(None),
)
_LOGS = (
    sa.select(_received.c.receiving_log_id)
    .join(_lines, _lines.c.receiving_line_id == _received.c.id)
    .where(_of_return)
    .distinct()
    .order_by(_received.c.receiving_log_id)
)
_LEFT = (
    sa.select(ReceivingLine.id, left_of_line)
    .join(_lines, _lines.c.receiving_line_id == ReceivingLine.id)
    .where(_of_return)
)
_serials = table_of(VendorReturnSerial)
_of_empty = sa.select(_lines.c.id).where(_of_return, _lines.c.quantity == NO_UNITS)
_DELETE_SERIALS_OF_EMPTY = sa.delete(_serials).where(_serials.c.line_id.in_(_of_empty))
_DELETE_SERIALS = sa.delete(_serials).where(_serials.c.line_id == sa.bindparam("line"))
_DELETE_LINE = sa.delete(_lines).where(_lines.c.id == sa.bindparam("line"))
_DELETE_EMPTY = sa.delete(_lines).where(_of_return, _lines.c.quantity == NO_UNITS)


def lock(session: Session, vendor_return_id: int) -> StoredReturn:
    """Lock a return, whatever its status, and read it again.

    Raises:
        RefusedError: There is no such return.
    """
    row = session.connection().execute(_LOCK, {"return": vendor_return_id}).one_or_none()
    if row is None:
        raise refuse(Why.NO_SUCH_VENDOR_RETURN)
    climb(session, Rank.VENDOR_RETURN, [vendor_return_id])
    return StoredReturn(row.id, VendorReturnStatus(row.status), row.vendor_id)


def working_of(session: Session, vendor_id: int) -> int | None:
    """Find the newest working return to a vendor."""
    found: int | None = session.connection().scalar(_WORKING, {"vendor": vendor_id})
    return found


def insert(
    session: Session, stamp: Stamp, employee_id: int, *, vendor_id: int, receiving_log_id: int | None = None
) -> int:
    """Open a working return and return its id."""
    row = _NewReturn(
        status=str(VendorReturnStatus.WORKING),
        vendor_id=vendor_id,
        receiving_log_id=receiving_log_id,
        rma_number="",
        note="",
        employee_id=employee_id,
        workstation=stamp.workstation,
        created_at=stamp.at,
        version=1,
        search_text="",
    )
    return_id: int = session.connection().execute(_INSERT, [row]).scalar_one()
    return return_id


def write(session: Session, vendor_return_id: int, **values: Unpack[ReturnFields]) -> None:
    """Write fields of a locked return; its version goes up, also when only its lines changed."""
    statements.write(session, _returns, vendor_return_id, statements.found_by(values, "rma_number"))


def step(session: Session, held: StoredReturn, to: VendorReturnStatus, **values: Unpack[ReturnFields]) -> None:
    """Take a locked return to its next status and write fields with it."""
    status = {"status": str(step_to(LEGAL_STEPS, held.status, to))}
    statements.write(session, _returns, held.id, {**status, **values})


def going_back(session: Session, vendor_return_id: int) -> list[GoingBack]:
    """Read a return's lines in their order, as the rules look at them."""
    return [GoingBack(*row) for row in session.connection().execute(_GOING, {"return": vendor_return_id})]


def line(session: Session, line_id: int) -> StoredReturnLine:
    """Read a line.

    Raises:
        RefusedError: It is gone.
    """
    row = session.connection().execute(_LINE, {"line": line_id}).one_or_none()
    if row is None:
        raise refuse(Why.VENDOR_RETURN_LINE_GONE)
    return StoredReturnLine._make(row)


def has_item(session: Session, vendor_return_id: int, item_id: int) -> bool:
    """Tell whether an item is on a locked return already, from stock and not of a delivery."""
    return session.connection().scalar(_SAME, {"return": vendor_return_id, "item": item_id}) is not None


def last_position(session: Session, vendor_return_id: int) -> tuple[int, int]:
    """Say where the last line of a locked return stands, and how many there are."""
    position, count = session.connection().execute(_TAKEN, {"return": vendor_return_id}).one()
    return position, count


def insert_lines(session: Session, lines: Sequence[ReturnLineContent]) -> None:
    """Write lines of a locked working return."""
    insert_rows(session.connection(), _lines, lines)


def write_line(session: Session, line_id: int, **values: Unpack[ReturnLineFields]) -> None:
    """Write fields of a line of a locked working return."""
    session.connection().execute(sa.update(_lines).where(_lines.c.id == line_id).values(dict(values)))


def delete_line(session: Session, line_id: int) -> None:
    """Take a line, and the numbers of its units, off a locked working return."""
    session.connection().execute(_DELETE_SERIALS, {"line": line_id})
    session.connection().execute(_DELETE_LINE, {"line": line_id})


def delete_empty_lines(session: Session, vendor_return_id: int) -> None:
    """Take the lines of which nothing goes back off a locked return that is being posted."""
    session.connection().execute(_DELETE_SERIALS_OF_EMPTY, {"return": vendor_return_id})
    session.connection().execute(_DELETE_EMPTY, {"return": vendor_return_id})


def logs_of(session: Session, vendor_return_id: int) -> list[int]:
    """List the deliveries that the lines of a return name, in the order of their ids."""
    return list(session.connection().scalars(_LOGS, {"return": vendor_return_id}))


def left(session: Session, vendor_return_id: int) -> dict[int, Decimal]:
    """Read what may still go back of the delivery lines that a return names, by receiving line."""
    rows: Iterable[Any] = session.connection().execute(_LEFT, {"return": vendor_return_id})
    return {row[0]: row[1] for row in rows}


def insert_credit(session: Session, stamp: Stamp, vendor_return_id: int, amount: Decimal, reference: str) -> None:
    """Write a credit that the vendor gave."""
    row = _NewCredit(vendor_return_id, amount, reference, stamp.employee_id, stamp.workstation, stamp.at)
    session.connection().execute(_INSERT_CREDIT, row._asdict())
