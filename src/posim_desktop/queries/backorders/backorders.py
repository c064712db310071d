"""Backorder cards as they stand. Serves the guide's pages "View a backorder" and "Cancel part of a backorder"."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import sqlalchemy as sa

from posim_desktop.domain.backorders.backorder import BackorderStatus, EventKind, Figures
from posim_desktop.domain.purchasing.orders import OrderStatus
from posim_desktop.domain.quantity import NO_UNITS
from posim_desktop.orm import (
    Backorder,
    BackorderEvent,
    Customer,
    Employee,
    Invoice,
    InvoiceLine,
    Item,
    ReceivingLine,
    ReceivingLog,
)
from posim_desktop.queries import answers, money_held, search
from posim_desktop.queries.answers import Asked
from posim_desktop.queries.backorders import agreed_prices, allocation_history
from posim_desktop.queries.backorders import documents as backorder_documents
from posim_desktop.queries.backorders.agreed_prices import AgreedPrice
from posim_desktop.queries.backorders.allocation_history import AllocationChange
from posim_desktop.queries.backorders.documents import CameOnOrder, FilledRow, ReceivedRow
from posim_desktop.queries.backorders.found import tests_of
from posim_desktop.queries.deck import DeckPart, DeckQuery, Found, Order
from posim_desktop.queries.money_held import MoneyFigures
from posim_desktop.queries.purchasing import orders as purchase_orders
from posim_desktop.queries.purchasing.orders import OnPurchaseOrder
from posim_desktop.queries.reports.found import CanceledFound, ToOrderFound, canceled, to_order

SUGGESTIONS = 20
_RECENT_CANCELS = 500


@dataclass(frozen=True, slots=True)
class BackorderRow:
    """A backorder in List All; quantities in units of its item.

    Attributes:
        expected_on: When the first goods for it are expected; None when no posted purchase order says.
        question: What the customer has to say first, blank for nothing.
    """

    id: int
    number: int
    created_at: datetime
    customer: str
    phone: str
    item: str
    description: str
    expected_on: date | None
    question: str
    figures: Figures

    @property
    def needs_information(self) -> bool:
        """Whether the customer has to say something before goods can be got."""
        return bool(self.question) and self.figures.outstanding > 0

    @property
    def status(self) -> BackorderStatus:
        """Where it stands."""
        return self.figures.status


@dataclass(frozen=True, slots=True)
class BackorderEventRow:
    """One thing that happened to a backorder, with the invoice and the receiving log it happened on, if any."""

    id: int
    kind: EventKind
    quantity: Decimal
    name: str
    reason: str
    at: datetime
    invoice_id: int | None
    invoice_number: int | None
    receiving_log_number: int | None


@dataclass(frozen=True, slots=True)
class BackorderDetails:
    """Everything a Backorder card shows; money in the store's currency, quantities in units of the item.

    Attributes:
        available: How much of the item is available.
        question: What the customer has to say before goods can be got, blank for nothing.
        will_also_take: What else they would take instead.
        wanted_at: Since when they wished for it, if it was on the Want List first.
        orders: The purchase orders that have goods allocated to it now.
        came_on: The purchase orders on which its goods came.
        received: What was set aside for the customer and given back.
        sold: What was picked up.
        allocations: What purchase orders were to bring, change by change.
        events: What happened to it.
        money: What became of what the customer paid ahead.
        answers: What its customer answered on the special order that it comes from.
        price_words: The prices above the promise that its customer agreed to.
        places: Where the goods lie that wait for its customer.
    """

    id: int
    version: int
    number: int
    created_at: datetime
    figures: Figures
    unit_price: Decimal
    customer_id: int
    customer: str
    phone: str
    item_id: int
    item: str
    description: str
    invoice_id: int
    invoice_number: int
    created_by: str
    available: Decimal
    question: str
    will_also_take: str
    wanted_at: datetime | None
    orders: tuple[OnPurchaseOrder, ...]
    came_on: tuple[CameOnOrder, ...]
    received: tuple[ReceivedRow, ...]
    sold: tuple[FilledRow, ...]
    allocations: tuple[AllocationChange, ...]
    events: tuple[BackorderEventRow, ...]
    money: MoneyFigures
    answers: tuple[Asked, ...] = ()
    price_words: tuple[AgreedPrice, ...] = ()
    places: tuple[str, ...] = ()
    one_piece: bool = False
    unit: str = ""

    @property
    def needs_information(self) -> bool:
        """Whether the customer has to say something before goods can be got."""
        return bool(self.question) and self.figures.outstanding > 0

    @property
    def on_order(self) -> Decimal:
        """What posted purchase orders have allocated to it."""
        return sum((order.quantity for order in self._posted()), NO_UNITS)

    @property
    def expected_on(self) -> date | None:
        """When the first goods for it are expected; None when no posted purchase order says."""
        return min((order.expected_on for order in self._posted() if order.expected_on is not None), default=None)

    def _posted(self) -> tuple[OnPurchaseOrder, ...]:
        return tuple(order for order in self.orders if order.status is OrderStatus.PROCESSED)

    def of_kind(self, *kinds: EventKind) -> tuple[BackorderEventRow, ...]:
        """Pick the events of some kinds, oldest first."""
        return tuple(event for event in self.events if event.kind in kinds)


@dataclass(frozen=True, slots=True)
class EmployeeName:
    """Somebody who can sign."""

    id: int
    name: str


def _row(  # one parameter for each column of the deck
    record_id: int,
    number: int,
    created_at: datetime,
    customer: str,
    phone: str,
    item: str,
    description: str,
    expected_on: date | None,
    question: str,
    *figures: Decimal,
) -> BackorderRow:
    return BackorderRow(
        record_id, number, created_at, customer, phone, item, description, expected_on, question, Figures(*figures)
    )


def _condition(found: Found, dialect: str) -> list[sa.ColumnElement[bool]]:
    tests = canceled(found) if isinstance(found, CanceledFound) else []
    tests += to_order() if isinstance(found, ToOrderFound) else []
    return tests + tests_of(
        found,
        holds=lambda word: _holds(word, dialect),
        customer_id=Backorder.customer_id,
        item_id=Backorder.item_id,
        in_part=_in_part,
    )


def _in_part(part: DeckPart) -> list[sa.ColumnElement[bool]]:
    available = sa.select(Item.id).where(Item.on_hand > Item.committed)
    tests: dict[DeckPart, list[sa.ColumnElement[bool]]] = {
        DeckPart.FILLABLE: [Backorder.outstanding > 0, Backorder.question == "", Backorder.item_id.in_(available)],
        DeckPart.NEEDS_INFORMATION: [Backorder.outstanding > 0, Backorder.question != ""],
        DeckPart.WAITING: [Backorder.outstanding > 0],
        DeckPart.READY: [Backorder.waiting > 0],
        DeckPart.CLOSED: [Backorder.outstanding == 0, Backorder.waiting == 0],
    }
    return tests[part]


def _holds(word: str, dialect: str) -> sa.ColumnElement[bool]:
    tests: list[sa.ColumnElement[bool]] = [
        Backorder.customer_id.in_(search.ids_with(dialect, Customer.search_text, word)),
        Backorder.item_id.in_(search.ids_with(dialect, Item.search_text, word)),
    ]
    number = search.number(word)
    if number is not None:
        tests.append(Backorder.number == number)
    return sa.or_(*tests)


_FIGURES: tuple[sa.ColumnElement[Any], ...] = tuple(
    Backorder.__table__.c[name] for name in ("ordered", "received", "canceled", "filled", "waiting")
)

DECK: DeckQuery[BackorderRow] = DeckQuery(
    source=sa.join(Backorder, Customer, Backorder.customer_id == Customer.id).join(Item, Backorder.item_id == Item.id),
    id=Backorder.__table__.c.id,
    columns=(
        Backorder.__table__.c.id,
        Backorder.__table__.c.number,
        Backorder.__table__.c.created_at,
        Customer.__table__.c.name,
        Customer.__table__.c.phone,
        Item.__table__.c.code,
        Item.__table__.c.description,
        purchase_orders.EXPECTED,
        Backorder.__table__.c.question,
        *_FIGURES,
    ),
    row=_row,
    orders={
        "number": Backorder.__table__.c.number,
        "date": Backorder.__table__.c.created_at,
        "customer": Customer.__table__.c.name,
        "item": Item.__table__.c.code,
        "description": Item.__table__.c.description,
        "ordered": Backorder.__table__.c.ordered,
        "outstanding": Backorder.__table__.c.outstanding,
    },
    first_order=Order("number"),
    condition=_condition,
    stands_alone=True,
)

_DETAILS = (
    sa.select(
        Backorder.id,
        Backorder.version,
        Backorder.number,
        Backorder.created_at,
        *_FIGURES,
        Backorder.unit_price,
        Backorder.question,
        Backorder.will_also_take,
        Backorder.wanted_at,
        Backorder.one_piece,
        Item.unit,
        Backorder.customer_id,
        Customer.name.label("customer"),
        Customer.phone,
        Backorder.item_id,
        Item.code.label("item"),
        Item.description,
        Invoice.id.label("invoice_id"),
        Invoice.number.label("invoice_number"),
        Employee.name.label("created_by"),
        sa.type_coerce(Item.__table__.c.on_hand - Item.__table__.c.committed, Item.__table__.c.on_hand.type).label(
            "available"
        ),
    )
    .join(Customer, Backorder.customer_id == Customer.id)
    .join(Item, Backorder.item_id == Item.id)
    .join(InvoiceLine, Backorder.source_line_id == InvoiceLine.id)
    .join(Invoice, InvoiceLine.invoice_id == Invoice.id)
    .join(Employee, Invoice.employee_id == Employee.id)
    .where(Backorder.id == sa.bindparam("backorder"))
)

_EVENTS = (
    sa.select(
        BackorderEvent.id,
        BackorderEvent.kind,
        BackorderEvent.quantity,
        BackorderEvent.name,
        BackorderEvent.reason,
        BackorderEvent.at,
        Invoice.id,
        Invoice.number,
        ReceivingLog.number,
    )
    .outerjoin(Invoice, BackorderEvent.invoice_id == Invoice.id)
    .outerjoin(ReceivingLine, BackorderEvent.receiving_line_id == ReceivingLine.id)
    .outerjoin(ReceivingLog, ReceivingLine.receiving_log_id == ReceivingLog.id)
    .where(BackorderEvent.backorder_id == sa.bindparam("backorder"))
    .order_by(BackorderEvent.id)
)


def details(connection: sa.Connection, backorder_id: int) -> BackorderDetails | None:
    """Read a card, or None when there is no such backorder."""
    chosen = {"backorder": backorder_id}
    found = connection.execute(_DETAILS, chosen).one_or_none()
    if found is None:
        return None
    content = dict(found._mapping)  # noqa: SLF001 - SQLAlchemy's public name
    figures = Figures(*(content.pop(column.name) for column in _FIGURES))
    events = tuple(
        BackorderEventRow(row[0], EventKind(row[1]), *row[2:]) for row in connection.execute(_EVENTS, chosen)
    )
    return BackorderDetails(
        figures=figures,
        orders=purchase_orders.for_backorder(connection, backorder_id),
        came_on=backorder_documents.came_on(connection, backorder_id),
        received=backorder_documents.received(connection, backorder_id),
        sold=backorder_documents.filled(connection, backorder_id),
        allocations=allocation_history.history(connection, backorder_id),
        events=events,
        money=money_held.of_backorder(connection, backorder_id),
        answers=answers.of_backorder(connection, backorder_id),
        price_words=agreed_prices.of_backorder(connection, backorder_id),
        places=backorder_documents.places(connection, backorder_id),
        **content,
    )


def employees(connection: sa.Connection) -> tuple[EmployeeName, ...]:
    """List who can sign a cancellation, by name."""
    who = sa.select(Employee.id, Employee.name).where(~Employee.archived).order_by(Employee.name, Employee.id)
    return tuple(EmployeeName(*row) for row in connection.execute(who))


def reasons(connection: sa.Connection) -> Sequence[str]:
    """List the reasons of the latest cancellations, the most used first, each once."""
    recent = (
        sa.select(BackorderEvent.id, BackorderEvent.reason)
        .where(BackorderEvent.kind == EventKind.CANCEL)
        .order_by(BackorderEvent.id.desc())
        .limit(_RECENT_CANCELS)
        .subquery()
    )
    counted = (
        sa.select(recent.c.reason)
        .group_by(recent.c.reason)
        .order_by(sa.func.count().desc(), sa.func.max(recent.c.id).desc())
        .limit(SUGGESTIONS)
    )
    return connection.scalars(counted).all()
