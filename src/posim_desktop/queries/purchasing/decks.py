"""The two decks of purchase orders, working and processed. Serves the guide's page "Purchase orders"."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import sqlalchemy as sa

from posim_desktop.domain import folding
from posim_desktop.domain.purchasing.orders import OrderStatus
from posim_desktop.orm import Employee, Item, PurchaseOrder, PurchaseOrderLine, Vendor
from posim_desktop.queries import search
from posim_desktop.queries.deck import DeckPart, DeckQuery, Found, Order, of_lines
from posim_desktop.queries.purchasing.freed_goods import IS_NOBODYS
from posim_desktop.queries.purchasing.orders import ORDERED

_order = PurchaseOrder.__table__.c
_vendor = Vendor.__table__.c
_UNITS = PurchaseOrderLine.__table__.c.quantity.type
_NO_DAY = date(9999, 12, 31)  # orders whose goods are expected on no day come last


@dataclass(frozen=True, slots=True)
class WorkingOrderRow:
    """A working order in List All; ``ordered`` in units."""

    id: int
    created_at: datetime
    vendor: str
    employee: str
    workstation: str
    expected: date
    lines: int
    ordered: Decimal
    note: str

    @property
    def expected_on(self) -> date | None:
        """When its goods are expected."""
        return None if self.expected == _NO_DAY else self.expected


@dataclass(frozen=True, slots=True)
class ProcessedOrderRow:
    """A processed or closed order in List All; quantities in units."""

    id: int
    number: int
    processed_at: datetime
    status: str
    vendor: str
    expected: date
    lines: int
    ordered: Decimal
    still_open: Decimal

    @property
    def expected_on(self) -> date | None:
        """When its goods are expected."""
        return None if self.expected == _NO_DAY else self.expected


def is_working(connection: sa.Connection, purchase_order_id: int) -> bool:
    """Return whether an order is not posted yet."""
    status = connection.scalar(sa.select(_order.status).where(_order.id == purchase_order_id))
    return bool(status == OrderStatus.WORKING)


def _narrowed(found: Found, dialect: str, *, numbered: bool) -> list[sa.ColumnElement[bool]]:
    tests: list[sa.ColumnElement[bool]] = []
    for word in folding.words(found.text):
        items = search.ids_with(dialect, Item.search_text, word)
        either = [
            _order.vendor_id.in_(search.ids_with(dialect, Vendor.search_text, word)),
            _order.id.in_(_orders_of(PurchaseOrderLine.item_id.in_(items))),
            _order.id.in_(_orders_of(search.holds(word, PurchaseOrderLine.__table__.c.search_text))),
            search.holds(word, _order.search_text),
        ]
        number = search.number(word) if numbered else None
        if number is not None:
            either.append(_order.number == number)
        tests.append(sa.or_(*either))
    if found.item_id is not None:
        tests.append(_order.id.in_(_orders_of(PurchaseOrderLine.item_id == found.item_id)))
    return tests


_SENT = (str(OrderStatus.PROCESSED), str(OrderStatus.CLOSED))


def _orders_of(test: sa.ColumnElement[bool]) -> sa.Select[Any]:
    return sa.select(PurchaseOrderLine.purchase_order_id).where(test)


def _working(found: Found, dialect: str) -> list[sa.ColumnElement[bool]]:
    return [_order.status == str(OrderStatus.WORKING), *_narrowed(found, dialect, numbered=False)]


def _processed(found: Found, dialect: str) -> list[sa.ColumnElement[bool]]:
    parts = {None: _SENT, DeckPart.WAITING: _SENT[:1], DeckPart.CLOSED: _SENT[1:]}
    if found.part is DeckPart.NOBODYS:
        open_ones = _order.status == _SENT[0]
        return [open_ones, _order.id.in_(_orders_of(IS_NOBODYS)), *_narrowed(found, dialect, numbered=True)]
    return [_order.status.in_(parts.get(found.part, ())), *_narrowed(found, dialect, numbered=True)]


_EXPECTED = sa.func.coalesce(_order.expected_on, sa.literal(_NO_DAY, sa.Date()))
_ORDER_OF_LINE = PurchaseOrderLine.purchase_order_id
_LINE_COUNT = of_lines(sa.func.count(), _ORDER_OF_LINE, _order.id)
_ORDERED = of_lines(sa.func.sum(ORDERED, type_=_UNITS), _ORDER_OF_LINE, _order.id)
_STILL_OPEN = of_lines(sa.func.sum(PurchaseOrderLine.still_open, type_=_UNITS), _ORDER_OF_LINE, _order.id)

WORKING: DeckQuery[WorkingOrderRow] = DeckQuery(
    source=sa.join(PurchaseOrder, Vendor, PurchaseOrder.vendor_id == Vendor.id).join(
        Employee, PurchaseOrder.employee_id == Employee.id
    ),
    id=_order.id,
    columns=(
        _order.id,
        _order.created_at,
        _vendor.name,
        Employee.__table__.c.name,
        _order.workstation,
        _EXPECTED,
        _LINE_COUNT,
        _ORDERED,
        _order.note,
    ),
    row=WorkingOrderRow,
    orders={
        "since": _order.created_at,
        "vendor": _vendor.name,
        "employee": Employee.__table__.c.name,
        "workstation": _order.workstation,
        "expected": _EXPECTED,
    },
    first_order=Order("since"),
    condition=_working,
    stands_alone=True,
)

PROCESSED: DeckQuery[ProcessedOrderRow] = DeckQuery(
    source=sa.join(PurchaseOrder, Vendor, PurchaseOrder.vendor_id == Vendor.id),
    id=_order.id,
    columns=(
        _order.id,
        _order.number,
        _order.processed_at,
        _order.status,
        _vendor.name,
        _EXPECTED,
        _LINE_COUNT,
        _ORDERED,
        _STILL_OPEN,
    ),
    row=ProcessedOrderRow,
    orders={
        # Only posted orders are in this deck, so neither number nor date is null here.
        "number": _order.number,
        "date": _order.processed_at,
        "status": _order.status,
        "vendor": _vendor.name,
        "expected": _EXPECTED,
    },
    first_order=Order("number"),
    condition=_processed,
    stands_alone=True,
)
