"""Returns to vendors as their card, their paper and their deck show them. Serves "Return to vendor" in the guide."""

from dataclasses import dataclass, fields
from datetime import datetime
from decimal import Decimal
from typing import Any

import sqlalchemy as sa

from posim_desktop.domain import folding
from posim_desktop.domain.backorders.backorder import Figures
from posim_desktop.domain.cards.serials import Serials
from posim_desktop.domain.money import ZERO, to_cents
from posim_desktop.domain.receiving.vendor_returns import VendorReturnStatus, expected_credit
from posim_desktop.orm import (
    Backorder,
    BackorderEvent,
    Employee,
    Item,
    ReceivingLine,
    ReceivingLog,
    Vendor,
    VendorCredit,
    VendorReturn,
    VendorReturnLine,
)
from posim_desktop.queries import search, serials
from posim_desktop.queries.deck import DeckPart, DeckQuery, Found, Order, of_lines
from posim_desktop.queries.receiving.corrections import gone_back, taken_back

_return = VendorReturn.__table__.c
_vendor = Vendor.__table__.c
_quantity = VendorReturnLine.__table__.c.quantity.type

left_of_line = sa.type_coerce(ReceivingLine.quantity - taken_back - gone_back, _quantity)
"""What of a receiving line is neither corrected nor gone back, within another statement."""


@dataclass(frozen=True, slots=True)
class VendorReturnLineRow:
    """A line of a return; ``available`` is what may go of the item, ``left`` what its delivery line still has."""

    id: int
    item_id: int
    item: str
    description: str
    vendor_item_number: str
    quantity: Decimal
    cost: Decimal
    reason: str
    receiving_line_id: int | None
    receiving_log_number: int | None
    left: Decimal | None
    backorder_number: int | None
    available: Decimal
    serials_wanted: bool = False
    serials: tuple[str, ...] = ()

    @property
    def lacks_serials(self) -> bool:
        """Whether units that go back have no serial number yet."""
        return self.serials_wanted and len(self.serials) < self.quantity

    @property
    def extension(self) -> Decimal:
        """What the line is worth at its cost."""
        return to_cents(self.quantity * self.cost)


@dataclass(frozen=True, slots=True)
class VendorCreditRow:
    """A credit that the vendor gave."""

    at: datetime
    amount: Decimal
    reference: str
    by: str


@dataclass(frozen=True, slots=True)
class VendorReturnDetails:
    """A return to a vendor as its card and its paper show it."""

    id: int
    number: int | None
    status: VendorReturnStatus
    vendor_id: int
    vendor: str
    vendor_address: str
    account_number: str
    receiving_log_id: int | None
    receiving_log_number: int | None
    vendor_invoice: str
    rma_number: str
    note: str
    by: str
    created_at: datetime
    posted_at: datetime | None
    version: int
    lines: tuple[VendorReturnLineRow, ...] = ()
    credits: tuple[VendorCreditRow, ...] = ()

    @property
    def expected(self) -> Decimal:
        """What the vendor owes for it."""
        return expected_credit((line.quantity, line.cost) for line in self.lines)

    @property
    def received(self) -> Decimal:
        """What the vendor gave for it so far."""
        return sum((credit.amount for credit in self.credits), ZERO)


@dataclass(frozen=True, slots=True)
class VendorReturnRow:
    """A return in List All; ``number`` is 0 until it is posted."""

    id: int
    number: int
    status: VendorReturnStatus
    created_at: datetime
    vendor: str
    rma_number: str
    lines: int


_DETAILS: sa.Select[*tuple[Any, ...]] = (
    sa.select(
        *(VendorReturn.id, VendorReturn.number, VendorReturn.status, VendorReturn.vendor_id),
        *(Vendor.name, Vendor.address, Vendor.account_number),
        *(VendorReturn.receiving_log_id, ReceivingLog.number, sa.func.coalesce(ReceivingLog.vendor_invoice, "")),
        *(VendorReturn.rma_number, VendorReturn.note, Employee.name),
        *(VendorReturn.created_at, VendorReturn.posted_at, VendorReturn.version),
    )
    .join(Vendor, Vendor.id == VendorReturn.vendor_id)
    .join(Employee, Employee.id == VendorReturn.employee_id)
    .outerjoin(ReceivingLog, ReceivingLog.id == VendorReturn.receiving_log_id)
    .where(VendorReturn.id == sa.bindparam("return"))
)
_LINES: sa.Select[*tuple[Any, ...]] = (
    sa.select(
        *(VendorReturnLine.id, VendorReturnLine.item_id, Item.code, Item.description),
        *(VendorReturnLine.vendor_item_number, VendorReturnLine.quantity, VendorReturnLine.cost),
        *(VendorReturnLine.reason, VendorReturnLine.receiving_line_id, ReceivingLog.number),
        sa.case((ReceivingLine.id.is_not(None), left_of_line)),
        Backorder.number,
        sa.type_coerce(Item.on_hand - Item.committed, _quantity),
        # What goes back is asked for its numbers as the card says now, what went back as it was asked then.
        sa.case(
            (VendorReturn.status == str(VendorReturnStatus.WORKING), Item.serials != str(Serials.NONE)),
            else_=VendorReturnLine.serials_asked,
        ),
    )
    .join(Item, Item.id == VendorReturnLine.item_id)
    .join(VendorReturn, VendorReturn.id == VendorReturnLine.vendor_return_id)
    .outerjoin(ReceivingLine, ReceivingLine.id == VendorReturnLine.receiving_line_id)
    .outerjoin(ReceivingLog, ReceivingLog.id == ReceivingLine.receiving_log_id)
    .outerjoin(Backorder, Backorder.id == VendorReturnLine.backorder_id)
    .where(VendorReturnLine.vendor_return_id == sa.bindparam("return"))
    .order_by(VendorReturnLine.position)
)
_CREDITS: sa.Select[*tuple[Any, ...]] = (
    sa.select(VendorCredit.at, VendorCredit.amount, VendorCredit.reference, Employee.name)
    .join(Employee, Employee.id == VendorCredit.employee_id)
    .where(VendorCredit.vendor_return_id == sa.bindparam("return"))
    .order_by(VendorCredit.id)
)
_CAME_FOR: sa.Select[*tuple[Any, ...]] = (
    sa.select(ReceivingLine.id, ReceivingLog.vendor_id, ReceivingLine.cost)
    .join(BackorderEvent, BackorderEvent.receiving_line_id == ReceivingLine.id)
    .join(ReceivingLog, ReceivingLog.id == ReceivingLine.receiving_log_id)
    .where(BackorderEvent.backorder_id == sa.bindparam("backorder"), BackorderEvent.kind == "receive")
    .order_by(BackorderEvent.id.desc())
    .limit(1)
)


_FIGURES: sa.Select[*tuple[Any, ...]] = sa.select(
    Backorder.item_id, *(Backorder.__table__.c[field.name] for field in fields(Figures))
).where(Backorder.id == sa.bindparam("backorder"))


def details(connection: sa.Connection, vendor_return_id: int) -> VendorReturnDetails | None:
    """Read a return with its lines and credits, or None when there is no such one."""
    row = connection.execute(_DETAILS, {"return": vendor_return_id}).one_or_none()
    if row is None:
        return None
    lines = connection.execute(_LINES, {"return": vendor_return_id})
    given = connection.execute(_CREDITS, {"return": vendor_return_id})
    head: list[Any] = list(row)
    head[2] = VendorReturnStatus(head[2])
    numbers = serials.of_lines(connection, serials.ON_VENDOR_RETURN, {"return": vendor_return_id})
    cells: list[list[Any]] = [[*line, numbers.get(line[0], ())] for line in lines]
    rows = tuple(VendorReturnLineRow(*line) for line in cells)
    content: tuple[Any, ...] = (*head, rows, tuple(VendorCreditRow(*credit) for credit in given))
    return VendorReturnDetails(*content)


def came_with(connection: sa.Connection, backorder_id: int) -> tuple[int, int, Decimal] | None:
    """Find with which delivery goods last came for a backorder: the receiving line, its vendor and its cost."""
    row = connection.execute(_CAME_FOR, {"backorder": backorder_id}).one_or_none()
    return None if row is None else (row[0], row[1], row[2])


def figures_of(connection: sa.Connection, backorder_id: int) -> tuple[int, Figures] | None:
    """Read of which item a backorder is, and its figures; None when there is no such one."""
    row = connection.execute(_FIGURES, {"backorder": backorder_id}).one_or_none()
    return None if row is None else (row[0], Figures(*row[1:]))


def _row(record_id: int, number: int, status: str, created_at: datetime, vendor: str, *rest: object) -> VendorReturnRow:
    return VendorReturnRow(record_id, number, VendorReturnStatus(status), created_at, vendor, *rest)  # type: ignore[arg-type]


def _condition(found: Found, dialect: str) -> list[sa.ColumnElement[bool]]:
    tests: list[sa.ColumnElement[bool]] = [_return.status != str(VendorReturnStatus.DISCARDED)]
    for word in folding.words(found.text):
        sent = sa.select(VendorReturnLine.vendor_return_id).where(
            VendorReturnLine.item_id.in_(search.ids_with(dialect, Item.search_text, word))
        )
        either = [
            _return.vendor_id.in_(search.ids_with(dialect, Vendor.search_text, word)),
            _return.id.in_(sent),
            search.holds(word, _return.search_text),
        ]
        number = search.number(word)
        if number is not None:
            either.append(_return.number == number)
        tests.append(sa.or_(*either))
    if found.part is not None:
        status = VendorReturnStatus.WORKING if found.part is DeckPart.WAITING else VendorReturnStatus.POSTED
        tests.append(_return.status == str(status))
    return tests


_NUMBER = sa.func.coalesce(_return.number, 0)
# A working return will have the next number, so it stands before all that are posted.
_NUMBER_TO_BE = sa.func.coalesce(_return.number, sa.literal(2**62, sa.BigInteger()))

DECK: DeckQuery[VendorReturnRow] = DeckQuery(
    source=sa.join(VendorReturn, Vendor, VendorReturn.vendor_id == Vendor.id),
    id=_return.id,
    columns=(
        *(_return.id, _NUMBER, _return.status, _return.created_at, _vendor.name, _return.rma_number),
        of_lines(sa.func.count(), VendorReturnLine.vendor_return_id, _return.id),
    ),
    row=_row,
    orders={
        "since": _return.created_at,
        "number": _NUMBER_TO_BE,
        "vendor": _vendor.name,
        "status": _return.status,
    },
    first_order=Order("number", descending=True),
    condition=_condition,
)
